import { Rates } from '../../domain/rates.ts'
import { addMonths, firstOfMonth } from '../../domain/time/date.ts'
import { periodOf } from '../../domain/time/period.ts'
import { UserError } from '../../errors.ts'
import { calendarOf } from '../../store/holidays.ts'
import { plansKnownBy } from '../../store/plans.ts'
import { readRates } from '../../store/rates.ts'
import type { Store } from '../../store/store.ts'
import { planFigures } from '../plan/figures.ts'
import type { Whose } from './day.ts'

/** How much of the plan of this month's revenue is won, and of its working days has passed, today included; fractions. */
export interface PlanToday {
  share: number
  days: number
}

/** As `plan` has it; null where there is no plan of revenue for this month, or a rate is missing. */
export function planToday(store: Store, now: number, whose: Whose): PlanToday | null {
  const { zone, settings } = store
  const asOf = zone.dateOf(now)
  const from = firstOfMonth(asOf)
  const until = addMonths(from, 1)
  const horizon = { t: zone.endOfDay(asOf) }
  const plans = plansKnownBy(store, horizon.t).filter(
    (plan) => plan.metric === 'revenue' && plan.from < until && plan.until > from,
  )
  if (plans.length === 0) return null
  const calendar = calendarOf(store)
  const asked = {
    period: periodOf(from, until),
    asOf,
    horizon,
    currency: settings.currency,
    rates: new Rates(settings.currency, readRates(store)),
    pipeline: null,
    managers: whose,
    calendar,
    plans,
    bonuses: [],
    ahead: null,
  }
  try {
    const { fact, plan } = planFigures(store, asked, 'revenue').team
    if (plan === undefined || plan.amount <= 0) return null
    return { share: fact / plan.amount, days: calendar.shareGone(from, until, asOf) }
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

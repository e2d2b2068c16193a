import { addMonths, firstOfMonth, type IsoDate } from '../domain/date.ts'
import { Rates } from '../domain/rates.ts'
import { UserError } from '../errors.ts'
import { calendarOf } from '../store/holidays.ts'
import { readRates } from '../store/horizon.ts'
import { readPlans } from '../store/plans.ts'
import { revenueAt } from '../store/revenue-at.ts'
import type { Store } from '../store/store.ts'
import type { Whose } from './day.ts'

/** How much of the plan of this month's revenue is won, and of its working days has passed, today included; fractions. */
export interface PlanToday {
  share: number
  days: number
}

/** Null where there is no plan of revenue for just this month, or a rate is missing. */
export function planToday(store: Store, now: number, whose: Whose): PlanToday | null {
  const { zone, settings } = store
  const today = zone.dateOf(now)
  const from = firstOfMonth(today)
  const until = addMonths(from, 1)
  const start = zone.startOfDay(from)
  const plan = plannedRevenue(store, from, until, start, whose)
  if (plan === null) return null
  const rates = new Rates(settings.currency, readRates(store))
  try {
    let won = 0
    for (const { amount, currency, closedAt } of revenueAt(store, now, start, whose))
      won += rates.convert(amount, currency, settings.currency, zone.dateOf(closedAt))
    const planned = plan.reduce(
      (sum, { amount, currency }) => sum + rates.convert(amount, currency, settings.currency, today),
      0,
    )
    return { share: won / planned, days: calendarOf(store).shareGone(from, until, today) }
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

/** Of a manager their own plan; of everyone that of the team, else the sum of all managers'. */
function plannedRevenue(store: Store, from: IsoDate, until: IsoDate, start: number, whose: Whose) {
  const held = new Map<number | null, { amount: number; currency: string }>()
  for (const plan of readPlans(store.db)) {
    const { metric, department, manager, amount, currency, knownAt } = plan
    if (metric !== 'revenue' || plan.from !== from || plan.until !== until || department !== null) continue
    // The version in force is the one known when the month began; a plan made later is in force since it is known.
    if (knownAt > start && held.has(manager)) continue
    held.set(manager, { amount, currency: currency ?? store.settings.currency })
  }
  const team = held.get(null)
  const own = [...held].filter(([manager]) => manager !== null && whose?.has(manager) !== false)
  const plans = whose === null && team !== undefined ? [team] : own.map(([, plan]) => plan)
  return plans.reduce((sum, { amount }) => sum + amount, 0) > 0 ? plans : null
}

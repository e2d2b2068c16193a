import { isTooFar } from '../../domain/forecast/periods.ts'
import type { ForecastMetric, ForecastSource } from '../../domain/forecast/source.ts'
import { BONUS_UNITS, type BonusVersion } from '../../domain/plan/bonus.ts'
import type { PlanVersion } from '../../domain/plan/plan.ts'
import type { Rates } from '../../domain/rates.ts'
import type { IsoDate } from '../../domain/time/date.ts'
import { type BoundedPeriod, isBounded, splitPeriod } from '../../domain/time/period.ts'
import type { WorkCalendar } from '../../domain/time/work-calendar.ts'
import { UsageError } from '../../errors.ts'
import { bonusesKnownBy } from '../../store/bonuses.ts'
import { calendarOf } from '../../store/holidays.ts'
import { survivorOf } from '../../store/naming/naming.ts'
import type { Horizon } from '../../store/past/states-at.ts'
import { plansKnownBy } from '../../store/plans.ts'
import type { Store } from '../../store/store.ts'
import { type Outlooks, outlooksByPart, outlooksOf, sourcesOf } from '../forecast/outlook.ts'
import type { ReportRequest } from '../reports/request.ts'
import { Paces } from './pace.ts'

/** What is to come by the end of a period. */
export interface Ahead {
  /** Of things done: at the pace of the months before. */
  readonly paces: Paces
  /** Of deals: by their statistics. */
  readonly outlooks: (period: BoundedPeriod, metric: ForecastMetric) => Outlooks
}

/** What plans, facts and bonuses are asked for. */
export interface PlanAsked {
  readonly period: BoundedPeriod
  /** The last local day that counts. */
  readonly asOf: IsoDate
  readonly horizon: Horizon
  readonly currency: string
  readonly rates: Rates
  /** Row id; null for all. */
  readonly pipeline: number | null
  /** Row ids, survivors; null for everyone. */
  readonly managers: ReadonlySet<number | null> | null
  readonly calendar: WorkCalendar
  /** What was known at T. */
  readonly plans: readonly PlanVersion[]
  readonly bonuses: readonly BonusVersion[]
  /** Where what is to come is asked as well, and is not too far to be told. */
  readonly ahead: Ahead | null
}

/**
 * What a request of a report asks of plans; `parts` are those of its period that are told one by one. Throws UsageError
 * for days without a beginning or an end.
 */
export function planAsked(
  store: Store,
  request: ReportRequest,
  ahead = true,
  parts: readonly BoundedPeriod[] = [],
): PlanAsked {
  const { period, asOf, horizon, currency, rates, filter } = request
  if (!isBounded(period)) throw new UsageError((w) => w.plans.endless)
  const { managers } = filter
  const asked = {
    period,
    asOf,
    horizon,
    currency,
    rates,
    pipeline: filter.pipeline,
    managers:
      managers.length === 0
        ? null
        : new Set(managers.map((id) => (id === null ? null : survivorOf(store.managers, id)))),
    calendar: calendarOf(store),
    plans: plansKnownBy(store, horizon.t),
    bonuses: bonusesKnownBy(store, horizon.t),
  }
  if (!ahead || isTooFar(period, asOf)) return { ...asked, ahead: null }
  // Whoever is asked for, the runs are those of everyone, so that figures agree however they are asked for.
  const everyone = { ...request, filter: { ...filter, managers: [] } }
  const deals = new DealsAhead(store, { ...everyone, period }, parts.length === 0 ? [period] : parts)
  return {
    ...asked,
    ahead: {
      paces: new Paces(store, asked),
      outlooks: (days, metric) => deals.of(days, metric),
    },
  }
}

/** What deals will bring by the end of a period, of its parts and of the units that bonuses are reckoned by: each learnt once. */
class DealsAhead {
  readonly #made = new Map<string, ReturnType<typeof outlooksByPart>>()
  readonly #sources = new Map<ForecastMetric, ForecastSource[]>()

  constructor(
    private readonly store: Store,
    private readonly request: ReportRequest & { period: BoundedPeriod },
    private readonly parts: readonly BoundedPeriod[],
  ) {}

  of(days: BoundedPeriod, metric: ForecastMetric): Outlooks {
    const { store, request } = this
    const isOf = (one: BoundedPeriod) => one.from === days.from && one.until === days.until
    const isAsked = isOf(request.period) || this.parts.some(isOf)
    const parts = isAsked ? this.parts : this.#units().find((units) => units.some(isOf))
    if (parts === undefined) return outlooksOf(store, { ...request, period: days }, metric)
    const key = `${metric} ${parts.map(({ from }) => from).join(' ')}`
    const made = this.#made.get(key) ?? outlooksByPart(this.#sourcesOf(metric), request, metric, parts)
    this.#made.set(key, made)
    return made.parts[parts.findIndex(isOf)] ?? made.whole()
  }

  #sourcesOf(metric: ForecastMetric): ForecastSource[] {
    const known = this.#sources.get(metric) ?? sourcesOf(this.store, this.request, metric)
    this.#sources.set(metric, known)
    return known
  }

  #units(): BoundedPeriod[][] {
    return BONUS_UNITS.map((unit) => splitPeriod(this.request.period, unit, this.store.settings.weekStart))
  }
}

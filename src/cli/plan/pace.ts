import type { CountedMetric } from '../../domain/plan/plan.ts'
import { type Coming, comingOf } from '../../domain/plan/run-rate.ts'
import { addDays, addMonths, firstOfMonth } from '../../domain/time/date.ts'
import { doneFigures, type Figures } from '../../store/facts/plan-facts.ts'
import type { Store } from '../../store/store.ts'
import type { PlanAsked } from './asked.ts'

/** At what pace a metric grows at T, by manager: what so many working days more would bring. */
export interface Pace {
  /** Whoever has anything in the months that it is learnt from. */
  ids: readonly (number | null)[]
  /** Null where nothing is known to go by. */
  coming(id: number | null, days: number): Coming | null
}

/** Whole months before that of T from which a pace is learnt, besides what of that month is over. */
const MONTHS = 6

/** Paces at T, each learnt once. They depend on T alone, so that what days bring adds up to what their months do. */
export class Paces {
  readonly #known = new Map<CountedMetric, Pace>()

  constructor(
    private readonly store: Store,
    private readonly asked: Pick<PlanAsked, 'asOf' | 'horizon' | 'calendar'>,
  ) {}

  of(metric: CountedMetric): Pace {
    const known = this.#known.get(metric)
    if (known !== undefined) return known
    const query = { horizon: this.asked.horizon, windows: this.#windows() }
    const pace = this.#ofCounts(doneFigures(this.store, query, metric))
    this.#known.set(metric, pace)
    return pace
  }

  #ofCounts(figures: Figures): Pace {
    const { calendar } = this.asked
    const days = this.#windows().map(({ from, until }) => calendar.workingDays(from, until))
    return {
      ids: [...figures.keys()],
      coming: (id, left) => {
        const counts = figures.get(id) ?? days.map(() => 0)
        const months = days.map((length, i) => ({ count: counts[i] ?? 0, days: length }))
        return comingOf(months.slice(0, -1), months.at(-1) ?? { count: 0, days: 0 }, left)
      },
    }
  }

  /** The months before T's, then T's own as far as it is over. */
  #windows() {
    const { asOf } = this.asked
    const month = firstOfMonth(asOf)
    const before = Array.from({ length: MONTHS }, (_, i) => addMonths(month, i - MONTHS))
    return [
      ...before.map((from) => ({ from, until: addMonths(from, 1) })),
      { from: month, until: addDays(asOf, 1) },
    ]
  }
}

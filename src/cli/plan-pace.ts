import { addDays, addMonths, firstOfMonth } from '../domain/date.ts'
import type { Metric } from '../domain/plan.ts'
import { type Coming, comingOf, worthOf } from '../domain/run-rate.ts'
import {
  doneFigures,
  type Figures,
  type FiguresQuery,
  isOfDeals,
  type WonFigures,
  wonFigures,
} from '../store/plan-facts.ts'
import type { Store } from '../store/store.ts'
import type { PlanAsked } from './plan-asked.ts'

/** At what pace a metric grows at T, by manager: what so many working days more would bring. */
export interface Pace {
  /** Whoever has anything in the months that it is learnt from. */
  ids: readonly (number | null)[]
  /** Null where nothing is known to go by. */
  coming(id: number | null, days: number): Coming | null
}

/** Whole months before that of T from which a pace is learnt, besides what of that month is over. */
const MONTHS = 6
/** What everyone's wins are worth weighs as so many of one's own. */
const WINS_OF_OTHERS = 10

/** Paces at T, each learnt once. They depend on T alone, so that what days bring adds up to what their months do. */
export class Paces {
  readonly #known = new Map<Metric, Pace>()
  #won: WonFigures | undefined

  constructor(
    private readonly store: Store,
    private readonly asked: Omit<PlanAsked, 'paces'>,
  ) {}

  of(metric: Metric): Pace {
    const known = this.#known.get(metric)
    if (known !== undefined) return known
    const pace = this.#learnt(metric)
    this.#known.set(metric, pace)
    return pace
  }

  #learnt(metric: Metric): Pace {
    if (!isOfDeals(metric)) return this.#ofCounts(doneFigures(this.store, this.#query(), metric))
    this.#won ??= wonFigures(this.store, this.#query())
    const won = this.#ofCounts(this.#won.won)
    if (metric === 'won') return won
    const worth = worths(this.#won, metric)
    return {
      ids: won.ids,
      coming: (id, days) => {
        const wins = won.coming(id, days)
        return wins === null ? null : worthOf(wins, worth(id))
      },
    }
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

  #query(): FiguresQuery {
    return { ...this.asked, windows: this.#windows(), lenient: true }
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

/** The mean worth of a win and its variance: of one's own wins, shrunk to everyone's. */
function worths(figures: WonFigures, metric: 'revenue' | 'margin'): (id: number | null) => Coming {
  const total = (of: keyof WonFigures, id?: number | null) => {
    const lists = id === undefined ? [...figures[of].values()].flat() : (figures[of].get(id) ?? [])
    return lists.reduce((sum, one) => sum + one, 0)
  }
  const everyone = { n: total('won'), sum: total('revenue'), squares: total('squares') }
  const kept = everyone.sum === 0 ? 0 : total('margin') / everyone.sum
  const share = metric === 'revenue' ? 1 : kept
  return (id) => {
    const n = total('won', id) + WINS_OF_OTHERS
    const shrunk = (own: number, all: number) => (own + (WINS_OF_OTHERS * all) / Math.max(1, everyone.n)) / n
    const mean = shrunk(total('revenue', id), everyone.sum)
    const variance = Math.max(0, shrunk(total('squares', id), everyone.squares) - mean ** 2)
    return { mean: mean * share, variance: variance * share ** 2 }
  }
}

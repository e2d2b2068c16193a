import type { Learner } from './learner.ts'
import type { Openings } from './openings.ts'
import type { WonDeals } from './won-deals.ts'

/** What is forecast: money won, what is left of it after costs, or the number of deals won. */
export type ForecastMetric = 'revenue' | 'margin' | 'won'

/** An open deal as a forecast takes it. Days are numbers since 1970-01-01. */
export interface StandingDeal {
  id: number
  /** Row and column in a table of chances. */
  place: number
  /** Minor units of the report's currency, or 1; NaN where it is not known. */
  value: number
  /** Index of its product. */
  product: number
  /** Index of the group; −1 where the deal is not asked for. */
  group: number
  stage: number
  created: number
  /** The day on which it is expected to close. */
  expected: number | null
}

/** Everything that forecasts at T, or from past days on, are made of. */
export interface ForecastSource {
  metric: ForecastMetric
  /** The day after T's own. */
  now: number
  learner: Learner
  /** The day of the first outcome; null of none. */
  since: number | null
  won: WonDeals
  open: readonly StandingDeal[]
  openings: Openings
  /** How many products are known. */
  products: () => number
  groups: readonly (string | null)[]
  /** The share of new deals that falls to each group. */
  shares: readonly number[]
  /** By stage, the template's probability. */
  template: ReadonlyMap<number, number>
  /** The openings of a past period, with what was known of them then; those of other groups left out. */
  valuedAt(period: number): StandingDeal[]
}

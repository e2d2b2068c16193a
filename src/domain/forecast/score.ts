import { type Interval, wilson } from '../statistics/statistics.ts'

/** What was said of a period, and what came. */
export interface Said {
  said: number
  came: number
}

/**
 * Weighted absolute percentage error: the sum of the errors' sizes over the sum of what came; null where nothing came.
 * By hand: 90 and 120 said, 100 and 100 came: (10 + 20) / 200 = 0.15.
 */
export function wape(all: readonly Said[]): number | null {
  return overWhatCame(all, ({ said, came }) => Math.abs(said - came))
}

/** The sum of the errors with their signs over the sum of what came: above 0 it said too much. Above: 10 / 200 = 0.05. */
export function bias(all: readonly Said[]): number | null {
  return overWhatCame(all, ({ said, came }) => said - came)
}

function overWhatCame(all: readonly Said[], of: (one: Said) => number): number | null {
  const came = all.reduce((sum, one) => sum + one.came, 0)
  return came > 0 ? all.reduce((sum, one) => sum + of(one), 0) / came : null
}

/** How often what came lay in the interval, with the 95 % interval of that share (Wilson); null of none. */
export function coverage(hits: readonly boolean[]): ({ share: number } & Interval) | null {
  const inside = hits.filter((hit) => hit).length
  const range = wilson(inside, hits.length)
  return range === null ? null : { share: inside / hits.length, ...range }
}

/**
 * Mean squared difference between a chance and what came of it (1 or 0); null of none.
 * Source: G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78 (1950).
 * By hand: 0.8 for what came and 0.3 for what did not: (0.04 + 0.09) / 2 = 0.065.
 */
export function brier(all: readonly { chance: number; came: boolean }[]): number | null {
  if (all.length === 0) return null
  return all.reduce((sum, { chance, came }) => sum + (chance - (came ? 1 : 0)) ** 2, 0) / all.length
}

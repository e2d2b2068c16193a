import { countsOf } from '../forecast/distributions.ts'
import type { Outlook } from '../forecast/outlook.ts'

/** What was counted in so many working days. */
export interface Counted {
  readonly count: number
  readonly days: number
}

/** What is still to come, by its first two moments; they add up over those who work apart from one another. */
export interface Coming {
  readonly mean: number
  readonly variance: number
}

/**
 * What is to be counted in the `left` working days of a period, from whole periods before it (`past`) and from what of
 * it is over (`now`). Each period has a daily rate of its own; the rates are gamma distributed, with mean and variance
 * from the past by moments; those of this period are the past's shrunk by what it shows itself; what is to come is
 * then negative binomial. Past periods before the first that has anything do not count. Null where nothing was counted
 * yet: that says little of what is to come.
 * Source: A. Gelman et al., "Bayesian Data Analysis", 3rd ed., 2.6.
 * By hand: past 20, 30 and 40 in 20 days each, so the rate is 90/60 = 1.5 a day; ((20−30)² + 0 + (40−30)²)/2 = 100, less
 * the mean 30 gives 70, by 20² a variance of 0.175; a = 1.5²/0.175 = 12.857, b = 1.5/0.175 = 8.571. Of this month 10 in
 * 10 days: (12.857 + 10)/(8.571 + 10) = 1.2308 a day, and with 10 days left 12.308 to come, of variance
 * 12.308·(1 + 10/18.571) = 18.935.
 */
export function comingOf(past: readonly Counted[], now: Counted, left: number): Coming | null {
  const first = past.findIndex(({ count }) => count > 0)
  const known = first < 0 ? [] : past.slice(first).filter(({ days }) => days > 0)
  const days = sum(known.map((one) => one.days))
  const count = sum(known.map((one) => one.count))
  if (count + now.count === 0) return left === 0 ? { mean: 0, variance: 0 } : null
  if (left === 0) return { mean: 0, variance: 0 }
  const { shape, rate } = count === 0 ? { shape: 0, rate: 0 } : ratesOf(known, count / days, days)
  const exposure = rate + now.days
  const mean = ((shape + now.count) / exposure) * left
  return { mean, variance: mean * (1 + left / exposure) }
}

/** The gamma distribution of daily rates. Rates that differ no more than chance would have it know all days together. */
function ratesOf(past: readonly Counted[], mean: number, days: number): { shape: number; rate: number } {
  const together = { shape: mean * days, rate: days }
  if (past.length < 2) return together
  const spread = sum(past.map((one) => (one.count - mean * one.days) ** 2)) / (past.length - 1)
  const byChance = (mean * days) / past.length
  const squares = sum(past.map((one) => one.days ** 2)) / past.length
  const variance = (spread - byChance) / squares
  return variance * days <= mean ? together : { shape: mean ** 2 / variance, rate: mean / variance }
}

/** Of those who work apart from one another. */
export function together(parts: readonly Coming[]): Coming {
  return { mean: sum(parts.map(({ mean }) => mean)), variance: sum(parts.map(({ variance }) => variance)) }
}

/** The outlook of a count of which this is there already. */
export function outlookOf(already: number, { mean, variance }: Coming): Outlook {
  const rest = countsOf(mean, variance)
  const at = (share: number) => already + rest.quantile(share)
  return {
    already,
    mean: already + mean,
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
    chanceOf: (target) => rest.atLeast(target - already),
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}

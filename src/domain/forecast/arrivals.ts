/** Deals that will be created: how many a day, and how well that is known. */
export interface Arrivals {
  perDay: number
  /** Variance of the rate, relative to its square. */
  spread: number
  /** How much more the number of deals varies from week to week than chance alone would make it (at least 1). */
  dispersion: number
}

/** A quarter of a year: 13 whole weeks. */
export const ARRIVAL_DAYS = 91
const WEEK = 7
/** So young a workspace tells no more than so many days would: its first deals were there before. */
const LEAST_DAYS = 28

/**
 * The rate of the last 13 weeks, or of the whole weeks there are, from the numbers of deals created on each day, the
 * last day last. The dispersion is the variance of the weeks' numbers over their mean; the rate's own relative variance
 * is dispersion / number of deals.
 *
 * By hand: weeks of 4, 8, 6, 6 deals: 24/28 a day; variance 2.7, mean 6: less than chance, so dispersion 1, spread 1/24.
 */
export function arrivals(created: ArrayLike<number>): Arrivals {
  const days = Math.min(created.length, ARRIVAL_DAYS)
  const weeks = Math.floor(days / WEEK)
  const counts = Array.from({ length: weeks }, (_, week) =>
    sumOf(created, created.length - (week + 1) * WEEK, WEEK),
  )
  const total =
    weeks > 0 ? sumOf(created, created.length - weeks * WEEK, weeks * WEEK) : sumOf(created, 0, days)
  const over = weeks > 0 ? weeks * WEEK : days
  if (total === 0) return { perDay: 0, spread: 0, dispersion: 1 }
  const mean = total / Math.max(1, weeks)
  const variance = weeks > 1 ? counts.reduce((all, n) => all + (n - mean) ** 2, 0) / (weeks - 1) : mean
  const dispersion = Math.max(1, variance / mean)
  return { perDay: total / Math.max(over, LEAST_DAYS), spread: dispersion / total, dispersion }
}

function sumOf(numbers: ArrayLike<number>, from: number, count: number): number {
  let all = 0
  for (let i = Math.max(0, from); i < from + count; i++) all += numbers[i] ?? 0
  return all
}

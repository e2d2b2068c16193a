/**
 * What a figure of a period is at T, and what it may come to by the period's end: minor units of the report's currency,
 * or a count. Means add up; quantiles do not.
 */
export interface Outlook {
  readonly already: number
  readonly mean: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
  /** The probability that it comes to the target or more. */
  chanceOf(target: number): number
}

/** Of a period that is over: it is what it is. */
export function settled(value: number): Outlook {
  return {
    already: value,
    mean: value,
    p10: value,
    p50: value,
    p90: value,
    chanceOf: (target) => (value >= target ? 1 : 0),
  }
}

export interface Interval {
  low: number
  high: number
}

/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959963984540054

/** k/n, or null where n is 0: a share of nothing is unknown, not zero. */
export function ratio(k: number, n: number): number | null {
  return n === 0 ? null : k / n
}

/**
 * 95 % interval of a share k/n, as fractions; null where n is 0.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 */
export function wilson(k: number, n: number): Interval | null {
  if (n === 0) return null
  const share = k / n
  const z2 = Z * Z
  const centre = share + z2 / (2 * n)
  const spread = Z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  const scale = 1 + z2 / n
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) }
}

/** The middle of the sorted values, or the mean of the two in the middle; null of none. */
export function medianOf(values: number[]): number | null {
  const { length } = values
  if (length === 0) return null
  const sorted = Float64Array.from(values).sort()
  const middle = length >> 1
  const high = sorted[middle] ?? 0
  return length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2
}

/** Four decimals, as JSON and CSV carry rates. */
export function round4(x: number | null): number | null {
  return x === null ? null : Math.round(x * 1e4) / 1e4
}

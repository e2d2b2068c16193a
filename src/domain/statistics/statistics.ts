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
  return middleOf(Float64Array.from(values))
}

/** The same of values that are its own: they are left in another order. */
export function middleOf(values: Float64Array): number | null {
  const { length } = values
  if (length === 0) return null
  const middle = length >> 1
  const high = select(values, middle)
  if (length % 2 === 1) return high
  let low = Number.NEGATIVE_INFINITY
  for (let i = 0; i < middle; i++) low = Math.max(low, values[i] ?? low)
  return (low + high) / 2
}

/**
 * The k-th smallest (0-based), with those before it in its place not greater than it: the array is left so. Without
 * sorting: time grows with the number of values. Source: C. A. R. Hoare, "Algorithm 65: Find", CACM 4 (1961).
 */
export function select(values: Float64Array, k: number): number {
  let from = 0
  let until = values.length - 1
  while (from < until) {
    const pivot = values[(from + until) >> 1] ?? 0
    let i = from
    let j = until
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i++
      while ((values[j] ?? 0) > pivot) j--
      if (i > j) break
      const held = values[i] ?? 0
      values[i++] = values[j] ?? 0
      values[j--] = held
    }
    if (k <= j) until = j
    else if (k >= i) from = i
    else break
  }
  return values[k] ?? Number.NaN
}

/** Four decimals, as JSON and CSV carry rates. */
export function round4(x: number | null): number | null {
  return x === null ? null : Math.round(x * 1e4) / 1e4
}

/**
 * Two-sided p-value of the difference between the shares a/n and b/m of two groups that share no member: Pearson's
 * χ² on the 2×2 table, times (N−1)/N. 1 where either group is empty or some expected count is below 1: of so few
 * nothing can be told.
 * Source: I. Campbell, "Chi-squared and Fisher–Irwin tests of two-by-two tables with small sample recommendations",
 * Statistics in Medicine 26 (2007).
 * By hand: 16/38 beside 9/82. ad−bc = 16·73 − 22·9 = 970; χ² = 120·970² / (38·82·25·95) = 15.257; times 119/120 =
 * 15.130; its root is 3.890, so p = 0.0001.
 */
export function differencePValue(a: number, n: number, b: number, m: number): number {
  const all = n + m
  const hits = a + b
  const least = (Math.min(n, m) * Math.min(hits, all - hits)) / Math.max(1, all)
  if (least < 1) return 1
  const cross = a * (m - b) - b * (n - a)
  const chi2 = ((all - 1) * cross * cross) / (n * m * hits * (all - hits))
  return normalTail(Math.sqrt(chi2))
}

/**
 * Which of several hypotheses fall, so that with probability 95 % none falls wrongly. A null is none to be tested.
 * Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6
 * (1979). By hand: 0.01, 0.04, 0.03 are held against 0.05/3, 0.05/1, 0.05/2 in the order 0.01, 0.03, 0.04: the first
 * falls, the second (0.03 > 0.025) stands, and so does the third.
 */
export function holm(pValues: readonly (number | null)[]): boolean[] {
  const order = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((x, y) => x.p - y.p)
  const falls = pValues.map(() => false)
  for (const [rank, { p, index }] of order.entries()) {
    if (p > 0.05 / (order.length - rank)) break
    falls[index] = true
  }
  return falls
}

/**
 * P(|Z| > z) of the standard normal distribution, z ≥ 0; off by 1.5·10⁻⁷ at most.
 * Source: M. Abramowitz, I. Stegun, "Handbook of Mathematical Functions", 7.1.26.
 */
export function normalTail(z: number): number {
  const x = z / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const sum = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
  return sum * Math.exp(-x * x)
}

/** The place, from 1, of the smallest of n sorted values that this share of them does not exceed (nearest rank). */
export function nearestRank(n: number, share: number): number {
  return Math.max(1, Math.ceil(n * share - 1e-9))
}

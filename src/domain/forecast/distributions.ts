/** A distribution of whole numbers that are not negative. */
interface Distribution {
  /** P(X ≥ x). */
  atLeast(x: number): number
  /** The least x that is not exceeded with this probability. */
  quantile(share: number): number
}

const NOTHING: Distribution = { atLeast: (x) => (x <= 0 ? 1 : 0), quantile: () => 0 }

/**
 * Counts of this mean and variance: negative binomial, which is Poisson's where the variance is not above the mean.
 * P(k+1)/P(k) = q·(a+k)/(k+1) with a = m²/(v−m), q = m/(m+a), P(0) = (a/(a+m))^a.
 * Source: N. L. Johnson, A. W. Kemp, S. Kotz, "Univariate Discrete Distributions", 3rd ed., 5.1.
 * By hand: m = 2, v = 4 gives a = 2, q = 1/2 and P = 1/4, 1/4, 3/16, …
 */
export function countsOf(mean: number, variance: number): Distribution {
  if (!(mean > 0)) return NOTHING
  const shape = variance > mean * (1 + 1e-9) ? (mean * mean) / (variance - mean) : Number.POSITIVE_INFINITY
  const isPoisson = shape > 1e7
  const q = isPoisson ? 0 : mean / (mean + shape)
  const until = Math.ceil(mean + 14 * Math.sqrt(Math.max(variance, mean))) + 30
  const below = new Float64Array(until + 1)
  let log = isPoisson ? -mean : shape * Math.log1p(-q)
  let sum = 0
  for (let k = 0; k <= until; k++) {
    sum += Math.exp(log)
    below[k] = Math.min(1, sum)
    log += Math.log(isPoisson ? mean / (k + 1) : (q * (shape + k)) / (k + 1))
  }
  return {
    atLeast: (x) => {
      const k = Math.ceil(x) - 1
      return k < 0 ? 1 : Math.max(0, 1 - (below[Math.min(k, until)] ?? 1))
    },
    quantile: (share) => {
      const k = below.findIndex((p) => p >= share)
      return k < 0 ? until : k
    },
  }
}

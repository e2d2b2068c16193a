/** A distribution of what is not negative: of counts whole numbers, of money any. */
export interface Distribution {
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

/** Money of this mean and variance: gamma. All of it is the mean where the variance is nothing. */
export function amountsOf(mean: number, variance: number): Distribution {
  if (!(mean > 0)) return NOTHING
  if (!(variance > 0)) return { atLeast: (x) => (x <= mean ? 1 : 0), quantile: () => mean }
  const shape = (mean * mean) / variance
  const scale = variance / mean
  const atLeast = (x: number) => (x <= 0 ? 1 : 1 - lowerGamma(shape, x / scale))
  const quantile = (share: number) => {
    let [low, high] = [0, mean + 10 * Math.sqrt(variance)]
    while (1 - atLeast(high) < share && high < 1e18) high *= 2
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2
      if (1 - atLeast(middle) < share) low = middle
      else high = middle
    }
    return high
  }
  return { atLeast, quantile }
}

/**
 * The regularised lower incomplete gamma function P(a, x), by its series below a + 1 and by its continued fraction
 * above. Source: W. H. Press et al., "Numerical Recipes", 3rd ed., 6.2. By hand: P(1, x) = 1 − e^−x.
 */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let [term, sum] = [1 / a, 1 / a]
    for (let n = 1; n < 10_000 && term > sum * 1e-15; n++) {
      term *= x / (a + n)
      sum += term
    }
    return Math.min(1, front * sum)
  }
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < 10_000; n++) {
    const an = -n * (n - a)
    b += 2
    d = 1 / notNought(an * d + b, tiny)
    c = notNought(b + an / c, tiny)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return Math.max(0, 1 - front * fraction)
}

function notNought(x: number, tiny: number): number {
  return Math.abs(x) < tiny ? tiny : x
}

/** ln Γ(a), a > 0. Source: C. Lanczos, "A precision approximation of the gamma function", SIAM J. Numer. Anal. B 1 (1964). */
function logGamma(a: number): number {
  if (a < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * a)) - logGamma(1 - a)
  const x = a - 1
  const t = x + 7.5
  const sum = LANCZOS.reduce((all, one, i) => all + one / (x + i + 1), 0.999_999_999_999_809_9)
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum)
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]

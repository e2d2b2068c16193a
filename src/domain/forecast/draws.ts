import type { Random } from '../statistics/random.ts'

/** A draw of the standard normal distribution: G. E. P. Box, M. E. Muller, Annals of Mathematical Statistics 29 (1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}

/**
 * A draw of the gamma distribution of this shape and scale 1.
 * Source: G. Marsaglia, W. W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000).
 */
export function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random.next()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Above this mean a Poisson draw is made by halves, so that no product of uniforms underflows. */
const LARGE = 30

/** A draw of the Poisson distribution. Sources: D. E. Knuth, TAOCP 2, 3.4.1; for large means J. H. Ahrens, U. Dieter (1974). */
export function poisson(random: Random, mean: number): number {
  let left = mean
  let count = 0
  while (left > LARGE) {
    // The n-th arrival of a stream comes at a gamma moment; those before it are counted, or are a binomial share of n − 1.
    const n = Math.floor((left * 7) / 8)
    const at = gamma(random, n)
    if (at > left) return count + binomial(random, n - 1, left / at)
    count += n
    left -= at
  }
  const least = Math.exp(-left)
  for (let product = random.next(); product > least; product *= random.next()) count++
  return count
}

/** A draw of the binomial distribution: by the gaps between successes, or by halving where there are many. */
export function binomial(random: Random, trials: number, chance: number): number {
  if (chance <= 0 || trials <= 0) return 0
  if (chance >= 1) return trials
  if (chance > 0.5) return trials - binomial(random, trials, 1 - chance)
  if (trials * chance > LARGE) {
    // The middle of the sorted uniforms is a beta draw: trials on its far side are decided at once.
    const middle = Math.floor(trials / 2) + 1
    const low = gamma(random, middle)
    const at = low / (low + gamma(random, trials - middle + 1))
    return at <= chance
      ? middle + binomial(random, trials - middle, (chance - at) / (1 - at))
      : binomial(random, middle - 1, chance / at)
  }
  const scale = Math.log1p(-chance)
  let [count, at] = [0, 0]
  for (;;) {
    at += Math.floor(Math.log(1 - random.next()) / scale) + 1
    if (at > trials) return count
    count++
  }
}

import type { Random } from '../statistics/random.ts'
import type { Cells } from './cells.ts'
import { normal } from './draws.ts'
import type { OpenDeals } from './open-deals.ts'
import type { Worth } from './won-values.ts'

/** Nothing that is drawn as one sum counts for more in it than one of so many. */
const MANY = 30
/** The mean squared of such a sum is at least so many times its variance: hardly ever nothing comes of it. */
const SURE = 5
/** Chances of deals are told apart so finely where a factor makes some of them certain. */
const LEVELS = 20
/** Sums of a window that are kept beside those with other windows. */
const OWN = 5

/** What a deal brings if it is won, its square and its cube: by its amount, or where that is not known as such deals do on average. */
function powersOf(
  { amount, worth }: OpenDeals,
  worths: readonly Worth[],
  deal: number,
): [number, number, number] {
  const own = amount[deal] ?? Number.NaN
  if (!Number.isNaN(own)) return [own, own * own, own * own * own]
  const { mean = 0, spread = 0 } = worths[worth[deal] ?? 0] ?? {}
  const square = mean * mean * (1 + spread)
  return [mean, square, mean * square * (1 + 2 * spread)]
}

/**
 * The deals that may be drawn together, ascending: by the variances a²·c − (a·c)² that they add to their group in each
 * window, none is more than a thirtieth of it; and of all that are left the mean squared is five times the variance.
 */
export function alikeDeals(
  deals: OpenDeals,
  worths: readonly Worth[],
  { values, layers }: Cells,
  groups: number,
): Int32Array {
  const table = () => new Float64Array(groups * layers)
  const [variances, means, left] = [table(), table(), table()]
  const eachWindow = (deal: number, is: (cell: number, mean: number, variance: number) => boolean) => {
    const [worth, square] = powersOf(deals, worths, deal)
    for (let w = 0; w < layers; w++) {
      const chance = values[(deals.place[deal] ?? 0) * layers + w] ?? 0
      const mean = worth * chance
      if (!is((deals.group[deal] ?? 0) * layers + w, mean, square * chance - mean * mean)) return false
    }
    return true
  }
  const add = (to: Float64Array, cell: number, by: number) => {
    to[cell] = (to[cell] ?? 0) + by
    return true
  }
  const all = Int32Array.from({ length: deals.count }, (_, deal) => deal)
  for (const deal of all) eachWindow(deal, (cell, _, variance) => add(variances, cell, variance))
  const lesser = all.filter((deal) =>
    eachWindow(deal, (cell, _, variance) => variance * MANY <= (variances[cell] ?? 0)),
  )
  for (const deal of lesser)
    eachWindow(deal, (cell, mean, variance) => add(means, cell, mean) && add(left, cell, variance))
  return lesser.filter((deal) =>
    eachWindow(deal, (cell) => (means[cell] ?? 0) ** 2 >= SURE * (left[cell] ?? 0)),
  )
}

/** What many alike deals bring together, by one set of chances. */
export class PooledDeals {
  /** By level of their chances, group and window: of the deals the sums of a·c, a²·c, a³·c, a³·c² and a³·c³, then of a²·c·c with each window up to it. */
  readonly #within: Float64Array
  /** The same of a level and all below it. */
  readonly #upTo: Float64Array
  readonly #size: number
  /** The mean chances by level and window, and the factors that leave none above 1. */
  readonly #chances: Float64Array
  readonly #cut: Float64Array
  readonly #mean: Float64Array
  readonly #covariance: Float64Array
  readonly #third: Float64Array
  readonly #root: Float64Array
  readonly #normals: Float64Array

  constructor(
    deals: OpenDeals,
    alike: Int32Array,
    worths: readonly Worth[],
    { values, layers }: Cells,
    readonly groups: number,
  ) {
    this.#size = layers * (OWN + layers)
    this.#within = new Float64Array((LEVELS + 1) * groups * this.#size)
    this.#chances = new Float64Array((LEVELS + 1) * layers)
    this.#cut = new Float64Array((LEVELS + 1) * layers)
    this.#mean = new Float64Array(layers)
    this.#third = new Float64Array(layers)
    this.#normals = new Float64Array(layers)
    this.#covariance = new Float64Array(layers * layers)
    this.#root = new Float64Array(layers * layers)
    this.#gather(deals, alike, worths, values)
    const of = groups * this.#size
    this.#upTo = this.#within.slice()
    for (let at = of; at < this.#upTo.length; at++)
      this.#upTo[at] = (this.#upTo[at] ?? 0) + (this.#upTo[at - of] ?? 0)
  }

  #gather(deals: OpenDeals, alike: Int32Array, worths: readonly Worth[], values: Float64Array): void {
    const windows = this.#mean.length
    const counts = new Int32Array(LEVELS + 1)
    for (const deal of alike) {
      const from = (deals.place[deal] ?? 0) * windows
      let total = 0
      for (let w = 0; w < windows; w++) total += values[from + w] ?? 0
      const level = Math.min(LEVELS, Math.ceil(total * LEVELS))
      counts[level] = (counts[level] ?? 0) + 1
      const [worth, square, cube] = powersOf(deals, worths, deal)
      let at = (level * this.groups + (deals.group[deal] ?? 0)) * this.#size
      for (let w = 0; w < windows; w++) {
        const chance = values[from + w] ?? 0
        this.#chances[level * windows + w] = (this.#chances[level * windows + w] ?? 0) + chance
        const mean = worth * chance
        this.#put(at++, mean)
        this.#put(at++, square * chance)
        this.#put(at++, cube * chance)
        this.#put(at++, mean * square * chance)
        this.#put(at++, mean * mean * mean)
        for (let v = 0; v < windows; v++, at++)
          if (v <= w) this.#put(at, worth * mean * (values[from + v] ?? 0))
      }
    }
    for (let i = 0; i < this.#chances.length; i++)
      this.#chances[i] = (this.#chances[i] ?? 0) / Math.max(1, counts[Math.floor(i / windows)] ?? 0)
  }

  #put(at: number, by: number): void {
    this.#within[at] = (this.#within[at] ?? 0) + by
  }

  /**
   * Draws what they bring in each window: with p = c·factor the mean is Σ a·p, the variance Σ a²·p − (a·p)², the third
   * moment Σ a³·(p − 3p² + 2p³), and as no deal is won twice, the covariance of two windows −Σ a²·p·p′. Each sum is a
   * gamma of these moments, shifted, by the cube of a normal draw (E. B. Wilson, M. M. Hilferty, PNAS 17 (1931)); the
   * draws of the windows are as correlated as the sums.
   */
  draw(factors: Float64Array, random: Random, sink: (group: number, w: number, sum: number) => void): void {
    const windows = factors.length
    const level = this.#cutFactors(factors)
    for (let group = 0; group < this.groups; group++) {
      this.#describe(group, level, factors)
      this.#findRoot()
      for (let w = 0; w < windows; w++) this.#normals[w] = normal(random)
      for (let w = 0; w < windows; w++) {
        const mean = this.#mean[w] ?? 0
        if (mean <= 0) continue
        const deviation = Math.sqrt(Math.max(0, this.#covariance[w * windows + w] ?? 0))
        let off = 0
        for (let v = 0; v <= w; v++) off += (this.#root[w * windows + v] ?? 0) * (this.#normals[v] ?? 0)
        sink(group, w, Math.max(0, mean + skewed(off, deviation, this.#third[w] ?? 0)))
      }
    }
  }

  /** The highest level at which these factors make no deal certain; of those above, the factors that do no more than that. */
  #cutFactors(factors: Float64Array): number {
    const windows = factors.length
    let most = 1
    for (let w = 0; w < windows; w++) most = Math.max(most, factors[w] ?? 0)
    const sure = Math.floor(LEVELS / most)
    for (let level = sure + 1; level <= LEVELS; level++) {
      let left = 1
      for (let w = 0; w < windows; w++) {
        const chance = this.#chances[level * windows + w] ?? 0
        const factor = chance > 0 ? Math.min(factors[w] ?? 0, left / chance) : 0
        this.#cut[level * windows + w] = factor
        left -= chance * factor
      }
    }
    return sure
  }

  /** Means, covariances and third moments of the windows of a group. */
  #describe(group: number, sure: number, factors: Float64Array): void {
    const of = (level: number) => (level * this.groups + group) * this.#size
    this.#mean.fill(0)
    this.#covariance.fill(0)
    this.#third.fill(0)
    this.#addSums(this.#upTo, of(sure), factors, 0)
    for (let level = sure + 1; level <= LEVELS; level++)
      this.#addSums(this.#within, of(level), this.#cut, level * factors.length)
  }

  #addSums(sums: Float64Array, from: number, factors: Float64Array, first: number): void {
    const [mean, covariance, third] = [this.#mean, this.#covariance, this.#third]
    const windows = mean.length
    let at = from
    for (let w = 0; w < windows; w++, at += OWN + windows) {
      const factor = factors[first + w] ?? 0
      const row = w * windows
      mean[w] = (mean[w] ?? 0) + (sums[at] ?? 0) * factor
      covariance[row + w] = (covariance[row + w] ?? 0) + (sums[at + 1] ?? 0) * factor
      third[w] =
        (third[w] ?? 0) +
        factor * ((sums[at + 2] ?? 0) - factor * (3 * (sums[at + 3] ?? 0) - factor * 2 * (sums[at + 4] ?? 0)))
      for (let v = 0; v <= w; v++)
        covariance[row + v] =
          (covariance[row + v] ?? 0) - (sums[at + OWN + v] ?? 0) * factor * (factors[first + v] ?? 0)
    }
  }

  /** Cholesky’s root of the covariances. */
  #findRoot(): void {
    const [root, windows] = [this.#root, this.#mean.length]
    for (let w = 0; w < windows; w++)
      for (let v = 0; v <= w; v++) {
        let left = this.#covariance[w * windows + v] ?? 0
        for (let u = 0; u < v; u++) left -= (root[w * windows + u] ?? 0) * (root[v * windows + u] ?? 0)
        const of = root[v * windows + v] ?? 0
        root[w * windows + v] = v === w ? Math.sqrt(Math.max(0, left)) : of > 0 ? left / of : 0
      }
  }
}

/** A deviation from the mean, normal until it is bent to have this third moment. */
function skewed(normal: number, deviation: number, third: number): number {
  const skew = deviation > 0 ? third / (deviation * deviation * deviation) : 0
  if (Math.abs(skew) < 1e-3) return normal
  const sixth = skew / 6
  const root = 1 + (sixth * normal) / deviation - sixth * sixth
  return ((2 * deviation) / skew) * (root * root * root - 1)
}

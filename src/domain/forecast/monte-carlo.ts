import type { Random } from '../statistics/random.ts'
import type { Cells } from './cells.ts'
import { gamma, normal, poisson } from './draws.ts'
import type { OpenDeals } from './open-deals.ts'
import { alikeDeals, PooledDeals } from './pooled-deals.ts'
import { BLOCK, type Ranked, RankedDeals } from './ranked-deals.ts'
import type { Recalibration } from './recalibration.ts'
import type { Worth } from './won-values.ts'

/** One set of chances that the past allows: those of open deals, and wins in each window from one deal created a day. */
export interface Draw {
  chance: Cells
  fresh: readonly number[]
}

export interface Simulation {
  deals: OpenDeals
  draws: readonly Draw[]
  /** Around which those are drawn. */
  fitted: Cells
  /** What deals without a known amount are worth. */
  worths: readonly Worth[]
  newWorth: Worth
  /** Created deals a day by group, the relative variance of that rate, and their dispersion. */
  newPerDay: readonly number[]
  newSpread: number
  newDispersion: number
  recalibration: Recalibration
  groups: number
  windows: number
  runs: number
}

/** What each run brought, minor units: by group and window, a value for each run. */
export type Runs = readonly (readonly Float64Array[])[]

/** No run goes further from what is expected. */
const MOST_FACTOR = 5
/**
 * Runs the future so many times over. Each run takes one of the drawn sets of chances, a level and a factor for each
 * window (normal in the logarithm, with the scatter itself uncertain: scaled inverse χ²), a rate of new deals, what
 * products are worth; then every open deal is won in one of the windows or not, and new deals are won in a Poisson number.
 * What very many alike deals bring is drawn as one sum.
 */
export function simulate(simulation: Simulation, random: Random): Runs {
  const { groups, windows, runs, draws } = simulation
  const totals = Array.from({ length: groups }, () =>
    Array.from({ length: windows }, () => new Float64Array(runs)),
  )
  const perDraw = Math.ceil(runs / draws.length)
  const { deals, worths, fitted } = simulation
  const alike = alikeDeals(deals, worths, fitted, groups)
  const isAlike = new Uint8Array(deals.count)
  for (const deal of alike) isAlike[deal] = 1
  const alone = new RankedDeals(
    deals,
    Int32Array.from({ length: deals.count }, (_, deal) => deal).filter((deal) => isAlike[deal] === 0),
  )
  for (const [index, draw] of draws.entries()) {
    const run = new DrawnRuns(simulation, draw, alone, alike, random)
    const until = Math.min(runs, (index + 1) * perDraw)
    for (let at = index * perDraw; at < until; at++) run.into(totals, at)
  }
  return totals
}

/** The runs that share one set of chances. */
class DrawnRuns {
  readonly #alone: Ranked
  readonly #alike: PooledDeals | null
  readonly #factors: Float64Array
  readonly #worths: readonly Worth[]
  readonly #newWorth: Worth
  readonly #unknown: Int32Array
  readonly #hit: number[] = []

  constructor(
    readonly simulation: Simulation,
    readonly draw: Draw,
    alone: RankedDeals,
    alike: Int32Array,
    readonly random: Random,
  ) {
    const { deals, windows, worths, groups } = simulation
    this.#alone = alone.by(draw.chance)
    this.#worths = worths.map((worth) => this.#drawMean(worth))
    this.#newWorth = this.#drawMean(simulation.newWorth)
    this.#alike = alike.length === 0 ? null : new PooledDeals(deals, alike, this.#worths, draw.chance, groups)
    this.#factors = new Float64Array(windows)
    this.#unknown = new Int32Array(groups * worths.length * windows)
  }

  into(totals: readonly Float64Array[][], run: number): void {
    this.#drawFactors()
    this.#openDeals(totals, run)
    this.#alike?.draw(this.#factors, this.random, (group, w, sum) => add(totals, group, w, run, sum))
    this.#unknownAmounts(totals, run)
    this.#newDeals(totals, run)
  }

  #drawFactors(): void {
    const { recalibration, windows } = this.simulation
    const { level, levelSpread, scatter, scatterKnown } = recalibration
    const { random } = this
    const variance = (scatter * scatterKnown) / (2 * gamma(random, scatterKnown / 2))
    const common = Math.log(level) + levelSpread * normal(random) - levelSpread ** 2 / 2
    for (let w = 0; w < windows; w++) {
      const log = common + Math.sqrt(variance) * normal(random) - Math.min(variance, 1) / 2
      this.#factors[w] = Math.min(MOST_FACTOR, Math.exp(log))
    }
  }

  /** Goes from hit to hit: a geometric number of deals is passed over by the block's highest chance, and the one met is won by the share that its own has of that. */
  #openDeals(totals: readonly Float64Array[][], run: number): void {
    const { order, highest: blocks } = this.#alone
    const { deals, windows } = this.simulation
    const { random } = this
    const chances = this.draw.chance.values
    const factors = this.#factors
    for (let from = 0; from < order.length; from += BLOCK) {
      const until = Math.min(order.length, from + BLOCK)
      let highest = 0
      for (let w = 0; w < windows; w++)
        highest += (blocks[(from / BLOCK) * windows + w] ?? 0) * (factors[w] ?? 0)
      if (highest <= 0) continue
      const bound = Math.min(highest, 1)
      const scale = Math.log1p(-Math.min(bound, 1 - 1e-12))
      for (let rank = from; ; rank++) {
        rank += Math.floor(Math.log(1 - random.next()) / scale)
        if (rank >= until) break
        const deal = order[rank] ?? 0
        const place = (deals.place[deal] ?? 0) * windows
        let left = random.next() * bound
        for (let w = 0; w < windows; w++) {
          left -= (chances[place + w] ?? 0) * (factors[w] ?? 0)
          if (left >= 0) continue
          this.#win(deal, w, totals, run)
          break
        }
      }
    }
  }

  #win(deal: number, w: number, totals: readonly Float64Array[][], run: number): void {
    const { deals, windows, worths } = this.simulation
    const group = deals.group[deal] ?? 0
    const amount = deals.amount[deal] ?? Number.NaN
    if (!Number.isNaN(amount)) {
      add(totals, group, w, run, amount)
      return
    }
    const cell = (group * worths.length + (deals.worth[deal] ?? 0)) * windows + w
    if (this.#unknown[cell] === 0) this.#hit.push(cell)
    this.#unknown[cell] = (this.#unknown[cell] ?? 0) + 1
  }

  #unknownAmounts(totals: readonly Float64Array[][], run: number): void {
    const { windows } = this.simulation
    const worths = this.#worths
    for (const cell of this.#hit) {
      const w = cell % windows
      const rest = (cell - w) / windows
      const worth = worths[rest % worths.length]
      if (worth !== undefined)
        add(totals, Math.floor(rest / worths.length), w, run, this.#bring(this.#unknown[cell] ?? 0, worth))
      this.#unknown[cell] = 0
    }
    this.#hit.length = 0
  }

  #newDeals(totals: readonly Float64Array[][], run: number): void {
    const { newPerDay, newSpread, windows, groups, newDispersion } = this.simulation
    const { random, draw } = this
    const shape = 1 / Math.max(newSpread, 1e-6)
    const rate = newSpread > 0 ? gamma(random, shape) / shape : 1
    for (let group = 0; group < groups; group++)
      for (let w = 0; w < windows; w++) {
        const mean = (newPerDay[group] ?? 0) * rate * (draw.fresh[w] ?? 0) * (this.#factors[w] ?? 0)
        if (mean <= 0) continue
        // A mean drawn from a gamma distribution makes the Poisson number as much wider as the weeks were.
        const wide =
          newDispersion > 1 ? gamma(random, mean / (newDispersion - 1)) * (newDispersion - 1) : mean
        const wins = poisson(random, wide)
        if (wins > 0) add(totals, group, w, run, this.#bring(wins, this.#newWorth))
      }
  }

  /** A mean that the deals it was learnt from allow. */
  #drawMean(worth: Worth): Worth {
    if (worth.spread <= 0 || worth.known === 0) return worth
    const shape = worth.known / worth.spread
    return { ...worth, mean: (worth.mean * gamma(this.random, shape)) / shape }
  }

  /** The sum of so many amounts, gamma distributed each. */
  #bring(wins: number, { mean, spread }: Worth): number {
    if (spread <= 0) return wins * mean
    return gamma(this.random, wins / spread) * mean * spread
  }
}

function add(
  totals: readonly Float64Array[][],
  group: number,
  window: number,
  run: number,
  by: number,
): void {
  const row = totals[group]?.[window]
  if (row !== undefined) row[run] = (row[run] ?? 0) + by
}

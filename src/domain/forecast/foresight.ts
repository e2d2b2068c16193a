import type { Random } from '../statistics/random.ts'
import { OLDEST } from './ages.ts'
import { drawHazards, type Learner, type Lesson } from './learner.ts'
import { type Runs, simulate } from './monte-carlo.ts'
import type { OpenDeals } from './open-deals.ts'
import { type Window, wantedOf } from './outcome-model.ts'
import type { Worth } from './won-values.ts'

/** What is open at a moment, and what such deals are worth. */
export interface Standing {
  deals: OpenDeals
  worths: readonly Worth[]
  newWorth: Worth
  /** The share of new deals that falls to each group; they add up to 1. */
  shares: readonly number[]
}

/** What is expected of the days ahead, minor units, by group and window. */
export interface Foresight {
  fromOpen: number[][]
  fromNew: number[][]
  /** So many runs of a simulation around it: what takes long, and is drawn only where it is asked for. */
  runs(count: number, random: Random): Runs
  /** Of each open deal, the chance to be won within each window: deal × windows + window. */
  chances: Float64Array
}

/** Sets of chances drawn; of a far horizon fewer, each of which takes longer. */
const DRAWS = { most: 100, least: 10, work: 2e8 } as const
const RUNS_A_DRAW = 10
/** No deal is more certain than this. */
const MOST_CERTAIN = 0.99

/** Means by the fitted chances, and what is simulated around them. */
export function foresee(
  learner: Learner,
  learnt: Lesson,
  { deals, worths, newWorth, shares }: Standing,
  windows: readonly Window[],
): Foresight {
  const { level } = learnt.recalibration
  const groups = shares.length
  const { open } = learner.chain.states
  const standing = new Uint8Array(open * (OLDEST + 1))
  for (let deal = 0; deal < deals.count; deal++) standing[deals.place[deal] ?? 0] = 1
  const wanted = wantedOf(standing, open)
  const ahead = learner.ahead(learnt, learnt.hazards, windows, wanted)
  const chances = chancesOf(deals, ahead.chance.values, windows.length, level)
  const table = () => shares.map(() => windows.map(() => 0))
  const fromOpen = table()
  for (let deal = 0; deal < deals.count; deal++) {
    const own = deals.amount[deal] ?? Number.NaN
    const amount = Number.isNaN(own) ? (worths[deals.worth[deal] ?? 0]?.mean ?? 0) : own
    const row = fromOpen[deals.group[deal] ?? 0] ?? []
    for (let w = 0; w < windows.length; w++)
      row[w] = (row[w] ?? 0) + amount * (chances[deal * windows.length + w] ?? 0)
  }
  const perDay = learnt.arrivals.perDay
  const fromNew = table().map((row, group) =>
    row.map((_, w) => perDay * (shares[group] ?? 0) * (ahead.fresh[w] ?? 0) * level * newWorth.mean),
  )
  const days = (windows.at(-1)?.until ?? learnt.now) - learnt.now
  const work = days * learnt.hazards.win.rows * (OLDEST + 1) * Math.max(1, windows.length)
  const draws = Math.max(DRAWS.least, Math.min(DRAWS.most, Math.floor(DRAWS.work / Math.max(1, work))))
  const runs = (count: number, random: Random): Runs => {
    const drawn = Array.from({ length: Math.min(draws, Math.ceil(count / RUNS_A_DRAW)) }, () =>
      learner.ahead(learnt, drawHazards(learnt.hazards, random), windows, wanted),
    )
    const simulation = {
      deals,
      worths,
      newWorth,
      newPerDay: shares.map((share) => share * perDay),
      newSpread: learnt.arrivals.spread,
      newDispersion: learnt.arrivals.dispersion,
      recalibration: learnt.recalibration,
      draws: drawn,
      fitted: ahead.chance,
      groups,
      windows: windows.length,
      runs: count,
    }
    return simulate(simulation, random)
  }
  return { fromOpen, fromNew, runs, chances }
}

function chancesOf(deals: OpenDeals, values: Float64Array, windows: number, level: number): Float64Array {
  const chances = new Float64Array(deals.count * windows)
  for (let deal = 0; deal < deals.count; deal++) {
    let total = 0
    for (let w = 0; w < windows; w++) total += values[(deals.place[deal] ?? 0) * windows + w] ?? 0
    const scale = total * level > MOST_CERTAIN ? MOST_CERTAIN / total : level
    for (let w = 0; w < windows; w++)
      chances[deal * windows + w] = (values[(deals.place[deal] ?? 0) * windows + w] ?? 0) * scale
  }
  return chances
}

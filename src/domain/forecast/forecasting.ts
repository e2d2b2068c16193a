import { Random } from '../statistics/random.ts'
import { addUnits, dayNumber, isoOfDay } from '../time/date.ts'
import { type Foresight, foresee, type Standing } from './foresight.ts'
import type { Lesson } from './learner.ts'
import type { Runs } from './monte-carlo.ts'
import type { Window } from './outcome-model.ts'
import { beginningsOf, type Step } from './periods.ts'
import type { ForecastSource, StandingDeal } from './source.ts'
import type { Worth } from './won-values.ts'

/** What a forecast says of each group and each of some periods, beside what is won already; minor units or deals. */
export interface Forecast {
  learnt: Lesson
  /** Won before the forecast's day. */
  already: number[][]
  /** The template's: won already and what is expected to close. */
  template: number[][]
  /** The statistics' mean, what is won already included, and what of it new deals bring. */
  mean: number[][]
  newDeals: number[][]
  /**
   * Draws each run's sum, what is won already included. A period has runs of its own, which are the same whatever else
   * is asked for with it, and so have all together.
   */
  runs(): Float64Array[][]
  together(): Float64Array[]
  /** Open deals whose expected close is past, by group: how many, and by the template. */
  overdue: { deals: number; value: number }[]
  /** Of each deal its chance to be won within any of the periods. */
  chances: Float64Array
}

/** Of so many runs. */
export const RUNS = 10_000

/** What is won with each deal where only deals are counted. */
const ONE: Worth = { mean: 1, spread: 0, known: 0 }

/** What is asked of a forecast: of periods in their order, next to each other. */
export interface ForecastOptions {
  periods: readonly Window[]
  /** Longer periods are looked at month by month; shorter ones as they are. */
  step: Step
  seed: number
  /** Made at the beginning of this day, of the deals that were open then; else of the source's own. */
  now?: number
  deals?: readonly StandingDeal[]
  runs?: number
}

/** What will be won in each of the periods, by group. */
export function forecast(
  source: ForecastSource,
  { periods, step, seed, now = source.now, deals = source.open, runs = RUNS }: ForecastOptions,
): Forecast {
  const { won, learner, groups } = source
  const asked = deals.filter(({ group }) => group >= 0)
  const learnt = learner.at(now)
  const { windows, periodOf } = windowsFrom(now, periods, step)
  const standing = standingOf(source, now, asked)
  const seen = foresee(learner, learnt, standing, windows)
  const drawn = (of: Foresight) => of.runs(windows.length === 0 ? 0 : runs, new Random(seed))
  let known: Runs | undefined
  const drawnOfAll = () => {
    // By months, as when nobody asks for their parts.
    const months = monthsOf(windows)
    known ??= drawn(months.length === windows.length ? seen : foresee(learner, learnt, standing, months))
    return known
  }
  const isOne = new Set(periodOf).size < 2
  const already = transposed(
    periods.map(({ from, until }) => won.sums({ from, until: Math.min(until, now) }, groups.length)),
    groups.length,
  )
  const byTemplate = template(source, now, asked, periods, standing.worths)
  const add = (to: readonly number[][], from: readonly number[][]) =>
    to.map((row, group) => row.map((value, period) => value + (from[group]?.[period] ?? 0)))
  const fresh = collected(seen.fromNew, periodOf, periods.length)
  return {
    learnt,
    already,
    template: add(already, byTemplate.expected),
    newDeals: fresh,
    mean: add(already, add(collected(seen.fromOpen, periodOf, periods.length), fresh)),
    runs: () =>
      transposed(
        periods.map((_, period) => {
          const own = windows.filter((_, w) => periodOf[w] === period)
          const of =
            own.length === 0 ? [] : isOne ? drawnOfAll() : drawn(foresee(learner, learnt, standing, own))
          return already.map((row, group) => sumOfRuns(of[group], row[period] ?? 0, runs))
        }),
        groups.length,
      ),
    together: () =>
      already.map((row, group) =>
        sumOfRuns(
          drawnOfAll()[group],
          row.reduce((sum, value) => sum + value, 0),
          runs,
        ),
      ),
    overdue: byTemplate.overdue,
    chances: Float64Array.from(asked, (_, deal) => {
      let all = 0
      for (let w = 0; w < windows.length; w++) all += seen.chances[deal * windows.length + w] ?? 0
      return all
    }),
  }
}

/** These deals as they stand, and what a deal of each product, and a new one, is worth once won. */
function standingOf(source: ForecastSource, now: number, deals: readonly StandingDeal[]): Standing {
  const { all, of } = source.won.worths(now, source.products())
  const worthOf = (worth: Worth) => (source.metric === 'won' ? ONE : orKnown(worth, deals))
  return {
    deals: {
      count: deals.length,
      place: Int32Array.from(deals, ({ place }) => place),
      amount: Float64Array.from(deals, ({ value }) => value),
      worth: Int32Array.from(deals, ({ product }) => product),
      group: Int32Array.from(deals, ({ group }) => group),
    },
    worths: of.map(worthOf),
    newWorth: worthOf(all),
    shares: source.shares,
  }
}

/** Where nothing was won yet, a deal is worth what the open ones say on average. */
function orKnown(worth: Worth, deals: readonly StandingDeal[]): Worth {
  if (worth.known > 0 && worth.mean > 0) return worth
  const known = deals.filter(({ value }) => !Number.isNaN(value))
  const mean = known.length === 0 ? 0 : known.reduce((sum, { value }) => sum + value, 0) / known.length
  return { mean, spread: 1, known: known.length }
}

/** The parts of the periods from `now` on, each cut into months where it is longer, and which period each is of. */
function windowsFrom(now: number, periods: readonly Window[], step: Step) {
  const windows: Window[] = []
  const periodOf: number[] = []
  for (const [index, period] of periods.entries()) {
    const from = Math.max(now, period.from)
    if (from >= period.until) continue
    const cut =
      step === 'week' || step === '4-weeks'
        ? [{ from, until: period.until }]
        : monthsOf([{ from, until: period.until }])
    for (const window of cut) {
      windows.push(window)
      periodOf.push(index)
    }
  }
  return { windows, periodOf }
}

/** The days of windows next to each other, cut where months begin. */
function monthsOf(windows: readonly Window[]): Window[] {
  const [first, last] = [windows[0], windows.at(-1)]
  if (first === undefined || last === undefined) return []
  const cuts = beginningsOf(first.from, last.until, 'month', 1)
  return cuts.map((from, i) => ({ from, until: cuts[i + 1] ?? last.until }))
}

/**
 * The template's expectation: of every open deal its amount (or what its product brings) times the probability of its
 * stage, in the period of its expected close, else of its creation and the median cycle of the deals won by then. A
 * deal without either is in none. What is past its day stands apart.
 */
function template(
  { won, template: chances, groups }: ForecastSource,
  now: number,
  deals: readonly StandingDeal[],
  periods: readonly Window[],
  worths: readonly Worth[],
) {
  const cycle = won.medianCycle(now)
  const expected = groups.map(() => periods.map(() => 0))
  const overdue = groups.map(() => ({ deals: 0, value: 0 }))
  for (const { value, product, stage, group, created, expected: day } of deals) {
    const due = dueOf(day, created, cycle)
    if (due === null) continue
    const worth = (Number.isNaN(value) ? (worths[product]?.mean ?? 0) : value) * (chances.get(stage) ?? 0)
    const late = overdue[group]
    if (due < now && late !== undefined) {
      late.deals++
      late.value += worth
      continue
    }
    const period = periods.findIndex(({ from, until }) => due >= from && due < until)
    const row = expected[group]
    if (row !== undefined && period >= 0) row[period] = (row[period] ?? 0) + worth
  }
  return { expected, overdue }
}

/** The day on which a deal is expected to close; null where nothing tells. */
export function dueOf(expected: number | null, created: number, cycle: number | null): number | null {
  return expected ?? (cycle === null ? null : created + Math.round(cycle))
}

function collected(of: readonly number[][], periodOf: readonly number[], periods: number): number[][] {
  return of.map((row) => {
    const sums = Array.from({ length: periods }, () => 0)
    row.forEach((value, w) => {
      const period = periodOf[w] ?? 0
      sums[period] = (sums[period] ?? 0) + value
    })
    return sums
  })
}

function sumOfRuns(windows: readonly Float64Array[] = [], already: number, count: number): Float64Array {
  const sums = new Float64Array(count).fill(already)
  for (const window of windows)
    for (let run = 0; run < count; run++) sums[run] = (sums[run] ?? 0) + (window[run] ?? 0)
  return sums
}

function transposed<Value>(rows: readonly Value[][], columns: number): Value[][] {
  return Array.from({ length: columns }, (_, column) => rows.flatMap((row) => row[column] ?? []))
}

/** The period so many steps before one. */
export function stepsBefore({ from, until }: Window, step: Step, count: number): Window {
  if (step === '4-weeks') return { from: from - 28 * count, until: until - 28 * count }
  const before = (day: number) => dayNumber(addUnits(isoOfDay(day), step, -count))
  return { from: before(from), until: before(until) }
}

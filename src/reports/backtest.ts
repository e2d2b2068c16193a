import { dueOf, forecast, RUNS } from '../domain/forecast/forecasting.ts'
import { NAIVE, naive } from '../domain/forecast/naive-forecasts.ts'
import { type Step, windowOf } from '../domain/forecast/periods.ts'
import { bias, brier, coverage, wape } from '../domain/forecast/score.ts'
import type { ForecastSource } from '../domain/forecast/source.ts'
import { majorOf } from '../domain/money.ts'
import type { Pipeline } from '../domain/pipeline.ts'
import { round4 } from '../domain/statistics/statistics.ts'
import type { BoundedPeriod } from '../domain/time/period.ts'
import { quantilesOf, sumRuns } from './forecast.ts'
import type { ReportHead } from './head.ts'

export const METHODS = ['statistics', 'template', ...NAIVE] as const
export type Method = (typeof METHODS)[number]

/** What each method said at a past period's beginning, and what came; minor units. */
export interface BacktestPeriod {
  label: string
  actual: number
  said: Readonly<Record<Method, number | null>>
  p10: number | null
  p90: number | null
}

export interface MethodScore {
  method: Method
  wape: number | null
  bias: number | null
  /** Share of the periods that lay within P10–P90, and its 95 % interval. */
  coverage80: number | null
  coverageLow: number | null
  coverageHigh: number | null
  brier: number | null
  /** Periods for which the method says anything. */
  n: number
  /** Its WAPE over the periods of which every method that is defined at all says something. */
  wapeShared: number | null
}

/** How well the chances of the deals that were in a stage came true. */
export interface StageScore {
  stage: string
  brier: number | null
  /** Deals, each in every period at whose beginning it was open; those expected to be won by the chances, and those won. */
  n: number
  expected: number
  won: number
}

export interface BacktestReport {
  head: ReportHead
  pipeline: string
  by: Step
  seed: number
  runs: number
  periods: BacktestPeriod[]
  methods: MethodScore[]
  stages: StageScore[]
  /** Periods that all methods are compared on, and the one that erred least there; null where nothing can be told. */
  shared: number
  best: Method | null
}

/** With fewer periods the methods cannot be told apart. */
const ENOUGH = 3

interface Chance {
  stage: number
  chance: number
  template: number
  came: boolean
}

export interface BacktestRequest {
  /** Those of the source's openings. */
  periods: readonly BoundedPeriod[]
  by: Step
  seed: number
}

/**
 * Forecasts made at the beginning of past periods from what was known then, against what happened since: what was won
 * is what stands at T.
 */
export function backtestReport(
  head: ReportHead,
  pipeline: Pick<Pipeline, 'name' | 'stages'>,
  source: ForecastSource,
  { periods, by, seed }: BacktestRequest,
): BacktestReport {
  const back = periods.map((period, index) => lookBack(source, period, index, { by, seed: seed + index }))
  const looked = back.map((one) => one.period)
  const chances = back.flatMap((one) => one.chances)
  const methods = METHODS.map((method) => score(method, looked, chances))
  const defined = METHODS.filter((method) => looked.some(({ said }) => said[method] !== null))
  const shared = looked.filter(({ said }) => defined.every((method) => said[method] !== null))
  const scored = methods.map((one) => ({
    ...one,
    wapeShared: defined.includes(one.method) ? wape(saidOf(one.method, shared)) : null,
  }))
  const ranked = scored
    .filter(({ wapeShared }) => wapeShared !== null)
    .sort((a, b) => (a.wapeShared ?? 0) - (b.wapeShared ?? 0))
  return {
    ...{ head, pipeline: pipeline.name, by, seed, runs: RUNS, periods: looked, methods: scored },
    stages: pipeline.stages.flatMap(({ id, name }) =>
      stageScore(
        name,
        chances.filter(({ stage }) => stage === id),
      ),
    ),
    shared: shared.length,
    best: shared.length < ENOUGH ? null : (ranked[0]?.method ?? null),
  }
}

interface LookedBack {
  period: BacktestPeriod
  /** Of each deal open then; none where nothing was known to learn from. */
  chances: readonly Chance[]
}

function lookBack(
  source: ForecastSource,
  period: BoundedPeriod,
  index: number,
  { by, seed }: { by: Step; seed: number },
): LookedBack {
  const window = windowOf(period)
  const { won } = source
  const total = (of: readonly number[][]) => Math.round(of.reduce((sum, row) => sum + (row[0] ?? 0), 0))
  const actualOf = (of: typeof window) =>
    Math.round(won.sums(of, source.groups.length).reduce((a, b) => a + b, 0))
  const open = source.valuedAt(index).filter(({ group }) => group >= 0)
  const made = forecast(source, {
    ...{ periods: [window], step: by, seed, runs: RUNS },
    ...{ now: window.from, deals: open },
  })
  const isKnown = made.learnt.won + made.learnt.lost > 0
  const isWon = new Map(source.openings.of[index]?.map((opening) => [opening.deal, opening.isWon]))
  const cycle = won.medianCycle(window.from)
  const chanceOf = ({ id, stage, expected, created }: (typeof open)[number], at: number): Chance => {
    const due = dueOf(expected, created, cycle) ?? Number.NaN
    return {
      stage,
      chance: made.chances[at] ?? 0,
      template: due >= window.from && due < window.until ? (source.template.get(stage) ?? 0) : 0,
      came: isWon.get(id) === true,
    }
  }
  const mean = total(made.mean)
  const quantile = quantilesOf(
    sumRuns(
      made.runs().map((row) => row[0]),
      RUNS,
    ),
    mean,
  )
  const guess = (method: (typeof NAIVE)[number]) => naive(method, window, by, won.first, actualOf)
  return {
    period: {
      label: period.label,
      actual: actualOf(window),
      said: {
        statistics: isKnown ? mean : null,
        template: isKnown ? total(made.template) : null,
        'last-period': guess('last-period'),
        mean: guess('mean'),
        'last-year': guess('last-year'),
        seasonal: guess('seasonal'),
      },
      p10: isKnown ? quantile(0.1) : null,
      p90: isKnown ? quantile(0.9) : null,
    },
    chances: isKnown ? open.map(chanceOf) : [],
  }
}

function saidOf(method: Method, periods: readonly BacktestPeriod[]) {
  return periods.flatMap(({ said, actual }) => {
    const value = said[method]
    return value === null ? [] : [{ said: value, came: actual }]
  })
}

function score(
  method: Method,
  periods: readonly BacktestPeriod[],
  chances: readonly Chance[],
): Omit<MethodScore, 'wapeShared'> {
  const said = saidOf(method, periods)
  const hits = periods.flatMap(({ actual, p10, p90 }) =>
    p10 === null || p90 === null ? [] : [actual >= p10 && actual <= p90],
  )
  const covered = method === 'statistics' ? coverage(hits) : null
  const of = method === 'statistics' ? 'chance' : method === 'template' ? 'template' : null
  return {
    method,
    wape: wape(said),
    bias: bias(said),
    coverage80: covered?.share ?? null,
    coverageLow: covered?.low ?? null,
    coverageHigh: covered?.high ?? null,
    brier: of === null ? null : brier(chances.map((one) => ({ chance: one[of], came: one.came }))),
    n: said.length,
  }
}

function stageScore(stage: string, chances: readonly Chance[]): StageScore[] {
  if (chances.length === 0) return []
  return [
    {
      stage,
      brier: brier(chances),
      n: chances.length,
      expected: chances.reduce((sum, { chance }) => sum + chance, 0),
      won: chances.filter(({ came }) => came).length,
    },
  ]
}

/** The backtest as scripts read it: `voronka.backtest/1`. */
export function backtestJson({
  head,
  pipeline,
  by,
  seed,
  runs,
  periods,
  methods,
  stages,
  shared,
  best,
}: BacktestReport) {
  const major = (minor: number | null) => (minor === null ? null : majorOf(minor, head.currency))
  return {
    schema: 'voronka.backtest/1',
    pipeline,
    ...head,
    by,
    methods: methods.map((one) => ({
      ...one,
      wape: round4(one.wape),
      bias: round4(one.bias),
      coverage80: round4(one.coverage80),
      coverageLow: round4(one.coverageLow),
      coverageHigh: round4(one.coverageHigh),
      brier: round4(one.brier),
      wapeShared: round4(one.wapeShared),
    })),
    periods: periods.map(({ label, actual, said, p10, p90 }) => ({
      label,
      actual: major(actual),
      said: Object.fromEntries(METHODS.map((method) => [method, major(said[method])])),
      p10: major(p10),
      p90: major(p90),
    })),
    stages: stages.map((one) => ({ ...one, brier: round4(one.brier), expected: round4(one.expected) })),
    shared,
    best,
    seed,
    runs,
  }
}

import { forecast, RUNS } from '../domain/forecast/forecasting.ts'
import { type Step, windowOf } from '../domain/forecast/periods.ts'
import type { ForecastSource } from '../domain/forecast/source.ts'
import { majorOf } from '../domain/money.ts'
import { NONE } from '../domain/none.ts'
import { plannedSpans } from '../domain/plan/planned-spans.ts'
import { nearestRank, round4 } from '../domain/statistics/statistics.ts'
import { dayNumber, isoOfDay } from '../domain/time/date.ts'
import type { BoundedPeriod } from '../domain/time/period.ts'
import type { ReportHead } from './head.ts'

/** What a period will bring: minor units of the report's currency. */
export interface ForecastRow {
  label: string
  /** Its first day, and the first after it. */
  from: string
  until: string
  already: number
  template: number
  /** The mean; it adds up over managers and periods. P10, P50 and P90 do not. */
  statistics: number
  p10: number
  p50: number
  p90: number
  /** Of the mean, what deals bring that are not in the funnel yet. */
  newDeals: number
  /** By the template, open deals whose expected close is past; in the period that T lies in, or the first after. */
  overdue: number
  overdueDeals: number
  plan: number | null
  pPlan: number | null
}

export interface ForecastBody {
  rows: ForecastRow[]
  total: ForecastRow
}

/** Months that are planned for where not all are: the plan of them together and the chance to meet it. */
export interface PlannedPart extends Pick<ForecastRow, 'label' | 'from' | 'until'> {
  plan: number
  pPlan: number
}

export interface ForecastReport extends ForecastBody {
  head: ReportHead
  pipeline: string
  by: Step
  seed: number
  runs: number
  groups: (ForecastBody & { key: string | null })[] | null
  /** Of these months there are plans, of the others none; empty where the whole has a plan, or nothing has. */
  planned: PlannedPart[]
  /** What it was learnt from: deals closed, since which day, and how many deals are open. */
  learnt: { won: number; lost: number; since: string | null; open: number; unknownAmounts: number }
  /** The level by which its own past errors correct it. */
  level: number
}

/** Plan amounts in minor units: of a period and a group, null where there is none; `group` undefined is the whole. */
export type PlanOf = (period: BoundedPeriod, group: string | null | undefined) => number | null

/** What is asked: a period, and its parts next to each other, each of them `by` long. */
export interface ForecastAsked {
  head: ReportHead
  pipeline: string
  whole: BoundedPeriod
  periods: readonly BoundedPeriod[]
  by: Step
  seed: number
  /** Whether each group is told by itself; of which groups the report is. */
  isGrouped: boolean
  isOf: (group: string | null) => boolean
  planOf: PlanOf
}

/** The forecast of each of these periods and of all of them together, of the groups asked for. */
export function forecastReport(source: ForecastSource, asked: ForecastAsked): ForecastReport {
  const { head, pipeline, whole, periods, by, seed, planOf } = asked
  const made = forecast(source, { periods: periods.map(windowOf), step: by, seed })
  const [runsOf, together] = [made.runs(), made.together()]
  const current = Math.max(
    0,
    periods.findIndex(({ until }) => dayNumber(until) > source.now - 1),
  )
  const bodyOf = (groups: readonly number[], key: string | null | undefined): ForecastBody => {
    const rows = periods.map((period, index) => {
      const sum = (of: readonly number[][]) =>
        groups.reduce((all, g) => all + Math.round(of[g]?.[index] ?? 0), 0)
      const late = groups.map((g) => made.overdue[g] ?? { deals: 0, value: 0 })
      const isCurrent = index === current
      return rowOf(
        period,
        {
          already: sum(made.already),
          template: sum(made.template),
          mean: sum(made.mean),
          newDeals: sum(made.newDeals),
        },
        isCurrent ? late : [],
        sumRuns(groups.map((g) => runsOf[g]?.[index])),
        planOf(period, key),
      )
    })
    return {
      rows,
      total: totalOf(whole, rows, sumRuns(groups.map((g) => together[g])), planOf(whole, key)),
    }
  }
  const order = source.groups
    .map((key, group) => ({ key, group }))
    .filter(({ key }) => asked.isOf(key))
    .sort(byName)
  const numbers = order.map(({ group }) => group)
  const shown = new Set(numbers)
  const body = bodyOf(numbers, undefined)
  const spans = body.total.plan === null ? plannedSpans(whole, (month) => planOf(month, undefined)) : []
  const open = source.open.filter(({ group }) => shown.has(group))
  return {
    head,
    pipeline,
    by,
    seed,
    runs: RUNS,
    ...body,
    planned: spans.map(({ period: { label, from, until }, plan }) => {
      const own = forecast(source, { periods: [windowOf({ from, until })], step: 'month', seed }).runs()
      const sums = sumRuns(numbers.map((g) => own[g]?.[0]))
      return { label, from, until, plan, pPlan: shareAbove(sums, plan, 0) }
    }),
    groups: asked.isGrouped ? order.map(({ key, group }) => ({ key, ...bodyOf([group], key) })) : null,
    learnt: {
      won: made.learnt.won,
      lost: made.learnt.lost,
      since: source.since === null ? null : isoOfDay(source.since),
      open: open.length,
      unknownAmounts: open.filter(({ value }) => Number.isNaN(value)).length,
    },
    level: made.learnt.recalibration.level,
  }
}

function byName(a: { key: string | null }, b: { key: string | null }): number {
  if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

function rowOf(
  { label, from, until }: BoundedPeriod,
  {
    already,
    template,
    mean,
    newDeals,
  }: { already: number; template: number; mean: number; newDeals: number },
  late: readonly { deals: number; value: number }[],
  runs: Float64Array,
  plan: number | null,
): ForecastRow {
  const quantile = quantilesOf(runs, mean)
  return {
    ...{ label, from, until, already, template, statistics: mean, newDeals },
    ...{ p10: quantile(0.1), p50: quantile(0.5), p90: quantile(0.9) },
    overdue: late.reduce((all, { value }) => all + Math.round(value), 0),
    overdueDeals: late.reduce((all, { deals }) => all + deals, 0),
    plan,
    pPlan: plan === null ? null : shareAbove(runs, plan, mean),
  }
}

function totalOf(
  whole: BoundedPeriod,
  rows: readonly ForecastRow[],
  runs: Float64Array,
  plan: number | null,
): ForecastRow {
  const sum = (of: (row: ForecastRow) => number) => rows.reduce((all, row) => all + of(row), 0)
  const sums = {
    already: sum(({ already }) => already),
    template: sum(({ template }) => template),
    mean: sum(({ statistics }) => statistics),
    newDeals: sum(({ newDeals }) => newDeals),
  }
  const late = rows.map(({ overdue, overdueDeals }) => ({ deals: overdueDeals, value: overdue }))
  return rowOf(whole, sums, late, runs, plan)
}

/** The runs of several groups or periods, each added to the others' of the same number. */
export function sumRuns(of: readonly (Float64Array | undefined)[], count = RUNS): Float64Array {
  const sums = new Float64Array(count)
  for (const runs of of)
    if (runs !== undefined)
      for (let run = 0; run < count; run++) sums[run] = (sums[run] ?? 0) + (runs[run] ?? 0)
  return sums
}

/** Quantiles of the runs by nearest rank; without runs, the mean. */
export function quantilesOf(runs: Float64Array, mean: number): (share: number) => number {
  const sorted = Float64Array.from(runs).sort()
  return (share) => Math.round(sorted[nearestRank(sorted.length, share) - 1] ?? mean)
}

function shareAbove(runs: Float64Array, target: number, mean: number): number {
  if (runs.length === 0) return mean >= target ? 1 : 0
  return runs.reduce((n, value) => (Math.round(value) >= target ? n + 1 : n), 0) / runs.length
}

/** The forecast as scripts read it: `voronka.forecast/1`. */
export function forecastJson({
  head,
  pipeline,
  by,
  seed,
  runs,
  groups,
  planned,
  learnt,
  level,
  ...whole
}: ForecastReport) {
  const { currency } = head
  return {
    schema: 'voronka.forecast/1',
    pipeline,
    ...head,
    by,
    ...bodyJson(whole, currency),
    ...(groups === null
      ? {}
      : { groups: groups.map(({ key, ...body }) => ({ key: key ?? NONE, ...bodyJson(body, currency) })) }),
    planned: planned.map((one) => ({
      ...one,
      plan: majorOf(one.plan, currency),
      pPlan: round4(one.pPlan),
    })),
    seed,
    runs,
    learnt: { ...learnt, level: round4(level) },
  }
}

function bodyJson({ rows, total }: ForecastBody, currency: string) {
  return { rows: rows.map((row) => rowJson(row, currency)), total: rowJson(total, currency) }
}

function rowJson(row: ForecastRow, currency: string) {
  const { already, template, statistics, p10, p50, p90, newDeals, overdue, plan } = row
  const major = (minor: number) => majorOf(minor, currency)
  return {
    ...row,
    ...{ already: major(already), template: major(template), statistics: major(statistics) },
    ...{ p10: major(p10), p50: major(p50), p90: major(p90) },
    ...{ newDeals: major(newDeals), overdue: major(overdue), plan: plan === null ? null : major(plan) },
    pPlan: round4(row.pPlan),
  }
}

/** Under `compare`, the forecast of another period, as of a day shifted alike; nothing where none was asked for. */
export function forecastCompareJson(beside: ForecastReport | null) {
  if (beside === null) return {}
  const { period, asOf, currency } = beside.head
  return { compare: { period, asOf, ...bodyJson(beside, currency) } }
}

import { forecast, RUNS } from '../../domain/forecast/forecasting.ts'
import type { Outlook } from '../../domain/forecast/outlook.ts'
import { windowOf } from '../../domain/forecast/periods.ts'
import type { ForecastMetric } from '../../domain/forecast/source.ts'
import { nearestRank } from '../../domain/statistics/statistics.ts'
import { type BoundedPeriod, isBounded } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import type { Grouping } from '../../store/facts/groups.ts'
import { survivorOf } from '../../store/naming/naming.ts'
import type { Store } from '../../store/store.ts'
import type { ReportRequest } from '../reports/request.ts'
import { forecastSource } from './source.ts'

/** What a period comes to: of everybody, and of each manager with an open deal, a win, or new deals. Means add up. */
export interface Outlooks {
  whole: Outlook
  /** By the manager's id, of those merged by the survivor's; null is nobody. */
  byManager: Map<number | null, Outlook>
  /** Of these managers together, as a department is. */
  of(managers: readonly (number | null)[]): Outlook
  seed: number
}

/** What is won, the mean, and what each run brought. */
interface Sum {
  already: number
  mean: number
  runs: Float64Array
}

/**
 * The outlook of the request's period by the statistics of its pipeline, or of every pipeline where its filter names
 * none. Minor units of its currency, or deals won. Throws UsageError for a period without ends.
 */
export function outlooksOf(store: Store, request: ReportRequest, metric: ForecastMetric): Outlooks {
  const { period } = request
  if (!isBounded(period)) throw new UsageError((w) => w.forecast.unbounded)
  return outlooksByPart(store, request, metric, [period]).whole
}

/** Of each of these parts of the period, next to each other, and of all of them: their means add up. */
export function outlooksByPart(
  store: Store,
  request: ReportRequest,
  metric: ForecastMetric,
  periods: readonly BoundedPeriod[],
): { whole: Outlooks; parts: Outlooks[] } {
  const { filter, pipeline, period } = request
  const seed = seedOf(request)
  const sums = periods.map(() => new Map<number | null, Sum>())
  const runsOfAll = new Map<number | null, Sum>()
  const pipelines = filter.pipeline === null ? store.pipelines : [pipeline]
  for (const [index, one] of pipelines.entries()) {
    const source = forecastSource(store, { ...request, pipeline: one }, metric, 'month', survivors(store), [])
    const forecastOf = (some: readonly BoundedPeriod[]) =>
      forecast(source, source.now, source.open, some.map(windowOf), 'month', RUNS, seed + index)
    const made = forecastOf(periods)
    // As the whole is drawn when nobody asks for its parts.
    const whole = periods.length > 1 && isBounded(period) ? forecastOf([period]) : null
    for (const [group, key] of source.groups.entries()) {
      const id = key === null ? null : idOf(key)
      for (const [part, of] of sums.entries()) {
        const mean = made.mean[group]?.[part] ?? 0
        add(of, id, {
          already: Math.round(made.already[group]?.[part] ?? 0),
          mean: metric === 'won' ? mean : Math.round(mean),
          runs: made.runs[group]?.[part] ?? new Float64Array(RUNS),
        })
      }
      const runs = whole?.runs[group]?.[0]
      if (runs !== undefined) add(runsOfAll, id, { already: 0, mean: 0, runs })
    }
  }
  const parts = sums.map((of) => outlooksFrom(of, seed))
  const [first] = parts
  if (parts.length === 1 && first !== undefined) return { parts, whole: first }
  const all = new Map(
    [...runsOfAll].map(([id, { runs }]) => [
      id,
      { ...together(sums.flatMap((of) => of.get(id) ?? [])), runs },
    ]),
  )
  return { parts, whole: outlooksFrom(all, seed) }
}

function add(to: Map<number | null, Sum>, id: number | null, sum: Sum): void {
  const known = to.get(id)
  to.set(id, known === undefined ? sum : together([known, sum]))
}

function outlooksFrom(sums: ReadonlyMap<number | null, Sum>, seed: number): Outlooks {
  return {
    whole: outlookOf(together([...sums.values()])),
    byManager: new Map([...sums].map(([id, sum]) => [id, outlookOf(sum)])),
    of: (managers) => outlookOf(together(managers.flatMap((id) => sums.get(id) ?? []))),
    seed,
  }
}

function together(sums: readonly Sum[]): Sum {
  const all = { already: 0, mean: 0, runs: new Float64Array(RUNS) }
  for (const { already, mean, runs } of sums) {
    all.already += already
    all.mean += mean
    for (const [run, value] of runs.entries()) all.runs[run] = (all.runs[run] ?? 0) + value
  }
  return all
}

/** Where none is given: of the day alone, so that the same data and day give the same bytes. */
export function seedOf({ asOf }: Pick<ReportRequest, 'asOf'>): number {
  return Number(asOf.replaceAll('-', ''))
}

function outlookOf({ already, mean, runs }: Sum): Outlook {
  const sorted = Float64Array.from(runs).sort()
  const quantile = (share: number) => Math.round(sorted[nearestRank(sorted.length, share) - 1] ?? mean)
  return {
    already,
    mean,
    p10: quantile(0.1),
    p50: quantile(0.5),
    p90: quantile(0.9),
    chanceOf: (target) => (sorted.length - firstAtLeast(sorted, target)) / sorted.length,
  }
}

/** The place of the first of sorted values that, rounded, reaches the target. */
function firstAtLeast(sorted: Float64Array, target: number): number {
  let [from, until] = [0, sorted.length]
  while (from < until) {
    const middle = (from + until) >> 1
    if (Math.round(sorted[middle] ?? 0) >= target) until = middle
    else from = middle + 1
  }
  return from
}

/**
 * Deals by who they belong to, whoever that was merged into. The names stand before the ids: groups are drawn in the
 * order of their keys, and so the same chance falls to each as in a forecast by managers.
 */
function survivors({ managers }: Store): Grouping {
  const keyOf = (id: number) => `${managers.find((one) => one.id === id)?.name ?? ''}${BETWEEN}${id}`
  return {
    by: 'manager',
    sql: 's.manager_id',
    of: (state) => [state.values.manager],
    label: (raw) => (raw === null ? null : keyOf(survivorOf(managers, Number(raw)))),
    overlap: false,
    join: '',
    time: false,
  }
}

const BETWEEN = '\n'

function idOf(key: string): number {
  return Number(key.slice(key.lastIndexOf(BETWEEN) + 1))
}

import { forecast, RUNS } from '../../domain/forecast/forecasting.ts'
import type { Outlook } from '../../domain/forecast/outlook.ts'
import { windowOf } from '../../domain/forecast/periods.ts'
import type { ForecastMetric, ForecastSource } from '../../domain/forecast/source.ts'
import { nearestRank } from '../../domain/statistics/statistics.ts'
import { type BoundedPeriod, isBounded } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import type { Grouping } from '../../store/facts/groups.ts'
import { survivorOf } from '../../store/naming/naming.ts'
import type { Store } from '../../store/store.ts'
import type { ReportRequest } from '../reports/request.ts'
import { forecastSource } from './source.ts'

/** What a period comes to. Means add up. */
export interface Outlooks {
  /** Managers with an open deal, a win, or new deals, of those merged the survivor; null is nobody. */
  managers: readonly (number | null)[]
  /** Of some of them together, as a department is. */
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
  const sources = sourcesOf(store, request, metric)
  return outlooksByPart(sources, { ...request, period }, metric, [period]).whole()
}

/** What the forecasts of a request's pipelines are made of: read once for all parts of its period. */
export function sourcesOf(store: Store, request: ReportRequest, metric: ForecastMetric): ForecastSource[] {
  const { filter, pipeline } = request
  const pipelines = filter.pipeline === null ? store.pipelines : [pipeline]
  const by = survivors(store)
  return pipelines.map((one) => forecastSource(store, { ...request, pipeline: one }, metric, by, []))
}

/** Of each of these parts of the period, next to each other, and, where that is asked for, of all of them: their means add up. */
export function outlooksByPart(
  sources: readonly ForecastSource[],
  request: ReportRequest & { period: BoundedPeriod },
  metric: ForecastMetric,
  periods: readonly BoundedPeriod[],
): { whole(): Outlooks; parts: Outlooks[] } {
  const seed = seedOf(request)
  const forecastOf = (source: ForecastSource, index: number, some: readonly BoundedPeriod[]) =>
    forecast(source, { periods: some.map(windowOf), step: 'month', seed: seed + index })
  const sums = periods.map(() => new Map<number | null, Sum>())
  for (const [index, source] of sources.entries()) {
    const made = forecastOf(source, index, periods)
    const runs = made.runs()
    for (const [group, key] of source.groups.entries())
      for (const [part, of] of sums.entries()) {
        const mean = made.mean[group]?.[part] ?? 0
        add(of, idOf(key), {
          already: Math.round(made.already[group]?.[part] ?? 0),
          mean: metric === 'won' ? mean : Math.round(mean),
          runs: runs[group]?.[part] ?? new Float64Array(RUNS),
        })
      }
  }
  const parts = sums.map((of) => outlooksFrom(of, seed))
  let whole = parts.length === 1 ? parts[0] : undefined
  const drawnWhole = () => {
    const runsOfAll = new Map<number | null, Sum>()
    for (const [index, source] of sources.entries()) {
      // As the whole is drawn when nobody asks for its parts.
      const runs = forecastOf(source, index, [request.period]).runs()
      for (const [group, key] of source.groups.entries())
        add(runsOfAll, idOf(key), { already: 0, mean: 0, runs: runs[group]?.[0] ?? new Float64Array(RUNS) })
    }
    const all = [...runsOfAll].map(([id, { runs }]): [number | null, Sum] => [
      id,
      { ...together(sums.flatMap((of) => of.get(id) ?? [])), runs },
    ])
    return outlooksFrom(new Map(all), seed)
  }
  return {
    parts,
    whole: () => {
      whole ??= drawnWhole()
      return whole
    },
  }
}

function add(to: Map<number | null, Sum>, id: number | null, sum: Sum): void {
  const known = to.get(id)
  to.set(id, known === undefined ? sum : together([known, sum]))
}

function outlooksFrom(sums: ReadonlyMap<number | null, Sum>, seed: number): Outlooks {
  const ofOne = new Map<number | null, Outlook>()
  const of = (managers: readonly (number | null)[]) =>
    outlookOf(together(managers.flatMap((id) => sums.get(id) ?? [])))
  return {
    managers: [...sums.keys()],
    of: (managers) => {
      const [id] = managers
      if (id === undefined || managers.length > 1) return of(managers)
      const outlook = ofOne.get(id) ?? of(managers)
      ofOne.set(id, outlook)
      return outlook
    },
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

function idOf(key: string | null): number | null {
  return key === null ? null : Number(key.slice(key.lastIndexOf(BETWEEN) + 1))
}

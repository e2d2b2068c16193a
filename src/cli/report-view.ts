import { dayNumber } from '../domain/date.ts'
import { bucketOf, isBounded, type Period, parsePeriod } from '../domain/period.ts'
import type { ReportView } from '../render/reports/head.ts'
import { latestCreation, latestEntry } from '../store/latest.ts'
import type { Store } from '../store/store.ts'
import type { Words } from '../words/words.ts'
import type { Typed } from './command.ts'
import type { Context } from './context.ts'
import { sayFilters } from './filters-said.ts'
import { factsQuery, type ReportRequest } from './report-request.ts'
import { retype } from './retype.ts'

/** What the screens of all reports say besides their figures. `found` false: what there is instead is looked up. */
export function reportView(
  context: Context,
  name: string,
  typed: Typed,
  request: ReportRequest,
  latest: Period | null,
): (words: Words) => ReportView {
  return (words) => ({
    words,
    said: saidOf(request, words),
    chart: typed.options['chart'] !== false,
    again: (flags) => retype(context, name, typed, flags),
    latest,
  })
}

/** The latest week, month, quarter or year, like the one asked for, in which there is anything; null where never. */
export function latestPeriod(store: Store, request: ReportRequest, what: 'deals' | 'entries'): Period | null {
  const query = factsQuery(store, request, what === 'deals' ? 'created' : 'entries')
  const at = what === 'deals' ? latestCreation(store, query) : latestEntry(store, query)
  if (at === null) return null
  const { weekStart } = store.settings
  const day = store.zone.dateOf(at)
  return parsePeriod(bucketOf(day, unitLike(request.period), weekStart), { today: day, weekStart })
}

function unitLike(period: Period): 'week' | 'month' | 'quarter' | 'year' {
  if (!isBounded(period)) return 'year'
  const days = dayNumber(period.until) - dayNumber(period.from)
  if (days <= 7) return 'week'
  if (days <= 31) return 'month'
  return days <= 92 ? 'quarter' : 'year'
}

function saidOf({ echo, grouping }: ReportRequest, words: Words): string[] {
  const said = sayFilters(echo, words)
  const byWhom = grouping?.by === 'manager' || grouping?.by === 'department'
  return echo.manager === undefined && !byWhom ? [words.reportHead.allManagers, ...said] : said
}

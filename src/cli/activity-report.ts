import { boundsOf } from '../domain/period.ts'
import { UsageError } from '../errors.ts'
import { activityDocument } from '../render/reports/activity.ts'
import { activityJson, activityReport } from '../reports/activity.ts'
import { activityFacts, type TouchQuery } from '../store/activity-facts.ts'
import { type Grouping, groupingOf } from '../store/groups.ts'
import type { Store } from '../store/store.ts'
import { meant } from './aliases.ts'
import type { Run, Typed } from './command.ts'
import type { Context } from './context.ts'
import { momentOf, parseReport, type ReportRequest } from './report-request.ts'
import { NOTHING_BEYOND, reportView } from './report-view.ts'
import { optional } from './typed.ts'

/** What activities and tasks are grouped by. */
export const TOUCH_GROUPS = [
  'manager',
  'department',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
] as const

export const activityRun: Run = (context, typed) => {
  const store = context.open('read')
  return store.read(() => {
    const { request, query } = touchRequest(context, store, typed, 'activity')
    const { grouping } = query
    const report = activityReport(
      request.head,
      grouping.by,
      activityFacts(store, query),
      grouping.by === 'manager' && request.filter.managers.length === 0 ? activeManagers(store) : [],
    )
    const view = reportView(context, 'activity', typed, { ...request, grouping }, NOTHING_BEYOND)
    return { json: activityJson(report), document: (words) => activityDocument(report, view(words)) }
  })
}

/** A report on activities is of all pipelines unless one is named. */
export function touchRequest(
  context: Context,
  store: Store,
  typed: Typed,
  report: string,
): { request: ReportRequest; query: TouchQuery & { grouping: Grouping } } {
  const text = optional(typed, 'by') ?? 'manager'
  const by = meant('group', text, TOUCH_GROUPS)
  const grouping = by === undefined ? undefined : groupingOf(store, by)
  if (grouping === undefined)
    throw new UsageError((w) => w.touchReports.noGroup({ report, text, known: TOUCH_GROUPS.join(', ') }))
  const { by: _, ...options } = typed.options
  const parsed = parseReport(context, store, { ...typed, options })
  const isNamed = optional(typed, 'pipeline') !== undefined
  const filter = { ...parsed.filter, pipeline: isNamed ? parsed.pipeline.id : null }
  const request = { ...parsed, filter }
  const query = {
    ...boundsOf(request.period, store.zone),
    horizon: request.horizon,
    now: momentOf(parsed, context, store),
    filter,
    grouping,
  }
  return { request, query }
}

/** Who did nothing is to be seen too. */
function activeManagers(store: Store): string[] {
  return store.managers
    .filter(({ active, mergedInto }) => active && mergedInto === null)
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b))
}

import { boundsOf } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import { activityDocument } from '../../render/reports/activity.ts'
import type { ReportView } from '../../render/reports/head.ts'
import { activityJson, activityReport } from '../../reports/activity.ts'
import { activityFacts } from '../../store/facts/activity-facts.ts'
import { type Grouping, groupingOf } from '../../store/facts/groups.ts'
import { tasksGiven } from '../../store/facts/task-deeds.ts'
import type { Store } from '../../store/store.ts'
import type { TouchQuery } from '../../store/touches/query.ts'
import type { Words } from '../../words/words.ts'
import type { Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { meant } from '../line/aliases.ts'
import { optional } from '../typed.ts'
import { activityExplained } from './activity-explained.ts'
import { countingTouches, momentOf, parseReport, type ReportRequest, shiftReport } from './request.ts'
import { NOTHING_BEYOND, reportView } from './view.ts'

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
    const asked = touchRequest(context, store, typed, 'activity')
    const of = ({ request, query }: TouchRequest) =>
      activityReport(
        request.head,
        query.grouping.by,
        activityFacts(store, query),
        query.grouping.by === 'manager' && request.filter.managers.length === 0 ? activeManagers(store) : [],
        query.grouping.time ? 0 : tasksGiven(store, query),
      )
    const report = of(asked)
    const cell = optional(typed, 'explain')
    if (cell !== undefined) return activityExplained(store, asked, report, cell)
    const both = { report, beside: asked.beside === null ? null : of(asked.beside) }
    const view = touchView(context, 'activity', typed, asked)
    return { json: activityJson(both), document: (words) => activityDocument(both, view(words)) }
  })
}

/** What a report on activities is asked. */
export interface TouchRequest {
  request: ReportRequest
  query: TouchQuery & { grouping: Grouping }
}

/** A report on activities is of all pipelines unless one is named; `beside` is the same of the period of `--compare`. */
export function touchRequest(
  context: Context,
  store: Store,
  typed: Typed,
  report: string,
): TouchRequest & { beside: TouchRequest | null } {
  const text = optional(typed, 'by') ?? 'manager'
  const by = meant('group', text, TOUCH_GROUPS)
  const grouping = by === undefined ? undefined : groupingOf(store, by)
  if (grouping === undefined)
    throw new UsageError((w) => w.touchReports.noGroup({ report, text, known: TOUCH_GROUPS.join(', ') }))
  const { by: _, ...options } = typed.options
  const parsed = countingTouches(store, parseReport(context, store, { ...typed, options }))
  const isNamed = optional(typed, 'pipeline') !== undefined
  const filter = { ...parsed.filter, pipeline: isNamed ? parsed.pipeline.id : null }
  const of = (request: ReportRequest): TouchRequest => ({
    request,
    query: {
      ...boundsOf(request.period, store.zone),
      horizon: request.horizon,
      now: momentOf(request, context, store),
      filter,
      grouping,
    },
  })
  const request = { ...parsed, filter }
  const other = optional(typed, 'compare')
  return { ...of(request), beside: other === undefined ? null : of(shiftReport(request, store, other)) }
}

/** What the screens of reports on activities say besides their figures. */
export function touchView(
  context: Context,
  name: string,
  typed: Typed,
  { request, query: { grouping } }: TouchRequest,
): (words: Words) => ReportView {
  return reportView(context, name, typed, { ...request, grouping }, NOTHING_BEYOND)
}

/** Who did nothing is to be seen too. */
function activeManagers(store: Store): string[] {
  return store.managers
    .filter(({ active, mergedInto }) => active && mergedInto === null)
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b))
}

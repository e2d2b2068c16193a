import { stagesAt } from '../../domain/pipeline.ts'
import { DAY } from '../../domain/time/zone.ts'
import { durationsDocument } from '../../render/reports/durations.ts'
import { type DurationsReport, durationsJson, type NormedStage } from '../../reports/durations.ts'
import { inOrder } from '../../reports/groups.ts'
import { usualStayAt } from '../../store/facts/usual-stays.ts'
import type { Store } from '../../store/store.ts'
import type { Answer, Run } from '../command.ts'
import type { Context } from '../context.ts'
import { optional } from '../typed.ts'
import { countDurations } from './durations-counted.ts'
import { durationsExplained, parseDurationCell } from './durations-explained.ts'
import { parseReport, type ReportRequest, shiftReport } from './request.ts'
import { lookBeyond, reportView } from './view.ts'

/** How long deals stay in each stage, take to be won or lost, and what that brings a day. */
export const durations: Run = (context, typed): Answer => {
  const store = context.open('read')
  return store.read(() => {
    const request = parseReport(context, store, typed)
    const report = durationsReport(context, store, request)
    const cell = optional(typed, 'explain')
    if (cell !== undefined) {
      const watch = parseDurationCell(cell, request, report)
      countDurations(context, store, request, watch)
      return durationsExplained(store, request, watch)
    }
    const compare = optional(typed, 'compare')
    const beside =
      compare === undefined
        ? null
        : durationsReport(context, store, {
            ...shiftReport(request, store, compare),
            grouping: undefined,
          })
    const { won, lost } = report.velocity
    const beyond = lookBeyond(store, request, typed, report.deals + won + lost, 'created')
    const view = reportView(context, 'durations', typed, request, beyond)
    return {
      json: durationsJson(report, beside),
      document: (words) => durationsDocument({ report, beside }, view(words)),
      messages: beyond.messages,
    }
  })
}

function durationsReport(context: Context, store: Store, request: ReportRequest): DurationsReport {
  const { grouping, head, pipeline } = request
  const counted = countDurations(context, store, request)
  const overlap = grouping?.overlap === true
  // A deal of several groups counts once in the whole.
  const { whole } = overlap ? countDurations(context, store, { ...request, grouping: undefined }) : counted
  const stages = stagesAt(pipeline, request.horizon.t).map(({ id, name, norm }): NormedStage => {
    const usual = norm === null ? usualStayAt(store, request.horizon, id, counted.folded.get(id) ?? []) : null
    return { id, name, norm: norm ?? (usual === null ? null : usual / DAY) }
  })
  const groups = [...counted.groups].map(([key, counter]) => ({
    key: counted.shown(key),
    ...counter.body(stages),
  }))
  return {
    head,
    pipeline: pipeline.name,
    by: grouping?.by ?? null,
    overlap,
    ...whole.body(stages),
    groups:
      grouping === undefined ? null : groups.sort(inOrder((a, b) => (grouping.time ? 0 : b.deals - a.deals))),
  }
}

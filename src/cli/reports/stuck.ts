import { boundsOf } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import { stuckDocument } from '../../render/reports/stuck.ts'
import { type StuckReport, stuckJson, stuckReport } from '../../reports/stuck.ts'
import { DealsAt } from '../../store/facts/open-deals.ts'
import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import type { Answer, Run } from '../command.ts'
import type { Context } from '../context.ts'
import { flagsAt } from '../day/day.ts'
import { meant } from '../line/aliases.ts'
import { optional } from '../typed.ts'
import { atAnotherMoment } from './moment-beside.ts'
import { countingTouches, momentOf, parseReport, type ReportRequest, shiftReport } from './request.ts'
import { NOTHING_BEYOND, reportView } from './view.ts'

/** Open deals that stay too long in their stage, or about which nobody was in touch for long. */
export const stuck: Run = (context, typed): Answer => {
  const store = context.open('read')
  return store.read(() => {
    const by = optional(typed, 'by')
    if (by !== undefined && meant('group', by, ['manager']) === undefined)
      throw new UsageError((w) => w.stuck.onlyByManager({ text: by }))
    const hasPeriod = optional(typed, 'period') !== undefined || typed.args.length > 0
    const { by: _, ...options } = typed.options
    const plain = { args: typed.args, options: hasPeriod ? options : { ...options, period: 'all' } }
    const request = countingTouches(store, parseReport(context, store, plain))
    const of = (one: ReportRequest) => reportOf(context, store, one, by !== undefined)
    const report = of(request)
    const other = optional(typed, 'compare')
    const shift = hasPeriod ? shiftReport : atAnotherMoment
    const beside = other === undefined ? null : of(shift(request, store, other))
    const view = reportView(context, 'stuck', typed, { ...request, grouping: undefined }, NOTHING_BEYOND)
    const { silentAfter } = store.settings
    return {
      json: stuckJson(report, beside),
      document: (words) => stuckDocument({ report, beside }, view(words), silentAfter),
    }
  })
}

function reportOf(context: Context, store: Store, request: ReportRequest, byManager: boolean): StuckReport {
  const now = momentOf(request, context, store)
  const at = new DealsAt(store, { ...request.horizon, t: now + 1 })
  const filter = { ...request.filter, created: boundsOf(request.period, store.zone) }
  const labels = new Labels(store)
  return stuckReport(flagsAt(at, at.open(filter)), {
    head: request.head,
    pipeline: request.pipeline.name,
    byManager,
    nameOf: (manager) => labels.manager(manager),
    zone: store.zone,
  })
}

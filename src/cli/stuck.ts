import { boundsOf } from '../domain/period.ts'
import { UsageError } from '../errors.ts'
import { stuckDocument } from '../render/reports/stuck.ts'
import { stuckJson, stuckReport } from '../reports/stuck.ts'
import { Labels } from '../store/labels.ts'
import { DealsAt } from '../store/open-deals.ts'
import { meant } from './aliases.ts'
import type { Answer, Run } from './command.ts'
import { flagsAt } from './day.ts'
import { countingTouches, momentOf, parseReport } from './report-request.ts'
import { NOTHING_BEYOND, reportView } from './report-view.ts'
import { optional } from './typed.ts'

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
    const now = momentOf(request, context, store)
    const at = new DealsAt(store, { ...request.horizon, t: now + 1 })
    const filter = { ...request.filter, created: boundsOf(request.period, store.zone) }
    const flags = flagsAt(at, at.open(filter))
    const labels = new Labels(store)
    const report = stuckReport(flags, {
      head: request.head,
      pipeline: request.pipeline.name,
      byManager: by !== undefined,
      nameOf: (manager) => labels.manager(manager),
      zone: store.zone,
    })
    const view = reportView(context, 'stuck', typed, { ...request, grouping: undefined }, NOTHING_BEYOND)
    const { silentAfter } = store.settings
    return {
      json: stuckJson(report),
      document: (words) => stuckDocument(report, view(words), silentAfter),
    }
  })
}

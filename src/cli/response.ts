import { responseDocument } from '../render/reports/response.ts'
import { inquiriesOf, responseJson, responseReport } from '../reports/response.ts'
import { Labels } from '../store/labels.ts'
import { inquiryItems, partyName } from '../store/response-facts.ts'
import { touchRequest } from './activity-report.ts'
import type { Run } from './command.ts'
import { NOTHING_BEYOND, reportView } from './report-view.ts'

export const response: Run = (context, typed) => {
  const store = context.open('read')
  return store.read(() => {
    const { request, query } = touchRequest(context, store, typed, 'response')
    const { grouping, from, filter, now } = query
    const all = inquiriesOf(inquiryItems(store, query))
    const inquiries = all.filter(
      ({ at, manager }) =>
        (from === null || at >= from) && (filter.managers.length === 0 || filter.managers.includes(manager)),
    )
    const report = responseReport(
      request.head,
      grouping.by,
      inquiries,
      ({ at, manager }) => grouping.label(grouping.time ? at : manager),
      now,
    )
    const labels = new Labels(store)
    const waiting = report.waiting.map(({ party, at, exact, kind, id, manager, hours }) => ({
      who: partyName(store, party),
      kind,
      id: `${kind === 'deal' ? 'd' : 'a'}${id}`,
      at: exact ? store.zone.isoString(at) : store.zone.dateOf(at),
      manager: manager === null ? null : labels.manager(manager),
      hours: Math.round(hours * 100) / 100,
    }))
    const view = reportView(context, 'response', typed, { ...request, grouping }, NOTHING_BEYOND)
    return {
      json: responseJson(report, waiting),
      document: (words) => responseDocument(report, waiting, view(words)),
    }
  })
}

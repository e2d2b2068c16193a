import { responseDocument } from '../../render/reports/response.ts'
import {
  type Inquiry,
  inquiriesOf,
  type ResponseReport,
  responseJson,
  responseReport,
} from '../../reports/response.ts'
import { dealsBeyond, inquiryItems, partyName } from '../../store/facts/response-facts.ts'
import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import type { Run } from '../command.ts'
import type { Context } from '../context.ts'
import { optional } from '../typed.ts'
import { type TouchRequest, touchRequest, touchView } from './activity-report.ts'
import { responseExplained } from './response-explained.ts'

export const response: Run = (context, typed) => {
  const store = context.open('read')
  return store.read(() => {
    const asked = touchRequest(context, store, typed, 'response')
    const report = responseOf(store, asked)
    const cell = optional(typed, 'explain')
    if (cell !== undefined)
      return responseExplained(store, asked, report, inquiriesIn(store, asked), keyOf(asked), cell)
    const both = { report, beside: asked.beside === null ? null : responseOf(store, asked.beside) }
    const labels = new Labels(store)
    const waiting = report.waiting.map(({ party, at, exact, kind, id, manager, hours }) => ({
      who: partyName(store, party),
      kind,
      id: `${kind === 'deal' ? 'd' : 'a'}${id}`,
      at: exact ? store.zone.isoString(at) : store.zone.dateOf(at),
      manager: manager === null ? null : labels.manager(manager),
      hours: at > asked.query.now ? null : Math.round(hours * 100) / 100,
    }))
    const beyond = beyondToday(context, store, asked)
    const view = touchView(context, 'response', typed, asked)
    return {
      json: responseJson(both, waiting, beyond),
      document: (words) => responseDocument(both, { waiting, beyond }, view(words)),
    }
  })
}

/** Deals that are dated later than today; none as of a day that is over, after which others began in their time. */
function beyondToday(context: Context, store: Store, { query: { horizon, filter } }: TouchRequest): string[] {
  if (horizon.t <= context.now(store.zone)) return []
  return dealsBeyond(store, horizon.t, filter.pipeline).map((id) => `d${id}`)
}

/** Who turned to us in the period, and how soon they were answered. */
export function responseOf(store: Store, { request, query }: TouchRequest): ResponseReport {
  const { grouping, now } = query
  const inquiries = inquiriesIn(store, { request, query })
  return responseReport(request.head, grouping.by, inquiries, keyOf({ request, query }), now)
}

/** Those that began in the period, of the managers asked for. */
function inquiriesIn(store: Store, { query }: TouchRequest): Inquiry[] {
  const { from, filter } = query
  return inquiriesOf(inquiryItems(store, query)).filter(
    ({ at, manager }) =>
      (from === null || at >= from) && (filter.managers.length === 0 || filter.managers.includes(manager)),
  )
}

function keyOf({ query: { grouping } }: TouchRequest): (inquiry: Inquiry) => string | null {
  return ({ at, manager }) => grouping.label(grouping.time ? at : manager)
}

import { PASS_MODES } from '../../domain/reference.ts'
import { UsageError } from '../../errors.ts'
import { funnelDocument } from '../../render/reports/funnel.ts'
import type { Against } from '../../reports/against.ts'
import type { FunnelReport } from '../../reports/funnel.ts'
import { funnelJson } from '../../reports/funnel-json.ts'
import { MODES, type Mode } from '../../reports/funnel-rules.ts'
import type { Store } from '../../store/store.ts'
import type { Answer, Run, Typed } from '../command.ts'
import { meant } from '../line/aliases.ts'
import { groupOf } from '../reports/cell.ts'
import { explanation, parseCell } from '../reports/explain.ts'
import { parseReport, type ReportRequest } from '../reports/request.ts'
import { lookBeyond, reportView } from '../reports/view.ts'
import { flag, optional } from '../typed.ts'
import { againstReference, referenceNamed } from './against.ts'
import { ASKS } from './asks.ts'
import { reconcile } from './reconcile.ts'
import { funnelReport } from './report.ts'

export const funnel: Run = (context, typed): Answer => {
  const store = context.open('read')
  return store.read(() => {
    const request = parseReport(context, store, typed)
    const mode = parseMode(optional(typed, 'mode'))
    if (flag(typed, 'reconcile')) return reconcile(context, store, request, mode, typed)
    const cell = optional(typed, 'explain')
    // The groups are known once they are counted, and only a cell of one of them asks for that.
    const groupNamed = (text: string) => groupOf(funnelReport(store, request, mode), text)
    const watch = cell === undefined ? undefined : parseCell(cell, request, groupNamed)
    if (mode === 'events' && watch?.column === 'next') throw new UsageError((w) => w.reports.explainEvents)
    const against = referenceTyped(store, request, typed, mode)
    const counted = funnelReport(store, request, mode, { compare: optional(typed, 'compare'), watch })
    const report = against === undefined ? counted : { ...counted, against: against(counted) }
    if (watch !== undefined) return explanation(store, request, report, watch)
    const beyond = lookBeyond(store, request, typed, report.totals.deals, ASKS[mode])
    const view = reportView(context, 'funnel', typed, request, beyond)
    return {
      json: funnelJson(report),
      document: (words) => funnelDocument(report, view(words)),
      messages: beyond.messages,
    }
  })
}

/** What holds the report against the reference that `--against` names; undefined where none was asked for. */
function referenceTyped(
  store: Store,
  request: ReportRequest,
  typed: Typed,
  mode: Mode,
): ((report: FunnelReport) => Against) | undefined {
  const text = optional(typed, 'against')
  if (text === undefined) return undefined
  const passes = PASS_MODES.find((one) => one === mode)
  if (passes === undefined) throw new UsageError((w) => w.references.modes)
  if (optional(typed, 'compare') !== undefined) throw new UsageError((w) => w.references.notBoth)
  const named = referenceNamed(store, request, text)
  return (report) => againstReference(request, report, named, passes)
}

function parseMode(text: string | undefined): Mode {
  if (text === undefined) return 'cohort'
  const found = meant('mode', text, MODES)
  if (found === undefined) throw new UsageError((w) => w.reports.noMode({ text, known: MODES.join(', ') }))
  return found
}

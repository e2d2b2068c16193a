import { outcomeStage, stagesAt } from '../../domain/pipeline.ts'
import { UsageError } from '../../errors.ts'
import { reconcileDocument } from '../../render/reports/reconcile.ts'
import type { FunnelReport } from '../../reports/funnel.ts'
import { funnelJson } from '../../reports/funnel-json.ts'
import type { Mode } from '../../reports/funnel-rules.ts'
import {
  DIFFERENCES,
  RECONCILED,
  type ReconciledExample,
  Reconciler,
  type Reconciliation,
  reconcileJson,
} from '../../reports/reconcile.ts'
import { dealsAt } from '../../store/deals/deals.ts'
import { eachFact } from '../../store/facts/funnel-facts.ts'
import { reopenedAmong } from '../../store/facts/reopened.ts'
import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import type { Answer, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { cellNamed, dealsBehind } from '../reports/cell.ts'
import { factsQuery, type ReportRequest } from '../reports/request.ts'
import { lookBeyond, reportView } from '../reports/view.ts'
import { optional } from '../typed.ts'
import { funnelReport } from './report.ts'

/** Our funnel and Bitrix24's side by side, with the deals in which they differ. */
export function reconcile(
  context: Context,
  store: Store,
  request: ReportRequest,
  asked: Mode,
  typed: Typed,
): Answer {
  const mode = RECONCILED.find((one) => one === (asked === 'bitrix24' ? 'cohort' : asked))
  if (mode === undefined) throw new UsageError((w) => w.reconcile.modes({ known: RECONCILED.join(', ') }))
  const { grouping, attribution } = request
  if (
    grouping !== undefined ||
    attribution === 'actor' ||
    optional(typed, 'compare') ||
    optional(typed, 'against')
  )
    throw new UsageError((w) => w.reconcile.alone)
  const report = funnelReport(store, request, mode)
  const reconciler = new Reconciler(
    mode,
    stagesAt(request.pipeline, request.horizon.t),
    outcomeStage(request.pipeline, 'won').name,
  )
  eachFact(store, factsQuery(store, request, 'created'), {
    deal: (fact) => reconciler.add(fact.id, { ...fact, amount: 0 }),
  })
  const found = reconciler.result(report, reopenedAmong(store, reconciler.stepped, request.horizon))
  const cell = optional(typed, 'explain')
  if (cell !== undefined) return explained(store, request, report, found, cell)
  const beyond = lookBeyond(store, request, typed, report.totals.deals, 'created')
  const view = reportView(context, 'funnel', typed, request, beyond)
  const examples = examplesOf(store, request, found)
  return {
    json: { ...funnelJson(report), reconcile: reconcileJson(found, examples) },
    document: (words) => reconcileDocument(report, found, examples, view(words)),
    messages: beyond.messages,
  }
}

/** `STAGE[:CAUSE]`: the deals in which the two differ at that stage, of one cause or of all. */
function explained(
  store: Store,
  request: ReportRequest,
  report: FunnelReport,
  { stages, deals }: Reconciliation,
  text: string,
): Answer {
  const rows = stages.map(({ stage, kind }) => ({ name: stage, kind }))
  const cell = cellNamed(text, rows, DIFFERENCES, false)
  if (cell === undefined) {
    const known = stages.map(({ stage }) => stage).join(', ')
    throw new UsageError((w) => w.reconcile.badCell({ text, stages: known }))
  }
  const { row, column } = cell
  const ids = deals.flatMap(({ ids, causes }) => {
    const cause = causes[row]
    return cause != null && (column === undefined || cause === column) ? ids : []
  })
  const stage = stages[row]?.stage ?? ''
  return dealsBehind(store, request, new Set(ids), {
    title: (words) => words.reconcile.title(report),
    group: undefined,
    figure: (n, { reconcile }) => reconcile.explained({ stage, cause: column ?? null, n }),
  })
}

/** Deals that are shown for each cause. */
const SHOWN = 3

function examplesOf(store: Store, request: ReportRequest, { deals }: Reconciliation): ReconciledExample[] {
  const chosen = DIFFERENCES.flatMap((cause) =>
    deals
      .filter(({ causes }) => causes.includes(cause))
      .flatMap(({ ids, reached }) => ids.slice(0, SHOWN).map((id) => ({ cause, id, reached })))
      .sort((a, b) => a.id - b.id)
      .slice(0, SHOWN),
  )
  const ids = [...new Set(chosen.map(({ id }) => id))]
  const records = new Map(
    dealsAt(store, new Labels(store), ids, request.horizon).map((record) => [record.id, record]),
  )
  return chosen.flatMap(({ cause, id, reached }) => {
    const record = records.get(`d${id}`)
    return record === undefined
      ? []
      : [{ cause, deal: record.id, title: record.title, reached, now: record.stage }]
  })
}

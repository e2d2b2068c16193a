import { foldKey } from '../domain/name.ts'
import { outcomeStage, stagesAt } from '../domain/pipeline.ts'
import { UsageError } from '../errors.ts'
import { funnelDocument } from '../render/reports/funnel.ts'
import { MODES, type Mode } from '../reports/funnel.ts'
import { funnelJson } from '../reports/funnel-json.ts'
import type { Answer, Run } from './command.ts'
import { isNone } from './filters.ts'
import { type CellWatch, funnelReport } from './funnel-report.ts'
import { parseReport, type ReportRequest } from './report-request.ts'
import { latestPeriod, reportView } from './report-view.ts'
import { optional } from './typed.ts'

export const funnel: Run = (context, typed): Answer => {
  const store = context.open('read')
  return store.read(() => {
    const request = parseReport(context, store, typed)
    const mode = parseMode(optional(typed, 'mode'))
    const cell = optional(typed, 'explain')
    const watch = cell === undefined ? undefined : parseCell(cell, request)
    const report = funnelReport(store, request, mode, optional(typed, 'compare'), watch)
    const empty = report.totals.deals === 0
    const latest = empty ? latestPeriod(store, request, mode === 'events' ? 'entries' : 'deals') : null
    const view = reportView(context, 'funnel', typed, request, latest)
    return { json: funnelJson(report), document: (words) => funnelDocument(report, view(words)) }
  })
}

function parseMode(text: string | undefined): Mode {
  if (text === undefined) return 'cohort'
  const found = MODES.find((mode) => mode === text.toLowerCase())
  if (found === undefined) throw new UsageError((w) => w.reports.noMode({ text, known: MODES.join(', ') }))
  return found
}

const COLUMNS = ['entered', 'lost', 'open', 'next'] as const

/** `STAGE:COLUMN[@GROUP]`; the stage may be the name of an outcome, and the column may be left out. */
function parseCell(text: string, { pipeline, horizon }: ReportRequest): CellWatch {
  const ordered = stagesAt(pipeline, horizon.t)
  const won = outcomeStage(pipeline, 'won')
  const lost = outcomeStage(pipeline, 'lost')
  const names = [...ordered, won, lost].map((stage) => stage.name)
  const bad = new UsageError((w) => w.reports.badExplain({ text, stages: names.join(', ') }))
  const { stage: named, column = 'entered', group } = CELL.exec(text)?.groups ?? {}
  const at = names.findIndex((name) => foldKey(name) === foldKey(named ?? ''))
  const wanted = COLUMNS.find((known) => known === column.toLowerCase())
  if (at < 0 || wanted === undefined) throw bad
  return {
    k: at > ordered.length ? 'lost' : at,
    column: wanted,
    group: group === undefined ? undefined : isNone(group) ? null : group,
    found: new Set(),
  }
}

const CELL = /^(?<stage>.+?)(?::(?<column>[a-z]+))?(?:@(?<group>.*))?$/i

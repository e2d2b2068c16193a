import { formatDay, isBounded, periodTitle } from '../../domain/time/period.ts'
import type { Compared } from '../../reports/head.ts'
import type { StuckReport, StuckRow } from '../../reports/stuck.ts'
import type { Words } from '../../words/words.ts'
import type { Document, TableBlock } from '../document.ts'
import { firstNames } from '../first-names.ts'
import { headLines, type ReportView } from './head.ts'
import { groupName, type Parts, tableOf } from './parts.ts'
import { stuckBeside, stuckFacts } from './stuck-beside.ts'

/** Deals that are stuck or silent, or how many each manager has of them. */
export function stuckDocument(
  { report, beside }: Compared<StuckReport>,
  view: ReportView,
  silentAfter: number,
): Document {
  const { words } = view
  const { rows, open, stuck, silent, pipeline, groups } = report
  const counts = words.stuck.counts({ stuck, silent, of: open })
  const compared = beside === null ? [] : stuckBeside(report, beside, words)
  const data = stuckFacts(report, beside)
  const { period } = report.head
  const created = isBounded(period) ? [words.stuck.createdIn({ period: periodTitle(period, words) })] : []
  const title = [words.stuck.title({ pipeline }), ...created]
  const heading = headLines(title, report.head, view, [counts])
  if (rows.length === 0)
    return { heading, blocks: [{ type: 'lines', lines: [words.stuck.none] }, ...compared], data }
  return {
    heading,
    blocks: [
      groups === null ? dealTable(rows, words) : groupTable(report, words),
      {
        type: 'lines',
        lines: words.stuck.about({
          silentAfter,
          stuck: groups === null ? `${STUCK} ` : '',
          silent: groups === null ? `${SILENT} ` : '',
        }),
      },
      ...compared,
    ],
    data,
  }
}

/** Marks, each in a column of its own: of most deals they are all that is to be seen. */
const STUCK = '▲'
const SILENT = '○'

function dealTable(rows: readonly StuckRow[], words: Words): TableBlock {
  const { stuck: w, records, lang } = words
  const calledBy = firstNames(rows.flatMap(({ manager }) => manager ?? []))
  const parts: Parts<StuckRow> = [
    {
      column: { key: 'deal', title: w.deal, kind: 'id' },
      cell: ({ deal }) => ({ value: deal, tone: 'act' }),
    },
    {
      column: { key: 'title', title: w.name, kind: 'text', wrap: true, min: 20 },
      cell: ({ title }) => title,
    },
    {
      column: { key: 'stage', title: records.stage, kind: 'text', wrap: true, min: 10 },
      cell: ({ stage }) => stage,
    },
    {
      column: { key: 'manager', title: records.manager, kind: 'text', wrap: true, min: 7 },
      cell: ({ manager }) => (manager === null ? null : calledBy(manager)),
    },
    {
      column: { key: 'days', title: w.days, kind: 'count' },
      cell: ({ days, stuck }) => ({ value: days, ...(stuck && { tone: 'bad' as const }) }),
    },
    { column: { key: 'norm', title: w.norm, kind: 'days' }, cell: ({ norm }) => norm },
    {
      column: { key: 'stuck', title: STUCK, kind: 'text', gap: 1 },
      cell: ({ stuck }) => ({ value: stuck ? STUCK : '', tone: 'bad' }),
    },
    {
      column: { key: 'silent', title: SILENT, kind: 'text', gap: 1 },
      cell: ({ silent }) => ({ value: silent ? SILENT : '', tone: 'warn' }),
    },
    {
      column: { key: 'lastContact', title: w.lastContact, kind: 'text' },
      cell: ({ lastContact }) => (lastContact === null ? w.never : formatDay(lastContact.slice(0, 10), lang)),
    },
  ]
  return tableOf(parts, rows)
}

function groupTable(report: StuckReport, words: Words): TableBlock {
  const { stuck: w, records, funnel } = words
  const { groups, open, stuck: all, silent: quiet } = report
  return {
    type: 'table',
    columns: [
      { key: 'manager', title: records.manager, kind: 'text' },
      { key: 'stuck', title: w.stuck, kind: 'count' },
      { key: 'silent', title: w.silent, kind: 'count' },
      { key: 'open', title: w.open, kind: 'count' },
    ],
    rows: [
      ...(groups ?? []).map(({ key, stuck, silent, open: inWork }) => ({
        cells: [groupName(key, 'manager', words), stuck, silent, inWork],
      })),
      { cells: [funnel.total, all, quiet, open], total: true },
    ],
  }
}

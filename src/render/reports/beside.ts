import { formatDay, periodTitle } from '../../domain/period.ts'
import type { ReportHead } from '../../reports/head.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Table } from '../document.ts'

/** One figure in two periods, as people read it. */
export interface BesideRow {
  title: string
  was: string
  now: string
  change: string
}

/** The same figures of another period, side by side. */
export function besideBlocks(
  { period, asOf }: ReportHead,
  rows: readonly BesideRow[],
  words: Words,
): Block[] {
  const { funnel, reportHead, lang } = words
  const text = { kind: 'text', align: 'right' } as const
  return [
    {
      type: 'lines',
      lines: [reportHead.beside({ period: periodTitle(period, words), day: formatDay(asOf, lang) })],
    },
    {
      type: 'table',
      columns: [
        { key: 'figure', title: '', kind: 'text' },
        { key: 'was', title: funnel.was, ...text },
        { key: 'now', title: funnel.now, ...text },
        { key: 'change', title: funnel.change, ...text },
      ],
      rows: rows.map(({ title, was, now, change }) => ({ cells: [title, was, now, change] })),
    },
  ]
}

/** The rows of both periods, each led by the label of its own and by the day it was seen on. */
export function besideFacts(...both: readonly [now: [ReportHead, Table], was: [ReportHead, Table]]): Table {
  const [[, { columns }]] = both
  return {
    columns: [...['period', 'asOf'].map((key) => ({ key, title: key, kind: 'text' as const })), ...columns],
    rows: both.flatMap(([{ period, asOf }, { rows }]) =>
      rows.map((row) => ({ ...row, cells: [period.label, asOf, ...row.cells] })),
    ),
  }
}

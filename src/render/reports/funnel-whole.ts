import { majorOf } from '../../domain/money.ts'
import { goneOn } from '../../domain/statistics/two-shares.ts'
import type { FunnelReport, FunnelStage } from '../../reports/funnel.ts'
import type { Cell, TableBlock, Tone } from '../document.ts'
import { formatCount, formatRate } from '../numbers.ts'
import { type ReportView, rangeCell, shareCell } from './head.ts'
import { type Part, type Parts, tableOf, toldParts } from './parts.ts'

/** One row a stage. A column in which a mode has nothing to say is left out. */
export function wholeTable(report: FunnelReport, { words, chart }: ReportView): TableBlock {
  const { head, mode, stages, totals } = report
  const { funnel } = words
  const most = stages.reduce((top, row) => Math.max(top, row.entered), 0)
  /** A count with "?" where deals of unknown stage may belong to the row, or stand in it wrongly. */
  const stopped = (
    key: 'lostHere' | 'openHere',
    title: string,
    unknown: number | null,
  ): Part<FunnelStage> => ({
    column: { key, title, kind: 'count' },
    cell: ({ [key]: here, sound }) =>
      here === null || sound || unknown === 0
        ? here
        : { value: here, text: `${formatCount(here, words.lang)}?`, tone: 'dim' },
  })
  const share: Part<FunnelStage> = {
    column: { key: 'ofAll', title: mode === 'bitrix24' ? funnel.share : funnel.ofAll, kind: 'rate' },
    cell: (row) => shareCell(row.entered, totals.deals, row.ofAll, words),
  }
  const parts: Parts<FunnelStage> = [
    {
      column: { key: 'stage', title: funnel.stage, kind: 'text', shrink: true, min: 10 },
      cell: (row) => row.stage,
    },
    {
      column: { key: 'entered', title: funnel.entered[mode], kind: 'count' },
      cell: (row) => row.entered,
    },
    chart && {
      column: { key: 'bar', title: '', kind: 'bar', gap: 1 },
      cell: (row) => (most === 0 ? 0 : row.entered / most),
    },
    mode === 'bitrix24' && share,
    {
      column: {
        key: 'toNext',
        title: mode === 'events' ? funnel.throughput : funnel.toNext,
        kind: 'rate',
      },
      cell: (row) => nextCell(row, words),
    },
    {
      column: { key: 'toNext', title: funnel.range, kind: 'interval' },
      cell: (row) => rangeCell(row.toNextLow, row.toNextHigh, row.entered, row.sound),
    },
    mode !== 'bitrix24' && mode !== 'snapshot' && share,
    stopped('lostHere', funnel.lost, totals.lossStageUnknown),
    stopped('openHere', funnel.open, totals.openStageUnknown),
    {
      column: { key: 'amount', title: '', kind: 'money', scale: 'auto', currency: head.currency },
      cell: (row) => majorOf(row.amount, head.currency),
    },
    { column: { key: 'medianDays', title: funnel.days, kind: 'days' }, cell: (row) => row.medianDays },
  ]
  return tableOf(toldParts(parts, stages), stages, undefined, toneOf)
}

/** Sales stand out. */
export function toneOf({ kind, entered }: FunnelStage): Tone | undefined {
  return kind === 'won' && entered > 0 ? 'good' : undefined
}

/** How many went on, out of those who entered, where that is a share; "70 %?" where it may not be so. */
export function nextCell(
  row: Pick<FunnelStage, 'toNext' | 'entered' | 'sound'>,
  words: ReportView['words'],
): Cell {
  const { toNext, entered, sound } = row
  const cell = shareCell(goneOn(row), entered, toNext, words)
  if (sound || toNext === null) return cell
  return { value: toNext, text: `${cell.text ?? formatRate(toNext, words.lang)}?`, tone: 'dim' }
}

import type { Eventual } from '../../domain/statistics/maturing.ts'
import { round4 } from '../../domain/statistics/statistics.ts'
import { formatDay, periodTitle } from '../../domain/time/period.ts'
import type { ConversionPoint, ConversionReport } from '../../reports/conversion.ts'
import type { ConversionChange } from '../../reports/conversion-change.ts'
import type { Compared } from '../../reports/head.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Document, Line, Table, TableBlock } from '../document.ts'
import { formatCount } from '../numbers.ts'
import { besideFacts } from './beside.ts'
import { conversionBeside } from './conversion-change.ts'
import { linesOf } from './conversion-chart.ts'
import { lossNote, openSaid, openStageNote, presumedNote } from './funnel-notes.ts'
import { nextCell } from './funnel-whole.ts'
import {
  FEW,
  headLines,
  nothingBlocks,
  outsideBlocks,
  presumedSaid,
  type ReportView,
  rangeCell,
  shareCell,
} from './head.ts'
import { eventualColumns, matureNotes } from './mature.ts'
import { type Parts, tableOf } from './parts.ts'

/** A report with that of another period, and how their points differ. */
type ConversionBoth = Compared<ConversionReport> & { change: ConversionChange | null }

/** A line of points as people read it: the table, then the line drawn, then the other period point by point. */
export function conversionDocument(both: ConversionBoth, view: ReportView): Document {
  const { words } = view
  const { report } = both
  const { head, total, pipeline, by } = report
  const title = words.conversion.title({ pipeline, by: words.groups.by[by] ?? by })
  const heading = headLines([title, periodTitle(head.period, words)], head, view, [
    words.reportHead.deals({ n: formatCount(total.created, words.lang) }),
    ...presumedSaid(report.presumedDatesShare, words),
  ])
  return { heading, blocks: blocksOf(both, view), data: facts(both) }
}

function blocksOf({ report, beside, change }: ConversionBoth, view: ReportView): Block[] {
  const { words, chart } = view
  const compared = beside === null || change === null ? [] : conversionBeside(report, beside, change, words)
  const { points, total, mature, by } = report
  if (total.created === 0) return [...nothingBlocks(report.head, view), ...compared]
  const notes = [
    ...(mature === null ? stepNotes(report, words) : matureNotes(report, words)),
    ...presumedNote(report.presumedDatesShare, words),
    ...(points.some(({ created }) => created > 0 && created < FEW) ? [words.funnel.few] : []),
  ]
  const isLine = points.filter(({ created }) => created > 0).length > 1
  return [
    pointTable(report, words),
    ...(chart && isLine && (mature === null || points.length > 2)
      ? [
          {
            type: 'chart' as const,
            kind: 'rate' as const,
            title: words.conversion.chart,
            labels: points.map(({ label }) => labelSaid(label, by, words)),
            series: linesOf(report, beside, words),
          },
        ]
      : []),
    ...(notes.length === 0 ? [] : [{ type: 'lines' as const, lines: notes }]),
    ...compared,
    ...(chart && !isLine ? [{ type: 'lines' as const, lines: [shorterLine(report.by, words)] }] : []),
    ...outsideBlocks(view),
  ]
}

/** A single point is no line: how to see more of them. */
function shorterLine(by: string, { conversion }: Words): Line {
  const shorter = SHORTER[by]
  if (shorter === undefined) return conversion.onePoint
  return [conversion.onePointOf, { text: `--by ${shorter}`, tone: 'act' }]
}

const SHORTER: Readonly<Record<string, string>> = {
  year: 'quarter',
  quarter: 'month',
  month: 'week',
  week: 'day',
}

function stepNotes(report: ConversionReport, words: Words): Line[] {
  const { created: deals, open } = report.total
  const said = openSaid({ deals, open, openShare: open / deals }, words)
  return [
    ...(said === null ? [] : [words.funnel.young({ share: said })]),
    ...lossNote(report, words),
    ...openStageNote(report, words),
  ]
}

/** One row a point; the shares that went on from each stage stand under its name, or what all will come to. */
function pointTable({ points, total, by, mature }: ConversionReport, words: Words): TableBlock {
  const { conversion, funnel, groups } = words
  const parts: Parts<Shown> = [
    {
      column: { key: 'label', title: groups.group[by] ?? by, kind: 'text' },
      cell: (point) => (point === total ? funnel.total : spanSaid(point, by, words)),
    },
    { column: { key: 'created', title: conversion.created, kind: 'count' }, cell: ({ created }) => created },
    { column: { key: 'won', title: funnel.won, kind: 'count' }, cell: ({ won }) => won },
    { column: { key: 'open', title: funnel.open, kind: 'count' }, cell: ({ open }) => open },
    {
      column: {
        key: 'conversion',
        title: mature === null ? conversion.rate : conversion.soFar,
        kind: 'rate',
      },
      cell: (point) => shareCell(point.won, point.created, point.conversion, words),
    },
    {
      column: { key: 'conversion', title: funnel.range, kind: 'interval' },
      cell: ({ low, high, created }) => rangeCell(low, high, created),
    },
    ...(mature === null ? stepColumns(total, words) : eventualColumns(words)),
  ]
  return tableOf(parts, withoutGaps(points), total)
}

function stepColumns({ steps: all }: ConversionPoint, words: Words): Parts<ConversionPoint> {
  return all.map(({ from }, k) => ({
    column: { key: `step${k}`, title: `${from} →`, kind: 'rate', cut: 8 },
    cell: ({ steps }) => {
      const { rate = null, n = 0, sound = true } = steps[k] ?? {}
      return nextCell({ toNext: rate, entered: n, sound }, words)
    },
  }))
}

/** From so many empty points on, one row tells of them all. */
const GAP = 4

/** A point, or the first of several without deals. */
interface Shown extends ConversionPoint {
  lastLabel?: string
}

function spanSaid({ label, lastLabel }: Shown, by: string, words: Words): string {
  return [label, lastLabel].flatMap((one) => (one === undefined ? [] : labelSaid(one, by, words))).join(' – ')
}

function labelSaid(label: string, by: string, { lang }: Words): string {
  return by === 'day' ? formatDay(label, lang) : label
}

function withoutGaps(points: readonly ConversionPoint[]): Shown[] {
  const shown: Shown[] = []
  for (let i = 0; i < points.length; ) {
    const point = points[i]
    if (point === undefined) break
    const end = points.findIndex(({ created }, k) => k >= i && created > 0)
    const until = end < 0 ? points.length : end
    const last = points[until - 1]
    if (until - i < GAP || last === undefined) {
      shown.push(point)
      i++
    } else {
      shown.push({ ...point, lastLabel: last.label })
      i = until
    }
  }
  return shown
}

/** One row a point and step, in the figures of the JSON. */
function facts({ report, beside }: Compared<ConversionReport>): Table {
  const table = factsOf(report)
  return beside === null ? table : besideFacts([report.head, table], [beside.head, factsOf(beside)])
}

function factsOf({ points, mature }: ConversionReport): Table {
  const keys = ['label', 'created', 'won', 'open', 'conversion', 'low', 'high']
  const coming = mature === null ? [] : ['eventual', 'eventualLow', 'eventualHigh', 'leftOpen']
  const step = ['from', 'to', 'rate', 'rateLow', 'rateHigh', 'n']
  return {
    columns: [...keys, ...coming, ...step].map((key) => ({ key, title: key, kind: 'text' })),
    rows: points.flatMap(({ label, created, won, open, conversion, low, high, eventual, steps }) =>
      steps.map(({ from, to, rate, low: rateLow, high: rateHigh, n }) => ({
        cells: [
          ...[label, created, won, open, round4(conversion), round4(low), round4(high)],
          ...(mature === null ? [] : sharesOf(eventual).map(round4)),
          ...[from, to, round4(rate), round4(rateLow), round4(rateHigh), n],
        ],
      })),
    ),
  }
}

function sharesOf(eventual: Eventual | null): (number | null)[] {
  if (eventual === null) return [null, null, null, null]
  const { share, low, high, left } = eventual
  return [share, low, high, left]
}

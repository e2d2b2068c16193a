import { periodTitle } from '../../domain/period.ts'
import { round4 } from '../../domain/statistics.ts'
import type { ConversionPoint, ConversionReport } from '../../reports/conversion.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell, Column, Document, Table, TableBlock, Value } from '../document.ts'
import { formatCount } from '../numbers.ts'
import { openSaid } from './funnel-notes.ts'
import { FEW, headLines, nothingFound, presumedSaid, type ReportView, rangeCell, shareCell } from './head.ts'

/** A line of points as people read it: the table, then the line drawn. */
export function conversionDocument(report: ConversionReport, view: ReportView): Document {
  const { words } = view
  const { head, total, pipeline, by } = report
  const title = words.conversion.title({ pipeline, by: words.groups.by[by] ?? by })
  const heading = headLines([title, periodTitle(head.period, words)], head, view, [
    words.reportHead.deals({ n: formatCount(total.created, words.lang) }),
    ...presumedSaid(report.presumedDatesShare, words),
  ])
  return { heading, blocks: blocksOf(report, view), data: facts(report) }
}

function blocksOf(report: ConversionReport, view: ReportView): Block[] {
  const { words, chart } = view
  const { points, total } = report
  if (total.created === 0) {
    const { lines, command } = nothingFound(report.head, view)
    return [{ type: 'lines', lines }, ...(command === null ? [] : [{ type: 'command' as const, command }])]
  }
  const open = openSaid(
    { deals: total.created, open: report.open, openShare: report.open / total.created },
    words,
  )
  const notes = [
    ...(open === null ? [] : [words.funnel.young({ share: open })]),
    ...(points.some(({ created }) => created > 0 && created < FEW) ? [words.funnel.few] : []),
  ]
  return [
    pointTable(report, words),
    ...(chart
      ? [
          {
            type: 'chart' as const,
            kind: 'rate' as const,
            title: words.conversion.chart,
            labels: points.map(({ label }) => label),
            series: [{ name: '', values: points.map((point) => point.conversion) }],
          },
        ]
      : []),
    ...(notes.length === 0 ? [] : [{ type: 'lines' as const, lines: notes }]),
  ]
}

interface Part {
  column: Column
  cell(point: ConversionPoint, whole: boolean): Cell | Value
}

/** One row a point; the shares that went on from each stage stand under its name. */
function pointTable({ points, total, by }: ConversionReport, words: Words): TableBlock {
  const { conversion, funnel, groups } = words
  const parts: Part[] = [
    {
      column: { key: 'label', title: groups.group[by] ?? by, kind: 'text' },
      cell: ({ label }, whole) => (whole ? funnel.total : label),
    },
    { column: { key: 'created', title: conversion.created, kind: 'count' }, cell: ({ created }) => created },
    { column: { key: 'won', title: funnel.won, kind: 'count' }, cell: ({ won }) => won },
    {
      column: { key: 'conversion', title: conversion.rate, kind: 'rate' },
      cell: (point) => shareCell(point.won, point.created, point.conversion, words),
    },
    {
      column: { key: 'conversion', title: funnel.range, kind: 'interval' },
      cell: ({ low, high, created }) => rangeCell(low, high, created),
    },
    ...total.steps.map(
      ({ from }, k): Part => ({
        column: { key: `step${k}`, title: `${from} →`, kind: 'rate', cut: 8 },
        cell: ({ steps }) => {
          const { rate = null, n = 0 } = steps[k] ?? {}
          return shareCell(Math.round((rate ?? 0) * n), n, rate, words)
        },
      }),
    ),
  ]
  return {
    type: 'table',
    columns: parts.map(({ column }) => column),
    rows: [
      ...points.map((point) => ({ cells: parts.map(({ cell }) => cell(point, false)) })),
      { cells: parts.map(({ cell }) => cell(total, true)), total: true },
    ],
  }
}

/** One row a point and step, in the figures of the JSON. */
function facts({ points }: ConversionReport): Table {
  const keys = ['label', 'created', 'won', 'conversion', 'low', 'high']
  const step = ['from', 'to', 'rate', 'rateLow', 'rateHigh', 'n']
  return {
    columns: [...keys, ...step].map((key) => ({ key, title: key, kind: 'text' })),
    rows: points.flatMap(({ label, created, won, conversion, low, high, steps }) =>
      steps.map(({ from, to, rate, low: rateLow, high: rateHigh, n }) => ({
        cells: [
          ...[label, created, won, round4(conversion), round4(low), round4(high)],
          ...[from, to, round4(rate), round4(rateLow), round4(rateHigh), n],
        ],
      })),
    ),
  }
}

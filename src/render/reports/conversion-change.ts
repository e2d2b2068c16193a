import type { ConversionPoint, ConversionReport } from '../../reports/conversion.ts'
import type { ConversionChange, PointPair } from '../../reports/conversion-change.ts'
import type { Words } from '../../words/words.ts'
import type { Block } from '../document.ts'
import { formatCount } from '../numbers.ts'
import { asBeside, besideSaid, changeMark, nothingBeside, pointsSaid } from './beside.ts'
import { ageSaid } from './funnel-comparison.ts'
import { FEW, shareCell } from './head.ts'
import { groupKind, type Parts, tableOf } from './parts.ts'

/** Each point beside the one of the same place in another period, and whether the shares can be told apart. */
export function conversionBeside(
  now: ConversionReport,
  was: ConversionReport,
  change: ConversionChange,
  words: Words,
): Block[] {
  const { funnel, reportHead, lang } = words
  const { total } = change
  if (was.total.created === 0) return nothingBeside(was.head, words)
  // Where neither had a deal there is nothing to see.
  const points = change.points.filter((pair) => created(pair.now) + created(pair.was) > 0)
  const marks = [...points, total].map(({ differs }) => differs)
  const isFew = [now, was].some((report) =>
    report.points.some((point) => created(point) > 0 && created(point) < FEW),
  )
  return asBeside([
    {
      type: 'lines',
      lines: [
        `${besideSaid(was.head, words)} · ${reportHead.deals({ n: formatCount(was.total.created, lang) })}`,
        ageSaid(now.head, words),
      ],
    },
    tableOf(partsOf(now.by, total, words), points, total),
    {
      type: 'lines',
      lines: [
        ...(marks.includes(true) ? [funnel.differs] : []),
        ...(marks.includes(false) ? [funnel.alike] : []),
        ...(isFew ? [funnel.few] : []),
      ],
    },
  ])
}

function created(point: ConversionPoint | undefined): number {
  return point?.created ?? 0
}

function partsOf(by: string, total: PointPair, words: Words): Parts<PointPair> {
  const { conversion, funnel, groups } = words
  const count = (key: 'created' | 'won', title: string): Parts<PointPair> => [
    {
      column: { key: `${key}Was`, title: `${title} ${funnel.was}`, kind: 'count' },
      cell: ({ was }) => was?.[key] ?? null,
    },
    { column: { key, title: funnel.now, kind: 'count' }, cell: ({ now }) => now?.[key] ?? null },
  ]
  const share = (point: ConversionPoint | undefined) =>
    point === undefined ? null : shareCell(point.won, point.created, point.conversion, words)
  return [
    {
      column: { key: 'label', title: groups.group[by] ?? by, kind: groupKind(by) },
      cell: (pair) => (pair === total ? funnel.total : (pair.now?.label ?? null)),
    },
    {
      column: { key: 'labelWas', title: conversion.besideIt, kind: 'text' },
      cell: (pair) => (pair === total ? null : (pair.was?.label ?? null)),
    },
    ...count('created', conversion.created),
    ...count('won', funnel.won),
    {
      column: { key: 'conversionWas', title: `${conversion.rate} ${funnel.was}`, kind: 'rate' },
      cell: ({ was }) => share(was),
    },
    { column: { key: 'conversion', title: funnel.now, kind: 'rate' }, cell: ({ now }) => share(now) },
    {
      column: { key: 'change', title: funnel.points, kind: 'text', align: 'right' },
      cell: ({ was, now, differs }) =>
        differs === null ? null : pointsSaid(was?.conversion ?? 0, now?.conversion ?? 0, words),
    },
    {
      column: { key: 'mark', title: '', kind: 'text', gap: 1 },
      cell: ({ was, now, differs }) => changeMark(was?.conversion ?? null, now?.conversion ?? null, differs),
    },
  ]
}

import { LEAST_OUTCOMES } from '../../domain/statistics/incidence.ts'
import type { Eventual } from '../../domain/statistics/maturing.ts'
import { formatDay } from '../../domain/time/period.ts'
import type { ConversionPoint, ConversionReport } from '../../reports/conversion.ts'
import type { Basis } from '../../reports/maturity.ts'
import type { Words } from '../../words/words.ts'
import type { Line } from '../document.ts'
import { formatCount, formatInterval, formatRate } from '../numbers.ts'
import { FEW, ofSaid, rangeCell, shareCell } from './head.ts'
import type { Parts } from './parts.ts'

/** What the share will come to; where nothing is open, that is what it is, and no range is left. */
export function eventualColumns(words: Words): Parts<ConversionPoint> {
  const { conversion, funnel } = words
  return [
    {
      column: { key: 'eventual', title: conversion.willBe, kind: 'rate' },
      cell: ({ eventual, created }) =>
        shareCell(Math.round((eventual?.share ?? 0) * created), created, eventual?.share ?? null, words),
    },
    {
      column: { key: 'eventual', title: funnel.range, kind: 'interval' },
      cell: ({ eventual, created, open }) =>
        open === 0 ? { value: null } : rangeCell(eventual?.low ?? null, eventual?.high ?? null, created),
    },
  ]
}

/** From this share of those created on, it is said how many stay open. */
const LEFT_SAID = 0.01

/** The estimate of all points together in words, and from what it is known. */
export function matureNotes({ total, mature }: ConversionReport, words: Words): Line[] {
  if (mature === null) return []
  const { conversion } = words
  if (total.open === 0) return [conversion.allClosed]
  const { eventual, created } = total
  const { outcomes, seenDays } = mature
  if (eventual === null || seenDays === null) return [conversion.tooFew({ outcomes, least: LEAST_OUTCOMES })]
  const left =
    eventual.left < LEFT_SAID || created < FEW
      ? []
      : [conversion.leftOpen({ share: formatRate(eventual.left, words.lang), days: seenDays * 2 })]
  return [willCome(total, eventual, words), ...basisSaid(mature, words), ...left]
}

function willCome({ created, conversion: now }: ConversionPoint, eventual: Eventual, words: Words): Line {
  const { conversion, lang } = words
  const { share, low, high } = eventual
  if (created < FEW) {
    const count = (rate: number) => formatCount(Math.round(rate * created), lang)
    const said = ofSaid(Math.round(share * created), created, words)
    return conversion.willComeFew({ share: said, low: count(low), high: count(high) })
  }
  return conversion.willCome({
    rate: formatRate(share, lang),
    range: formatInterval(low, high, lang),
    now: formatRate(now ?? 0, lang),
  })
}

function basisSaid({ from, outcomes, won, since }: Basis, words: Words): Line[] {
  const { conversion, lang } = words
  const day = since === null ? null : formatDay(since, lang)
  return [
    ...(from === 'pipeline' ? [conversion.fromPipeline] : []),
    conversion.learnt({ outcomes, won: formatCount(won, lang), since: day }),
  ]
}

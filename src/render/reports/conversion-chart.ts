import { periodTitle } from '../../domain/time/period.ts'
import type { ConversionPoint, ConversionReport } from '../../reports/conversion.ts'
import type { Words } from '../../words/words.ts'
import type { Series } from '../document.ts'

type Points = readonly (ConversionPoint | undefined)[]

/** More points than these are drawn too close for two lines to be told apart. */
const TWO_LINES = 31

/**
 * The line of the report, and that of the other period, point under point, where both can be read. Points that can
 * still rise stand apart from the line: a fall that is only youth must not look like one.
 */
export function linesOf(report: ConversionReport, beside: ConversionReport | null, words: Words): Series[] {
  const { points, mature } = report
  if (beside === null || points.length < 3 || points.length > TWO_LINES)
    return line(points, mature !== null, words)
  const theirs = points.map((_, k) => beside.points[k])
  return [
    ...oneOfTwo(points, periodTitle(report.head.period, words), words),
    ...oneOfTwo(theirs, periodTitle(beside.head.period, words), words),
  ]
}

function line(points: Points, isMature: boolean, { conversion }: Words): Series[] {
  if (points.length < 3 || !points.some((point) => point?.young))
    return [{ name: '', values: sharesOf(points, () => true) }]
  const coming = points.map((point) => (point?.young ? (point.eventual?.share ?? null) : null))
  return [
    { name: conversion.settled, values: sharesOf(points, ({ young }) => !young) },
    {
      name: isMature ? conversion.soFar : conversion.young,
      values: sharesOf(points, ({ young }) => young),
      apart: true,
    },
    ...(isMature ? [{ name: conversion.coming, values: coming, apart: true as const }] : []),
  ]
}

/** Named by its period; so are its points that can rise where there are no others. */
function oneOfTwo(points: Points, name: string, { conversion: { canRise } }: Words): Series[] {
  const settled = sharesOf(points, ({ young }) => !young)
  const young = sharesOf(points, (point) => point.young)
  const hasLine = settled.some((share) => share !== null)
  const hasYoung = young.some((share) => share !== null)
  return [
    ...(hasLine || !hasYoung ? [{ name, values: settled }] : []),
    ...(hasYoung
      ? [{ name: hasLine ? canRise : `${name}: ${canRise}`, values: young, apart: true as const }]
      : []),
  ]
}

function sharesOf(points: Points, wanted: (point: ConversionPoint) => boolean): (number | null)[] {
  return points.map((point) => (point !== undefined && wanted(point) ? point.conversion : null))
}

import { differencePValue, holm, round4 } from '../domain/statistics/statistics.ts'
import { type ConversionPoint, type ConversionReport, pointJson } from './conversion.ts'

/** A point beside the one of the same place in another period; undefined where that has fewer. */
export interface PointPair {
  now: ConversionPoint | undefined
  was: ConversionPoint | undefined
  /** Now minus then, as a fraction; null where either has none. */
  change: number | null
  /** The shares are told apart; null where either is of too few to be compared. */
  differs: boolean | null
}

export interface ConversionChange {
  points: PointPair[]
  total: PointPair
}

/** Below this many deals a share is not compared. */
const FEW = 10

/**
 * Points pair by their place: the first beside the first. Their shares are tested directly (`differencePValue`),
 * corrected for the number of points compared (`holm`); those of the whole periods are one more question of its own.
 */
export function conversionChange(now: ConversionReport, was: ConversionReport): ConversionChange {
  const places = Array.from({ length: Math.max(now.points.length, was.points.length) }, (_, k) => k)
  const tests = places.map((k) => pValue(now.points[k], was.points[k]))
  const falls = holm(tests)
  const p = pValue(now.total, was.total)
  return {
    points: places.map((k) =>
      pairOf(now.points[k], was.points[k], (tests[k] ?? null) === null ? null : falls[k] === true),
    ),
    total: pairOf(now.total, was.total, p === null ? null : p <= 0.05),
  }
}

function pairOf(
  now: ConversionPoint | undefined,
  was: ConversionPoint | undefined,
  differs: boolean | null,
): PointPair {
  const [after = null, before = null] = [now?.conversion, was?.conversion]
  return { now, was, change: after === null || before === null ? null : after - before, differs }
}

function pValue(now: ConversionPoint | undefined, was: ConversionPoint | undefined): number | null {
  if (now === undefined || was === undefined || now.created < FEW || was.created < FEW) return null
  return differencePValue(now.won, now.created, was.won, was.created)
}

/** Under `compare`: the points of the other period, each with how the one beside it differs. */
export function conversionCompareJson(was: ConversionReport, { points, total }: ConversionChange) {
  const json = ({ was: point, change, differs }: PointPair) =>
    point === undefined ? [] : [{ ...pointJson(point, false), change: round4(change), differs }]
  const { period, asOf } = was.head
  return { period, asOf, points: points.flatMap(json), total: json(total)[0] }
}

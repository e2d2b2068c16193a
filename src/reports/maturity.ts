import { LEAST_OUTCOMES } from '../domain/statistics/incidence.ts'
import type { Learnt } from '../domain/statistics/learning.ts'
import type { Lifetimes } from '../domain/statistics/lifetimes.ts'
import {
  type Batch,
  batchesOf,
  type Eventual,
  emptyBatch,
  eventualOf,
  expectedOf,
  together,
} from '../domain/statistics/maturing.ts'
import { dayNumber } from '../domain/time/date.ts'
import type { BoundedPeriod } from '../domain/time/period.ts'

/** What the deals of the parts of a period, and of all of it, will come to; null where nothing tells. */
export interface Maturity {
  points: readonly (Eventual | null)[]
  total: Eventual | null
  basis: Basis
}

/** From what it is known. */
export interface Basis {
  /** The deals learnt from: those of the filters, or all of the pipeline where those are too few. */
  from: 'filtered' | 'pipeline'
  /** How many of them were closed, on known days, and won. */
  outcomes: number
  won: number
  /** The first day that was learnt from; null where it is the first of all. */
  since: string | null
  /** Days of age that deals were seen at; it is told of twice as many. Null where too few were closed to learn. */
  seenDays: number | null
}

/** Fewer outcomes of the filters than these say less than those of the whole pipeline. */
export const ENOUGH_FILTERED = 50

/** `parts` tile a stretch of days; the points are in their order. */
export function maturityOf(
  lives: Lifetimes,
  parts: readonly BoundedPeriod[],
  learnt: Learnt | null,
  basis: Basis,
): Maturity {
  const batches = batchesOf(lives, learnt, placeOf(parts))
  const known = parts.map((_, i) => batches.get(i))
  if (learnt === null) {
    const points = known.map(finished)
    const isOver = known.every((batch) => batch === undefined || batch.open.size === 0)
    return { points, total: isOver ? finished(sumOf(known)) : null, basis }
  }
  const expected = known.map((batch) => batch && expectedOf(batch, learnt))
  const all = together(expected.filter((one) => one !== undefined))
  return {
    points: expected.map((one) => (one === undefined ? null : eventualOf(one, learnt.incidence))),
    total: all === undefined ? null : eventualOf(all, learnt.incidence),
    basis,
  }
}

/** Where no deal is open the share is what it is. */
function finished(batch: Batch | undefined): Eventual | null {
  if (batch === undefined || batch.created === 0 || batch.open.size > 0) return null
  const share = batch.won / batch.created
  return { share, low: share, high: share, left: 0 }
}

function sumOf(batches: readonly (Batch | undefined)[]): Batch {
  const sum = emptyBatch()
  for (const batch of batches) {
    sum.created += batch?.created ?? 0
    sum.won += batch?.won ?? 0
  }
  return sum
}

function placeOf(parts: readonly BoundedPeriod[]): (created: number) => number | undefined {
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined) return () => undefined
  const from = dayNumber(first.from)
  const places = new Int32Array(dayNumber(last.until) - from)
  for (const [i, part] of parts.entries())
    places.fill(i, dayNumber(part.from) - from, dayNumber(part.until) - from)
  return (created) => places[created - from]
}

/** As scripts read it. */
export function matureJson(basis: Basis) {
  return { ...basis, least: LEAST_OUTCOMES }
}

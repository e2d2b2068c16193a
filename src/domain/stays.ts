import type { Precision } from './deal.ts'
import { DAY } from './time/zone.ts'

/** Of a stay in a stage: when it began, how well that is known, and whether it or its moment was inferred. */
interface Stay {
  enteredAt: number
  precision: Precision
  synthetic: boolean
}

/** Stays of which both ends are known, in ms. The end of a stay is the beginning of the next. */
export function* completedStays<V extends Stay>(
  visits: readonly V[],
  dayOf: (at: number) => number,
): Generator<{ visit: V; span: number }> {
  for (const [i, visit] of visits.entries()) {
    const next = visits[i + 1]
    if (next === undefined || visit.synthetic || next.synthetic) continue
    yield { visit, span: spanOf(visit, next, dayOf) }
  }
}

/** From the one to the other in ms; with an end known only as a day, whole calendar days. */
export function spanOf(from: Stay, to: Stay, dayOf: (at: number) => number): number {
  if (from.precision === 'moment' && to.precision === 'moment') return to.enteredAt - from.enteredAt
  return (dayOf(to.enteredAt) - dayOf(from.enteredAt)) * DAY
}

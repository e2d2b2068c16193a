import { outcomeStage, type Pipeline, type Stage } from '../../domain/pipeline.ts'
import type { FunnelCounter } from '../../reports/funnel.ts'

/** Counts an entry; `met` is its deal where the counter meets it for the first time. */
export function enter(
  counter: FunnelCounter,
  k: number | 'lost' | undefined,
  amount: number,
  met: { presumed: number } | undefined,
): void {
  if (k !== undefined) counter.addEntry(k, amount)
  if (met !== undefined) counter.addToTotals({ outcome: null, amount, presumed: met.presumed })
}

/** Row of each stage of the pipeline: its place, the last row for Won, `lost` for Lost. */
export function placesOf(
  pipeline: Pipeline,
  ordered: readonly Stage[],
  won: Stage,
): Map<number, number | 'lost'> {
  const places = new Map<number, number | 'lost'>(ordered.map((stage, k) => [stage.id, k]))
  places.set(won.id, ordered.length)
  places.set(outcomeStage(pipeline, 'lost').id, 'lost')
  return places
}

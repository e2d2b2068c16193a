import { type DealValues, NOTHING_KNOWN } from '../../src/domain/deal.ts'
import type { Stage } from '../../src/domain/pipeline.ts'

/** A deal in the first stage of which nothing is known. */
export const NOTHING: DealValues = { ...NOTHING_KNOWN, stage: 1, currency: 'USD' }

/** An open stage of the first pipeline, of which nothing else is said. */
export function openStage(name: string, bit: number): Stage {
  return {
    id: bit + 1,
    pipeline: 1,
    name,
    aliases: [],
    kind: 'open',
    bit,
    probability: null,
    norm: null,
    invoice: false,
    criteria: [],
    strict: false,
  }
}

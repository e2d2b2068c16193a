import { type DealValues, NOTHING_KNOWN } from '../../src/domain/deal.ts'

/** A deal in the first stage of which nothing is known. */
export const NOTHING: DealValues = { ...NOTHING_KNOWN, stage: 1, currency: 'USD' }

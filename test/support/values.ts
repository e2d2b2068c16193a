import type { DealValues } from '../../src/domain/deal.ts'

/** A deal in the first stage of which nothing is known. */
export const NOTHING: DealValues = {
  title: '',
  stage: 1,
  manager: null,
  company: null,
  contacts: [],
  amount: null,
  cost: null,
  currency: 'USD',
  source: null,
  product: null,
  expected: null,
  tags: [],
  fields: {},
  note: null,
  externalSystem: null,
  externalId: null,
}

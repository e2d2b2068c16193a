/** Values of a deal: what it is at a moment. Ids are row ids of the workspace. */
export type Outcome = 'open' | 'won' | 'lost'
export type Precision = 'moment' | 'day'
export type Origin = 'user' | 'import' | 'rule'

/** A custom field's value: text, number, money in minor units, `YYYY-MM-DD`, a choice, or yes/no as 1/0. */
export type FieldValue = string | number

export interface DealValues {
  title: string
  stage: number
  manager: number | null
  company: number | null
  contacts: readonly number[]
  /** Minor units of `currency`; null when unknown. */
  amount: number | null
  cost: number | null
  currency: string
  source: string | null
  product: string | null
  /** `YYYY-MM-DD` */
  expected: string | null
  tags: readonly string[]
  fields: Readonly<Record<string, FieldValue>>
  note: string | null
  externalSystem: string | null
  externalId: string | null
}

/** A deal of which nothing is said. */
export const NOTHING_KNOWN = {
  title: '',
  manager: null,
  company: null,
  contacts: [],
  amount: null,
  cost: null,
  source: null,
  product: null,
  expected: null,
  tags: [],
  fields: {},
  note: null,
  externalSystem: null,
  externalId: null,
} as const satisfies Partial<DealValues>

export type DealField = keyof DealValues

/**
 * Codes of history rows as stored. `removed` ends a deal, `created` tells its
 * beginning anew; custom fields are `FIELD_KIND + field id`.
 * Codes are part of the file format: never renumber.
 */
export const KIND = {
  stage: 1,
  manager: 2,
  amount: 3,
  currency: 4,
  cost: 5,
  source: 6,
  product: 7,
  company: 8,
  expected: 9,
  title: 10,
  contacts: 11,
  tags: 12,
  note: 13,
  externalId: 14,
  externalSystem: 15,
  removed: 16,
  /** How the deal began, as learnt later: JSON of a whole creation. */
  created: 17,
} as const satisfies Record<Exclude<DealField, 'fields'> | 'removed' | 'created', number>

export const FIELD_KIND = 1000

const FIELD_OF_KIND = new Map<number, keyof typeof KIND>(
  Object.entries(KIND).map(([field, kind]) => [kind, field as keyof typeof KIND]),
)

/** The built-in field that a kind stands for; undefined for custom fields. */
export function fieldOfKind(kind: number): keyof typeof KIND | undefined {
  return FIELD_OF_KIND.get(kind)
}

import type { DealValues } from './deal.ts'
import type { CustomField } from './field.ts'

/** Fields of ours that a stage may ask for before a deal goes on. */
export const CRITERIA_FIELDS = [
  'amount',
  'expected',
  'contact',
  'company',
  'product',
  'source',
  'manager',
] as const
export type CriteriaField = (typeof CRITERIA_FIELDS)[number]

/** What a stage asks for: a field of ours, or one of the user's own. */
export type Criterion = CriteriaField | CustomField

const OWN = 'field:'

/** As a stage keeps it: `amount`, `field:7`. */
export function criterionKey(criterion: Criterion): string {
  return typeof criterion === 'string' ? criterion : `${OWN}${criterion.id}`
}

/** What the keys of a stage mean. A field that is no more is asked for no more. */
export function criteriaOf(keys: readonly string[], fields: readonly CustomField[]): Criterion[] {
  return keys.flatMap((key): Criterion[] => {
    const own = fields.find((field) => criterionKey(field) === key)
    const ours = CRITERIA_FIELDS.find((field) => field === key)
    return own === undefined ? (ours === undefined ? [] : [ours]) : [own]
  })
}

/** A field is filled in; one of yes and no says yes. */
export function meets(criterion: Criterion, values: Omit<DealValues, 'stage'>): boolean {
  if (criterion === 'contact') return values.contacts.length > 0
  if (typeof criterion === 'string') return values[criterion] !== null && values[criterion] !== ''
  const value = values.fields[criterion.id]
  return criterion.type === 'yesno' ? value === 1 : value !== undefined && value !== ''
}

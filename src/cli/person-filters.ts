import type { FieldValue } from '../domain/deal.ts'
import { foldName } from '../domain/name.ts'

/** Whether a record has these values in its fields; null stands for "has none". */
export function keepsFields(
  wanted: Readonly<Record<string, FieldValue | null>>,
): (record: { fields: Readonly<Record<string, FieldValue>> }) => boolean {
  const same = (value: FieldValue | undefined, other: FieldValue | null) =>
    typeof value === 'string' && typeof other === 'string'
      ? foldName(value) === foldName(other)
      : (value ?? null) === other
  return ({ fields }) => Object.entries(wanted).every(([id, value]) => same(fields[id], value))
}

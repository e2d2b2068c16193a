import type { FieldValue } from '../../domain/deal.ts'
import { foldName } from '../../domain/names/name.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { departmentMeant, isEveryone } from '../filters.ts'
import { chosen } from '../naming.ts'
import { clearable } from '../texts.ts'
import { findManagerOrMe } from './person-values.ts'

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

/** `--manager` of a list of people or companies: somebody, a whole department, or, for an empty text, nobody. */
export async function keepsManager(
  context: Context,
  store: Store,
  typed: Typed,
): Promise<(record: { manager: number | null }) => boolean> {
  const text = clearable(typed, 'manager')
  if (text === undefined) return () => true
  if (text === null) return ({ manager }) => manager === null
  if (isEveryone(store, text)) return () => true
  const department = departmentMeant(store, text)
  const ids = department.length > 0 ? department : [await chosen(context, () => findManagerOrMe(store, text))]
  return ({ manager }) => manager !== null && ids.includes(manager)
}

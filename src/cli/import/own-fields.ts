import type { CustomField } from '../../domain/field.ts'
import { foldKey } from '../../domain/names/name.ts'
import { readFields } from '../../store/fields.ts'
import type { Operation } from '../../store/operation.ts'
import type { Store } from '../../store/store.ts'
import { fieldName } from '../../transfer/export-column.ts'
import { fieldOfHeader } from '../../transfer/own-cells.ts'

/** The user's own fields behind columns of an export; those that are not here are made once, of texts as written. */
export function ownFields(
  store: Store,
  operation: Operation,
  headers: readonly string[],
): { header: string; field: CustomField }[] {
  const known = [...readFields(store.db, 'deal')]
  return headers.map((header) => {
    const field = fieldOfHeader(known, header)
    if (field !== undefined) return { header, field }
    const name = fieldName(header)
    const id = operation.insert('fields', { entity: 'deal', name, folded: foldKey(name), type: 'text' })
    const made: CustomField = { id, name, type: 'text', choices: [] }
    known.push(made)
    return { header, field: made }
  })
}

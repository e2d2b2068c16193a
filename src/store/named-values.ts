import { foldKey } from '../domain/names/name.ts'
import type { Database } from './database.ts'
import type { Operation } from './operation.ts'
import { parseJson } from './rows.ts'
import type { Store } from './store.ts'

/** Something that a person keeps under a name. */
export interface Named<Value> {
  id: number
  name: string
  value: Value
}

/** Where values of one kind are kept: JSON in a column beside `name` and `folded`, by which they are found. */
interface Shelf {
  table: 'saved_filters' | 'dashboards'
  column: 'options' | 'blocks'
}

/** All of them by name; `Value` is what `saveNamed` was given. */
export function readNamed<Value>(db: Database, { table, column }: Shelf): Named<Value>[] {
  const rows = db.prepare(`select id, name, ${column} as value from ${table} order by folded`).all() as {
    id: number
    name: string
    value: string
  }[]
  return rows.map((row) => ({ ...row, value: parseJson<Value>(row.value) }))
}

/** Saves it, in the place of the one that has the name already. */
export function saveNamed<Value>(
  { db }: Store,
  operation: Operation,
  { table, column }: Shelf,
  { name, value }: { name: string; value: Value },
): Named<Value> {
  const folded = foldKey(name)
  const known = db.prepare(`select id from ${table} where folded = ?`).pluck().get(folded) as
    | number
    | undefined
  const cells = { name, folded, [column]: JSON.stringify(value) }
  if (known !== undefined) operation.update(table, known, cells)
  return { id: known ?? operation.insert(table, cells), name, value }
}

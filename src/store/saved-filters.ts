import { foldKey } from '../domain/name.ts'
import type { Database } from './database.ts'
import type { Operation } from './operation.ts'
import { parseJson } from './rows.ts'
import type { Store } from './store.ts'

/** Part of the first migration: filters by name, their options as they were typed. */
export const FILTER_TABLES = `create table saved_filters(
  id integer primary key autoincrement,
  name text not null,
  folded text not null unique,
  options text not null
) strict;`

export interface SavedFilter {
  id: number
  name: string
  /** By the key of the option, as commands get them: names are looked up anew each time. */
  options: Readonly<Record<string, unknown>>
}

export function readSavedFilters(db: Database): SavedFilter[] {
  const rows = db.prepare('select id, name, options from saved_filters order by folded').all() as {
    id: number
    name: string
    options: string
  }[]
  return rows.map((row) => ({ ...row, options: parseJson<Record<string, unknown>>(row.options) }))
}

/** Saves it, in the place of the one that has the name already. */
export function saveFilter(
  { db }: Store,
  operation: Operation,
  { name, options }: Omit<SavedFilter, 'id'>,
): SavedFilter {
  const folded = foldKey(name)
  const known = db.prepare('select id from saved_filters where folded = ?').pluck().get(folded) as
    | number
    | undefined
  const cells = { name, folded, options: JSON.stringify(options) }
  if (known !== undefined) operation.update('saved_filters', known, cells)
  return { id: known ?? operation.insert('saved_filters', cells), name, options }
}

export function removeSavedFilter(operation: Operation, id: number): void {
  operation.remove('saved_filters', id)
}

import type { Database } from './database.ts'
import { readNamed, saveNamed } from './named-values.ts'
import type { Operation } from './operation.ts'
import type { Store } from './store.ts'

/** Part of the first migration: filters by name, their options as they were typed. */
export const FILTER_TABLES = `create table saved_filters(
  id integer primary key autoincrement,
  name text not null,
  folded text not null unique,
  options text not null
) strict;`

const SHELF = { table: 'saved_filters', column: 'options' } as const

export interface SavedFilter {
  id: number
  name: string
  /** By the key of the option, as commands get them: names are looked up anew each time. */
  options: Readonly<Record<string, unknown>>
}

export function readSavedFilters(db: Database): SavedFilter[] {
  return readNamed<SavedFilter['options']>(db, SHELF).map(({ value, ...one }) => ({ ...one, options: value }))
}

export function saveFilter(
  store: Store,
  operation: Operation,
  { name, options }: Omit<SavedFilter, 'id'>,
): SavedFilter {
  const { id } = saveNamed(store, operation, SHELF, { name, value: options })
  return { id, name, options }
}

export function removeSavedFilter(operation: Operation, id: number): void {
  operation.remove('saved_filters', id)
}

import type { Database } from './database.ts'
import { readNamed, saveNamed } from './named-values.ts'
import type { Operation } from './operation.ts'
import type { Store } from './store.ts'

/** Part of the first migration: dashboards by name, their blocks as command lines. */
export const DASHBOARD_TABLES = `create table dashboards(
  id integer primary key autoincrement,
  name text not null,
  folded text not null unique,
  blocks text not null
) strict;`

const SHELF = { table: 'dashboards', column: 'blocks' } as const

export interface Dashboard {
  id: number
  name: string
  /** Command lines as they were typed, without `voronka`: each is read anew when it is shown. */
  blocks: readonly string[]
}

export function readDashboards(db: Database): Dashboard[] {
  return readNamed<Dashboard['blocks']>(db, SHELF).map(({ value, ...one }) => ({ ...one, blocks: value }))
}

export function saveDashboard(
  store: Store,
  operation: Operation,
  { name, blocks }: Omit<Dashboard, 'id'>,
): Dashboard {
  const { id } = saveNamed(store, operation, SHELF, { name, value: blocks })
  return { id, name, blocks }
}

export function removeDashboard(operation: Operation, id: number): void {
  operation.remove('dashboards', id)
}

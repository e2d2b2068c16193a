import { project } from '../../src/store/deals/projection.ts'
import { rebuildKept } from '../../src/store/kept/upkeep.ts'
import { Store } from '../../src/store/store.ts'

export type State = Readonly<Record<string, unknown[]>>

const COPIES = [
  'deal_state',
  'visits',
  'deal_contacts',
  'contact_keys',
  'inquiries',
  'contacted',
  'won_stays',
  'stage_stays',
  'customers',
  'stale',
]
const LABELS = [
  'settings',
  'managers',
  'pipelines',
  'stages',
  'pipeline_versions',
  'fields',
  'fx_rates',
  'profiles',
  'companies',
  'contacts',
  'apart',
  'activities',
  'tasks',
  'plans',
  'handovers',
  'handover_items',
]

/** All that is in force in a workspace file: the copies and the labels, row by row. */
export function stateOf(path: string): State {
  return withStore(path, (store) => rowsOf(store, [...COPIES, ...LABELS]))
}

/** The copies as they would be, were they made anew from the rows in force. Leaves the file as it was. */
export function copiesAnew(path: string): { kept: State; anew: State } {
  return withStore(path, (store) => {
    const kept = rowsOf(store, COPIES)
    const deals = store.db.prepare('select id from deals').pluck().all() as number[]
    store.db.raw.exec('begin')
    store.db.raw.exec('delete from visits; delete from deal_contacts; delete from deal_state')
    project(store.db, deals, store.projection)
    rebuildKept(store)
    const anew = rowsOf(store, COPIES)
    store.db.raw.exec('rollback')
    return { kept, anew }
  })
}

/** The number of the last operation, undos included. */
export function lastOperation(path: string): number {
  return withStore(path, (store) => Number(store.db.prepare('select max(id) from operations').pluck().get()))
}

function rowsOf(store: Store, tables: readonly string[]): State {
  return Object.fromEntries(
    tables.map((table) => [table, store.db.prepare(`select * from ${table} order by 1, 2`).all()]),
  )
}

function withStore<T>(path: string, body: (store: Store) => T): T {
  const store = Store.open(path)
  try {
    return body(store)
  } finally {
    store.close()
  }
}

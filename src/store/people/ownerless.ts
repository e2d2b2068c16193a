import type { Operation } from '../operation.ts'
import type { Store } from '../store.ts'
import {
  giveDeal,
  HANDED,
  HANDED_TABLES,
  type Handed,
  type HandedCounts,
  noneHanded,
} from './handing-over.ts'

/** Open work and people that nobody has. */
const OWNERLESS: Readonly<Record<Handed, { table: string; id: string; where: string }>> = {
  deal: { table: 'deal_state', id: 'deal_id', where: 'outcome = 0 and removed = 0' },
  contact: { table: 'contacts', id: 'id', where: 'merged_into is null and erased = 0' },
  company: { table: 'companies', id: 'id', where: 'merged_into is null' },
  task: { table: 'tasks', id: 'id', where: "state = 'open'" },
  activity: { table: 'activities', id: 'id', where: "outcome = 'planned'" },
}

/** How many records have no manager: open deals and tasks, planned meetings, contacts, companies. */
export function countOwnerless(store: Store): HandedCounts {
  return tally(({ table, where }) =>
    Number(
      store.db.prepare(`select count(*) from ${table} where ${where} and manager_id is null`).pluck().get(),
    ),
  )
}

/** Gives them all to a manager. Returns how many of each there were. */
export function takeOwnerless(store: Store, operation: Operation, manager: number): HandedCounts {
  return tally(({ table, id, where }, kind) => {
    const rows = store.db
      .prepare(`select ${id} from ${table} where ${where} and manager_id is null order by 1`)
      .pluck()
      .all() as number[]
    for (const row of rows)
      if (kind === 'deal') giveDeal(store, operation, row, manager)
      else operation.update(HANDED_TABLES[kind], row, { manager_id: manager })
    return rows.length
  })
}

function tally(count: (of: (typeof OWNERLESS)[Handed], kind: Handed) => number): HandedCounts {
  const counts = noneHanded()
  for (const kind of HANDED) counts[kind] = count(OWNERLESS[kind], kind)
  return counts
}

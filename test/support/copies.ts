import { foldName } from '../../src/domain/names/name.ts'
import { foldDeal } from '../../src/store/deals/projection.ts'
import { stateCells, visitCells } from '../../src/store/rows.ts'
import { Store } from '../../src/store/store.ts'

/** The copies of all deals as they stand in the file, and as their rows in force fold. They must be the same. */
export function copiesOf(path: string): { kept: unknown; folded: unknown } {
  const store = Store.open(path)
  try {
    const { db } = store
    const ids = db.prepare('select id from deals where retracted = 0 order by id').pluck().all() as number[]
    const folded = ids.map((id) => {
      const found = foldDeal(db, id, store.projection)
      if (found === undefined) throw new Error(`deal ${id} does not fold`)
      const { state, edited } = found
      return {
        state: stateCells(id, state, edited, foldName(state.values.title)),
        visits: state.visits.map((visit, seq) => visitCells(id, seq, visit)),
        contacts: [...new Set(state.values.contacts)].sort((a, b) => a - b),
      }
    })
    const rows = (sql: string, id: number) => db.prepare(sql).raw().all(id)
    const kept = (db.prepare('select * from deal_state order by deal_id').raw().all() as number[][]).map(
      (state) => {
        const id = Number(state[0])
        return {
          state,
          visits: rows('select * from visits where deal_id = ? order by seq', id),
          contacts: rows(
            'select contact_id from deal_contacts where deal_id = ? order by contact_id',
            id,
          ).flat(),
        }
      },
    )
    return { kept, folded }
  } finally {
    store.close()
  }
}

/** Every row of the truth tables, for proving that nothing of it was touched. */
export function truthOf(path: string): { deals: unknown[]; history: unknown[]; operations: number } {
  const store = Store.open(path)
  try {
    const all = (sql: string) => store.db.prepare(sql).raw().all()
    return {
      deals: all('select * from deals order by id'),
      history: all('select * from history order by id'),
      operations: all('select id from operations').length,
    }
  } finally {
    store.close()
  }
}

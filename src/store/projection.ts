import { type DealState, type FoldContext, fold } from '../domain/history.ts'
import type { Database } from './database.ts'
import {
  type ChangeRow,
  type CreationRow,
  changeOf,
  creationOf,
  type DealRow,
  type HistoryRow,
  STATE_COLUMNS,
  stateCells,
  VISIT_COLUMNS,
  visitCells,
} from './rows.ts'

/** What the copies need from outside: the meaning of stages and days, and the folding of titles for search. */
export interface ProjectionContext extends FoldContext {
  foldTitle(title: string): string
}

export interface Folded {
  state: DealState
  /** Somebody here, not an import, changed it. */
  edited: boolean
}

/** Folds one deal from its rows in force; undefined when its creation is retracted or it does not exist. */
export function foldDeal(db: Database, id: number, context: FoldContext): Folded | undefined {
  const row = db.prepare('select * from deals where id = ? and retracted = 0').get(id) as DealRow | undefined
  if (row === undefined) return undefined
  const rows = db
    .prepare('select * from history where deal_id = ? and retracted = 0 order by at, id')
    .all(id) as HistoryRow[]
  return foldRows(row, rows, context)
}

/** Folds a deal's rows in force, its history in the order (at, id). */
export function foldRows(row: CreationRow, rows: readonly ChangeRow[], context: FoldContext): Folded {
  return {
    state: fold(creationOf(row), rows.map(changeOf), context),
    edited: row.origin !== 1 || rows.some((change) => change.origin !== 1),
  }
}

/** Makes the copies of these deals anew from their rows. Inside the transaction that changed the rows. */
export function project(db: Database, ids: Iterable<number>, context: ProjectionContext): void {
  for (const id of ids) {
    clear(db, id)
    const folded = foldDeal(db, id, context)
    if (folded === undefined) continue
    writeCopies(db, id, folded, context)
  }
}

function clear(db: Database, id: number): void {
  db.prepare('delete from visits where deal_id = ?').run(id)
  db.prepare('delete from deal_contacts where deal_id = ?').run(id)
  db.prepare('delete from deal_state where deal_id = ?').run(id)
}

/** Writes the copies of one deal, where there are none. */
export function writeCopies(
  db: Database,
  id: number,
  { state, edited }: Folded,
  context: ProjectionContext,
): void {
  db.prepare(INSERT_STATE).run(...stateCells(id, state, edited, context.foldTitle(state.values.title)))
  for (const [seq, visit] of state.visits.entries())
    db.prepare(INSERT_VISIT).run(...visitCells(id, seq, visit))
  for (const contact of new Set(state.values.contacts))
    db.prepare('insert into deal_contacts(deal_id, contact_id) values (?, ?)').run(id, contact)
}

const INSERT_STATE = insertInto('deal_state', STATE_COLUMNS)
const INSERT_VISIT = insertInto('visits', VISIT_COLUMNS)

function insertInto(table: string, columns: readonly string[]): string {
  return `insert into ${table}(${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`
}

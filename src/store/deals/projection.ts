import { type DealState, type FoldContext, fold } from '../../domain/history.ts'
import type { Database } from '../database.ts'
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
} from '../rows.ts'

/** What the copies need from outside: the meaning of stages and days, and the folding of titles for search. */
export interface ProjectionContext extends FoldContext {
  foldTitle(title: string): string
  /** See `Store.told`. */
  told(deal: number): Told | undefined
}

export interface Folded {
  state: DealState
  /** Somebody here, not an import, changed it. */
  edited: boolean
}

/** Folds one deal from its rows in force; undefined when its creation is retracted or it does not exist. */
export function foldDeal(db: Database, id: number, context: FoldContext): Folded | undefined {
  const told = readTold(db, id)
  return told && foldRows(told.creation, told.changes, context)
}

/** A deal as its rows in force tell it, its history in the order (at, id). */
export interface Told {
  creation: DealRow
  changes: readonly HistoryRow[]
}

/** Undefined when its creation is retracted or it does not exist. `known` is its row where that was read already. */
export function readTold(db: Database, id: number, known?: DealRow): Told | undefined {
  const creation = known ?? readCreation(db, id)
  if (creation === undefined) return undefined
  const changes = db
    .prepare('select * from history where deal_id = ? and retracted = 0 order by at, id')
    .all(id) as HistoryRow[]
  return { creation, changes }
}

function readCreation(db: Database, id: number): DealRow | undefined {
  return db.prepare('select * from deals where id = ? and retracted = 0').get(id) as DealRow | undefined
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
    const told = context.told(id)
    const folded = told && foldRows(told.creation, told.changes, context)
    if (folded !== undefined && mendCopies(db, id, folded, context)) continue
    clear(db, id)
    if (folded !== undefined) writeCopies(db, id, folded, context)
  }
}

/**
 * Writes what is no more so in the copies of a deal: a move changes few of their cells, and so few of their indexes. Not
 * of a deal that was won, whose customers go by the rows that are deleted, nor of one without copies: returns false.
 */
function mendCopies(
  db: Database,
  id: number,
  { state, edited }: Folded,
  { foldTitle }: ProjectionContext,
): boolean {
  const before = db
    .prepare(`select ${STATE_COLUMNS.join(', ')} from deal_state where deal_id = ? and outcome <> 1`)
    .raw()
    .get(id) as ReturnType<typeof stateCells> | undefined
  if (before === undefined) return false
  const after = stateCells(id, state, edited, foldTitle(state.values.title))
  const differing = STATE_COLUMNS.flatMap((name, i) =>
    after[i] === before[i] ? [] : [{ name, cell: after[i] }],
  )
  if (differing.length > 0)
    db.prepare(
      `update deal_state set ${differing.map(({ name }) => `${name} = ?`).join(', ')} where deal_id = ?`,
    ).run(...differing.map(({ cell }) => cell), id)
  mendVisits(db, id, state)
  const contacts = [...new Set(state.values.contacts)]
  const known = db
    .prepare('select contact_id from deal_contacts where deal_id = ?')
    .pluck()
    .all(id) as number[]
  if (known.length !== contacts.length || known.some((contact) => !contacts.includes(contact))) {
    db.prepare('delete from deal_contacts where deal_id = ?').run(id)
    writeContacts(db, id, contacts)
  }
  return true
}

function mendVisits(db: Database, id: number, { visits }: DealState): void {
  const before = db
    .prepare(`select ${VISIT_COLUMNS.join(', ')} from visits where deal_id = ? order by seq`)
    .raw()
    .all(id) as ReturnType<typeof visitCells>[]
  for (const [seq, visit] of visits.entries()) {
    const cells = visitCells(id, seq, visit)
    const known = before[seq]
    if (known === undefined || cells.some((cell, i) => cell !== known[i]))
      db.prepare(RENEW_VISIT).run(...cells)
  }
  if (before.length > visits.length)
    db.prepare('delete from visits where deal_id = ? and seq >= ?').run(id, visits.length)
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
  writeContacts(db, id, [...new Set(state.values.contacts)])
}

function writeContacts(db: Database, id: number, contacts: readonly number[]): void {
  for (const contact of contacts)
    db.prepare('insert into deal_contacts(deal_id, contact_id) values (?, ?)').run(id, contact)
}

const INSERT_STATE = insertInto('deal_state', STATE_COLUMNS)
const INSERT_VISIT = insertInto('visits', VISIT_COLUMNS)
/** Not a replacement: that deletes a row and no trigger hears of it. */
const RENEW_VISIT = `${INSERT_VISIT} on conflict(deal_id, seq) do update set
  ${VISIT_COLUMNS.slice(2)
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')}`

function insertInto(table: string, columns: readonly string[]): string {
  return `insert into ${table}(${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`
}

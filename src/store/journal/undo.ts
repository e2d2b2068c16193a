import { KIND } from '../../domain/deal.ts'
import type { FoldContext } from '../../domain/history.ts'
import { UserError } from '../../errors.ts'
import type { Database } from '../database.ts'
import { foldDeal } from '../deals/projection.ts'
import type { Operation } from '../operation.ts'
import { parseJson } from '../rows.ts'
import type { Cells } from '../tables/cells.ts'
import type { Schema } from '../tables/schema.ts'
import { USERS_OF_INSERTED_LABELS } from './undo-references.ts'

export type OperationRow = {
  [K in Exclude<keyof Schema['operations'], 'id' | 'summary'>]: Schema['operations'][K]
} & {
  id: number
  summary: string
}

export interface UndoResult {
  /** The operation taken back. */
  undone: number
  command: string
  /** Deals whose copies must be made anew. */
  touched: number[]
}

/** An operation that cannot be taken back whole. */
export class BuiltOn extends UserError {
  constructor(
    readonly operation: OperationRow,
    later: readonly number[],
  ) {
    const p = { operation: operation.id, later: later.join(', '), latest: Math.max(...later) }
    super((w) => w.store.undoBlocked(p))
  }
}

/**
 * Takes one operation back: its deals and history rows are marked retracted, its label rows get their earlier
 * image again. Without a number, the last operation in force that is no undo. Throws UserError when it is not
 * there, undone already, an undo itself, or when something in force was built on it.
 */
export function retract(
  db: Database,
  wanted: number | undefined,
  by: { id: number; at: number },
): UndoResult {
  // The number that the undo itself has got is no operation yet.
  if (wanted === by.id) throw new UserError((w) => w.store.noOperation({ operation: wanted }))
  const operation = find(db, wanted)
  const later = builtOn(db, operation, by.id)
  const erased = later.find((id) => isFinal(db, id))
  // Of an import the rest can still be taken back.
  if (erased !== undefined && parseJson<{ entity?: string }>(operation.summary).entity === undefined)
    throw new UserError((w) => w.erasing.undoErased({ operation: operation.id, erased }))
  if (later.length > 0) throw new BuiltOn(operation, later)
  db.prepare('update operations set retracted_at = ?, retracted_by = ? where id = ?').run(
    by.at,
    by.id,
    operation.id,
  )
  db.prepare('update operations set undoes = ? where id = ?').run(operation.id, by.id)
  const touched = touchedDeals(db, operation)
  db.prepare('update history set retracted = 1 where id between ? and ? and op = ?').run(
    operation.history_from,
    operation.history_until,
    operation.id,
  )
  db.prepare(
    `update history set superseded_by = null,
      retracted = (select o.retracted_at is not null from operations o where o.id = history.op)
    where superseded_by = ?`,
  ).run(operation.id)
  retractDeals(db, operation)
  return {
    undone: operation.id,
    command: operation.command,
    touched: [...touched, ...bringBack(db, operation.id)],
  }
}

/**
 * Throws UserError where a deal would get an external id again that another has by now. Of deals alone whose id the
 * operation, retracted by now, had changed.
 */
export function refuseTakenIds(db: Database, operation: number, context: FoldContext): void {
  const kinds = `${KIND.externalId}, ${KIND.externalSystem}`
  const deals = db
    .prepare(
      `select distinct h.deal_id from operations o
        join history h on h.id between o.history_from and o.history_until
      where o.id = ? and h.op = o.id and h.kind in (${kinds})`,
    )
    .pluck()
    .all(operation) as number[]
  const holderOf = db.prepare(
    `select deal_id as id, title from deal_state
    where external_id = ? and external_system is ? and deal_id <> ?`,
  )
  for (const deal of deals) {
    const { externalId = null, externalSystem } = foldDeal(db, deal, context)?.state.values ?? {}
    const holder = holderOf.get(externalId, externalSystem ?? null, deal) as
      | { id: number; title: string }
      | undefined
    if (externalId === null || holder === undefined) continue
    const p = { externalId, id: `d${holder.id}`, title: holder.title }
    throw new UserError((w) => w.deals.idTaken(p))
  }
}

/**
 * Label rows go back last: copies of deals that point to them are gone or renewed by then. What was loaded in bulk on an
 * earlier day leaves its images with the undo, for a report may ask what was known in between.
 */
export function restoreLabels(db: Database, operation: number, by: Operation, zone: DayOf): void {
  const at = db.prepare('select at from operations where id = ?').pluck().get(operation) as number
  const wasKnown = zone.dateOf(at) !== zone.dateOf(by.at)
  const rows = db
    .prepare('select * from changes where op = ? order by seq desc')
    .all(operation) as Schema['changes'][]
  for (const { table_name: table, row_id: from, row_until: until, before, after } of rows) {
    if (after !== null || before === null) {
      if (before === null) {
        if (after === null && wasKnown) by.keepsImages(table, from, until)
        db.prepare(`delete from ${table} where id between ? and ?`).run(from, until)
      } else setRow(db, table, from, parseJson<Cells>(before))
    } else insertRow(db, table, parseJson<Cells>(before))
  }
}

interface DayOf {
  dateOf(at: number): string
}

function setRow(db: Database, table: string, id: number, cells: Cells): void {
  const names = Object.keys(cells).filter((name) => name !== 'id')
  db.prepare(`update ${table} set ${names.map((name) => `${name} = ?`).join(', ')} where id = ?`).run(
    ...names.map((name) => cells[name]),
    id,
  )
}

function insertRow(db: Database, table: string, cells: Cells): void {
  const names = Object.keys(cells)
  db.prepare(`insert into ${table}(${names.join(', ')}) values (${names.map(() => '?').join(', ')})`).run(
    ...names.map((name) => cells[name]),
  )
}

/** A person was erased: what was there is nowhere any more. */
function isFinal(db: Database, operation: number): boolean {
  return db.prepare("select summary ->> '$.final' from operations where id = ?").pluck().get(operation) === 1
}

function find(db: Database, wanted: number | undefined): OperationRow {
  const found = findAny(db, wanted)
  if (isFinal(db, found.id)) {
    const before = db
      .prepare(
        `select max(id) from operations
        where id < ? and retracted_at is null and undoes is null and summary ->> '$.final' is null`,
      )
      .pluck()
      .get(found.id) as number | null
    if (before === null) throw new UserError((w) => w.store.nothingToUndo())
    throw new UserError((w) => w.erasing.notUndoable({ operation: found.id, before }))
  }
  return found
}

function findAny(db: Database, wanted: number | undefined): OperationRow {
  if (wanted === undefined) {
    const last = db
      .prepare(
        'select * from operations where retracted_at is null and undoes is null order by id desc limit 1 offset 1',
      )
      .get() as OperationRow | undefined
    if (last === undefined) throw new UserError((w) => w.store.nothingToUndo())
    return last
  }
  const row = db.prepare('select * from operations where id = ?').get(wanted) as OperationRow | undefined
  if (row === undefined) throw new UserError((w) => w.store.noOperation({ operation: wanted }))
  const { undoes } = row
  if (undoes !== null) {
    const command = db.prepare('select command from operations where id = ?').pluck().get(undoes) as string
    throw new UserError((w) => w.store.undoOfUndo({ operation: wanted, undoes, command }))
  }
  if (row.retracted_at !== null) throw new UserError((w) => w.store.alreadyUndone({ operation: wanted }))
  return row
}

/** Operations in force that touched what this one made: deals it created, label rows it wrote or that point to them. */
function builtOn(db: Database, operation: OperationRow, current: number): number[] {
  // An undo writes nothing of its own but what rules have to say to it, and nothing is built on that.
  const inForce =
    'select id from operations where id > @op and id < @current and retracted_at is null and undoes is null'
  const found = db
    .prepare(
      `select distinct op from (
        select h.op from deals d join history h on h.deal_id = d.id
          where d.id between @from and @until and d.op = @op and h.op <> @op and h.retracted = 0
        union all
        select distinct superseded_by from deals where superseded_by in (${inForce}) and op = @op
        union all
        select distinct superseded_by from history where superseded_by in (${inForce}) and op = @op
        union all
        select later.op from changes mine join changes later on later.table_name = mine.table_name
            and later.row_id <= mine.row_until and later.row_until >= mine.row_id and later.op > @op
          where mine.op = @op and later.op in (${inForce})
        ${USERS_OF_INSERTED_LABELS}
      ) order by (select coalesce(summary ->> '$.final', 0) from operations o where o.id = op) desc, op limit 5`,
    )
    .pluck()
    .all({ op: operation.id, current, from: operation.deals_from ?? 1, until: operation.deals_until ?? 0 })
  return found as number[]
}

function touchedDeals(db: Database, operation: OperationRow): number[] {
  return db
    .prepare(
      `select h.deal_id from history h join deals d on d.id = h.deal_id
      where h.id between ? and ? and h.op = ? and d.op <> h.op
      union select h.deal_id from history h join deals d on d.id = h.deal_id
      where h.superseded_by = ? and d.op <> ?`,
    )
    .pluck()
    .all(
      operation.history_from,
      operation.history_until,
      operation.id,
      operation.id,
      operation.id,
    ) as number[]
}

/** Deals that the operation, an undo of a part of an import, had taken away. */
function bringBack(db: Database, operation: number): number[] {
  return db
    .prepare('update deals set superseded_by = null, retracted = 0 where superseded_by = ? returning id')
    .pluck()
    .all(operation) as number[]
}

/** Deals that the operation made lose their copies in ranges, not one by one: an import can hold a million. */
function retractDeals(db: Database, { id, deals_from: from, deals_until: until }: OperationRow): void {
  if (from === null || until === null || until < from) return
  const mine = 'deal_id in (select id from deals where id between @from and @until and op = @id)'
  for (const table of ['visits', 'deal_contacts', 'deal_state'])
    db.prepare(`delete from ${table} where deal_id between @from and @until and ${mine}`).run({
      id,
      from,
      until,
    })
  db.prepare('update deals set retracted = 1 where id between ? and ? and op = ?').run(from, until, id)
}

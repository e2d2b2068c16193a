import type { Selectable, SelectQueryBuilder } from 'kysely'
import type { Database } from '../database.ts'
import { parseJson } from '../rows.ts'
import type { Schema } from '../tables/schema.ts'

/** One operation as the journal tells it. */
export interface JournalEntry {
  operation: number
  /** ms UTC */
  at: number
  /** The command as it was typed. */
  command: string
  /** The operation that took it back. */
  undoneBy: number | null
  /** The operation that it took back. */
  undoes: number | null
  summary: Record<string, unknown>
}

/** When operations were done: ms UTC, half-open; null leaves a side open. */
export interface JournalSpan {
  from: number | null
  until: number | null
}

/** The latest operations first, all of them without a limit. */
export function readJournal(db: Database, span: JournalSpan, limit?: number): JournalEntry[] {
  const { query } = db
  const all = within(query.selectFrom('operations').selectAll(), span).orderBy('id', 'desc')
  return db.all(limit === undefined ? all : all.limit(limit)).map(entryOf)
}

/** Undefined where there is no operation of that number. */
export function readEntry(db: Database, operation: number): JournalEntry | undefined {
  const row = db.first(db.query.selectFrom('operations').selectAll().where('id', '=', operation))
  return row && entryOf(row)
}

function entryOf(row: Selectable<Schema['operations']>): JournalEntry {
  return {
    operation: row.id,
    at: row.at,
    command: row.command,
    undoneBy: row.retracted_by,
    undoes: row.undoes,
    summary: parseJson<Record<string, unknown>>(row.summary),
  }
}

export function countOperations(db: Database, span: JournalSpan): number {
  const rows = within(
    db.query.selectFrom('operations').select((e) => e.fn.countAll().as('n')),
    span,
  )
  return Number(db.first(rows)?.n)
}

function within<Row>(
  rows: SelectQueryBuilder<Schema, 'operations', Row>,
  { from, until }: JournalSpan,
): SelectQueryBuilder<Schema, 'operations', Row> {
  const begun = from === null ? rows : rows.where('at', '>=', from)
  return until === null ? begun : begun.where('at', '<', until)
}

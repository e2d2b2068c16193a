import type { Database } from '../database.ts'
import type { IdRange } from '../kept/affected.ts'
import type { RowsThen } from './rows-known.ts'

/** `id` says its table: `json_each` has an id too. */
export function isIn(id: string): string {
  return `(${id} in (select value from json_each(@ids))
    or exists(select 1 from json_each(@gone) g where ${id} between g.value ->> 0 and g.value ->> 1))`
}

export function isInBound(gone: readonly IdRange[], rows: RowsThen['rows']) {
  return {
    ids: JSON.stringify([...rows.keys()]),
    gone: JSON.stringify(gone.map(({ from, until }) => [from, until])),
  }
}

/** An empty table like the real one; it points to no other, for those lie in another file. */
export function makeTable(db: Database, table: string): void {
  const sql = db
    .prepare("select sql from main.sqlite_master where type = 'table' and name = ?")
    .pluck()
    .get(table) as string
  db.raw.exec(
    sql
      .replace(/^create table/i, 'create temp table')
      .replace(/ references \w+\(\w+\)/gi, '')
      .replace(/ autoincrement/gi, ''),
  )
}

/** Indexes that no report needs, and that cost more than they would save: what is laid over is read once or twice. */
const SPARED: ReadonlySet<string> = new Set(['visits_stage', 'deal_state_external', 'deal_state_folded'])

/** After its rows: one sort each. */
export function makeIndexes(db: Database, table: string): void {
  const all = db
    .prepare(
      "select name, sql from main.sqlite_master where type = 'index' and tbl_name = ? and sql is not null",
    )
    .all(table) as { name: string; sql: string }[]
  for (const { name, sql } of all)
    if (!SPARED.has(name)) db.raw.exec(sql.replace(/^create (unique )?index /i, 'create index temp.'))
}

export function columnsOf(db: Database, table: string): string[] {
  return db.prepare('select name from pragma_table_info(?, ?)').pluck().all(table, 'main') as string[]
}

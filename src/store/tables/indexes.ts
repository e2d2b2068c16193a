import type { Database } from '../database.ts'

/** Rows of the table above which loading into it is dearer with its indexes than building them anew afterwards. */
const WORTH_IT = 20_000

/**
 * Adds many rows to tables without their secondary indexes, which are built anew after it: in SQLite that is part of
 * the same transaction. `adding` is how many rows the first of the tables gets; where it holds more already, the
 * indexes stay.
 */
export function withoutIndexes(
  db: Database,
  tables: readonly string[],
  adding: number,
  load: () => void,
): void {
  const [first] = tables
  const held = Number(db.prepare(`select count(*) from ${first}`).pluck().get())
  const pays = adding >= WORTH_IT && held <= adding
  const indexes = pays ? secondaryIndexes(db, tables) : []
  for (const { name } of indexes) db.raw.exec(`drop index ${name}`)
  load()
  for (const { sql } of indexes) db.raw.exec(sql)
}

function secondaryIndexes(db: Database, tables: readonly string[]): { name: string; sql: string }[] {
  return db.raw
    .prepare(
      `select name, sql from sqlite_master where type = 'index' and sql is not null
      and tbl_name in (${tables.map(() => '?').join(', ')}) order by rowid`,
    )
    .all(...tables) as { name: string; sql: string }[]
}

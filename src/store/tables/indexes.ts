import type { Database } from '../database.ts'

/** Rows of the table above which loading into it is dearer with its indexes than building them anew afterwards. */
const WORTH_IT = 20_000

/**
 * Adds many rows to tables without their secondary indexes, which are built anew after it: in SQLite that is part of
 * the same transaction. `adding` is how many rows the first of the tables gets; where it holds more already, the
 * indexes stay. Returns whether they were gone, and with them these triggers on insertion.
 */
export function withoutIndexes(
  db: Database,
  tables: readonly string[],
  adding: number,
  load: () => void,
  triggers: readonly string[] = [],
): boolean {
  const [first] = tables
  const held = Number(db.prepare(`select count(*) from ${first}`).pluck().get())
  const pays = adding >= WORTH_IT && held <= adding
  const dropped = pays ? [...secondaryIndexes(db, tables), ...triggersNamed(db, triggers)] : []
  for (const { type, name } of dropped) db.raw.exec(`drop ${type} ${name}`)
  load()
  for (const { sql } of dropped) db.raw.exec(sql)
  return pays
}

interface Part {
  type: string
  name: string
  sql: string
}

function secondaryIndexes(db: Database, tables: readonly string[]): Part[] {
  return db.raw
    .prepare(
      `select type, name, sql from sqlite_master where type = 'index' and sql is not null
      and tbl_name in (${tables.map(() => '?').join(', ')}) order by rowid`,
    )
    .all(...tables) as Part[]
}

function triggersNamed(db: Database, names: readonly string[]): Part[] {
  return db.raw
    .prepare(
      "select type, name, sql from sqlite_master where type = 'trigger' and name in (select value from json_each(?))",
    )
    .all(JSON.stringify(names)) as Part[]
}

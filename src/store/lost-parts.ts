import type BetterSqlite3 from 'better-sqlite3'

/** Tables, and their columns and indexes, by what holds them: SQLite's own names are no part of the format. */
const PARTS = `select m.name, '' as part from sqlite_master m where m.type = 'table' and m.name not like 'sqlite_%'
  union all
  select m.name, c.name from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%'
  union all
  select m.tbl_name, m.name from sqlite_master m where m.type = 'index' and m.name not like 'sqlite_%'`

/**
 * What a workspace file has lost of its format, which only another program can have taken: `tasks`, `deals.title`.
 * Of a table that is gone, its name alone. `whole` is a file of the same format that nobody touched.
 */
export function lostParts(raw: BetterSqlite3.Database, whole: BetterSqlite3.Database): string[] {
  const partsOf = (file: BetterSqlite3.Database) => file.prepare(PARTS).raw().all() as [string, string][]
  const there = new Set(partsOf(raw).map(([table, part]) => `${table}.${part}`))
  return partsOf(whole).flatMap(([table, part]) => {
    if (there.has(`${table}.${part}`)) return []
    if (part === '') return [table]
    return there.has(`${table}.`) ? [`${table}.${part}`] : []
  })
}

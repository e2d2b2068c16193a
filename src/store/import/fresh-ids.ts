import type { BookKind } from '../../domain/records/planned-record.ts'
import type { TouchKind } from '../../domain/records/planned-touch.ts'
import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'

/**
 * Gives ids to new rows of a table: to those that come with an id of their own that one where it is free, to the
 * others the next ones. `rows` selects their numbers and own ids (`n`, `own`); `temp.fresh` then holds `n` and `id`.
 * Returns how many there are.
 */
export function giveIds(db: Database, table: BookKind | TouchKind, rows: string): number {
  db.raw.exec(`
    delete from temp.fresh;
    insert or ignore into temp.fresh(n, id) select n, own from (${rows})
      where own is not null and own not in (select id from ${table}) order by n;
    insert into temp.fresh(n, id) select n, row_number() over (order by n) + max(
        coalesce((select seq from sqlite_sequence where name = '${table}'), 0),
        coalesce((select max(id) from temp.fresh), 0))
      from (${rows}) where n not in (select n from temp.fresh);`)
  return Number(db.prepare('select count(*) from temp.fresh').pluck().get())
}

/** Journals the rows of `temp.fresh`: they need not lie side by side, and what lies between them was not made here. */
export function journalFresh(db: Database, operation: Operation, table: BookKind | TouchKind): void {
  const runs = db
    .prepare(
      `select min(id) as "from", max(id) as until from (select id, id - row_number() over (order by id) as run
      from temp.fresh) group by run order by 1`,
    )
    .all() as { from: number; until: number }[]
  for (const { from, until } of runs) operation.insertedRange(table, from, until)
}

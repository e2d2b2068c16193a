import type { Database } from '../database.ts'

/** The keys, in order, of rows that one of two selects of the same columns gives and the other does not. */
export function differing<Key>(db: Database, key: string, wanted: string, found: string): Key[] {
  return db
    .prepare(
      `with wanted as (${wanted}), found as (${found})
      select distinct ${key} from (select * from (select * from wanted except select * from found)
        union all select * from (select * from found except select * from wanted)) order by 1`,
    )
    .pluck()
    .all() as Key[]
}

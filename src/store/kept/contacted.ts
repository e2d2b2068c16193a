import type { Database } from '../database.ts'
import { whoseSql } from '../tables/day-tables.ts'
import { meaningOf } from './contact-made.ts'
import { differing } from './differing.ts'

/**
 * Takes the activities of these ranges into the last contacts, then makes those anew from which something was taken out.
 */
export function refreshContacted(db: Database, ranges: string): void {
  db.prepare(
    `insert into contacted(whose, made_at, attempted_at, reached_at)
      ${lastsOf('json_each(?) r cross join activities a on a.id between r.value ->> 0 and r.value ->> 1')}
      on conflict(whose) do update set
        made_at = max(coalesce(made_at, excluded.made_at), coalesce(excluded.made_at, made_at)),
        attempted_at = max(coalesce(attempted_at, excluded.attempted_at), coalesce(excluded.attempted_at, attempted_at)),
        reached_at = max(coalesce(reached_at, excluded.reached_at), coalesce(excluded.reached_at, reached_at))`,
  ).run(ranges)
  const count = db.prepare("select count(*) from stale where kind = 'whose'").pluck().get()
  if (count === 0) return
  db.raw.exec(`delete from contacted where whose in (select key from stale where kind = 'whose');
    insert into contacted(whose, made_at, attempted_at, reached_at)
      ${OF_STALE.map((rows) => `select * from (${lastsOf(rows)})`).join(' union all ')}`)
}

export function rebuildContacted(db: Database): void {
  db.raw.exec(`delete from contacted;
    insert into contacted(whose, made_at, attempted_at, reached_at) select * from (${lastsOf('activities a')}) order by whose`)
}

/** Keys that are not what they should be. */
export function differingContacted(db: Database): string[] {
  const found = 'select whose, made_at, attempted_at, reached_at from contacted'
  return differing(db, 'whose', lastsOf('activities a'), found)
}

/** Each by the index of its kind. */
const OF_STALE = [
  ['d', 'deal_id', ''],
  ['c', 'contact_id', 'and a.deal_id is null'],
  ['o', 'company_id', 'and a.deal_id is null and a.contact_id is null'],
].map(
  ([
    letter,
    column,
    only,
  ]) => `stale s cross join activities a on a.${column} = cast(substr(s.key, 2) as integer) ${only}
    and s.kind = 'whose' and substr(s.key, 1, 1) = '${letter}'`,
)

/** The last moments of the three kinds by whose activities they are. */
function lastsOf(from: string): string {
  const { made, attempt, reached } = meaningOf('a')
  return `select ${whoseSql('a')} as whose, max(case when ${made} then a.at end) as made_at,
      max(case when ${attempt} then a.at end) as attempted_at, max(case when ${reached} then a.at end) as reached_at
    from ${from} where (${made} or ${attempt}) and coalesce(a.deal_id, a.contact_id, a.company_id) is not null group by 1`
}

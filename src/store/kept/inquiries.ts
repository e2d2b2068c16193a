import type { Database } from '../database.ts'
import { partySql } from '../tables/day-tables.ts'
import { meaningOf } from './contact-made.ts'
import { differing } from './differing.ts'

const COLUMNS = 'activity_id, party, at, answered_at, answered_by'

/** Parties above which all rows are made anew: looking each up costs more. */
const MANY = 50_000

/**
 * Makes the inquiries of these parties anew; the rows of activities that are no more are gone by then. What a new
 * activity may answer came before it, since the last that answers anything: nothing earlier is looked at.
 */
export function refreshInquiries(db: Database, ranges: string): void {
  db.raw.exec(`create temp table if not exists parties(party text primary key, kind text, id integer, since integer);
    delete from temp.parties`)
  db.prepare(
    `insert into temp.parties select ${partySql('a')},
      case when a.contact_id is not null then 'c' when a.deal_id is not null then 'd'
        when a.company_id is not null then 'o' when a.phone is not null then 'p' else 'a' end,
      coalesce(a.contact_id, a.deal_id, a.company_id, a.id), min(a.at)
    from json_each(?) r cross join activities a on a.id between r.value ->> 0 and r.value ->> 1 group by 1`,
  ).run(ranges)
  db.raw.exec(`insert or replace into temp.parties select key,
      case when substr(key, 1, 1) in ('c', 'd', 'o', 'a') then substr(key, 1, 1) else 'p' end,
      cast(substr(key, 2) as integer), null from stale where kind = 'party'`)
  const count = Number(db.prepare('select count(*) from temp.parties').pluck().get())
  if (count > MANY) rebuildInquiries(db)
  else if (count > 0) {
    db.prepare(SINCE).run()
    db.prepare(
      `insert or replace into inquiries(${COLUMNS}) ${inquiriesOf(OF_PARTIES, 'order by activity_id')}`,
    ).run()
  }
  db.raw.exec('delete from temp.parties')
}

export function rebuildInquiries(db: Database): void {
  db.raw.exec(
    `delete from inquiries; insert into inquiries(${COLUMNS}) ${inquiriesOf(ALL, 'order by activity_id')}`,
  )
}

/** Ids of activities whose inquiry is not what it should be. */
export function differingInquiries(db: Database): number[] {
  return differing(db, 'activity_id', inquiriesOf(ALL), `select ${COLUMNS} from inquiries`)
}

const READ = 'a.id, a.at, a.kind, a.direction, a.outcome, a.precision'

const ALL = `select ${READ}, ${partySql('a')} as party from activities a where a.kind <> 'note'`

/** Each by the index of its kind. */
const OF_PARTIES = [
  "a on a.contact_id = p.id where p.kind = 'c'",
  "a on a.deal_id = p.id where p.kind = 'd' and a.contact_id is null",
  "a on a.company_id = p.id where p.kind = 'o' and a.contact_id is null and a.deal_id is null",
  "a on a.phone = p.party where p.kind = 'p' and a.contact_id is null and a.deal_id is null and a.company_id is null",
  "a on a.id = p.id where p.kind = 'a' and a.contact_id is null and a.deal_id is null and a.company_id is null and a.phone is null",
]
  .map(
    (joined) =>
      `select ${READ}, p.party from temp.parties p cross join activities ${joined} and a.kind <> 'note'
        and a.at >= coalesce(p.since, -9e15)`,
  )
  .join(' union all ')

/** What answers a call answers whatever came before it; of those whose activities lie in the order of time. */
const SINCE = `update temp.parties set since = case kind ${[
  ['c', 'a.contact_id = parties.id'],
  ['d', 'a.deal_id = parties.id and a.contact_id is null'],
]
  .map(
    ([kind, which]) => `when '${kind}' then (select a.at from activities a
      where ${which} and a.at < parties.since and (${meaningOf('a').answers.call}) order by a.at desc limit 1)`,
  )
  .join(' ')} end where since is not null`

/** Seconds since 1900 and the id, in one number whose order is theirs. */
const ANSWER = `(max(0, min(a.at / 1000 + 2208988800, 8589934591)) << 30) | a.id`

/**
 * Inbound e-mails, messages and calls, and the later answer of the same party. A call that was missed, or came outside
 * working hours and was not taken, is answered by any later call of ours, whatever its outcome, or one that was taken;
 * an e-mail or a message by those, by a later e-mail or message of ours, or by a meeting that was held.
 *
 * From the last activity of a party back to its first: the nearest answer so far is the earliest of those after it.
 */
function inquiriesOf(rows: string, order = ''): string {
  const { waits, taken, answers } = meaningOf('a')
  const nearest = (what: string) => {
    const of = (answer: string) => `min(case when ${answer} then ${what} end) over back`
    return `case item when 'call' then ${of('answers_call')} when 'text' then ${of('answers_text')}`
  }
  return `select id as activity_id, party, at, answered_at, answered_by from (
      select a.id, a.party, a.at, a.item, ${nearest('a.at')} else a.at end as answered_at,
        ${nearest(ANSWER)} else a.id end & 1073741823 as answered_by
      from (select a.*, case when ${waits.call} then 'call' when ${waits.text} then 'text' when ${taken} then 'taken' end as item,
        ${answers.call} as answers_call, ${answers.text} as answers_text from (${rows}) a) a
      window back as (partition by a.party order by a.at desc, a.id desc rows between unbounded preceding and 1 preceding)
    ) where item is not null ${order}`
}

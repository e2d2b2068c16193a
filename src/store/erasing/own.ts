import { KIND } from '../../domain/deal.ts'
import type { Traces } from '../../domain/names/traces.ts'
import type { Database } from '../database.ts'
import { parseJson } from '../rows.ts'

/** The records that are of one person: row ids. */
export interface OwnRecords {
  contacts: ReadonlySet<number>
  /** Deals they are or ever were in, those taken back too. */
  deals: ReadonlySet<number>
  activities: ReadonlySet<number>
  tasks: ReadonlySet<number>
  /** Of their deals, but with somebody else. */
  beside: Readonly<Record<'activities' | 'tasks', readonly number[]>>
  /** Activities that know the other side by a phone alone → which of the person's phones that is. */
  numbers: ReadonlyMap<number, string>
  /** Operations that wrote any of it, and whether they wrote more than deals. */
  operations: ReadonlyMap<number, 'label' | 'deal' | 'import'>
}

/** The contact and all that were merged into it, at any remove. */
export function samePerson(db: Database, contact: number): Set<number> {
  const found = db
    .prepare(
      `with recursive merged(id) as (
        select ? union select contacts.id from contacts join merged on contacts.merged_into = merged.id
      ) select id from merged order by id`,
    )
    .pluck()
    .all(contact) as number[]
  return new Set(found)
}

export function ownRecords(db: Database, ids: ReadonlySet<number>, traces: Traces): OwnRecords {
  const contacts = JSON.stringify([...ids])
  const deals = new Set(numbers(db, DEALS, { contacts }))
  const list = JSON.stringify([...deals])
  const byPhone = activitiesByPhone(db, contacts, traces)
  const own = (table: 'activities' | 'tasks') =>
    new Set(numbers(db, OWN_TOUCHES.replaceAll('TABLE', table), { contacts, deals: list }))
  const activities = new Set([...own('activities'), ...byPhone.keys()])
  const tasks = own('tasks')
  const beside = (table: 'activities' | 'tasks', mine: ReadonlySet<number>) =>
    numbers(db, `select id from ${table} where deal_id in (select value from json_each(@deals))`, {
      deals: list,
    }).filter((id) => !mine.has(id))
  return {
    contacts: ids,
    deals,
    activities,
    tasks,
    beside: { activities: beside('activities', activities), tasks: beside('tasks', tasks) },
    numbers: byPhone,
    operations: operationsOf(db, {
      contacts,
      deals: list,
      activities: JSON.stringify([...activities]),
      tasks: JSON.stringify([...tasks]),
    }),
  }
}

const DEALS = `select distinct deal_id from (
    select deal_id from deal_contacts where contact_id in (select value from json_each(@contacts))
    union all
    select d.id from deals d, json_each(d.contacts) one
      where d.contacts <> '[]' and one.value in (select value from json_each(@contacts))
    union all
    select h.deal_id from history h, json_each(h.value) one
      where h.kind = ${KIND.contacts} and h.value is not null and one.value in (select value from json_each(@contacts))
    union all
    select h.deal_id from history h, json_each(case h.kind when ${KIND.created} then h.value end, '$.values.contacts') one
      where h.kind = ${KIND.created} and one.value in (select value from json_each(@contacts))
  ) order by deal_id`

/** With them, or of a deal of theirs in which there is nobody else. */
const OWN_TOUCHES = `select id from TABLE where contact_id in (select value from json_each(@contacts))
    union
    select t.id from TABLE t where t.contact_id is null and t.deal_id in (select value from json_each(@deals))
      and not exists(select 1 from deal_contacts other where other.deal_id = t.deal_id
        and other.contact_id not in (select value from json_each(@contacts)))`

/** What was done with one of their phones where nobody had that number: each number keeps a name of its own. */
function activitiesByPhone(db: Database, contacts: string, traces: Traces): Map<number, string> {
  const rows = db
    .prepare('select id, phone from activities where phone is not null and contact_id is null order by id')
    .all() as { id: number; phone: string }[]
  const [first] = parseJson<number[]>(contacts)
  const known = new Map<string, string>()
  const found = new Map<number, string>()
  for (const { id, phone } of rows) {
    if (!traces.within(phone)) continue
    const digits = phone.replace(/\D/g, '').slice(-9)
    const name = known.get(digits) ?? `c${first}-${known.size + 1}`
    known.set(digits, name)
    found.set(id, name)
  }
  return found
}

function operationsOf(
  db: Database,
  lists: Record<'contacts' | 'deals' | 'activities' | 'tasks', string>,
): Map<number, 'label' | 'deal' | 'import'> {
  const rows = db
    .prepare(
      `select op, min(what) as what, max(summary ->> '$.entity' is not null) as imported from (
        select op, 1 as what from changes c where table_name in ('contacts', 'activities', 'tasks') and exists(
          select 1 from json_each(case table_name when 'contacts' then @contacts when 'activities' then @activities else @tasks end) one
          where one.value between c.row_id and c.row_until)
        union all
        select op, 1 from changes where table_name in ('wants', 'lifecycle')
          and coalesce(after, before) ->> '$.contact_id' in (select value from json_each(@contacts))
        union all
        select op, 2 from changes where table_name = 'contacts'
          and after ->> '$.referred_by' in (select value from json_each(@contacts))
        union all
        select op, 2 from deals where id in (select value from json_each(@deals))
        union all
        select op, 2 from history where deal_id in (select value from json_each(@deals))
      ) join operations o on o.id = op group by op`,
    )
    .all(lists) as { op: number; what: number; imported: number }[]
  return new Map(
    rows.map(({ op, what, imported }) => [op, imported === 1 ? 'import' : what === 1 ? 'label' : 'deal']),
  )
}

function numbers(db: Database, sql: string, values: Record<string, string>): number[] {
  return db.prepare(sql).pluck().all(values) as number[]
}

import type { TouchKind } from '../../domain/records/planned-touch.ts'
import type { Whom } from '../naming/last-touched.ts'
import { type BookTable, bookSurvivor } from '../naming/naming-people.ts'
import type { Store } from '../store.ts'
import type { About } from './writing.ts'

/** Whom something is about, filled in as far as it is certain: the ids, and the open deals that it might be about. */
export interface Known extends Omit<About, 'manager'> {
  /** Where the deal was not named and there are several open ones. */
  openDeals: readonly number[]
}

/**
 * A deal brings its contact and company, where it has one of each; a contact brings the company and, with a company as
 * much, its only open deal.
 */
export function aboutWhom(store: Store, { kind, id }: Whom): Known {
  if (kind === 'deal') return { ...partiesOf(store, id), deal: id, openDeals: [] }
  const open = openDealsOf(store, { kind, id })
  const [only, second] = open
  return {
    contact: kind === 'contact' ? id : null,
    company: kind === 'company' ? id : companyOf(store, id),
    deal: second === undefined ? (only ?? null) : null,
    openDeals: second === undefined ? [] : open,
  }
}

/** Whom an activity or a task is about. */
export function aboutTouch({ db }: Store, kind: TouchKind, id: number): About {
  return db
    .prepare(
      `select manager_id as manager, contact_id as contact, company_id as company, deal_id as deal
      from ${kind} where id = ?`,
    )
    .get(id) as About
}

/** The first of a deal's people: whom one talks to about it. */
export function firstPersonOf(store: Store, deal: number | null): number | null {
  return deal === null ? null : (firstPeopleOf(store, [deal]).get(deal) ?? null)
}

export function firstPeopleOf({ db }: Store, deals: readonly number[]): Map<number, number> {
  const rows = db
    .prepare(
      `select d.deal_id, min(d.contact_id) from json_each(?) j cross join deal_contacts d on d.deal_id = j.value
        group by 1`,
    )
    .raw()
    .all(JSON.stringify(deals))
  return new Map(rows as [number, number][])
}

/** The one contact and the company of a deal; null where it has none, or several contacts. */
export function partiesOf(store: Store, deal: number): { contact: number | null; company: number | null } {
  const { db } = store
  const rows = db.prepare('select contact_id from deal_contacts where deal_id = ?').pluck().all(deal)
  const people = new Set(rows.map((id) => bookSurvivor(db, 'contacts', Number(id)) ?? Number(id)))
  const [only = null] = people
  const company = db.prepare('select company_id from deal_state where deal_id = ?').pluck().get(deal)
  return {
    contact: people.size === 1 ? only : null,
    company: typeof company === 'number' ? (bookSurvivor(db, 'companies', company) ?? company) : null,
  }
}

function companyOf(store: Store, contact: number): number | null {
  const id = store.db.prepare('select company_id from contacts where id = ?').pluck().get(contact)
  return typeof id === 'number' ? (bookSurvivor(store.db, 'companies', id) ?? id) : null
}

/** Of a contact, those merged into it included, or of a company. */
export function openDealsOf({ db }: Store, { kind, id }: Whom): number[] {
  const table = kind === 'contact' ? 'contacts' : 'companies'
  // Few were merged, and a batch asks this of every line.
  const isMerged = db.prepare(`select 1 from ${table} where merged_into = ?`).get(id) !== undefined
  const mine = isMerged
    ? `(with recursive mine(id) as (
        select @id union select t.id from ${table} t join mine on t.merged_into = mine.id
      ) select id from mine)`
    : '(@id)'
  const deals =
    kind === 'contact'
      ? `deal_contacts c cross join deal_state s on s.deal_id = c.deal_id where c.contact_id in ${mine}`
      : `deal_state s where s.company_id in ${mine}`
  return db
    .prepare(`select distinct s.deal_id from ${deals} and s.outcome = 0 and s.removed = 0 order by 1`)
    .pluck()
    .all({ id }) as number[]
}

/** Someone's name and number, as who they are by now. */
export interface Reach {
  name: string
  /** As it is dialled. */
  phone: string | null
  /** As it was written; of a contact only. */
  written: string | null
}

const PHONE = {
  contacts:
    "coalesce(r.phones ->> '$[0].e164', r.phones ->> '$[0].raw') as phone, r.phones ->> '$[0].raw' as written",
  companies: 'r.phone, null as written',
} as const

/** Of those there are. */
export function reachesOf({ db }: Store, table: BookTable, ids: readonly number[]): Map<number, Reach> {
  const rows = db.prepare(
    `select j.value as id, r.merged_into as merged, r.name, ${PHONE[table]}
      from json_each(?) j cross join ${table} r on r.id = j.value`,
  )
  const read = (wanted: readonly number[]) => rows.all(JSON.stringify(wanted)) as (Reach & Merged)[]
  const found = new Map<number, Reach>()
  for (const row of read(ids)) {
    const own = row.merged === null ? row : read([bookSurvivor(db, table, row.merged) ?? row.merged])[0]
    if (own !== undefined) found.set(row.id, own)
  }
  return found
}

interface Merged {
  id: number
  merged: number | null
}

/** What a deal is worth now; minor units. */
export interface Worth {
  amount: number | null
  currency: string
  /** Its last stage, where it was won or lost by then. */
  closedAs: string | null
}

export function worthsOf({ db }: Store, deals: readonly number[], now: number): Map<number, Worth> {
  const rows = db
    .prepare(
      `select s.deal_id as id, s.amount, s.currency, (select st.name from stages st
          where st.id = s.stage_id and s.outcome <> 0 and s.closed_at <= @now) as closedAs
        from json_each(@deals) j cross join deal_state s on s.deal_id = j.value`,
    )
    .all({ deals: JSON.stringify(deals), now }) as (Worth & { id: number })[]
  return new Map(rows.map((row) => [row.id, row]))
}

import type { TouchKind } from '../domain/planned-touch.ts'
import type { Whom } from './last-touched.ts'
import { type BookTable, bookSurvivor } from './naming-people.ts'
import type { Store } from './store.ts'
import type { About } from './touch-writing.ts'

/** Whom something is about, filled in as far as it is certain: the ids, and the open deals that it might be about. */
export interface Known extends Omit<About, 'manager'> {
  /** The deal was not named, but is the only open one. */
  isOnlyDeal: boolean
  /** Where the deal was not named and there are several open ones. */
  openDeals: readonly number[]
}

/**
 * A deal brings its contact and company, where it has one of each; a contact brings the company and, with a company as
 * much, its only open deal.
 */
export function aboutWhom(store: Store, { kind, id }: Whom): Known {
  if (kind === 'deal') return { ...partiesOf(store, id), deal: id, isOnlyDeal: false, openDeals: [] }
  const open = openDealsOf(store, { kind, id })
  const [only, second] = open
  const isOnlyDeal = only !== undefined && second === undefined
  return {
    contact: kind === 'contact' ? id : null,
    company: kind === 'company' ? id : companyOf(store, id),
    deal: isOnlyDeal ? only : null,
    isOnlyDeal,
    openDeals: isOnlyDeal ? [] : open,
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
export function firstPersonOf({ db }: Store, deal: number | null): number | null {
  const sql = 'select min(contact_id) from deal_contacts where deal_id = ?'
  return deal === null ? null : (db.prepare(sql).pluck().get(deal) as number | null)
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
function openDealsOf(store: Store, { kind, id }: Whom): number[] {
  const table = kind === 'contact' ? 'contacts' : 'companies'
  const deals =
    kind === 'contact'
      ? 'mine join deal_contacts c on c.contact_id = mine.id join deal_state s on s.deal_id = c.deal_id'
      : 'mine join deal_state s on s.company_id = mine.id'
  return store.db
    .prepare(
      `with recursive mine(id) as (
        select @id union select t.id from ${table} t join mine on t.merged_into = mine.id
      ) select distinct s.deal_id from ${deals} where s.outcome = 0 and s.removed = 0 order by 1`,
    )
    .pluck()
    .all({ id }) as number[]
}

/** Someone's name and number, as who they are by now. */
export interface Reach {
  name: string
  phone: string | null
}

const REACH = {
  contacts:
    "select name, coalesce(phones ->> '$[0].e164', phones ->> '$[0].raw') as phone from contacts where id = ?",
  companies: 'select name, phone from companies where id = ?',
} as const

export function reachOf({ db }: Store, table: BookTable, id: number): Reach | null {
  const row = db.prepare(REACH[table]).get(bookSurvivor(db, table, id)) as Reach | undefined
  return row ?? null
}

/** What a deal is worth now; minor units. */
export function worthOf(
  { db }: Store,
  deal: number | null,
): { amount: number | null; currency: string } | null {
  const row = db.prepare('select amount, currency from deal_state where deal_id = ?').get(deal)
  return (row as { amount: number | null; currency: string } | undefined) ?? null
}

import { sql } from 'kysely'
import type { BookOf } from '../../domain/names/likeness.ts'
import { offered } from '../../domain/names/matching.ts'
import { foldCompany, foldName } from '../../domain/names/name.ts'
import { farFromName } from '../../domain/names/name-cases.ts'
import { parseEmails, parsePhones } from '../../domain/names/phone.ts'
import type { Database } from '../database.ts'
import { withExternalId } from '../external-ids.ts'
import { CONTACT_KEY, phoneRegion } from '../people/contact-keys.ts'
import type { Store } from '../store.ts'
import { dotOf, pickOne, SHOWN } from './naming.ts'
import { type Ids, namedByIds } from './naming-ids.ts'
import { rowsCalled, rowsShortened } from './rows-named.ts'

export function findCompany(store: Store, text: string): number {
  const { db } = store
  const byId = namedByIds('company', text, idsOf(db, 'company'))
  const [only] = byId
  if (only !== undefined && byId.length === 1) return only
  const rows = firstThatFinds(db, 'companies', [
    () => byId,
    () => some(dotOf(db, 'company', 'companies', text)),
    () => companiesByKey(store, text),
    () => namedRows(db, 'companies', foldCompany(text)),
  ])
  const hint = (id: number) =>
    textOf(db, 'select coalesce(email, phone, website) from companies where id = ?', id)
  const candidates = rows.map(({ id, name }) => ({ id, key: `o${id}`, name, hint: hint(id) }))
  return pickOne('company', text, candidates, () => nearRows(db, 'companies', text))
}

export function findContact(store: Store, text: string): number {
  const { db } = store
  const byId = namedByIds('contact', text, idsOf(db, 'contact'))
  const [only] = byId
  if (only !== undefined && byId.length === 1) return only
  const rows = firstThatFinds(db, 'contacts', [
    () => byId,
    () => some(dotOf(db, 'contact', 'contacts', text)),
    () => contactsByKey(store, text),
    () => namedRows(db, 'contacts', foldName(text)),
  ])
  const candidates = rows.map(({ id, name }) => ({ id, key: `c${id}`, name, hint: null }))
  const told = candidates.map((one, at) =>
    candidates.length > 1 && at < SHOWN ? { ...one, hint: hintOf(db, one.id) } : one,
  )
  return pickOne('contact', text, told, () => nearRows(db, 'contacts', text))
}

/** Contacts that have this e-mail or phone, whichever the text is; merged ones as they are. */
export function contactsByKey(store: Store, text: string): number[] {
  const { query } = store.db
  const emails = parseEmails(text).map(({ email }) => [CONTACT_KEY.email, email] as const)
  const phones = phonesOf(text, phoneRegion(store)).map((e164) => [CONTACT_KEY.phone, e164] as const)
  return [...emails, ...phones].flatMap(([kind, key]) =>
    store.db
      .all(
        query.selectFrom('contact_keys').select('contact_id').where('kind', '=', kind).where('key', '=', key),
      )
      .map((row) => row.contact_id),
  )
}

/** Whoever was merged counts as who they became. */
function idsOf(db: Database, of: BookOf): Ids {
  const table = bookTable(of)
  const letter = of === 'contact' ? 'c' : 'o'
  return {
    external: (text) => bookSurvivors(db, table, withExternalId(db, table, text)),
    own: (id) => bookSurvivors(db, table, [id]),
    candidates: (ids) =>
      rowsOf(db, table, ids).map(({ id, name }) => ({ id, key: `${letter}${id}`, name, hint: null })),
  }
}

export type BookTable = 'companies' | 'contacts'

export function bookTable(of: BookOf): BookTable {
  return of === 'contact' ? 'contacts' : 'companies'
}

interface BookRow {
  id: number
  name: string
}

/** The records, in force and each once, of the first way that finds any. */
function firstThatFinds(db: Database, table: BookTable, ways: readonly (() => number[])[]): BookRow[] {
  for (const way of ways) {
    const ids = bookSurvivors(db, table, way())
    if (ids.length > 0) return rowsOf(db, table, ids)
  }
  return []
}

function rowsOf(db: Database, table: BookTable, ids: readonly number[]): BookRow[] {
  const select = db.prepare(
    `select id, name from ${table} where id in (select value from json_each(?)) order by id`,
  )
  return select.all(JSON.stringify(ids)) as BookRow[]
}

/** Who a merged company or contact has become; itself where it was not merged; undefined where there is none. */
export function bookSurvivor(db: Database, table: BookTable, id: number): number | undefined {
  // Built by hand: it is asked for every person of a list, and of every line of a batch.
  const into = db.prepare(`select merged_into from ${table} where id = ?`).pluck().get(id) as
    | number
    | null
    | undefined
  if (into === undefined) return undefined
  return into === null ? id : bookSurvivor(db, table, into)
}

/** Who these have become, each once. */
export function bookSurvivors(db: Database, table: BookTable, ids: readonly number[]): number[] {
  return [...new Set(ids.flatMap((id) => bookSurvivor(db, table, id) ?? []))]
}

/** Companies that have this e-mail, or this phone in whatever spelling. */
function companiesByKey(store: Store, text: string): number[] {
  const { db } = store
  const { query } = db
  const [email] = parseEmails(text)
  const byEmail = query.selectFrom('companies').select('id')
  if (email !== undefined)
    return db.all(byEmail.where(sql`lower(email)`, '=', email.email)).map(({ id }) => id)
  const region = phoneRegion(store)
  const wanted = phonesOf(text, region)
  if (wanted.length === 0) return []
  const rows = db.all(query.selectFrom('companies').select(['id', 'phone']).where('phone', 'is not', null))
  return rows
    .filter(({ phone }) => phonesOf(phone ?? '', region).some((one) => wanted.includes(one)))
    .map(({ id }) => id)
}

/** The numbers of a text that is nothing but phones. */
function phonesOf(text: string, region: string): string[] {
  if (/\p{L}/u.test(text)) return []
  return parsePhones(text, region).flatMap(({ e164 }) => e164 ?? [])
}

/** Rows whose folded name is the text; else those whose words it begins. */
function namedRows(db: Database, table: BookTable, folded: string): number[] {
  const select = `select id, folded from ${table} where true`
  const exact = rowsCalled(db, select, folded)
  return (exact.length > 0 ? exact : rowsShortened(db, select, folded)).map(({ id }) => id)
}

/** Comparing letter by letter with more names than these would keep a person waiting for a refusal. */
const COMPARED = 20_000
const MOST_NEAR = 5

function nearRows(db: Database, table: BookTable, text: string): string[] {
  const { query } = db
  const rows = db.all(
    query
      .selectFrom(table)
      .select('name')
      .where('merged_into', 'is', null)
      .orderBy('id', 'desc')
      .limit(COMPARED),
  )
  const names = rows.map(({ name }) => name)
  const alike = names
    .flatMap((name) => {
      const far = farFromName(foldName(text), foldName(name))
      return far === undefined ? [] : [{ name, far }]
    })
    .sort((a, b) => a.far - b.far)
    .map(({ name }) => name)
  return (alike.length > 0 ? alike : offered(text, names)).slice(0, MOST_NEAR)
}

/** Company, else the latest deal, else a phone. */
function hintOf(db: Database, contact: number): string | null {
  return textOf(
    db,
    `select coalesce(
      (select o.name from companies o where o.id = c.company_id),
      (select s.title from deal_contacts dc join deal_state s on s.deal_id = dc.deal_id
        where dc.contact_id = c.id order by s.created_at desc limit 1),
      (select coalesce(p.value ->> 'e164', p.value ->> 'raw') from json_each(c.phones) p limit 1)
    ) from contacts c where c.id = ?`,
    contact,
  )
}

function textOf(db: Database, statement: string, id: number): string | null {
  const found = db.prepare(statement).pluck().get(id)
  return typeof found === 'string' && found !== '' ? found : null
}

function some<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value]
}

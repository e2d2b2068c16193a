import type { Selectable } from 'kysely'
import { type FieldValue, KIND, type Precision } from '../../domain/deal.ts'
import { foldName } from '../../domain/names/name.ts'
import type { Email, Phone } from '../../domain/names/phone.ts'
import { Fault, UserError } from '../../errors.ts'
import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'
import { nameOf, PRECISIONS, parseJson } from '../rows.ts'
import type { Store } from '../store.ts'
import type { Schema } from '../tables/schema.ts'
import { touchesOf } from '../touches/touches.ts'
import { forgetApart } from './apart.ts'
import { removeKept } from './lifecycle.ts'

export interface Contact {
  id: number
  name: string
  position: string | null
  phones: readonly Phone[]
  emails: readonly Email[]
  company: number | null
  manager: number | null
  source: string | null
  /** Who sent them to us. */
  referredBy: number | null
  note: string | null
  /** `YYYY-MM-DD` */
  birthday: string | null
  tags: readonly string[]
  /** By the row id of the field. */
  fields: Readonly<Record<string, FieldValue>>
  externalSystem: string | null
  externalId: string | null
  createdAt: number
  createdPrecision: Precision
  mergedInto: number | null
  /** They had to be forgotten: nothing of them is left. */
  erased: boolean
}

/** Undefined leaves as it is, null takes away; lists and fields are the whole new ones. */
export type ContactPatch = {
  -readonly [K in Exclude<
    keyof Contact,
    'id' | 'createdAt' | 'createdPrecision' | 'mergedInto' | 'erased'
  >]?: Contact[K]
}

export function readContacts(db: Database): Contact[] {
  const { query } = db
  const standing = query.selectFrom('contacts').selectAll().where('merged_into', 'is', null)
  return db.all(standing.where('erased', '=', 0).orderBy('id')).map(contactOf)
}

/** The contact of a row id, a merged one too. */
export function getContact(db: Database, id: number): Contact {
  const row = db.first(db.query.selectFrom('contacts').selectAll().where('id', '=', id))
  if (row === undefined) throw new Fault(`contact ${id} is not there`)
  return contactOf(row)
}

/** Adds a contact at the operation's moment; returns the row id. Throws UserError for an external id in use. */
export function createContact(
  store: Store,
  operation: Operation,
  patch: ContactPatch & { name: string },
): number {
  checkExternal(store.db, 'contacts', patch, null)
  return operation.insert('contacts', {
    ...contactCells(patch),
    created_at: operation.at,
    created_precision: 0,
  })
}

export function updateContact(store: Store, operation: Operation, id: number, patch: ContactPatch): void {
  checkExternal(store.db, 'contacts', patch, id)
  operation.update('contacts', id, contactCells(patch))
}

/** Removes a contact that no deal ever had. Throws UserError where one did. */
export function removeContact(store: Store, operation: Operation, id: number): void {
  const { name } = getContact(store.db, id)
  const deals = store.db
    .prepare(
      `select distinct deal_id from (
        select deals.id as deal_id from deals, json_each(deals.contacts) one where deals.contacts <> '[]' and one.value = @id
        union all
        select deal_id from history, json_each(history.value) one
          where kind = ${KIND.contacts} and history.value is not null and one.value = @id
      ) order by deal_id`,
    )
    .pluck()
    .all({ id }) as number[]
  if (deals.length > 0)
    throw new UserError((w) =>
      w.people.contactHasDeals({
        name,
        count: deals.length,
        deals: deals.slice(0, 5).map((deal) => `d${deal}`),
      }),
    )
  const touches = touchesOf(store.db, 'contact_id', id)
  if (touches.activities + touches.tasks > 0)
    throw new UserError((w) => w.people.hasTouches({ name, ...touches }))
  checkNotMergedInto(store.db, 'contacts', id, name)
  forgetApart(store.db, operation, 'contact', id)
  removeKept(store.db, operation, id)
  operation.remove('contacts', id)
}

/** Throws UserError where another record was merged into this one: it would lose its way. */
export function checkNotMergedInto(
  db: Database,
  table: 'contacts' | 'companies',
  id: number,
  name: string,
): void {
  const { query } = db
  const merged = db.first(query.selectFrom(table).select('name').where('merged_into', '=', id))
  if (merged !== undefined) throw new UserError((w) => w.people.holdsMerged({ name, merged: merged.name }))
}

/** Other contacts that have one of these phones or e-mails, oldest first; merged ones as who they became. */
export function namesakesByKey(db: Database, id: number): number[] {
  return db
    .prepare(
      `with recursive way(id, merged_into) as (
        select c.id, c.merged_into from contact_keys mine
          join contact_keys theirs on theirs.kind = mine.kind and theirs.key = mine.key
          join contacts c on c.id = theirs.contact_id
        where mine.contact_id = @id
        union select c.id, c.merged_into from way join contacts c on c.id = way.merged_into
      ) select id from way where merged_into is null and id <> @id order by id`,
    )
    .pluck()
    .all({ id }) as number[]
}

function contactOf(row: Selectable<Schema['contacts']>): Contact {
  return {
    id: row.id,
    name: row.name,
    position: row.position,
    phones: parseJson<Phone[]>(row.phones),
    emails: parseJson<Email[]>(row.emails),
    company: row.company_id,
    manager: row.manager_id,
    source: row.source,
    referredBy: row.referred_by,
    note: row.note,
    birthday: row.birthday,
    tags: parseJson<string[]>(row.tags),
    fields: parseJson<Contact['fields']>(row.fields),
    externalSystem: row.external_system,
    externalId: row.external_id,
    createdAt: row.created_at,
    createdPrecision: nameOf(PRECISIONS, row.created_precision),
    mergedInto: row.merged_into,
    erased: row.erased === 1,
  }
}

export function contactCells(patch: ContactPatch) {
  const json = (value: unknown) => (value === undefined ? undefined : JSON.stringify(value))
  return {
    name: patch.name,
    folded: patch.name === undefined ? undefined : foldName(patch.name),
    position: patch.position,
    phones: json(patch.phones),
    emails: json(patch.emails),
    company_id: patch.company,
    manager_id: patch.manager,
    source: patch.source,
    referred_by: patch.referredBy,
    note: patch.note,
    birthday: patch.birthday,
    tags: json(patch.tags),
    fields: json(patch.fields),
    external_system: patch.externalSystem,
    external_id: patch.externalId,
  }
}

/** Each once, the first of those with the same key. */
export function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const byKey = new Map<string, T>()
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item)
  return [...byKey.values()]
}

/** Throws UserError where a record other than `own` has the external id. */
export function checkExternal(
  db: Database,
  table: 'contacts' | 'companies',
  { externalId, externalSystem }: Pick<ContactPatch, 'externalId' | 'externalSystem'>,
  own: number | null,
): void {
  if (externalId === undefined || externalId === null || externalSystem === undefined) return
  const { query } = db
  const found = db.first(
    query
      .selectFrom(table)
      .select(['id', 'name'])
      .where('external_system', '=', externalSystem)
      .where('external_id', '=', externalId),
  )
  const letter = table === 'contacts' ? 'c' : 'o'
  if (found !== undefined && found.id !== own)
    throw new UserError((w) => w.people.idTaken({ id: externalId, by: `${letter}${found.id} ${found.name}` }))
}

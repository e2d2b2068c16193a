import { type FieldValue, KIND } from '../../domain/deal.ts'
import { foldName } from '../../domain/names/name.ts'
import { UserError } from '../../errors.ts'
import type { Words } from '../../words/words.ts'
import { foldDeal, project } from '../deals/projection.ts'
import { type FieldEntity, readFields, shownValue } from '../fields.ts'
import { Labels } from '../labels.ts'
import type { Operation } from '../operation.ts'
import type { Store } from '../store.ts'
import { moveTouches } from '../touches/touches.ts'
import { type Company, getCompany } from './companies.ts'
import { type Contact, contactCells, distinct, getContact } from './contacts.ts'
import { moveKept } from './lifecycle.ts'

/** What of a record its survivor has no place for: each a title and a value. */
type Leftovers = readonly (readonly [title: string, value: string])[]

/**
 * Joins two contacts: the survivor's blanks are filled, its lists grow, and what has no place on it is written into
 * its note. Deals of the other get the survivor in their history; the other row keeps its values and its external id
 * and points to the survivor. Throws UserError for a contact and itself.
 */
export function mergeContacts(
  store: Store,
  operation: Operation,
  words: Words,
  into: number,
  from: number,
): { deals: number } {
  const [kept, gone] = [getContact(store.db, into), getContact(store.db, from)]
  if (into === from) throw new UserError((w) => w.people.mergedItself({ name: kept.name }))
  const left = leftOfContact(store, words, kept, gone)
  operation.update(
    'contacts',
    into,
    contactCells({
      position: kept.position ?? gone.position,
      phones: distinct([...kept.phones, ...gone.phones], ({ e164, raw }) => e164 ?? raw),
      emails: distinct([...kept.emails, ...gone.emails], ({ email }) => email),
      company: kept.company ?? gone.company,
      manager: kept.manager ?? gone.manager,
      source: kept.source ?? gone.source,
      referredBy: referrerOf(kept, gone),
      note: joinedNote(kept.note, gone.note, leftoverNote(words, `c${from} ${gone.name}`, left)),
      birthday: kept.birthday ?? gone.birthday,
      tags: distinct([...kept.tags, ...gone.tags], foldName),
      fields: { ...gone.fields, ...kept.fields },
    }),
  )
  operation.update('contacts', from, { merged_into: into })
  moveTouches(store.db, operation, 'contact_id', into, from)
  moveKept(store.db, operation, into, from)
  return { deals: moveDeals(store, operation, into, from) }
}

/** Nobody is sent by themselves. */
function referrerOf(kept: Contact, gone: Contact): number | null {
  const [own, other] = [kept.referredBy, gone.referredBy].map((id) =>
    id === kept.id || id === gone.id ? null : id,
  )
  return own ?? other ?? null
}

/** In every deal of the one contact stands the other from now on. Returns how many deals that are. */
function moveDeals(store: Store, operation: Operation, into: number, from: number): number {
  const deals = store.db
    .prepare('select deal_id from deal_contacts where contact_id = ? order by deal_id')
    .pluck()
    .all(from) as number[]
  for (const deal of deals) {
    const before = foldDeal(store.db, deal, store.projection)?.state.values.contacts ?? []
    const contacts = before.map((id) => (id === from ? into : id))
    operation.change(deal, {
      kind: KIND.contacts,
      value: JSON.stringify([...new Set(contacts)]),
      at: operation.at,
      precision: 'moment',
      actor: store.settings.me,
    })
  }
  // A further merge of the same operation looks for the survivor's deals.
  project(store.db, deals, store.projection)
  return deals.length
}

/**
 * Joins two companies, like contacts. Deals keep the company that was written, for that is a fact; the merged row
 * points to the survivor, which every read shows for it. Contacts, whose company is a label, move to the survivor.
 */
export function mergeCompanies(
  store: Store,
  operation: Operation,
  words: Words,
  into: number,
  from: number,
): { contacts: number; deals: number } {
  const { db } = store
  const [kept, gone] = [getCompany(db, into), getCompany(db, from)]
  if (into === from) throw new UserError((w) => w.people.mergedItself({ name: kept.name }))
  const left = leftOfCompany(store, words, kept, gone)
  operation.update('companies', into, {
    phone: kept.phone ?? gone.phone,
    email: kept.email ?? gone.email,
    website: kept.website ?? gone.website,
    manager_id: kept.manager ?? gone.manager,
    note: joinedNote(kept.note, gone.note, leftoverNote(words, `o${from} ${gone.name}`, left)),
    fields: JSON.stringify({ ...gone.fields, ...kept.fields }),
  })
  operation.update('companies', from, { merged_into: into })
  moveTouches(db, operation, 'company_id', into, from)
  for (const id of db.prepare('select id from reactivations where company_id = ?').pluck().all(from))
    operation.update('reactivations', Number(id), { company_id: into })
  const contacts = db.all(db.query.selectFrom('contacts').select('id').where('company_id', '=', from))
  for (const { id } of contacts) operation.update('contacts', id, { company_id: into })
  const deals = Number(db.prepare('select count(*) from deal_state where company_id = ?').pluck().get(from))
  return { contacts: contacts.length, deals }
}

function leftOfContact(store: Store, words: Words, kept: Contact, gone: Contact): Leftovers | null {
  const labels = new Labels(store)
  const { records } = words
  const left = [
    ...leftover(records.position, kept.position, gone.position),
    ...leftover(records.company, kept.company, gone.company, (id) => labels.company(id)),
    ...leftover(records.manager, kept.manager, gone.manager, (id) => labels.manager(id)),
    ...leftover(records.source, kept.source, gone.source),
    ...leftover(records.birthday, kept.birthday, gone.birthday),
    ...leftoverFields(store, words, 'contact', kept.fields, gone.fields),
  ]
  return left.length === 0 && foldName(kept.name) === foldName(gone.name) ? null : left
}

function leftOfCompany(store: Store, words: Words, kept: Company, gone: Company): Leftovers | null {
  const labels = new Labels(store)
  const { records } = words
  const left = [
    ...leftover(records.phone, kept.phone, gone.phone),
    ...leftover(records.email, kept.email, gone.email),
    ...leftover(records.website, kept.website, gone.website),
    ...leftover(records.manager, kept.manager, gone.manager, (id) => labels.manager(id)),
    ...leftoverFields(store, words, 'company', kept.fields, gone.fields),
  ]
  return left.length === 0 && foldName(kept.name) === foldName(gone.name) ? null : left
}

function leftover<T extends string | number>(
  title: string,
  kept: T | null,
  gone: T | null,
  say: (value: T) => string = String,
): (readonly [string, string])[] {
  return kept === null || gone === null || kept === gone ? [] : [[title, say(gone)]]
}

function leftoverFields(
  store: Store,
  { records }: Words,
  entity: FieldEntity,
  kept: Readonly<Record<string, FieldValue>>,
  gone: Readonly<Record<string, FieldValue>>,
): (readonly [string, string])[] {
  return readFields(store.db, entity).flatMap(({ id, name, type }): [string, string][] => {
    const [one, other] = [kept[id], gone[id]]
    if (one === undefined || other === undefined || one === other) return []
    const shown = shownValue(other, type, store.settings.currency)
    return [[name, typeof shown === 'boolean' ? (shown ? records.yes : records.no) : String(shown)]]
  })
}

/** The line that a merge adds to the note; null where the other record had nothing of its own. */
function leftoverNote(words: Words, name: string, left: Leftovers | null): string | null {
  return left === null
    ? null
    : words.dupes.mergedNote({ name, values: left.map(([title, value]) => `${title}: ${value}`) })
}

function joinedNote(...notes: readonly (string | null)[]): string | null {
  const lines = [...new Set(notes.filter((note) => note !== null))]
  return lines.length === 0 ? null : lines.join('\n')
}

import { foldName } from '../../domain/names/name.ts'
import { shownPhone } from '../../domain/names/phone.ts'
import { parseWhen } from '../../domain/time/when.ts'
import { type Say, UsageError, UserError } from '../../errors.ts'
import { Labels } from '../../store/labels.ts'
import { findCompany, findContact } from '../../store/naming/naming-people.ts'
import { type ContactRecord, contactRecord, dealsOfContact, phonesShown } from '../../store/people/book.ts'
import {
  type Contact,
  type ContactPatch,
  createContact,
  distinct,
  getContact,
  namesakesByKey,
  readContacts,
  removeContact,
  updateContact,
} from '../../store/people/contacts.ts'
import { setLifecycle } from '../../store/people/lifecycle.ts'
import { mergeContacts } from '../../store/people/merging.ts'
import type { Store } from '../../store/store.ts'
import { sayMoment } from '../at.ts'
import { changedColumns } from '../changes.ts'
import type { Answer, Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { card } from '../finding/card.ts'
import { dataColumn, type ListColumn, listing, noneOf, tableOf } from '../listing.ts'
import { chosen } from '../naming.ts'
import { clearable, parseName, present } from '../texts.ts'
import { optional, several } from '../typed.ts'
import { change } from '../writing.ts'
import { keepsLifecycle, lifeLines, lifeOf, readLifecycle } from './contact-life.ts'
import { keepsFields, keepsManager } from './person-filters.ts'
import { CONTACT_COLUMNS, dealsBlock, fieldLines, ownColumns } from './person-shown.ts'
import {
  fieldsAfter,
  findManagerOrMe,
  foundBy,
  notesOnKeys,
  notesOnPhones,
  parseEmailTexts,
  parseExternal,
  parseOwnFields,
  parsePhoneTexts,
} from './person-values.ts'

export const contactAdd: Run = async (context, typed) => {
  const name = parseName(typed.args[0])
  const patch = await readPatch(context, typed)
  const life = readLifecycle(context, context.open('write'), typed)
  return change(context, (operation, store) => {
    const id = createContact(store, operation, { manager: store.settings.me, ...patch(NOTHING), name })
    if (life !== undefined) setLifecycle(store, operation, id, life.stage, life.when)
    const { json, notes } = done(store, id)
    return { json, notes, says: (w) => w.people.added(json) }
  })
}

export const contactList: Run = async (context, typed) => {
  const store = context.open('read')
  const labels = new Labels(store)
  const keeps = await readFilter(context, typed, store)
  const contacts = readContacts(store.db).filter(keeps)
  const records = contacts.map((contact) => contactRecord(store, labels, contact))
  return listing(
    typed,
    records,
    listColumns(store, labels),
    noneOf(typed, 'contact list', (w) => w.people.noContacts()),
  )
}

/** These contacts as the list shows them. */
export function contactsListed(store: Store, ids: readonly number[]): Answer {
  const labels = new Labels(store)
  const records = ids.map((id) => contactRecord(store, labels, getContact(store.db, id)))
  return listing({ args: [], options: {} }, records, listColumns(store, labels), () => '')
}

export const contactShow: Run = async (context, { args }) => {
  const store = context.open('read')
  const id = await named(context, args[0])
  const life = lifeOf(context, store, id)
  const json = { ...recordOf(store, id), ...life, deals: dealsOfContact(store, id) }
  const { phones } = getContact(store.db, id)
  const columns = [
    ...contactColumns(new Labels(store)),
    dataColumn<typeof json>('lifecycle', ({ lifecycle }) => lifecycle),
  ]
  return {
    json,
    document: (words) => ({
      ...card(
        `${json.id} ${json.name}`,
        [
          [words.records.position, json.position],
          [words.records.company, json.company],
          [words.records.phone, phones.map(shownPhone).join(', ')],
          [words.records.email, json.emails.join(', ')],
          [words.records.manager, json.manager],
          [words.records.source, json.source],
          [words.lifecycle.referredTitle, json.referredBy],
          ...lifeLines(store, life, words),
          [words.records.birthday, json.birthday],
          [words.records.tags, json.tags.join(', ')],
          ...fieldLines(json.fields, words),
          [words.records.note, json.note],
          [words.records.created, sayMoment(json.createdAt, store, words)],
          [words.records.externalId, json.externalId],
        ],
        ...dealsBlock(json.deals, words),
      ),
      data: tableOf([json], columns, words),
    }),
  }
}

export const contactEdit: Run = async (context, typed) => {
  const id = await named(context, typed.args[0], 'write')
  const patch = await readPatch(context, typed)
  const life = readLifecycle(context, context.open('write'), typed)
  return change(context, (operation, store) => {
    const values = patch(getContact(store.db, id))
    if (values.referredBy === id) {
      const { name } = getContact(store.db, id)
      throw new UserError((w) => w.lifecycle.itself({ name }))
    }
    if (Object.keys(values).length === 0 && life === undefined)
      throw new UsageError((w) => w.records.noChange({ command: 'voronka contact edit' }))
    const before = recordOf(store, id)
    const keysBefore = getContact(store.db, id)
    updateContact(store, operation, id, values)
    if (life !== undefined) setLifecycle(store, operation, id, life.stage, life.when)
    const made = done(store, id)
    const { json } = made
    const notes = [...notesOnKeys(`c${id}`, keysBefore, getContact(store.db, id)), ...made.notes]
    const changes = changedColumns(before, json, contactColumns(new Labels(store)))
    const now = lifeOf(context, store, id).lifecycle
    const stageSaid: Say = ({ lifecycle: w }) => {
      const named = (stage: string) => w.names[stage] ?? stage
      return now === 'customer' && life !== undefined
        ? w.customerStays({ ...json, stage: named(life.stage) })
        : w.now({ ...json, stage: named(now) })
    }
    if (life !== undefined && Object.keys(values).length === 0)
      return { json, notes, says: stageSaid, ...(now === 'customer' && { unchanged: stageSaid }) }
    return {
      json,
      notes: [...(life === undefined ? [] : [stageSaid]), ...notes],
      says: (w) => w.people.changed({ ...json, changes: changes(w) }),
    }
  })
}

export const contactRm: Run = async (context, { args }) => {
  const id = await named(context, args[0], 'write')
  return change(context, (operation, store) => {
    const json = recordOf(store, id)
    removeContact(store, operation, id)
    return { json, says: (w) => w.people.removed(json) }
  })
}

export const contactMerge: Run = async (context, { args }) => {
  const into = await named(context, args[0], 'write')
  const from = await named(context, args[1], 'write')
  return change(context, (operation, store) => {
    const gone = `c${from} ${getContact(store.db, from).name}`
    const { deals } = mergeContacts(store, operation, context.words, into, from)
    const json = recordOf(store, into)
    return { json, says: (w) => w.people.merged({ kept: `${json.id} ${json.name}`, gone, deals }) }
  })
}

function named(context: Context, text = '', purpose: 'read' | 'write' = 'read'): Promise<number> {
  const store = context.open(purpose)
  return chosen(context, () => findContact(store, text))
}

function contactColumns(labels: Labels): ListColumn<ContactRecord>[] {
  return [...CONTACT_COLUMNS, ...ownColumns<ContactRecord>(labels.fields('contact'))]
}

/** The same, phones as people read them. */
function listColumns(store: Store, labels: Labels): ListColumn<ContactRecord>[] {
  return contactColumns(labels).map((column) =>
    column.key === 'phones' ? { ...column, text: (one) => phonesShown(store, one).join(', ') } : column,
  )
}

function recordOf(store: Store, id: number) {
  return contactRecord(store, new Labels(store), getContact(store.db, id))
}

/** The record as it is now, what is odd about its phones, and who else has them. */
function done(store: Store, id: number): { json: ContactRecord; notes: Say[] } {
  const json = recordOf(store, id)
  const same = namesakesByKey(store.db, id).map((other) => ({
    id: `c${other}`,
    name: getContact(store.db, other).name,
    own: json.id,
  }))
  return {
    json,
    notes: [
      ...notesOnPhones(getContact(store.db, id).phones),
      ...same.map((p) => (w: Context['words']) => w.people.sameKey(p)),
    ],
  }
}

type Lists = Pick<Contact, 'phones' | 'emails' | 'tags' | 'fields'>
const NOTHING: Lists = { phones: [], emails: [], tags: [], fields: {} }

/**
 * The flags of `contact add` and `edit` as what they change, given the lists there are: those grow by `--phone`,
 * `--email`, `--tag` and shrink by `--drop-phone`, `--drop-email`, `--untag`; but one phone or e-mail takes the place
 * of the only one there is. People are asked about here, before the transaction.
 */
async function readPatch(context: Context, typed: Typed): Promise<(before: Lists) => ContactPatch> {
  const store = context.open('write')
  const phones = parsePhoneTexts(store, several(typed, 'phone'))
  const lostPhones = parsePhoneTexts(store, several(typed, 'dropPhone'))
  const emails = parseEmailTexts(several(typed, 'email'))
  const lostEmails = parseEmailTexts(several(typed, 'dropEmail'))
  const name = optional(typed, 'name')
  const birthday = clearable(typed, 'birthday')
  const { zone } = store
  const when = { now: context.now(zone), zone, lang: context.lang, prefer: 'past' } as const
  const rest: ContactPatch = present<ContactPatch>({
    name: name === undefined ? undefined : parseName(name),
    company: await foundBy(context, typed, 'company', (text) => findCompany(store, text)),
    manager: await foundBy(context, typed, 'manager', (text) => findManagerOrMe(store, text)),
    position: clearable(typed, 'position'),
    referredBy: await foundBy(context, typed, 'referredBy', (text) => findContact(store, text)),
    source: clearable(typed, 'source'),
    note: clearable(typed, 'note'),
    birthday: birthday ? parseWhen(birthday, when).date : birthday,
    ...parseExternal(typed),
  })
  const fields = parseOwnFields(context, store, typed, 'contact')
  const tags = several(typed, 'tag').map(parseName)
  return (before) =>
    present<ContactPatch>({
      ...rest,
      phones: merged(oneFor(before.phones, phones), phones, lostPhones, ({ e164, raw }) => e164 ?? raw),
      emails: merged(oneFor(before.emails, emails), emails, lostEmails, ({ email }) => email),
      tags: merged(before.tags, tags, several(typed, 'untag'), foldName),
      fields: fieldsAfter(before.fields, fields),
    })
}

/** What stays of a list that one more is given for: one of one is replaced. */
function oneFor<T>(list: readonly T[], more: readonly T[]): readonly T[] {
  return list.length === 1 && more.length === 1 ? [] : list
}

/** A list with more at its end and some gone; undefined where nothing was asked. */
function merged<T>(
  list: readonly T[],
  more: readonly T[],
  less: readonly T[],
  keyOf: (item: T) => string,
): T[] | undefined {
  if (more.length + less.length === 0) return undefined
  const gone = new Set(less.map(keyOf))
  return distinct([...list, ...more], keyOf).filter((item) => !gone.has(keyOf(item)))
}

async function readFilter(
  context: Context,
  typed: Typed,
  store: Store,
): Promise<(contact: Contact) => boolean> {
  const company = await foundBy(context, typed, 'company', (text) => findCompany(store, text))
  const isOfManager = await keepsManager(context, store, typed)
  const isOfLifecycle = keepsLifecycle(context, store, typed)
  const source = optional(typed, 'source')
  const tags = several(typed, 'tag').map(foldName)
  const hasFields = keepsFields(parseOwnFields(context, store, typed, 'contact'))
  return (contact) =>
    (company === undefined || contact.company === company) &&
    isOfManager(contact) &&
    isOfLifecycle(contact) &&
    (source === undefined || foldName(contact.source ?? '') === foldName(source)) &&
    (tags.length === 0 || contact.tags.some((tag) => tags.includes(foldName(tag)))) &&
    hasFields(contact)
}

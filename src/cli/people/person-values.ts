import type { FieldValue } from '../../domain/deal.ts'
import { parseFieldValue } from '../../domain/field.ts'
import { type Email, type Phone, parseEmails, parsePhones, shownPhone } from '../../domain/names/phone.ts'
import { type Say, UsageError, UserError } from '../../errors.ts'
import { OWN_SYSTEM } from '../../store/deals/writing.ts'
import { type FieldEntity, readFields } from '../../store/fields.ts'
import { findManager, survivorOf } from '../../store/naming/naming.ts'
import { phoneRegion } from '../../store/people/contact-keys.ts'
import type { Contact } from '../../store/people/contacts.ts'
import { getManager, type Manager } from '../../store/people/managers.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { fieldContext, parseFieldAssignment, sayBadValue } from '../filters.ts'
import { quoted } from '../line/quoted.ts'
import { chosen } from '../naming.ts'
import { clearable } from '../texts.ts'
import { several } from '../typed.ts'

/** Managers of lists with commas, each of them active. Throws UserError. */
export async function managersToGet(
  context: Context,
  store: Store,
  texts: readonly string[],
): Promise<Manager[]> {
  const found: Manager[] = []
  for (const text of texts.flatMap((list) => list.split(',')).map((name) => name.trim())) {
    if (text === '') continue
    const id = survivorOf(store.managers, await chosen(context, () => findManagerOrMe(store, text)))
    const manager = getManager(store, id)
    if (!manager.active) throw new UserError((w) => w.handover.inactive({ name: manager.name, id: `m${id}` }))
    found.push(manager)
  }
  return found
}

/** Every phone of the texts. Throws UsageError for a text with none in it. */
export function parsePhoneTexts(store: Store, texts: readonly string[]): Phone[] {
  return texts.flatMap((text) => {
    const phones = parsePhones(text, phoneRegion(store))
    if (!phones.some(({ e164, raw }) => e164 !== null || /(?:\d\D*){5}/.test(raw)))
      throw new UsageError((w) => w.records.badPhone({ text }))
    return phones
  })
}

/** Said of phones that are kept as they were typed, for no whole number could be made of them. */
export function notesOnPhones(phones: readonly Phone[]): Say[] {
  return phones
    .filter(({ e164 }) => e164 === null)
    .map(
      ({ raw }): Say =>
        (w) =>
          w.people.unknownPhone({ text: raw }),
    )
}

/** Said of phones and e-mails that another took the place of, or that are now several: how to have it otherwise. */
export function notesOnKeys(id: string, before: Keys, after: Keys): Say[] {
  const lists = [
    { name: 'phone', was: before.phones.map(shownPhone), now: after.phones.map(shownPhone) },
    {
      name: 'email',
      was: before.emails.map(({ email }) => email),
      now: after.emails.map(({ email }) => email),
    },
  ]
  return lists.flatMap(({ name, was, now }): Say[] => {
    const [only, [first = '']] = [was[0], now]
    const edit = (flags: string) => `voronka contact edit ${id} ${flags}`
    if (was.length === 1 && now.length === 1 && only !== undefined && only !== first) {
      const command = edit(`--${name} ${quoted(only)} --${name} ${quoted(first)}`)
      return [(w) => w.people.keyReplaced({ was: only, command })]
    }
    if (now.length < 2 || now.every((key) => was.includes(key))) return []
    return [(w) => w.people.keysNow({ keys: now, command: edit(`--drop-${name} ${quoted(first)}`) })]
  })
}

type Keys = Pick<Contact, 'phones' | 'emails'>

export function parseEmailTexts(texts: readonly string[]): Email[] {
  return texts.flatMap((text) => {
    const emails = parseEmails(text)
    if (emails.length === 0) throw new UsageError((w) => w.records.badEmail({ text }))
    return emails
  })
}

/** The values of `--field NAME=VALUE` by the row ids of the fields; null where a value is taken away. */
export function parseOwnFields(
  context: Context,
  store: Store,
  typed: Typed,
  entity: FieldEntity,
): Record<string, FieldValue | null> {
  const fields = readFields(store.db, entity)
  return Object.fromEntries(
    several(typed, 'field').map((assignment) => {
      const { field, value: text } = parseFieldAssignment(fields, assignment)
      if (text === '') return [field.id, null]
      const value = parseFieldValue(field, text, fieldContext(context, store))
      if (value === undefined) throw new UserError(sayBadValue(field, text))
      return [field.id, value]
    }),
  )
}

/** The fields after some were set and some taken away; undefined where none was named. */
export function fieldsAfter(
  before: Readonly<Record<string, FieldValue>>,
  changed: Readonly<Record<string, FieldValue | null>>,
): Record<string, FieldValue> | undefined {
  if (Object.keys(changed).length === 0) return undefined
  const all = Object.entries({ ...before, ...changed })
  return Object.fromEntries(all.flatMap(([id, value]) => (value === null ? [] : [[id, value]])))
}

/** Who a flag names: null for an empty text, which takes the value away, undefined where it was not given. */
export async function foundBy(
  context: Context,
  typed: Typed,
  name: string,
  find: (text: string) => number,
): Promise<number | null | undefined> {
  const text = clearable(typed, name)
  return text === undefined || text === null ? text : chosen(context, () => find(text))
}

/** A manager's id; `me` is who types. */
export function findManagerOrMe(store: Store, text: string): number {
  const { me } = store.settings
  return text.trim().toLowerCase() === 'me' && me !== null ? me : findManager(store, text)
}

/** The external id and system of `--id`. */
export function parseExternal(typed: Typed): {
  externalId?: string | null
  externalSystem?: string | null
} {
  const externalId = clearable(typed, 'id')
  if (externalId === undefined) return {}
  return { externalId, externalSystem: externalId === null ? null : OWN_SYSTEM }
}

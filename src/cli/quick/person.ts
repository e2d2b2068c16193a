import { fitsWords } from '../../domain/names/matching.ts'
import { foldName } from '../../domain/names/name.ts'
import { isGivenName } from '../../domain/names/name-words.ts'
import type { Email, Phone } from '../../domain/names/phone.ts'
import type { Say } from '../../errors.ts'
import { SHOWN } from '../../store/naming/naming.ts'
import { findContact } from '../../store/naming/naming-people.ts'
import { contactsNamed, contactsWithKeys } from '../../store/naming/quick-lookup.ts'
import { getContact } from '../../store/people/contacts.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { chosen } from '../naming.ts'
import { notesOnPhones, parseEmailTexts, parsePhoneTexts } from '../people/person-values.ts'
import { parseName } from '../texts.ts'
import { flag, optional, several } from '../typed.ts'
import { asksOfEntry, type QuickReading, Unclear } from './reading.ts'

/** Who it is: a contact there is, with what the entry adds to it, or one to make; null where it names nobody. */
export type QuickPerson =
  | {
      id: number
      phones: Phone[]
      emails: Email[]
      /** The name of one who was called by the phone so far. */
      named?: string
    }
  | {
      name: string
      phones: Phone[]
      emails: Email[]
      /** A contact of the same name, who may be the same person. */
      namesake?: number
    }
  | null

/** Who the entry is of. Throws `Unclear` where only a person can tell. */
export async function contactOf(
  context: Context,
  store: Store,
  read: QuickReading,
): Promise<{ contact: QuickPerson; notes: Say[]; isNameless: boolean }> {
  const { typed } = read
  const phones = read.isSaid('phone')
    ? parsePhoneTexts(store, several(typed, 'phone'))
    : read.of('phone').flatMap(({ phone }) => phone ?? [])
  const emails = read.isSaid('email')
    ? parseEmailTexts(several(typed, 'email'))
    : read.of('email').flatMap(({ email }) => email ?? [])
  const keys = { phones, emails }
  const named = optional(typed, 'contact')
  if (named !== undefined && named.trim() !== '') {
    const id = await chosen(context, () => findContact(store, named))
    return { contact: { id, ...keys }, notes: [], isNameless: false }
  }
  const name = read.one('name')
  const texts = [...phones.map(({ e164, raw }) => e164 ?? raw), ...emails.map(({ email }) => email)]
  const known = flag(typed, 'new') ? [] : contactsWithKeys(store, texts)
  const match = known.length === 0 ? undefined : matching(store, known, name)
  if (match !== undefined) {
    const isCalledByKey = isKey(getContact(store.db, match).name)
    const named = name !== undefined && isCalledByKey ? { named: parseName(name) } : {}
    return {
      contact: { id: match, ...keys, ...named },
      notes: [],
      isNameless: name === undefined && isCalledByKey,
    }
  }
  if (name !== undefined || texts.length === 0)
    return { ...newContact(store, typed, name, keys), isNameless: false }
  if (asksOfEntry(context) && !read.isSaid('name'))
    throw new Unclear('name', [], (w) => w.quick.noName, { isOptional: true })
  return { ...nameless(keys), isNameless: true }
}

/** The one who has the phone or e-mail. Throws `Unclear` for several, and for one of quite another name. */
function matching(store: Store, known: readonly number[], name: string | undefined): number {
  const [only, ...more] = known
  const choices = known.map((id) => choiceOf(store, id))
  if (only === undefined || more.length > 0)
    throw new Unclear('contact', choices, (w) =>
      w.quick.severalWithKey({ found: choices.map((one) => one.name) }),
    )
  const there = getContact(store.db, only).name
  const [a, b] = [foldName(there), foldName(name ?? there)]
  const isSame = fitsWords(a, b) || fitsWords(b, a) || isKey(there)
  if (isSame || name === undefined) return only
  throw new Unclear('contact', choices, (w) => w.quick.otherName({ name, there: `c${only} ${there}` }))
}

/** A phone or an e-mail in place of a name. */
function isKey(name: string): boolean {
  return !/\p{L}/u.test(name) || name.includes('@')
}

/** Somebody of whom no more than a phone or an e-mail is known is called by it. */
function nameless(keys: { phones: Phone[]; emails: Email[] }): { contact: QuickPerson; notes: Say[] } {
  const [phone] = keys.phones
  const name = phone === undefined ? (keys.emails[0]?.raw ?? '') : (phone.e164 ?? phone.raw)
  return {
    contact: { name, ...keys },
    notes: [...notesOnPhones(keys.phones), (w) => w.quick.nameless({ name })],
  }
}

/** Throws `Unclear` where several contacts of that name are known. */
function newContact(
  store: Store,
  typed: Typed,
  name: string | undefined,
  keys: { phones: Phone[]; emails: Email[] },
): { contact: QuickPerson; notes: Say[] } {
  const hasKeys = keys.phones.length + keys.emails.length > 0
  if (name === undefined) return { contact: null, notes: [] }
  const namesakes = contactsNamed(store, name)
  const [namesake, another] = namesakes
  if (namesake !== undefined && !hasKeys && !flag(typed, 'new')) {
    if (another === undefined) return { contact: { id: namesake, ...keys }, notes: [] }
    const choices = namesakes.slice(0, SHOWN).map((id) => choiceOf(store, id))
    throw new Unclear('contact', choices, (w) =>
      w.quick.namesake({ name, found: choices.map((one) => one.name), first: `c${namesake}` }),
    )
  }
  const isNoted = namesake !== undefined && mayBeSame(store, namesake, name)
  return {
    contact: { name: parseName(name), ...keys, ...(isNoted && { namesake }) },
    notes: notesOnPhones(keys.phones),
  }
}

/** A given name alone, with a phone of its own, is nobody's who has a longer name and another phone. */
function mayBeSame(store: Store, id: number, name: string): boolean {
  const there = getContact(store.db, id)
  const isReached = there.phones.length + there.emails.length > 0
  return !isGivenName(name) || !isReached || foldName(there.name) === foldName(name)
}

/** Said of a contact that was made beside another of the same name. */
export function namesakeSaid(store: Store, id: number, made: number): Say {
  const { name } = getContact(store.db, id)
  return (w) => w.quick.namesakeNoted({ id: `c${id}`, name, made: `c${made}` })
}

/** `c5 Анна Иванова, +79161234567` */
function choiceOf(store: Store, id: number): { name: string; value: string } {
  const { name, phones, emails } = getContact(store.db, id)
  const key = phones[0]?.e164 ?? emails[0]?.email
  return { name: [`c${id} ${name}`, key].filter((part) => part !== undefined).join(', '), value: `c${id}` }
}

import { fitsWords } from '../domain/matching.ts'
import { sayAmountProblem } from '../domain/money.ts'
import { foldName } from '../domain/name.ts'
import type { Email, Phone } from '../domain/phone.ts'
import {
  type Piece,
  type PieceKind,
  piecesOfKind,
  type QuickContext,
  readQuickEntry,
  withSureNames,
} from '../domain/quick-entry.ts'
import { type Say, UsageError, UserError } from '../errors.ts'
import { phoneRegion } from '../store/contact-keys.ts'
import { getContact } from '../store/contacts.ts'
import { Labels } from '../store/labels.ts'
import { findContact } from '../store/naming-people.ts'
import { companyNamed, contactsNamed, contactsWithKeys, sourceNamed } from '../store/quick-lookup.ts'
import type { Store } from '../store/store.ts'
import type { Words } from '../words/words.ts'
import type { Typed } from './command.ts'
import type { Context } from './context.ts'
import { chosen } from './naming.ts'
import { type NextStep, parseNext, stepText, whenAhead } from './next-step.ts'
import { notesOnPhones, parseEmailTexts, parsePhoneTexts } from './person-values.ts'
import { parseName } from './texts.ts'
import { flag, optional, several } from './typed.ts'

/** Fields that may be asked for or changed, by the names of their flags. */
export type QuickField =
  | 'name'
  | 'contact'
  | 'phone'
  | 'email'
  | 'company'
  | 'title'
  | 'amount'
  | 'source'
  | 'next'

/** A quick entry as understood, before anything of it is written. */
export interface Understood {
  /** A contact there is, with what the entry adds to it, or one to make; null where it names nobody. */
  contact:
    | { id: number; phones: Phone[]; emails: Email[] }
    | { name: string; phones: Phone[]; emails: Email[] }
    | null
  company: { id: number } | { name: string } | null
  title: string
  /** As typed, to be read with the other flags of a deal. */
  amount: string | undefined
  source: string | undefined
  next: NextStep | null
  /** What was noticed: a namesake of the new contact. */
  notes: readonly Say[]
}

/** Something that only a person can decide: refused, or asked about at a terminal. */
export class Unclear extends UserError {
  constructor(
    readonly field: QuickField,
    /** What may be meant; none where it has to be typed. */
    readonly choices: readonly { name: string; value: string }[],
    say: Say,
    /** What is to be done, where only its date is missing. */
    readonly undated?: string,
  ) {
    super(say)
  }
}

/** Reads the entry; flags take the place of what the text says. */
export async function understand(context: Context, store: Store, typed: Typed): Promise<Understood> {
  const how = quickContext(context, store)
  const all = withSureNames(readQuickEntry(typed.args.join(' '), how))
  const read = new QuickReading(typed, all)
  const next = await nextOf(context, store, read)
  const amount = amountOf(read, how.currency)
  const company = companyOf(store, read)
  const found = await contactOf(context, store, read)
  const source = read.one('source')
  const title = titleOf(read, found.contact, company, store)
  if (found.contact === null && company === null) throw new Unclear('name', [], (w) => w.quick.nobody)
  return {
    contact: found.contact,
    company,
    title,
    amount,
    source: source === undefined ? undefined : (sourceNamed(store, source) ?? parseName(source)),
    next,
    notes: [...found.notes, ...(amount === undefined ? notesOnFigures(title) : [])],
  }
}

function quickContext(context: Context, store: Store): QuickContext {
  const known = {
    contact: (name: string) => contactsNamed(store, name).length > 0,
    company: (name: string) => companyNamed(store, name) !== undefined,
    source: (name: string) => sourceNamed(store, name) !== undefined,
  }
  return {
    ...whenAhead(context, store),
    region: phoneRegion(store),
    currency: store.settings.currency,
    knows: (kind, name) => known[kind](name),
  }
}

/** The pieces of the text beside the flags. */
class QuickReading {
  constructor(
    readonly typed: Typed,
    private readonly pieces: readonly Piece[],
  ) {}

  /** The pieces of a kind, none where a flag says it. */
  of(kind: PieceKind, flagName: string = kind): Piece[] {
    return this.isSaid(flagName) ? [] : piecesOfKind(this.pieces, kind)
  }

  isSaid(flagName: string): boolean {
    const value = this.typed.options[flagName]
    return typeof value === 'string' || (Array.isArray(value) && value.length > 0)
  }

  /** The flag, else the only piece. Throws `Unclear` for several. */
  one(kind: 'name' | 'company' | 'amount' | 'source'): string | undefined {
    const said = optional(this.typed, kind)
    if (said !== undefined) return said.trim() === '' ? undefined : said
    const [only, ...more] = this.of(kind)
    if (more.length === 0) return only?.text
    const texts = [only, ...more].flatMap((piece) => piece?.text ?? [])
    const choices = texts.map((text) => ({ name: text, value: text }))
    throw new Unclear(kind, choices, (w) => w.quick.several[kind]({ texts }))
  }

  /** What is wanted: all that is nothing else. Of several pieces, a flag that names one leaves the others there. */
  get wish(): string[] {
    return this.pieces
      .filter(({ kind, text }) => {
        if (kind === 'wish') return true
        const flagName = kind === 'undated' ? 'next' : kind
        const isOneOfSeveral = piecesOfKind(this.pieces, kind).length > 1 && this.isSaid(flagName)
        return isOneOfSeveral && !String(this.typed.options[flagName]).includes(text)
      })
      .map(({ text }) => text)
  }
}

async function nextOf(context: Context, store: Store, read: QuickReading): Promise<NextStep | null> {
  const said = optional(read.typed, 'next')
  if (said !== undefined) return said.trim() === '' ? null : parseNext(context, store, said)
  const steps = read.of('next')
  const [undated] = read.of('undated', 'next')
  if (undated !== undefined && steps.length === 0)
    throw new Unclear('next', [], (w) => w.touch.nextWithoutDate({ text: undated.text }), undated.text)
  const [only, second] = steps
  if (second !== undefined) {
    const texts = steps.map(({ text }) => text)
    const choices = texts.map((text) => ({ name: text, value: text }))
    throw new Unclear('next', choices, (w) => w.quick.several.next({ texts }))
  }
  const step = only?.step
  if (step === undefined) return null
  return { text: stepText(context, { text: step.text, part: step.part ?? null }), due: step.due }
}

/** Throws UsageError for one that only looks like an amount. */
function amountOf(read: QuickReading, currency: string): string | undefined {
  const text = read.one('amount')
  const problem = read.of('amount').find((piece) => piece.text === text)?.problem
  if (text !== undefined && problem?.problem === 'ambiguous' && read.isSaid('decimal')) return text
  if (text !== undefined && problem !== undefined)
    throw new UsageError(sayAmountProblem(text, problem, currency))
  return text
}

function companyOf(store: Store, read: QuickReading): Understood['company'] {
  const name = read.one('company')
  if (name === undefined) return null
  const id = companyNamed(store, name)
  return id === undefined ? { name: parseName(name) } : { id }
}

async function contactOf(
  context: Context,
  store: Store,
  read: QuickReading,
): Promise<{ contact: Understood['contact']; notes: Say[] }> {
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
    return { contact: { id, ...keys }, notes: [] }
  }
  const name = read.one('name')
  const texts = [...phones.map(({ e164, raw }) => e164 ?? raw), ...emails.map(({ email }) => email)]
  const known = flag(typed, 'new') ? [] : contactsWithKeys(store, texts)
  const match = known.length === 0 ? undefined : matching(store, known, name)
  if (match !== undefined) return { contact: { id: match, ...keys }, notes: [] }
  return newContact(store, typed, name, keys)
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
  const isSame = fitsWords(a, b) || fitsWords(b, a) || !/\p{L}/u.test(there) || there.includes('@')
  if (isSame || name === undefined) return only
  throw new Unclear('contact', choices, (w) => w.quick.otherName({ name, there: `c${only} ${there}` }))
}

/** Throws `Unclear` where a contact of that name is known, or there is no name to a phone. */
function newContact(
  store: Store,
  typed: Typed,
  name: string | undefined,
  keys: { phones: Phone[]; emails: Email[] },
): { contact: Understood['contact']; notes: Say[] } {
  const hasKeys = keys.phones.length + keys.emails.length > 0
  if (name === undefined) {
    if (!hasKeys) return { contact: null, notes: [] }
    throw new Unclear('name', [], (w) => w.quick.noName)
  }
  const namesakes = contactsNamed(store, name)
  if (namesakes.length > 0 && !hasKeys && !flag(typed, 'new')) {
    const choices = namesakes.map((id) => choiceOf(store, id))
    throw new Unclear('contact', choices, (w) =>
      w.quick.namesake({ name, found: choices.map((one) => one.name), first: `c${namesakes[0]}` }),
    )
  }
  const [namesake] = namesakes
  return {
    contact: { name: parseName(name), ...keys },
    notes: [
      ...notesOnPhones(keys.phones),
      ...(namesake === undefined ? [] : [(w: Words) => w.quick.namesakeNoted({ id: `c${namesake}`, name })]),
    ],
  }
}

/** `c5 Анна Иванова, +79161234567` */
function choiceOf(store: Store, id: number): { name: string; value: string } {
  const { name, phones, emails } = getContact(store.db, id)
  const key = phones[0]?.e164 ?? emails[0]?.email
  return { name: [`c${id} ${name}`, key].filter((part) => part !== undefined).join(', '), value: `c${id}` }
}

/** What is wanted; else whoever wants it. */
function titleOf(
  read: QuickReading,
  contact: Understood['contact'],
  company: Understood['company'],
  store: Store,
): string {
  // What was answered to "who is it?" may stand among what is wanted.
  const name = contact !== null && 'name' in contact ? foldName(contact.name) : null
  const wish = read.wish.filter((text) => foldName(text) !== name)
  const said = optional(read.typed, 'title') ?? wish.join(', ')
  if (said.trim() !== '') return parseName(said)
  if (contact !== null) return 'name' in contact ? contact.name : getContact(store.db, contact.id).name
  if (company === null) return ''
  return 'name' in company ? company.name : new Labels(store).company(company.id)
}

/** A number in a title that may be what it costs; `1500x1400` is a size. */
const FIGURE =
  /(?<![\p{L}\d.,*×-])(?:\d{1,3}(?:[ \u00a0]\d{3})+|\d{4,8}|\d{1,3}\s?[-–]\s?\d{1,3}(?=\s?(?:тыс|тис|[ктk]))|\d{1,4}(?=\s?[тt](?![\p{L}])))(?:\s?(?:тыс|тис|[ктkt])\.?)?(?![\p{L}\d*×-])/u

/** Said where no amount was given, and a number that may be it stands in the title. */
function notesOnFigures(title: string): Say[] {
  const figure = FIGURE.exec(title)?.[0]
  return figure === undefined ? [] : [(w) => w.quick.figure({ figure })]
}

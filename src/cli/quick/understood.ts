import { sayAmountProblem } from '../../domain/money.ts'
import { foldName } from '../../domain/names/name.ts'
import { withPresumedAmount } from '../../domain/quick/amount.ts'
import { readQuickEntry } from '../../domain/quick/entry.ts'
import type { Piece, QuickContext } from '../../domain/quick/piece.ts'
import { withSureNames } from '../../domain/quick/pieces.ts'
import { withBareManager, withManagerApart } from '../../domain/quick/whose.ts'
import { type Say, UsageError } from '../../errors.ts'
import { Labels } from '../../store/labels.ts'
import {
  companyNamed,
  contactsInForm,
  contactsNamed,
  managerCalled,
  managerInForm,
  sourceNamed,
} from '../../store/naming/quick-lookup.ts'
import { phoneRegion } from '../../store/people/contact-keys.ts'
import { getContact } from '../../store/people/contacts.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { type NextStep, parseNext, step as stepOf, stepText, whenAhead } from '../day/next-step.ts'
import { parseName } from '../texts.ts'
import { optional } from '../typed.ts'
import { notesOnEntry } from './noticed.ts'
import { contactOf, type QuickPerson } from './person.ts'
import { asksOfEntry, QuickReading, Unclear } from './reading.ts'

/** A quick entry as understood, before anything of it is written. */
export interface Understood {
  contact: QuickPerson
  company: { id: number } | { name: string } | null
  title: string
  /** As typed, to be read with the other flags of a deal. */
  amount: string | undefined
  source: string | undefined
  next: NextStep | null
  /** Row id of the manager that the text names. */
  manager: number | undefined
  /** Row id of the contact who sent them. */
  referredBy: number | null
  /** What is kept in the words of the text, for the deal. */
  note: string | null
  /** What was noticed: a namesake of the new contact. */
  notes: readonly Say[]
}

/** Reads the entry; flags take the place of what the text says. */
export async function understand(context: Context, store: Store, typed: Typed): Promise<Understood> {
  const how = quickContext(context, store)
  const entry = withManagerApart(typed.args.join(' '), how)
  const pieces = withSureNames(withBareManager(readQuickEntry(entry, how), how))
  const named = asksOfEntry(context) ? pieces : pieces.map(withoutChoice)
  const isAmountSaid = optional(typed, 'amount') !== undefined
  const read = new QuickReading(typed, isAmountSaid ? named : withPresumedAmount(named))
  const next = await nextOf(context, store, read)
  const amount = amountOf(read, how.currency)
  const company = companyOf(store, read)
  const found = await contactOf(context, store, read)
  const source = read.one('source')
  const sent = referrerOf(store, read)
  const title = titleOf(context, read, found, company, store)
  if (found.contact === null && company === null) throw new Unclear('name', [], (w) => w.quick.nobody)
  return {
    contact: found.contact,
    company,
    title,
    amount,
    source: source === undefined ? undefined : (sourceNamed(store, source) ?? parseName(source)),
    next,
    manager: read.of('manager')[0]?.manager,
    referredBy: sent.referredBy,
    note: sent.note,
    notes: [...found.notes, ...sent.notes, ...notesOnEntry(read, pieces, { title, amount, how })],
  }
}

/** Who sent them, where one contact fits the words; else the words are kept, and that is said. */
function referrerOf(store: Store, read: QuickReading): Pick<Understood, 'referredBy' | 'note' | 'notes'> {
  const [piece] = read.of('referral')
  const by = piece?.by
  if (piece === undefined || by === undefined) return { referredBy: null, note: null, notes: [] }
  const [only, second] = contactsInForm(store, by)
  if (only !== undefined && second === undefined) return { referredBy: only, note: null, notes: [] }
  const isNone = only === undefined
  return { referredBy: null, note: piece.text, notes: [(w) => w.quick.referrer({ by, isNone })] }
}

/** Of two amounts nobody can choose one: they stay where they stood, and that is told. */
function withoutChoice(piece: Piece): Piece {
  return piece.either === undefined ? piece : { kind: 'wish', text: piece.text }
}

/** A longer text is nobody's name, and not looked for among a million. */
const MOST_WORDS = 4

function quickContext(context: Context, store: Store): QuickContext {
  const known = {
    contact: (name: string) =>
      !/\d/.test(name) && name.split(' ').length <= MOST_WORDS && contactsNamed(store, name).length > 0,
    company: (name: string) => companyNamed(store, name) !== undefined,
    source: (name: string) => sourceNamed(store, name) !== undefined,
  }
  return {
    ...whenAhead(context, store),
    managerFor: (name, isAnyForm) => managerInForm(store, name, isAnyForm),
    managerCalled: (name) => managerCalled(store, name),
    region: phoneRegion(store),
    currency: store.settings.currency,
    knows: (kind, name) => known[kind](name),
  }
}

async function nextOf(context: Context, store: Store, read: QuickReading): Promise<NextStep | null> {
  const said = optional(read.typed, 'next')
  if (said !== undefined) return said.trim() === '' ? null : parseNext(context, store, said)
  const steps = read.of('next')
  const [undated] = read.of('undated', 'next')
  if (undated !== undefined && steps.length === 0)
    throw new Unclear('next', [], (w) => w.touch.nextWithoutDate({ text: undated.text }), {
      undated: undated.text,
    })
  const [only, second] = steps
  if (second !== undefined) {
    const texts = steps.map(({ text }) => text)
    const choices = texts.map((text) => ({ name: text, value: text }))
    throw new Unclear('next', choices, (w) => w.quick.several.next({ texts }))
  }
  const step = only?.step
  if (step === undefined) return null
  return stepOf(stepText(context, { text: step.text, part: step.part ?? null }), step.due)
}

/** Throws UsageError for one that only looks like an amount. */
function amountOf(read: QuickReading, currency: string): string | undefined {
  const choice = read.of('amount').find((piece) => piece.either !== undefined)?.either
  if (choice !== undefined) {
    const choices = choice.map((text) => ({ name: text, value: text }))
    throw new Unclear('amount', choices, (w) => w.quick.several.amount({ texts: choice }))
  }
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

/** What is wanted; else whoever wants it. Of whom no more than a phone is known, an inquiry. */
function titleOf(
  { words }: Context,
  read: QuickReading,
  { contact, isNameless }: { contact: QuickPerson; isNameless: boolean },
  company: Understood['company'],
  store: Store,
): string {
  // What was answered to "who is it?" may stand among what is wanted.
  const name = contact !== null && 'name' in contact ? contact.name : null
  const wish = read.wish
    .map((text) => (name === null ? text : withoutName(text, name)))
    .filter((text) => text !== '')
  const said = optional(read.typed, 'title') ?? wish.join(', ')
  if (said.trim() !== '') return parseName(said)
  if (isNameless) return words.quick.inquiry
  if (contact !== null) return 'name' in contact ? contact.name : getContact(store.db, contact.id).name
  if (company === null) return ''
  return 'name' in company ? company.name : new Labels(store).company(company.id)
}

/** The text without these words in a row. */
function withoutName(text: string, name: string): string {
  const [words, sought] = [text.split(/\s+/), foldName(name).split(' ')]
  const at = words.findIndex((_, from) => sought.every((word, i) => foldName(words[from + i] ?? '') === word))
  return at < 0 ? text : [...words.slice(0, at), ...words.slice(at + sought.length)].join(' ')
}

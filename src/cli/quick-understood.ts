import { sayAmountProblem } from '../domain/money.ts'
import { foldName } from '../domain/name.ts'
import { withPresumedAmount } from '../domain/quick-amount.ts'
import { type Piece, type QuickContext, readQuickEntry, withSureNames } from '../domain/quick-entry.ts'
import { type Say, UsageError } from '../errors.ts'
import { phoneRegion } from '../store/contact-keys.ts'
import { getContact } from '../store/contacts.ts'
import { Labels } from '../store/labels.ts'
import { companyNamed, contactsNamed, sourceNamed } from '../store/quick-lookup.ts'
import type { Store } from '../store/store.ts'
import type { Typed } from './command.ts'
import type { Context } from './context.ts'
import { type NextStep, parseNext, step as stepOf, stepText, whenAhead } from './next-step.ts'
import { contactOf, type QuickPerson } from './quick-person.ts'
import { QuickReading, Unclear } from './quick-reading.ts'
import { quoted } from './quoted.ts'
import { parseName } from './texts.ts'
import { optional } from './typed.ts'

/** A quick entry as understood, before anything of it is written. */
export interface Understood {
  contact: QuickPerson
  company: { id: number } | { name: string } | null
  title: string
  /** As typed, to be read with the other flags of a deal. */
  amount: string | undefined
  source: string | undefined
  next: NextStep | null
  /** What was noticed: a namesake of the new contact. */
  notes: readonly Say[]
}

/** Reads the entry; flags take the place of what the text says. */
export async function understand(context: Context, store: Store, typed: Typed): Promise<Understood> {
  const how = quickContext(context, store)
  const pieces = withSureNames(readQuickEntry(typed.args.join(' '), how))
  const named = asksOfEntry(context) ? pieces : pieces.map(withoutChoice)
  const isAmountSaid = optional(typed, 'amount') !== undefined
  const read = new QuickReading(typed, isAmountSaid ? named : withPresumedAmount(named))
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
    notes: [
      ...found.notes,
      ...(amount === undefined ? notesOnFigures(title, pieces) : notesOnPresumed(read, title)),
    ],
  }
}

/** Whether somebody is there to be asked about an entry, and to see how it was understood. */
export function asksOfEntry({ global, dryRun, interactive }: Context): boolean {
  return interactive && global.yes !== true && global.format !== 'json' && !dryRun
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
    throw new Unclear('next', [], (w) => w.touch.nextWithoutDate({ text: undated.text }), undated.text)
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
function notesOnFigures(title: string, pieces: readonly Piece[]): Say[] {
  const either = pieces.find((piece) => piece.either !== undefined)
  if (either !== undefined) return [(w) => w.quick.either({ text: either.text })]
  const figure = FIGURE.exec(title)?.[0]
  return figure === undefined ? [] : [(w) => w.quick.figure({ figure })]
}

/** Said where a bare number was taken for the amount. */
function notesOnPresumed(read: QuickReading, title: string): Say[] {
  const figure = read.of('amount').find(({ isPresumed }) => isPresumed)?.text
  return figure === undefined
    ? []
    : [(w) => w.quick.presumed({ figure, title: quoted(`${title} ${figure}`) })]
}

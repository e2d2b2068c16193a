import { restOfMeeting } from './activity.ts'
import type { AmountProblem } from './money.ts'
import { foldName, isCompanyName } from './name.ts'
import { type Email, type Phone, parseEmails, parsePhones } from './phone.ts'
import { amountOf } from './quick-amount.ts'
import { WANTS, wishOf } from './quick-wish.ts'
import { splitWhen } from './split-when.ts'
import { deadlineOf } from './task.ts'
import type { When, WhenContext } from './when.ts'

/** What one piece of a quick entry is taken for. */
export type PieceKind =
  | 'name'
  | 'company'
  | 'phone'
  | 'email'
  | 'amount'
  | 'next'
  | 'undated'
  | 'source'
  | 'wish'

/** A piece of the entry, in the order of the text. */
export interface Piece {
  readonly kind: PieceKind
  /** As it will be kept: without "тел.", "хочет", the brackets and the commas about it. */
  readonly text: string
  readonly phone?: Phone
  readonly email?: Email
  /** What is to be done, and when. */
  readonly step?: { text: string; due: When; part?: string }
  /** An amount that cannot be read for sure. */
  readonly problem?: AmountProblem
  /** The two amounts of which it may be either: `40-50 тыс`. */
  readonly either?: readonly [string, string]
  /** A bare number at the end of what is wanted, taken for what it costs. */
  readonly isPresumed?: boolean
  /** A name that somebody here has. */
  readonly isKnown?: boolean
}

export interface QuickContext extends WhenContext {
  /** Country of phones that name none. */
  readonly region: string
  /** The currency meant where an amount names none. */
  readonly currency: string
  /** Whether there is a contact in whose name these words stand; a company, a source of exactly this name. */
  knows(kind: 'contact' | 'company' | 'source', name: string): boolean
}

/**
 * Reads a line such as `Анна Иванова, ООО Ромашка, +7 900 123-45-67, хочет 3 окна, 120 000, перезвонить завтра`. Each
 * piece between commas is taken for what it surely is; anything else is what is wanted, word for word. Several pieces of
 * a kind are all given back: which one is meant is not for this to say.
 */
export function readQuickEntry(text: string, context: QuickContext): Piece[] {
  return text
    .split(/\s*(?:[;\n]|,(?!\d)|(?<!\d),)\s*/)
    .flatMap((part) => splitAtKeys(part.trim(), context))
    .flatMap((part, at) => {
      if ('kind' in part) return [part]
      const pieces = piecesOf(part.text, context, at === 0)
      return at === 0 && part.isBeforeKey ? pieces.map(namedBeforeKey) : pieces
    })
}

const FEW_WORDS = /^\p{L}[\p{L}'’ʼ-]*(?: \p{L}[\p{L}'’ʼ-]*){0,2}$/u

/** What stands right before the phone at the beginning is whose it is, though it was typed without capitals. */
function namedBeforeKey(piece: Piece): Piece {
  if (piece.kind !== 'wish' || !FEW_WORDS.test(piece.text)) return piece
  return {
    kind: 'name',
    text: piece.text.replace(/(?<![\p{L}'’ʼ])\p{L}/gu, (letter) => letter.toUpperCase()),
  }
}

const DIALLED = /(?:\+|(?<![\d.,]))\(?\d[\d\s()./-]{5,}\d(?:\s*(?:доб|дод|вн|ext)[.:]?\s*\d{1,6}(?!\d))?/giu
const KEY_LABEL =
  /(?:^|\s)(?:тел(?:ефон)?|моб(?:ильный|ільний)?|phone|tel|mob(?:ile)?|e-?mail|mail|почта|пошта|whatsapp|telegram|viber)[.:]*\s*$/iu

type Part = Piece | { text: string; isBeforeKey?: boolean }

/** E-mails and phones part a piece in two, wherever they stand. */
function splitAtKeys(text: string, context: QuickContext): Part[] {
  const [email] = parseEmails(text)
  if (email !== undefined) {
    const at = text.indexOf(email.raw)
    return around(text, at, email.raw.length, { kind: 'email', text: email.raw, email }, context)
  }
  for (const found of text.matchAll(DIALLED)) {
    const phone = phoneOf(found[0], text, context)
    if (phone !== undefined)
      return around(text, found.index, found[0].length, { kind: 'phone', text: phone.raw, phone }, context)
  }
  return text === '' ? [] : [{ text }]
}

function around(text: string, at: number, length: number, piece: Piece, context: QuickContext): Part[] {
  const before = text.slice(0, at).replace(KEY_LABEL, '')
  return [
    ...splitAtKeys(bare(before), context).map((part) =>
      'kind' in part ? part : { ...part, isBeforeKey: true },
    ),
    piece,
    ...splitAtKeys(bare(text.slice(at + length)), context),
  ]
}

function bare(text: string): string {
  return text.replace(/^[\s,;:()<>\u2013\u2014-]+|[\s,;:(<\u2013\u2014-]+$/g, '')
}

/** A number of ten digits or with a plus; a shorter one with hyphens only where it is the whole piece. */
function phoneOf(found: string, whole: string, { region }: QuickContext): Phone | undefined {
  const digits = found.replace(/[\s]*\p{L}.*$/u, '').replace(/\D/g, '').length
  if (digits > 15 || /^\s*\d{4}-\d\d-\d\d/.test(found)) return undefined
  const isAlone = bare(whole.replace(KEY_LABEL, '')) === bare(found)
  const isSure = found.startsWith('+') || digits >= 10
  if (!isSure && !(isAlone && /\d-\d/.test(found) && digits >= 6)) return undefined
  const [phone] = parsePhones(found, region)
  return phone === undefined || (phone.e164 === null && !isAlone) ? undefined : phone
}

function piecesOf(text: string, context: QuickContext, isFirst = false): Piece[] {
  const whole = bare(text)
  if (whole === '') return []
  return (
    amountOf(whole, context) ??
    stepOf(whole, context) ??
    sourceOf(whole, context) ??
    companyOf(whole, context) ??
    nameOf(whole, context) ??
    (isFirst ? knownFirst(whole, context) : undefined) ?? [wishOf(whole)]
  )
}

export const TO_DO =
  /^(?:перезвон|позвон|созвон|набрать|написать|отправить|прислать|выслать|напомн|связаться|передзвон|подзвон|зателефон|надісл|написати|нагада|зв['’]?язатися|call|write to|send|remind|get back|follow up)/iu

/** A piece with a date at an end of it is to be done then; one that begins with what is to be done lacks its date. */
function stepOf(text: string, context: QuickContext): Piece[] | undefined {
  const { text: what, part, when } = splitWhen(text, context)
  const isAhead = when !== null && deadlineOf(when, context.zone) > context.now
  const parted = isAhead ? partedAtDeed(text, context) : undefined
  if (parted !== undefined) return parted
  if (when !== null && isAhead)
    return [{ kind: 'next', text, step: { text: what, due: when, ...(part !== null && { part }) } }]
  return TO_DO.test(text) ? [{ kind: 'undated', text }] : undefined
}

const DEED = /^(?:замер|замір)/iu

/** `три окна 85000 перезвонить завтра`: what is wanted, up to the word that says what is to be done then. */
function partedAtDeed(text: string, context: QuickContext): Piece[] | undefined {
  const words = text.split(/\s+/)
  for (let at = 1; at < words.length; at++) {
    const rest = words.slice(at).join(' ')
    if (!TO_DO.test(rest) && !DEED.test(rest) && restOfMeeting(rest) === null) continue
    const before = words.slice(0, at).join(' ')
    // A day before it is the step's own: `завтра перезвонить`.
    if (splitWhen(before, context).when !== null) return undefined
    const step = stepOf(rest, context)
    return step?.[0]?.kind === 'next' ? [...piecesOf(before, context, true), ...step] : undefined
  }
  return undefined
}

const SOURCE_LABEL = /^(?:источник|джерело|source)[:\s]+(.+)$/iu
const FROM_SITE = /^(?:с сайта|со? страницы|із сайту|з сайту|from (?:the |our )?(?:web ?)?site)$/iu
const FROM = /^(?:от|из|с|від|з|із|from|via)\s+(.+)$/iu

function sourceOf(text: string, context: QuickContext): Piece[] | undefined {
  const labelled = SOURCE_LABEL.exec(text)?.[1]
  if (labelled !== undefined) return [{ kind: 'source', text: labelled }]
  if (FROM_SITE.test(text))
    return [{ kind: 'source', text: { en: 'site', ru: 'сайт', uk: 'сайт' }[context.lang] }]
  const named = FROM.exec(text)?.[1]
  return named !== undefined && context.knows('source', named) ? [{ kind: 'source', text: named }] : undefined
}

const COMPANY_LABEL = /^(?:компания|фирма|компанія|фірма|company|из|із|з|from)[:\s]+(.+)$/iu
const COMPANY_WORD = /^(?:компания|фирма|компанія|фірма|company)[:\s]/iu

/** With its legal form, with the word for one before it, or known already; a name may stand before the legal form. */
function companyOf(text: string, context: QuickContext): Piece[] | undefined {
  const named = COMPANY_LABEL.exec(text)?.[1]
  if (
    named !== undefined &&
    (COMPANY_WORD.test(text) || isCompanyName(named) || context.knows('company', named))
  )
    return [{ kind: 'company', text: named }]
  const words = text.split(/\s+/)
  const form = words.findIndex((word, at) => at < words.length - 1 && isCompanyName(`${word} x`) && at > 0)
  const before = words.slice(0, form).join(' ')
  if (form > 0 && IS_NAME.test(before))
    return [
      { kind: 'name', text: before },
      { kind: 'company', text: words.slice(form).join(' ') },
    ]
  const isKnown = context.knows('company', text) && !context.knows('contact', text)
  return isCompanyName(text) || isKnown ? [{ kind: 'company', text }] : undefined
}

const WORD = String.raw`\p{Lu}[\p{L}'’ʼ.-]*`
const IS_NAME = new RegExp(`^${WORD}(?:\\s+${WORD}){0,3}$`, 'u')
/** Words with capitals, or a contact that there is; what they want may follow. */
function nameOf(text: string, context: QuickContext): Piece[] | undefined {
  const isKnown = context.knows('contact', text)
  if (IS_NAME.test(text) || isKnown) return [{ kind: 'name', text, ...(isKnown && { isKnown }) }]
  const words = text.split(/\s+/)
  const verb = words.findIndex((_, at) => at > 0 && WANTS.test(words.slice(at).join(' ')))
  const before = words.slice(0, Math.max(verb, 0)).join(' ')
  if (!IS_NAME.test(before) && !(verb > 0 && context.knows('contact', before))) return undefined
  return [{ kind: 'name', text: before }, wishOf(words.slice(verb).join(' '))]
}

/** The most words of a name that stands before what is wanted with nothing between them. */
const MOST_NAME_WORDS = 4

/** `Ромашка дверь входная`: someone known, and what they want. */
function knownFirst(text: string, context: QuickContext): Piece[] | undefined {
  const words = text.split(/\s+/)
  for (let count = Math.min(MOST_NAME_WORDS, words.length - 1); count > 0; count--) {
    const name = words.slice(0, count).join(' ')
    const rest = () => piecesOf(words.slice(count).join(' '), context)
    if (context.knows('company', name)) return [{ kind: 'company', text: name }, ...rest()]
    if (context.knows('contact', name)) return [{ kind: 'name', text: name, isKnown: true }, ...rest()]
  }
  return undefined
}

/** The pieces of a kind, each text once. */
export function piecesOfKind(pieces: readonly Piece[], kind: PieceKind): Piece[] {
  const seen = new Map(pieces.filter((piece) => piece.kind === kind).map((one) => [foldName(one.text), one]))
  return [...seen.values()]
}

/**
 * The pieces with what is surely a name told from what only may be one: beside a name of several words, a single word
 * with a capital is what is wanted, such as `Балкон`.
 */
export function withSureNames(pieces: readonly Piece[]): Piece[] {
  const isSure = ({ kind, text, isKnown = false }: Piece) =>
    kind === 'name' && (isKnown || text.includes(' '))
  if (pieces.filter(isSure).length !== 1) return [...pieces]
  return pieces.map((piece) => (piece.kind === 'name' && !isSure(piece) ? { ...piece, kind: 'wish' } : piece))
}

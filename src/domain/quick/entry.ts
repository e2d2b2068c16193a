import { restOfMeeting } from '../activity.ts'
import { isPerson, looksLikeName, properName } from '../names/name-words.ts'
import { deadlineOf } from '../task.ts'
import { foldWords } from '../time/calendar-words.ts'
import { splitWhen } from '../time/split-when.ts'
import { clockPlainlySaid } from '../time/spoken-clock.ts'
import { isTheirCall, TO_DO_NOW } from '../touch-words.ts'
import { amountOf } from './amount.ts'
import { bare, type FoundKey, keyIn, withoutLabel } from './keys.ts'
import { isTelling, namedBeforeKey, type Place, personIn } from './name.ts'
import { companyOf, isFirm, referralOf, sourceOf } from './origin.ts'
import type { Piece, QuickContext } from './piece.ts'
import { platformAtEnd, platformNamed } from './platform.ts'
import { noName, WANTS, wishOf } from './wish.ts'

/**
 * Reads a line such as `Анна Иванова, ООО Ромашка, +7 900 123-45-67, хочет 3 окна, 120 000, перезвонить завтра`. Each
 * piece between commas is taken for what it surely is; anything else is what is wanted, word for word. Several pieces of
 * a kind are all given back: which one is meant is not for this to say.
 */
export function readQuickEntry(text: string, context: QuickContext): Piece[] {
  const parts = text
    .split(/\s*(?:[;\n]|,(?!\d)|(?<!\d),)\s*/)
    .map((part, at) => withoutAgain(part.trim(), at === 0))
    .flatMap((part) => withSource(part, context))
    .flatMap((part) => ('kind' in part ? [part] : parted(part.text, context)))
    .flatMap((part, at, all): Part[] =>
      'kind' in part ? [part] : forManager(part, at > 0, at === all.length - 1, context),
    )
  const read = parts.map((part, at): Read => {
    if ('kind' in part) return { pieces: [part], before: undefined }
    const hasMore = parts.slice(at + 1).some((one) => !('kind' in one))
    const isFirst = parts.slice(0, at).every((one) => isFirm(one, context))
    const pieces = piecesOf(part.text, context, { isFirst, side: part.side, hasMore })
    return { pieces, before: at === 0 && part.side === 'before' ? pieces.map(namedBeforeKey) : undefined }
  })
  const isNamed = read.some(({ pieces }) => pieces.some(({ kind }) => kind === 'name'))
  return read.flatMap(({ pieces, before }) => (isNamed ? pieces : (before ?? pieces)))
}

const AGAIN = 'снова|опять|вновь|повторно|ещ[её] раз|знову|повторно|ще раз|вдруге|again|once more'
const WHOLLY_AGAIN = new RegExp(`^(?:${AGAIN})$`, 'iu')
const WITHIN_AGAIN = new RegExp(`(?<=^|\\s)(?:${AGAIN})(?=\\s|$)`, 'giu')

/** `Света снова`, `опять Лена`: that they asked before is no part of a name. What is to be done again stays. */
function withoutAgain(part: string, isFirst: boolean): string {
  if (WHOLLY_AGAIN.test(part)) return ''
  const isToDo = part.split(/\s+/).some((word) => TO_DO.test(word))
  return isFirst && !isToDo ? part.replace(WITHIN_AGAIN, '').replace(/\s+/g, ' ').trim() : part
}

/** `шторы с авито`, `с Авито Костя`: the place they came from, at an end of a text. */
function withSource(text: string, context: QuickContext): (Piece | { text: string })[] {
  const found = platformAtEnd(text)
  if (found === undefined) return [{ text }]
  const { before, said, after } = found
  const source: Piece = { kind: 'source', text: platformNamed(said, context) ?? said }
  return [...(before === '' ? [] : [{ text: before }]), source, ...(after === '' ? [] : [{ text: after }])]
}

interface Read {
  pieces: Piece[]
  /** As it is where nothing else is a name. */
  before: Piece[] | undefined
}

type Part = Piece | { text: string; side?: 'before' | 'after' }

/** E-mails and phones part a text in two, wherever they stand; within what is to be done they are only taken out. */
function parted(text: string, context: QuickContext, side?: 'before' | 'after'): Part[] {
  const key = keyIn(text, context.region)
  if (key === undefined) return text === '' ? [] : [{ text, ...(side && { side }) }]
  const deed = deedAround(text, key, context)
  if (deed !== undefined) return deed
  return [
    ...parted(bare(withoutLabel(text.slice(0, key.at))), context, 'before'),
    key.piece,
    ...parted(bare(text.slice(key.at + key.length)), context, 'after'),
  ]
}

/** `скинути прайс на пошту yuri@lis.example сьогодні до 16:00`: the task, and the e-mail beside it. */
function deedAround(text: string, key: FoundKey, context: QuickContext): Part[] | undefined {
  const starts = [...text.matchAll(/(?<=^|\s)\S/g)].map(({ index }) => index)
  const from = starts.find((at) => at < key.at && TO_DO.test(text.slice(at)))
  if (from === undefined) return undefined
  const lead = text.slice(from, key.at)
  const own =
    key.piece.kind === 'phone' ? lead.replace(/\s(?:на|по|at|on)(?:\s+номер[уа]?)?\s*$/iu, '') : lead
  const within = `${own} ${text.slice(key.at + key.length)}`.replace(/\s+/g, ' ').trim()
  const step = stepOf(within, context)
  if (step?.[0]?.kind !== 'next') return undefined
  return [...parted(bare(text.slice(0, from)), context), key.piece, ...step]
}

const FOR =
  /^(?:(?:передать|отдать|поручить|передати|віддати|доручити|для|на|for|assign to|ответственн(?:ый|ая)|відповідальн(?:ий|а)|менеджер|manager)[:\s]+)/iu

/** `Сергею` at the end of a text, or by itself: whose work it is. */
function forManager(
  part: { text: string; side?: 'before' | 'after' },
  isLater: boolean,
  isLast: boolean,
  context: QuickContext,
): Part[] {
  const { text } = part
  const named = text.replace(FOR, '')
  const isWhole = isLater || isLast
  const whole = isWhole ? context.managerFor?.(named, named !== text) : undefined
  if (whole !== undefined) return [{ kind: 'manager', text: named, manager: whole }]
  const [, before = '', last = ''] =
    isLast && !TO_DO.test(text) ? (/^(.+?)\s+(\p{Lu}[\p{L}'’ʼ-]+)$/u.exec(text) ?? []) : []
  const manager = last === '' ? undefined : context.managerFor?.(last, false)
  return manager === undefined
    ? [part]
    : [
        { ...part, text: before.replace(/\s+(?:для|на|for)$/iu, '') },
        { kind: 'manager', text: last, manager },
      ]
}

function piecesOf(text: string, context: QuickContext, place: Place = {}): Piece[] {
  const whole = bare(text)
  if (whole === '') return []
  const amount = amountOf(whole, context)
  if (amount !== undefined) return [...restOf(amount.before, context, place), amount.piece]
  return (
    stepOf(whole, context, place) ??
    sourceOf(whole, context) ??
    companyOf(whole, context) ??
    referralOf(whole) ??
    nameOf(whole, context) ??
    restOf(whole, context, place)
  )
}

/** What may hold a name at an end of it, and else is what is wanted. */
function restOf(text: string, context: QuickContext, place: Place): Piece[] {
  if (text === '') return []
  const known = place.isFirst ? knownFirst(text, context) : undefined
  if (known !== undefined) return known
  const found = personIn(text, place)
  if (found === undefined) return [wishOf(text)]
  const around = [found.before, found.after].map((one) => piecesOf(one, context).map(noName))
  return [...(around[0] ?? []), found.piece, ...(around[1] ?? [])]
}

/** What begins with what is to be done. */
export const TO_DO = new RegExp(`^(?:${TO_DO_NOW})`, 'iu')
const BY = '(?:до|к|ко|после|після|by|before|after) \\d{1,2}'
/** What is no moment unless something is to be done by then: `до 12`, `после 18`, `до двух метров`. */
const BOUND = new RegExp(`(?:^| )${BY}$|^${BY} `)

/** A piece with a date at an end of it is to be done then; one that begins with what is to be done lacks its date. */
function stepOf(text: string, context: QuickContext, place: Place = {}): Piece[] | undefined {
  const { text: what, part, when, isInside } = splitWhen(text, context)
  const isAhead = when !== null && deadlineOf(when, context.zone) > context.now
  const parting =
    isAhead && !TO_DO.test(text) && !isTheirCall(text) ? partedAtDeed(text, context, place) : undefined
  if (parting !== undefined) return parting
  const isBound = when?.time !== null && BOUND.test(clockPlainlySaid(foldWords(text)))
  const isSure = (!isBound && !isInside) || TO_DO.test(what) || isTheirCall(what) || isMeetingOrVisit(what)
  if (when !== null && isAhead && isSure)
    return [{ kind: 'next', text, step: { text: what, due: when, ...(part !== null && { part }) } }]
  return TO_DO.test(text) ? [{ kind: 'undated', text: when === null ? text : what }] : undefined
}

const DEED =
  /^(?:замер|замір|выезд|виїзд|при(?:ед|д[её])т|при(?:й|ї)де|за(?:ед[её]т|їде|йд[её]т|йде)|will come)/iu
/** `просила подзвонить`: only what was asked for is to be done. */
const ASKED = /(?:^|\s)(?:по)?про(?:сит[ьи]?|сят[ьи]?|сив|сил[аи]?)$/iu

/** Whether a text begins with a meeting or with somebody on the way: `замер в пятницу`, `приедет завтра`. */
export function isMeetingOrVisit(text: string): boolean {
  return DEED.test(text) || restOfMeeting(text) !== null
}

/** `три окна 85000 перезвонить завтра`: what is wanted, up to the word that says what is to be done then. */
function partedAtDeed(text: string, context: QuickContext, place: Place): Piece[] | undefined {
  const words = text.split(/\s+/)
  for (let at = 1; at < words.length; at++) {
    const rest = words.slice(at).join(' ')
    if (!TO_DO.test(rest) && !isMeetingOrVisit(rest)) continue
    const before = words.slice(0, at).join(' ').replace(ASKED, '')
    // A day before it is the step's own: `завтра перезвонить`, `окно завтра в 9 замер`.
    const day = splitWhen(before, context)
    if (day.isInside || (day.when !== null && (day.text === '' || splitWhen(rest, context).when !== null)))
      return undefined
    if (day.when !== null)
      return [
        ...piecesOf(day.text, context, { ...place, isFirst: true }),
        {
          kind: 'next',
          text: `${rest} ${before}`,
          step: { text: rest, due: day.when, ...(day.part !== null && { part: day.part }) },
        },
      ]
    const step = stepOf(rest, context)
    return step?.[0]?.kind === 'next'
      ? [...piecesOf(before, context, { ...place, isFirst: true }), ...step]
      : undefined
  }
  return undefined
}

/** Words with capitals, or a contact that there is; what they want may follow. */
function nameOf(text: string, context: QuickContext): Piece[] | undefined {
  const isKnown = context.knows('contact', text)
  const words = text.split(/\s+/)
  const isOne = isPerson(words) && (words.length > 1 || looksLikeName(text))
  if (looksLikeName(text) || isKnown || isOne)
    return [
      {
        kind: 'name',
        text: isKnown ? text : properName(text),
        ...(isKnown && { isKnown }),
        ...(isOne && { isPerson: isOne }),
      },
    ]
  const verb = words.findIndex((_, at) => at > 0 && WANTS.test(words.slice(at).join(' ')))
  const before = words.slice(0, Math.max(verb, 0)).join(' ')
  if (!looksLikeName(before) && !(verb > 0 && context.knows('contact', before))) return undefined
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
    if (context.knows('contact', name))
      return isTelling(words.slice(count).join(' '))
        ? undefined
        : [{ kind: 'name', text: name, isKnown: true }, ...rest()]
  }
  return undefined
}

import { isPerson, looksLikeName, personAt, properName } from '../names/name-words.ts'
import type { Piece } from './piece.ts'

/** Where a text stands: at the beginning, right before a phone or e-mail, right after one. */
export interface Place {
  isFirst?: boolean
  side?: 'before' | 'after' | undefined
  /** What they want stands further on. */
  hasMore?: boolean
}

const FEW_WORDS = /^\p{L}[\p{L}'’ʼ-]*(?: \p{L}[\p{L}'’ʼ-]*){0,2}$/u
/** `якась жінка`: nobody's name. */
const NOBODY =
  /(?:^|\s)(?:якась|якийсь|какая-то|какой-то|женщина|мужчина|жінка|чоловік|клиент(?:ка)?|клієнт(?:ка)?|some(?:one|body)?|client)(?:\s|$)/iu

/** `двери входные`: an adjective comes last. */
const OF_GOODS = /\s\p{Ll}+(?:ая|ое|ый|ые|ий|ие|ной)$/u

/** What stands right before the phone at the beginning is whose it is, though it was typed without capitals. */
export function namedBeforeKey(piece: Piece): Piece {
  if (
    piece.kind !== 'wish' ||
    !FEW_WORDS.test(piece.text) ||
    NOBODY.test(piece.text) ||
    OF_GOODS.test(piece.text)
  )
    return piece
  return { kind: 'name', text: properName(piece.text) }
}

const CALLED =
  /^(?:(?:по)?звонил[аи]?|обратил(?:ась|ся|ись)|(?:на)?писал[аи]?|(?:за|по)?дзвони(?:в|ла|ли)|зверну(?:вся|лася|лись)|писа(?:в|ла)|(?:за|пере)?телефонува(?:в|ла|ли)|called|wrote)\s+(?=\p{L})/iu
/** `клиент Петров` is of that name. */
const ROLE =
  /^(?:клиент(?:ка)?|клієнт(?:ка)?|заказчи(?:к|ца)|замовни(?:к|ця)|client|customer)[:\s]+(?=\p{Lu})/iu
/** What only tells one of that name from others: `(інстаграм) @dima_okna`, `з Ірпеня`. */
const TELLING =
  /^(?:\([^)]*\)?|@[\w.]+|\s+|(?:з|із|с|со|из|from)\s+\p{Lu}[\p{L}'’ʼ-]+$|(?:з|із|из)\s+\p{Ll}[\p{L}'’ʼ-]+(?<!ом|ем|єм|ою|ею|ами|ями)$)+$/u

/** Whether a text behind a name only tells it from others, and is nothing that is wanted. */
export function isTelling(text: string): boolean {
  return TELLING.test(text)
}

/** A name at the end of a text that stands beside a phone, or at the beginning of the whole. */
export function personIn(
  text: string,
  { isFirst, side, hasMore = false }: Place,
): { before: string; piece: Piece; after: string } | undefined {
  if (!isFirst && side === undefined) return undefined
  const said = text.replace(CALLED, '').replace(ROLE, '')
  const words = said.split(/\s+/)
  const isRole = (ROLE.test(text) || CALLED.test(text)) && looksLikeName(said)
  // `john smith 415 555 0123 kitchen`: a word between a given name and the phone is the surname.
  const isBetween = side === 'before' && isFirst && hasMore && /^\p{L}+ \p{L}{3,}$/u.test(said)
  if (isRole || (isBetween && isPerson(words.slice(0, 1))))
    return { before: '', piece: { kind: 'name', text: properName(said), isPerson: true }, after: '' }
  const both = side === 'before' ? (['end', 'start'] as const) : (['start', 'end'] as const)
  const [, outside = '', within = ''] = /^(.+?)\s*\(([^()]+)\)?$/u.exec(said) ?? []
  if (personAt(words, 'start') === 0 && isPerson(within.split(/\s+/)))
    return { before: outside, piece: { kind: 'name', text: properName(within), isPerson: true }, after: '' }
  for (const end of side === undefined ? (['start'] as const) : both) {
    const count = personAt(words, end)
    if (count === 0) continue
    const at = end === 'start' ? 0 : words.length - count
    const after = words.slice(at + count).join(' ')
    const isTold = end === 'start' && TELLING.test(after)
    const name = isTold ? words.join(' ') : words.slice(at, at + count).join(' ')
    return {
      before: words.slice(0, at).join(' '),
      piece: { kind: 'name', text: properName(name), isPerson: true },
      after: isTold ? '' : after,
    }
  }
  return undefined
}

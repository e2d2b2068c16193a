import { distance } from 'fastest-levenshtein'
import { wordsOf } from './matching.ts'

/**
 * How two names are to each other. `same`: letter by letter once folded; `order`: the same words in another order;
 * `letters`: in letters of another alphabet, look-alikes or a transliteration; `typo`: a slip apart; `part`: one is
 * the other shortened; `kin`: some words are the same and others contradict, as of father and son; `other`: nothing
 * is the same; `unknown`: one of them is no name at all.
 */
export type NameLikeness = 'same' | 'order' | 'letters' | 'typo' | 'part' | 'kin' | 'other' | 'unknown'

/** A name made ready to be compared. Without words it is no name: an address, a number, a stand-in. */
export interface ComparedName {
  folded: string
  /** Those of its words, with nothing between them. */
  letters: string
  words: readonly ComparedWord[]
}

interface ComparedWord {
  /** Cyrillic letters as the Latin ones that look like them, marks and apostrophes gone. */
  look: string
  /** As it would be written in Latin. */
  latin: string
}

/** Cyrillic letters and the Latin ones that look like them, capitals too: В and B, Н and H. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  ґ: 'г',
}

const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}

/** What only addresses a person. */
const TITLES = new Set('mr mrs ms miss dr'.split(' '))
/** What stands where a name is not known. */
const STAND_INS = new Set(
  'клиент клієнт контакт компания компанія client customer contact company unknown no name noname без имени імені'.split(
    ' ',
  ),
)

/** A folded name (of a company: without its legal form) as it is compared. */
export function comparedName(folded: string): ComparedName {
  const isName = !folded.includes('@') && /\p{L}/u.test(folded)
  const words = isName ? wordsOf(folded).filter((word) => !TITLES.has(word)) : []
  if (words.every((word) => STAND_INS.has(word))) return { folded, letters: '', words: [] }
  return { folded, letters: words.join(''), words: words.map(comparedWord) }
}

function comparedWord(word: string): ComparedWord {
  if (/^[a-z0-9]+$/.test(word)) return { look: word, latin: plainLatin(word) }
  const letters = [...word.normalize('NFD').replace(/\p{M}|'/gu, '')]
  return {
    look: letters.map((letter) => LOOK_ALIKES[letter] ?? letter).join(''),
    latin: plainLatin(letters.map((letter) => LATIN[letter] ?? letter).join('')),
  }
}

/** Ways of writing the same sound made one: j and y, ks and x, -iy -ii -yi and -y. */
function plainLatin(word: string): string {
  return word
    .replaceAll('j', 'y')
    .replaceAll('ks', 'x')
    .replace(/(?:iy|yi|ii|yy)$/, 'y')
}

/** The same for names of the same words in whatever order and look-alike letters; empty for no name. */
export function signatureOf({ words }: ComparedName): string {
  return words
    .map(({ look }) => look)
    .sort()
    .join(' ')
}

/** How two names are to each other, see `NameLikeness`. */
export function compareNames(a: ComparedName, b: ComparedName): NameLikeness {
  if (a.words.length === 0 || b.words.length === 0) return 'unknown'
  if (a.folded === b.folded) return 'same'
  const joined = ({ words }: ComparedName) => words.map(({ look }) => look).join('')
  if (joined(a) === joined(b)) return a.letters === b.letters ? 'same' : 'letters'
  if (signatureOf(a) === signatureOf(b)) return 'order'
  const [left, right] = without(a.words, b.words)
  const shared = a.words.length - left.length
  const how = pairUp(left, right, shared > 0)
  if (left.length > 0 && right.length > 0) return shared > 0 || how.size > 0 ? 'kin' : 'other'
  if (left.length + right.length > 0 || how.has('part')) return 'part'
  return how.has('typo') ? 'typo' : 'letters'
}

/** Whether two names say that these are two: neither can be a spelling of the other. */
export function contradicts(likeness: NameLikeness): boolean {
  return likeness === 'kin' || likeness === 'other'
}

/** Both lists without what they have in common. */
function without(a: readonly ComparedWord[], b: readonly ComparedWord[]): [ComparedWord[], ComparedWord[]] {
  const right = [...b]
  const left = a.filter(({ look }) => {
    const at = right.findIndex((other) => other.look === look)
    if (at >= 0) right.splice(at, 1)
    return at < 0
  })
  return [left, right]
}

/** Takes words that are spellings of each other out of both lists, and says of what kinds these are. */
function pairUp(left: ComparedWord[], right: ComparedWord[], besideWhole: boolean): Set<NameLikeness> {
  const how = new Set<NameLikeness>()
  for (const word of [...left]) {
    const kinds = right.map((other) => spelling(word, other, besideWhole))
    const at = kinds.findIndex((kind) => kind !== undefined)
    const kind = kinds[at]
    if (kind === undefined) continue
    how.add(kind)
    left.splice(left.indexOf(word), 1)
    right.splice(at, 1)
  }
  return how
}

/** How one word spells another: a slip, other letters, its beginning. Beginnings count beside a whole word only. */
function spelling(a: ComparedWord, b: ComparedWord, besideWhole: boolean): NameLikeness | undefined {
  if (isSlip(a.look, b.look)) return 'typo'
  if (isCyrillic(a) !== isCyrillic(b) && (a.latin === b.latin || isSlip(a.latin, b.latin))) return 'letters'
  const [short, long] = a.look.length < b.look.length ? [a.look, b.look] : [b.look, a.look]
  const begins = long.startsWith(short) && (short.length === 1 || short.length >= 3) && !/^\d/.test(short)
  const isAnother = DERIVED.test(long.slice(short.length)) || areGenders(a.look, b.look)
  return besideWhole && begins && !isAnother ? 'part' : undefined
}

/** What makes a patronymic or a surname of a given name, in look-alike letters: -ович -евна -ич -енко -ов -ин. */
const DERIVED = /^(?:[oe]b|ич|ehk|иh|[oe]v|in|enk|so?n$)/

function isCyrillic({ look, latin }: ComparedWord): boolean {
  return look !== latin && plainLatin(look) !== latin
}

/**
 * One letter wrong, missing, added or swapped in a word of four and more, two in one of nine and more. The first
 * letter is hardly ever the wrong one, and Маша is not Даша; numbers are never slips; Иванова is none of Иванов.
 */
export function isSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (shorter < 4 || a[0] !== b[0] || /\d/.test(a + b) || areGenders(a, b)) return false
  const slips = distance(a, b)
  return slips <= (shorter >= 9 ? 2 : 1) || (slips === 2 && isSwap(a, b))
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = [...a].findIndex((letter, n) => letter !== b[n])
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** Endings that tell a man's surname from a woman's, in look-alike letters: -ий -ый -ой, -ая -а. */
const GENDER = /(?:[иыo]и|aя|aia|aya|a|iy|ii|yi|y)$/

function areGenders(a: string, b: string): boolean {
  const stem = a.replace(GENDER, '')
  return a !== b && stem === b.replace(GENDER, '') && stem.length >= 4
}

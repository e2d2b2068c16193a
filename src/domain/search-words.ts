import { foldName } from './name.ts'

/**
 * What somebody looks for: every one of these, each in any of its readings; a reading is the beginnings of words that
 * all must be there. `окна 067 123-45-67` is two of them.
 */
export interface Wanted {
  /** As typed, for messages. */
  readonly text: string
  readonly readings: readonly (readonly string[])[]
}

/** Before the digits of a number written from its end: no text has it, for it is neither letter nor digit. */
const FROM_THE_END = '\u2190'

/**
 * The words of a text as the search keeps and compares them: folded as names are, without stress marks and apostrophes
 * (`об'єкт` is `обєкт`), ґ as г. Phones are not understood here: see `phoneWords`.
 */
export function searchWords(text: string): string[] {
  return plain(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

function plain(text: string): string {
  return foldName(text)
    .replaceAll('ґ', 'г')
    .replace(/'|\u0300|\u0301/g, '')
}

/** A number as it is dialled from abroad, at home, and from its end: any beginning or any tail of it finds it. */
export function phoneWords(text: string): string[] {
  const digits = text.replace(/\D/g, '')
  if (digits.length < FEWEST_DIGITS) return []
  const home = atHome(digits)
  return [digits, ...(home === digits ? [] : [home]), FROM_THE_END + reversed(digits)]
}

/** Fewer are no number of a telephone, and no tail of one that would tell it from others. */
const FEWEST_DIGITS = 5

/** The number without its country where people leave it out: +7 916… is 916…, +380 67… is 067…. */
function atHome(digits: string): string {
  if (/^[78]\d{10}$/.test(digits)) return digits.slice(1)
  if (/^(?:380|375)\d{9}$/.test(digits)) return `0${digits.slice(3)}`
  return digits
}

/**
 * Reads what was typed into a search. Whatever it is, quotes, stars and words of query languages too, it is words to
 * be found; nothing where there is no letter and no digit.
 */
export function parseSearch(text: string): Wanted[] {
  const wanted: Wanted[] = []
  let rest = text
  for (const [number] of text.matchAll(/\+?\(?\d[\d\s().\u2010-\u2015-]{3,}\d/g)) {
    const digits = number.replace(/\D/g, '')
    if (digits.length < FEWEST_DIGITS) continue
    wanted.push({ text: number, readings: [...numberReadings(digits), searchWords(number)] })
    rest = rest.replace(number, ' ')
  }
  const words = searchWords(rest)
  // "и", "в", "of": beginnings of everything; alone they are all there is to go by.
  const telling = words.filter((word) => word.length > 1 || /\d/.test(word))
  const kept = wanted.length > 0 || telling.length > 0 ? telling : words
  return [...wanted, ...kept.map((word) => ({ text: word, readings: forms(word).map((form) => [form]) }))]
}

function numberReadings(digits: string): string[][] {
  const tail = /^[780]\d{9,10}$/.test(digits) ? digits.replace(/^8(?=\d{10}$)|^7(?=\d{10}$)|^0/, '') : digits
  return [[digits], [FROM_THE_END + reversed(tail)]]
}

/** Endings of nouns and adjectives in all cases, Russian and Ukrainian, the longest first. */
const ENDINGS = `иями ями ами ыми ими іми иях ях ах ием ией ей ой ою ею ією ёю иям ям ам ием ем ом им ым ім
  ев ов ев ёв ів їв ого его ому ему ові еві єві ых их іх ый ий ій ая яя ое ее ую юю ые ие іе ье ья ью ию ию ия ия ії
  ий иє ії є ю я а е у о ы и ь й і ї ть ти`
  .split(/\s+/)
  .sort((a, b) => b.length - a.length)

/** Shorter, a beginning says too little. */
const FEWEST_LETTERS = 3

/**
 * The beginnings under which the other forms of a word are found: the word without its ending, and with the vowel that
 * comes and goes in it (окно, окон; заявка, заявок; договір, договору). Light on purpose: forms whose consonants change
 * (друг, друзья; нога, нозі), and of verbs more than the end of the infinitive, are not found by one another.
 */
function forms(word: string): string[] {
  if (!/\p{Script=Cyrillic}/u.test(word)) return [english(word)]
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= FEWEST_LETTERS)
  const stem = ending === undefined ? word : word.slice(0, -ending.length)
  const found = new Set([stem])
  const [, start, vowel, last] = /^(.+)([оеєі])([^аеёиоуыэюяєіїьй])$/.exec(stem) ?? []
  if (start !== undefined && last !== undefined && start.length > 1) {
    if (ending === undefined && vowel !== 'і') found.add(start + last)
    for (const other of vowel === 'і' ? ['о', 'е'] : ['і']) found.add(start + other + last)
  }
  const [, before, end] = /^(.*[^аеёиоуыэюяєіїьй])ь?([^аеёиоуыэюяєіїьй])$/.exec(stem) ?? []
  if (ending !== undefined && before !== undefined && end !== undefined)
    for (const between of ['о', 'е', 'є']) found.add(before + between + end)
  return [...found]
}

function english(word: string): string {
  return /^[a-z]{4,}s$/.test(word) && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** Whether a record with these words has one of the readings: each of its beginnings begins some word. */
export function fitsWanted(words: readonly string[], { readings }: Wanted): boolean {
  return readings.some(
    (reading) => reading.length > 0 && reading.every((start) => words.some((word) => word.startsWith(start))),
  )
}

function reversed(digits: string): string {
  return [...digits].reverse().join('')
}

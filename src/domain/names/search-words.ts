import { foldName } from './name.ts'

/**
 * What somebody looks for: every one of these, each in any of its readings; a reading is the beginnings of words that
 * all must be there (see `wordAsked`). `окна 067 123-45-67` is two of them.
 */
export interface Wanted {
  /** As typed, for messages. */
  readonly text: string
  readonly readings: readonly (readonly string[])[]
}

/** Before digits that stand in a number of a telephone: no text has it, for it is neither letter nor digit. */
const OF_A_PHONE = '\u2190'

/** After a reading that is a whole word, not the beginning of one. */
const WORD_END = '\u2192'

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

/** A number from each of its digits on: whatever part of it is typed begins one of these. */
export function phoneWords(text: string): string[] {
  const digits = text.replace(/\D/g, '')
  if (digits.length < SHORTEST_PHONE) return []
  return Array.from(
    { length: digits.length - FEWEST_DIGITS + 1 },
    (_, from) => OF_A_PHONE + digits.slice(from, from + MOST_DIGITS),
  )
}

const SHORTEST_PHONE = 5

/** Fewer stand in almost every number. */
const FEWEST_DIGITS = 3
/** More no number has, nor anybody types: what a broken export has in a cell of phones would fill the memory. */
const MOST_DIGITS = 40

/**
 * Reads what was typed into a search. Whatever it is, quotes, stars and words of query languages too, it is words to
 * be found; nothing where there is no letter and no digit.
 */
export function parseSearch(text: string): Wanted[] {
  const wanted: Wanted[] = []
  let rest = text
  for (const [number] of text.matchAll(/\+?\(?\d[\d\s().\u2010-\u2015-]+\d/g)) {
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

/** Home numbers leave out the country, or have 8 or 0 before what stands after it. */
function numberReadings(digits: string): string[][] {
  const home = /^[780]\d{9,10}$/.test(digits) ? digits.replace(/^8(?=\d{10}$)|^7(?=\d{10}$)|^0/, '') : digits
  return home === digits ? [[OF_A_PHONE + digits]] : [[OF_A_PHONE + digits], [OF_A_PHONE + home]]
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
 * How the other forms of a word are found: by the beginning that is left without its ending, and by the vowel that
 * comes and goes in it (окно, окон; заявка, заявок). Where о or е changes for і (договір, договору) the other form has
 * to be whole: стол and its endings, not all that begins so. Light on purpose: forms whose consonants change (друг,
 * друзья; нога, нозі), and of verbs more than the end of the infinitive, are not found by one another.
 */
function forms(word: string): string[] {
  if (/^\d{3,}$/.test(word)) return [word, OF_A_PHONE + word]
  if (!/\p{Script=Cyrillic}/u.test(word)) return [english(word)]
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= FEWEST_LETTERS)
  const stem = ending === undefined ? word : word.slice(0, -ending.length)
  const found = new Set([stem])
  const [, start, vowel, last] = /^(.+)([оеєі])([^аеёиоуыэюяєіїьй])$/.exec(stem) ?? []
  if (start !== undefined && last !== undefined) {
    if (ending === undefined && vowel !== 'і' && start.length > 1) found.add(start + last)
    for (const other of vowel === 'і' ? ['о', 'е'] : ['і'])
      for (const end of ['', 'ь', ...ENDINGS]) found.add(start + other + last + end + WORD_END)
  }
  const [, before, end] = /^(.*[^аеёиоуыэюяєіїьй])ь?([^аеёиоуыэюяєіїьй])$/.exec(stem) ?? []
  if (ending !== undefined && before !== undefined && end !== undefined)
    for (const between of ['о', 'е', 'є']) found.add(before + between + end)
  return [...found]
}

function english(word: string): string {
  return /^[a-z]{4,}s$/.test(word) && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** What a reading asks of a word: the letters that it has or begins with, and which of the two. */
export function wordAsked(reading: string): { letters: string; whole: boolean } {
  const whole = reading.endsWith(WORD_END)
  return { letters: whole ? reading.slice(0, -WORD_END.length) : reading, whole }
}

/** Whether a word is what a reading asks for. */
export function fitsReading(word: string, reading: string): boolean {
  const { letters, whole } = wordAsked(reading)
  return whole ? word === letters : word.startsWith(letters)
}

/** Whether a record with these words has one of the readings: each part of it fits some word. */
export function fitsWanted(words: readonly string[], { readings }: Wanted): boolean {
  return readings.some(
    (reading) => reading.length > 0 && reading.every((part) => words.some((word) => fitsReading(word, part))),
  )
}

import { wordsOf } from './matching.ts'
import { foldName } from './name.ts'
import { isSlip } from './name-likeness.ts'

/** How Russian and Ukrainian names change by case: all that is known of their endings. */

/** Endings of names and surnames in all their cases, the longest first. */
const ENDINGS =
  /(?:ові|еві|єві|ого|его|ему|ому|ими|ыми|ією|ией|ием|ієм|ии|ие|ия|ию|ий|ія|ію|ії|ій|ой|ей|ою|ею|єю|ый|ая|ую|ым|им|ом|ем|єм|а|я|у|ю|е|є|и|і|ї|ы|о|ь|й)$/

/**
 * How far the words of one folded name are from those of another: 0 the same, more for other cases (`петру` of Пётр)
 * and slips (`сидаренко`); undefined where a word of the text is none of the name's.
 */
export function farFromName(text: string, name: string): number | undefined {
  const left = wordsOf(name)
  let sum = 0
  for (const word of wordsOf(text)) {
    const [best] = left
      .map((other, at) => ({ at, far: farFromWord(word, other) }))
      .filter(({ far }) => far < NOT_IT)
      .sort((a, b) => a.far - b.far)
    if (best === undefined) return undefined
    left.splice(best.at, 1)
    sum += best.far
  }
  return sum
}

const NOT_IT = 9

function farFromWord(word: string, other: string): number {
  // Neither cases nor slips touch the first letter.
  if (word[0] !== other[0]) return NOT_IT
  if (word === other) return 0
  const [a, b] = [stem(word), stem(other)]
  if (isOneStem(word, other) && /\p{Script=Cyrillic}/u.test(a)) return 1
  if (word.length >= 3 && other.startsWith(word)) return 2
  return isSlip(word, other) || isSlip(a, b) ? 3 : NOT_IT
}

/** Without their endings they are the same, though a case change a letter: `Ользі` of Ольга, `Павлу` of Павел. */
function isOneStem(word: string, other: string): boolean {
  const [a, b] = [stem(word), stem(other)]
  if (a === b) return true
  const [softened, dropped] = [hardened(word), shortened(b)]
  return softened === b || (dropped.length >= 3 && a === dropped)
}

const SOFT: Readonly<Record<string, string>> = { з: 'г', ц: 'к', с: 'х' }

/** Ukrainian softens г, к and х before і. */
function hardened(word: string): string {
  const [, left = '', last = ''] = /^(.{2,})([зцс])і$/.exec(word) ?? []
  return left + (SOFT[last] ?? '')
}

/** A vowel that is not there in other cases: `Павл` of Павел, `Кравц` of Кравец. */
function shortened(name: string): string {
  return name.replace(/[еєо](?=[бвгдзклмнпрстфхцчш]$)/, '')
}

/** Without its ending, where two letters are left. */
function stem(word: string): string {
  const found = word.replace(ENDINGS, '')
  return found.length >= 2 ? found : word
}

/** What a word as said ends in beyond the letters that it shares with the name, and the name beyond them. */
const SAID_ENDING =
  /^(?:[ауюеєіиїыя]|ом|ем|єм|ові|еві|єві|ой|ей|ою|ею|єю|ої|ого|ому|им|ым|ий|ій|ии|ію|ією|ия)?$/
const OWN_ENDING = /^(?:[аяйьоиі]|ия|ія|ий|ій|ой|ая)?$/
const DATIVE = /(?:[уюеєіиї]|ові|еві|єві|ой|ій|ому)$/
/** A vowel that comes and goes, a consonant that changes: Павел – Павлу, Ольга – Ользі. */
const CHANGES: readonly (readonly [RegExp, string])[] = [
  [/(?<=.[^аеиоуыіє])[еоі]([лцкр])ь?$/, '$1'],
  [/га$/, 'за'],
  [/ка$/, 'ца'],
  [/ха$/, 'са'],
]

/** Whether a word as said, in any case, is that word of a name: `Сергею` of Сергей, `Марченка` of Марченко. */
export function isFormOf(said: string, own: string): boolean {
  const [form, name] = [foldName(said), foldName(own)]
  const others = CHANGES.filter(([from]) => from.test(name)).map(([from, to]) => name.replace(from, to))
  return [name, ...others].some((one) => {
    let shared = 0
    while (shared < Math.min(one.length, form.length) && one[shared] === form[shared]) shared++
    const isStem = shared >= Math.max(3, one.length - 2) || (shared >= 2 && one.length <= 3)
    return isStem && SAID_ENDING.test(form.slice(shared)) && OWN_ENDING.test(one.slice(shared))
  })
}

/** Whether a word as said is that name in the dative, so that something is for them: `Ірині` of Ірина. */
export function isDativeOf(said: string, own: string): boolean {
  return foldName(said) !== foldName(own) && DATIVE.test(foldName(said)) && isFormOf(said, own)
}

/** The letters that no case of a Cyrillic name changes, and how many others may follow them. */
export function unchanging(word: string): { letters: string; others: number } {
  const stem = word.replace(/[аяоеиыуюьйіїє]{1,2}$/iu, '')
  const letters = stem.length < 3 ? word.slice(0, 3) : stem
  return { letters, others: letters.length < 4 ? 2 : 3 }
}

/** How many words of the one stand, in whatever form, among those of the other; both folded. */
export function wordsShared(text: string, other: string): number {
  const left = wordsOf(other)
  return wordsOf(text).filter((word) => {
    const at = left.findIndex((one) => areForms(word, one))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}

/** `отправить` and `отправили`: they begin alike, and most of them is the beginning. */
function areForms(a: string, b: string): boolean {
  if (a === b) return true
  const shorter = Math.min(a.length, b.length)
  let same = 0
  while (same < shorter && a[same] === b[same]) same++
  return same >= Math.max(4, Math.ceil(shorter * 0.6))
}

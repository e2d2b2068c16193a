import { wordsOf } from './matching.ts'
import { isSlip } from './name-likeness.ts'

/** Endings of Russian and Ukrainian names and surnames in all their cases, the longest first. */
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

import { nearest } from './name.ts'

/**
 * How freely a name may be shortened: a `label` (stage, pipeline, field) by its beginning, else by the beginnings
 * of words within; a `person` (or company, or deal) by the beginnings of any words in any order, all alike:
 * "Иванова" is Анна Иванова as much as Иванова Ольга.
 */
export type Shortening = 'label' | 'person'

/** What a text is compared with: its names folded in one way, the text too. */
export interface Folded<T> {
  item: T
  names: readonly string[]
}

/** Those that a folded text names: exactly, or else shortened. Nothing is guessed: near misses do not fit. */
export function fitting<T>(folded: readonly Folded<T>[], text: string, shortening: Shortening): T[] {
  if (text === '') return []
  const tiers = [
    (name: string) => name === text,
    ...(shortening === 'label' ? [(name: string) => name.startsWith(text)] : []),
    (name: string) => fitsWhole(name, text),
    (name: string) => fitsWords(name, text),
  ]
  for (const fits of tiers) {
    const found = folded.filter(({ names }) => names.some(fits))
    if (found.length > 0) return found.map(({ item }) => item)
  }
  return []
}

/** Whether every word of the text is a word of the name, each another one: `петр` of петр сомов. */
export function fitsWhole(name: string, text: string): boolean {
  return takesEach(folds(name), folds(text), (own, word) => own === word)
}

/** Whether every word of the text begins a word of the name, each another one; `вячеслав` begins `в'ячеслав`. */
export function fitsWords(name: string, text: string): boolean {
  const [own, words] = [folds(name), folds(text)]
  const named = own.filter((one) => words.length > 1 || own.length === 1 || !isOfFather(one, text))
  return takesEach(named, words, (one, word) => one.startsWith(word))
}

function folds(folded: string): string[] {
  return wordsOf(withoutApostrophes(folded))
}

function takesEach(
  own: readonly string[],
  words: readonly string[],
  fits: (own: string, word: string) => boolean,
): boolean {
  const left = [...own]
  return words.every((word) => {
    const at = left.findIndex((one) => fits(one, word))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

const PATRONYMIC = /(?:[оеє]вич|йович|[ое]вна|[ії]вна|ична)$/

/** A first name alone is that of nobody's father: `петро` is no beginning of петрович, as `петров` is. */
function isOfFather(own: string, word: string): boolean {
  return PATRONYMIC.test(own) && word.length <= own.replace(PATRONYMIC, '').length + 1
}

/** `вячеслав` of `в'ячеслав`. */
export function withoutApostrophes(folded: string): string {
  return folded.replaceAll("'", '')
}

/** The words of a folded text; apostrophes and `+@&` are parts of them. */
export function wordsOf(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}'+@&]+/u).filter((word) => word !== '')
}

/** At most so many names are listed whole instead of only the near ones. */
const FEW = 9

/** What to offer for a text that fits nothing: all the names when they are few, else those that it nearly is. */
export function offered(text: string, names: readonly string[]): string[] {
  if (names.length <= FEW) return [...names]
  const whole = nearest(text, names)
  if (whole.length > 0) return whole
  const byWord = new Map(names.flatMap((name) => wordsOf(name).map((word) => [word, name] as const)))
  return [...new Set(nearest(text, [...byWord.keys()]).flatMap((word) => byWord.get(word) ?? []))]
}

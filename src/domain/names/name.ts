import { distance } from 'fastest-levenshtein'

const QUOTES = /["«»„“”‟‹›]/g
/** Most names: folding them changes nothing but their case. */
const PLAIN = /^[\wа-яіїєґ.,;:!?#%&@()+/*-]+(?: [\wа-яіїєґ.,;:!?#%&@()+/*-]+)*$/i
const APOSTROPHES = /['`´ʼ‘’‛′]/g

/** Legal forms as they stand once folded, dots gone, before a name or after it. */
const LEGAL_FORMS = new Set(
  `ооо оао зао пао ао нао тоо ип чп чуп одо гк нко ано фгуп муп гуп тов фоп пп прат пат ат тдв дп спд
  llc ltd limited inc corp gmbh uab sia`.split(/\s+/),
)

const SOLE_TRADERS = new Set('ип чп фоп спд дп'.split(' '))

/** Forms that only end a name, for they begin others: "AS Roma", "Company of Heroes". */
const LAST_FORMS = new Set(
  `incorporated corporation co company ag kg ug llp lp plc sa sas sarl srl spa bv nv oy ab as aps sro doo
  spzoo pte pty &`.split(/\s+/),
)

export type RecordKind = 'deal' | 'contact' | 'company' | 'task' | 'manager' | 'activity' | 'plan' | 'rule'

/** Latin letters, and the Cyrillic ones that look or sound like them. */
const KINDS: ReadonlyMap<string, RecordKind> = new Map([
  ['d', 'deal'],
  ['д', 'deal'],
  ['c', 'contact'],
  ['с', 'contact'],
  ['o', 'company'],
  ['о', 'company'],
  ['t', 'task'],
  ['т', 'task'],
  ['m', 'manager'],
  ['м', 'manager'],
  ['a', 'activity'],
  ['а', 'activity'],
  ['p', 'plan'],
  ['р', 'plan'],
  ['r', 'rule'],
  ['п', 'rule'],
])

export interface TypedId {
  kind: RecordKind
  id: number
}

/** A name or title as the program compares it: NFKC, lower case, ё as е, one apostrophe, no quotes. */
export function foldName(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(QUOTES, ' ')
    .replace(APOSTROPHES, "'")
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, ' ')
    .trim()
}

/**
 * A company's name without its legal form at either end: `ООО «Ромашка»`, `Romashka LLC`. A name that is
 * nothing but legal forms keeps the last one standing, so the answer is empty only for an empty name.
 */
export function foldCompany(text: string): string {
  const words = foldName(text)
    .split(' ')
    .map((word) => word.replace(/^[,;]+|[,;]+$/g, ''))
    .filter((word) => word !== '')
  while (words.length > 1 && LEGAL_FORMS.has(formOf(words[0]))) words.shift()
  while (
    words.length > 1 &&
    (LEGAL_FORMS.has(formOf(words.at(-1))) || LAST_FORMS.has(formOf(words.at(-1))))
  ) {
    words.pop()
  }
  return words.join(' ')
}

/** Whether a name has the legal form of a company at either end. A sole trader is a person. */
export function isCompanyName(text: string): boolean {
  const words = foldName(text).split(' ')
  const ends = [words[0], words.at(-1)].map(formOf)
  return words.length > 1 && ends.some((form) => LEGAL_FORMS.has(form) && !SOLE_TRADERS.has(form))
}

/** Stage and manager names as keys: folded, with hyphens, underscores and dots counting as blanks. */
export function foldKey(text: string): string {
  const folded = foldName(text)
  const key = folded.replace(/[\s._\u2010-\u2015-]+/g, ' ').trim()
  return key === '' ? folded : key
}

/** `d17` and its like, Cyrillic look-alikes too; undefined for anything else. */
export function parseTypedId(text: string): TypedId | undefined {
  const [, letter = '', digits] = /^(\D)(\d{1,15})$/.exec(text.trim().toLowerCase()) ?? []
  const kind = KINDS.get(letter)
  return kind === undefined ? undefined : { kind, id: Number(digits) }
}

/**
 * Those of the candidates that a mistyped text most likely meant, nearest first: begun by it, or within one
 * slip per three letters.
 */
export function nearest(text: string, candidates: readonly string[], max = 3): string[] {
  const typed = foldKey(text)
  const slips = Math.max(1, Math.floor(typed.length / 3))
  return candidates
    .flatMap((candidate) => {
      const name = foldKey(candidate)
      if (typed.length >= 2 && name.startsWith(typed)) return { candidate, far: 1 }
      // What is longer by more than that is not compared letter by letter.
      if (Math.abs(typed.length - name.length) > slips) return []
      const far = distance(typed, name)
      return far <= slips && far < name.length ? { candidate, far } : []
    })
    .sort((a, b) => a.far - b.far)
    .slice(0, max)
    .map(({ candidate }) => candidate)
}

function formOf(word: string | undefined): string {
  return word?.replaceAll('.', '') ?? ''
}

/** The only one that had this name (folded) before; undefined where there is none, or more than one. */
export function formerly<T extends { readonly aliases: readonly string[] }>(
  known: readonly T[],
  folded: string,
): T | undefined {
  const found = known.filter(({ aliases }) => aliases.some((alias) => foldKey(alias) === folded))
  return found.length === 1 ? found[0] : undefined
}

/** The aliases after a renaming: the name it had is one more, the name it has now is none. */
export function renamed(now: { name: string; aliases: readonly string[] }, name: string): string[] {
  const others = [...now.aliases, now.name].filter((alias) => foldKey(alias) !== foldKey(name))
  return [...new Map(others.map((alias) => [foldKey(alias), alias])).values()]
}

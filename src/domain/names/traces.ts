import { unchanging } from './name-cases.ts'
import type { Email, Phone } from './phone.ts'

/** By what a person can be known in a text. */
export interface KnownBy {
  names: readonly string[]
  phones: readonly Phone[]
  emails: readonly Email[]
}

/** Finds a person in texts, and takes them out. */
export interface Traces {
  within(text: string): boolean
  /** The text with `mark` in place of every trace. */
  without(text: string, mark: string): string
}

const SEPARATORS = String.raw`[\s\-–—().,/]*`
const BEGINS = String.raw`(?<![\p{L}\p{N}])`
const ENDS = String.raw`(?![\p{L}\p{N}])`
/** Digits that tell a number whatever stands before them: country and trunk codes are written in many ways. */
const TELLING_DIGITS = 9
const FEWEST_DIGITS = 5

/**
 * `own`: in texts that are about the person each word of the name is a trace, in any of its cases; elsewhere only the
 * whole name is, for a part of it may be anybody. Phones in any spelling, e-mails in any case, in both.
 */
export function tracesOf({ names, phones, emails }: KnownBy, where: 'own' | 'elsewhere'): Traces {
  const patterns = [
    ...emails.flatMap(({ email, raw }) => [email, raw]).map(literal),
    ...phones.flatMap(phonePattern),
    ...names.flatMap((name) => namePatterns(name, where)),
  ]
  const longestFirst = [...new Set(patterns)].sort((a, b) => b.length - a.length)
  if (longestFirst.length === 0) return { within: () => false, without: (text) => text }
  const pattern = new RegExp(longestFirst.join('|'), 'giu')
  const repeated = (mark: string) => new RegExp(`${literal(mark)}(?:[\\s,-]+${literal(mark)})+`, 'gu')
  return {
    within: (text) => {
      pattern.lastIndex = 0
      return pattern.test(text.normalize('NFC'))
    },
    without: (text, mark) =>
      text
        .normalize('NFC')
        .replace(pattern, () => mark)
        .replace(repeated(mark), () => mark),
  }
}

function phonePattern({ e164, raw }: Phone): string[] {
  const digits = [e164, raw].flatMap((text) => text?.replace(/\D/g, '') ?? [])
  return digits
    .filter(({ length }) => length >= FEWEST_DIGITS)
    .map((all) => {
      const told = [...all.slice(-TELLING_DIGITS)].join(SEPARATORS)
      const before = all.length >= TELLING_DIGITS ? String.raw`\+?(?:\d${SEPARATORS}){0,6}?` : ''
      return String.raw`(?<!\d)${before}${told}(?!\d)`
    })
}

function namePatterns(name: string, where: 'own' | 'elsewhere'): string[] {
  const words = name
    .normalize('NFC')
    .split(/[^\p{L}\p{N}'’ʼ`]+/u)
    .filter(({ length }) => length > 1)
  if (words.length === 0) return []
  const inflected = words.map(wordPattern)
  const orders = [inflected, [...inflected].reverse()].map((order) => order.join(String.raw`[\s.,_-]+`))
  const whole = orders.map((order) => `${BEGINS}${order}${ENDS}`)
  return where === 'own' ? [...whole, ...inflected.map((word) => `${BEGINS}${word}${ENDS}`)] : whole
}

/** A word in any of its cases. */
function wordPattern(word: string): string {
  const spelt = (text: string) =>
    [...text]
      .map((letter) => (/[её]/iu.test(letter) ? '[её]' : /['’ʼ`]/.test(letter) ? "['’ʼ`]" : literal(letter)))
      .join('')
  const isCyrillic = /^[\p{Script=Cyrillic}'’ʼ`]+$/u.test(word)
  if (!isCyrillic || word.length < 4) return isCyrillic ? spelt(word) : `${spelt(word)}(?:['’]?s)?`
  const { letters, others } = unchanging(word)
  return String.raw`${spelt(letters)}\p{L}{0,${others}}`
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (sign) => (sign === '-' ? '\\x2d' : `\\${sign}`))
}

/**
 * A cell as the file holds it with every string in it given to `change`: JSON goes by its parts, keys too. The very
 * same cell where nothing changed.
 */
export function changeTexts<T extends string | number | null>(cell: T, change: (text: string) => string): T {
  if (typeof cell !== 'string') return cell
  const parsed = /^\s*[[{]/.test(cell) ? parsedJson(cell) : undefined
  if (parsed === undefined) return change(cell) as T
  const changed = changeJson(parsed, change)
  return (JSON.stringify(changed) === JSON.stringify(parsed) ? cell : JSON.stringify(changed)) as T
}

function changeJson(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return changeTexts(value, change)
  if (Array.isArray(value)) return value.map((item) => changeJson(item, change))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [change(key), changeJson(item, change)]),
  )
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { formatAmount } from '../domain/money.ts'
import type { Named } from '../domain/records/exported.ts'
import type { Moment } from '../domain/time/when.ts'
import { MINUTE, type Zone } from '../domain/time/zone.ts'

/** How the cells of one CSV file are written. */
export interface CsvStyle {
  delimiter: ',' | ';'
  decimal: '.' | ','
  /** For Excel: a BOM, CRLF, moments as `2026-02-01 01:30:00`, and texts guarded against being run as formulas. */
  excel: boolean
}

export const PLAIN_CSV: CsvStyle = { delimiter: ',', decimal: '.', excel: false }

/** Excel in Russian and Ukrainian expects `;` and a decimal comma, in English `,` and a point. */
export function excelCsv(lang: 'en' | 'ru' | 'uk'): CsvStyle {
  return lang === 'en'
    ? { delimiter: ',', decimal: '.', excel: true }
    : { delimiter: ';', decimal: ',', excel: true }
}

/**
 * The items of a list in one cell: `a; b`. An item that holds `;`, a quote, a line break or outer blanks, or is
 * empty, is quoted as in CSV. `splitList` is the inverse.
 */
export function joinList(items: readonly string[]): string {
  const [only] = items
  if (only === undefined) return ''
  if (items.length === 1 && isPlainItem(only)) return only
  return items.map((item) => (isPlainItem(item) ? item : `"${item.replaceAll('"', '""')}"`)).join('; ')
}

/** The items of a cell that `joinList` wrote. */
export function splitList(cell: string): string[] {
  if (cell === '') return []
  const items: string[] = []
  for (const [, quoted, plain = ''] of cell.matchAll(/(?:^|; )(?:"((?:[^"]|"")*)"(?=; |$)|([^;]*))/g))
    items.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
  return items
}

function isPlainItem(item: string): boolean {
  return item !== '' && !/[;"\n\r]|^\s|\s$/.test(item)
}

/** `c5` and its like, as lists print them. */
export function typedId(letter: 'a' | 'c' | 'd' | 'm' | 'o' | 't', id: number): string {
  return `${letter}${id}`
}

/** A list of names in one cell, see `joinList`. */
export function namesCell(names: readonly Named[]): string {
  return names.length === 0 ? '' : joinList(names.map(({ name }) => name))
}

/** A list of typed ids in one cell: `c5; c7`. */
export function idsCell(letter: 'c' | 'm' | 'o', names: readonly Named[]): string {
  return names.map(({ id }) => typedId(letter, id)).join('; ')
}

/** Major units, exact: `1200.50`. */
export function amountCell(minor: number, currency: string, decimal: CsvStyle['decimal']): string {
  const text = formatAmount(minor, currency)
  return decimal === ',' ? text.replace('.', ',') : text
}

export type MomentText = (moment: Moment) => string

const QUARTER = 15 * MINUTE
/** About 200 days: exports run through time roughly in order, so that forgetting costs little. */
const MOST_QUARTERS = 20_000

/**
 * Writes moments in a zone: a day as a date, else ISO 8601 with the offset (for Excel `2026-02-01 01:30:00`, save where a
 * clock put back shows it for the second time), ms only where there are any. Clocks change on quarters of an hour, so the text of a quarter is made once.
 */
export function momentWriter(zone: Zone, excel: boolean): MomentText {
  const quarters = new Map<number, Quarter | null>()
  const quarterOf = (quarter: number) => {
    const known = quarters.get(quarter)
    if (known !== undefined) return known
    if (quarters.size >= MOST_QUARTERS) quarters.clear()
    const start = quarter * QUARTER
    const offset = zone.offsetAt(start)
    const regular = offset % QUARTER === 0 && zone.offsetAt(start + QUARTER - 1) === offset
    const iso = zone.isoString(start)
    const hour = iso.slice(0, 14)
    const minute = Number(iso.slice(14, 16))
    const made = regular ? { hour, minute, offset: iso.slice(19), again: isAgain(start, zone) } : null
    quarters.set(quarter, made)
    return made
  }
  const isoOf = (at: number): string => {
    const quarter = Math.floor(at / QUARTER)
    const text = quarterOf(quarter)
    // Local mean time of old dates: its offset has seconds, which ISO 8601 cannot say.
    if (text === null)
      return zone.offsetAt(at) % MINUTE === 0 ? zone.isoString(at) : new Date(at).toISOString()
    const rest = at - quarter * QUARTER
    const minute = text.minute + Math.floor(rest / MINUTE)
    const seconds = Math.floor((rest % MINUTE) / 1000)
    const ms = rest % 1000
    const fraction = ms === 0 ? '' : `.${String(ms).padStart(3, '0')}`
    return `${text.hour}${pad(minute)}:${pad(seconds)}${fraction}${text.offset}`
  }
  return ({ at, precision }) => {
    if (precision === 'day') return zone.dateOf(at)
    const iso = isoOf(at)
    const again = excel && quarterOf(Math.floor(at / QUARTER))?.again
    return excel && !again && !iso.endsWith('Z') ? iso.replace('T', ' ').replace(/[+-]\d\d:\d\d$/, '') : iso
  }
}

interface Quarter {
  hour: string
  minute: number
  offset: string
  again: boolean
}

/** The wall clock showed the same an hour ago, and whoever reads it would take that moment. */
function isAgain(at: number, zone: Zone): boolean {
  const [hour = 0, minute = 0, second = 0] = zone.timeOf(at).split(':').map(Number)
  return zone.instantOf(zone.dateOf(at), { hour, minute, second }) !== at
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}

/** Quotes a free text for this style, outer blanks too, which readers take away; ids, dates and numbers need none of it. */
export function textWriter({ delimiter, excel }: CsvStyle): (text: string) => string {
  const special = delimiter === ',' ? /[",\n\r]|^\s|\s$/ : /[";\n\r]|^\s|\s$/
  const quoted = (text: string) => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return excel ? (text) => quoted(guarded(text)) : quoted
}

/**
 * An apostrophe before what a spreadsheet, of the Far East too, would run as a formula. Numbers and phones (`-5,00`, `+7 (916) 123-45-67`)
 * are left alone. `unguarded` is the inverse.
 */
export function guarded(text: string): string {
  if (!/^'*[=+\-@\t\r＝＋－＠]/.test(text)) return text
  return /^[+-]?[\d(][\d\s().,-]*$/.test(text) ? text : `'${text}`
}

/** The text that `guarded` guarded. */
export function unguarded(text: string): string {
  return /^'+[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text
}

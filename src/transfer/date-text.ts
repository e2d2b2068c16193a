import { foldWords, monthOfWord } from '../domain/time/calendar-words.ts'
import { isRealDay } from '../domain/time/date.ts'

/** Which part of a date of numbers comes first. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** A date as a cell writes it, before it is known which number is the day. */
export interface WrittenDate {
  /** The three numbers as written; years of two digits stay so. */
  readonly parts: readonly [number, number, number]
  /** The orders in which the parts make a real day. Several: the column has to decide. */
  readonly orders: readonly DateOrder[]
  /** What stands between the numbers; '' where the order is beyond doubt. */
  readonly separator: string
  /** Milliseconds since local midnight; missing where only the day is written. */
  readonly time?: number
  /** Minutes east of UTC, where the cell says so. */
  readonly offset?: number
}

/** A day number as spreadsheets keep it: days since 1899-12-30, with the time as a fraction. */
export interface Serial {
  readonly serial: number
}

const EMPTY = new Set(
  '|-|--|–|—|не закрыта|не закрита|not closed|не указана|не указано|нет|немає|n/a|#n/a|na|null|none|nan|nat|0|0/0/00|0/0/0000|00/00/00|00/00/0000|0000-00-00|0000-00-00 00:00:00|00.00.0000|00.00.0000 00:00:00|01.01.0001|01.01.0001 0:00:00|01.01.0001 00:00:00|0001-01-01|0001-01-01t00:00:00'.split(
    '|',
  ),
)

/** Whether the cell is one of the ways in which programs write "no date". */
export function isNoDate(text: string): boolean {
  const first = text.charCodeAt(0)
  if (first > 48 && first <= 57) return false
  return text.length <= 19 && EMPTY.has(text.trim().toLowerCase())
}

const FIRST_SERIAL = 20_000
const LAST_SERIAL = 60_000

const TIME =
  /^(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,](\d{1,9}))?)?\s*([ap])?\.?\s*(?:m\.?)?\s*(z|utc|gmt|[+-]\d\d(?::?\d\d)?)?$/i
const NUMBERS = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:(?:,?\s+|t)(.+))?$/i
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:t?(\d\d)(\d\d)(\d\d)(z?))?$/i
const DAY_MONTH =
  /^(\d{1,2})[\s.-]+(\p{L}+)\.?[,\s-]+(\d{4}|\d\d)(?:\s*(?:г|р|года|року)\.?)?(?:(?:,?\s+(?:в|о|at)?\s*)(.+))?$/u
const MONTH_DAY = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(?:at\s+)?(.+))?$/u

/**
 * Reads the ways in which exports and spreadsheets write a day or a moment: ISO 8601, numbers with dots, slashes or
 * hyphens, month names in three languages, times of 12 and 24 hours, offsets, spreadsheet day numbers. Undefined for
 * anything else and for days that do not exist. Dots are day-first; years 00–69 are 20xx, 70–99 are 19xx.
 */
export function readDateText(text: string): WrittenDate | Serial | undefined {
  const trimmed = text.trim()
  const numbers = NUMBERS.exec(trimmed)
  if (numbers) return numeric(numbers)
  if (/^\d{5}(?:[.,]\d+)?$/.test(trimmed)) {
    const serial = Number(trimmed.replace(',', '.'))
    return serial >= FIRST_SERIAL && serial < LAST_SERIAL ? { serial } : undefined
  }
  const compact = COMPACT.exec(trimmed)
  if (compact) {
    const [, y = '', m = '', d = '', hour, minute = '', second = '', zulu = ''] = compact
    const time = hour === undefined ? undefined : `${hour}:${minute}:${second}${zulu}`
    return dated([Number(y), Number(m), Number(d)], 'ymd', time)
  }
  return worded(foldWords(trimmed))
}

function numeric([, first = '', separator = '', second = '', third = '', time]: RegExpExecArray) {
  const parts = [Number(first), Number(second), Number(third)] as const
  if (first.length === 4) return third.length <= 2 ? dated(parts, 'ymd', time) : undefined
  if (first.length === 3 || third.length === 3 || third.length === 1) return undefined
  const all: readonly DateOrder[] =
    separator === '.' ? ['dmy'] : third.length === 4 ? ['dmy', 'mdy'] : ['dmy', 'mdy', 'ymd']
  return withTime(parts, all, separator === '.' ? '' : separator, time)
}

function worded(text: string): WrittenDate | undefined {
  const [, day, month, year, time] = DAY_MONTH.exec(text) ?? swapped(MONTH_DAY.exec(text)) ?? []
  const number = month === undefined ? undefined : monthOfWord(month)
  if (day === undefined || year === undefined || number === undefined) return undefined
  return dated([Number(day), number, Number(year)], 'dmy', time)
}

function swapped(match: RegExpExecArray | null): (string | undefined)[] | undefined {
  return match ? [match[0], match[2], match[1], match[3], match[4]] : undefined
}

function dated(parts: WrittenDate['parts'], order: DateOrder, time: string | undefined) {
  return withTime(parts, [order], '', time)
}

function withTime(
  parts: WrittenDate['parts'],
  all: readonly DateOrder[],
  separator: string,
  text: string | undefined,
): WrittenDate | undefined {
  const orders = all.filter((order) => {
    const { year, month, day } = inOrder(parts, order)
    return isRealDay(year, month, day)
  })
  if (orders.length === 0) return undefined
  if (text === undefined) return { parts, orders, separator }
  const time = readTime(text)
  return time && { parts, orders, separator, ...time }
}

function readTime(text: string): { time: number; offset?: number } | undefined {
  const [, hours, minutes, seconds = '0', fraction = '', half, zone] = TIME.exec(text.trim()) ?? []
  if (hours === undefined || minutes === undefined) return undefined
  const hour =
    half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  if (hour > 23 || Number(hours) > (half === undefined ? 23 : 12)) return undefined
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined
  const time =
    ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 +
    Number(fraction.slice(0, 3).padEnd(3, '0'))
  if (zone === undefined) return { time }
  const offset = offsetMinutes(zone)
  return offset === undefined ? undefined : { time, offset }
}

/** Undefined for an offset that no clock in the world has. */
function offsetMinutes(zone: string): number | undefined {
  const digits = zone.replace(/\D/g, '')
  if (digits === '') return 0
  const [hour, minute] = [Number(digits.slice(0, 2)), Number(digits.slice(2) || '0')]
  if (hour > 14 || minute > 59) return undefined
  const minutes = hour * 60 + minute
  return zone.startsWith('-') ? -minutes : minutes
}

/** The parts as a calendar day, if they were written in this order. It need not exist. */
export function inOrder([a, b, c]: WrittenDate['parts'], order: DateOrder) {
  if (order === 'ymd') return { year: fullYear(a), month: b, day: c }
  return order === 'dmy' ? { year: fullYear(c), month: b, day: a } : { year: fullYear(c), month: a, day: b }
}

function fullYear(year: number): number {
  return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year
}

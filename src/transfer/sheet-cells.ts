import { formatAmount } from '../domain/money.ts'
import { dayNumber, type IsoDate } from '../domain/time/date.ts'
import type { Moment } from '../domain/time/when.ts'
import { DAY, SECOND, type Zone } from '../domain/time/zone.ts'

/**
 * A cell of a workbook: a text, which stays what it is (`007`, `=1+1`, `+380…`); a number; or null, which is blank.
 * Dates are numbers too, the days since the end of 1899, made to be seen as dates by the column's kind.
 */
export type SheetValue = string | number | null

/** What the sheet of a workbook is called: not what is in it, for Excel keeps "History" for itself. */
export const OWN_SHEET = 'Voronka'

/** How the numbers of a column are shown; texts are shown as they are in any column. */
export type SheetKind = 'text' | 'number' | 'money' | 'date' | 'rate' | 'days'

/** Days between the end of 1899 and 1970. Before March 1900 Excel counts one day wrongly: those dates stay texts. */
const SERIAL_OF_1970 = 25_569
const FIRST_SERIAL = 61

/** `2026-02-01` as a day number; what is no date that Excel knows as it is. */
export function dateCell(text: string): string | number {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return text
  const serial = dayNumber(text) + SERIAL_OF_1970
  return serial < FIRST_SERIAL ? text : serial
}

/** A day or a moment in ISO 8601, as its own wall clock shows it; another text as it is. */
export function isoCell(text: string): SheetValue {
  const [, date, hours, minutes, seconds] =
    /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.exec(text) ?? []
  const day = dateCell(date ?? text)
  if (typeof day === 'string') return text
  if (date === undefined) return day
  return day + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400
}

/**
 * A moment as the wall clock of the zone shows it. What a clock cannot say is written out in ISO 8601: the second of
 * two hours that it shows alike, milliseconds, and a midnight that is more than a day of unknown hour.
 */
export function momentCell({ at, precision }: Moment, zone: Zone): SheetValue {
  const date = zone.dateOf(at)
  if (precision === 'day') return dateCell(date)
  const written = writtenOut(at, zone)
  if (at % SECOND !== 0 || zone.startOfDay(date) === at) return written
  const wall = at + zone.offsetAt(at)
  const time = wall - dayNumber(date) * DAY
  const serial = dayNumber(date) + SERIAL_OF_1970 + time / DAY
  return isSaidByClock(at, date, time, zone) && serial >= FIRST_SERIAL ? serial : written
}

/** Whether a reader of the wall clock comes to this moment. `time` is ms since midnight. */
function isSaidByClock(at: number, date: IsoDate, time: number, zone: Zone): boolean {
  return zone.instantOf(date, { hour: 0, minute: 0, ms: time }) === at
}

function writtenOut(at: number, zone: Zone): string {
  return zone.offsetAt(at) % 60_000 === 0 ? zone.isoString(at) : new Date(at).toISOString()
}

/** Excel keeps 15 digits of a number; what has more stays a text. */
export function numberOrText(text: string): SheetValue {
  const number = Number(text)
  return text !== '' && Number(number.toPrecision(15)) === number && Math.abs(number) < 1e15 ? number : text
}

/** Major units. */
export function moneyCell(minor: number, currency: string): SheetValue {
  return Math.abs(minor) < 1e15 ? Number(formatAmount(minor, currency)) : formatAmount(minor, currency)
}

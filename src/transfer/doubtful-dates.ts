import type { Moment } from '../domain/time/when.ts'
import type { Zone } from '../domain/time/zone.ts'

/** The days with which programs fill a date that is none: nought of .NET and 1C, of spreadsheets, of SQL Server; the end of time. */
const NOUGHT_DAYS = new Set(['0001-01-01', '1899-12-30', '1899-12-31', '1900-01-01'])
const END_OF_TIME = Date.UTC(9999, 11, 30)

/** Nought as spreadsheets write it, a day that never was, and the blank date of 1C. */
const NOUGHT_TEXT = /^(?:1900-01-00|0?0[./]0?1[./]1900|0?1[./]0?0[./]1900|01\.01\.0001)(?:$|[ T])/

/** Moments before and after are looked at closely. */
const FIRST_LIKELY = Date.UTC(1980, 0, 1)
const LAST_LIKELY = Date.UTC(2100, 0, 1)

/** Whether a text that could not be read says that there is no date. */
export function isNoughtDay(text: string): boolean {
  return NOUGHT_TEXT.test(text)
}

/** What is odd about a date that was read: it is none, or hardly one that a business has to do with. */
export function dateDoubt({ at }: Moment, zone: Zone): 'noughtDay' | 'unlikelyYear' | undefined {
  if (at >= FIRST_LIKELY && at < LAST_LIKELY) return undefined
  return at >= END_OF_TIME || NOUGHT_DAYS.has(zone.dateOf(at)) ? 'noughtDay' : 'unlikelyYear'
}

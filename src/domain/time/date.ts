/** A calendar day, `YYYY-MM-DD`, of the Gregorian calendar; years 0001 to 9999. Compares as text. */
export type IsoDate = string

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year'

export const DAYS_IN_WEEK = 7

export const MONTHS_IN: Readonly<Record<'month' | 'quarter' | 'year', number>> = {
  month: 1,
  quarter: 3,
  year: 12,
}

/** 0000-03-01 counted in days from 1970-01-01: years counted from March end in their leap day. */
const MARCH_OF_YEAR_ZERO = -719_468
const DAYS_IN_400_YEARS = 146_097

interface DayFields {
  year: number
  /** 1 to 12 */
  month: number
  day: number
}

/** Days since 1970-01-01 of a year, month (1 to 12) and day; the day may overflow its month. */
function dayNumberOf(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = month > 2 ? month - 3 : month + 9
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return MARCH_OF_YEAR_ZERO + 365 * marchYear + leapDays + daysBeforeMarchMonth(marchMonth) + day - 1
}

/** Days since 1970-01-01. */
export function dayNumber(iso: IsoDate): number {
  return dayNumberOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)))
}

/** The day that lies `n` days after 1970-01-01. */
export function isoOfDay(n: number): IsoDate {
  const { year, month, day } = calendarDay(n)
  return isoOf(year, month, day)
}

/** `YYYY-MM-DD`; whether there is such a day, `isRealDay` tells. */
export function isoOf(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${pad2(month)}-${pad2(day)}`
}

export function addDays(iso: IsoDate, days: number): IsoDate {
  return isoOfDay(dayNumber(iso) + days)
}

/** The same day of the month some months on, or that month's last day: 01-31 + 1 = 02-28. */
export function addMonths(iso: IsoDate, months: number): IsoDate {
  const from = fieldsOf(iso)
  const total = from.year * 12 + from.month - 1 + months
  const year = Math.floor(total / 12)
  const month = total - year * 12 + 1
  return isoOf(year, month, Math.min(from.day, daysInMonth(year, month)))
}

/** Monday 1 … Sunday 7. */
export function weekday(iso: IsoDate): number {
  return weekdayOfDay(dayNumber(iso))
}

/** ISO 8601 week: weeks begin on Monday, and a year's first is the one with its first Thursday. */
export function isoWeek(iso: IsoDate): { year: number; week: number } {
  const n = dayNumber(iso)
  const thursday = n - weekdayOfDay(n) + 4
  const { year } = calendarDay(thursday)
  return { year, week: Math.floor((thursday - dayNumberOf(year, 1, 1)) / DAYS_IN_WEEK) + 1 }
}

/** The Monday of an ISO week, or undefined where the year has no such week. */
export function mondayOfIsoWeek(year: number, week: number): IsoDate | undefined {
  const monday = addDays(firstOfWeek(isoOf(year, 1, 4)), (week - 1) * DAYS_IN_WEEK)
  return isoWeek(monday).year === year && week >= 1 ? monday : undefined
}

/** A real day written `YYYY-MM-DD`; anything else, 02-31 included, is undefined. */
export function parseIsoDate(text: string): IsoDate | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  const { year, month, day } = fieldsOf(text)
  return isRealDay(year, month, day) ? text : undefined
}

/** Whether the calendar has such a day, in the years that are kept. */
export function isRealDay(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function firstOfMonth(iso: IsoDate): IsoDate {
  return `${iso.slice(0, 8)}01`
}

export function firstOfQuarter(iso: IsoDate): IsoDate {
  const { year, month } = fieldsOf(iso)
  return isoOf(year, month - ((month - 1) % 3), 1)
}

export function firstOfYear(iso: IsoDate): IsoDate {
  return `${iso.slice(0, 5)}01-01`
}

/** The latest day not after this one that a week begins on; `weekStart` 1 (Monday) to 7. */
export function firstOfWeek(iso: IsoDate, weekStart = 1): IsoDate {
  const n = dayNumber(iso)
  return isoOfDay(n - ((weekdayOfDay(n) - weekStart + DAYS_IN_WEEK) % DAYS_IN_WEEK))
}

/** The first day of the unit that a day lies in. */
export function firstOf(unit: Unit, day: IsoDate, weekStart: number): IsoDate {
  switch (unit) {
    case 'day':
      return day
    case 'week':
      return firstOfWeek(day, weekStart)
    case 'month':
      return firstOfMonth(day)
    case 'quarter':
      return firstOfQuarter(day)
    case 'year':
      return firstOfYear(day)
  }
}

/** The day so many units on; months, quarters and years as `addMonths` counts them. */
export function addUnits(day: IsoDate, unit: Unit, count: number): IsoDate {
  if (unit === 'day') return addDays(day, count)
  return unit === 'week' ? addDays(day, count * DAYS_IN_WEEK) : addMonths(day, count * MONTHS_IN[unit])
}

export function fieldsOf(iso: IsoDate): DayFields {
  return {
    year: Number(iso.slice(0, 4)),
    month: Number(iso.slice(5, 7)),
    day: Number(iso.slice(8, 10)),
  }
}

export function pad2(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}

/** 1970-01-01 was a Thursday. */
function weekdayOfDay(n: number): number {
  return ((((n + 3) % DAYS_IN_WEEK) + DAYS_IN_WEEK) % DAYS_IN_WEEK) + 1
}

function calendarDay(n: number): DayFields {
  const days = n - MARCH_OF_YEAR_ZERO
  const era = Math.floor(days / DAYS_IN_400_YEARS)
  const ofEra = days - era * DAYS_IN_400_YEARS
  // Days 1460, 36524 and 146096 of the era are the leap days that plain division would miscount.
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * ofYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - daysBeforeMarchMonth(marchMonth) + 1,
  }
}

/** From March on, months of 31, 30, 31, 30, 31 days repeat: 153 days in five of them. */
function daysBeforeMarchMonth(marchMonth: number): number {
  return Math.floor((153 * marchMonth + 2) / 5)
}

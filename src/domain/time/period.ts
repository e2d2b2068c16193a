import { Fault, UsageError } from '../../errors.ts'
import type { Lang, Words } from '../../words/words.ts'
import { nearest } from '../names/name.ts'
import { foldWords, weekdayOfWord } from './calendar-words.ts'
import {
  addDays,
  addMonths,
  addUnits,
  DAYS_IN_WEEK,
  dayNumber,
  fieldsOf,
  firstOf,
  firstOfMonth,
  type IsoDate,
  isoOf,
  isoWeek,
  MONTHS_IN,
  mondayOfIsoWeek,
  pad2,
  type Unit,
  weekday,
} from './date.ts'
import { type PeriodContext, readSpan } from './period-reading.ts'
import type { Instant, Zone } from './zone.ts'

/** Days from `from` up to, not with, `until`; null leaves that side open. Equal labels mean equal days. */
export interface Period {
  from: IsoDate | null
  until: IsoDate | null
  label: string
}

/** A period with both ends, which is every one but `all`. */
export interface BoundedPeriod extends Period {
  from: IsoDate
  until: IsoDate
}

/** The first instant of a period and the first after it; null where that side is open. */
export function boundsOf(
  { from, until }: Period,
  zone: Zone,
): { from: Instant | null; until: Instant | null } {
  return {
    from: from === null ? null : zone.startOfDay(from),
    until: until === null ? null : zone.startOfDay(until),
  }
}

/** Whether a moment lies between such bounds. */
export function isWithin(at: Instant, { from, until }: ReturnType<typeof boundsOf>): boolean {
  return (from === null || at >= from) && (until === null || at < until)
}

const DEFAULT_DAYS = 90

const ENGLISH_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

const ALL_WORDS = new Set([
  ...[
    'all',
    'all time',
    'everything',
    'все',
    'все время',
    'за все время',
    'весь',
    'весь период',
    'за весь период',
  ],
  ...['усе', 'увесь', 'весь час', 'за весь час', 'увесь час', 'весь період', 'за весь період'],
])

/** Offered when a word is nearly one of these. */
const KNOWN_WORDS = [
  ...['all', 'today', 'yesterday', 'this-week', 'last-week', 'this-month', 'last-month', 'this-quarter'],
  ...['last-quarter', 'this-year', 'last-year', 'mtd', 'qtd', 'ytd', 'last-30-days', 'last-6-months'],
  ...['сегодня', 'вчера', 'эта-неделя', 'прошлая-неделя', 'этот-месяц', 'прошлый-месяц', 'этот-квартал'],
  ...['прошлый-квартал', 'этот-год', 'прошлый-год', 'последние-30-дней', 'сьогодні', 'вчора', 'цей-тиждень'],
  ...['минулий-тиждень', 'цей-місяць', 'минулий-місяць', 'цей-квартал', 'минулий-квартал', 'цей-рік'],
  ...['минулий-рік', 'останні-30-днів'],
]

/**
 * The period that a text means, in any of the three languages. A month, quarter, week or day named without
 * its year is the latest that has begun. Throws UsageError for what is no period.
 */
export function parsePeriod(text: string, context: PeriodContext): Period {
  if (ALL_WORDS.has(foldWords(text).replace(/[\s_-]+/g, ' ')))
    return { from: null, until: null, label: 'all' }
  const span = readSpan(text, context)
  if (span === 'reversed') throw new UsageError((w) => w.period.reversed(text))
  if (span === undefined) {
    const close = nearest(text, KNOWN_WORDS, 2)
    throw new UsageError((w) => w.period.unreadable(text, close))
  }
  return periodOf(span.from, span.until)
}

/** Whether a text is meant for a period or a day rather than for a name, in whatever words: `завтра`, `на пятницу`. */
export function namesPeriod(text: string): boolean {
  const words = foldWords(text).split(' ')
  const isDay = words.length === 1 && weekdayOfWord(words[0] ?? '') !== undefined
  return isDay || FOR.has(words[0] ?? '') || readSpan(text, ANY_DAY) !== undefined
}

const FOR = new Set('за на в во у for on in over'.split(' '))
const ANY_DAY = { today: isoOf(2000, 1, 3), weekStart: 1 }

/** The period of these days, `until` excluded, with its canonical label. */
export function periodOf(from: IsoDate, until: IsoDate): BoundedPeriod {
  return { from, until, label: labelOf(from, until) }
}

/** The last 90 days, today included. */
export function defaultPeriod(today: IsoDate): BoundedPeriod {
  return periodOf(addDays(today, 1 - DEFAULT_DAYS), addDays(today, 1))
}

export function isBounded(period: Period): period is BoundedPeriod {
  return period.from !== null && period.until !== null
}

/**
 * The period just before, of the same kind and length: whole months before whole months (so quarters and
 * years too), else as many days. Undefined for `all`.
 */
export function previousPeriod(period: Period): BoundedPeriod | undefined {
  if (!isBounded(period)) return undefined
  const { from, until } = period
  const months = wholeMonths(from, until)
  const before = months > 0 ? addMonths(from, -months) : addDays(from, dayNumber(from) - dayNumber(until))
  return periodOf(before, from)
}

/**
 * The same period a year earlier: the same months, the ISO week of the same number (the last one for week
 * 53 of a shorter year), else the same days. Undefined for `all`.
 */
export function lastYear(period: Period): BoundedPeriod | undefined {
  if (!isBounded(period)) return undefined
  const { from, until } = period
  if (wholeMonths(from, until) > 0) return periodOf(addMonths(from, -12), addMonths(until, -12))
  if (isIsoWeek(from, until)) {
    const { year, week } = isoWeek(from)
    const monday = mondayOfIsoWeek(year - 1, week) ?? mondayOfIsoWeek(year - 1, week - 1)
    if (monday === undefined) throw new Fault(`no week ${week} or before in ${year - 1}`)
    return periodOf(monday, addDays(monday, DAYS_IN_WEEK))
  }
  return periodOf(addMonths(from, -12), addDays(addMonths(addDays(until, -1), -12), 1))
}

/**
 * Cuts a period at the starts of its units. The parts tile it exactly, so the first and the last may be
 * parts of a unit; each bears the label of its whole unit, as `bucketOf` gives it. Throws Fault for `all`.
 */
export function splitPeriod(period: Period, unit: Unit, weekStart: number): BoundedPeriod[] {
  if (!isBounded(period)) throw new Fault('an unbounded period cannot be split')
  const parts: BoundedPeriod[] = []
  let start = firstOf(unit, period.from, weekStart)
  while (start < period.until) {
    const next = addUnits(start, unit, 1)
    parts.push({
      from: later(start, period.from),
      until: earlier(next, period.until),
      label: labelOf(start, next),
    })
    start = next
  }
  return parts
}

/** The label of the unit that a day lies in: `2026-09-14`, `2026-W38`, `2026-09`, `2026-Q3`, `2026`. */
export function bucketOf(day: IsoDate, unit: Unit, weekStart: number): string {
  const first = firstOf(unit, day, weekStart)
  return labelOf(first, addUnits(first, unit, 1))
}

/** For the head of a report: `14 сентября 2026`, `июль–сентябрь 2026`. `parsePeriod` reads it back. */
export function periodTitle(period: Period, words: Words): string {
  if (!isBounded(period)) return words.period.all
  const [from, last] = [fieldsOf(period.from), fieldsOf(addDays(period.until, -1))]
  const sameYear = from.year === last.year
  const months = wholeMonths(period.from, period.until)
  if (months > 0 && from.month === 1 && last.month === 12) {
    return sameYear ? words.period.year(`${from.year}`) : words.period.years(`${from.year}–${last.year}`)
  }
  const names = months > 0 ? words.period.months : words.period.monthsOfDay
  const name = ({ month }: { month: number }) => names[month - 1] ?? ''
  if (months > 0) {
    if (sameYear && from.month === last.month) return `${name(from)} ${from.year}`
    if (sameYear) return `${name(from)}–${name(last)} ${last.year}`
    return `${name(from)} ${from.year} – ${name(last)} ${last.year}`
  }
  const end = `${last.day} ${name(last)} ${last.year}`
  if (!sameYear) return `${from.day} ${name(from)} ${from.year} – ${end}`
  if (from.month !== last.month) return `${from.day} ${name(from)} – ${end}`
  return from.day === last.day ? end : `${from.day}–${end}`
}

/** `14.10.2026`, in English `14 Oct 2026`. */
export function formatDay(iso: IsoDate, lang: Lang): string {
  const { year, month, day } = fieldsOf(iso)
  return lang === 'en' ? `${day} ${ENGLISH_MONTHS[month - 1]} ${year}` : `${pad2(day)}.${pad2(month)}.${year}`
}

/** An ISO 8601 moment with its offset as its clock shows it, `14.10.2026 12:30`; a day alone where that is all. */
export function formatMoment(iso: string, lang: Lang): string {
  return [formatDay(iso.slice(0, 10), lang), iso.slice(11, 16)].filter((part) => part !== '').join(' ')
}

function labelOf(from: IsoDate, until: IsoDate): string {
  const year = from.slice(0, 4)
  const last = addDays(until, -1)
  if (from === last) return from
  if (isIsoWeek(from, until)) {
    const week = isoWeek(from)
    return `${String(week.year).padStart(4, '0')}-W${pad2(week.week)}`
  }
  const months = wholeMonths(from, until)
  const first = Number(from.slice(5, 7))
  if (months === MONTHS_IN.month) return from.slice(0, 7)
  if (months === MONTHS_IN.quarter && first % 3 === 1) return `${year}-Q${(first + 2) / 3}`
  if (months === MONTHS_IN.year && first === 1) return year
  return `${from}..${last}`
}

function isIsoWeek(from: IsoDate, until: IsoDate): boolean {
  return weekday(from) === 1 && dayNumber(until) - dayNumber(from) === DAYS_IN_WEEK
}

/** How many calendar months the days make up exactly, or 0. */
function wholeMonths(from: IsoDate, until: IsoDate): number {
  if (firstOfMonth(from) !== from || firstOfMonth(until) !== until) return 0
  const [begin, end] = [fieldsOf(from), fieldsOf(until)]
  return (end.year - begin.year) * 12 + end.month - begin.month
}

function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return b < a ? b : a
}

function later(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? b : a
}

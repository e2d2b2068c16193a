import { UsageError } from '../../errors.ts'
import { whenWords } from '../../words/when.ts'
import type { Lang } from '../../words/words.ts'
import { foldWords, unitOfWord, weekdayFirst, weekdayOfWord } from './calendar-words.ts'
import { HOUR_WORD, hourOf, hourOfPart, isWallTime, MINUTE_WORD, namedPart, offsetOf } from './clock-words.ts'
import {
  addDays,
  addUnits,
  DAYS_IN_WEEK,
  dayNumber,
  firstOf,
  type IsoDate,
  parseIsoDate,
  weekday,
} from './date.ts'
import { otherWeekdayIn } from './other-weekday.ts'
import { formatDay } from './period.ts'
import { MOST_UNITS } from './period-reading.ts'
import { readSpan } from './span.ts'
import { dayOfPart, partOfDay, plainlySaid, readSpokenDay } from './spoken-when.ts'
import { readDate } from './written-date.ts'
import { DAY, HOUR, type Instant, MINUTE, SECOND, type WallTime, type Zone } from './zone.ts'

/** Known as a day only, `at` is the start of that local day. */
export interface Moment {
  at: Instant
  precision: 'moment' | 'day'
}

/** A moment as the user wrote it; of a day only, `time` is null. */
export interface When extends Moment {
  /** The local day. */
  date: IsoDate
  /** `HH:MM` on the local clock. */
  time: string | null
}

export interface WhenContext {
  now: Instant
  zone: Zone
  /** Decides what only the language can: "за 3 дня" is "in three days" in Ukrainian, not in Russian. */
  lang: Lang
  /** Which of the days that `14.09`, `fri` or `15:30` may be: without it, the nearest date, the next weekday, today. */
  prefer?: 'past' | 'future'
  /** When work begins, `09:00`: from then on a weekday ahead that is today means the next one; without it, today. */
  dayBegins?: string
  /** A weekday that is today means the next one, whatever the hour: what is put off is not put off till today. */
  isPutOff?: true
  /** What parts of texts were read as with all of the above; see `splitWhen`. */
  readonly known?: Map<string, When | undefined>
}

const NOW = new Set(['now', 'сейчас', 'зараз'])
const DAYS_FROM_TODAY: ReadonlyMap<string, number> = new Map([
  ...['today', 'сегодня', 'сьогодні'].map(days(0)),
  ...['tomorrow', 'завтра'].map(days(1)),
  ...['day after tomorrow', 'послезавтра', 'післязавтра'].map(days(2)),
  ...['yesterday', 'вчера', 'вчора', 'учора'].map(days(-1)),
  ...['day before yesterday', 'позавчера', 'позавчора'].map(days(-2)),
])
const HALF_HOUR = /(?:half an hour|полчас(?:а|ика?)|пів ?годин(?:к?и))/g

const ISO =
  /^(\d{4}-\d\d-\d\d)(?:[t ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,9}))?(z| ?[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/
const CLOCK =
  /^(.*?)(?:^|[\s,]+)(в|во|о|об|at|@|до|к|ко|by|before|после|після|after)?\s*(\d{1,2})(?:([:.])(\d\d))?(?::(\d\d))?\s*(am|pm|ч|h|утра|ранку|ночи|ночі|дня|вечера|вечора)?\.?$/
const END_OF = /^(?:(?:the )?end of(?: the)?|конец|конца|кінець|кінця)(?: this)? (\S+)$/
const BEFORE_DAY =
  /^(?:(?:в|во|на|у|on|by|до|к|ко|не позже|не раньше|не пізніше|не раніше|not before|not later than)\s+)+/

/**
 * A moment or a day in the words of any of the three languages; dates with dots are day-first. Throws
 * UsageError for what cannot be read.
 */
export function parseWhen(text: string, context: WhenContext): When {
  const isAhead = context.prefer === 'future'
  const found =
    readWhen(text, context) ?? (isAhead ? readWhen(namedPart(foldWords(text)), context) : undefined)
  if (found === undefined) throw unreadable(text, context)
  return isAhead ? atHourOfPart(text, found, context) : found
}

/** What cannot be read as a moment, and why where that is known. */
export function unreadable(text: string, context: WhenContext): UsageError {
  const other = otherWeekdayIn(text, (day) => readWhen(day, context))
  if (other !== undefined)
    return new UsageError((w) => w.when.otherWeekday(other.said, echoWhen(other.date, w.lang)))
  const isAhead = context.prefer === 'future'
  return new UsageError((w) => (isAhead ? w.when.unreadableAhead(text) : w.when.unreadable(text)))
}

/** `завтра утром` ahead is tomorrow at ten; a day whose hour is over stays a day. */
function atHourOfPart(text: string, when: When, { now, zone }: WhenContext): When {
  const said = when.precision === 'day' ? partOfDay(namedPart(plainlySaid(foldWords(text)))) : undefined
  if (said === undefined) return when
  const ofDay = (date: IsoDate) =>
    ofMoment(zone.instantOf(date, { hour: hourOfPart(said.part), minute: 0 }), zone)
  const found = ofDay(when.date)
  if (found.at > now) return found
  return said.rest === '' ? ofDay(addDays(when.date, 1)) : when
}

/** As `parseWhen`; undefined for what cannot be read. */
export function readWhen(text: string, context: WhenContext): When | undefined {
  const folded = plainlySaid(foldWords(text))
  return readPlain(folded, context) ?? readPartOfDay(folded, context)
}

function readPlain(folded: string, context: WhenContext): When | undefined {
  return (
    readIso(folded, context) ??
    readSpanOfHours(folded, context) ??
    readDayOnly(folded, context) ??
    readDayAndClock(folded, context)
  )
}

/** `завтра утром` is known as a day; the part of the day is the caller's to keep. */
function readPartOfDay(folded: string, context: WhenContext): When | undefined {
  const found = partOfDay(folded)
  if (found === undefined) return undefined
  const { now, zone, prefer } = context
  if (found.rest === '') {
    const isMorningOver = zone.timeOf(now) >= '12'
    return ofDay(dayOfPart(found.part, zone.dateOf(now), isMorningOver, prefer), zone)
  }
  const day = readPlain(found.rest, context)
  return day?.precision === 'day' ? day : undefined
}

/** What was understood, with the weekday: `пт 16.10.2026 10:00`. */
export function echoWhen(when: When, lang: Lang): string {
  const name = whenWords[lang].weekdays[weekday(when.date) - 1] ?? ''
  const day = `${name} ${formatDay(when.date, lang)}`
  return when.time === null ? day : `${day} ${when.time}`
}

function readIso(text: string, { zone }: WhenContext): When | undefined {
  const [, day = '', clock, fraction = '', offset] = ISO.exec(text) ?? []
  const date = parseIsoDate(day)
  if (date === undefined) return undefined
  if (clock === undefined) return ofDay(date, zone)
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number)
  if (!isWallTime(hour, minute, second)) return undefined
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3))
  if (offset === undefined) return ofMoment(zone.instantOf(date, { hour, minute, second, ms }), zone)
  const asUtc = dayNumber(date) * DAY + hour * HOUR + minute * MINUTE + second * SECOND + ms
  return ofMoment(asUtc - offsetOf(offset), zone)
}

/** `now`, `через 2 часа`, `30 minutes ago`: moments counted from now. */
function readSpanOfHours(text: string, { now, zone, lang }: WhenContext): When | undefined {
  if (NOW.has(text)) return ofMoment(now, zone)
  const span = readSpan(text.replace(HALF_HOUR, '30 min'), lang)
  if (span === undefined) return undefined
  const unit = HOUR_WORD.test(span.unit) ? HOUR : MINUTE_WORD.test(span.unit) ? MINUTE : undefined
  return unit === undefined ? undefined : ofMoment(now + span.count * unit, zone)
}

function readDayOnly(text: string, context: WhenContext): When | undefined {
  const date = readDay(text, context, undefined)
  return date === undefined ? undefined : ofDay(date, context.zone)
}

function readDayAndClock(text: string, context: WhenContext): When | undefined {
  const [, day = '', at, hours, sign, minutes, seconds, part] = CLOCK.exec(text) ?? []
  if (hours === undefined) return undefined
  const isBare = hours.length === 1 && sign === undefined && (part === undefined || /^[чh]$/.test(part))
  const time = {
    hour: isBare ? workingHour(Number(hours), context) : hourOf(Number(hours), part),
    minute: Number(minutes ?? 0),
    second: Number(seconds ?? 0),
  }
  if (!isWallTime(time.hour, time.minute, time.second)) return undefined
  // A number alone is no time of day, nor is 10.30, which may be a date gone wrong.
  const isBound = /^(?:до|к|ко|by|before|после|після|after)$/.test(at ?? '')
  const isAt = at !== undefined && (!isBound || context.prefer === 'future')
  const aloneClear = sign === ':' || (sign === undefined && (isAt || part !== undefined))
  if (day === '' && !aloneClear) return undefined
  const date = day === '' ? dayOfClock(time, context) : readDay(day, context, time)
  return date === undefined ? undefined : ofMoment(context.zone.instantOf(date, time), context.zone)
}

/** `в 3` ahead is at 15:00 where work begins later than at three. */
function workingHour(hour: number, { prefer, dayBegins }: WhenContext): number {
  const isNight = hour > 0 && hour <= LATEST_NIGHT && dayBegins !== undefined && `0${hour}:00` < dayBegins
  return isNight && prefer === 'future' ? hour + 12 : hour
}

const LATEST_NIGHT = 7

/** Today, unless the preferred side of now asks for the day before or after. */
function dayOfClock(time: WallTime, { now, zone, prefer }: WhenContext): IsoDate {
  const today = zone.dateOf(now)
  const at = zone.instantOf(today, time)
  if (prefer === 'past' && at > now) return addDays(today, -1)
  return prefer === 'future' && at <= now ? addDays(today, 1) : today
}

/** `time` is the time of day that stands beside the day, where one does. */
function readDay(text: string, context: WhenContext, time: WallTime | undefined): IsoDate | undefined {
  const today = context.zone.dateOf(context.now)
  const span = readSpan(text, context.lang)
  if (span !== undefined) {
    const unit = unitOfWord(span.unit)
    if (unit === undefined) return readSpokenDay(text, today, context.prefer)
    const readable = unit === 'day' || Math.abs(span.count) <= MOST_UNITS
    return readable ? addUnits(today, unit, span.count) : undefined
  }
  const plain = text.replace(BEFORE_DAY, '')
  const offset = DAYS_FROM_TODAY.get(plain)
  if (offset !== undefined) return addDays(today, offset)
  const name = weekdayOfWord(plain)
  if (name !== undefined) return dayOfWeekday(name, today, context, time)
  const end = unitOfWord(END_OF.exec(plain)?.[1] ?? '')
  if (end !== undefined) return addDays(addUnits(firstOf(end, today, 1), end, 1), -1)
  return (
    readDate(plain, today, context.prefer) ??
    readSpokenDay(text, today, context.prefer) ??
    readDayBeside(plain, context)
  )
}

/** `вторник, 24-го`, `вт 24.11`: a date and its weekday, where it is one; `пт 10.12` may be an hour. */
function readDayBeside(text: string, context: WhenContext): IsoDate | undefined {
  const { day, rest } = weekdayFirst(text) ?? {}
  if (day === undefined || rest === undefined || !/\p{L}|^(?:2[4-9]|3\d)\.|\.\d+\./u.test(rest))
    return undefined
  const date = readDay(rest, context, undefined)
  return date !== undefined && weekday(date) === day ? date : undefined
}

/** Today counts, unless its hour is already on the other side of now; ahead and without an hour, only before work begins. */
function dayOfWeekday(
  name: number,
  today: IsoDate,
  { now, zone, prefer, dayBegins, isPutOff }: WhenContext,
  time: WallTime | undefined,
): IsoDate {
  const at = time === undefined ? undefined : zone.instantOf(today, time)
  if (prefer === 'past') {
    const back = (weekday(today) - name + DAYS_IN_WEEK) % DAYS_IN_WEEK
    return addDays(today, back === 0 && at !== undefined && at > now ? -DAYS_IN_WEEK : -back)
  }
  const ahead = (name - weekday(today) + DAYS_IN_WEEK) % DAYS_IN_WEEK
  const hasBegun = isPutOff === true || (dayBegins !== undefined && zone.timeOf(now) >= dayBegins)
  const isOver = at === undefined ? hasBegun : at <= now
  return addDays(today, ahead === 0 && isOver ? DAYS_IN_WEEK : ahead)
}

/** A day alone. */
export function ofDay(date: IsoDate, zone: Zone): When {
  return { at: zone.startOfDay(date), precision: 'day', date, time: null }
}

/** A moment with its day and the clock of the zone. */
export function ofMoment(at: Instant, zone: Zone): When {
  return { at, precision: 'moment', date: zone.dateOf(at), time: zone.clockOf(at) }
}

/** As a person would have written it. */
export function whenOf({ at, precision }: Moment, zone: Zone): When {
  return precision === 'day' ? ofDay(zone.dateOf(at), zone) : ofMoment(at, zone)
}

function days(offset: number): (word: string) => [string, number] {
  return (word) => [word, offset]
}

import { addDays, dayNumber, type IsoDate, parseIsoDate } from '../domain/time/date.ts'
import type { CalendarDay } from '../domain/time/work-calendar.ts'
import type { Zone } from '../domain/time/zone.ts'
import { type CalendarEvent, eventsOf } from './calendar-events.ts'
import { yearlyStarts } from './calendar-repeats.ts'

/** Days of one event; more are no holiday. */
const MOST_DAYS = 60

/** What a calendar says of the days. */
export interface CalendarRead {
  readonly days: readonly CalendarDay[]
  /** How many events are none of whole days: of hours, called off, without an end after the beginning, of months. */
  readonly passedOver: number
  /** Names of events of which only the first is taken: they are repeated in a way that holidays are not. */
  readonly firstOnly: readonly string[]
  /** Some are repeated every year, and taken up to the day asked for. */
  readonly yearly: boolean
}

/** Whether a text is a calendar by RFC 5545 (.ics). */
export function isCalendarFile(text: string): boolean {
  return /^\ufeff?\s*BEGIN:VCALENDAR\r?\n/i.test(text)
}

/**
 * The whole days of a calendar's events, each by its date, as holidays; those repeated every year before the day
 * `until`. A moment of local midnight begins a whole day too: by the event's own clock or, told in UTC, by the zone's.
 * Of a day of several events the last. DTEND is the first day after the event (RFC 5545, 3.6.1).
 */
export function readCalendar(text: string, zone: Zone, until: IsoDate): CalendarRead {
  const events = eventsOf(text)
  const moved = movedDays(events, zone)
  const days = new Map<IsoDate, CalendarDay>()
  const firstOnly: string[] = []
  let [passedOver, yearly] = [0, false]
  for (const event of events) {
    const from = dateOf(event.one('DTSTART'), zone)
    const length = from === undefined ? 0 : lengthOf(event, from, zone)
    if (from === undefined || length < 1 || length > MOST_DAYS || isCalledOff(event)) {
      passedOver++
      continue
    }
    const name = nameOf(event)
    const repeats = yearlyStarts(event.one('RRULE'), from, until)
    if (repeats === undefined) firstOnly.push(name)
    else if (event.one('RRULE') !== undefined) yearly = true
    const added = event.all('RDATE').map((value) => dateOf(value, zone))
    const gone = new Set(event.all('EXDATE').map((value) => dateOf(value, zone)))
    const elsewhere = event.one('RECURRENCE-ID') === undefined ? moved.get(event.one('UID')) : undefined
    for (const start of [...(repeats ?? [from]), ...added]) {
      if (start === undefined || gone.has(start) || elsewhere?.has(start) === true) continue
      for (let n = 0; n < length; n++) {
        const on = addDays(start, n)
        days.set(on, { on, name, working: false })
      }
    }
  }
  return { days: [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1)), passedOver, firstOnly, yearly }
}

/** Of repeated events, by their UID: the days of which an event of its own speaks. */
function movedDays(events: readonly CalendarEvent[], zone: Zone): Map<string | undefined, Set<IsoDate>> {
  const moved = new Map<string | undefined, Set<IsoDate>>()
  for (const event of events) {
    const day = dateOf(event.one('RECURRENCE-ID'), zone)
    const uid = event.one('UID')
    if (day !== undefined && uid !== undefined) moved.set(uid, (moved.get(uid) ?? new Set()).add(day))
  }
  return moved
}

function isCalledOff(event: CalendarEvent): boolean {
  return event.one('STATUS')?.toUpperCase() === 'CANCELLED'
}

function nameOf(event: CalendarEvent): string {
  return (event.one('SUMMARY') ?? '')
    .replace(/\\n/gi, ' ')
    .replace(/\\([\\;,])/g, '$1')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
}

/** In days; 0 where the event ends within a day, or cannot be read. */
function lengthOf(event: CalendarEvent, from: IsoDate, zone: Zone): number {
  const end = event.one('DTEND')
  if (end !== undefined) {
    const day = dateOf(end, zone)
    return day === undefined ? 0 : dayNumber(day) - dayNumber(from)
  }
  const duration = event.one('DURATION')
  if (duration === undefined) return isMoment(event.one('DTSTART')) ? 0 : 1
  const [, weeks = '0', days = '0'] = /^\+?P(?:(\d{1,3})W|(\d{1,4})D)(?:T0[HMS])?$/i.exec(duration) ?? []
  return Number(weeks) * 7 + Number(days)
}

function isMoment(value: string | undefined): boolean {
  return value?.includes('T') === true
}

/** `20261231`, or midnight of that day; undefined where it is another time of day. */
function dateOf(value: string | undefined, zone: Zone): IsoDate | undefined {
  const [, year, month, day, time, utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d{6})(Z?))?$/i.exec(value?.trim() ?? '') ?? []
  const date = parseIsoDate(`${year}-${month}-${day}`)
  if (date === undefined || time === undefined) return date
  if (utc === '') return time === '000000' ? date : undefined
  const [hour, minute, second] = [time.slice(0, 2), time.slice(2, 4), time.slice(4)].map(Number)
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), hour, minute, second)
  const local = zone.dateOf(at)
  return zone.startOfDay(local) === at ? local : undefined
}

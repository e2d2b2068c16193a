import { addDays, type IsoDate, parseIsoDate } from '../domain/date.ts'
import type { CalendarDay } from '../domain/work-calendar.ts'

/** Days of one event; more are no holiday. */
const MOST_DAYS = 60

/** Whether a text is a calendar by RFC 5545 (.ics). */
export function isCalendarFile(text: string): boolean {
  return /^\ufeff?\s*BEGIN:VCALENDAR\r?\n/i.test(text)
}

/**
 * The whole days of a calendar's events, each by its date, as holidays; events of hours and those called off are none.
 * Of a day of several events the last. DTEND is the first day after the event (RFC 5545, 3.6.1).
 */
export function calendarDays(text: string): CalendarDay[] {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)
  const days = new Map<IsoDate, CalendarDay>()
  let event: Map<string, string> | undefined
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Za-z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? []
    const key = name.toUpperCase()
    if (key === 'BEGIN' && value.toUpperCase() === 'VEVENT') event = new Map()
    else if (key === 'END' && value.toUpperCase() === 'VEVENT') {
      for (const day of daysOf(event ?? new Map())) days.set(day.on, day)
      event = undefined
    } else event?.set(key, value)
  }
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

function daysOf(event: ReadonlyMap<string, string>): CalendarDay[] {
  const from = dateOf(event.get('DTSTART'))
  if (from === undefined || event.get('STATUS')?.toUpperCase() === 'CANCELLED') return []
  const until = dateOf(event.get('DTEND')) ?? addDays(from, 1)
  const name = (event.get('SUMMARY') ?? '')
    .replace(/\\n/gi, ' ')
    .replace(/\\([\\;,])/g, '$1')
    .trim()
  const days: CalendarDay[] = []
  for (let on = from; on < until && days.length < MOST_DAYS; on = addDays(on, 1))
    days.push({ on, name, working: false })
  return days
}

/** `20261231`; undefined where it is a time of day. */
function dateOf(value: string | undefined): IsoDate | undefined {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(value?.trim() ?? '') ?? []
  return year === undefined ? undefined : parseIsoDate(`${year}-${month}-${day}`)
}

import { DAY, type Instant, MINUTE, type Zone } from './zone.ts'

/** When we are there to be reached: minutes since local midnight, `until` excluded, on these days (1 = Monday … 7). */
export interface WorkHours {
  from: number
  until: number
  days: readonly number[]
}

export const DEFAULT_WORK_HOURS: WorkHours = { from: 9 * 60, until: 18 * 60, days: [1, 2, 3, 4, 5] }

/** Hours whose end is before their beginning go on after midnight, and are of the day on which they began. */
export function isWorkTime(at: Instant, { from, until, days }: WorkHours, zone: Zone): boolean {
  const local = at + zone.offsetAt(at)
  const date = Math.floor(local / DAY)
  const minutes = Math.floor((local - date * DAY) / MINUTE)
  const isDay = (n: number) => days.includes(((((n + THURSDAY - 1) % 7) + 7) % 7) + 1)
  if (from <= until) return minutes >= from && minutes < until && isDay(date)
  return minutes >= from ? isDay(date) : minutes < until && isDay(date - 1)
}

/** The weekday of 1970-01-01. */
const THURSDAY = 4

/**
 * Whole days from one moment to another as a wall clock counts them: until the same time of day, however long the days
 * between were. Of a day alone (its first moment) these are calendar days. Negative where `to` is earlier.
 */
export function fullDays(from: Instant, to: Instant, zone: Zone): number {
  return Math.floor((to + zone.offsetAt(to) - from - zone.offsetAt(from)) / DAY)
}

import type { Moment } from './time/when.ts'
import type { Instant, Zone } from './time/zone.ts'

export const PRIORITIES = ['high', 'normal', 'low'] as const
export type Priority = (typeof PRIORITIES)[number]

export const TASK_STATES = ['open', 'done'] as const

/** From this moment on it is overdue: a day alone with its end. */
export function deadlineOf({ at, precision }: Moment, zone: Zone): Instant {
  return precision === 'day' ? zone.endOfDay(zone.dateOf(at)) : at
}

/** A day alone is overdue from the next day on, a moment once it has passed. */
export function isOverdue(due: Moment, now: Instant, zone: Zone): boolean {
  return due.precision === 'day' ? deadlineOf(due, zone) <= now : due.at < now
}

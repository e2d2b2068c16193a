import type { Instant, Zone } from './zone.ts'

export const PRIORITIES = ['high', 'normal', 'low'] as const
export type Priority = (typeof PRIORITIES)[number]

export const TASK_STATES = ['open', 'done'] as const

/** When a task is due, or a meeting; of a day alone `at` is the day's start. */
export interface DueAt {
  at: Instant
  precision: 'moment' | 'day'
}

/** From this moment on it is overdue: a day alone with its end. */
export function deadlineOf({ at, precision }: DueAt, zone: Zone): Instant {
  return precision === 'day' ? zone.endOfDay(zone.dateOf(at)) : at
}

/** A day alone is overdue from the next day on, a moment once it has passed. */
export function isOverdue(due: DueAt, now: Instant, zone: Zone): boolean {
  return due.precision === 'day' ? deadlineOf(due, zone) <= now : due.at < now
}

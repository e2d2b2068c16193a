import { parseRecurrence, type Rhythm } from '../../domain/time/recurrence.ts'
import type { Words } from '../../words/words.ts'

/** How often a task comes again, for people; what is kept but cannot be read, as it is. */
export function sayRecurrence(stored: string, words: Words): string {
  // Stored rhythms name their own days, so that the anchor plays no part.
  const read = parseRecurrence(stored, '2026-01-01')
  return read === undefined ? stored : sayRhythm(read.rhythm, words)
}

function sayRhythm(rhythm: Rhythm, { tasks: { repeats }, when }: Words): string {
  switch (rhythm.unit) {
    case 'day':
      return rhythm.every === 1 ? repeats.daily : repeats.days(rhythm.every)
    case 'workday':
      return repeats.weekdays
    case 'week': {
      const days = rhythm.days.map((day) => when.weekdays[day - 1]).join(', ')
      return rhythm.every === 1 ? repeats.weekly(days) : repeats.weeks(rhythm.every, days)
    }
    case 'month':
      return rhythm.every === 1 ? repeats.monthly(rhythm.day) : repeats.months(rhythm.every, rhythm.day)
    case 'month-end':
      return repeats.monthEnd
  }
}

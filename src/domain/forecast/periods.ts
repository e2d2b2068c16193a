import { addDays, dayNumber, fieldsOf, type IsoDate, isoOfDay, type Unit } from '../time/date.ts'
import { type BoundedPeriod, periodOf, splitPeriod } from '../time/period.ts'
import type { Window } from './outcome-model.ts'

/** Lengths of the periods that are forecast. */
export const STEPS = ['week', '4-weeks', 'month', 'quarter', 'year'] as const
export type Step = (typeof STEPS)[number]

const FOUR_WEEKS = 28

/** More periods than these are not forecast one by one, nor anything that ends later. */
export const MOST_PERIODS = 60
export const FURTHEST_MONTHS = 36

/** Too far ahead of a day for anything to be said of it. */
export function isTooFar({ until }: Pick<BoundedPeriod, 'until'>, asOf: IsoDate): boolean {
  return dayNumber(until) - dayNumber(asOf) > FURTHEST_MONTHS * 31
}

/** The parts of a period that are forecast each by itself: whole units cut at its ends; four weeks are counted from its first day. */
export function stepsOf(period: BoundedPeriod, step: Step, weekStart: number): BoundedPeriod[] {
  if (step !== '4-weeks') return splitPeriod(period, step, weekStart)
  const days = dayNumber(period.until) - dayNumber(period.from)
  return Array.from({ length: Math.ceil(days / FOUR_WEEKS) }, (_, part) => {
    const until = Math.min(days, (part + 1) * FOUR_WEEKS)
    return periodOf(addDays(period.from, part * FOUR_WEEKS), addDays(period.from, until))
  })
}

/** The same days as numbers. */
export function windowOf({ from, until }: { from: IsoDate; until: IsoDate }): Window {
  return { from: dayNumber(from), until: dayNumber(until) }
}

/** Months counted from the year 0, and the place of a month in its quarter. */
export const MONTHS = {
  month: (day: number): number => {
    const { year, month } = fieldsOf(isoOfDay(day))
    return year * 12 + month - 1
  },
  place: (day: number): number => (fieldsOf(isoOfDay(day)).month - 1) % 3,
}

/** The beginnings of the units in which the days from `first` until before `until` lie, as days, ascending. */
export function beginningsOf(first: number, until: number, unit: Unit, weekStart: number): number[] {
  if (first >= until) return []
  return splitPeriod(periodOf(isoOfDay(first), isoOfDay(until)), unit, weekStart).map(({ from }) =>
    dayNumber(from),
  )
}

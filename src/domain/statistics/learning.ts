import { DAYS_IN_WEEK, isoOfDay } from '../time/date.ts'
import { incidenceOf, MISSED } from './incidence.ts'
import { countAges, END, type Lifetimes } from './lifetimes.ts'
import { batchesOf, type Seen, variationOf } from './maturing.ts'

/** What the deals of a pipeline tell of those still open. */
export interface Learnt extends Seen {
  /** Deals closed since then, and how many of them were won. */
  outcomes: number
  won: number
  /** Between batches, beyond chance: the variance of the log odds of winning. */
  variation: number
}

/** Days that are recent: two whole years, so that every season counts alike. */
const RECENT = 731
/** With so many outcomes among them, older ones are left out: they tell of other people and other goods. */
const RECENT_OUTCOMES = 200

/**
 * Learns from all that was seen by the end of `today`, a day number, or of late where that is enough; deals created on
 * days with the same `batchOf` make a batch. `since` is −Infinity where deals were watched from the first on. Null where
 * too little was seen.
 */
export function learn(lives: Lifetimes, today: number, batchOf: (created: number) => number): Learnt | null {
  const since = startOf(lives, today - RECENT)
  const incidence = incidenceOf(countAges(lives, since))
  if (incidence === null) return null
  const seen = { incidence, since }
  return { ...seen, ...closedSince(lives, since), variation: variationIn(lives, seen, batchOf) }
}

function startOf(lives: Lifetimes, recent: number): number {
  const start = beginning(lives)
  if (start >= recent || closedSince(lives, recent).outcomes < RECENT_OUTCOMES) return start
  let first = recent
  lives.each((created) => {
    if (created < first) first = created
  })
  return first < recent ? recent : start
}

/** Deals closed on a known day since then. */
export function closedSince(lives: Lifetimes, since: number): { outcomes: number; won: number } {
  const closed = { outcomes: 0, won: 0 }
  lives.each((created, age, end) => {
    if (end === END.open || age < 0 || created + age < since) return
    closed.outcomes++
    if (end === END.won) closed.won++
  })
  return closed
}

/**
 * Where a file holds only deals that were open on some day, nothing was closed before it: what was seen begins with the
 * first outcome. It does not where none could be expected by then.
 */
function beginning(lives: Lifetimes): number {
  let first = Number.POSITIVE_INFINITY
  lives.each((created, age, end) => {
    if (end !== END.open && age >= 0) first = Math.min(first, created + age)
  })
  if (first === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY
  const incidence = incidenceOf(countAges(lives, first))
  if (incidence === null) return Number.NEGATIVE_INFINITY
  let missed = 0
  lives.each((created, age) => {
    if (age >= 0 && created < first) missed += incidence.closings(Math.min(age, first - 1 - created))
  })
  return missed >= MISSED ? first : Number.NEGATIVE_INFINITY
}

/** There must be some batches to see how much they differ. */
const BATCHES = 6

function variationIn(lives: Lifetimes, seen: Seen, batchOf: (created: number) => number): number {
  const telling = [...batchesOf(lives, seen, batchOf).values()].filter(({ information }) => information > 0)
  if (telling.length < BATCHES && batchOf !== weekOf) return variationIn(lives, seen, weekOf)
  return variationOf(telling)
}

/** Weeks of days, numbered; they begin on Thursdays, as 1970-01-01 was one. */
export function weekOf(created: number): number {
  return Math.floor(created / DAYS_IN_WEEK)
}

/** Calendar months, numbered. */
export function months(): (created: number) => number {
  const known = new Map<number, number>()
  return (created) => {
    const found = known.get(created)
    if (found !== undefined) return found
    const iso = isoOfDay(created)
    const month = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7))
    known.set(created, month)
    return month
  }
}

import { AGE_CLASSES, ageClass, ageClassEnd, OLDEST } from './ages.ts'
import { Cells } from './cells.ts'

/** An open deal of which nobody saw in what stage it was. */
export const UNSEEN = 0
/** Neither open here nor closed: in another pipeline. */
export const ELSEWHERE = -1

/**
 * States of a deal at the end of a day: `UNSEEN`, then the open stages of a pipeline, counted from 1, then won and lost.
 */
export interface States {
  /** How many of them are open. */
  open: number
  won: number
  lost: number
}

/** The states in a pipeline of so many open stages. */
export function statesOf(stages: number): States {
  return { open: stages + 1, won: stages + 1, lost: stages + 2 }
}

/** Days as numbers since 1970-01-01. */
export interface Past {
  /** The first day with an outcome: what was open before may have closed unrecorded, and tells nothing. */
  learnFrom: number
  /** The day after the last that is known. */
  until: number
  /** First days of the spans that are counted each by itself, ascending, from the first day on. */
  spans: readonly number[]
  /** Past periods, ascending and next to each other, at whose beginning the open deals are counted. */
  periods: readonly { from: number; until: number }[]
}

/**
 * What the deals of a pipeline did, counted: how many were where at the end of each day and where they went on the
 * next, by the span that day lies in, the state and the days spent in it. The sums of the spans before a day are what
 * was known on that day. A deal counts as being where it was at the end of a day, so moves within one are one move.
 */
export class Chain {
  /** Days on which a deal could have moved: rows are span × state, columns classes of age. */
  readonly exposure: Cells
  /** Moves; layers are the states moved to. */
  readonly moves: Cells
  /** Created deals by the state they ended their first day in: rows are spans. */
  readonly landed: Cells
  /** Deals open at the beginning of a past period: rows are period × state, columns days spent in it. */
  readonly open: Cells
  /** By day since the first span: deals created, deals won, deals lost. */
  readonly created: Cells
  readonly won: Cells
  readonly lost: Cells
  readonly #spanOf: Uint16Array
  readonly #periodOf: Uint16Array
  readonly #first: number

  constructor(
    readonly states: States,
    readonly past: Past,
  ) {
    const { spans, until, periods } = past
    this.#first = spans[0] ?? until
    const days = Math.max(0, until - this.#first)
    this.exposure = new Cells(spans.length * states.open, AGE_CLASSES)
    this.moves = new Cells(spans.length * states.open, AGE_CLASSES, states.lost + 1)
    this.landed = new Cells(spans.length, states.lost + 1)
    this.open = new Cells(periods.length * states.open, OLDEST + 1)
    this.created = new Cells(days)
    this.won = new Cells(days)
    this.lost = new Cells(days)
    this.#spanOf = new Uint16Array(days + 1)
    this.#periodOf = Uint16Array.from({ length: days }, (_, row) => {
      const after = periods.findIndex(({ from }) => from > this.#first + row)
      return after < 0 ? periods.length : after
    })
    for (let span = 0; span < spans.length; span++)
      this.#spanOf.fill(span, (spans[span] ?? 0) - this.#first, days + 1)
  }

  /** The day as a row of `created`, `won` and `lost`. */
  row(day: number): number {
    return day - this.#first
  }

  /** Adds a deal: the days on which it came to new states, ascending, each state unlike the one before. Without `isBorn` it is not known when it was created. */
  add(days: ArrayLike<number>, states: ArrayLike<number>, count: number, isBorn = true): void {
    const { open, won, lost } = this.states
    const born = days[0] ?? 0
    const landing = states[0] ?? ELSEWHERE
    if (isBorn && landing !== ELSEWHERE && born >= this.#first) {
      this.created.add(this.row(born), 0, 0, 1)
      this.landed.add(this.#span(born), landing, 0, 1)
    }
    for (let i = 0; i < count; i++) {
      const day = days[i] ?? 0
      const state = states[i] ?? ELSEWHERE
      if (state === won) this.won.add(this.row(day), 0, 0, 1)
      if (state === lost) this.lost.add(this.row(day), 0, 0, 1)
      if (state < 0 || state >= open) continue
      const next = i + 1 < count ? (days[i + 1] ?? 0) : null
      this.#atRisk(state, day, next, states[i + 1] ?? ELSEWHERE)
      this.#atPeriods(state, day, next)
    }
  }

  /** The first period that begins after a day. */
  #periodAfter(day: number): number {
    return this.#periodOf[Math.max(0, day - this.#first)] ?? this.past.periods.length
  }

  #span(day: number): number {
    return this.#spanOf[day - this.#first] ?? 0
  }

  /** Counts the stay in every past period that began while it lasted. */
  #atPeriods(state: number, from: number, next: number | null): void {
    const { periods, until } = this.past
    const last = next ?? until - 1
    for (let period = this.#periodAfter(from); period < periods.length; period++) {
      const begins = periods[period]?.from ?? 0
      if (begins > last) return
      this.open.add(period * this.states.open + state, Math.min(OLDEST, begins - 1 - from), 0, 1)
    }
  }

  #atRisk(state: number, from: number, next: number | null, to: number): void {
    const { learnFrom, until, spans } = this.past
    const last = next ?? until - 1
    const { open } = this.states
    let day = Math.max(from + 1, learnFrom)
    let age = ageClass(day - 1 - from)
    let span = this.#span(day)
    const days = this.exposure.values
    while (day <= last) {
      const [older, later] = [from + 1 + ageClassEnd(age), spans[span + 1] ?? Number.POSITIVE_INFINITY]
      const end = Math.min(last + 1, older, later)
      const at = (span * open + state) * AGE_CLASSES + age
      days[at] = (days[at] ?? 0) + end - day
      day = end
      if (day === older) age++
      if (day === later) span++
    }
    if (next === null || next < learnFrom || to < 0) return
    this.moves.add(this.#span(next) * open + state, ageClass(next - 1 - from), to, 1)
  }
}

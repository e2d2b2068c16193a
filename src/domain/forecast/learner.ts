import type { Random } from '../statistics/random.ts'
import { ARRIVAL_DAYS, type Arrivals, arrivals } from './arrivals.ts'
import { type CalendarFactors, fitWithCalendar } from './calendar-factors.ts'
import type { Cells } from './cells.ts'
import type { Chain } from './chain.ts'
import { gamma } from './draws.ts'
import type { Guess, Hazards } from './hazards.ts'
import { type Ahead, lookAhead, type Wanted, type Window, wantedOf } from './outcome-model.ts'
import { type PastError, type Recalibration, recalibrate } from './recalibration.ts'

/** What the past before a day says of the days from it on. */
export interface Lesson {
  now: number
  hazards: Hazards
  calendar: CalendarFactors
  recalibration: Recalibration
  arrivals: Arrivals
  /** Deals won and lost that it was learnt from. */
  won: number
  lost: number
}

/** 0, 1 or 2: the place in its quarter of the month that a day lies in; and months counted from any one. */
export interface MonthOf {
  place(day: number): number
  month(day: number): number
}

/**
 * Learns from a chain, for any day, from what was known before it and from nothing later: the hazards from the spans
 * before, the recalibration from forecasts for past periods, each made in the same way at its beginning.
 */
export class Learner {
  readonly #errors = new Map<number, PastError | null>()

  constructor(
    readonly chain: Chain,
    readonly months: MonthOf,
    readonly guesses: readonly Guess[],
  ) {}

  /** `now` is the beginning of a span or the day after the last. */
  at(now: number): Lesson {
    const { chain } = this
    const { periods } = chain.past
    const errors = periods.flatMap((period, index) =>
      period.until > now ? [] : (this.#errorOf(index, period) ?? []),
    )
    const { hazards, factors } = this.#fit(now)
    return {
      now,
      hazards,
      calendar: factors,
      recalibration: recalibrate(errors),
      arrivals: this.#arrivals(now),
      won: between(chain.won, 0, chain.row(now)),
      lost: between(chain.lost, 0, chain.row(now)),
    }
  }

  /** The chances from a day on, by these hazards; `wanted` are those of which they are asked. */
  ahead({ now, calendar }: Lesson, hazards: Hazards, windows: readonly Window[], wanted: Wanted): Ahead {
    return lookAhead(hazards, this.chain.states, this.#ofDays(calendar), now, windows, wanted)
  }

  #fit(now: number) {
    const { chain, months, guesses } = this
    const { spans } = chain.past
    const found = spans.findIndex((from) => from >= now)
    const end = found < 0 ? spans.length : found
    const begin = spans.findIndex((from) => from >= now - LEARNT_DAYS)
    const first = (span: number) => spans[span] ?? 0
    return fitWithCalendar(
      chain,
      { begin: begin < 0 ? end : begin, end },
      { month: (span) => months.month(first(span)), place: (span) => months.place(first(span)) },
      guesses,
    )
  }

  #ofDays({ win, lose }: CalendarFactors) {
    const { months } = this
    return {
      win: (day: number) => win[months.place(day)] ?? 1,
      lose: (day: number) => lose[months.place(day)] ?? 1,
    }
  }

  #arrivals(now: number): Arrivals {
    const { chain } = this
    const row = chain.row(now)
    return arrivals(chain.created.values.subarray(Math.max(0, row - ARRIVAL_DAYS), Math.max(0, row)))
  }

  /** What came of a past period beside what was expected at its beginning; null where nothing was known yet. */
  #errorOf(index: number, { from, until }: Window): PastError | null {
    const known = this.#errors.get(index)
    if (known !== undefined) return known
    const made = this.#compare(index, from, until)
    this.#errors.set(index, made)
    return made
  }

  #compare(index: number, from: number, until: number): PastError | null {
    const { chain } = this
    const row = chain.row(from)
    if (between(chain.won, 0, row) + between(chain.lost, 0, row) < FIRST_CLOSED) return null
    const { hazards, factors } = this.#fit(from)
    const { open } = chain.states
    const wanted = wantedOf(chain.open.values, open, index * open)
    const ofDays = this.#ofDays(factors)
    const { chance, fresh } = lookAhead(hazards, chain.states, ofDays, from, [{ from, until }], wanted)
    let expected = this.#arrivals(from).perDay * (fresh[0] ?? 0)
    for (const [state, ages] of wanted.entries())
      for (const age of ages) expected += chain.open.at(index * open + state, age) * chance.at(state, age)
    return {
      expected,
      happened: between(chain.won, row, chain.row(until)),
      after: (from - chain.past.learnFrom) / (until - from),
    }
  }
}

/** Three years: what was before that was another business. */
export const LEARNT_DAYS = 3 * 366

/** With fewer deals closed, a forecast is the template's, and its error says nothing of what is learnt. */
const FIRST_CLOSED = 10

function between(days: Cells, from: number, until: number): number {
  let all = 0
  for (let row = from; row < until; row++) all += days.at(row)
  return all
}

/** Hazards that the past allows as well: each a gamma draw with the mean fitted and as many events as it rests on. */
export function drawHazards(hazards: Hazards, random: Random): Hazards {
  return {
    ...hazards,
    win: drawn(hazards.win, hazards.winKnown, random),
    lose: drawn(hazards.lose, hazards.loseKnown, random),
    toward: drawn(hazards.toward, hazards.towardKnown, random),
  }
}

function drawn(means: Cells, known: Cells, random: Random): Cells {
  const made = means.like()
  means.values.forEach((mean, at) => {
    const shape = known.values[at] ?? 0
    made.values[at] = mean > 0 ? (mean * gamma(random, shape)) / shape : 0
  })
  return made
}

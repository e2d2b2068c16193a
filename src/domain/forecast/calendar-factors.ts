import { AGE_CLASSES } from './ages.ts'
import type { Chain } from './chain.ts'
import { fitHazards, type Guess, type Hazards, type SpanFactors, type Spans } from './hazards.ts'

/** What a month's place in its quarter does to the chances of a deal: factors for the first, second and third month. */
export interface CalendarFactors {
  win: readonly number[]
  lose: readonly number[]
}

/** The calendar of the spans of a chain. */
export interface SpanMonths {
  /** Months counted from any one. */
  month(span: number): number
  /** 0, 1 or 2: the place of the month in its quarter. */
  place(span: number): number
}

/** How far, as a logarithm, months of one place are taken to differ from others before anything is known of them. */
const PLACES_APART = 0.35
/** How far two months of the same place do, and how many months that guess counts for. */
const MONTHS_APART = 0.2
const GUESSED_MONTHS = 3
const ROUNDS = 4

/**
 * Hazards and calendar factors that fit one another, from these spans. For each month the logarithm of wins
 * observed to wins expected by the hazards alone; a place's factor is the mean of its months, each weighted by how well
 * it is known (1 / (1/expected + scatter between months of one place)), shrunk to none by what places are taken to
 * differ: the posterior mean of a normal model with known variances.
 */
export function fitWithCalendar(
  chain: Chain,
  within: Spans,
  months: SpanMonths,
  guesses: readonly Guess[],
): { hazards: Hazards; factors: CalendarFactors } {
  let factors: CalendarFactors = { win: [1, 1, 1], lose: [1, 1, 1] }
  for (let round = 0; ; round++) {
    const hazards = fitHazards(chain, within, guesses, ofSpans(factors, months))
    if (round === ROUNDS) return { hazards, factors }
    factors = {
      win: places(chain, within, months, hazards.win, chain.states.won),
      lose: places(chain, within, months, hazards.lose, chain.states.lost),
    }
  }
}

function ofSpans({ win, lose }: CalendarFactors, { place }: SpanMonths): SpanFactors {
  return { win: (span) => win[place(span)] ?? 1, lose: (span) => lose[place(span)] ?? 1 }
}

function places(
  chain: Chain,
  { begin, end }: Spans,
  { month, place }: SpanMonths,
  hazard: Hazards['win'],
  outcome: number,
): number[] {
  const found = new Map<number, { place: number; observed: number; expected: number }>()
  const { open } = chain.states
  for (let span = begin; span < end; span++) {
    const of = found.get(month(span)) ?? { place: place(span), observed: 0, expected: 0 }
    found.set(month(span), of)
    for (let state = 0; state < open; state++)
      for (let age = 0; age < AGE_CLASSES; age++) {
        const days = chain.exposure.at(span * open + state, age)
        if (days === 0) continue
        of.expected += days * hazard.at(state, age)
        of.observed += chain.moves.at(span * open + state, age, outcome)
      }
  }
  return placeFactors([...found.values()])
}

/**
 * The factors of the three places, by what was observed and expected in each month.
 *
 * By hand: one month in each place, 200 of 100, 100 of 100 and 50 of 100 expected; without two months of a place the
 * scatter is the guess, 0.2² = 0.04. Weights 1/(0.01 + 0.04) = 20 (the half added to both is nothing beside 100):
 * ln 2 · 20 / (20 + 1/0.35²) = 0.693 · 0.710 = 0.492, so 1.64; then 1; then 0.61.
 */
export function placeFactors(
  months: readonly { place: number; observed: number; expected: number }[],
): number[] {
  const known = months.map(({ place, observed, expected }) => ({
    place,
    log: Math.log((observed + 0.5) / (expected + 0.5)),
    noise: 1 / (expected + 0.5),
  }))
  const scatter = scatterWithin(known)
  return [0, 1, 2].map((place) => {
    let [sum, weight] = [0, 1 / PLACES_APART ** 2]
    for (const month of known) {
      if (month.place !== place) continue
      const w = 1 / (month.noise + scatter)
      sum += w * month.log
      weight += w
    }
    return Math.exp(sum / weight)
  })
}

/** The variance between months of one place beyond chance, with the guess as so many months. */
function scatterWithin(months: readonly { place: number; log: number; noise: number }[]): number {
  let [sum, n] = [GUESSED_MONTHS * MONTHS_APART ** 2, GUESSED_MONTHS]
  for (const place of [0, 1, 2]) {
    const mine = months.filter((month) => month.place === place)
    if (mine.length < 2) continue
    const mean = mine.reduce((all, { log }) => all + log, 0) / mine.length
    for (const { log, noise } of mine) sum += (log - mean) ** 2 - noise * (1 - 1 / mine.length)
    n += mine.length - 1
  }
  return Math.max(sum / n, 0.01)
}

import { AGE_CLASSES } from './ages.ts'
import { Cells } from './cells.ts'
import type { Chain } from './chain.ts'

/** Events that a guess made beforehand counts for beside those observed. */
const GUESS = 1

/** What is presumed of a state before anything is known of it: the chance of being won in the end, and days until it is decided. */
export interface Guess {
  chance: number
  days: number
}

/**
 * Chances per day: of an open deal in a state for so many days to be won, to be lost, or to move on to another state.
 * Rows are states, columns classes of age; `toward` has a layer for each state moved to. `*Known` is the number of
 * events that a chance rests on, the guess included.
 */
export interface Hazards {
  win: Cells
  lose: Cells
  toward: Cells
  winKnown: Cells
  loseKnown: Cells
  towardKnown: Cells
  /** Of the deals created, the share that ends its first day in each state. */
  landing: readonly number[]
}

/** Spans of a chain from `begin` until before `end`. */
export interface Spans {
  begin: number
  end: number
}

/** How much likelier than usual deals are to be won and lost in a span, by which counts are freed of it. */
export interface SpanFactors {
  win(span: number): number
  lose(span: number): number
}

/**
 * The hazards by what is known of these spans. Each is (events + κ) / (days at risk + κ / guess), κ = 1
 * event, the mean of a gamma posterior, with a guess that is in turn learnt from more: for the pipeline at an age, the
 * pipeline at any age; there, the template. For a stage, the pipeline at this age times how the stage at any age
 * compares to it. So a stage with few events is taken for any stage, and a pipeline with few for its template.
 *
 * By hand: in 100 days at risk 4 deals were won, the guess is 0.02 a day: (4 + 1) / (100 + 1 / 0.02) = 0.0333.
 */
export function fitHazards(
  chain: Chain,
  { begin, end }: Spans,
  guesses: readonly Guess[],
  factors: SpanFactors,
): Hazards {
  const { open, won, lost } = chain.states
  const table = () => new Cells(open, AGE_CLASSES)
  const [days, winDays, loseDays, wins, losses] = [table(), table(), table(), table(), table()]
  const toward = new Cells(open, AGE_CLASSES, open)
  for (let span = begin; span < end; span++) {
    const [winFactor, loseFactor] = [factors.win(span), factors.lose(span)]
    for (let state = 0; state < open; state++) {
      const row = span * open + state
      for (let age = 0; age < AGE_CLASSES; age++) {
        const exposure = chain.exposure.at(row, age)
        if (exposure === 0) continue
        days.add(state, age, 0, exposure)
        winDays.add(state, age, 0, exposure * winFactor)
        loseDays.add(state, age, 0, exposure * loseFactor)
        wins.add(state, age, 0, chain.moves.at(row, age, won))
        losses.add(state, age, 0, chain.moves.at(row, age, lost))
        for (let to = 0; to < open; to++) toward.add(state, age, to, chain.moves.at(row, age, to))
      }
    }
  }
  const guess = (of: (guess: Guess) => number) => guesses.map(of)
  const win = outcomes(
    wins,
    winDays,
    guess(({ chance, days: until }) => chance / until),
  )
  const lose = outcomes(
    losses,
    loseDays,
    guess(({ chance, days: until }) => (1 - chance) / until),
  )
  return {
    win: win.hazard,
    winKnown: win.known,
    lose: lose.hazard,
    loseKnown: lose.known,
    ...transitions(toward, days),
    landing: landing(chain, { begin, end }),
  }
}

/** By how many events a hazard is known, and it. */
interface Rates {
  hazard: Cells
  known: Cells
}

function outcomes(events: Cells, days: Cells, guesses: readonly number[]): Rates {
  const { rows: states } = events
  const [eventsOf, daysOf] = [rowSums(events), rowSums(days)]
  // The guess of the whole: what the template says of the states in which deals were.
  const atRisk = sum(daysOf)
  const guessed =
    atRisk > 0 ? sum(guesses.map((guess, state) => guess * (daysOf[state] ?? 0))) / atRisk : (guesses[0] ?? 0)
  const overall = rate(sum(eventsOf), atRisk, guessed)
  let before = overall
  const usual = Array.from({ length: AGE_CLASSES }, (_, age) => {
    let [n, at] = [0, 0]
    for (let state = 0; state < states; state++) {
      n += events.at(state, age)
      at += days.at(state, age)
    }
    before = rate(n, at, overall)
    return before
  })
  const rates = { hazard: new Cells(states, AGE_CLASSES), known: new Cells(states, AGE_CLASSES) }
  for (let state = 0; state < states; state++) {
    let expected = 0
    for (let age = 0; age < AGE_CLASSES; age++) expected += days.at(state, age) * (usual[age] ?? 0)
    // A state without a past is as its template says beside the others.
    const beside = guessed > 0 ? (guesses[state] ?? 0) / guessed : 1
    const ratio = ((eventsOf[state] ?? 0) + GUESS * beside) / (expected + GUESS)
    for (let age = 0; age < AGE_CLASSES; age++) {
      const [n, at] = [events.at(state, age), days.at(state, age)]
      rates.hazard.set(state, age, 0, rate(n, at, ratio * (usual[age] ?? 0)))
      rates.known.set(state, age, 0, n + GUESS)
    }
  }
  return rates
}

function transitions(moves: Cells, days: Cells): { toward: Cells; towardKnown: Cells } {
  const { rows: open } = moves
  const toward = new Cells(open, AGE_CLASSES, open)
  const towardKnown = new Cells(open, AGE_CLASSES, open)
  const daysOf = rowSums(days)
  for (let state = 0; state < open; state++)
    for (let to = 0; to < open; to++) {
      let all = 0
      for (let age = 0; age < AGE_CLASSES; age++) all += moves.at(state, age, to)
      if (all === 0) continue
      for (let age = 0; age < AGE_CLASSES; age++) {
        const n = moves.at(state, age, to)
        toward.set(state, age, to, rate(n, days.at(state, age), all / (daysOf[state] ?? 1)))
        towardKnown.set(state, age, to, n + GUESS)
      }
    }
  return { toward, towardKnown }
}

/** Where nothing was created yet, all deals begin in the first stage. */
function landing(chain: Chain, { begin, end }: Spans): number[] {
  const { lost } = chain.states
  const counts = Array.from({ length: lost + 1 }, (_, state) => {
    let n = 0
    for (let span = begin; span < end; span++) n += chain.landed.at(span, state)
    return n
  })
  const all = sum(counts)
  return counts.map((n, state) => (all > 0 ? n / all : state === 1 ? 1 : 0))
}

function rate(events: number, days: number, guess: number): number {
  return guess > 0 ? (events + GUESS) / (days + GUESS / guess) : 0
}

function rowSums(cells: Cells): number[] {
  return Array.from({ length: cells.rows }, (_, row) => {
    let all = 0
    for (let column = 0; column < cells.columns; column++) all += cells.at(row, column)
    return all
  })
}

function sum(list: readonly number[]): number {
  return list.reduce((all, x) => all + x, 0)
}

import { AGE_CLASSES, ageClass, OLDEST } from './ages.ts'
import { Cells } from './cells.ts'
import type { States } from './chain.ts'
import type { Hazards } from './hazards.ts'

/** Days, `until` excluded. */
export interface Window {
  from: number
  until: number
}

/** How much likelier than usual deals are to be won and lost on a day. */
export interface DayFactors {
  win(day: number): number
  lose(day: number): number
}

/** By state, the days spent in it of which chances are wanted, ascending, none above `OLDEST`. */
export type Wanted = readonly Uint16Array[]

/** The places of a table of chances at which there is anything, from a row on. */
export function wantedOf(counts: ArrayLike<number>, open: number, row = 0): Wanted {
  return Array.from({ length: open }, (_, state) =>
    EVERY_AGE.filter((age) => (counts[(row + state) * (OLDEST + 1) + age] ?? 0) > 0),
  )
}

/** Chances to be won, seen from the end of the day before `now`. */
export interface Ahead {
  /** The chance of an open deal to be won within each window: rows are states, columns days in it (those wanted), layers windows. */
  chance: Cells
  /** Wins expected in each window from one deal created on each day from `now` on. */
  fresh: readonly number[]
}

/** On no day does more than this share of the open deals move. */
const MOST = 0.95

/**
 * Looks ahead over the windows (in their order, next to each other, the first not before `now`), by going back from
 * their end: the chance at the end of a day is that of being won on the next, where that lies in the window, plus those
 * of where else it may be then. A discrete-time semi-Markov chain with competing hazards.
 *
 * By hand: one state, win 0.1 and lose 0.2 a day at any age, a window of two days: 0.1 + 0.7 · 0.1 = 0.17.
 */
export function lookAhead(
  hazards: Hazards,
  { open, won }: States,
  factors: DayFactors,
  now: number,
  windows: readonly Window[],
  wanted: Wanted = Array.from({ length: open }, () => EVERY_AGE),
): Ahead {
  const { landing } = hazards
  const chance = new Cells(open, OLDEST + 1, windows.length)
  const fresh = windows.map(() => 0)
  const leaving = new Leaving(hazards, chance)
  const last = windows.at(-1)?.until ?? now
  for (let day = last - 1; day >= now; day--) {
    const label = windows.findIndex(({ from, until }) => day >= from && day < until)
    // Of what is to be won before this day, nothing is left on it.
    const first = Math.max(0, label)
    for (let w = first; w < windows.length; w++) {
      let wins = w === label ? (landing[won] ?? 0) : 0
      for (let state = 0; state < open; state++) wins += (landing[state] ?? 0) * chance.at(state, 0, w)
      fresh[w] = (fresh[w] ?? 0) + wins
    }
    leaving.of(factors.win(day), factors.lose(day))
    leaving.step(label, first)
    for (let state = 0; state < open; state++)
      back(chance, leaving, state, day - now, first, wanted[state] ?? EVERY_AGE)
  }
  return { chance, fresh }
}

const EVERY_AGE: Uint16Array = Uint16Array.from({ length: OLDEST + 1 }, (_, age) => age)

/**
 * From the chances at the end of a day to those at the end of the day before. So many days after now a deal that is
 * wanted is so much older, and one that came to the state since is younger than that: no other ages are looked at.
 */
function back(
  chance: Cells,
  leaving: Leaving,
  state: number,
  days: number,
  first: number,
  wanted: Uint16Array,
) {
  const young = Math.min(days, OLDEST + 1)
  for (let age = 0; age < young; age++) backAt(chance, leaving, state, age, first)
  for (let i = 0; i < wanted.length; i++) {
    const age = (wanted[i] ?? 0) + days
    if (age < OLDEST) backAt(chance, leaving, state, age, first)
    else {
      // As old as can be are all of these.
      if (young <= OLDEST) backAt(chance, leaving, state, OLDEST, first)
      return
    }
  }
}

function backAt({ values, layers }: Cells, leaving: Leaving, state: number, age: number, first: number) {
  const row = state * AGE_CLASSES + ageClass(age)
  const stay = leaving.staying[row] ?? 0
  const at = (state * (OLDEST + 1) + age) * layers
  const next = age < OLDEST ? at + layers : at
  for (let w = first; w < layers; w++)
    values[at + w] = (leaving.onward[row * layers + w] ?? 0) + stay * (values[next + w] ?? 0)
}

/** What one day adds, by state and class of age: `onward` by leaving the state, and the chance to be still in it. */
class Leaving {
  readonly onward: Float64Array
  readonly staying: Float64Array
  readonly #win: Float64Array
  readonly #scale: Float64Array
  /** Moves that happen, as the row they are from, the state they lead to and how likely they are; in that order. */
  readonly #moves: { row: Uint16Array; to: Uint16Array; chance: Float64Array }
  #factors = [Number.NaN, Number.NaN]

  constructor(
    readonly hazards: Hazards,
    readonly chance: Cells,
  ) {
    const { rows: open, layers } = chance
    const rows = open * AGE_CLASSES
    this.onward = new Float64Array(rows * layers)
    this.staying = new Float64Array(rows)
    this.#win = new Float64Array(rows)
    this.#scale = new Float64Array(rows)
    const found: number[] = []
    hazards.toward.values.forEach((move, at) => {
      if (move > 0) found.push(at)
    })
    this.#moves = {
      row: Uint16Array.from(found, (at) => Math.floor(at / open)),
      to: Uint16Array.from(found, (at) => at % open),
      chance: Float64Array.from(found, (at) => hazards.toward.values[at] ?? 0),
    }
  }

  /** How likely deals are to leave on a day; the same as on the day before it is most often. */
  of(winFactor: number, loseFactor: number): void {
    if (this.#factors[0] === winFactor && this.#factors[1] === loseFactor) return
    this.#factors = [winFactor, loseFactor]
    const { win, lose } = this.hazards
    const { row, chance } = this.#moves
    for (let i = 0; i < this.staying.length; i++) {
      this.#win[i] = (win.values[i] ?? 0) * winFactor
      this.staying[i] = (this.#win[i] ?? 0) + (lose.values[i] ?? 0) * loseFactor
    }
    for (let move = 0; move < row.length; move++) {
      const from = row[move] ?? 0
      this.staying[from] = (this.staying[from] ?? 0) + (chance[move] ?? 0)
    }
    for (let i = 0; i < this.staying.length; i++) {
      const leaving = this.staying[i] ?? 0
      const scale = leaving > MOST ? MOST / leaving : 1
      this.#scale[i] = scale
      this.staying[i] = 1 - leaving * scale
    }
  }

  /** What leaving brings on a day of the window `label`; of windows before `first` nothing is asked. */
  step(label: number, first: number): void {
    const { onward } = this
    const { values, layers } = this.chance
    const { row, to, chance } = this.#moves
    for (let i = 0; i < this.staying.length; i++)
      for (let w = first; w < layers; w++) onward[i * layers + w] = w === label ? (this.#win[i] ?? 0) : 0
    for (let move = 0; move < row.length; move++) {
      const from = (row[move] ?? 0) * layers
      const come = (to[move] ?? 0) * (OLDEST + 1) * layers
      for (let w = first; w < layers; w++)
        onward[from + w] = (onward[from + w] ?? 0) + (chance[move] ?? 0) * (values[come + w] ?? 0)
    }
    for (let i = 0; i < this.staying.length; i++)
      for (let w = first; w < layers; w++)
        onward[i * layers + w] = (onward[i * layers + w] ?? 0) * (this.#scale[i] ?? 1)
  }
}

import { AGE_CLASSES, ageClassBegin, ageClassEnd, OLDEST } from './ages.ts'
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

/** Chances to be won, seen from the end of the day before `now`. */
export interface Ahead {
  /** The chance of an open deal to be won within each window: rows are states, columns days in it, layers windows. */
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
  states: States,
  factors: DayFactors,
  now: number,
  windows: readonly Window[],
): Ahead {
  const { open, won } = states
  const { landing } = hazards
  const count = windows.length
  const chance = new Cells(open, OLDEST + 1, count)
  const fresh = windows.map(() => 0)
  const onward = new Cells(open, AGE_CLASSES, count)
  const staying = new Cells(open, AGE_CLASSES)
  const last = windows.at(-1)?.until ?? now
  for (let day = last - 1; day >= now; day--) {
    const label = windows.findIndex(({ from, until }) => day >= from && day < until)
    for (let w = 0; w < count; w++) {
      let wins = w === label ? (landing[won] ?? 0) : 0
      for (let state = 0; state < open; state++) wins += (landing[state] ?? 0) * chance.at(state, 0, w)
      fresh[w] = (fresh[w] ?? 0) + wins
    }
    const [winFactor, loseFactor] = [factors.win(day), factors.lose(day)]
    step(hazards, winFactor, loseFactor, label, chance, onward, staying)
    back(chance, onward, staying)
  }
  return { chance, fresh }
}

/** From the chances at the end of a day to those at the end of the day before, at every age. */
function back({ values, rows, layers }: Cells, onward: Cells, staying: Cells): void {
  let at = 0
  for (let state = 0; state < rows; state++)
    for (let age = 0; age < AGE_CLASSES; age++) {
      const stay = staying.at(state, age)
      const until = Math.min(ageClassEnd(age), OLDEST + 1)
      for (let days = ageClassBegin(age); days < until; days++)
        for (let w = 0; w < layers; w++, at++)
          values[at] = onward.at(state, age, w) + stay * (values[days < OLDEST ? at + layers : at] ?? 0)
    }
}

/** What one day adds: `onward` by leaving the state, `staying` the chance to be still in it. */
function step(
  hazards: Hazards,
  winFactor: number,
  loseFactor: number,
  label: number,
  chance: Cells,
  onward: Cells,
  staying: Cells,
): void {
  const { rows: open, layers: count } = chance
  for (let state = 0; state < open; state++)
    for (let age = 0; age < AGE_CLASSES; age++) {
      const win = hazards.win.at(state, age) * winFactor
      let leaving = win + hazards.lose.at(state, age) * loseFactor
      for (let to = 0; to < open; to++) leaving += hazards.toward.at(state, age, to)
      const scale = leaving > MOST ? MOST / leaving : 1
      staying.set(state, age, 0, 1 - leaving * scale)
      for (let w = 0; w < count; w++) {
        let gain = w === label ? win : 0
        for (let to = 0; to < open; to++) {
          const move = hazards.toward.at(state, age, to)
          if (move > 0) gain += move * chance.at(to, 0, w)
        }
        onward.set(state, age, w, gain * scale)
      }
    }
}

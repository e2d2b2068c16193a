import { OLDEST } from './ages.ts'
import type { States } from './chain.ts'
import type { Window } from './outcome-model.ts'

/** A deal that was open when a past period began. */
export interface Opening {
  deal: number
  /** The last state it was in before, and the days it had ended in it. */
  state: number
  age: number
  /** The stage it was in then. */
  stage: number
  created: number
  /** It was won before the period was over. */
  isWon: boolean
}

/** The deals open at the beginning of each of some past periods, in any order of periods. */
export class Openings {
  readonly of: Opening[][]

  constructor(
    readonly states: States,
    readonly periods: readonly Window[],
    readonly until: number,
  ) {
    this.of = periods.map(() => [])
  }

  /** Notes a deal by the days on which it came to new states, and the stages those were. */
  add(
    deal: number,
    days: readonly number[],
    states: readonly number[],
    stages: readonly number[],
    count: number,
  ): void {
    const created = days[0] ?? 0
    const { open, won } = this.states
    for (const [k, { from, until }] of this.periods.entries()) {
      if (created >= from) continue
      let at = count - 1
      while (at > 0 && (days[at] ?? 0) >= from) at--
      const state = states[at] ?? -1
      if (state < 0 || state >= open) continue
      let isWon = false
      for (let i = at + 1; i < count && (days[i] ?? 0) < until; i++) isWon = states[i] === won
      const age = Math.min(OLDEST, from - 1 - (days[at] ?? 0))
      this.of[k]?.push({ deal, state, age, stage: stages[at] ?? 0, created, isWon })
    }
  }
}

/** The states in which a deal ended its days, each day and state on which that changed. Kept and emptied for the next. */
export class DayEnds {
  readonly days: number[] = []
  readonly states: number[] = []
  /** The stages that the states stand for. */
  readonly stages: number[] = []
  count = 0

  clear(): void {
    this.count = 0
  }

  /** Comes to a state on a day, not before the last one told: what was earlier on the same day is passed over. */
  come(day: number, state: number, stage: number): void {
    const last = this.count - 1
    if (last >= 0 && day <= (this.days[last] ?? 0)) {
      if (last > 0 && this.states[last - 1] === state) this.count--
      else {
        this.states[last] = state
        this.stages[last] = stage
      }
      return
    }
    if (last >= 0 && this.states[last] === state) return
    this.days[this.count] = day
    this.stages[this.count] = stage
    this.states[this.count++] = state
  }
}

/** What became of a deal by T, as it is stored. */
export const END = { open: 0, won: 1, lost: 2 } as const

/** Deals as days of their lives: columns, not objects, so that a million of them cost little. */
export class Lifetimes {
  #size = 0
  #created = new Int32Array(1024)
  #ages = new Int32Array(1024)
  #ends = new Uint8Array(1024)

  get size(): number {
    return this.#size
  }

  /**
   * `created` is a day number; `age`, in days, the one it was closed at, or that it has at T, −1 where nobody knows;
   * `end` one of `END`.
   */
  add(created: number, age: number, end: number): void {
    if (this.#size === this.#ends.length) this.#grow()
    this.#created[this.#size] = created
    this.#ages[this.#size] = age
    this.#ends[this.#size++] = end
  }

  each(sink: (created: number, age: number, end: number) => void): void {
    for (let i = 0; i < this.#size; i++)
      sink(this.#created[i] ?? 0, this.#ages[i] ?? 0, this.#ends[i] ?? END.open)
  }

  #grow(): void {
    const [created, ages, ends] = [this.#created, this.#ages, this.#ends]
    const length = this.#size * 2
    this.#created = new Int32Array(length)
    this.#ages = new Int32Array(length)
    this.#ends = new Uint8Array(length)
    this.#created.set(created)
    this.#ages.set(ages)
    this.#ends.set(ends)
  }
}

/** By age in days: how many deals were open as it began, and how many of them were won and lost that day. */
export interface AgeCounts {
  atRisk: Float64Array
  won: Float64Array
  lost: Float64Array
}

/** Counts what was seen from a day on: a deal created before it is at risk from the age that it had then. */
export function countAges(lives: Lifetimes, since: number): AgeCounts {
  let oldest = 0
  lives.each((_, age) => {
    if (age > oldest) oldest = age
  })
  const atRisk = new Float64Array(oldest + 2)
  const won = new Float64Array(oldest + 1)
  const lost = new Float64Array(oldest + 1)
  lives.each((created, age, end) => {
    const from = Math.max(0, since - created)
    if (age < from) return
    addTo(atRisk, from, 1)
    addTo(atRisk, age + 1, -1)
    if (end === END.won) addTo(won, age, 1)
    else if (end === END.lost) addTo(lost, age, 1)
  })
  for (let age = 1; age <= oldest; age++) addTo(atRisk, age, atRisk[age - 1] ?? 0)
  return { atRisk: atRisk.subarray(0, oldest + 1), won, lost }
}

/** Adds to one of a list of sums, in its place. */
export function addTo(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value
}

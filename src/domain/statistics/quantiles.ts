import { middleOf, nearestRank, select } from './statistics.ts'

/** Numbers that are asked for by their rank; null of none. */
export interface Ranked {
  readonly n: number
  mean(): number | null
  /** The middle of the sorted values, or the mean of the two in the middle. */
  median(): number | null
  /** The smallest value that this share of them does not exceed (nearest rank). */
  rank(share: number): number | null
  /** How many are greater. */
  above(limit: number): number
}

/** Numbers of which a middle and a share are asked: eight bytes each, never sorted. */
export class Quantiles implements Ranked {
  #values = new Float64Array(16)
  #n = 0
  #sum = 0

  add(value: number): void {
    if (this.#n === this.#values.length) this.#widen(this.#n * 2)
    this.#values[this.#n++] = value
    this.#sum += value
  }

  addAll(other: Quantiles): void {
    const n = this.#n + other.n
    if (n > this.#values.length) this.#widen(2 * n)
    this.#values.set(other.#values.subarray(0, other.n), this.#n)
    this.#n = n
    this.#sum += other.#sum
  }

  get n(): number {
    return this.#n
  }

  mean(): number | null {
    return this.#n === 0 ? null : this.#sum / this.#n
  }

  median(): number | null {
    return middleOf(this.#values.subarray(0, this.#n))
  }

  rank(share: number): number | null {
    if (this.#n === 0) return null
    return select(this.#values.subarray(0, this.#n), nearestRank(this.#n, share) - 1)
  }

  above(limit: number): number {
    let n = 0
    for (let i = 0; i < this.#n; i++) if ((this.#values[i] ?? 0) > limit) n += 1
    return n
  }

  #widen(length: number): void {
    const wider = new Float64Array(length)
    wider.set(this.#values)
    this.#values = wider
  }
}

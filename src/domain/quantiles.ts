import { nearestRank } from './statistics.ts'

/** Numbers of which a middle and a share are asked: eight bytes each, sorted once they are asked for. */
export class Quantiles {
  #values = new Float64Array(16)
  #n = 0
  #sum = 0
  #isSorted = true

  add(value: number): void {
    if (this.#n === this.#values.length) {
      const wider = new Float64Array(this.#n * 2)
      wider.set(this.#values)
      this.#values = wider
    }
    this.#values[this.#n++] = value
    this.#sum += value
    this.#isSorted = false
  }

  get n(): number {
    return this.#n
  }

  /** null of none. */
  mean(): number | null {
    return this.#n === 0 ? null : this.#sum / this.#n
  }

  /** The middle of the sorted values, or the mean of the two in the middle; null of none. */
  median(): number | null {
    const values = this.#sorted()
    const [low, high] = [values[(this.#n - 1) >> 1], values[this.#n >> 1]]
    return low === undefined || high === undefined ? null : (low + high) / 2
  }

  /** The smallest value that this share of them does not exceed (nearest rank); null of none. */
  rank(share: number): number | null {
    return this.#n === 0 ? null : (this.#sorted()[nearestRank(this.#n, share) - 1] ?? null)
  }

  /** How many are greater. */
  above(limit: number): number {
    const values = this.#sorted()
    let [from, until] = [0, this.#n]
    while (from < until) {
      const middle = (from + until) >> 1
      if ((values[middle] ?? 0) > limit) until = middle
      else from = middle + 1
    }
    return this.#n - from
  }

  #sorted(): Float64Array {
    const values = this.#values.subarray(0, this.#n)
    if (!this.#isSorted) values.sort()
    this.#isSorted = true
    return values
  }
}

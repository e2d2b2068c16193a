import type { Cells } from './cells.ts'
import type { OpenDeals } from './open-deals.ts'

/** Deals whose chances are compared to the highest among so many at once. */
export const BLOCK = 64

/** Deals in descending order of their chances, so that those next to each other are alike. */
export interface Ranked {
  order: Int32Array
  /** The highest chance of each block of so many deals, by block and window. */
  highest: Float64Array
}

/** Some of the open deals, gathered by their place in a table of chances: those of one place are alike in any table. */
export class RankedDeals {
  readonly #places: Int32Array
  readonly #begin: Int32Array
  readonly #deals: Int32Array

  /** `deals` are numbers of deals, ascending. */
  constructor(
    readonly open: OpenDeals,
    deals: Int32Array,
  ) {
    const { place } = open
    this.#deals = deals.slice().sort((a, b) => (place[a] ?? 0) - (place[b] ?? 0) || a - b)
    const begin = [...this.#deals.keys()].filter((i) => i === 0 || this.#placeAt(i) !== this.#placeAt(i - 1))
    this.#begin = Int32Array.from([...begin, deals.length])
    this.#places = Int32Array.from(begin, (i) => this.#placeAt(i))
  }

  get count(): number {
    return this.#deals.length
  }

  /** By what their chances are in the windows together, then by number. */
  by({ values, layers }: Cells): Ranked {
    const totals = Float64Array.from(this.#places, (place) => {
      let all = 0
      for (let w = 0; w < layers; w++) all += values[place * layers + w] ?? 0
      return all
    })
    const ranks = Int32Array.from(totals, (_, i) => i).sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0))
    const order = new Int32Array(this.count)
    let [end, alike] = [0, 0]
    for (const [rank, i] of ranks.entries()) {
      if (rank > 0 && totals[i] !== totals[ranks[rank - 1] ?? 0]) alike = end
      const isAlone = alike === end
      order.set(this.#deals.subarray(this.#begin[i], this.#begin[i + 1]), end)
      end += (this.#begin[i + 1] ?? 0) - (this.#begin[i] ?? 0)
      if (!isAlone) order.subarray(alike, end).sort()
    }
    return { order, highest: this.#highest(order, values, layers) }
  }

  #placeAt(i: number): number {
    return this.open.place[this.#deals[i] ?? 0] ?? 0
  }

  #highest(order: Int32Array, values: Float64Array, layers: number): Float64Array {
    const highest = new Float64Array(Math.ceil(order.length / BLOCK) * layers)
    for (let rank = 0; rank < order.length; rank++) {
      const block = Math.floor(rank / BLOCK) * layers
      const at = (this.open.place[order[rank] ?? 0] ?? 0) * layers
      for (let w = 0; w < layers; w++)
        highest[block + w] = Math.max(highest[block + w] ?? 0, values[at + w] ?? 0)
    }
    return highest
  }
}

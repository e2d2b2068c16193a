import { medianOf } from '../statistics/statistics.ts'
import type { Window } from './outcome-model.ts'
import { type ValueSums, type Worth, worthOfAll, worthOfProduct } from './won-values.ts'

/** Deals won, in columns: days, minor units (NaN: not known), index of the product, of the group (−1: not asked for). */
export class WonDeals {
  readonly #closed: number[] = []
  readonly #created: number[] = []
  readonly #value: number[] = []
  readonly #product: number[] = []
  readonly #group: number[] = []

  add(created: number, closed: number, value: number, product: number, group: number): void {
    this.#created.push(created)
    this.#closed.push(closed)
    this.#value.push(value)
    this.#product.push(product)
    this.#group.push(group)
  }

  /** Gives products and groups other numbers: those at their old ones in these lists. */
  renumber(products: readonly number[], groups: readonly number[]): void {
    for (let i = 0; i < this.#closed.length; i++) {
      this.#product[i] = products[this.#product[i] ?? 0] ?? 0
      this.#group[i] = groups[this.#group[i] ?? -1] ?? -1
    }
  }

  /** What was won in a window by each group; of all deals asked for together with `groups` 1. */
  sums({ from, until }: Window, groups: number): number[] {
    const sums = Array.from({ length: groups }, () => 0)
    for (let i = 0; i < this.#closed.length; i++) {
      const day = this.#closed[i] ?? 0
      const value = this.#value[i] ?? Number.NaN
      const group = this.#group[i] ?? -1
      if (day >= from && day < until && group >= 0 && !Number.isNaN(value))
        sums[group] = (sums[group] ?? 0) + value
    }
    return sums
  }

  /** The day of the first win of those asked for. */
  get first(): number | null {
    let first: number | null = null
    for (let i = 0; i < this.#closed.length; i++)
      if ((this.#group[i] ?? -1) >= 0 && (first === null || (this.#closed[i] ?? 0) < first))
        first = this.#closed[i] ?? null
    return first
  }

  /** What deals won before a day brought: of all products, and of each. */
  worths(before: number, products: number): { all: Worth; of: Worth[] } {
    const sums = Array.from({ length: products }, (): ValueSums => ({ n: 0, sum: 0, squares: 0 }))
    const all: ValueSums = { n: 0, sum: 0, squares: 0 }
    for (let i = 0; i < this.#closed.length; i++) {
      const value = this.#value[i] ?? Number.NaN
      if ((this.#closed[i] ?? 0) >= before || Number.isNaN(value)) continue
      count(all, value)
      const own = sums[this.#product[i] ?? 0]
      if (own !== undefined) count(own, value)
    }
    const whole = worthOfAll(all)
    return { all: whole, of: sums.map((own) => worthOfProduct(own, whole)) }
  }

  /** Median days from creation to win of those won before a day; null of none. */
  medianCycle(before: number): number | null {
    const days: number[] = []
    for (let i = 0; i < this.#closed.length; i++)
      if ((this.#closed[i] ?? 0) < before) days.push((this.#closed[i] ?? 0) - (this.#created[i] ?? 0))
    return medianOf(days)
  }
}

function count(sums: ValueSums, value: number): void {
  sums.n++
  sums.sum += value
  sums.squares += value * value
}

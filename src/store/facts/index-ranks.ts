import type { Ranked } from '../../domain/statistics/quantiles.ts'
import { nearestRank } from '../../domain/statistics/statistics.ts'
import type { Database } from '../database.ts'

/** Where numbers stand in order: those of a column in the rows of an index that begin with these values. */
export interface Ordered {
  column: string
  /** The table and the condition that the index was made for, with a question mark for each of `parameters`. */
  rows: string
  parameters: readonly number[]
  /** How many there are, and their sum. */
  n: number
  sum: number
}

/** Numbers of an index, not read one by one but looked up where they stand; `left`, ascending, are left out. */
export class IndexRanks implements Ranked {
  readonly #db: Database
  readonly #in: Ordered
  readonly #left: readonly number[]

  constructor(db: Database, ordered: Ordered, left: readonly number[] = []) {
    this.#db = db
    this.#in = ordered
    this.#left = left
  }

  get n(): number {
    return this.#in.n - this.#left.length
  }

  mean(): number | null {
    return this.n === 0 ? null : this.#left.reduce((rest, value) => rest - value, this.#in.sum) / this.n
  }

  median(): number | null {
    const { n } = this
    if (n === 0) return null
    const high = this.#nth(n >> 1)
    return n % 2 === 1 ? high : (this.#nth((n >> 1) - 1) + high) / 2
  }

  rank(share: number): number | null {
    return this.n === 0 ? null : this.#nth(nearestRank(this.n, share) - 1)
  }

  above(limit: number): number {
    const { column, rows, parameters } = this.#in
    const all = this.#db
      .prepare(`select count(*) from ${rows} and ${column} > ?`)
      .pluck()
      .get(...parameters, limit) as number
    return all - (this.#left.length - this.#leftUntil(limit))
  }

  /**
   * The k-th smallest (0-based) of those not left out: its place among all is k and as many as are left out up to it,
   * which moves it on until none is passed over any more.
   */
  #nth(k: number): number {
    let passed = 0
    while (true) {
      const value = this.#at(k + passed)
      const before = this.#leftUntil(value)
      if (before === passed) return value
      passed = before
    }
  }

  /** The k-th smallest of all, counted from the nearer end. */
  #at(k: number): number {
    const { column, rows, parameters, n } = this.#in
    const isLow = 2 * k < n
    return this.#db
      .prepare(
        `select ${column} from ${rows} and ${column} is not null
          order by ${column} ${isLow ? '' : 'desc'} limit 1 offset ?`,
      )
      .pluck()
      .get(...parameters, isLow ? k : n - 1 - k) as number
  }

  /** How many of those left out are not greater. */
  #leftUntil(limit: number): number {
    const place = this.#left.findIndex((value) => value > limit)
    return place === -1 ? this.#left.length : place
  }
}

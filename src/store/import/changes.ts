import type { Cell } from '../tables/cells.ts'

/** An edit made here that gave way to what the file newly says. */
export interface Overruled {
  /** Row id. */
  readonly deal: number
  readonly kind: number
  readonly here: Cell
  readonly file: Cell
}

/** Row ids of the records of the same system that the file does not name. */
export type Gone = readonly number[]

/** What an import changed in the deals that were there. */
export class ImportChanges {
  /** In how many deals a field changed, by its kind. */
  readonly fields = new Map<number, number>()
  readonly overruled: Overruled[] = []
  /** Deals in which an edit gave way. */
  overruledDeals = 0
  #deal = 0
  #lastOverruled = 0
  readonly #seen = new Set<number>()

  /** A field of a deal changes from what it is here; deals come one after another. */
  changed(deal: number, kind: number): void {
    if (deal !== this.#deal) {
      this.#deal = deal
      this.#seen.clear()
    }
    if (this.#seen.has(kind)) return
    this.#seen.add(kind)
    this.fields.set(kind, (this.fields.get(kind) ?? 0) + 1)
  }

  overrule(one: Overruled): void {
    if (one.deal !== this.#lastOverruled) this.overruledDeals++
    this.#lastOverruled = one.deal
    this.overruled.push(one)
  }
}

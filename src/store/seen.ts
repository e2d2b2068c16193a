const HALF = 26

/** Remembers pairs of a deal and a small number (0…51), per group: two integers a deal, however many pairs. */
export class Seen {
  readonly #groups = new Map<string | null, { low: Int32Array; high: Int32Array }>()

  /** True the first time. */
  add(group: string | null, id: number, bit: number): boolean {
    const marks = this.#marks(group, id)
    const half = bit < HALF ? marks.low : marks.high
    const mask = 1 << (bit % HALF)
    const before = half[id] ?? 0
    half[id] = before | mask
    return (before & mask) === 0
  }

  #marks(group: string | null, id: number): { low: Int32Array; high: Int32Array } {
    const known = this.#groups.get(group)
    if (known !== undefined && id < known.low.length) return known
    const size = Math.max(1024, 2 * (id + 1))
    const grown = { low: new Int32Array(size), high: new Int32Array(size) }
    if (known !== undefined) {
      grown.low.set(known.low)
      grown.high.set(known.high)
    }
    this.#groups.set(group, grown)
    return grown
  }
}

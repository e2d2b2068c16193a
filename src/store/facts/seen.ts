const HALF = 26

/**
 * Remembers pairs of a deal and a small number (0…51), per group. A named group costs what is in it, for there may be
 * thousands; the null group, which may hold every deal, two integers a deal.
 */
export class Seen {
  readonly #named = new Map<string, Map<number, number>>()
  #low = new Int32Array(1024)
  #high = new Int32Array(1024)

  /** True the first time. */
  add(group: string | null, id: number, bit: number): boolean {
    const mask = 1 << (bit % HALF)
    return group === null ? this.#addDense(id, bit < HALF, mask) : this.#addNamed(group, id, bit < HALF, mask)
  }

  /** Whether the deal has any number in this named group. */
  knows(group: string, id: number): boolean {
    const marks = this.#named.get(group)
    return marks !== undefined && (marks.has(id) || marks.has(-id))
  }

  /** Forgets what is in named groups, this one excepted: nothing more will come of them. */
  keepOnly(group: string | null): void {
    for (const name of this.#named.keys()) if (name !== group) this.#named.delete(name)
  }

  #addDense(id: number, isLow: boolean, mask: number): boolean {
    if (id >= this.#low.length) {
      this.#low = grown(this.#low, id)
      this.#high = grown(this.#high, id)
    }
    const half = isLow ? this.#low : this.#high
    const before = half[id] ?? 0
    half[id] = before | mask
    return (before & mask) === 0
  }

  #addNamed(group: string, id: number, isLow: boolean, mask: number): boolean {
    let marks = this.#named.get(group)
    if (marks === undefined) {
      marks = new Map()
      this.#named.set(group, marks)
    }
    const key = isLow ? id : -id
    const before = marks.get(key) ?? 0
    if ((before & mask) !== 0) return false
    marks.set(key, before | mask)
    return true
  }
}

function grown(marks: Int32Array, id: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * (id + 1))
  larger.set(marks)
  return larger
}

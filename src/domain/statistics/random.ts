/** Mulberry32: small, and the same everywhere. */
export class Random {
  constructor(private state: number) {}

  /** 0 ≤ x < 1 */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }

  below(n: number): number {
    return Math.floor(this.next() * n)
  }

  /** Mostly below 1, now and then several times as much: how long people take. */
  spread(): number {
    return -Math.log(1 - this.next()) * 0.9 + 0.1
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }

  weighted(shares: readonly number[]): number {
    let left = this.next()
    const found = shares.findIndex((share) => {
      left -= share
      return left < 0
    })
    return Math.max(found, 0)
  }
}

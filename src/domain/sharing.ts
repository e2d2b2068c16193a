/** Something to be given to somebody: whom it must follow, if anybody, and what it weighs. */
export interface Share<T> {
  item: T
  /** Minor units of one currency; 0 where it has no amount. */
  weight: number
}

/**
 * Shares a list among so many takers: their numbers of items differ by one at most, and the heaviest go to who has the
 * least so far. The same list and number give the same shares. Returns the taker of each item, in the list's order.
 * `had` are the numbers of items they begin with.
 */
export function shareEvenly<T>(
  list: readonly Share<T>[],
  takers: number,
  had: readonly number[] = [],
): number[] {
  const counts = Array.from({ length: takers }, (_, taker) => had[taker] ?? 0)
  const weights = Array.from({ length: takers }, () => 0)
  const taken = new Array<number>(list.length).fill(0)
  const heaviestFirst = list.map(({ weight }, index) => ({ weight, index }))
  heaviestFirst.sort((a, b) => b.weight - a.weight || a.index - b.index)
  for (const { weight, index } of heaviestFirst) {
    let best = 0
    for (let taker = 1; taker < takers; taker++) if (isBefore(counts, weights, taker, best)) best = taker
    taken[index] = best
    counts[best] = (counts[best] ?? 0) + 1
    weights[best] = (weights[best] ?? 0) + weight
  }
  return taken
}

function isBefore(counts: readonly number[], weights: readonly number[], a: number, b: number): boolean {
  const [ca = 0, cb = 0, wa = 0, wb = 0] = [counts[a], counts[b], weights[a], weights[b]]
  return ca < cb || (ca === cb && wa < wb)
}

/**
 * Shares items of these weights (minor units of one currency, say) among so many takers: their numbers of items differ
 * by one at most, and the heaviest go to who has the least so far. The same weights and number give the same shares.
 * Returns the taker of each item, in the order of the weights. `had` are the numbers of items they begin with.
 */
export function shareEvenly(
  weights: readonly number[],
  takers: number,
  had: readonly number[] = [],
): number[] {
  const counts = Array.from({ length: takers }, (_, taker) => had[taker] ?? 0)
  const loads = Array.from({ length: takers }, () => 0)
  const taken = weights.map(() => 0)
  const heaviestFirst = weights.map((weight, index) => ({ weight, index }))
  heaviestFirst.sort((a, b) => b.weight - a.weight || a.index - b.index)
  for (const { weight, index } of heaviestFirst) {
    let best = 0
    for (let taker = 1; taker < takers; taker++) if (isBefore(counts, loads, taker, best)) best = taker
    taken[index] = best
    counts[best] = (counts[best] ?? 0) + 1
    loads[best] = (loads[best] ?? 0) + weight
  }
  return taken
}

function isBefore(counts: readonly number[], loads: readonly number[], a: number, b: number): boolean {
  const [countA = 0, countB = 0, loadA = 0, loadB = 0] = [counts[a], counts[b], loads[a], loads[b]]
  return countA < countB || (countA === countB && loadA < loadB)
}

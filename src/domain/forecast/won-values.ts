/** Won amounts of which a mean and a spread are to be learnt; minor units. */
export interface ValueSums {
  n: number
  sum: number
  squares: number
}

/** What a won deal brings: the mean, the variance relative to the square of the mean, and how many deals tell it. */
export interface Worth {
  mean: number
  spread: number
  known: number
}

/** Deals of all products that count beside those of one. */
const SHRINK = 5
/** Of nothing known: as uneven as the exponential distribution. */
const UNKNOWN_SPREAD = 1

/** The mean and the spread of won amounts; 0 of none. */
export function worthOfAll({ n, sum, squares }: ValueSums): Worth {
  if (n === 0 || sum <= 0) return { mean: 0, spread: UNKNOWN_SPREAD, known: 0 }
  const mean = sum / n
  const variance = n > 1 ? Math.max(0, squares / n - mean * mean) * (n / (n - 1)) : 0
  return { mean, spread: (variance / mean ** 2 + (SHRINK / n) * UNKNOWN_SPREAD) / (1 + SHRINK / n), known: n }
}

/**
 * The same of one product, shrunk to all: five deals of the mean of all beside its own.
 * By hand: its deals 100, 200 and 300, all deals 500 on average: (600 + 5 · 500) / (3 + 5) = 387.5.
 */
export function worthOfProduct(of: ValueSums, all: Worth): Worth {
  const { n, sum, squares } = of
  const mean = (sum + SHRINK * all.mean) / (n + SHRINK)
  if (n === 0) return { ...all, mean }
  const own = sum > 0 ? Math.max(0, (squares * n) / sum ** 2 - 1) : UNKNOWN_SPREAD
  return { mean, spread: (n * own + SHRINK * all.spread) / (n + SHRINK), known: n + SHRINK }
}

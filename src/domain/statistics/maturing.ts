import type { Future, Incidence } from './incidence.ts'
import { END, type Lifetimes } from './lifetimes.ts'

/** Deals created together: what is known of them, and how many of those still open have each age. */
export interface Batch {
  created: number
  won: number
  open: Map<number, number>
  /** How far its deals have done better than expected, in wins, and the variance that chance alone gives this. */
  surprise: number
  information: number
}

/** A batch that no deal is in yet. */
export function emptyBatch(): Batch {
  return { created: 0, won: 0, open: new Map(), surprise: 0, information: 0 }
}

/** What a batch will come to, as fractions of all created. */
export interface Eventual {
  /** The share that will be won, and its 95 % interval. */
  share: number
  low: number
  high: number
  /** Expected to be open even at twice the age that deals were seen at. */
  left: number
}

/** What is known of open deals, learnt from what was seen from a day on. */
export interface Seen {
  incidence: Incidence
  since: number
}

/**
 * Puts the deals into batches by the day they were created. What was not seen tells nothing of how they do beside
 * others.
 */
export function batchesOf<Key>(
  lives: Lifetimes,
  seen: Seen | null,
  keyOf: (created: number) => Key | undefined,
): Map<Key, Batch> {
  const batches = new Map<Key, Batch>()
  lives.each((created, age, end) => {
    const key = keyOf(created)
    if (key === undefined) return
    let batch = batches.get(key)
    if (batch === undefined) {
      batch = emptyBatch()
      batches.set(key, batch)
    }
    batch.created++
    if (end === END.won) batch.won++
    else if (end === END.open) batch.open.set(age, (batch.open.get(age) ?? 0) + 1)
    if (seen === null) return
    const { incidence, since } = seen
    const from = Math.max(0, since - created)
    if (age < from) return
    const now = end === END.open ? incidence.chance(age) : end === END.won ? 1 : 0
    batch.surprise += now - incidence.chance(from - 1)
    batch.information += incidence.information(from, age)
  })
  return batches
}

/**
 * By how much batches differ beyond chance: the variance of their log odds of winning. A batch's surprise M has the
 * variance I by chance, and M/I is, to the first order, by how much its log odds are above those of all.
 * Source: R. DerSimonian, N. Laird, "Meta-analysis in clinical trials", Controlled Clinical Trials 7 (1986).
 * By hand: three batches with I = 10 and M = 8, −8, 0: Q = ΣM²/I = 12.8; (12.8 − 2) / (30 − 300/30) = 0.54.
 */
export function variationOf(batches: Iterable<Pick<Batch, 'surprise' | 'information'>>): number {
  let [n, q, sum, squares] = [0, 0, 0, 0]
  for (const { surprise, information } of batches) {
    if (information <= 0) continue
    n++
    q += surprise ** 2 / information
    sum += information
    squares += information ** 2
  }
  const scale = sum - squares / sum
  return n < 2 || scale <= 0 ? 0 : Math.max(0, (q - (n - 1)) / scale)
}

/** Wins to come: how many to expect, and their variance for every reason but that the incidence is estimated. */
interface Coming {
  wins: number
  variance: number
}

/**
 * Batches of which it is seen that they do better or worse than others go on so: the posterior of their log odds, of
 * normal prior variance τ², moves the wins to come, whose variance by chance is V, by V for each unit.
 */
function coming({ wins, variance, open }: Future, { surprise, information }: Batch, tau2: number): Coming {
  const spread = tau2 / (1 + information * tau2)
  const moved = wins + spread * surprise * variance
  return { wins: Math.min(open, Math.max(0, moved)), variance: variance + spread * variance ** 2 }
}

export interface Expected {
  created: number
  won: number
  future: Future
  coming: Coming
}

/** `variation` is that of `variationOf`. */
export function expectedOf(
  batch: Batch,
  { incidence, variation }: { incidence: Incidence; variation: number },
): Expected {
  const future = incidence.future(batch.open)
  return { created: batch.created, won: batch.won, future, coming: coming(future, batch, variation) }
}

/**
 * The share that will be won: those won, and those to come of the open ones. The interval is of what will really be
 * seen: of a beta-binomial of the open deals with the mean of the wins to come and their variance, made of chance, of
 * how well the incidence is known, and of how much batches differ. It holds nothing that cannot be.
 */
export function eventualOf({ created, won, future, coming }: Expected, incidence: Incidence): Eventual {
  const variance = coming.variance + incidence.estimationVariance(future)
  const [low, high] = countInterval(future.open, coming.wins, variance)
  return {
    share: (won + coming.wins) / created,
    low: (won + Math.min(low, coming.wins)) / created,
    high: (won + Math.max(high, coming.wins)) / created,
    left: future.left / created,
  }
}

/** Of several batches as one; they differ independently. */
export function together(parts: readonly Expected[]): Expected | undefined {
  const [first, ...rest] = parts
  return rest.reduce<Expected | undefined>(
    (sum, part) =>
      sum && {
        created: sum.created + part.created,
        won: sum.won + part.won,
        future: {
          open: sum.future.open + part.future.open,
          wins: sum.future.wins + part.future.wins,
          left: sum.future.left + part.future.left,
          unseen: sum.future.unseen + part.future.unseen,
          variance: sum.future.variance + part.future.variance,
          byClose: sum.future.byClose.map((value, i) => value + (part.future.byClose[i] ?? 0)),
          byShare: sum.future.byShare.map((value, i) => value + (part.future.byShare[i] ?? 0)),
        },
        coming: {
          wins: sum.coming.wins + part.coming.wins,
          variance: sum.coming.variance + part.coming.variance,
        },
      },
    first,
  )
}

const TAIL = 0.025

/**
 * 95 % interval of a count 0..n with this mean and variance: the quantiles of a beta-binomial, whose probabilities are
 * made from its mode on by the ratio of neighbours; of a binomial where the variance is no greater than that one's.
 * By hand: n = 2, mean 1, variance 2/3 is the uniform one on 0, 1, 2: the interval is 0..2.
 */
export function countInterval(n: number, mean: number, variance: number): [number, number] {
  const share = mean / n
  const binomial = n * share * (1 - share)
  if (n === 0 || binomial <= 0) return [mean, mean]
  const likeness = n === 1 ? 0 : Math.max(0, Math.min(0.999, (variance / binomial - 1) / (n - 1)))
  const weight = likeness === 0 ? Number.POSITIVE_INFINITY : 1 / likeness - 1
  const ratio =
    weight === Number.POSITIVE_INFINITY
      ? (k: number) => (((n - k) / (k + 1)) * share) / (1 - share)
      : (k: number) => (((n - k) / (k + 1)) * (k + share * weight)) / (n - k - 1 + (1 - share) * weight)
  const weights = new Float64Array(n + 1)
  const middle = Math.round(mean)
  weights[middle] = 1
  for (let k = middle; k < n; k++) weights[k + 1] = (weights[k] ?? 0) * ratio(k)
  for (let k = middle - 1; k >= 0; k--) weights[k] = (weights[k + 1] ?? 0) / ratio(k)
  const whole = weights.reduce((sum, one) => sum + one, 0)
  const quantile = (below: number) => {
    let sum = weights[0] ?? 0
    let k = 0
    while (k < n && sum < below * whole) sum += weights[++k] ?? 0
    return k
  }
  return [quantile(TAIL), quantile(1 - TAIL)]
}

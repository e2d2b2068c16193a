import { type AgeCounts, addTo } from './lifetimes.ts'

/** Neighbouring ages taken as one: what a day of them brings a deal that is open as the day begins. */
interface Span {
  /** The age it ends before. */
  until: number
  /** Days that deals were at risk, and how many of them were closed. */
  exposure: number
  outcomes: number
  wins: number
  /** P(closed that day). */
  close: number
  /** The place of its pool. */
  pool: number
}

/** Neighbouring spans taken as one. */
interface Pool {
  outcomes: number
  wins: number
  /** P(won | closed). */
  share: number
}

/** Fewer outcomes than these tell nothing of what is to come. */
export const LEAST_OUTCOMES = 20
/** Neighbouring ages are taken together until so many deals were closed at them. */
const OUTCOMES_IN_SPAN = 10
/** Spans are taken together until so many of either outcome, or so many of both together, tell how they divide. */
const EITHER_IN_POOL = 3
const OUTCOMES_IN_POOL = 100
/** Ages that fewer deals have reached are not learnt from. */
const LEAST_AT_RISK = 10
/** What is reckoned with where no deal was closed: that none was is not that none can be. */
const UNSEEN_OUTCOMES = 0.5
/** So many outcomes that a rate leads to expect, and none of them seen, are no chance: e⁻³ is 5 %. */
export const MISSED = 3

/** What open deals will bring. The futures of several sets of deals add up. */
export interface Future {
  open: number
  /** Expected wins, and their variance were the incidence known for certain. */
  wins: number
  variance: number
  /** Expected to be open even at twice the age that deals were seen at. */
  left: number
  /** Expected to be closed beyond that age: nobody has seen what becomes of such. */
  unseen: number
  /** By how much `wins` grow with each span's chance to be closed, and with each pool's share of wins. */
  byClose: Float64Array
  byShare: Float64Array
}

/**
 * Whether and when open deals are closed: winning and losing are competing outcomes, deals still open are censored.
 * The Aalen–Johansen estimate in whole days. Of a deal open after the day of its age a, the chance to be won yet is
 *   p(a) = c(a+1) q(a+1) + (1 − c(a+1)) p(a+1),
 * c being the share of deals at risk that are closed at an age, q the share of the closed that are won. Neighbouring
 * ages with few outcomes are taken together (for q until some of either kind are among them), and every q is drawn by
 * the weight of one outcome to that of all. Beyond the last age seen in numbers all goes on as in the last span, for as
 * long again; a deal older than that age counts as of that age.
 *
 * Source: O. Aalen, S. Johansen, "An empirical transition matrix for non-homogeneous Markov chains based on censored
 * observations", Scandinavian Journal of Statistics 5 (1978); P. K. Andersen et al., "Statistical Models Based on
 * Counting Processes" (1993), IV.4.
 *
 * By hand, two days seen: of 100 deals 20 are closed on the first day, 10 of them won; of the 80 left 40, 10 won. Of all
 * 60 outcomes 20 are won: q₀ = (10 + 0.336)/21 = 0.492, q₁ = (10 + 0.336)/41 = 0.252, where 0.336 = 20.5/61; c₀ = 0.2,
 * c₁ = 0.5. The second day is followed by two like it: p(0) = 0.252 (0.5 + 0.25 + 0.125) = 0.221, p(−1) = 0.2 · 0.492 +
 * 0.8 · 0.221 = 0.275; of those created 0.8 · 0.125 = 10 % are left open.
 */
export class Incidence {
  /** Of each day of age up to the end, the place of its span. */
  readonly #spanAt: Int32Array
  /** At a + 1: p(a). */
  readonly #chances: Float64Array
  /** At a + 1: information of all ages up to a. */
  readonly #told: Float64Array
  /** At a + 1: c of all ages up to a. */
  readonly #closings: Float64Array

  constructor(
    readonly spans: readonly Span[],
    readonly pools: readonly Pool[],
    /** Ages before this one were seen in numbers. */
    readonly seen: number,
  ) {
    const end = 2 * seen
    this.#spanAt = new Int32Array(end)
    this.#chances = new Float64Array(end + 1)
    this.#told = new Float64Array(end + 1)
    this.#closings = new Float64Array(end + 1)
    for (let age = 0, at = 0; age < end; age++) {
      while (at < spans.length - 1 && age >= (spans[at]?.until ?? end)) at++
      this.#spanAt[age] = at
    }
    for (let age = end - 1; age >= 0; age--) {
      const { close, share } = this.#day(age)
      this.#chances[age] = close * share + (1 - close) * this.#chanceAfter(age)
    }
    for (let age = 0; age < end; age++) {
      this.#told[age + 1] = (this.#told[age] ?? 0) + this.#informationOf(age)
      this.#closings[age + 1] = (this.#closings[age] ?? 0) + this.#day(age).close
    }
  }

  #day(age: number): { close: number; share: number; at: number; pool: number } {
    const at = this.#spanAt[age] ?? 0
    const { close = 0, pool = 0 } = this.spans[at] ?? {}
    return { close, share: this.pools[pool]?.share ?? 0, at, pool }
  }

  #chanceAfter(age: number): number {
    return this.#chances[age + 1] ?? 0
  }

  #capped(age: number): number {
    return Math.min(age, this.seen - 1)
  }

  /** p(a) of a deal open at the end of the day of its age; −1 is before the day of its creation. */
  chance(age: number): number {
    return this.#chanceAfter(this.#capped(age))
  }

  /**
   * What one day of one deal tells of its winning: the variance of what the day does to its chance,
   * v = c (1 − c) (q − p)² + c q (1 − q). Over all the days to come these add up to p (1 − p).
   */
  #informationOf(age: number): number {
    const { close, share } = this.#day(age)
    return close * (1 - close) * (share - this.#chanceAfter(age)) ** 2 + close * share * (1 - share)
  }

  /** What the days of these ages, both included, tell together. */
  information(from: number, until: number): number {
    return (this.#told[this.#capped(until) + 1] ?? 0) - (this.#told[this.#capped(from - 1) + 1] ?? 0)
  }

  /** How many times a deal at risk all the days up to an age would be closed: the sum of all c. */
  closings(until: number): number {
    return this.#closings[this.#capped(until) + 1] ?? 0
  }

  /** What comes of `open[a]` deals of each age a, all open at the end of the day of that age. */
  future(open: ReadonlyMap<number, number>): Future {
    const [byClose, byShare] = [new Float64Array(this.spans.length), new Float64Array(this.pools.length)]
    const future: Future = { open: 0, wins: 0, left: 0, unseen: 0, variance: 0, byClose, byShare }
    const joining = new Float64Array(this.seen)
    for (const [age, n] of open) {
      future.open += n
      addTo(joining, this.#capped(age), n)
    }
    let atRisk = 0
    for (let age = 0; age < 2 * this.seen; age++) {
      if (atRisk > 0) {
        const { close, share, at, pool } = this.#day(age)
        future.wins += atRisk * close * share
        future.variance += atRisk * this.#informationOf(age)
        addTo(byClose, at, atRisk * (share - this.#chanceAfter(age)))
        addTo(byShare, pool, atRisk * close)
        if (age >= this.seen) future.unseen += atRisk * close
        atRisk *= 1 - close
      }
      atRisk += joining[age] ?? 0
    }
    future.left = atRisk
    return future
  }

  /**
   * Variance of `wins` because the incidence itself is estimated (Greenwood's for competing outcomes): each c is a
   * share of its span's exposure, each q one of its outcomes; by the delta method, the sum of their variances times
   * the squares of what wins gain by them. One outcome of either kind is added: that none was seen does not mean that
   * none can be. The share of wins among those closed beyond the last age seen may be any: of a uniform one, 1/12.
   */
  estimationVariance({ unseen, byClose, byShare }: Future): number {
    const ofClose = this.spans.map(
      ({ exposure, outcomes }, at) => betaVariance(outcomes + 1, exposure + 2) * (byClose[at] ?? 0) ** 2,
    )
    const ofShare = this.pools.map(
      ({ outcomes, wins }, at) => betaVariance(wins + 1, outcomes + 2) * (byShare[at] ?? 0) ** 2,
    )
    return [...ofClose, ...ofShare].reduce((sum, one) => sum + one, unseen ** 2 / 12)
  }
}

/** Of a share of which k of n are known. */
function betaVariance(k: number, n: number): number {
  const share = k / n
  return (share * (1 - share)) / (n + 1)
}

/** Null where fewer than `LEAST_OUTCOMES` deals were closed at ages that enough have reached. */
export function incidenceOf(counts: AgeCounts): Incidence | null {
  const { atRisk, won, lost } = counts
  let seen = atRisk.length
  while (seen > 0 && (atRisk[seen - 1] ?? 0) < LEAST_AT_RISK) seen--
  const sum = (values: Float64Array) => values.subarray(0, seen).reduce((all, n) => all + n, 0)
  const [wins, losses] = [sum(won), sum(lost)]
  if (wins + losses < LEAST_OUTCOMES) return null
  const spans = spansOf(counts, seen)
  return new Incidence(spans, poolsOf(spans, (wins + 0.5) / (wins + losses + 1)), seen)
}

function spansOf(counts: AgeCounts, seen: number): Span[] {
  const { atRisk, won, lost } = counts
  const spans: Span[] = []
  let now = { exposure: 0, outcomes: 0, wins: 0 }
  const close = (until: number) => {
    spans.push({ until, ...now, close: (now.outcomes || UNSEEN_OUTCOMES) / now.exposure, pool: 0 })
    now = { exposure: 0, outcomes: 0, wins: 0 }
  }
  const quiet = quietFrom(counts, seen)
  for (let age = 0; age < seen; age++) {
    const outcomes = (won[age] ?? 0) + (lost[age] ?? 0)
    // A day with many outcomes is not diluted by the quiet ones before it, nor are the quiet ones after the last.
    if ((outcomes >= OUTCOMES_IN_SPAN || age === quiet) && now.exposure > 0) close(age)
    now.exposure += atRisk[age] ?? 0
    now.outcomes += outcomes
    now.wins += won[age] ?? 0
    if (now.outcomes >= OUTCOMES_IN_SPAN) close(age + 1)
  }
  if (now.exposure > 0) close(seen)
  return spans
}

/** Made from the oldest ages on, where outcomes are fewest; gives the spans their pools. */
function poolsOf(spans: Span[], overall: number): Pool[] {
  const pools: Pool[] = []
  for (let at = spans.length - 1; at >= 0; at--) {
    const span = spans[at]
    if (span === undefined) break
    let pool = pools.at(-1)
    if (pool === undefined || isEnough(pool)) {
      pool = { outcomes: 0, wins: 0, share: overall }
      pools.push(pool)
    }
    pool.outcomes += span.outcomes
    pool.wins += span.wins
    span.pool = pools.length - 1
  }
  for (const pool of pools) pool.share = (pool.wins + overall) / (pool.outcomes + 1)
  return pools
}

function isEnough({ outcomes, wins }: Pool): boolean {
  return outcomes >= OUTCOMES_IN_POOL || Math.min(wins, outcomes - wins) >= EITHER_IN_POOL
}

/**
 * The age from which on no deal was closed, though at the rate before it some would have been: such deals are forgotten
 * rather than slow.
 */
function quietFrom({ atRisk, won, lost }: AgeCounts, seen: number): number {
  let quiet = seen
  let waited = 0
  while (quiet > 0 && (won[quiet - 1] ?? 0) + (lost[quiet - 1] ?? 0) === 0) waited += atRisk[--quiet] ?? 0
  let [exposure, outcomes] = [0, 0]
  for (let age = quiet - 1; age >= 0 && outcomes < OUTCOMES_IN_SPAN; age--) {
    exposure += atRisk[age] ?? 0
    outcomes += (won[age] ?? 0) + (lost[age] ?? 0)
  }
  return waited * outcomes >= MISSED * exposure ? quiet : seen
}

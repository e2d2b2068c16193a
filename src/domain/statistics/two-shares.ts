import { TESTABLE } from './one-share.ts'
import { differencePValue, holm } from './statistics.ts'

/** Of some deals: how many went well, how many did not, of how many it is not known yet. */
export interface Outcomes {
  won: number
  lost: number
  open: number
}

/** How many of those who entered a stage went on from it; `toNext` is the share of them. */
export function goneOn({ entered, toNext }: { entered: number; toNext: number | null }): number {
  return Math.round((toNext ?? 0) * entered)
}

/** Of those who entered a stage: gone on, lost at it, open at it. `toNext` is the share of them that went on. */
export function outcomesAt({
  entered,
  toNext,
  lostHere,
  openHere,
}: {
  entered: number
  toNext: number | null
  lostHere: number | null
  openHere: number | null
}): Outcomes {
  return { won: goneOn({ entered, toNext }), lost: lostHere ?? 0, open: openHere ?? 0 }
}

/** Above or below all the others together, or not to be told from them. */
export type Side = 'above' | 'below' | null

/** A part held against all the others together: which side it is on, and how likely chance alone puts it there. */
export interface Held {
  side: Side
  /** null where there is nothing to be compared, or too little (`TESTABLE`). */
  p: number | null
}

const NOT_HELD: Held = { side: null, p: null }

/**
 * The share of those decided that went well, of a part against that of all the others together. A part that leaves its
 * likely losses open would look better than it is: so its open ones are counted as all lost where its share is the
 * higher one, as all won where it is the lower, w/(w+l+o) or (w+o)/(w+l+o), and the difference must still be more than
 * chance (`differencePValue`). Nobody is above or below the rest for having fewer open ones. Where fewer than ten are
 * decided, on either side, nothing is tested.
 * By hand: 16 of 38 with 2 open beside 9 of 82 is 16 of 40 beside 9 of 82: ad−bc = 16·73 − 24·9 = 952;
 * χ² = 122·952² / (40·82·25·97) · 121/122 = 13.787, p = 0.0002.
 */
export function heldAgainstRest({ won, lost, open }: Outcomes, others: Outcomes): Held {
  const closed = won + lost
  const rest = { won: others.won, closed: others.won + others.lost }
  if (closed < TESTABLE || rest.closed < TESTABLE) return NOT_HELD
  const over = (hits: number, n: number) => hits * rest.closed - rest.won * n
  const isAbove = over(won, closed) > 0
  const hits = isAbove ? won : won + open
  const all = closed + open
  if (over(hits, all) > 0 !== isAbove) return { side: null, p: 1 }
  return { side: isAbove ? 'above' : 'below', p: differencePValue(hits, all, rest.won, rest.closed) }
}

/** A part beside all the others together. */
export interface Apart extends Held {
  others: Outcomes
}

/**
 * Each of several parts against all the others together, `p` uncorrected. A part that is null – what is nobody's, among
 * people – is neither tested nor one of the others.
 */
export function heldApart(parts: readonly (Outcomes | null)[]): Apart[] {
  const whole = { won: 0, lost: 0, open: 0 }
  for (const part of parts) if (part !== null) add(whole, part, 1)
  return parts.map((part) => {
    const others = { ...whole }
    if (part === null) return { ...NOT_HELD, others }
    add(others, part, -1)
    return { ...heldAgainstRest(part, others), others }
  })
}

function add(sum: Outcomes, { won, lost, open }: Outcomes, sign: 1 | -1): void {
  sum.won += sign * won
  sum.lost += sign * lost
  sum.open += sign * open
}

/**
 * The sides of those that are more than chance. All that were tested are one family: with probability 95 % none of them
 * is told apart by chance (`holm`).
 */
export function distinguished(held: readonly Held[]): Side[] {
  const falls = holm(held.map(({ p }) => p))
  return held.map(({ side }, at) => (falls[at] ? side : null))
}

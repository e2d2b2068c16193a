import { NONE } from '../domain/none.ts'
import { TESTABLE } from '../domain/statistics/one-share.ts'
import { ranksPValue } from '../domain/statistics/ranks.ts'
import { differencePValue, holm, medianOf, round4 } from '../domain/statistics/statistics.ts'

export const DIMENSIONS = ['source', 'product', 'manager'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** The deals that entered one stage of a cohort, counted by what may tell them apart. */
export interface StageTally {
  entered: number
  /** Those lost at the stage, by reason; null is none given. */
  reasons: ReadonlyMap<string | null, number>
  groups: Readonly<Record<Dimension, ReadonlyMap<string | null, Passed>>>
  /** Time in the stage of those that have left it, ms. */
  stays: readonly number[]
  /** Hours from the creation to the first answer, Infinity where there was none; null where that is not known. */
  answers: readonly number[] | null
}

export interface Passed {
  entered: number
  wentOn: number
}

/** A share k of n, or the median of n values. */
export interface CauseFigure {
  k: number | null
  n: number
  value: number | null
}

/**
 * Something in which the deals at a stage differ from those beside them.
 * - reason: lost at the stage for it, of those who entered;
 * - rate: of a group's deals, those who went on;
 * - mix: of those who entered, the group's deals;
 * - stay: days in the stage, median; response: hours to the first answer, median of those answered.
 */
export interface Cause {
  kind: 'reason' | 'rate' | 'mix' | 'stay' | 'response'
  by: Dimension | null
  key: string | null
  /** The same deals beside them, or the other groups of the very same period where the reference has no deals. */
  beside: 'reference' | 'others'
  ours: CauseFigure
  theirs: CauseFigure
  pValue: number
  /** It goes with fewer deals going on. */
  worse: boolean
  /** After Holm's correction for all that were tested here. */
  distinguishable: boolean
}

type Tested = Omit<Cause, 'distinguishable'>

/**
 * What differs at a stage, tested: shares by `differencePValue`, times by `ranksPValue`, all of them corrected together.
 * Of the least p-value first. Groups of fewer than ten deals are not tested. Without deals to stand beside, each group
 * is held against the others of its own period.
 */
export function causesOf(
  ours: StageTally,
  theirs: StageTally | null,
  dimensions: readonly Dimension[] = DIMENSIONS,
): Cause[] {
  const tested = [
    ...(theirs === null ? [] : [...reasonCauses(ours, theirs), ...timeCauses(ours, theirs)]),
    ...dimensions.flatMap((by) => groupCauses(by, ours, theirs)),
  ]
  const falls = holm(tested.map(({ pValue }) => pValue))
  return tested
    .map((cause, at) => ({ ...cause, distinguishable: falls[at] === true }))
    .sort((a, b) => a.pValue - b.pValue)
}

function reasonCauses(ours: StageTally, theirs: StageTally): Tested[] {
  if (Math.min(ours.entered, theirs.entered) < TESTABLE) return []
  const keys = new Set([...ours.reasons.keys(), ...theirs.reasons.keys()])
  return [...keys].sort(byName).map((key) => {
    const [a, b] = [
      figure(ours.reasons.get(key), ours.entered),
      figure(theirs.reasons.get(key), theirs.entered),
    ]
    return { ...shares(a, b, 'up'), kind: 'reason', by: null, key, beside: 'reference' }
  })
}

function timeCauses(ours: StageTally, theirs: StageTally): Tested[] {
  const causes: Tested[] = []
  const add = (kind: 'stay' | 'response', a: readonly number[], b: readonly number[], unit: number) => {
    if (Math.min(a.length, b.length) < TESTABLE) return
    const [now, then] = [median(a, unit), median(b, unit)]
    const worse = (now.value ?? Number.POSITIVE_INFINITY) > (then.value ?? Number.POSITIVE_INFINITY)
    causes.push({
      kind,
      by: null,
      key: null,
      beside: 'reference',
      ours: now,
      theirs: then,
      pValue: ranksPValue(a, b),
      worse,
    })
  }
  add('stay', ours.stays, theirs.stays, DAY)
  if (ours.answers !== null && theirs.answers !== null) add('response', ours.answers, theirs.answers, 1)
  return causes
}

const DAY = 86_400_000

/** Deals come in no order of their own: what is as likely as another stands by its name. */
function byName(a: string | null, b: string | null): number {
  return String(a) < String(b) ? -1 : 1
}

function groupCauses(by: Dimension, ours: StageTally, theirs: StageTally | null): Tested[] {
  const mine = ours.groups[by]
  const all = passedAll(mine)
  if (mine.size + (theirs?.groups[by].size ?? 0) <= (theirs === null ? 1 : 2)) return []
  const groups = [...mine].sort(([a], [b]) => byName(a, b))
  return groups.flatMap(([key, own]) => {
    const rest = minus(all, own)
    if (theirs === null) {
      if (Math.min(own.entered, rest.entered) < TESTABLE) return []
      return [{ ...passing(own, rest), kind: 'rate' as const, by, key, beside: 'others' as const }]
    }
    const its = theirs.groups[by].get(key) ?? { entered: 0, wentOn: 0 }
    const others = passedAll(theirs.groups[by])
    return [
      ...(Math.min(own.entered, its.entered) < TESTABLE
        ? []
        : [{ ...passing(own, its), kind: 'rate' as const, by, key, beside: 'reference' as const }]),
      ...mixCause(by, key, [own, rest], [its, minus(others, its)]),
    ]
  })
}

/**
 * How much of all a group is. It is for the worse where there is more of a group that passed the stage worse than the
 * others already there beside ours (or with us, where there were none of it).
 */
function mixCause(
  by: Dimension,
  key: string | null,
  [own, rest]: readonly [Passed, Passed],
  [its, others]: readonly [Passed, Passed],
): Tested[] {
  const [n, m] = [own.entered + rest.entered, its.entered + others.entered]
  if (Math.min(n, m, own.entered) < TESTABLE) return []
  const [one, all] = its.entered > 0 && others.entered > 0 ? [its, others] : [own, rest]
  const isPoor = (share(one.wentOn, one.entered) ?? 0) < (share(all.wentOn, all.entered) ?? 0)
  const tested = shares(figure(own.entered, n), figure(its.entered, m), 'up')
  return [{ ...tested, worse: isPoor && tested.worse, kind: 'mix', by, key, beside: 'reference' }]
}

function passing(a: Passed, b: Passed) {
  return shares(figure(a.wentOn, a.entered), figure(b.wentOn, b.entered), 'down')
}

/** Two shares, tested; which way is worse. */
function shares(ours: CauseFigure, theirs: CauseFigure, worse: 'up' | 'down') {
  const change = (ours.value ?? 0) - (theirs.value ?? 0)
  return {
    ours,
    theirs,
    pValue: differencePValue(ours.k ?? 0, ours.n, theirs.k ?? 0, theirs.n),
    worse: worse === 'up' ? change > 0 : change < 0,
  }
}

function figure(k: number | undefined, n: number): CauseFigure {
  return { k: k ?? 0, n, value: share(k ?? 0, n) }
}

/** Of the values that are there; `k` says how many these are. */
function median(values: readonly number[], unit: number): CauseFigure {
  const known = values.filter((value) => value < Number.POSITIVE_INFINITY)
  const middle = medianOf(known)
  return { k: known.length, n: values.length, value: middle === null ? null : middle / unit }
}

function share(k: number, n: number): number | null {
  return n === 0 ? null : k / n
}

function passedAll(groups: ReadonlyMap<string | null, Passed>): Passed {
  let [entered, wentOn] = [0, 0]
  for (const one of groups.values()) {
    entered += one.entered
    wentOn += one.wentOn
  }
  return { entered, wentOn }
}

function minus(all: Passed, some: Passed): Passed {
  return { entered: all.entered - some.entered, wentOn: all.wentOn - some.wentOn }
}

/** A cause as scripts read it. */
export function causeJson(cause: Cause) {
  const said = ({ k, n, value }: CauseFigure) => ({ k, n, value: round4(value) })
  return {
    ...cause,
    key: cause.key ?? (cause.kind === 'stay' || cause.kind === 'response' ? null : NONE),
    ours: said(cause.ours),
    theirs: said(cause.theirs),
    pValue: round4(cause.pValue),
  }
}

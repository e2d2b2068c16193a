import { ratio, wilson } from '../domain/statistics/statistics.ts'
import {
  distinguished,
  goneOn,
  type Held,
  heldAgainstRest,
  outcomesAt,
  type Side,
} from '../domain/statistics/two-shares.ts'
import type { FunnelStage } from './funnel.ts'
import { soundRows } from './loss-stages.ts'

/** A stage as it is held against the same one of others. */
export type StageCounts = Pick<
  FunnelStage,
  'entered' | 'toNext' | 'lostHere' | 'openHere' | 'lossStageUnknown' | 'openStageUnknown' | 'sound'
>

/** One stage of a group beside the same of all the others together. */
export interface StageApart {
  others: StageCounts
  /** Uncorrected; null where it was not tested. */
  p: number | null
  /** The side on which it is for certain. */
  differs: Side
}

/**
 * Who passes on more of the deals at a stage than the others do, or fewer, for certain: the one definition of that, in
 * `team` and in `weakest` beside the team. The share going on from each stage of a group is held against that of all the
 * other groups together (`heldAgainstRest`: open deals count against what it seems, and fewer than ten decided on either
 * side are not tested; nor is a share that may not hold, for the stage of some deals is not known). All groups and stages
 * are one family: where all are alike, at least 95 tables of 100 have no mark at all (`holm`). Of all who entered, too,
 * the share must be on that side: those are the shares that people read.
 *
 * A group that is null – deals of nobody, where groups are people – is neither tested nor one of the others.
 * By hand: 9 of 15 went on, 4 were lost, 2 are open; beside 58 of 63, 2 lost, 3 open. 11 of 15 beside 58 of 60 is
 * ad−bc = 11·2 − 4·58 = −210; χ² = 75·210² / (15·60·69·6) · 74/75 = 8.758, p = 0.0031: for certain as one of 16 tests
 * (0.05/16 = 0.0031), not of 17.
 */
export function stagesApart(groups: readonly (readonly StageCounts[] | null)[]): StageApart[][] {
  const whole: Counts[] = []
  for (const rows of groups) add(whole, rows ?? [], 1)
  const held = groups.map((rows) => {
    if (rows === null) return []
    const rest = whole.map((counts) => ({ ...counts }))
    add(rest, rows, -1)
    const others = stagesOf(rest)
    return rows.map((row, k) => {
      const other = others[k] ?? row
      return { others: other, ...heldAt(row, other) }
    })
  })
  const sides = distinguished(held.flat())
  let at = 0
  return held.map((rows) => rows.map(({ others, p }) => ({ others, p, differs: sides[at++] ?? null })))
}

function heldAt(own: StageCounts, others: StageCounts): Held {
  if (!own.sound || !others.sound) return { side: null, p: null }
  const held = heldAgainstRest(outcomesAt(own), outcomesAt(others))
  const isAbove = (own.toNext ?? 0) > (others.toNext ?? 0)
  return held.side === null || isAbove === (held.side === 'above') ? held : { side: null, p: 1 }
}

const REST = ['lostHere', 'openHere', 'lossStageUnknown', 'openStageUnknown'] as const

/** Of those who entered a stage: how many went on, and the rest as a funnel counts them. */
type Counts = Record<'entered' | 'next' | (typeof REST)[number], number>

const EMPTY: Counts = {
  entered: 0,
  next: 0,
  lostHere: 0,
  openHere: 0,
  lossStageUnknown: 0,
  openStageUnknown: 0,
}

function add(sums: Counts[], rows: readonly StageCounts[], sign: 1 | -1): void {
  for (const [k, row] of rows.entries()) {
    const sum = sums[k] ?? { ...EMPTY }
    sum.entered += sign * row.entered
    sum.next += sign * goneOn(row)
    for (const key of REST) sum[key] += sign * (row[key] ?? 0)
    sums[k] = sum
  }
}

function stagesOf(sums: readonly Counts[]): StageCounts[] {
  const rows = sums.map(({ next, ...counts }) => {
    const interval = wilson(next, counts.entered)
    return {
      ...counts,
      toNext: ratio(next, counts.entered),
      toNextLow: interval?.low ?? null,
      toNextHigh: interval?.high ?? null,
    }
  })
  const sound = soundRows(rows)
  return rows.map((row, k) => ({ ...row, sound: sound[k] ?? true }))
}

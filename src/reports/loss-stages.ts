import type { FunnelStage } from './funnel.ts'

type Row = Pick<
  FunnelStage,
  'entered' | 'toNext' | 'toNextLow' | 'toNextHigh' | 'lossStageUnknown' | 'openStageUnknown'
>

/**
 * Row by row, whether the share that went on holds wherever the deals were whose stage, of loss or at T, is not known: they
 * are counted where they began, and may have come to any later stage. It holds while their moving on would leave the
 * share within its interval.
 */
export function soundRows(stages: readonly Row[]): boolean[] {
  let before = 0
  return stages.map(({ entered, toNext, toNextLow, toNextHigh, lossStageUnknown, openStageUnknown }) => {
    const here = (lossStageUnknown ?? 0) + (openStageUnknown ?? 0)
    const most = entered + before
    const movable = before + here
    before += here
    if (movable === 0 || toNext === null || toNextLow === null || toNextHigh === null) return movable === 0
    const next = Math.round(toNext * entered)
    return next / most >= toNextLow && (next + movable) / most <= toNextHigh
  })
}

/**
 * The stage at which most deals were lost, and how many are known to have been; null where the losses whose stage is
 * not known could make it another.
 */
export function worstLoss(
  stages: readonly Omit<FunnelStage, 'sound'>[],
): { stage: string; n: number } | null {
  const known = stages.map((row) => ({
    stage: row.stage,
    n: (row.lostHere ?? 0) - (row.lossStageUnknown ?? 0),
  }))
  const unknown = stages.reduce((sum, row) => sum + (row.lossStageUnknown ?? 0), 0)
  const [worst, second] = known.toSorted((a, b) => b.n - a.n)
  if (worst === undefined || worst.n === 0) return null
  return unknown === 0 || worst.n > (second?.n ?? 0) + unknown ? worst : null
}

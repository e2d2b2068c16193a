import { PRESUMED } from '../domain/history.ts'
import type { FunnelDeal } from './funnel-rules.ts'

/** Deals that no mode tells apart. */
export interface Alike extends FunnelDeal {
  deals: number
  synthetics: number
  presumedDates: number
}

const OUTCOME_CODE = { open: 0, won: 1, lost: 2 } as const
const LOST_SOMEWHERE = 3
const OPEN_SOMEWHERE = 4

/** The same of all deals that no mode tells apart. */
export function likeness({ visited, stage, outcome, presumed }: FunnelDeal): number | string {
  const code =
    (presumed & PRESUMED.lossStage) !== 0
      ? LOST_SOMEWHERE
      : (presumed & PRESUMED.openStage) !== 0
        ? OPEN_SOMEWHERE
        : OUTCOME_CODE[outcome]
  // Usual ones come to less than 2 ** 30: greater numbers are far slower as keys.
  if (visited < 2 ** 40 && stage < 2 ** 10) return (visited * 2 ** 10 + stage) * 8 + code
  return `${visited} ${stage} ${code}`
}

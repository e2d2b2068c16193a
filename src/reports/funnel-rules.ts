import type { Outcome } from '../domain/deal.ts'
import { furthestPosition, maskHas, type Stage } from '../domain/pipeline.ts'

export const MODES = ['cohort', 'strict', 'visited', 'events', 'snapshot', 'bitrix24'] as const
export type Mode = (typeof MODES)[number]

/** A deal of the population at T, its amount in minor units of the report's currency. */
export interface FunnelDeal {
  stage: number
  outcome: Outcome
  visited: number
  amount: number
  /** Sum of `PRESUMED`. */
  presumed: number
}

/** Whether a deal counts as having entered row k (0-based; k = number of open stages means Won). */
export function entered(mode: Mode, ordered: readonly Stage[], deal: FunnelDeal, k: number): boolean {
  const n = ordered.length
  if (mode === 'snapshot') {
    return k === n ? deal.outcome === 'won' : deal.outcome === 'open' && ordered[k]?.id === deal.stage
  }
  if (k === n && mode !== 'strict') return deal.outcome === 'won'
  switch (mode) {
    case 'cohort':
      return deal.outcome === 'won' || furthestPosition(ordered, deal.visited) >= k
    case 'strict': {
      const through = ordered.slice(0, k + 1).every((stage) => maskHas(deal.visited, stage.bit))
      return through && (k < n || deal.outcome === 'won')
    }
    case 'visited': {
      const stage = ordered[k]
      return stage !== undefined && maskHas(deal.visited, stage.bit)
    }
    case 'bitrix24': {
      if (deal.outcome !== 'open') return deal.outcome === 'won'
      return (
        Math.max(
          0,
          ordered.findIndex((stage) => stage.id === deal.stage),
        ) >= k
      )
    }
    default:
      return false
  }
}

/** Whether those who entered a row entered every row before it too, so that the share who went on means something. */
export function hasPasses(mode: Mode): boolean {
  return mode === 'cohort' || mode === 'strict' || mode === 'bitrix24'
}

/** Whether a deal is one of those that a cell counts. A column that the mode does not have counts nobody. */
export function stands(
  mode: Mode,
  ordered: readonly Stage[],
  deal: FunnelDeal,
  k: number | 'lost',
  column: 'entered' | 'lost' | 'open' | 'next',
): boolean {
  if (k === 'lost') return deal.outcome === 'lost' && column === 'entered'
  if (!entered(mode, ordered, deal, k)) return false
  if (column === 'entered') return true
  if (column === 'next') return k < ordered.length && hasPasses(mode) && entered(mode, ordered, deal, k + 1)
  return mode === 'cohort' && deal.outcome === column && furthestPosition(ordered, deal.visited) === k
}

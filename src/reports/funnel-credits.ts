import { furthestPosition, type Stage } from '../domain/pipeline.ts'
import { entered, type FunnelDeal, type Mode } from './funnel-rules.ts'

/** A row of the funnel that a deal entered, who brought it there, and whether it stopped there. */
export interface Credit {
  /** `lost` in the modes whose rows a lost deal is in none of. */
  k: number | 'lost'
  actor: number | null
  stop: 'lost' | 'open' | null
  /** The deal entered the next row too, whoever moved it there. */
  wentOn: boolean
}

/**
 * Credits every row that a deal entered to the manager who made the entry: the first stay at that row or beyond it
 * (in `visited` and `strict`: the first stay in that very stage; in `snapshot` and `bitrix24`: the latest that leads to
 * where the deal is now, a lost one's its loss).
 */
export function credits(
  mode: Mode,
  ordered: readonly Stage[],
  deal: FunnelDeal,
  steps: readonly { stage: number; actor: number | null }[],
): Credit[] {
  const n = ordered.length
  const place = new Map(ordered.map((stage, k) => [stage.id, k]))
  const placeOf = (stage: number) =>
    place.get(stage) ?? (stage === deal.stage && deal.outcome === 'won' ? n : -1)
  const exact = mode === 'visited' || mode === 'strict' || mode === 'snapshot'
  const latest = mode === 'snapshot' || mode === 'bitrix24'
  if (latest && deal.outcome === 'lost')
    return [{ k: 'lost', actor: steps.at(-1)?.actor ?? null, stop: null, wentOn: false }]
  const furthest = furthestPosition(ordered, deal.visited)
  const found: Credit[] = []
  for (let k = 0; k <= n; k++) {
    if (!entered(mode, ordered, deal, k)) continue
    const brings = (step: { stage: number }) => (exact ? placeOf(step.stage) === k : placeOf(step.stage) >= k)
    const step = (latest ? steps.findLast(brings) : steps.find(brings)) ?? steps[0]
    const stopped = mode === 'cohort' && deal.outcome !== 'won' && k === furthest
    found.push({
      k,
      actor: step?.actor ?? null,
      wentOn: k < n && entered(mode, ordered, deal, k + 1),
      stop: stopped ? (deal.outcome === 'lost' ? 'lost' : 'open') : null,
    })
  }
  return found
}

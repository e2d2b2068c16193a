import { furthestPosition, type Stage } from '../domain/pipeline.ts'
import { completedStays } from '../domain/stays.ts'
import type { FunnelCounter } from './funnel.ts'
import { entered, type FunnelDeal, type Mode } from './funnel-rules.ts'

/** A row of the funnel that a deal entered, who brought it there, and whether it stopped there. */
export interface Credit {
  k: number
  actor: number | null
  stop: 'lost' | 'open' | null
  /** The deal entered the next row too, whoever moved it there. */
  wentOn: boolean
}

interface Step {
  stage: number
  actor: number | null
}

/**
 * Credits every row that a deal entered to the manager who made the entry: the first stay at that row or beyond it
 * (in `visited` and `strict`: the first stay in that very stage; in `snapshot` and `bitrix24`: the latest that leads to
 * where the deal is now). The only win that counts is the one that holds.
 */
export function credits(
  mode: Mode,
  ordered: readonly Stage[],
  deal: FunnelDeal,
  steps: readonly Step[],
): Credit[] {
  const n = ordered.length
  const last = steps.at(-1)
  const place = new Map(ordered.map((stage, k) => [stage.id, k]))
  const placeOf = (step: Step) => place.get(step.stage) ?? (step === last && deal.outcome === 'won' ? n : -1)
  const exact = mode === 'visited' || mode === 'strict' || mode === 'snapshot'
  const latest = mode === 'snapshot' || mode === 'bitrix24'
  const furthest = furthestPosition(ordered, deal.visited)
  const found: Credit[] = []
  for (let k = 0; k <= n; k++) {
    if (!entered(mode, ordered, deal, k)) continue
    const brings = (step: Step) => (exact ? placeOf(step) === k : placeOf(step) >= k)
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

/** Adds the time, in ms, in each stage that the deal has left to the counters of whoever began the stay. */
export function addStays(
  journey: { stage: number; steps: readonly (Step & Parameters<typeof completedStays>[0][number])[] },
  dayOf: (at: number) => number,
  countersOf: (actor: number | null) => readonly FunnelCounter[],
): void {
  const sums = new Map<FunnelCounter, Map<number, number>>()
  for (const { visit, span } of completedStays(journey.steps, dayOf)) {
    if (visit.stage === journey.stage) continue
    for (const counter of countersOf(visit.actor)) {
      const byStage = sums.get(counter) ?? new Map<number, number>()
      sums.set(counter, byStage.set(visit.stage, (byStage.get(visit.stage) ?? 0) + span))
    }
  }
  for (const [counter, byStage] of sums) for (const [stage, total] of byStage) counter.addStay(stage, total)
}

import { Fault } from '../errors.ts'
import type { FunnelBody } from './funnel.ts'

/** entered(k) = entered(k+1) + lostHere(k) + openHere(k), in every cohort; else the program is at fault. */
export function checkCohort({ stages, totals }: FunnelBody): void {
  for (const [k, row] of stages.entries()) {
    const next = stages[k + 1]
    if (next === undefined) break
    const stopped = (row.lostHere ?? 0) + (row.openHere ?? 0)
    if (row.entered !== next.entered + stopped)
      throw new Fault(
        `funnel: ${row.entered} entered ${row.stage}, ${next.entered} went on, ${stopped} stopped there`,
      )
  }
  if (totals.deals !== totals.won + totals.lost + (totals.open ?? 0))
    throw new Fault(
      `funnel: ${totals.deals} deals are not ${totals.won} won, ${totals.lost} lost and ${totals.open} open`,
    )
}

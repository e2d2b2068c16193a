import { nearestRank } from '../domain/statistics.ts'
import type { DealsAt } from './open-deals.ts'

/** A stage that fewer won deals passed has no usual stay. */
const ENOUGH = 10
const SHARE = 0.9

/** What nine of ten deals won by T had left the stage within, ms; null where fewer than ten passed it. */
export function usualStay({ store, moved }: DealsAt, stage: number): number | null {
  const { db } = store
  if (moved.size > 0) {
    const later = JSON.stringify([...moved.keys()])
    const totals = db
      .prepare(
        'select total from won_stays where stage_id = ? and deal_id not in (select value from json_each(?))',
      )
      .pluck()
      .all(stage, later) as number[]
    for (const state of moved.values()) {
      if (state?.outcome !== 'won') continue
      for (const visit of state.visits)
        if (visit.stage === stage && visit.total !== null) totals.push(visit.total)
    }
    if (totals.length < ENOUGH) return null
    return totals.sort((a, b) => a - b)[nearestRank(totals.length, SHARE) - 1] ?? null
  }
  const n = Number(db.prepare('select count(*) from won_stays where stage_id = ?').pluck().get(stage))
  if (n < ENOUGH) return null
  const above = n - nearestRank(n, SHARE)
  return db
    .prepare('select total from won_stays where stage_id = ? order by total desc limit 1 offset ?')
    .pluck()
    .get(stage, above) as number
}

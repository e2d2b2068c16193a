import { nearestRank } from '../../domain/statistics/statistics.ts'
import type { Horizon } from '../past/states-at.ts'
import type { Store } from '../store.ts'
import { isAnyMoved } from './funnel-facts.ts'
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
    return rankOf(totals)
  }
  return usualStayNow(store, stage)
}

/** The same, where the totals of the deals that something happened to since T are known: those won at T. */
export function usualStayAt(
  store: Store,
  { t }: Horizon,
  stage: number,
  folded: readonly number[],
): number | null {
  if (!isAnyMoved(store, t)) return usualStayNow(store, stage)
  const settled = store.db
    .prepare(
      `select w.total from won_stays w cross join deal_state s on s.deal_id = w.deal_id
      where w.stage_id = ? and s.last_at < ?`,
    )
    .pluck()
    .all(stage, t) as number[]
  return rankOf([...settled, ...folded])
}

function rankOf(totals: number[]): number | null {
  if (totals.length < ENOUGH) return null
  return totals.sort((a, b) => a - b)[nearestRank(totals.length, SHARE) - 1] ?? null
}

function usualStayNow({ db }: Store, stage: number): number | null {
  const n = Number(db.prepare('select won from stage_stays where stage_id = ?').pluck().get(stage) ?? 0)
  if (n < ENOUGH) return null
  const above = n - nearestRank(n, SHARE)
  return db
    .prepare('select total from won_stays where stage_id = ? order by total desc limit 1 offset ?')
    .pluck()
    .get(stage, above) as number
}

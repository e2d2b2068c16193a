import type { Horizon } from '../past/states-at.ts'
import type { Store } from '../store.ts'

/** Which of these open deals were won or lost once before T. */
export function reopenedAmong(store: Store, ids: readonly number[], horizon: Horizon): Set<number> {
  const parameters = { ids: JSON.stringify(ids), t: horizon.t }
  // Stays that began before T are the same in the copies, whatever came later.
  const rows = store.db
    .prepare(
      `select distinct v.deal_id from json_each(@ids) i cross join visits v on v.deal_id = i.value
        join stages s on s.id = v.stage_id where s.kind <> 0 and v.entered_at < @t`,
    )
    .pluck()
    .all(parameters) as number[]
  return new Set(rows)
}

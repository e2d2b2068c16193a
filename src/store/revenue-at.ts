import { DealsAt } from './open-deals.ts'
import type { Store } from './store.ts'

/** A won deal's amount, minor units, and the moment of its win. */
interface Win {
  amount: number
  currency: string
  closedAt: number
}

/** The deals that are won at T, since a moment; of these managers, or of all. */
export function revenueAt(
  store: Store,
  now: number,
  since: number,
  managers: ReadonlySet<number | null> | null,
): Win[] {
  const { moved } = new DealsAt(store, { t: now + 1, knownAt: null })
  const rows = store.db
    .prepare(
      `select deal_id as id, manager_id as manager, amount, currency, closed_at as closedAt from deal_state
      where pipeline_id in (select id from pipelines) and closed_at >= @since and closed_at <= @now
        and outcome = 1 and removed = 0 and amount is not null`,
    )
    .all({ since, now }) as (Win & { id: number; manager: number | null })[]
  const then = [...moved.values()].flatMap((state) => {
    const { closedAt = null, values, outcome } = state ?? {}
    if (outcome !== 'won' || closedAt === null || closedAt < since || values?.amount == null) return []
    return [{ amount: values.amount, currency: values.currency, closedAt, manager: values.manager }]
  })
  return [...rows.filter(({ id }) => !moved.has(id)), ...then].filter(
    ({ manager }) => managers?.has(manager) !== false,
  )
}

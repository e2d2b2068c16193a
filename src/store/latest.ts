import { movedSince, settledEntries } from './entry-facts.ts'
import { matches } from './filters.ts'
import { type FactsQuery, inPopulation, settledDeals, unsettled } from './funnel-facts.ts'
import type { Store } from './store.ts'

/** The latest creation of a deal that the query would count if it had no period, ms UTC; null where there is none. */
export function latestCreation(store: Store, query: FactsQuery): number | null {
  const always: FactsQuery = { ...query, from: null, until: null, population: 'created' }
  let latest: number | null = null
  if (query.horizon.knownAt === null) {
    const { sql, parameters } = settledDeals(always)
    latest = maximum(store, `select max(s.created_at) from deal_state s where ${sql}`, parameters)
  }
  for (const { state } of unsettled(store, always))
    if (inPopulation(state, always)) latest = Math.max(latest ?? state.createdAt, state.createdAt)
  return latest
}

/** The latest move of such a deal into a stage of the pipeline, ms UTC. */
export function latestEntry(store: Store, query: FactsQuery): number | null {
  const always: FactsQuery = { ...query, from: null, until: null }
  const stages = query.pipeline.stages.map((stage) => stage.id)
  let latest: number | null = null
  if (query.horizon.knownAt === null) {
    const { sql, parameters } = settledEntries(always)
    const from = 'visits v join deal_state s on s.deal_id = v.deal_id'
    latest = maximum(store, `select max(v.entered_at) from ${from} where ${sql}`, parameters)
  }
  for (const { state } of movedSince(store, always)) {
    if (!matches(state, query.filter)) continue
    for (const { stage, enteredAt } of state.visits)
      if (stages.includes(stage)) latest = Math.max(latest ?? enteredAt, enteredAt)
  }
  return latest
}

function maximum(store: Store, sql: string, parameters: readonly unknown[]): number | null {
  const found: unknown = store.db
    .prepare(sql)
    .pluck()
    .get(...parameters)
  return typeof found === 'number' ? found : null
}

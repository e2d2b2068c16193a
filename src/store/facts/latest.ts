import { matches } from '../filters.ts'
import type { Store } from '../store.ts'
import { movedSince, settledEntries } from './entry-facts.ts'
import { type FactsQuery, inPopulation, isAnyMoved, settledDeals, unsettled } from './funnel-facts.ts'

/** The latest creation of a deal that the query would count if it had no period, ms UTC; null where there is none. */
export function latestCreation(store: Store, query: FactsQuery): number | null {
  const always: FactsQuery = { ...query, from: null, until: null, population: 'created' }
  const { sql, parameters } = settledDeals(always)
  let latest = figure(store, `select max(s.created_at) from deal_state s where ${sql}`, parameters)
  for (const { state } of unsettled(store, always))
    if (inPopulation(state, always)) latest = Math.max(latest ?? state.createdAt, state.createdAt)
  return latest
}

/** The latest move of such a deal into a stage of the pipeline, ms UTC. */
export function latestEntry(store: Store, query: FactsQuery): number | null {
  const always: FactsQuery = { ...query, from: null, until: null }
  const stages = query.pipeline.stages.map((stage) => stage.id)
  const { sql, parameters } = settledEntries(always)
  const from = 'visits v join deal_state s on s.deal_id = v.deal_id'
  let latest = figure(store, `select max(v.entered_at) from ${from} where ${sql}`, parameters)
  for (const { state } of movedSince(store, always)) {
    if (!matches(state, query.filter)) continue
    for (const { stage, enteredAt } of state.visits)
      if (stages.includes(stage)) latest = Math.max(latest ?? enteredAt, enteredAt)
  }
  return latest
}

/** The earliest creation of a deal that the query would count if it had neither period nor T, ms UTC. */
export function earliestCreation(store: Store, query: FactsQuery): number | null {
  const { sql, parameters } = settledDeals({
    ...query,
    from: null,
    until: null,
    population: 'created',
    horizon: { t: Number.MAX_SAFE_INTEGER },
  })
  return figure(store, `select min(s.created_at) from deal_state s where ${sql}`, parameters)
}

/** When the first of the deals in force was written down, ms UTC; null where there is none. */
export function firstWritten(store: Store): number | null {
  const sql = `select min(coalesce(d.recorded_at, o.at)) from main.deals d join main.operations o on o.id = d.op
    where d.retracted = 0`
  return figure(store, sql, [])
}

/** Deals that the query would count if it had no period; null where only folding them all would tell. */
export function countCreated(store: Store, query: FactsQuery): number | null {
  if (isAnyMoved(store, query.horizon.t)) return null
  const { sql, parameters } = settledDeals({ ...query, from: null, until: null, population: 'created' })
  return figure(store, `select count(*) from deal_state s where ${sql}`, parameters)
}

function figure(store: Store, sql: string, parameters: readonly unknown[]): number | null {
  const found: unknown = store.db
    .prepare(sql)
    .pluck()
    .get(...parameters)
  return typeof found === 'number' ? found : null
}

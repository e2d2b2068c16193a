import { PRESUMED } from '../../domain/history.ts'
import { END, Lifetimes } from '../../domain/statistics/lifetimes.ts'
import { DAY } from '../../domain/time/zone.ts'
import { codeOf, OUTCOMES } from '../rows.ts'
import type { Store } from '../store.ts'
import { type FactsQuery, inPopulation, settledDeals, unsettled } from './funnel-facts.ts'

/**
 * The lives of all deals of the pipeline that were created by T and match the filter. A deal that was closed on no known
 * day – its outcome was presumed to be of the moment of its creation – has no age.
 */
export function readLifetimes(
  store: Store,
  { pipeline, horizon, filter }: Pick<FactsQuery, 'pipeline' | 'horizon' | 'filter'>,
): Lifetimes {
  const { zone } = store
  const dayOf = (at: number) => Math.floor((at + zone.offsetAt(at)) / DAY)
  const query: FactsQuery = {
    ...{ pipeline, horizon, filter, from: null, until: null, grouping: undefined, population: 'created' },
  }
  const today = dayOf(horizon.t - 1)
  const lives = new Lifetimes()
  const add = (createdAt: number, closedAt: number | null, outcome: number, presumed: number) => {
    const created = dayOf(createdAt)
    const isUndated = closedAt !== null && closedAt <= createdAt && (presumed & PRESUMED.date) !== 0
    const age = closedAt === null ? today - created : dayOf(closedAt) - created
    lives.add(created, isUndated ? -1 : Math.max(0, age), closedAt === null ? END.open : outcome)
  }
  const { sql, parameters } = settledDeals(query)
  store.db.scan<[number, number | null, number, number]>(
    `select scan(s.created_at, s.closed_at, s.outcome, s.presumed) from deal_state s not indexed where ${sql}`,
    parameters,
    add,
  )
  for (const { state } of unsettled(store, query))
    if (inPopulation(state, query))
      add(state.createdAt, state.closedAt, codeOf(OUTCOMES, state.outcome), state.presumed)
  return lives
}

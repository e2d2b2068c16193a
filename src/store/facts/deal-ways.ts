import type { DealState } from '../../domain/history.ts'
import { PRESUMED } from '../../domain/history.ts'
import type { Pipeline } from '../../domain/pipeline.ts'
import { EVERY_DEAL } from '../filters.ts'
import type { Horizon } from '../past/states-at.ts'
import type { Store } from '../store.ts'
import type { FactsQuery } from './funnel-facts.ts'
import { inPopulation, settledDeals, unsettled } from './funnel-facts.ts'

/** Where a deal came to, in order. The same object is handed out each time: read it, do not keep it. */
export interface Way {
  id: number
  count: number
  stages: number[]
  /** ms UTC */
  at: number[]
  /** The stage, or the moment, was inferred. */
  synthetic: boolean[]
  /** Some moment of the deal was inferred. */
  datePresumed: boolean
}

/** The deals of a pipeline at T, whatever becomes of them: what it has learnt from. */
export function everyDeal(pipeline: Pipeline, horizon: Horizon): FactsQuery {
  return {
    pipeline,
    horizon,
    from: null,
    until: null,
    filter: EVERY_DEAL,
    grouping: undefined,
    population: 'created',
  }
}

/** The deals that something happened to since T, as they were then; with a known-at moment, all. */
export function unsettledDeals(store: Store, query: FactsQuery): { id: number; state: DealState }[] {
  return [...unsettled(store, query)].filter(({ state }) => inPopulation(state, query))
}

/** Hands over the ways of the settled deals, then of those given. */
export function eachWay(
  store: Store,
  query: FactsQuery,
  others: readonly { id: number; state: DealState }[],
  sink: (way: Way) => void,
): void {
  const way: Way = { id: 0, count: 0, stages: [], at: [], synthetic: [], datePresumed: false }
  let current = 0
  const { sql, parameters } = settledDeals(query)
  // The rows of one deal come together: deals are the outer loop, its visits the inner one.
  store.db.scan<[number, number, number]>(
    `select scan(s.deal_id, v.stage_id * 4 + v.synthetic * 2 + (s.presumed & ${PRESUMED.date}) / ${PRESUMED.date},
      v.entered_at) from deal_state s cross join visits v on v.deal_id = s.deal_id where ${sql}`,
    parameters,
    (id, code, at) => {
      if (id !== current) {
        if (way.count > 0) sink(way)
        current = id
        way.id = id
        way.count = 0
        way.datePresumed = code % 2 === 1
      }
      way.stages[way.count] = Math.floor(code / 4)
      way.synthetic[way.count] = (code & 2) === 2
      way.at[way.count++] = at
    },
  )
  if (way.count > 0) sink(way)
  for (const { id, state } of others) {
    way.id = id
    way.count = 0
    way.datePresumed = (state.presumed & PRESUMED.date) !== 0
    for (const { stage, enteredAt, synthetic } of state.visits) {
      way.stages[way.count] = stage
      way.synthetic[way.count] = synthetic
      way.at[way.count++] = enteredAt
    }
    sink(way)
  }
}

/** When the first of these deals that are closed at T was, and the first of them was created; null of none, ms UTC. */
export function beginnings(
  store: Store,
  query: FactsQuery,
  others: readonly { state: DealState }[],
): { created: number | null; closed: number | null } {
  const { sql, parameters } = settledDeals(query)
  const first = (column: 'created_at' | 'closed_at', index: string) => {
    const found = store.db
      .prepare(
        `select s.${column} from deal_state s indexed by ${index} where ${sql} and s.${column} is not null
        order by s.${column} limit 1`,
      )
      .pluck()
      .get(...parameters)
    const folded = others.map(({ state }) => (column === 'created_at' ? state.createdAt : state.closedAt))
    return [...folded, found].reduce<number | null>(
      (least, at) => (typeof at === 'number' && (least === null || at < least) ? at : least),
      null,
    )
  }
  return {
    created: first('created_at', 'deal_state_cohort'),
    closed: first('closed_at', 'deal_state_closed'),
  }
}

import type { Outcome } from '../../domain/deal.ts'
import { nameOf, OUTCOMES } from '../rows.ts'
import type { Store } from '../store.ts'
import { type FactsQuery, inPopulation, settledDeals, unsettled } from './funnel-facts.ts'
import { managerName } from './groups.ts'
import { leadsOf } from './response-facts.ts'

/** What a deal of the population is, by which those who went on may differ from the others. */
export interface StageFact {
  id: number
  visited: number
  outcome: Outcome
  source: string | null
  product: string | null
  /** Their name; someone merged counts as who they became. */
  manager: string | null
  reason: string | null
}

type Row = [number, number, number, string | null, string | null, number | null, string | null]

/** The deals of the population as they were at T, in one pass. The same object is handed out each time. */
export function eachStageFact(store: Store, query: FactsQuery, sink: (fact: StageFact) => void): void {
  const name = managerName(store)
  const text = (value: string | null) => (value === '' ? null : value)
  const fact: StageFact = {
    id: 0,
    visited: 0,
    outcome: 'open',
    source: null,
    product: null,
    manager: null,
    reason: null,
  }
  const { sql, parameters } = settledDeals(query)
  store.db.scan<Row>(
    `select scan(s.deal_id, s.visited, s.outcome, s.source, s.product, s.manager_id, s.lost_reason)
    from deal_state s where ${sql}`,
    parameters,
    (id, visited, outcome, source, product, manager, reason) => {
      fact.id = id
      fact.visited = visited
      fact.outcome = nameOf(OUTCOMES, outcome)
      fact.source = text(source)
      fact.product = text(product)
      fact.manager = name(manager)
      fact.reason = text(reason)
      sink(fact)
    },
  )
  for (const { id, state } of unsettled(store, query)) {
    if (!inPopulation(state, query)) continue
    const { values, visited, outcome, lostReason } = state
    sink({
      id,
      visited,
      outcome,
      source: text(values.source),
      product: text(values.product),
      manager: name(values.manager),
      reason: text(lostReason),
    })
  }
}

/** Hours to the first answer to each of these deals by T; Infinity where there was none, nothing of days only. */
export function firstAnswers(store: Store, ids: ReadonlySet<number>, t: number): number[] {
  const hours: number[] = []
  leadsOf(store, JSON.stringify([...ids]), t, (at, answeredAt, exact) => {
    if (exact)
      hours.push(answeredAt === null ? Number.POSITIVE_INFINITY : Math.max(0, answeredAt - at) / 3_600_000)
  })
  return hours
}

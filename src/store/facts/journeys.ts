import type { Outcome } from '../../domain/deal.ts'
import type { Visit } from '../../domain/history.ts'
import { nameOf, OUTCOMES, PRECISIONS } from '../rows.ts'
import type { Store } from '../store.ts'
import { type FactsQuery, inPopulation, settledDeals, unsettled } from './funnel-facts.ts'

export type Step = Pick<Visit, 'stage' | 'actor' | 'enteredAt' | 'precision' | 'synthetic'>

/** A deal with the way it went. */
export interface Journey {
  id: number
  stage: number
  outcome: Outcome
  visited: number
  amount: number | null
  currency: string
  closedAt: number | null
  /** Sum of `PRESUMED`. */
  presumed: number
  steps: readonly Step[]
}

type Row = [
  number,
  number,
  number,
  number,
  number | null,
  string,
  number | null,
  number,
  number,
  number | null,
  number,
  number,
  number,
]

/** Every deal of the population with its stays in order, and who made each move. */
export function eachJourney(store: Store, query: FactsQuery, sink: (journey: Journey) => void): void {
  let current: (Journey & { steps: Step[] }) | undefined
  const { sql, parameters } = settledDeals(query)
  // The rows of one deal come together: deals are the outer loop, its visits the inner one.
  store.db.scan<Row>(
    `select scan(s.deal_id, s.stage_id, s.outcome, s.visited, s.amount, s.currency, s.closed_at, s.presumed,
      v.stage_id, v.actor_id, v.entered_at, v.precision, v.synthetic)
    from deal_state s cross join visits v on v.deal_id = s.deal_id where ${sql}`,
    parameters,
    (
      id,
      stage,
      outcome,
      visited,
      amount,
      currency,
      closedAt,
      presumed,
      visit,
      actor,
      at,
      precision,
      guessed,
    ) => {
      if (current?.id !== id) {
        if (current !== undefined) sink(current)
        current = {
          id,
          stage,
          outcome: nameOf(OUTCOMES, outcome),
          visited,
          amount,
          currency,
          closedAt,
          presumed,
          steps: [],
        }
      }
      current.steps.push({
        stage: visit,
        actor,
        enteredAt: at,
        precision: nameOf(PRECISIONS, precision),
        synthetic: guessed === 1,
      })
    },
  )
  if (current !== undefined) sink(current)
  for (const { id, state } of unsettled(store, query)) {
    if (!inPopulation(state, query)) continue
    const { values, outcome, visited, closedAt, presumed, visits } = state
    sink({
      id,
      stage: values.stage,
      outcome,
      visited,
      amount: values.amount,
      currency: values.currency,
      closedAt,
      presumed,
      steps: visits,
    })
  }
}

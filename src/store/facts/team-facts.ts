import type { Outcome } from '../../domain/deal.ts'
import { isWithin } from '../../domain/time/period.ts'
import { filterCondition, matches } from '../filters.ts'
import { nameOf, OUTCOMES } from '../rows.ts'
import type { Store } from '../store.ts'
import { type ClosedFact, closedFactOf, eachSettledClosed } from './closed-facts.ts'
import { type FactsQuery, settledDeals, unsettled } from './funnel-facts.ts'
import type { Grouping } from './groups.ts'

/** Of which deals; whose each is says the grouping. */
export interface TeamQuery extends Omit<FactsQuery, 'population' | 'grouping'> {
  grouping: Grouping
}

/** A deal won in the period, and won at T; `span` is its cycle. The same object is handed out each time. */
export type WonDeal = Pick<ClosedFact, 'group' | 'span' | 'amount' | 'currency' | 'closedAt'>

/** A deal lost in the period and lost at T, or open at T. The same object is handed out each time. */
export interface OtherDeal {
  group: string | null
  outcome: 'lost' | 'open'
  amount: number | null
  currency: string
}

/** A deal created in the period, as a funnel of those sees it. The same object is handed out each time. */
export interface CreatedDeal {
  group: string | null
  outcome: Outcome
  visited: number
  presumed: number
}

export interface TeamSinks {
  won(deal: WonDeal): void
  other(deal: OtherDeal): void
  /** Absent where the funnels of those created in the period are counted elsewhere. */
  created?(deal: CreatedDeal): void
}

/**
 * What each group has at T: the deals closed in the period, those open, and those created in it. Deals that nothing
 * happened to since T are read from the copies; the others are folded, once for all sinks.
 * Adding up row by row costs a fifth of what SQL takes to group a million of them.
 */
export function eachTeamDeal(store: Store, query: TeamQuery, sinks: TeamSinks): void {
  const { grouping } = query
  settledClosed(store, query, sinks)
  settledOpen(store, query, sinks.other)
  if (sinks.created !== undefined) settledCreated(store, query, sinks.created)
  for (const { id, state } of unsettled(store, {
    ...query,
    from: null,
    until: null,
    population: 'current',
  })) {
    if (state.pipeline !== query.pipeline.id || !matches(state, query.filter)) continue
    const { outcome, closedAt, presumed, visited, values } = state
    const { amount, currency } = values
    for (const raw of grouping.of(state)) {
      const group = grouping.label(raw)
      const closed = closedFactOf(id, group, state)
      if (outcome === 'open') sinks.other({ group, outcome, amount, currency })
      else if (closed !== null && closedAt !== null && isWithin(closedAt, query)) {
        if (closed.outcome === 'won') sinks.won(closed)
        else sinks.other({ group, outcome: closed.outcome, amount, currency })
      }
      if (isWithin(state.createdAt, query)) sinks.created?.({ group, outcome, visited, presumed })
    }
  }
}

/** Deals of whoever made their last move before T, by the same label. */
export function byLastMove(grouping: Grouping): Grouping {
  return {
    ...grouping,
    sql: '(select v.actor_id from visits v where v.deal_id = s.deal_id order by v.seq desc limit 1)',
    of: (state) => [state.visits.at(-1)?.actor ?? null],
  }
}

function settledClosed(store: Store, query: TeamQuery, { won, other }: TeamSinks): void {
  const closed: FactsQuery = { ...query, population: 'current' }
  const lost: OtherDeal = { group: null, outcome: 'lost', amount: null, currency: '' }
  eachSettledClosed(store, closed, query.grouping.label, (deal) => {
    if (deal.outcome === 'won') return won(deal)
    lost.group = deal.group
    lost.amount = deal.amount
    lost.currency = deal.currency
    other(lost)
  })
}

function settledOpen(store: Store, query: TeamQuery, sink: TeamSinks['other']): void {
  const { grouping, pipeline, horizon } = query
  const filter = filterCondition(query.filter, 's')
  const deal: OtherDeal = { group: null, outcome: 'open', amount: null, currency: '' }
  store.db.scan<[string | number | null, number | null, string]>(
    `select scan(${grouping.sql}, s.amount, s.currency) from deal_state s not indexed ${grouping.join}
    where s.deal_id in (select deal_id from deal_state where outcome = 0 and pipeline_id = @pipeline)
      and s.outcome = 0 and s.created_at < @t and s.last_at < @t and ${filter.sql}`,
    [...filter.parameters, { pipeline: pipeline.id, t: horizon.t }],
    (raw, amount, currency) => {
      deal.group = grouping.label(raw)
      deal.amount = amount
      deal.currency = currency
      sink(deal)
    },
  )
}

function settledCreated(store: Store, query: TeamQuery, sink: NonNullable<TeamSinks['created']>): void {
  const { grouping } = query
  const { sql, parameters } = settledDeals({ ...query, population: 'created' })
  const deal: CreatedDeal = { group: null, outcome: 'open', visited: 0, presumed: 0 }
  store.db.scan<[string | number | null, number, number, number]>(
    `select scan(${grouping.sql}, s.outcome, s.visited, s.presumed) from deal_state s ${grouping.join} where ${sql}`,
    parameters,
    (raw, outcome, visited, presumed) => {
      deal.group = grouping.label(raw)
      deal.outcome = nameOf(OUTCOMES, outcome)
      deal.visited = visited
      deal.presumed = presumed
      sink(deal)
    },
  )
}

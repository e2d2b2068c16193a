import type { Outcome } from '../../domain/deal.ts'
import type { DealState } from '../../domain/history.ts'
import { filterCondition } from '../filters.ts'
import { codeOf, nameOf, OUTCOMES } from '../rows.ts'
import type { Store } from '../store.ts'
import type { FactsQuery } from './funnel-facts.ts'

/** A deal closed in the period. The same object is handed out each time: read it, do not keep it. */
export interface ClosedFact {
  id: number
  group: string | null
  outcome: Exclude<Outcome, 'open'>
  /** From its creation to the outcome that it has at T, ms; whole calendar days where an end is known by its day. Null where an end is presumed. */
  span: number | null
  amount: number | null
  currency: string
  closedAt: number
}

/** Ids of the stages that mean an outcome, in every pipeline, as a list of SQL. */
export function idsOfKind({ pipelines }: Store, ...kinds: readonly Outcome[]): string {
  return pipelines
    .flatMap(({ stages }) => stages.filter(({ kind }) => kinds.includes(kind)))
    .map(({ id }) => id)
    .join(', ')
}

/**
 * Deals closed in the period that nothing happened to since T; `from` and `until` are those of the query. They are found
 * in the index and read in the order of their ids: in that of their ends each would be another page. So `deals`, the
 * table as `s`, goes by no index of its own, and those of all time are found by reading it whole.
 */
export function settledClosed(
  query: FactsQuery,
  outcomes: readonly Outcome[] = query.filter.outcomes,
): { deals: string; sql: string; parameters: unknown[] } {
  const { pipeline, horizon, from, until } = query
  const filter = filterCondition(query.filter, 's')
  const end = until === null ? horizon.t : Math.min(until, horizon.t)
  const codes = (outcomes.length > 0 ? outcomes : OUTCOMES).map((outcome) => codeOf(OUTCOMES, outcome))
  const wanted = `outcome in (${codes.join(', ')})`
  const closed =
    from === null
      ? 's.pipeline_id = @pipeline and s.closed_at < @end'
      : `s.pipeline_id = @pipeline and s.deal_id in (select deal_id from deal_state
          where pipeline_id = @pipeline and closed_at is not null and closed_at >= @from and closed_at < @end
            and ${wanted})`
  return {
    deals: 'deal_state s not indexed',
    sql: `${closed} and s.${wanted} and s.removed = 0 and s.last_at < @t and ${filter.sql}`,
    parameters: [...filter.parameters, { pipeline: pipeline.id, t: horizon.t, end, from }],
  }
}

type Row = [
  id: number,
  raw: string | number | null,
  outcome: number,
  span: number | null,
  closedAt: number,
  amount: number | null,
  currency: string | null,
]

/** `key` is the group by its raw value and the moment of the outcome. */
export function eachSettledClosed(
  store: Store,
  query: FactsQuery,
  key: (raw: string | number | null, closedAt: number) => string | null,
  sink: (fact: ClosedFact) => void,
): void {
  const { grouping } = query
  const { currency: own } = store.settings
  const { deals, sql, parameters } = settledClosed(query)
  const fact: ClosedFact = {
    ...{ id: 0, group: null, outcome: 'won', span: null, amount: null, currency: own, closedAt: 0 },
  }
  // The currency is read only where it is another: texts are dear.
  store.db.scan<Row>(
    `select scan(s.deal_id, ${grouping?.sql ?? 'null'}, s.outcome, s.span, s.closed_at, s.amount, nullif(s.currency, ?))
    from ${deals} ${grouping?.join ?? ''} where ${sql}`,
    [own, ...parameters],
    (id, raw, outcome, span, closedAt, amount, currency) => {
      const named = nameOf(OUTCOMES, outcome)
      if (named === 'open') return
      fact.id = id
      fact.group = key(raw, closedAt)
      fact.outcome = named
      fact.span = span
      fact.amount = amount
      fact.currency = currency ?? own
      fact.closedAt = closedAt
      sink(fact)
    },
  )
}

/** The same of a deal folded to T; null while it is open. */
export function closedFactOf(id: number, group: string | null, state: DealState): ClosedFact | null {
  const { outcome, closedAt, span, values } = state
  if (outcome === 'open' || closedAt === null) return null
  const { amount, currency } = values
  return { id, group, outcome, span, amount, currency, closedAt }
}

import { KIND, type Outcome } from '../domain/deal.ts'
import { type DealState, PRESUMED } from '../domain/history.ts'
import { DAY } from '../domain/zone.ts'
import { filterCondition } from './filters.ts'
import type { FactsQuery } from './funnel-facts.ts'
import { codeOf, nameOf, OUTCOMES } from './rows.ts'
import type { Store } from './store.ts'

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
  createdAt: number,
  closedAt: number,
  byDay: number,
  presumed: number,
  amount: number | null,
  currency: string,
]

/** `key` is the group of a deal by its raw value and the moment of its outcome. */
export function eachSettledClosed(
  store: Store,
  query: FactsQuery,
  key: (raw: string | number | null, closedAt: number) => string | null,
  sink: (fact: ClosedFact) => void,
): void {
  const { grouping } = query
  const { dayOf } = store.projection
  const { deals, sql, parameters } = settledClosed(query)
  const fact: ClosedFact = {
    ...{ id: 0, group: null, outcome: 'won', span: null, amount: null, currency: '', closedAt: 0 },
  }
  // The outcome began with the first of the visits of its kind at the end of the way.
  const notYet = (kind: Outcome) => `x.stage_id not in (${idsOfKind(store, kind)})`
  const began = `coalesce((select x.seq from visits x where x.deal_id = s.deal_id
    and case s.outcome when 1 then ${notYet('won')} else ${notYet('lost')} end order by x.seq desc limit 1), -1) + 1`
  store.db.scan<Row>(
    `select scan(s.deal_id, ${grouping?.sql ?? 'null'}, s.outcome, s.created_at, s.closed_at,
      f.precision = 1 or c.precision = 1, (c.seq > 0 and c.synthetic = 1) or ${CREATION_PRESUMED}, s.amount, s.currency)
    from ${deals} ${grouping?.join ?? ''}
      cross join visits f on f.deal_id = s.deal_id and f.seq = 0
      cross join visits c on c.deal_id = s.deal_id and c.seq = ${began} where ${sql}`,
    parameters,
    (id, raw, outcome, createdAt, closedAt, byDay, presumed, amount, currency) => {
      const named = nameOf(OUTCOMES, outcome)
      if (named === 'open') return
      fact.id = id
      fact.group = key(raw, closedAt)
      fact.outcome = named
      fact.span =
        presumed === 1
          ? null
          : byDay === 1
            ? (dayOf(closedAt) - dayOf(createdAt)) * DAY
            : closedAt - createdAt
      fact.amount = amount
      fact.currency = currency
      fact.closedAt = closedAt
      sink(fact)
    },
  )
}

/**
 * Whether the moment of creation was inferred. The first visit is synthetic for that or for its stage; where no date of
 * the deal was inferred it is the stage, and else the creation itself is asked, as it was told last.
 */
const CREATION_PRESUMED = `(f.synthetic = 1 and (s.presumed & ${PRESUMED.date}) <> 0 and coalesce(
    (select h.value ->> '$.synthetic' from history h
      where h.deal_id = s.deal_id and h.kind = ${KIND.created} and h.retracted = 0),
    (select d.synthetic from deals d where d.id = s.deal_id)) = 1)`

/** The same of a deal folded to T; null while it is open. */
export function closedFactOf(
  id: number,
  group: string | null,
  state: DealState,
  dayOf: (at: number) => number,
): ClosedFact | null {
  const { outcome, closedAt, createdAt, values } = state
  if (outcome === 'open' || closedAt === null) return null
  const { amount, currency } = values
  const byDay = state.createdPrecision === 'day' || state.closedPrecision === 'day'
  const span = byDay ? (dayOf(closedAt) - dayOf(createdAt)) * DAY : closedAt - createdAt
  const isPresumed = state.createdSynthetic || state.closedSynthetic
  return { id, group, outcome, span: isPresumed ? null : span, amount, currency, closedAt }
}

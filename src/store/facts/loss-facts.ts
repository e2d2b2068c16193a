import { type DealState, PRESUMED } from '../../domain/history.ts'
import type { Instant } from '../../domain/time/zone.ts'
import type { Store } from '../store.ts'
import { idsOfKind, settledClosed } from './closed-facts.ts'
import { type FactsQuery, inPopulation, unsettled } from './funnel-facts.ts'

/** A deal lost in the period and lost at T. The same object is handed out each time: read it, do not keep it. */
export interface LossFact {
  id: number
  group: string | null
  reason: string | null
  /** The stage it was in before it was lost; null where nothing tells. */
  stage: number | null
  manager: number | null
  amount: number | null
  currency: string
}

/** Who takes them; groups as the query has them, where they follow time by the moment of the end. */
export interface LossSinks {
  lost(fact: LossFact): void
  /** Deals won in the period and won at T. */
  won(group: string | null, deals: number): void
}

type Row = [
  id: number,
  raw: string | number | null,
  reason: string | null,
  stage: number | null,
  manager: number | null,
  amount: number | null,
  currency: string,
  closedAt: number,
]

/** Deals closed in the period: those that nothing happened to since T from the copies, the others folded. */
export function eachLoss(store: Store, query: Omit<FactsQuery, 'population'>, sinks: LossSinks): void {
  const { grouping } = query
  const closed: FactsQuery = { ...query, population: 'current' }
  const label = grouping?.label ?? (() => null)
  const key = (raw: string | number | null, at: Instant) => label(grouping?.time ? at : raw)
  settledLost(store, closed, key, sinks)
  settledWon(store, closed, label, sinks)
  for (const { id, state } of unsettled(store, closed)) {
    const { outcome, closedAt, lostReason, values } = state
    if (closedAt === null || !inPopulation(state, closed)) continue
    const { manager, amount, currency } = values
    for (const raw of grouping?.of(state) ?? [null]) {
      const group = key(raw, closedAt)
      if (outcome === 'won') sinks.won(group, 1)
      else
        sinks.lost({
          id,
          group,
          reason: lostReason,
          stage: lostFrom(store, state),
          manager,
          amount,
          currency,
        })
    }
  }
}

function settledLost(
  store: Store,
  query: FactsQuery,
  key: (raw: string | number | null, at: Instant) => string | null,
  { lost }: LossSinks,
): void {
  const { grouping } = query
  const { deals, sql, parameters } = settledClosed(query, ['lost'])
  const fact: LossFact = {
    ...{ id: 0, group: null, reason: null, stage: null, manager: null, amount: null, currency: '' },
  }
  store.db.scan<Row>(
    `select scan(s.deal_id, ${grouping?.sql ?? 'null'}, s.lost_reason,
      case when (s.presumed & ${PRESUMED.lossStage}) = 0 then (select v.stage_id from visits v
        where v.deal_id = s.deal_id and v.stage_id not in (${idsOfKind(store, 'lost')})
        order by v.seq desc limit 1) end,
      s.manager_id, s.amount, s.currency, s.closed_at)
    from ${deals} ${grouping?.join ?? ''} where ${sql}`,
    parameters,
    (id, raw, reason, stage, manager, amount, currency, closedAt) => {
      fact.id = id
      fact.group = key(raw, closedAt)
      fact.reason = reason
      fact.stage = stage
      fact.manager = manager
      fact.amount = amount
      fact.currency = currency
      lost(fact)
    },
  )
}

function settledWon(
  store: Store,
  query: FactsQuery,
  label: (raw: string | number | null) => string | null,
  { won }: LossSinks,
): void {
  const { grouping } = query
  const { deals, sql, parameters } = settledClosed(query, ['won'])
  const raw = grouping?.time ? 's.closed_at' : (grouping?.sql ?? 'null')
  store.db.scan<[string | number | null, number]>(
    `select scan(g, n) from (select ${raw} as g, count(*) as n
      from ${deals} ${grouping?.join ?? ''} where ${sql} group by 1)`,
    parameters,
    (of, n) => won(label(of), n),
  )
}

/** Where it was before it was lost. */
function lostFrom(store: Store, { visits, presumed }: DealState): number | null {
  if ((presumed & PRESUMED.lossStage) !== 0) return null
  return visits.findLast(({ stage }) => store.stage(stage).kind !== 'lost')?.stage ?? null
}

import type { Outcome } from '../../domain/deal.ts'
import { type DealState, PRESUMED } from '../../domain/history.ts'
import type { Pipeline } from '../../domain/pipeline.ts'
import { isWithin } from '../../domain/time/period.ts'
import { type DealFilter, filterCondition, matches } from '../filters.ts'
import { type Horizon, statesAt } from '../past/states-at.ts'
import { nameOf, OUTCOMES } from '../rows.ts'
import type { Store } from '../store.ts'
import type { Grouping } from './groups.ts'

/** Deals to look at. `from` and `until` are instants, half-open; null is unbounded. */
export interface FactsQuery {
  pipeline: Pipeline
  from: number | null
  until: number | null
  horizon: Horizon
  filter: DealFilter
  grouping: Grouping | undefined
  population: 'created' | 'current'
}

/** One deal as a funnel sees it. The same object is handed out each time: read it, do not keep it. */
export interface DealFact {
  id: number
  group: string | null
  stage: number
  outcome: Outcome
  visited: number
  amount: number | null
  currency: string
  closedAt: number | null
  /** Sum of `PRESUMED`. */
  presumed: number
}

type Row = [
  number,
  string | number | null,
  number,
  number,
  number,
  number | null,
  string,
  number | null,
  number,
]

/** Who takes what a funnel is counted from. */
export interface FactSinks {
  /** Every deal of the population. */
  deal?: (fact: DealFact) => void
  /** Time in a stage, ms: of every deal of the population, each stage that it has left for good by T. */
  stay?: (group: string | null, stage: number, total: number, id: number) => void
}

/**
 * The facts of the population: deals created in the period (`created`), or open at T or closed in the period
 * (`current`), of this pipeline at T. Those that nothing happened to since T are read from the copies, the others
 * folded, once for both sinks.
 */
export function eachFact(store: Store, query: FactsQuery, sinks: FactSinks): void {
  if (sinks.deal !== undefined) settledFacts(store, query, sinks.deal)
  if (sinks.stay !== undefined) settledStays(store, query, sinks.stay)
  const { grouping } = query
  const label = grouping?.label ?? (() => null)
  for (const { id, state } of unsettled(store, query)) {
    if (!inPopulation(state, query)) continue
    const { values, outcome, visited, closedAt, presumed } = state
    const { stage, amount, currency } = values
    for (const raw of grouping?.of(state) ?? [null]) {
      const group = label(raw)
      sinks.deal?.({ id, group, stage, outcome, visited, amount, currency, closedAt, presumed })
      for (const visit of state.visits)
        if (visit.total !== null) sinks.stay?.(group, visit.stage, visit.total, id)
    }
  }
}

function settledFacts(store: Store, query: FactsQuery, sink: (fact: DealFact) => void): void {
  const { grouping } = query
  const fact: DealFact = {
    id: 0,
    group: null,
    stage: 0,
    outcome: 'open',
    visited: 0,
    amount: null,
    currency: '',
    closedAt: null,
    presumed: 0,
  }
  const label = grouping?.label ?? (() => null)
  const { sql, parameters } = settledDeals(query)
  store.db.scan<Row>(
    `select scan(s.deal_id, ${grouping?.sql ?? 'null'}, s.stage_id, s.outcome, s.visited, s.amount, s.currency, s.closed_at, s.presumed)
    from deal_state s ${grouping?.join ?? ''} where ${sql}`,
    parameters,
    (id, raw, stage, outcome, visited, amount, currency, closedAt, presumed) => {
      fact.id = id
      fact.group = label(raw)
      fact.stage = stage
      fact.outcome = nameOf(OUTCOMES, outcome)
      fact.visited = visited
      fact.amount = amount
      fact.currency = currency
      fact.closedAt = closedAt
      fact.presumed = presumed
      sink(fact)
    },
  )
}

/** Settled deals of a population that are of one group. */
export interface SettledGroup {
  key: string | null
  deals: number
  /** Of them, those with a presumed date. */
  presumedDates: number
  /** The earliest of them. */
  first: number
}

interface PlacedGroup extends SettledGroup {
  place: number
}

/** The settled deals of a population by their groups. */
export interface SettledGroups {
  groups: readonly SettledGroup[]
  /** Of each deal by its id, the place of its group, from 1; 0 where it is not of the population. */
  placeOf: Uint32Array
}

/** Where groups overlap, a deal has the place of the last. */
export function settledGroups({ db }: Store, query: FactsQuery): SettledGroups {
  const { grouping } = query
  const label = grouping?.label ?? (() => null)
  const { sql, parameters } = settledDeals(query)
  const last = Number(db.prepare('select max(deal_id) from deal_state').pluck().get())
  const placeOf = new Uint32Array(last + 1)
  const groups: PlacedGroup[] = []
  const byKey = new Map<string | null, PlacedGroup>()
  const groupOf = (key: string | null) => {
    const known = byKey.get(key)
    if (known !== undefined) return known
    const place = groups.length + 1
    const made = { key, deals: 0, presumedDates: 0, first: Number.POSITIVE_INFINITY, place }
    groups.push(made)
    byKey.set(key, made)
    return made
  }
  let before: { raw: string | number | null; group: PlacedGroup } | undefined
  db.scan<[number, string | number | null, number]>(
    `select scan(s.deal_id, ${grouping?.sql ?? 'null'}, s.presumed)
    from deal_state s ${grouping?.join ?? ''} where ${sql}`,
    parameters,
    (id, raw, presumed) => {
      if (before?.raw !== raw) before = { raw, group: groupOf(label(raw)) }
      const { group } = before
      placeOf[id] = group.place
      group.deals += 1
      if ((presumed & PRESUMED.date) !== 0) group.presumedDates += 1
      if (id < group.first) group.first = id
    },
  )
  return { groups, placeOf }
}

/** One deal of so many is most of them. */
const MOST = 2

/**
 * Of the settled deals of a population, ms in each stage that they have left for good. Of most deals there are the visits
 * are read from the first to the last, for seeking those of each deal takes longer.
 */
export function settledStays(
  store: Store,
  query: FactsQuery,
  sink: NonNullable<FactSinks['stay']>,
  settled: SettledGroups | undefined = isUnbounded(query) ? settledGroups(store, query) : undefined,
): void {
  const { grouping } = query
  if (settled !== undefined && grouping?.overlap !== true) {
    const { groups, placeOf } = settled
    const deals = groups.reduce((sum, group) => sum + group.deals, 0)
    if (deals * MOST >= placeOf.length) {
      const keys = groups.map(({ key }) => key)
      store.db.scan<[id: number, stage: number, total: number]>(
        'select scan(deal_id, stage_id, total) from visits where total is not null',
        [],
        (id, stage, total) => {
          const place = placeOf[id]
          if (place) sink(keys[place - 1] ?? null, stage, total, id)
        },
      )
      return
    }
  }
  const label = grouping?.label ?? (() => null)
  const { sql, parameters } = settledDeals(query)
  store.db.scan<[raw: string | number | null, stage: number, total: number, id: number]>(
    `select scan(${grouping?.sql ?? 'null'}, v.stage_id, v.total, s.deal_id)
    from deal_state s ${grouping?.join ?? ''} join visits v on v.deal_id = s.deal_id
    where ${sql} and v.total is not null`,
    parameters,
    (raw, stage, total, id) => sink(label(raw), stage, total, id),
  )
}

export function isUnbounded({ from, until, population }: FactsQuery): boolean {
  return from === null && until === null && population === 'created'
}

/** The deals that nothing happened to since T: what they are now is what they were then. */
export function settledDeals(query: FactsQuery): { sql: string; parameters: unknown[] } {
  const { pipeline, horizon, from, until } = query
  const filter = filterCondition(query.filter, 's')
  const end = until === null ? horizon.t : Math.min(until, horizon.t)
  const population =
    query.population === 'created'
      ? `s.created_at < @end ${from === null ? '' : 'and s.created_at >= @from'}`
      : `s.created_at < @t and s.deal_id in (
          select deal_id from deal_state where outcome = 0 and pipeline_id = @pipeline
          union all select deal_id from deal_state where closed_at is not null and pipeline_id = @pipeline
            and closed_at < @end ${from === null ? '' : 'and closed_at >= @from'})`
  return {
    sql: `s.pipeline_id = @pipeline and s.removed = 0 and s.last_at < @t and ${population} and ${filter.sql}`,
    parameters: [...filter.parameters, { pipeline: pipeline.id, t: horizon.t, end, from }],
  }
}

/** Deals that something happened to since T, as they were at T. */
export function* unsettled(
  store: Store,
  query: Pick<FactsQuery, 'horizon' | 'from' | 'until' | 'population'>,
): Generator<{ id: number; state: DealState }> {
  const { horizon, from, until } = query
  if (!isAnyMoved(store, horizon.t)) return
  const bounds = ['created_at < @t']
  if (query.population === 'created') {
    if (from !== null) bounds.push('created_at >= @from')
    if (until !== null) bounds.push('created_at < @until')
  }
  const which = `d.id in (${movedSinceSql(bounds.join(' and '))})`
  yield* statesAt(store.db, which, { from, until }, horizon, store.projection)
}

/** Ids of deals with anything at or after T; with every pipeline named, they are found in the cohort's index. */
export function movedSinceSql(created = 'created_at < @t'): string {
  return `select deal_id from deal_state
    where pipeline_id in (select id from pipelines) and ${created} and last_at >= @t`
}

/** Whether there is any such deal. As of today there is none, and one look tells. */
export function isAnyMoved({ db }: Store, t: number): boolean {
  return db.prepare('select exists(select 1 from deal_state where last_at >= ?)').pluck().get(t) === 1
}

export function inPopulation(state: DealState, query: FactsQuery): boolean {
  if (state.pipeline !== query.pipeline.id || !matches(state, query.filter)) return false
  if (query.population === 'created') return isWithin(state.createdAt, query)
  return state.closedAt === null || isWithin(state.closedAt, query)
}

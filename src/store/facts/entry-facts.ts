import type { Outcome } from '../../domain/deal.ts'
import { isWithin } from '../../domain/time/period.ts'
import { DAY } from '../../domain/time/zone.ts'
import { filterCondition, matches } from '../filters.ts'
import { statesAt } from '../past/states-at.ts'
import { nameOf, OUTCOMES } from '../rows.ts'
import type { Store } from '../store.ts'
import { type FactsQuery, isAnyMoved, movedSinceSql } from './funnel-facts.ts'
import type { Grouping } from './groups.ts'
import { Seen } from './seen.ts'

/**
 * A deal that moved into a stage in the period; once for each deal, stage and group. The same object is handed out each
 * time: read it, do not keep it.
 */
export interface EntryFact {
  id: number
  group: string | null
  /** It is the first of its deal in the group. */
  isFirst: boolean
  stage: number
  amount: number | null
  currency: string
  closedAt: number | null
  outcome: Outcome
  /** Sum of `PRESUMED`. */
  presumed: number
}

type Row = [
  id: number,
  stage: number,
  at: number,
  actor: number | null,
  raw: string | number | null,
  amount: number | null,
  currency: string,
  closedAt: number | null,
  outcome: number,
  presumed: number,
]

type EntriesQuery = Omit<FactsQuery, 'population' | 'grouping'>

/** How an entry is grouped: by what its deal is, by who made it, or by when it was made: days pass, hours come again. */
export type EntryGrouping =
  | { by: 'deal'; grouping: Grouping | undefined }
  | { by: 'actor' | 'hour' | 'time'; label: Grouping['label'] }

/** Distinct deals with a move into a stage of this pipeline in the period and before T. */
export function eachEntry(
  store: Store,
  query: EntriesQuery,
  by: EntryGrouping,
  sink: (fact: EntryFact) => void,
): void {
  const entries = new DistinctEntries(query, by, sink)
  for (const slice of by.by === 'time' ? slicesOf(store, query) : [query]) {
    addSettled(store, slice, entries)
    entries.endSlice(slice)
  }
  addMoved(store, query, entries)
}

/** Entries into stages, each told once for its deal, stage and group. */
class DistinctEntries {
  readonly grouping: Grouping | undefined
  readonly #by: EntryGrouping
  readonly #stages: readonly number[]
  readonly #sink: (fact: EntryFact) => void
  readonly #seen = new Seen()
  /** A deal that is in one group only need not be remembered in it. */
  readonly #isApart: boolean
  readonly fact: EntryFact = {
    id: 0,
    group: null,
    isFirst: true,
    stage: 0,
    amount: null,
    currency: '',
    closedAt: null,
    outcome: 'open',
    presumed: 0,
  }

  constructor({ pipeline }: EntriesQuery, by: EntryGrouping, sink: (fact: EntryFact) => void) {
    this.#by = by
    this.#stages = pipeline.stages.map(({ id }) => id)
    this.#sink = sink
    this.grouping = by.by === 'deal' ? by.grouping : undefined
    this.#isApart = by.by !== 'deal' || this.grouping?.overlap === true
  }

  /** Of the deal that `fact` holds. */
  add(stage: number, at: number, actor: number | null, raw: string | number | null): void {
    const { fact } = this
    fact.stage = stage
    fact.group = this.#groupOf(at, actor, raw)
    const group = this.#isApart ? remembered(fact.group) : null
    fact.isFirst = group === null || !this.#seen.knows(group, fact.id)
    if (this.#seen.add(group, fact.id, this.#stages.indexOf(stage))) this.#sink(fact)
  }

  /** Of a deal that comes once, all was added. */
  endDeal(): void {
    this.#seen.keepOnly(null)
  }

  /** Nothing more will come of groups of time before the end of this slice. */
  endSlice({ until }: EntriesQuery): void {
    if (this.#by.by === 'time') this.#seen.keepOnly(remembered(this.#by.label((until ?? 0) - 1)))
  }

  #groupOf(at: number, actor: number | null, raw: string | number | null): string | null {
    const by = this.#by
    if (by.by === 'deal') return by.grouping?.label(raw) ?? null
    return by.label(by.by === 'actor' ? actor : at)
  }
}

function remembered(group: string | null): string {
  return group === null ? '' : `=${group}`
}

/** Of deals that nothing happened to since T. */
function addSettled({ db }: Store, slice: EntriesQuery, entries: DistinctEntries): void {
  const { fact, grouping } = entries
  const { sql, parameters } = settledEntries(slice)
  db.scan<Row>(
    `select scan(s.deal_id, v.stage_id, v.entered_at, v.actor_id, ${grouping?.sql ?? 'null'},
      s.amount, s.currency, s.closed_at, s.outcome, s.presumed)
    from visits v join deal_state s on s.deal_id = v.deal_id ${grouping?.join ?? ''} where ${sql}`,
    parameters,
    (id, stage, at, actor, raw, amount, currency, closedAt, outcome, presumed) => {
      fact.id = id
      fact.amount = amount
      fact.currency = currency
      fact.closedAt = closedAt
      fact.outcome = nameOf(OUTCOMES, outcome)
      fact.presumed = presumed
      entries.add(stage, at, actor, raw)
    },
  )
}

/** Of deals with anything since T, as they were then. */
function addMoved(store: Store, query: EntriesQuery, entries: DistinctEntries): void {
  const { fact, grouping } = entries
  const stages = query.pipeline.stages.map(({ id }) => id)
  for (const { id, state } of movedSince(store, query)) {
    if (!matches(state, query.filter)) continue
    fact.id = id
    fact.amount = state.values.amount
    fact.currency = state.values.currency
    fact.closedAt = state.closedAt
    fact.outcome = state.outcome
    fact.presumed = state.presumed
    for (const { stage, enteredAt, actor } of state.visits) {
      if (!isWithin(enteredAt, query) || !stages.includes(stage)) continue
      for (const raw of grouping?.of(state) ?? [null]) entries.add(stage, enteredAt, actor, raw)
    }
    entries.endDeal()
  }
}

const WEEK = 7 * DAY

/** The period week after week: of groups that pass with time only the latest has then to be remembered. */
function* slicesOf({ db }: Store, query: EntriesQuery): Generator<EntriesQuery> {
  const end = Math.min(query.until ?? query.horizon.t, query.horizon.t)
  const first = db.prepare('select min(entered_at) from visits where stage_id = ?').pluck()
  const began = query.pipeline.stages.flatMap(({ id }) => {
    const at = first.get(id)
    return typeof at === 'number' ? [at] : []
  })
  for (let from = Math.max(query.from ?? -Infinity, Math.min(...began)); from < end; from += WEEK)
    yield { ...query, from, until: Math.min(from + WEEK, end) }
}

export function settledEntries(query: EntriesQuery) {
  const filter = filterCondition(query.filter, 's')
  const { t } = query.horizon
  const end = query.until === null ? t : Math.min(query.until, t)
  const ids = query.pipeline.stages.map((stage) => stage.id).join(', ')
  return {
    sql: `v.stage_id in (${ids}) and v.entered_at < @end ${query.from === null ? '' : 'and v.entered_at >= @from'}
      and s.removed = 0 and s.last_at < @t and ${filter.sql}`,
    parameters: [...filter.parameters, { t, end, from: query.from }],
  }
}

/** Deals with anything at or after T, as they were at T. */
export function* movedSince(store: Store, { horizon }: Pick<FactsQuery, 'horizon'>) {
  if (!isAnyMoved(store, horizon.t)) return
  yield* statesAt(store.db, `d.id in (${movedSinceSql()})`, {}, horizon, store.projection)
}

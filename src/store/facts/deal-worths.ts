import { KIND } from '../../domain/deal.ts'
import type { DealState } from '../../domain/history.ts'
import { type DealFilter, filterCondition, matches } from '../filters.ts'
import type { Store } from '../store.ts'
import { type FactsQuery, settledDeals } from './funnel-facts.ts'
import type { Grouping } from './groups.ts'

/** What a deal is of, and whether it is among those asked for. Amounts are minor units of its own currency. */
interface Told {
  amount: number | null
  cost: number | null
  currency: string
  product: string | null
  group: string | null
  matches: boolean
}

/** A deal won at T. The same object is handed out each time. */
export interface WonDeal extends Told {
  id: number
  /** ms UTC */
  createdAt: number
  closedAt: number
}

/** A deal open at T. */
export interface OpenDealAt extends Told {
  id: number
  stage: number
  createdAt: number
  /** `YYYY-MM-DD` */
  expected: string | null
}

/** Which of the deals are asked for, and how they are grouped; the others are told of as well. */
export interface Asked {
  filter: DealFilter
  grouping: Grouping | undefined
}

type Folded = readonly { id: number; state: DealState }[]

/** The deals won at T: settled ones, then those given. */
export function eachWon(
  store: Store,
  query: FactsQuery,
  asked: Asked,
  others: Folded,
  sink: (deal: WonDeal) => void,
): void {
  const label = asked.grouping?.label ?? (() => null)
  const deal: WonDeal = {
    ...{ amount: null, cost: null, currency: '', product: null, group: null, matches: true },
    ...{ id: 0, createdAt: 0, closedAt: 0 },
  }
  scanSettled<
    [
      ...[number, number, number, number | null, number | null],
      string,
      string | null,
      string | number | null,
      number,
    ]
  >(
    store,
    query,
    asked,
    's.deal_id, s.created_at, s.closed_at, s.amount, s.cost, s.currency, s.product',
    's.outcome = 1 and s.closed_at is not null',
    (id, createdAt, closedAt, amount, cost, currency, product, raw, isAsked) => {
      deal.id = id
      deal.createdAt = createdAt
      deal.closedAt = closedAt
      deal.amount = amount
      deal.cost = cost
      deal.currency = currency
      deal.product = product
      deal.group = label(raw)
      deal.matches = isAsked === 1
      sink(deal)
    },
  )
  for (const { id, state } of others)
    if (state.outcome === 'won' && state.closedAt !== null)
      sink({ ...toldOf(state, asked), id, createdAt: state.createdAt, closedAt: state.closedAt })
}

/** The deals open at T, in the order of their ids. */
export function openDealsAt(store: Store, query: FactsQuery, asked: Asked, others: Folded): OpenDealAt[] {
  const label = asked.grouping?.label ?? (() => null)
  const deals: OpenDealAt[] = []
  type Row = [
    ...[number, number, number, string | null, number | null, number | null, string, string | null],
    ...[string | number | null, number],
  ]
  scanSettled<Row>(
    store,
    query,
    asked,
    's.deal_id, s.stage_id, s.created_at, s.expected_on, s.amount, s.cost, s.currency, s.product',
    's.outcome = 0',
    (id, stage, createdAt, expected, amount, cost, currency, product, raw, isAsked) =>
      deals.push({
        ...{ id, stage, createdAt, expected, amount, cost, currency, product },
        group: label(raw),
        matches: isAsked === 1,
      }),
  )
  for (const { id, state } of others)
    if (state.outcome === 'open')
      deals.push({
        ...toldOf(state, asked),
        id,
        stage: state.values.stage,
        createdAt: state.createdAt,
        expected: state.values.expected,
      })
  return deals.sort((a, b) => a.id - b.id)
}

/** Deals created in the last days before T by group: those asked for, and how many there were of all. */
export function eachCreated(
  store: Store,
  query: FactsQuery,
  asked: Asked,
  others: Folded,
  since: number,
  sink: (group: string | null, matches: boolean) => void,
): void {
  const label = asked.grouping?.label ?? (() => null)
  scanSettled<[string | number | null, number]>(
    store,
    { ...query, from: since },
    asked,
    '',
    '',
    (raw, isAsked) => sink(label(raw), isAsked === 1),
  )
  for (const { state } of others) {
    if (state.createdAt < since) continue
    const { group, matches: isAsked } = toldOf(state, asked)
    sink(group, isAsked)
  }
}

/** What these deals are of, as of T; those that were not there then are left out. */
export function dealsTold(
  store: Store,
  query: FactsQuery,
  asked: Asked,
  others: Folded,
  ids: readonly number[],
): Map<number, Pick<Told, 'product' | 'cost' | 'group' | 'matches'>> {
  const label = asked.grouping?.label ?? (() => null)
  const found = new Map<number, Pick<Told, 'product' | 'cost' | 'group' | 'matches'>>()
  const wanted = new Set(ids)
  scanSettled<[number, string | null, number | null, string | number | null, number]>(
    store,
    query,
    asked,
    's.deal_id, s.product, s.cost',
    '',
    (id, product, cost, raw, isAsked) => {
      if (wanted.has(id)) found.set(id, { product, cost, group: label(raw), matches: isAsked === 1 })
    },
  )
  for (const { id, state } of others) if (wanted.has(id)) found.set(id, toldOf(state, asked))
  return found
}

function scanSettled<Row extends readonly (string | number | null)[]>(
  store: Store,
  query: FactsQuery,
  { filter, grouping }: Asked,
  columns: string,
  condition: string,
  sink: (...row: Row) => void,
): void {
  const { sql, parameters } = settledDeals(query)
  const wanted = filterCondition(filter, 's')
  store.db.scan<Row>(
    `select scan(${columns === '' ? '' : `${columns}, `}${grouping?.sql ?? 'null'}, ${wanted.sql})
    from deal_state s ${grouping?.join ?? ''} where ${condition === '' ? '' : `${condition} and `}${sql}`,
    [...wanted.parameters, ...parameters],
    sink,
  )
}

function toldOf(state: DealState, { filter, grouping }: Asked): Told {
  const { amount, cost, currency, product } = state.values
  const [raw = null] = grouping?.of(state) ?? []
  return {
    ...{ amount, cost, currency, product },
    group: grouping === undefined ? null : grouping.label(raw),
    matches: matches(state, filter),
  }
}

/** What was known of an open deal at a moment. */
export interface ValueThen {
  amount: number | null
  currency: string
  expected: string | null
}

/**
 * The amounts and expected closes of these deals as they stood before `t`. An amount of which it is not known since when
 * it holds counts from the moment at which it was written here: what came with the outcome is not known before it.
 */
export function valuesAt(store: Store, ids: readonly number[], t: number): Map<number, ValueThen> {
  const then = new Map<number, ValueThen>()
  const last = (kind: number, what: string) =>
    `(select ${what} from history h where h.deal_id = d.id and h.kind = ${kind} and h.retracted = 0 and h.at < @t
      order by h.at desc, h.id desc limit 1)`
  const rows = store.db
    .prepare(
      `with d as (select deals.*, (select value from history h where h.deal_id = deals.id and h.kind = ${KIND.created}
            and h.retracted = 0 and h.at < @t) as told
          from json_each(@ids) j cross join deals on deals.id = j.value)
        select d.id, d.amount, d.currency, d.expected_on as expected, d.told,
          d.amount_synthetic = 0 or ${written('d')} < @t as known,
          ${last(KIND.amount, 'json_array(h.value)')} as laterAmount,
          ${last(KIND.amount, `h.synthetic = 0 or ${written('h')} < @t`)} as laterKnown,
          ${last(KIND.currency, 'h.value')} as laterCurrency,
          ${last(KIND.expected, 'json_array(h.value)')} as laterExpected
        from d`,
    )
    .all({ ids: JSON.stringify(ids), t }) as {
    id: number
    amount: number | null
    currency: string
    expected: string | null
    told: string | null
    known: number
    laterAmount: string | null
    laterKnown: number | null
    laterCurrency: string | null
    laterExpected: string | null
  }[]
  for (const row of rows) {
    const began = row.told === null ? row : toldBeginning(row.told)
    const isKnown = row.told === null ? row.known === 1 : began.known === 1
    const amount = row.laterAmount === null ? began.amount : onlyOf<number>(row.laterAmount)
    then.set(row.id, {
      amount: (row.laterAmount === null ? isKnown : row.laterKnown === 1) ? amount : null,
      currency: row.laterCurrency ?? began.currency,
      expected: row.laterExpected === null ? began.expected : onlyOf<string>(row.laterExpected),
    })
  }
  return then
}

/** When a row was written, as SQL. */
function written(alias: string): string {
  return `coalesce(${alias}.recorded_at, (select o.at from operations o where o.id = ${alias}.op))`
}

function toldBeginning(told: string) {
  const { values, amountSynthetic } = JSON.parse(told) as {
    values: { amount: number | null; currency: string; expected: string | null }
    amountSynthetic: boolean
  }
  return { ...values, known: amountSynthetic ? 0 : 1 }
}

function onlyOf<T>(json: string): T | null {
  const [value = null] = JSON.parse(json) as (T | null)[]
  return value
}

import type { DealValues } from '../domain/deal.ts'
import type { DealState } from '../domain/history.ts'
import { majorOf } from '../domain/money.ts'
import { type DealEvent, dealHistory, momentText } from './deal-history.ts'
import { type ShownValue, shownValue } from './fields.ts'
import { type DealFilter, filterCondition } from './filters.ts'
import type { Labels } from './labels.ts'
import { foldDeal } from './projection.ts'
import { nameOf, OUTCOMES, PRECISIONS, parseJson, type StateRow } from './rows.ts'
import type { Store } from './store.ts'

/** A deal as scripts see it: names for ids, major units, moments as ISO 8601, or `YYYY-MM-DD` where only that is known. */
export interface DealRecord {
  id: string
  externalId: string | null
  externalSystem: string | null
  title: string
  pipeline: string
  stage: string
  status: DealState['outcome']
  manager: string | null
  company: string | null
  contacts: string[]
  amount: number | null
  currency: string
  createdAt: string
  closedAt: string | null
  expectedClose: string | null
  source: string | null
  product: string | null
  lostReason: string | null
  tags: string[]
  fields: Record<string, ShownValue>
}

export interface DealStory extends DealRecord {
  history: DealEvent[]
}

/** What a record is made of; a folded deal has it all. */
type Facts = Pick<
  DealState,
  | 'values'
  | 'pipeline'
  | 'outcome'
  | 'createdAt'
  | 'createdPrecision'
  | 'closedAt'
  | 'closedPrecision'
  | 'lostReason'
>

/** Columns that a list of deals can be sorted by, as its JSON names them. */
export const SORTS = {
  id: 's.deal_id',
  title: 's.folded',
  stage: 'st.kind, st.bit',
  status: 's.outcome',
  manager: '(select folded from managers m where m.id = s.manager_id)',
  company: '(select folded from companies o where o.id = s.company_id)',
  amount: 's.amount',
  createdAt: 's.created_at',
  closedAt: 's.closed_at',
  expectedClose: 's.expected_on',
  source: 's.source',
  product: 's.product',
} as const

export interface DealOrder {
  by: keyof typeof SORTS
  descending: boolean
}

/** The newest first: of those created at one moment, the one added last. */
export const NEWEST_FIRST: DealOrder = { by: 'createdAt', descending: true }

/**
 * Deals that a filter selects, or these very ones, as they are now; removed ones never. Deals alike in what the order
 * compares run newest first, and those without a value come last.
 */
export function dealList(
  store: Store,
  labels: Labels,
  which: DealFilter | readonly number[],
  { order = NEWEST_FIRST, limit }: { order?: DealOrder; limit?: number | undefined } = {},
): DealRecord[] {
  const { sql, parameters } = selection(which)
  const rows = store.db
    .prepare(
      `select s.*, d.created_precision, (
          select v.precision from visits v join stages vs on vs.id = v.stage_id
          where v.deal_id = s.deal_id and v.entered_at = s.closed_at and vs.kind = s.outcome order by v.seq desc limit 1
        ) as closed_precision,
        (select json_group_array(contact_id) from deal_contacts c where c.deal_id = s.deal_id) as contacts
      from deal_state s join deals d on d.id = s.deal_id join stages st on st.id = s.stage_id
      where ${sql} order by ${orderSql(order)} limit ?`,
    )
    .all(...parameters, limit ?? -1) as ListRow[]
  return rows.map((row) => recordOf(row.deal_id, factsOf(row), store, labels))
}

/** How many deals there are for a filter. */
export function countDeals(store: Store, filter: DealFilter): number {
  const { sql, parameters } = filterCondition(filter, 's')
  const count = store.db.prepare(`select count(*) from deal_state s where ${sql}`).pluck()
  return Number(count.get(...parameters))
}

/** One deal with its history, folded from its rows: inside a transaction it is what was just written. */
export function dealStory(store: Store, labels: Labels, id: number): DealStory | undefined {
  const folded = foldDeal(store.db, id, store.projection)
  if (folded === undefined) return undefined
  return { ...recordOf(id, folded.state, store, labels), history: dealHistory(store, labels, id) }
}

type ListRow = StateRow & {
  created_precision: number
  closed_precision: number | null
  contacts: string
}

function selection(which: DealFilter | readonly number[]) {
  if (isFilter(which)) return filterCondition(which, 's')
  return {
    sql: 's.removed = 0 and s.deal_id in (select value from json_each(?))',
    parameters: [JSON.stringify(which)],
  }
}

function isFilter(which: DealFilter | readonly number[]): which is DealFilter {
  return !Array.isArray(which)
}

function orderSql({ by, descending }: DealOrder): string {
  const direction = descending ? 'desc' : 'asc'
  const column = SORTS[by]
  const wanted = column
    .split(', ')
    .map((part) => `${part} ${direction} nulls last`)
    .join(', ')
  return `${by === 'manager' || by === 'company' ? `${column} ${direction} nulls last` : wanted},
    s.created_at desc, s.deal_id desc`
}

function factsOf(row: ListRow): Facts {
  return {
    values: {
      title: row.title,
      stage: row.stage_id,
      manager: row.manager_id,
      company: row.company_id,
      contacts: parseJson<number[]>(row.contacts),
      amount: row.amount,
      cost: row.cost,
      currency: row.currency,
      source: row.source,
      product: row.product,
      expected: row.expected_on,
      tags: parseJson<string[]>(row.tags),
      fields: parseJson<DealValues['fields']>(row.fields),
      note: null,
      externalSystem: row.external_system,
      externalId: row.external_id,
    },
    pipeline: row.pipeline_id,
    outcome: nameOf(OUTCOMES, row.outcome),
    createdAt: row.created_at,
    createdPrecision: nameOf(PRECISIONS, row.created_precision),
    closedAt: row.closed_at,
    closedPrecision: row.closed_precision === null ? null : nameOf(PRECISIONS, row.closed_precision),
    lostReason: row.lost_reason,
  }
}

function recordOf(id: number, facts: Facts, store: Store, labels: Labels): DealRecord {
  const { values } = facts
  return {
    id: `d${id}`,
    externalId: values.externalId,
    externalSystem: values.externalSystem,
    title: values.title,
    pipeline: store.pipelines.find((pipeline) => pipeline.id === facts.pipeline)?.name ?? '',
    stage: store.stage(values.stage).name,
    status: facts.outcome,
    manager: values.manager === null ? null : labels.manager(values.manager),
    company: values.company === null ? null : labels.company(values.company),
    contacts: [...values.contacts].sort((a, b) => a - b).map((contact) => labels.contact(contact)),
    amount: values.amount === null ? null : majorOf(values.amount, values.currency),
    currency: values.currency,
    createdAt: momentText(store, facts.createdAt, facts.createdPrecision),
    closedAt:
      facts.closedAt === null ? null : momentText(store, facts.closedAt, facts.closedPrecision ?? 'moment'),
    expectedClose: values.expected,
    source: values.source,
    product: values.product,
    lostReason: facts.lostReason,
    tags: [...values.tags],
    fields: Object.fromEntries(
      labels.fields('deal').flatMap(({ id: field, name, type }) => {
        const value = values.fields[field]
        return value === undefined ? [] : [[name, shownValue(value, type, store.settings.currency)]]
      }),
    ),
  }
}

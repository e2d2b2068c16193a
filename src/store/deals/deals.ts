import type { DealValues } from '../../domain/deal.ts'
import type { DealState } from '../../domain/history.ts'
import { majorOf } from '../../domain/money.ts'
import { type ShownValue, shownValue } from '../fields.ts'
import { type DealFilter, filterCondition } from '../filters.ts'
import type { Labels } from '../labels.ts'
import { type Horizon, statesAt } from '../past/states-at.ts'
import { nameOf, OUTCOMES, PRECISIONS, parseJson } from '../rows.ts'
import type { Store } from '../store.ts'
import { type DealEvent, dealHistory, momentText } from './history.ts'
import { foldDeal } from './projection.ts'

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
type Facts = Omit<Pick<DealState, FactName>, 'values'> & { values: Omit<DealValues, 'cost' | 'note'> }
type FactName =
  | 'values'
  | 'pipeline'
  | 'outcome'
  | 'createdAt'
  | 'createdPrecision'
  | 'closedAt'
  | 'closedPrecision'
  | 'lostReason'

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
  const ordered = orderSql(order)
  const pages = order.by === 'createdAt' && limit !== undefined ? byPipeline(store, which) : [which]
  const parts = pages.map(selection)
  const wanted = parts.map(
    ({ sql }) => `select * from (select s.deal_id from deal_state s join stages st on st.id = s.stage_id
      where ${sql} order by ${ordered} limit ?)`,
  )
  const rows = store.db
    .prepare(
      `select ${LIST_COLUMNS} from (${wanted.join(' union all ')}) wanted
      join deal_state s on s.deal_id = wanted.deal_id
      join deals d on d.id = s.deal_id
      join stages st on st.id = s.stage_id
      order by ${ordered} limit ?`,
    )
    .raw()
    .all(...parts.flatMap(({ parameters }) => [...parameters, limit ?? -1]), limit ?? -1) as ListRow[]
  return rows.map((row) => recordOf(row[0], factsOf(row), store, labels))
}

/** These very deals as they were at the horizon, removed since or not; in the order of a list, the newest first. */
export function dealsAt(
  store: Store,
  labels: Labels,
  ids: readonly number[],
  horizon: Horizon,
): DealRecord[] {
  const wanted = { ids: JSON.stringify(ids) }
  const mine = 'd.id in (select value from json_each(@ids))'
  const moved = 'd.id in (select deal_id from deal_state where last_at >= @t)'
  const records = new Map(dealList(store, labels, ids).map((record) => [record.id, record]))
  for (const { id, state } of statesAt(store.db, `${mine} and ${moved}`, wanted, horizon, store.projection))
    records.set(`d${id}`, recordOf(id, state, store, labels))
  const order = store.db.prepare(
    `select d.id from deals d where ${mine} order by d.created_at desc, d.id desc`,
  )
  return (order.pluck().all(wanted) as number[]).flatMap((id) => records.get(`d${id}`) ?? [])
}

/** How many deals there are for a filter. */
export function countDeals(store: Store, filter: DealFilter): number {
  const { sql, parameters } = filterCondition(filter, 's')
  const { pipeline, sources, products, tags, companies, amounts, fields } = filter
  const isInIndex =
    pipeline === null &&
    [sources, products, tags, companies, amounts, fields].every((list) => list.length === 0)
  // Said so, the planner counts in the index of each pipeline and reads no rows.
  const within = isInIndex ? 'and s.pipeline_id in (select id from pipelines)' : ''
  const count = store.db.prepare(`select count(*) from deal_state s where ${sql} ${within}`).pluck()
  return Number(count.get(...parameters))
}

/** One deal with its history, folded from its rows: inside a transaction it is what was just written. */
export function dealStory(store: Store, labels: Labels, id: number): DealStory | undefined {
  const folded = foldDeal(store.db, id, store.projection)
  if (folded === undefined) return undefined
  return { ...recordOf(id, folded.state, store, labels), history: dealHistory(store, labels, id) }
}

/** Rows as lists, which the driver makes several times faster than objects: a list may hold a million. */
type ListRow = [
  id: number,
  pipeline: number,
  stage: number,
  outcome: number,
  createdAt: number,
  createdPrecision: number,
  closedAt: number | null,
  closedPrecision: number | null,
  manager: number | null,
  company: number | null,
  contacts: string,
  amount: number | null,
  currency: string,
  source: string | null,
  product: string | null,
  expected: string | null,
  lostReason: string | null,
  title: string,
  tags: string,
  fields: string,
  externalSystem: string | null,
  externalId: string | null,
]

const LIST_COLUMNS = `s.deal_id, s.pipeline_id, s.stage_id, s.outcome, s.created_at,
  (select v.precision from visits v where v.deal_id = s.deal_id and v.seq = 0), s.closed_at,
  (select v.precision from visits v join stages vs on vs.id = v.stage_id
    where v.deal_id = s.deal_id and v.entered_at = s.closed_at and vs.kind = s.outcome order by v.seq desc limit 1),
  s.manager_id, s.company_id,
  (select json_group_array(contact_id) from deal_contacts c where c.deal_id = s.deal_id),
  s.amount, s.currency, s.source, s.product, s.expected_on, s.lost_reason, s.title, s.tags, s.fields,
  s.external_system, s.external_id`

/** Deals lie in an index in the order of their creation, each pipeline's apart. */
function byPipeline({ pipelines }: Store, which: DealFilter | readonly number[]) {
  if (!isFilter(which) || which.pipeline !== null || pipelines.length === 0) return [which]
  return pipelines.map(({ id }) => ({ ...which, pipeline: id }))
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
  const [, pipeline, stage, outcome, createdAt, createdPrecision, closedAt, closedPrecision, ...values] = row
  const [manager, company, contacts, amount, currency, source, product, expected, lostReason, ...texts] =
    values
  const [title, tags, fields, externalSystem, externalId] = texts
  return {
    values: {
      title,
      stage,
      manager,
      company,
      contacts: parseJson<number[]>(contacts),
      amount,
      currency,
      source,
      product,
      expected,
      tags: parseJson<string[]>(tags),
      fields: parseJson<DealValues['fields']>(fields),
      externalSystem,
      externalId,
    },
    pipeline,
    outcome: nameOf(OUTCOMES, outcome),
    createdAt,
    createdPrecision: nameOf(PRECISIONS, createdPrecision),
    closedAt,
    closedPrecision: closedPrecision === null ? null : nameOf(PRECISIONS, closedPrecision),
    lostReason,
  }
}

function recordOf(id: number, facts: Facts, store: Store, labels: Labels): DealRecord {
  const { values } = facts
  return {
    id: `d${id}`,
    externalId: values.externalId,
    externalSystem: values.externalSystem,
    title: values.title,
    pipeline: store.pipeline(facts.pipeline).name,
    stage: store.stage(values.stage).name,
    status: facts.outcome,
    manager: values.manager === null ? null : labels.manager(values.manager),
    company: values.company === null ? null : labels.company(values.company),
    contacts: labels.contacts(values.contacts),
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

/** In force, or taken back and able to return. */
export function everHadDeals({ db }: Store): boolean {
  return db.prepare('select 1 from deals limit 1').get() !== undefined
}

export function hasDeals({ db }: Store): boolean {
  return db.prepare('select 1 from deals where retracted = 0 limit 1').get() !== undefined
}

/** What a deal is called now, and its currency. */
export function titleAndCurrency({ db }: Store, id: number): { title: string; currency: string } {
  const row = db.prepare('select title, currency from deal_state where deal_id = ?').get(id)
  return row as { title: string; currency: string }
}

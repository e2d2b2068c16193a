import { FIELD_KIND, type FieldValue, KIND, type Outcome } from '../domain/deal.ts'
import type { DealState } from '../domain/history.ts'
import { isWithin } from '../domain/time/period.ts'
import type { Database } from './database.ts'
import { codeOf, OUTCOMES } from './rows.ts'

/**
 * Which deals are meant, in row ids and in texts exactly as stored. A deal must satisfy every list that is not
 * empty by any one of its entries; null in a list stands for "has none".
 */
export interface DealFilter {
  pipeline: number | null
  managers: readonly (number | null)[]
  stages: readonly number[]
  outcomes: readonly Outcome[]
  sources: readonly (string | null)[]
  products: readonly (string | null)[]
  tags: readonly (string | null)[]
  companies: readonly (number | null)[]
  fields: readonly FieldFilter[]
  amounts: readonly (AmountFilter | null)[]
  /** Of the creation, ms UTC, `until` excluded; null leaves that side open. */
  created: { from: number | null; until: number | null }
}

/** Less is meant than all deals of some managers, in a pipeline or in all. */
export function isNarrowed(filter: DealFilter): boolean {
  const { stages, outcomes, sources, products, tags, companies, fields, amounts, created } = filter
  const lists = [stages, outcomes, sources, products, tags, companies, fields, amounts]
  return lists.some((list) => list.length > 0) || created.from !== null || created.until !== null
}

export interface FieldFilter {
  field: number
  values: readonly (FieldValue | null)[]
}

/** Minor units of `currency`, both ends included; null leaves that side open. */
export interface AmountRange {
  currency: string
  from: number | null
  until: number | null
}

/** What was meant, and what it comes to in each currency that a deal may be in: of another currency no deal is meant. */
export interface AmountFilter extends AmountRange {
  bounds: readonly AmountRange[]
}

export const EVERY_DEAL: DealFilter = {
  pipeline: null,
  managers: [],
  stages: [],
  outcomes: [],
  sources: [],
  products: [],
  tags: [],
  companies: [],
  fields: [],
  amounts: [],
  created: { from: null, until: null },
}

/** A condition for raw SQL, never empty, and the values bound to its question marks. */
export interface Condition {
  sql: string
  parameters: readonly (string | number)[]
}

/** The filter as a condition on `deal_state` under this alias. Removed deals never satisfy it. */
export function filterCondition(filter: DealFilter, alias: string): Condition {
  const parts: Condition[] = [{ sql: `${alias}.removed = 0`, parameters: [] }]
  const oneOf = (expression: string, values: readonly (string | number | null)[]) => {
    if (values.length > 0) parts.push(isOneOf(expression, values))
  }
  if (filter.pipeline !== null) oneOf(`${alias}.pipeline_id`, [filter.pipeline])
  oneOf(`${alias}.manager_id`, filter.managers)
  oneOf(`${alias}.stage_id`, filter.stages)
  oneOf(
    `${alias}.outcome`,
    filter.outcomes.map((outcome) => codeOf(OUTCOMES, outcome)),
  )
  oneOf(`${alias}.source`, filter.sources)
  oneOf(`${alias}.product`, filter.products)
  oneOf(`${alias}.company_id`, filter.companies)
  if (filter.tags.length > 0) parts.push(isTagged(`${alias}.tags`, filter.tags))
  for (const { field, values } of filter.fields)
    oneOf(`json_extract(${alias}.fields, '$."${field}"')`, values)
  if (filter.amounts.length > 0) parts.push(isOfAmount(alias, filter.amounts))
  const { from, until } = filter.created
  if (from !== null) parts.push({ sql: `${alias}.created_at >= ?`, parameters: [from] })
  if (until !== null) parts.push({ sql: `${alias}.created_at < ?`, parameters: [until] })
  return {
    sql: parts.map(({ sql }) => sql).join(' and '),
    parameters: parts.flatMap(({ parameters }) => parameters),
  }
}

/** The same condition on a folded deal, as of whatever moment it was folded. */
export function matches(state: DealState, filter: DealFilter): boolean {
  const { values } = state
  return (
    !state.removed &&
    (filter.pipeline === null || state.pipeline === filter.pipeline) &&
    allows(filter.managers, values.manager) &&
    allows(filter.stages, values.stage) &&
    allows(filter.outcomes, state.outcome) &&
    allows(filter.sources, values.source) &&
    allows(filter.products, values.product) &&
    allows(filter.companies, values.company) &&
    allowsTags(filter.tags, values.tags) &&
    filter.fields.every((wanted) => allows(wanted.values, values.fields[wanted.field] ?? null)) &&
    allowsAmount(filter.amounts, values) &&
    isWithin(state.createdAt, filter.created)
  )
}

function allows<T>(list: readonly T[], value: T): boolean {
  return list.length === 0 || list.includes(value)
}

function allowsTags(wanted: DealFilter['tags'], tags: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((tag) => (tag === null ? tags.length === 0 : tags.includes(tag)))
}

function allowsAmount(
  wanted: DealFilter['amounts'],
  { amount, currency }: { amount: number | null; currency: string },
): boolean {
  if (wanted.length === 0 || amount === null) return wanted.length === 0 || wanted.includes(null)
  return wanted.some((one) =>
    one?.bounds.some(
      ({ currency: of, from, until }) =>
        of === currency && (from === null || amount >= from) && (until === null || amount <= until),
    ),
  )
}

function isOfAmount(alias: string, amounts: DealFilter['amounts']): Condition {
  const ranges = amounts.flatMap((one) => one?.bounds ?? [])
  const parameters: (string | number)[] = []
  const parts = ranges.map(({ currency, from, until }) => {
    parameters.push(currency, ...(from === null ? [] : [from]), ...(until === null ? [] : [until]))
    const above = from === null ? '' : ` and ${alias}.amount >= ?`
    const below = until === null ? '' : ` and ${alias}.amount <= ?`
    return `${alias}.currency = ? and ${alias}.amount is not null${above}${below}`
  })
  if (amounts.includes(null)) parts.push(`${alias}.amount is null`)
  return { sql: `(${parts.join(' or ')})`, parameters }
}

function isOneOf(expression: string, values: readonly (string | number | null)[]): Condition {
  const parameters = values.filter((value) => value !== null)
  const list = `${expression} in (${parameters.map(() => '?').join(', ')})`
  if (parameters.length === values.length) return { sql: list, parameters }
  const missing = `${expression} is null`
  return { sql: parameters.length === 0 ? missing : `(${list} or ${missing})`, parameters }
}

function isTagged(expression: string, tags: DealFilter['tags']): Condition {
  const parameters = tags.filter((tag) => tag !== null)
  const list = `exists(select 1 from json_each(${expression}) where value in (${parameters.map(() => '?').join(', ')}))`
  if (parameters.length === tags.length) return { sql: list, parameters }
  const none = `${expression} = '[]'`
  return { sql: parameters.length === 0 ? none : `(${list} or ${none})`, parameters }
}

/** Every text that a deal has or ever had there, in order: reports as of a past day meet those of that day. */
export function knownTexts(db: Database, of: 'source' | 'product' | 'tags' | { field: number }): string[] {
  const statement = typeof of === 'object' ? fieldTexts(of.field) : of === 'tags' ? TAGS : columnTexts(of)
  const first = db.prepare(`${statement} limit ${SAMPLE}`).pluck().all() as string[]
  const known = new Set(first)
  if (first.length < SAMPLE) return [...known].sort()
  // Most deals have one of a few texts: those that the first have are passed over in SQL, at a fifth of the cost.
  const others = db.prepare(
    `select text from (${statement}) where text not in (select value from json_each(?))`,
  )
  for (const text of others.pluck().iterate(JSON.stringify([...known])) as Iterable<string>) known.add(text)
  return [...known].sort()
}

const SAMPLE = 1000

function columnTexts(column: 'source' | 'product'): string {
  return `select ${column} as text from deals where retracted = 0 and ${column} is not null
    union all select value from history where kind = ${KIND[column]} and retracted = 0 and value is not null`
}

const TAGS = `select tag.value as text from deals, json_each(deals.tags) tag where retracted = 0 and tags <> '[]'
  union all select tag.value from history, json_each(history.value) tag where kind = ${KIND.tags} and retracted = 0`

function fieldTexts(field: number): string {
  const value = `json_extract(fields, '$."${field}"')`
  return `select ${value} as text from deals where retracted = 0 and fields <> '{}' and ${value} is not null
    union all select value from history
      where kind = ${FIELD_KIND + field} and retracted = 0 and value is not null`
}

/** Why deals were lost, the most usual reason first: of so many deals made last. */
export function usualReasons(db: Database): string[] {
  return db
    .prepare(
      `select reason from (select lost_reason as reason from deal_state
        where lost_reason is not null order by deal_id desc limit ${SAMPLE})
      group by reason order by count(*) desc, reason limit ${MOST_REASONS}`,
    )
    .pluck()
    .all() as string[]
}

const MOST_REASONS = 7

/** The currencies that deals are in, found in an index. */
export function currenciesUsed(db: Database): string[] {
  return db
    .prepare('select distinct currency from deal_state where pipeline_id in (select id from pipelines)')
    .pluck()
    .all() as string[]
}

/** A company and all that were merged into it, at any remove: deals keep pointing to the row they were given. */
export function companiesMergedInto(db: Database, id: number): number[] {
  return db
    .prepare(
      `with recursive merged(id) as (
        select ? union select companies.id from companies join merged on companies.merged_into = merged.id
      ) select id from merged order by id`,
    )
    .pluck()
    .all(id) as number[]
}

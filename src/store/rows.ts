import type { Selectable } from 'kysely'
import { type DealValues, KIND, type Origin, type Outcome, type Precision } from '../domain/deal.ts'
import { type Change, type Creation, creationTold, type DealState, type Visit } from '../domain/history.ts'
import type { Schema } from './tables/schema.ts'

/** Codes in the file. Append only: never renumber. */
export const OUTCOMES: readonly Outcome[] = ['open', 'won', 'lost']
export const PRECISIONS: readonly Precision[] = ['moment', 'day']
export const ORIGINS: readonly Origin[] = ['user', 'import', 'rule']

/** Rows as a select gives them. */
export type DealRow = Selectable<Schema['deals']>
export type HistoryRow = Selectable<Schema['history']>
export type StateRow = Selectable<Schema['deal_state']>
export type VisitRow = Selectable<Schema['visits']>

/** What a fold needs of them. */
export const CREATION_COLUMNS = [
  'id',
  'origin',
  'actor_id',
  'created_at',
  'created_precision',
  'synthetic',
  'stage_synthetic',
  'stage_seen',
  'amount_synthetic',
  'title',
  'stage_id',
  'manager_id',
  'company_id',
  'amount',
  'cost',
  'currency',
  'source',
  'product',
  'expected_on',
  'contacts',
  'tags',
  'fields',
  'note',
  'external_system',
  'external_id',
] as const satisfies readonly (keyof DealRow)[]
export type CreationRow = Pick<DealRow, (typeof CREATION_COLUMNS)[number]>

export const CHANGE_COLUMNS = [
  'deal_id',
  'kind',
  'value',
  'reason',
  'at',
  'precision',
  'actor_id',
  'origin',
  'synthetic',
] as const satisfies readonly (keyof HistoryRow)[]
export type ChangeRow = Pick<HistoryRow, (typeof CHANGE_COLUMNS)[number]>

export function codeOf<T>(list: readonly T[], value: T): number {
  const code = list.indexOf(value)
  if (code < 0) throw new Error(`no code for ${String(value)}`)
  return code
}

export function nameOf<T>(list: readonly T[], code: number): T {
  const name = list[code]
  if (name === undefined) throw new Error(`unknown code ${code} in the file`)
  return name
}

export function creationOf(row: CreationRow): Creation {
  return {
    at: row.created_at,
    precision: nameOf(PRECISIONS, row.created_precision),
    synthetic: row.synthetic === 1,
    stageSynthetic: row.stage_synthetic === 1,
    stageSeen: row.stage_seen === 1,
    amountSynthetic: row.amount_synthetic === 1,
    actor: row.actor_id,
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
      note: row.note,
      externalSystem: row.external_system,
      externalId: row.external_id,
    },
  }
}

/**
 * A deal's rows in force as they are to be shown: where its beginning was told anew, the row of the deal says that one,
 * and the row that told it is left out.
 */
export function toldRows(
  deal: DealRow,
  rows: readonly HistoryRow[],
): { deal: DealRow; rows: readonly HistoryRow[] } {
  const told = rows.find(({ kind }) => kind === KIND.created)
  if (told === undefined) return { deal, rows }
  const { values, ...creation } = creationTold(creationOf(deal), [changeOf(told)])
  return {
    deal: {
      ...deal,
      origin: told.origin,
      actor_id: creation.actor,
      created_at: creation.at,
      created_precision: codeOf(PRECISIONS, creation.precision),
      synthetic: creation.synthetic ? 1 : 0,
      stage_synthetic: creation.stageSynthetic ? 1 : 0,
      stage_seen: creation.stageSeen ? 1 : 0,
      amount_synthetic: creation.amountSynthetic ? 1 : 0,
      title: values.title,
      stage_id: values.stage,
      manager_id: values.manager,
      company_id: values.company,
      amount: values.amount,
      cost: values.cost,
      currency: values.currency,
      source: values.source,
      product: values.product,
      expected_on: values.expected,
      contacts: JSON.stringify(values.contacts),
      tags: JSON.stringify(values.tags),
      fields: JSON.stringify(values.fields),
      note: values.note,
      external_system: values.externalSystem,
      external_id: values.externalId,
    },
    rows: rows.filter((row) => row !== told),
  }
}

export function changeOf(row: ChangeRow): Change {
  return {
    kind: row.kind,
    value: row.value,
    reason: row.reason,
    at: row.at,
    precision: nameOf(PRECISIONS, row.precision),
    actor: row.actor_id,
    synthetic: row.synthetic === 1,
  }
}

/** JSON that this program wrote into the file itself; `[]` and `{}` are by far the most common. */
const EMPTY_LIST = '[]'
const EMPTY_OBJECT = '{}'
export function parseJson<T>(text: string): T {
  return (text === EMPTY_LIST ? [] : text === EMPTY_OBJECT ? {} : JSON.parse(text)) as T
}

function isEmpty(fields: object): boolean {
  for (const _ in fields) return false
  return true
}

/** The copy of a deal's state, column by column in the order of `STATE_COLUMNS`. */
export function stateCells(
  id: number,
  state: DealState,
  edited: boolean,
  folded: string,
): (string | number | null)[] {
  const v = state.values
  const last = state.visits[state.visits.length - 1] as Visit
  return [
    id,
    state.pipeline,
    v.stage,
    codeOf(OUTCOMES, state.outcome),
    state.removed ? 1 : 0,
    state.visited,
    state.createdAt,
    last.enteredAt,
    state.closedAt,
    state.span,
    state.lastAt,
    state.presumed,
    edited ? 1 : 0,
    v.manager,
    v.company,
    v.amount,
    v.cost,
    v.currency,
    v.source,
    v.product,
    v.expected,
    state.lostReason,
    v.title,
    folded,
    v.tags.length === 0 ? EMPTY_LIST : JSON.stringify(v.tags),
    isEmpty(v.fields) ? EMPTY_OBJECT : JSON.stringify(v.fields),
    v.externalSystem,
    v.externalId,
  ]
}

export const STATE_COLUMNS = [
  'deal_id',
  'pipeline_id',
  'stage_id',
  'outcome',
  'removed',
  'visited',
  'created_at',
  'stage_at',
  'closed_at',
  'span',
  'last_at',
  'presumed',
  'edited',
  'manager_id',
  'company_id',
  'amount',
  'cost',
  'currency',
  'source',
  'product',
  'expected_on',
  'lost_reason',
  'title',
  'folded',
  'tags',
  'fields',
  'external_system',
  'external_id',
] as const satisfies readonly (keyof StateRow)[]

export const VISIT_COLUMNS = [
  'deal_id',
  'seq',
  'stage_id',
  'entered_at',
  'left_at',
  'precision',
  'actor_id',
  'synthetic',
  'total',
] as const satisfies readonly (keyof VisitRow)[]

export function visitCells(deal: number, seq: number, visit: Visit): (number | null)[] {
  return [
    deal,
    seq,
    visit.stage,
    visit.enteredAt,
    visit.leftAt,
    codeOf(PRECISIONS, visit.precision),
    visit.actor,
    visit.synthetic ? 1 : 0,
    visit.total,
  ]
}

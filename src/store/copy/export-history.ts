import { FIELD_KIND, fieldOfKind, KIND } from '../../domain/deal.ts'
import type {
  ChangedValue,
  CreationRecord,
  ExportedField,
  FieldValues,
  HistoryRecord,
} from '../../domain/records/exported.ts'
import { EVERY_DEAL, filterCondition } from '../filters.ts'
import { type DealRow, type HistoryRow, nameOf, ORIGINS, parseJson, toldRows } from '../rows.ts'
import type { Store } from '../store.ts'
import { among, momentOf, PAGE } from './export.ts'
import { ExportNames } from './export-names.ts'

type CreatedRow = DealRow & { current_system: string | null; current_id: string | null }

/** Pages of the history in force of those deals: per deal its creation, then its rows as they took effect. */
export function* historyPages(store: Store, filter = EVERY_DEAL): Generator<HistoryRecord[]> {
  const { db } = store
  const names = new ExportNames(store)
  const condition = filterCondition(filter, 's')
  const statement = db.prepare(`select d.*, s.external_system as current_system, s.external_id as current_id
    from deal_state s not indexed join deals d on d.id = s.deal_id
    where s.deal_id > ? and ${condition.sql} order by s.deal_id limit ${PAGE}`)
  for (let after = 0; ; ) {
    const deals = statement.all(after, ...condition.parameters) as CreatedRow[]
    const last = deals.at(-1)
    if (last === undefined) return
    after = last.id
    const changes = changesOf(
      store,
      deals.map(({ id }) => id),
    )
    yield deals.flatMap((recorded) => {
      const { deal, rows } = toldRows(recorded, changes.get(recorded.id) ?? [])
      return historyOf({ ...recorded, ...deal }, rows, store, names)
    })
  }
}

function changesOf(store: Store, ids: readonly number[]): Map<number, HistoryRow[]> {
  const range = among('deal_id', ids)
  const rows = store.db
    .prepare(`select * from history where ${range.sql} and retracted = 0 order by deal_id, at, id`)
    .all(...range.parameters) as HistoryRow[]
  const found = new Map<number, HistoryRow[]>()
  for (const row of rows) {
    const before = found.get(row.deal_id)
    if (before === undefined) found.set(row.deal_id, [row])
    else before.push(row)
  }
  return found
}

function historyOf(
  deal: CreatedRow,
  changes: readonly HistoryRow[],
  store: Store,
  names: ExportNames,
): HistoryRecord[] {
  const identity = { deal: deal.id, externalSystem: deal.current_system, externalId: deal.current_id }
  let { currency } = deal
  return [
    { ...identity, ...creationRecord(deal, store, names) },
    ...changes.map((row): HistoryRecord => {
      if (row.kind === KIND.currency && row.value !== null) currency = String(row.value)
      return {
        ...identity,
        moment: momentOf(row.at, row.precision),
        actor: names.managerName(row.actor_id),
        origin: nameOf(ORIGINS, row.origin),
        synthetic: row.synthetic === 1,
        creation: null,
        change: {
          kind: fieldOfKind(row.kind) ?? names.field(row.kind - FIELD_KIND),
          value: changedValue(row, currency, store, names),
          reason: row.reason,
        },
      }
    }),
  ]
}

function creationRecord(
  row: DealRow,
  store: Store,
  names: ExportNames,
): Omit<CreationRecord, 'deal' | 'externalSystem' | 'externalId'> {
  const stage = store.stage(row.stage_id)
  return {
    moment: momentOf(row.created_at, row.created_precision),
    actor: names.managerName(row.actor_id),
    origin: nameOf(ORIGINS, row.origin),
    synthetic: row.synthetic === 1,
    change: null,
    creation: {
      title: row.title,
      pipeline: names.pipeline(stage.pipeline),
      stage: stage.name,
      stageSynthetic: row.stage_synthetic === 1,
      stageSeen: row.stage_seen === 1,
      amountSynthetic: row.amount_synthetic === 1,
      manager: names.managerName(row.manager_id),
      company: names.company(row.company_id),
      contacts: names.contacts(parseJson<number[]>(row.contacts)),
      amount: row.amount,
      cost: row.cost,
      currency: row.currency,
      expected: row.expected_on,
      source: row.source,
      product: row.product,
      tags: parseJson<string[]>(row.tags),
      note: row.note,
      fields: parseJson<FieldValues>(row.fields),
    },
  }
}

function changedValue(
  { kind, value }: HistoryRow,
  currency: string,
  store: Store,
  names: ExportNames,
): ChangedValue {
  if (value === null) return { type: 'none' }
  switch (fieldOfKind(kind)) {
    case 'stage': {
      const stage = store.stage(Number(value))
      return { type: 'stage', stage: stage.name, pipeline: names.pipeline(stage.pipeline) }
    }
    case 'manager':
      return { type: 'named', letter: 'm', names: [names.manager(Number(value))] }
    case 'company':
      return { type: 'named', letter: 'o', names: names.companies([Number(value)]) }
    case 'contacts':
      return { type: 'named', letter: 'c', names: names.contacts(parseJson<number[]>(String(value))) }
    case 'tags':
      return { type: 'list', items: parseJson<string[]>(String(value)) }
    case 'amount':
    case 'cost':
      return { type: 'money', minor: Number(value), currency }
    case 'removed':
      return { type: 'flag', on: value === 1 }
    case undefined:
      return fieldValue(names.field(kind - FIELD_KIND), value, store.settings.currency)
    default:
      return { type: 'text', text: String(value) }
  }
}

function fieldValue(field: ExportedField, value: string | number, currency: string): ChangedValue {
  if (typeof value === 'string') return { type: 'text', text: value }
  if (field.type === 'money') return { type: 'money', minor: value, currency }
  return field.type === 'yesno' ? { type: 'flag', on: value === 1 } : { type: 'number', number: value }
}

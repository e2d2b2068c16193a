import { FIELD_KIND, fieldOfKind, KIND, type Outcome, type Precision } from '../domain/deal.ts'
import type {
  ChangedValue,
  CompanyRecord,
  ContactRecord,
  CreationRecord,
  DealRecord,
  ExportedField,
  FieldValues,
  HistoryRecord,
  Moment,
} from '../domain/exported.ts'
import { ExportNames } from './export-names.ts'
import { type DealRow, type HistoryRow, nameOf, ORIGINS, OUTCOMES, PRECISIONS, parseJson } from './rows.ts'
import type { Store } from './store.ts'

/** A condition on `deal_state s` in SQL, and the values bound to it. */
export interface DealCondition {
  sql: string
  parameters: readonly (string | number)[]
}

/** Deals that lists show. */
export const LISTED: DealCondition = { sql: 's.removed = 0', parameters: [] }

/** Small enough to keep memory flat, large enough that a statement's cost does not show. */
const PAGE = 2000

export function exportedFields(store: Store, entity: 'deal' | 'contact' | 'company'): ExportedField[] {
  return store.read((db) =>
    db.all(
      db.query.selectFrom('fields').select(['id', 'name', 'type']).where('entity', '=', entity).orderBy('id'),
    ),
  )
}

/** Pages of the deals that satisfy the condition, in the order of their ids, each as it is now. */
export function* dealPages(store: Store, condition = LISTED): Generator<DealRecord[]> {
  const { db } = store
  const names = new ExportNames(store)
  const edited = hasEditedTexts(store)
  // Not indexed: an index of the condition would be sorted anew for every page; ids are in order already.
  const statement = db.prepare(`select s.*, d.created_precision, d.contacts, d.note
    from deal_state s not indexed join deals d on d.id = s.deal_id
    where s.deal_id > ? and ${condition.sql} order by s.deal_id limit ${PAGE}`)
  for (let after = 0; ; ) {
    const rows = statement.all(after, ...condition.parameters) as StateWithTruth[]
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.deal_id
    const ids = rows.map(({ deal_id }) => deal_id)
    const stays = staysOf(store, ids)
    const texts = edited ? editedTexts(store, ids) : NO_TEXTS
    yield rows.map((row) => dealRecord(row, stays.get(row.deal_id), texts.get(row.deal_id), store, names))
  }
}

/** Pages of the history in force of those deals: per deal its creation, then its rows as they took effect. */
export function* historyPages(store: Store, condition = LISTED): Generator<HistoryRecord[]> {
  const { db } = store
  const names = new ExportNames(store)
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
    yield deals.flatMap((deal) => historyOf(deal, changes.get(deal.id) ?? [], store, names))
  }
}

export function* contactPages(store: Store): Generator<ContactRecord[]> {
  const { db } = store
  const names = new ExportNames(store)
  const { query } = db
  for (let after = 0; ; ) {
    const rows = db.all(
      query
        .selectFrom('contacts')
        .selectAll()
        .where('id', '>', after)
        .where('merged_into', 'is', null)
        .orderBy('id')
        .limit(PAGE),
    )
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
    yield rows.map((row) => ({
      id: row.id,
      externalSystem: row.external_system,
      externalId: row.external_id,
      name: row.name,
      position: row.position,
      phones: parseJson<{ raw: string }[]>(row.phones).map(({ raw }) => raw),
      emails: parseJson<{ raw: string }[]>(row.emails).map(({ raw }) => raw),
      company: names.company(row.company_id),
      manager: names.managerName(row.manager_id),
      source: row.source,
      birthday: row.birthday,
      tags: parseJson<string[]>(row.tags),
      note: row.note,
      createdAt: momentOf(row.created_at, row.created_precision),
      fields: parseJson<FieldValues>(row.fields),
    }))
  }
}

export function* companyPages(store: Store): Generator<CompanyRecord[]> {
  const { db } = store
  const names = new ExportNames(store)
  const { query } = db
  for (let after = 0; ; ) {
    const rows = db.all(
      query
        .selectFrom('companies')
        .selectAll()
        .where('id', '>', after)
        .where('merged_into', 'is', null)
        .orderBy('id')
        .limit(PAGE),
    )
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
    yield rows.map((row) => ({
      id: row.id,
      externalSystem: row.external_system,
      externalId: row.external_id,
      name: row.name,
      phone: row.phone,
      email: row.email,
      website: row.website,
      manager: names.managerName(row.manager_id),
      note: row.note,
      createdAt: momentOf(row.created_at, row.created_precision),
      fields: parseJson<FieldValues>(row.fields),
    }))
  }
}

/** One snapshot for all pieces: what is written meanwhile does not show. */
export function* inSnapshot<T>(store: Store, body: Iterable<T>): Generator<T> {
  const { raw } = store.db
  raw.exec('begin')
  try {
    yield* body
  } finally {
    if (raw.open && raw.inTransaction) raw.exec('commit')
  }
}

interface StateWithTruth {
  deal_id: number
  title: string
  stage_id: number
  outcome: number
  manager_id: number | null
  company_id: number | null
  amount: number | null
  cost: number | null
  currency: string
  created_at: number
  created_precision: number
  closed_at: number | null
  expected_on: string | null
  source: string | null
  product: string | null
  lost_reason: string | null
  tags: string
  fields: string
  external_system: string | null
  external_id: string | null
  contacts: string
  note: string | null
}

type CreatedRow = DealRow & { current_system: string | null; current_id: string | null }

/** What of a deal's stays the export shows. */
interface Stays {
  kind: Outcome
  stageAt: Moment | null
  closedPrecision: Precision
  /** The latest open stage. */
  openStage: string | null
}

function dealRecord(
  row: StateWithTruth,
  stays: Stays | undefined,
  texts: EditedTexts | undefined,
  store: Store,
  names: ExportNames,
): DealRecord {
  const stage = store.stage(row.stage_id)
  return {
    id: row.deal_id,
    externalSystem: row.external_system,
    externalId: row.external_id,
    title: row.title,
    pipeline: names.pipeline(stage.pipeline),
    stage: stage.name,
    status: nameOf(OUTCOMES, row.outcome),
    stageAt: stays?.stageAt ?? null,
    lastStage: row.outcome === 0 ? null : (stays?.openStage ?? null),
    manager: names.managerName(row.manager_id),
    company: names.company(row.company_id),
    contacts: names.contacts(parseJson<number[]>(texts?.contacts ?? row.contacts)),
    amount: row.amount,
    cost: row.cost,
    currency: row.currency,
    createdAt: momentOf(row.created_at, row.created_precision),
    closedAt:
      row.closed_at === null ? null : { at: row.closed_at, precision: stays?.closedPrecision ?? 'moment' },
    expected: row.expected_on,
    source: row.source,
    product: row.product,
    lostReason: row.lost_reason,
    tags: parseJson<string[]>(row.tags),
    note: texts?.note === undefined ? row.note : texts.note,
    fields: parseJson<FieldValues>(row.fields),
  }
}

function momentOf(at: number, precision: number): Moment {
  return { at, precision: nameOf(PRECISIONS, precision) }
}

type StayRow = [deal: number, stage: number, enteredAt: number, precision: number, synthetic: number]

function staysOf(store: Store, ids: readonly number[]): Map<number, Stays> {
  const range = among('deal_id', ids)
  const rows = store.db
    .prepare(
      `select deal_id, stage_id, entered_at, precision, synthetic from visits where ${range.sql} order by deal_id, seq`,
    )
    .raw()
    .all(...range.parameters) as StayRow[]
  const found = new Map<number, Stays>()
  for (const [deal, stageId, enteredAt, precision, synthetic] of rows) {
    const stage = store.stage(stageId)
    const before = found.get(deal)
    const open = stage.kind === 'open'
    found.set(deal, {
      kind: stage.kind,
      openStage: open ? stage.name : (before?.openStage ?? null),
      stageAt: open && synthetic === 0 ? momentOf(enteredAt, precision) : null,
      // Closed since the first of an unbroken run of the same outcome.
      closedPrecision: before?.kind === stage.kind ? before.closedPrecision : nameOf(PRECISIONS, precision),
    })
  }
  return found
}

interface EditedTexts {
  contacts?: string
  note?: string | null
}

const NO_TEXTS: ReadonlyMap<number, EditedTexts> = new Map()

/** Contacts in their order, and notes, have no copy on the deal's state: their latest row in force says them. */
const TEXT_KINDS = `(${KIND.contacts}, ${KIND.note})`

function hasEditedTexts(store: Store): boolean {
  return (
    store.db.prepare(`select 1 from history where kind in ${TEXT_KINDS} and retracted = 0 limit 1`).get() !==
    undefined
  )
}

function editedTexts(store: Store, ids: readonly number[]): Map<number, EditedTexts> {
  const range = among('deal_id', ids)
  const rows = store.db
    .prepare(
      `select deal_id, kind, value from history
      where ${range.sql} and kind in ${TEXT_KINDS} and retracted = 0 order by deal_id, at, id`,
    )
    .all(...range.parameters) as Pick<HistoryRow, 'deal_id' | 'kind' | 'value'>[]
  const found = new Map<number, EditedTexts>()
  for (const { deal_id: deal, kind, value } of rows) {
    const text = value === null ? null : String(value)
    const before = found.get(deal)
    found.set(deal, kind === KIND.note ? { ...before, note: text } : { ...before, contacts: text ?? '[]' })
  }
  return found
}

/** Rows of ascending ids: the whole range where they lie close, else each of them. */
function among(column: string, ids: readonly number[]): DealCondition {
  const from = ids[0] ?? 0
  const until = ids.at(-1) ?? -1
  return until - from < 2 * PAGE
    ? { sql: `${column} between ? and ?`, parameters: [from, until] }
    : { sql: `${column} in (select value from json_each(?))`, parameters: [JSON.stringify(ids)] }
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

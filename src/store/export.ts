import { KIND, type Outcome, type Precision } from '../domain/deal.ts'
import type { DealRecord, ExportedField, FieldValues, Moment } from '../domain/exported.ts'
import { ExportNames } from './export-names.ts'
import { type Condition, EVERY_DEAL, filterCondition } from './filters.ts'
import { type HistoryRow, nameOf, OUTCOMES, PRECISIONS, parseJson } from './rows.ts'
import type { Store } from './store.ts'

/** Small enough to keep memory flat, large enough that a statement's cost does not show. */
export const PAGE = 2000

export function exportedFields(store: Store, entity: 'deal' | 'contact' | 'company'): ExportedField[] {
  return store.read((db) =>
    db.all(
      db.query.selectFrom('fields').select(['id', 'name', 'type']).where('entity', '=', entity).orderBy('id'),
    ),
  )
}

/** Pages of the deals meant, in the order of their ids, each as it is now. */
export function* dealPages(store: Store, filter = EVERY_DEAL): Generator<DealRecord[]> {
  const { db } = store
  const names = new ExportNames(store)
  const edited = hasEditedTexts(store)
  const condition = filterCondition(filter, 's')
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

export function momentOf(at: number, precision: number): Moment {
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
export function among(column: string, ids: readonly number[]): Condition {
  const from = ids[0] ?? 0
  const until = ids.at(-1) ?? -1
  return until - from < 2 * PAGE
    ? { sql: `${column} between ? and ?`, parameters: [from, until] }
    : { sql: `${column} in (select value from json_each(?))`, parameters: [JSON.stringify(ids)] }
}

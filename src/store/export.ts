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
  const statement = db
    .prepare(
      `select ${DEAL_COLUMNS} from deal_state s not indexed join deals d on d.id = s.deal_id
      where s.deal_id > ? and ${condition.sql} order by s.deal_id limit ${PAGE}`,
    )
    .raw()
  for (let after = 0; ; ) {
    const rows = statement.all(after, ...condition.parameters) as DealCells[]
    const last = rows.at(-1)
    if (last === undefined) return
    after = last[0]
    const ids = rows.map(([id]) => id)
    const stays = staysOf(store, ids)
    const texts = edited ? editedTexts(store, ids) : NO_TEXTS
    yield rows.map((row, n) => dealRecord(row, stays[n], texts.get(row[0]), store, names))
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

/** Rows as arrays, and nothing for empty lists: a million rows of named cells would take several times as long. */
const DEAL_COLUMNS = `s.deal_id, s.external_system, s.external_id, s.title, s.stage_id, s.outcome, s.manager_id,
  s.company_id, nullif(d.contacts, '[]'), s.amount, s.cost, s.currency, s.created_at,
  d.created_precision, s.closed_at, s.expected_on, s.source, s.product, s.lost_reason, nullif(s.tags, '[]'), d.note,
  nullif(s.fields, '{}')`

type DealCells = [
  id: number,
  system: string | null,
  externalId: string | null,
  title: string,
  stage: number,
  outcome: number,
  manager: number | null,
  company: number | null,
  contacts: string | null,
  amount: number | null,
  cost: number | null,
  currency: string,
  createdAt: number,
  createdPrecision: number,
  closedAt: number | null,
  expected: string | null,
  source: string | null,
  product: string | null,
  lostReason: string | null,
  tags: string | null,
  note: string | null,
  fields: string | null,
]

const NONE: readonly never[] = []
const NO_FIELDS: FieldValues = {}

function dealRecord(
  cells: DealCells,
  stays: Stays | undefined,
  texts: EditedTexts | undefined,
  store: Store,
  names: ExportNames,
): DealRecord {
  const stage = store.stage(cells[4])
  const closedAt = cells[14]
  const contacts = texts?.contacts ?? cells[8]
  return {
    id: cells[0],
    externalSystem: cells[1],
    externalId: cells[2],
    title: cells[3],
    pipeline: names.pipeline(stage.pipeline),
    stage: stage.name,
    status: nameOf(OUTCOMES, cells[5]),
    stageAt: stays?.stageAt ?? null,
    lastStage: cells[5] === 0 ? null : (stays?.openStage ?? null),
    manager: names.managerName(cells[6]),
    company: names.company(cells[7]),
    contacts: contacts === null ? NONE : names.contacts(parseJson<number[]>(contacts)),
    amount: cells[9],
    cost: cells[10],
    currency: cells[11],
    createdAt: momentOf(cells[12], cells[13]),
    closedAt: closedAt === null ? null : { at: closedAt, precision: stays?.closedPrecision ?? 'moment' },
    expected: cells[15],
    source: cells[16],
    product: cells[17],
    lostReason: cells[18],
    tags: cells[19] === null ? NONE : parseJson<string[]>(cells[19]),
    note: texts?.note === undefined ? cells[20] : texts.note,
    fields: cells[21] === null ? NO_FIELDS : parseJson<FieldValues>(cells[21]),
  }
}

export function momentOf(at: number, precision: number): Moment {
  return { at, precision: nameOf(PRECISIONS, precision) }
}

/** What of a deal's stays the export shows. */
interface Stays {
  stageAt: Moment | null
  closedPrecision: Precision
  /** The latest open stage. */
  openStage: string | null
}

type StayCells = [deal: number, stage: number, enteredAt: number, precision: number, synthetic: number]

/** One for each of the ascending ids, in one pass over their visits. */
function staysOf(store: Store, ids: readonly number[]): Stays[] {
  const range = among('deal_id', ids)
  const rows = store.db
    .prepare(
      `select deal_id, stage_id, entered_at, precision, synthetic from visits where ${range.sql} order by deal_id, seq`,
    )
    .raw()
    .all(...range.parameters) as StayCells[]
  let next = 0
  return ids.map((id) => {
    const stays: Stays = { stageAt: null, closedPrecision: 'moment', openStage: null }
    let kind: Outcome | undefined
    for (let row = rows[next]; row !== undefined && row[0] <= id; row = rows[++next]) {
      if (row[0] < id) continue
      const stage = store.stage(row[1])
      // Closed since the first of an unbroken run of the same outcome.
      if (stage.kind !== kind) stays.closedPrecision = nameOf(PRECISIONS, row[3])
      kind = stage.kind
      if (kind === 'open') stays.openStage = stage.name
      stays.stageAt = kind === 'open' && row[4] === 0 ? momentOf(row[2], row[3]) : null
    }
    return stays
  })
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

import { KIND } from '../../domain/deal.ts'
import type { Creation } from '../../domain/history.ts'
import type { Stage } from '../../domain/pipeline.ts'
import type { DealRecord, ExportedField, FieldValues, Named } from '../../domain/records/exported.ts'
import type { Moment } from '../../domain/time/when.ts'
import { type Condition, EVERY_DEAL, filterCondition } from '../filters.ts'
import { type HistoryRow, nameOf, PRECISIONS, parseJson } from '../rows.ts'
import type { Store } from '../store.ts'
import { ExportNames } from './export-names.ts'

/** Small enough to keep memory flat, large enough that a statement's cost does not show. */
export const PAGE = 500

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
    const texts = edited ? editedTexts(store, ids) : NO_TEXTS
    yield rows.map((row) => new StoredDeal(row, texts.get(row[0]), store, names))
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
const DEAL_COLUMNS = `s.deal_id, s.external_system, s.external_id, s.title, s.stage_id, s.manager_id,
  s.company_id, nullif(d.contacts, '[]'), s.amount, s.cost, s.currency, s.created_at,
  (select v.precision from visits v where v.deal_id = s.deal_id and v.seq = 0), s.closed_at, s.expected_on, s.source, s.product, s.lost_reason, nullif(s.tags, '[]'), d.note,
  nullif(s.fields, '{}'), s.stage_at,
  (select v.precision * 2 + v.synthetic from visits v where v.deal_id = s.deal_id order by v.seq desc limit 1),
  case when s.outcome <> 0 then (select v.stage_id from visits v
    where v.deal_id = s.deal_id and v.stage_id in (select id from stages where kind = 0)
    order by v.seq desc limit 1) end,
  case when s.outcome <> 0 then (select v.precision from visits v join stages on stages.id = v.stage_id
    where v.deal_id = s.deal_id and v.entered_at = s.closed_at and stages.kind = s.outcome
    order by v.seq desc limit 1) end`

type DealCells = [
  id: number,
  system: string | null,
  externalId: string | null,
  title: string,
  stage: number,
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
  stageAt: number,
  /** Precision × 2 + synthetic, of the stay it is in. */
  stay: number,
  lastOpenStage: number | null,
  closedPrecision: number | null,
]

const NONE: readonly never[] = []
const NO_FIELDS: Readonly<FieldValues> = {}

/** Reads its cells when asked: a million objects of two dozen values would take longer to make than to write. */
class StoredDeal implements DealRecord {
  readonly #cells: DealCells
  readonly #texts: EditedTexts | undefined
  readonly #names: ExportNames
  readonly #store: Store
  readonly #stage: Stage
  #contacts: readonly Named[] | undefined

  constructor(cells: DealCells, texts: EditedTexts | undefined, store: Store, names: ExportNames) {
    this.#cells = cells
    this.#texts = texts
    this.#names = names
    this.#store = store
    this.#stage = store.stage(cells[4])
  }

  get id() {
    return this.#cells[0]
  }
  get externalSystem() {
    return this.#cells[1]
  }
  get externalId() {
    return this.#cells[2]
  }
  get title() {
    return this.#cells[3]
  }
  get pipeline() {
    return this.#names.pipeline(this.#stage.pipeline)
  }
  get stage() {
    return this.#stage.name
  }
  get status() {
    return this.#stage.kind
  }
  get stageAt() {
    const stay = this.#cells[22]
    const known = this.#stage.kind === 'open' && stay % 2 === 0
    return known ? momentOf(this.#cells[21], stay >> 1) : null
  }
  get lastStage() {
    const stage = this.#cells[23]
    return stage === null ? null : this.#store.stage(stage).name
  }
  get manager() {
    return this.#names.managerName(this.#cells[5])
  }
  get company() {
    return this.#names.company(this.#cells[6])
  }
  get contacts() {
    const text = this.#texts?.contacts ?? this.#cells[7]
    this.#contacts ??= text === null ? NONE : this.#names.contacts(parseJson<number[]>(text))
    return this.#contacts
  }
  get amount() {
    return this.#cells[8]
  }
  get cost() {
    return this.#cells[9]
  }
  get currency() {
    return this.#cells[10]
  }
  get createdAt() {
    return momentOf(this.#cells[11], this.#cells[12])
  }
  get closedAt() {
    const at = this.#cells[13]
    return at === null ? null : momentOf(at, this.#cells[24] ?? 0)
  }
  get expected() {
    return this.#cells[14]
  }
  get source() {
    return this.#cells[15]
  }
  get product() {
    return this.#cells[16]
  }
  get lostReason() {
    return this.#cells[17]
  }
  get tags() {
    return this.#cells[18] === null ? NONE : parseJson<string[]>(this.#cells[18])
  }
  get note() {
    return this.#texts?.note === undefined ? this.#cells[19] : this.#texts.note
  }
  get fields() {
    return this.#cells[20] === null ? NO_FIELDS : parseJson<FieldValues>(this.#cells[20])
  }
}

export function momentOf(at: number, precision: number): Moment {
  return { at, precision: nameOf(PRECISIONS, precision) }
}

interface EditedTexts {
  contacts?: string
  note?: string | null
}

const NO_TEXTS: ReadonlyMap<number, EditedTexts> = new Map()

/** Contacts in their order, and notes, have no copy on the deal's state: their latest row in force says them. */
const TEXT_KINDS = `(${KIND.contacts}, ${KIND.note}, ${KIND.created})`

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
      where ${range.sql} and kind in ${TEXT_KINDS} and retracted = 0
      order by deal_id, kind <> ${KIND.created}, at, id`,
    )
    .all(...range.parameters) as Pick<HistoryRow, 'deal_id' | 'kind' | 'value'>[]
  const found = new Map<number, EditedTexts>()
  for (const { deal_id: deal, kind, value } of rows) {
    const text = value === null ? null : String(value)
    const before = found.get(deal)
    if (kind === KIND.created) {
      const { values } = parseJson<Creation>(text ?? '{}')
      found.set(deal, { contacts: JSON.stringify(values.contacts), note: values.note })
    } else
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

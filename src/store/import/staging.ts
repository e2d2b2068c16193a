import { type FoldContext, fold } from '../../domain/history.ts'
import { foldCompany, foldName } from '../../domain/names/name.ts'
import type { PlannedContact, PlannedDeal, PlannedLink } from '../../domain/records/planned-deal.ts'
import { Fault } from '../../errors.ts'
import { BatchInsert } from '../batch-insert.ts'
import type { Database } from '../database.ts'
import { codeOf, PRECISIONS, STATE_COLUMNS, stateCells, VISIT_COLUMNS, visitCells } from '../rows.ts'
import type { Cell } from '../tables/cells.ts'

/** What the row itself says, as bits of `given`. */
export const GIVEN = { title: 1, stage: 2, currency: 4 } as const

/**
 * Columns of a staged deal beside those of its state. `deal_id` is its number in the file, `company` and `contact` (the
 * main one) are numbers of staged names; `contacts` is the list of all of them, where there are several.
 */
const BESIDE = [
  'line',
  'given',
  'first_stage',
  'created_precision',
  'creation_synthetic',
  'stage_synthetic',
  'stage_seen',
  'note',
  'company',
  'contact',
  'contacts',
] as const

/** The contacts of a staged deal `s`, whose main one is `p`, as a JSON list of row ids; null for none. */
export const CONTACTS = `iif(s.contacts is null, '[' || p.id || ']', (select nullif(json_group_array(id), '[]') from (
  select q.id, min(l.key) from json_each(s.contacts) l cross join temp.staged_people q on q.n = l.value
  where q.id is not null group by q.id order by 2)))`

const STAGED = [...STATE_COLUMNS, ...BESIDE]
const TABLES = ['staged', 'staged_visits', 'staged_companies', 'staged_people', 'matched', 'fresh']

/** Distinct names that are remembered; beyond it some are staged twice, which does no harm. */
const MOST_NAMES = 50_000

/**
 * The deals of a file in temporary tables, so that they can be compared with what is there in sets. The copies of a
 * deal are made here, by `fold`, once; a deal that is new has them from here.
 */
export class Staging {
  readonly #deals: BatchInsert
  readonly #visits: BatchInsert
  readonly #companies: StagedNames
  readonly #people: StagedNames
  readonly #scopes = new Map<string, Scope>()
  #rows = 0
  #stageless = 0
  #lastId = ''
  #ascending = true
  #descending = true

  /** Before the transaction: rows by the million must not be held in memory. */
  static prepare(db: Database): void {
    db.raw.pragma('temp_store = file')
    db.raw.pragma('temp.cache_size = -16000')
  }

  constructor(
    readonly db: Database,
    private readonly context: FoldContext,
  ) {
    drop(db)
    const columns = STAGED.map((name) => (name === 'deal_id' ? 'deal_id integer primary key' : name))
    db.raw.exec(`
      create temp table staged(${columns.join(', ')});
      create temp table staged_visits(${VISIT_COLUMNS.map((name) => `${name} integer`).join(', ')}, reason,
        primary key(deal_id, seq)) without rowid;
      create temp table staged_companies(n integer primary key, id integer, system, external, folded, name);
      create temp table staged_people(n integer primary key, id integer, system, external, folded, name, email, phone, emails, phones,
        company, at, precision);
      create temp table matched(n integer primary key, deal integer not null);
      create temp table fresh(n integer primary key, deal integer not null);
    `)
    this.#deals = new BatchInsert(db, 'temp.staged', STAGED)
    this.#visits = new BatchInsert(db, 'temp.staged_visits', [...VISIT_COLUMNS, 'reason'])
    this.#companies = new StagedNames(db, 'temp.staged_companies', [
      'n',
      'system',
      'external',
      'folded',
      'name',
    ])
    this.#people = new StagedNames(db, 'temp.staged_people', [
      'n',
      'system',
      'external',
      'folded',
      'name',
      'email',
      'phone',
      'emails',
      'phones',
      'company',
      'at',
      'precision',
    ])
  }

  get rows(): number {
    return this.#rows
  }

  /** Systems and pipelines that the deals of the file belong to. */
  get scopes(): readonly Scope[] {
    return [...this.#scopes.values()]
  }

  /** Rows that do not say where their deal is. */
  get stageless(): number {
    return this.#stageless
  }

  /** The ids come in order, up or down, as most programs export them: no two rows can have the same. */
  get ordered(): boolean {
    return this.#ascending || this.#descending
  }

  add(deal: PlannedDeal): void {
    const state = fold(deal.creation, deal.changes, this.context)
    if (state.visits.length !== deal.changes.length + 1)
      throw new Fault(`line ${deal.line}: a planned move leaves the deal where it is`)
    const n = ++this.#rows
    const { externalId, externalSystem, title } = state.values
    if (externalId === null || externalSystem === null) throw new Fault(`line ${deal.line}: no id`)
    this.#follow(externalId)
    if (!deal.stageGiven) this.#stageless++
    this.#scope(externalSystem, state.pipeline)
    this.#deals.add(stateCells(n, state, false, foldName(title)), this.#beside(deal))
    for (let seq = 0; seq < state.visits.length; seq++) {
      const visit = state.visits[seq]
      if (visit === undefined) continue
      const reason = deal.changes[seq - 1]?.reason ?? null
      this.#visits.add(visitCells(n, seq, visit), reason === null ? NO_REASON : [reason])
    }
  }

  flush(): void {
    for (const insert of [this.#deals, this.#visits, this.#companies, this.#people]) insert.flush()
  }

  close(): void {
    drop(this.db)
  }

  /** Of two ids the shorter is the lesser, as of two numbers. */
  #follow(id: string): void {
    const last = this.#lastId
    const isLonger = id.length > last.length
    const isHigher = isLonger || (id.length === last.length && id > last)
    if (!isHigher) this.#ascending = false
    if (this.#rows > 1 && (isHigher || id === last)) this.#descending = false
    this.#lastId = id
  }

  #scope(system: string, pipeline: number): void {
    const key = `${pipeline}\n${system}`
    if (!this.#scopes.has(key)) this.#scopes.set(key, { system, pipeline })
  }

  #beside(deal: PlannedDeal): Cell[] {
    const { line, creation, company, contacts } = deal
    const given =
      (deal.titleGiven ? GIVEN.title : 0) |
      (deal.stageGiven ? GIVEN.stage : 0) |
      (deal.currencyGiven ? GIVEN.currency : 0)
    const system = creation.values.externalSystem
    const companyNumber = company === null ? null : this.#company(company, system)
    const people = contacts.map((contact) => this.#person(contact, companyNumber, creation))
    return [
      line,
      given,
      creation.values.stage,
      codeOf(PRECISIONS, creation.precision),
      creation.synthetic ? 1 : 0,
      creation.stageSynthetic ? 1 : 0,
      creation.stageSeen ? 1 : 0,
      creation.values.note,
      companyNumber,
      people[0] ?? null,
      people.length > 1 ? JSON.stringify([...new Set(people)]) : null,
    ]
  }

  #company({ id, name }: PlannedLink, system: string | null): number {
    return this.#companies.number(`${id ?? ''}\n${name ?? ''}`, () => [
      system,
      id,
      foldCompany(name ?? id ?? ''),
      name,
    ])
  }

  #person(contact: PlannedContact, company: number | null, creation: PlannedDeal['creation']): number {
    const email = contact.emails[0]?.email ?? null
    const phone = contact.phones.find(({ e164 }) => e164 !== null)?.e164 ?? null
    // Namesakes are told apart by where they work.
    const own = email === null && phone === null ? `${company ?? ''}` : `${email ?? ''}\n${phone ?? ''}`
    const { id, name } = contact
    return this.#people.number(`${id ?? ''}\n${own}\n${name ?? ''}`, () => [
      creation.values.externalSystem,
      id,
      foldName(name ?? id ?? ''),
      name,
      email,
      phone,
      JSON.stringify(contact.emails),
      JSON.stringify(contact.phones),
      company,
      creation.at,
      codeOf(PRECISIONS, creation.precision),
    ])
  }
}

const NO_REASON: readonly Cell[] = [null]

export interface Scope {
  readonly system: string
  readonly pipeline: number
}

/** Names that many rows share, each with a number. */
class StagedNames {
  readonly #insert: BatchInsert
  readonly #known = new Map<string, number>()
  #count = 0

  constructor(db: Database, table: string, columns: readonly string[]) {
    this.#insert = new BatchInsert(db, table, columns)
  }

  number(key: string, cells: () => Cell[]): number {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const n = ++this.#count
    if (this.#known.size >= MOST_NAMES) this.#known.clear()
    this.#known.set(ownText(key), n)
    this.#insert.add([n, ...cells()])
    return n
  }

  flush(): void {
    this.#insert.flush()
  }
}

/** A copy that does not hold on to the large text it may be a slice of. */
function ownText(text: string): string {
  return Buffer.from(text).toString()
}

function drop(db: Database): void {
  for (const table of TABLES) db.raw.exec(`drop table if exists temp.${table}`)
}

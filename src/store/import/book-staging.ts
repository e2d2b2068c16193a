import { foldCompany, foldName } from '../../domain/names/name.ts'
import type { BookKind, PlannedRecord } from '../../domain/records/planned-record.ts'
import { BatchInsert } from '../batch-insert.ts'
import type { Database } from '../database.ts'
import { CONTACT_KEY } from '../people/contact-keys.ts'
import { codeOf, PRECISIONS } from '../rows.ts'

/** What people and companies are known by, as kinds of staged keys: those of contacts are as in `contact_keys`. */
export const STAGED_KEY = { ...CONTACT_KEY, name: 3 } as const

const STAGED = [
  'n',
  'line',
  'system',
  'id',
  'own',
  'name',
  'folded',
  'said',
  'company',
  'manager',
  'at',
  'precision',
] as const

const TABLES = ['staged', 'staged_keys', 'staged_companies', 'matched', 'doubles', 'fresh']

/**
 * The contacts or companies of a file in temporary tables, so that they can be compared with what is there in sets.
 * `n` is the number of a row in the file; `said` is what it says, as JSON.
 */
export class BookStaging {
  readonly #rows: BatchInsert
  readonly #keys: BatchInsert
  readonly #companies: BatchInsert
  readonly #companyNumbers = new Map<string, number>()
  #companyCount = 0
  #count = 0

  constructor(
    readonly db: Database,
    readonly kind: BookKind,
  ) {
    drop(db)
    db.raw.exec(`
      create temp table staged(n integer primary key, ${STAGED.slice(1).join(', ')});
      create temp table staged_keys(kind integer, key text, n integer, primary key(kind, key, n)) without rowid;
      create temp table staged_companies(n integer primary key, id integer, system, external, folded, name, own);
      create temp table matched(n integer primary key, record integer not null, how integer not null);
      create temp table doubles(n integer primary key, record integer not null);
      create temp table fresh(n integer primary key, id integer not null unique);
    `)
    this.#rows = new BatchInsert(db, 'temp.staged', STAGED)
    this.#keys = new BatchInsert(db, 'temp.staged_keys', ['kind', 'key', 'n'])
    this.#companies = new BatchInsert(db, 'temp.staged_companies', [
      'n',
      'system',
      'external',
      'folded',
      'name',
      'own',
    ])
  }

  add(record: PlannedRecord): void {
    const n = ++this.#count
    const { name, said, createdAt } = record
    const fold = this.kind === 'contacts' ? foldName : foldCompany
    const folded = name === null ? null : fold(name)
    this.#rows.add([
      n,
      record.line,
      record.externalSystem,
      record.externalId,
      record.ownId,
      name,
      folded,
      JSON.stringify(said),
      this.#company(record),
      record.manager,
      createdAt?.at ?? null,
      createdAt === null ? null : codeOf(PRECISIONS, createdAt.precision),
    ])
    for (const [kind, key] of keysOf(this.kind, record, folded)) this.#keys.add([kind, key, n])
  }

  flush(): void {
    for (const insert of [this.#rows, this.#keys, this.#companies]) insert.flush()
    this.db.raw.exec('create index temp.staged_external on staged(id, system)')
  }

  close(): void {
    drop(this.db)
  }

  #company({ said, externalSystem, ownCompanyId }: PlannedRecord): number | null {
    const { company: name = null, companyId: id = null } = said
    if (name === null && id === null) return null
    const key = `${ownCompanyId ?? ''}\n${id ?? ''}\n${name ?? ''}`
    const known = this.#companyNumbers.get(key)
    if (known !== undefined) return known
    const n = ++this.#companyCount
    if (this.#companyNumbers.size >= MOST_NAMES) this.#companyNumbers.clear()
    this.#companyNumbers.set(Buffer.from(key).toString(), n)
    this.#companies.add([n, externalSystem, id, foldCompany(name ?? id ?? ''), name, ownCompanyId])
    return n
  }
}

/** Distinct names that are remembered; beyond it some are staged twice, which does no harm. */
const MOST_NAMES = 50_000

function keysOf(kind: BookKind, { said }: PlannedRecord, folded: string | null): [number, string][] {
  if (kind === 'companies') return folded === null ? [] : [[STAGED_KEY.name, folded]]
  const phones = said.phones?.flatMap(({ e164 }) => e164 ?? []) ?? []
  const emails = said.emails?.map(({ email }) => email) ?? []
  return [
    ...[...new Set(phones)].map((key): [number, string] => [STAGED_KEY.phone, key]),
    ...[...new Set(emails)].map((key): [number, string] => [STAGED_KEY.email, key]),
  ]
}

function drop(db: Database): void {
  for (const table of TABLES) db.raw.exec(`drop table if exists temp.${table}`)
}

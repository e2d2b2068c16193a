import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'
import type { Store } from '../store.ts'
import { FOUND_KINDS, type FoundKind, keptWords, placeOf, rowOf } from '../tables/search-tables.ts'
import { affectedDeals, affectedRows, type IdRange, plainlyChanged } from './affected.ts'
import { searchedTexts, wordsOfTexts } from './search-text.ts'

/** A change of more records than these leaves their words to the next search: a load must not wait for them. */
const AT_ONCE = 2000

/** Records looked up at a time. */
const CHUNK = 1000

const TABLES = { contact: 'contacts', company: 'companies', task: 'tasks', activity: 'activities' } as const

type Ids = ReadonlyMap<FoundKind, readonly number[]>

/**
 * Keeps the words of what an operation changed, where they are few and those of all before it are kept already. At its
 * end, inside its transaction.
 */
export function keepSearched(store: Store, operation: Operation): void {
  const { db } = store
  if (uptoOf(db) < operation.id - 1 || isLoad(db, operation)) return
  const ranges = Object.entries(TABLES).map(
    ([kind, table]) => [kind as keyof typeof TABLES, affectedRows(store, operation, table)] as const,
  )
  const rows = ranges.reduce(
    (sum, [, list]) => sum + list.reduce((all, { from, until }) => all + until - from + 1, 0),
    0,
  )
  if (rows > AT_ONCE) return
  const plain = new Set(plainlyChanged(store, operation))
  const deals = affectedDeals(store, operation).filter((id) => !plain.has(id))
  if (rows + deals.length > AT_ONCE) return
  keep(
    db,
    new Map<FoundKind, number[]>([
      ...ranges.map(([kind, list]) => [kind, spread(list)] as const),
      ['deal', deals],
    ]),
  )
  setUpto(db, operation.id)
}

/** Told without looking at a row: those of a load in bulk would be looked at for nothing. */
function isLoad(db: Database, { id, before, touched, renewed }: Operation): boolean {
  const added = (table: 'deals' | 'history') =>
    Number(db.prepare(`select coalesce(max(id), 0) from ${table}`).pluck().get()) - before[table]
  const undone = db
    .prepare(
      `select max(deals_until - deals_from, history_until - history_from) from operations
      where id = (select undoes from operations where id = ?)`,
    )
    .pluck()
    .get(id)
  const most = Math.max(touched.size, renewed.size, added('deals'), added('history'), Number(undone ?? 0))
  return most > AT_ONCE
}

function spread(ranges: readonly IdRange[]): number[] {
  const ids = new Set<number>()
  for (const { from, until } of ranges) for (let id = from; id <= until; id++) ids.add(id)
  return [...ids]
}

/** What was changed since the words were kept: ids by kind. */
export function pendingSearch({ db }: Store): Ids {
  const upto = uptoOf(db)
  if (upto >= lastOperation(db)) return new Map()
  if (upto === 0) return everything(db)
  const ops = `(select id from operations where id > @upto
    union select undoes from operations where id > @upto and undoes is not null)`
  const ids = new Map<FoundKind, number[]>()
  const ranges = db.prepare(
    `select distinct row_id as "from", row_until as "until" from changes where table_name = @table and op in ${ops}`,
  )
  for (const [kind, table] of Object.entries(TABLES))
    ids.set(kind as FoundKind, spread(ranges.all({ upto, table }) as IdRange[]))
  const deals = db
    .prepare(
      `select d.id from operations o join deals d on d.id between o.deals_from and o.deals_until and d.op = o.id
        where o.id in ${ops}
      union select h.deal_id from operations o
        join history h on h.id between o.history_from and o.history_until and h.op = o.id where o.id in ${ops}
      union select deal_id from history where superseded_by in ${ops}
      union select id from deals where superseded_by in ${ops}`,
    )
    .pluck()
    .all({ upto }) as number[]
  return ids.set('deal', deals)
}

function everything(db: Database): Ids {
  const all = (sql: string) => db.prepare(sql).pluck().all() as number[]
  return new Map<FoundKind, number[]>([
    ...Object.entries(TABLES).map(
      ([kind, table]) => [kind as FoundKind, all(`select id from ${table} order by id`)] as const,
    ),
    ['deal', all('select deal_id from deal_state order by deal_id')],
  ])
}

/** Not where the file cannot be written, nor within a batch. */
export function canCatchUp({ db }: Store): boolean {
  return !db.raw.readonly && !db.raw.memory && !db.raw.inTransaction
}

/** Keeps the words of what is pending, in one transaction. `says` hears first how many records there are. */
export function catchUpSearch(store: Store, says: (records: number) => void): void {
  const { db } = store
  if (uptoOf(db) >= lastOperation(db)) return
  says(countIds(pendingSearch(store)))
  inTransaction(db, () => {
    const fresh = uptoOf(db) === 0
    const pending = pendingSearch(store)
    if (fresh) db.raw.exec(`insert into search(search) values ('delete-all')`)
    keep(db, pending, fresh)
    setUpto(db, lastOperation(db))
  })
}

/** Makes the words of all records anew; inside a transaction. */
export function rebuildSearch({ db }: Store): void {
  db.raw.exec(`insert into search(search) values ('delete-all')`)
  keep(db, everything(db), true)
  setUpto(db, lastOperation(db))
}

/** Rows whose words are kept though there is no such record, and records without words: `contact 5`. */
export function* differingSearch(store: Store): Generator<string> {
  const { db } = store
  const pending = new Set(
    [...pendingSearch(store)].flatMap(([kind, ids]) => ids.map((id) => rowOf(kind, id))),
  )
  const kept = new Set(db.prepare('select rowid from search').pluck().all() as number[])
  for (const [kind, ids] of everything(db))
    for (let at = 0; at < ids.length; at += CHUNK) {
      const chunk = ids.slice(at, at + CHUNK)
      const texts = searchedTexts(db, kind, chunk)
      for (const id of chunk) {
        const row = rowOf(kind, id)
        const has = kept.delete(row)
        if (has !== wordsOfTexts(texts.get(id) ?? []).length > 0 && !pending.has(row)) yield `${kind} ${id}`
      }
    }
  for (const row of kept) {
    const { kind, id } = placeOf(row)
    if (!pending.has(row)) yield `${kind} ${id}`
  }
}

function keep(db: Database, ids: Ids, fresh = false): void {
  const remove = db.prepare('delete from search where rowid = ?')
  const insert = db.prepare('insert into search(rowid, words) values (?, ?)')
  for (const kind of FOUND_KINDS) {
    const all = ids.get(kind) ?? []
    for (let at = 0; at < all.length; at += CHUNK) {
      const chunk = all.slice(at, at + CHUNK)
      const texts = searchedTexts(db, kind, chunk)
      for (const id of chunk) {
        const row = rowOf(kind, id)
        if (!fresh) remove.run(row)
        const words = wordsOfTexts(texts.get(id) ?? [])
        if (words.length > 0) insert.run(row, keptWords(kind, words))
      }
    }
  }
}

export function countIds(ids: Ids): number {
  return [...ids.values()].reduce((sum, list) => sum + list.length, 0)
}

function inTransaction(db: Database, body: () => void): void {
  db.raw.exec('begin immediate')
  try {
    body()
    db.raw.exec('commit')
  } catch (error) {
    if (db.raw.inTransaction) db.raw.exec('rollback')
    throw error
  }
}

function uptoOf(db: Database): number {
  return Number(db.prepare('select upto from search_state').pluck().get())
}

function setUpto(db: Database, operation: number): void {
  db.prepare('update search_state set upto = ?').run(operation)
}

function lastOperation(db: Database): number {
  return Number(db.prepare('select coalesce(max(id), 0) from operations').pluck().get())
}

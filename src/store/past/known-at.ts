import type { Database } from '../database.ts'
import { prepareHours } from '../kept/contact-made.ts'
import type { Store } from '../store.ts'
import { layActivities, layCustomers, layDeals, markActivities, markCustomers } from './known-copies.ts'
import { columnsOf, isIn, isInBound, makeIndexes, makeTable } from './known-tables.ts'
import { knownSql, type RowsThen, rowsThen } from './rows-known.ts'

/** What lies over the workspace at the moment, if anything does. */
export class LaidOver {
  #knownAt: number | null = null

  /** Says whether another workspace is seen from now on; null is the real one. */
  show(store: Store, knownAt: number | null): boolean {
    if (this.#knownAt === knownAt) return false
    if (this.#knownAt !== null) liftKnown(store.db)
    this.#knownAt = null
    if (knownAt !== null) layKnown(store, knownAt)
    this.#knownAt = knownAt
    return true
  }
}

/**
 * The workspace as it was known at K (ms UTC), laid over the real one: SQLite finds a name among the temporary tables
 * first, so whatever is read from here on is read as it was then, down to the copies. Nothing of the file is written,
 * and only what differs is made anew; a table in which nothing differs is not laid over at all.
 *
 * Names and settings stay today's (`TODAYS`), and so does what a report of then could not do without: see `LATER_TOO`.
 */
function layKnown(store: Store, knownAt: number): void {
  const { raw } = store.db
  if (raw.inTransaction) lay(store, knownAt)
  else {
    // A workspace of a million deals is not to be copied into memory.
    raw.pragma('temp_store = file')
    raw.transaction(() => lay(store, knownAt))()
  }
}

/** Takes away what is laid over: every temporary table and view that has the name of a real table. */
function liftKnown({ raw }: Database): void {
  const laid = raw
    .prepare(
      `select type, name from sqlite_temp_master
        where type in ('table', 'view') and name in (select name from main.sqlite_master)`,
    )
    .all() as { type: string; name: string }[]
  for (const { type, name } of laid) raw.exec(`drop ${type} temp.${name}`)
}

/** Labels that are read as they are now. */
const TODAYS: ReadonlySet<string> = new Set([
  ...['settings', 'managers', 'pipelines', 'stages', 'fields', 'profiles'],
  ...['dashboards', 'saved_filters', 'rules', 'rule_firings'],
])

/** Rows written later that count all the same: a currency without any rate, a pipeline without any stages, a reference. */
const LATER_TOO: Readonly<Record<string, string>> = {
  fx_rates: 'currency not in (select currency from temp.fx_rates)',
  pipeline_versions: 'pipeline_id not in (select pipeline_id from temp.pipeline_versions)',
  reference_funnels: 'id not in (select id from temp.reference_funnels)',
}

function lay(store: Store, knownAt: number): void {
  const { db } = store
  prepareHours(store)
  const deals = lateDeals(db, knownAt)
  const tables = labelsWritten(db, knownAt)
  const labels = new Map(tables.map((table) => [table, rowsThen(db, table, knownAt)]))
  const activities = labels.get('activities')
  makeTable(db, 'stale')
  if (activities !== undefined) markActivities(db, activities, 'main.activities')
  markCustomers(db, deals)
  for (const [table, then] of labels) layLabels(db, table, then)
  layTruth(db, knownAt)
  if (deals.length > 0) layDeals(store, deals)
  if (activities !== undefined) {
    markActivities(db, activities, 'temp.activities')
    layActivities(db, activities)
  }
  layCustomers(db, deals, labels.has('companies'))
  db.raw.exec('drop table temp.stale')
}

/** Deals of which any row counted at K and does not now, or the other way round. */
function lateDeals(db: Database, knownAt: number): number[] {
  // A row that came in a full copy, or in an export of this program, says itself when it was written down.
  const isLate = (row: string) =>
    `(${row}.recorded_at is null or ${row}.recorded_at >= ${knownAt} or late.retracted_at is not null)`
  // An operation that is under way has no ranges yet: its rows come after those of all others.
  const own = (
    kind: string,
  ) => `coalesce(late.${kind}_from, (select max(${kind}_until) + 1 from main.operations), 0)
    and coalesce(late.${kind}_until, 9e15)`
  return db
    .prepare(
      `with late as materialized (select * from main.operations where
        (at < ${knownAt} and (retracted_at is null or retracted_at >= ${knownAt})) <> (retracted_at is null))
      select h.deal_id from late cross join main.history h on h.id between ${own('history')}
        where +h.op = late.id and ${isLate('h')}
      union select d.id from late cross join main.deals d on d.id between ${own('deals')}
        where +d.op = late.id and ${isLate('d')}
      union select h.deal_id from late cross join main.history h on h.superseded_by = late.id
      union select d.id from late cross join main.deals d on d.superseded_by = late.id
      order by 1`,
    )
    .pluck()
    .all() as number[]
}

/** Tables of labels that were written by what counted at K and does not now, or the other way round. */
function labelsWritten(db: Database, knownAt: number): string[] {
  const names = db
    .prepare(
      `select distinct c.table_name from main.operations o cross join changes c on c.op = o.id
        where ${knownSql(knownAt)} <> (o.retracted_at is null)`,
    )
    .pluck()
    .all() as string[]
  return names.filter((name) => !TODAYS.has(name))
}

function layLabels(db: Database, table: string, { gone, rows }: RowsThen): void {
  makeTable(db, table)
  db.prepare(`insert into temp.${table} select * from main.${table} r where not ${isIn('r.id')}`).run(
    isInBound(gone, rows),
  )
  const columns = columnsOf(db, table)
  const insert = db.prepare(
    `insert into temp.${table} values (${columns.map((name) => `@${name}`).join(', ')})`,
  )
  const empty = Object.fromEntries(columns.map((name) => [name, null]))
  for (const cells of rows.values()) if (cells !== null) insert.run({ ...empty, ...cells })
  const later = LATER_TOO[table]
  if (later !== undefined) db.raw.exec(`insert into temp.${table} select * from main.${table} where ${later}`)
  makeIndexes(db, table)
}

/** The truth: rows that counted then, none of them retracted. */
function layTruth(db: Database, knownAt: number): void {
  const wasDone = (row: string) => `exists(select 1 from main.operations o where o.id = ${row}.op
    and coalesce(${row}.recorded_at, o.at) < ${knownAt} and (o.retracted_at is null or o.retracted_at >= ${knownAt}))`
  const wasReplaced = (
    row: string,
  ) => `exists(select 1 from main.operations o where o.id = ${row}.superseded_by
    and o.at < ${knownAt} and (o.retracted_at is null or o.retracted_at >= ${knownAt}))`
  for (const table of ['deals', 'history']) {
    const columns = columnsOf(db, table).map((name) =>
      name === 'retracted' ? '0 as retracted' : `r.${name}`,
    )
    db.raw.exec(`create temp view ${table} as select ${columns.join(', ')} from main.${table} r
      where ${wasDone('r')} and not ${wasReplaced('r')}`)
  }
  const columns = columnsOf(db, 'operations').map((name) =>
    name.startsWith('retracted_')
      ? `case when o.retracted_at < ${knownAt} then o.${name} end as ${name}`
      : `o.${name}`,
  )
  db.raw.exec(`create temp view operations as select ${columns.join(', ')} from main.operations o
    where o.at < ${knownAt} or o.summary ->> '$.copy' is not null`)
}

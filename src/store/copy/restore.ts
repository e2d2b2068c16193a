import { EXIT, UserError } from '../../errors.ts'
import type { Database } from '../database.ts'
import { rebuildCopies } from '../deals/copies.ts'
import { disagreements } from '../doctor.ts'
import type { Operation } from '../operation.ts'
import type { Store, WriteRequest, Written } from '../store.ts'
import type { Cell } from '../tables/cells.ts'
import type { LabelTable } from '../tables/schema.ts'
import type { CopyTable } from './copy-table.ts'
import { COPY_TABLES } from './copy-tables.ts'
import { type CopyRow, readRow, tableOf } from './full-copy.ts'

/** A row as read from the text of a copy; `line` for what is wrong with it. */
export interface ReadCopyRow {
  section: string
  row: CopyRow
  line: number
}

/**
 * Puts a full copy into a workspace that holds no records; its settings, pipelines and fields give way to those of
 * the copy. One operation, all or nothing. Throws UserError: 1 where there are records, 65 for a row that is none.
 */
export function restoreCopy(
  store: Store,
  rows: Iterable<ReadCopyRow>,
  request: WriteRequest,
): Written<Record<string, number>> {
  return store.write({ ...request, summary: { copy: true } }, (operation) => {
    const { raw } = store.db
    operation.isRestore = true
    refuseRecords(store)
    // Rows point to rows that come later: merged managers, a setting that names its pipeline.
    raw.pragma('defer_foreign_keys = on')
    clearLabels(store, operation)
    const counts: Record<string, number> = {}
    const runs = new Runs(operation)
    const insert = inserter(store, operation)
    for (const { section, row, line } of rows) {
      const { table, id } = insert(section, row, line)
      if (table.label) runs.add(table.name, id)
      counts[section] = (counts[section] ?? 0) + 1
    }
    runs.end()
    store.forget()
    refuseUnsound(store)
    overConstraints(
      () => rebuildCopies(store.db, store.projection),
      () => unsound('external ids of deals'),
    )
    operation.addedInBulk()
    return counts
  })
}

function bad(line: number, what: string): UserError {
  return new UserError((w) => w.safety.copyBadRow({ line, what }), EXIT.badInput)
}

/** What one row alone does not show: names of what is not there, pipelines without an outcome, two deals of one id. */
function refuseUnsound(store: Store): void {
  const [first] = disagreements(store)
  if (first !== undefined) throw unsound(`${first.check}: ${first.first}`)
}

function unsound(what: string): UserError {
  return new UserError((w) => w.safety.copyUnsound({ what }), EXIT.badInput)
}

/** Writes; what the tables do not take, such as an id that is there already, is an error of the copy. */
function overConstraints(write: () => void, refusal: () => UserError): void {
  try {
    write()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw /^SQLITE_(CONSTRAINT|MISMATCH)/.test(code) ? refusal() : error
  }
}

function refuseRecords({ db, path }: Store): void {
  if (holdsRecords(db)) throw new UserError((w) => w.safety.copyNotEmpty({ path }))
}

/** Anything that people entered or imported, and not only how the workspace is set up. */
export function holdsRecords(db: Database): boolean {
  return COPY_TABLES.some(
    ({ name, records }) => records && db.prepare(`select 1 from ${name} limit 1`).get() !== undefined,
  )
}

/** Children before parents. */
function clearLabels({ db }: Store, operation: Operation): void {
  for (const { name, label } of [...COPY_TABLES].reverse())
    if (label)
      for (const id of db.prepare(`select id from ${name}`).pluck().all() as number[])
        operation.remove(name as LabelTable, id)
}

type Inserted = { table: CopyTable; id: number }

/** Reads a row and puts it in. Throws UserError (65) for one that cannot be. */
function inserter(
  { db }: Store,
  operation: Operation,
): (section: string, row: CopyRow, line: number) => Inserted {
  const known = new Map(COPY_TABLES.map((table) => [table.name, statementOf(db, table, operation)]))
  return (section, row, line) => {
    const table = tableOf(section)
    if (table === undefined) throw bad(line, section)
    const cells = readRow(table, row)
    if (!Array.isArray(cells)) throw bad(line, `${section}.${cells.key}`)
    overConstraints(
      () => known.get(table.name)?.(cells),
      () => bad(line, section),
    )
    return { table, id: Number(cells[0]) }
  }
}

function statementOf(
  db: Database,
  { name, columns, fold, label }: CopyTable,
  operation: Operation,
): (cells: readonly Cell[]) => void {
  const names = Object.keys(columns)
  const extra = [...(fold === undefined ? [] : ['folded']), ...(label ? [] : ['op'])]
  const all = [...names, ...extra]
  const statement = db.prepare(
    `insert into ${name}(${all.join(', ')}) values (${all.map(() => '?').join(', ')})`,
  )
  const nameAt = names.indexOf('name')
  return (cells) => {
    statement.run(
      ...cells,
      ...(fold === undefined ? [] : [fold(String(cells[nameAt]))]),
      ...(label ? [] : [operation.id]),
    )
  }
}

/** Journals inserted label rows in runs of neighbouring ids, so that an undo takes away these and no others. */
class Runs {
  #table = ''
  #from = 0
  #until = -1

  constructor(private readonly operation: Operation) {}

  add(table: string, id: number): void {
    if (table === this.#table && id === this.#until + 1) this.#until = id
    else {
      this.end()
      this.#table = table
      this.#from = id
      this.#until = id
    }
  }

  end(): void {
    if (this.#table !== '') this.operation.insertedRange(this.#table as LabelTable, this.#from, this.#until)
    this.#table = ''
  }
}

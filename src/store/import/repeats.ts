import type { Database } from '../database.ts'
import type { Cell } from '../tables/cells.ts'
import type { Staging } from './staging.ts'

/** A line that cannot be taken, for a reason that shows only beside other lines or the workspace. */
export interface StagedProblem {
  line: number
  externalId: string
  why:
    | { kind: 'conflict'; lines: readonly number[]; fields: readonly string[] }
    | { kind: 'exists'; deal: number }
    | { kind: 'noStage' }
    | { kind: 'otherClient'; deal: number; client: string }
}

export interface Repeats {
  merged: number
  problems: StagedProblem[]
}

type StagedRow = Record<string, Cell> & { deal_id: number; line: number }

/** Columns in which lines of one deal may differ when each of them is a product of it. */
const OF_PRODUCT = new Set(['product', 'amount', 'cost', 'title', 'folded'])
const OF_LINE = new Set(['deal_id', 'line'])

/**
 * Settles the lines that share an id: exact repeats count once; where the system writes a line per product, their
 * amounts are summed into one deal; any others contradict each other and are all left out.
 */
export function settleRepeats(staging: Staging, linesAreProducts: boolean): Repeats {
  const { db } = staging
  const repeats: Repeats = { merged: 0, problems: [] }
  if (staging.ordered) return repeats
  db.raw.exec('create index temp.staged_external on staged(external_id, external_system)')
  const groups = db
    .prepare(
      'select external_id, external_system from temp.staged group by external_id, external_system having count(*) > 1',
    )
    .raw()
    .all() as [string, string][]
  for (const [id, system] of groups) {
    const rows = db
      .prepare('select * from temp.staged where external_id = ? and external_system = ? order by deal_id')
      .all(id, system) as StagedRow[]
    settle(db, rows, linesAreProducts, repeats)
  }
  return repeats
}

function settle(db: Database, rows: readonly StagedRow[], linesAreProducts: boolean, repeats: Repeats): void {
  const [first, ...later] = rows
  if (first === undefined) return
  const visits = visitsOf(db, first)
  const differing = new Set(later.flatMap((row) => differences(first, row)))
  if (later.some((row) => visitsOf(db, row) !== visits)) differing.add('stage_id')
  const mergeable = linesAreProducts && [...differing].every((column) => OF_PRODUCT.has(column))
  if (differing.size > 0 && !mergeable) {
    const columns = [...differing].filter((column) => column !== 'folded')
    const fields = [...new Set(columns.map((column) => FIELDS[column] ?? column))]
    for (const { line } of rows) {
      const lines = rows.flatMap((other) => (other.line === line ? [] : [other.line]))
      const why = { kind: 'conflict', lines, fields } as const
      repeats.problems.push({ line, externalId: String(first['external_id']), why })
    }
    for (const row of rows) remove(db, row)
    return
  }
  if (differing.size > 0) sumProducts(db, first, rows)
  for (const row of later) remove(db, row)
  repeats.merged += later.length
}

function differences(a: StagedRow, b: StagedRow): string[] {
  return Object.keys(a).filter((column) => !OF_LINE.has(column) && a[column] !== b[column])
}

function visitsOf(db: Database, { deal_id }: StagedRow): string {
  const rows = db
    .prepare(
      'select seq, stage_id, entered_at, precision, synthetic, reason from temp.staged_visits where deal_id = ?',
    )
    .raw()
    .all(deal_id)
  return JSON.stringify(rows)
}

/** Exact repeats among the lines are no further products. */
function sumProducts(db: Database, first: StagedRow, rows: readonly StagedRow[]): void {
  const seen = new Map(rows.map((row) => [JSON.stringify([row['product'], row['amount'], row['cost']]), row]))
  const lines = [...seen.values()]
  const sum = (column: string) => {
    const values = lines.flatMap((row) => (typeof row[column] === 'number' ? [row[column]] : []))
    return values.length === 0 ? null : values.reduce((a, b) => a + b, 0)
  }
  const products = [...new Set(lines.flatMap((row) => row['product'] ?? []))].join(', ')
  db.prepare('update temp.staged set amount = ?, cost = ?, product = ? where deal_id = ?').run(
    sum('amount'),
    sum('cost'),
    products === '' ? null : products,
    first.deal_id,
  )
}

function remove(db: Database, { deal_id }: StagedRow): void {
  db.prepare('delete from temp.staged where deal_id = ?').run(deal_id)
  db.prepare('delete from temp.staged_visits where deal_id = ?').run(deal_id)
}

/** The fields of a row that staged columns come from. */
const FIELDS: Readonly<Record<string, string>> = {
  stage_id: 'stage',
  outcome: 'stage',
  visited: 'stage',
  stage_at: 'stage',
  last_at: 'stage',
  presumed: 'stage',
  stage_synthetic: 'stage',
  stage_seen: 'stage',
  given: 'stage',
  first_stage: 'pipeline',
  pipeline_id: 'pipeline',
  manager_id: 'manager',
  created_at: 'created',
  created_precision: 'created',
  creation_synthetic: 'created',
  contacts: 'contact',
  closed_at: 'closed',
  lost_reason: 'lostReason',
  expected_on: 'expected',
}

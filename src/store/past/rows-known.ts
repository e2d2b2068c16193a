import type { Database } from '../database.ts'
import type { IdRange } from '../kept/affected.ts'
import { parseJson } from '../rows.ts'
import type { Cells } from './labels-at.ts'

/** How a table of labels differed from what it is now, at the moment K. */
export interface RowsThen {
  /** Ranges that were loaded in bulk since: none of them was there. */
  gone: readonly IdRange[]
  /** Rows that were changed, added or removed since, as they were; null where they were not there. */
  rows: ReadonlyMap<number, Cells | null>
}

/**
 * Whether an operation (alias o) counted at K: it was done and not yet taken back. What came in a full copy, or in
 * the demo, was there before it.
 */
export function knownSql(knownAt: number): string {
  return `((o.at < ${knownAt} or o.summary ->> '$.copy' is not null)
    and (o.retracted_at is null or o.retracted_at >= ${knownAt}))`
}

/** Operations that counted at K and do not now, or the other way round. */
function lateSql(knownAt: number): string {
  return `select o.id from main.operations o where ${knownSql(knownAt)} <> (o.retracted_at is null)`
}

interface Change extends IdRange {
  op: number
  known: 0 | 1
  before: string | null
  after: string | null
}

/**
 * The rows of a table of labels as they were known at K, from their images in the journal. A load in bulk leaves none:
 * there the first change after it tells what it wrote, and a row that was never changed is what it was.
 */
export function rowsThen(db: Database, table: string, knownAt: number): RowsThen {
  const columns = `c.op, c.row_id as "from", c.row_until as "until", c.before, c.after, ${knownSql(knownAt)} as known`
  const late = db
    .prepare(
      `select ${columns} from (${lateSql(knownAt)}) l cross join main.operations o on o.id = l.id
        cross join changes c on c.op = o.id where c.table_name = ?`,
    )
    .all(table) as Change[]
  const gone = late.filter((change) => isBulk(change) && change.known === 0)
  const ids = new Set(late.filter((change) => !isBulk(change)).map(({ from }) => from))
  const loads = db
    .prepare(
      `select ${columns} from changes c join main.operations o on o.id = c.op
        where c.table_name = ? and c.row_until > c.row_id`,
    )
    .all(table) as Change[]
  const ofRow = db.prepare(
    `select ${columns} from changes c join main.operations o on o.id = c.op
      where c.table_name = ? and c.row_id = ? and c.row_until = c.row_id order by c.op, c.seq`,
  )
  const now = db.prepare(`select * from main.${table} where id = ?`)
  const rows = new Map<number, Cells | null>()
  for (const id of ids) {
    const loaded = loads.filter(({ from, until }) => id >= from && id <= until)
    const story = [...loaded, ...(ofRow.all(table, id) as Change[])].sort((a, b) => a.op - b.op)
    rows.set(id, rowThen(id, story) ?? null)
  }
  return { gone: gone.map(({ from, until }) => ({ from, until })), rows }

  function rowThen(id: number, story: readonly Change[]): Cells | undefined {
    const last = story.findLastIndex(({ known }) => known === 1)
    const change = story[last]
    if (change === undefined) return undefined
    if (change.after !== null) return parseJson<Cells>(change.after)
    if (change.before !== null) return undefined
    const next = story.slice(last + 1).find(({ before }) => before !== null)
    return next?.before == null ? (now.get(id) as Cells | undefined) : parseJson<Cells>(next.before)
  }
}

function isBulk({ before, after }: Change): boolean {
  return before === null && after === null
}

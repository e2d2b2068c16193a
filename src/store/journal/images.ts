import type { Database } from '../database.ts'
import { parseJson } from '../rows.ts'
import type { Cells } from '../tables/cells.ts'

interface ChangeRow {
  op: number
  seq: number
  table_name: string
  row_id: number
  row_until: number
  before: string | null
  after: string | null
}

/**
 * Label rows that are not what their newest change in force says: `contacts 5`. A bulk change has no images: there
 * only the rows' being there is proved. Columns newer than an image are not compared.
 */
export function* differingImages(db: Database): Generator<string> {
  const newestFirst = db
    .prepare(
      `select c.op, c.seq, c.table_name, c.row_id, c.row_until, c.before, c.after from changes c join operations o on o.id = c.op
      where o.retracted_at is null
        and not exists(select 1 from changes later join operations l on l.id = later.op
          where later.table_name = c.table_name and later.row_id = c.row_id and later.row_until = c.row_until
            and (later.op, later.seq) > (c.op, c.seq) and l.retracted_at is null)
      order by c.table_name, c.row_id`,
    )
    .all() as ChangeRow[]
  const bulk = newestFirst.filter(isBulk)
  const single = newestFirst.filter(
    (change) => !isBulk(change) && !bulk.some((later) => covers(later, change)),
  )
  const changedSingly = new Set(single.map(({ table_name: table, row_id: id }) => `${table} ${id}`))
  for (const { table_name: table, row_id: id, row_until: until } of bulk)
    yield* missing(db, table, id, until, changedSingly)
  for (const { table_name: table, row_id: id, after } of single) {
    const row = db.prepare(`select * from ${table} where id = ?`).get(id) as Cells | undefined
    if (after === null ? row !== undefined : !agrees(row, parseJson<Cells>(after))) yield `${table} ${id}`
  }
}

function isBulk({ before, after }: ChangeRow): boolean {
  return before === null && after === null
}

/** Rows that were removed one by one may come back in bulk. */
function covers(later: ChangeRow, change: ChangeRow): boolean {
  return (
    later.table_name === change.table_name &&
    later.row_id <= change.row_id &&
    later.row_until >= change.row_until &&
    (later.op > change.op || (later.op === change.op && later.seq > change.seq))
  )
}

function agrees(row: Cells | undefined, image: Cells): boolean {
  return row !== undefined && Object.entries(image).every(([name, cell]) => row[name] === cell)
}

function* missing(
  db: Database,
  table: string,
  from: number,
  until: number,
  changedSingly: ReadonlySet<string>,
): Generator<string> {
  const ids = new Set(
    db.prepare(`select id from ${table} where id between ? and ?`).pluck().all(from, until) as number[],
  )
  if (ids.size === until - from + 1) return
  for (let id = from; id <= until; id++)
    if (!ids.has(id) && !changedSingly.has(`${table} ${id}`)) yield `${table} ${id}`
}

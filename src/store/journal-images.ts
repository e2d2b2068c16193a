import type { Database } from './database.ts'
import { parseJson } from './rows.ts'

interface ChangeRow {
  table_name: string
  row_id: number
  row_until: number
  before: string | null
  after: string | null
}

type Cells = Record<string, string | number | null>

/**
 * Label rows that are not what their newest change in force says: `contacts 5`. A bulk change has no images: there
 * only the rows' being there is proved. Columns newer than an image are not compared.
 */
export function* differingImages(db: Database): Generator<string> {
  const newestFirst = db
    .prepare(
      `select c.table_name, c.row_id, c.row_until, c.before, c.after from changes c join operations o on o.id = c.op
      where o.retracted_at is null
        and not exists(select 1 from changes later join operations l on l.id = later.op
          where later.table_name = c.table_name and later.row_id = c.row_id and later.row_until = c.row_until
            and (later.op, later.seq) > (c.op, c.seq) and l.retracted_at is null)
      order by c.table_name, c.row_id`,
    )
    .all() as ChangeRow[]
  const changedSingly = new Set(
    newestFirst
      .filter(({ before, after }) => before !== null || after !== null)
      .map(({ table_name: table, row_id: id }) => `${table} ${id}`),
  )
  for (const change of newestFirst) {
    const { table_name: table, row_id: id, row_until: until, before, after } = change
    if (before === null && after === null) {
      yield* missing(db, table, id, until, changedSingly)
      continue
    }
    const row = db.prepare(`select * from ${table} where id = ?`).get(id) as Cells | undefined
    if (after === null ? row !== undefined : !agrees(row, parseJson<Cells>(after))) yield `${table} ${id}`
  }
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

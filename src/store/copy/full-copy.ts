import type { Database } from '../database.ts'
import type { Cell } from '../tables/cells.ts'
import type { Codec } from './codecs.ts'
import type { CopyTable } from './copy-table.ts'
import { COPY_TABLES } from './copy-tables.ts'

export type CopyRow = Readonly<Record<string, unknown>>

const PAGE = 2000

export interface CopySection {
  name: string
  pages: Iterable<CopyRow[]>
}

/** The whole workspace, a table after another, in pages. Money is in minor units, moments in UTC. */
export function* copySections(db: Database): Generator<CopySection> {
  for (const table of COPY_TABLES) yield { name: camel(table.name), pages: pagesOf(db, table) }
}

function* pagesOf(db: Database, { name, columns, label }: CopyTable): Generator<CopyRow[]> {
  const entries = Object.entries(columns).map(([column, codec]) => ({ column, key: camel(column), codec }))
  const cells = entries.map(({ column }) =>
    column === 'recorded_at' ? 'coalesce(t.recorded_at, o.at)' : `t.${column}`,
  )
  const source = label ? `${name} t` : `${name} t join operations o on o.id = t.op and t.retracted = 0`
  const statement = db
    .prepare(`select ${cells.join(', ')} from ${source} where t.id > ? order by t.id limit ${PAGE}`)
    .raw()
  for (let after = 0; ; ) {
    const rows = statement.all(after) as Cell[][]
    const last = rows.at(-1)
    if (last === undefined) return
    after = Number(last[0])
    yield rows.map((row) =>
      Object.fromEntries(entries.map(({ key, codec }, n) => [key, writeCell(codec, row[n] ?? null)])),
    )
  }
}

function writeCell(codec: Codec, cell: Cell): unknown {
  return cell === null ? null : codec.write(cell)
}

/** The cells of a row of the copy in the order of the table's columns, or the key that cannot be read. */
export function readRow({ columns, fits }: CopyTable, row: CopyRow): Cell[] | { key: string } {
  const cells = new Map<string, Cell>()
  const known = new Set<string>()
  for (const [column, codec] of Object.entries(columns)) {
    const key = camel(column)
    known.add(key)
    const value = row[key]
    const cell = value === null && !codec.readsNull ? null : codec.read(value)
    // A row without an id would be given one that nothing points to.
    if (cell === undefined || (key === 'id' && cell === null)) return { key }
    cells.set(column, cell)
  }
  const strange = Object.keys(row).find((key) => !known.has(key))
  if (strange !== undefined) return { key: strange }
  return fits?.(cells) === false ? { key: 'value' } : [...cells.values()]
}

export function tableOf(section: string): CopyTable | undefined {
  return COPY_TABLES.find(({ name }) => camel(name) === section)
}

/** `created_at` → `createdAt`. */
function camel(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

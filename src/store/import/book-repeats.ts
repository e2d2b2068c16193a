import type { Say } from '../../errors.ts'
import type { Database } from '../database.ts'
import { parseJson } from '../rows.ts'

/** Something to say of a staged row; `value` is its external id, or what is repeated. */
export interface BookFinding {
  line: number
  value: string
  say: Say
}

export interface SameRecords {
  merged: number
  problems: BookFinding[]
}

interface SameRow {
  n: number
  line: number
  id: string | null
  own: number | null
  said: string
  at: number | null
  precision: number | null
}

/** Settles the lines that share an id: exact repeats count once; any others contradict each other and are left out. */
export function settleSame(db: Database): SameRecords {
  const repeats: SameRecords = { merged: 0, problems: [] }
  const groups = db
    .prepare(
      `select group_concat(n) from temp.staged group by id, system, case when id is null then own end
      having count(*) > 1`,
    )
    .pluck()
    .all() as string[]
  for (const group of groups) {
    const rows = db
      .prepare('select * from temp.staged where n in (select value from json_each(?)) order by n')
      .all(`[${group}]`) as SameRow[]
    settle(db, rows, repeats)
  }
  return repeats
}

function settle(db: Database, rows: readonly SameRow[], repeats: SameRecords): void {
  const [first, ...later] = rows
  if (first === undefined) return
  const columns = new Set(later.flatMap((row) => differences(first, row)))
  if (columns.size === 0) {
    for (const { n } of later) remove(db, n)
    repeats.merged += later.length
    return
  }
  const lines = rows.map(({ line }) => line)
  for (const { n, line, id, own } of rows) {
    const others = lines.filter((other) => other !== line).join(', ')
    repeats.problems.push({
      line,
      value: id ?? String(own),
      say: (w) => w.import.conflict({ lines: others, columns: [...columns].join(', ') }),
    })
    remove(db, n)
  }
}

function differences(a: SameRow, b: SameRow): string[] {
  const [of, other] = [parseJson<Record<string, unknown>>(a.said), parseJson<Record<string, unknown>>(b.said)]
  const keys = [...new Set([...Object.keys(of), ...Object.keys(other)])]
  const said = keys.filter((key) => JSON.stringify(of[key]) !== JSON.stringify(other[key]))
  return a.at === b.at && a.precision === b.precision ? said : [...said, 'created']
}

function remove(db: Database, n: number): void {
  db.prepare('delete from temp.staged where n = ?').run(n)
}

import type { TouchKind } from '../../domain/records/planned-touch.ts'
import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'
import { parseJson } from '../rows.ts'
import type { Cell, Cells } from '../tables/cells.ts'
import { TOUCH_COLUMNS, TOUCH_LINKS } from '../touches/columns.ts'

type Link = keyof typeof TOUCH_LINKS

interface Candidate extends Record<Link, number | null> {
  n: number
  record: number
  said: string
}

const PAGE = 1000

/**
 * Brings the matched records up to what the file says. A column changes only where the file differs from what its
 * system said last; a link that is missing is made whenever it can be. Sets find those where anything differs at all.
 */
export function updateTouches(
  db: Database,
  operation: Operation,
  kind: TouchKind,
  own: boolean,
): { updated: number; kept: number } {
  const counts = { updated: 0, kept: 0 }
  const page = db.prepare(candidates(kind, own))
  const row = db.prepare(`select * from ${kind} where id = ?`)
  for (let from = 0; ; ) {
    const rows = page.all({ from }) as Candidate[]
    for (const candidate of rows) {
      const current = row.get(candidate.record) as Cells
      const { patch, repeats } = difference(kind, candidate, current)
      const updated = Object.keys(patch).length > 0 && operation.update(kind, candidate.record, patch)
      if (updated) counts.updated++
      if (repeats) counts.kept++
      const before = String(current['said'] ?? '{}')
      const said = JSON.stringify({ ...parseJson<Cells>(before), ...parseJson<Cells>(candidate.said) })
      if (!own && said !== before) operation.update(kind, candidate.record, { said })
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return counts
    from = last.n
  }
}

function candidates(kind: TouchKind, own: boolean): string {
  const differs = (given: string, column: string) => `(${given} is not null and ${given} is not r.${column})`
  const any = [
    ...Object.keys(TOUCH_COLUMNS[kind]).map((name) => differs(`s.said ->> '${name}'`, name)),
    ...Object.entries(TOUCH_LINKS).map(([name, column]) => differs(`s.${name}`, column)),
    ...(own ? [] : [`json_patch(coalesce(r.said, '{}'), s.said) <> coalesce(r.said, '{}')`]),
  ]
  return `select m.n, m.record, s.said, s.manager, s.contact, s.company, s.deal
    from temp.matched m cross join temp.staged s on s.n = m.n cross join ${kind} r on r.id = m.record
    where m.n > @from and (${any.join(' or ')}) order by m.n limit ${PAGE}`
}

/** What the row changes, and whether it repeats something that was changed here since. */
function difference(
  kind: TouchKind,
  candidate: Candidate,
  current: Cells,
): { patch: Cells; repeats: boolean } {
  const said = parseJson<Cells>(candidate.said)
  const before = parseJson<Cells>(String(current['said'] ?? '{}'))
  const patch: Cells = {}
  let repeats = false
  const take = (key: string, column: string, value: Cell) => {
    if (value === null || current[column] === value) return
    if (said[key] !== before[key]) patch[column] = value
    else repeats = true
  }
  for (const column of Object.keys(TOUCH_COLUMNS[kind])) take(column, column, said[column] ?? null)
  for (const [link, column] of Object.entries(TOUCH_LINKS)) {
    const id = candidate[link as Link]
    if (id !== null && current[column] === null) patch[column] = id
    else take(link, column, id)
  }
  return { patch, repeats }
}

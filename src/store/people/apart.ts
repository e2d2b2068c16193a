import type { BookOf } from '../../domain/names/likeness.ts'
import type { Database } from '../database.ts'
import { bookSurvivor, bookTable } from '../naming/naming-people.ts'
import type { Operation } from '../operation.ts'

/** Records that somebody said are two, though they look like one. Kept with the lower row id first. */
export function keepApart(db: Database, operation: Operation, of: BookOf, a: number, b: number): void {
  const [one, other] = [Math.min(a, b), Math.max(a, b)]
  const known = db
    .prepare('select 1 from apart where entity = ? and one_id = ? and other_id = ?')
    .get(of, one, other)
  if (known === undefined) operation.insert('apart', { entity: of, one_id: one, other_id: other })
}

/** For each record, whom it is not; merged ones as who they became. */
export function readApart(db: Database, of: BookOf): Map<number, Set<number>> {
  const table = bookTable(of)
  const apart = new Map<number, Set<number>>()
  const add = (id: number, other: number) => {
    const known = apart.get(id)
    if (known === undefined) apart.set(id, new Set([other]))
    else known.add(other)
  }
  for (const [a, b] of db.prepare('select one_id, other_id from apart where entity = ?').raw().all(of) as [
    number,
    number,
  ][]) {
    const [one, other] = [bookSurvivor(db, table, a) ?? a, bookSurvivor(db, table, b) ?? b]
    if (one === other) continue
    add(one, other)
    add(other, one)
  }
  return apart
}

/** Takes away what was said of a record that is removed. */
export function forgetApart(db: Database, operation: Operation, of: BookOf, id: number): void {
  const rows = db
    .prepare('select id from apart where entity = @of and (one_id = @id or other_id = @id)')
    .pluck()
    .all({ of, id }) as number[]
  for (const row of rows) operation.remove('apart', row)
}

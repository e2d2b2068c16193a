import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'

/** Whom an activity or a task names: the column in both tables. */
type Named = 'contact_id' | 'company_id' | 'manager_id'

const TABLES = ['activities', 'tasks'] as const

/** Activities and tasks that name the record. */
export function touchesOf(db: Database, column: Named, id: number): { activities: number; tasks: number } {
  const count = (table: string) =>
    Number(db.prepare(`select count(*) from ${table} where ${column} = ?`).pluck().get(id))
  return { activities: count('activities'), tasks: count('tasks') }
}

/** Activities and tasks of a record that was merged are those of the one it became. */
export function moveTouches(
  db: Database,
  operation: Operation,
  column: Exclude<Named, 'manager_id'>,
  into: number,
  from: number,
): void {
  for (const table of TABLES)
    for (const id of db.prepare(`select id from ${table} where ${column} = ? order by id`).pluck().all(from))
      operation.update(table, Number(id), { [column]: into })
}

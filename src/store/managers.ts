import type { Database } from './database.ts'
import { parseJson } from './rows.ts'

export interface Manager {
  id: number
  name: string
  folded: string
  email: string | null
  department: string | null
  /** Names as they occur in imported files. */
  aliases: readonly string[]
  active: boolean
  /** Merged managers stay as rows that point to who they became. */
  mergedInto: number | null
}

export function readManagers(db: Database): Manager[] {
  return db.all(db.query.selectFrom('managers').selectAll().orderBy('id')).map((row) => ({
    id: row.id,
    name: row.name,
    folded: row.folded,
    email: row.email,
    department: row.department,
    aliases: parseJson<string[]>(row.aliases),
    active: row.active === 1,
    mergedInto: row.merged_into,
  }))
}

import type { Database } from '../database.ts'
import { parseJson } from '../rows.ts'

/** One import, as the journal has it. */
export interface ImportEntry {
  operation: number
  /** ms UTC */
  at: number
  entity: string
  file: string
  system: string | null
  rows: number
  created: number
  updated: number
  unchanged: number
  rejected: number
  /** `kept`: taken back but for what was worked on since. */
  state: 'inForce' | 'undone' | 'kept'
  /** The operation that took it back, wholly or in part. */
  undoneBy: number | null
}

type Row = { id: number; at: number; summary: string; retracted_by: number | null; part: number | null }

/** Every import that changed anything, the latest first. */
export function readImports(db: Database): ImportEntry[] {
  const rows = db
    .prepare(
      `select o.id, o.at, o.summary, o.retracted_by, (select max(part.id) from operations part
          where part.summary ->> '$.partOf' = o.id and part.retracted_at is null) as part
      from operations o where o.summary ->> '$.entity' is not null order by o.id desc`,
    )
    .all() as Row[]
  return rows.map(({ id, at, summary, retracted_by: by, part }) => {
    const { entity, file, system, ...counts } = parseJson<Record<string, string | number>>(summary)
    const count = (key: string) => Number(counts[key] ?? 0)
    const keys = ['created', 'updated', 'unchanged', 'skipped', 'merged', 'rejected']
    return {
      operation: id,
      at,
      entity: String(entity),
      file: String(file),
      system: system === undefined ? null : String(system),
      rows: keys.reduce((sum, key) => sum + count(key), 0),
      created: count('created'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      rejected: count('rejected'),
      state: by !== null ? 'undone' : part !== null ? 'kept' : 'inForce',
      undoneBy: by ?? part,
    }
  })
}

export function isImport(db: Database, operation: number): boolean {
  const entity = "select summary ->> '$.entity' from operations where id = ?"
  return typeof db.prepare(entity).pluck().get(operation) === 'string'
}

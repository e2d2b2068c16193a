import { canonicalId, SALESFORCE } from '../domain/records/external-id.ts'
import type { Database } from './database.ts'

const KEYS = {
  deal_state: 'deal_id',
  companies: 'id',
  contacts: 'id',
  activities: 'id',
  tasks: 'id',
} as const

/**
 * Row ids of the records with this external id, in whatever system. An id is unique only within its system, with which
 * the index begins: so this steps from one system to the next, of which there are few, and looks into each.
 */
export function withExternalId(db: Database, table: keyof typeof KEYS, text: string): number[] {
  const found = exactly(db, table, text)
  const kept = canonicalId(SALESFORCE, text)
  if (found.length > 0 || kept === text) return found
  const find = `select ${KEYS[table]} from ${table} where external_system = ? and external_id = ?`
  return db.prepare(find).pluck().all(SALESFORCE, kept) as number[]
}

function exactly(db: Database, table: keyof typeof KEYS, text: string): number[] {
  const next = db
    .prepare(
      `select external_system from ${table} where external_id is not null and external_system > ?
        order by external_system limit 1`,
    )
    .pluck()
  const find = db
    .prepare(`select ${KEYS[table]} from ${table} where external_system = ? and external_id = ?`)
    .pluck()
  const found: number[] = []
  for (let system = next.get('') as string | undefined; system !== undefined; ) {
    found.push(...(find.all(system, text) as number[]))
    system = next.get(system) as string | undefined
  }
  return found.sort((a, b) => a - b)
}

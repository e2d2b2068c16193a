import type { Database } from '../database.ts'
import { recountStageStays } from '../kept/stage-stays.ts'
import { withoutIndexes } from '../tables/indexes.ts'

const TABLES = ['deal_state', 'visits', 'history', 'deal_contacts']

/** Adds this many new deals, with their histories and copies. */
export function loadDeals(db: Database, adding: number, load: () => void): void {
  const isUncounted = withoutIndexes(db, TABLES, adding, load, ['visits_counted'])
  if (isUncounted) recountStageStays(db)
}

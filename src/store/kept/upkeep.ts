import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'
import { fireRules } from '../rules/running.ts'
import type { Store } from '../store.ts'
import { affectedRows } from './affected.ts'
import { prepareHours } from './contact-made.ts'
import { differingContacted, rebuildContacted, refreshContacted } from './contacted.ts'
import { differingCustomers, rebuildCustomers, refreshCustomers } from './customers.ts'
import { differingInquiries, rebuildInquiries, refreshInquiries } from './inquiries.ts'
import { keepSearched } from './search-index.ts'
import { differingStageStays, recountStageStays } from './stage-stays.ts'
import { type DealsTouched, differingWonStays, rebuildWonStays, refreshWonStays } from './won-stays.ts'

/**
 * Brings up to date whatever is kept ready for reading beside the copies of deals. At the end of every operation that
 * changed something, inside its transaction; an undo too.
 */
export function keepUp(store: Store, operation: Operation): void {
  // First: what rules make is to be kept ready too.
  fireRules(store, operation)
  keepUpActivities(store, operation)
  keepUpDeals(store.db, operation)
  store.db.prepare('delete from stale').run()
  keepSearched(store, operation)
}

/** Makes anew, from the truth and the copies of deals, what `keepUp` keeps. Inside a transaction. */
export function rebuildKept(store: Store): void {
  const { db } = store
  prepareHours(store)
  rebuildInquiries(db)
  rebuildContacted(db)
  rebuildWonStays(db)
  recountStageStays(db)
  rebuildCustomers(db)
  db.raw.exec('delete from stale')
}

/** What of it is not as it should be: an activity, whose contacts they are, a deal, a customer. */
export function differingKept(store: Store): string[] {
  const { db } = store
  prepareHours(store)
  return [
    ...differingInquiries(db).map((id) => `a${id}`),
    ...differingContacted(db),
    ...differingWonStays(db).map((id) => `d${id}`),
    ...differingStageStays(db).map((id) => `s${id}`),
    ...differingCustomers(db),
    ...(db.prepare('select key from stale').pluck().all() as string[]),
  ]
}

function keepUpActivities(store: Store, operation: Operation): void {
  const { db } = store
  const touched = affectedRows(store, operation, 'activities')
  const stale = db.prepare("select distinct kind from stale where kind <> 'customer'").pluck().all()
  if (touched.length + stale.length === 0) return
  prepareHours(store)
  if (stale.includes('hours')) {
    rebuildInquiries(db)
    rebuildContacted(db)
    return
  }
  const ranges = JSON.stringify(touched.map(({ from, until }) => [from, until]))
  refreshInquiries(db, ranges)
  refreshContacted(db, ranges)
}

function keepUpDeals(db: Database, operation: Operation): void {
  const deals = dealsTouched(db, operation)
  refreshWonStays(db, deals)
  refreshCustomers(db, deals)
}

/** The deals whose copies the operation made: new ones as all above an id, of which a load has a million. */
function dealsTouched(db: Database, { id, touched, renewed, before }: Operation): DealsTouched {
  const changed = db
    .prepare(
      // Not by its index, the whole of which would be gone through.
      `select deal_id from history not indexed where id > @history and op = @id and deal_id <= @deals
      union select deal_id from history where superseded_by = @id`,
    )
    .pluck()
    .all({ id, ...before }) as number[]
  const others = new Set(changed)
  for (const deal of touched) if (deal <= before.deals) others.add(deal)
  for (const deal of renewed) others.add(deal)
  return { above: before.deals, others: [...others] }
}

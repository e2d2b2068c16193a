import type { Database } from '../database.ts'
import { foldDeal, writeCopies } from '../deals/projection.ts'
import { refreshContacted } from '../kept/contacted.ts'
import { customersOf, refreshCustomers } from '../kept/customers.ts'
import { refreshInquiries } from '../kept/inquiries.ts'
import { recountStageStays } from '../kept/stage-stays.ts'
import { refreshWonStays } from '../kept/won-stays.ts'
import type { Store } from '../store.ts'
import { partySql, whoseSql } from '../tables/day-tables.ts'
import { isIn, isInBound, makeIndexes, makeTable } from './known-tables.ts'
import type { RowsThen } from './rows-known.ts'

export function layDeals(store: Store, late: readonly number[]): void {
  const { db, projection } = store
  const ids = JSON.stringify(late)
  for (const table of ['deal_state', 'visits', 'deal_contacts', 'won_stays']) {
    makeTable(db, table)
    db.prepare(
      `insert into temp.${table} select * from main.${table}
        where deal_id not in (select value from json_each(?))`,
    ).run(ids)
  }
  // Those removed too: at a day before, they were there.
  for (const id of late) {
    const folded = foldDeal(db, id, projection)
    if (folded !== undefined) writeCopies(db, id, folded, projection)
  }
  for (const table of ['deal_state', 'visits', 'deal_contacts', 'won_stays']) makeIndexes(db, table)
  refreshWonStays(db, { above: Number.MAX_SAFE_INTEGER, others: late })
  makeTable(db, 'stage_stays')
  recountStageStays(db)
}

/** Whose inquiries and last contacts are to be made anew, by the rows of these activities in the one table or the other. */
export function markActivities(db: Database, { gone, rows }: RowsThen, table: string): void {
  for (const [kind, key] of [
    ['party', partySql('a')],
    ['whose', whoseSql('a')],
  ] as const)
    db.prepare(
      `insert or ignore into temp.stale(kind, key) select '${kind}', ${key} from ${table} a
        where ${isIn('a.id')} and ${key} is not null`,
    ).run(isInBound(gone, rows))
}

export function layActivities(db: Database, { gone, rows }: RowsThen): void {
  makeTable(db, 'inquiries')
  db.prepare(
    `insert into temp.inquiries select * from main.inquiries where not ${isIn('inquiries.activity_id')}`,
  ).run(isInBound(gone, rows))
  makeIndexes(db, 'inquiries')
  makeTable(db, 'contacted')
  db.raw.exec('insert into temp.contacted select * from main.contacted')
  refreshInquiries(db, '[]')
  refreshContacted(db, '[]')
}

/** Whoever is a customer by these deals now. */
export function markCustomers(db: Database, late: readonly number[]): void {
  db.prepare(
    `insert or ignore into temp.stale(kind, key) select 'customer', customer
      from (${customersOf('json_each(?) l cross join deal_state s on s.deal_id = l.value', 'true')})`,
  ).run(JSON.stringify(late))
}

export function layCustomers(db: Database, late: readonly number[], isMerged: boolean): void {
  if (late.length === 0 && !isMerged) return
  makeTable(db, 'customers')
  if (!isMerged) db.raw.exec('insert into temp.customers select * from main.customers')
  makeIndexes(db, 'customers')
  // Which company lives on for which may have been another: all anew.
  refreshCustomers(db, { above: isMerged ? 0 : Number.MAX_SAFE_INTEGER, others: late })
}

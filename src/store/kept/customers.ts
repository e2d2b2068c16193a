import { medianOf } from '../../domain/statistics/statistics.ts'
import { BatchInsert } from '../batch-insert.ts'
import type { Database } from '../database.ts'
import { codeOf, OUTCOMES } from '../rows.ts'
import type { DealsTouched } from './won-stays.ts'

/** The gaps between fewer wins tell nothing of how often a customer buys. */
const ENOUGH_WINS = 3

const WON = codeOf(OUTCOMES, 'won')

/** Makes the customers of these deals anew, and those from whose deals something was taken away. */
export function refreshCustomers(db: Database, { above, others }: DealsTouched): void {
  // The first load of a file: there is nobody else.
  if (above === 0) {
    rebuildCustomers(db)
    return
  }
  db.raw.exec(`create temp table if not exists whose_wins(customer text primary key);
    delete from temp.whose_wins;
    insert into temp.whose_wins select key from stale where kind = 'customer'`)
  const find = (from: string, which: string) =>
    `insert or ignore into temp.whose_wins select customer from (${customersOf(from, which)})`
  db.prepare(find('deal_state s', 's.deal_id > @above')).run({ above })
  if (others.length > 0)
    db.prepare(find('json_each(@others) t cross join deal_state s on s.deal_id = t.value', 'true')).run({
      others: JSON.stringify(others),
    })
  if (db.prepare('select exists(select 1 from temp.whose_wins)').pluck().get() === 0) return
  db.raw.exec('delete from customers where customer in (select customer from temp.whose_wins)')
  writeCustomers(db, OF_WANTED)
  db.raw.exec('delete from temp.whose_wins')
}

export function rebuildCustomers(db: Database): void {
  db.raw.exec('delete from customers')
  writeCustomers(db, ALL)
}

/** Customers whose row is not what it should be. */
export function differingCustomers(db: Database): string[] {
  const found = new Map(
    (
      db.prepare('select customer, wins, last_win_at, median_gap from customers').raw().all() as CustomerRow[]
    ).map((row) => [row[0], row]),
  )
  const differing: string[] = []
  eachCustomer(db, ALL, (row) => {
    if (String(found.get(row[0])) !== String(row)) differing.push(row[0])
    found.delete(row[0])
  })
  return [...differing, ...found.keys()]
}

type CustomerRow = [customer: string, wins: number, lastWinAt: number, medianGap: number | null]

function writeCustomers(db: Database, wins: string): void {
  const rows: CustomerRow[] = []
  eachCustomer(db, wins, (row) => rows.push(row))
  const insert = new BatchInsert(db, 'customers', ['customer', 'wins', 'last_win_at', 'median_gap'])
  for (const row of rows) insert.add(row)
  insert.flush()
}

/** Wins come customer by customer, each in the order of time. */
function eachCustomer(db: Database, wins: string, sink: (row: CustomerRow) => void): void {
  let customer: string | undefined
  let moments: number[] = []
  const end = () => {
    if (customer !== undefined) sink([customer, moments.length, moments.at(-1) ?? 0, medianGap(moments)])
  }
  db.scan<[string, number]>(
    `select scan(customer, closed_at) from (${wins} order by customer, closed_at)`,
    [],
    (whose, at) => {
      if (whose !== customer) {
        end()
        customer = whose
        moments = []
      }
      moments.push(at)
    },
  )
  end()
}

/** Of wins in the order of time, ms; null of fewer than three. */
export function medianGap(moments: readonly number[]): number | null {
  if (moments.length < ENOUGH_WINS) return null
  const gap = medianOf(moments.slice(1).map((at, i) => at - (moments[i] ?? at)))
  return gap === null ? null : Math.round(gap)
}

/** The head of a statement: companies that were merged into others, with those they became. */
export const SURVIVORS = `with recursive survivors(id, at) as (
    select id, merged_into from companies where merged_into is not null
    union select s.id, c.merged_into from survivors s join companies c on c.id = s.at where c.merged_into is not null)`

const SURVIVOR = `coalesce((select v.at from survivors v join companies c on c.id = v.at and c.merged_into is null
    where v.id = s.company_id), s.company_id)`

/** The contacts of a deal `s` that are its customers: of one without a company (see `domain/customer.ts`). */
export const BUYERS = 'left join deal_contacts dc on dc.deal_id = s.deal_id and s.company_id is null'

/**
 * A row for each customer of a won deal. In one pass in the order of the deals: asked for those with a company, SQLite
 * would go by the index of companies, thirty times as long.
 */
export function customersOf(from: string, which: string): string {
  return `${SURVIVORS}
    select case when s.company_id is null then 'c' || dc.contact_id else 'o' || ${SURVIVOR} end as customer, s.closed_at
      from ${from} ${BUYERS}
      where ${which} and s.outcome = ${WON} and s.removed = 0 and coalesce(s.company_id, dc.contact_id) is not null`
}

const ALL = customersOf('deal_state s', 'true')

/** The same of those that are wanted; a company that was merged into another has none. */
const OF_WANTED = `with recursive companies_of(customer, id) as (
    select w.customer, c.id from temp.whose_wins w
      cross join companies c on c.id = cast(substr(w.customer, 2) as integer) and c.merged_into is null
      where substr(w.customer, 1, 1) = 'o'
    union select o.customer, c.id from companies_of o join companies c on c.merged_into = o.id)
  select w.customer, s.closed_at from temp.whose_wins w
    cross join deal_contacts dc on dc.contact_id = cast(substr(w.customer, 2) as integer)
    cross join deal_state s on s.deal_id = dc.deal_id
    where substr(w.customer, 1, 1) = 'c' and s.company_id is null and s.outcome = ${WON} and s.removed = 0
  union all
  select o.customer, s.closed_at from companies_of o cross join deal_state s on s.company_id = o.id
    where s.outcome = ${WON} and s.removed = 0`

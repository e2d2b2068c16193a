import { addDays, firstOfWeek } from '../domain/date.ts'
import type { Customer } from '../domain/day.ts'
import { dormantOn } from '../domain/dormant.ts'
import { medianGap } from './customers.ts'
import { survivorOf } from './naming.ts'
import { type DealsAt, mergedInto } from './open-deals.ts'
import type { Store } from './store.ts'

/** Customers at T. `within` is a condition of SQL on the table `customers` (alias k) that spares reading all. */
export function customersAt(at: DealsAt, within = 'true'): Customer[] {
  const { store, moved } = at
  const changed = changedCustomers(at)
  const kept = store.db
    .prepare(
      `select customer, wins, last_win_at as lastWinAt, median_gap as medianGap, null as manager from customers k
      where ${within} order by customer`,
    )
    .all() as Customer[]
  if (moved.size === 0) return kept
  const anew = [...changed].flatMap((customer) => customerAt(at, customer) ?? [])
  return [...kept.filter(({ customer }) => !changed.has(customer)), ...anew]
}

/** Those who became dormant within the week of T, up to its day, and with whom no deal is open. */
export function newlyDormant(at: DealsAt): Customer[] {
  const { store, now } = at
  const { zone, settings } = store
  const today = zone.dateOf(now)
  const monday = firstOfWeek(today, settings.weekStart)
  const back = -Math.floor(settings.dormantAfter) - 1
  const from = zone.startOfDay(addDays(monday, back))
  const until = zone.endOfDay(addDays(today, back))
  const within = `k.median_gap is not null or (k.last_win_at >= ${from} and k.last_win_at < ${until})`
  return customersAt(at, within)
    .filter((customer) => {
      const day = dormantOn(customer, settings, zone)
      return day >= monday && day <= today && !hasOpenDeal(at, customer.customer)
    })
    .map((customer) => ({ ...customer, manager: managerOfCustomer(at, customer.customer) }))
}

/** Whose contact or company it is, else who owned the deal that was won last. */
export function managerOfCustomer(at: DealsAt, customer: string): number | null {
  const { db, managers } = at.store
  const table = customer.startsWith('c') ? 'contacts' : 'companies'
  const own = db
    .prepare(`select manager_id from ${table} where id = ?`)
    .pluck()
    .get(Number(customer.slice(1)))
  const state = db.prepare(
    'select closed_at as closedAt, manager_id as manager from deal_state where deal_id = ?',
  )
  const won = dealsOf(at, customer)
    .filter((id) => at.outcomeOf(id) === 'won')
    .map((id) => {
      const then = at.moved.get(id)
      return then == null
        ? (state.get(id) as { closedAt: number; manager: number | null })
        : { closedAt: then.closedAt ?? 0, manager: then.values.manager }
    })
    .sort((a, b) => b.closedAt - a.closedAt)
  const manager = typeof own === 'number' ? own : (won[0]?.manager ?? null)
  return manager === null ? null : survivorOf(managers, manager)
}

export function hasOpenDeal(at: DealsAt, customer: string): boolean {
  return dealsOf(at, customer).some((id) => at.outcomeOf(id) === 'open')
}

/** Customers in whose deals something happened after T. */
function changedCustomers({ store, moved }: DealsAt): Set<string> {
  const changed = new Set<string>()
  const contacts = store.db.prepare('select contact_id from deal_contacts where deal_id = ?').pluck()
  const company = store.db.prepare('select company_id from deal_state where deal_id = ?').pluck()
  for (const [id, state] of moved) {
    const then = state?.values.contacts.map((one) => mergedInto(store, 'contacts', one)) ?? []
    for (const contact of [...(contacts.all(id) as number[]), ...then]) changed.add(`c${contact}`)
    for (const one of [company.get(id), state?.values.company])
      if (typeof one === 'number') changed.add(`o${mergedInto(store, 'companies', one)}`)
  }
  return changed
}

function customerAt(at: DealsAt, customer: string): Customer | undefined {
  const closed = at.store.db.prepare('select closed_at from deal_state where deal_id = ?').pluck()
  const wins = dealsOf(at, customer)
    .filter((id) => at.outcomeOf(id) === 'won' && (customer.startsWith('c') || !namesAnyone(at, id)))
    .map((id) => at.moved.get(id)?.closedAt ?? Number(closed.get(id)))
    .sort((a, b) => a - b)
  const last = wins.at(-1)
  if (last === undefined) return undefined
  return { customer, wins: wins.length, lastWinAt: last, medianGap: medianGap(wins), manager: null }
}

/** Deals that are the customer's at T: by their contacts, or by their company, with whomever there. */
function dealsOf({ store, moved }: DealsAt, customer: string): number[] {
  const id = Number(customer.slice(1))
  const settled = (
    customer.startsWith('c')
      ? store.db.prepare('select deal_id from deal_contacts where contact_id = ?').pluck().all(id)
      : companyDeals(store, id)
  ) as number[]
  const then = [...moved].flatMap(([deal, state]) => {
    const { contacts = [], company = null } = state?.values ?? {}
    const isTheirs = customer.startsWith('c')
      ? contacts.some((one) => mergedInto(store, 'contacts', one) === id)
      : company !== null && mergedInto(store, 'companies', company) === id
    return isTheirs ? [deal] : []
  })
  return [...settled.filter((deal) => !moved.has(deal)), ...then]
}

function companyDeals({ db }: Store, id: number): unknown[] {
  return db
    .prepare(
      `with recursive merged(id) as (
        select ? union select companies.id from companies join merged on companies.merged_into = merged.id)
      select s.deal_id from merged cross join deal_state s on s.company_id = merged.id`,
    )
    .pluck()
    .all(id)
}

function namesAnyone({ store, moved }: DealsAt, deal: number): boolean {
  const state = moved.get(deal)
  if (state !== undefined && state !== null) return state.values.contacts.length > 0
  return store.db.prepare('select 1 from deal_contacts where deal_id = ? limit 1').get(deal) !== undefined
}

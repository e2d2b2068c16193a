import type { Outcome } from '../domain/deal.ts'
import type { Buyer } from '../domain/dormant.ts'
import type { Win, WonBack } from '../reports/reactivation.ts'
import { medianGap } from './customers.ts'
import { isAnyMoved } from './funnel-facts.ts'
import { bookSurvivor } from './naming-people.ts'
import { nameOf, OUTCOMES } from './rows.ts'
import { type Horizon, statesAt } from './states-at.ts'
import type { Store } from './store.ts'

/** A customer at T: `c5` a contact, `o3` a company of deals without contacts. */
export interface CustomerAt extends Buyer {
  customer: string
}

interface DealAt {
  id: number
  outcome: Outcome
  closedAt: number | null
  amount: number | null
  currency: string
  manager: number | null
}

/** Customers and their deals at T: from what is kept ready where nothing happened since, else from every deal as it was then. */
export class Customers {
  readonly #past: Map<string, DealAt[]> | undefined

  constructor(
    private readonly store: Store,
    horizon: Horizon,
  ) {
    const { knownAt, t } = horizon
    if (knownAt !== null || isAnyMoved(store, t)) this.#past = dealsAt(store, horizon)
  }

  all(): CustomerAt[] {
    if (this.#past === undefined)
      return this.store.db
        .prepare(
          `select customer, wins, last_win_at as lastWinAt, median_gap as medianGap from customers order by customer`,
        )
        .all() as CustomerAt[]
    return [...this.#past].flatMap(([customer, deals]) => {
      const wins = winsOf(deals).map(({ at }) => at)
      const lastWinAt = wins.at(-1)
      return lastWinAt === undefined
        ? []
        : [{ customer, wins: wins.length, lastWinAt, medianGap: medianGap(wins) }]
    })
  }

  /** In the order of time. */
  wins(customer: string): Win[] {
    return winsOf(this.#deals(customer).filter(({ isOther }) => !isOther))
  }

  /** With a company, whoever of it the open deal is with. */
  hasOpenDeal(customer: string): boolean {
    return this.#deals(customer).some(({ outcome }) => outcome === 'open')
  }

  /** Whose contact or company it is, else who owned what was won last. */
  manager(customer: string): number | null {
    const table = customer.startsWith('c') ? 'contacts' : 'companies'
    const own = this.store.db
      .prepare(`select manager_id from ${table} where id = ?`)
      .pluck()
      .get(idOf(customer))
    return typeof own === 'number' ? own : (this.wins(customer).at(-1)?.manager ?? null)
  }

  #deals(customer: string): (DealAt & { isOther?: boolean })[] {
    if (this.#past !== undefined) {
      const others = this.#past.get(`with ${customer}`) ?? []
      return [...(this.#past.get(customer) ?? []), ...others.map((deal) => ({ ...deal, isOther: true }))]
    }
    const rows = this.store.db
      .prepare(customer.startsWith('c') ? OF_CONTACT : OF_COMPANY)
      .all(idOf(customer)) as (Omit<DealAt, 'outcome'> & { outcome: number; named: 0 | 1 })[]
    return rows.map(({ outcome, named, ...deal }) => ({
      ...deal,
      outcome: nameOf(OUTCOMES, outcome),
      isOther: customer.startsWith('o') && named === 1,
    }))
  }
}

const DEAL = `s.deal_id as id, s.outcome, s.closed_at as closedAt, s.amount, s.currency, s.manager_id as manager,
  exists(select 1 from deal_contacts named where named.deal_id = s.deal_id) as named`
const OF_CONTACT = `select ${DEAL} from deal_contacts dc join deal_state s on s.deal_id = dc.deal_id
  where dc.contact_id = ? and s.removed = 0`
const OF_COMPANY = `with recursive merged(id) as (
    select ? union select companies.id from companies join merged on companies.merged_into = merged.id)
  select ${DEAL} from merged cross join deal_state s on s.company_id = merged.id where s.removed = 0`

function winsOf(deals: readonly DealAt[]): Win[] {
  return deals
    .flatMap(({ outcome, closedAt, ...deal }) =>
      outcome === 'won' && closedAt !== null ? [{ ...deal, at: closedAt }] : [],
    )
    .sort((a, b) => a.at - b.at || a.id - b.id)
}

/** Every deal as it was at T, by its customers; under `with o3` those with people of the company. */
function dealsAt(store: Store, horizon: Horizon): Map<string, DealAt[]> {
  const found = new Map<string, DealAt[]>()
  for (const { id, state } of statesAt(store.db, 'true', {}, horizon, store.projection)) {
    if (state.removed) continue
    const { values, outcome, closedAt } = state
    const { amount, currency, manager, company } = values
    const deal: DealAt = { id, outcome, closedAt, amount, currency, manager }
    const add = (customer: string) => found.set(customer, [...(found.get(customer) ?? []), deal])
    const people = new Set(values.contacts.map((one) => bookSurvivor(store.db, 'contacts', one) ?? one))
    for (const contact of people) add(`c${contact}`)
    if (company === null) continue
    const survivor = bookSurvivor(store.db, 'companies', company) ?? company
    add(people.size === 0 ? `o${survivor}` : `with o${survivor}`)
  }
  return found
}

function idOf(customer: string): number {
  return Number(customer.slice(1))
}

/** A task made to win a customer back. */
export interface Reactivation {
  customer: string
  task: number
  at: number
}

/** Those before T whose task is still there, the latest last. */
export function readReactivations({ db }: Store, t: number): Reactivation[] {
  return db
    .prepare(
      `select coalesce('c' || r.contact_id, 'o' || r.company_id) as customer, r.task_id as task, r.at
      from reactivations r join tasks t on t.id = r.task_id where r.at < ? order by r.at, r.id`,
    )
    .all(t) as Reactivation[]
}

/** What customers bought after a task that was made in the period. */
export function wonBack(customers: Customers, made: readonly Reactivation[]): WonBack[] {
  const first = new Map<string, number>()
  for (const { customer, at } of made) if (!first.has(customer)) first.set(customer, at)
  return [...first].map(([customer, at]) => ({
    customer,
    wins: customers.wins(customer).filter((win) => win.at > at),
  }))
}

import { customersOf } from '../../domain/customer.ts'
import { type DealFilter, filterCondition, matches } from '../filters.ts'
import { BUYERS } from '../kept/customers.ts'
import { bookSurvivor } from '../naming/naming-people.ts'
import type { Horizon } from '../past/states-at.ts'
import type { Store } from '../store.ts'
import { unsettled } from './funnel-facts.ts'

/** A deal that is won at T, and since when, ms UTC. */
export interface Win {
  id: number
  at: number
}

export interface Wins {
  /** Of each customer, `o3` a company or `c5` a contact, in no order. */
  byCustomer: Map<string, Win[]>
  /** When deals were won that have neither. */
  nobodys: number[]
}

/** What was bought by T; of merged companies and contacts by the one that lives on. */
export function winsAt(store: Store, horizon: Horizon, filter: DealFilter): Wins {
  const { db } = store
  const found: Wins = { byCustomer: new Map(), nobodys: [] }
  const companies = new Map(
    (db.prepare('select id from companies where merged_into is not null').pluck().all() as number[]).map(
      (id) => [id, bookSurvivor(db, 'companies', id) ?? id],
    ),
  )
  const add = (customer: string, id: number, at: number) => {
    const wins = found.byCustomer.get(customer)
    if (wins === undefined) found.byCustomer.set(customer, [{ id, at }])
    else wins.push({ id, at })
  }
  const condition = filterCondition(filter, 's')
  db.scan<[number, number | null, number | null, number]>(
    `select scan(s.deal_id, s.company_id, dc.contact_id, s.closed_at)
    from deal_state s not indexed ${BUYERS}
    where s.outcome = 1 and s.removed = 0 and s.closed_at < @t and s.last_at < @t and ${condition.sql}`,
    [...condition.parameters, { t: horizon.t }],
    (id, company, contact, at) => {
      if (company !== null) add(`o${companies.get(company) ?? company}`, id, at)
      else if (contact !== null) add(`c${contact}`, id, at)
      else found.nobodys.push(at)
    },
  )
  for (const { id, state } of unsettled(store, { horizon, from: null, until: null, population: 'current' })) {
    const { outcome, closedAt, values } = state
    if (outcome !== 'won' || closedAt === null || !matches(state, filter)) continue
    const company = values.company === null ? null : (companies.get(values.company) ?? values.company)
    const people = new Set(values.contacts.map((one) => bookSurvivor(db, 'contacts', one) ?? one))
    const customers = customersOf(company, [...people])
    for (const customer of customers) add(customer, id, closedAt)
    if (customers.length === 0) found.nobodys.push(closedAt)
  }
  return found
}

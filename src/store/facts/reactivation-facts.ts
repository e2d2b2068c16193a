import type { WonBack } from '../../reports/reactivation.ts'
import type { CustomersAt } from '../past/customers-at.ts'
import type { Store } from '../store.ts'

/** A task made to win a customer back. */
export interface Reactivation {
  customer: string
  task: number
  /** Whose task it is. */
  manager: number | null
  at: number
}

/** Those before T whose task is still there, the latest last. */
export function readReactivations({ db }: Store, t: number): Reactivation[] {
  return db
    .prepare(
      `select coalesce('c' || r.contact_id, 'o' || r.company_id) as customer, r.task_id as task,
        t.manager_id as manager, r.at
      from reactivations r join tasks t on t.id = r.task_id where r.at < ? order by r.at, r.id`,
    )
    .all(t) as Reactivation[]
}

/** What customers bought after a task that was made in the period. */
export function wonBack(customers: CustomersAt, made: readonly Reactivation[]): WonBack[] {
  const first = new Map<string, number>()
  for (const { customer, at } of made) if (!first.has(customer)) first.set(customer, at)
  return [...first].map(([customer, at]) => ({
    customer,
    wins: customers.wins(customer).filter((win) => win.at > at),
  }))
}

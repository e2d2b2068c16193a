import type { Waiting } from '../../domain/day.ts'
import type { DealsAt } from '../facts/open-deals.ts'
import { survivorOf } from '../naming/naming.ts'
import { partySql } from '../tables/day-tables.ts'

interface Row {
  activity: number
  party: string
  at: number
  kind: string
  text: string | null
  phone: string | null
  manager: number | null
  contact: number | null
  company: number | null
  deal: number | null
}

/** The party as the inquiry has it, of which the index alone is read. */
const WAITING = `select i.activity_id as activity, ${partySql('a')} as party, i.at, a.kind, a.text, a.phone, a.manager_id as manager,
    a.contact_id as contact, a.company_id as company, a.deal_id as deal
  from inquiries i cross join activities a on a.id = i.activity_id`

/** Who waits at T, in the order of time. Whose they are: who was called, else whose contact, deal or company it is. */
export function waitingAt(at: DealsAt): Waiting[] {
  const { store, now } = at
  const rows = store.db
    .prepare(
      `${WAITING} where i.answered_at is null and i.at <= @now
        union all ${WAITING} where i.answered_at > @now and i.at <= @now order by 3, 1`,
    )
    .all({ now }) as Row[]
  const waiting = new Map<string, Waiting>()
  for (const row of rows) {
    const kind = row.kind === 'call' ? 'call' : 'text'
    const { party, at: last, activity, text, contact, company, deal, phone } = row
    const key = `${kind} ${party}`
    const known = waiting.get(key)
    const manager = row.manager ?? managerOf(at, row)
    waiting.set(key, {
      kind,
      party,
      since: known?.since ?? last,
      last,
      count: (known?.count ?? 0) + 1,
      what: row.kind,
      text,
      activity,
      manager: manager === null ? null : survivorOf(store.managers, manager),
      contact,
      company,
      deal,
      phone,
    })
  }
  return [...waiting.values()]
}

/** Whose contact, deal or company it is. */
function managerOf({ store, moved }: DealsAt, { contact, deal, company }: Row): number | null {
  const { db } = store
  const of = (sql: string, id: number | null) =>
    id === null ? null : (db.prepare(sql).pluck().get(id) as number | null)
  const then = deal === null ? undefined : moved.get(deal)
  return (
    of('select manager_id from contacts where id = ?', contact) ??
    (then === undefined
      ? of('select manager_id from deal_state where deal_id = ?', deal)
      : then?.values.manager) ??
    of('select manager_id from companies where id = ?', company) ??
    null
  )
}

import { KIND } from '../../domain/deal.ts'
import type { Rates } from '../../domain/rates.ts'
import { shareEvenly } from '../../domain/sharing.ts'
import { idsOfManager, survivorOf } from '../naming/naming.ts'
import type { Operation } from '../operation.ts'
import type { Store } from '../store.ts'
import { isOpenTask } from '../touches/task-writing.ts'

export const HANDED = ['deal', 'contact', 'company', 'task', 'activity'] as const
export type Handed = (typeof HANDED)[number]

/** How many records of each kind; a planned meeting is an activity. */
export type HandedCounts = Record<Handed, number>

export function noneHanded(): HandedCounts {
  return { deal: 0, contact: 0, company: 0, task: 0, activity: 0 }
}

/** What one manager got. `amount` is of the deals, minor units of the base currency. */
export interface Receiver extends HandedCounts {
  manager: number
  amount: number
}

interface Row {
  id: number
  /** The taker, where it follows something that has one. */
  follows: number | null
}

/** Where each stands, but for deals, which have a history. */
export const HANDED_TABLES = {
  contact: 'contacts',
  company: 'companies',
  task: 'tasks',
  activity: 'activities',
} as const

/**
 * Shares the open work of a manager among others, evenly by the number of deals and then by their amount: what belongs
 * to a deal or a person goes with it. Deals get a history row at the operation's moment. Returns what each got.
 */
export function handOver(
  store: Store,
  operation: Operation,
  { from, to, until, rates }: { from: number; to: readonly number[]; until: string | null; rates: Rates },
): { handover: number; receivers: Receiver[] } {
  const { db } = store
  const mine = JSON.stringify(idsOfManager(store.managers, from))
  const handover = operation.insert('handovers', { manager_id: from, at: operation.at, until_on: until })
  const receivers = to.map((manager): Receiver => ({ manager, amount: 0, ...noneHanded() }))
  const takers = {
    deal: new Map<number, number>(),
    contact: new Map<number, number>(),
    company: new Map<number, number>(),
  }
  const give = (entity: Handed, id: number, taker: number) => {
    const receiver = receivers[taker]
    if (receiver === undefined) return
    receiver[entity] += 1
    if (entity === 'deal') giveDeal(store, operation, id, receiver.manager)
    else operation.update(HANDED_TABLES[entity], id, { manager_id: receiver.manager })
    operation.insert('handover_items', {
      handover_id: handover,
      entity,
      record_id: id,
      manager_id: receiver.manager,
    })
    if (entity === 'deal' || entity === 'contact' || entity === 'company') takers[entity].set(id, taker)
  }
  const today = store.zone.dateOf(operation.at)
  const deals = db.prepare(OPEN_DEALS).all({ mine }) as OpenDeal[]
  const weights = deals.map(({ amount, currency }) =>
    amount === null ? 0 : rates.convert(amount, currency, rates.base, today),
  )
  const dealTakers = shareEvenly(weights, to.length)
  for (const [index, { id }] of deals.entries()) {
    const taker = dealTakers[index] ?? 0
    give('deal', id, taker)
    const receiver = receivers[taker]
    if (receiver !== undefined) receiver.amount += weights[index] ?? 0
  }
  const shareRest = (entity: Exclude<Handed, 'deal'>, rows: readonly Row[]) => {
    for (const { id, follows } of rows) if (follows !== null) give(entity, id, follows)
    const free = rows.filter(({ follows }) => follows === null)
    const had = receivers.map((receiver) => receiver[entity])
    const taken = shareEvenly(
      free.map(() => 0),
      to.length,
      had,
    )
    for (const [index, { id }] of free.entries()) give(entity, id, taken[index] ?? 0)
  }
  const takerOf = ({ deal = null, contact = null, company = null }: Partial<About>) =>
    takers.deal.get(deal ?? 0) ?? takers.contact.get(contact ?? 0) ?? takers.company.get(company ?? 0) ?? null
  const about = (sql: string) =>
    (db.prepare(sql).all({ mine, handover, now: operation.at }) as (About & { id: number })[]).map((row) => ({
      id: row.id,
      follows: takerOf(row),
    }))
  shareRest('contact', about(CONTACTS))
  shareRest('company', about(COMPANIES))
  shareRest('task', about(OPEN_TASKS))
  shareRest('activity', about(PLANNED_MEETINGS))
  return { handover, receivers }
}

interface OpenDeal {
  id: number
  amount: number | null
  currency: string
}

interface About {
  deal: number | null
  contact: number | null
  company: number | null
}

const OF_MINE = 'manager_id in (select value from json_each(@mine))'
const OPEN_DEALS = `select deal_id as id, amount, currency from deal_state
  where outcome = 0 and removed = 0 and ${OF_MINE} order by deal_id`
/** The latest of their deals that is handed over now. */
const CONTACTS = `select c.id, (select max(dc.deal_id) from deal_contacts dc
    join handover_items i on i.entity = 'deal' and i.record_id = dc.deal_id and i.handover_id = @handover
    where dc.contact_id = c.id) as deal
  from contacts c where c.merged_into is null and c.erased = 0 and c.${OF_MINE} order by c.id`
const COMPANIES = `select o.id, (select max(i.record_id) from handover_items i
    join deal_state s on s.deal_id = i.record_id
    where i.handover_id = @handover and i.entity = 'deal' and s.company_id = o.id) as deal,
  (select min(c.id) from contacts c join handover_items i on i.entity = 'contact' and i.record_id = c.id
    where i.handover_id = @handover and c.company_id = o.id) as contact
  from companies o where o.merged_into is null and o.${OF_MINE} order by o.id`
const OPEN_TASKS = `select id, deal_id as deal, contact_id as contact, company_id as company from tasks
  where state = 'open' and ${OF_MINE} order by id`
const PLANNED_MEETINGS = `select id, deal_id as deal, contact_id as contact, company_id as company from activities
  where kind = 'meeting' and outcome = 'planned' and at >= @now and ${OF_MINE} order by id`

export function giveDeal({ db, settings }: Store, operation: Operation, deal: number, manager: number): void {
  const began = Number(db.prepare('select created_at from deal_state where deal_id = ?').pluck().get(deal))
  operation.change(deal, {
    kind: KIND.manager,
    value: manager,
    at: Math.max(operation.at, began),
    precision: 'moment',
    actor: settings.me,
  })
}

/** The open deals and tasks of a manager. */
export function openWork({ db, managers }: Store, manager: number): { deal: number; task: number } {
  const mine = JSON.stringify(idsOfManager(managers, manager))
  const count = (sql: string) => db.prepare(sql).all({ mine }).length
  return { deal: count(OPEN_DEALS), task: count(OPEN_TASKS) }
}

export interface Handover {
  id: number
  manager: number
  at: number
  until: string | null
  backAt: number | null
  task: number | null
}

export function readHandovers({ db }: Store): Handover[] {
  return db
    .prepare(
      `select id, manager_id as manager, at, until_on as until, back_at as backAt, task_id as task
      from handovers order by id`,
    )
    .all() as Handover[]
}

/** What each receiver was given by a handover, and how much of it is still theirs and still to be done. */
export function handedItems(
  store: Store,
  handover: number,
): { manager: number; given: HandedCounts; still: HandedCounts }[] {
  const rows = store.db.prepare(ITEMS).all({ handover }) as Item[]
  const byManager = new Map<number, { manager: number; given: HandedCounts; still: HandedCounts }>()
  for (const { entity, manager, still } of rows) {
    const found = byManager.get(manager) ?? { manager, given: noneHanded(), still: noneHanded() }
    byManager.set(manager, found)
    found.given[entity] += 1
    if (still === 1) found.still[entity] += 1
  }
  return [...byManager.values()].sort((a, b) => a.manager - b.manager)
}

interface Item {
  entity: Handed
  record: number
  manager: number
  still: 0 | 1
}

/** Closed deals and done tasks are the work of whoever closed and did them. */
const ITEMS = `select i.entity, i.record_id as record, i.manager_id as manager, case i.entity
    when 'deal' then exists(select 1 from deal_state s where s.deal_id = i.record_id and s.outcome = 0
      and s.removed = 0 and s.manager_id = i.manager_id)
    when 'contact' then exists(select 1 from contacts t where t.id = i.record_id and t.manager_id = i.manager_id
      and t.merged_into is null)
    when 'company' then exists(select 1 from companies t where t.id = i.record_id and t.manager_id = i.manager_id
      and t.merged_into is null)
    when 'task' then exists(select 1 from tasks t where t.id = i.record_id and t.state = 'open'
      and t.manager_id = i.manager_id)
    else exists(select 1 from activities t where t.id = i.record_id and t.outcome = 'planned'
      and t.manager_id = i.manager_id) end as still
  from handover_items i where i.handover_id = @handover order by i.id`

/** Gives back what is still with whom it was given to, of every handover of the manager that is not back yet. */
export function handBack(
  store: Store,
  operation: Operation,
  from: number,
): { handovers: number; given: HandedCounts } {
  const open = readHandovers(store).filter(
    ({ manager, backAt }) => backAt === null && survivorOf(store.managers, manager) === from,
  )
  const given = noneHanded()
  // The latest first: what was handed on twice comes back along the way it went.
  for (const { id, task } of open.toReversed()) {
    for (const { entity, record, still } of store.db.prepare(ITEMS).all({ handover: id }) as Item[]) {
      if (still === 0) continue
      given[entity] += 1
      if (entity === 'deal') giveDeal(store, operation, record, from)
      else operation.update(HANDED_TABLES[entity], record, { manager_id: from })
    }
    operation.update('handovers', id, { back_at: operation.at })
    if (task !== null && isOpenTask(store, task))
      operation.update('tasks', task, { state: 'done', done_at: operation.at, done_precision: 0 })
  }
  return { handovers: open.length, given }
}

/**
 * Who does the work of a manager on a deal: they themselves, or where their work is handed over, whoever got the deal
 * then, or all of it. Nobody stands in where it was shared and the deal was not among it.
 */
export function standIn(store: Store, manager: number, deal: number, seen: readonly number[] = []): number {
  const absent = survivorOf(store.managers, manager)
  const handover = readHandovers(store).findLast(
    (one) => one.backAt === null && survivorOf(store.managers, one.manager) === absent,
  )
  if (handover === undefined || seen.includes(absent)) return manager
  const takers = store.db
    .prepare(
      `select distinct manager_id, entity = 'deal' and record_id = @deal as own from handover_items
        where handover_id = @handover order by own desc`,
    )
    .all({ handover: handover.id, deal }) as { manager_id: number; own: 0 | 1 }[]
  const [first] = takers
  const isClear = first?.own === 1 || new Set(takers.map((one) => one.manager_id)).size === 1
  return first === undefined || !isClear ? manager : standIn(store, first.manager_id, deal, [...seen, absent])
}

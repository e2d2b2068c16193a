import type { Customer, Due, OpenDeal, Waiting } from '../domain/day.ts'
import { isOverdue } from '../domain/task.ts'
import { addDays } from '../domain/time/date.ts'
import type { Instant, Zone } from '../domain/time/zone.ts'
import type { DealFlags } from './deal-flags.ts'

/** In the order of urgency. */
export const TODAY_KINDS = [
  'overdue',
  'missedCall',
  'unanswered',
  'unassigned',
  'today',
  'invoice',
  'stuck',
  'silent',
  'reactivation',
  'tomorrow',
] as const
export type TodayKind = (typeof TODAY_KINDS)[number]

/** One thing to do. Row ids; what it is made from stands beside. */
export interface TodayItem {
  kind: TodayKind
  manager: number | null
  contact: number | null
  company: number | null
  deal: number | null
  task: number | null
  /** A planned meeting, or the last activity of a client who waits. */
  activity: number | null
  text: string | null
  /** When it is to be done, and since when it waits, ms UTC. */
  due: { at: Instant; isDay: boolean } | null
  since: Instant | null
  phone: string | null
  place: string | null
  of:
    | { what: 'due'; due: Due }
    | { what: 'waiting'; waiting: Waiting }
    | { what: 'deal'; flags: DealFlags }
    | { what: 'customer'; customer: Customer }
}

/** One thing to do, as scripts see it. */
export interface ItemJson {
  kind: string
  manager: string | null
  contact: string | null
  deal: string | null
  task: string | null
  text: string | null
  due: string | null
  since: string | null
  command: string
  contactId: string | null
  company: string | null
  phone: string | null
  activity: string | null
  place: string | null
  amount: number | null
  currency: string | null
  attempts: number | null
}

export interface TodayFacts {
  now: Instant
  zone: Zone
  dues: readonly Due[]
  waiting: readonly Waiting[]
  flags: readonly DealFlags[]
  dormant: readonly Customer[]
  /** Whose list it is; null for everyone's. What is nobody's yet stands in every list. */
  managers: ReadonlySet<number | null> | null
  /** There are people to whom work can be assigned. */
  isTeam: boolean
}

/** Everything that is to be done at T, the most urgent first. */
export function todayItems(facts: TodayFacts): TodayItem[] {
  const answered = waitingKeys(facts.waiting)
  const kindOf = kindsOfDue(facts)
  const { managers } = facts
  const mine = (item: TodayItem) =>
    managers === null || managers.has(item.manager) || (item.manager === null && isForAnyone(item))
  const ofKind = new Map<TodayKind, TodayItem[]>(TODAY_KINDS.map((kind) => [kind, []]))
  const add = (item: TodayItem | undefined) => {
    if (item !== undefined && mine(item)) ofKind.get(item.kind)?.push(item)
  }
  for (const due of facts.dues) add(dueItem(due, kindOf))
  for (const waiting of facts.waiting) add(waitingItem(waiting, facts))
  for (const flags of facts.flags) addDealItems(flags, facts, answered, add)
  for (const customer of facts.dormant) add(customerItem(customer))
  return [...ofKind.values()].flatMap((some) => some.sort(within))
}

/** A promise, a client who waits: whoever sees it first takes it. */
function isForAnyone({ of, kind }: TodayItem): boolean {
  return of.what === 'due' || of.what === 'waiting' || kind === 'unanswered' || kind === 'unassigned'
}

/** Undefined of what is later than tomorrow. */
function kindsOfDue({ now, zone }: TodayFacts): (at: Instant, isDay: boolean) => TodayKind | undefined {
  const today = zone.dateOf(now)
  const tomorrow = addDays(today, 1)
  return (at, isDay) => {
    if (isOverdue({ at, precision: isDay ? 'day' : 'moment' }, now, zone)) return 'overdue'
    const day = zone.dateOf(at)
    return day === today ? 'today' : day === tomorrow ? 'tomorrow' : undefined
  }
}

/** What has no day is not due. */
function dueItem(due: Due, kindOf: ReturnType<typeof kindsOfDue>): TodayItem | undefined {
  const kind = due.at === null ? undefined : kindOf(due.at, due.isDay)
  if (due.at === null || kind === undefined) return undefined
  const { manager, contact, company, deal, text, place, phone } = due
  return {
    kind,
    manager,
    contact,
    company,
    deal,
    task: due.what === 'task' ? due.id : null,
    activity: due.what === 'task' ? null : due.id,
    text,
    due: { at: due.at, isDay: due.isDay },
    since: null,
    phone,
    place,
    of: { what: 'due', due },
  }
}

function waitingItem(waiting: Waiting, { isTeam }: TodayFacts): TodayItem {
  const { manager, contact, company, deal, text, activity, phone, since } = waiting
  const kind = waiting.kind === 'call' ? 'missedCall' : 'unanswered'
  return {
    kind: manager === null && isTeam ? 'unassigned' : kind,
    manager,
    contact,
    company,
    deal,
    task: null,
    activity,
    text,
    due: null,
    since,
    phone,
    place: null,
    of: { what: 'waiting', waiting },
  }
}

/** By whom a client waits, so that a new lead of the same client is not told twice. */
function waitingKeys(waiting: readonly Waiting[]): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const { party, deal } of waiting) {
    keys.add(party)
    if (deal !== null) keys.add(`d${deal}`)
  }
  return keys
}

function addDealItems(
  flags: DealFlags,
  { isTeam }: TodayFacts,
  told: ReadonlySet<string>,
  add: (item: TodayItem) => void,
): void {
  const { deal, unanswered, invoice, stuck, silent } = flags
  // Of most there is nothing to say.
  if (!(unanswered || invoice || stuck || silent)) return
  const addOf = (kind: TodayKind, since: Instant, manager = deal.manager) =>
    add({
      kind,
      manager,
      contact: deal.contacts[0] ?? null,
      company: deal.company,
      deal: deal.id,
      task: null,
      activity: null,
      text: deal.title,
      due: null,
      since,
      phone: null,
      place: null,
      of: { what: 'deal', flags },
    })
  const taker = deal.manager ?? deal.clientOf
  const lead = taker === null && isTeam ? 'unassigned' : 'unanswered'
  if (unanswered && !isTold(deal, told)) addOf(lead, deal.createdAt, taker)
  if (invoice) addOf('invoice', deal.stageAt)
  if (stuck) addOf('stuck', deal.stageAt)
  if (silent) addOf('silent', flags.silentSince)
}

function isTold({ id, contacts }: OpenDeal, told: ReadonlySet<string>): boolean {
  return told.has(`d${id}`) || contacts.some((contact) => told.has(`c${contact}`))
}

function customerItem(customer: Customer): TodayItem {
  const id = Number(customer.customer.slice(1))
  const isPerson = customer.customer.startsWith('c')
  return {
    kind: 'reactivation',
    manager: customer.manager,
    contact: customer.person,
    company: isPerson ? null : id,
    since: customer.lastWinAt,
    ...{ deal: null, task: null, activity: null, text: null, due: null, phone: null, place: null },
    of: { what: 'customer', customer },
  }
}

/** What is due: the urgent, then the earliest. Who waits: the last to come, who is still at the phone. Deals: the longest. */
function within(a: TodayItem, b: TodayItem): number {
  if (a.of.what === 'due' && b.of.what === 'due')
    return (
      Number(b.of.due.isUrgent) - Number(a.of.due.isUrgent) ||
      (a.of.due.at ?? 0) - (b.of.due.at ?? 0) ||
      a.of.due.id - b.of.due.id
    )
  const isNewsFirst = a.kind === 'missedCall' || a.kind === 'unanswered' || a.kind === 'unassigned'
  const byTime = isNewsFirst ? lastOf(b) - lastOf(a) : lastOf(a) - lastOf(b)
  return byTime || (a.deal ?? 0) - (b.deal ?? 0) || (a.activity ?? 0) - (b.activity ?? 0)
}

function lastOf({ of, since }: TodayItem): Instant {
  return of.what === 'waiting' ? of.waiting.last : (since ?? 0)
}

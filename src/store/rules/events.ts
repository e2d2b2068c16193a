import type { Rule, RuleEvent } from '../../domain/rule.ts'
import { DAY } from '../../domain/time/zone.ts'
import type { Database } from '../database.ts'
import { nameOf, PRECISIONS } from '../rows.ts'
import type { Store } from '../store.ts'

/**
 * What rules wait for, in sets. An event of a rule is a visit to its stage: its beginning, its end, or the moment at
 * which so many full days of it are over, as `stuck` counts them. It counts from the rule's `since` on; the nth that
 * counts is the nth of the rule and the deal. A stay of no time at all that was only inferred is none, nor is one of a removed deal.
 */
const RULE = `rule as (select value ->> '$.id' as id, value ->> '$.stage' as stage_id, value ->> '$.trigger' as trigger,
    value ->> '$.days' as days, value ->> '$.since' as since, value ->> '$.day' as day, value ->> '$.floor' as floor
  from json_each(@rules))`

function numbered(from: string): string {
  return `visit as (
    select r.id as rule_id, v.deal_id, v.seq, r.since, r.day,
      case r.trigger when 'enter' then v.entered_at when 'leave' then v.left_at
        else days_after(v.entered_at, r.days) end as event_at,
      case r.trigger when 'leave'
        then (select n.precision from visits n where n.deal_id = v.deal_id and n.seq = v.seq + 1)
        else v.precision end as precision
    from ${from}
    where (v.synthetic = 0 or v.left_at is null or v.left_at > v.entered_at)
      and case r.trigger when 'enter' then true when 'leave' then v.left_at is not null
        else v.left_at is null or v.left_at > days_after(v.entered_at, r.days) end
  ), event as (
    select rule_id, visit.deal_id, event_at, precision,
      row_number() over (partition by rule_id, visit.deal_id order by seq) as nth
    from visit join deal_state s on s.deal_id = visit.deal_id and s.removed = 0
    where event_at >= case precision when 1 then day else since end
  )`
}

/** Of these deals alone, each looked up. */
const OF_DEALS = numbered(
  'json_each(@deals) d cross join visits v on v.deal_id = d.value join rule r on r.stage_id = v.stage_id',
)
/** Of all deals that were ever in the stages of the rules. */
const OF_RULES = numbered('rule r join visits v on v.stage_id = r.stage_id and v.entered_at >= r.floor')

const UNANSWERED = `select e.rule_id, e.deal_id, e.nth, e.event_at, e.precision from event e
  where not exists(select 1 from rule_firings f
    where f.rule_id = e.rule_id and f.deal_id = e.deal_id and f.nth = e.nth)`

interface EventRow {
  rule_id: number
  deal_id: number
  nth: number
  event_at: number
  precision: number
}

export function eventOf(row: EventRow): RuleEvent {
  return {
    rule: row.rule_id,
    deal: row.deal_id,
    nth: row.nth,
    at: row.event_at,
    precision: nameOf(PRECISIONS, row.precision),
  }
}

/** A statement of events; days end where the time zone has them end. */
function statement({ db, zone }: Store, sql: string): ReturnType<Database['prepare']> {
  db.raw.function('days_after', (at: unknown, days: unknown) => zone.daysAfter(Number(at), Number(days)))
  return db.prepare(sql)
}

/** The rules as the statements take them. `since` in place of each rule's own. */
function parameters(store: Store, rules: readonly Rule[], since?: number): string {
  const { zone } = store
  return JSON.stringify(
    rules.map(({ id, stage, trigger, days, since: own }) => {
      const from = since ?? own
      const day = zone.startOfDay(zone.dateOf(from))
      // A visit that began long before may end after it. With a day to spare: not all are of 24 hours.
      const floor = trigger === 'leave' ? Number.MIN_SAFE_INTEGER : day - ((days ?? 0) + 1) * DAY
      return { id, stage, trigger, days, since: from, day, floor }
    }),
  )
}

/** Puts what these deals wait for in place of what stood there. Inside a transaction. */
export function renewWaits(store: Store, rules: readonly Rule[], deals: readonly number[]): void {
  if (deals.length === 0) return
  const given = JSON.stringify(deals)
  store.db.prepare('delete from rule_waits where deal_id in (select value from json_each(?))').run(given)
  statement(store, `insert into rule_waits with ${RULE}, ${OF_DEALS} ${UNANSWERED}`).run({
    rules: parameters(store, rules),
    deals: given,
  })
}

/** The same for all deals of these rules. */
export function renewWaitsOf(store: Store, rules: readonly Rule[]): void {
  if (rules.length === 0) return
  for (const { id } of rules) store.db.prepare('delete from rule_waits where rule_id = ?').run(id)
  statement(store, `insert into rule_waits with ${RULE}, ${OF_RULES} ${UNANSWERED}`).run({
    rules: parameters(store, rules),
  })
}

/** Waits that are missing or too many, as `r3 d17`. */
export function wrongWaits(store: Store, rules: readonly Rule[]): string[] {
  if (rules.length === 0) return []
  const wanted = `with ${RULE}, ${OF_RULES} ${UNANSWERED}`
  const there = 'select rule_id, deal_id, nth, event_at, precision from rule_waits'
  return statement(
    store,
    `select 'r' || rule_id || ' d' || deal_id from (
        select * from (${wanted}) except ${there} union all select * from (${there} except select * from (${wanted})))`,
  )
    .pluck()
    .all({ rules: parameters(store, rules) }) as string[]
}

/** Unanswered events up to a moment (ms UTC), in the order in which they came; of some deals, or of all. */
export function dueEvents({ db }: Store, until: number, deals?: readonly number[]): RuleEvent[] {
  const among = deals === undefined ? '' : 'and deal_id in (select value from json_each(@deals))'
  const rows = db
    .prepare(
      `select rule_id, deal_id, nth, event_at, precision from rule_waits
      where event_at <= @until ${among} order by event_at, rule_id, deal_id, nth`,
    )
    .all({ until, ...(deals !== undefined && { deals: JSON.stringify(deals) }) }) as EventRow[]
  return rows.map(eventOf)
}

export interface PastEvents {
  from: number
  until: number
  deal?: number
}

/** Every event of these rules in a span (ms UTC, half-open), answered or not, as if they had been there always. */
export function eventsWithin(
  store: Store,
  rules: readonly Rule[],
  { from, until, deal }: PastEvents,
): RuleEvent[] {
  const events = deal === undefined ? OF_RULES : OF_DEALS
  const rows = statement(
    store,
    `with ${RULE}, ${events} select * from event where event_at < @until order by event_at, rule_id, deal_id, nth`,
  ).all({
    rules: parameters(store, rules, from),
    until,
    ...(deal !== undefined && { deals: JSON.stringify([deal]) }),
  }) as EventRow[]
  return rows.map(eventOf)
}

/** Firings of these deals whose visit is there no more. */
export interface LostFiring {
  id: number
  task: number | null
  state: string
  opened: number | null
  action: string
}

export function lostFirings(store: Store, rules: readonly Rule[], deals: readonly number[]): LostFiring[] {
  return statement(
    store,
    `with ${RULE}, ${OF_DEALS}
      select f.id, f.task_id as task, f.state, f.opened_id as opened, k.action
      from json_each(@deals) d cross join rule_firings f on f.deal_id = d.value join rules k on k.id = f.rule_id
      where k.state <> 'removed' and not exists(select 1 from event e
        where e.rule_id = f.rule_id and e.deal_id = f.deal_id and e.nth = f.nth)`,
  ).all({ rules: parameters(store, rules), deals: JSON.stringify(deals) }) as LostFiring[]
}

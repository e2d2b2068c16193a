import type { Precision } from '../../domain/deal.ts'
import type { Lifecycle, LifecycleByHand } from '../../domain/lifecycle.ts'
import type { Rates } from '../../domain/rates.ts'
import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'
import { codeOf, nameOf, PRECISIONS } from '../rows.ts'
import type { Store } from '../store.ts'

/** A step of the way from a lead to a customer; ms UTC. */
export interface LifecycleStep {
  stage: Lifecycle
  at: number
  precision: Precision
}

/** Adds a row, unless that is what held at that moment. Returns whether it did. */
export function setLifecycle(
  { db, settings }: Store,
  operation: Operation,
  contact: number,
  stage: LifecycleByHand,
  { at, precision }: { at: number; precision: Precision },
): boolean {
  const held = db
    .prepare('select stage from lifecycle where contact_id = ? and at <= ? order by at desc, id desc limit 1')
    .pluck()
    .get(contact, at)
  if ((held ?? 'lead') === stage) return false
  operation.insert('lifecycle', {
    contact_id: contact,
    stage,
    at,
    precision: codeOf(PRECISIONS, precision),
    manager_id: settings.me,
  })
  return true
}

/** What was said by hand in the order of time, and since when they are a customer: the first of their deals won now. */
export function lifecycleOf({ db }: Store, contact: number): LifecycleStep[] {
  const rows = db
    .prepare('select stage, at, precision from lifecycle where contact_id = ? order by at, id')
    .all(contact) as { stage: LifecycleByHand; at: number; precision: number }[]
  const steps: LifecycleStep[] = rows.map(({ precision, ...row }) => ({
    ...row,
    precision: nameOf(PRECISIONS, precision),
  }))
  const won = firstWin(db, contact)
  return won === null ? steps : [...steps, { stage: 'customer', at: won, precision: 'moment' }]
}

/** Of each contact that is more than a lead at T. */
export function lifecycles({ db }: Store, t: number): Map<number, Lifecycle> {
  const rows = db
    .prepare(
      `select contact_id as contact, stage from (
        select contact_id, stage, row_number() over (partition by contact_id order by at desc, id desc) as back
        from lifecycle where at <= @t) where back = 1
      union all
      select distinct dc.contact_id, 'customer' from deal_state s join deal_contacts dc on dc.deal_id = s.deal_id
        where s.outcome = 1 and s.removed = 0 and s.closed_at <= @t`,
    )
    .all({ t }) as { contact: number; stage: Lifecycle }[]
  return new Map(rows.map(({ contact, stage }) => [contact, stage]))
}

function firstWin(db: Database, contact: number): number | null {
  return db
    .prepare(
      `select min(s.closed_at) from deal_contacts dc join deal_state s on s.deal_id = dc.deal_id
      where dc.contact_id = ? and s.outcome = 1 and s.removed = 0`,
    )
    .pluck()
    .get(contact) as number | null
}

/** Whom somebody sent to us, and what those bought: minor units of the base currency, at the rates of the days of winning. */
export interface Referrals {
  people: { id: number; name: string }[]
  deals: number
  amount: number
}

export function referredBy({ db }: Store, contact: number): Referrals['people'] {
  return db
    .prepare('select id, name from contacts where referred_by = ? and merged_into is null order by id')
    .all(contact) as Referrals['people']
}

export function referralsOf(store: Store, contact: number, rates: Rates): Referrals {
  const { db, zone } = store
  const people = referredBy(store, contact)
  const won = db
    .prepare(
      `select distinct s.deal_id, s.amount, s.currency, s.closed_at as at from contacts c
        join deal_contacts dc on dc.contact_id = c.id join deal_state s on s.deal_id = dc.deal_id
      where c.referred_by = ? and c.merged_into is null and s.outcome = 1 and s.removed = 0`,
    )
    .all(contact) as { amount: number | null; currency: string; at: number }[]
  const amount = won.reduce(
    (sum, deal) =>
      sum +
      (deal.amount === null
        ? 0
        : rates.convert(deal.amount, deal.currency, rates.base, zone.dateOf(deal.at))),
    0,
  )
  return { people, deals: won.length, amount }
}

/** What was kept of a contact beside their row goes to who they became. */
export function moveKept(db: Database, operation: Operation, into: number, from: number): void {
  for (const table of ['lifecycle', 'wants', 'reactivations'] as const)
    for (const id of ids(db, `select id from ${table} where contact_id = ? order by id`, from))
      operation.update(table, id, { contact_id: into })
  for (const id of ids(db, 'select id from contacts where referred_by = ? order by id', from))
    operation.update('contacts', id, { referred_by: id === into ? null : into })
}

/** Goes with a contact that is removed. */
export function removeKept(db: Database, operation: Operation, contact: number): void {
  for (const table of ['lifecycle', 'wants', 'reactivations'] as const)
    for (const id of ids(db, `select id from ${table} where contact_id = ? order by id`, contact))
      operation.remove(table, id)
  for (const id of ids(db, 'select id from contacts where referred_by = ? order by id', contact))
    operation.update('contacts', id, { referred_by: null })
}

function ids(db: Database, sql: string, id: number): number[] {
  return db.prepare(sql).pluck().all(id) as number[]
}

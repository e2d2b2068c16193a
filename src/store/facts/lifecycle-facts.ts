import type { Precision } from '../../domain/deal.ts'
import { PRESUMED } from '../../domain/history.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { survivorOf } from '../naming/naming.ts'
import { bookSurvivor } from '../naming/naming-people.ts'
import { type Cells, labelsAt } from '../past/labels-at.ts'
import { codeOf, nameOf, PRECISIONS } from '../rows.ts'
import type { Store } from '../store.ts'
import { unsettled } from './funnel-facts.ts'

export interface Moment {
  at: Instant
  precision: Precision
}

/** How far a contact had come by T, and since when; null where nobody said so. */
export interface Life {
  id: number
  created: Moment
  manager: number | null
  source: string | null
  mql: Moment | null
  sql: Moment | null
  /** Their first deal that is won at T. */
  customer: Moment | null
}

export interface LifeQuery {
  /** Of the creation, ms UTC, half-open; null is unbounded. */
  from: Instant | null
  until: Instant | null
  t: Instant
}

/** Every contact that was made in the period and before T; whose they were and where from, as it was at T. */
export function livesAt(store: Store, { from, until, t }: LifeQuery): Life[] {
  const { db, managers } = store
  const end = until === null ? t : Math.min(until, t)
  const steps = stepsBy(store, t)
  const customerOf = customersBy(store, t)
  const labels = labelsAt(store, 'contacts', t - 1)
  const lives: Life[] = []
  db.scan<[number, number, number, number | null, string | null]>(
    `select scan(id, created_at, created_precision, manager_id, source) from contacts
    where merged_into is null and created_at < ? and created_at >= ?`,
    [end, from ?? Number.MIN_SAFE_INTEGER],
    (id, at, precision, manager, source) => {
      const then: Cells | undefined = labels.before.get(id)
      const whose = then === undefined ? manager : then['manager_id']
      const where = then === undefined ? source : then['source']
      lives.push({
        id,
        created: { at, precision: nameOf(PRECISIONS, precision) },
        manager: typeof whose === 'number' ? survivorOf(managers, whose) : null,
        source: typeof where === 'string' && where !== '' ? where : null,
        mql: steps.mql.get(id) ?? null,
        sql: steps.sql.get(id) ?? null,
        customer: customerOf(id),
      })
    },
  )
  return lives
}

/** When each contact was first said to be one. */
function stepsBy({ db }: Store, t: Instant): Record<'mql' | 'sql', Map<number, Moment>> {
  const found = { mql: new Map<number, Moment>(), sql: new Map<number, Moment>() }
  db.scan<[number, string, number, number]>(
    `select scan(contact_id, stage, at, precision) from (
      select contact_id, stage, min(at) as at, precision from lifecycle
      where at < ? and stage in ('mql', 'sql') group by contact_id, stage)`,
    [t],
    (contact, stage, at, precision) => {
      const step = { at, precision: nameOf(PRECISIONS, precision) }
      found[stage === 'mql' ? 'mql' : 'sql'].set(contact, step)
    },
  )
  return found
}

/** When a contact first bought, of the deals that are won at T. */
function customersBy(store: Store, t: Instant): (contact: number) => Moment | null {
  const { db } = store
  const last = Number(db.prepare('select max(id) from contacts').pluck().get())
  // Numbers side by side: of a million deals objects would cost more than the deals.
  const firsts = new Float64Array(last + 1).fill(Number.POSITIVE_INFINITY)
  const precisions = new Uint8Array(last + 1)
  const add = (contact: number, at: Instant, precision: number) => {
    if (at >= (firsts[contact] ?? 0)) return
    firsts[contact] = at
    precisions[contact] = precision
  }
  db.scan<[number, number, number]>(
    `select scan(dc.contact_id, s.closed_at, (s.presumed & ${PRESUMED.closedHour}) <> 0)
      from deal_state s not indexed cross join deal_contacts dc on dc.deal_id = s.deal_id
      where s.outcome = 1 and s.removed = 0 and s.closed_at < @t and s.last_at < @t`,
    [{ t }],
    add,
  )
  const horizon = { t }
  for (const { state } of unsettled(store, { horizon, from: null, until: null, population: 'current' })) {
    const { outcome, closedAt, closedPrecision, values } = state
    if (outcome !== 'won' || closedAt === null) continue
    for (const contact of values.contacts)
      add(
        bookSurvivor(db, 'contacts', contact) ?? contact,
        closedAt,
        codeOf(PRECISIONS, closedPrecision ?? 'moment'),
      )
  }
  return (contact) => {
    const at = firsts[contact] ?? Number.POSITIVE_INFINITY
    return at === Number.POSITIVE_INFINITY
      ? null
      : { at, precision: nameOf(PRECISIONS, precisions[contact] ?? 0) }
  }
}

/** Every source that a contact has, as it is written. */
export function sourcesOfContacts({ db }: Store): string[] {
  return db
    .prepare("select distinct source from contacts where source is not null and source <> '' order by 1")
    .pluck()
    .all() as string[]
}

/** When the latest contact before T was made, ms UTC; null where there is none. */
export function latestContact({ db }: Store, t: Instant): Instant | null {
  return db
    .prepare('select max(created_at) from contacts where merged_into is null and created_at < ?')
    .pluck()
    .get(t) as Instant | null
}

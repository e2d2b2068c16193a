import type { OpenDeal } from '../../domain/day.ts'
import type { DealState } from '../../domain/history.ts'
import { stagesAt } from '../../domain/pipeline.ts'
import { type DealFilter, EVERY_DEAL, filterCondition, matches } from '../filters.ts'
import { survivorOf } from '../naming/naming.ts'
import { bookSurvivor } from '../naming/naming-people.ts'
import type { Horizon } from '../past/states-at.ts'
import type { Store } from '../store.ts'
import { unsettled } from './funnel-facts.ts'

/** What is asked of the deals as of one moment: everything dated at `now` or before counts. */
export class DealsAt {
  /** Deals that something happened to after T, as they were at T; those that were not there yet are null. */
  readonly moved = new Map<number, DealState | null>()
  #settled: ReadonlySet<number> | undefined
  readonly #first: ReadonlyMap<number, { id: number; bit: number }>
  /** Those that were merged into others. */
  readonly #companies: ReadonlyMap<number, number>

  readonly now: number

  constructor(
    readonly store: Store,
    horizon: Horizon,
  ) {
    const { db } = store
    const { t } = horizon
    this.now = t - 1
    const later = db.prepare('select deal_id from deal_state where last_at >= ?').pluck().all(t) as number[]
    for (const id of later) this.moved.set(id, null)
    const query = { horizon, from: null, until: null, population: 'current' as const }
    for (const { id, state } of unsettled(store, query)) this.moved.set(id, state)
    this.#first = new Map(
      store.pipelines.flatMap((pipeline) => {
        const [first] = stagesAt(pipeline, t)
        return first === undefined ? [] : [[pipeline.id, first]]
      }),
    )
    const merged = db
      .prepare('select id from companies where merged_into is not null')
      .pluck()
      .all() as number[]
    this.#companies = new Map(merged.map((id) => [id, bookSurvivor(db, 'companies', id) ?? id]))
  }

  /** Every open deal, without its contacts: those are filled in for those that are looked into (`fillContacts`). */
  open(filter: DealFilter = EVERY_DEAL): OpenDeal[] {
    const deals: OpenDeal[] = []
    const { db, managers } = this.store
    const survivors = new Map(managers.map(({ id }) => [id, survivorOf(managers, id)]))
    const managerOf = (id: number | null) => (id === null ? null : (survivors.get(id) ?? id))
    const { sql, parameters } = filterCondition(filter, 's')
    db.scan<Row>(
      `select scan(deal_id, title, pipeline_id, stage_id, manager_id, company_id, amount, currency, created_at, stage_at,
        visited) from deal_state s where s.outcome = 0 and ${sql}`,
      parameters,
      (id, title, pipeline, stage, manager, company, amount, currency, createdAt, stageAt, visited) => {
        if (this.moved.has(id)) return
        const first = this.#first.get(pipeline)
        // Written out: what is spread costs some kilobytes a deal.
        deals.push({
          id,
          title,
          pipeline,
          stage,
          manager: managerOf(manager),
          company: this.companyOf(company),
          contacts: NOBODY,
          amount,
          currency,
          createdAt,
          stageAt,
          clientOf: null,
          isNew: first?.id === stage && visited === 2 ** first.bit && stageAt === createdAt,
        })
      },
    )
    if (filter === EVERY_DEAL) this.#settled = new Set(deals.map(({ id }) => id))
    for (const [id, state] of this.moved) {
      if (state === null || state.outcome !== 'open' || !matches(state, filter)) continue
      const { values, pipeline, createdAt, visits } = state
      const { title, stage, manager, company, amount, currency } = values
      deals.push({
        ...{ id, title, pipeline, stage, amount, currency, createdAt },
        contacts: this.contactsOf(state),
        clientOf: null,
        manager: managerOf(manager),
        company: this.companyOf(company),
        stageAt: visits.at(-1)?.enteredAt ?? createdAt,
        isNew: this.#first.get(pipeline)?.id === stage && visits.length === 1,
      })
    }
    return deals
  }

  /** The open deals that nothing happened to since T. */
  get settled(): ReadonlySet<number> {
    if (this.#settled !== undefined) return this.#settled
    const ids = this.store.db
      // With the title: SQLite would go through all deals by an index that has all it is asked for.
      .prepare('select deal_id, title from deal_state where outcome = 0 and removed = 0')
      .pluck()
      .all() as number[]
    this.#settled = new Set(ids.filter((id) => !this.moved.has(id)))
    return this.#settled
  }

  /** Fills in the people in these deals, and of those that are nobody's, whose the people are. */
  fillContacts(deals: readonly OpenDeal[]): void {
    const people: (number[] | undefined)[] = []
    this.store.db.scan<[number, number]>(
      'select scan(d.key, dc.contact_id) from json_each(?) d cross join deal_contacts dc on dc.deal_id = d.value',
      [JSON.stringify(deals.map(({ id }) => (this.moved.has(id) ? null : id)))],
      (i, contact) => {
        const list = people[i]
        if (list === undefined) people[i] = [contact]
        else list.push(contact)
      },
    )
    const manager = this.store.db
      .prepare(
        `select c.manager_id from json_each(?) j cross join contacts c on c.id = j.value
        where c.manager_id is not null order by c.id limit 1`,
      )
      .pluck()
    deals.forEach((deal, i) => {
      deal.contacts = people[i] ?? deal.contacts
      if (deal.manager !== null) return
      const clientOf = manager.get(JSON.stringify(deal.contacts))
      if (typeof clientOf === 'number') deal.clientOf = survivorOf(this.store.managers, clientOf)
    })
  }

  /** A contact that was merged has moved on in all that is read beside the deals of a past day. */
  contactsOf({ values }: DealState): number[] {
    return [...new Set(values.contacts.map((id) => bookSurvivor(this.store.db, 'contacts', id) ?? id))]
  }

  /** The company that lives on for this one. */
  companyOf(id: number | null): number | null {
    return id === null ? null : (this.#companies.get(id) ?? id)
  }
}

const NOBODY: readonly number[] = []

type Row = [
  id: number,
  title: string,
  pipeline: number,
  stage: number,
  manager: number | null,
  company: number | null,
  amount: number | null,
  currency: string,
  createdAt: number,
  stageAt: number,
  visited: number,
]

import { fullDays } from '../domain/time/work-hours.ts'
import { type DealRecord, dealList } from './deals/deals.ts'
import { stateAt } from './deals/writing.ts'
import { companiesMergedInto } from './filters.ts'
import type { Labels } from './labels.ts'
import type { Whom } from './naming/last-touched.ts'
import type { Store } from './store.ts'

/** A deal beside what it is about, and how long it has been where it is. */
export interface DealInView extends DealRecord {
  /** ISO 8601. */
  stageSince: string
  /** Full days since it entered its stage; null of a closed deal. */
  daysInStage: number | null
  note: string | null
}

/** Row ids of what belongs to a contact, a company or a deal, those to be looked at first above. */
export interface Around {
  contacts: number[]
  companies: number[]
  deals: number[]
  tasks: number[]
  activities: number[]
}

/**
 * A company's people are those who work there now. Activities and tasks of a deal are those that name it, and those of its
 * people that name no deal.
 */
export function around(store: Store, { kind, id }: Whom): Around {
  const ids = (sql: string) => store.db.prepare(sql).pluck().all(given) as number[]
  const firms = kind === 'company' ? companiesMergedInto(store.db, id) : []
  const given = { mine: JSON.stringify(kind === 'company' ? firms : [id]) }
  const mine = '(select value from json_each(@mine))'
  const people = {
    contact: '',
    company: `select id from contacts where company_id in ${mine} and merged_into is null`,
    deal: `select contact_id from deal_contacts where deal_id in ${mine}`,
  }[kind]
  const touching = {
    contact: `contact_id in ${mine}`,
    company: `company_id in ${mine}`,
    deal: `deal_id in ${mine}`,
  }[kind]
  const through = {
    contact: null,
    company: `contact_id in (${people})`,
    deal: `contact_id in (${people}) and deal_id is null`,
  }[kind]
  const touches = (table: string) =>
    `select id from ${table} where ${touching}${through === null ? '' : ` union select id from ${table} where ${through}`}`
  const deals = {
    contact: `select deal_id from deal_contacts where contact_id in ${mine}`,
    company: `select deal_id from deal_state where company_id in ${mine}`,
    deal: '',
  }[kind]
  return {
    contacts: kind === 'contact' ? [] : ids(`${people} order by 1`),
    companies:
      kind === 'contact'
        ? ids(`select company_id from contacts where id in ${mine} and company_id is not null`)
        : [],
    deals:
      kind === 'deal'
        ? []
        : ids(`select deal_id from deal_state where removed = 0 and deal_id in (${deals})
      order by outcome <> 0, coalesce(closed_at, stage_at) desc, deal_id desc`),
    tasks: ids(`select id from tasks where id in (${touches('tasks')})
      order by state = 'done', case state when 'open' then due_at end nulls last, done_at desc, id`),
    activities: ids(
      `select id from activities where id in (${touches('activities')}) order by at desc, id desc`,
    ),
  }
}

/** Deals in the order of their ids here. */
export function dealsInView(store: Store, labels: Labels, ids: readonly number[], now: number): DealInView[] {
  const { zone } = store
  const since = new Map(
    store.db
      .prepare('select deal_id, stage_at from deal_state where deal_id in (select value from json_each(?))')
      .raw()
      .all(JSON.stringify(ids)) as [number, number][],
  )
  const records = new Map(dealList(store, labels, ids).map((record) => [record.id, record]))
  return ids.flatMap((id) => {
    const record = records.get(`d${id}`)
    const at = since.get(id)
    if (record === undefined || at === undefined) return []
    return [
      {
        ...record,
        stageSince: zone.isoString(at),
        daysInStage: record.status === 'open' ? Math.max(0, fullDays(at, now, zone)) : null,
        note: stateAt(store, id, Number.MAX_SAFE_INTEGER).values.note,
      },
    ]
  })
}

import type { ActivityFacts, Touch } from '../../reports/activity.ts'
import { doneSql, heldSql, meaningOf, prepareHours } from '../kept/contact-made.ts'
import { SURVIVORS } from '../kept/customers.ts'
import { bookSurvivor } from '../naming/naming-people.ts'
import { statesAt } from '../past/states-at.ts'
import type { Store } from '../store.ts'
import { partySql } from '../tables/day-tables.ts'
import { meant, type TouchQuery } from '../touches/query.ts'
import { eachFact, isAnyMoved, movedSinceSql } from './funnel-facts.ts'
import { taskDeeds } from './task-deeds.ts'

/**
 * What was done in the period, by whom or when; of a filter on deals, what was done about the deals that it was of at T.
 */
export function activityFacts(store: Store, query: TouchQuery): ActivityFacts {
  return {
    touches: touchCounts(store, query),
    tasks: taskDeeds(store, query),
    won: won(store, query),
    journeys: callJourneys(store, query),
  }
}

const QUARTER = 900_000

/** Activities of the period, alike ones counted together. */
export function touchCounts(store: Store, query: TouchQuery): ActivityFacts['touches'] {
  const rows = touchRows(store, query, 'count(*) as n', 'group by 1, 2, 3, 4, 5') as (TouchRow & {
    n: number
  })[]
  return rows.map(({ n, ...row }) => ({ ...touchOf(row, query), n }))
}

/** Each of them. */
export function eachTouch(store: Store, query: TouchQuery, sink: (id: number, touch: Touch) => void): void {
  const rows = touchRows(store, query, 'a.id', '') as (TouchRow & { id: number })[]
  for (const { id, ...row } of rows) sink(id, touchOf(row, query))
}

interface TouchRow extends Omit<Touch, 'group' | 'taken'> {
  raw: number | null
  taken: 0 | 1
}

function touchRows(store: Store, query: TouchQuery, column: string, end: string): unknown[] {
  prepareHours(store)
  const { sql, parameters } = meant(store, query, 'a')
  const raw = query.grouping.time ? `a.at / ${QUARTER} * ${QUARTER}` : 'a.manager_id'
  return store.db
    .prepare(
      `select ${raw} as raw, a.kind, a.direction, a.outcome, ${meaningOf('a').taken} as taken, ${column}
      from activities a where ${sql} and ${within('a.at', query)} ${end}`,
    )
    .all(...parameters, bounds(query))
}

function touchOf({ raw, taken, ...row }: TouchRow, { grouping }: TouchQuery): Touch {
  return { ...row, group: grouping.label(raw), taken: taken === 1 }
}

function won(store: Store, query: TouchQuery): ActivityFacts['won'] {
  const counts = new Map<string | null, number>()
  eachWon(store, query, (_, group) => counts.set(group, (counts.get(group) ?? 0) + 1))
  return [...counts].map(([group, n]) => ({ group, n }))
}

/** Deals closed in the period that are won at T; by time, when they were won. */
export function eachWon(
  store: Store,
  query: TouchQuery,
  sink: (id: number, group: string | null) => void,
): void {
  const { grouping, filter } = query
  for (const pipeline of store.pipelines) {
    if (filter.pipeline !== null && filter.pipeline !== pipeline.id) continue
    eachFact(
      store,
      {
        ...query,
        pipeline,
        filter: { ...filter, pipeline: pipeline.id },
        grouping: grouping.time ? undefined : grouping,
        population: 'current',
      },
      {
        deal: ({ id, outcome, group, closedAt }) => {
          if (outcome === 'won' && closedAt !== null)
            sink(id, grouping.time ? grouping.label(closedAt) : group)
        },
      },
    )
  }
}

/**
 * Each client with a call in the period, counted at the first of them: whether a meeting was held with them since, and
 * whether a deal of theirs was won since, that is won at T.
 */
export function callJourneys(store: Store, query: TouchQuery): ActivityFacts['journeys'] {
  const { grouping } = query
  const { sql, parameters } = meant(store, query, 'a')
  const rows = store.db
    .prepare(
      `${SURVIVORS}, calls as (
        select party, min(at) as at, manager from (
          select ${partySql('a')} as party, a.at, a.manager_id as manager from activities a
          where a.kind = 'call' and ${doneSql('a')} and ${sql} and ${within('a.at', query)}) group by party),
      meetings as (
        select ${partySql('a')} as party, max(a.at) as at from activities a
        where ${heldSql('a')} and a.at < @t group by 1),
      folded as materialized (
        select value ->> 0 as party, max(value ->> 1) as at from json_each(@folded) group by 1)
      select ${grouping.time ? `c.at / ${QUARTER} * ${QUARTER}` : 'c.manager'} as raw,
        coalesce(m.at >= c.at, 0) as met, ${WON_SINCE} or coalesce(f.at >= c.at, 0) as won, count(*) as n
      from calls c left join meetings m on m.party = c.party left join folded f on f.party = c.party
      group by 1, 2, 3`,
    )
    .all(...parameters, { ...bounds(query), folded: JSON.stringify(foldedWins(store, query)) }) as {
    raw: number | null
    met: 0 | 1
    won: 0 | 1
    n: number
  }[]
  return rows.map(({ raw, met, won: isWon, n }) => ({
    group: grouping.label(raw),
    met: met === 1,
    won: isWon === 1,
    n,
  }))
}

/** Whether a client `c` has a deal that was won since their call, of those that nothing happened to since T. */
const WON_SINCE = (() => {
  const id = 'cast(substr(c.party, 2) as integer)'
  const won = 's.outcome = 1 and s.removed = 0 and s.last_at < @t and s.closed_at >= c.at'
  return `case substr(c.party, 1, 1)
    when 'd' then exists(select 1 from deal_state s where s.deal_id = ${id} and ${won})
    when 'c' then exists(select 1 from deal_contacts dc cross join deal_state s on s.deal_id = dc.deal_id
      where dc.contact_id = ${id} and ${won})
    when 'o' then exists(select 1 from deal_state s
      where s.company_id in (select ${id} union all select v.id from survivors v where v.at = ${id}) and ${won})
    else 0 end`
})()

/**
 * Who had won deals at T, and since when: of deals that something happened to since. Only those are folded that were in
 * a won stage then: what is in the copies of before T stays, whatever came later.
 */
function foldedWins(store: Store, { horizon }: TouchQuery): [party: string, at: number][] {
  const { db, projection } = store
  const { t } = horizon
  if (!isAnyMoved(store, t)) return []
  const which = `d.id in (select w.deal_id from (${movedSinceSql()}) w cross join visits v on v.deal_id = w.deal_id
    join stages st on st.id = v.stage_id
    where st.kind = 1 and v.entered_at < @t and (v.left_at is null or v.left_at >= @t))`
  const survivor = (table: 'companies' | 'contacts', id: number) => bookSurvivor(db, table, id) ?? id
  return [...statesAt(db, which, { t }, horizon, projection)].flatMap(({ id, state }): [string, number][] => {
    const { outcome, closedAt, values } = state
    if (outcome !== 'won' || closedAt === null) return []
    const { company, contacts } = values
    const parties = [`d${id}`, ...contacts.map((one) => `c${survivor('contacts', one)}`)]
    if (company !== null) parties.push(`o${survivor('companies', company)}`)
    return parties.map((party) => [party, closedAt])
  })
}

function within(at: string, { from, until }: TouchQuery): string {
  return `${at} < @t${from === null ? '' : ` and ${at} >= @from`}${until === null ? '' : ` and ${at} < @until`}`
}

function bounds({ from, until, horizon }: TouchQuery) {
  return { from, until, t: horizon.t }
}

import { PLANNED } from '../domain/activity.ts'
import { isOverdue } from '../domain/task.ts'
import type { ActivityFacts, TaskDeed } from '../reports/activity.ts'
import { meaningOf, prepareHours } from './contact-made.ts'
import { partySql } from './day-tables.ts'
import { type Condition, type DealFilter, filterCondition } from './filters.ts'
import { eachFact } from './funnel-facts.ts'
import type { Grouping } from './groups.ts'
import { nameOf, PRECISIONS } from './rows.ts'
import type { Horizon } from './states-at.ts'
import type { Store } from './store.ts'

/** What of activities and tasks is asked. `from` and `until` are instants, half-open; null is unbounded. */
export interface TouchQuery {
  from: number | null
  until: number | null
  horizon: Horizon
  /** T as a moment: what is overdue is so by then. */
  now: number
  filter: DealFilter
  /** By manager, department or a unit of time. */
  grouping: Grouping
}

/**
 * What was done in the period, by whom or when; of a filter on deals, what was done about those deals as they are now.
 */
export function activityFacts(store: Store, query: TouchQuery): ActivityFacts {
  return {
    touches: touches(store, query),
    tasks: tasks(store, query),
    won: won(store, query),
    journeys: journeys(store, query),
  }
}

const QUARTER = 900_000

function touches(store: Store, query: TouchQuery): ActivityFacts['touches'] {
  const { db } = store
  const { grouping } = query
  prepareHours(store)
  const { sql, parameters } = meant(query, 'a')
  const raw = grouping.time ? `a.at / ${QUARTER} * ${QUARTER}` : 'a.manager_id'
  const rows = db
    .prepare(
      `select ${raw} as raw, a.kind, a.direction, a.outcome, ${meaningOf('a').taken} as taken, count(*) as n
      from activities a where ${sql} and ${within('a.at', query)} group by 1, 2, 3, 4, 5`,
    )
    .all(...parameters, bounds(query)) as {
    raw: number | null
    kind: ActivityFacts['touches'][number]['kind']
    direction: 'in' | 'out' | null
    outcome: string | null
    taken: 0 | 1
    n: number
  }[]
  return rows.map(({ raw: value, taken, ...row }) => ({
    ...row,
    group: grouping.label(value),
    taken: taken === 1,
  }))
}

/** A task counts by when each thing happened to it; it is overdue from when it should have been done. */
function tasks(store: Store, query: TouchQuery): ActivityFacts['tasks'] {
  const { db, zone } = store
  const { grouping, from, until, horizon, now } = query
  const { sql, parameters } = meant(query, 't')
  const counts = new Map<string, ActivityFacts['tasks'][number]>()
  const count = (what: TaskDeed, manager: number | null, at: number, n = 1) => {
    if (n === 0 || (from !== null && at < from) || (until !== null && at >= until) || at >= horizon.t) return
    const group = grouping.label(grouping.time ? at : manager)
    const key = JSON.stringify([what, group])
    const known = counts.get(key)
    if (known === undefined) counts.set(key, { group, what, n })
    else known.n += n
  }
  const rows: (readonly (number | null)[])[] = []
  db.scan<(number | null)[]>(
    `select scan(t.manager_id, t.created_at, t.due_at, t.due_precision, t.done_at, t.postponed) from tasks t where ${sql}`,
    parameters,
    (...row) => rows.push(row),
  )
  for (const [manager = null, createdAt, dueAt, precision, doneAt, postponed] of rows) {
    if (createdAt != null) count('added', manager, createdAt)
    if (doneAt != null) count('done', manager, doneAt)
    if (dueAt == null) continue
    const due = { at: dueAt, precision: nameOf(PRECISIONS, precision ?? 0) }
    if (isOverdue(due, Math.min(doneAt ?? now, now), zone)) count('overdue', manager, dueAt)
    count('postponed', manager, dueAt, postponed ?? 0)
  }
  return [...counts.values()]
}

/** Deals closed in the period that are won at T; by time, when they were won. */
function won(store: Store, query: TouchQuery): ActivityFacts['won'] {
  const { grouping, filter } = query
  const counts = new Map<string | null, number>()
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
        deal: ({ outcome, group, closedAt }) => {
          if (outcome !== 'won' || closedAt === null) return
          const key = grouping.time ? grouping.label(closedAt) : group
          counts.set(key, (counts.get(key) ?? 0) + 1)
        },
      },
    )
  }
  return [...counts].map(([group, n]) => ({ group, n }))
}

/**
 * Each client with a call in the period, counted at the first of them: whether a meeting was held with them since, and
 * whether a deal of theirs was won since, that is won at T.
 */
function journeys({ db }: Store, query: TouchQuery): ActivityFacts['journeys'] {
  const { grouping } = query
  const { sql, parameters } = meant(query, 'a')
  const rows = db
    .prepare(
      `with calls as (
        select party, min(at) as at, manager from (
          select ${partySql('a')} as party, a.at, a.manager_id as manager from activities a
          where a.kind = 'call' and a.outcome is not '${PLANNED}' and ${sql} and ${within('a.at', query)}) group by party),
      meetings as (
        select ${partySql('a')} as party, max(a.at) as at from activities a
        where a.kind = 'meeting' and a.outcome is not '${PLANNED}' and a.at < @t group by 1),
      won as (
        select v.deal_id, max(v.entered_at) as at from visits v join stages st on st.id = v.stage_id
        where st.kind = 1 and v.entered_at < @t and (v.left_at is null or v.left_at >= @t) group by 1),
      wins as (
        select party, max(at) as at from (
          select 'd' || deal_id as party, at from won
          union all select 'c' || dc.contact_id, won.at from won join deal_contacts dc on dc.deal_id = won.deal_id
          union all select 'o' || s.company_id, won.at from won join deal_state s on s.deal_id = won.deal_id
            where s.company_id is not null) group by party)
      select ${grouping.time ? `c.at / ${QUARTER} * ${QUARTER}` : 'c.manager'} as raw,
        coalesce(m.at >= c.at, 0) as met, coalesce(w.at >= c.at, 0) as won, count(*) as n
      from calls c left join meetings m on m.party = c.party left join wins w on w.party = c.party
      group by 1, 2, 3`,
    )
    .all(...parameters, bounds(query)) as { raw: number | null; met: 0 | 1; won: 0 | 1; n: number }[]
  return rows.map(({ raw, met, won: isWon, n }) => ({
    group: grouping.label(raw),
    met: met === 1,
    won: isWon === 1,
    n,
  }))
}

function within(at: string, { from, until }: TouchQuery): string {
  return `${at} < @t${from === null ? '' : ` and ${at} >= @from`}${until === null ? '' : ` and ${at} < @until`}`
}

function bounds({ from, until, horizon }: TouchQuery) {
  return { from, until, t: horizon.t }
}

/** The managers are those who did it; any other filter is of the deal that it was about. */
export function meant({ filter }: Pick<TouchQuery, 'filter'>, alias: string): Condition {
  const parts: Condition[] = []
  const { managers } = filter
  if (managers.length > 0) {
    const ids = managers.filter((id) => id !== null)
    const list = `${alias}.manager_id in (${ids.map(() => '?').join(', ')})`
    parts.push({
      sql: managers.includes(null) ? `(${list} or ${alias}.manager_id is null)` : list,
      parameters: ids,
    })
  }
  const deals = { ...filter, managers: [] }
  if (isOfDeals(deals)) {
    const { sql, parameters } = filterCondition(deals, 's')
    parts.push({ sql: `${alias}.deal_id in (select s.deal_id from deal_state s where ${sql})`, parameters })
  }
  return {
    sql: parts.length === 0 ? 'true' : parts.map(({ sql }) => sql).join(' and '),
    parameters: parts.flatMap(({ parameters }) => parameters),
  }
}

function isOfDeals({
  pipeline,
  stages,
  outcomes,
  sources,
  products,
  tags,
  companies,
  fields,
}: DealFilter): boolean {
  const lists = [stages, outcomes, sources, products, tags, companies, fields]
  return pipeline !== null || lists.some(({ length }) => length > 0)
}

import type { CountedMetric } from '../../domain/plan/plan.ts'
import type { Rates } from '../../domain/rates.ts'
import type { IsoDate } from '../../domain/time/date.ts'
import { EVERY_DEAL, matches } from '../filters.ts'
import { doneSql, heldSql, meaningOf, prepareHours } from '../kept/contact-made.ts'
import { survivorOf } from '../naming/naming.ts'
import type { Horizon } from '../past/states-at.ts'
import type { Store } from '../store.ts'
import { unsettled } from './funnel-facts.ts'
import { doneOnTime } from './task-deeds.ts'

/** Days that figures are wanted of, `until` excluded. */
export interface Window {
  readonly from: IsoDate
  readonly until: IsoDate
}

/** What is asked of managers' figures: windows follow one another and do not overlap. */
export interface FiguresQuery {
  readonly windows: readonly Window[]
  readonly horizon: Horizon
  /** Row id; null for all. */
  readonly pipeline: number | null
  readonly currency: string
  readonly rates: Rates
}

/** A figure by manager (the survivor of those merged; null is nobody's), and by window. */
export type Figures = Map<number | null, number[]>

/** What won deals say: count, revenue and margin in minor units, deals without a cost. */
export interface WonFigures {
  readonly won: Figures
  readonly revenue: Figures
  readonly margin: Figures
  /** Won deals of which no cost is known: they are no part of the margin. */
  readonly withoutCost: Figures
}

/**
 * Won deals by the window in which they were won, as they were at T: each belongs to its manager then, with its amount
 * then, at the rate of the day it was won. `watch` sees each of them.
 */
export function wonFigures(
  store: Store,
  query: FiguresQuery,
  watch?: (deal: { id: number; manager: number | null; window: number }) => void,
): WonFigures {
  const { zone, db } = store
  const spans = query.windows.map(
    ({ from, until }) => [zone.startOfDay(from), zone.startOfDay(until)] as const,
  )
  const [from, end] = edges(spans)
  const until = Math.min(end, query.horizon.t)
  const owner = survivors(store)
  const figures = {
    won: new Map(),
    revenue: new Map(),
    margin: new Map(),
    withoutCost: new Map(),
  } satisfies WonFigures
  const count = spans.length
  const see = (
    id: number,
    manager: number | null,
    amount: number | null,
    cost: number | null,
    currency: string,
    closedAt: number,
  ) => {
    const window = spans.findIndex(([start, stop]) => closedAt >= start && closedAt < stop)
    if (window < 0) return
    const who = owner(manager)
    watch?.({ id, manager: who, window })
    add(figures.won, who, window, count, 1)
    const day = zone.dateOf(closedAt)
    const revenue = worth(amount, currency, day, query)
    add(figures.revenue, who, window, count, revenue)
    if (cost === null) add(figures.withoutCost, who, window, count, 1)
    else add(figures.margin, who, window, count, revenue - worth(cost, currency, day, query))
  }
  const pipelines = query.pipeline === null ? store.pipelines.map(({ id }) => id) : [query.pipeline]
  db.scan<[number, number | null, number | null, number | null, string, number]>(
    `select scan(deal_id, manager_id, amount, cost, currency, closed_at) from deal_state
    where pipeline_id in (select value from json_each(@pipelines)) and closed_at >= @from and closed_at < @until
      and outcome = 1 and removed = 0 and last_at < @t`,
    [{ pipelines: JSON.stringify(pipelines), from, until, t: query.horizon.t }],
    see,
  )
  const filter = { ...EVERY_DEAL, pipeline: query.pipeline }
  for (const { id, state } of unsettled(store, {
    horizon: query.horizon,
    from,
    until,
    population: 'current',
  })) {
    const { outcome, closedAt, values } = state
    if (outcome !== 'won' || closedAt === null || closedAt >= until || !matches(state, filter)) continue
    see(id, values.manager, values.amount, values.cost, values.currency, closedAt)
  }
  return figures
}

/** Throws UserError where an exchange rate is missing. */
function worth(amount: number | null, currency: string, day: IsoDate, query: FiguresQuery): number {
  return amount === null ? 0 : query.rates.convert(amount, currency, query.currency, day)
}

/** Calls made, and those taken; meetings held; e-mails sent; tasks done no later than they were due. */
export function doneFigures(
  store: Store,
  query: Pick<FiguresQuery, 'windows' | 'horizon'>,
  metric: CountedMetric,
): Figures {
  const figures: Figures = new Map()
  const { zone } = store
  const { windows, horizon } = query
  const spans = windows.map(({ from, until }) => [zone.startOfDay(from), zone.startOfDay(until)] as const)
  const owner = survivors(store)
  if (metric === 'tasks') {
    const [from, until] = edges(spans)
    doneOnTime(store, { from, until, horizon }, (manager, at) => {
      const window = spans.findIndex(([start, stop]) => at >= start && at < stop)
      if (window >= 0) add(figures, owner(manager), window, spans.length, 1)
    })
    return figures
  }
  prepareHours(store)
  const cases = spans.map(([start, stop], i) => `when a.at >= ${start} and a.at < ${stop} then ${i}`)
  const [from, until] = edges(spans)
  const rows = store.db
    .prepare(
      `select a.manager_id as manager, case ${cases.join(' ')} end as window, count(*) as n from activities a
      where ${DONE[metric]} and ${doneSql('a')} and a.at >= @from and a.at < @until and a.at < @t
      group by 1, 2`,
    )
    .all({ from, until, t: horizon.t }) as {
    manager: number | null
    window: number | null
    n: number
  }[]
  for (const { manager, window, n } of rows)
    if (window !== null) add(figures, owner(manager), window, spans.length, n)
  return figures
}

const DONE = {
  calls: `a.kind = 'call' and (a.direction is not 'in' or ${meaningOf('a').taken})`,
  meetings: heldSql('a'),
  emails: `a.kind = 'email' and a.direction is not 'in'`,
}

function edges(spans: readonly (readonly [number, number])[]): [from: number, until: number] {
  return [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, until]) => until))]
}

function survivors({ managers }: Store): (id: number | null) => number | null {
  const known = new Map<number, number>()
  return (id) => {
    if (id === null) return null
    const found = known.get(id) ?? survivorOf(managers, id)
    known.set(id, found)
    return found
  }
}

function add(figures: Figures, who: number | null, window: number, count: number, n: number): void {
  let list = figures.get(who)
  if (list === undefined) {
    list = Array.from({ length: count }, () => 0)
    figures.set(who, list)
  }
  list[window] = (list[window] ?? 0) + n
}

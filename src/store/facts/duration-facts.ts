import { type DealState, PRESUMED } from '../../domain/history.ts'
import { isWithin } from '../../domain/time/period.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { filterCondition, matches } from '../filters.ts'
import type { Store } from '../store.ts'
import { type ClosedFact, closedFactOf, eachSettledClosed, idsOfKind } from './closed-facts.ts'
import { type FactsQuery, settledDeals, settledGroups, settledStays, unsettled } from './funnel-facts.ts'
import type { Grouping } from './groups.ts'
import { type WholeHistory, wholeHistory } from './whole-history.ts'

/** A stretch of the period, ms UTC, half-open; null is unbounded. */
export interface Span {
  /** The group that it is; undefined for the whole period. */
  label?: string
  from: Instant | null
  until: Instant | null
}

export interface DurationQuery extends Omit<FactsQuery, 'population'> {
  /** The period itself and, where the groups are days, weeks, months…, those of the period. */
  spans: readonly Span[]
}

/** Who takes what durations are counted from; groups as the query has them. */
export interface DurationSinks {
  /** Deals created in the period; `first` is the earliest of them. */
  created(group: string | null, deals: number, presumedDates: number, first: number): void
  /** Of a deal created in the period, ms in a stage that it has left for good. */
  stay(group: string | null, stage: number, total: number, id: number): void
  /** A deal created in the period and open at T, since when it is in its stage. */
  open(group: string | null, stage: number, since: Instant, id: number): void
  /** A deal closed in the period. */
  closed(fact: ClosedFact): void
  /** In place of all but `open`, where it can be told at once. */
  whole?: ((history: WholeHistory) => void) | undefined
  /**
   * Deals that were in work in the period: open at some moment of it, or created or closed in it. Of groups that follow
   * the calendar a deal may be in several; the whole is then told by itself (undefined).
   */
  worked(group: string | null | undefined, deals: number): void
  /** A deal that something happened to since T, as it was then. */
  folded(state: DealState): void
}

/** The facts of durations as of T: settled deals by sets, the others folded, once for all sinks. */
export function eachDuration(store: Store, query: DurationQuery, sinks: DurationSinks): void {
  const created: FactsQuery = { ...query, population: 'created' }
  const { grouping, horizon, spans } = query
  const label = grouping?.label ?? (() => null)
  const isTime = isCalendar(grouping)
  const closedKey = (raw: string | number | null, at: Instant) => label(isTime ? at : raw)
  settledOpen(store, created, sinks)
  const history = sinks.whole && wholeHistory(store, created)
  if (history !== undefined) {
    sinks.whole?.(history)
    return
  }
  const settled = settledGroups(store, created)
  for (const { key, deals, presumedDates, first } of settled.groups)
    sinks.created(key, deals, presumedDates, first)
  settledStays(store, created, sinks.stay, settled)
  eachSettledClosed(store, created, closedKey, sinks.closed)
  const [whole, ...others] = spans
  // Of a period without a beginning all that were created were in work.
  if (whole?.from === null)
    for (const { key, deals } of settled.groups) sinks.worked(isTime ? whole.label : key, deals)
  else if (whole !== undefined) settledWorked(store, query, whole, sinks)
  if (others.length > 0) settledWorkedIn(store, query, others, sinks)
  const within = (at: Instant) => isWithin(at, query)
  for (const { id, state } of unsettled(store, { horizon, from: null, until: null, population: 'current' })) {
    sinks.folded(state)
    if (state.pipeline !== query.pipeline.id || !matches(state, query.filter)) continue
    const { values, outcome, visits, createdAt, closedAt, presumed } = state
    for (const raw of grouping?.of(state) ?? [null]) {
      const group = label(raw)
      if (within(createdAt)) {
        sinks.created(group, 1, (presumed & PRESUMED.date) === 0 ? 0 : 1, id)
        for (const { stage, total } of visits) if (total !== null) sinks.stay(group, stage, total, id)
        const since = visits.at(-1)?.enteredAt ?? createdAt
        if (outcome === 'open') sinks.open(group, values.stage, since, id)
      }
      if (closedAt !== null && within(closedAt)) {
        const fact = closedFactOf(id, closedKey(raw, closedAt), state)
        if (fact !== null) sinks.closed(fact)
      }
      for (const span of spans)
        if (wasWorked(store, state, span, horizon.t)) sinks.worked(isTime ? span.label : group, 1)
    }
  }
}

/** Groups that follow the calendar: a deal is in that of its creation, its outcome in that in which it was closed. */
export function isCalendar(grouping: Grouping | undefined): boolean {
  return grouping?.time === true && grouping.by !== 'hour'
}

function settledOpen(store: Store, query: FactsQuery, { open }: DurationSinks): void {
  const { grouping } = query
  const { sql, parameters } = settledDeals(query)
  const label = grouping?.label ?? (() => null)
  store.db.scan<[string | number | null, number, number, number]>(
    `select scan(${grouping?.sql ?? 'null'}, s.stage_id, s.stage_at, s.deal_id)
    from deal_state s indexed by deal_state_open ${grouping?.join ?? ''} where s.outcome = 0 and ${sql}`,
    parameters,
    (raw, stage, since, id) => open(label(raw), stage, since, id),
  )
}

function settledWorked(store: Store, query: DurationQuery, span: Span, { worked }: DurationSinks): void {
  const { grouping, horizon, pipeline } = query
  const filter = filterCondition(query.filter, 's')
  const end = span.until === null ? horizon.t : Math.min(span.until, horizon.t)
  const isTime = isCalendar(grouping)
  const [raw, join] = isTime || grouping === undefined ? ['null', ''] : [grouping.sql, grouping.join]
  const label = isTime ? () => span.label : (grouping?.label ?? (() => null))
  const outcomes = idsOfKind(store, 'won', 'lost')
  // Who was there before is looked at closer: it may have been closed all the time, and opened again later.
  store.db.scan<[string | number | null, number]>(
    `select scan(g, n) from (select ${raw} as g, count(*) as n from deal_state s not indexed ${join}
      where s.pipeline_id = @pipeline and s.created_at < @end and s.removed = 0 and s.last_at < @t
        and s.deal_id in (
          select deal_id from deal_state where outcome = 0 and pipeline_id = @pipeline
          union all select deal_id from deal_state
            where closed_at is not null and pipeline_id = @pipeline and closed_at >= @from)
        and (s.created_at >= @from or s.closed_at < @end
          or exists(select 1 from visits v where v.deal_id = s.deal_id and v.stage_id not in (${outcomes})
            and v.entered_at < @end and (v.left_at is null or v.left_at > @from)))
        and ${filter.sql} group by 1)`,
    [...filter.parameters, { pipeline: pipeline.id, t: horizon.t, end, from: span.from }],
    (key, deals) => worked(label(key), deals),
  )
}

/**
 * The same of many spans that follow one another, in one pass: a deal is in all from its creation to its end, but those
 * in which it was closed from the first moment to the last.
 */
function settledWorkedIn(
  store: Store,
  query: DurationQuery,
  spans: readonly Span[],
  { worked }: DurationSinks,
): void {
  const { horizon, pipeline } = query
  const filter = filterCondition(query.filter, 's')
  const starts = spans.map(({ from }) => from ?? Number.NEGATIVE_INFINITY)
  const end = Math.min(spans.at(-1)?.until ?? horizon.t, horizon.t)
  const parameters = [...filter.parameters, { pipeline: pipeline.id, t: horizon.t, end, from: starts[0] }]
  const which = `s.pipeline_id = @pipeline and s.created_at < @end and s.removed = 0 and s.last_at < @t
    and (s.closed_at is null or s.closed_at >= @from) and ${filter.sql}`
  // The change of the count from each span to the next.
  const changes = new Array<number>(spans.length + 1).fill(0)
  const add = (first: number, last: number, n: number) => {
    if (first > last) return
    changes[first] = (changes[first] ?? 0) + n
    changes[last + 1] = (changes[last + 1] ?? 0) - n
  }
  const spanOf = (at: Instant) => placeOf(starts, at)
  store.db.scan<[number, number | null]>(
    `select scan(s.created_at, s.closed_at) from deal_state s not indexed where ${which}`,
    parameters,
    (createdAt, closedAt) =>
      add(Math.max(0, spanOf(createdAt)), spanOf(Math.min(closedAt ?? end, end - 1)), 1),
  )
  // Few of those closed were opened again, and the index does not tell of which: the table is read in its own order.
  let gap = { deal: 0, seq: 0, from: 0, until: 0, created: 0 }
  const endGap = () => {
    // Spans that begin within it and end within it; that of the creation counts whatever came of it.
    const first = gap.from <= gap.created ? spanOf(gap.created) + 1 : placeOf(starts, gap.from - 1) + 1
    add(Math.max(0, first), spanOf(Math.min(gap.until, end)) - (gap.until >= end ? 0 : 1), -1)
  }
  store.db.scan<[number, number, number, number, number]>(
    `select scan(v.deal_id, v.seq, v.entered_at, v.left_at, s.created_at)
    from visits v cross join deal_state s on s.deal_id = v.deal_id
    where +v.stage_id in (${idsOfKind(store, 'won', 'lost')}) and v.left_at is not null and v.left_at > @from
      and +v.entered_at < @end and ${which}`,
    parameters,
    (deal, seq, from, until, created) => {
      // From one outcome to another it stays closed.
      if (deal === gap.deal && seq === gap.seq + 1) {
        gap.seq = seq
        gap.until = until
        return
      }
      if (gap.deal !== 0) endGap()
      gap = { deal, seq, from, until, created }
    },
  )
  if (gap.deal !== 0) endGap()
  let deals = 0
  for (const [place, { label }] of spans.entries()) {
    deals += changes[place] ?? 0
    if (deals > 0) worked(label, deals)
  }
}

/** The last of the sorted starts at or before a moment; −1 before the first. */
function placeOf(starts: readonly number[], at: Instant): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

function wasWorked(store: Store, state: DealState, { from, until }: Span, t: Instant): boolean {
  const { createdAt, closedAt, visits } = state
  const [begin, end] = [from ?? Number.NEGATIVE_INFINITY, Math.min(until ?? t, t)]
  const within = (at: Instant | null) => at !== null && at >= begin && at < end
  return (
    within(createdAt) ||
    within(closedAt) ||
    visits.some(
      ({ stage, enteredAt, leftAt }) =>
        store.stage(stage).kind === 'open' && enteredAt < end && (leftAt === null || leftAt > begin),
    )
  )
}

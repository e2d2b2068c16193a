import { addDays, type IsoDate } from '../../domain/time/date.ts'
import { boundsOf, periodOf, splitPeriod } from '../../domain/time/period.ts'
import { fullDays } from '../../domain/time/work-hours.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { DurationsCounter } from '../../reports/durations.ts'
import {
  type DurationQuery,
  type DurationSinks,
  eachDuration,
  isCalendar,
  type Span,
} from '../../store/facts/duration-facts.ts'
import { TIME_UNITS } from '../../store/facts/groups.ts'
import { earliestCreation } from '../../store/facts/latest.ts'
import type { Store } from '../../store/store.ts'
import type { Context } from '../context.ts'
import { Spellings } from '../spellings.ts'
import type { DurationWatch } from './durations-explained.ts'
import { earlier, factsQuery, momentOf, type ReportRequest } from './request.ts'

export interface Counted {
  whole: DurationsCounter
  groups: Map<string | null, DurationsCounter>
  /** What people read of a group's key. */
  shown(key: string | null): string | null
  /** ms that deals won at T had spent in a stage, of deals that something happened to since. */
  folded: Map<number, number[]>
}

/** What a report of durations says, counted; `watch` sees the deals behind a figure. */
export function countDurations(
  context: Context,
  store: Store,
  request: ReportRequest,
  watch?: DurationWatch,
): Counted {
  const { grouping, rates, currency } = request
  const { zone } = store
  const now = momentOf(request, context, store)
  const counters = new Counters(request)
  const { whole } = counters
  const isGrouped = grouping !== undefined
  const folded: Counted['folded'] = new Map()
  const query = queryOf(store, request)
  for (const { label } of query.spans) if (label !== undefined) counters.group(label)
  const isInOne = watch === undefined && currency === store.settings.currency
  eachDuration(store, query, {
    created: (key, deals, presumed, first) => {
      counters.spelt(key, first, deals)
      counters.both(key, (counter) => counter.addCreated(deals, presumed))
    },
    stay: (key, stage, total, id) => {
      // Millions of them: no function is made for each.
      whole.addStay(stage, total)
      if (isGrouped) counters.group(key).addStay(stage, total)
      watch?.see(stage, 'n', key, id)
    },
    open: (key, stage, since, id) => {
      const days = Math.max(0, fullDays(since, now, zone))
      counters.both(key, (counter) => counter.addOpen(stage, days))
      watch?.see(stage, 'open', key, id)
      if (watch?.isOver(stage, days)) watch.see(stage, 'overNorm', key, id)
    },
    closed: ({ id, group: key, outcome, span, amount, currency: own, closedAt }) => {
      const isWorth = outcome === 'won' && amount !== null && own !== currency
      const worth = isWorth ? rates.convert(amount, own, currency, zone.dateOf(closedAt)) : amount
      counters.spelt(key, id)
      whole.addClosed(outcome, span, worth)
      if (isGrouped) counters.group(key).addClosed(outcome, span, worth)
      if (span !== null) watch?.see(outcome === 'won' ? 'cycle' : 'loss', 'n', key, id)
    },
    whole: isInOne ? takeWhole(whole) : undefined,
    worked: (key, deals) => {
      if (key === undefined) whole.addWorked(deals)
      else if (isCalendar(grouping)) counters.group(key).addWorked(deals)
      else counters.both(key, (counter) => counter.addWorked(deals))
    },
    folded: ({ outcome, visits }) => {
      if (outcome !== 'won') return
      for (const { stage, total } of visits) {
        if (total === null) continue
        const known = folded.get(stage)
        if (known === undefined) folded.set(stage, [total])
        else known.push(total)
      }
    },
  })
  return { whole, groups: counters.groups, shown: (key) => counters.shown(key), folded }
}

function takeWhole(counter: DurationsCounter): DurationSinks['whole'] {
  return ({ deals, presumedDates, ends, stays }) => {
    counter.addCreated(deals, presumedDates)
    counter.addWorked(deals)
    for (const { outcome, ...ended } of ends) counter.takeEnds(outcome, ended)
    for (const { stage, ranked } of stays) counter.takeStays(stage, ranked)
  }
}

/** One of the whole and one of each group; reasons that are spelt differently are one group. */
class Counters {
  readonly whole = new DurationsCounter()
  readonly groups: Counted['groups'] = new Map()
  readonly #isGrouped: boolean
  readonly #spellings: Spellings | undefined

  constructor({ grouping }: ReportRequest) {
    this.#isGrouped = grouping !== undefined
    this.#spellings = grouping?.by === 'reason' ? new Spellings() : undefined
  }

  group(given: string | null): DurationsCounter {
    const key = this.#spellings?.keyOf(given) ?? given
    const known = this.groups.get(key)
    if (known !== undefined) return known
    const made = new DurationsCounter()
    this.groups.set(key, made)
    return made
  }

  both(key: string | null, add: (counter: DurationsCounter) => void): void {
    add(this.whole)
    if (this.#isGrouped) add(this.group(key))
  }

  spelt(key: string | null, deal: number, count?: number): void {
    this.#spellings?.add(key, deal, count)
  }

  shown(key: string | null): string | null {
    return this.#spellings?.shown(key) ?? key
  }
}

function queryOf(store: Store, request: ReportRequest): DurationQuery {
  const { grouping, period, asOf } = request
  const query = factsQuery(store, request, 'created')
  const { zone } = store
  const whole: Span = { from: query.from, until: query.until }
  const unit = isCalendar(grouping) ? TIME_UNITS.find((known) => known === grouping?.by) : undefined
  if (unit === undefined) return { ...query, spans: [whole] }
  const first = period.from ?? dayOf(store, earliestCreation(store, query))
  const end = addDays(asOf, 1)
  const until = period.until === null ? end : earlier(period.until, end)
  const parts =
    first === null || first >= until
      ? []
      : splitPeriod(periodOf(first, until), unit, store.settings.weekStart)
  return {
    ...query,
    spans: [whole, ...parts.map((part) => ({ ...boundsOf(part, zone), label: part.label }))],
  }
}

function dayOf({ zone }: Store, at: Instant | null): IsoDate | null {
  return at === null ? null : zone.dateOf(at)
}

import { stagesAt } from '../../domain/pipeline.ts'
import { addDays, type IsoDate } from '../../domain/time/date.ts'
import { boundsOf, periodOf, splitPeriod } from '../../domain/time/period.ts'
import { fullDays } from '../../domain/time/work-hours.ts'
import { DAY, type Instant } from '../../domain/time/zone.ts'
import { durationsDocument } from '../../render/reports/durations.ts'
import {
  DurationsCounter,
  type DurationsReport,
  durationsJson,
  type NormedStage,
} from '../../reports/durations.ts'
import { inOrder } from '../../reports/groups.ts'
import { type DurationQuery, eachDuration, isCalendar, type Span } from '../../store/facts/duration-facts.ts'
import { TIME_UNITS } from '../../store/facts/groups.ts'
import { earliestCreation } from '../../store/facts/latest.ts'
import { usualStayAt } from '../../store/facts/usual-stays.ts'
import type { Store } from '../../store/store.ts'
import type { Answer, Run } from '../command.ts'
import type { Context } from '../context.ts'
import { Spellings } from '../spellings.ts'
import { optional } from '../typed.ts'
import { type DurationWatch, durationsExplained, parseDurationCell } from './durations-explained.ts'
import { earlier, factsQuery, momentOf, parseReport, type ReportRequest, shiftReport } from './request.ts'
import { lookBeyond, reportView } from './view.ts'

/** How long deals stay in each stage, take to be won or lost, and what that brings a day. */
export const durations: Run = (context, typed): Answer => {
  const store = context.open('read')
  return store.read(() => {
    const request = parseReport(context, store, typed)
    const report = durationsReport(context, store, request)
    const cell = optional(typed, 'explain')
    if (cell !== undefined) {
      const watch = parseDurationCell(cell, request, report)
      count(context, store, request, watch)
      return durationsExplained(store, request, watch)
    }
    const compare = optional(typed, 'compare')
    const beside =
      compare === undefined
        ? null
        : durationsReport(context, store, {
            ...shiftReport(request, store, compare),
            grouping: undefined,
          })
    const { won, lost } = report.velocity
    const beyond = lookBeyond(store, request, typed, report.deals + won + lost, 'created')
    const view = reportView(context, 'durations', typed, request, beyond)
    return {
      json: durationsJson(report, beside),
      document: (words) => durationsDocument({ report, beside }, view(words)),
      messages: beyond.messages,
    }
  })
}

function durationsReport(context: Context, store: Store, request: ReportRequest): DurationsReport {
  const { grouping, head, pipeline } = request
  const counted = count(context, store, request)
  const overlap = grouping?.overlap === true
  // A deal of several groups counts once in the whole.
  const { whole } = overlap ? count(context, store, { ...request, grouping: undefined }) : counted
  const stages = stagesAt(pipeline, request.horizon.t).map(({ id, name, norm }): NormedStage => {
    const usual = norm === null ? usualStayAt(store, request.horizon, id, counted.folded.get(id) ?? []) : null
    return { id, name, norm: norm ?? (usual === null ? null : usual / DAY) }
  })
  const groups = [...counted.groups].map(([key, counter]) => ({
    key: counted.shown(key),
    ...counter.body(stages),
  }))
  return {
    head,
    pipeline: pipeline.name,
    by: grouping?.by ?? null,
    overlap,
    ...whole.body(stages),
    groups:
      grouping === undefined ? null : groups.sort(inOrder((a, b) => (grouping.time ? 0 : b.deals - a.deals))),
  }
}

interface Counted {
  whole: DurationsCounter
  groups: Map<string | null, DurationsCounter>
  /** What people read of a group's key. */
  shown(key: string | null): string | null
  /** ms that deals won at T had spent in a stage, of deals that something happened to since. */
  folded: Map<number, number[]>
}

function count(context: Context, store: Store, request: ReportRequest, watch?: DurationWatch): Counted {
  const { grouping, rates, currency } = request
  const { zone } = store
  const now = momentOf(request, context, store)
  const whole = new DurationsCounter()
  const groups: Counted['groups'] = new Map()
  const folded: Counted['folded'] = new Map()
  const spellings = grouping?.by === 'reason' ? new Spellings() : undefined
  const group = (given: string | null) => {
    const key = spellings?.keyOf(given) ?? given
    const known = groups.get(key)
    if (known !== undefined) return known
    const made = new DurationsCounter()
    groups.set(key, made)
    return made
  }
  const both = (key: string | null, add: (counter: DurationsCounter) => void) => {
    add(whole)
    if (grouping !== undefined) add(group(key))
  }
  const query = queryOf(store, request)
  for (const { label } of query.spans) if (label !== undefined) group(label)
  eachDuration(store, query, {
    created: (key, deals, presumed, first) => {
      spellings?.add(key, first, deals)
      both(key, (counter) => counter.addCreated(deals, presumed))
    },
    stay: (key, stage, total, id) => {
      // Millions of them: no function is made for each.
      whole.addStay(stage, total)
      if (grouping !== undefined) group(key).addStay(stage, total)
      watch?.see(stage, 'n', key, id)
    },
    stays:
      watch === undefined
        ? (key, stage, stays) => both(key, (counter) => counter.takeStays(stage, stays))
        : undefined,
    open: (key, stage, since, id) => {
      const days = Math.max(0, fullDays(since, now, zone))
      both(key, (counter) => counter.addOpen(stage, days))
      watch?.see(stage, 'open', key, id)
      if (watch?.isOver(stage, days)) watch.see(stage, 'overNorm', key, id)
    },
    closed: ({ id, group: key, outcome, span, amount, currency: own, closedAt }) => {
      const isWorth = outcome === 'won' && amount !== null && own !== currency
      const worth = isWorth ? rates.convert(amount, own, currency, zone.dateOf(closedAt)) : amount
      spellings?.add(key, id)
      whole.addClosed(outcome, span, worth)
      if (grouping !== undefined) group(key).addClosed(outcome, span, worth)
      if (span !== null) watch?.see(outcome === 'won' ? 'cycle' : 'loss', 'n', key, id)
    },
    worked: (key, deals) => {
      if (key === undefined) whole.addWorked(deals)
      else if (isCalendar(grouping)) group(key).addWorked(deals)
      else both(key, (counter) => counter.addWorked(deals))
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
  return { whole, groups, shown: (key) => spellings?.shown(key) ?? key, folded }
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

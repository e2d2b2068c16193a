import type { Pipeline } from '../../domain/pipeline.ts'
import { Rates } from '../../domain/rates.ts'
import { addDays, dayNumber, type IsoDate } from '../../domain/time/date.ts'
import {
  type BoundedPeriod,
  boundsOf,
  defaultPeriod,
  isBounded,
  lastYear,
  type Period,
  parsePeriod,
  periodOf,
  previousPeriod,
} from '../../domain/time/period.ts'
import type { Instant } from '../../domain/time/zone.ts'
import { UsageError, UserError } from '../../errors.ts'
import type { ReportHead } from '../../reports/head.ts'
import type { FactsQuery } from '../../store/facts/funnel-facts.ts'
import { GROUPS, type Grouping, groupingOf } from '../../store/facts/groups.ts'
import type { DealFilter } from '../../store/filters.ts'
import { findPipeline } from '../../store/naming/naming.ts'
import { isPast, lateEntries, lateRecords, lateTouches } from '../../store/past/horizon.ts'
import type { Horizon } from '../../store/past/states-at.ts'
import { readRates } from '../../store/rates.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { parseFilters } from '../filters.ts'
import { echoFilters, type FilterEcho } from '../filters-said.ts'
import { meant } from '../line/aliases.ts'
import { shellWord } from '../line/quoted.ts'
import { optional } from '../typed.ts'
import { parseCurrency } from '../workspace/settings.ts'

/** What every report is asked: of which deals, over which days, as of when, known when, in which currency. */
export interface ReportRequest {
  pipeline: Pipeline
  period: Period
  /** The last local day that counts. */
  asOf: IsoDate
  horizon: Horizon
  filter: DealFilter
  grouping: Grouping | undefined
  attribution: 'owner' | 'actor'
  currency: string
  rates: Rates
  /** The filters by name. */
  echo: FilterEcho
  head: ReportHead
}

/**
 * Reads what was typed. `--as-of` moves "today" for the period as well, so that a report of the past reads the same
 * tomorrow. With `--known-at` alone the report is as of that day too.
 */
export function parseReport(context: Context, store: Store, typed: Typed): ReportRequest {
  if (optional(typed, 'explain') !== undefined && optional(typed, 'compare') !== undefined)
    throw new UsageError((w) => w.reports.explainOne)
  const { zone, settings } = store
  const today = zone.dateOf(context.now(zone))
  const knownOn = dayTyped(typed, 'knownAt', today, settings.weekStart)
  const asOf = dayTyped(typed, 'asOf', today, settings.weekStart) ?? knownOn ?? today
  const period = periodTyped(typed, asOf, settings.weekStart)
  const knownAt = knownOn === undefined ? null : zone.endOfDay(knownOn)
  store.readAsKnown(knownAt !== null && isPast(store, knownAt) ? knownAt : null)
  const horizon = { t: zone.endOfDay(asOf) }
  const pipeline = reportPipeline(store, typed)
  const filter = parseFilters(context, store, typed, pipeline.id, asOf)
  const currency = currencyTyped(typed, settings.currency) ?? settings.currency
  const by = optional(typed, 'by')
  const grouping = by === undefined ? undefined : groupingNamed(store, by)
  if (by !== undefined && grouping === undefined)
    throw new UsageError((w) => {
      const isStage = meant('option', by, ['stage', 'stages']) !== undefined
      return w.reports[isStage ? 'byStage' : 'noGroup']({ text: by, known: GROUPS.join(', ') })
    })
  const attribution = attributionTyped(typed)
  if (attribution === 'actor' && grouping !== undefined && grouping.by !== 'manager')
    throw new UsageError((w) => w.reports.actorBy)
  const echo = echoFilters(filter, store)
  const request: ReportRequest = {
    pipeline,
    period,
    asOf,
    horizon,
    filter,
    grouping,
    attribution,
    currency,
    rates: new Rates(settings.currency, readRates(store)),
    echo,
    head: {
      period: { from: period.from, until: period.until, label: period.label },
      timezone: settings.timezone,
      asOf,
      knownAt: knownOn ?? null,
      filters: { ...echo },
      currency,
      lateEntries: lateEntries(store, horizon.t, knownAt),
    },
  }
  const isOfCompanies = grouping?.by === 'company' || filter.companies.length > 0
  return isOfCompanies ? countingRecords(store, request) : request
}

/** The same for a report that counts activities and tasks: it says how many of those came late. */
export function countingTouches(store: Store, request: ReportRequest): ReportRequest {
  const { head, horizon } = countingRecords(store, request)
  const lateActivities = lateTouches(store, horizon.t, knownAtOf(store, head))
  return { ...request, head: { ...head, lateActivities } }
}

/**
 * The same for a report that knows one customer from another: it says how many records of them have since been merged or
 * removed. One of the `lives` of contacts, also how many of those came late.
 */
export function countingRecords(store: Store, request: ReportRequest, lives = false): ReportRequest {
  const { head, horizon } = request
  return {
    ...request,
    head: { ...head, lateRecords: lateRecords(store, horizon.t, knownAtOf(store, head), lives) },
  }
}

function knownAtOf({ zone }: Store, { knownAt }: ReportHead): Instant | null {
  return knownAt === null ? null : zone.endOfDay(knownAt)
}

/** T as a moment, for what is counted in hours and full days: the present on T's own day, else the last of that day. */
export function momentOf({ asOf, horizon }: ReportRequest, context: Context, { zone }: Store): Instant {
  const now = context.now(zone)
  return asOf === zone.dateOf(now) ? now : horizon.t - 1
}

/**
 * The question to the store. Where moves count for who made them, the filter by manager is applied to those; an entry
 * counts in the pipeline where it was made, wherever its deal is now.
 */
export function factsQuery(
  store: Store,
  { pipeline, horizon, period, filter, grouping, attribution }: ReportRequest,
  what: FactsQuery['population'] | 'entries',
): FactsQuery {
  const { zone } = store
  return {
    pipeline,
    horizon,
    ...boundsOf(period, zone),
    filter: {
      ...filter,
      ...(attribution === 'actor' && { managers: [] }),
      ...(what === 'entries' && { pipeline: null }),
    },
    grouping,
    population: what === 'entries' ? 'created' : what,
  }
}

/** The request moved to another period, T shifted alike; an unfinished period is compared to the same day. */
export function shiftReport(request: ReportRequest, store: Store, text: string): ReportRequest {
  const other = otherPeriod(request, text, store.settings.weekStart)
  const { period } = request
  if (!isBounded(period)) throw new UsageError((w) => w.reports.compareAll)
  const sinceStart = dayNumber(request.asOf) - dayNumber(period.from)
  const finished = request.asOf >= addDays(period.until, -1)
  const until = finished ? other.until : earlier(other.until, addDays(other.from, sinceStart + 1))
  const asOf = finished
    ? addDays(other.until, dayNumber(request.asOf) - dayNumber(period.until))
    : addDays(other.from, sinceStart)
  const shifted = until === other.until ? other : periodOf(other.from, until)
  return {
    ...request,
    period: shifted,
    asOf,
    horizon: { t: store.zone.endOfDay(asOf) },
    head: {
      ...request.head,
      period: { from: shifted.from, until: shifted.until, label: shifted.label },
      asOf,
    },
  }
}

/** The whole other period, as of the day in it that T is in this one: what is planned or expected is of whole periods. */
export function shiftWhole(
  request: ReportRequest,
  store: Store,
  text: string,
): ReportRequest & { period: BoundedPeriod } {
  const moved = shiftReport(request, store, text)
  const other = otherPeriod(request, text, store.settings.weekStart)
  const { from, until, label } = other
  return { ...moved, period: other, head: { ...moved.head, period: { from, until, label } } }
}

function otherPeriod({ period, asOf }: ReportRequest, text: string, weekStart: number) {
  const meaning = meant('compared', text, ['previous', 'last-year'] as const)
  const named =
    meaning === 'previous'
      ? previousPeriod(period)
      : meaning === 'last-year'
        ? lastYear(period)
        : parsePeriod(text, { today: asOf, weekStart })
  if (named === undefined || !isBounded(named)) throw new UsageError((w) => w.reports.compareAll)
  return named
}

export function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b
}

function reportPipeline(store: Store, typed: Typed): Pipeline {
  const named = optional(typed, 'pipeline')
  const id = named === undefined ? store.settings.pipeline : findPipeline(store, named)
  const found = store.pipelines.find((pipeline) => pipeline.id === id) ?? store.pipelines[0]
  if (found === undefined) throw new UserError((w) => w.reports.noPipeline)
  return found
}

function periodTyped(typed: Typed, today: IsoDate, weekStart: number): Period {
  // Unquoted, "last year" comes as two words.
  const words = typed.args.join(' ')
  const text = optional(typed, 'period') ?? (words === '' ? undefined : words)
  return text === undefined ? defaultPeriod(today) : parsePeriod(text, { today, weekStart })
}

/** A day of `--as-of` or `--known-at`: a date, or a period of one day such as `yesterday`; the end of a longer one. */
function dayTyped(typed: Typed, option: string, today: IsoDate, weekStart: number): IsoDate | undefined {
  const text = optional(typed, option)
  if (text === undefined) return undefined
  const period = parsePeriod(text, { today, weekStart })
  return isBounded(period) ? addDays(period.until, -1) : today
}

/** What `--by` names: in English, a field of the user's own, or a word of another language for the first. */
function groupingNamed(store: Store, text: string): Grouping | undefined {
  const known = meant('group', text, GROUPS)
  return groupingOf(store, text) ?? (known === undefined ? undefined : groupingOf(store, known))
}

/** What `funnel --by` is told to take where a report does not: what was typed, if it is known there. */
export function otherGroup(store: Store, text: string): string {
  return shellWord(groupingNamed(store, text) === undefined ? 'product' : text)
}

function attributionTyped(typed: Typed): 'owner' | 'actor' {
  const text = optional(typed, 'attribution') ?? 'owner'
  const whose = meant('attribution', text, ['owner', 'actor'] as const)
  if (whose === undefined) throw new UsageError((w) => w.reports.badAttribution({ text }))
  return whose
}

function currencyTyped(typed: Typed, base: string): string | undefined {
  const text = optional(typed, 'currency')
  return text === undefined ? undefined : parseCurrency(text, base)
}

import { addDays, addUnits, firstOf, type IsoDate } from '../../domain/time/date.ts'
import {
  boundsOf,
  bucketOf,
  isBounded,
  type Period,
  parsePeriod,
  periodOf,
  splitPeriod,
} from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import { formatCount } from '../../render/numbers.ts'
import { retentionDocument } from '../../render/reports/retention.ts'
import {
  type RetentionFacts,
  type RetentionSpan,
  retentionJson,
  retentionReport,
  staysOf,
} from '../../reports/retention.ts'
import { type Wins, winsAt } from '../../store/facts/win-facts.ts'
import type { Store } from '../../store/store.ts'
import type { Answer, Run, Typed } from '../command.ts'
import { meant } from '../line/aliases.ts'
import { optional } from '../typed.ts'
import { cellNamed, dealsBehind } from './cell.ts'
import { countingRecords, earlier, parseReport, type ReportRequest, shiftReport } from './request.ts'
import { reportView } from './view.ts'

const UNITS = ['week', 'month', 'quarter', 'year'] as const
type RetentionUnit = (typeof UNITS)[number]
/** How many are looked back over unless a period is named: a year, two years of quarters, five years. */
const USUAL: Readonly<Record<RetentionUnit, number>> = { week: 12, month: 12, quarter: 8, year: 5 }
/** Each of them has all the later ones beside it. */
const MOST_ROWS = 2000
const COLUMNS = ['customers', 'new', 'again'] as const

/** Who of the customers of a period bought again in the next. */
export const retention: Run = (context, typed): Answer => {
  const store = context.open('read')
  return store.read(() => {
    const { by: byTyped, ...options } = typed.options
    const unit = unitTyped(typeof byTyped === 'string' ? byTyped : undefined)
    const of = ofTyped(optional(typed, 'of'))
    const request = requestOf(
      store,
      typed,
      unit,
      countingRecords(store, parseReport(context, store, { ...typed, options })),
    )
    const facts = factsOf(store, request, unit, of)
    const report = retentionReport(facts)
    const cell = optional(typed, 'explain')
    if (cell !== undefined) return explained(store, request, facts, cell)
    const compare = optional(typed, 'compare')
    const beside =
      compare === undefined
        ? null
        : retentionReport(factsOf(store, shiftReport(request, store, compare), unit, of))
    const latest = report.customers === 0 ? latestOf(store, facts) : null
    const view = reportView(context, 'retention', typed, request, { latest, outside: 0 })
    return {
      json: retentionJson(report, beside),
      document: (words) => retentionDocument({ report, beside }, view(words)),
    }
  })
}

function unitTyped(text: string | undefined): RetentionUnit {
  if (text === undefined) return 'month'
  const unit = meant('group', text, UNITS)
  if (unit === undefined) throw new UsageError((w) => w.retention.noUnit({ text }))
  return unit
}

function ofTyped(text: string | undefined): 'each' | 'first' {
  if (text === undefined) return 'each'
  const of = meant('whose', text, ['each', 'first'] as const)
  if (of === undefined) throw new UsageError((w) => w.retention.badOf({ text }))
  return of
}

/** Purchases of every pipeline, unless one is named; and so many units back, unless a period is. */
function requestOf(store: Store, typed: Typed, unit: RetentionUnit, plain: ReportRequest): ReportRequest {
  const filter =
    optional(typed, 'pipeline') === undefined ? { ...plain.filter, pipeline: null } : plain.filter
  if (optional(typed, 'period') !== undefined || typed.args.length > 0) return { ...plain, filter }
  const current = firstOf(unit, plain.asOf, store.settings.weekStart)
  const period = periodOf(addUnits(current, unit, 1 - USUAL[unit]), addUnits(current, unit, 1))
  return { ...plain, filter, period, head: { ...plain.head, period } }
}

function factsOf(
  store: Store,
  request: ReportRequest,
  unit: RetentionUnit,
  of: 'each' | 'first',
): RetentionFacts {
  const { period, asOf, head, horizon, filter } = request
  const { zone, settings } = store
  const wins = winsAt(store, horizon, filter)
  const first = period.from ?? firstDay(store, wins) ?? asOf
  const until = earlier(period.until ?? addDays(asOf, 1), addDays(asOf, 1))
  const spans = (whole: Period): RetentionSpan[] =>
    isBounded(whole)
      ? splitPeriod(whole, unit, settings.weekStart).map((part) => {
          const { from, until: end } = boundsOf(part, zone)
          return { label: part.label, from: from ?? 0, until: end ?? horizon.t }
        })
      : []
  const start = firstOf(unit, first, settings.weekStart)
  const end = addUnits(firstOf(unit, asOf, settings.weekStart), unit, 1)
  const rows = first < until ? spans(periodOf(first, until)) : []
  if (rows.length > MOST_ROWS) throw new UsageError((w) => w.retention.manyPeriods({ most: MOST_ROWS }))
  return {
    head,
    by: unit,
    of,
    customers: [...wins.byCustomer.values()],
    rows,
    units: start < end ? spans(periodOf(start, end)) : [],
    t: horizon.t,
    nobodys: wins.nobodys.filter((at) => at >= zone.startOfDay(first) && at < zone.startOfDay(until)).length,
  }
}

function firstDay({ zone }: Store, { byCustomer }: Wins): IsoDate | null {
  let first = Number.POSITIVE_INFINITY
  for (const wins of byCustomer.values()) for (const { at } of wins) first = Math.min(first, at)
  return Number.isFinite(first) ? zone.dateOf(first) : null
}

/** The year of the latest purchase, where that is none of the period's. */
function latestOf({ zone, settings }: Store, { customers, rows }: RetentionFacts): Period | null {
  let last = Number.NEGATIVE_INFINITY
  for (const purchases of customers) for (const { at } of purchases) last = Math.max(last, at)
  if (!Number.isFinite(last) || rows.some(({ from, until }) => last >= from && last < until)) return null
  const day = zone.dateOf(last)
  const { weekStart } = settings
  return parsePeriod(bucketOf(day, 'year', weekStart), { today: day, weekStart })
}

/** `LABEL:customers|new|again`: what they bought in that period, or those who came back in the next. */
function explained(store: Store, request: ReportRequest, facts: RetentionFacts, text: string): Answer {
  const rows = facts.rows.map(({ label }) => ({ name: label, kind: 'open' }))
  const cell = cellNamed(text, rows, COLUMNS, false)
  if (cell === undefined) {
    const known = rows.map(({ name }) => name).join(', ')
    throw new UsageError((w) => w.retention.badExplain({ text, rows: known }))
  }
  const { row, column = 'customers' } = cell
  const found = new Set<number>()
  for (const purchases of facts.customers)
    for (const stay of staysOf(purchases, facts)) {
      if (stay.row !== row || (column === 'new' && !stay.isNew)) continue
      for (const { id } of column === 'again' ? (stay.later.get(1) ?? []) : stay.purchases) found.add(id)
    }
  return dealsBehind(store, request, found, {
    title: (words) => words.retention.title({ by: words.groups.by[facts.by] ?? facts.by }),
    group: undefined,
    figure: (n, { retention: said, lang }) =>
      said.explained({ label: rows[row]?.name ?? '', column, n: formatCount(n, lang) }),
  })
}

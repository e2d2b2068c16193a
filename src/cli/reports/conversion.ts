import { addDays } from '../../domain/time/date.ts'
import { isBounded, type Period, parsePeriod, periodOf, splitPeriod } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import { conversionDocument } from '../../render/reports/conversion.ts'
import { type ConversionReport, conversionJson, conversionReport } from '../../reports/conversion.ts'
import { conversionChange, conversionCompareJson } from '../../reports/conversion-change.ts'
import type { FunnelReport } from '../../reports/funnel.ts'
import { type Grouping, groupingOf, TIME_UNITS } from '../../store/facts/groups.ts'
import type { Store } from '../../store/store.ts'
import type { Answer, Run, Typed } from '../command.ts'
import { funnelReport } from '../funnel/report.ts'
import { meant } from '../line/aliases.ts'
import { flag, optional } from '../typed.ts'
import { conversionExplained } from './conversion-explained.ts'
import { matured } from './maturity.ts'
import { earlier, otherGroup, parseReport, type ReportRequest, shiftReport } from './request.ts'
import { lookBeyond, reportView } from './view.ts'

type Unit = (typeof TIME_UNITS)[number]

/** Thirteen years of days: more come of a date with a slip in it. */
const MOST_POINTS = 5000

/** A request whose groups are the points. */
export type PointsRequest = ReportRequest & { grouping: Grouping }

export const conversion: Run = (context, typed): Answer => {
  const store = context.open('read')
  return store.read(() => {
    const { unit, grouping } = unitTyped(store, typed)
    const request = { ...parseReport(context, store, typed), grouping }
    const other = optional(typed, 'compare')
    const isMature = flag(typed, 'mature')
    if (isMature && other !== undefined) throw new UsageError((w) => w.conversion.matureAlone)
    const report = countPoints(store, request, unit, isMature)
    const cell = optional(typed, 'explain')
    if (cell !== undefined) return conversionExplained(store, request, report, cell)
    const shifted = other === undefined ? null : { ...shiftReport(request, store, other), grouping }
    const beside = shifted === null ? null : countPoints(store, shifted, unit, false)
    const beyond = lookBeyond(store, request, typed, report.total.created, 'created')
    const view = reportView(context, 'conversion', typed, { ...request, grouping: undefined }, beyond)
    const change = beside === null ? null : conversionChange(report, beside)
    const compare = beside === null || change === null ? null : conversionCompareJson(beside, change)
    return {
      json: conversionJson(report, compare),
      document: (words) => conversionDocument({ report, beside, change }, view(words)),
      messages: beyond.messages,
    }
  })
}

function unitTyped(store: Store, typed: Typed): { unit: Unit; grouping: Grouping } {
  const text = optional(typed, 'by') ?? 'month'
  const unit = meant('group', text, TIME_UNITS)
  const grouping = unit === undefined ? undefined : groupingOf(store, unit)
  if (unit === undefined || grouping === undefined)
    throw new UsageError((w) => w.conversion.noUnit({ text, other: otherGroup(store, text) }))
  return { unit, grouping }
}

function countPoints(store: Store, request: PointsRequest, unit: Unit, isMature: boolean): ConversionReport {
  const funnel = funnelReport(store, request, 'cohort', { untimed: true })
  const { weekStart } = store.settings
  const period = spanned(request, funnel, weekStart)
  const parts = period === null ? [] : splitPeriod(period, unit, weekStart)
  if (parts.length > MOST_POINTS) throw new UsageError((w) => w.conversion.manyPeriods({ most: MOST_POINTS }))
  const labels = parts.map(({ label }) => label)
  const maturity = isMature ? matured(store, request, parts, unit) : null
  return conversionReport(funnel, unit, labels, maturity)
}

/** The days that have points: those of the period that have begun at T; of all time, those that have deals. */
function spanned(
  { period, asOf }: ReportRequest,
  { groups }: FunnelReport,
  weekStart: number,
): Period | null {
  const after = addDays(asOf, 1)
  if (isBounded(period)) {
    const until = earlier(period.until, after)
    return period.from < until ? periodOf(period.from, until) : null
  }
  const of = (label: string | null | undefined) =>
    typeof label === 'string' ? parsePeriod(label, { today: asOf, weekStart }) : undefined
  const [first, last] = [of(groups?.[0]?.key), of(groups?.at(-1)?.key)]
  return first?.from && last?.until ? periodOf(first.from, last.until) : null
}

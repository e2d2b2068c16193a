import { addDays } from '../domain/date.ts'
import { isBounded, type Period, parsePeriod, periodOf, splitPeriod } from '../domain/period.ts'
import { UsageError } from '../errors.ts'
import { conversionDocument } from '../render/reports/conversion.ts'
import { conversionJson, conversionReport } from '../reports/conversion.ts'
import type { FunnelReport } from '../reports/funnel.ts'
import { groupingOf, TIME_UNITS } from '../store/groups.ts'
import { meant } from './aliases.ts'
import type { Answer, Run } from './command.ts'
import { funnelReport } from './funnel-report.ts'
import { matured } from './maturity.ts'
import { earlier, parseReport, type ReportRequest } from './report-request.ts'
import { lookBeyond, reportView } from './report-view.ts'
import { optional } from './typed.ts'

export const conversion: Run = (context, typed): Answer => {
  const store = context.open('read')
  return store.read(() => {
    const text = optional(typed, 'by') ?? 'month'
    const unit = meant('group', text, TIME_UNITS)
    if (unit === undefined) throw new UsageError((w) => w.conversion.noUnit({ text }))
    const request = { ...parseReport(context, store, typed), grouping: groupingOf(store, unit) }
    const funnel = funnelReport(store, request, 'cohort', undefined, undefined, true)
    const { weekStart } = store.settings
    const period = spanned(request, funnel, weekStart)
    const parts = period === null ? [] : splitPeriod(period, unit, weekStart)
    const labels = parts.map(({ label }) => label)
    const maturity = typed.options['mature'] === true ? matured(store, request, parts, unit) : null
    const report = conversionReport(funnel, unit, labels, maturity)
    const beyond = lookBeyond(store, request, typed, report.total.created, 'created')
    const view = reportView(context, 'conversion', typed, { ...request, grouping: undefined }, beyond)
    return {
      json: conversionJson(report),
      document: (words) => conversionDocument(report, view(words)),
      messages: beyond.messages,
    }
  })
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

import { STEPS, type Step, windowOf } from '../../domain/forecast/periods.ts'
import { addDays, addUnits, firstOf, type Unit } from '../../domain/time/date.ts'
import { type BoundedPeriod, periodOf } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import { backtestDocument } from '../../render/reports/backtest.ts'
import { forecastDocument } from '../../render/reports/forecast.ts'
import { backtestJson, backtestReport } from '../../reports/backtest.ts'
import {
  type ForecastReport,
  forecastCompareJson,
  forecastJson,
  forecastReport,
} from '../../reports/forecast.ts'
import { groupingOf } from '../../store/facts/groups.ts'
import type { Store } from '../../store/store.ts'
import type { Answer, Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { type ReportRequest, shiftWhole } from '../reports/request.ts'
import { NOTHING_BEYOND, reportView } from '../reports/view.ts'
import { optional } from '../typed.ts'
import { explainForecast } from './explain.ts'
import { seedOf } from './outlook.ts'
import { revenuePlans } from './plans.ts'
import { type ForecastRequest, forecastRequest, periodsOf } from './request.ts'
import { forecastSource } from './source.ts'

export const forecastRun: Run = (context, typed): Answer => {
  const store = context.open('read')
  return store.read(() => {
    if (typed.options['backtest'] === true) return backtest(context, store, typed)
    const asked = forecastRequest(context, store, typed, 'this-month')
    const cell = optional(typed, 'explain')
    if (cell !== undefined) return explainForecast(store, asked, cell)
    const report = made(store, asked)
    const other = optional(typed, 'compare')
    const beside = other === undefined ? null : made(store, shifted(asked, store, other))
    const { grouping, request } = asked
    const view = reportView(context, 'forecast', typed, { ...request, grouping }, NOTHING_BEYOND)
    return {
      json: { ...forecastJson(report), ...forecastCompareJson(beside) },
      document: (words) => forecastDocument(report, beside, view(words), grouping?.by ?? null),
    }
  })
}

function made(store: Store, { request, step, grouping, seed }: ForecastRequest): ForecastReport {
  const { head, pipeline, period, filter } = request
  const periods = periodsOf(store, { request, step })
  // Always of everybody, by somebody, so that a figure is the same to the last digit whoever is asked for with it.
  const managers = groupingOf(store, 'manager')
  const parts = grouping ?? managers
  const isOfManagers = parts?.by === 'manager'
  const everyone = isOfManagers ? { ...request, filter: { ...filter, managers: [] } } : request
  const source = forecastSource(store, everyone, 'revenue', parts, [])
  const asked = new Set(filter.managers.map((id) => (id === null ? null : (parts?.label(id) ?? null))))
  return forecastReport(source, {
    ...{ head, pipeline: pipeline.name, whole: period, periods, by: step, seed },
    isGrouped: grouping !== undefined,
    isOf: (key) => !isOfManagers || asked.size === 0 || asked.has(key),
    planOf: revenuePlans(store, request, grouping),
  })
}

/** The whole other period, as of the day in it that T is in this one. */
function shifted(asked: ForecastRequest, store: Store, text: string): ForecastRequest {
  const { request } = asked
  const moved = shiftWhole(request, store, text)
  return { ...asked, request: moved, seed: seedOf(moved) }
}

/** How many periods are looked back at where none are named. */
const LOOKED_BACK: Readonly<Record<Step, number>> = {
  week: 12,
  '4-weeks': 12,
  month: 12,
  quarter: 8,
  year: 3,
}

function backtest(context: Context, store: Store, typed: Typed): Answer {
  const asked = forecastRequest(context, store, typed, 'today')
  const { request, step, grouping, seed } = asked
  if (grouping !== undefined) throw new UsageError((w) => w.forecast.backtestBy({ known: STEPS.join(', ') }))
  const isTyped = typed.options['period'] !== undefined || typed.args.length > 0
  const period = isTyped ? request.period : lookedBack(request, step, store.settings.weekStart)
  const over = addDays(request.asOf, 1)
  const periods = periodsOf(store, { request: { ...request, period }, step }).filter(
    ({ from, until }) => until <= over && isWhole(from, until, step, store.settings.weekStart),
  )
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) throw new UsageError((w) => w.forecast.noPast)
  const { from, until, label } = periodOf(first.from, last.until)
  const head = { ...request.head, period: { from, until, label } }
  const source = forecastSource(store, request, 'revenue', undefined, periods.map(windowOf))
  const report = backtestReport(head, request.pipeline, source, { periods, by: step, seed })
  const view = reportView(context, 'forecast', typed, request, NOTHING_BEYOND)
  return { json: backtestJson(report), document: (words) => backtestDocument(report, view(words)) }
}

/** The last whole periods before the one that T lies in. */
function lookedBack({ asOf }: ReportRequest, step: Step, weekStart: number): BoundedPeriod {
  const unit: Unit = step === '4-weeks' ? 'week' : step
  const until = firstOf(unit, addDays(asOf, 1), weekStart)
  const count = LOOKED_BACK[step] * (step === '4-weeks' ? 4 : 1)
  return periodOf(addUnits(until, unit, -count), until)
}

function isWhole(from: string, until: string, step: Step, weekStart: number): boolean {
  if (step === '4-weeks') return addDays(from, 28) === until
  return firstOf(step, from, weekStart) === from && addUnits(from, step, 1) === until
}

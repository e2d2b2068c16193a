import {
  FURTHEST_MONTHS,
  isTooFar,
  MOST_PERIODS,
  STEPS,
  type Step,
  stepsOf,
} from '../../domain/forecast/periods.ts'
import { type BoundedPeriod, isBounded } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import { GROUPS, type Grouping, groupingOf } from '../../store/facts/groups.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { meant } from '../line/aliases.ts'
import { parseReport, type ReportRequest } from '../reports/request.ts'
import { optional } from '../typed.ts'
import { seedOf } from './outlook.ts'

/** What a forecast is asked. */
export interface ForecastRequest {
  request: ReportRequest & { period: BoundedPeriod }
  step: Step
  grouping: Grouping | undefined
  seed: number
}

/** The periods that are forecast each by itself. Throws UsageError for too many of them, or too far ahead. */
export function periodsOf(
  store: Store,
  { request, step }: Pick<ForecastRequest, 'request' | 'step'>,
): BoundedPeriod[] {
  const { period, asOf } = request
  if (isTooFar(period, asOf))
    throw new UsageError((w) => w.forecast.tooFar({ months: w.forecast.months(FURTHEST_MONTHS) }))
  const periods = stepsOf(period, step, store.settings.weekStart)
  if (periods.length > MOST_PERIODS)
    throw new UsageError((w) => w.forecast.manyPeriods({ most: MOST_PERIODS }))
  return periods
}

/** Without a period typed, `usual` is meant. */
export function forecastRequest(
  context: Context,
  store: Store,
  typed: Typed,
  usual: string,
): ForecastRequest {
  const { by: text = 'month', ...options } = typed.options
  const isTyped = options['period'] !== undefined || typed.args.length > 0
  const given = isTyped ? options : { ...options, period: usual }
  const by = String(text)
  const step = meant('step', by, STEPS) ?? meant('group', by, STEPS)
  const known = meant('group', by, GROUPS)
  const grouping =
    step !== undefined
      ? undefined
      : (groupingOf(store, by) ?? (known === undefined ? undefined : groupingOf(store, known)))
  if (step === undefined && (grouping === undefined || grouping.overlap || grouping.time))
    throw new UsageError((w) => w.forecast.noStep({ text: by, known: STEPS.join(', ') }))
  const request = parseReport(context, store, { ...typed, options: given })
  const { period } = request
  if (!isBounded(period)) throw new UsageError((w) => w.forecast.unbounded)
  return {
    request: { ...request, period, grouping },
    step: step ?? 'month',
    grouping,
    seed: seedTyped(typed) ?? seedOf(request),
  }
}

function seedTyped(typed: Typed): number | undefined {
  const text = optional(typed, 'seed')
  if (text === undefined) return undefined
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (!(seed < 2 ** 32)) throw new UsageError((w) => w.forecast.badSeed({ text }))
  return seed
}

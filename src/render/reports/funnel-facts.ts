import { majorOf } from '../../domain/money.ts'
import { round4 } from '../../domain/statistics.ts'
import type { FunnelBody, FunnelReport, FunnelStage, FunnelTotals } from '../../reports/funnel.ts'
import type { Row, Table, Value } from '../document.ts'

/**
 * The funnel as flat facts, one row per period, group and stage, in the figures of the JSON; the totals of the group
 * are repeated on each of its rows. `group` is empty for the whole.
 */
export function funnelFacts(report: FunnelReport): Table {
  const { head } = report
  const rows = (period: string, asOf: string, group: string | null, body: FunnelBody): Row[] =>
    body.stages.map((row) => ({
      cells: [
        period,
        asOf,
        group,
        ...STAGE.map((key) => figure(row[key], key, head.currency)),
        ...TOTALS.map((key) => figure(body.totals[key], key, head.currency)),
      ],
    }))
  const keys = [...['period', 'asOf', 'group'], ...STAGE, ...TOTALS.map((key) => TOTAL_NAMES[key] ?? key)]
  const { compare } = report
  return {
    columns: keys.map((key) => ({ key, title: key, kind: 'text' })),
    rows: [
      ...rows(head.period.label, head.asOf, null, report),
      ...(report.groups ?? []).flatMap((group) =>
        rows(head.period.label, head.asOf, group.key ?? '(none)', group),
      ),
      ...(compare === null ? [] : rows(compare.period.label, compare.asOf, null, compare.body)),
    ],
  }
}

const STAGE = [
  'stage',
  'kind',
  'entered',
  'lostHere',
  'openHere',
  'lossStageUnknown',
  'toNext',
  'toNextLow',
  'toNextHigh',
  'ofFirst',
  'ofAll',
  'amount',
  'medianDays',
] as const satisfies readonly (keyof FunnelStage)[]

const TOTALS = [
  'deals',
  'won',
  'lost',
  'open',
  'amount',
  'wonAmount',
  'winRate',
  'winRateLow',
  'winRateHigh',
  'conversion',
  'conversionLow',
  'conversionHigh',
  'openShare',
  'syntheticShare',
  'presumedDatesShare',
  'lossStageUnknown',
] as const satisfies readonly (keyof FunnelTotals)[]

/** Names of totals that a row of a stage has a figure of, too. */
const TOTAL_NAMES: Readonly<Record<string, string>> = {
  amount: 'totalAmount',
  lossStageUnknown: 'totalLossStageUnknown',
}

function figure(value: string | number | null, key: string, currency: string): Value {
  if (typeof value !== 'number') return value
  return key === 'amount' || key === 'wonAmount' ? majorOf(value, currency) : round4(value)
}

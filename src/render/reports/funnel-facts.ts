import { majorOf } from '../../domain/money.ts'
import { NONE } from '../../domain/none.ts'
import { round4 } from '../../domain/statistics/statistics.ts'
import type { AgainstRow } from '../../reports/against.ts'
import type { FunnelBody, FunnelReport, FunnelStage, FunnelTotals } from '../../reports/funnel.ts'
import type { Row, Table, Value } from '../document.ts'

/**
 * The funnel as flat facts, one row per period, group and stage, in the figures of the JSON; the totals of the group
 * are repeated on each of its rows. `group` is empty for the whole.
 */
export function funnelFacts(report: FunnelReport): Table {
  const { head, against } = report
  /** Of the whole alone. */
  const heldFigure = (isWhole: boolean, k: number, key: (typeof HELD)[number]): Value => {
    const value = isWhole ? (against?.rows[k]?.[key] ?? null) : null
    if (typeof value === 'boolean') return String(value)
    return key === 'differenceAmount' && value !== null
      ? majorOf(Math.round(value), head.currency)
      : round4(value)
  }
  const rows = (period: string, asOf: string, group: string | null, body: FunnelBody): Row[] =>
    body.stages.map((row, k) => ({
      cells: [
        period,
        asOf,
        group,
        ...STAGE.map((key) => figure(row[key], key, head.currency)),
        ...TOTALS.map((key) => figure(body.totals[key], key, head.currency)),
        ...(against === undefined ? [] : HELD.map((key) => heldFigure(body === report, k, key))),
      ],
    }))
  const keys = [
    ...['period', 'asOf', 'group'],
    ...STAGE,
    ...TOTALS.map((key) => TOTAL_NAMES[key] ?? key),
    ...(against === undefined ? [] : HELD),
  ]
  const { compare } = report
  return {
    columns: keys.map((key) => ({ key, title: key, kind: 'text' })),
    rows: [
      ...rows(head.period.label, head.asOf, null, report),
      ...(report.groups ?? []).flatMap((group) =>
        rows(head.period.label, head.asOf, group.key ?? NONE, group),
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

const HELD = [
  'reference',
  'referenceN',
  'difference',
  'distinguishable',
  'differenceDeals',
  'differenceWon',
  'differenceAmount',
] as const satisfies readonly (keyof AgainstRow)[]

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

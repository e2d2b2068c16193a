import type { Eventual } from '../domain/statistics/maturing.ts'
import { round4 } from '../domain/statistics/statistics.ts'
import type { FunnelBody, FunnelReport } from './funnel.ts'
import type { ReportHead } from './head.ts'
import { type Maturity, matureJson } from './maturity.ts'

export interface ConversionStep {
  from: string
  to: string
  rate: number | null
  low: number | null
  high: number | null
  n: number
  /** The share holds wherever the deals were lost whose stage of loss is not known. */
  sound: boolean
}

/** The deals created in one part of the period, and how many of them are won at T. Shares as fractions. */
export interface ConversionPoint {
  label: string
  created: number
  won: number
  open: number
  /** So many are open that the share may yet rise by a tenth of all, or out of its interval. */
  young: boolean
  conversion: number | null
  low: number | null
  high: number | null
  steps: ConversionStep[]
  /** What the share will come to; null where nobody can tell, or nobody asked. */
  eventual: Eventual | null
}

export interface ConversionReport {
  head: ReportHead
  pipeline: string
  by: string
  points: ConversionPoint[]
  /** The whole period as one point. */
  total: ConversionPoint
  /** Where it was asked what the shares will come to: from what that is known. */
  mature: Maturity['basis'] | null
  presumedDatesShare: number | null
  lost: number
  lossStageUnknown: number | null
  open: number | null
  openStageUnknown: number | null
}

/** A funnel counted by the moment of creation, as a line of points; `labels` names them all, empty ones too. */
export function conversionReport(
  funnel: FunnelReport,
  by: string,
  labels: readonly string[],
  maturity: Maturity | null,
): ConversionReport {
  const bodies = new Map((funnel.groups ?? []).map((group) => [group.key, group]))
  return {
    head: funnel.head,
    pipeline: funnel.pipeline,
    by,
    points: labels.map((label, i) => pointOf(label, bodies.get(label), funnel, maturity?.points[i] ?? null)),
    total: pointOf(funnel.head.period.label, funnel, funnel, maturity?.total ?? null),
    mature: maturity?.basis ?? null,
    lost: funnel.totals.lost,
    lossStageUnknown: funnel.totals.lossStageUnknown,
    open: funnel.totals.open,
    openStageUnknown: funnel.totals.openStageUnknown,
    presumedDatesShare: funnel.totals.presumedDatesShare,
  }
}

function pointOf(
  label: string,
  body: FunnelBody | undefined,
  { stages: all }: FunnelBody,
  eventual: Eventual | null,
): ConversionPoint {
  const { deals = 0, won = 0, open = 0, conversionHigh = null } = body?.totals ?? {}
  return {
    label,
    created: deals,
    won,
    open: open ?? 0,
    young:
      conversionHigh !== null && ((open ?? 0) * 10 >= deals || (won + (open ?? 0)) / deals > conversionHigh),
    conversion: body?.totals.conversion ?? null,
    low: body?.totals.conversionLow ?? null,
    high: conversionHigh,
    steps: all.slice(0, -1).map(({ stage }, k) => {
      const row = body?.stages[k]
      return {
        from: stage,
        to: all[k + 1]?.stage ?? '',
        rate: row?.toNext ?? null,
        low: row?.toNextLow ?? null,
        high: row?.toNextHigh ?? null,
        n: row?.entered ?? 0,
        sound: row?.sound ?? true,
      }
    }),
    eventual,
  }
}

/** The line of points as scripts read it: `voronka.conversion/1`; `compare` is of another period. */
export function conversionJson(
  { head, pipeline, by, points, total, mature }: ConversionReport,
  compare: object | null,
) {
  const json = (point: ConversionPoint) => pointJson(point, mature !== null)
  return {
    schema: 'voronka.conversion/1',
    pipeline,
    ...head,
    by,
    ...(mature !== null && { mature: matureJson(mature) }),
    points: points.map(json),
    total: json(total),
    ...(compare !== null && { compare }),
  }
}

/** A point as scripts read it. */
export function pointJson({ young: _, eventual, ...point }: ConversionPoint, isMature: boolean) {
  return {
    ...point,
    conversion: round4(point.conversion),
    low: round4(point.low),
    high: round4(point.high),
    ...(isMature && {
      eventual: round4(eventual?.share ?? null),
      eventualLow: round4(eventual?.low ?? null),
      eventualHigh: round4(eventual?.high ?? null),
      leftOpen: round4(eventual?.left ?? null),
    }),
    steps: point.steps.map(({ sound: _, ...step }) => ({
      ...step,
      rate: round4(step.rate),
      low: round4(step.low),
      high: round4(step.high),
    })),
  }
}

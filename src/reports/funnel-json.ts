import { majorOf } from '../domain/money.ts'
import { NONE } from '../domain/none.ts'
import { round4 } from '../domain/statistics/statistics.ts'
import { type Against, againstJson, heldJson } from './against.ts'
import type { FunnelBody, FunnelReport } from './funnel.ts'

/** The funnel as scripts read it: `voronka.funnel/1`. Money in major units, rates as fractions with four decimals. */
export function funnelJson(report: FunnelReport) {
  const { head } = report
  const body = (part: FunnelBody) => bodyJson(part, head.currency)
  return {
    schema: 'voronka.funnel/1',
    mode: report.mode,
    pipeline: report.pipeline,
    ...head,
    attribution: report.attribution,
    ...withReference(body(report), report.against, head.currency),
    ...(report.against === undefined ? {} : { against: againstJson(report.against, head.currency) }),
    overlap: report.overlap,
    ...(report.retired.length === 0 ? {} : { retired: report.retired }),
    ...(report.groups === null
      ? {}
      : {
          by: report.by,
          groups: report.groups.map((group) => ({ key: group.key ?? NONE, ...body(group) })),
        }),
    ...(report.compare === null
      ? {}
      : {
          compare: { period: report.compare.period, asOf: report.compare.asOf, ...body(report.compare.body) },
        }),
  }
}

type Body = ReturnType<typeof bodyJson>

/** The stages with what the reference says of each. */
function withReference({ stages, totals }: Body, against: Against | undefined, currency: string) {
  if (against === undefined) return { stages, totals }
  const held = against.rows.map((row) => heldJson(row, currency))
  return {
    stages: stages.map((stage, k) => ({ ...stage, ...(stage.kind === 'won' ? {} : held[k]) })),
    totals,
  }
}

function bodyJson({ stages, totals }: FunnelBody, currency: string) {
  const money = (minor: number) => majorOf(minor, currency)
  return {
    stages: stages.map((row) => ({
      stage: row.stage,
      kind: row.kind,
      entered: row.entered,
      lostHere: row.lostHere,
      openHere: row.openHere,
      ...(row.kind === 'won' ? {} : { lossStageUnknown: row.lossStageUnknown }),
      ...(row.kind === 'won'
        ? {}
        : {
            toNext: round4(row.toNext),
            toNextLow: round4(row.toNextLow),
            toNextHigh: round4(row.toNextHigh),
          }),
      ofFirst: round4(row.ofFirst),
      ofAll: round4(row.ofAll),
      amount: money(row.amount),
      medianDays: round4(row.medianDays),
    })),
    totals: {
      deals: totals.deals,
      won: totals.won,
      lost: totals.lost,
      open: totals.open,
      amount: money(totals.amount),
      wonAmount: money(totals.wonAmount),
      winRate: round4(totals.winRate),
      winRateLow: round4(totals.winRateLow),
      winRateHigh: round4(totals.winRateHigh),
      conversion: round4(totals.conversion),
      conversionLow: round4(totals.conversionLow),
      conversionHigh: round4(totals.conversionHigh),
      openShare: round4(totals.openShare),
      syntheticShare: round4(totals.syntheticShare),
      presumedDatesShare: round4(totals.presumedDatesShare),
      lossStageUnknown: totals.lossStageUnknown,
    },
  }
}

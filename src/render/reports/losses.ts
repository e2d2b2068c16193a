import { lookUp } from '../../domain/look-up.ts'
import { majorOf } from '../../domain/money.ts'
import { periodTitle } from '../../domain/time/period.ts'
import type { Compared } from '../../reports/head.ts'
import type { LossesReport, LossGroup, LossPart } from '../../reports/losses.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Document, Line, TableBlock, Value } from '../document.ts'
import { formatCount, formatMoney } from '../numbers.ts'
import {
  FEW,
  headLines,
  nothingBlocks,
  outsideBlocks,
  type ReportView,
  rangeCell,
  shareCell,
  shareSaid,
  withCommand,
} from './head.ts'
import { lossesBeside, lossesFacts } from './losses-facts.ts'
import { groupColumn, groupName, type Part, type Parts, tableOf, totalOf } from './parts.ts'

/** Why deals were lost and where; with `--by`, in which group. */
export function lossesDocument({ report, beside }: Compared<LossesReport>, view: ReportView): Document {
  const { words } = view
  const { losses: said, groups } = words
  const { head, by, pipeline, total } = report
  const title =
    by === null
      ? said.title({ pipeline })
      : said.titleBy({ pipeline, by: lookUp(groups.by, by) ?? groups.field(by) })
  const heading = headLines([title, periodTitle(head.period, words)], head, view, [
    said.lost({ n: formatCount(total.deals, words.lang) }),
  ])
  return { heading, blocks: blocksOf(report, beside, view), data: lossesFacts({ report, beside }) }
}

function blocksOf(report: LossesReport, beside: LossesReport | null, view: ReportView): Block[] {
  const { words } = view
  const { total, groups } = report
  const compared = beside === null ? [] : lossesBeside(report, beside, words)
  if (total.deals === 0) {
    if ((total.closed ?? 0) > 0)
      return [
        { type: 'lines', lines: [words.losses.none({ period: periodTitle(report.head.period, words) })] },
        ...compared,
      ]
    return [...nothingBlocks(report.head, view), ...compared]
  }
  return [
    ...(groups === null
      ? [reasonTable(report, view), stageTable(report, view)]
      : [groupTable(report, groups, view), reasonTable(report, view), stageTable(report, view)]),
    { type: 'lines', lines: notesOf(report, view) },
    ...compared,
    ...outsideBlocks(view),
  ]
}

/** How many, of all losses, worth how much. */
function figures({ total, head }: LossesReport, most: number, { words, chart }: ReportView): Parts<LossPart> {
  const { losses: said, funnel } = words
  return [
    { column: { key: 'deals', title: said.deals, kind: 'count' }, cell: ({ deals }) => deals },
    chart && {
      column: { key: 'bar', title: '', kind: 'bar', gap: 1, width: 8 },
      cell: (part) => (part === total ? null : part.deals / most),
    },
    {
      column: { key: 'share', title: said.share, kind: 'rate' },
      cell: ({ deals, share }) => shareCell(deals, total.deals, share, words),
    },
    {
      column: { key: 'share', title: funnel.range, kind: 'interval' },
      cell: (part) => (part === total ? null : rangeCell(part.low, part.high, total.deals)),
    },
    {
      column: { key: 'amount', title: '', kind: 'money', scale: 'auto', currency: head.currency },
      cell: ({ amount }) => majorOf(amount, head.currency),
    },
  ]
}

function mostDeals(parts: readonly LossPart[]): number {
  return parts.reduce((top, { deals }) => Math.max(top, deals), 1)
}

function mostlyCell({ mostly }: LossPart, { losses: said, lang }: Words): Value {
  return mostly === null ? null : said.mostly({ key: mostly.key, n: formatCount(mostly.deals, lang) })
}

function reasonTable(report: LossesReport, view: ReportView): TableBlock {
  const { reasons, total } = report
  const { losses: said, funnel } = view.words
  const parts: Parts<LossPart> = [
    {
      column: { key: 'reason', title: said.reasonHead, kind: 'text', shrink: true, min: 16 },
      cell: (part) => (part === total ? funnel.total : (part.key ?? said.noReasonRow)),
    },
    ...figures(report, mostDeals(reasons), view),
    {
      column: { key: 'mostly', title: said.mostlyStage, kind: 'text', shrink: true, min: 12 },
      cell: (part) => (part === total ? null : mostlyCell(part, view.words)),
    },
  ]
  return { ...tableOf(parts, reasons, totalOf(reasons, total)), brief: MOST_IN_BRIEF }
}

/** Reasons that are named beside other reports. */
const MOST_IN_BRIEF = 5

function stageTable(report: LossesReport, view: ReportView): TableBlock {
  const { stages, total } = report
  const { losses: said, funnel } = view.words
  const parts: Parts<LossPart> = [
    {
      column: { key: 'stage', title: said.stageHead, kind: 'text', shrink: true, min: 12 },
      cell: (part) => (part === total ? funnel.total : (part.key ?? said.noStageRow)),
    },
    ...figures(report, mostDeals(stages), view),
    {
      column: { key: 'mostly', title: said.mostlyReason, kind: 'text', shrink: true, min: 16 },
      cell: (part) => (part === total ? null : mostlyCell(part, view.words)),
    },
  ]
  return tableOf(parts, stages, totalOf(stages, total))
}

function groupTable(
  { by, head, total }: LossesReport,
  groups: readonly LossGroup[],
  { words }: ReportView,
): TableBlock {
  const { losses: said, funnel } = words
  const of = by ?? ''
  const rated: Part<LossGroup>[] =
    total.closed === null
      ? [
          {
            column: { key: 'share', title: funnel.range, kind: 'interval' },
            cell: (group) => (group === total ? null : rangeCell(group.low, group.high, total.deals)),
          },
        ]
      : [
          {
            column: { key: 'lossRate', title: said.ofClosed, kind: 'rate' },
            cell: ({ deals, closed, lossRate }) => shareCell(deals, closed ?? 0, lossRate, words),
          },
          {
            column: { key: 'lossRate', title: funnel.range, kind: 'interval' },
            cell: ({ lossRateLow, lossRateHigh, closed }) =>
              rangeCell(lossRateLow, lossRateHigh, closed ?? 0),
          },
        ]
  const parts: Parts<LossGroup> = [
    {
      column: groupColumn(of, words),
      cell: (group) => (group === total ? funnel.total : groupName(group.key, of, words)),
    },
    { column: { key: 'deals', title: said.deals, kind: 'count' }, cell: ({ deals }) => deals },
    {
      column: { key: 'share', title: said.share, kind: 'rate' },
      cell: ({ deals, share }) => shareCell(deals, total.deals, share, words),
    },
    ...rated,
    {
      column: { key: 'amount', title: '', kind: 'money', scale: 'auto', currency: head.currency },
      cell: ({ amount }) => majorOf(amount, head.currency),
    },
    {
      column: { key: 'mostly', title: said.mostlyReason, kind: 'text', shrink: true, min: 14 },
      cell: (group) => mostlyCell(group, words),
    },
  ]
  return tableOf(parts, groups, totalOf(groups, total))
}

function notesOf(report: LossesReport, { words, again }: ReportView): Line[] {
  const { losses: said, funnel, lang } = words
  const { total, reasons, stages, groups, overlap, head } = report
  const { deals, closed, lossRate, lossRateLow, lossRateHigh } = total
  const count = (n: number) => formatCount(n, lang)
  const worth = said.worth({
    amount: formatMoney(majorOf(total.amount, head.currency), head.currency, lang, 0),
  })
  const unknown = (parts: readonly LossPart[]) => parts.find(({ key }) => key === null)?.deals ?? 0
  const [noReason, noStage] = [unknown(reasons), unknown(stages)]
  const [first] = reasons
  return [
    ...(overlap ? [funnel.overlap] : []),
    ...(closed === null
      ? [worth]
      : [
          `${said.rate({ share: shareSaid(deals, closed, lossRate, lossRateLow, lossRateHigh, words) })} ${worth}`,
        ]),
    ...(groups !== null && closed !== null ? [said.groupNote] : []),
    ...(noReason > 0 ? [said.noReasons({ n: count(noReason), of: count(deals) })] : []),
    ...(noStage > 0 ? [said.noStages({ n: count(noStage), of: count(deals) })] : []),
    ...(deals < FEW ? [funnel.few] : []),
    ...(first?.key == null ? [] : withCommand(said.which, again({ explain: first.key }))),
  ]
}

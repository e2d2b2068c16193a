import { lookUp } from '../../domain/look-up.ts'
import { majorOf, majorOfMean } from '../../domain/money.ts'
import { addDays, dayNumber } from '../../domain/time/date.ts'
import { periodTitle } from '../../domain/time/period.ts'
import type {
  DurationsBody,
  DurationsReport,
  DurationsSpan,
  DurationsStage,
} from '../../reports/durations.ts'
import type { Compared } from '../../reports/head.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell, Document, Line, TableBlock } from '../document.ts'
import { formatCount, formatDays, formatEstimate } from '../numbers.ts'
import { besideBlocks } from './beside.ts'
import { durationsFacts, durationsRows } from './durations-facts.ts'
import {
  FEW,
  headLines,
  nothingBlocks,
  outsideBlocks,
  presumedSaid,
  type ReportView,
  shareSaid,
  withCommand,
} from './head.ts'
import { groupColumn, groupName, type Part, type Parts, tableOf, toldParts, totalOf } from './parts.ts'

/** How long deals stay in each stage and take to their end: by stage, or with `--by` by group. */
export function durationsDocument({ report, beside }: Compared<DurationsReport>, view: ReportView): Document {
  const { words } = view
  const { durations: said, groups } = words
  const { head, by, pipeline } = report
  const title =
    by === null
      ? said.title({ pipeline })
      : said.titleBy({ pipeline, by: lookUp(groups.by, by) ?? groups.field(by) })
  const heading = headLines([title, periodTitle(head.period, words)], head, view, [
    said.created({ n: formatCount(report.deals, words.lang) }),
    ...presumedSaid(report.presumedDatesShare, words),
  ])
  return { heading, blocks: blocksOf(report, beside, view), data: durationsFacts({ report, beside }) }
}

function blocksOf(report: DurationsReport, beside: DurationsReport | null, view: ReportView): Block[] {
  const { words } = view
  const { won, lost } = report.velocity
  const compared =
    beside === null ? [] : besideBlocks(beside.head, durationsRows(report, beside, words), words)
  if (report.deals + won + lost === 0) return [...nothingBlocks(report.head, view), ...compared]
  if (report.groups !== null)
    return [
      groupTable(report, report.groups, words),
      { type: 'lines', lines: groupNotes(report, words) },
      ...compared,
      ...outsideBlocks(view),
    ]
  return [
    stageTable(report, view),
    { type: 'lines', lines: stageNotes(report, view) },
    closedTable(report, words),
    {
      type: 'lines',
      lines: [...closedNotes(report, words), velocityLine(report, words), ...earnedLine(report, words)],
    },
    ...compared,
    ...outsideBlocks(view),
  ]
}

/** Days of a few deals are dim. */
function daysCell(days: number | null, n: number): Cell {
  return { value: days, ...(n < FEW && { tone: 'dim' as const }) }
}

function stageTable({ stages }: DurationsReport, { words, chart }: ReportView): TableBlock {
  const { durations: said, funnel } = words
  const most = stages.reduce((top, { p90 }) => Math.max(top, p90 ?? 0), 0)
  const share = (days: number | null) => (most === 0 ? 0 : (days ?? 0) / most)
  const parts: Parts<DurationsStage> = [
    {
      column: { key: 'stage', title: funnel.stage, kind: 'text', shrink: true, min: 10 },
      cell: ({ stage }) => stage,
    },
    { column: { key: 'n', title: said.left, kind: 'count' }, cell: ({ n }) => n },
    {
      column: { key: 'median', title: said.median, kind: 'days' },
      cell: ({ median, n }) => daysCell(median, n),
    },
    chart && {
      column: { key: 'bar', title: '', kind: 'bar', gap: 1 },
      cell: ({ median, p90 }) => ({ value: share(median), whisker: share(p90) }),
    },
    { column: { key: 'p75', title: said.p75, kind: 'days' }, cell: ({ p75, n }) => daysCell(p75, n) },
    { column: { key: 'p90', title: said.p90, kind: 'days' }, cell: ({ p90, n }) => daysCell(p90, n) },
    { column: { key: 'open', title: said.open, kind: 'count' }, cell: ({ open }) => open },
    {
      column: { key: 'openMedian', title: said.stand, kind: 'days' },
      cell: ({ openMedian, open }) => daysCell(openMedian, open),
    },
    { column: { key: 'norm', title: said.norm, kind: 'days' }, cell: ({ norm }) => norm },
    {
      column: { key: 'overNorm', title: said.over, kind: 'count' },
      cell: ({ overNorm }) => ({
        value: overNorm,
        ...((overNorm ?? 0) > 0 && { tone: 'bad' as const }),
      }),
    },
  ]
  return tableOf(toldParts(parts, stages), stages)
}

function stageNotes(report: DurationsReport, { words, again, chart }: ReportView): Line[] {
  const { stages } = report
  const { durations: said } = words
  const [worst] = stages.filter(({ overNorm }) => (overNorm ?? 0) > 0).sort(byOverNorm)
  const over = stages.reduce((sum, { overNorm }) => sum + (overNorm ?? 0), 0)
  return [
    chart ? `${said.aboutStages} ${said.aboutBar}` : said.aboutStages,
    ...(stages.some(({ open }) => open > 0) ? [said.aboutOpen] : []),
    ...(stages.some(({ norm }) => norm !== null) ? [said.usualNorm] : []),
    ...youngNote(report, words),
    ...(worst === undefined
      ? []
      : withCommand(
          said.over1({ n: over, stage: worst.stage }),
          again({ explain: `${worst.stage}:overNorm` }),
        )),
  ]
}

/** Of a young period only those have left that were quick. */
function youngNote({ stages, deals }: DurationsBody, { durations: said, lang }: Words): Line[] {
  const open = stages.reduce((sum, row) => sum + row.open, 0)
  return open * 10 < deals || open === 0
    ? []
    : [said.young({ open: formatCount(open, lang), of: formatCount(deals, lang) })]
}

function byOverNorm(a: DurationsStage, b: DurationsStage): number {
  return (b.overNorm ?? 0) - (a.overNorm ?? 0)
}

function closedTable({ cycle, timeToLoss }: DurationsBody, words: Words): TableBlock {
  const { durations: said } = words
  const parts: Parts<{ name: string; span: DurationsSpan }> = [
    { column: { key: 'end', title: said.closed, kind: 'text', wrap: true }, cell: ({ name }) => name },
    { column: { key: 'n', title: said.deals, kind: 'count' }, cell: ({ span }) => span.n },
    {
      column: { key: 'median', title: said.median, kind: 'days' },
      cell: ({ span }) => daysCell(span.median, span.n),
    },
    {
      column: { key: 'mean', title: said.mean, kind: 'days', digits: 1 },
      cell: ({ span }) => daysCell(span.mean, span.n),
    },
  ]
  const rows = [
    { name: said.toWon, span: cycle },
    { name: said.toLost, span: timeToLoss },
  ]
  return tableOf(toldParts(parts, rows), rows)
}

function closedNotes({ cycle, timeToLoss }: DurationsBody, { durations: said }: Words): Line[] {
  const presumed = cycle.presumed + timeToLoss.presumed
  return presumed === 0 ? [] : [said.presumed(presumed)]
}

function velocityLine({ velocity, head }: DurationsReport, words: Words): Line {
  const { durations: said, lang } = words
  const { opportunities, won, lost, winRate, winRateLow, winRateHigh, averageWon, averageDays, perDay } =
    velocity
  if (perDay === null || averageWon === null || averageDays === null) return said.noVelocity
  const money = (minor: number) => formatEstimate(majorOf(minor, head.currency), head.currency, lang)
  return said.velocity({
    worked: formatCount(opportunities, lang),
    rate: shareSaid(won, won + lost, winRate, winRateLow, winRateHigh, words),
    won: money(averageWon),
    days: formatDays(averageDays, lang),
    perDay: money(perDay),
  })
}

/** What the days of the period have really brought, beside what the formula says. */
function earnedLine({ velocity, head }: DurationsReport, { durations: said, lang }: Words): Line[] {
  const { from, until } = head.period
  if (from === null || velocity.perDay === null) return []
  const after = addDays(head.asOf, 1)
  const days = dayNumber(until === null || after < until ? after : until) - dayNumber(from)
  if (days <= 0) return []
  const perDay = majorOf(velocity.wonAmount / days, head.currency)
  return [said.earned({ days, perDay: formatEstimate(perDay, head.currency, lang) })]
}

type Group = DurationsBody & { key: string | null }

function groupTable(report: DurationsReport, groups: readonly Group[], words: Words): TableBlock {
  const { durations: said, funnel } = words
  const { head, stages } = report
  const by = report.by ?? ''
  const total: Group = { ...report, key: null }
  const parts: Parts<Group> = [
    {
      column: groupColumn(by, words),
      cell: (group) => (group === total ? funnel.total : groupName(group.key, by, words)),
    },
    ...stages.map(
      ({ stage }, k): Part<Group> => ({
        column: { key: `median${k}`, title: stage, kind: 'days', cut: 8 },
        cell: (group) => daysCell(group.stages[k]?.median ?? null, group.stages[k]?.n ?? 0),
      }),
    ),
    {
      column: { key: 'cycle', title: said.cycle, kind: 'days' },
      cell: ({ cycle }) => daysCell(cycle.median, cycle.n),
    },
    {
      column: { key: 'loss', title: said.toLoss, kind: 'days' },
      cell: ({ timeToLoss }) => daysCell(timeToLoss.median, timeToLoss.n),
    },
    {
      column: { key: 'over', title: said.over, kind: 'count' },
      cell: (group) => group.stages.reduce((sum, { overNorm }) => sum + (overNorm ?? 0), 0),
    },
    {
      column: { key: 'perDay', title: said.perDay, kind: 'money', scale: 'auto', currency: head.currency },
      cell: ({ velocity: { perDay } }) => majorOfMean(perDay, head.currency),
    },
  ]
  return tableOf(toldParts(parts, [...groups, total]), groups, totalOf(groups, total))
}

function groupNotes(report: DurationsReport, words: Words): Line[] {
  const { durations: said, funnel } = words
  const isCalendar = ['day', 'week', 'month', 'quarter', 'year'].includes(report.by ?? '')
  return [
    ...(report.overlap ? [funnel.overlap] : []),
    said.byNote,
    ...(isCalendar ? [said.calendarNote] : []),
    ...youngNote(report, words),
    ...closedNotes(report, words),
    velocityLine(report, words),
    ...earnedLine(report, words),
  ]
}

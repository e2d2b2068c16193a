import { majorOf } from '../../domain/money.ts'
import { periodTitle } from '../../domain/time/period.ts'
import type { Compared } from '../../reports/head.ts'
import type { TeamBody, TeamGroup, TeamReport } from '../../reports/team.ts'
import type { TeamChanges } from '../../reports/team-change.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Document, TableBlock } from '../document.ts'
import { formatCount, formatMoney } from '../numbers.ts'
import { markCell, markOf, passTexts } from './funnel-groups.ts'
import { openSaid } from './funnel-notes.ts'
import { FEW, headLines, nothingBlocks, type ReportView, rangeCell, shareCell } from './head.ts'
import { groupColumn, type Part, type Parts, tableOf, toldParts, totalOf } from './parts.ts'
import { changeBlocks } from './team-change.ts'
import { factsOf } from './team-facts.ts'
import { meaningOf, nameOf, planMeaning, stageNotes, whoseBlocks } from './team-names.ts'
import { standingLines } from './team-standing.ts'

/** Who works how well as people read it: what each brought, at which stage they pass deals on, and who stands out. */
export function teamDocument(
  both: Compared<TeamReport>,
  changes: TeamChanges | null,
  view: ReportView,
): Document {
  const { words } = view
  const { report, beside } = both
  const { head, total, by, pipeline } = report
  const title = by === 'manager' ? words.team.title({ pipeline }) : words.team.departments({ pipeline })
  const n = formatCount(total.won + total.lost, words.lang)
  const heading = headLines([title, periodTitle(head.period, words)], head, view, [
    ...(report.attribution === 'actor' ? [words.reportHead.byActor] : []),
    words.team.closed({ n }),
  ])
  const compared = beside === null || changes === null ? [] : changeBlocks(report, beside, changes, words)
  return { heading, blocks: [...blocksOf(report, view), ...compared], data: factsOf(both) }
}

function blocksOf(report: TeamReport, view: ReportView): Block[] {
  const { words, chart } = view
  const { total, groups, head, created } = report
  if (report.counted === 0) return nothingBlocks(head, view)
  return [
    { type: 'lines', lines: standingLines(groups, report, view), finding: true },
    mainTable(report, words),
    { type: 'lines', lines: meaningOf(report, words), brief: planMeaning(report, words) },
    ...(created.deals === 0 ? [] : stageBlocks(report, words)),
    ...(chart && groups.length > 1 && total.wonAmount > 0 ? revenueBlocks(report, words) : []),
    ...whoseBlocks(
      groups.find(({ key }) => key !== null),
      view,
    ),
  ]
}

type Body = TeamBody | TeamGroup

function mainTable(report: TeamReport, words: Words): TableBlock {
  const { groups } = report
  const total = totalOf(groups, report.total)
  const bodies = total === undefined ? groups : [...groups, total]
  const told = toldParts(
    figureParts(report, words),
    bodies,
    // A figure that nobody has only takes room.
    ({ value, text }, { key }) =>
      key === 'won' || (text === undefined ? value !== null && value !== 0 : text !== ''),
  )
  return tableOf([namePart(report, words), ...told], groups, total)
}

function namePart({ by }: TeamReport, words: Words): Part<Body> {
  return {
    column: groupColumn(by, words),
    cell: (body) => nameOf('key' in body ? body : undefined, by, words),
  }
}

/** What matters first has room on any screen; what a wide one shows besides is `extra`, the least wanted the highest. */
function figureParts({ groups, head }: TeamReport, words: Words): Parts<Body> {
  const { team, funnel } = words
  const money = (minor: number | null) => (minor === null ? null : majorOf(minor, head.currency))
  const scaled = { kind: 'money', scale: 'auto', currency: head.currency } as const
  const count = (
    key: 'calls' | 'meetings' | 'won' | 'lost' | 'open' | 'contracts',
    title: string,
    extra?: number,
  ): Part<Body> => ({
    column: { key, title, kind: 'count', ...(extra !== undefined && { extra }) },
    cell: ({ [key]: n }) => n,
  })
  return [
    count('calls', team.calls),
    count('meetings', team.meetings),
    count('contracts', team.contracts, 6),
    {
      column: { key: 'won', title: funnel.won, kind: 'count' },
      cell: ({ won }) => ({ value: won, tone: 'good' }),
    },
    count('lost', funnel.lost, 2),
    count('open', funnel.open, 1),
    {
      column: { key: 'winRate', title: funnel.closedShare, kind: 'rate' },
      cell: ({ won, lost, winRate }) => shareCell(won, won + lost, winRate, words),
    },
    {
      column: { key: 'winRate', title: funnel.range, kind: 'interval' },
      cell: ({ won, lost, low, high }) => rangeCell(low, high, won + lost),
    },
    groups.some(({ differs }) => differs !== null) && {
      column: { key: 'mark', title: '', kind: 'text', gap: 1 },
      cell: (body) => markCell('differs' in body ? markOf(body.differs) : ''),
    },
    {
      column: { key: 'winRateByAmount', title: team.byAmount, kind: 'rate', extra: 5 },
      cell: ({ won, lost, winRateByAmount }) => (won + lost < FEW ? null : winRateByAmount),
    },
    {
      column: { ...scaled, key: 'wonAmount', title: team.figures.wonAmount },
      cell: ({ wonAmount }) => money(wonAmount),
    },
    {
      column: { ...scaled, key: 'averageWon', title: team.average },
      cell: ({ averageWon }) => money(averageWon),
    },
    {
      column: { ...scaled, key: 'medianWon', title: team.median, extra: 4 },
      cell: ({ medianWon }) => money(medianWon),
    },
    {
      column: { key: 'cycleMedian', title: team.cycle, kind: 'days' },
      cell: ({ cycleMedian }) => cycleMedian,
    },
    { column: { key: 'planShare', title: team.plan, kind: 'rate' }, cell: ({ planShare }) => planShare },
    { column: { ...scaled, key: 'bonus', title: team.bonus, extra: 3 }, cell: ({ bonus }) => money(bonus) },
  ]
}

/** One row a group: how many entered each stage, and which share of them went on. */
function stageBlocks(report: TeamReport, words: Words): Block[] {
  const { created } = report
  const isAny = ({ stages }: TeamBody) => stages.some(({ entered }) => entered > 0)
  const groups = report.groups.filter(isAny)
  const total = report.groups.length > 1 && isAny(report.total) ? report.total : undefined
  const shown = total === undefined ? groups : [...groups, total]
  const parts = report.total.stages.flatMap(({ stage }, k): Parts<Body> => {
    const texts = passTexts(shown, k, words)
    return [
      {
        column: { key: `stage${k}`, title: stage, kind: 'text', align: 'right', cut: 8 },
        cell: ({ stages }, at) => ({
          value: stages[k]?.entered ?? 0,
          text: texts[at] ?? '',
          ...((stages[k]?.sound === false || (stages[k]?.entered ?? 0) < FEW) && { tone: 'dim' }),
        }),
      },
      shown.some(({ stages }) => (stages[k]?.differs ?? null) !== null) && {
        column: { key: `mark${k}`, title: '', kind: 'text', gap: 1 },
        cell: ({ stages }) => markCell(markOf(stages[k]?.differs ?? null)),
      },
    ]
  })
  const n = formatCount(created.deals, words.lang)
  return [
    { type: 'lines', lines: [words.team.stages({ n, open: openSaid(created, words) })] },
    tableOf<Body>([namePart(report, words), ...parts], groups, total),
    ...stageNotes(created, words),
  ]
}

function revenueBlocks({ groups, total, head, by }: TeamReport, words: Words): Block[] {
  const { currency } = head
  const most = groups.reduce((top, { wonAmount }) => Math.max(top, wonAmount), 0)
  const earning = groups.filter(({ wonAmount }) => wonAmount > 0)
  const row = (body: TeamBody, name: string, bar: number | null, share: number | null) => [
    name,
    majorOf(body.wonAmount, currency),
    bar,
    share,
  ]
  return [
    {
      type: 'lines',
      lines: [
        words.team.revenue({ total: formatMoney(majorOf(total.wonAmount, currency), currency, words.lang) }),
      ],
    },
    {
      type: 'table',
      columns: [
        groupColumn(by, words),
        { key: 'wonAmount', title: '', kind: 'money', scale: 'auto', currency },
        { key: 'bar', title: '', kind: 'bar', gap: 1, width: 30 },
        { key: 'revenueShare', title: words.team.ofRevenue, kind: 'rate' },
      ],
      rows: [
        ...earning.map((group) => ({
          cells: row(group, nameOf(group, by, words), group.wonAmount / most, group.revenueShare),
        })),
        { cells: row(total, words.funnel.total, null, 1), total: true },
      ],
    },
  ]
}

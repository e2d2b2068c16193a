import { majorOf } from '../../domain/money.ts'
import { ratio } from '../../domain/statistics/statistics.ts'
import { periodTitle } from '../../domain/time/period.ts'
import type { Compared } from '../../reports/head.ts'
import type { TeamReport } from '../../reports/team.ts'
import type { TeamChanges } from '../../reports/team-change.ts'
import type { PersonalReport, TypicalFigure } from '../../reports/team-personal.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell, Document, Line, Row, TableBlock } from '../document.ts'
import {
  formatCount,
  formatDays,
  formatDecimal,
  formatInterval,
  formatMoney,
  formatRate,
} from '../numbers.ts'
import { markCell, markOf } from './funnel-groups.ts'
import { nextCell } from './funnel-whole.ts'
import { FEW, headLines, nothingBlocks, ofSaid, type ReportView, rangeCell, shareCell } from './head.ts'
import { spanSaid } from './response.ts'
import { changeBlocks } from './team-change.ts'
import { factsOf } from './team-facts.ts'
import { meaningOf, nameOf, stageNotes, whoseBlocks } from './team-names.ts'
import { howPriced, linesOf } from './team-standing.ts'

/** One manager as people read it: beside the team, the own funnel, the latest months, what tells them from the rest. */
export function personalDocument(
  personal: PersonalReport,
  both: Compared<TeamReport>,
  changes: TeamChanges | null,
  view: ReportView,
): Document {
  const { words } = view
  const { report, beside } = both
  const { own, months, funnel } = personal
  const name = nameOf(own, 'manager', words)
  const title = words.team.person({ name, pipeline: report.pipeline })
  const heading = headLines([title, periodTitle(report.head.period, words)], report.head, view, [
    ...(report.attribution === 'actor' ? [words.reportHead.byActor] : []),
  ])
  const figures = figureTable(personal, report, words)
  if (figures.rows.length === 0)
    return { heading, blocks: nothingBlocks(report.head, view), data: factsOf(both) }
  const blocks: Block[] = [
    figures,
    {
      type: 'lines',
      lines: [...placeLine(personal, words), typicalLine(personal, words), ...meaningOf(report, words)],
    },
    ...(funnel.totals.deals === 0 ? [] : funnelBlocks(personal, view)),
    ...(months.some(({ won, lost }) => won + lost > 0) ? monthBlocks(personal, report, view) : []),
    { type: 'lines', lines: standing(personal, report, name, view) },
    ...whoseBlocks(own, view),
    ...(beside === null || changes === null ? [] : changeBlocks(report, beside, changes, words)),
  ]
  return { heading, blocks, data: factsOf(both) }
}

function standing(
  { own, team }: PersonalReport,
  { head, total }: TeamReport,
  name: string,
  view: ReportView,
): Line[] {
  const { words } = view
  const { funnel } = words
  const isOpen = total.open > 0 || team.open > 0
  const lines = linesOf(own, name, 'manager', head.currency, words)
  if (lines.length === 0) return [words.team.notTold({ name, open: isOpen })]
  return [...lines, ...howPriced(own, view), isOpen ? funnel.noOthersYet : funnel.noOthers]
}

function placeLine({ place, typical }: PersonalReport, { team, lang }: Words): Line[] {
  if (place === null || typical.managers < 2) return []
  return [team.place({ place: formatCount(place, lang), of: formatCount(typical.managers, lang) })]
}

function typicalLine({ typical }: PersonalReport, { team }: Words): Line {
  return team.typicalMeaning({ managers: typical.managers })
}

/** The own figures beside the team's; a figure that nobody has is left out. */
function figureTable(personal: PersonalReport, { head }: TeamReport, words: Words): TableBlock {
  const { own, typical } = personal
  const { team, funnel, lang } = words
  const right = { kind: 'text', align: 'right' } as const
  const said = (figure: TypicalFigure, value: number | null): Cell =>
    value === null ? { value } : { value, text: figureText(figure, value, head.currency, words) }
  const figures = typical.figures.filter(({ figure, average }) => (own[figure] ?? 0) + (average ?? 0) > 0)
  const isFew = own.won + own.lost < FEW
  const ownCell = (figure: TypicalFigure): Cell => {
    if (figure === 'winRate' && isFew && own.winRate !== null)
      return { value: own.winRate, text: ofSaid(own.won, own.won + own.lost, words), tone: 'dim' }
    return figure === 'winRateByAmount' && isFew ? { value: null } : said(figure, own[figure])
  }
  const range = own.low === null || own.high === null || isFew ? '' : formatInterval(own.low, own.high, lang)
  return {
    type: 'table',
    columns: [
      { key: 'figure', title: '', kind: 'text' },
      { key: 'own', title: team.own, ...right },
      { key: 'range', title: funnel.range, ...right },
      { key: 'mark', title: '', kind: 'text', gap: 1 },
      { key: 'average', title: team.typical, ...right },
      { key: 'median', title: team.middle, ...right },
    ],
    rows: [
      ...figures.map(({ figure, average, median }) => ({
        cells: [
          team.figures[figure],
          ownCell(figure),
          figure === 'winRate' ? range : '',
          figure === 'winRate' ? markCell(markOf(own.differs)) : null,
          said(figure, average),
          said(figure, median),
        ],
      })),
      ...responseRows(personal, words),
      ...(own.planShare === null
        ? []
        : [{ cells: [team.planShare, formatRate(own.planShare, lang), '', null, '', ''] }]),
      ...(own.bonus === null
        ? []
        : [
            {
              cells: [
                team.bonusEarned,
                formatMoney(majorOf(own.bonus, head.currency), head.currency, lang, 0),
                '',
                null,
                '',
                '',
              ],
            },
          ]),
    ],
  }
}

function responseRows({ response }: PersonalReport, words: Words): Row[] {
  const { team, lang } = words
  if (response.total.inquiries === 0) return []
  const { own, total, average, median } = response
  const count = (n: number | null) =>
    n === null ? '' : formatDecimal(n, Number.isInteger(n) || n >= 10 ? 0 : 1, lang)
  const hours = (n: number | null) => (n === null ? '' : spanSaid(n, words))
  return [
    { cells: [team.inquiries, count(own.inquiries), '', null, count(average), count(median)] },
    { cells: [team.unanswered, count(own.unanswered), '', null, '', ''] },
    ...(total.medianHours === null
      ? []
      : [{ cells: [team.answerHours, hours(own.medianHours), '', null, hours(total.medianHours), ''] }]),
  ]
}

function figureText(figure: TypicalFigure, value: number, currency: string, { lang }: Words): string {
  switch (figure) {
    case 'winRate':
    case 'winRateByAmount':
      return formatRate(value, lang)
    case 'wonAmount':
    case 'averageWon':
      return formatMoney(majorOf(value, currency), currency, lang, 0)
    case 'cycleMedian':
      return formatDays(value, lang)
    default:
      return formatDecimal(value, Number.isInteger(value) || value >= 10 ? 0 : 1, lang)
  }
}

/** The own funnel by count and by amount, and what of all the others' deals went on. */
function funnelBlocks({ own, funnel }: PersonalReport, { words, chart }: ReportView): Block[] {
  const { currency } = funnel.head
  const most = funnel.stages[0]?.entered ?? 0
  const others = (k: number): Cell | null => {
    const stage = own.stages[k]?.others ?? null
    return stage === null ? null : nextCell(stage, words)
  }
  return [
    { type: 'lines', lines: [words.team.funnel({ n: formatCount(funnel.totals.deals, words.lang) })] },
    {
      type: 'table',
      columns: [
        { key: 'stage', title: words.funnel.stage, kind: 'text', shrink: true, min: 10 },
        { key: 'entered', title: words.funnel.entered.cohort, kind: 'count' },
        ...(chart ? [{ key: 'bar', title: '', kind: 'bar', gap: 1 } as const] : []),
        { key: 'toNext', title: words.funnel.toNext, kind: 'rate' },
        { key: 'toNext', title: words.funnel.range, kind: 'interval' },
        { key: 'mark', title: '', kind: 'text', gap: 1 },
        { key: 'others', title: words.team.others, kind: 'rate' },
        { key: 'amount', title: '', kind: 'money', scale: 'auto', currency },
      ],
      rows: funnel.stages.map((row, k) => ({
        cells: [
          row.stage,
          row.entered,
          ...(chart ? [ratio(row.entered, most)] : []),
          row.kind === 'won' ? null : nextCell(row, words),
          row.kind === 'won' ? null : rangeCell(row.toNextLow, row.toNextHigh, row.entered, row.sound),
          row.kind === 'won' ? null : markCell(markOf(own.stages[k]?.differs ?? null)),
          others(k),
          majorOf(row.amount, currency),
        ],
        ...(row.kind === 'won' && row.entered > 0 ? { tone: 'good' as const } : {}),
      })),
    },
    ...stageNotes(funnel.totals, words),
  ]
}

function monthBlocks(
  { months }: PersonalReport,
  { head }: TeamReport,
  { words, chart }: ReportView,
): Block[] {
  const { currency } = head
  const most = months.reduce((top, { wonAmount }) => Math.max(top, wonAmount), 0)
  const first = months.findIndex(({ won, lost }) => won + lost > 0)
  return [
    { type: 'lines', lines: [words.team.months] },
    {
      type: 'table',
      columns: [
        { key: 'month', title: words.team.month, kind: 'text' },
        { key: 'won', title: words.funnel.won, kind: 'count' },
        { key: 'lost', title: words.funnel.lost, kind: 'count' },
        { key: 'winRate', title: words.funnel.closedShare, kind: 'rate' },
        { key: 'winRate', title: words.funnel.range, kind: 'interval' },
        { key: 'wonAmount', title: '', kind: 'money', scale: 'auto', currency },
        ...(chart ? [{ key: 'bar', title: '', kind: 'bar', gap: 1, width: 20 } as const] : []),
      ],
      rows: months.slice(first).map(({ label, won, lost, winRate, low, high, wonAmount }) => ({
        cells: [
          label,
          won,
          lost,
          shareCell(won, won + lost, winRate, words),
          rangeCell(low, high, won + lost),
          majorOf(wonAmount, currency),
          ...(chart ? [ratio(wonAmount, most)] : []),
        ],
      })),
    },
  ]
}

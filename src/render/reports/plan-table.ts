import { lookUp } from '../../domain/look-up.ts'
import { majorOf } from '../../domain/money.ts'
import { isMoney } from '../../domain/plan/plan.ts'
import { addDays, fieldsOf } from '../../domain/time/date.ts'
import { formatDay } from '../../domain/time/period.ts'
import type { ReportHead } from '../../reports/head.ts'
import type { PlanMetric, PlanReport, PlanRow } from '../../reports/plan.ts'
import type { Words } from '../../words/words.ts'
import type { Cell, TableBlock } from '../document.ts'
import { firstNames } from '../first-names.ts'
import {
  formatDecimal,
  formatRate,
  type MoneyScale,
  moneyScale,
  moneyUnit,
  scaleAddingUp,
} from '../numbers.ts'
import { type Part, type Parts, tableOf } from './parts.ts'

/** Cells of a bar; the plan is all of it. */
const BAR = 10

export function planTable(report: PlanReport, metric: PlanMetric, words: Words): TableBlock {
  const { head, by } = report
  const rows = [...metric.rows, metric.team]
  const scale = scaleOf(metric, head)
  const calledBy =
    by === 'manager' ? firstNames(metric.rows.flatMap(({ key }) => key ?? [])) : (key: string) => key
  const parts: Parts<PlanRow> = [
    {
      column: { key: by, title: lookUp(words.groups.group, by) ?? by, kind: 'text', wrap: true, min: 9 },
      cell: (row) => rowName(report, row, words, calledBy),
    },
    ...figureParts(report, metric, scale, words),
    rows.some(({ bonus }) => bonus.length > 0) && bonusPart(rows, scale, report, words),
  ]
  const isOne = metric.rows.length === 1 && by === 'manager'
  return tableOf(parts, metric.rows, isOne ? undefined : metric.team)
}

/** Whose figures a row has. */
export function rowName(
  report: PlanReport,
  { kind, key }: PlanRow,
  words: Words,
  calledBy = (name: string) => name,
) {
  if (kind === 'team') return teamSaid(report, words)
  return key === null ? (words.groups.without[report.by] ?? words.common.none) : calledBy(key)
}

function teamSaid({ by, head }: PlanReport, { planReport }: Words): string {
  const isAll = head.filters['manager'] === undefined
  return isAll && (by === 'manager' || by === 'department') ? planReport.team : planReport.total
}

/** The fact; with a plan how it stands to it, and of what is not over what the end may be. */
function figureParts(
  report: PlanReport,
  metric: PlanMetric,
  scale: MoneyScale,
  words: Words,
): Parts<PlanRow> {
  const { planReport: said } = words
  const rows = [...metric.rows, metric.team]
  const figure = figureOf(report, metric, scale)
  const { kind, of } = figure
  // As the table of the team has it: finer where facts, each rounded for itself, would not add up.
  const facts = metric.rows.map(({ fact }) => of(fact) ?? 0)
  const won = kind.kind === 'money' ? { scale: scaleAddingUp(scale, facts) } : {}
  const isPlanned = rows.some(({ plan }) => plan !== null)
  const isOpen = !report.isOver && rows.some(({ outlook }) => outlook !== null)
  return [
    isPlanned && { column: { key: 'plan', title: said.plan, ...kind }, cell: ({ plan }) => of(plan) },
    { column: { key: 'fact', title: said.fact, ...kind, ...won }, cell: ({ fact }) => of(fact) },
    ...(isPlanned ? standingParts(report, metric, figure, words) : []),
    ...(isOpen ? aheadParts(report, figure, words) : []),
    isOpen &&
      isPlanned && {
        column: { key: 'pMeet', title: said.chance, kind: 'rate' },
        // What is over leaves nothing to chance.
        cell: ({ gone, outlook, pMeet }) =>
          gone >= 1 && outlook?.p10 === outlook?.p90 ? pMeet : chanceCell(pMeet, words),
      },
  ]
}

/** How a metric is written: what its columns hold, and a figure in their unit. */
interface Figure {
  kind: { kind: 'money'; scale: MoneyScale } | { kind: 'count' }
  of(figure: number | null): number | null
}

function figureOf({ head }: PlanReport, { metric }: PlanMetric, scale: MoneyScale): Figure {
  if (!isMoney(metric)) return { kind: { kind: 'count' }, of: (figure) => figure }
  return {
    kind: { kind: 'money', scale },
    of: (figure) => (figure === null ? null : majorOf(Math.round(figure), head.currency)),
  }
}

/** The days of all rows are those of the report. */
function isOfOnePeriod({ by }: PlanReport): boolean {
  return by === 'manager' || by === 'department'
}

function standingParts(
  report: PlanReport,
  { team }: PlanMetric,
  { kind, of }: Figure,
  { planReport: said }: Words,
): Parts<PlanRow> {
  const mark = Math.min(BAR - 1, Math.floor(team.gone * BAR))
  const title = isOfOnePeriod(report) && !report.isOver ? `${' '.repeat(mark)}↓` : ''
  return [
    {
      column: { key: 'share', title: '', kind: 'rate' },
      cell: ({ share }) => (share !== null && share >= 1 ? { value: share, tone: 'good' } : share),
    },
    {
      column: { key: 'bar', title, kind: 'bar', width: BAR, min: BAR, gap: 1 },
      cell: ({ share }) => share,
    },
    !report.isOver && {
      column: { key: 'gap', title: said.gap, ...kind, signed: true },
      cell: ({ gap }) => of(gap),
    },
  ]
}

function aheadParts(report: PlanReport, { kind, of }: Figure, words: Words): Parts<PlanRow> {
  const { planReport: said } = words
  const isOne = isOfOnePeriod(report)
  const { kind: unit, ...scaled } = kind
  return [
    {
      column: { key: 'forecast', title: isOne ? endSaid(report.head, words) : said.byEnd, ...kind },
      cell: ({ outlook }) => of(outlook?.mean ?? null),
    },
    {
      column: { key: 'interval', title: said.interval, kind: 'interval', of: unit, ...scaled },
      cell: ({ outlook }) =>
        outlook === null || (!isOne && outlook.p10 === outlook.p90)
          ? null
          : [of(outlook.p10) ?? 0, of(outlook.p90) ?? 0],
    },
  ]
}

/** A chance is known to five per cent at best. */
export function chanceCell(chance: number | null, words: Words): Cell {
  if (chance === null) return { value: null }
  const text = chanceSaid(chance, words)
  return {
    value: chance,
    text,
    ...(chance >= 0.8 ? { tone: 'good' as const } : chance < 0.2 ? { tone: 'bad' as const } : {}),
  }
}

export function chanceSaid(chance: number, { planReport, lang }: Words): string {
  if (chance < 0.05) return planReport.chances.low
  return chance > 0.95 ? planReport.chances.high : formatRate(Math.round(chance * 20) / 20, lang)
}

/** The chance in words, from almost surely no, as luck has it, to almost surely yes. */
export function verdictOf(chance: number, { planReport: { verdicts } }: Words): string {
  if (chance < 0.05) return verdicts.never
  if (chance > 0.95) return verdicts.surely
  const shown = Math.round(chance * 20)
  return shown >= 12 ? verdicts.yes : shown <= 8 ? verdicts.no : verdicts.even
}

/** Earned → expected, in the unit of the other columns where they have one that suits. */
function bonusPart(
  rows: readonly PlanRow[],
  scale: MoneyScale,
  report: PlanReport,
  words: Words,
): Part<PlanRow> {
  const { planReport, lang } = words
  const { head } = report
  const amounts = rows.flatMap(({ earned, expected }) => [earned, expected].filter((one) => one !== null))
  const own = moneyScale(amounts.map((minor) => majorOf(minor, head.currency)))
  const isSame = own.power === scale.power || (scale.power === 3 && own.power < 3)
  const used = isSame
    ? { power: scale.power, digits: scale.power === 0 ? 0 : fewest(amounts, scale, head) }
    : own
  const said = (minor: number) =>
    formatDecimal(majorOf(minor, head.currency) / 10 ** used.power, used.digits, lang)
  const unit = moneyUnit(used, head.currency, lang)
  return {
    column: {
      key: 'bonus',
      title: `${planReport.bonus}, ${unit}`,
      kind: 'text',
      align: 'right',
    },
    cell: ({ earned, expected }) => {
      if (earned === null) return null
      return expected === null || report.isOver ? said(earned) : `${said(earned)}→${said(expected)}`
    },
  }
}

/** Decimals with which the least amount is not nought. */
function fewest(amounts: readonly number[], { power }: MoneyScale, { currency }: ReportHead): number {
  const least = Math.min(...amounts.filter((one) => one > 0).map((one) => majorOf(one, currency)))
  return least < 0.5 * 10 ** power ? 1 : 0
}

export function scaleOf({ rows, team }: PlanMetric, { currency }: ReportHead): MoneyScale {
  const figures = [...rows, team].flatMap((row) => [row.fact, row.plan ?? 0, row.outlook?.mean ?? 0])
  const { power } = moneyScale(figures.map((minor) => majorOf(Math.round(minor), currency)))
  return { power, digits: power >= 6 ? 1 : 0 }
}

/** `к 31-му`; of a period that is no month, `к 31.12.2026`. */
function endSaid({ period }: ReportHead, { planReport, lang }: Words): string {
  const last = addDays(period.until ?? '', -1)
  const isMonth = period.from?.slice(0, 7) === last.slice(0, 7)
  return planReport.byDay({ day: formatDay(last, lang), dayOfMonth: fieldsOf(last).day, isMonth })
}

import { lookUp } from '../../domain/look-up.ts'
import { majorOf } from '../../domain/money.ts'
import { isMoney } from '../../domain/plan/plan.ts'
import { addDays, fieldsOf } from '../../domain/time/date.ts'
import { formatDay } from '../../domain/time/period.ts'
import type { ReportHead } from '../../reports/head.ts'
import type { PlanMetric, PlanReport, PlanRow } from '../../reports/plan.ts'
import type { Words } from '../../words/words.ts'
import type { Cell, Column, TableBlock, Value } from '../document.ts'
import { firstNames } from '../first-names.ts'
import {
  formatDecimal,
  formatRate,
  type MoneyScale,
  moneyScale,
  moneyUnit,
  scaleAddingUp,
} from '../numbers.ts'

/** Cells of a bar; the plan is all of it. */
const BAR = 10

export function planTable(report: PlanReport, metric: PlanMetric, words: Words): TableBlock {
  const { head, by } = report
  const rows = [...metric.rows, metric.team]
  const scale = scaleOf(metric, head)
  const parts = [
    ...figureParts(report, metric, scale, words),
    ...(rows.some(({ bonus }) => bonus.length > 0) ? [bonusPart(rows, scale, report, words)] : []),
  ]
  const calledBy =
    by === 'manager' ? firstNames(metric.rows.flatMap(({ key }) => key ?? [])) : (key: string) => key
  const name = (row: PlanRow) =>
    row.kind === 'team'
      ? teamSaid(report, words)
      : row.key === null
        ? (words.groups.without[by] ?? words.common.none)
        : calledBy(row.key)
  const shown = metric.rows.length === 1 && by === 'manager' ? metric.rows : rows
  return {
    type: 'table',
    columns: [
      { key: by, title: lookUp(words.groups.group, by) ?? by, kind: 'text', wrap: true, min: 9 },
      ...parts.map(({ column }) => column),
    ],
    rows: shown.map((row) => ({
      cells: [name(row), ...parts.map(({ cell }) => cell(row))],
      ...(row.kind === 'team' && { total: true }),
    })),
  }
}

function teamSaid({ by, head }: PlanReport, { planReport }: Words): string {
  const isAll = head.filters['manager'] === undefined
  return isAll && (by === 'manager' || by === 'department') ? planReport.team : planReport.total
}

interface Part {
  column: Column
  cell(row: PlanRow): Cell | Value
}

function figureParts(report: PlanReport, metric: PlanMetric, scale: MoneyScale, words: Words): Part[] {
  const { planReport: said } = words
  const { head, by } = report
  const rows = [...metric.rows, metric.team]
  const money = isMoney(metric.metric)
  const kind = money ? ({ kind: 'money', scale } as const) : ({ kind: 'count' } as const)
  const of = (figure: number | null) =>
    figure === null ? null : money ? majorOf(Math.round(figure), head.currency) : figure
  // As the table of the team has it: finer where facts, each rounded for itself, would not add up.
  const facts = metric.rows.map(({ fact }) => of(fact) ?? 0)
  const won = money ? { scale: scaleAddingUp(scale, facts) } : {}
  const isPlanned = rows.some(({ plan }) => plan !== null)
  const isOpen = !report.isOver && rows.some(({ outlook }) => outlook !== null)
  const mark = Math.min(BAR - 1, Math.floor(metric.team.gone * BAR))
  const isOneMark = by === 'manager' || by === 'department'
  const planned: Part[] = [
    {
      column: { key: 'share', title: '', kind: 'rate' },
      cell: ({ share }) => {
        return share !== null && share >= 1 ? { value: share, tone: 'good' } : share
      },
    },
    {
      column: {
        key: 'bar',
        title: isOneMark && !report.isOver ? `${' '.repeat(mark)}↓` : '',
        kind: 'bar',
        width: BAR,
        min: BAR,
        gap: 1,
      },
      cell: (row) => row.share,
    },
    ...(report.isOver
      ? []
      : [
          {
            column: { key: 'gap', title: said.gap, ...kind, signed: true },
            cell: (row: PlanRow) => of(row.gap),
          } satisfies Part,
        ]),
  ]
  const ahead: Part[] = [
    {
      column: { key: 'forecast', title: isOneMark ? endSaid(head, words) : said.byEnd, ...kind },
      cell: ({ outlook }) => of(outlook?.mean ?? null),
    },
    {
      column: {
        key: 'interval',
        title: said.interval,
        kind: 'interval',
        of: money ? 'money' : 'count',
        ...(money && { scale }),
      },
      cell: ({ outlook }) =>
        outlook === null || (!isOneMark && outlook.p10 === outlook.p90)
          ? null
          : [of(outlook.p10) ?? 0, of(outlook.p90) ?? 0],
    },
  ]
  const chance: Part = {
    column: { key: 'pMeet', title: said.chance, kind: 'rate' },
    // What is over leaves nothing to chance.
    cell: (row) =>
      row.gone >= 1 && row.outlook?.p10 === row.outlook?.p90 ? row.pMeet : chanceCell(row.pMeet, words),
  }
  return [
    ...(isPlanned
      ? [
          {
            column: { key: 'plan', title: said.plan, ...kind },
            cell: (row: PlanRow) => of(row.plan),
          } satisfies Part,
        ]
      : []),
    { column: { key: 'fact', title: said.fact, ...kind, ...won }, cell: ({ fact }) => of(fact) },
    ...(isPlanned ? planned : []),
    ...(isOpen ? ahead : []),
    ...(isOpen && isPlanned ? [chance] : []),
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

/** The chance in words: rather yes, rather no, or as luck has it. */
export function verdictOf(chance: number, { planReport: { verdicts } }: Words): string {
  const shown = Math.round(chance * 20)
  return shown >= 12 ? verdicts.yes : shown <= 8 ? verdicts.no : verdicts.even
}

/** Earned → expected, in the unit of the other columns where they have one that suits. */
function bonusPart(rows: readonly PlanRow[], scale: MoneyScale, report: PlanReport, words: Words): Part {
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
      title: isSame ? planReport.bonus : `${planReport.bonus}, ${unit}`,
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

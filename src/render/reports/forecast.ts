import { lookUp } from '../../domain/look-up.ts'
import { majorOf } from '../../domain/money.ts'
import { dayNumber } from '../../domain/time/date.ts'
import { formatDay, periodOf, periodTitle } from '../../domain/time/period.ts'
import type { ForecastReport, ForecastRow } from '../../reports/forecast.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell, Column, Document, Line, Row, Value } from '../document.ts'
import {
  formatCount,
  formatMoney,
  formatRate,
  type MoneyScale,
  moneyScale,
  moneyUnit,
  roundTo,
  roundToSum,
  scaleAddingUp,
} from '../numbers.ts'
import { type BesideRow, besideBlocks } from './beside.ts'
import { forecastFacts } from './forecast-facts.ts'
import { FEW, headLines, type ReportView, withCommand } from './head.ts'
import { meanBeyond, meansBeyond } from './mean-beyond.ts'
import { bandsLegend, groupColumn, groupName } from './parts.ts'
import { chanceCell, chanceSaid, verdictOf } from './plan-table.ts'

/** A forecast as people read it: the answer in words, the table, the bands, what it was learnt from. */
export function forecastDocument(
  report: ForecastReport,
  beside: ForecastReport | null,
  view: ReportView,
  by: string | null,
): Document {
  const { words } = view
  const { head, pipeline, learnt } = report
  const said = words.forecast
  const scale = scaleOf(report)
  const title = [
    said.title({ pipeline }),
    ...(by === null ? [] : [said.byGroup({ by: lookUp(words.groups.by, by) ?? words.groups.field(by) })]),
    periodTitle(head.period, words),
    moneyUnit(scale, head.currency, words.lang),
  ]
  const heading = headLines(title, head, view, [said.open({ n: formatCount(learnt.open, words.lang) })])
  const compared = beside === null ? [] : besideBlocks(beside.head, besideRows(report, beside, words), words)
  return {
    heading,
    blocks: [
      { type: 'lines', lines: answer(report, words), finding: true },
      ...(report.groups?.length === 0 ? [] : [table(report, by, scale, words)]),
      ...(view.chart ? bands(report, by, words) : []),
      ...compared,
      { type: 'lines', lines: notes(report, by, view) },
    ],
    data: forecastFacts(report, by),
  }
}

/** What amounts are in sentences, major units: no finer than in the table, so that both say the same. */
function roundedIn(report: ForecastReport, { power, digits } = scaleOf(report)): (minor: number) => number {
  return (minor) => {
    const major = majorOf(minor, report.head.currency)
    if (power > 0) return roundTo(major, digits - power)
    return Math.abs(major) >= 1000 ? Math.round(major) : major
  }
}

function moneyOf(report: ForecastReport, words: Words): (minor: number) => string {
  const rounded = roundedIn(report)
  return (minor) => formatMoney(rounded(minor), report.head.currency, words.lang)
}

/** One for the whole table, so that its columns can be compared. */
function scaleOf({ head, rows, total }: ForecastReport): MoneyScale {
  const most = [...rows, total].map(({ p90, template, plan }) => Math.max(p90, template, plan ?? 0))
  return moneyScale([majorOf(Math.max(...most), head.currency)])
}

/** What was won: finer where the amounts of groups, each rounded for itself, would not add up, as the table of the team has it. */
function wonScale(report: ForecastReport): MoneyScale {
  const won = (report.groups ?? []).map(({ total }) => majorOf(total.already, report.head.currency))
  return scaleAddingUp(scaleOf(report), won)
}

function isOver({ head, total }: ForecastReport): boolean {
  return total.until <= head.asOf
}

function answer(report: ForecastReport, words: Words): string[] {
  const { total } = report
  const { forecast: said } = words
  const { currency } = report.head
  const [money, rounded] = [moneyOf(report, words), roundedIn(report)]
  const exact = (minor: number) => formatMoney(majorOf(minor, currency), currency, words.lang)
  if (isOver(report)) return [said.settled({ amount: exact(total.already) })]
  if (total.p90 === 0 && report.learnt.open === 0) return [said.nothing]
  const { statistics, already, newDeals, p10, p90, plan, pPlan } = total
  const planned = report.planned.map(({ label, from, until, plan, pPlan }) =>
    said.plannedFor({
      period: periodTitle({ label, from, until }, words),
      plan: exact(plan),
      chance: until <= report.head.asOf ? null : chanceSaid(pPlan, words),
    }),
  )
  const won = roundedIn(report, wonScale(report))(already)
  const open = roundTo(rounded(statistics) - won - rounded(newDeals), 2)
  const beyond = meanBeyond({ mean: statistics, p10, p90 }, money, words)
  return [
    beyond === null
      ? said.answer({ mean: money(statistics), low: money(p10), high: money(p90) })
      : said.answerBeyond({ beyond }),
    said.madeOf({
      already: formatMoney(won, currency, words.lang),
      open: formatMoney(open, currency, words.lang),
      fresh: money(newDeals),
    }),
    ...(plan === null || pPlan === null
      ? []
      : [
          said.plan({
            plan: exact(plan),
            chance: chanceSaid(pPlan, words),
            verdict: verdictOf(pPlan, words),
          }),
          ...(statistics > plan && Math.round(pPlan * 20) <= 10 && beyond === null
            ? [said.lifted({ below: chanceSaid(1 - pPlan, words) })]
            : []),
        ]),
    ...planned,
  ]
}

function table(report: ForecastReport, by: string | null, scale: MoneyScale, words: Words): Block {
  const { forecast: said } = words
  const { currency } = report.head
  const bodies = report.groups ?? []
  const all = [...report.rows, report.total, ...bodies.flatMap(({ rows, total }) => [...rows, total])]
  const has = (of: (row: ForecastRow) => number | null) => all.some((row) => (of(row) ?? 0) !== 0)
  const money = (key: string, title: string): Column => ({ key, title, kind: 'money', scale })
  const shown = [
    { ...money('already', said.already), scale: wonScale(report) },
    money('statistics', said.mean),
    { key: 'range', title: words.planReport.interval, kind: 'interval', of: 'money', scale } as Column,
    ...(has(({ newDeals }) => newDeals) ? [money('newDeals', said.newDeals)] : []),
    money('template', said.template),
    ...(has(({ overdue }) => overdue) ? [money('overdue', said.late)] : []),
    ...(has(({ plan }) => plan)
      ? [money('plan', said.planned), { key: 'pPlan', title: said.chance, kind: 'rate' } as Column]
      : []),
  ]
  const expected = expectedOf(report, by, scale, words)
  const cells = (row: ForecastRow): (Cell | Value)[] =>
    shown.map(({ key }) => {
      const major = (minor: number) => majorOf(minor, currency)
      switch (key) {
        case 'range':
          return isSettled(row) ? null : [major(row.p10), major(row.p90)]
        case 'pPlan':
          return isSettled(row) ? row.pPlan : chanceCell(row.pPlan, words)
        case 'statistics':
          return expected.get(row) ?? null
        case 'plan':
          return row.plan === null ? null : major(row.plan)
        default:
          return major(row[key as 'already' | 'newDeals' | 'template' | 'overdue'])
      }
    })
  const isGrouped = by !== null
  const first: Column[] = isGrouped
    ? [groupColumn(by, words)]
    : [{ key: 'label', title: said.period, kind: 'text' }]
  const rows: Row[] = namedRows(report, by, words).map(({ name, row }) => ({ cells: [name, ...cells(row)] }))
  const total: Row[] = rows.length > 1 ? [{ cells: [said.total, ...cells(report.total)], total: true }] : []
  return { type: 'table', columns: [...first, ...shown], rows: [...rows, ...total] }
}

/**
 * What is expected, major units, as it is shown: of days that are over what was won, of the others so that the column
 * adds up. Rounded by itself, a week that is over could be expected to bring less than it has brought.
 */
function expectedOf(report: ForecastReport, by: string | null, { power, digits }: MoneyScale, words: Words) {
  const rows = namedRows(report, by, words).map(({ row }) => row)
  const major = (minor: number) => majorOf(minor, report.head.currency)
  const won = roundToSum(
    rows.map(({ already }) => major(already)),
    digits - power,
  )
  const shown = new Map(rows.map((row, at) => [row, won[at] ?? 0]))
  const open = rows.filter((row) => !isSettled(row))
  const rest = roundToSum(
    open.map(({ statistics }) => major(statistics)),
    digits - power,
  )
  for (const [at, row] of open.entries()) shown.set(row, rest[at] ?? 0)
  return shown.set(
    report.total,
    [...shown.values()].reduce((sum, value) => sum + value, 0),
  )
}

/** The rows that are shown: of each group its total, else each period. */
function namedRows({ rows, groups }: ForecastReport, by: string | null, words: Words) {
  if (groups === null) return rows.map((row) => ({ name: row.label, row }))
  return groups.map(({ key, total }) => ({
    name: groupName(key, by ?? '', words),
    row: total,
  }))
}

/** Nothing of it is left to chance. */
function isSettled({ already, p10, p90, statistics }: ForecastRow): boolean {
  return p10 === p90 && p10 === already && Math.round(statistics) === already
}

function bands(report: ForecastReport, by: string | null, words: Words): Block[] {
  const of = (label: string, { already, p10, statistics, p90, plan }: ForecastRow) => ({
    label,
    sure: already,
    low: p10,
    mean: statistics,
    high: p90,
    target: plan,
  })
  const rows = namedRows(report, by, words).map(({ name, row }) => of(name, row))
  return [{ type: 'bands', rows, legend: bandsLegend(words, words.forecast.planned) }]
}

/** What was asked of days to come is not asked of those that are over. */
const NOT_OF_BACKTEST = { period: '', compare: '' }

function notes(report: ForecastReport, by: string | null, { words, again }: ReportView): Line[] {
  const { forecast: said, lang } = words
  const { learnt, level, total, runs, seed } = report
  const closed = learnt.won + learnt.lost
  if (isOver(report)) return []
  const percent = Math.round((level - 1) * 100)
  const count = (n: number) => formatCount(n, lang)
  return [
    ...partWeeks(report, by, words),
    ...(closed > 0 && learnt.since !== null
      ? [
          said.learnt({
            n: closed,
            shown: count(closed),
            won: count(learnt.won),
            since: formatDay(learnt.since, lang),
          }),
        ]
      : []),
    ...(closed < FEW ? [said.few(closed)] : []),
    ...(Math.abs(percent) >= 2
      ? [said.corrected({ isUp: percent > 0, by: formatRate(Math.abs(percent) / 100, lang) })]
      : []),
    ...meansBeyond(
      // Of one row alone the answer has said it.
      namedRows(report, by, words).flatMap(({ name, row }, _, all) =>
        all.length === 1 ? [] : { ...row, name, mean: row.statistics },
      ),
      moneyOf(report, words),
      words,
    ),
    ...(learnt.unknownAmounts > 0
      ? [said.unknownAmounts({ n: count(learnt.unknownAmounts), all: count(learnt.open) })]
      : []),
    ...(total.overdueDeals > 0
      ? [said.overdue({ n: total.overdueDeals, amount: moneyOf(report, words)(total.overdue) })]
      : []),
    said.meaning({ hasLate: total.overdueDeals > 0 }),
    ...withCommand(
      said.trustWhich,
      again({ backtest: true, ...NOT_OF_BACKTEST, ...(by !== null && { by: '' }) }),
    ),
    said.seedSaid({ runs: count(runs), seed: String(seed) }),
  ]
}

/** Which of the weeks lie in the period in part. */
function partWeeks({ rows, by: step }: ForecastReport, by: string | null, words: Words): string[] {
  const { forecast: said } = words
  const part = rows.filter(({ from, until }) => dayNumber(until) - dayNumber(from) < 7)
  if (by !== null || step !== 'week' || part.length === 0) return []
  const days = ({ from, until }: ForecastRow) => periodTitle(periodOf(from, until), words)
  return [said.partWeeks({ weeks: part.map((row) => `${row.label} (${days(row)})`).join(', ') })]
}

function besideRows(now: ForecastReport, was: ForecastReport, words: Words): BesideRow[] {
  const { forecast: said } = words
  const rounded = roundedIn(now)
  const money = (major: number) => formatMoney(major, now.head.currency, words.lang)
  return (['already', 'statistics', 'template'] as const).map((key) => {
    const [before, after] = [rounded(was.total[key]), rounded(now.total[key])]
    const change = roundTo(after - before, 2)
    return {
      title: { already: said.columns['already'] ?? '', statistics: said.mean, template: said.template }[key],
      was: money(before),
      now: money(after),
      change: `${change > 0 ? '+' : ''}${money(change)}`,
    }
  })
}

import { lookUp } from '../../domain/look-up.ts'
import { majorOf } from '../../domain/money.ts'
import { NONE } from '../../domain/none.ts'
import { round4 } from '../../domain/statistics/statistics.ts'
import { formatDay, periodTitle } from '../../domain/time/period.ts'
import type { ForecastReport, ForecastRow } from '../../reports/forecast.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell, Column, Document, Row, Table, Value } from '../document.ts'
import { formatCount, formatMoney, formatRate, type MoneyScale, moneyScale, moneyUnit } from '../numbers.ts'
import { type BesideRow, besideBlocks } from './beside.ts'
import { FEW, headLines, type ReportView } from './head.ts'
import { meanBeyond, meansBeyond } from './mean-beyond.ts'
import { groupColumn, groupName } from './parts.ts'
import { chanceCell, chanceSaid } from './plan-table.ts'

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
      { type: 'lines', lines: answer(report, words) },
      table(report, by, scale, words),
      ...(view.chart ? bands(report, by, words) : []),
      ...compared,
      { type: 'lines', lines: notes(report, by, words) },
    ],
    data: facts(report, by),
  }
}

/** Amounts in a sentence: whole units where there are thousands. */
function moneyOf({ head }: ForecastReport, words: Words): (minor: number) => string {
  return (minor) => {
    const major = majorOf(minor, head.currency)
    return formatMoney(Math.abs(major) >= 1000 ? Math.round(major) : major, head.currency, words.lang)
  }
}

/** One for the whole table, so that its columns can be compared. */
function scaleOf({ head, rows, total }: ForecastReport): MoneyScale {
  const most = [...rows, total].map(({ p90, template, plan }) => Math.max(p90, template, plan ?? 0))
  return moneyScale([majorOf(Math.max(...most), head.currency)])
}

function isOver({ head, total }: ForecastReport): boolean {
  return total.until <= head.asOf
}

function answer(report: ForecastReport, words: Words): string[] {
  const { total } = report
  const { forecast: said } = words
  const money = moneyOf(report, words)
  if (isOver(report)) return [said.settled({ amount: money(total.already) })]
  if (total.p90 === 0 && report.learnt.open === 0) return [said.nothing]
  const { statistics, already, newDeals, p10, p90, plan, pPlan } = total
  const planned = report.planned.map(({ label, from, until, plan, pPlan }) =>
    said.plannedFor({
      period: periodTitle({ label, from, until }, words),
      plan: money(plan),
      chance: until <= report.head.asOf ? null : chanceSaid(pPlan, words),
    }),
  )
  const open = statistics - already - newDeals
  const beyond = meanBeyond({ mean: statistics, p10, p90 }, money, words)
  return [
    beyond === null
      ? said.answer({ mean: money(statistics), low: money(p10), high: money(p90) })
      : said.answerBeyond({ beyond }),
    said.madeOf({ already: money(already), open: money(open), fresh: money(newDeals) }),
    ...(plan === null || pPlan === null
      ? []
      : [said.plan({ plan: money(plan), chance: chanceSaid(pPlan, words) })]),
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
    money('already', said.already),
    money('statistics', said.mean),
    { key: 'range', title: said.range, kind: 'interval', of: 'money', scale } as Column,
    ...(has(({ newDeals }) => newDeals) ? [money('newDeals', said.newDeals)] : []),
    money('template', said.template),
    ...(has(({ overdue }) => overdue) ? [money('overdue', said.late)] : []),
    ...(has(({ plan }) => plan)
      ? [money('plan', said.planned), { key: 'pPlan', title: said.chance, kind: 'rate' } as Column]
      : []),
  ]
  const cells = (row: ForecastRow): (Cell | Value)[] =>
    shown.map(({ key }) => {
      const major = (minor: number) => majorOf(minor, currency)
      switch (key) {
        case 'range':
          return isSettled(row) ? null : [major(row.p10), major(row.p90)]
        case 'pPlan':
          return isSettled(row) ? row.pPlan : chanceCell(row.pPlan, words)
        case 'plan':
          return row.plan === null ? null : major(row.plan)
        default:
          return major(row[key as 'already' | 'statistics' | 'newDeals' | 'template' | 'overdue'])
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
  return [{ type: 'bands', rows, legend: words.forecast.legend }]
}

function notes(report: ForecastReport, by: string | null, words: Words): string[] {
  const { forecast: said, lang } = words
  const { learnt, level, total, runs, seed } = report
  const closed = learnt.won + learnt.lost
  if (isOver(report)) return []
  const percent = Math.round((level - 1) * 100)
  const count = (n: number) => formatCount(n, lang)
  return [
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
    said.seedSaid({ runs: count(runs), seed: String(seed) }),
  ]
}

function besideRows(now: ForecastReport, was: ForecastReport, words: Words): BesideRow[] {
  const { forecast: said } = words
  const money = moneyOf(now, words)
  return (['already', 'statistics', 'template'] as const).map((key) => {
    const change = now.total[key] - was.total[key]
    return {
      title: key === 'statistics' ? said.mean : said[key],
      was: money(was.total[key]),
      now: money(now.total[key]),
      change: `${change > 0 ? '+' : ''}${money(change)}`,
    }
  })
}

function facts({ rows, groups, head }: ForecastReport, by: string | null): Table {
  const column = (key: string, kind: Column['kind']): Column => ({ key, title: key, kind })
  const money = [
    'already',
    'template',
    'statistics',
    'p10',
    'p50',
    'p90',
    'newDeals',
    'overdue',
    'plan',
  ] as const
  const of = (list: readonly ForecastRow[], ...lead: Value[]): Row[] =>
    list.map((row) => ({
      cells: [
        ...lead,
        row.label,
        ...money.map((key) => {
          const minor = row[key]
          return minor === null ? null : majorOf(minor, head.currency)
        }),
        round4(row.pPlan),
        row.overdueDeals,
      ],
    }))
  return {
    columns: [
      ...(by === null ? [] : [column(by, 'text')]),
      column('label', 'text'),
      ...money.map((key) => column(key, 'money')),
      column('pPlan', 'rate'),
      column('overdueDeals', 'count'),
    ],
    rows: groups === null ? of(rows) : groups.flatMap(({ key, rows: own }) => of(own, key ?? NONE)),
  }
}

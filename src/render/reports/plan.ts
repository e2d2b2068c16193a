import { addDays, fieldsOf } from '../../domain/date.ts'
import { lookUp } from '../../domain/look-up.ts'
import { formatMoney as formatMinor, majorOf } from '../../domain/money.ts'
import { formatDay, isBounded, type Period, periodTitle } from '../../domain/period.ts'
import { isMoney } from '../../domain/plan.ts'
import type { PlanPart } from '../../domain/plan-in-force.ts'
import type { Compared, ReportHead } from '../../reports/head.ts'
import {
  bonusTotal,
  type PlanMetric,
  type PlanReport,
  type PlanRow,
  rowsJson,
  standing,
} from '../../reports/plan.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell, Column, Document, Line, Table, TableBlock, Value } from '../document.ts'
import { firstNames } from '../first-names.ts'
import { formatCount, formatDecimal, formatRate, type MoneyScale, moneyScale, moneyUnit } from '../numbers.ts'
import { type BesideRow, besideBlocks, besideFacts } from './beside.ts'
import { headLines, type ReportView } from './head.ts'
import { personalBlocks } from './plan-personal.ts'

/** Plan and fact as people read it: a table a metric; of one person, sentences. */
export function planDocument(both: Compared<PlanReport>, isPersonal: boolean, view: ReportView): Document {
  const { words } = view
  const { report, beside } = both
  const [only, second] = report.metrics
  const title = [words.planReport.title, periodTitle(report.head.period, words)]
  if (only !== undefined && second === undefined && !isPersonal)
    title.push(...caption(only, report.head, words))
  const heading = headLines(title, report.head, view, [goneSaid(report, words)])
  const blocks = isPersonal
    ? personalBlocks(report, words)
    : report.metrics.flatMap((metric) => metricBlocks(report, metric, second !== undefined, view))
  return {
    heading,
    blocks: [
      ...blocks,
      ...notes(report, isPersonal, words),
      ...(beside === null ? [] : besideBlocks(beside.head, besideRows(report, beside, words), words)),
    ],
    data:
      beside === null
        ? facts(report)
        : besideFacts([report.head, facts(report)], [beside.head, facts(beside)]),
  }
}

/** How far the period is; the mark is where the bars should be today. */
function goneSaid({ head, days }: PlanReport, { planReport, lang }: Words): string {
  if (days.gone >= days.all && isOver(head)) return planReport.over
  if (head.period.from !== null && head.asOf < head.period.from) return planReport.ahead({ all: days.all })
  const share = days.all === 0 ? 0 : days.gone / days.all
  return planReport.gone({ ...days, share: formatRate(share, lang) })
}

function isOver({ asOf, period }: ReportHead): boolean {
  return period.until !== null && addDays(asOf, 1) >= period.until
}

/** `выручка, тыс ₽`, `план от 30.09.2026`. */
function caption(metric: PlanMetric, head: ReportHead, words: Words): string[] {
  const { plans, planReport, lang } = words
  const name = plans.metrics[metric.metric] ?? metric.metric
  const unit = isMoney(metric.metric) ? moneyUnit(scaleOf(metric, head), head.currency, lang) : ''
  const latest = metric.knownOn
  return [
    unit === '' ? name : `${name}, ${unit}`,
    ...(latest === null ? [] : [planReport.planOf({ day: formatDay(latest, lang) })]),
  ]
}

function partsOf({ rows, team }: PlanMetric): PlanPart[] {
  const parts = [...rows, team].flatMap(({ plan }) => plan?.parts ?? [])
  return [...new Map(parts.map((part) => [part.version.id, part])).values()]
}

function metricBlocks(report: PlanReport, metric: PlanMetric, isOneOf: boolean, view: ReportView): Block[] {
  const { words } = view
  const captioned: Block[] = isOneOf
    ? [{ type: 'lines', lines: [caption(metric, report.head, words).join(' · ')] }]
    : []
  return [...captioned, tableOf(report, metric, words), ...howToPlan(report, metric, words)]
}

/** Where nothing is planned: the command that sets a plan. */
function howToPlan({ head }: PlanReport, { metric, rows, team }: PlanMetric, words: Words): Block[] {
  if ([...rows, team].some(({ plan }) => plan !== undefined)) return []
  const name = words.plans.metrics[metric] ?? metric
  const said = words.planReport.noPlan({ metric: name, period: periodTitle(head.period, words) })
  const amount = isMoney(metric) ? '1000000' : '100'
  return [
    { type: 'lines', lines: [said] },
    { type: 'command', command: `voronka plan set ${metric} ${amount} --period ${head.period.label}` },
  ]
}

/** Cells of a bar; the plan is all of it. */
const BAR = 10

function tableOf(report: PlanReport, metric: PlanMetric, words: Words): TableBlock {
  const { head, by } = report
  const rows = [...metric.rows, metric.team]
  const scale = scaleOf(metric, head)
  const parts = [
    ...figureParts(report, metric, scale, words),
    ...(rows.some(({ bonus }) => bonus.length > 0) ? [bonusPart(rows, scale, head, words)] : []),
  ]
  const calledBy =
    by === 'manager' ? firstNames(metric.rows.flatMap(({ key }) => key ?? [])) : (key: string) => key
  const name = (row: PlanRow) =>
    row.kind === 'team'
      ? teamSaid(report, words)
      : row.key === null
        ? (words.groups.without[by] ?? '')
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
  const isPlanned = rows.some(({ plan }) => plan !== undefined)
  const isOpen = !isOver(head) && rows.some(({ outlook }) => outlook !== null)
  const mark = Math.min(BAR - 1, Math.floor(metric.team.gone * BAR))
  const isOneMark = by === 'manager' || by === 'department'
  const planned: Part[] = [
    {
      column: { key: 'share', title: '', kind: 'rate' },
      cell: (row) => {
        const { share } = standing(row)
        return share !== null && share >= 1 ? { value: share, tone: 'good' } : share
      },
    },
    {
      column: {
        key: 'bar',
        title: isOneMark && !isOver(head) ? `${' '.repeat(mark)}▼` : '',
        kind: 'bar',
        width: BAR,
        min: BAR,
        gap: 1,
      },
      cell: (row) => standing(row).share,
    },
    ...(isOver(head)
      ? []
      : [
          {
            column: { key: 'gap', title: said.gap, ...kind, signed: true },
            cell: (row: PlanRow) => of(standing(row).gap),
          } satisfies Part,
        ]),
  ]
  const ahead: Part[] = [
    {
      column: { key: 'forecast', title: endSaid(head, words), ...kind },
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
      cell: ({ outlook }) => (outlook === null ? null : [of(outlook.p10) ?? 0, of(outlook.p90) ?? 0]),
    },
  ]
  const chance: Part = {
    column: { key: 'pMeet', title: said.chance, kind: 'rate' },
    cell: (row) => chanceCell(standing(row).pMeet, words),
  }
  return [
    ...(isPlanned
      ? [
          {
            column: { key: 'plan', title: said.plan, ...kind },
            cell: (row: PlanRow) => of(row.plan?.amount ?? null),
          } satisfies Part,
        ]
      : []),
    { column: { key: 'fact', title: said.fact, ...kind }, cell: ({ fact }) => of(fact) },
    ...(isPlanned ? planned : []),
    ...(isOpen ? ahead : []),
    ...(isOpen && isPlanned ? [chance] : []),
  ]
}

/** A chance is known to five per cent at best. */
function chanceCell(chance: number | null, words: Words): Cell {
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

/** Earned → expected, in the unit of the other columns where they have one that suits. */
function bonusPart(rows: readonly PlanRow[], scale: MoneyScale, head: ReportHead, words: Words): Part {
  const { planReport, lang } = words
  const totals = rows.map(({ bonus }) => bonusTotal(bonus))
  const amounts = totals.flatMap(({ earned, expected }) => [earned, expected].filter((one) => one !== null))
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
    cell: ({ bonus }) => {
      const { earned, expected } = bonusTotal(bonus)
      if (earned === null) return null
      return expected === null || isOver(head) ? said(earned) : `${said(earned)}→${said(expected)}`
    },
  }
}

/** Decimals with which the least amount is not nought. */
function fewest(amounts: readonly number[], { power }: MoneyScale, { currency }: ReportHead): number {
  const least = Math.min(...amounts.filter((one) => one > 0).map((one) => majorOf(one, currency)))
  return least < 0.5 * 10 ** power ? 1 : 0
}

function scaleOf({ rows, team }: PlanMetric, { currency }: ReportHead): MoneyScale {
  const figures = [...rows, team].flatMap((row) => [row.fact, row.plan?.amount ?? 0, row.outlook?.mean ?? 0])
  const { power } = moneyScale(figures.map((minor) => majorOf(Math.round(minor), currency)))
  return { power, digits: power >= 6 ? 1 : 0 }
}

/** `к 31-му`; of a period that is no month, `к 31.12.2026`. */
function endSaid({ period }: ReportHead, { planReport, lang }: Words): string {
  const last = addDays(period.until ?? '', -1)
  const isMonth = period.from?.slice(0, 7) === last.slice(0, 7)
  return planReport.byDay({ day: formatDay(last, lang), dayOfMonth: fieldsOf(last).day, isMonth })
}

/** What is to be known of the plans and the figures, once each. */
function notes(report: PlanReport, isPersonal: boolean, words: Words): Block[] {
  const { planReport: said, plans, lang } = words
  const { head, metrics } = report
  const lines: Line[] = []
  for (const metric of metrics) {
    const parts = partsOf(metric)
    const whose = (part: PlanPart) =>
      [report.names.get(part.version.id) ?? plans.team, plans.metrics[metric.metric] ?? metric.metric].join(
        ', ',
      )
    for (const part of parts) {
      if (part.setLate !== null)
        lines.push(said.setLate({ whose: whose(part), day: formatDay(part.setLate, lang) }))
      const last = part.later.at(-1)
      if (last !== undefined) {
        const { amount, currency, id } = last
        lines.push(
          said.later({
            whose: whose(part),
            amount: currency === null ? formatCount(amount, lang) : formatMinor(amount, currency, lang),
            day: formatDay(report.knownOn.get(id) ?? head.asOf, lang),
            id: `p${id}`,
          }),
        )
      }
    }
    const shares = new Set(
      parts.flatMap(({ isShare, version }) => (isShare ? [`${version.from} ${version.until}`] : [])),
    )
    for (const days of shares) {
      const [from = '', until = ''] = days.split(' ')
      lines.push(said.isShare({ label: titleOf({ from, until }, words) }))
    }
    const without = metric.rows.filter(({ kind, plan }) => kind === 'manager' && plan === undefined)
    if (metric.isSummed && without.length > 0)
      lines.push(
        said.notEveryone({
          names: firstOf(
            without.flatMap(({ key }) => key ?? []),
            words,
          ),
        }),
      )
    if (metric.withoutCost > 0) lines.push(said.withoutCost(metric.withoutCost))
  }
  const per = report.bonusPer === null ? undefined : said.bonusPer[report.bonusPer]
  if (per !== undefined) lines.push(per)
  if (!isPersonal && !isOver(head)) {
    const hasBonus = metrics.some(({ team }) => team.bonus.length > 0)
    lines.push([said.meaning, ...(hasBonus ? [said.meaningBonus] : [])].join(' '))
  }
  const once = lines.filter((line, at) => typeof line !== 'string' || lines.indexOf(line) === at)
  return once.length === 0 ? [] : [{ type: 'lines', lines: once }]
}

/** Some of them, and how many more. */
function firstOf(names: readonly string[], { planReport }: Words): string {
  const shown = names.slice(0, MOST_NAMED)
  const more = names.length - shown.length
  return [...shown, ...(more > 0 ? [planReport.andMore(more)] : [])].join(', ')
}

const MOST_NAMED = 4

function titleOf(days: { from: string; until: string }, words: Words): string {
  const period: Period = { ...days, label: '' }
  return isBounded(period) ? periodTitle(period, words) : ''
}

/** The team's figures of both periods. */
function besideRows(report: PlanReport, beside: PlanReport, words: Words): BesideRow[] {
  const { plans, planReport, lang } = words
  return report.metrics.flatMap(({ metric, team: now }) => {
    const was = beside.metrics.find((one) => one.metric === metric)?.team
    if (was === undefined) return []
    const said = (figure: number) =>
      isMoney(metric)
        ? formatMinor(Math.round(figure), report.head.currency, lang)
        : formatCount(figure, lang)
    const name = plans.metrics[metric] ?? metric
    const change = now.fact - was.fact
    const share = (row: PlanRow) => {
      const { share: rate } = standing(row)
      return rate === null ? '' : formatRate(rate, lang)
    }
    const rows: BesideRow[] = [
      {
        title: `${name}, ${planReport.fact}`,
        was: said(was.fact),
        now: said(now.fact),
        change: `${change > 0 ? '+' : ''}${said(change)}`,
      },
    ]
    if (now.plan !== undefined || was.plan !== undefined)
      rows.push({ title: `${name}, % ${planReport.plan}`, was: share(was), now: share(now), change: '' })
    return rows
  })
}

/** One row a line, in the figures of the JSON. */
function facts(report: PlanReport): Table {
  const keys = [
    ...[
      'metric',
      'kind',
      'key',
      'plan',
      'fact',
      'share',
      'toDate',
      'gap',
      'forecast',
      'low',
      'high',
      'pMeet',
    ],
    ...['bonus', 'bonusExpected'],
  ] as const
  return {
    columns: keys.map((key) => ({ key, title: key, kind: 'text' })),
    rows: rowsJson(report).map((row) => {
      const key = row.manager ?? row.department ?? row.label ?? null
      const cells: Readonly<Record<string, Value>> = { ...row, key, plans: null, bonuses: null }
      return { cells: keys.map((name) => cells[name] ?? null) }
    }),
  }
}

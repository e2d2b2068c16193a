import { majorOf } from '../../domain/money.ts'
import { NONE } from '../../domain/none.ts'
import { formatDay, periodTitle } from '../../domain/time/period.ts'
import { DAY, type Zone } from '../../domain/time/zone.ts'
import type { Compared } from '../../reports/head.ts'
import type { Dormant, ReactivationGroup, ReactivationReport } from '../../reports/reactivation.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Document, TableBlock } from '../document.ts'
import { formatMoney } from '../numbers.ts'
import { type BesideRow, besideBlocks, besideFacts, countRow } from './beside.ts'
import { headLines, type ReportView, withCommand } from './head.ts'

/** A screen has room for so many. */
const SHOWN = 20

/** The names of what customers are. */
export interface CustomerLabels {
  manager(id: number): string
  /** Whom to call. */
  person(customer: Dormant): string | null
  company(customer: Dormant): string | null
}

/** Who used to buy and does not: the most at stake first; then what was won back. */
export function reactivationDocument(
  { report, beside }: Compared<ReactivationReport>,
  labels: CustomerLabels,
  zone: Zone,
  view: ReportView,
): Document {
  const { words } = view
  const { head, rows, atStake, withoutTask: without, wonBack } = report
  const { reactivation: said, lang } = words
  const heading = headLines([said.title], head, view, [said.customers(rows.length)])
  const full = table(report, labels, zone, view)
  const screen = { ...full, rows: full.rows.slice(0, SHOWN) }
  const money = (minor: number) => formatMoney(majorOf(minor, head.currency), head.currency, lang, 0)
  const blocks: Block[] =
    rows.length === 0
      ? [{ type: 'lines', lines: [said.nobody] }]
      : [
          screen,
          {
            type: 'lines',
            lines: [
              ...(rows.length > SHOWN
                ? withCommand(said.more(rows.length - SHOWN), view.again({ makeTasks: '', format: 'csv' }))
                : []),
              said.atStake({ amount: money(atStake) }),
              words.retention.customer,
              ...(without > 0
                ? withCommand(said.toDo({ n: without }), view.again({ makeTasks: true, compare: '' }))
                : []),
            ],
          },
        ]
  if (wonBack.tasks > 0)
    blocks.push({
      type: 'lines',
      lines: [
        said.wonBack({ ...wonBack, amount: money(wonBack.amount), period: periodTitle(head.period, words) }),
      ],
    })
  if (beside === null) return { heading, blocks, data: full }
  const data = besideFacts([head, full], [beside.head, table(beside, labels, zone, view)])
  return { heading, blocks: [...blocks, ...reactivationBeside(report, beside, words)], data }
}

/** What is at stake at both moments, and what the tasks made in either period brought back. */
function reactivationBeside(now: ReactivationReport, was: ReactivationReport, words: Words): Block[] {
  const { reactivation: said, lang } = words
  const { currency } = now.head
  const count = (title: string, of: (one: ReactivationReport) => number) =>
    countRow(title, of(was), of(now), words)
  const money = (title: string, of: (one: ReactivationReport) => number): BesideRow => {
    const text = (minor: number) => formatMoney(majorOf(minor, currency), currency, lang, 0)
    const change = of(now) - of(was)
    return {
      title,
      was: text(of(was)),
      now: text(of(now)),
      change: `${change > 0 ? '+' : ''}${text(change)}`,
    }
  }
  return besideBlocks(
    was.head,
    [
      count(said.sleeping, ({ rows }) => rows.length),
      money(said.stake, ({ atStake }) => atStake),
      count(said.withoutTask, ({ withoutTask }) => withoutTask),
      count(said.tasksMade, ({ wonBack }) => wonBack.tasks),
      count(said.cameBack, ({ wonBack }) => wonBack.customers),
      money(said.cameFor, ({ wonBack }) => wonBack.amount),
    ],
    words,
  )
}

/** How many sleep of each manager's, and what came back of the tasks made in the period. */
export function reactivationByManager(
  { report, beside }: Compared<ReactivationReport>,
  groups: readonly ReactivationGroup[],
  groupsBeside: readonly ReactivationGroup[] | null,
  view: ReportView,
): Document {
  const { words } = view
  const { head, rows } = report
  const { reactivation: said } = words
  const heading = headLines([said.title], head, view, [said.customers(rows.length)])
  const compared = beside === null ? [] : reactivationBeside(report, beside, words)
  if (groups.length === 0) return { heading, blocks: [{ type: 'lines', lines: [said.nobody] }, ...compared] }
  const own = managerTable(report, groups, words)
  return {
    heading,
    blocks: [
      own,
      { type: 'lines', lines: [said.madeIn({ period: periodTitle(head.period, words) })] },
      ...compared,
    ],
    ...(beside !== null && {
      data: besideFacts([head, own], [beside.head, managerTable(beside, groupsBeside ?? [], words)]),
    }),
  }
}

function managerTable(
  report: ReactivationReport,
  groups: readonly ReactivationGroup[],
  words: Words,
): TableBlock {
  const { reactivation: said, records, groups: of, funnel } = words
  const { currency } = report.head
  const money = { kind: 'money', currency, digits: 0 } as const
  const cells = (one: ReactivationReport) => [
    one.rows.length,
    majorOf(one.atStake, currency),
    one.withoutTask,
    one.wonBack.tasks,
    one.wonBack.customers,
    majorOf(one.wonBack.amount, currency),
  ]
  return {
    type: 'table',
    columns: [
      { key: 'manager', title: records.manager, kind: 'text', wrap: true, min: 9 },
      { key: 'customers', title: said.sleeping, kind: 'count' },
      { key: 'atStake', title: said.stake, ...money },
      { key: 'withoutTask', title: said.withoutTask, kind: 'count' },
      { key: 'tasks', title: said.tasksMade, kind: 'count' },
      { key: 'cameBack', title: said.cameBack, kind: 'count' },
      { key: 'amount', title: said.cameFor, ...money },
    ],
    rows: [
      ...groups.map(({ key, report: one }) => ({
        cells: [key ?? { value: NONE, text: of.without['manager'] ?? words.common.none }, ...cells(one)],
      })),
      ...(groups.length > 1 ? [{ cells: [funnel.total, ...cells(report)], total: true }] : []),
    ],
  }
}

/** `Daisy · Anna Fox`: of a company, whom to call there. */
function whoText(row: Dormant, labels: CustomerLabels): string {
  return [labels.company(row), labels.person(row)].filter((name) => name !== null).join(' · ')
}

function table(
  { head, rows }: ReactivationReport,
  labels: CustomerLabels,
  zone: Zone,
  { words }: ReportView,
): TableBlock {
  const { reactivation: said, records, lang } = words
  const round = (gap: number | null) => (gap === null ? null : Math.round((gap / DAY) * 10) / 10)
  return {
    type: 'table',
    columns: [
      { key: 'id', title: records.id, kind: 'id' },
      { key: 'contact', title: said.who, kind: 'text', shrink: true },
      { key: 'company', title: records.company, kind: 'text', dataOnly: true },
      { key: 'manager', title: records.manager, kind: 'text', shrink: true },
      { key: 'wins', title: said.wins, kind: 'count' },
      { key: 'lastWin', title: said.last, kind: 'date' },
      { key: 'medianGapDays', title: said.usually, kind: 'days' },
      { key: 'daysSince', title: said.since, kind: 'days' },
      { key: 'atStake', title: said.stake, kind: 'money', currency: head.currency, digits: 0 },
      { key: 'task', title: said.taskTitle, kind: 'id', dataOnly: rows.every(({ task }) => task === null) },
    ],
    rows: rows.map((row) => ({
      cells: [
        row.customer,
        { value: labels.person(row), text: whoText(row, labels) },
        labels.company(row),
        row.manager === null ? null : labels.manager(row.manager),
        row.wins,
        { value: zone.dateOf(row.lastWinAt), text: formatDay(zone.dateOf(row.lastWinAt), lang) },
        round(row.medianGap),
        row.daysSince,
        row.atStake === null ? null : majorOf(row.atStake, head.currency),
        row.task === null ? null : `t${row.task}`,
      ],
    })),
  }
}

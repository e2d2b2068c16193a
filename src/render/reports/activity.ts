import { ACTIVITY_METRICS, type ActivityMetric } from '../../domain/activity.ts'
import { lookUp } from '../../domain/look-up.ts'
import { NONE } from '../../domain/none.ts'
import { differencePValue, round4 } from '../../domain/statistics/statistics.ts'
import { periodTitle } from '../../domain/time/period.ts'
import type { ActivityBody, ActivityReport, Share } from '../../reports/activity.ts'
import type { Compared } from '../../reports/head.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell, Column, Document, Line, Table, TableBlock, Value } from '../document.ts'
import { firstNames } from '../first-names.ts'
import { formatCount, formatDecimal } from '../numbers.ts'
import { type BesideRow, besideBlocks, besideFacts, countRow, shareRow } from './beside.ts'
import { FEW, headLines, type ReportView, rangeCell, shareCell, shareSaid } from './head.ts'

/** What was done as people read it: contacts by group, tasks by group, then what came of the calls. */
export function activityDocument(both: Compared<ActivityReport>, view: ReportView): Document {
  const { words } = view
  const { report, beside } = both
  const { head, by, total, groups } = report
  const { touchReports: said } = words
  const title = said.activityTitle({ by: words.groups.by[by] ?? by })
  const heading = headLines([title, periodTitle(head.period, words)], head, view, [])
  const compared =
    beside === null ? [] : besideBlocks(beside.head, besideRows(total, beside.total, words), words)
  if (isEmpty(total))
    return { heading, blocks: [{ type: 'lines', lines: [said.nothing] }, ...compared], data: facts(both) }
  const hasTasks = groups.some((group) => TASKS.some((metric) => group[metric] > 0))
  const blocks: Block[] = [
    table(report, [...CONTACTS.map(countPart), ...reachParts, ...AFTER.map(countPart), wonPart], words),
    ...(hasTasks ? [table(report, TASKS.map(countPart), words), ...overdueLine(total, words)] : []),
    { type: 'lines', lines: linesOf(total, words) },
    ...compared,
  ]
  return { heading, blocks, data: facts(both) }
}

/** Overdue is so by when it was due, however late it was done since. */
function overdueLine({ tasksOverdue, tasksStillOverdue }: ActivityBody, words: Words): Block[] {
  const lines = [words.touchReports.overdueMeaning({ open: tasksStillOverdue })]
  return tasksOverdue === 0 ? [] : [{ type: 'lines', lines }]
}

function isEmpty(total: ActivityBody): boolean {
  return total.won + ACTIVITY_METRICS.reduce((sum, metric) => sum + total[metric], 0) === 0
}

/** Of both periods what at least one of them has, in the order of the columns above. */
function besideRows(now: ActivityBody, was: ActivityBody, words: Words): BesideRow[] {
  const { touchReports: said, funnel } = words
  const counts = (metrics: readonly ActivityMetric[]) =>
    metrics
      .filter((metric) => now[metric] + was[metric] > 0)
      .map((metric) => countRow(said.metrics[metric], was[metric], now[metric], words))
  return [
    ...counts(CONTACTS),
    ...(now.reach.n + was.reach.n === 0 ? [] : [reachRow(now.reach, was.reach, words)]),
    ...counts(AFTER),
    countRow(funnel.won, was.won, now.won, words),
    ...counts(TASKS),
  ]
}

function reachRow(now: Share, was: Share, words: Words): BesideRow {
  const isAlike = differencePValue(now.k, now.n, was.k, was.n) > 0.05
  return shareRow(words.touchReports.reach, was, now, isAlike, words)
}

interface Part {
  column(words: Words): Column
  cell(body: ActivityBody, words: Words): Cell | Value
}

const CONTACTS = ['callsIn', 'missed', 'callsOut', 'noAnswer'] as const
const AFTER = ['meetings', 'emailsIn', 'emailsOut', 'messages', 'notes'] as const
const TASKS = ['tasksAdded', 'tasksDone', 'tasksOverdue', 'tasksPostponed'] as const

function countPart(metric: ActivityMetric): Part {
  return {
    column: (w) => ({ key: metric, title: w.touchReports.metrics[metric], kind: 'count' }),
    cell: (body) => body[metric],
  }
}

const reachParts: Part[] = [
  {
    column: (w) => ({ key: 'reachRate', title: w.touchReports.reach, kind: 'rate' }),
    cell: ({ reach }, w) => shareCell(reach.k, reach.n, reach.rate, w),
  },
  {
    column: (w) => ({ key: 'reach', title: w.funnel.range, kind: 'interval' }),
    cell: ({ reach }) => rangeCell(reach.low, reach.high, reach.n),
  },
]

const wonPart: Part = {
  column: (w) => ({ key: 'won', title: w.funnel.won, kind: 'count' }),
  cell: ({ won }) => ({ value: won, tone: 'good' }),
}

/** Columns that are empty throughout only take room. */
function table({ by, groups, total }: ActivityReport, parts: readonly Part[], words: Words): TableBlock {
  const bodies = [...groups, total]
  const kept = parts.filter((part) => {
    const { key } = part.column(words)
    if (key === 'reachRate') return bodies.some(({ reach }) => reach.n > 0)
    if (key === 'reach') return bodies.some(({ reach }) => reach.n >= FEW)
    return key === 'won' || !bodies.every((body) => body[key as ActivityMetric] === 0)
  })
  const group: Column = {
    key: 'group',
    title: lookUp(words.groups.group, by) ?? by,
    kind: 'text',
    wrap: true,
    min: 9,
  }
  const calledBy =
    by === 'manager' ? firstNames(groups.flatMap(({ key }) => key ?? [])) : (key: string) => key
  const cells = (body: ActivityBody) => kept.map(({ cell }) => cell(body, words))
  return {
    type: 'table',
    columns: [group, ...kept.map(({ column }) => column(words))],
    rows: [
      ...groups.map((body) => ({
        cells: [body.key === null ? noneSaid(by, words) : calledBy(body.key), ...cells(body)],
      })),
      ...(groups.length > 1 ? [{ cells: [words.funnel.total, ...cells(total)], total: true }] : []),
    ],
  }
}

function noneSaid(by: string, words: Words): string {
  return words.groups.without[by] ?? words.common.none
}

function linesOf(total: ActivityBody, words: Words): Line[] {
  const { touchReports: said, lang } = words
  const { journey, outcomes, reach, won, planned, notHeld } = total
  const lines: Line[] = []
  const others = outcomes.filter(({ outcome }) => outcome !== null && outcome !== 'answered')
  if (others.length > 0)
    lines.push(
      said.outcomes({
        n: reach.n,
        of: formatCount(reach.n, lang),
        list: others.map(
          ({ outcome, calls }) =>
            `${said.outcomeNames[outcome ?? ''] ?? outcome} ${formatCount(calls, lang)}`,
        ),
      }),
    )
  if (journey.called > 0) {
    const { met, contracts } = journey
    lines.push(
      said.journey({
        called: journey.called,
        met: shareSaid(met.k, met.n, met.rate, met.low, met.high, words),
        contracts:
          contracts.n === 0
            ? null
            : shareSaid(contracts.k, contracts.n, contracts.rate, contracts.low, contracts.high, words),
      }),
    )
    if (met.k === 0 && total.meetings > 0) lines.push(said.metOthers)
    if (journey.withoutMeeting > 0) lines.push(said.withoutMeeting(journey.withoutMeeting))
  }
  if (won > 0) {
    const parts = (['callsOut', 'meetings', 'emailsOut'] as const).flatMap((metric) => {
      const n = total.perWon[metric] ?? 0
      return n === 0 ? [] : said.perWonOf[metric](formatDecimal(n, Number.isInteger(n) ? 0 : 1, lang))
    })
    if (parts.length > 0) lines.push(said.perWon(parts))
  }
  if (planned > 0) lines.push(said.planned(planned))
  if (notHeld > 0) lines.push(said.notHeld(notHeld))
  return lines
}

/** One row a group, in the figures of the JSON. */
function facts({ report, beside }: Compared<ActivityReport>): Table {
  const table = factsOf(report)
  return beside === null ? table : besideFacts([report.head, table], [beside.head, factsOf(beside)])
}

function factsOf({ by, groups }: ActivityReport): Table {
  const keys = [by, ...ACTIVITY_METRICS, 'won', 'reachRate', 'reachLow', 'reachHigh']
  const perWon = ACTIVITY_METRICS.map((metric) => `${metric}PerWon`)
  const clients = ['clientsCalled', 'clientsMet', 'contracts']
  return {
    columns: [...keys, ...perWon, ...clients].map((key) => ({ key, title: key, kind: 'text' })),
    rows: groups.map((group) => ({
      cells: [
        group.key ?? NONE,
        ...ACTIVITY_METRICS.map((metric) => group[metric]),
        group.won,
        ...[group.reach.rate, group.reach.low, group.reach.high].map(round4),
        ...ACTIVITY_METRICS.map((metric) => round4(group.perWon[metric])),
        group.journey.called,
        group.journey.met.k,
        group.journey.contracts.k,
      ],
    })),
  }
}

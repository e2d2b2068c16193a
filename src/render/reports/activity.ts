import { ACTIVITY_METRICS, type ActivityMetric } from '../../domain/activity.ts'
import { lookUp } from '../../domain/look-up.ts'
import { NONE } from '../../domain/none.ts'
import { differencePValue, round4 } from '../../domain/statistics/statistics.ts'
import { periodTitle } from '../../domain/time/period.ts'
import type { ActivityBody, ActivityReport, Share } from '../../reports/activity.ts'
import type { Compared } from '../../reports/head.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Document, Line, Table, TableBlock } from '../document.ts'
import { firstNames } from '../first-names.ts'
import { formatCount, formatDecimal } from '../numbers.ts'
import { type BesideRow, besideBlocks, besideFacts, countRow, shareRow } from './beside.ts'
import { FEW, headLines, type ReportView, rangeCell, shareCell, shareSaid } from './head.ts'
import { groupKind, groupName, type Part, type Parts, tableOf, totalOf } from './parts.ts'

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
    table(report, contactParts(report, words), words),
    ...(hasTasks
      ? [table(report, countParts(report, TASKS, words), words), ...taskLines(report, words)]
      : []),
    { type: 'lines', lines: linesOf(total, words) },
    ...compared,
  ]
  return { heading, blocks, data: facts(both) }
}

/** Overdue is so by when it was due, however late it was done since. */
function taskLines({ total, tasksGiven }: ActivityReport, { touchReports: said }: Words): Block[] {
  const lines = [
    ...(total.tasksOverdue === 0 ? [] : [said.overdueMeaning({ open: total.tasksStillOverdue })]),
    ...(tasksGiven === 0 ? [] : [said.tasksGiven(tasksGiven)]),
  ]
  return lines.length === 0 ? [] : [{ type: 'lines', lines }]
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

const CONTACTS = ['callsIn', 'missed', 'callsOut', 'noAnswer'] as const
const AFTER = ['meetings', 'emailsIn', 'emailsOut', 'messages', 'notes'] as const
const TASKS = ['tasksAdded', 'tasksDone', 'tasksOverdue', 'tasksPostponed'] as const

/** Columns that are empty throughout only take room. */
function countParts(
  { groups, total }: ActivityReport,
  metrics: readonly ActivityMetric[],
  { touchReports: said }: Words,
): Parts<ActivityBody> {
  return metrics.map(
    (metric) =>
      [...groups, total].some((body) => body[metric] !== 0) && {
        column: { key: metric, title: said.metrics[metric], kind: 'count' },
        cell: (body) => body[metric],
      },
  )
}

function contactParts(report: ActivityReport, words: Words): Parts<ActivityBody> {
  const tried = Math.max(...[...report.groups, report.total].map(({ reach }) => reach.n))
  return [
    ...countParts(report, CONTACTS, words),
    tried > 0 && {
      column: { key: 'reachRate', title: words.touchReports.reach, kind: 'rate' },
      cell: ({ reach }) => shareCell(reach.k, reach.n, reach.rate, words),
    },
    tried >= FEW && {
      column: { key: 'reach', title: words.funnel.range, kind: 'interval' },
      cell: ({ reach }) => rangeCell(reach.low, reach.high, reach.n),
    },
    ...countParts(report, AFTER, words),
    {
      column: { key: 'won', title: words.funnel.won, kind: 'count' },
      cell: ({ won }) => ({ value: won, tone: 'good' }),
    },
  ]
}

function table({ by, groups, total }: ActivityReport, parts: Parts<ActivityBody>, words: Words): TableBlock {
  const calledBy =
    by === 'manager' ? firstNames(groups.flatMap(({ key }) => key ?? [])) : (key: string) => key
  const name: Part<ActivityBody> = {
    column: {
      key: 'group',
      title: lookUp(words.groups.group, by) ?? by,
      kind: groupKind(by),
      wrap: true,
      min: 9,
    },
    cell: (body, at) => {
      const key = groups[at]?.key ?? null
      return body === total ? words.funnel.total : key === null ? groupName(null, by, words) : calledBy(key)
    },
  }
  return tableOf([name, ...parts], groups, totalOf(groups, total))
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

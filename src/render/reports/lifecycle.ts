import { NONE } from '../../domain/none.ts'
import { differencePValue, round4 } from '../../domain/statistics/statistics.ts'
import { periodTitle } from '../../domain/time/period.ts'
import type { Compared } from '../../reports/head.ts'
import type { LifecycleBody, LifecycleReport, LifecycleRow } from '../../reports/lifecycle.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Document, Line, Table, TableBlock } from '../document.ts'
import { formatCount, formatDays, formatDecimal, formatRate, roundTo } from '../numbers.ts'
import { type BesideRow, besideBlocks, besideFacts } from './beside.ts'
import { FEW, headLines, type ReportView, rangeCell, shareCell, shareSaid, withCommand } from './head.ts'
import { groupColumn, groupName, type Part, type Parts, tableOf, totalOf } from './parts.ts'

/** The way from a lead to a customer: a row a step, or with `--by` a row a group. */
export function lifecycleDocument({ report, beside }: Compared<LifecycleReport>, view: ReportView): Document {
  const { words } = view
  const { lifeFunnel: said, groups } = words
  const { head, by } = report
  const title = by === null ? said.title : said.titleBy({ by: groups.by[by] ?? by })
  const heading = headLines([title, periodTitle(head.period, words), said.cohort], head, view, [
    said.contacts({ n: formatCount(report.contacts, words.lang) }),
  ])
  const compared = beside === null ? [] : besideBlocks(beside.head, besideRows(report, beside, words), words)
  return { heading, blocks: [...blocksOf(report, view), ...compared], data: facts({ report, beside }) }
}

function blocksOf(report: LifecycleReport, view: ReportView): Block[] {
  const { words } = view
  const { lifeFunnel: said } = words
  if (report.contacts === 0) {
    const { latest } = view.beyond
    const more = latest === null ? [] : withCommand(said.latest, view.again({ period: latest.label }))
    return [
      { type: 'lines', lines: [said.none({ period: periodTitle(report.head.period, words) }), ...more] },
    ]
  }
  return [
    report.groups === null ? stepTable(report, view) : groupTable(report, report.groups, words),
    { type: 'lines', lines: notesOf(report, words) },
  ]
}

function stepTable({ stages, contacts }: LifecycleReport, { words, chart }: ReportView): TableBlock {
  const { lifeFunnel: said, funnel, lifecycle } = words
  const parts: Parts<LifecycleRow> = [
    {
      column: { key: 'stage', title: said.step, kind: 'text' },
      cell: ({ stage }) => lifecycle.names[stage] ?? stage,
    },
    { column: { key: 'reached', title: said.reached, kind: 'count' }, cell: ({ reached }) => reached },
    chart && { column: { key: 'bar', title: '', kind: 'bar', gap: 1 }, cell: ({ ofAll }) => ofAll },
    {
      column: { key: 'toNext', title: funnel.toNext, kind: 'rate' },
      cell: ({ reached, here, toNext }) => shareCell(reached - here, reached, toNext, words),
    },
    {
      column: { key: 'toNext', title: funnel.range, kind: 'interval' },
      cell: ({ toNextLow, toNextHigh, reached }) => rangeCell(toNextLow, toNextHigh, reached),
    },
    {
      column: { key: 'ofAll', title: funnel.ofAll, kind: 'rate' },
      cell: ({ reached, ofAll }) => shareCell(reached, contacts, ofAll, words),
    },
    {
      column: { key: 'here', title: said.here, kind: 'count' },
      cell: ({ stage, here }) => (stage === 'customer' ? null : here),
    },
    {
      column: { key: 'medianDays', title: said.days, kind: 'days' },
      cell: ({ medianDays, n }) => ({ value: medianDays, ...(n < FEW && { tone: 'dim' as const }) }),
    },
  ]
  return tableOf(parts, stages)
}

type Group = LifecycleBody & { key: string | null }

function groupTable(report: LifecycleReport, groups: readonly Group[], words: Words): TableBlock {
  const { lifecycle, funnel } = words
  const by = report.by ?? ''
  const total: Group = { ...report, key: null }
  const parts: Parts<Group> = [
    {
      column: groupColumn(by, words),
      cell: (group) => (group === total ? funnel.total : groupName(group.key, by, words)),
    },
    ...report.stages.map(
      ({ stage }, k): Part<Group> => ({
        column: { key: stage, title: lifecycle.names[stage] ?? stage, kind: 'count' },
        cell: ({ stages }) => stages[k]?.reached ?? 0,
      }),
    ),
    {
      column: { key: 'conversion', title: funnel.ofAll, kind: 'rate' },
      cell: ({ customers, contacts, conversion }) => shareCell(customers, contacts, conversion, words),
    },
    {
      column: { key: 'conversion', title: funnel.range, kind: 'interval' },
      cell: ({ conversionLow, conversionHigh, contacts }) =>
        rangeCell(conversionLow, conversionHigh, contacts),
    },
    {
      column: { key: 'medianDays', title: funnel.days, kind: 'days' },
      cell: ({ medianDays, n }) => ({ value: medianDays, ...(n < FEW && { tone: 'dim' as const }) }),
    },
  ]
  return tableOf(parts, groups, totalOf(groups, total))
}

function notesOf(report: LifecycleReport, words: Words): Line[] {
  const { lifeFunnel: said, lang } = words
  const { customers, contacts, conversion, conversionLow, conversionHigh, medianDays, n, stages } = report
  return [
    said.sum({ share: shareSaid(customers, contacts, conversion, conversionLow, conversionHigh, words) }),
    ...(medianDays === null
      ? []
      : [said.took({ days: formatDays(medianDays, lang), n: formatCount(n, lang) })]),
    ...(report.written === 0 && customers > 0 ? [said.unwritten] : []),
    said.about,
    said.customer,
    ...(customers < contacts ? [said.young] : []),
    ...(report.groups === null ? [said.daysNote] : []),
    ...(stages.some(({ reached }) => reached > 0 && reached < FEW) ? [said.few] : []),
  ]
}

function besideRows(now: LifecycleReport, was: LifecycleReport, words: Words): BesideRow[] {
  const { lifeFunnel: said, lifecycle, funnel, lang } = words
  const signed = (n: number) => `${n > 0 ? '+' : ''}${formatDecimal(n, 0, lang)}`
  const rows = now.stages.map(({ stage, reached }, k): BesideRow => {
    const before = was.stages[k]?.reached ?? 0
    return {
      title: lifecycle.names[stage] ?? stage,
      was: formatCount(before, lang),
      now: formatCount(reached, lang),
      change: signed(reached - before),
    }
  })
  const isEnough = now.contacts >= FEW && was.contacts >= FEW
  const points =
    now.conversion === null || was.conversion === null
      ? 0
      : roundTo(now.conversion * 100, 0) - roundTo(was.conversion * 100, 0)
  const change = funnel.inPoints({ change: signed(points), n: points })
  const isAlike = differencePValue(now.customers, now.contacts, was.customers, was.contacts) > 0.05
  const rate = ({ conversion }: LifecycleBody) => (conversion === null ? '' : formatRate(conversion, lang))
  if (!isEnough) return rows
  return [
    ...rows,
    {
      title: said.bought,
      was: rate(was),
      now: rate(now),
      change: isAlike ? `${change}, ${funnel.wonAlike}` : change,
    },
  ]
}

/** A row a step; of each group where there are any. */
function facts({ report, beside }: Compared<LifecycleReport>): Table {
  const table = factsOf(report)
  if (beside === null) return table
  return besideFacts([report.head, factsOf({ ...report, groups: null })], [beside.head, factsOf(beside)])
}

function factsOf(report: LifecycleReport): Table {
  const { groups, by } = report
  const keys = ['stage', 'reached', 'here', 'toNext', 'toNextLow', 'toNextHigh', 'ofAll', 'medianDays', 'n']
  const bodies: readonly Group[] = groups ?? [{ ...report, key: null }]
  return {
    columns: [...(groups === null ? [] : [by ?? 'group']), ...keys].map((key) => ({
      key,
      title: key,
      kind: 'text',
    })),
    rows: bodies.flatMap(({ key, stages }) =>
      stages.map(({ stage, reached, here, toNext, toNextLow, toNextHigh, ofAll, medianDays, n }) => ({
        cells: [
          ...(groups === null ? [] : [key ?? NONE]),
          ...[stage, reached, here, round4(toNext), round4(toNextLow), round4(toNextHigh)],
          ...[round4(ofAll), round4(medianDays), n],
        ],
      })),
    ),
  }
}

import { NONE } from '../../domain/none.ts'
import { differencePValue, round4 } from '../../domain/statistics/statistics.ts'
import { formatMoment, periodTitle } from '../../domain/time/period.ts'
import type { Compared } from '../../reports/head.ts'
import type { ResponseBody, ResponseGroup, ResponseReport } from '../../reports/response.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell, Column, Document, Table, TableBlock } from '../document.ts'
import { formatDecimal } from '../numbers.ts'
import { type BesideRow, besideBlocks, besideFacts, countRow, shareRow } from './beside.ts'
import { markCell, markOf } from './funnel-groups.ts'
import { headLines, type ReportView, rangeCell, shareCell } from './head.ts'
import { groupColumn, groupName } from './parts.ts'
import { lateLines } from './response-standing.ts'

/** Somebody who waits, with names for ids. */
export interface WaitingLine {
  who: string
  kind: string
  id: string
  at: string
  manager: string | null
  /** Null of what is dated later than now. */
  hours: number | null
}

interface Listed {
  waiting: readonly WaitingLine[]
  /** Deals dated later than T, which are left out. */
  beyond: readonly string[]
}

/** A screen has room for so many of them. */
const SHOWN = 12

/** How soon who turned to us was answered, by group; then who still waits. */
export function responseDocument(
  both: Compared<ResponseReport>,
  { waiting, beyond }: Listed,
  view: ReportView,
): Document {
  const { words } = view
  const { report, beside } = both
  const { head, by, total, unassigned } = report
  const { touchReports: said } = words
  const title = said.responseTitle({ by: words.groups.by[by] ?? by })
  const heading = headLines([title, periodTitle(head.period, words)], head, view, [])
  const data = facts(both)
  const compared =
    beside === null ? [] : besideBlocks(beside.head, besideRows(report, beside.total, words), words)
  const left = beyond.length === 0 ? [] : [said.beyond({ count: beyond.length, ids: listed(beyond) })]
  if (total.inquiries === 0)
    return { heading, blocks: [{ type: 'lines', lines: [said.noInquiries, ...left] }, ...compared], data }
  const late = lateLines(report, view)
  const isCertain = report.groups.some(({ differs }) => differs !== null)
  const blocks: Block[] = [
    // Who is late by chance is no finding.
    { type: 'lines', lines: late, ...(isCertain ? { finding: true as const } : { brief: [] }) },
    groupTable(report, words),
    { type: 'lines', lines: [said.withinMeaning, said.attemptMeaning] },
    ...compared,
  ]
  if (waiting.length > 0) blocks.push({ type: 'lines', lines: [said.waiting] }, waitingTable(waiting, words))
  const more = waiting.length - SHOWN
  const notes = [
    ...(more > 0 ? [said.more(more)] : []),
    ...(unassigned > 0 ? [said.unassigned(unassigned)] : []),
    ...left,
  ]
  if (notes.length > 0) blocks.push({ type: 'lines', lines: notes })
  return { heading, blocks, data }
}

function groupTable({ by, groups, total, lateMinutes: minutes }: ResponseReport, words: Words): TableBlock {
  const { touchReports: said } = words
  const isMarked = groups.some(({ differs }) => differs !== null)
  const columns: Column[] = [
    groupColumn(by, words),
    { key: 'inquiries', title: said.inquiries, kind: 'count' },
    { key: 'answered', title: said.answered, kind: 'count' },
    { key: 'unanswered', title: said.unanswered, kind: 'count' },
    { key: 'lateShare', title: said.lateAfter({ minutes }), kind: 'rate' },
    { key: 'late', title: words.funnel.range, kind: 'interval' },
    ...(isMarked ? [{ key: 'mark', title: '', kind: 'text', gap: 1 } as const] : []),
    { key: 'medianHours', title: said.median, kind: 'text', align: 'right' },
    { key: 'p90Hours', title: said.p90, kind: 'text', align: 'right' },
  ]
  const cells = (body: ResponseBody | ResponseGroup) => [
    body.inquiries,
    body.answered,
    { value: body.unanswered, ...(body.unanswered > 0 && { tone: 'bad' as const }) },
    shareCell(body.late, body.timed, body.lateShare, words),
    rangeCell(body.lateLow, body.lateHigh, body.timed),
    ...(isMarked ? [markCell('differs' in body ? markOf(body.differs) : '')] : []),
    spanCell(body.medianHours, words),
    spanCell(body.p90Hours, words),
  ]
  return {
    type: 'table',
    columns,
    rows: [
      ...groups.map((group) => ({ cells: [groupName(group.key, by, words), ...cells(group)] })),
      ...(groups.length > 1 ? [{ cells: [words.funnel.total, ...cells(total)], total: true }] : []),
    ],
  }
}

function waitingTable(waiting: readonly WaitingLine[], words: Words): TableBlock {
  const { touchReports: said, records, lang } = words
  return {
    type: 'table',
    columns: [
      { key: 'id', title: records.id, kind: 'id' },
      { key: 'at', title: said.since, kind: 'text' },
      { key: 'kind', title: said.how, kind: 'text' },
      { key: 'who', title: said.who, kind: 'text', shrink: true },
      { key: 'manager', title: records.manager, kind: 'text', shrink: true },
      { key: 'hours', title: said.waits, kind: 'text', align: 'right' },
    ],
    rows: waiting.slice(0, SHOWN).map(({ id, at, kind, who, manager, hours }) => ({
      cells: [id, formatMoment(at, lang), said.kinds[kind] ?? kind, who, manager, waitsCell(hours, words)],
    })),
  }
}

const DAY_AND_A_HALF = 36
const HALF_A_MINUTE = 1 / 120

function spanCell(hours: number | null, words: Words): Cell {
  return hours === null ? { value: null } : { value: hours, text: spanSaid(hours, words) }
}

function waitsCell(hours: number | null, words: Words): Cell {
  return hours === null ? { value: null, text: words.touchReports.notYet } : spanCell(hours, words)
}

const MOST_LISTED = 5

function listed(ids: readonly string[]): string {
  return `${ids.slice(0, MOST_LISTED).join(', ')}${ids.length > MOST_LISTED ? '…' : ''}`
}

/** Minutes below an hour, days above a day and a half. */
export function spanSaid(hours: number, { touchReports: said, lang }: Words): string {
  if (hours < HALF_A_MINUTE) return said.atOnce
  if (hours < 1) return said.minutes({ n: formatDecimal(hours * 60, 0, lang) })
  return hours < DAY_AND_A_HALF
    ? said.hours({ n: formatDecimal(hours, hours < 10 ? 1 : 0, lang) })
    : said.days({ n: formatDecimal(hours / 24, hours < 240 ? 1 : 0, lang) })
}

function besideRows(
  { total: now, lateMinutes: minutes }: ResponseReport,
  was: ResponseBody,
  words: Words,
): BesideRow[] {
  const { touchReports: said } = words
  const counts = (['inquiries', 'answered', 'unanswered'] as const).map((key) =>
    countRow(said[key], was[key], now[key], words),
  )
  const spans = ([said.median, said.p90] as const).map((title, at): BesideRow => {
    const key = at === 0 ? 'medianHours' : 'p90Hours'
    const [before, after] = [was[key], now[key]]
    const span = (hours: number | null) => (hours === null ? '' : spanSaid(hours, words))
    return { title, was: span(before), now: span(after), change: changeSaid(before, after, words) }
  })
  const isAlike = differencePValue(now.late, now.timed, was.late, was.timed) > 0.05
  const part = ({ late, timed }: ResponseBody) => ({ k: late, n: timed })
  const title = said.lateAfter({ minutes })
  return [...counts, shareRow(title, part(was), part(now), isAlike, words), ...spans]
}

/** By how much longer it took, or shorter. */
function changeSaid(was: number | null, now: number | null, words: Words): string {
  if (was === null || now === null) return ''
  return was === now ? '0' : `${now > was ? '+' : '−'}${spanSaid(Math.abs(now - was), words)}`
}

function facts({ report, beside }: Compared<ResponseReport>): Table {
  const table = factsOf(report)
  return beside === null ? table : besideFacts([report.head, table], [beside.head, factsOf(beside)])
}

function factsOf({ by, groups }: ResponseReport): Table {
  const keys = [by, ...COUNTS, 'medianHours', 'p90Hours', 'late', 'timed', ...RATES, 'differs']
  return {
    columns: keys.map((key) => ({ key, title: key, kind: 'text' })),
    rows: groups.map((group) => ({
      cells: [
        group.key ?? NONE,
        ...COUNTS.map((key) => group[key]),
        ...[round4(group.medianHours), round4(group.p90Hours), group.late, group.timed],
        ...RATES.map((key) => round4(group[key])),
        group.differs,
      ],
    })),
  }
}

const COUNTS = ['inquiries', 'answered', 'unanswered'] as const
const RATES = ['lateShare', 'lateLow', 'lateHigh'] as const

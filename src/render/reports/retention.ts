import { differencePValue, round4 } from '../../domain/statistics/statistics.ts'
import { periodTitle } from '../../domain/time/period.ts'
import type { Compared } from '../../reports/head.ts'
import type { RetentionReport, RetentionRow, Returned } from '../../reports/retention.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell, Document, Line, Table, TableBlock } from '../document.ts'
import { formatCount, formatDecimal, formatRate, roundTo } from '../numbers.ts'
import { besideBlocks, besideFacts } from './beside.ts'
import { FEW, headLines, type ReportView, rangeCell, shareSaid, withCommand } from './head.ts'
import { type Parts, tableOf } from './parts.ts'

/** A screen has room for so many later periods. */
const LATER = 6

/** Who came back: a row a period, a column each period after it. */
export function retentionDocument({ report, beside }: Compared<RetentionReport>, view: ReportView): Document {
  const { words } = view
  const { retention: said, groups, lang } = words
  const { head, by, customers } = report
  const title = said.title({ by: groups.by[by] ?? by })
  const heading = headLines([title, periodTitle(head.period, words)], head, view, [
    ...(report.of === 'first' ? [said.ofFirst] : []),
    said.customers({ n: formatCount(customers, lang) }),
  ])
  const compared = beside === null ? [] : comparedBlocks(report, beside, words)
  return { heading, blocks: [...blocksOf(report, view), ...compared], data: facts({ report, beside }) }
}

function blocksOf(report: RetentionReport, view: ReportView): Block[] {
  const { words, chart } = view
  const { customers, rows } = report
  if (customers === 0) {
    const { retention: said } = words
    const period = periodTitle(report.head.period, words)
    const { latest } = view.beyond
    const none = report.of === 'first' ? said.noneFirst({ period }) : said.none({ period })
    const more = latest === null ? [] : withCommand(said.latest, view.again({ period: latest.label }))
    return [{ type: 'lines', lines: [none, ...nobodysNote(report, words), ...more] }]
  }
  const values = rows.map(({ next, customers: n }) => (next?.finished && n >= FEW ? next.rate : null))
  return [
    triangle(report, words),
    ...(chart && values.filter((value) => value !== null).length >= 3
      ? [
          {
            type: 'chart' as const,
            kind: 'rate' as const,
            title: words.retention.chart,
            labels: rows.map(({ label }) => label),
            series: [{ name: '', values }],
          },
        ]
      : []),
    { type: 'lines', lines: notesOf(report, words) },
  ]
}

function triangle({ by, of, rows }: RetentionReport, words: Words): TableBlock {
  const { retention: said, funnel, groups } = words
  const widest = rows.reduce((most, { after }) => Math.max(most, after.length), 0)
  const parts: Parts<RetentionRow> = [
    { column: { key: 'label', title: groups.group[by] ?? by, kind: 'text' }, cell: ({ label }) => label },
    { column: { key: 'customers', title: said.buyers, kind: 'count' }, cell: (row) => row.customers },
    of !== 'first' && { column: { key: 'new', title: said.new, kind: 'count' }, cell: (row) => row.new },
    {
      column: { key: 'again', title: said.again, kind: 'count' },
      cell: ({ next }) => next?.again ?? null,
    },
    ...Array.from(
      { length: Math.min(LATER, widest) },
      (_, k): Parts<RetentionRow> => [
        {
          column: { key: `after${k + 1}`, title: `+${k + 1}`, kind: 'rate' },
          cell: ({ after, customers }) => returnedCell(after[k], customers, words),
        },
        k === 0 && {
          column: { key: 'range', title: funnel.range, kind: 'interval' },
          cell: ({ next, customers }) => rangeCell(next?.low ?? null, next?.high ?? null, customers),
        },
      ],
    ).flat(),
  ]
  return tableOf(parts, rows)
}

/** `12 %`, of few `2/7`, with an ellipsis where the period is not over. */
function returnedCell(part: Returned | undefined, n: number, { lang }: Words): Cell {
  if (part === undefined || part.rate === null) return { value: null }
  const { rate, again, finished } = part
  const text = n < FEW ? `${formatCount(again, lang)}/${formatCount(n, lang)}` : formatRate(rate, lang)
  return {
    value: rate,
    text: finished ? text : `${text}…`,
    ...((n < FEW || !finished) && { tone: 'dim' as const }),
  }
}

function notesOf(report: RetentionReport, words: Words): Line[] {
  const { retention: said } = words
  const { rows, total, of } = report
  const { again, customers, rate, low, high } = total
  const isRunning = rows.some(({ after }) => after.some(({ finished }) => !finished))
  return [
    customers === 0
      ? said.noTotal
      : said.total({ share: shareSaid(again, customers, rate, low, high, words) }),
    said.about({ of }),
    said.customer,
    ...(isRunning ? [said.unfinished] : []),
    ...(rows.some((row) => row.customers > 0 && row.customers < FEW) ? [said.few] : []),
    ...(rows.some(({ after }) => after.length > LATER) ? [said.further] : []),
    ...nobodysNote(report, words),
  ]
}

function nobodysNote({ nobodys }: RetentionReport, { retention: said, lang }: Words): Line[] {
  return nobodys === 0 ? [] : [said.nobodys({ n: formatCount(nobodys, lang) })]
}

function comparedBlocks(now: RetentionReport, was: RetentionReport, words: Words): Block[] {
  const { retention: said, funnel, lang } = words
  const [a, b] = [now.total, was.total]
  const signed = (n: number) => `${n > 0 ? '+' : ''}${formatDecimal(n, 0, lang)}`
  const count = (n: number) => formatCount(n, lang)
  const points =
    a.rate === null || b.rate === null ? null : roundTo(a.rate * 100, 0) - roundTo(b.rate * 100, 0)
  const isAlike = differencePValue(a.again, a.customers, b.again, b.customers) > 0.05
  const change = points === null ? '' : funnel.inPoints({ change: signed(points), n: points })
  const share = ({ again, customers, rate }: typeof a) =>
    rate === null
      ? ''
      : customers < FEW
        ? words.reportHead.of({ k: count(again), n: count(customers) })
        : formatRate(rate, lang)
  const isEnough = a.customers >= FEW && b.customers >= FEW
  return besideBlocks(
    was.head,
    [
      {
        title: said.buyers,
        was: count(was.customers),
        now: count(now.customers),
        change: signed(now.customers - was.customers),
      },
      {
        title: said.rateRow,
        was: share(b),
        now: share(a),
        change: !isEnough ? said.tooFew : isAlike ? `${change}, ${said.alike}` : change,
      },
    ],
    words,
  )
}

/** A row a period and a period after it. */
function facts({ report, beside }: Compared<RetentionReport>): Table {
  const table = factsOf(report)
  return beside === null ? table : besideFacts([report.head, table], [beside.head, factsOf(beside)])
}

function factsOf({ rows }: RetentionReport): Table {
  const keys = ['label', 'customers', 'new', 'after', 'later', 'again', 'rate', 'low', 'high', 'finished']
  return {
    columns: keys.map((key) => ({ key, title: key, kind: 'text' })),
    rows: rows.flatMap(({ label, customers, new: fresh, after }) => {
      const lead = [label, customers, fresh]
      if (after.length === 0) return [{ cells: [...lead, ...Array<null>(7).fill(null)] }]
      return after.map((part, k) => ({
        cells: [
          ...[...lead, k + 1, part.label, part.again, round4(part.rate), round4(part.low), round4(part.high)],
          String(part.finished),
        ],
      }))
    }),
  }
}

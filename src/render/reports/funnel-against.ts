import { majorOf } from '../../domain/money.ts'
import { formatDay, periodTitle } from '../../domain/period.ts'
import type { Against, AgainstRow, ReferenceHead } from '../../reports/against.ts'
import type { FunnelReport, FunnelStage } from '../../reports/funnel.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell, Column, Line, Value } from '../document.ts'
import { formatCount, formatDecimal, formatEstimate, moneyScale, moneyUnit, roundTo } from '../numbers.ts'
import { openSaid, sumNotes } from './funnel-notes.ts'
import { nextCell } from './funnel-whole.ts'
import { FEW, type ReportView, rangeCell } from './head.ts'

interface Pair {
  row: FunnelStage
  held: AgainstRow
}

interface Part {
  column: Column
  cell(pair: Pair): Cell | Value
}

/** Each stage beside its share of the reference, what the difference is worth, and whether it is one. */
export function againstBlocks(report: FunnelReport, against: Against, { words }: ReportView): Block[] {
  const parts = partsOf(report, against, words)
  const pairs = report.stages.flatMap((row, k) => {
    const held = against.rows[k]
    return held === undefined ? [] : [{ row, held }]
  })
  return [
    { type: 'lines', lines: [referenceSaid(against.of, words)] },
    {
      type: 'table',
      columns: parts.map(({ column }) => column),
      rows: pairs.map((pair) => ({
        cells: parts.map(({ cell }) => cell(pair)),
        ...(pair.row.kind === 'won' && pair.row.entered > 0 ? { tone: 'good' as const } : {}),
      })),
    },
    { type: 'lines', lines: notes(report, against, words) },
  ]
}

/** `рядом: эталон «Лето» · июль–сентябрь 2025 · на 30.09.2025 · сделок 240`. */
function referenceSaid({ name, kind, period, asOf, deals, savedOn }: ReferenceHead, words: Words): string {
  const { references, reportHead, lang } = words
  if (name === null) return references.besideTemplate
  const what =
    period === null
      ? [
          references.kinds[kind],
          ...(savedOn === null ? [] : [references.savedDay({ day: formatDay(savedOn, lang) })]),
        ]
      : [
          periodTitle(period, words),
          ...(asOf === null ? [] : [references.asOf({ day: formatDay(asOf, lang) })]),
          ...(deals === null ? [] : [reportHead.deals({ n: formatCount(deals, lang) })]),
        ]
  return references.beside({ name, what: what.join(' · ') })
}

function partsOf({ mode, head }: FunnelReport, { rows, average }: Against, words: Words): Part[] {
  const { funnel, references, lang } = words
  const worth = ({ differenceAmount }: AgainstRow) =>
    differenceAmount === null ? null : majorOf(Math.round(differenceAmount), head.currency)
  const scale = moneyScale(rows.map((held) => worth(held) ?? 0))
  return [
    {
      column: { key: 'stage', title: funnel.stage, kind: 'text', shrink: true, min: 10 },
      cell: ({ row }) => row.stage,
    },
    {
      column: { key: 'entered', title: funnel.entered[mode], kind: 'count' },
      cell: ({ row }) => row.entered,
    },
    {
      column: { key: 'toNext', title: funnel.toNext, kind: 'rate' },
      cell: ({ row }) => nextCell(row, words),
    },
    {
      column: { key: 'toNext', title: funnel.range, kind: 'interval' },
      cell: ({ row }) => rangeCell(row.toNextLow, row.toNextHigh, row.entered, row.sound),
    },
    {
      column: { key: 'reference', title: references.reference, kind: 'rate' },
      cell: ({ held }) => ({
        value: held.reference,
        ...(held.referenceN !== null && held.referenceN < FEW && { tone: 'dim' as const }),
      }),
    },
    {
      column: { key: 'difference', title: references.points, kind: 'rate' },
      cell: (pair) => pointsCell(pair, words),
    },
    { column: { key: 'mark', title: '', kind: 'text', gap: 1 }, cell: ({ held }) => markCell(held) },
    {
      column: { key: 'differenceDeals', title: references.deals, kind: 'text', align: 'right' },
      cell: ({ held: { differenceDeals: deals } }) => ({
        value: deals,
        text: deals === null ? '' : signed(deals, 1, words),
      }),
    },
    ...(average === null
      ? []
      : [
          {
            column: {
              key: 'differenceAmount',
              title: `± ${moneyUnit(scale, head.currency, lang)}`,
              kind: 'money',
              scale,
              currency: head.currency,
              signed: true,
            } as const,
            cell: ({ held }: Pair) => worth(held),
          },
        ]),
  ]
}

/** The difference of the percentages as they are shown; nothing of few. */
function pointsCell({ row, held }: Pair, words: Words): Cell {
  const { reference, referenceN } = held
  if (row.toNext === null || reference === null || !row.sound) return { value: null }
  if (row.entered < FEW || (referenceN !== null && referenceN < FEW)) return { value: null }
  const points = roundTo(row.toNext * 100, 0) - roundTo(reference * 100, 0)
  return { value: held.difference, text: signed(points, 0, words) }
}

function signed(n: number, digits: number, { lang }: Words): string {
  return (roundTo(n, digits) > 0 ? '+' : '') + formatDecimal(n, digits, lang)
}

function markCell({ distinguishable, mendable, difference }: AgainstRow): Cell {
  if (distinguishable === null) return { value: null }
  if (mendable) return { value: '▼?', tone: 'dim' }
  if (!distinguishable) return { value: '≈', tone: 'dim' }
  return (difference ?? 0) > 0 ? { value: '▲', tone: 'good' } : { value: '▼', tone: 'bad' }
}

function notes(report: FunnelReport, against: Against, words: Words): Line[] {
  const { references } = words
  const { rows } = against
  const open = openSaid(report.totals, words)
  return [
    ...changeNotes(against.of, words),
    ...sumNotes(report.totals, words),
    ...(open === null ? [] : [references.stillOpen({ share: open })]),
    ...worthNotes(report, against, words),
    ...markNotes(rows, words),
  ]
}

/** What the marks mean that there are. */
function markNotes(rows: readonly AgainstRow[], { references }: Words): Line[] {
  return [
    ...(rows.some(({ distinguishable }) => distinguishable === true) ? [references.differs] : []),
    ...(rows.some(({ mendable }) => mendable) ? [references.mendable] : []),
    ...(rows.some(({ distinguishable, mendable }) => distinguishable === false && !mendable)
      ? [references.alike]
      : []),
  ]
}

function changeNotes({ added, gone }: ReferenceHead, { references }: Words): Line[] {
  return [
    ...(added.length === 0 ? [] : [references.added({ stages: added })]),
    ...(gone.length === 0 ? [] : [references.gone({ stages: gone })]),
  ]
}

function worthNotes({ totals, head }: FunnelReport, against: Against, words: Words): Line[] {
  const { references, lang } = words
  const { average, differenceWon, differenceAmount } = against
  const money = (minor: number) =>
    formatEstimate(majorOf(Math.round(minor), head.currency), head.currency, lang)
  if (against.rows.every(({ reference }) => reference === null)) return []
  const worth =
    average === null
      ? references.noAverage
      : references.worth({
          average: money(average.amount),
          n: formatCount(average.deals, lang),
          own: average.of === 'own',
        })
  if (differenceWon === null) return [worth]
  const by = formatDecimal(Math.abs(differenceWon), 1, lang)
  const won = formatCount(totals.won, lang)
  if (roundTo(differenceWon, 1) === 0) return [worth, references.as({ won })]
  const amount = differenceAmount === null ? null : money(Math.abs(differenceAmount))
  return [worth, references.together({ won, by, isLess: differenceWon < 0, amount })]
}

import { majorOf } from '../../domain/money.ts'
import type { AgainstRow } from '../../reports/against.ts'
import type { FunnelStage } from '../../reports/funnel.ts'
import type { Words } from '../../words/words.ts'
import type { Cell, Line, TableBlock } from '../document.ts'
import { formatDecimal, moneyScale, moneyUnit, roundTo } from '../numbers.ts'
import { nextCell, toneOf } from './funnel-whole.ts'
import { FEW, rangeCell } from './head.ts'
import { type Parts, tableOf } from './parts.ts'

interface Pair {
  row: FunnelStage
  held: AgainstRow
}

/** What the columns are called. */
export interface HeldTitles {
  entered: string
  reference: string
  currency: string
  /** There is an average to price the difference with. */
  isPriced: boolean
  /** Only what is told from chance is told in deals and money; else all is, so that it adds up. */
  certainAlone: boolean
  /** The column of deals open at the stage; null where there is none. */
  open: string | null
}

/** One row a stage: its share, that of what it is held against, the difference and what it is worth. */
export function heldTable(
  stages: readonly FunnelStage[],
  rows: readonly AgainstRow[],
  of: HeldTitles,
  words: Words,
): TableBlock {
  const pairs = stages.flatMap((row, k) => {
    const held = rows[k]
    return held === undefined ? [] : [{ row, held }]
  })
  const isHeld = rows.some(({ reference }) => reference !== null)
  const parts = [...ownParts(of, words), ...(isHeld ? heldParts(rows, of, words) : [])]
  return tableOf(parts, pairs, undefined, ({ row }) => toneOf(row))
}

/** What the stage itself is. */
function ownParts(of: HeldTitles, words: Words): Parts<Pair> {
  const { funnel } = words
  return [
    {
      column: { key: 'stage', title: funnel.stage, kind: 'text', shrink: true, min: 10 },
      cell: ({ row }) => row.stage,
    },
    {
      column: { key: 'entered', title: of.entered, kind: 'count' },
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
    of.open !== null && {
      column: { key: 'openHere', title: of.open, kind: 'count' },
      cell: ({ row }) => row.openHere,
    },
  ]
}

/** What it is held against, the difference and what that is worth. */
function heldParts(rows: readonly AgainstRow[], of: HeldTitles, words: Words): Parts<Pair> {
  const { references, lang } = words
  const isTold = (held: AgainstRow) => !of.certainAlone || isCertain(held)
  const isAny = rows.some(isTold)
  const worth = (held: AgainstRow) =>
    held.differenceAmount === null || !isTold(held)
      ? null
      : majorOf(Math.round(held.differenceAmount), of.currency)
  const scale = moneyScale(rows.map((held) => worth(held) ?? 0))
  return [
    {
      column: { key: 'reference', title: of.reference, kind: 'rate' },
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
    isAny && {
      column: { key: 'differenceDeals', title: references.deals, kind: 'text', align: 'right' },
      cell: ({ held }) => {
        const deals = isTold(held) ? held.differenceDeals : null
        return { value: deals, text: deals === null ? '' : signed(deals, 1, words) }
      },
    },
    isAny &&
      of.isPriced && {
        column: {
          key: 'differenceAmount',
          title: `± ${moneyUnit(scale, of.currency, lang)}`,
          kind: 'money',
          scale,
          currency: of.currency,
          signed: true,
        },
        cell: ({ held }) => worth(held),
      },
  ]
}

/** The difference of the percentages as they are shown; nothing of few. */
export function pointsCell({ row, held }: Pair, words: Words): Cell {
  const { reference, referenceN } = held
  if (row.toNext === null || reference === null || !row.sound) return { value: null }
  if (row.entered < FEW || (referenceN !== null && referenceN < FEW)) return { value: null }
  const points = roundTo(row.toNext * 100, 0) - roundTo(reference * 100, 0)
  return { value: held.difference, text: signed(points, 0, words) }
}

function signed(n: number, digits: number, { lang }: Words): string {
  return (roundTo(n, digits) > 0 ? '+' : '') + formatDecimal(n, digits, lang)
}

/** Told from chance, whatever becomes of open deals. */
export function isCertain({ distinguishable, mendable }: AgainstRow): boolean {
  return distinguishable === true && !mendable
}

export function markCell({ distinguishable, mendable, difference }: AgainstRow): Cell {
  if (distinguishable === null) return { value: null }
  if (mendable) return { value: '▼?', tone: 'dim' }
  if (!distinguishable) return { value: '≈', tone: 'dim' }
  return (difference ?? 0) > 0 ? { value: '▲', tone: 'good' } : { value: '▼', tone: 'bad' }
}

/** What the marks mean that there are. */
export function markNotes(rows: readonly AgainstRow[], { references }: Words): Line[] {
  return [
    ...(rows.some(({ distinguishable }) => distinguishable === true) ? [references.differs] : []),
    ...(rows.some(({ mendable }) => mendable) ? [references.mendable] : []),
    ...(rows.some(({ distinguishable, mendable }) => distinguishable === false && !mendable)
      ? [references.alike]
      : []),
  ]
}

import { formatDay, isBounded, periodTitle } from '../../domain/time/period.ts'
import type { ReportHead } from '../../reports/head.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell, Table } from '../document.ts'
import {
  formatCount,
  formatDecimal,
  formatRate,
  type MoneyScale,
  roundTo,
  scaleAddingUp,
} from '../numbers.ts'
import { FEW, ofSaid } from './head.ts'
import type { Part } from './parts.ts'

/** One figure in two periods, as people read it. */
export interface BesideRow {
  title: string
  was: string
  now: string
  change: string
}

/** A count in two periods. */
export function countRow(title: string, was: number, now: number, { lang }: Words): BesideRow {
  const change = `${now > was ? '+' : ''}${formatCount(now - was, lang)}`
  return { title, was: formatCount(was, lang), now: formatCount(now, lang), change }
}

/** k of n. */
export interface Counted {
  k: number
  n: number
}

/**
 * A share in two periods. Of few it is no per cent, and no change of it is told; of many, in points, and whether it is
 * within chance (`isAlike`; null where that was not tested).
 */
export function shareRow(
  title: string,
  was: Counted,
  now: Counted,
  isAlike: boolean | null,
  words: Words,
): BesideRow {
  const { lang, funnel } = words
  const said = ({ k, n }: Counted) => (n === 0 ? '' : n < FEW ? ofSaid(k, n, words) : formatRate(k / n, lang))
  const [before, after] = [was, now].map(({ k, n }) => k / Math.max(1, n)) as [number, number]
  const change = funnel.inPoints({ change: pointsSaid(before, after, words), n: pointsOf(before, after) })
  const isTold = was.n >= FEW && now.n >= FEW
  return {
    title,
    was: said(was),
    now: said(now),
    change: !isTold ? '' : isAlike === true ? `${change}, ${funnel.wonAlike}` : change,
  }
}

/** Two shares as percentages, the difference of what is shown, so that it adds up: `+8`. */
export function pointsSaid(was: number, now: number, { lang }: Words): string {
  const points = pointsOf(was, now)
  return `${points > 0 ? '+' : ''}${formatDecimal(points, 0, lang)}`
}

export function pointsOf(was: number, now: number): number {
  return roundTo(now * 100, 0) - roundTo(was * 100, 0)
}

/** Whether a share rose or fell, `≈` where the two cannot be told apart; nothing where that was not asked. */
export function changeMark(was: number | null, now: number | null, differs: boolean | null): Cell {
  if (differs === null) return { value: null }
  if (!differs) return { value: '≈', tone: 'dim' }
  return (now ?? 0) > (was ?? 0) ? { value: '▲', tone: 'good' } : { value: '▼', tone: 'bad' }
}

/** These tell of another period beside the one asked for: also where several reports share a screen. */
export function asBeside(blocks: readonly Block[]): Block[] {
  return blocks.map((block) =>
    block.type === 'table' || (block.type === 'lines' && block.finding === undefined)
      ? { ...block, beside: true }
      : block,
  )
}

/** Which days stand beside, and as of which day. */
export function besideSaid({ period, asOf }: BesideHead, words: Words): string {
  const { reportHead, lang } = words
  const day = formatDay(asOf, lang)
  return isBounded(period)
    ? reportHead.beside({ period: periodTitle(period, words), day })
    : reportHead.besideAt({ day })
}

type BesideHead = Pick<ReportHead, 'period' | 'asOf'>

/** In place of columns of noughts, where there was nothing in the other days. */
export function nothingBeside(head: BesideHead, words: Words): Block[] {
  const beside = besideSaid(head, words)
  return asBeside([{ type: 'lines', lines: [words.reportHead.nothingBeside({ beside })] }])
}

/** The same figures of another period, side by side. */
export function besideBlocks(head: ReportHead, rows: readonly BesideRow[], words: Words): Block[] {
  const { funnel } = words
  if (!rows.some(({ was }) => /[1-9]/.test(was))) return nothingBeside(head, words)
  const text = { kind: 'text', align: 'right' } as const
  return asBeside([
    { type: 'lines', lines: [besideSaid(head, words)] },
    {
      type: 'table',
      columns: [
        { key: 'figure', title: '', kind: 'text' },
        { key: 'was', title: funnel.was, ...text },
        { key: 'now', title: funnel.now, ...text },
        { key: 'change', title: funnel.change, ...text },
      ],
      rows: rows.map(({ title, was, now, change }) => ({ cells: [title, was, now, change] })),
    },
  ])
}

/**
 * An amount in two periods and its change, of the amounts as they are shown: major units to one scale, or counts
 * where there is none. The last of several is the sum of the others.
 */
export function changeParts<Pair>(
  pairs: readonly Pair[],
  amounts: readonly (readonly [was: number, now: number])[],
  rough: MoneyScale | null,
  head: (scale: MoneyScale | null) => { key: string; title: string },
  { funnel }: Words,
): Part<Pair>[] {
  const summed = amounts.slice(0, Math.max(1, amounts.length - 1))
  const scale =
    rough === null
      ? null
      : ([0, 1] as const)
          .map((at) =>
            scaleAddingUp(
              rough,
              summed.map((pair) => pair[at]),
            ),
          )
          .reduce((a, b) => (b.digits > a.digits ? b : a))
  const kind = scale === null ? ({ kind: 'count' } as const) : ({ kind: 'money', scale } as const)
  const step = scale === null ? 1 : 10 ** (scale.power - scale.digits)
  const of = new Map(pairs.map((pair, at) => [pair, amounts[at] ?? [0, 0]] as const))
  const [was, now] = [(pair: Pair) => of.get(pair)?.[0] ?? 0, (pair: Pair) => of.get(pair)?.[1] ?? 0]
  const steps = (amount: number) => roundTo(amount / step, 0)
  const { key, title } = head(scale)
  return [
    { column: { ...kind, key: `${key}Was`, title: `${title} ${funnel.was}` }, cell: was },
    { column: { ...kind, key, title: funnel.now }, cell: now },
    {
      column: { ...kind, key: `${key}Change`, title: '±', signed: true },
      cell: (pair) => (steps(now(pair)) - steps(was(pair))) * step,
    },
  ]
}

/** The rows of both periods, each led by the label of its own and by the day it was seen on. */
export function besideFacts(...both: readonly [now: [ReportHead, Table], was: [ReportHead, Table]]): Table {
  const [[, { columns }]] = both
  return {
    columns: [...['period', 'asOf'].map((key) => ({ key, title: key, kind: 'text' as const })), ...columns],
    rows: both.flatMap(([{ period, asOf }, { rows }]) =>
      rows.map((row) => ({ ...row, cells: [period.label, asOf, ...row.cells] })),
    ),
  }
}

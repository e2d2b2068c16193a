import { majorOf } from '../../domain/money.ts'
import type { TeamBody, TeamReport } from '../../reports/team.ts'
import type { TeamChanges } from '../../reports/team-change.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell, Column, Value } from '../document.ts'
import { formatDecimal, moneyScale, moneyUnit, roundTo, scaleAddingUp } from '../numbers.ts'
import { asBeside, besideSaid, nothingBeside } from './beside.ts'
import { FEW, shareCell } from './head.ts'
import { nameOf } from './team-names.ts'

interface Pair {
  now: TeamBody
  was: TeamBody | undefined
  /** The win rates are told apart; null where they are not compared. */
  differs: boolean | null
}

interface Part {
  column: Column
  cell(pair: Pair): Cell | Value
}

/** Each manager beside what they had in the other period: won, win rate in points, revenue. */
export function changeBlocks(
  report: TeamReport,
  before: TeamReport,
  changes: TeamChanges,
  words: Words,
): Block[] {
  const { funnel } = words
  if (before.total.won + before.total.lost === 0) return nothingBeside(before.head, words)
  const then = new Map(before.groups.map((group) => [group.key, group]))
  const pairs: Pair[] = report.groups.map((now, at) => ({
    now,
    was: then.get(now.key),
    differs: changes.groups[at]?.differs ?? null,
  }))
  const whole: Pair = { now: report.total, was: before.total, differs: changes.total.differs }
  const rows = report.groups.length > 1 ? [...pairs, whole] : pairs
  const parts = partsOf(rows, report.head.currency, words)
  const marks = rows.map(({ differs }) => differs)
  return asBeside([
    { type: 'lines', lines: [besideSaid(before.head, words)] },
    {
      type: 'table',
      columns: [
        { key: 'group', title: words.groups.group[report.by] ?? '', kind: 'text', shrink: true, min: 10 },
        ...parts.map(({ column }) => column),
      ],
      rows: rows.map((pair, at) => ({
        cells: [nameOf(report.groups[at], report.by, words), ...parts.map(({ cell }) => cell(pair))],
        ...(at === report.groups.length && { total: true }),
      })),
    },
    {
      type: 'lines',
      lines: [
        ...(marks.includes(true) ? [funnel.differs] : []),
        ...(marks.includes(false) ? [funnel.alike] : []),
        ...(rows.some(({ now, was }) => isFew(now) || (was !== undefined && isFew(was))) ? [funnel.few] : []),
      ],
    },
  ])
}

function isFew({ won, lost }: TeamBody): boolean {
  return won + lost > 0 && won + lost < FEW
}

function partsOf(pairs: readonly Pair[], currency: string, words: Words): Part[] {
  const { funnel } = words
  const money = (minor: number) => majorOf(minor, currency)
  const amounts = pairs.map(({ now, was }) => [money(now.wonAmount), money(was?.wonAmount ?? 0)] as const)
  // The last row is the sum of the others.
  const parts = amounts.slice(0, Math.max(1, amounts.length - 1))
  const scale = ([0, 1] as const)
    .map((at) =>
      scaleAddingUp(
        moneyScale(amounts.flat()),
        parts.map((pair) => pair[at]),
      ),
    )
    .reduce((a, b) => (b.digits > a.digits ? b : a))
  const scaled = { kind: 'money', scale, currency } as const
  const step = 10 ** (scale.power - scale.digits)
  const shown = (minor: number) => roundTo(money(minor) / step, 0)
  const rate = ({ won, lost, winRate }: TeamBody) => shareCell(won, won + lost, winRate, words)
  return [
    {
      column: { key: 'wonWas', title: `${funnel.won} ${funnel.was}`, kind: 'count' },
      cell: ({ was }) => was?.won ?? 0,
    },
    { column: { key: 'won', title: funnel.now, kind: 'count' }, cell: ({ now }) => now.won },
    {
      column: { key: 'wonChange', title: '±', kind: 'count', signed: true },
      cell: ({ now, was }) => now.won - (was?.won ?? 0),
    },
    {
      column: { key: 'winRateWas', title: `${funnel.closedShare} ${funnel.was}`, kind: 'rate' },
      cell: ({ was }) => (was === undefined ? null : rate(was)),
    },
    {
      column: { key: 'winRate', title: `${funnel.closedShare} ${funnel.now}`, kind: 'rate' },
      cell: ({ now }) => rate(now),
    },
    {
      column: { key: 'winRateChange', title: funnel.points, kind: 'text', align: 'right' },
      cell: (pair) => pointsCell(pair, words),
    },
    { column: { key: 'mark', title: '', kind: 'text', gap: 1 }, cell: markCell },
    {
      column: {
        ...scaled,
        key: 'wonAmountWas',
        title: `${moneyUnit(scale, currency, words.lang)} ${funnel.was}`,
      },
      cell: ({ was }) => money(was?.wonAmount ?? 0),
    },
    { column: { ...scaled, key: 'wonAmount', title: funnel.now }, cell: ({ now }) => money(now.wonAmount) },
    {
      column: { ...scaled, key: 'wonAmountChange', title: '±', signed: true },
      // Of the amounts as they are shown beside it.
      cell: ({ now, was }) => (shown(now.wonAmount) - shown(was?.wonAmount ?? 0)) * step,
    },
  ]
}

/** The difference of the percentages as they are shown; of few deals it is not told. */
function pointsCell({ now, was }: Pair, { lang }: Words): Cell {
  if (was === undefined || now.won + now.lost < FEW || was.won + was.lost < FEW) return { value: null }
  const points = roundTo((now.winRate ?? 0) * 100, 0) - roundTo((was.winRate ?? 0) * 100, 0)
  return { value: points, text: `${points > 0 ? '+' : ''}${formatDecimal(points, 0, lang)}` }
}

function markCell({ now, was, differs }: Pair): Cell {
  if (differs === null) return { value: null }
  if (!differs) return { value: '≈', tone: 'dim' }
  const isUp = (now.winRate ?? 0) > (was?.winRate ?? 0)
  return { value: isUp ? '▲' : '▼', tone: isUp ? 'good' : 'bad' }
}

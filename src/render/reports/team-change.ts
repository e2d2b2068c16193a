import { majorOf } from '../../domain/money.ts'
import type { TeamBody, TeamReport } from '../../reports/team.ts'
import type { TeamChanges } from '../../reports/team-change.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell } from '../document.ts'
import { moneyScale, moneyUnit } from '../numbers.ts'
import {
  asBeside,
  besideSaid,
  changeMark,
  changeParts,
  nothingBeside,
  pointsOf,
  pointsSaid,
} from './beside.ts'
import { FEW, shareCell } from './head.ts'
import { groupColumn, type Part, type Parts, tableOf, totalOf } from './parts.ts'
import { nameOf } from './team-names.ts'

interface Pair {
  now: TeamBody
  was: TeamBody | undefined
  /** The win rates are told apart; null where they are not compared. */
  differs: boolean | null
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
  const name: Part<Pair> = {
    column: groupColumn(report.by, words),
    cell: (_, at) => nameOf(report.groups[at], report.by, words),
  }
  const marks = rows.map(({ differs }) => differs)
  return asBeside([
    { type: 'lines', lines: [besideSaid(before.head, words)] },
    tableOf([name, ...partsOf(rows, report.head.currency, words)], pairs, totalOf(pairs, whole)),
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

function partsOf(pairs: readonly Pair[], currency: string, words: Words): Parts<Pair> {
  const { funnel } = words
  const money = (minor: number) => majorOf(minor, currency)
  const amounts = pairs.map(({ now, was }) => [money(was?.wonAmount ?? 0), money(now.wonAmount)] as const)
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
    {
      column: { key: 'mark', title: '', kind: 'text', gap: 1 },
      cell: ({ now, was, differs }) => changeMark(was?.winRate ?? null, now.winRate, differs),
    },
    ...changeParts(
      pairs,
      amounts,
      moneyScale(amounts.flat()),
      (scale) => ({ key: 'wonAmount', title: scale === null ? '' : moneyUnit(scale, currency, words.lang) }),
      words,
    ),
  ]
}

/** The difference of the percentages as they are shown; of few deals it is not told. */
function pointsCell({ now, was }: Pair, words: Words): Cell {
  if (was === undefined || now.won + now.lost < FEW || was.won + was.lost < FEW) return { value: null }
  const [before, after] = [was.winRate ?? 0, now.winRate ?? 0]
  return { value: pointsOf(before, after), text: pointsSaid(before, after, words) }
}

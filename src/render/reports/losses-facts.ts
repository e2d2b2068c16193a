import { majorOf } from '../../domain/money.ts'
import { NONE } from '../../domain/none.ts'
import { differencePValue, holm, round4 } from '../../domain/statistics/statistics.ts'
import { type Period, periodTitle } from '../../domain/time/period.ts'
import type { Compared } from '../../reports/head.ts'
import type { LossesReport } from '../../reports/losses.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell, Table } from '../document.ts'
import { formatCount, formatDecimal, roundShares, roundTo } from '../numbers.ts'
import { asBeside, besideFacts, besideSaid, nothingBeside } from './beside.ts'
import { FEW, shareCell } from './head.ts'

/** A reason in two periods. */
interface Pair {
  readonly key: string | null
  readonly was: number
  readonly now: number
  /** By how many points its share grew, of the percentages as they are shown: those of a column add up. */
  readonly points: number
  /** The shares can be told apart. */
  readonly isSure: boolean
}

/** The reasons in two periods, side by side, and whether their shares can be told apart. */
export function lossesBeside(now: LossesReport, was: LossesReport, words: Words): Block[] {
  const { losses: said, funnel } = words
  if (was.total.deals === 0 && (was.total.closed ?? 0) === 0) return nothingBeside(was.head, words)
  const pairs = pairsOf(now, was)
  const isEnough = now.total.deals >= FEW && was.total.deals >= FEW
  const differs = isEnough && pairs.some(({ isSure }) => isSure)
  return asBeside([
    { type: 'lines', lines: [besideSaid(was.head, words)] },
    pairsTable(pairs, now.total.deals, was.total.deals, words),
    { type: 'lines', lines: isEnough ? [...(differs ? [said.differs] : []), funnel.alike] : [funnel.few] },
    ...(isEnough
      ? [{ type: 'lines', lines: [grown(pairs, was.head.period, words)], finding: true } as const]
      : []),
  ])
}

function pairsOf(now: LossesReport, was: LossesReport): Pair[] {
  const keys = [...new Set([...now.reasons, ...was.reasons].map(({ key }) => key))]
  const dealsIn = ({ reasons }: LossesReport) =>
    keys.map((key) => reasons.find((part) => part.key === key)?.deals ?? 0)
  const [dealsNow, dealsWas] = [dealsIn(now), dealsIn(was)]
  const [n, m] = [now.total.deals, was.total.deals]
  const [percentsNow, percentsWas] = [percents(dealsNow, n), percents(dealsWas, m)]
  const falls = holm(keys.map((_, at) => differencePValue(dealsNow[at] ?? 0, n, dealsWas[at] ?? 0, m)))
  return keys.map((key, at) => ({
    key,
    was: dealsWas[at] ?? 0,
    now: dealsNow[at] ?? 0,
    points: (percentsNow[at] ?? 0) - (percentsWas[at] ?? 0),
    isSure: falls[at] === true,
  }))
}

function percents(counts: readonly number[], all: number): number[] {
  const shares = counts.map((deals) => deals / all)
  return roundShares(shares, 2).map((share) => roundTo(share * 100, 0))
}

function pairsTable(pairs: readonly Pair[], n: number, m: number, words: Words): Block {
  const { losses: said, funnel, lang } = words
  const isEnough = n >= FEW && m >= FEW
  const share = (deals: number, all: number) => shareCell(deals, all, all === 0 ? null : deals / all, words)
  return {
    type: 'table',
    columns: [
      { key: 'reason', title: said.reasonHead, kind: 'text', shrink: true, min: 16 },
      { key: 'was', title: `${said.deals} ${funnel.was}`, kind: 'count' },
      { key: 'now', title: funnel.now, kind: 'count' },
      { key: 'change', title: funnel.change, kind: 'count', signed: true },
      { key: 'shareWas', title: `${said.share} ${funnel.was}`, kind: 'rate' },
      { key: 'share', title: funnel.now, kind: 'rate' },
      { key: 'points', title: funnel.points, kind: 'text', align: 'right' },
      { key: 'mark', title: '', kind: 'text', gap: 1 },
    ],
    rows: [
      ...pairs.map(({ key, was, now, points, isSure }) => ({
        cells: [
          key ?? said.noReasonRow,
          was,
          now,
          now - was,
          share(was, m),
          share(now, n),
          isEnough ? `${points > 0 ? '+' : ''}${formatDecimal(points, 0, lang)}` : null,
          isEnough ? markOf(points, isSure) : null,
        ],
      })),
      {
        cells: [funnel.total, m, n, n - m, m < FEW ? null : 1, n < FEW ? null : 1, null, null],
        total: true,
      },
    ],
  }
}

function markOf(points: number, isSure: boolean): Cell {
  if (!isSure) return { value: '≈', tone: 'dim' }
  return { value: points > 0 ? '▲' : '▼', tone: points > 0 ? 'bad' : 'good' }
}

/** The reasons that surely grew, else the one that grew most. */
function grown(pairs: readonly Pair[], before: Period, words: Words): string {
  const { losses: said, lang } = words
  const more = pairs.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points)
  const sure = more.filter(({ isSure }) => isSure)
  const named = (sure.length > 0 ? sure : more.slice(0, 1)).map(({ key, was, now }) =>
    said.from({ key: key ?? said.noReasonRow, was: formatCount(was, lang), now: formatCount(now, lang) }),
  )
  return said.grown({
    period: periodTitle(before, words),
    named: named.join('; '),
    sure: sure.length > 0,
  })
}

/** The rows of the JSON: reason, stage, manager. With groups, theirs. */
export function lossesFacts({ report, beside }: Compared<LossesReport>): Table {
  const table = factsOf(report)
  if (beside === null) return table
  return besideFacts([report.head, factsOf({ ...report, groups: null })], [beside.head, factsOf(beside)])
}

function factsOf({ rows, groups, by, head }: LossesReport): Table {
  const money = (minor: number) => majorOf(minor, head.currency)
  const columns = (keys: readonly string[]) => keys.map((key) => ({ key, title: key, kind: 'text' as const }))
  if (groups === null)
    return {
      columns: columns(['reason', 'stage', 'manager', 'deals', 'amount']),
      rows: rows.map(({ reason, stage, manager, deals, amount }) => ({
        cells: [reason ?? NONE, stage ?? NONE, manager ?? NONE, deals, money(amount)],
      })),
    }
  return {
    columns: columns([
      by ?? 'group',
      ...['deals', 'share', 'low', 'high', 'amount', 'closed', 'lossRate', 'lossRateLow', 'lossRateHigh'],
    ]),
    rows: groups.map((group) => ({
      cells: [
        ...[group.key ?? NONE, group.deals, round4(group.share), round4(group.low), round4(group.high)],
        ...[money(group.amount), group.closed],
        ...[round4(group.lossRate), round4(group.lossRateLow), round4(group.lossRateHigh)],
      ],
    })),
  }
}

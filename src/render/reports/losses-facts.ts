import { majorOf } from '../../domain/money.ts'
import { NONE } from '../../domain/none.ts'
import { differencePValue, holm, round4 } from '../../domain/statistics/statistics.ts'
import { periodTitle } from '../../domain/time/period.ts'
import type { Compared } from '../../reports/head.ts'
import type { LossesReport, LossPart } from '../../reports/losses.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell, Column, Table } from '../document.ts'
import { formatCount, formatDecimal, roundShares, roundTo } from '../numbers.ts'
import { asBeside, besideFacts, besideSaid, nothingBeside } from './beside.ts'
import { FEW, shareCell } from './head.ts'

/** The reasons in two periods, side by side, and whether their shares can be told apart. */
export function lossesBeside(now: LossesReport, was: LossesReport, words: Words): Block[] {
  const { losses: said, funnel, lang } = words
  if (was.total.deals === 0 && (was.total.closed ?? 0) === 0) return nothingBeside(was.head, words)
  const keys = [...new Set([...now.reasons, ...was.reasons].map(({ key }) => key))]
  const of = ({ reasons }: LossesReport, key: string | null) =>
    reasons.find((part) => part.key === key) ?? { deals: 0, share: null }
  const pairs = keys.map((key) => ({ key, now: of(now, key), was: of(was, key) }))
  const [n, m] = [now.total.deals, was.total.deals]
  const isEnough = n >= FEW && m >= FEW
  const falls = holm(pairs.map((pair) => differencePValue(pair.now.deals, n, pair.was.deals, m)))
  // The difference of the percentages as they are shown: those of a column add up.
  const percents = (counts: readonly number[], all: number) =>
    roundShares(
      counts.map((deals) => deals / all),
      2,
    ).map((share) => roundTo(share * 100, 0))
  const percentsNow = percents(
    pairs.map((pair) => pair.now.deals),
    n,
  )
  const percentsWas = percents(
    pairs.map((pair) => pair.was.deals),
    m,
  )
  const points = (at: number) => (percentsNow[at] ?? 0) - (percentsWas[at] ?? 0)
  const mark = (at: number, change: number): Cell =>
    falls[at] === true
      ? { value: change > 0 ? '▲' : '▼', tone: change > 0 ? 'bad' : 'good' }
      : { value: '≈', tone: 'dim' }
  const columns: Column[] = [
    { key: 'reason', title: said.reasonHead, kind: 'text', shrink: true, min: 16 },
    { key: 'was', title: `${said.deals} ${funnel.was}`, kind: 'count' },
    { key: 'now', title: funnel.now, kind: 'count' },
    { key: 'change', title: funnel.change, kind: 'count', signed: true },
    { key: 'shareWas', title: `${said.share} ${funnel.was}`, kind: 'rate' },
    { key: 'share', title: funnel.now, kind: 'rate' },
    { key: 'points', title: funnel.points, kind: 'text', align: 'right' },
    { key: 'mark', title: '', kind: 'text', gap: 1 },
  ]
  const shares = (part: Pick<LossPart, 'deals'>, all: number) =>
    shareCell(part.deals, all, all === 0 ? null : part.deals / all, words)
  const differs = isEnough && falls.includes(true)
  const title = periodTitle(was.head.period, words)
  const grown = () => {
    const more = pairs
      .map((pair, at) => ({
        ...pair,
        by: points(at),
        isSure: falls[at] === true,
      }))
      .filter(({ by }) => by > 0)
      .sort((a, b) => b.by - a.by)
    const sure = more.filter(({ isSure }) => isSure)
    const named = (sure.length > 0 ? sure : more.slice(0, 1)).map((pair) =>
      said.from({
        key: pair.key ?? said.noReasonRow,
        was: formatCount(pair.was.deals, lang),
        now: formatCount(pair.now.deals, lang),
      }),
    )
    return said.grown({ period: title, named: named.join('; '), sure: sure.length > 0 })
  }
  return asBeside([
    { type: 'lines', lines: [besideSaid(was.head, words)] },
    {
      type: 'table',
      columns,
      rows: [
        ...pairs.map((pair, at) => {
          const change = isEnough ? points(at) : null
          return {
            cells: [
              pair.key ?? said.noReasonRow,
              pair.was.deals,
              pair.now.deals,
              pair.now.deals - pair.was.deals,
              shares(pair.was, m),
              shares(pair.now, n),
              change === null ? null : `${change > 0 ? '+' : ''}${formatDecimal(change, 0, lang)}`,
              change === null ? null : mark(at, change),
            ],
          }
        }),
        {
          cells: [funnel.total, m, n, n - m, m < FEW ? null : 1, n < FEW ? null : 1, null, null],
          total: true,
        },
      ],
    },
    { type: 'lines', lines: isEnough ? [...(differs ? [said.differs] : []), funnel.alike] : [funnel.few] },
    ...(isEnough ? [{ type: 'lines', lines: [grown()], finding: true } as const] : []),
  ])
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

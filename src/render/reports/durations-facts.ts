import { majorOf, majorOfMean } from '../../domain/money.ts'
import { NONE } from '../../domain/none.ts'
import { differencePValue, round4 } from '../../domain/statistics/statistics.ts'
import type { DurationsBody, DurationsReport } from '../../reports/durations.ts'
import type { Compared } from '../../reports/head.ts'
import type { Words } from '../../words/words.ts'
import type { Table, Value } from '../document.ts'
import { formatDays, formatDecimal, formatMoney, formatRate, roundTo } from '../numbers.ts'
import { type BesideRow, besideFacts } from './beside.ts'

/** The medians and the velocity of two periods. Stages pair by name. */
export function durationsRows(now: DurationsReport, was: DurationsReport, words: Words): BesideRow[] {
  const { durations: said, lang } = words
  const days = (title: string, before: number | null, after: number | null): BesideRow => {
    const text = (value: number | null) => (value === null ? '' : formatDays(value, lang))
    // Of the days as they are shown beside it.
    const shown = (value: number) => roundTo(value, Math.abs(roundTo(value, 1)) >= 10 ? 0 : 1)
    const change = before === null || after === null ? null : shown(after) - shown(before)
    return { title, was: text(before), now: text(after), change: change === null ? '' : signed(change, text) }
  }
  const { currency } = now.head
  const perDay = ({ velocity }: DurationsBody) =>
    velocity.perDay === null ? null : roundTo(majorOf(Math.round(velocity.perDay), currency), 0)
  const money = (major: number | null) => (major === null ? '' : formatMoney(major, currency, lang, 0))
  const [speedWas, speed] = [perDay(was), perDay(now)]
  return [
    ...now.stages.map(({ stage, median }) =>
      days(`${stage}, ${said.median}`, was.stages.find((row) => row.stage === stage)?.median ?? null, median),
    ),
    days(said.cycleMedian, was.cycle.median, now.cycle.median),
    days(said.cycleMean, was.cycle.mean, now.cycle.mean),
    days(said.lossMedian, was.timeToLoss.median, now.timeToLoss.median),
    winRateRow(now, was, words),
    {
      title: said.velocityPerDay,
      was: money(speedWas),
      now: money(speed),
      change: speedWas === null || speed === null ? '' : signed(speed - speedWas, money),
    },
  ]
}

/** Told in points, and whether it is more than chance. */
function winRateRow(
  { velocity: now }: DurationsBody,
  { velocity: was }: DurationsBody,
  words: Words,
): BesideRow {
  const { durations: said, funnel, lang } = words
  const text = (rate: number | null) => (rate === null ? '' : formatRate(rate, lang))
  const [before, after] = [was.winRate, now.winRate]
  const points = before === null || after === null ? null : roundTo(after * 100, 0) - roundTo(before * 100, 0)
  const isAlike = differencePValue(now.won, now.won + now.lost, was.won, was.won + was.lost) > 0.05
  const change =
    points === null
      ? ''
      : funnel.inPoints({ change: signed(points, (n) => formatDecimal(n, 0, lang)), n: points })
  return {
    title: said.winRate,
    was: text(before),
    now: text(after),
    change: isAlike && change !== '' ? `${change}, ${said.alike}` : change,
  }
}

function signed(value: number, text: (value: number) => string): string {
  return value > 0 ? `+${text(value)}` : text(value)
}

const KEYS = [
  ...['row', 'stage', 'n', 'median', 'mean', 'p75', 'p90', 'leftOverNorm', 'open', 'openMedian', 'norm'],
  ...['overNorm', 'opportunities', 'winRate', 'averageWon', 'averageDays', 'perDay'],
]

/** A row a stage, then those of the cycle, the time to loss and the velocity; of each group where there are any. */
export function durationsFacts({ report, beside }: Compared<DurationsReport>): Table {
  const table = factsOf(report)
  if (beside === null) return table
  return besideFacts([report.head, factsOf({ ...report, groups: null })], [beside.head, factsOf(beside)])
}

function factsOf(report: DurationsReport): Table {
  const { groups, by, head } = report
  const bodies = groups ?? [{ ...report, key: null }]
  const lead = groups === null ? [] : [by ?? 'group']
  return {
    columns: [...lead, ...KEYS].map((key) => ({ key, title: key, kind: 'text' })),
    rows: bodies.flatMap((body) =>
      rowsOf(body, head.currency).map((cells) => ({
        cells: [...(groups === null ? [] : [body.key ?? NONE]), ...KEYS.map((key) => cells[key] ?? null)],
      })),
    ),
  }
}

function rowsOf(
  { stages, cycle, timeToLoss, velocity }: DurationsBody,
  currency: string,
): Record<string, Value>[] {
  const money = (minor: number | null) => majorOfMean(minor, currency)
  const days = ({ median, mean }: { median: number | null; mean: number | null }) => ({
    median: round4(median),
    mean: round4(mean),
  })
  return [
    ...stages.map((row) => ({
      ...row,
      ...days(row),
      row: 'stage',
      p75: round4(row.p75),
      p90: round4(row.p90),
      norm: round4(row.norm),
    })),
    { row: 'cycle', n: cycle.n, ...days(cycle) },
    { row: 'timeToLoss', n: timeToLoss.n, ...days(timeToLoss) },
    {
      row: 'velocity',
      opportunities: velocity.opportunities,
      winRate: round4(velocity.winRate),
      averageWon: money(velocity.averageWon),
      averageDays: round4(velocity.averageDays),
      perDay: money(velocity.perDay),
    },
  ]
}

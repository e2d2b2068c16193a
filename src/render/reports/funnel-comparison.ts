import { majorOf } from '../../domain/money.ts'
import { differencePValue, holm } from '../../domain/statistics/statistics.ts'
import { goneOn } from '../../domain/statistics/two-shares.ts'
import { dayNumber } from '../../domain/time/date.ts'
import type { FunnelBody, FunnelReport, FunnelStage } from '../../reports/funnel.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell, Line } from '../document.ts'
import { formatCount, moneyScale, moneyUnit } from '../numbers.ts'
import { asBeside, besideSaid, changeMark, nothingBeside, pointsOf, pointsSaid } from './beside.ts'
import { lossNote, openStageNote } from './funnel-notes.ts'
import { nextCell } from './funnel-whole.ts'
import { FEW, type ReportView, shareSaid } from './head.ts'
import { type Parts, tableOf, toldParts } from './parts.ts'

type Compared = NonNullable<FunnelReport['compare']>

interface Pair {
  was: FunnelStage | undefined
  now: FunnelStage
  /** null where a share is missing, or of too few. */
  differs: boolean | null
}

/** The same stages in another period, side by side, and whether the shares can be told apart. */
export function comparisonBlocks(report: FunnelReport, compare: Compared, { words }: ReportView): Block[] {
  const { funnel, reportHead, lang } = words
  if (compare.body.totals.deals === 0) return nothingBeside(compare, words)
  const pairs = pairsOf(report, compare.body)
  return asBeside([
    {
      type: 'lines',
      lines: [
        `${besideSaid(compare, words)} · ${reportHead.deals({ n: formatCount(compare.body.totals.deals, lang) })}`,
        ageSaid(report.head, words),
      ],
    },
    tableOf(toldParts(partsOf(report, pairs, words), pairs), pairs),
    {
      type: 'lines',
      lines: [
        ...outcomeNotes(report, compare.body, words),
        ...comparedLossNote(report, compare.body, words),
        ...comparedOpenNote(report, compare.body, words),
        ...(pairs.some((pair) => pair.differs === true) ? [funnel.differs] : []),
        ...(pairs.some((pair) => pair.differs === false) ? [funnel.alike] : []),
      ],
    },
  ])
}

/** Both periods are seen at the same age: so long after their ends, or so far into them. */
export function ageSaid({ period, asOf }: FunnelReport['head'], { reportHead }: Words): string {
  const since = (day: string | null) => (day === null ? 0 : dayNumber(asOf) - dayNumber(day) + 1)
  const after = since(period.until)
  return after >= 0 ? reportHead.daysAfter(after) : reportHead.firstDays(since(period.from))
}

/** The "?" of either period: of both together. */
function comparedOpenNote(report: FunnelReport, { totals: was }: FunnelBody, words: Words): Line[] {
  if (report.mode !== 'cohort') return []
  const { totals: now } = report
  const sum = (key: 'open' | 'openStageUnknown') => (now[key] ?? 0) + (was[key] ?? 0)
  return openStageNote({ open: sum('open'), openStageUnknown: sum('openStageUnknown') }, words)
}

/** Stages pair by name: the other period may have had other stages. */
function pairsOf(report: FunnelReport, before: FunnelBody): Pair[] {
  const pairs = report.stages.map((now) => ({
    now,
    was: before.stages.find((row) => row.stage === now.stage && row.kind === now.kind),
  }))
  const tested = pairs.map(({ was, now }) =>
    was === undefined ||
    !(was.sound && now.sound) ||
    was.entered < FEW ||
    now.entered < FEW ||
    was.toNextLow === null ||
    now.toNextLow === null
      ? null
      : differencePValue(goneOn(now), now.entered, goneOn(was), was.entered),
  )
  const falls = holm(tested)
  return pairs.map((pair, at) => ({ ...pair, differs: tested[at] === null ? null : falls[at] === true }))
}

function partsOf({ mode, head }: FunnelReport, pairs: readonly Pair[], words: Words): Parts<Pair> {
  const { funnel } = words
  const shared = mode === 'events' ? funnel.throughput : funnel.toNext
  const money = (row: FunnelStage | undefined) =>
    row === undefined ? null : majorOf(row.amount, head.currency)
  const scale = moneyScale(pairs.flatMap(({ was, now }) => [money(was) ?? 0, money(now) ?? 0]))
  const unit = moneyUnit(scale, head.currency, words.lang)
  const column = { kind: 'money', scale, currency: head.currency } as const
  return [
    {
      column: { key: 'stage', title: funnel.stage, kind: 'text', shrink: true, min: 10 },
      cell: ({ now }) => now.stage,
    },
    {
      column: { key: 'enteredWas', title: `${funnel.entered[mode]} ${funnel.was}`, kind: 'count' },
      cell: ({ was }) => was?.entered ?? null,
    },
    { column: { key: 'entered', title: funnel.now, kind: 'count' }, cell: ({ now }) => now.entered },
    {
      column: { key: 'enteredChange', title: funnel.change, kind: 'count', signed: true },
      cell: ({ was, now }) => (was === undefined ? null : now.entered - was.entered),
    },
    {
      column: { key: 'toNextWas', title: `${shared} ${funnel.was}`, kind: 'rate' },
      cell: ({ was }) => (was === undefined ? null : nextCell(was, words)),
    },
    {
      column: { key: 'toNext', title: funnel.now, kind: 'rate' },
      cell: ({ now }) => nextCell(now, words),
    },
    {
      column: { key: 'toNextChange', title: funnel.points, kind: 'rate' },
      cell: ({ was, now }) => pointsCell(was, now, words),
    },
    {
      column: { key: 'mark', title: '', kind: 'text', gap: 1 },
      cell: ({ was, now, differs }) => changeMark(was?.toNext ?? null, now.toNext, differs),
    },
    {
      column: { ...column, key: 'amountWas', title: `${unit} ${funnel.was}` },
      cell: ({ was }) => money(was),
    },
    { column: { ...column, key: 'amount', title: funnel.now }, cell: ({ now }) => money(now) },
  ]
}

function pointsCell(was: FunnelStage | undefined, now: FunnelStage, words: Words): Cell {
  const [before, after] = [was?.toNext ?? null, now.toNext]
  if (before === null || after === null || (was?.entered ?? 0) < FEW || now.entered < FEW)
    return { value: null }
  if (was?.sound === false || !now.sound) return { value: null }
  return { value: after - before, text: pointsSaid(before, after, words) }
}

/** Of both periods together. */
function comparedLossNote(report: FunnelReport, before: FunnelBody, words: Words): Line[] {
  if (report.mode !== 'cohort') return []
  const lost = report.totals.lost + before.totals.lost
  const lossStageUnknown = (report.totals.lossStageUnknown ?? 0) + (before.totals.lossStageUnknown ?? 0)
  return lossNote({ lost, lossStageUnknown }, words)
}

function outcomeNotes(report: FunnelReport, before: FunnelBody, words: Words): Line[] {
  const { totals: now } = report
  const { totals: was } = before
  if (now.conversion === null || report.mode === 'snapshot') return []
  const { funnel } = words
  const change = (a: number, n: number, b: number, m: number) => {
    if (n < FEW || m < FEW) return funnel.tooFew
    const points = funnel.inPoints({ change: pointsSaid(b / m, a / n, words), n: pointsOf(b / m, a / n) })
    return differencePValue(a, n, b, m) > 0.05 ? `${points}, ${funnel.wonAlike}` : points
  }
  const closed = { was: was.won + was.lost, now: now.won + now.lost }
  const lines = [
    funnel.wonWas({
      was: shareSaid(was.won, was.deals, was.conversion, was.conversionLow, was.conversionHigh, words),
      now: shareSaid(now.won, now.deals, now.conversion, now.conversionLow, now.conversionHigh, words),
      change: change(now.won, now.deals, was.won, was.deals),
    }),
  ]
  if (closed.was > 0 && closed.now > 0)
    lines.push(
      funnel.closedWas({
        was: shareSaid(was.won, closed.was, was.winRate, was.winRateLow, was.winRateHigh, words),
        now: shareSaid(now.won, closed.now, now.winRate, now.winRateLow, now.winRateHigh, words),
        change: change(now.won, closed.now, was.won, closed.was),
      }),
    )
  return lines
}

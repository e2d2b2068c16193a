import { majorOf } from '../../domain/money.ts'
import { isOfPeople } from '../../domain/none.ts'
import { distinguished, heldApart, type Side } from '../../domain/statistics/two-shares.ts'
import type { FunnelBody, FunnelGroup, FunnelReport, FunnelStage } from '../../reports/funnel.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell, Line, TableBlock } from '../document.ts'
import { formatCount, formatRate } from '../numbers.ts'
import { displayWidth } from '../width.ts'
import {
  addedNotes,
  lossNote,
  openStageNote,
  presumedNote,
  stillOpenNote,
  sumNotes,
  wholeNotes,
} from './funnel-notes.ts'
import { FEW, type ReportView, rangeCell, shareCell, shareSaid } from './head.ts'
import { groupColumn, groupName, type Part, type Parts, tableOf } from './parts.ts'

/** Above, below, or not to be told from all the others together. */
export type Mark = '▲' | '▼' | ''

export function markOf(side: Side): Mark {
  return side === null ? '' : side === 'above' ? '▲' : '▼'
}

/** One row a group: how many entered each stage and which share of them went on; then how it ended. */
export function groupBlocks(report: FunnelReport, groups: readonly FunnelGroup[], view: ReportView): Block[] {
  const { words } = view
  const marks = report.ranked ? marksOf(report, groups) : groups.map((): Mark => '')
  return [
    groupTable(report, groups, marks, words),
    ...(!report.ranked || groups.length < 2
      ? []
      : [{ type: 'lines', lines: verdictLines(report, groups, marks, words), finding: true } as const]),
    { type: 'lines', lines: groupNotes(report, groups, view) },
  ]
}

function groupTable(
  report: FunnelReport,
  groups: readonly FunnelGroup[],
  marks: readonly Mark[],
  words: Words,
): TableBlock {
  const { mode, head } = report
  const by = report.by ?? ''
  const parts: Parts<FunnelBody> = [
    {
      column: groupColumn(by, words),
      cell: (body, at) =>
        body === report ? words.funnel.total : groupName(groups[at]?.key ?? null, by, words),
    },
    (mode === 'events' || mode === 'snapshot') && {
      column: { key: 'deals', title: words.funnel.deals, kind: 'count' },
      cell: ({ totals }) => totals.deals,
    },
    ...stageParts(report, [...groups, report], words),
    marks.some((mark) => mark !== '') && {
      column: { key: 'mark', title: '', kind: 'text', gap: 1 },
      cell: (_, at) => markCell(marks[at] ?? ''),
    },
    ...outcomeParts(report, words),
    {
      column: { key: 'amount', title: '', kind: 'money', scale: 'auto', currency: head.currency },
      cell: (body) => majorOf(mode === 'snapshot' ? lying(body) : body.totals.wonAmount, head.currency),
    },
  ]
  return tableOf(parts, groups, report)
}

/** How many entered each stage, and in modes whose stages follow one another the share of them that went on. */
function stageParts(
  { mode, stages: all }: FunnelReport,
  bodies: readonly FunnelBody[],
  words: Words,
): Parts<FunnelBody> {
  const isFollowed = mode === 'cohort' || mode === 'strict' || mode === 'bitrix24'
  return all.map(({ stage, kind }, k): Part<FunnelBody> => {
    const won = kind === 'won'
    const column = { key: `entered${k}`, title: won ? words.funnel.won : stage, cut: 8 }
    if (!isFollowed || won)
      return {
        column: { ...column, kind: 'count' },
        cell: ({ stages }) => ({ value: stages[k]?.entered ?? 0, ...(won && { tone: 'good' }) }),
      }
    const texts = passTexts(bodies, k, words)
    return {
      column: { ...column, kind: 'text', align: 'right' },
      cell: ({ stages }, at) => ({
        value: stages[k]?.entered ?? 0,
        text: texts[at] ?? '',
        ...(stages[k]?.sound === false && { tone: 'dim' }),
      }),
    }
  })
}

/** What became of them; where deals are followed from their beginning, also what is open and the share won. */
function outcomeParts({ mode }: FunnelReport, words: Words): Parts<FunnelBody> {
  const { funnel } = words
  if (mode === 'events' || mode === 'snapshot')
    return [{ column: { key: 'lost', title: funnel.lost, kind: 'count' }, cell: ({ totals }) => totals.lost }]
  return [
    { column: { key: 'open', title: funnel.open, kind: 'count' }, cell: ({ totals }) => totals.open },
    {
      column: { key: 'winRate', title: funnel.closedShare, kind: 'rate' },
      cell: ({ totals: { won, lost, winRate } }) => shareCell(won, won + lost, winRate, words),
    },
    {
      column: { key: 'winRate', title: funnel.range, kind: 'interval' },
      cell: ({ totals: { won, lost, winRateLow, winRateHigh } }) =>
        rangeCell(winRateLow, winRateHigh, won + lost),
    },
  ]
}

/**
 * `38 →87%`: those who entered a stage, and the share of them that went on, each in a column of its own; `87%?` where
 * it may not be so.
 */
export function passTexts(
  bodies: readonly { stages: readonly Pick<FunnelStage, 'entered' | 'toNext' | 'sound'>[] }[],
  k: number,
  { lang }: Words,
): string[] {
  const pairs = bodies.map(({ stages }) => {
    const row = stages[k]
    const entered = row?.entered ?? 0
    const next = row?.toNext ?? null
    if (next === null) return [formatCount(entered, lang), '–'] as const
    const share = entered < FEW ? `${Math.round(next * entered)}/${entered}` : `${percent(next)}%`
    return [formatCount(entered, lang), row?.sound === false ? `${share}?` : share] as const
  })
  const width = Math.max(...pairs.map(([, share]) => displayWidth(share)))
  return pairs.map(([entered, share]) => `${entered} ${' '.repeat(width - displayWidth(share))}→${share}`)
}

/** Neither nothing nor all unless it is. */
function percent(share: number): string {
  const shown = Math.round(share * 100)
  if (shown === 0 && share > 0) return '<1'
  if (shown === 100 && share < 1) return '>99'
  return String(shown)
}

export function markCell(mark: Mark): Cell {
  return mark === '' ? { value: null } : { value: mark, tone: mark === '▲' ? 'good' : 'bad' }
}

/** Each group's won of closed against that of all the others together (`heldApart`), as in `team`. */
function marksOf({ by }: FunnelReport, groups: readonly FunnelGroup[]): Mark[] {
  const held = heldApart(
    groups.map(({ key, totals: { won, lost, open } }) =>
      key === null && isOfPeople(by) ? null : { won, lost, open: open ?? 0 },
    ),
  )
  return distinguished(held).map(markOf)
}

function lying({ stages }: FunnelBody): number {
  return stages.reduce((sum, row) => (row.kind === 'open' ? sum + row.amount : sum), 0)
}

/** So many groups of one share are named together. */
const MOST_LEVEL = 3

/** Who wins most often and who least, and whether they can be told from the rest. */
function verdictLines(
  { totals, by }: FunnelReport,
  groups: readonly FunnelGroup[],
  marks: readonly Mark[],
  words: Words,
): Line[] {
  const { funnel } = words
  const [above, below] = [marks.includes('▲'), marks.includes('▼')]
  const open = (totals.open ?? 0) > 0
  const closed = groups.filter(({ totals: { won, lost } }) => won + lost >= FEW).sort(byWinRate)
  const [first, last] = [closed[0], closed.at(-1)]
  const isAny = above || below
  const others = open ? funnel.noOthersYet : funnel.noOthers
  const none = open ? funnel.noneDifferYet : funnel.noneDiffer
  const verdict = isAny
    ? [above ? funnel.higher : '', below ? funnel.lower : '', others].filter(Boolean).join(' ')
    : none
  const areMany = groups.length > 2
  if (
    first === undefined ||
    last === undefined ||
    first === last ||
    (areMany && byWinRate(first, last) === 0)
  )
    return [`${funnel.closedCompared} ${verdict}`]
  const edge = (group: FunnelGroup) => {
    const level = closed.filter((one) => byWinRate(one, group) === 0)
    const isOne = !areMany || level.length === 1 || level.length > MOST_LEVEL
    return {
      name: (isOne ? [group] : level).map(({ key }) => groupName(key, by ?? '', words)).join(', '),
      share: isOne ? closedShare(group, words) : formatRate(group.totals.winRate ?? 0, words.lang),
    }
  }
  const [most, least] = [edge(first), edge(last)]
  const extremes = { most: most.name, mostShare: most.share, least: least.name, leastShare: least.share }
  if (areMany) return [funnel.extremes(extremes), verdict]
  return [funnel.twoOf(extremes), isAny ? funnel.twoDiffer(extremes) : funnel.twoAlike({ open })]
}

function byWinRate(a: FunnelGroup, b: FunnelGroup): number {
  return (b.totals.winRate ?? 0) - (a.totals.winRate ?? 0)
}

function closedShare({ totals }: FunnelGroup, words: Words): string {
  const { won, lost, winRate, winRateLow, winRateHigh } = totals
  return shareSaid(won, won + lost, winRate, winRateLow, winRateHigh, words)
}

function groupNotes(report: FunnelReport, groups: readonly FunnelGroup[], view: ReportView): Line[] {
  const { words } = view
  const { funnel } = words
  const { mode, totals, overlap } = report
  const shares = mode !== 'events' && mode !== 'snapshot'
  const few = groups.some((group) =>
    group.stages.some(({ kind, entered }) => kind === 'open' && entered < FEW),
  )
  return [
    ...(overlap ? [funnel.overlap] : []),
    ...(shares ? sumNotes(totals, words) : wholeNotes(report, view)),
    ...(shares ? stillOpenNote(totals, words) : []),
    ...(mode === 'cohort' ? [...lossNote(totals, words), ...openStageNote(totals, words)] : []),
    ...addedNotes(report, words),
    ...(mode === 'visited' || !shares ? [] : [[funnel.arrow, ...(few ? [funnel.few] : [])].join(' ')]),
    ...(shares ? presumedNote(totals.presumedDatesShare, words) : []),
  ]
}

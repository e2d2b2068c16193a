import { majorOf } from '../../domain/money.ts'
import { formatDay } from '../../domain/time/period.ts'
import type { FunnelReport, FunnelStage, FunnelTotals } from '../../reports/funnel.ts'
import type { Words } from '../../words/words.ts'
import type { Line } from '../document.ts'
import { formatCount, formatInterval, formatMoney, formatRate } from '../numbers.ts'
import { FEW, ofSaid, type ReportView, shareSaid, withCommand } from './head.ts'

/** An interval at least this wide needs a sentence. */
const WIDE = 0.1

/** What stands under a funnel: that the figures add up, what they do not say, and what to look at next. */
export function wholeNotes(report: FunnelReport, view: ReportView): Line[] {
  const { words } = view
  const { totals, mode, head } = report
  const count = (n: number) => formatCount(n, words.lang)
  const { funnel } = words
  const won = count(totals.won)
  const lost = count(totals.lost)
  switch (mode) {
    case 'events':
      return [funnel.moved({ deals: count(totals.deals), won, lost }), funnel.flows]
    case 'snapshot': {
      const amount = report.stages
        .filter((row) => row.kind === 'open')
        .reduce((sum, row) => sum + row.amount, 0)
      const money = formatMoney(majorOf(amount, head.currency), head.currency, words.lang)
      return [
        funnel.lying({ open: count(totals.open ?? 0), amount: money }),
        funnel.closed({ won, lost }),
        ...closedNote(totals, words),
        ...retiredNotes(report, words),
      ]
    }
    case 'bitrix24':
      return [
        ...sumNotes(totals, words),
        funnel.current,
        ...addedNotes(report, words),
        ...retiredNotes(report, words),
      ]
    case 'strict':
    case 'visited':
      return [...sumNotes(totals, words), ...retiredNotes(report, words), ...explained(report.stages, words)]
    case 'cohort':
      return [
        ...sumNotes(totals, words),
        ...youngNote(totals, words),
        ...lossNote(totals, words),
        ...openStageNote(totals, words),
        ...addedNotes(report, words),
        ...retiredNotes(report, words),
        ...mostLost(report, view),
        ...explained(report.stages, words),
      ]
  }
}

/** Won, lost and open make up all; and the share of those closed that were won. */
export function sumNotes(totals: FunnelTotals, words: Words): Line[] {
  const count = (n: number) => formatCount(n, words.lang)
  return [
    words.funnel.sum({
      won: count(totals.won),
      lost: count(totals.lost),
      open: count(totals.open ?? 0),
      deals: count(totals.deals),
    }),
    ...closedNote(totals, words),
  ]
}

function closedNote({ won, lost, winRate, winRateLow, winRateHigh }: FunnelTotals, words: Words): Line[] {
  const closed = won + lost
  if (closed === 0) return []
  return [words.funnel.ofClosed({ share: shareSaid(won, closed, winRate, winRateLow, winRateHigh, words) })]
}

function youngNote(totals: FunnelTotals, words: Words): Line[] {
  const share = openSaid(totals, words)
  return share === null ? [] : [words.funnel.young({ share })]
}

/** Under groups, whose shares are of those closed. */
export function stillOpenNote(totals: FunnelTotals, words: Words): Line[] {
  const share = openSaid(totals, words)
  return share === null ? [] : [words.funnel.stillOpen({ share })]
}

/** How many are still open, where any are: `29 %`, of few `7 из 8`. */
export function openSaid(
  { deals, open, openShare }: Pick<FunnelTotals, 'deals' | 'open' | 'openShare'>,
  words: Words,
): string | null {
  if (open === null || openShare === null || open === 0) return null
  return deals < FEW ? ofSaid(open, deals, words) : formatRate(openShare, words.lang)
}

/** Stages that deals of the period went past before they were there. */
export function addedNotes({ added }: FunnelReport, { funnel, lang }: Words): Line[] {
  return added.map(({ stage, on }) => funnel.added({ stage, day: formatDay(on, lang) }))
}

/** Stages in use no more that hold open deals. */
function retiredNotes({ retired, mode }: FunnelReport, { funnel, lang }: Words): Line[] {
  if (retired.length === 0) return []
  const said = retired.map(({ stage, deals }) =>
    funnel.stageHolds({ stage, deals: formatCount(deals, lang) }),
  )
  return [funnel.retired({ stages: said.join(', '), counted: mode === 'cohort' })]
}

/** Of how many lost deals nothing tells the stage of loss. */
export function lossNote(
  { lost, lossStageUnknown }: Pick<FunnelTotals, 'lost' | 'lossStageUnknown'>,
  words: Words,
): Line[] {
  if (lossStageUnknown === null || lossStageUnknown === 0) return []
  const n = formatCount(lossStageUnknown, words.lang)
  return [words.funnel.lossUnknown({ n, of: formatCount(lost, words.lang), lost })]
}

/** Of how many open deals nothing tells the stage at T. */
export function openStageNote(
  { open, openStageUnknown }: Pick<FunnelTotals, 'open' | 'openStageUnknown'>,
  { funnel, lang }: Words,
): Line[] {
  if (open === null || openStageUnknown === null || openStageUnknown === 0) return []
  return [funnel.openUnknown({ n: formatCount(openStageUnknown, lang), of: formatCount(open, lang), open })]
}

/** From this share of deals on, it is said what a presumed date is. */
const MANY_PRESUMED = 0.1

/** What a presumed date is, where many are. */
export function presumedNote(share: number | null, { funnel }: Words): Line[] {
  return share !== null && share >= MANY_PRESUMED ? [funnel.presumed] : []
}

function mostLost({ worstLoss: worst }: FunnelReport, { words, again }: ReportView): Line[] {
  if (worst === null) return []
  const said = words.funnel.mostLost({ stage: worst.stage, n: formatCount(worst.n, words.lang) })
  return withCommand(said, again({ explain: `${worst.stage}:lost` }))
}

/** The narrowest pass of the funnel, with its interval in words. */
function explained(stages: readonly FunnelStage[], words: Words): Line[] {
  const { lang } = words
  const wide = stages.flatMap(({ stage, entered, toNext, toNextLow, toNextHigh, sound }) =>
    !sound ||
    toNext === null ||
    toNextLow === null ||
    toNextHigh === null ||
    entered < FEW ||
    toNextHigh - toNextLow < WIDE
      ? []
      : [{ stage, entered, toNext, low: toNextLow, high: toNextHigh }],
  )
  const [first, ...rest] = wide
  if (first === undefined) return []
  const row = rest.reduce((least, one) => (one.toNext < least.toNext ? one : least), first)
  const [low = ''] = formatInterval(row.low, row.high, lang).split('–')
  return [
    words.funnel.explained({
      stage: row.stage,
      rate: formatRate(row.toNext, lang),
      n: formatCount(row.entered, lang),
      k: formatCount(Math.round(row.toNext * row.entered), lang),
      low,
      high: formatRate(row.high, lang),
    }),
  ]
}

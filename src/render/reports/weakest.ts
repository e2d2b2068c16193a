import { lookUp } from '../../domain/look-up.ts'
import { majorOf } from '../../domain/money.ts'
import { goneOn } from '../../domain/statistics/two-shares.ts'
import { formatDay, periodTitle } from '../../domain/time/period.ts'
import type { AgainstRow } from '../../reports/against.ts'
import type { Link, WeakestReport } from '../../reports/weakest.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Document, Line } from '../document.ts'
import { formatCount, formatDecimal, formatEstimate, formatRate, roundTo } from '../numbers.ts'
import { changeNotes, referenceSaid } from './funnel-against.ts'
import { ageSaid } from './funnel-comparison.ts'
import {
  FEW_WON,
  headLines,
  nothingBlocks,
  ofSaid,
  outsideBlocks,
  type ReportView,
  titleParts,
  withCommand,
} from './head.ts'
import { heldTable, markNotes } from './held-table.ts'
import { causeLines } from './weakest-causes.ts'
import { weakestFacts } from './weakest-facts.ts'
import { linkTable } from './weakest-groups.ts'

/** The weakest stage in words, what it costs and what differs there; then all stages beside what they are held against. */
export function weakestDocument(report: WeakestReport, view: ReportView): Document {
  const { words } = view
  const { head, pipeline, by } = report
  const { weakest, groups, reportHead, lang } = words
  const title =
    by === null
      ? weakest.title({ pipeline })
      : weakest.titleBy({ pipeline, by: lookUp(groups.by, by) ?? groups.field(by) })
  const deals = dealsOf(report)
  const heading = headLines(titleParts(title, head, 'cohort', words), head, view, [
    reportHead.deals({ n: formatCount(deals, lang) }),
  ])
  return { heading, blocks: blocksOf(report, deals, view), data: weakestFacts(report) }
}

function dealsOf({ whole, groups }: WeakestReport): number {
  return whole?.totals.deals ?? (groups ?? []).reduce((sum, { totals }) => sum + totals.deals, 0)
}

function blocksOf(report: WeakestReport, deals: number, view: ReportView): Block[] {
  const { words } = view
  if (deals === 0) {
    return nothingBlocks(report.head, view)
  }
  const beside: Block = {
    type: 'lines',
    lines: [besideSaid(report, words), ...changesSaid(report, words)],
    beside: true,
  }
  if (report.groups !== null)
    return [beside, ...linkTable(report, report.groups, view), ...outsideBlocks(view)]
  const { whole } = report
  if (whole === null) return []
  return [
    beside,
    { type: 'lines', lines: verdict(report, whole, view), finding: true },
    {
      // Where nothing is certain, the sentences say all there is to know.
      ...(whole.weakest?.certain !== true && { brief: 0 }),
      ...heldTable(
        whole.stages,
        whole.rows,
        {
          entered: words.funnel.entered.cohort,
          reference: words.weakest.column[report.measure.kind],
          currency: report.head.currency,
          isPriced: whole.average !== null,
          certainAlone: true,
          open: whole.stages.some(({ openHere }) => (openHere ?? 0) > 0) ? words.funnel.open : null,
        },
        words,
      ),
    },
    {
      type: 'lines',
      lines: [
        ...chancePrice(report, whole, words),
        ...(report.measure.kind === 'period' && report.measure.deals > 0
          ? [ageSaid(report.head, words)]
          : []),
        ...markNotes(whole.rows, words),
        ...whose(report, whole, view),
      ],
    },
    ...outsideBlocks(view),
  ]
}

function besideSaid({ measure, groups }: WeakestReport, words: Words): string {
  const { weakest, reportHead, lang } = words
  switch (measure.kind) {
    case 'reference':
      return referenceSaid(measure.of, words)
    case 'team':
      return groups === null ? weakest.team({ n: formatCount(measure.deals, lang) }) : weakest.teamEach
    case 'period': {
      const day = formatDay(measure.asOf, lang)
      const deals = reportHead.deals({ n: formatCount(measure.deals, lang) })
      return `${reportHead.beside({ period: periodTitle(measure.period, words), day })} · ${deals}`
    }
  }
}

function changesSaid({ measure }: WeakestReport, words: Words): Line[] {
  return measure.kind === 'reference' ? changeNotes(measure.of, words) : []
}

/** What there is to know within a minute. */
function verdict(report: WeakestReport, link: Link, view: ReportView): Line[] {
  const { words } = view
  const said = words.weakest
  const { weakest, early, rows, stages } = link
  const { measure } = report
  if (early !== null) {
    const stage = stages[early]?.stage ?? ''
    const opening = rows[early]?.mendable ? said.pending : said.candidate[measure.kind]
    return pointsOf(rows[early]) === 0
      ? [opening]
      : [opening, said.early({ stage }), went(report, link, early, words)]
  }
  if (weakest === null) {
    if (measure.kind !== 'reference' && measure.deals === 0) return [said.nothingBeside[measure.kind]]
    if (rows.some(({ distinguishable }) => distinguishable !== null)) return [said.none]
    return [said.tooFew({ decided: measure.kind === 'team' })]
  }
  const stage = stages[weakest.k]?.stage ?? ''
  const isPending = rows[weakest.k]?.mendable === true
  const opening = weakest.certain
    ? [said.certain[measure.kind]({ stage })]
    : isPending
      ? [said.pending, said.looksPending({ stage })]
      : [said.candidate[measure.kind], said.looks({ stage })]
  if (!isWorthNaming(link)) return opening.slice(0, 1)
  return [
    ...opening,
    went(report, link, weakest.k, words),
    ...(weakest.certain ? price(report, link, weakest.k, false, words) : []),
    ...reasonsSaid(report, words),
    ...(weakest.certain ? causeLines(report.causes, measure, words) : []),
  ]
}

/** What may be chance, or may be mended yet, is priced beneath the figures rather than in what is found. */
function chancePrice(report: WeakestReport, link: Link, words: Words): Line[] {
  const { weakest, rows } = link
  if (weakest === null || weakest.certain || !isWorthNaming(link)) return []
  return price(report, link, weakest.k, rows[weakest.k]?.mendable !== true, words)
}

/** What looks worst by less than a point is not held up to anyone. */
function isWorthNaming({ weakest, rows }: Link): boolean {
  return weakest !== null && (weakest.certain || pointsOf(rows[weakest.k]) !== 0)
}

/** As the table shows it. */
function pointsOf(row: AgainstRow | undefined): number {
  return row === undefined || row.reference === null || row.difference === null
    ? 0
    : roundTo((row.reference + row.difference) * 100, 0) - roundTo(row.reference * 100, 0)
}

function went({ measure }: WeakestReport, { stages, rows }: Link, k: number, words: Words): string {
  const { weakest, lang } = words
  const [stage, row] = [stages[k], rows[k]]
  if (stage === undefined || row === undefined || row.reference === null) return ''
  const rate = formatRate(row.reference, lang)
  return weakest.went({
    k: formatCount(goneOn(stage), lang),
    n: formatCount(stage.entered, lang),
    rate: formatRate(stage.toNext ?? 0, lang),
    was: weakest.was[measure.kind],
    than:
      row.referenceN === null
        ? rate
        : weakest.ofMany({
            rate,
            k: formatCount(Math.round(row.reference * row.referenceN), lang),
            n: formatCount(row.referenceN, lang),
          }),
    open: (stage.openHere ?? 0) > 0 ? ofSaid(stage.openHere ?? 0, stage.entered, words) : null,
  })
}

/** The formula with its numbers. */
function price(
  { head, measure }: WeakestReport,
  { rows, average }: Link,
  k: number,
  chance: boolean,
  words: Words,
): string[] {
  const { weakest, lang } = words
  const row = rows[k]
  if (row === undefined || row.differenceDeals === null) return []
  const deals = -row.differenceDeals
  const isWhole = Number.isInteger(roundTo(deals, 1))
  const missed = formatDecimal(deals, isWhole ? 0 : 1, lang)
  // A decimal takes the plural of few: 13,7 сделки.
  const missedN = isWhole ? Math.round(deals) : 2
  const money = (minor: number) =>
    formatEstimate(majorOf(Math.round(minor), head.currency), head.currency, lang)
  if (average === null || row.downstream === null || row.differenceAmount === null) {
    const won = row.differenceWon === null ? null : formatDecimal(-row.differenceWon, 1, lang)
    return [weakest.priceless({ chance, missed, missedN, won })]
  }
  return [
    weakest.price({
      chance,
      missed,
      missedN,
      downstream: row.downstream === 1 ? null : formatRate(row.downstream, lang),
      average: money(average.amount),
      n: formatCount(average.deals, lang) + (average.of === 'own' ? '' : `, ${weakest.theirs[measure.kind]}`),
      cost: money(-row.differenceAmount),
    }),
    ...(average.deals < FEW_WON ? [weakest.ofFew(average.deals)] : []),
  ]
}

/** Reasons that are named. */
const MOST = 3

function reasonsSaid({ reasons }: WeakestReport, words: Words): Line[] {
  const { weakest, lang } = words
  const lost = reasons.reduce((sum, { deals }) => sum + deals, 0)
  if (lost === 0) return []
  const named = reasons
    .slice(0, MOST)
    .map(({ reason, deals }) => `${reason ?? weakest.noReason} ${formatCount(deals, lang)}`)
  const all = reasons.slice(0, MOST).reduce((sum, { deals }) => sum + deals, 0)
  return [`${weakest.reasons}${named.join(', ')}${all < lost ? ` (${ofSaid(all, lost, words)})` : ''}.`]
}

function whose({ reasons }: WeakestReport, link: Link, { words, again }: ReportView): Line[] {
  const { weakest, stages } = link
  const isNamed = isWorthNaming(link)
  const stage = weakest === null ? undefined : stages[weakest.k]?.stage
  if (stage === undefined || reasons.length === 0 || !isNamed) return []
  return withCommand(words.weakest.whose, again({ explain: `${stage}:lost` }))
}

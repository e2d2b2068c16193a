import { majorOf } from '../../domain/money.ts'
import { formatDay, periodTitle } from '../../domain/time/period.ts'
import type { Against, ReferenceHead } from '../../reports/against.ts'
import type { FunnelReport } from '../../reports/funnel.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Line } from '../document.ts'
import { formatCount, formatDecimal, formatEstimate, roundTo } from '../numbers.ts'
import { openSaid, sumNotes } from './funnel-notes.ts'
import type { ReportView } from './head.ts'
import { heldTable, markNotes } from './held-table.ts'

/** Each stage beside its share of the reference, what the difference is worth, and whether it is one. */
export function againstBlocks(report: FunnelReport, against: Against, { words }: ReportView): Block[] {
  const { head, mode, stages } = report
  const of = {
    entered: words.funnel.entered[mode],
    reference: words.references.reference,
    currency: head.currency,
    isPriced: against.average !== null,
    certainAlone: false,
    open: null,
  }
  return [
    { type: 'lines', lines: [referenceSaid(against.of, words)] },
    heldTable(stages, against.rows, of, words),
    { type: 'lines', lines: notes(report, against, words) },
  ]
}

/** `рядом: эталон «Лето» · июль–сентябрь 2025 · на 30.09.2025 · сделок 240`. */
export function referenceSaid(
  { name, kind, period, asOf, deals, savedOn }: ReferenceHead,
  words: Words,
): string {
  const { references, reportHead, lang } = words
  if (name === null) return references.besideTemplate
  const what =
    period === null
      ? [
          references.kinds[kind],
          ...(savedOn === null ? [] : [references.savedDay({ day: formatDay(savedOn, lang) })]),
        ]
      : [
          periodTitle(period, words),
          ...(asOf === null ? [] : [references.asOf({ day: formatDay(asOf, lang) })]),
          ...(deals === null ? [] : [reportHead.deals({ n: formatCount(deals, lang) })]),
        ]
  return references.beside({ name, what: what.join(' · ') })
}

function notes(report: FunnelReport, against: Against, words: Words): Line[] {
  const { references } = words
  const { rows } = against
  const open = openSaid(report.totals, words)
  return [
    ...changeNotes(against.of, words),
    ...sumNotes(report.totals, words),
    ...(open === null ? [] : [references.stillOpen({ share: open })]),
    ...worthNotes(report, against, words),
    ...markNotes(rows, words),
  ]
}

export function changeNotes({ added, gone, stageUnknown }: ReferenceHead, words: Words): Line[] {
  const { references } = words
  return [
    ...unsoundNote(stageUnknown, words),
    ...(added.length === 0 ? [] : [references.added({ stages: added })]),
    ...(gone.length === 0 ? [] : [references.gone({ stages: gone })]),
  ]
}

/** The shares of a reference may be others: of so many deals nothing told the stage. */
export function unsoundNote(stageUnknown: number, { references, lang }: Words): string[] {
  return stageUnknown === 0
    ? []
    : [references.unsound({ n: formatCount(stageUnknown, lang), deals: stageUnknown })]
}

function worthNotes({ totals, head }: FunnelReport, against: Against, words: Words): Line[] {
  const { references, lang } = words
  const { average, differenceWon, differenceAmount } = against
  const money = (minor: number) =>
    formatEstimate(majorOf(Math.round(minor), head.currency), head.currency, lang)
  if (against.rows.every(({ reference }) => reference === null)) return []
  const worth =
    average === null
      ? references.noAverage
      : references.worth({
          average: money(average.amount),
          n: formatCount(average.deals, lang),
          own: average.of === 'own',
        })
  if (differenceWon === null) return [worth]
  const by = formatDecimal(Math.abs(differenceWon), 1, lang)
  const won = formatCount(totals.won, lang)
  if (roundTo(differenceWon, 1) === 0) return [worth, references.as({ won })]
  const amount = differenceAmount === null ? null : money(Math.abs(differenceAmount))
  return [worth, references.together({ won, by, isLess: differenceWon < 0, amount })]
}

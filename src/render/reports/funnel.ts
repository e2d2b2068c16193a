import { lookUp } from '../../domain/look-up.ts'
import type { FunnelReport } from '../../reports/funnel.ts'
import type { Block, Document } from '../document.ts'
import { formatCount } from '../numbers.ts'
import { againstBlocks } from './funnel-against.ts'
import { comparisonBlocks } from './funnel-comparison.ts'
import { funnelFacts } from './funnel-facts.ts'
import { groupBlocks } from './funnel-groups.ts'
import { openSaid, presumedNote, wholeNotes } from './funnel-notes.ts'
import { wholeTable } from './funnel-whole.ts'
import { headLines, nothingBlocks, outsideBlocks, presumedSaid, type ReportView, titleParts } from './head.ts'

/** A funnel as people read it: the whole, or group by group, or beside another period. */
export function funnelDocument(report: FunnelReport, view: ReportView): Document {
  const { words } = view
  const { totals, head } = report
  const by = report.by
  const open = openSaid(totals, words)
  const title =
    by === null || report.groups === null
      ? words.funnel.title(report)
      : words.funnel.titleBy({
          pipeline: report.pipeline,
          by: lookUp(words.groups.by, by) ?? words.groups.field(by),
        })
  const heading = headLines(titleParts(title, head, report.mode, words), head, view, [
    ...(report.attribution === 'actor' ? [words.reportHead.byActor] : []),
    words.reportHead.deals({ n: formatCount(totals.deals, words.lang) }),
    ...(report.groups === null || open === null ? [] : [words.funnel.openShare({ share: open })]),
    ...presumedSaid(totals.presumedDatesShare, words),
  ])
  return { heading, blocks: blocksOf(report, view), data: funnelFacts(report) }
}

function blocksOf(report: FunnelReport, view: ReportView): Block[] {
  if (report.totals.deals === 0 && (report.compare?.body.totals.deals ?? 0) === 0) {
    return nothingBlocks(report.head, view)
  }
  const compared = report.compare === null ? [] : comparisonBlocks(report, report.compare, view)
  const outside = outsideBlocks(view)
  const held = report.against === undefined ? [] : againstBlocks(report, report.against, view)
  if (report.groups !== null)
    return [...groupBlocks(report, report.groups, view), ...compared, ...held, ...outside]
  if (compared.length > 0 && report.compare?.body.totals.deals !== 0) return [...compared, ...outside]
  if (held.length > 0) return [...held, ...outside]
  return [
    wholeTable(report, view),
    {
      type: 'lines',
      lines: [...wholeNotes(report, view), ...presumedNote(report.totals.presumedDatesShare, view.words)],
    },
    ...compared,
    ...outside,
  ]
}

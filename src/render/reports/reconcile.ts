import type { FunnelReport } from '../../reports/funnel.ts'
import type {
  Difference,
  ReconciledExample,
  ReconciledStage,
  Reconciliation,
} from '../../reports/reconcile.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Document, Line, Table } from '../document.ts'
import { formatCount } from '../numbers.ts'
import { headLines, nothingBlocks, outsideBlocks, type ReportView, titleParts, withCommand } from './head.ts'
import { type Part, type Parts, tableOf } from './parts.ts'

const CAUSES: readonly Difference[] = ['lost', 'reopened', 'back', 'retired', 'skipped']

/** Each row is a sum from left to right: Bitrix24's figure, what it does not count, ours. Then why, and which deals. */
export function reconcileDocument(
  report: FunnelReport,
  found: Reconciliation,
  examples: readonly ReconciledExample[],
  view: ReportView,
): Document {
  const { words } = view
  const { head, totals } = report
  const heading = headLines(titleParts(words.reconcile.title(report), head, found.mode, words), head, view, [
    words.reportHead.deals({ n: formatCount(totals.deals, words.lang) }),
  ])
  return { heading, blocks: blocksOf(report, found, examples, view), data: facts(found) }
}

function blocksOf(
  { head, totals }: FunnelReport,
  found: Reconciliation,
  examples: readonly ReconciledExample[],
  view: ReportView,
): Block[] {
  if (totals.deals === 0) {
    return nothingBlocks(head, view)
  }
  const { words } = view
  return [
    tableOf(partsOf(found, words), found.stages),
    {
      type: 'lines',
      lines: [words.reconcile.how, ...causeLines(found, examples, words), ...passedLines(found, words)],
    },
    ...wholeLists(found, view),
    ...outsideBlocks(view),
  ]
}

/** A column of each cause that there is. */
function partsOf({ count }: Reconciliation, { reconcile, funnel }: Words): Parts<ReconciledStage> {
  const figure = (
    key: string,
    title: string,
    cell: Part<ReconciledStage>['cell'],
  ): Part<ReconciledStage> => ({ column: { key, title, kind: 'count', cut: 8 }, cell })
  return [
    {
      column: { key: 'stage', title: funnel.stage, kind: 'text', shrink: true, min: 10 },
      cell: (row) => row.stage,
    },
    figure('here', reconcile.here, (row) => row.here),
    figure('further', reconcile.further, (row) => (row.kind === 'won' ? null : row.further)),
    figure('bitrix24', reconcile.bitrix24, (row) => row.bitrix24),
    ...CAUSES.filter((cause) => count[cause] > 0).map((cause) =>
      figure(cause, reconcile.causes[cause], ({ causes }) => {
        const n = Math.abs(causes[cause])
        return n === 0 ? null : n
      }),
    ),
    figure('ours', reconcile.ours, (row) => row.ours),
  ]
}

function causeLines(
  { count }: Reconciliation,
  examples: readonly ReconciledExample[],
  { reconcile, lang }: Words,
): Line[] {
  const named = CAUSES.filter((cause) => count[cause] > 0)
  if (named.length === 0) return [reconcile.agree]
  return named.flatMap((cause) => {
    const shown = examples.filter((one) => one.cause === cause)
    const more = count[cause] - shown.length
    const said = shown.map((one) => (cause === 'lost' ? reconcile.lostDeal(one) : reconcile.movedDeal(one)))
    return [
      reconcile.why[cause],
      reconcile.deals({
        n: count[cause],
        shown: said.join('; '),
        more: more === 0 ? null : formatCount(more, lang),
      }),
    ]
  })
}

function passedLines({ stages, mode }: Reconciliation, { reconcile, lang }: Words): Line[] {
  const passed = stages
    .filter(({ passedBy }) => passedBy > 0)
    .map(({ stage, passedBy }) => reconcile.stageOf({ stage, n: formatCount(passedBy, lang) }))
  return passed.length === 0 || mode !== 'cohort' ? [] : [reconcile.passedBy({ stages: passed.join(', ') })]
}

/** The command for the deals of the largest difference. */
function wholeLists({ stages, count }: Reconciliation, { words, again }: ReportView): Block[] {
  const cause = CAUSES.find((one) => count[one] > 0)
  if (cause === undefined) return []
  const [most] = [...stages].sort((a, b) => Math.abs(b.causes[cause]) - Math.abs(a.causes[cause]))
  const command = again({ explain: `${most?.stage ?? ''}:${cause}` })
  return [{ type: 'lines', lines: withCommand(words.reconcile.all, command) }]
}

function facts({ stages }: Reconciliation): Table {
  const keys = ['stage', 'kind', 'ours', 'bitrix24', 'difference', 'here', 'further', ...CAUSES, 'passedBy']
  return {
    columns: keys.map((key) => ({ key, title: key, kind: 'text' })),
    rows: stages.map((row) => ({
      cells: [
        ...[row.stage, row.kind, row.ours, row.bitrix24, row.ours - row.bitrix24, row.here, row.further],
        ...CAUSES.map((cause) => row.causes[cause]),
        row.passedBy,
      ],
    })),
  }
}

import { foldKey } from '../../domain/names/name.ts'
import { parsePeriod } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import { formatCount } from '../../render/numbers.ts'
import type { ConversionReport } from '../../reports/conversion.ts'
import { eachFact } from '../../store/facts/funnel-facts.ts'
import type { Store } from '../../store/store.ts'
import type { Answer } from '../command.ts'
import { funnelReport } from '../funnel/report.ts'
import { meant } from '../line/aliases.ts'
import { cuts, dealsBehind, isTotal } from './cell.ts'
import type { PointsRequest } from './conversion.ts'
import { explanation, parseCell } from './explain.ts'
import { factsQuery } from './request.ts'

const COLUMNS = ['created', 'won', 'open'] as const

/** A point, or all of them where that is undefined, and which of its deals. */
interface PointCell {
  label: string | undefined
  column: (typeof COLUMNS)[number]
}

/**
 * The deals of a point: `LABEL[:created|won|open]`, the label as it stands or as a period is typed; or those of its
 * steps, as in a funnel: `STAGE:entered|lost|open|next[@LABEL]`. Throws UsageError for what is neither.
 */
export function conversionExplained(
  store: Store,
  request: PointsRequest,
  report: ConversionReport,
  text: string,
): Answer {
  const cell = pointNamed(store, request, report, text)
  if (cell === undefined) return stepExplained(store, request, report, text)
  const { label, column } = cell
  const found = new Set<number>()
  eachFact(store, factsQuery(store, request, 'created'), {
    deal: ({ id, group, outcome }) => {
      const isThere = label === undefined || group === label
      if (isThere && (column === 'created' || column === outcome)) found.add(id)
    },
  })
  return dealsBehind(store, request, found, {
    title: (words) =>
      words.conversion.title({ pipeline: report.pipeline, by: words.groups.by[report.by] ?? report.by }),
    group: label,
    figure: (n, { conversion, lang }) => conversion.explained[column](formatCount(n, lang)),
  })
}

function pointNamed(
  store: Store,
  request: PointsRequest,
  report: ConversionReport,
  text: string,
): PointCell | undefined {
  for (const [name, typed] of cuts(text, ':')) {
    const column = typed === undefined ? 'created' : meant('column', typed, COLUMNS)
    if (column === undefined) continue
    if (isTotal(store, name)) return { label: undefined, column }
    const label = labelOf(store, request, report, name)
    if (label !== undefined) return { label, column }
  }
  return undefined
}

/** The label of the point that a text names, to the letter or as a period. */
function labelOf(
  store: Store,
  { asOf }: PointsRequest,
  { points }: ConversionReport,
  text: string,
): string | undefined {
  const labels = points.map(({ label }) => label)
  const exact = labels.find((label) => foldKey(label) === foldKey(text))
  if (exact !== undefined) return exact
  const meantBy = periodLabel(text, { today: asOf, weekStart: store.settings.weekStart })
  return labels.find((label) => label === meantBy)
}

function periodLabel(text: string, context: Parameters<typeof parsePeriod>[1]): string | undefined {
  try {
    return parsePeriod(text, context).label
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
}

function stepExplained(store: Store, request: PointsRequest, report: ConversionReport, text: string): Answer {
  const refusal = new UsageError((w) =>
    w.conversion.badExplain({
      text,
      points: report.points.map(({ label }) => label).slice(0, MOST_NAMED),
      stages: report.total.steps.map(({ from }) => from),
    }),
  )
  const groupNamed = (name: string) => {
    const label = labelOf(store, request, report, name)
    if (label === undefined) throw refusal
    return label
  }
  const watch = stepNamed(text, request, groupNamed, refusal)
  return explanation(store, request, funnelReport(store, request, 'cohort', { watch }), watch)
}

/** Points named in a refusal. */
const MOST_NAMED = 12

/** What the funnel says of a cell that is none is of the funnel: here it is none of a point either. */
function stepNamed(
  text: string,
  request: PointsRequest,
  groupNamed: (text: string) => string,
  refusal: UsageError,
) {
  try {
    return parseCell(text, request, groupNamed)
  } catch (error) {
    throw error instanceof UsageError ? refusal : error
  }
}

import { lookUp } from '../domain/look-up.ts'
import { fitting } from '../domain/matching.ts'
import { foldKey } from '../domain/name.ts'
import { periodTitle } from '../domain/period.ts'
import { outcomeStage, stagesAt } from '../domain/pipeline.ts'
import { UsageError } from '../errors.ts'
import { formatCount } from '../render/numbers.ts'
import type { FunnelReport } from '../reports/funnel.ts'
import { dealsAt } from '../store/deals.ts'
import { Labels } from '../store/labels.ts'
import type { Store } from '../store/store.ts'
import { LANGS, wordsFor } from '../words/words.ts'
import { meant } from './aliases.ts'
import type { Answer } from './command.ts'
import { dealsDocument } from './deal-shown.ts'
import { isNone } from './filters.ts'
import type { ReportRequest } from './report-request.ts'

const COLUMNS = ['entered', 'lost', 'open', 'next'] as const
type CellColumn = (typeof COLUMNS)[number]

/** A cell of a funnel whose deals are wanted, and those found. */
export class CellWatch {
  readonly found = new Set<number>()

  constructor(
    /** The row, `lost` for all that are lost. */
    readonly k: number | 'lost',
    readonly column: CellColumn,
    readonly stage: string,
    /** The key of the group in the report, null is "(none)"; undefined is the whole. */
    readonly group: string | null | undefined,
  ) {}

  wants(key: string | null): boolean {
    return this.group === undefined || this.group === key
  }
}

/**
 * `STAGE[:COLUMN][@GROUP]`, the column in any of the three languages. A name may hold a colon or an @ itself: the
 * longest name that there is wins. Throws UsageError for a stage or column that is not there.
 */
export function parseCell(
  text: string,
  { pipeline, horizon, grouping }: ReportRequest,
  /** The key of the group that a text names. */
  groupNamed: (text: string) => string | null,
): CellWatch {
  const open = stagesAt(pipeline, horizon.t)
  const rows = [...open, outcomeStage(pipeline, 'won'), outcomeStage(pipeline, 'lost')]
  for (const [head, group] of cuts(text, '@')) {
    for (const [name, column] of cuts(head, ':')) {
      const row = rowNamed(rows, name)
      const wanted = column === undefined ? 'entered' : meant('column', column, COLUMNS)
      if (row < 0 || wanted === undefined) continue
      if (group !== undefined && grouping === undefined) throw new UsageError((w) => w.reports.explainWhere)
      const k = row > open.length ? 'lost' : row
      const key = group === undefined ? undefined : groupNamed(group)
      return new CellWatch(k, k === 'lost' ? 'entered' : wanted, rows[row]?.name ?? name, key)
    }
  }
  const stages = rows.map((stage) => stage.name).join(', ')
  throw new UsageError((w) => w.reports.badExplain({ text, stages }))
}

/**
 * The key of the report's group that a text names: to the letter, else whatever its case, else shortened as `--manager`
 * takes a name; null is "(none)". Throws UsageError where none does, or several do.
 */
export function groupOf(report: FunnelReport, text: string): string | null {
  const keys = (report.groups ?? []).map(({ key }) => key)
  const names = keys.filter((key) => key !== null)
  if (names.includes(text)) return text
  const isNamed = names.some((key) => foldKey(key) === foldKey(text))
  if (!isNamed && keys.includes(null) && isWithout(text)) return null
  const person = report.by === 'manager' || report.by === 'company'
  const folded = names.map((item) => ({ item, names: [foldKey(item)] }))
  const found = fitting(folded, foldKey(text), person ? 'person' : 'label')
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  throw new UsageError((w) => {
    const groups = (found.length > 0 ? found : keys).slice(0, MOST_NAMED).map((key) => key ?? w.common.none)
    return found.length > 0
      ? w.reports.severalGroups({ text, groups })
      : w.reports.noSuchGroup({ text, groups })
  })
}

/** Groups named in a refusal. */
const MOST_NAMED = 20

/** The deals of the cell as they were at the report's moment. */
export function explanation(
  store: Store,
  request: ReportRequest,
  report: FunnelReport,
  watch: CellWatch,
): Answer {
  const { group } = watch
  const labels = new Labels(store)
  const records = dealsAt(store, labels, [...watch.found], request.horizon)
  return {
    json: records,
    document: (words) => {
      const { stage, column } = watch
      const figure = words.reports.explained({ stage, column, n: formatCount(records.length, words.lang) })
      const of = [
        words.funnel.title(report),
        periodTitle(request.period, words),
        ...(group === undefined
          ? []
          : [group ?? lookUp(words.groups.without, report.by ?? '') ?? words.common.none]),
      ]
      return {
        ...dealsDocument(records, labels.fields('deal'), words),
        heading: [[...of, figure].join(' · ')],
      }
    },
  }
}

/** The text whole, then cut at each place where the sign stands, the longest head first. */
function* cuts(text: string, sign: string): Generator<[head: string, tail: string | undefined]> {
  yield [text, undefined]
  for (let at = text.lastIndexOf(sign); at > 0; at = text.lastIndexOf(sign, at - 1))
    yield [text.slice(0, at), text.slice(at + 1)]
}

/** The row of that name; else `won` or `lost`; else the one whose name begins so. */
function rowNamed(rows: readonly { name: string; kind: string }[], text: string): number {
  const wanted = foldKey(text)
  if (wanted === '') return -1
  const exact = rows.findIndex((row) => foldKey(row.name) === wanted)
  if (exact >= 0) return exact
  const outcome = rows.findIndex(({ kind }) => kind !== 'open' && kind === wanted)
  if (outcome >= 0) return outcome
  const begun = rows.flatMap((row, at) => (foldKey(row.name).startsWith(wanted) ? [at] : []))
  return begun.length === 1 ? (begun[0] ?? -1) : -1
}

function isWithout(text: string): boolean {
  const wanted = foldKey(text)
  return (
    isNone(text) ||
    LANGS.some((lang) =>
      Object.values(wordsFor(lang).groups.without).some((name) => foldKey(name) === wanted),
    )
  )
}

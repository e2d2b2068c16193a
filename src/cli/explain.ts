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
import type { Answer } from './command.ts'
import { dealsDocument } from './deal-shown.ts'
import { isNone } from './filters.ts'
import type { ReportRequest } from './report-request.ts'

const COLUMNS = {
  entered: 'entered visited moved дошли были вошли сделок дійшли увійшли угод',
  lost: 'lost отказов отказ отказы відмов відмова відмови',
  open: 'open в-деле в-работе открытые у-роботі відкриті',
  next: 'next to-next дальше далі',
} as const
type CellColumn = keyof typeof COLUMNS

/** A cell of a funnel whose deals are wanted, and those found. */
export class CellWatch {
  readonly found = new Set<number>()
  readonly #wanted = new Map<string | null, boolean>()

  constructor(
    /** The row, `lost` for all that are lost. */
    readonly k: number | 'lost',
    readonly column: CellColumn,
    readonly stage: string,
    /** The group as typed; undefined is the whole. */
    readonly group: string | undefined,
  ) {}

  wants(key: string | null): boolean {
    if (this.group === undefined) return true
    const known = this.#wanted.get(key)
    if (known !== undefined) return known
    const wanted = key === null ? isWithout(this.group) : foldKey(key) === foldKey(this.group)
    this.#wanted.set(key, wanted)
    return wanted
  }
}

/**
 * `STAGE[:COLUMN][@GROUP]`, the column in any of the three languages. A name may hold a colon or an @ itself: the
 * longest name that there is wins. Throws UsageError for a stage or column that is not there.
 */
export function parseCell(text: string, { pipeline, horizon, grouping }: ReportRequest): CellWatch {
  const open = stagesAt(pipeline, horizon.t)
  const rows = [...open, outcomeStage(pipeline, 'won'), outcomeStage(pipeline, 'lost')]
  for (const [head, group] of cuts(text, '@')) {
    for (const [name, column] of cuts(head, ':')) {
      const row = rowNamed(rows, name)
      const wanted = column === undefined ? 'entered' : columnNamed(column)
      if (row < 0 || wanted === undefined) continue
      if (group !== undefined && grouping === undefined) throw new UsageError((w) => w.reports.explainWhere)
      const k = row > open.length ? 'lost' : row
      return new CellWatch(k, k === 'lost' ? 'entered' : wanted, rows[row]?.name ?? name, group)
    }
  }
  const stages = rows.map((stage) => stage.name).join(', ')
  throw new UsageError((w) => w.reports.badExplain({ text, stages }))
}

/** The deals of the cell as they were at the report's moment. Throws UsageError for a group that is not there. */
export function explanation(
  store: Store,
  request: ReportRequest,
  report: FunnelReport,
  watch: CellWatch,
): Answer {
  const { group: text } = watch
  if (text !== undefined && !report.groups?.some(({ key }) => watch.wants(key)))
    throw new UsageError((w) => {
      const groups = (report.groups ?? []).slice(0, 20)
      return w.reports.noSuchGroup({ text, groups: groups.map(({ key }) => key ?? w.common.none) })
    })
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
        ...(text === undefined ? [] : [text]),
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

function columnNamed(text: string): CellColumn | undefined {
  const wanted = text.trim().toLowerCase().replaceAll(' ', '-')
  const columns = Object.keys(COLUMNS) as CellColumn[]
  return columns.find((column) => COLUMNS[column].split(' ').includes(wanted))
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

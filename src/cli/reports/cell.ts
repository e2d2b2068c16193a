import { fitting } from '../../domain/names/matching.ts'
import { foldKey } from '../../domain/names/name.ts'
import { periodTitle } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import { groupName } from '../../render/reports/parts.ts'
import { dealsAt } from '../../store/deals/deals.ts'
import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import { LANGS, wordsFor } from '../../words/words.ts'
import type { Answer } from '../command.ts'
import { dealsDocument } from '../deals/shown.ts'
import { isEveryone, isNone } from '../filters.ts'
import { meant } from '../line/aliases.ts'
import type { ReportRequest } from './request.ts'

/** A row of a report as `--explain` names it: by its name, or what it is in English. */
export interface CellRow {
  name: string
  kind: string
}

/** What `--explain` asks for. */
export interface NamedCell<Column extends string> {
  /** The place of the row among those given. */
  row: number
  /** Undefined where only the row was named. */
  column: Column | undefined
  /** As typed after the `@`. */
  group: string | undefined
}

/**
 * `ROW[:COLUMN][@GROUP]`, the column in any of the three languages; undefined where there is no such row or column. A
 * name may hold a colon or an @ itself: the longest name that there is wins. Throws UsageError for a group where
 * nothing is grouped.
 */
export function cellNamed<Column extends string>(
  text: string,
  rows: readonly CellRow[],
  columns: readonly Column[],
  isGrouped: boolean,
): NamedCell<Column> | undefined {
  for (const [head, group] of cuts(text, '@')) {
    for (const [name, typed] of cuts(head, ':')) {
      const row = rowNamed(rows, name)
      const column = typed === undefined ? undefined : meant('column', typed, columns)
      if (row < 0 || (typed !== undefined && column === undefined)) continue
      if (group !== undefined && !isGrouped) throw new UsageError((w) => w.reports.explainWhere)
      return { row, column, group }
    }
  }
  return undefined
}

/** Of a report that is summed up by groups. */
export interface WithGroups {
  by: string | null
  groups: readonly { key: string | null }[] | null
}

/**
 * The key of the report's group that a text names: to the letter, else whatever its case, else shortened as `--manager`
 * takes a name; null is "(none)". Throws UsageError where none does, or several do.
 */
export function groupOf(report: WithGroups, text: string): string | null {
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

/** A figure of a report that is summed up by groups: one of a group (null is "(none)"), or of the whole (undefined). */
export interface GroupCell<Column extends string> {
  group: string | null | undefined
  column: Column
}

/**
 * `GROUP[:COLUMN]`, the column in any of the three languages, else the first of them; `isWhole` says which texts mean
 * all groups together. A name may hold a colon itself: the longest that there is wins. Throws UsageError for what is no
 * group, and `refusal` for what is no column.
 */
export function groupCell<Column extends string>(
  text: string,
  report: WithGroups,
  columns: readonly [Column, ...Column[]],
  isWhole: (text: string) => boolean,
  refusal: UsageError,
): GroupCell<Column> {
  let unknown: unknown
  for (const [name, tail] of cuts(text, ':')) {
    const column = tail === undefined ? columns[0] : meant('column', tail, columns)
    try {
      const group = isWhole(name) ? undefined : groupOf(report, name)
      if (column === undefined) throw refusal
      return { group, column }
    } catch (error) {
      // What is before a colon says more than all of it.
      unknown = error
      if (error === refusal) break
    }
  }
  throw unknown
}

/** What all groups together are called, in the last row of a report or as `--manager` takes it. */
export function isTotal(store: Store, text: string): boolean {
  const wanted = foldKey(text)
  return isEveryone(store, text) || LANGS.some((lang) => foldKey(wordsFor(lang).funnel.total) === wanted)
}

/** What is said above a list of what a figure is made of. */
export function figureHeading(
  { request, by = request.grouping?.by ?? '' }: { request: ReportRequest; by?: string },
  { title, group, figure }: FigureSaid,
  n: number,
  words: Words,
): string {
  const of = group === undefined ? [] : [groupName(group, by, words)]
  return [title(words), periodTitle(request.period, words), ...of, figure(n, words)].join(' · ')
}

/** Groups named in a refusal. */
const MOST_NAMED = 20

/** The deals behind a figure as they were at the report's moment; `said` is what the figure is of, and the figure. */
export function dealsBehind(
  store: Store,
  request: ReportRequest,
  found: ReadonlySet<number>,
  said: FigureSaid,
): Answer {
  const labels = new Labels(store)
  const records = dealsAt(store, labels, [...found], request.horizon)
  return {
    json: records,
    document: (words) => ({
      ...dealsDocument(records, labels.fields('deal'), words),
      heading: [figureHeading({ request }, said, records.length, words)],
    }),
  }
}

export interface FigureSaid {
  title(words: Words): string
  /** Null is "(none)"; undefined is the whole. */
  group: string | null | undefined
  figure(n: number, words: Words): string
}

/** The text whole, then cut at each place where the sign stands, the longest head first. */
export function* cuts(text: string, sign: string): Generator<[head: string, tail: string | undefined]> {
  yield [text, undefined]
  for (let at = text.lastIndexOf(sign); at > 0; at = text.lastIndexOf(sign, at - 1))
    yield [text.slice(0, at), text.slice(at + 1)]
}

/** The row of that name; else what is of that kind, if it is no stage in work; else the one whose name begins so. */
function rowNamed(rows: readonly CellRow[], text: string): number {
  const wanted = foldKey(text)
  if (wanted === '') return -1
  const exact = rows.findIndex((row) => foldKey(row.name) === wanted)
  if (exact >= 0) return exact
  const kinds = [...new Set(rows.map(({ kind }) => kind))].filter((kind) => kind !== 'open')
  const meantKind = meant('row', text, kinds) ?? (isNone(text) ? 'none' : undefined)
  const kind = rows.findIndex((row) => row.kind === meantKind)
  if (kind >= 0) return kind
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

import { nearest } from '../domain/names/name.ts'
import { UsageError } from '../errors.ts'
import type { Document, Kind, Table, Value } from '../render/document.ts'
import type { Words } from '../words/words.ts'
import type { Answer, OptionSpec, Typed } from './command.ts'
import { meant } from './line/aliases.ts'
import { optional } from './typed.ts'

/** A column of a list: what of a record it shows. Its key is the header of csv and what `--sort` takes. */
export interface ListColumn<T> {
  key: string
  title: (words: Words) => string
  kind: Kind
  value: (record: T) => Value
  /** How people see it, where the value is a code. */
  text?: (record: T, words: Words) => string
  currency?: string
  align?: 'left' | 'right'
  /** A narrow terminal may cut it. */
  shrink?: boolean
  /** A narrow terminal breaks it into lines, the least of them so wide. */
  wrap?: boolean
  min?: number
  /** Seen in csv and tsv only. */
  dataOnly?: boolean
  /** Said once above the table where it is the same in every row. */
  isOnce?: boolean
}

/** A text that people do not look at in a list, but files have. */
export function dataColumn<T>(key: string, value: (record: T) => string | null): ListColumn<T> {
  return { key, title: () => key, kind: 'text', value, dataOnly: true }
}

export function managerColumn<T extends { manager: string | null }>(): ListColumn<T> {
  return {
    key: 'manager',
    title: (w) => w.records.manager,
    kind: 'text',
    value: (one) => one.manager,
    shrink: true,
  }
}

export const LIST_OPTIONS: readonly OptionSpec[] = [
  { flags: '--limit <n>', help: (w) => w.records.limit },
  { flags: '--sort <key>', help: (w) => w.records.sort },
]

/**
 * Records as a table, csv and a JSON array, in the order given unless `--sort` names a column (`-name` is from the
 * end), the first `--limit` of them; where there are none, the sentence `empty` in place of the table. Throws UsageError for a column that is not there or a limit that is no count.
 */
export function listing<T>(
  typed: Typed,
  records: readonly T[],
  columns: readonly ListColumn<T>[],
  empty: (words: Words) => string,
): Answer {
  const sorted = sortedBy(optional(typed, 'sort'), records, columns)
  const limit = parseLimit(optional(typed, 'limit'))
  const shown = limit === undefined ? sorted : sorted.slice(0, limit)
  const none = records.length === 0 ? empty : undefined
  return {
    json: shown,
    document: (words) => listDocument(shown, columns, words, none?.(words)),
    ...(none !== undefined && { empty: none }),
  }
}

function listDocument<T>(
  records: readonly T[],
  columns: readonly ListColumn<T>[],
  words: Words,
  none: string | undefined,
): Document {
  const data = tableOf(records, columns, words)
  const once = records.length < 2 ? undefined : columns.find((column) => sameOf(column, records) !== null)
  if (once === undefined) return tableDocument(data, none)
  const rest = columns.filter((column) => column !== once)
  return {
    heading: [`${once.title(words)}: ${sameOf(once, records)}`],
    blocks: [{ type: 'table', ...tableOf(records, rest, words) }],
    data,
  }
}

/** What every row has in a column that is said once; null where they differ. */
function sameOf<T>({ isOnce, value }: ListColumn<T>, [first, ...others]: readonly T[]): Value {
  const said = first === undefined || isOnce !== true ? null : value(first)
  return others.every((one) => value(one) === said) ? said : null
}

const NOT_NARROWING: ReadonlySet<string> = new Set(['limit', 'sort', 'all'])

/** What is said where a list has nothing: `empty`, or where only some were asked for, that all are in `command`. */
export function noneOf(
  { args, options }: Typed,
  command: string,
  empty: (words: Words) => string,
): (words: Words) => string {
  const isAll = args.length === 0 && Object.keys(options).every((key) => NOT_NARROWING.has(key))
  return isAll ? empty : (w) => w.records.noneFit({ command })
}

/** A table; in place of one without rows the sentence `none`, where it is not empty. */
export function tableDocument(table: Table, none: string | undefined): Document {
  const lines = none === undefined || none === '' ? [] : [none]
  return {
    heading: [],
    blocks: none === undefined ? [{ type: 'table', ...table }] : [{ type: 'lines', lines }],
    data: table,
  }
}

/** `key`, or `-key` for from the end, whatever its case. Throws UsageError for what is none of the keys. */
export function parseSortKey<Key extends string>(
  text: string,
  keys: readonly Key[],
): { key: Key; descending: boolean } {
  const descending = text.startsWith('-')
  const wanted = descending ? text.slice(1) : text
  const key = meant('sort', wanted, keys)
  if (key !== undefined) return { key, descending }
  const near = nearest(wanted, keys, 1)[0] ?? null
  throw new UsageError((w) => w.records.noSort({ text: wanted, near, known: keys.join(', ') }))
}

/** Records as a table of these columns. */
export function tableOf<T>(records: readonly T[], columns: readonly ListColumn<T>[], words: Words): Table {
  return {
    columns: columns.map(({ value: _, text: __, isOnce: ___, title, ...column }) => ({
      ...column,
      title: title(words),
    })),
    rows: records.map((record) => ({
      cells: columns.map(({ value, text }) =>
        text === undefined ? value(record) : { value: value(record), text: text(record, words) },
      ),
    })),
  }
}

function sortedBy<T>(
  text: string | undefined,
  records: readonly T[],
  columns: readonly ListColumn<T>[],
): readonly T[] {
  if (text === undefined) return records
  const { key, descending } = parseSortKey(
    text,
    columns.map((column) => column.key),
  )
  const column = columns.find((one) => one.key === key)
  if (column === undefined) return records
  const direction = descending ? -1 : 1
  return [...records].sort((a, b) => compare(column.value(a), column.value(b), direction))
}

/** Empty cells come last whichever way the list runs. */
function compare(a: Value, b: Value, direction: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction
  return String(a).localeCompare(String(b), 'uk', { numeric: true }) * direction
}

export function parseLimit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text)) throw new UsageError((w) => w.records.badLimit({ text }))
  return Number(text)
}

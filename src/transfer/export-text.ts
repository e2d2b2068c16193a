import { jsonOf } from '../domain/json.ts'
import type { CsvStyle } from './export-cells.ts'
import type { ExportColumn } from './export-column.ts'
import type { SheetValue } from './sheet-cells.ts'

/**
 * The text of an export, page by page: memory holds one page, whatever the number of records. `pages` are asked for
 * one after another as the text is taken.
 */
export function* csvText<R>(
  pages: Iterable<readonly R[]>,
  columns: readonly ExportColumn<R>[],
  style: CsvStyle,
  quoted: (text: string) => string,
): Generator<string> {
  const end = style.excel ? '\r\n' : '\n'
  const head = columns.map(({ header }) => quoted(header)).join(style.delimiter)
  yield `${style.excel ? '\ufeff' : ''}${head}${end}`
  for (const page of pages) {
    // Joined, for adding cell to cell leaves the engine a tree of as many pieces to collect.
    const lines = page.map((record) => columns.map(({ cell }) => cell(record)).join(style.delimiter))
    if (lines.length > 0) yield lines.join(end) + end
  }
}

/** A JSON array of objects, indented as every JSON answer is. */
export function* jsonText<R>(
  pages: Iterable<readonly R[]>,
  columns: readonly ExportColumn<R>[],
  hasFields = true,
): Generator<string> {
  let separator = '['
  for (const page of pages) {
    let text = ''
    for (const record of page) {
      const object = jsonOf(objectOf(record, columns, hasFields), 2).replaceAll('\n', '\n  ')
      text += `${separator}\n  ${object}`
      separator = ','
    }
    if (text !== '') yield text
  }
  yield separator === '[' ? '[]\n' : '\n]\n'
}

/** One JSON object a line. */
export function* ndjsonText<R>(
  pages: Iterable<readonly R[]>,
  columns: readonly ExportColumn<R>[],
  hasFields = true,
): Generator<string> {
  for (const page of pages) {
    let text = ''
    for (const record of page) text += `${jsonOf(objectOf(record, columns, hasFields))}\n`
    if (text !== '') yield text
  }
}

/** The rows of a workbook, page by page. */
export function* sheetRows<R>(
  pages: Iterable<readonly R[]>,
  columns: readonly ExportColumn<R>[],
): Generator<SheetValue[][]> {
  for (const page of pages) yield page.map((record) => columns.map((column) => column.sheet(record)))
}

function objectOf<R>(
  record: R,
  columns: readonly ExportColumn<R>[],
  /** Records of this kind may have fields of the user's own. */
  hasFields: boolean,
): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  const fields: [string, unknown][] = []
  for (const { header, json, custom } of columns) {
    const value = json(record)
    if (custom !== true) object[header] = value
    else if (value !== undefined) fields.push([header, value])
  }
  // From entries, for a field may be called `__proto__`.
  return hasFields ? { ...object, fields: Object.fromEntries(fields) } : object
}

import { cellOf, plainNumber } from './cells.ts'
import type { Block, ChartBlock, Column, Document, Row, Table, Value } from './document.ts'
import { sanitize } from './sanitize.ts'

/** RFC 4180 with LF line ends and no BOM: raw values under the columns' keys, null as nothing. */
export function renderCsv(doc: Document): string {
  return delimited(doc, ',', (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
}

/** The same facts by tabs; tabs and line breaks inside a text become blanks. */
export function renderTsv(doc: Document): string {
  return delimited(doc, '\t', (text) => sanitize(text, ' '))
}

function delimited(doc: Document, delimiter: string, quote: (text: string) => string): string {
  const table = factsOf(doc)
  if (!table) return ''
  const columns = table.columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => isData(column))
  const line = (fields: readonly string[]) => `${fields.map(quote).join(delimiter)}\n`
  const head = line(columns.flatMap(({ column }) => keysOf(column)))
  const rows = table.rows.map((row) =>
    line(columns.flatMap(({ column, index }) => fieldsOf(column, cellOf(row.cells[index] ?? null).value))),
  )
  return head + rows.join('')
}

/** The same facts for a workbook: the columns that data has, each value as it is. */
export function factColumns(table: Table): { column: Column; key: string; of: (row: Row) => Value }[] {
  return table.columns.flatMap((column, index) => {
    if (!isData(column)) return []
    const factOf = (row: Row) => cellOf(row.cells[index] ?? null).value
    if (column.kind !== 'interval') return [{ column, key: column.key, of: factOf }]
    return keysOf(column).map((key, bound) => ({
      column,
      key,
      of: (row: Row) => {
        const value = factOf(row)
        return typeof value === 'object' && value !== null ? (value[bound] ?? null) : null
      },
    }))
  })
}

/**
 * The document's own flat facts, else its first table, else its first chart. Sums of its rows are left out: whoever adds
 * up a column would count all twice, and a sum has a name in each language.
 */
export function factsOf({ data, blocks }: Document): Table | undefined {
  const table = data ?? blocks.find(isTable)
  if (table === undefined) return blocks.filter(isChart).map(chartFacts)[0]
  return { columns: table.columns, rows: table.rows.filter(({ total }) => total !== true) }
}

function isTable(block: Block) {
  return block.type === 'table'
}

function isChart(block: Block) {
  return block.type === 'chart'
}

function chartFacts(chart: ChartBlock): Table {
  const label: Column = { key: 'label', title: '', kind: 'text' }
  const series = chart.series.map(({ name }) => ({ key: name, title: name, kind: chart.kind }))
  const rows = chart.labels.map((text, at) => ({
    cells: [text, ...chart.series.map(({ values }) => values[at] ?? null)],
  }))
  return { columns: [label, ...series], rows }
}

function isData(column: Column): boolean {
  return !column.screenOnly && column.kind !== 'bar'
}

function keysOf({ kind, key }: Column): string[] {
  return kind === 'interval' ? [`${key}Low`, `${key}High`] : [key]
}

function fieldsOf({ kind }: Column, value: Value): string[] {
  if (kind !== 'interval') return [fieldOf(value)]
  return typeof value === 'object' && value !== null ? value.map(fieldOf) : ['', '']
}

function fieldOf(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return plainNumber(value)
  return typeof value === 'string' ? value : value.map((bound) => plainNumber(bound)).join('–')
}

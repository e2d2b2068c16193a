import { factColumns } from '../render/data.ts'
import type { Column, Table, Value } from '../render/document.ts'
import { isoCell, type SheetKind, type SheetValue } from '../transfer/sheet-cells.ts'
import { type Sheet, sheetsBytes, xlsxBytes } from '../transfer/xlsx-writing.ts'

/** The facts of a list or report as a workbook: what csv has, its dates, amounts and shares being numbers. */
export function bookOf(facts: Table): AsyncGenerator<Uint8Array> {
  const { columns, rows } = sheetOf('', facts)
  return xlsxBytes(columns, [rows])
}

/** The same of several, a sheet each. */
export function bookOfSheets(parts: readonly { name: string; facts: Table }[]): AsyncGenerator<Uint8Array> {
  return sheetsBytes(parts.map(({ name, facts }) => sheetOf(name, facts)))
}

function sheetOf(name: string, facts: Table): Sheet {
  const columns = factColumns(facts)
  return {
    name,
    columns: columns.map(({ key, column }) => ({ header: key, kind: kindOf(column) })),
    rows: facts.rows.map((row) => columns.map(({ column, of }) => cellOf(column, of(row)))),
  }
}

const KINDS: Readonly<Partial<Record<Column['kind'], SheetKind>>> = {
  count: 'number',
  money: 'money',
  rate: 'rate',
  days: 'days',
  date: 'date',
}

function kindOf({ kind, of = 'rate' }: Column): SheetKind {
  return KINDS[kind === 'interval' ? of : kind] ?? 'text'
}

function cellOf(column: Column, value: Value): SheetValue {
  if (typeof value === 'object') return value?.join('–') ?? null
  if (typeof value === 'number') return value
  return column.kind === 'date' ? isoCell(value) : value || null
}

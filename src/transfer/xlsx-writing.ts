import { writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import { MOST_CHARACTERS } from '../domain/text-size.ts'
import { EXIT, UserError } from '../errors.ts'
import { OWN_SHEET, type SheetKind, type SheetValue } from './sheet-cells.ts'

export interface SheetColumn {
  readonly header: string
  readonly kind: SheetKind
}

/** What a sheet of Excel can hold. */
const MOST_ROWS = 1_048_576

/**
 * The bytes of a workbook of one sheet: a header that stays in sight and the rows, some at a time; memory holds one
 * batch. The same rows are the same bytes. Throws UserError (73) for more than a sheet can hold.
 */
export async function* xlsxBytes(
  columns: readonly SheetColumn[],
  batches: Iterable<readonly (readonly SheetValue[])[]>,
): AsyncGenerator<Uint8Array> {
  const source = batches[Symbol.iterator]()
  const first = source.next()
  const head = first.done === true ? [] : first.value
  const stream = writeXlsxStream(rowsOf(columns, head, source), {
    name: OWN_SHEET,
    columns: columns.map(({ kind }, index) => columnOf(kind, head, index)),
    freezePane: { rows: 1 },
    maxRowsPerSheet: MOST_ROWS,
  })
  const reader = stream.getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value
}

/** One of the sheets of a workbook. */
export interface Sheet {
  /** Any text: what Excel takes for no name is left out of it. */
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetValue[])[]
}

/** The bytes of a workbook of several sheets, few enough rows to be held at once; else as `xlsxBytes`. */
export async function* sheetsBytes(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const named = new Set<string>()
  yield await writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name: sheetName(name, named),
      columns: columns.map(({ kind }, index) => columnOf(kind, rows, index)),
      rows: [...rowsOf(columns, rows, [][Symbol.iterator]())],
      freezePane: { rows: 1 },
    })),
    // Else it would be the day of writing.
    properties: { modified: new Date(0) },
  })
}

/** As Excel has it: 31 characters at most, some signs in none of them, no name twice. */
function sheetName(text: string, named: Set<string>): string {
  const plain = text.replace(/[[\]:*?/\\']+/g, ' ').trim() || OWN_SHEET
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : ` ${n}`
    const name = `${plain.slice(0, LONGEST_NAME - end.length).trim()}${end}`
    if (named.has(name.toLowerCase())) continue
    named.add(name.toLowerCase())
    return name
  }
}

const LONGEST_NAME = 31

function* rowsOf(
  columns: readonly SheetColumn[],
  head: readonly (readonly SheetValue[])[],
  source: Iterator<readonly (readonly SheetValue[])[]>,
): Generator<SheetValue[]> {
  yield columns.map(({ header }) => written(header))
  let rows = 1
  for (let batch: readonly (readonly SheetValue[])[] = head; ; ) {
    rows += batch.length
    if (rows > MOST_ROWS)
      throw new UserError((w) => w.sheets.tooManyRows({ most: MOST_ROWS - 1 }), EXIT.cannotCreate)
    for (const row of batch)
      yield row.map((value, index) =>
        typeof value === 'string' ? written(value, columns[index], row[0]) : value,
      )
    const next = source.next()
    if (next.done === true) return
    batch = next.value
  }
}

/** What XML has no letter for, or takes for a line end like others; and blanks at the ends, which readers take for accidents. */
const ESCAPED = /[\u0001-\u0008\u000b-\u001f\ufffe\uffff]|^\s+|\s+$/g

/** A text as the file format has it: what looks like its escapes is escaped too. */
function written(text: string, column?: SheetColumn, record: SheetValue = null): string {
  if (text.length > MOST_CHARACTERS) {
    const p = { record: String(record ?? ''), column: column?.header ?? '', most: MOST_CHARACTERS }
    throw new UserError((w) => w.sheets.longText(p), EXIT.cannotCreate)
  }
  const safe = text.includes('_x') ? text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : text
  return safe.replace(ESCAPED, escapes)
}

function escapes(letters: string): string {
  return letters.replace(
    /./gsu,
    (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}

/** Formats and widths by the rows of the first batch: a format only shows, whatever comes later is there in full. */
function columnOf(kind: SheetKind, rows: readonly (readonly SheetValue[])[], index: number) {
  const numbers = rows.flatMap((row) => {
    const value = row[index]
    return typeof value === 'number' ? [value] : []
  })
  const isWhole = numbers.every(Number.isInteger)
  switch (kind) {
    case 'date':
      return isWhole ? { numFmt: 'yyyy-mm-dd', width: 12 } : { numFmt: 'yyyy-mm-dd hh:mm:ss', width: 20 }
    case 'money':
      return { numFmt: isWhole ? '#,##0' : '#,##0.00', width: 14 }
    case 'rate':
      return { numFmt: '0.0%' }
    case 'days':
      return { numFmt: '0.0' }
    default:
      return kind === 'text' ? { width: widthOf(rows, index) } : {}
  }
}

const NARROW = 10
const WIDE = 40

function widthOf(rows: readonly (readonly SheetValue[])[], index: number): number {
  const lengths = rows.slice(0, 100).map((row) => String(row[index] ?? '').length + 2)
  return Math.min(WIDE, Math.max(NARROW, ...lengths))
}

import type { Say } from '../../errors.ts'
import type { Encoding } from '../encoding.ts'
import { withoutFooters } from '../footers.ts'
import { namedColumns } from '../header-row.ts'
import type { Row, Table, Warning } from '../table.ts'
import type { Book } from './book.ts'
import { letters } from './cell-text.ts'
import type { Sheet, SheetListener, SheetRow, Span } from './sheet.ts'

/** Merged blocks that a warning names. */
const MOST_NAMED = 3

/** The rows of a sheet under its header. */
export class SheetTable implements Table {
  readonly kind: Book['kind']
  readonly encoding: Encoding | null
  readonly delimiter = null
  readonly marked = false
  readonly rereadable = true
  readonly sheet: string | null
  readonly headers: readonly string[]
  readonly rawHeaders: readonly string[]
  readonly headerLine: number
  warnings: Warning[] = []
  readonly #span: Span

  constructor(
    book: Book,
    private readonly rows: Sheet,
    header: SheetRow,
    from: number,
    readonly notes: readonly Say[],
  ) {
    this.kind = book.kind
    this.encoding = book.encoding
    this.sheet = book.kind === 'html' ? null : rows.name
    this.rawHeaders = header.cells.slice(from)
    this.headers = namedColumns(this.rawHeaders)
    this.headerLine = header.line
    this.#span = { from, to: from + this.headers.length }
  }

  async *batches(): AsyncGenerator<Row[]> {
    this.warnings = []
    yield* withoutFooters(this.#records(), this.headers.length, (warning) => this.warnings.push(warning))
  }

  async *#records(): AsyncGenerator<Row[]> {
    const merged: string[] = []
    const uncomputed = new Map<number, { line: number; count: number }>()
    const listener: SheetListener = {
      merged: (range) => {
        if (this.#isColumnOfRows(range)) merged.push(range)
      },
      uncomputed: (column, line, rows) => {
        if (line <= this.headerLine) return
        const known = uncomputed.get(column)
        if (known === undefined) uncomputed.set(column, { line, count: rows })
        else known.count += rows
      },
    }
    for await (const batch of this.rows.rows(this.#span, listener)) {
      const rows = batch.flatMap((row) => this.#rowOf(row) ?? [])
      if (rows.length > 0) yield rows
    }
    for (const [index, { line, count }] of uncomputed) {
      const column = this.headers[index - this.#span.from] ?? letters(index)
      this.warnings.push({ line, say: (w) => w.sheets.uncomputed({ column, count }) })
    }
    if (merged.length > 0) {
      const blocks = { names: merged.slice(0, MOST_NAMED), count: merged.length }
      const line = rowsOf(merged[0] ?? '')[0] ?? this.headerLine
      this.warnings.push({ line, say: (w) => w.sheets.merged(blocks) })
    }
  }

  #rowOf({ line, cells, outside }: SheetRow): Row | undefined {
    if (line <= this.headerLine) return undefined
    if (outside === undefined && this.#repeatsHeader(cells)) {
      this.warnings.push({ line, say: (w) => w.reading.headerAgain })
      return undefined
    }
    while (cells.length < this.headers.length) cells.push('')
    return outside === undefined
      ? { line, cells }
      : { line, cells, problem: (w) => w.sheets.outside({ cell: outside }) }
  }

  #repeatsHeader(cells: readonly string[]): boolean {
    const { rawHeaders } = this
    return rawHeaders.length > 1 && rawHeaders.every((header, i) => header === (cells[i] ?? ''))
  }

  /** The block holds several rows under the header, all but the first of which look blank. */
  #isColumnOfRows(range: string): boolean {
    const [first = 0, last = 0] = rowsOf(range)
    return last > first && last > this.headerLine
  }
}

/** `A2:B4` → 2 and 4. */
function rowsOf(range: string): number[] {
  return range.split(':').map((cell) => Number(/\d+/.exec(cell)?.[0] ?? 0))
}

import type { Say } from '../errors.ts'
import type { Words } from '../words/words.ts'
import { type Decoding, doubtsOf, nulBytes, takeGuess, textPieces } from './decoded.ts'
import { type Encoding, makeDecoder } from './encoding.ts'
import { unguarded } from './export-cells.ts'
import { withoutFooters } from './footers.ts'
import { guessEncoding } from './guess.ts'
import { type FoundHeader, findHeader, isComment, namedColumns } from './header-row.ts'
import { type RawRow, RowCutter } from './rows.ts'
import { guessDelimiter, isJson, isMarkup, isOle, isZip, notATable, notATableText, sepLine } from './sniff.ts'
import { type ChunkSource, type Chunks, fileChunks, HEAD_BYTES, onceChunks, refused } from './source.ts'
import { writesBackslashes } from './stray-quotes.ts'
import type { Row, Table, TableOptions, Warning } from './table.ts'

/**
 * Opens a table: a file by its path, a stream of bytes (standard input) named `-`, or what is open already. Finds
 * out what it is (text, JSON, a workbook, a page of HTML), encoding, delimiter and headers. Throws UserError: no such file 66, no permission 77,
 * empty, binary or a directory 65, no such sheet 1.
 */
export async function openTable(
  source: string | Chunks | ChunkSource,
  options: TableOptions = {},
): Promise<Table> {
  const name = options.name ?? (typeof source === 'string' ? source : '-')
  const chunks =
    typeof source === 'string' ? await fileChunks(source) : 'start' in source ? source : onceChunks(source)
  const { head, all } = await chunks.start()
  if (head.length === 0) throw refused(name, (w) => w.reading.empty)
  if (isZip(head)) return (await import('./sheets/open.ts')).openWorkbook(name, all(), options)
  if (isOle(head)) throw await (await import('./sheets/ole.ts')).refusedOle(name, all())
  const binary = notATable(head)
  if (binary) throw refused(name, binary)
  const guess = guessEncoding(head)
  const strict = options.encoding === undefined
  const decoding: Decoding = { name, encoding: options.encoding ?? guess.encoding, strict }
  const opening = makeDecoder(decoding.encoding).decode(head)
  if (isMarkup(opening)) return (await import('./sheets/open.ts')).openPage(name, head, all, chunks, options)
  const wrong = notATableText(opening)
  if (wrong) throw refused(name, wrong)
  if (opening.includes('\0')) throw nulBytes(name, 1, opening)
  if (strict) takeGuess(decoding, head, 1, guess)
  if (isJson(opening)) return (await import('./json-table.ts')).openJson(decoding, chunks, all)
  const whole = head.length < HEAD_BYTES
  const sep = sepLine(opening)
  const delimiter = options.delimiter ?? sep?.delimiter ?? guessDelimiter(opening, whole)
  const backslashes = writesBackslashes(opening, delimiter)
  const skipped = sep?.length ?? 0
  const rows = new RowCutter(delimiter, backslashes).cut(opening.slice(skipped), whole)
  const header = findHeader(rows, options.fits)
  if (header === undefined) throw refused(name, (w) => (whole ? w.reading.empty : w.reading.endlessHeader))
  const reading: Reading = Object.assign(decoding, {
    delimiter,
    backslashes,
    marked: guess.bom,
    sep: skipped,
  })
  return new TextTable(reading, header, chunks.rereadable, () => all())
}

interface Reading extends Decoding {
  readonly delimiter: string
  /** Quotes within cells are written `\"`. */
  readonly backslashes: boolean
  readonly marked: boolean
  /** Length of the `sep=` line. */
  readonly sep: number
}

class TextTable implements Table {
  readonly kind = 'text'
  readonly sheet = null
  readonly headers: readonly string[]
  readonly rawHeaders: readonly string[]
  readonly headerLine: number
  readonly notes: readonly Say[]
  warnings: Warning[]
  /** Lines of rows that were filled up and are not yet passed on: what ends a report is none of them. */
  readonly #short = new Set<number>()

  constructor(
    private readonly reading: Reading,
    private readonly header: FoundHeader,
    readonly rereadable: boolean,
    private readonly chunks: () => Chunks,
  ) {
    const { row, isBelow } = header
    this.rawHeaders = row.cells
    this.headerLine = row.line + this.#offset
    this.headers = namedColumns(reading.marked ? row.cells.map(unguarded) : row.cells)
    this.notes = [
      ...(isBelow ? [(w: Words) => w.reading.headerBelow(this.headerLine)] : []),
      ...(reading.backslashes ? [(w: Words) => w.reading.backslashes] : []),
    ]
    this.warnings = doubtsOf(this.reading)
  }

  /** The `sep=` line is none of those that are cut. */
  get #offset(): number {
    return this.reading.sep > 0 ? 1 : 0
  }

  get marked(): boolean {
    return this.reading.marked
  }

  get encoding(): Encoding {
    return this.reading.encoding
  }

  get delimiter(): string {
    return this.reading.delimiter
  }

  async *batches(): AsyncGenerator<Row[]> {
    this.warnings = doubtsOf(this.reading)
    this.#short.clear()
    const warn = (warning: Warning) => this.warnings.push(warning)
    let first = 0
    let count = 0
    for await (const batch of withoutFooters(this.records(), this.headers.length, warn)) {
      if (this.#short.size > 0)
        for (const { line } of batch) if (this.#short.delete(line) && count++ === 0) first = line
      yield batch
    }
    if (count > 0) warn({ line: first, say: (w) => w.reading.shortRows(count) })
  }

  private async *records(): AsyncGenerator<Row[]> {
    const cutter = new RowCutter(this.delimiter, this.reading.backslashes)
    let known = this.reading.doubtfulFrom
    let skip = this.reading.sep
    for await (const { text, last } of textPieces(this.chunks(), this.reading)) {
      if (this.reading.doubtfulFrom !== known) {
        this.warnings.push(...doubtsOf(this.reading))
        known = this.reading.doubtfulFrom
      }
      const rows = this.rowsOf(cutter.cut(skip > 0 ? text.slice(skip) : text, last))
      skip = Math.max(0, skip - text.length)
      if (rows.length > 0) yield rows
    }
  }

  private rowsOf(raw: readonly RawRow[]): Row[] {
    const rows: Row[] = []
    for (const found of raw) {
      const { cells } = found
      const line = found.line + this.#offset
      if (line <= this.headerLine) continue
      const problem = broken(found)
      if (problem !== undefined) rows.push({ line, cells: filled(cells, this.headers.length), problem })
      else if (this.repeatsHeader(cells)) this.warnings.push({ line, say: (w) => w.reading.headerAgain })
      else if (this.headers.length > 1 && isComment(cells, this.header))
        this.warnings.push({ line, say: (w) => w.reading.comment })
      else if (cells[0] !== '' || cells.some((cell) => cell !== '')) rows.push(this.rowOf(line, cells))
    }
    return rows
  }

  private rowOf(line: number, cells: string[]): Row {
    const width = this.headers.length
    if (cells.length < width) this.#short.add(line)
    if (cells.length <= width) return { line, cells: filled(cells, width) }
    const extra = cells.findIndex((cell, i) => i >= width && cell.trim() !== '')
    if (extra < 0) {
      cells.length = width
      return { line, cells }
    }
    return { line, cells, problem: (w) => w.reading.tooManyCells(cells.length, width) }
  }

  private repeatsHeader(cells: readonly string[]): boolean {
    return (
      cells[0] === this.rawHeaders[0] &&
      this.headers.length > 1 &&
      cells.length === this.rawHeaders.length &&
      cells.every((cell, i) => cell === this.rawHeaders[i])
    )
  }
}

function broken({ unclosed, endless, disputed }: RawRow): Say | undefined {
  if (unclosed) return (w) => w.reading.unclosed
  if (endless) return (w) => w.reading.endlessLine
  return disputed && ((w) => w.reading.strayQuote)
}

function filled(cells: string[], width: number): string[] {
  while (cells.length < width) cells.push('')
  return cells
}

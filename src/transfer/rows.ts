import { parse } from 'csv-parse/sync'

/** One record: the line it starts on (1-based), its cells as written, without the quotes around them. */
export interface RawRow {
  readonly line: number
  cells: string[]
  /** The quote that opens on this line is never closed; the cells are those of this line alone. */
  readonly unclosed?: true
}

/** A quoted cell longer than this, or spanning more lines, is taken for a quote that nobody closed. */
const LONGEST_RECORD = 1_000_000
const MOST_LINES = 2_000

const UNFINISHED = -1
const UNCLOSED = -2

const CR = 13
const LF = 10
const QUOTE = 34
const SPACE = 32
const TAB = 9

/**
 * Cuts text that comes piece by piece into records. Any line end ends a record (LF, CRLF, CR, CR CR LF), also mixed;
 * empty lines are passed over. Unquoted cells are trimmed, as are spaces around quotes. Records with nothing odd in
 * them are cut here, for speed; those with stray quotes are left to csv-parse.
 */
export class RowCutter {
  private rest = ''
  private line = 1
  private knotty: { row: RawRow; text: string }[] = []
  /** Found by the last look at a record with quotes: where it ends, its line breaks, and whether it is knotty. */
  private breaks = 0
  private isKnotty = false
  private isDoubled = false

  constructor(private readonly delimiter: string) {}

  /** The records that are whole in the text so far; with `last`, all that is left. */
  cut(piece: string, last: boolean): RawRow[] {
    const text = this.rest + piece
    const rows: RawRow[] = []
    let from = 0
    let nextQuote = -1
    let nextLf = -1
    let nextCr = -1
    while (from < text.length) {
      if (nextLf < from) nextLf = indexOrEnd(text, '\n', from)
      if (nextCr < from) nextCr = indexOrEnd(text, '\r', from)
      if (nextQuote < from) nextQuote = indexOrEnd(text, '"', from)
      let end = Math.min(nextLf, nextCr)
      let cells: string[] | undefined
      let unclosed = false
      this.breaks = 0
      this.isKnotty = false
      if (nextQuote < end) {
        const found: string[] = []
        const recordEnd = this.walk(text, from, last, found, false)
        if (recordEnd === UNFINISHED) break
        if (recordEnd === UNCLOSED) {
          unclosed = true
          this.breaks = 0
        } else {
          end = recordEnd
          cells = found
        }
      } else if (end === text.length && !last) break
      // A CR at the very end may be half of a CRLF.
      if (!last && end < text.length && afterBreak(text, end) === text.length && text.charCodeAt(end) === CR)
        break
      if (end > from) {
        const row: RawRow = unclosed
          ? { line: this.line, cells: [], unclosed: true }
          : { line: this.line, cells: [] }
        if (this.isKnotty && !unclosed) this.knotty.push({ row, text: this.tidied(text, from, last) })
        else row.cells = cells ?? trimmed(text.slice(from, end).split(this.delimiter))
        rows.push(row)
      }
      this.line += this.breaks
      from = afterBreak(text, end)
      if (from > end) this.line++
    }
    this.rest = text.slice(from)
    this.untie()
    return rows
  }

  /** The record as csv-parse reads it best: without blanks around its cells, which make stray quotes an error there. */
  private tidied(text: string, from: number, last: boolean): string {
    const breaks = this.breaks
    const cells: string[] = []
    this.walk(text, from, last, cells, true)
    this.breaks = breaks
    return cells.join(this.delimiter)
  }

  /** Where the record with quotes that starts at `from` ends; its cells go to `cells`, `raw` ones with their quotes. */
  private walk(text: string, from: number, last: boolean, cells: string[], raw: boolean): number {
    let at = from
    for (;;) {
      const start = this.skipBlank(text, at)
      if (text.charCodeAt(start) === QUOTE) {
        const close = this.closingQuote(text, start + 1, last, from)
        if (close < 0) return close
        const after = this.skipBlank(text, close + 1)
        if (after === text.length && !last) return this.tooLong(text, from) ? UNCLOSED : UNFINISHED
        if (after === text.length || isBreak(text, after) || text.startsWith(this.delimiter, after)) {
          cells.push(raw ? text.slice(start, close + 1) : this.unquoted(text.slice(start + 1, close)))
          if (after === text.length || isBreak(text, after)) return after
          at = after + this.delimiter.length
          continue
        }
        if (this.breaks > 0) return UNCLOSED
        this.isKnotty = true
      }
      const end = this.cellEnd(text, start)
      if (end === text.length && !last) return UNFINISHED
      cells.push(text.slice(start, end).trim())
      if (end === text.length || isBreak(text, end)) return end
      at = end + this.delimiter.length
    }
  }

  /** The first quote from `at` on that is not one of a pair. */
  private closingQuote(text: string, at: number, last: boolean, record: number): number {
    let from = at
    for (;;) {
      const quote = text.indexOf('"', from)
      this.countBreaks(text, from, quote < 0 ? text.length : quote)
      if (this.breaks > MOST_LINES) return UNCLOSED
      if (quote < 0) return last || this.tooLong(text, record) ? UNCLOSED : UNFINISHED
      if (quote + 1 === text.length && !last) return UNFINISHED
      if (text.charCodeAt(quote + 1) !== QUOTE) return quote
      this.isDoubled = true
      from = quote + 2
    }
  }

  private unquoted(cell: string): string {
    if (!this.isDoubled) return cell
    this.isDoubled = false
    return cell.replaceAll('""', '"')
  }

  private tooLong(text: string, record: number): boolean {
    return text.length - record > LONGEST_RECORD
  }

  private countBreaks(text: string, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at)
      if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF && text.charCodeAt(at + 1) !== CR)) {
        this.breaks++
      }
    }
  }

  private skipBlank(text: string, from: number): number {
    let at = from
    for (;;) {
      const code = text.charCodeAt(at)
      if (code !== SPACE && code !== 0xa0 && !(code === TAB && this.delimiter !== '\t')) return at
      at++
    }
  }

  private cellEnd(text: string, from: number): number {
    const delimiter = this.delimiter.charCodeAt(0)
    let at = from
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === delimiter || code === LF || code === CR) return at
    }
    return at
  }

  /** Gives the records put aside to csv-parse, all at once: a call for each would cost more than the parsing. */
  private untie(): void {
    if (this.knotty.length === 0) return
    const together = this.parse(this.knotty.map(({ text }) => text).join('\n'))
    this.knotty.forEach(({ row, text }, i) => {
      const cells = together.length === this.knotty.length ? together[i] : this.parse(text).flat()
      row.cells = cells ?? []
    })
    this.knotty = []
  }

  private parse(text: string): string[][] {
    return parse(text, {
      delimiter: this.delimiter,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    })
  }
}

function indexOrEnd(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from)
  return at < 0 ? text.length : at
}

function isBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === LF || code === CR
}

/** The place after one line end; CR CR LF, which careless copying makes of CR LF, is one. */
function afterBreak(text: string, at: number): number {
  let after = at
  while (text.charCodeAt(after) === CR) after++
  if (text.charCodeAt(after) === LF) return after + 1
  return Math.min(at + 1, text.length)
}

function trimmed(cells: string[]): string[] {
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? ''
    if (cell !== '' && (isBlank(cell.charCodeAt(0)) || isBlank(cell.charCodeAt(cell.length - 1))))
      cells[i] = cell.trim()
  }
  return cells
}

/** A cheap first look; `trim` decides. */
const isBlank = (code: number) => code <= SPACE || code === 0xa0 || code >= 0x1680

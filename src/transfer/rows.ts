import { parse } from 'csv-parse/sync'
import { Fault } from '../errors.ts'
import { isDisputed, isEscaped, withoutBackslashes, withoutOuterQuotes } from './stray-quotes.ts'

/** One record: the line it starts on (1-based), its cells as written, without the quotes around them. */
export interface RawRow {
  readonly line: number
  cells: string[]
  /** The quote that opens on this line is never closed; the cells are those of this line alone. */
  readonly unclosed?: true
  /** A cell in quotes has others within it that may end it as well. */
  disputed?: true
  /** The line goes on beyond any sense: its cells are those of its beginning. */
  endless?: true
}

/** A quoted cell longer than this, or spanning more lines, is taken for a quote that nobody closed. */
const LONGEST_RECORD = 1_000_000
const MOST_LINES = 2_000
/** Of a line longer than this only the beginning is kept: joining it piece by piece would take for ever. */
const LONGEST_LINE = 2_000_000

const UNFINISHED = -1
const UNCLOSED = -2

const CR = 13
const LF = 10
const QUOTE = 34
const SPACE = 32
const TAB = 9

/** A record with quotes: where it ends, the line breaks within, and its text if that is left to csv-parse. */
interface Quoted {
  readonly end: number
  readonly breaks: number
  readonly row: RawRow
  readonly knotty?: Knotty
}

/** A record for csv-parse, and the cells that have stray quotes. */
interface Knotty {
  readonly row: RawRow
  readonly text: string
  readonly strays: readonly number[]
}

/**
 * Cuts text that comes piece by piece into records. Any line end ends a record (LF, CRLF, CR, CR CR LF), also mixed;
 * empty lines are passed over. Unquoted cells are trimmed, as are spaces around quotes. Records with nothing odd in
 * them are cut here, for speed; those with stray quotes are left to csv-parse.
 */
export class RowCutter {
  private rest = ''
  private line = 1
  /** The line that is too long, 0 for none yet, and whether its end is still to come. */
  private endless = 0
  private isPassing = false
  private knotty: Knotty[] = []
  /** Found by the walk through a record: line breaks within it, cells with stray quotes, doubled ones in the last cell. */
  private breaks = 0
  private strays: number[] = []
  private isDisputed = false
  private isDoubled = false

  /** `backslashes`: a quote within a cell may be written `\"` as well as `""`. */
  constructor(
    private readonly delimiter: string,
    private readonly backslashes = false,
  ) {}

  /** The records that are whole in the text so far; with `last`, all that is left. */
  cut(piece: string, last: boolean): RawRow[] {
    const more = this.isPassing ? this.passed(piece) : piece
    if (this.isPassing && !last) return []
    const text = this.rest + more
    const rows: RawRow[] = []
    const next = { lf: -1, cr: -1, quote: -1 }
    let from = 0
    while (from < text.length) {
      if (next.lf < from) next.lf = indexOrEnd(text, '\n', from)
      if (next.cr < from) next.cr = indexOrEnd(text, '\r', from)
      if (next.quote < from) next.quote = indexOrEnd(text, '"', from)
      const lineEnd = Math.min(next.lf, next.cr)
      const quoted = next.quote < lineEnd ? this.quoted(text, from, lineEnd, last) : undefined
      const end = quoted ? quoted.end : lineEnd
      const after = end === UNFINISHED ? UNFINISHED : afterBreak(text, end, last)
      if (after === UNFINISHED) break
      if (quoted) {
        rows.push(quoted.row)
        if (quoted.knotty !== undefined) this.knotty.push(quoted.knotty)
      } else if (end > from) {
        rows.push({ line: this.line, cells: trimmed(text.slice(from, end).split(this.delimiter)) })
      }
      this.line += (quoted?.breaks ?? 0) + (after > end ? 1 : 0)
      from = after
    }
    this.rest = text.slice(from)
    if (this.rest.length > LONGEST_LINE && !/[\r\n]/.test(this.rest)) this.cutOff()
    this.untie()
    const tooLong = this.endless > 0 ? rows.find(({ line }) => line === this.endless) : undefined
    if (tooLong) tooLong.endless = true
    return rows
  }

  private cutOff(): void {
    this.rest = this.rest.slice(0, LONGEST_LINE)
    this.endless = this.line
    this.isPassing = true
  }

  /** What comes after the rest of a line that is too long, with its line end. */
  private passed(piece: string): string {
    const at = piece.search(/[\r\n]/)
    this.isPassing = at < 0
    return at < 0 ? '' : piece.slice(at)
  }

  /** The record that starts at `from` and has a quote in its first line, which ends at `lineEnd`. */
  private quoted(text: string, from: number, lineEnd: number, last: boolean): Quoted {
    this.breaks = 0
    this.strays = []
    this.isDisputed = false
    const cells: string[] = []
    const end = this.walk(text, from, last, cells, false)
    if (end === UNCLOSED) {
      const line = trimmed(text.slice(from, lineEnd).split(this.delimiter))
      return { end: lineEnd, breaks: 0, row: { line: this.line, cells: line, unclosed: true } }
    }
    const row: RawRow = { line: this.line, cells }
    if (this.isDisputed) row.disputed = true
    const found = { end, breaks: this.breaks, row }
    if (this.strays.length === 0 || end === UNFINISHED) return found
    const { strays } = this
    if (this.backslashes) {
      row.cells = bared(cells, strays)
      return found
    }
    this.strays = []
    return { ...found, knotty: { row, text: this.tidied(text, from, last), strays } }
  }

  /** The record as csv-parse reads it best: without blanks around its cells, which make stray quotes an error there. */
  private tidied(text: string, from: number, last: boolean): string {
    const cells: string[] = []
    this.walk(text, from, last, cells, true)
    return cells.join(this.delimiter)
  }

  /** Where the record with quotes that starts at `from` ends; its cells go to `cells`, `raw` ones with their quotes. */
  private walk(text: string, from: number, last: boolean, cells: string[], raw: boolean): number {
    let at = from
    for (;;) {
      const start = this.skipBlank(text, at)
      const breaks = this.breaks
      let tail = start
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
        // Text after the closing quote: either the quotes are part of the cell, or the closing one opens another.
        if (this.breaks > breaks) return UNCLOSED
        this.strays.push(cells.length)
        tail = close + 1
      }
      const end = this.cellEnd(text, tail)
      if (end === text.length && !last) return UNFINISHED
      const cell = text.slice(start, end).trim()
      if (tail > start && isDisputed(cell, this.delimiter)) this.isDisputed = true
      cells.push(cell)
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
      const isPlain = this.backslashes && isEscaped(text, at, quote)
      if (!isPlain && text.charCodeAt(quote + 1) !== QUOTE) return quote
      this.isDoubled = true
      from = quote + (isPlain ? 1 : 2)
    }
  }

  private unquoted(cell: string): string {
    if (this.backslashes) return withoutBackslashes(cell)
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
    const parsed = this.parse(this.knotty.map(({ text }) => text).join('\n'))
    if (parsed.length !== this.knotty.length) throw new Fault('csv-parse sees other records than the cutter')
    this.knotty.forEach(({ row, strays }, i) => {
      row.cells = bared(parsed[i] ?? row.cells, strays)
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

function bared(cells: readonly string[], strays: readonly number[]): string[] {
  return cells.map((cell, at) => (strays.includes(at) ? withoutOuterQuotes(cell) : cell))
}

function indexOrEnd(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from)
  return at < 0 ? text.length : at
}

function isBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === LF || code === CR
}

/**
 * The place after the line end at `at`; CR CR LF, which careless copying makes of CR LF, is one. Unless the text is the
 * last, a CR at its end may go on in the next piece, and so may a line without an end.
 */
function afterBreak(text: string, at: number, last: boolean): number {
  let after = at
  while (text.charCodeAt(after) === CR) after++
  if (after >= text.length) return last ? Math.min(at + 1, text.length) : UNFINISHED
  return text.charCodeAt(after) === LF ? after + 1 : at + 1
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

import { Parser } from 'htmlparser2'
import { type Encoding, makeDecoder, parseEncodingName } from '../encoding.ts'
import { guessEncoding, isAscii } from '../guess.ts'
import { type Chunks, refused } from '../source.ts'
import type { Book } from './book.ts'
import { letters } from './cell-text.ts'
import type { Sheet, SheetListener, SheetRow, Span } from './sheet.ts'

/** Elements within elements: browsers take some hundreds, and more are slow to read. */
const MOST_DEPTH = 1000

/** Tables of a page that are looked at. */
const MOST_TABLES = 50

/** The tables of an HTML page that have any text. Throws UserError (65) where there is none. */
export async function openHtml(
  name: string,
  head: Uint8Array,
  chunks: () => Chunks,
  given: Encoding | undefined,
): Promise<Book> {
  const encoding = given ?? encodingOf(head)
  const pieces = () => decoded(name, chunks(), encoding, given === undefined)
  const page = new Page(name)
  for await (const text of pieces()) {
    page.write(text)
    if (page.tables.size >= MOST_TABLES) break
  }
  page.end()
  if (page.tables.size === 0) throw refused(name, (w) => w.reading.html)
  const indexes = [...page.tables].sort((a, b) => a - b)
  return { kind: 'html', encoding, sheets: indexes.map((index, i) => sheetOf(name, i + 1, index, pieces)) }
}

function sheetOf(file: string, number: number, index: number, pieces: () => AsyncIterable<string>): Sheet {
  return {
    name: String(number),
    hidden: false,
    async *rows(span, listener) {
      const page = new Page(file, { index, span, listener })
      for await (const text of pieces()) {
        page.write(text)
        const rows = page.taken()
        if (rows.length > 0) yield rows
        if (page.isOver) return
      }
      page.end()
      yield page.taken()
    },
  }
}

/** A mark says it for certain, valid UTF-8 nearly so; else the page's own word counts. */
function encodingOf(head: Uint8Array): Encoding {
  const { encoding, bom } = guessEncoding(head)
  if (bom || encoding.startsWith('utf-16') || (encoding === 'utf-8' && !isAscii(head))) return encoding
  const opening = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString('latin1')
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(opening)?.[1]
  if (named === undefined) return encoding
  try {
    const said = parseEncodingName(named)
    return said === 'utf-8' ? encoding : said
  } catch {
    return encoding
  }
}

async function* decoded(
  name: string,
  chunks: Chunks,
  encoding: Encoding,
  strict: boolean,
): AsyncGenerator<string> {
  const decoder = makeDecoder(encoding)
  let line = 1
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk)
    const broken = strict ? text.indexOf('\ufffd') : -1
    line += text.slice(0, broken < 0 ? undefined : broken).split('\n').length - 1
    if (broken >= 0) throw refused(name, (w) => w.reading.brokenText(line, encoding))
    yield text
  }
  yield decoder.end()
}

/** The one table whose rows are wanted. */
interface Wanted {
  readonly index: number
  readonly span: Span
  readonly listener: SheetListener | undefined
}

interface OpenTable {
  readonly index: number
  line: number
  column: number
  row: string[]
  outside: string | undefined
  /** Rows that the cell above still covers, by column. */
  readonly covered: Map<number, number>
}

const SILENT = new Set(['script', 'style', 'title', 'noscript', 'template'])
/** Each on a line of its own; cells too, in a table that is but part of another's cell. */
const BLOCKS = new Set(['p', 'div', 'li', 'table', 'tr', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** Columns and rows that a cell may cover; the specification allows no more either. */
const MOST_COLUMNS = 1000
const MOST_ROWS = 65_534

/** Reads a page: which of its tables have text, or the rows of one of them. A table may stand in a cell of another. */
class Page {
  /** Numbers of the tables, in the order in which they open, that have text in cells of their own. */
  readonly tables = new Set<number>()
  isOver = false
  readonly #open: OpenTable[] = []
  #count = 0
  #depth = 0
  #silent = 0
  /** The cell being read: its text, or undefined between cells. */
  #text: string | undefined
  #cell: Readonly<Record<string, string>> = {}
  /** Tables within the cell being read. */
  #within = 0
  #rows: SheetRow[] = []
  readonly #parser = new Parser({
    onopentag: (name, attributes) => this.#opened(name, attributes),
    onclosetag: (name) => this.#closed(name),
    ontext: (text) => {
      if (this.#text !== undefined && this.#silent === 0) this.#text += text
    },
  })

  constructor(
    private readonly file: string,
    private readonly wanted?: Wanted,
  ) {}

  write(text: string): void {
    this.#parser.write(text)
  }

  end(): void {
    this.#parser.end()
  }

  taken(): SheetRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  #opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (++this.#depth > MOST_DEPTH) throw refused(this.file, (w) => w.sheets.damagedBook)
    if (SILENT.has(name)) this.#silent++
    if (name === 'br' || BLOCKS.has(name)) this.#breakLine()
    if (name === 'table') this.#openTable()
    const table = this.#open.at(-1)
    if (table === undefined || !this.#isRead(table)) return
    if (name === 'tr') this.#openRow(table)
    else if (name === 'td' || name === 'th') {
      this.#text = ''
      this.#cell = attributes
    }
  }

  #closed(name: string): void {
    this.#depth--
    if (SILENT.has(name)) this.#silent--
    if (name === 'table') this.#closeTable()
    if (BLOCKS.has(name)) this.#breakLine()
    const table = this.#open.at(-1)
    if (table === undefined || !this.#isRead(table)) return
    if (name === 'tr') this.#closeRow(table)
    else if (name === 'td' || name === 'th') this.#closeCell(table)
  }

  /** While one table is read, others within its cells are text; while all are looked at, each is read by itself. */
  #isRead(table: OpenTable): boolean {
    return this.wanted === undefined || (table.index === this.wanted.index && this.#within === 0)
  }

  #openTable(): void {
    const parent = this.#open.at(-1)
    if (this.wanted !== undefined && parent?.index === this.wanted.index && this.#text !== undefined)
      this.#within++
    this.#open.push({
      index: this.#count++,
      line: 0,
      column: 0,
      row: [],
      outside: undefined,
      covered: new Map(),
    })
  }

  #closeTable(): void {
    const table = this.#open.pop()
    if (table === undefined) return
    if (table.index === this.wanted?.index) this.isOver = true
    else if (this.#within > 0 && this.#open.at(-1)?.index === this.wanted?.index) this.#within--
  }

  #openRow(table: OpenTable): void {
    table.line++
    table.column = 0
  }

  #breakLine(): void {
    if (this.#text !== undefined) this.#text += LINE_END
  }

  #closeCell(table: OpenTable): void {
    const text = tidied(this.#text ?? '')
    this.#text = undefined
    if (text !== '') this.tables.add(table.index)
    if (this.wanted === undefined) return
    while ((table.covered.get(table.column) ?? 0) > 0) table.column++
    const wide = spanned(this.#cell['colspan'], MOST_COLUMNS)
    const high = spanned(this.#cell['rowspan'], MOST_ROWS)
    if (high > 1) {
      for (let column = table.column; column < table.column + wide; column++) table.covered.set(column, high)
      const last = `${letters(table.column + wide - 1)}${table.line + high - 1}`
      this.wanted.listener?.merged(`${letters(table.column)}${table.line}:${last}`)
    }
    this.#put(table, text, this.wanted.span)
    table.column += wide
  }

  #put(table: OpenTable, text: string, { from, to }: Span): void {
    if (text === '') return
    const { column, row } = table
    if (column < from || column >= to) table.outside ??= `${letters(column)}${table.line}`
    else {
      while (row.length < column - from) row.push('')
      row[column - from] = text
    }
  }

  #closeRow(table: OpenTable): void {
    const { row, outside, line } = table
    for (const [column, left] of table.covered)
      if (left > 1) table.covered.set(column, left - 1)
      else table.covered.delete(column)
    if (row.length > 0 || outside !== undefined)
      this.#rows.push({ line, cells: row, ...(outside === undefined ? {} : { outside }) })
    table.row = []
    table.outside = undefined
  }
}

/** In the text of a cell, until blanks are taken together: where a line ends. */
const LINE_END = '\u0001'

function tidied(text: string): string {
  return text
    .replace(/[\0\t\n\f\r ]+/g, ' ')
    .replace(/ *\u0001[ \u0001]*/g, '\n')
    .trim()
}

function spanned(text: string | undefined, most: number): number {
  const count = Number.parseInt(text ?? '1', 10)
  return count >= 1 ? Math.min(count, most) : 1
}

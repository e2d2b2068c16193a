import { isoText, letters, MOST_COLUMNS, MOST_ROWS, numberText, plainText, UNCOMPUTED } from './cell-text.ts'
import type { Sheet, SheetListener, SheetRow, Span, Unpack } from './sheet.ts'
import { type Attributes, parseXml, readXml, type XmlHandler } from './xml.ts'
import { DamagedZip, HugeContent, type Zip } from './zip.ts'

const CONTENT = 'content.xml'
const MANIFEST = 'META-INF/manifest.xml'

/** The sheets of an OpenDocument spreadsheet (ISO 26300); undefined where a password is needed. Throws DamagedZip. */
export async function openOds(zip: Zip, unpack: Unpack): Promise<Sheet[] | undefined> {
  if (zip.has(MANIFEST) && (await hasElement(unpack(MANIFEST), 'encryption-data'))) return undefined
  if (!zip.has(CONTENT)) throw new DamagedZip()
  const directory = new TablesXml()
  await readXml(unpack(CONTENT), directory)
  return directory.tables.map(({ name, style }, index) => ({
    name,
    hidden: directory.hiddenStyles.has(style),
    async *rows(span: Span, listener?: SheetListener) {
      const table = new TableXml(index, span, listener)
      for await (const _ of parseXml(unpack(CONTENT), table)) {
        yield* table.taken()
        if (table.isOver) return
      }
    },
  }))
}

async function hasElement(pieces: AsyncIterable<Uint8Array>, wanted: string): Promise<boolean> {
  let found = false
  await readXml(pieces, {
    open(name) {
      found ||= name === wanted
    },
    close() {},
    text() {},
  })
  return found
}

class TablesXml implements XmlHandler {
  readonly tables: { name: string; style: string }[] = []
  readonly hiddenStyles = new Set<string>()
  #style = ''

  open(name: string, attributes: Attributes): void {
    if (name === 'style') this.#style = attributes['style:name'] ?? ''
    else if (name === 'table-properties' && attributes['table:display'] === 'false')
      this.hiddenStyles.add(this.#style)
    else if (name === 'table')
      this.tables.push({
        name: attributes['table:name'] ?? '',
        style: attributes['table:style-name'] ?? '',
      })
  }

  close(): void {}
  text(): void {}
}

/** Rows that are handed on at once. */
const BATCH = 500
/** Filled cells that are but repeated; a column filled down to the end of a sheet is more. */
const MOST_COPIES = 1_000_000

/** Reads one of the tables. Cells and rows that are alike are written once, with their number. Throws HugeContent. */
class TableXml implements XmlHandler {
  #table = -1
  #line = 0
  #column = 0
  #cells: string[] = []
  #outside: string | undefined
  /** Cells of the row's span that have something in them. */
  #filled = 0
  #copies = 0
  #rowsAlike = 1
  #cell: Attributes = {}
  #text = ''
  #paragraphs = 0
  #inText = false
  #inNote = 0
  readonly #done: { row: Omit<SheetRow, 'line'>; line: number; count: number }[] = []

  constructor(
    private readonly index: number,
    private readonly span: Span,
    private readonly listener: SheetListener | undefined,
  ) {}

  get isOver(): boolean {
    return this.#table > this.index
  }

  *taken(): Generator<SheetRow[]> {
    for (const { row, line, count } of this.#done.splice(0))
      for (let at = 0; at < count; at += BATCH)
        yield Array.from({ length: Math.min(BATCH, count - at) }, (_, i) => ({
          ...row,
          cells: [...row.cells],
          line: line + at + i,
        }))
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'table') this.#table++
    if (this.#table !== this.index) return
    if (name === 'table-row') this.#rowsAlike = repeated(attributes, 'table:number-rows-repeated', MOST_ROWS)
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(attributes)
    else if (name === 'annotation') this.#inNote++
    else if (this.#inNote > 0) return
    else if (name === 'p') {
      this.#inText = true
      if (this.#paragraphs++ > 0) this.#text += '\n'
    } else if (name === 's') this.#text += ' '.repeat(repeated(attributes, 'text:c', 1000))
    else if (name === 'tab') this.#text += ' '
    else if (name === 'line-break') this.#text += '\n'
  }

  close(name: string): void {
    if (this.#table !== this.index) return
    if (name === 'p') this.#inText = false
    else if (name === 'annotation') this.#inNote--
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell()
    else if (name === 'table-row') this.#closeRow()
  }

  text(text: string): void {
    if (this.#inText && this.#inNote === 0) this.#text += text
  }

  #openCell(attributes: Attributes): void {
    this.#cell = attributes
    this.#text = ''
    this.#paragraphs = 0
    const high = repeated(attributes, 'table:number-rows-spanned', MOST_ROWS)
    const wide = repeated(attributes, 'table:number-columns-spanned', MOST_COLUMNS)
    if (high * wide === 1) return
    const first = `${letters(this.#column)}${this.#line + 1}`
    this.listener?.merged(`${first}:${letters(this.#column + wide - 1)}${this.#line + high}`)
  }

  #closeCell(): void {
    const count = repeated(this.#cell, 'table:number-columns-repeated', MOST_COLUMNS)
    const text = cellText(this.#cell, this.#text)
    const { from, to } = this.span
    const start = this.#column
    this.#column = Math.min(start + count, MOST_COLUMNS)
    if (text === '') return
    if (start < from || this.#column > to)
      this.#outside ??= `${letters(start < from ? start : Math.max(start, to))}${this.#line + 1}`
    const first = Math.max(start, from)
    const end = Math.min(this.#column, to)
    if (end <= first) return
    this.#filled += end - first
    this.#copied(end - first - 1)
    const isUncomputed = text === UNCOMPUTED && isBare(this.#cell)
    for (let column = first; column < end; column++) {
      while (this.#cells.length < column - from) this.#cells.push('')
      this.#cells[column - from] = text
      if (isUncomputed) this.listener?.uncomputed(column, this.#line + 1, this.#rowsAlike)
    }
  }

  #copied(cells: number): void {
    this.#copies += cells
    if (this.#copies > MOST_COPIES) throw new HugeContent()
  }

  #closeRow(): void {
    const outside = this.#outside
    const line = this.#line + 1
    const count = Math.min(this.#rowsAlike, MOST_ROWS - this.#line)
    if (this.#cells.length > 0 || outside !== undefined) {
      this.#copied(Math.max(this.#filled, 1) * (count - 1))
      this.#done.push({
        row: { cells: this.#cells, ...(outside === undefined ? {} : { outside }) },
        line,
        count,
      })
    }
    this.#line += count
    this.#column = 0
    this.#cells = []
    this.#filled = 0
    this.#outside = undefined
  }
}

function repeated(attributes: Attributes, name: string, most: number): number {
  const count = Number(attributes[name] ?? 1)
  return count >= 1 ? Math.min(Math.trunc(count), most) : 1
}

/** A formula without its value. */
function isBare(attributes: Attributes): boolean {
  return 'table:formula' in attributes && !('office:value-type' in attributes)
}

function cellText(attributes: Attributes, text: string): string {
  if (attributes['calcext:value-type'] === 'error') return plainText(text)
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      return numberText(attributes['office:value'] ?? '')
    case 'date':
      return isoText(attributes['office:date-value'] ?? '')
    case 'time':
      return timeText(attributes['office:time-value'] ?? '')
    case 'boolean':
      return (attributes['office:boolean-value'] ?? '').toUpperCase()
    case undefined:
      return text === '' && isBare(attributes) ? UNCOMPUTED : plainText(text)
    default:
      return plainText(text)
  }
}

/** `PT15H30M00S` → `15:30`. */
function timeText(text: string): string {
  const [, hours, minutes, seconds] = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/.exec(text) ?? []
  if (hours === undefined || minutes === undefined || seconds === undefined) return text
  const clock = `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
  return Number(seconds) === 0 ? clock : `${clock}:${seconds.padStart(2, '0')}`
}

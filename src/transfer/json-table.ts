import type { Say } from '../errors.ts'
import { type Decoding, doubtsOf, textPieces } from './decoded.ts'
import type { Encoding } from './encoding.ts'
import { joinList } from './export-cells.ts'
import { type JsonPiece, ObjectCutter } from './json-pieces.ts'
import { type Chunks, kept, refused } from './source.ts'
import type { Row, Table, Warning } from './table.ts'

/** Characters of one object: beyond it a bracket was never closed. */
const MOST_CHARACTERS = 4 << 20

/**
 * Objects as the rows of a table, their keys as its headers in the order in which they first come; those of `fields`,
 * where this program's exports keep custom fields, stand at the end. Reads everything once to know the keys. Throws
 * UserError where an object is never closed or there is none.
 */
export async function openJson(
  decoding: Decoding,
  { rereadable }: { rereadable: boolean },
  all: () => Chunks,
): Promise<Table> {
  const table = new JsonTable(decoding, rereadable ? all : await kept(all()))
  await table.open()
  return table
}

class JsonTable implements Table {
  readonly kind = 'json'
  readonly delimiter = null
  readonly sheet = null
  readonly notes: readonly Say[] = []
  readonly marked = false
  readonly headerLine = 0
  readonly rereadable = true
  headers: readonly string[] = []
  /** Objects that share a line are told apart by their number: each row has a line of its own. */
  #sharesLines = false
  #index: ReadonlyMap<string, number> = new Map()

  constructor(
    private readonly decoding: Decoding,
    private readonly chunks: () => Chunks,
  ) {}

  get encoding(): Encoding {
    return this.decoding.encoding
  }

  get warnings(): readonly Warning[] {
    return doubtsOf(this.decoding)
  }

  get rawHeaders(): readonly string[] {
    return this.headers
  }

  async open(): Promise<void> {
    const own = new Set<string>()
    const custom = new Set<string>()
    let line = 0
    for await (const pieces of this.#pieces())
      for (const piece of pieces) {
        this.#sharesLines ||= piece.line === line
        line = piece.line
        const object = objectOf(piece)
        if (object === undefined) continue
        for (const [key, value] of Object.entries(object))
          if (isFields(key, value)) for (const name of Object.keys(value)) custom.add(name)
          else own.add(key)
      }
    this.headers = [...own, ...[...custom].filter((name) => !own.has(name))]
    if (this.headers.length === 0) throw refused(this.decoding.name, (w) => w.reading.empty)
    this.#index = new Map(this.headers.map((header, index) => [header, index]))
  }

  async *batches(): AsyncGenerator<Row[]> {
    let number = 0
    for await (const pieces of this.#pieces()) {
      const rows = pieces
        .map((piece) => {
          number++
          return this.#rowOf(piece, this.#sharesLines ? number : piece.line)
        })
        .filter(isFilled)
      if (rows.length > 0) yield rows
    }
  }

  async *#pieces(): AsyncGenerator<JsonPiece[]> {
    const cutter = new ObjectCutter()
    const unclosed = (line: number) => refused(this.decoding.name, (w) => w.reading.jsonUnclosed(line))
    for await (const { text, last } of textPieces(this.chunks(), this.decoding)) {
      const pieces = cutter.cut(text, last)
      const open = pieces.find((piece) => piece.unclosed)
      if (open !== undefined) throw unclosed(open.line)
      if (cutter.pending.length > MOST_CHARACTERS) throw unclosed(cutter.pending.line)
      if (pieces.length > 0) yield pieces
    }
  }

  #rowOf(piece: JsonPiece, line: number): Row {
    const cells = this.headers.map(() => '')
    const object = objectOf(piece)
    if (object === undefined) return { line, cells, problem: (w) => w.reading.badJson }
    let problem: Say | undefined
    const set = (key: string, value: unknown) => {
      const cell = cellOf(key, value)
      if (typeof cell !== 'string') problem ??= cell
      // What is put aside is as it was.
      cells[this.#index.get(key) ?? 0] = typeof cell === 'string' ? cell : writtenAs(piece.text, key, value)
    }
    for (const [key, value] of Object.entries(object))
      if (isFields(key, value)) for (const [name, one] of Object.entries(value)) set(name, one)
      else set(key, value)
    return problem === undefined ? { line, cells } : { line, cells, problem }
  }
}

function objectOf({ text }: JsonPiece): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined // Said of its row.
  }
}

function isFields(key: string, value: unknown): value is object {
  return key === 'fields' && typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** As a CSV of the same would hold it, or why it cannot. Escapes can say half of a letter, which no text that is kept has. */
function cellOf(key: string, value: unknown): string | Say {
  if (value === null) return ''
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '')
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberText(key, value)
  if (!Array.isArray(value)) return (w) => w.reading.jsonNested(key)
  const items = value.map((item: unknown) => (Array.isArray(item) ? nested(key) : cellOf(key, item)))
  const wrong = items.find((item) => typeof item !== 'string')
  return wrong ?? joinList(items.filter((item) => typeof item === 'string'))
}

function nested(key: string): Say {
  return (w) => w.reading.jsonNested(key)
}

/** Numbers that JavaScript cannot hold exactly are refused: ids have that length. */
function numberText(key: string, value: number): string | Say {
  const text = String(value)
  const isExact = Number.isInteger(value) ? Number.isSafeInteger(value) : !text.includes('e')
  return isExact ? text : (w) => w.reading.jsonLongNumber(key)
}

/** A number as it is written, with digits that no number here holds; anything else as JSON. */
function writtenAs(text: string, key: string, value: unknown): string {
  if (typeof value !== 'number') return JSON.stringify(value)
  const name = JSON.stringify(key).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`${name}\\s*:\\s*(-?[\\d.eE+-]+)`).exec(text)?.[1] ?? String(value)
}

function isFilled({ cells, problem }: Row): boolean {
  return problem !== undefined || cells.some((cell) => cell !== '')
}

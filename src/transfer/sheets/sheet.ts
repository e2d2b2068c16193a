/** A row that has anything in it. */
export interface SheetRow {
  /** Its number in the sheet, 1-based. */
  readonly line: number
  /** Texts of the columns asked for, '' for blank ones; those at the end may be missing. */
  readonly cells: string[]
  /** A cell with something in it beside the columns asked for: `Z7`. */
  readonly outside?: string
}

/** The columns to read: 0-based, `to` not included. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** The rows, some at a time. */
  rows(span: Span, listener?: SheetListener): AsyncGenerator<SheetRow[]>
}

/** Is told of what the texts of the cells do not show. */
export interface SheetListener {
  /** A block of merged cells (`A2:A4`), of which the first has the text. */
  merged(range: string): void
  /** A cell of the span, and `rows` in all that are alike from there down, read as `UNCOMPUTED`. */
  uncomputed(column: number, line: number, rows: number): void
}

/** Unpacks a file of the archive, unless it is too large. Shared files are held in memory. */
export type Unpack = (path: string, isShared?: boolean) => AsyncIterable<Uint8Array>

import type { Say } from '../errors.ts'
import type { Encoding } from './encoding.ts'

export interface TableOptions {
  /** Guessed when missing. */
  readonly encoding?: Encoding
  /** One character; guessed when missing. */
  readonly delimiter?: string
  /** What messages call the file; its path when missing. */
  readonly name?: string
  /** Of a workbook: the name of the sheet, or its number among those that are shown. */
  readonly sheet?: string
  /** Whether these are headers of what is looked for: it decides between the sheets of a workbook. */
  readonly fits?: (headers: readonly string[]) => boolean
}

export interface Row {
  /**
   * The line of the file the row starts on, 1-based, the row's number in a sheet; of JSON with several objects on a
   * line, the object's number. No other row has it.
   */
  readonly line: number
  /** At least as many as there are headers; short rows are filled up with ''. */
  readonly cells: string[]
  /** Why the row cannot be used as it stands. */
  readonly problem?: Say
}

export interface Warning {
  readonly line: number
  readonly say: Say
}

/** A table being read. Reading it again starts from the first row; text that came from a pipe reads once. */
export interface Table {
  /** What the file is by its content, whatever its name. */
  readonly kind: 'text' | 'xlsx' | 'ods' | 'html' | 'json'
  /** As far as is known: plain ASCII counts as UTF-8 until another letter comes. Null of a workbook. */
  readonly encoding: Encoding | null
  /** Null where nothing stands between the cells. */
  readonly delimiter: string | null
  /** The sheet that is read of a workbook. */
  readonly sheet: string | null
  /** What is worth knowing of how the table was found. */
  readonly notes: readonly Say[]
  /** It begins with a byte order mark, as files for Excel do. */
  readonly marked: boolean
  /** Cleaned: no mark, no-break space or asterisk about them. Nameless columns at the end are left out. */
  readonly headers: readonly string[]
  /** As the file writes them. */
  readonly rawHeaders: readonly string[]
  readonly headerLine: number
  readonly rereadable: boolean
  /** Of the last reading, complete when it has ended. */
  readonly warnings: readonly Warning[]
  /**
   * The rows, some hundreds at a time; blank rows are no rows. Cells may be slices of a large text: `detached` the few
   * that are to be kept long. Throws UserError (exit 65) where the bytes stop being of the encoding that was guessed.
   */
  batches(): AsyncGenerator<Row[]>
}

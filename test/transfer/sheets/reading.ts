import { UserError } from '../../../src/errors.ts'
import { openTable } from '../../../src/transfer/csv.ts'
import type { Table, TableOptions } from '../../../src/transfer/table.ts'
import { wordsFor } from '../../../src/words/words.ts'

export const words = wordsFor('en')

export interface ReadSheet {
  table: Table
  notes: string[]
  /** The header, then each row: its line, its cells, and what is wrong with it. */
  rows: (string | number)[][]
  warnings: (string | number)[][]
}

/** Reads bytes as a file of that name. */
export async function read(bytes: Uint8Array, options: TableOptions = {}): Promise<ReadSheet> {
  const table = await openTable(once(bytes), { name: '-', ...options })
  const rows: (string | number)[][] = [[table.headerLine, ...table.headers]]
  for await (const batch of table.batches())
    for (const { line, cells, problem } of batch)
      rows.push([line, ...cells, ...(problem === undefined ? [] : [problem(words)])])
  return {
    table,
    notes: table.notes.map((say) => say(words)),
    rows,
    warnings: table.warnings.map(({ line, say }) => [line, say(words)]),
  }
}

/** The sentence with which a file is refused, and the exit code. */
export async function refusal(bytes: Uint8Array, options: TableOptions = {}): Promise<[number, string]> {
  const error: unknown = await read(bytes, options).catch((caught: unknown) => caught)
  if (!(error instanceof UserError)) throw new Error('it was read, or it failed', { cause: error })
  return [error.exit, error.message]
}

/** As a pipe brings them. */
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16))
}

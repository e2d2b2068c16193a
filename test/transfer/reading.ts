import { openTable } from '../../src/transfer/csv.ts'
import type { Table, TableOptions } from '../../src/transfer/table.ts'
import { wordsFor } from '../../src/words/words.ts'

export const words = wordsFor('en')

async function* inPieces(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

/** Reads a table that comes in pieces of 1000 bytes. */
export async function read(content: string | Uint8Array, options: TableOptions = {}) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const table = await openTable(inPieces(bytes, 1000), options)
  return { table, ...(await rowsOf(table)) }
}

export async function rowsOf(table: Table) {
  const rows: [number, ...string[]][] = []
  const problems: string[] = []
  for await (const batch of table.batches())
    for (const { line, cells, problem } of batch) {
      rows.push([line, ...cells])
      if (problem) problems.push(`${line}: ${problem(words)}`)
    }
  return { rows, problems, warnings: table.warnings.map(({ line, say }) => `${line}: ${say(words)}`) }
}

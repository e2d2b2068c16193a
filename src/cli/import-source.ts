import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openTable, type Row, type Table } from '../transfer/csv.ts'
import type { Context } from './context.ts'
import type { ImportOptions } from './import-options.ts'

/** A file to import, which can be read as often as it is needed. */
export interface ImportSource {
  readonly table: Table
  /** As messages name it. */
  readonly name: string
  close(): void
}

/** Opens the file, or what comes from standard input, which is kept in a temporary file meanwhile. */
export async function openSource(context: Context, options: ImportOptions): Promise<ImportSource> {
  const { file, encoding, delimiter } = options
  const how = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
  }
  const table = file === '-' ? undefined : await openTable(file, how)
  if (table?.rereadable) return { table, name: basename(file), close: () => {} }
  const folder = mkdtempSync(join(context.world.tempFolder(), 'voronka-'))
  const close = () => rmSync(folder, { recursive: true, force: true })
  try {
    const copy = join(folder, file === '-' ? '-' : basename(file))
    const bytes = file === '-' ? context.world.stdin.bytes() : undefined
    if (bytes !== undefined) await pipeline(Readable.from(bytes), createWriteStream(copy, { mode: 0o600 }))
    return {
      table: bytes === undefined && table ? table : await openTable(copy, how),
      name: basename(file),
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}

/** Reads all rows of the file, saying on a terminal how far it is. */
export async function eachRow(context: Context, table: Table, take: (row: Row) => void): Promise<number> {
  const { err } = context.world
  const shows = err.isTTY && !context.quiet
  let rows = 0
  let said = 0
  for await (const batch of table.batches()) {
    for (const row of batch) take(row)
    rows += batch.length
    if (!shows || rows - said < STEP) continue
    said = rows
    err.write(`\r${context.words.import.progress({ rows })}`)
  }
  if (said > 0) err.write('\r\u001b[K')
  return rows
}

const STEP = 20_000

import { closeSync, createReadStream, openSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { EXIT, Fault, notWritten, UserError } from '../../errors.ts'
import { knowsHeaders } from '../../transfer/claiming.ts'
import { openTable } from '../../transfer/csv.ts'
import { endingLines, refuseEndless } from '../../transfer/endless.ts'
import type { Finding } from '../../transfer/findings.ts'
import type { Entity } from '../../transfer/headers/vocabulary.ts'
import { openChunks } from '../../transfer/source.ts'
import type { Row, Table } from '../../transfer/table.ts'
import type { Context } from '../context.ts'
import { makeTempFolder } from '../temp-folder.ts'
import type { Counts } from './answer.ts'
import type { ImportOptions } from './options.ts'

/** A file to import, which can be read as often as it is needed. */
export interface ImportSource {
  readonly table: Table
  /** As messages name it. */
  readonly name: string
  close(): void
}

/** Opens the file; what comes from standard input or another pipe is kept in a nameless file meanwhile. */
export async function openSource(
  context: Context,
  options: ImportOptions,
  entity: Entity,
): Promise<ImportSource> {
  const source = await opened(context, options, entity)
  for (const say of source.table.notes) context.tell(say)
  return source
}

async function opened(context: Context, options: ImportOptions, entity: Entity): Promise<ImportSource> {
  const { file, encoding, delimiter, sheet } = options
  const how = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(sheet === undefined ? {} : { sheet }),
    fits: (headers: readonly string[]) => knowsHeaders(entity, headers, options),
    name: file,
  }
  const name = basename(file)
  refuseEndless(file)
  const bytes = file === '-' ? context.world.stdin.bytes() : isPipe(file) ? createReadStream(file) : undefined
  if (bytes === undefined) return { table: await openTable(file, how), name, close: () => {} }
  const spool = openSpool(context)
  try {
    for await (const chunk of endingLines(bytes, file)) writeFileSync(spool.file, chunk)
    return { table: await openTable(openChunks(spool.file), how), name, close: spool.close }
  } catch (error) {
    spool.close()
    throw explainTemporary(error, context)
  }
}

interface Spool {
  readonly file: number
  close(): void
}

/** A file that loses its name as soon as it is open: however the program ends, nothing is left of it. */
function openSpool(context: Context): Spool {
  let folder: string | undefined
  try {
    folder = makeTempFolder(context.world, 'voronka-')
    const file = openSync(join(folder, 'table'), 'wx+', 0o600)
    return { file, close: () => closeSync(file) }
  } catch (error) {
    throw explainTemporary(error, context)
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
}

/** The sentence for a folder of temporary files that takes none. */
function explainTemporary(error: unknown, { world }: Context): unknown {
  if (error instanceof UserError || !(error instanceof Error) || !('code' in error)) return error
  return notWritten(world.tempFolder(), error, EXIT.cannotWrite)
}

/** A path that can be read but once, such as /dev/fd/63. */
export function isPipe(path: string): boolean {
  try {
    const info = statSync(path)
    return !info.isFile() && !info.isDirectory()
  } catch {
    return false // Opening it says why.
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

/**
 * The second pass: what the rows say goes to `take`. Answers what is wrong with the others, and how many were passed
 * over with nothing wrong.
 */
export async function readRows<Planned extends object>(
  { context, source }: { context: Context; source: ImportSource },
  rows: { read(row: Row): Planned | readonly Finding[] },
  take: (planned: Planned) => void,
): Promise<{ problems: Finding[]; leftOut: number }> {
  const problems: Finding[] = []
  let leftOut = 0
  await eachRow(context, source.table, (row) => {
    const read = rows.read(row)
    if (!isFindings(read)) take(read)
    else if (read.length === 0) leftOut++
    else problems.push(...read)
  })
  return { problems, leftOut }
}

function isFindings(read: object): read is readonly Finding[] {
  return Array.isArray(read)
}

const STEP = 20_000

/** The file itself tells numbers from texts. */
export function knowsNumbers({ kind }: Table): boolean {
  return ['xlsx', 'ods', 'json'].includes(kind)
}

/**
 * Checks that every row is in one of the counts. Another process may write to the file, so that it has other rows by
 * now: then throws UserError 65.
 */
export async function account(
  context: Context,
  { table, name }: ImportSource,
  counts: Counts,
  rows: number,
): Promise<void> {
  const sum = Object.values(counts).reduce((a, b) => a + b, 0)
  if (sum === rows) return
  if ((await eachRow(context, table, () => {})) !== rows)
    throw new UserError((w) => w.import.changedMeanwhile({ file: name }), EXIT.badInput)
  throw new Fault(`${rows} rows, but ${sum} are accounted for: ${JSON.stringify(counts)}`)
}

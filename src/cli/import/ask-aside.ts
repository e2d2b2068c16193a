import { existsSync } from 'node:fs'
import { join, parse } from 'node:path'
import { sanitize } from '../../render/sanitize.ts'
import { hasRejectColumns } from '../../transfer/rejects.ts'
import type { Context } from '../context.ts'
import { type ImportSource, isPipe } from './source.ts'

/**
 * Asks whether the good rows are written and the others put aside: the file for them, undefined where nothing is to be
 * written.
 */
export async function askAside(
  context: Context,
  source: ImportSource,
  file: string,
  count: { rejected: number; rows: number },
): Promise<string | undefined> {
  const path = hasRejectColumns(source.table.headers) && !isPipe(file) ? file : freeBeside(file)
  const person = await context.ask()
  const question = context.words.mapping.putAside({ ...count, path: sanitize(path) })
  return (await person.confirm(question, true)) ? path : undefined
}

/** `deals.csv` has `deals-rejects.csv` beside it; no file that is there is taken. */
function freeBeside(file: string): string {
  const { dir, name } = isPipe(file) ? { dir: '', name: 'import' } : parse(file)
  for (let n = 1; ; n++) {
    const path = join(dir, `${name}-rejects${n === 1 ? '' : `-${n}`}.csv`)
    if (!existsSync(path)) return path
  }
}

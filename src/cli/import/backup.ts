import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { UserError } from '../../errors.ts'
import { backUp, leaveNothing } from '../../store/copy/backup.ts'
import { holdsRecords } from '../../store/copy/restore.ts'
import { Store } from '../../store/store.ts'
import type { Context } from '../context.ts'
import type { Counts } from './answer.ts'

/** So many copies made before imports are kept; older ones are taken away. */
const COPIES_KEPT = 5

/**
 * Copies the workspace as it was before the import that is under way in `store`, where that import makes or changes
 * at least as many rows as the setting says and there was something to lose. Another connection reads what was last
 * committed, so nothing is copied for an import that comes to nothing. The path; null where no copy was due.
 * Throws UserError where it is due and cannot be made: then nothing is imported.
 */
export function backUpBefore(
  context: Context,
  store: Store,
  { created, updated }: Pick<Counts, 'created' | 'updated'>,
): string | null {
  const { importBackup } = store.settings
  if (importBackup === null || created + updated < importBackup || context.dryRun) return null
  const before = Store.open(store.path, { untouched: true })
  try {
    if (!holdsRecords(before.db)) return null
    const date = store.zone.dateOf(context.now(store.zone))
    const path = nextCopy(store.path, date)
    backUp(before, path)
    return path
  } catch (error) {
    throw error instanceof UserError
      ? new UserError((w) => w.safety.noCopyNoImport({ why: error.say(w) }), error.exit)
      : error
  } finally {
    before.close()
  }
}

/** A name that no copy of that day had before: what was said of one may not be true of another. */
function nextCopy(workspace: string, date: string): string {
  const taken = copiesOf(workspace).flatMap((copy) => (copy.date === date ? [copy.number] : []))
  const number = Math.max(0, ...taken) + 1
  const { folder, start, extension } = namesOf(workspace)
  return join(folder, `${start}${date}${number === 1 ? '' : `-${number}`}${extension}`)
}

/** Takes the oldest copies made before imports away, once the import that made the latest is in; it never fails. */
export function forgetOldCopies(workspace: string): void {
  try {
    const files = copiesOf(workspace)
      .map(({ path }) => ({ path, info: statSync(path) }))
      .filter(({ info }) => info.isFile())
      .sort((a, b) => b.info.mtimeMs - a.info.mtimeMs)
    for (const { path } of files.slice(COPIES_KEPT)) leaveNothing(path)
  } catch {}
}

/** Only what was named by this program, as it names them. */
function copiesOf(workspace: string): { path: string; date: string; number: number }[] {
  const { folder, start, extension } = namesOf(workspace)
  return readdirSync(folder).flatMap((name) => {
    if (!name.startsWith(start) || !name.endsWith(extension)) return []
    const middle = name.slice(start.length, name.length - extension.length)
    const [, date, number = '1'] = /^(\d{4}-\d\d-\d\d)(?:-(\d+))?$/.exec(middle) ?? []
    return date === undefined ? [] : [{ path: join(folder, name), date, number: Number(number) }]
  })
}

function namesOf(workspace: string) {
  const extension = extname(workspace)
  return {
    folder: dirname(workspace),
    start: `${basename(workspace, extension)}-before-import-`,
    extension,
  }
}

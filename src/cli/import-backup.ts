import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { UserError } from '../errors.ts'
import { backUp, backupName, leaveNothing } from '../store/backup.ts'
import { holdsRecords } from '../store/copy-restore.ts'
import { Store } from '../store/store.ts'
import type { Context } from './context.ts'
import type { Counts } from './import-answer.ts'

/** So many copies made before imports are kept; older ones are taken away. */
const COPIES_KEPT = 5
const MADE_BEFORE = 'before-import'

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
    const path = backupName(store.path, `${MADE_BEFORE}-${date}`)
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

/** Takes the oldest copies made before imports away, once the import that made the latest is in; it never fails. */
export function forgetOldCopies(workspace: string): void {
  try {
    for (const path of copiesOf(workspace).slice(COPIES_KEPT)) leaveNothing(path)
  } catch {}
}

/** The latest first. */
function copiesOf(workspace: string): string[] {
  const folder = dirname(workspace)
  return readdirSync(folder)
    .filter((name) => isCopyOf(basename(workspace), name))
    .map((name) => ({ path: join(folder, name), info: statSync(join(folder, name)) }))
    .filter(({ info }) => info.isFile())
    .sort((a, b) => b.info.mtimeMs - a.info.mtimeMs)
    .map(({ path }) => path)
}

/** Only what was named by this program, as it names them. */
function isCopyOf(workspace: string, name: string): boolean {
  const extension = extname(workspace)
  const start = `${basename(workspace, extension)}-${MADE_BEFORE}-`
  if (!name.startsWith(start) || !name.endsWith(extension)) return false
  return /^\d{4}-\d\d-\d\d(-\d+)?$/.test(name.slice(start.length, name.length - extension.length))
}

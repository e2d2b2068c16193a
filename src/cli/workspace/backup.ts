import { resolve } from 'node:path'
import { backUp, backupName, isFolder } from '../../store/copy/backup.ts'
import { rememberBackup } from '../../store/erasing/scrubbing.ts'
import type { Answer, Run } from '../command.ts'

/** Copies the workspace into the file named, a dated one in the folder named, or a dated one beside the workspace. */
export const backup: Run = (context, { args }): Answer => {
  const store = context.open('read')
  const [named] = args
  const date = store.zone.dateOf(context.now(store.zone))
  const path =
    named === undefined
      ? backupName(context.path, date)
      : isFolder(named)
        ? backupName(context.path, date, named)
        : named
  if (!context.dryRun) {
    backUp(store, path)
    rememberBackup(store, resolve(path))
  }
  return {
    json: { schema: 'voronka.backup/1', file: path, dryRun: context.dryRun },
    messages: [(w) => (context.dryRun ? w.safety.backupPlanned({ path }) : w.safety.backupDone({ path }))],
  }
}

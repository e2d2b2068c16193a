import { existsSync } from 'node:fs'
import { Zone } from '../../domain/time/zone.ts'
import { restoreFrom } from '../../store/copy/backup.ts'
import type { Answer, Run } from '../command.ts'

/** Puts a backup in the place of the workspace, which need not exist or be readable. */
export const restore: Run = async (context, { args }): Promise<Answer> => {
  const [source = ''] = args
  const { path } = context
  const { dryRun } = context
  if (existsSync(path) && !dryRun)
    await context.confirm(
      (w) => w.safety.restoreAsk({ path, source }),
      (w) => w.safety.restoreYes({ path, source }),
    )
  // The zone of a workspace that may be damaged is nothing to rely on: the date only names a file.
  const zone = new Zone(context.world.systemZone())
  const { aside, diagnosis } = await restoreFrom(source, path, {
    date: zone.dateOf(context.now(zone)),
    dryRun,
  })
  const { counts } = diagnosis
  return {
    json: { schema: 'voronka.restore/1', file: path, from: source, replaced: aside, counts, dryRun },
    messages: [
      (w) => (dryRun ? w.cli.dryRunDone : w.safety.restoreDone({ path, source })),
      ...(counts === null ? [] : [(w: typeof context.words) => w.safety.counts(counts)]),
      ...(aside === null ? [] : [(w: typeof context.words) => w.safety.restoreAside({ aside })]),
    ],
  }
}

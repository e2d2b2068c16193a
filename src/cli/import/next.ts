import type { DateOrder } from '../../transfer/date-text.ts'
import type { Words } from '../../words/words.ts'
import type { Next } from './answer.ts'
import { type ImportOptions, sameImport } from './options.ts'
import type { ImportTask } from './task.ts'

/** Options that say what to do, not what the file means: nothing to keep for the next one. */
const OF_THIS_TIME = ['onExisting', 'duplicates']

/** What to do after an import, with the command for it; `setAside` where rows with problems
 * are in their file, whose dates alone may not show the order that all of them did. */
export function nextOf(
  operation: number,
  options: ImportOptions,
  task: Pick<ImportTask, 'entity' | 'look'>,
  { setAside, orders }: { setAside: boolean; orders: readonly DateOrder[] },
): Next[] {
  const { kept, profile, saveProfile, rejects = '-' } = options
  const told = [...Object.keys(kept.lists), ...Object.keys(kept.single)].some(
    (name) => !OF_THIS_TIME.includes(name),
  )
  const keep = told && saveProfile === undefined && profile === undefined
  const mended: Next = {
    say: (w) => w.import.mended,
    command: () => sameImport(task.entity, rejects, options, orders),
  }
  return [
    ...(setAside && rejects !== '-' ? [mended] : []),
    { say: (w) => w.import.look, command: () => task.look() },
    { say: (w) => w.import.takeBack, command: () => `voronka undo ${operation}` },
    ...(keep
      ? [{ say: (w: Words) => w.import.keepOptions, command: (w: Words) => w.import.saveProfile }]
      : []),
  ]
}

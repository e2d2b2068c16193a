import type { Store } from '../../store/store.ts'
import type { Entity } from '../../transfer/headers/vocabulary.ts'
import type { Run } from '../command.ts'
import { settle } from './ask.ts'
import { type ImportOptions, readImportOptions, storeOf } from './options.ts'
import { TwoPassImport } from './run.ts'
import { type ImportSource, openSource } from './source.ts'
import type { ImportTask } from './task.ts'

/** How a file is imported, once it is open. */
export interface Way {
  /** With these options or those. */
  task(options: ImportOptions): ImportTask
  /** What was told, where the file itself says more. */
  readonly options?: ImportOptions
  /** The file is this program's own, of which there is nothing to ask. */
  readonly isOwn?: boolean
}

/** The command that imports a file of one kind: opens it, asks a person what it leaves open, and runs the import. */
export function importing(
  entity: Entity,
  wayOf: (store: Store, source: ImportSource, given: ImportOptions) => Way | Promise<Way>,
): Run {
  return async (context, typed) => {
    const store = storeOf(context, typed)
    const given = readImportOptions(typed, store)
    const source = await openSource(context, given, entity)
    try {
      const { task, options = given, isOwn } = await wayOf(store, source, given)
      const settled = await settle({ context, typed, store, source, task }, options, isOwn)
      return await new TwoPassImport(context, store, settled, source, task(settled.options)).run()
    } finally {
      source.close()
    }
  }
}

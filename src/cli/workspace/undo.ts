import { UsageError } from '../../errors.ts'
import { isImport } from '../../store/import/imports.ts'
import { readEntry } from '../../store/journal/journal.ts'
import { BuiltOn } from '../../store/journal/undo.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import type { Answer, Run } from '../command.ts'
import { parseOperation } from '../texts.ts'
import { flag, optional } from '../typed.ts'
import { whatWasDone } from './journal.ts'

export const undo: Run = async (context, typed): Promise<Answer> => {
  const [text] = typed.args
  const wanted = text === undefined ? undefined : parseOperation(text)
  const keepEdited = flag(typed, 'keepEdited')
  const keptPath = optional(typed, 'kept')
  if (keptPath !== undefined && !keepEdited) throw new UsageError((w) => w.batches.keptNeedsFlag)
  const store = context.open('write')
  const request = { command: context.commandLine, now: context.now(store.zone), dryRun: context.dryRun }
  try {
    const { result, operation } = store.undo(request, wanted)
    const before = wanted === undefined && operation !== null ? readEntry(store.db, operation - 1) : undefined
    const isMore = before !== undefined && before.undoes !== null
    const undone = { operation: result.undone, command: result.command, isMore }
    return {
      json: {
        schema: 'voronka.undo/1',
        undone: result.undone,
        command: result.command,
        operation,
        dryRun: context.dryRun,
      },
      messages: [
        (w) => w.workspace.undone({ ...undone, what: whatWasUndone(store, result.undone, w) }),
        ...(context.dryRun ? [(w: typeof context.words) => w.cli.dryRunDone] : []),
      ],
    }
  } catch (error) {
    if (!(error instanceof BuiltOn) || !isImport(store.db, error.operation.id)) throw error
    const { undoImport } = await import('./undo-import.ts')
    return undoImport(context, store, request, error, { keepEdited, keptPath })
  }
}

/** Null where the command says it all. */
function whatWasUndone(store: Store, operation: number, words: Words): string | null {
  const entry = readEntry(store.db, operation)
  const what = entry && whatWasDone(store, entry, words)
  return what === undefined || what === entry?.command ? null : what
}

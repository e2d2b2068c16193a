import { UsageError } from '../errors.ts'
import type { Answer, Run } from './command.ts'

export const undo: Run = (context, { args }): Answer => {
  const [text] = args
  const wanted = text === undefined ? undefined : Number(text)
  if (wanted !== undefined && !Number.isSafeInteger(wanted))
    throw new UsageError((w) => w.workspace.badOperation({ text: text ?? '' }))
  const store = context.open('write')
  const request = { command: context.commandLine, now: context.now(store.zone), dryRun: context.dryRun }
  const { result, operation } = store.undo(request, wanted)
  return {
    json: {
      schema: 'voronka.undo/1',
      undone: result.undone,
      command: result.command,
      operation,
      dryRun: context.dryRun,
    },
    messages: [
      (w) => w.workspace.undone({ operation: result.undone, command: result.command }),
      ...(context.dryRun ? [(w: typeof context.words) => w.cli.dryRunDone] : []),
    ],
  }
}

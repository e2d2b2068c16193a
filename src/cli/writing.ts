import type { Say } from '../errors.ts'
import type { Operation } from '../store/operation.ts'
import type { Store } from '../store/store.ts'
import type { Answer } from './command.ts'
import type { Context } from './context.ts'
import { firedTold } from './rule-told.ts'

/** What a change of the workspace did: the record as it is now, and a sentence about it. */
export interface Done {
  /** The record, or what reads it: asked for in the transaction, where JSON is wanted. */
  json: unknown
  says: Say
  /** Said instead where there was nothing to change. */
  unchanged?: Say
  /** Said after it: what was noticed on the way. */
  notes?: readonly Say[]
}

/**
 * One change of the workspace as an answer. The body runs inside the transaction and reads there what it says, for
 * after a trial run nothing of it is left.
 */
export function change(context: Context, body: (operation: Operation, store: Store) => Done): Answer {
  const store = context.open('write')
  const request = { command: context.commandLine, now: context.now(store.zone), dryRun: context.dryRun }
  const { result } = store.write(request, (operation) => {
    const done = body(operation, store)
    return { ...done, json: wantedJson(context, done.json), operation, changed: operation.changed }
  })
  const says: Say = result.changed ? result.says : (result.unchanged ?? ((w) => w.records.unchanged))
  const trial: Say[] = context.dryRun ? [(w) => w.cli.dryRunDone] : []
  const fired = firedTold(store, result.operation)
  return { json: result.json, messages: [says, ...(result.notes ?? []), ...fired, ...trial] }
}

function wantedJson({ wantsJson }: Context, json: unknown): unknown {
  if (typeof json !== 'function') return json
  return wantsJson ? json() : null
}

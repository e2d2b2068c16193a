import type { Say } from '../errors.ts'
import type { Operation } from '../store/operation.ts'
import type { Store } from '../store/store.ts'
import type { Answer } from './command.ts'
import type { Context } from './context.ts'
import { firedTold } from './rules/told.ts'
import { unratedTold } from './unrated.ts'

/** What is said of a change. */
export interface Told {
  says: Say
  /** Said instead where there was nothing to change. */
  unchanged?: Say
  /** Said after it: what was noticed on the way. */
  notes?: readonly Say[]
}

/** What a change of the workspace did: the record as it is now, and a sentence about it. */
export type Done = {
  /** The record, or what reads it: asked for in the transaction, where JSON is wanted. */
  json: unknown
} & (Told | { told: () => Told })

/**
 * One change of the workspace as an answer. The body runs inside the transaction and reads there what it says, for
 * after a trial run nothing of it is left.
 */
export function change(context: Context, body: (operation: Operation, store: Store) => Done): Answer {
  const store = context.open('write')
  const request = { command: context.commandLine, now: context.now(store.zone), dryRun: context.dryRun }
  const { result } = store.write(request, (operation) => {
    const done = body(operation, store)
    const json = wantedJson(context, done.json)
    const unrated = context.quiet ? [] : unratedTold(store, operation)
    return { json, told: toldOf(context, done), unrated, operation, changed: operation.changed }
  })
  const { json, told, unrated, changed } = result
  if (told === null) return { json }
  const says: Say = changed ? told.says : (told.unchanged ?? ((w) => w.records.unchanged))
  const trial: Say[] = context.dryRun ? [(w) => w.cli.dryRunDone] : []
  const fired = firedTold(store, result.operation)
  return { json, messages: [says, ...(told.notes ?? []), ...unrated, ...fired, ...trial] }
}

/** Null where nothing is said: then nothing is read for it either. */
function toldOf({ quiet }: Context, done: Done): Told | null {
  if (quiet) return null
  return 'told' in done ? done.told() : done
}

function wantedJson({ wantsJson }: Context, json: unknown): unknown {
  if (typeof json !== 'function') return json
  return wantsJson ? json() : null
}

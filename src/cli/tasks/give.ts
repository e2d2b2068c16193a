import { type Say, UsageError } from '../../errors.ts'
import { Labels } from '../../store/labels.ts'
import type { Operation } from '../../store/operation.ts'
import type { Store } from '../../store/store.ts'
import { giveMeeting } from '../../store/touches/meetings.ts'
import { updateTask } from '../../store/touches/task-writing.ts'
import type { Words } from '../../words/words.ts'
import type { Answer, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { notesOnLoad } from '../day/load-said.ts'
import { readManager } from '../touches/values.ts'
import { change } from '../writing.ts'
import { jsonOf, momentOf, type ToDoOf, toDoNamed } from './to-do-of.ts'

/** Whose something is from now on, by `--manager`: null for nobody's, undefined where it was not given. */
export async function readGiven(
  context: Context,
  store: Store,
  { options }: Typed,
): Promise<number | null | undefined> {
  const [manager, another] = [options['manager'] ?? []].flat()
  if (another !== undefined) throw new UsageError((w) => w.tasks.givenToOne)
  return manager === undefined ? undefined : readManager(context, store, { args: [], options: { manager } })
}

/** Given to another manager, at the time that each has. */
export function given(context: Context, those: readonly ToDoOf[], manager: number | null): Answer {
  return change(context, (operation, store) => {
    const what = those.map((one) => toDoNamed(store, one))
    for (const one of those) give(store, operation, one, manager)
    const records = those.map((one) => jsonOf(store, one))
    const planned = those.map((one) => ({ manager, due: momentOf(store, one) }))
    return {
      json: records.length === 1 ? records[0] : records,
      says: sayGiven(store, manager, what),
      notes: notesOnLoad(store, planned),
    }
  })
}

export function give(store: Store, operation: Operation, { kind, id }: ToDoOf, manager: number | null): void {
  if (kind === 'meeting') giveMeeting(operation, id, manager)
  else updateTask(store, operation, id, { manager })
}

/** Said of what is another manager's now. */
export function sayGiven(
  store: Store,
  manager: number | null,
  what: readonly ((words: Words) => string)[],
): Say {
  const name = manager === null ? null : new Labels(store).manager(manager)
  return (w) => w.tasks.given({ name, what: what.map((say) => say(w)) })
}

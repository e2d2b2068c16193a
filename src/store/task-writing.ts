import { Fault } from '../errors.ts'
import type { Operation } from './operation.ts'
import { codeOf, PRECISIONS } from './rows.ts'
import type { Store } from './store.ts'
import type { At } from './touch-writing.ts'

export interface FinishedTask {
  /** False where it was done already. */
  changed: boolean
}

/** Marks a task as done, with what came of it. */
export function finishTask(
  store: Store,
  operation: Operation,
  id: number,
  { when, result }: { when: At; result: string | null },
): FinishedTask {
  const state = store.db.prepare('select state from tasks where id = ?').pluck().get(id)
  if (state === undefined) throw new Fault(`there is no task ${id}`)
  if (state === 'done') return { changed: false }
  operation.update('tasks', id, {
    state: 'done',
    done_at: when.at,
    done_precision: codeOf(PRECISIONS, when.precision),
    ...(result !== null && { result }),
  })
  return { changed: true }
}

import type { Say } from '../errors.ts'
import { aboutTouch } from '../store/about.ts'
import type { Recorded } from '../store/recording.ts'
import type { Store } from '../store/store.ts'
import { activityShown } from './activity.ts'
import type { Context } from './context.ts'
import { type Beside, notesOnMeetingBeside, notesOnTaskBeside } from './left-open.ts'
import { type NextStep, sayNext } from './next-step.ts'
import { taskShown } from './task.ts'

/** What comes next as it was written, a task or a planned meeting: for scripts, what is said of it, and of what it stands beside. */
export function writtenNext(
  context: Context,
  store: Store,
  { task, meeting }: Pick<Recorded, 'task' | 'meeting'>,
  next: NextStep | null,
  done: Beside = {},
): { json: unknown; notes: Say[]; beside: Say[] } {
  if (next !== null && task !== null) {
    const beside = notesOnTaskBeside(store, task, done)
    return { json: taskShown(store, task), notes: [sayNext(`t${task}`, next), ...beside], beside }
  }
  if (next === null || meeting === null) return { json: null, notes: [], beside: [] }
  const about = aboutTouch(store, 'activities', meeting)
  const beside = notesOnMeetingBeside(store, about, context.now(store.zone), meeting)
  return { json: activityShown(store, meeting), notes: [sayNext(`a${meeting}`, next), ...beside], beside }
}

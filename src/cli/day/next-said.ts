import type { Say } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import { aboutTouch } from '../../store/touches/about.ts'
import type { Recorded } from '../../store/touches/recording.ts'
import type { Context } from '../context.ts'
import { type Beside, notesOnMeetingBeside, notesOnTaskBeside } from '../deals/left-open.ts'
import { taskShown } from '../tasks/task.ts'
import { activityShown } from '../touches/activity.ts'
import { type NextStep, sayNext } from './next-step.ts'

/** What is said of what comes next, a task or a planned meeting, and of what it stands beside. */
export function toldNext(
  context: Context,
  store: Store,
  { task, meeting }: Pick<Recorded, 'task' | 'meeting'>,
  next: NextStep | null,
  done: Beside = {},
): { notes: Say[]; beside: Say[] } {
  if (next !== null && task !== null) {
    const beside = notesOnTaskBeside(store, task, done)
    return { notes: [sayNext(`t${task}`, next), ...beside], beside }
  }
  if (next === null || meeting === null) return { notes: [], beside: [] }
  const about = aboutTouch(store, 'activities', meeting)
  const beside = notesOnMeetingBeside(store, about, context.now(store.zone), meeting)
  return { notes: [sayNext(`a${meeting}`, next), ...beside], beside }
}

/** What comes next as it was written, for scripts; null for nothing. */
export function nextShown(store: Store, { task, meeting }: Pick<Recorded, 'task' | 'meeting'>): unknown {
  if (task !== null) return taskShown(store, task)
  return meeting === null ? null : activityShown(store, meeting)
}

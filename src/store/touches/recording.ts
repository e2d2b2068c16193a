import { PLANNED } from '../../domain/activity.ts'
import type { Moment } from '../../domain/time/when.ts'
import { type Move, type Moved, moveDeal } from '../deals/writing.ts'
import type { Operation } from '../operation.ts'
import type { Store } from '../store.ts'
import { finishTask } from './task-writing.ts'
import { addActivity, addTask, type NewActivity, type NewTask } from './writing.ts'

/** What a person says of one piece of work, all of it at once; what is left out did not happen. */
export interface Work {
  activity?: NewActivity
  /** A task that is done with it. */
  done?: { task: number; when: Moment; result: string | null }
  /** The deal that moves on it. */
  move?: Move & { deal: number }
  /** What is to be done next: a task, or a meeting to come. */
  next?: NewTask & { due: Moment; isMeeting: boolean }
}

/** Row ids of what was written. */
export interface Recorded {
  activity: number | null
  task: number | null
  /** The meeting that was planned as what is next. */
  meeting: number | null
  /** The next occurrence of the task that was done. */
  again: number | null
  move: Moved | null
}

/** Writes what was done, what it changed and what comes next in one operation. Throws as `moveDeal` does. */
export function record(store: Store, operation: Operation, work: Work): Recorded {
  const { activity, done, move, next } = work
  const id = activity === undefined ? null : addActivity(operation, activity)
  const finished = done === undefined ? null : finishTask(store, operation, done.task, done)
  const moved = move === undefined ? null : moveDeal(store, operation, move.deal, move)
  const task = next === undefined || next.isMeeting ? null : addTask(operation, next)
  const meeting = next?.isMeeting === true ? addActivity(operation, meetingOf(next)) : null
  return { activity: id, task, meeting, again: finished?.again ?? null, move: moved }
}

function meetingOf({ text, due, ...about }: NewTask & { due: Moment }): NewActivity {
  const { manager, contact, company, deal } = about
  return {
    ...{ manager, contact, company, deal },
    ...{ kind: 'meeting', direction: null, outcome: PLANNED, when: due, duration: null },
    text: text === '' ? null : text,
  }
}

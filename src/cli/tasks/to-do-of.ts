import type { Moment } from '../../domain/time/when.ts'
import type { Store } from '../../store/store.ts'
import { meetingAt } from '../../store/touches/meetings.ts'
import { getTask } from '../../store/touches/task-writing.ts'
import type { Words } from '../../words/words.ts'
import { sayMoment } from '../at.ts'
import { activityShown } from '../touches/activity.ts'
import { sure } from '../touches/filter.ts'
import { taskShown } from './task.ts'

/** Something that is to be done: an open task or a planned meeting. */
export interface ToDoOf {
  kind: 'task' | 'meeting'
  id: number
}

export function momentOf(store: Store, { kind, id }: ToDoOf): Moment | null {
  return kind === 'task' ? getTask(store, id).due : meetingAt(store, id)
}

export function idOf({ kind, id }: ToDoOf): string {
  return kind === 'task' ? `t${id}` : `a${id}`
}

export function shownOf(store: Store, one: ToDoOf): { id: string; text: string; due: string | null } {
  if (one.kind === 'task') return sure(taskShown(store, one.id))
  const { id, text, at, contact, company } = sure(activityShown(store, one.id))
  return { id, text: text ?? contact ?? company ?? '', due: at }
}

export function jsonOf(store: Store, { kind, id }: ToDoOf) {
  return kind === 'task' ? sure(taskShown(store, id)) : sure(activityShown(store, id))
}

/** `t1 call back`, `a4 meeting, Thu 15.10.2026 12:00`; read at once, for after a trial run there is nothing. */
export function toDoNamed(store: Store, one: ToDoOf): (words: Words) => string {
  const { id, text, due } = shownOf(store, one)
  if (one.kind === 'task') return () => `${id} ${text}`
  return (w) => `${id} ${w.touch.what['meeting'] ?? ''}, ${sayMoment(due ?? '', store, w)}`
}

import type { Selectable } from 'kysely'
import { deadlineOf, type Priority } from '../../domain/task.ts'
import {
  canonicalRecurrence,
  nextOccurrence,
  parseRecurrence,
  type Scheduled,
} from '../../domain/time/recurrence.ts'
import type { Moment } from '../../domain/time/when.ts'
import type { Zone } from '../../domain/time/zone.ts'
import { Fault } from '../../errors.ts'
import type { Operation } from '../operation.ts'
import { codeOf, nameOf, PRECISIONS } from '../rows.ts'
import type { Store } from '../store.ts'
import type { Schema } from '../tables/schema.ts'
import { type About, addTask } from './writing.ts'

type Row = Selectable<Schema['tasks']>

/** A task as it is written, without what only its history says. */
export interface Task extends About {
  id: number
  text: string
  due: Moment | null
  priority: Priority
  recurrence: string | null
  isOpen: boolean
}

export function getTask(store: Store, id: number): Task {
  const row = rowOf(store, id)
  return {
    id,
    text: row.text,
    due: dueOf(row),
    priority: row.priority as Priority,
    recurrence: row.recurrence,
    isOpen: row.state === 'open',
    manager: row.manager_id,
    contact: row.contact_id,
    company: row.company_id,
    deal: row.deal_id,
  }
}

/** It is there, and still to be done. */
export function isOpenTask({ db }: Store, id: number): boolean {
  return db.prepare("select 1 from tasks where id = ? and state = 'open'").get(id) !== undefined
}

function rowOf(store: Store, id: number): Row {
  const row = store.db.prepare('select * from tasks where id = ?').get(id) as Row | undefined
  if (row === undefined) throw new Fault(`there is no task ${id}`)
  return row
}

function dueOf({ due_at: at, due_precision: precision }: Row): Moment | null {
  return at === null ? null : { at, precision: nameOf(PRECISIONS, precision ?? 0) }
}

export interface FinishedTask {
  /** False where it was done already. */
  changed: boolean
  /** The next occurrence of a task that repeats; null where it does not. */
  again: number | null
}

/** Marks a task as done, with what came of it. One that repeats makes its next occurrence. */
export function finishTask(
  store: Store,
  operation: Operation,
  id: number,
  { when, result }: { when: Moment; result: string | null },
): FinishedTask {
  const task = getTask(store, id)
  if (!task.isOpen) return { changed: false, again: null }
  operation.update('tasks', id, {
    state: 'done',
    done_at: when.at,
    done_precision: codeOf(PRECISIONS, when.precision),
    ...(result !== null && { result }),
  })
  const next = occurrenceAfter(store.zone, task, when.at)
  return { changed: true, again: next === undefined ? null : addTask(operation, { ...task, ...next }) }
}

/**
 * When a task that repeats is due next, and its rhythm as that occurrence keeps it; undefined where it does not repeat.
 * Days are counted and the time of day is kept on the local clock. Where the clocks skip that time, the occurrence is
 * when they jump and remembers what it should have been.
 */
function occurrenceAfter(
  zone: Zone,
  { due, recurrence }: Task,
  done: number,
): { due: Moment; recurrence: string } | undefined {
  if (due === null || recurrence === null) return undefined
  const read = parseRecurrence(recurrence, zone.dateOf(due.at))
  if (read === undefined) return undefined
  const { date, time } = read.from ?? scheduledAt(zone, due)
  const next = nextOccurrence(read.rhythm, date, zone.dateOf(done))
  if (time === null) {
    const at = { at: zone.startOfDay(next), precision: 'day' } as const
    return { due: at, recurrence: canonicalRecurrence({ rhythm: read.rhythm, from: null }) }
  }
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const at = zone.instantOf(next, { hour, minute })
  const from = zone.clockOf(at) === time ? null : { date: next, time }
  return {
    due: { at, precision: 'moment' },
    recurrence: canonicalRecurrence({ rhythm: read.rhythm, from }),
  }
}

function scheduledAt(zone: Zone, { at, precision }: Moment): Scheduled {
  return { date: zone.dateOf(at), time: precision === 'day' ? null : zone.clockOf(at) }
}

/** Undefined leaves as it is, null takes away. */
export type TaskPatch = { -readonly [K in Exclude<keyof Task, 'id' | 'isOpen'>]?: Task[K] }

/**
 * Changes a task. A due date moved later, or taken away, counts as a postponement. Of a task that repeats only this
 * occurrence moves: it remembers when it was to be, and the next ones are counted from there, unless the rhythm itself
 * is given anew.
 */
export function updateTask(store: Store, operation: Operation, id: number, patch: TaskPatch): boolean {
  const task = getTask(store, id)
  const { due, recurrence } = patch
  const isLater = due !== undefined && deadline(store.zone, due) > deadline(store.zone, task.due)
  const rhythm = recurrence === undefined ? rhythmMoved(store.zone, task, due) : recurrence
  const about = { manager_id: patch.manager, contact_id: patch.contact, company_id: patch.company }
  return operation.update('tasks', id, {
    ...given({
      text: patch.text,
      priority: patch.priority,
      ...about,
      deal_id: patch.deal,
      recurrence: rhythm,
    }),
    ...(due !== undefined && {
      due_at: due?.at ?? null,
      due_precision: due === null ? null : codeOf(PRECISIONS, due.precision),
    }),
    ...(isLater && task.isOpen && { postponed: rowOf(store, id).postponed + 1 }),
  })
}

function given<T extends object>(cells: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined)) as never
}

/** What has no date is due after everything else. */
function deadline(zone: Zone, due: Moment | null): number {
  return due === null ? Number.POSITIVE_INFINITY : deadlineOf(due, zone)
}

/** The rhythm of an occurrence that moves; undefined where it stays as it is. */
function rhythmMoved(zone: Zone, task: Task, due: Moment | null | undefined): string | undefined {
  if (due === undefined || due === null || task.due === null || task.recurrence === null) return undefined
  const read = parseRecurrence(task.recurrence, zone.dateOf(task.due.at))
  if (read === undefined || read.from !== null) return undefined
  return canonicalRecurrence({ rhythm: read.rhythm, from: scheduledAt(zone, task.due) })
}

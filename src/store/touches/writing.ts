import type { ActivityKind, Direction } from '../../domain/activity.ts'
import type { Priority } from '../../domain/task.ts'
import type { Moment } from '../../domain/time/when.ts'
import type { Operation } from '../operation.ts'
import { codeOf, PRECISIONS } from '../rows.ts'

/** Whom and what an activity or a task is about: row ids. */
export interface About {
  manager: number | null
  contact: number | null
  company: number | null
  deal: number | null
}

export interface NewActivity extends About {
  kind: ActivityKind
  direction: Direction | null
  /** One of `ACTIVITY_OUTCOMES`, or the user's own words. */
  outcome: string | null
  when: Moment
  /** Seconds. */
  duration: number | null
  text: string | null
  place?: string | null
  /** The other side's number, where nobody here has it. */
  phone?: string | null
}

export interface NewTask extends About {
  text: string
  due: Moment | null
  priority?: Priority
  recurrence?: string | null
}

/** Returns the row id. */
export function addActivity(operation: Operation, activity: NewActivity): number {
  const { kind, direction, outcome, when, duration, text, place = null, phone = null } = activity
  return operation.insert('activities', {
    kind,
    direction,
    outcome,
    at: when.at,
    precision: codeOf(PRECISIONS, when.precision),
    duration,
    ...aboutCells(activity),
    text,
    place,
    phone,
  })
}

/** An open task, made at the operation's moment. Returns the row id. */
export function addTask(operation: Operation, task: NewTask): number {
  return operation.insert('tasks', {
    text: task.text,
    ...aboutCells(task),
    due_at: task.due?.at ?? null,
    due_precision: task.due === null ? null : codeOf(PRECISIONS, task.due.precision),
    priority: task.priority ?? 'normal',
    recurrence: task.recurrence ?? null,
    created_at: operation.at,
    created_precision: codeOf(PRECISIONS, 'moment'),
  })
}

function aboutCells({ manager, contact, company, deal }: About) {
  return { manager_id: manager, contact_id: contact, company_id: company, deal_id: deal }
}

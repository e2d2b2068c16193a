import type { TaskRecord } from '../../domain/records/exported.ts'
import { TASK_STATES } from '../../domain/task.ts'
import { formatMoment } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import { EVERY_TOUCH, getTouch, listTasks } from '../../store/touches/reading.ts'
import type { Words } from '../../words/words.ts'
import type { Answer } from '../command.ts'
import type { CardLine } from '../finding/card.ts'
import { dataColumn, type ListColumn, listing, managerColumn } from '../listing.ts'
import { momentOf } from '../touches/activity.ts'
import { type Named, touchCommands } from '../touches/commands.ts'
import { sayRecurrence } from './recurrence-said.ts'

/** A task as scripts see it. */
export interface TaskJson {
  id: string
  externalId: string | null
  externalSystem: string | null
  text: string
  due: string | null
  state: string
  priority: string
  manager: string | null
  contact: string | null
  company: string | null
  deal: string | null
  doneAt: string | null
  result: string | null
  recurrence: string | null
  postponed: number
  createdAt: string
}

const COLUMNS: readonly ListColumn<TaskJson>[] = [
  { key: 'id', title: (w) => w.records.id, kind: 'id', value: (one) => one.id },
  {
    key: 'due',
    title: (w) => w.tasks.due,
    kind: 'date',
    value: (one) => one.due,
    text: (one, w) => (one.due === null ? '' : formatMoment(one.due, w.lang)),
  },
  { key: 'text', title: (w) => w.tasks.text, kind: 'text', value: (one) => one.text, wrap: true, min: 28 },
  {
    key: 'state',
    title: (w) => w.tasks.stateTitle,
    kind: 'text',
    value: (one) => one.state,
    text: (one, w) => w.tasks.states[one.state] ?? one.state,
  },
  {
    key: 'priority',
    title: (w) => w.tasks.priority,
    kind: 'text',
    value: (one) => one.priority,
    text: (one, w) => w.tasks.priorities[one.priority] ?? one.priority,
  },
  { ...managerColumn(), isOnce: true },
  {
    key: 'contact',
    title: (w) => w.records.contact,
    kind: 'text',
    value: (one) => one.contact,
    text: (one) => one.contact ?? one.company ?? '',
    shrink: true,
  },
  dataColumn('company', (one) => one.company),
  dataColumn('deal', (one) => one.deal),
  dataColumn('doneAt', (one) => one.doneAt),
  dataColumn('result', (one) => one.result),
  dataColumn('recurrence', (one) => one.recurrence),
  dataColumn('postponed', (one) => String(one.postponed)),
  dataColumn('createdAt', (one) => one.createdAt),
  dataColumn('externalId', (one) => one.externalId),
  dataColumn('externalSystem', (one) => one.externalSystem),
]

export const {
  list: taskList,
  show: taskShow,
  rm: taskRm,
} = touchCommands({
  table: 'tasks',
  only: {
    option: 'state',
    condition: 'states',
    known: TASK_STATES,
    refuse: (text, known) => new UsageError((w) => w.tasks.badState({ text, known })),
  },
  list: (store, filter, limit) => listTasks(store, filter, limit).map((one) => taskJson(one, store)),
  get: (store, id) => taskShown(store, id),
  columns: COLUMNS,
  title: (one) => one.text,
  lines: cardLines,
  removed: (one, w) => w.tasks.removed(one),
  none: (w) => w.tasks.none(),
})

/** Those of these numbers, as `task list` shows them. */
export function tasksListed(store: Store, ids: readonly number[]): Answer {
  const shown = listTasks(store, { ...EVERY_TOUCH, ids }, undefined).map((one) => taskJson(one, store))
  return listing({ args: [], options: {} }, shown, COLUMNS, () => '')
}

export function taskShown(store: Store, id: number): TaskJson | undefined {
  const record = getTouch(store, 'tasks', id)
  return record && taskJson(record, store)
}

export function taskJson(record: TaskRecord, store: Store): TaskJson {
  const { contact, company, deal, due, doneAt, createdAt, ...rest } = record
  const maybe = (moment: typeof due) => (moment === null ? null : momentOf(moment, store))
  return {
    id: `t${rest.id}`,
    externalId: rest.externalId,
    externalSystem: rest.externalSystem,
    text: rest.text,
    due: maybe(due),
    state: rest.state,
    priority: rest.priority,
    manager: rest.manager,
    contact: contact?.name ?? null,
    company: company?.name ?? null,
    deal: deal === null ? null : `d${deal.id}`,
    doneAt: maybe(doneAt),
    result: rest.result,
    recurrence: rest.recurrence,
    postponed: rest.postponed,
    createdAt: momentOf(createdAt, store),
  }
}

function cardLines(one: TaskJson, words: Words, about: Named): CardLine[] {
  const { tasks: w, records, lang } = words
  return [
    [w.due, one.due === null ? null : formatMoment(one.due, lang)],
    [w.stateTitle, w.states[one.state] ?? one.state],
    [w.doneAt, one.doneAt === null ? null : formatMoment(one.doneAt, lang)],
    [w.result, one.result],
    [w.priority, w.priorities[one.priority] ?? one.priority],
    [records.manager, one.manager],
    [records.contact, about.contact],
    [records.company, about.company],
    [records.deal, about.deal],
    [w.recurrence, one.recurrence === null ? null : sayRecurrence(one.recurrence, words)],
    [w.postponed, one.postponed === 0 ? null : one.postponed],
    [records.created, formatMoment(one.createdAt, lang)],
    [records.externalId, one.externalId],
  ]
}

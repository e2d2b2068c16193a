import type { TaskRecord } from '../domain/exported.ts'
import { TASK_STATES } from '../domain/task.ts'
import { UsageError } from '../errors.ts'
import type { Store } from '../store/store.ts'
import { countTouches, getTouch, listTasks } from '../store/touch-reading.ts'
import { dayTime, momentOf } from './activity.ts'
import { card } from './card.ts'
import type { Run } from './command.ts'
import { type ListColumn, listing, parseLimit } from './listing.ts'
import { namedTouch, readTouchFilter, sure, wordsAmong } from './touch-filter.ts'
import { optional } from './typed.ts'
import { change } from './writing.ts'

/** A task as scripts see it. */
interface Shown {
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

export const taskList: Run = async (context, typed) => {
  const store = context.open('read')
  const known = TASK_STATES.join(', ')
  const states = wordsAmong(
    typed,
    'state',
    TASK_STATES,
    (text) => new UsageError((w) => w.tasks.badState({ text, known })),
  )
  const filter = { ...(await readTouchFilter(context, store, typed)), states }
  const limit = optional(typed, 'sort') === undefined ? parseLimit(optional(typed, 'limit')) : undefined
  const records = listTasks(store, filter, limit).map((one) => shown(one, store))
  const none = countTouches(store, 'tasks') === 0
  return listing(typed, records, COLUMNS, (w) => (none ? w.tasks.none() : w.tasks.noneFit()))
}

export const taskShow: Run = async (context, { args }) => {
  const store = context.open('read')
  const json = recordOf(store, await namedTouch(context, store, 'tasks', args[0] ?? ''))
  return {
    json,
    document: ({ tasks: w, records }) =>
      card(`${json.id} ${json.text}`, [
        [w.due, json.due === null ? null : dayTime(json.due)],
        [w.stateTitle, w.states[json.state] ?? json.state],
        [w.doneAt, json.doneAt === null ? null : dayTime(json.doneAt)],
        [w.result, json.result],
        [w.priority, w.priorities[json.priority] ?? json.priority],
        [records.manager, json.manager],
        [records.contact, json.contact],
        [records.company, json.company],
        [records.deal, json.deal],
        [w.recurrence, json.recurrence],
        [w.postponed, json.postponed === 0 ? null : json.postponed],
        [records.created, dayTime(json.createdAt)],
        [records.externalId, json.externalId],
      ]),
  }
}

export const taskRm: Run = async (context, { args }) => {
  const writing = context.open('write')
  const id = await namedTouch(context, writing, 'tasks', args[0] ?? '')
  return change(context, (operation, store) => {
    const json = recordOf(store, id)
    operation.remove('tasks', id)
    return { json, says: (w) => w.tasks.removed(json) }
  })
}

const COLUMNS: readonly ListColumn<Shown>[] = [
  { key: 'id', title: (w) => w.records.id, kind: 'id', value: (one) => one.id },
  {
    key: 'due',
    title: (w) => w.tasks.due,
    kind: 'text',
    value: (one) => one.due,
    text: (one) => (one.due === null ? '' : dayTime(one.due)),
  },
  { key: 'text', title: (w) => w.tasks.text, kind: 'text', value: (one) => one.text, shrink: true },
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
  {
    key: 'manager',
    title: (w) => w.records.manager,
    kind: 'text',
    value: (one) => one.manager,
    shrink: true,
  },
  {
    key: 'contact',
    title: (w) => w.records.contact,
    kind: 'text',
    value: (one) => one.contact,
    text: (one) => one.contact ?? one.company ?? '',
    shrink: true,
  },
  data('company', (one) => one.company),
  data('deal', (one) => one.deal),
  data('doneAt', (one) => one.doneAt),
  data('result', (one) => one.result),
  data('recurrence', (one) => one.recurrence),
  data('postponed', (one) => String(one.postponed)),
  data('createdAt', (one) => one.createdAt),
  data('externalId', (one) => one.externalId),
  data('externalSystem', (one) => one.externalSystem),
]

function data(key: string, value: (one: Shown) => string | null): ListColumn<Shown> {
  return { key, title: () => key, kind: 'text', value, dataOnly: true }
}

function recordOf(store: Store, id: number): Shown {
  return shown(sure(getTouch(store, 'tasks', id)), store)
}

function shown(record: TaskRecord, store: Store): Shown {
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

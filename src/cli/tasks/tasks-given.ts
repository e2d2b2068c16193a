import type { DealValues } from '../../domain/deal.ts'
import { type Say, UsageError } from '../../errors.ts'
import { type DealPatch, stateAt } from '../../store/deals/writing.ts'
import { getManager } from '../../store/people/managers.ts'
import type { Store } from '../../store/store.ts'
import { aboutTouch } from '../../store/touches/about.ts'
import { plannedMeetings } from '../../store/touches/meetings.ts'
import { getTask } from '../../store/touches/task-writing.ts'
import { openTasksAbout } from '../../store/touches/to-come.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { quoted } from '../line/quoted.ts'
import { flag } from '../typed.ts'
import { idOf, type ToDoOf, toDoNamed } from './to-do-of.ts'

/** What the former manager has to do about a deal, and whoever gets it: by `--with-tasks`, else a person is asked. */
export async function tasksToGive(
  context: Context,
  store: Store,
  typed: Typed,
  deal: number,
  patchOf: (values: DealValues) => DealPatch,
): Promise<{ one: ToDoOf; manager: number }[]> {
  const { values } = stateAt(store, deal, Number.MAX_SAFE_INTEGER)
  const before = values.manager
  const manager = patchOf(values).manager ?? null
  if (flag(typed, 'withTasks') && manager === null) throw new UsageError((w) => w.deals.withTasksOfWhom)
  if (before === null || manager === null || manager === before) return []
  const open = openOf(store, deal, before, context.now(store.zone))
  if (open.length === 0) return []
  if (!flag(typed, 'withTasks')) {
    if (!context.interactive || context.global.yes === true) return []
    const { words } = context
    const tasks = open.map((one) => toDoNamed(store, one)(words))
    const question = words.deals.giveTasks({ name: getManager(store, manager).name, tasks })
    if (!(await (await context.ask()).confirm(question, true))) return []
  }
  return open.map((one) => ({ one, manager }))
}

/** Said of a deal that another manager has got: what is still to be done about it by the one before. */
export function notesOnTasksOf(store: Store, deal: number, before: number | null, now: number): Say[] {
  const { manager } = stateAt(store, deal, Number.MAX_SAFE_INTEGER).values
  if (before === null || manager === null || manager === before) return []
  const open = openOf(store, deal, before, now)
  if (open.length === 0) return []
  const command = `voronka task move ${open.map(idOf).join(' ')} --manager ${quoted(getManager(store, manager).name)}`
  const { name } = getManager(store, before)
  const named = open.map((one) => toDoNamed(store, one))
  return [(w) => w.deals.tasksOfFormer({ name, tasks: named.map((say) => say(w)), command })]
}

/** Open tasks about a deal that are the manager's, and their meetings from today on. */
function openOf(store: Store, deal: number, manager: number, now: number): ToDoOf[] {
  const { zone } = store
  const span = { from: zone.startOfDay(zone.dateOf(now)), until: Number.MAX_SAFE_INTEGER }
  const tasks = openTasksAbout(store, deal, null).filter(({ id }) => getTask(store, id).manager === manager)
  const meetings = plannedMeetings(store, { contact: null, company: null, deal }, span).filter(
    ({ id }) => aboutTouch(store, 'activities', id).manager === manager,
  )
  return [
    ...tasks.map(({ id }): ToDoOf => ({ kind: 'task', id })),
    ...meetings.map(({ id }): ToDoOf => ({ kind: 'meeting', id })),
  ]
}

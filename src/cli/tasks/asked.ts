import { UserError } from '../../errors.ts'
import { pickOne } from '../../store/naming/naming.ts'
import { openTasks, type ToDo } from '../../store/naming/task-naming.ts'
import type { Store } from '../../store/store.ts'
import { sayMoment } from '../at.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { chosen } from '../naming.ts'
import { missing } from '../touches/asked.ts'
import { sure } from '../touches/filter.ts'
import { findTheirToDos } from './not-theirs.ts'
import { taskShown } from './task.ts'

/** The tasks that are due first, mine where I am known, for a person to choose from; off a terminal it is refused. */
export async function askTask(
  context: Context,
  store: Store,
  { command, question }: { command: string; question: string },
): Promise<string> {
  if (!context.interactive) throw missing('task', command)
  const tasks = openTasks(store, store.settings.me)
  if (tasks.length === 0) throw new UserError((w) => w.touch.nothingToDo)
  const ask = await context.ask()
  const choices = tasks.map((id) => {
    const one = sure(taskShown(store, id))
    const due = one.due === null ? null : sayMoment(one.due, store, context.words)
    const name = [one.id, due, one.text, one.contact ?? one.company].filter((part) => part !== null)
    return { name: name.join(' · '), value: one.id }
  })
  return ask.find(question, choices)
}

/** The task or planned meeting of that name; of several, the one that a person chooses. */
export async function namedToDo(context: Context, store: Store, text: string): Promise<ToDo> {
  const found = findTheirToDos(store, text)
  const places = found.map((one, id) => ({ ...one, id, name: one.name || one.key }))
  return sure(found[await chosen(context, () => pickOne('task', text, places, () => []))])
}

/** What is to change about a task, and into what: as the flag of `task edit` that says it. */
export async function askTaskChange(context: Context): Promise<Typed['options']> {
  const ask = await context.ask()
  const { tasks, records } = context.words
  const fields = {
    text: tasks.text,
    due: tasks.due,
    about: tasks.ask.whom,
    manager: records.manager,
    priority: tasks.priority,
    repeat: tasks.recurrence,
  }
  const { flag, name } = await ask.select(
    tasks.ask.what,
    Object.entries(fields).map(([flag, name]) => ({ name, value: { flag, name } })),
  )
  return { [flag]: (await ask.text(`${name}:`)).trim() }
}

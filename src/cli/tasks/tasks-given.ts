import type { DealValues } from '../../domain/deal.ts'
import { UsageError } from '../../errors.ts'
import { type DealPatch, stateAt } from '../../store/deals/writing.ts'
import { getManager } from '../../store/people/managers.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { openTasksOf } from '../deals/left-open.ts'
import { flag } from '../typed.ts'

/** The open tasks of the former manager, with whoever gets the deal: by `--with-tasks`, else a person is asked. */
export async function tasksToGive(
  context: Context,
  store: Store,
  typed: Typed,
  deal: number,
  given: (values: DealValues) => DealPatch,
): Promise<{ id: number; manager: number }[]> {
  const { values } = stateAt(store, deal, Number.MAX_SAFE_INTEGER)
  const before = values.manager
  const manager = given(values).manager ?? null
  if (flag(typed, 'withTasks') && manager === null) throw new UsageError((w) => w.deals.withTasksOfWhom)
  if (before === null || manager === null || manager === before) return []
  const tasks = openTasksOf(store, deal, before)
  if (tasks.length === 0) return []
  if (!flag(typed, 'withTasks')) {
    if (!context.interactive || context.global.yes === true) return []
    const named = tasks.map(({ id, text }) => `t${id} ${text}`)
    const question = context.words.deals.giveTasks({ name: getManager(store, manager).name, tasks: named })
    if (!(await (await context.ask()).confirm(question, true))) return []
  }
  return tasks.map(({ id }) => ({ id, manager }))
}

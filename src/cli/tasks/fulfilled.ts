import { type ActivityKind, UNANSWERED } from '../../domain/activity.ts'
import { wordsOf } from '../../domain/names/matching.ts'
import { foldName } from '../../domain/names/name.ts'
import { wordsShared } from '../../domain/names/name-cases.ts'
import { addDays } from '../../domain/time/date.ts'
import { isCalling } from '../../domain/touch-words.ts'
import type { Say } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import { getTask } from '../../store/touches/task-writing.ts'
import { type OpenTask, openTasksWith, type Parties } from '../../store/touches/to-come.ts'
import { sayMoment } from '../at.ts'
import type { Context } from '../context.ts'
import type { NextStep } from '../day/next-step.ts'
import { sayTaskBeside } from '../deals/left-open.ts'
import { askIsDone, mayAsk } from '../touches/asked.ts'
import { sure } from '../touches/filter.ts'
import { sayAgain } from './done.ts'
import { type TaskJson, taskShown } from './task.ts'

/** A task that what was written down seems to have been. */
export interface Fulfilled {
  id: number
  /** As it was before. */
  before: TaskJson
  /** Undefined where nobody could be asked. */
  isDone: boolean | undefined
}

interface Deed {
  kind: ActivityKind
  outcome: string | null
  text: string | null
  next: NextStep | null
}

/** The task that is done with it, where there is one and a person at a terminal says so; else it is told of. */
export async function readFulfilled(
  context: Context,
  store: Store,
  about: Parties,
  deed: Deed,
): Promise<Fulfilled | undefined> {
  if (context.quiet && !mayAsk(context)) return undefined
  const task = taskOf(context, store, about, deed)
  if (task === undefined) return undefined
  const before = sure(taskShown(store, task.id))
  const { id, text, due } = before
  const when = due === null ? '' : sayMoment(due, store, context.words)
  return { id: task.id, before, isDone: await askIsDone(context, { id, text, when }) }
}

/** What was put off is not done by that. */
const PUT_OFF =
  /(?:^|[\s,])(?:перен[еёоі]с|отлож|откладыва|сдвин|подвин|відкла|посун|reschedul|postpon|put (?:it )?off|moved? (?:it )?to)/iu

/** Of a call that reached them, the calls of today; else the task whose words it says, the most of them. */
function taskOf(context: Context, store: Store, about: Parties, deed: Deed): OpenTask | undefined {
  const { kind, outcome, text, next } = deed
  if (kind === 'note' || kind === 'meeting' || PUT_OFF.test(text ?? '')) return undefined
  if (outcome !== null && UNANSWERED.includes(outcome) && next === null) return undefined
  const tasks = openTasksWith(store, about)
  const said = foldName(text ?? '')
  const [alike] = tasks
    .map((task) => ({ task, shared: wordsShared(foldName(task.text), said) }))
    .filter(({ task, shared }) => shared > 0 && shared === wordsOf(foldName(task.text)).length)
    .sort((a, b) => b.shared - a.shared)
  if (alike !== undefined || kind !== 'call') return alike?.task
  const tomorrow = store.zone.startOfDay(addDays(store.zone.dateOf(context.now(store.zone)), 1))
  return tasks.find((task) => task.due < tomorrow && isCalling(task.text))
}

/** Said of it: that it is done, or, where nobody was asked, that it is open. */
export function notesOnFulfilled(
  store: Store,
  fulfilled: Fulfilled | undefined,
  again: number | null,
): Say[] {
  if (fulfilled === undefined || fulfilled.isDone === false) return []
  const { before, id } = fulfilled
  if (fulfilled.isDone === undefined) return [sayTaskBeside(store, { id, text: getTask(store, id).text })]
  return [
    (w) => w.touch.done({ id: before.id, text: before.text, facts: '' }),
    ...sayAgain(store, before, again),
  ]
}

import { echoWhen } from '../../domain/time/when.ts'
import { isCalling, readTouchWords } from '../../domain/touch-words.ts'
import { type Say, UserError } from '../../errors.ts'
import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import { aboutTouch } from '../../store/touches/about.ts'
import { type Recorded, record } from '../../store/touches/recording.ts'
import { updateTask } from '../../store/touches/task-writing.ts'
import type { About } from '../../store/touches/writing.ts'
import type { At } from '../at.ts'
import type { Answer, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { nextShown, toldNext } from '../day/next-said.ts'
import { type NextStep, parseNext } from '../day/next-step.ts'
import { parseName } from '../texts.ts'
import { askNext, mayAsk } from '../touches/asked.ts'
import { sure } from '../touches/filter.ts'
import { describeTouch } from '../touches/said.ts'
import { isAgain, readWithNext } from '../touches/said-next.ts'
import { optional } from '../typed.ts'
import { change } from '../writing.ts'
import { sayMoved } from './put-off.ts'
import { type TaskJson, taskShown } from './task.ts'

/** Whether what is said of a task is that nobody was reached: `не взяла трубку`. */
export function isNotReached(text: string): boolean {
  return readTouchWords(text, 'call').outcome === 'no-answer'
}

/**
 * `done t8 не взяла трубку, завтра ещё раз`: nobody was reached, so that it is not done. The call is written down; the
 * task is put off to when it is tried again, else it stays open. A person at a terminal is asked when. Throws UserError
 * where that leaves nothing to write.
 */
export async function notReached(
  context: Context,
  store: Store,
  typed: Typed,
  { id, at, said }: { id: number; at: At; said: string },
): Promise<Answer> {
  const before = sure(taskShown(store, id))
  const { rest } = readTouchWords(said, 'call')
  const read = await readWithNext(context, store, typed, rest, '')
  const next = read.next ?? (await askAgain(context, store, typed))
  const again = next !== null && isTriedAgain(context, next) ? next : null
  const other = again === null ? next : null
  const about = aboutTouch(store, 'tasks', id)
  const isOfSomebody = [about.contact, about.company, about.deal].some((one) => one !== null)
  if (!isOfSomebody && next === null) throw new UserError(sayStaysOpen(before))
  const text = read.text === '' ? null : parseName(read.text)
  const activity = {
    ...about,
    ...({ kind: 'call', direction: 'out', outcome: 'no-answer', when: at.when } as const),
    ...{ duration: null, text, place: null },
  }
  return change(context, (operation) => {
    const recorded = record(store, operation, {
      ...(isOfSomebody && { activity }),
      ...(other !== null && { next: { ...about, ...other } }),
    })
    if (again !== null) updateTask(store, operation, id, { due: again.due })
    const json = sure(taskShown(store, id))
    const moved = again === null ? undefined : sayMoved(store, before, again.due)
    const told = [...sayCall(store, recorded, activity, at), moved ?? sayStaysOpen(before)]
    const [says = sayStaysOpen(before), ...notes] = told
    return {
      json: { ...json, next: nextShown(store, recorded) },
      says,
      notes: [...notes, ...toldNext(context, store, recorded, other, { isTold: true }).notes],
    }
  })
}

async function askAgain(context: Context, store: Store, typed: Typed): Promise<NextStep | null> {
  if (!mayAsk(context) || optional(typed, 'next') !== undefined) return null
  const text = await askNext(context, store)
  return text === null ? null : parseNext(context, store, text)
}

/** What comes next is the same call once more. */
function isTriedAgain({ words }: Context, { text, isMeeting }: NextStep): boolean {
  return !isMeeting && (text.startsWith(words.touch.nextText) || isAgain(text) || isCalling(text))
}

type Called = Omit<Parameters<typeof describeTouch>[2], 'manager'> & About

function sayCall(store: Store, { activity: id }: Recorded, call: Called, at: At): Say[] {
  if (id === null) return []
  const manager = call.manager === null ? null : new Labels(store).manager(call.manager)
  const facts = describeTouch(store, call, { ...call, manager })
  return [
    (w) => w.touch.recorded({ id: `a${id}`, facts: facts(at.typed ? echoWhen(at.when, w.lang) : null, w) }),
  ]
}

function sayStaysOpen({ id, text }: TaskJson): Say {
  return (w) => w.touch.notReached({ id, text })
}

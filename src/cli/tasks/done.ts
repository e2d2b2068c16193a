import { parseTypedId } from '../../domain/names/name.ts'
import { echoWhen } from '../../domain/time/when.ts'
import { type Say, UsageError } from '../../errors.ts'
import { findToDos } from '../../store/naming/task-naming.ts'
import type { Store } from '../../store/store.ts'
import { aboutTouch } from '../../store/touches/about.ts'
import { record } from '../../store/touches/recording.ts'
import { isOpenTask } from '../../store/touches/task-writing.ts'
import { type At, sayMoment } from '../at.ts'
import type { Answer, Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { nextShown, toldNext } from '../day/next-said.ts'
import { parseName } from '../texts.ts'
import { namedTask, sure } from '../touches/filter.ts'
import { leadingName } from '../touches/leading-name.ts'
import { changeMeeting } from '../touches/meeting.ts'
import { aboutTexts } from '../touches/said.ts'
import { readWithNext } from '../touches/said-next.ts'
import { readMoment } from '../touches/values.ts'
import { optional } from '../typed.ts'
import { change } from '../writing.ts'
import { askTask, namedToDo } from './asked.ts'
import { isNotReached, notReached } from './not-reached.ts'
import { sureItIsTheirs } from './not-theirs.ts'
import { type TaskJson, taskShown } from './task.ts'

/** `done t8 TEXT`, `done a17`: a task is done, a planned meeting held. */
export const done: Run = async (context, typed) => {
  const store = context.open('write')
  const ask = { command: 'done', question: context.words.touch.ask.done }
  const [first = await askTask(context, store, ask), ...others] = typed.args
  const count = leadingName([first, ...others], others.length + 1, (text) => findToDos(store, text))
  const [who, words] = [[first, ...others].slice(0, count).join(' '), others.slice(count - 1)]
  if (parseTypedId(who)?.kind === 'activity')
    return changeMeeting(context, store, { ...typed, args: [who, ...words] })
  if (words.length > 0 && words.every((word) => parseTypedId(word)?.kind === 'task'))
    return doneTogether(context, store, typed, [who, ...words])
  const found = await namedToDo(context, store, who)
  const { what, id } = found
  await sureItIsTheirs(context, store, found, { who, words })
  if (what === 'meeting') return changeMeeting(context, store, { ...typed, args: [`a${id}`, ...words] })
  const at = readMoment(context, store, typed, 'call')
  const said = words.join(' ')
  if (isNotReached(said) && isOpenTask(store, id)) return notReached(context, store, typed, { id, at, said })
  const { text, next } = await readWithNext(context, store, typed, said)
  const result = text === '' ? null : parseName(text)
  return change(context, (operation) => {
    const before = sure(taskShown(store, id))
    const about = aboutTouch(store, 'tasks', id)
    const recorded = record(store, operation, {
      done: { task: id, when: at.when, result },
      ...(next !== null && { next: { ...about, ...next } }),
    })
    const follows = toldNext(context, store, recorded, next)
    const json = sure(taskShown(store, id))
    return {
      json: { ...json, next: nextShown(store, recorded) },
      says: sayDone(store, before, json, at, result),
      unchanged: alreadyDone(json, store),
      notes: [...sayAgain(store, before, recorded.again), ...follows.notes],
    }
  })
}

/** `done t3 t4`: several tasks, as one operation. */
async function doneTogether(
  context: Context,
  store: Store,
  typed: Typed,
  names: readonly string[],
): Promise<Answer> {
  if (optional(typed, 'next') !== undefined) throw new UsageError((w) => w.touch.nextOfSeveral)
  const ids: number[] = []
  for (const name of names) ids.push(await namedTask(context, store, name))
  const at = readMoment(context, store, typed, 'call')
  return change(context, (operation) => {
    const all = [...new Set(ids)].map((id) => {
      const before = sure(taskShown(store, id))
      const { again } = record(store, operation, { done: { task: id, when: at.when, result: null } })
      const json = sure(taskShown(store, id))
      return { json, says: [sayDone(store, before, json, at, null), ...sayAgain(store, before, again)] }
    })
    const says: Say = (w) => all.flatMap((one) => one.says.map((say) => say(w))).join('\n')
    return { json: all.map(({ json }) => json), says, unchanged: says }
  })
}

function sayDone(store: Store, before: TaskJson, json: TaskJson, at: At, result: string | null): Say {
  if (before.state === 'done') return alreadyDone(json, store)
  const who = aboutTexts(store, aboutTouch(store, 'tasks', Number(json.id.slice(1))))
  return (w) =>
    w.touch.done({
      id: json.id,
      text: json.text,
      facts: [...who, at.typed ? echoWhen(at.when, w.lang) : null, result && w.touch.quoted(result)]
        .filter((fact) => fact !== null)
        .join(' · '),
    })
}

function alreadyDone({ id, text, doneAt }: TaskJson, store: Store) {
  return (w: Context['words']) =>
    w.touch.doneAlready({ id, text, when: doneAt === null ? null : sayMoment(doneAt, store, w) })
}

/** Said of a task that repeats: when it is due next, or that it is not, for nobody knows how often. */
export function sayAgain(store: Store, { state, recurrence, due }: TaskJson, again: number | null): Say[] {
  if (again === null) {
    const isLost = state === 'open' && recurrence !== null && due !== null
    return isLost ? [(w) => w.tasks.notRepeated({ text: recurrence })] : []
  }
  const { id, text, due: next } = sure(taskShown(store, again))
  return [(w) => w.tasks.again({ id, text, when: next === null ? '' : sayMoment(next, store, w) })]
}

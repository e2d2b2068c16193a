import { type ActivityKind, UNANSWERED } from '../../domain/activity.ts'
import { wordsOf } from '../../domain/names/matching.ts'
import { foldName } from '../../domain/names/name.ts'
import { wordsShared } from '../../domain/names/name-cases.ts'
import { addDays } from '../../domain/time/date.ts'
import { atTimeOf } from '../../domain/time/put-off.ts'
import { echoWhen, ofMoment, type When } from '../../domain/time/when.ts'
import { isCalling, isOver, isPutOff, isWaitedFor } from '../../domain/touch-words.ts'
import type { Say } from '../../errors.ts'
import type { Operation } from '../../store/operation.ts'
import type { Store } from '../../store/store.ts'
import { getTask, updateTask } from '../../store/touches/task-writing.ts'
import { type OpenTask, openTasksWith, type Parties } from '../../store/touches/to-come.ts'
import type { Choice } from '../../world.ts'
import { sayMoment } from '../at.ts'
import type { Context } from '../context.ts'
import type { NextStep } from '../day/next-step.ts'
import { sayTaskBeside } from '../deals/left-open.ts'
import { askIsDone, askIsNext, mayAsk } from '../touches/asked.ts'
import { sure } from '../touches/filter.ts'
import type { DayNamed } from '../touches/said-next.ts'
import { sayAgain } from './done.ts'
import { sayMoved } from './put-off.ts'
import { type TaskJson, taskShown } from './task.ts'

/** An open task that a talk seems to be about. */
export interface Promised {
  id: number
  /** As it was before. */
  before: TaskJson
  /** What becomes of it: done, put off till then, or nothing; undefined where nobody could be asked. */
  becomes: 'done' | 'open' | { movedTo: When } | undefined
}

/** What a talk leaves behind. */
export interface Left {
  next: NextStep | null
  promised: Promised | undefined
  /** Whether what comes next is known: a person was asked, or a task is put off till then. */
  isSettled: boolean
}

interface Deed {
  kind: ActivityKind
  outcome: string | null
  text: string | null
}

/** What comes next: said to be done, or a day that was named on which perhaps something is. */
export interface Agreed {
  next: NextStep | null
  named: DayNamed | undefined
}

/**
 * What becomes of the task that a talk is about, and what comes next: one question that sees both, for a person at a
 * terminal; so nothing is left standing beside its double. Elsewhere the task that is put off, or comes again, is put
 * off, as a person would choose first, and any other is told of. `own` is the task, where that is known.
 */
export async function readLeft(
  context: Context,
  store: Store,
  about: Parties,
  deed: Deed,
  { next, named }: Agreed,
  own: number | null = null,
): Promise<Left> {
  const step = next ?? named?.next ?? null
  const again = step === null || mayAsk(context) ? undefined : putOffTask(context, store, about, deed, step)
  if (again !== undefined && step !== null) {
    const before = sure(taskShown(store, again.id))
    const becomes = { movedTo: movedOf(store, again, step) }
    return { next: null, promised: { id: again.id, before, becomes }, isSettled: true }
  }
  const isHeard = !context.quiet || mayAsk(context)
  const task = isHeard ? taskOf(context, store, about, deed, { next, named }, own) : undefined
  if (task === undefined) {
    const isAgreed = named === undefined ? undefined : await askIsNext(context, sayStep(context, named.next))
    return {
      next: isAgreed === true ? (named?.next ?? null) : next,
      promised: undefined,
      isSettled: isAgreed !== undefined,
    }
  }
  const { id } = task
  const before = sure(taskShown(store, id))
  if (step === null || !mayAsk(context)) {
    if (isPutOff(deed.text) && step === null) return { next, promised: undefined, isSettled: false }
    const when = sayDue(context, store, before)
    const isDone = await askIsDone(context, { id: before.id, text: before.text, when })
    const becomes = isDone === undefined ? undefined : isDone ? 'done' : 'open'
    return { next, promised: { id, before, becomes }, isSettled: false }
  }
  const { becomes, isNext } = await askLeft(context, store, before, {
    task,
    deed,
    step,
    isSure: next !== null,
  })
  return { next: isNext ? step : null, promised: { id, before, becomes }, isSettled: true }
}

interface Becomes {
  becomes: Exclude<Promised['becomes'], undefined>
  isNext: boolean
}

/** The likeliest first. */
async function askLeft(
  context: Context,
  store: Store,
  before: TaskJson,
  { task, deed, step, isSure }: { task: OpenTask; deed: Deed; step: NextStep; isSure: boolean },
): Promise<Becomes> {
  const { left } = context.words.touch.ask
  const movedTo = movedOf(store, task, step)
  const isSame = isAgain(context, task, deed, step)
  const choice = (name: string, becomes: Becomes['becomes'], isNext: boolean): Choice<Becomes> => ({
    name,
    value: { becomes, isNext },
  })
  const next = sayStep(context, step)
  const done = choice(left.doneAndNext(next), 'done', true)
  const mayMove = !step.isMeeting && (isSame || !isSure || isPutOff(deed.text))
  const moved = mayMove ? [choice(left.moved(echoWhen(movedTo, context.lang)), { movedTo }, false)] : []
  const isReached = isCallFor(task, deed) && !isUnanswered(deed)
  const isDoneFirst = !isPutOff(deed.text) && (isReached || !isStillToDo(task, deed, step))
  const choices = [
    ...(isDoneFirst ? [done, ...moved] : [...moved, done]),
    ...(isSure ? [] : [choice(left.done, 'done', false)]),
    ...(isSame ? [] : [choice(left.besides(next), 'open', true)]),
    ...(isSure ? [] : [choice(left.nothing, 'open', false)]),
  ]
  const ask = await context.ask()
  const { id, text } = before
  return ask.select(left.question({ id, text, when: sayDue(context, store, before) }), choices)
}

/** Till the day that was named, at the hour that it had; where an hour alone was, on its own day. */
function movedOf(store: Store, task: OpenTask, { due, isHourAlone }: NextStep): When {
  const { zone } = store
  const own = zone.dateOf(task.due)
  if (isHourAlone === true && due.time !== null && own >= due.date) {
    const [hour = 0, minute = 0] = due.time.split(':').map(Number)
    return ofMoment(zone.instantOf(own, { hour, minute }), zone)
  }
  return atTimeOf(getTask(store, task.id).due, due, { zone })
}

/** A step as questions say it. */
export function sayStep(
  { lang, words }: Context,
  { text, due, isMeeting }: NextStep,
): { text: string; when: string } {
  const what = isMeeting ? `${words.touch.what['meeting'] ?? ''} ${text}`.trim() : text
  return { text: what, when: echoWhen(due, lang) }
}

function sayDue(context: Context, store: Store, { due }: TaskJson): string {
  return due === null ? '' : sayMoment(due, store, context.words)
}

function isUnanswered({ outcome }: Deed): boolean {
  return outcome !== null && UNANSWERED.includes(outcome)
}

function isCallFor(task: OpenTask, { kind }: Deed): boolean {
  return kind === 'call' && isCalling(task.text)
}

/** Whether what comes next is the task again, and no other's: in its words, or in none of its own, as after a call that nobody answered. */
function isAgain({ words }: Context, task: OpenTask, deed: Deed, { text, manager }: NextStep): boolean {
  if (manager !== undefined) return false
  return (
    isOneDeed(task.text, text) ||
    (isUnanswered(deed) && (text === words.touch.nextText || isCallFor(task, deed)))
  )
}

/** The same words, or both are a call. */
function isOneDeed(task: string, next: string): boolean {
  const [one, other] = [foldName(task), foldName(next)]
  return one === other || isWithin(one, other) || (isCalling(task) && isCalling(next))
}

function isWithin(text: string, other: string): boolean {
  const shared = wordsShared(text, other)
  return shared > 0 && shared === wordsOf(text).length
}

/** `выслать кп завтра`, `договорились на пятницу`: it was not done by that. */
function isStillToDo(task: OpenTask, { text }: Deed, step: NextStep): boolean {
  if (!isWithin(foldName(task.text), foldName(text ?? ''))) return true
  return isOneDeed(task.text, step.text) && !isOver(` ${step.text}`)
}

/**
 * The task whose words it says, the most of them, or of which what comes next is the same again; else, of a call, one of
 * today to call, or one that waits for their call; else, where a day is named and nothing is said to be done then, the only one that is open till then.
 */
function taskOf(
  context: Context,
  store: Store,
  about: Parties,
  deed: Deed,
  { next, named }: Agreed,
  own: number | null,
): OpenTask | undefined {
  const { kind, text } = deed
  if (kind === 'note' || kind === 'meeting') return undefined
  if (isUnanswered(deed) && next === null) return undefined
  if (isPutOff(deed.text) && !mayAsk(context)) return undefined
  const tasks = openTasksWith(store, about)
  if (own !== null) return tasks.find(({ id }) => id === own)
  const said = foldName(text ?? '')
  const [alike] = tasks
    .filter((task) => isWithin(foldName(task.text), said))
    .map((task) => ({ task, shared: wordsShared(foldName(task.text), said) }))
    .sort((a, b) => b.shared - a.shared)
  if (alike !== undefined) return alike.task
  const [putOff] = isPutOff(deed.text) ? sharingMost(tasks, said) : []
  if (putOff !== undefined) return putOff
  const tomorrow = store.zone.startOfDay(addDays(store.zone.dateOf(context.now(store.zone)), 1))
  const toCall =
    kind === 'call'
      ? tasks.find(({ due, text }) => isCalling(text) && (due < tomorrow || isWaitedFor(text)))
      : undefined
  if (toCall !== undefined) return toCall
  // Where nobody can be asked, what stands beside it is told of with what comes next.
  if (!mayAsk(context)) return undefined
  const again = next === null ? undefined : tasks.find((task) => isOneDeed(task.text, next.text))
  if (again !== undefined) return again
  const [only, second] = named === undefined || named.isDeed ? [] : tasks
  return second === undefined && only !== undefined && only.due <= (named?.next.due.at ?? 0)
    ? only
    : undefined
}

/** The only task that what comes next is put off: said so, the same again, or a call of today that nobody answered. */
function putOffTask(
  context: Context,
  store: Store,
  about: Parties,
  deed: Deed,
  step: NextStep,
): OpenTask | undefined {
  if (step.isMeeting || deed.kind === 'note' || deed.kind === 'meeting') return undefined
  const tasks = openTasksWith(store, about)
  const said = foldName(deed.text ?? '')
  const tomorrow = store.zone.startOfDay(addDays(store.zone.dateOf(context.now(store.zone)), 1))
  const isSame = (task: OpenTask) =>
    (isUnanswered(deed) && isCallFor(task, deed) && task.due < tomorrow) ||
    (foldName(task.text) === foldName(step.text) && !(isCallFor(task, deed) && !isUnanswered(deed)))
  const found = isPutOff(deed.text) ? sharingMost(tasks, said) : tasks.filter(isSame)
  const [only, second] = found
  const shared = ({ text }: OpenTask) => wordsShared(foldName(text), said)
  const isOnly =
    second === undefined || (only !== undefined && isPutOff(deed.text) && shared(only) > shared(second))
  return isOnly ? only : undefined
}

/** Those that have a word of what was said, the most of them first. */
function sharingMost(tasks: readonly OpenTask[], said: string): OpenTask[] {
  const shared = ({ text }: OpenTask) => wordsShared(foldName(text), said)
  return tasks.filter((task) => shared(task) > 0).sort((a, b) => shared(b) - shared(a))
}

/** Puts it off, where that is what becomes of it. */
export function moveWith(store: Store, operation: Operation, promised: Promised | undefined): void {
  const becomes = promised?.becomes
  if (promised !== undefined && typeof becomes === 'object')
    updateTask(store, operation, promised.id, { due: becomes.movedTo })
}

/** Said of it: that it is done or put off, or, where nobody was asked, that it is open. */
export function notesOnPromised(store: Store, promised: Promised | undefined, again: number | null): Say[] {
  if (promised === undefined || promised.becomes === 'open') return []
  const { before, id, becomes } = promised
  if (becomes === undefined) return [sayTaskBeside(store, { id, text: getTask(store, id).text })]
  if (typeof becomes === 'object') return [sayMoved(store, before, becomes.movedTo)]
  return [
    (w) => w.touch.done({ id: before.id, text: before.text, facts: '' }),
    ...sayAgain(store, before, again),
  ]
}

import { foldName } from '../../domain/names/name.ts'
import { wordsShared } from '../../domain/names/name-cases.ts'
import type { Say } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import { meetingAt, plannedMeetings } from '../../store/touches/meetings.ts'
import { getTask } from '../../store/touches/task-writing.ts'
import {
  isAnythingPlanned,
  type OpenTask,
  openTasksAbout,
  openTasksBeside,
  openTasksWith,
  type Parties,
} from '../../store/touches/to-come.ts'
import { sayMoment } from '../at.ts'

/** Said of a deal that is closed while tasks about it are open; but for the one made with the closing. */
export function notesOnTasksLeft(store: Store, deal: number, made: number | null): Say[] {
  const rows = openTasksAbout(store, deal, made)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => `t${id}`)
  const tasks = rows.map(({ id, text }) => `t${id} ${text}`)
  return [(w) => w.touch.tasksLeft({ tasks, ids })]
}

/** Said of a call that nobody answered while nothing is to be done with them next. */
export function notesOnNobodyReached(store: Store, about: Parties): Say[] {
  const { contact, company, deal } = about
  const whom = contact !== null ? `c${contact}` : company !== null ? `o${company}` : `d${deal}`
  return isAnythingPlanned(store, about) ? [] : [(w) => w.touch.nothingPlanned({ whom })]
}

/**
 * Said of a task beside another that is open with the same people: of the same words, or due on the same day. Of several
 * the one that has the most words of what was `said`. One of them is told of, and not where that was done already.
 */
export function notesOnTaskBeside(store: Store, made: number, { said, isTold }: Beside = {}): Say[] {
  if (isTold === true) return []
  const { zone } = store
  const mine = getTask(store, made)
  const day = mine.due === null ? null : zone.dateOf(mine.due.at)
  const shared = ({ text }: OpenTask) => wordsShared(foldName(text), foldName(said ?? ''))
  const [one] = openTasksBeside(store, made)
    .filter(
      (task) =>
        foldName(task.text) === foldName(mine.text) || zone.dateOf(task.due) === day || shared(task) > 0,
    )
    .sort((a, b) => shared(b) - shared(a))
  return one === undefined ? [] : [sayTaskBeside(store, one)]
}

/** Said of a task of the same words that is open with the same people. */
export function notesOnSameTask(store: Store, made: number): Say[] {
  const text = foldName(getTask(store, made).text)
  const same = openTasksBeside(store, made).find((one) => foldName(one.text) === text)
  return same === undefined ? [] : [sayTaskBeside(store, same)]
}

/** What was done before the task was made. */
export interface Beside {
  said?: string | null
  /** A task with them was told of, or asked about. */
  isTold?: boolean
}

export function sayTaskBeside(store: Store, { id, text }: Pick<OpenTask, 'id' | 'text'>): Say {
  const { zone } = store
  const { due } = getTask(store, id)
  const when = due === null ? '' : due.precision === 'day' ? zone.dateOf(due.at) : zone.isoString(due.at)
  return (w) => w.touch.taskBeside({ id: `t${id}`, text, when: sayMoment(when, store, w) })
}

/** Said of a meeting that is planned beside another with the same people that is still to come, or a task of its day. */
export function notesOnMeetingBeside(store: Store, about: Parties, now: number, but: number): Say[] {
  if ((about.contact ?? about.company ?? about.deal) === null) return []
  const [one] = plannedMeetings(store, about, { from: now, until: Number.MAX_SAFE_INTEGER }).filter(
    ({ id }) => id !== but,
  )
  const { zone } = store
  const day = zone.dateOf(meetingAt(store, but).at)
  const task = openTasksWith(store, about).find(({ due }) => zone.dateOf(due) === day)
  if (one === undefined) return task === undefined ? [] : [sayTaskBeside(store, task)]
  const { precision } = meetingAt(store, one.id)
  const at = precision === 'day' ? zone.dateOf(one.at) : zone.isoString(one.at)
  return [(w) => w.touch.meetingBeside({ id: `a${one.id}`, when: sayMoment(at, store, w) })]
}

import type { Say } from '../errors.ts'
import { plannedMeetings } from '../store/meetings.ts'
import type { Store } from '../store/store.ts'
import { isAnythingPlanned, openTasksAbout, type Parties } from '../store/to-come.ts'
import { sayMoment } from './at.ts'

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
  return isAnythingPlanned(store, about) ? [] : [(w) => w.touch.nothingPlanned]
}

/** Said of a meeting that is planned beside another with the same people that is still to come. */
export function notesOnMeetingBeside(store: Store, about: Parties, now: number): Say[] {
  if ((about.contact ?? about.company ?? about.deal) === null) return []
  const [one] = plannedMeetings(store, about, { from: now, until: Number.MAX_SAFE_INTEGER })
  if (one === undefined) return []
  const at = store.zone.isoString(one.at)
  return [(w) => w.touch.meetingBeside({ id: `a${one.id}`, when: sayMoment(at, store, w) })]
}

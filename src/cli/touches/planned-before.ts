import { foldName } from '../../domain/names/name.ts'
import { wordsShared } from '../../domain/names/name-cases.ts'
import type { Say } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import type { Known } from '../../store/touches/about.ts'
import { openTasksWith } from '../../store/touches/to-come.ts'
import { type At, sayMoment } from '../at.ts'
import type { Answer, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { taskMove } from '../tasks/move.ts'
import { optional } from '../typed.ts'
import { activityShown } from './activity.ts'
import { mayAsk } from './asked.ts'
import { sure } from './filter.ts'
import { changeMeeting, plannedFrom, plannedWith } from './meeting.ts'
import { CALLED_OFF } from './meeting-said.ts'

/** A meeting as it was typed. */
export interface MeetingTyped {
  typed: Typed
  known: Known
  at: At
  now: number
  /** It did not take place. */
  isOff: boolean
  /** It is to come. */
  isAhead: boolean
  /** Nothing but that it will be at another time. */
  isMoved: boolean
  /** What was typed behind whom. */
  went: string
}

/** What becomes of something planned in place of a new meeting; else what is said beside that. */
export interface PlannedBefore {
  instead?: Answer
  besides?: readonly Say[]
}

/** The meeting that was planned with them, where this is it: held, called off or moved; or the task for it, moved. */
export async function plannedBefore(
  context: Context,
  store: Store,
  { typed, known, at, now, isOff, isAhead, isMoved, went }: MeetingTyped,
): Promise<PlannedBefore> {
  const { zone } = store
  const today = zone.dateOf(now)
  if (isMoved) {
    const planned = plannedFrom(store, known, zone.startOfDay(today))
    if (planned !== undefined) return { instead: await changeMeeting(context, store, typed, planned) }
    const task = taskMeant(store, known, went)
    if (task === undefined) return {}
    const to = optional(typed, 'at') ?? ''
    return { instead: await taskMove(context, { args: [`t${task}`], options: { to } }) }
  }
  if (isAhead) return {}
  // What did not take place was to be by today, whenever it will be now.
  const planned = plannedWith(store, known, isOff ? today : at.when.date, {
    isOff,
    isAhead: isOff && (at.when.at > now || CALLED_OFF.test(went)),
  })
  if (planned !== undefined) return { instead: await changeMeeting(context, store, typed, planned) }
  const other = isOff || at.typed ? undefined : plannedFrom(store, known, 0)
  if (other === undefined) return {}
  const isIt = await askIsPlanned(context, store, other)
  if (isIt === true) return { instead: await changeMeeting(context, store, typed, other) }
  return isIt === undefined ? { besides: [sayPlanned(store, other)] } : {}
}

/** The only open task with them that has a word of what was said. */
function taskMeant(store: Store, known: Known, said: string): number | undefined {
  const [only, second] = openTasksWith(store, known).filter(
    ({ text }) => wordsShared(foldName(text), foldName(said)) > 0,
  )
  return second === undefined ? only?.id : undefined
}

/** Whether a meeting that was held is the one that is planned for another day; undefined where nobody can be asked. */
async function askIsPlanned(context: Context, store: Store, id: number): Promise<boolean | undefined> {
  if (!mayAsk(context)) return undefined
  const { at } = sure(activityShown(store, id))
  const when = sayMoment(at, store, context.words)
  return (await context.ask()).confirm(context.words.touch.ask.isPlanned({ id: `a${id}`, when }), true)
}

/** Said of a meeting that is still planned beside one that was held. */
function sayPlanned(store: Store, id: number): Say {
  const { at } = sure(activityShown(store, id))
  return (w) => w.touch.plannedStill({ id: `a${id}`, when: sayMoment(at, store, w) })
}

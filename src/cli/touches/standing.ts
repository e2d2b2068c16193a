import { foldName } from '../../domain/names/name.ts'
import { wordsShared } from '../../domain/names/name-cases.ts'
import type { Say } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import type { Known } from '../../store/touches/about.ts'
import { meetingAt, plannedMeetings } from '../../store/touches/meetings.ts'
import { openTasksWith } from '../../store/touches/to-come.ts'
import { sayMoment } from '../at.ts'
import type { Context } from '../context.ts'
import type { NextStep } from '../day/next-step.ts'
import { activityShown } from './activity.ts'
import { mayAsk } from './asked.ts'
import { sure } from './filter.ts'

/** `подтвердила, приедет в 12`: said of the meeting with them that is planned for that hour, or that very moment. */
export function standing(
  context: Context,
  store: Store,
  known: Known,
  { due, isHourAlone }: NextStep,
): Say | undefined {
  if (due.time === null || (known.contact ?? known.company ?? known.deal) === null) return undefined
  const { zone } = store
  const span = { from: context.now(zone), until: Number.MAX_SAFE_INTEGER }
  const one = plannedMeetings(store, known, span).find(
    ({ id, at }) =>
      meetingAt(store, id).precision !== 'day' &&
      zone.clockOf(at) === due.time &&
      (isHourAlone === true || zone.dateOf(at) === due.date),
  )
  if (one === undefined) return undefined
  const { id, text, at } = sure(activityShown(store, one.id))
  return (w) => w.touch.stands({ id, text: text ?? '', when: sayMoment(at, store, w) })
}

/** The only open task with them that has a word of what was said. */
export function taskMeant(store: Store, known: Known, said: string): number | undefined {
  const [only, second] = openTasksWith(store, known).filter(
    ({ text }) => wordsShared(foldName(text), foldName(said)) > 0,
  )
  return second === undefined ? only?.id : undefined
}

/** Whether a meeting that was held is the one that is planned for another day; false where nobody can be asked. */
export async function askIsPlanned(context: Context, store: Store, id: number): Promise<boolean> {
  if (!mayAsk(context)) return false
  const { at } = sure(activityShown(store, id))
  const when = sayMoment(at, store, context.words)
  return (await context.ask()).confirm(context.words.touch.ask.isPlanned({ id: `a${id}`, when }), true)
}

/** Said of a meeting that is still planned beside one that was held. */
export function sayPlanned(store: Store, id: number): Say {
  const { at } = sure(activityShown(store, id))
  return (w) => w.touch.plannedStill({ id: `a${id}`, when: sayMoment(at, store, w) })
}

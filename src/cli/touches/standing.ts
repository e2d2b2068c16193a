import type { Say } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import type { Known } from '../../store/touches/about.ts'
import { meetingAt, plannedMeetings } from '../../store/touches/meetings.ts'
import { sayMoment } from '../at.ts'
import type { Context } from '../context.ts'
import type { NextStep } from '../day/next-step.ts'
import { activityShown } from './activity.ts'
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

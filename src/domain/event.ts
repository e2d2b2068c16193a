import type { FoldContext } from './history.ts'
import type { Moment } from './time/when.ts'

/** One row of an event log: a deal was in a stage from a moment on. Ids are row ids, money is minor units. */
export interface FileEvent extends Moment {
  line: number
  /** Its place in the file; where the file runs newest first, the negative of it. */
  place: number
  stage: number
  /** Which of the file's stage texts it was: several may mean one stage. */
  text: number
  /** Who made the move, and the owner from then on; null where the row does not say. */
  manager: number | null
  /** Holds from the row's moment on; null where the row does not say. */
  amount: number | null
  currency: string | null
}

/**
 * The events of one deal in the order in which they happened, with their moments in effect. By moment; of one moment,
 * and within a day where one of them is known only by its day, by their place in the file; an outcome known only by
 * its day comes last in it. An event known by its day takes the moment of the one before it in that day.
 */
export function inOrder(events: readonly FileEvent[], context: FoldContext): FileEvent[] {
  const keyed = events.map((event) => ({ event, at: event.at, last: isLast(event, context) ? 1 : 0 }))
  const mixed = events.some(({ precision }) => precision !== events[0]?.precision)
  if (mixed) anchor(keyed, context)
  keyed.sort((a, b) => a.at - b.at || a.last - b.last || a.event.place - b.event.place)
  if (!mixed) return keyed.map(({ event }) => event)
  let [day, latest] = [Number.NaN, 0]
  return keyed.map(({ event }) => {
    const own = context.dayOf(event.at)
    if (own !== day) [day, latest] = [own, event.at]
    latest = Math.max(latest, event.at)
    return event.precision === 'day' ? { ...event, at: latest } : event
  })
}

function isLast(event: FileEvent, context: FoldContext): boolean {
  return event.precision === 'day' && context.stage(event.stage).kind !== 'open'
}

/** Places what is known only by its day right after what stands before it in the file and happened on that day. */
function anchor(keyed: { event: FileEvent; at: number; last: number }[], { dayOf }: FoldContext): void {
  const latest = new Map<number, number>()
  const lastOfDay = new Map<number, number>()
  keyed.sort((a, b) => a.event.place - b.event.place)
  for (const { event } of keyed) {
    const day = dayOf(event.at)
    lastOfDay.set(day, Math.max(lastOfDay.get(day) ?? event.at, event.at))
  }
  for (const entry of keyed) {
    const { at, precision } = entry.event
    const day = dayOf(at)
    if (precision === 'moment') latest.set(day, at)
    else entry.at = (entry.last === 1 ? lastOfDay : latest).get(day) ?? at
  }
}

/** The same moment, or the same day where either is known only by its day. */
export function sameMoment(a: Moment, b: Moment, { dayOf }: FoldContext): boolean {
  if (a.at === b.at) return true
  return (a.precision === 'day' || b.precision === 'day') && dayOf(a.at) === dayOf(b.at)
}

/** Earlier for certain: by moment, or by day where either is known only by its day. */
export function precedes(a: Moment, b: Moment, context: FoldContext): boolean {
  return a.at < b.at && !sameMoment(a, b, context)
}

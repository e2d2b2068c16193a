import { PLANNED } from '../../domain/activity.ts'
import { isOverdue } from '../../domain/task.ts'
import type { IsoDate } from '../../domain/time/date.ts'
import { echoWhen } from '../../domain/time/when.ts'
import { UserError } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import { aboutTouch, type Known } from '../../store/touches/about.ts'
import {
  callOff,
  giveMeeting,
  holdMeeting,
  isPlanned,
  markedBy,
  meetingAt,
  moveMeeting,
  plannedMeetings,
} from '../../store/touches/meetings.ts'
import { record } from '../../store/touches/recording.ts'
import type { Words } from '../../words/words.ts'
import { sayMoment } from '../at.ts'
import type { Answer, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { nextShown, toldNext } from '../day/next-said.ts'
import { given as givenTo, readGiven } from '../tasks/give.ts'
import { parseName } from '../texts.ts'
import { optional } from '../typed.ts'
import { change } from '../writing.ts'
import { activityShown } from './activity.ts'
import { namedTouch, sure } from './filter.ts'
import { isNotHeld, withMeetingSaid } from './meeting-said.ts'
import { describeTouch } from './said.ts'
import { readWithNext } from './said-next.ts'
import { readDuration, readHow, readMoment } from './values.ts'

/**
 * The planned meeting that is meant by one with the same party that was held on this day, or was not (`isOff`), on this
 * day or before it, else (`isAhead`) behind it; undefined where none was planned. Throws UserError for several: which
 * one it was nobody knows.
 */
export function plannedWith(
  store: Store,
  known: Known,
  day: IsoDate,
  { isOff, isAhead }: { isOff: boolean; isAhead: boolean },
): number | undefined {
  const { contact, company, deal } = known
  if ((contact ?? company ?? deal) === null) return undefined
  const { zone } = store
  const span = { from: isOff ? 0 : zone.startOfDay(day), until: zone.endOfDay(day) }
  const byDay = plannedMeetings(store, known, span)
  const ahead = { from: span.until, until: Number.MAX_SAFE_INTEGER }
  const [only, ...more] = byDay.length === 0 && isAhead ? plannedMeetings(store, known, ahead) : byDay
  if (only === undefined || more.length === 0) return only?.id
  const ids = [only, ...more].map(({ id }) => `a${id}`)
  throw new UserError((w) => w.touch.severalPlanned({ ids }))
}

/** The only meeting with the same party that is planned for then or later; undefined where there is not one. */
export function plannedFrom(
  store: Store,
  { contact, company, deal }: Known,
  from: number,
): number | undefined {
  if ((contact ?? company ?? deal) === null) return undefined
  const span = { from, until: Number.MAX_SAFE_INTEGER }
  const [only, second] = plannedMeetings(store, { contact, company, deal }, span)
  return second === undefined ? only?.id : undefined
}

/** `meet a17`, `done a17`: a planned meeting was held; with `--at` of a time to come it is put off till then. */
export async function changeMeeting(
  context: Context,
  store: Store,
  given: Typed,
  found?: number,
): Promise<Answer> {
  const typed = found === undefined ? withMeetingSaid(context, store, given) : given
  const [who = '', ...words] = typed.args
  const id = found ?? (await namedTouch(context, store, 'activities', who))
  if (!isPlanned(store, id)) throw notPlanned(store, id)
  const manager = await readGiven(context, store, typed)
  if (
    manager !== undefined &&
    !isOverdue(meetingAt(store, id), context.now(store.zone), store.zone) &&
    !isAnythingSaid(typed)
  )
    return givenTo(context, [{ kind: 'meeting', id }], manager)
  if (found === undefined) await checkHeld(context, store, typed, id)
  const at = readMoment(context, store, typed, 'meeting')
  const now = context.now(store.zone)
  const isMoved = at.when.at > now
  // What was to be later took place by now.
  const isEarlier = isAhead(store, id, now)
  const { outcome } = readHow(typed, 'meeting')
  const isOff = isNotHeld(typed)
  const place = optional(typed, 'place') ?? null
  const said = await readWithNext(context, store, typed, words.join(' '))
  const { next } = said
  const duration = readDuration(typed)
  const text = said.text === '' ? null : parseName(said.text)
  return change(context, (operation) => {
    if (manager !== undefined) giveMeeting(operation, id, manager)
    if (isMoved) moveMeeting(operation, id, at.when, place, duration)
    else if (isOff) callOff(store, operation, id, text)
    else
      holdMeeting(store, operation, id, {
        ...{ when: at.typed || isEarlier ? at.when : null, outcome, text, duration },
      })
    const about = aboutTouch(store, 'activities', id)
    const done = record(store, operation, { ...(next !== null && { next: { ...about, ...next } }) })
    const follows = toldNext(context, store, done, next)
    const json = sure(activityShown(store, id))
    const facts = describeTouch(store, about, { ...json, outcome: isMoved ? null : outcome })
    const how = json.outcome === PLANNED ? 'putOff' : isOff ? 'recorded' : 'held'
    return {
      json: { ...json, next: nextShown(store, done) },
      says: (w) =>
        w.touch[how]({ id: json.id, facts: facts(at.typed ? echoWhen(at.when, w.lang) : null, w) }),
      notes: follows.notes,
    }
  })
}

function isAhead(store: Store, id: number, now: number): boolean {
  const { at, precision } = meetingAt(store, id)
  const { zone } = store
  return precision === 'day' ? zone.dateOf(at) > zone.dateOf(now) : at > now
}

function isAnythingSaid(typed: Typed): boolean {
  return typed.args.length > 1 || ['at', 'outcome'].some((name) => optional(typed, name) !== undefined)
}

/** Throws UserError for a meeting that is still to come, of which nothing but its number was said, unless it was held. */
async function checkHeld(context: Context, store: Store, typed: Typed, id: number): Promise<void> {
  const { at, precision } = meetingAt(store, id)
  if (
    isAnythingSaid(typed) ||
    precision === 'day' ||
    at <= context.now(store.zone) ||
    context.global.yes === true
  )
    return
  const when = (w: Words) => sayMoment(store.zone.isoString(at), store, w)
  const { words } = context
  if (context.interactive) {
    const ask = await context.ask()
    if (await ask.confirm(words.touch.ask.isHeld({ id: `a${id}`, when: when(words) }), false)) return
  }
  throw new UserError((w) => w.touch.stillToCome({ id: `a${id}`, when: when(w) }))
}

/** The refusal of an activity that is no planned meeting; of a meeting marked before, with the way back. */
function notPlanned(store: Store, id: number): UserError {
  const { kind, outcome, at } = sure(activityShown(store, id))
  const operation = markedBy(store, id)
  if (outcome === null || (operation === null && kind !== 'meeting'))
    return new UserError((w) => w.touch.notPlanned({ id: `a${id}` }))
  const how = (w: Words) => w.touch.outcomes[outcome] ?? outcome
  return new UserError((w) =>
    w.touch.heldAlready({ id: `a${id}`, how: how(w), when: sayMoment(at, store, w), operation }),
  )
}

import type { Direction } from '../../domain/activity.ts'
import { NOT_HELD } from '../../domain/activity.ts'
import { foldName } from '../../domain/names/name.ts'
import { wordsShared } from '../../domain/names/name-cases.ts'
import { atTimeOf, readPutOff } from '../../domain/time/put-off.ts'
import { splitWhen } from '../../domain/time/split-when.ts'
import { echoWhen, type Moment, parseWhen } from '../../domain/time/when.ts'
import { isPutOff, putOffTill, readTouchWords } from '../../domain/touch-words.ts'
import { UserError } from '../../errors.ts'
import type { TodayItem } from '../../reports/today.ts'
import type { Store } from '../../store/store.ts'
import type { Choice } from '../../world.ts'
import type { Context } from '../context.ts'
import { laterBy, type PutOff } from '../tasks/put-off.ts'
import { readHow } from '../touches/values.ts'
import { notOver, whenPutOff } from './next-step.ts'

/** What became of a thing of the day, in a person's own words, as understood. */
export type Own =
  | { what: 'answered' | 'no-answer'; said: string; direction: Direction; outcome: string }
  | { what: 'done' | 'not-held'; said: string }
  | { what: 'postponed'; to?: PutOff }

/** Under what heading words of one's own may be kept, the likeliest first. */
export function ownWords(context: Context, store: Store, item: TodayItem, typed: string): Choice<Own>[] {
  const { happened, held } = context.words.next
  const to = putOffSaid(context, store, item, typed)
  const planned = item.of.what === 'due' && item.of.due.what !== 'task' ? item.of.due.what : null
  if (to !== undefined || (planned !== null && isPutOff(typed))) {
    const when = to === undefined ? '' : echoWhen(to.due, context.lang)
    return [
      {
        name: named(happened.postponed, when),
        value: { what: 'postponed', ...(to !== undefined && { to }) },
      },
    ]
  }
  if (planned !== null) {
    const { outcome, rest } = readTouchWords(typed, 'meeting')
    const isOff = planned === 'meeting' && outcome === NOT_HELD
    const what = isOff ? 'not-held' : 'done'
    const how = isOff || planned !== 'meeting' ? happened[what] : held
    const said = isOff ? rest : typed
    return [{ name: named(how, said), value: { what, said } }]
  }
  const talk = talkSaid(context, typed)
  if (item.task === null) return [talk]
  const done: Choice<Own> = { name: named(happened.done, typed), value: { what: 'done', said: typed } }
  const isOfTask = wordsShared(foldName(item.text ?? ''), foldName(typed)) > 0
  return isOfTask ? [done, talk] : [talk, done]
}

/** As `call` understands it. */
function talkSaid(context: Context, typed: string): Choice<Own> {
  const { happened, theyCalled } = context.words.next
  const { direction, outcome, text } = readHow({ args: [], options: {} }, 'call', typed)
  const how = outcome ?? 'answered'
  const what = how === 'no-answer' || how === 'missed' ? 'no-answer' : 'answered'
  const known = direction === 'in' ? theyCalled : happened[what]
  const isOwn = !['answered', 'no-answer', 'missed'].includes(how)
  const called = how === 'missed' ? (context.words.touch.outcomes['missed'] ?? how) : known
  return {
    name: named(called, ...(isOwn ? [how] : []), text),
    value: { what, said: text, direction: direction ?? 'out', outcome: how },
  }
}

function named(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}

const TILL = /^(?:на|до|to|till|until)\s+/iu

/** `отложить на завтра`: that it is put off and till when, and nothing else. */
function putOffSaid(context: Context, store: Store, item: TodayItem, typed: string): PutOff | undefined {
  const till = putOffTill(typed)
  if (till !== undefined)
    return putOffTo(context, store, item, till) ?? putOffTo(context, store, item, till.replace(TILL, ''))
  const isPlanned = item.of.what === 'due' && item.of.due.what !== 'task'
  if (!isPlanned || !isPutOff(typed)) return undefined
  const { when } = splitWhen(typed, whenPutOff(context, store))
  return when === null ? undefined : putOffTo(context, store, item, echoWhen(when, context.lang))
}

function putOffTo(context: Context, store: Store, item: TodayItem, text: string): PutOff | undefined {
  try {
    return readPutOffOf(context, store, item, text)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** Till when, or by how much, a thing of the day is put off. Throws UsageError for what cannot be read. */
export function readPutOffOf(context: Context, store: Store, item: TodayItem, text: string): PutOff {
  const how = whenPutOff(context, store)
  const { due: at, task, activity } = item
  const due: Moment | null = at === null ? null : { at: at.at, precision: at.isDay ? 'day' : 'moment' }
  const by = readPutOff(text, how)
  return by === undefined
    ? { due: atTimeOf(due, notOver(parseWhen(text, how), how), how), counted: 'own' }
    : laterBy(by, task === null ? `a${activity}` : `t${task}`, due, how)
}

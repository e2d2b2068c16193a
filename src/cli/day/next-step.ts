import { restOfMeeting } from '../../domain/activity.ts'
import { isOverdue } from '../../domain/task.ts'
import { otherWeekdayIn } from '../../domain/time/other-weekday.ts'
import { type SplitWhen, splitWhen } from '../../domain/time/split-when.ts'
import {
  echoWhen,
  parseWhen,
  readWhen,
  unreadable,
  type When,
  type WhenContext,
} from '../../domain/time/when.ts'
import { promisedCall } from '../../domain/touch-words.ts'
import { type Say, UsageError, UserError } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { parseName } from '../texts.ts'
import { optional } from '../typed.ts'

/** What is to be done next, as understood. */
export interface NextStep {
  text: string
  due: When
  /** A meeting to come, of which `text` (perhaps nothing) is the rest; else a task. */
  isMeeting: boolean
  /** Of the moment nothing but its hour was said. */
  isHourAlone?: boolean
  /** Row id of the one of us whom it was said to be for, and their name; else it is whoever's the talk is. */
  manager?: number
  whose?: string
}

/** The step of `--next`; null where it was not given. */
export async function readNext(context: Context, store: Store, typed: Typed): Promise<NextStep | null> {
  const text = optional(typed, 'next')
  return text === undefined ? null : parseNext(context, store, text)
}

/**
 * "перезвонить в пт 10": what, and when at its beginning or end. A text without a date is asked about at a terminal.
 * Throws UsageError for a date that cannot be read or is over, UserError where there is none.
 */
export async function parseNext(context: Context, store: Store, text: string): Promise<NextStep> {
  const how = whenAhead(context, store)
  const split = splitWhen(text, how)
  if (split.unreadable !== null) {
    const said = split.unreadable
    refuseOtherWeekday(said, how)
    throw new UsageError((w) => w.touch.nextUnreadable({ text: said }))
  }
  const what = stepText(context, split)
  if (split.when !== null) return step(what, notOver(split.when, how))
  if (!context.interactive) throw new UserError((w) => w.touch.nextWithoutDate({ text: what }))
  return step(what, await askWhen(context, how, context.words.touch.ask.nextWhen({ text: what })))
}

/** Throws UsageError for a weekday beside a date of another: `ср 24.11`. */
export function refuseOtherWeekday(text: string, how: WhenContext): void {
  if (otherWeekdayIn(text, (day) => readWhen(day, how)) !== undefined) throw unreadable(text, how)
}

/** What is to be done then: where its first word says so, a meeting. */
export function step(text: string, due: When): NextStep {
  const rest = restOfMeeting(text)
  return { text: rest ?? text, due, isMeeting: rest !== null }
}

/**
 * What is to be done, with the part of the day that was said: `связаться утром`. What somebody else is to do is waited
 * for.
 */
export function stepText(context: Context, { text, part }: Pick<SplitWhen, 'text' | 'part'>): string {
  const { touch } = context.words
  const what =
    text === '' ? touch.nextText : promisedCall([text]) !== undefined ? touch.waiting({ text }) : text
  return parseName(part === null ? what : `${what} ${part}`)
}

/** Asks until a moment can be read that is still to come; an empty answer is tomorrow. */
export function askWhen(context: Context, how: WhenContext, question: string): Promise<When> {
  return askUntilRead(context, question, (text) => notOver(parseWhen(text, how), how))
}

/** Enter alone is `usually`. */
export async function askUntilRead<T>(
  context: Context,
  question: string,
  read: (text: string) => T,
  usually: string = context.words.next.usually,
): Promise<T> {
  const ask = await context.ask()
  for (;;)
    try {
      return read((await ask.text(question)).trim() || usually)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      context.tell(error.say)
    }
}

/** How a moment that lies ahead is read. */
export function whenAhead(context: Context, store: Store): WhenContext {
  const { zone } = store
  return context.remembering({
    now: context.now(zone),
    zone,
    lang: context.lang,
    prefer: 'future',
    dayBegins: clockOf(store.settings.workHours.from),
  })
}

/** As `whenAhead`, of something that is put off till then. */
export function whenPutOff(context: Context, store: Store): WhenContext {
  return { ...whenAhead(context, store), isPutOff: true, known: new Map() }
}

/** A day that is not over, or a moment that is still to come. Throws UsageError. */
export function notOver(when: When, { now, zone }: WhenContext): When {
  if (isOverdue(when, now, zone))
    throw new UsageError((w) => w.touch.dueOver({ when: echoWhen(when, w.lang) }))
  return when
}

/** `Next t8: Fri 16.10.2026 10:00 call back` */
export function sayNext(id: string, { text, due, isMeeting, whose }: NextStep): Say {
  return (w) => {
    const what = isMeeting ? `${w.touch.what['meeting'] ?? ''} ${text}`.trim() : text
    const of = whose === undefined ? '' : ` · ${w.quick.labels.manager}: ${whose}`
    return w.touch.next({ id, text: `${what}${of}`, when: echoWhen(due, w.lang) })
  }
}

function clockOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

import type { ActivityKind } from '../../domain/activity.ts'
import { parseWhen } from '../../domain/time/when.ts'
import { UsageError } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import type { Choice } from '../../world.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import {
  askUntilRead,
  type NextStep,
  notOver,
  parseNext,
  step,
  stepText,
  whenAhead,
} from '../day/next-step.ts'
import { inWords } from '../line/help.ts'
import { flag, optional } from '../typed.ts'
import { readHow } from './values.ts'

const COMMANDS: Readonly<Record<ActivityKind, string>> = {
  call: 'call',
  meeting: 'meet',
  email: 'mail',
  message: 'message',
  note: 'note',
}

/**
 * What was typed, with what a person at a terminal was asked for because it was not: nothing typed at all leads through
 * the whole of it; with someone named only a note still needs its text. Off a terminal it is refused.
 */
export async function askMissing(
  context: Context,
  store: Store,
  typed: Typed,
  kind: ActivityKind,
): Promise<Typed> {
  const [who, ...words] = typed.args
  if (who === undefined) return askAll(context, store, typed, kind)
  if (kind !== 'note' || words.length > 0) return typed
  return { ...typed, args: [who, await askNote(context)] }
}

async function askNote(context: Context): Promise<string> {
  if (!context.interactive) throw missing('text', 'note')
  const ask = await context.ask()
  const text = await ask.text(context.words.touch.ask.text.note ?? '')
  if (text.trim() === '') throw missing('text', 'note')
  return text
}

async function askAll(context: Context, store: Store, typed: Typed, kind: ActivityKind): Promise<Typed> {
  if (!context.interactive) throw missing('who', COMMANDS[kind])
  const ask = await context.ask()
  const words = context.words.touch.ask
  const who = (await ask.text(words.whom[kind] ?? '')).trim()
  if (who === '') throw missing('who', COMMANDS[kind])
  const options = { ...typed.options }
  if (
    kind === 'call' &&
    !flag(typed, 'in') &&
    !flag(typed, 'out') &&
    optional(typed, 'outcome') === undefined
  )
    Object.assign(options, await ask.select(words.outcome, callChoices(context, typed)))
  if (kind === 'meeting' && optional(typed, 'at') === undefined)
    Object.assign(options, await askMeetingAt(context, store))
  const text = (await ask.text(words.text[kind] ?? '')).trim()
  if (kind === 'note' && text === '') throw missing('text', 'note')
  if (optional(typed, 'next') === undefined) {
    const next = await askNext(context, store)
    if (next !== null) options['next'] = next
  }
  return { args: text === '' ? [who] : [who, text], options }
}

/** Somebody is there to be asked, and did not say not to. */
export function mayAsk({ interactive, global, dryRun }: Context): boolean {
  return interactive && global.yes !== true && global.format !== 'json' && !dryRun
}

/**
 * A call or a meeting of which nothing but with whom was typed, with what a person at a terminal says of it: how the
 * call ended, when the meeting is, and what comes next. Off a terminal it is taken as typed.
 */
export async function askSettled(
  context: Context,
  store: Store,
  typed: Typed,
  kind: ActivityKind,
): Promise<Typed> {
  const isSaid =
    typed.args.length > 1 || ['outcome', 'duration'].some((name) => optional(typed, name) !== undefined)
  if (isSaid || !mayAsk(context)) return typed
  const options = { ...typed.options }
  if (kind === 'call') {
    const ask = await context.ask()
    const choices = callChoices(context, typed)
    Object.assign(options, await ask.select(context.words.touch.ask.outcome, choices))
  } else if (kind === 'meeting') {
    if (optional(typed, 'at') === undefined) Object.assign(options, await askMeetingAt(context, store))
    if (options['at'] !== undefined) return { ...typed, options }
  } else return typed
  if (optional(typed, 'next') === undefined) {
    const next = await askNext(context, store)
    if (next !== null) options['next'] = next
  }
  return { ...typed, options }
}

/** `--at` of a meeting, asked until it can be read; nothing for now. */
async function askMeetingAt(context: Context, store: Store): Promise<Typed['options']> {
  const ask = await context.ask()
  for (;;)
    try {
      const at = (await ask.text(context.words.touch.ask.meetingAt)).trim()
      if (at === '') return {}
      parseWhen(at, { now: context.now(store.zone), zone: store.zone, lang: context.lang })
      return { at }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      context.tell(error.say)
    }
}

/** A call that was missed from a number that nobody has is kept under it: at a terminal nobody is asked for a name. */
export function savedByNumber(
  { interactive }: Context,
  typed: Typed,
  kind: ActivityKind,
  who: string,
  words: readonly string[],
): Typed {
  const isNumber = /^\+?[\d\s()./-]{5,}$/.test(who)
  if (!interactive || kind !== 'call' || !isNumber) return typed
  const { outcome } = readHow(typed, kind, words.join(' '))
  return outcome === 'missed' ? { ...typed, options: { ...typed.options, new: true } } : typed
}

/** Whether a task is done with what was just written down, asked where somebody is there; undefined where nobody is. */
export async function askIsDone(
  context: Context,
  task: { id: string; text: string; when: string },
): Promise<boolean | undefined> {
  if (!mayAsk(context)) return undefined
  return (await context.ask()).confirm(context.words.touch.ask.isDone(task), true)
}

/** Whether what was agreed on is to be a task; undefined where nobody can be asked. */
export async function askIsNext(
  context: Context,
  step: { text: string; when: string },
): Promise<boolean | undefined> {
  if (!mayAsk(context)) return undefined
  return (await context.ask()).confirm(context.words.touch.ask.isNext(step), true)
}

/** When what was said without its day is to be, asked until it can be read; null for no task. */
export function askUndated(context: Context, store: Store, said: string): Promise<NextStep | null> {
  const how = whenAhead(context, store)
  const read = (when: string) =>
    when === ''
      ? null
      : step(stepText(context, { text: said, part: null }), notOver(parseWhen(when, how), how))
  return askUntilRead(context, context.words.touch.ask.whenUnsaid({ text: said }), read, '')
}

/** What is next, as `--next` takes it, asked until its date can be read; null for nothing. */
export async function askNext(context: Context, store: Store): Promise<string | null> {
  const ask = await context.ask()
  for (;;)
    try {
      const text = (await ask.text(context.words.touch.ask.next)).trim()
      if (text === '') return null
      const { text: what, due } = await parseNext(context, store, text)
      return [what, due.date, due.time].filter((part) => part !== null).join(' ')
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      context.tell(error.say)
    }
}

/** How a call may have ended: of the direction that was typed, else of both. */
function callChoices({ words }: Context, typed: Typed): Choice<Record<string, unknown>>[] {
  const { calls, later } = words.touch.ask
  const out = [
    { name: calls.answered, value: { out: true, outcome: 'answered' } },
    { name: calls.noAnswer, value: { out: true, outcome: 'no-answer' } },
    { name: calls.later, value: { out: true, outcome: later } },
  ]
  const inbound = [
    { name: calls.answeredIn, value: { in: true, outcome: 'answered' } },
    { name: calls.missed, value: { in: true, outcome: 'missed' } },
  ]
  return [...(flag(typed, 'in') ? [] : out), ...(flag(typed, 'out') ? [] : inbound)]
}

/** What a command cannot do without, and nobody is there to be asked for. */
export function missing(name: string, command: string): UsageError {
  return new UsageError((w) =>
    w.commandLine.missingArgument({ name: inWords(`<${name}>`, w), command: `voronka ${command}` }),
  )
}

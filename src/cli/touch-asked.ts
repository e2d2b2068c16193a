import type { ActivityKind } from '../domain/activity.ts'
import { UsageError } from '../errors.ts'
import type { Store } from '../store/store.ts'
import type { Choice } from '../world.ts'
import type { Typed } from './command.ts'
import type { Context } from './context.ts'
import { inWords } from './help.ts'
import { parseNext } from './next-step.ts'
import { flag, optional } from './typed.ts'

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
    Object.assign(options, await ask.select(words.outcome, callChoices(context)))
  if (kind === 'meeting' && optional(typed, 'at') === undefined) {
    const at = (await ask.text(words.meetingAt)).trim()
    if (at !== '') options['at'] = at
  }
  const text = (await ask.text(words.text[kind] ?? '')).trim()
  if (kind === 'note' && text === '') throw missing('text', 'note')
  if (optional(typed, 'next') === undefined) {
    const next = await askNext(context, store)
    if (next !== null) options['next'] = next
  }
  return { args: text === '' ? [who] : [who, text], options }
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

function callChoices({ words }: Context): Choice<Record<string, unknown>>[] {
  const { calls } = words.touch.ask
  return [
    { name: calls.answered, value: { out: true, outcome: 'answered' } },
    { name: calls.noAnswer, value: { out: true, outcome: 'no-answer' } },
    { name: calls.answeredIn, value: { in: true, outcome: 'answered' } },
    { name: calls.missed, value: { in: true, outcome: 'missed' } },
  ]
}

/** What a command cannot do without, and nobody is there to be asked for. */
export function missing(name: string, command: string): UsageError {
  return new UsageError((w) =>
    w.cli.missingArgument({ name: inWords(`<${name}>`, w), command: `voronka ${command}` }),
  )
}

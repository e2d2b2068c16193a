import { NOT_HELD } from '../domain/activity.ts'
import { splitWhen } from '../domain/split-when.ts'
import { readTouchWords } from '../domain/touch-words.ts'
import type { Store } from '../store/store.ts'
import { meant } from './aliases.ts'
import type { Typed } from './command.ts'
import type { Context } from './context.ts'
import { whenAhead } from './next-step.ts'
import { optional } from './typed.ts'

/**
 * What the text of a meeting says besides, as if flags had said it: at its beginning when it is (`завтра в 15 у них`), or
 * that it did not take place, and at its end for when it was put off (`не пришли, перенесли на чт 12`). Flags that were
 * given win.
 */
export function withMeetingSaid(context: Context, store: Store, typed: Typed): Typed {
  const [who = '', ...words] = typed.args
  const whole = words.join(' ')
  const options = { ...typed.options }
  const { outcome, rest } = readTouchWords(whole, 'meeting')
  const isOff = outcome === NOT_HELD && options['outcome'] === undefined
  if (isOff) options['outcome'] = outcome
  const said = isOff ? rest : whole
  const { when, text } = splitWhen(said, whenAhead(context, store))
  const isDated = options['at'] === undefined && when !== null && (isOff || said.endsWith(text))
  if (isDated) options['at'] = when.time === null ? when.date : `${when.date} ${when.time}`
  const left = isDated ? text : said
  return { options, args: left === '' ? [who] : [who, left] }
}

/** `--outcome not-held`, in whatever language. */
export function isNotHeld(typed: Typed): boolean {
  return meant('outcome', optional(typed, 'outcome') ?? '', [NOT_HELD]) !== undefined
}

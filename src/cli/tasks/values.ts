import { PRIORITIES, type Priority } from '../../domain/task.ts'
import { firstDay, parseRecurrence, type Recurrence } from '../../domain/time/recurrence.ts'
import { type Moment, ofDay, parseWhen, type When } from '../../domain/time/when.ts'
import { UsageError } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { notOver, whenAhead } from '../day/next-step.ts'
import { isNone } from '../filters.ts'
import { meant } from '../line/aliases.ts'
import { optional } from '../typed.ts'

/** `--due`: null for none, undefined where it was not given. Throws UsageError for what is over. */
export function readDue(context: Context, store: Store, typed: Typed): When | null | undefined {
  const text = optional(typed, 'due')
  if (text === undefined) return undefined
  if (text.trim() === '' || isNone(text)) return null
  const how = whenAhead(context, store)
  return notOver(parseWhen(text, how), how)
}

export function readPriority(typed: Typed): Priority | undefined {
  const text = optional(typed, 'priority')
  if (text === undefined) return undefined
  const found = meant('priority', text, PRIORITIES)
  if (found === undefined) throw new UsageError((w) => w.tasks.badPriority({ text }))
  return found
}

/** `--repeat`, given the day of the first occurrence, else today: null for none, undefined where it was not given. */
export function readRepeat(
  context: Context,
  store: Store,
  typed: Typed,
  due: Moment | null,
): Recurrence | null | undefined {
  const text = optional(typed, 'repeat')
  if (text === undefined) return undefined
  if (text.trim() === '' || isNone(text)) return null
  const { zone } = store
  const found = parseRecurrence(text, zone.dateOf(due?.at ?? context.now(zone)))
  if (found === undefined) throw new UsageError((w) => w.tasks.badRepeat({ text }))
  return found
}

/** A task that repeats is due somewhen: where nothing is said, on the first day of its rhythm from today on. */
export function firstDue(context: Context, store: Store, { rhythm }: Recurrence): When {
  const { zone } = store
  return ofDay(firstDay(rhythm, zone.dateOf(context.now(zone))), zone)
}

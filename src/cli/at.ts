import { echoWhen, ofMoment, parseWhen, type When } from '../domain/time/when.ts'
import { UserError } from '../errors.ts'
import type { Store } from '../store/store.ts'
import type { Words } from '../words/words.ts'
import type { Typed } from './command.ts'
import type { Context } from './context.ts'
import { optional } from './typed.ts'

/** When something happened: `--at`, else now. `typed` says which, for what was typed is echoed with its weekday. */
export interface At {
  when: When
  typed: boolean
}

/** Throws UsageError for what cannot be read, UserError for what is still to come. */
export function parseAt(context: Context, store: Store, typed: Typed): At {
  const { zone } = store
  const now = context.now(zone)
  const text = optional(typed, 'at')
  if (text === undefined) return { when: ofMoment(now, zone), typed: false }
  const when = parseWhen(text, { now, zone, lang: context.lang, prefer: 'past' })
  if (when.at > now) throw new UserError((w) => w.deals.inFuture({ when: echoWhen(when, w.lang) }))
  return { when, typed: true }
}

/** What was typed, as understood; null for now. */
export function echoAt({ when, typed }: At, words: Words): string | null {
  return typed ? echoWhen(when, words.lang) : null
}

/** A moment as JSON has it (ISO 8601, or a day), for people: `пт 16.10.2026 10:00`. */
export function sayMoment(text: string, store: Store, words: Words): string {
  const { zone } = store
  return echoWhen(parseWhen(text, { now: 0, zone, lang: words.lang }), words.lang)
}

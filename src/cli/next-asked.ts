import type { When } from '../domain/when.ts'
import type { TodayItem } from '../reports/today.ts'
import type { Store } from '../store/store.ts'
import type { Choice } from '../world.ts'
import type { Context } from './context.ts'
import { askWhen, type NextStep, parseNext, whenAhead } from './next-step.ts'

/** What a person says became of one thing of the day. */
export type Happened =
  | {
      what: 'answered' | 'no-answer' | 'email' | 'message' | 'done' | 'not-held' | 'lost'
      /** What was said; of a deal that is lost, why. */
      text: string | null
      next: NextStep | null
    }
  | { what: 'postponed'; to: When }

type What = Happened['what'] | 'skip' | 'stop'

/** Asks what happened, a word about it, and what comes next. Throws UserError for what cannot be read, or Ctrl-C. */
export async function askWhatHappened(
  context: Context,
  store: Store,
  item: TodayItem,
): Promise<Happened | 'skip' | 'stop'> {
  const w = context.words.next
  const ask = await context.ask()
  const kinds: What[] = ['answered', 'no-answer', 'email', 'message']
  const planned = item.of.what === 'due' && item.of.due.what !== 'task' ? item.of.due.what : null
  const isMeeting = planned === 'meeting'
  const lost: What[] = item.deal === null ? [] : ['lost']
  const all: What[] =
    planned !== null
      ? ['done', ...(isMeeting ? (['not-held'] as const) : []), 'postponed', ...lost]
      : [...kinds, ...(item.of.what === 'due' ? (['done'] as const) : []), 'postponed', ...lost]
  const choices: Choice<What>[] = [...all, 'skip' as const, 'stop' as const].map((what) => ({
    name: isMeeting && what === 'done' ? w.held : w.happened[what],
    value: what,
  }))
  const what = await ask.select(w.what, choices)
  if (what === 'skip' || what === 'stop') return what
  if (what === 'postponed') return { what, to: await askWhen(context, whenAhead(context, store), w.until) }
  const text = (await ask.text(what === 'lost' ? context.words.touch.ask.whyLost : w.said)).trim()
  const next = (await ask.text(w.follows)).trim()
  return {
    what,
    text: text === '' ? null : text,
    next: next === '' ? null : await parseNext(context, store, next),
  }
}

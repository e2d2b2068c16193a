import { atTimeOf, readPutOff } from '../../domain/time/put-off.ts'
import { echoWhen, type Moment, parseWhen } from '../../domain/time/when.ts'
import type { TodayItem } from '../../reports/today.ts'
import { stateAt } from '../../store/deals/writing.ts'
import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import type { Choice } from '../../world.ts'
import type { Context } from '../context.ts'
import { askWhyLost } from '../deals/why-lost.ts'
import { laterBy, type PutOff } from '../tasks/put-off.ts'
import { askIsNext } from '../touches/asked.ts'
import { dayNamed, readWithNext } from '../touches/said-next.ts'
import { askUntilRead, type NextStep, notOver, parseNext, whenPutOff } from './next-step.ts'

/** What a person says became of one thing of the day. */
export type Happened =
  | {
      what: 'answered' | 'no-answer' | 'email' | 'message' | 'done' | 'not-held' | 'lost'
      /** What was said; of a deal that is lost, why. */
      text: string | null
      next: NextStep | null
      /** Of someone known by their number alone, with whom we talked; '' where that was not said. */
      name?: string
    }
  | ({ what: 'postponed' } & PutOff)
  /** Who it is that is known by their number alone. */
  | { what: 'name'; name: string }

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
  const lost: What[] = item.deal === null || isClosed(store, item.deal) ? [] : ['lost']
  const all: What[] =
    planned !== null
      ? ['done', ...(isMeeting ? (['not-held'] as const) : []), 'postponed', ...lost]
      : [...kinds, ...(item.of.what === 'due' ? (['done'] as const) : []), 'postponed', ...lost]
  const unnamed: What[] = isUnnamed(store, item) ? ['name'] : []
  const choices: Choice<What>[] = [...all, ...unnamed, 'skip' as const, 'stop' as const].map((what) => ({
    name: isMeeting && what === 'done' ? w.held : w.happened[what],
    value: what,
  }))
  const what = await ask.select(w.what, choices)
  if (what === 'skip' || what === 'stop') return what
  if (what === 'name') return { what, name: (await ask.text(w.whoIsIt)).trim() }
  if (what === 'postponed') return { what, ...(await askPutOff(context, store, item)) }
  const isLost = what === 'lost'
  const said = isLost ? await askWhyLost(context, store) : (await ask.text(w.said)).trim()
  const agreed = isLost ? null : await readWithNext(context, store, NOTHING_TYPED, said, what === 'no-answer')
  const next = agreed?.next ?? (await askFollows(context, store, said))
  const isNamed = what === 'answered' && unnamed.length > 0
  return {
    what,
    ...(isNamed && { name: (await ask.text(w.whoWasIt)).trim() }),
    text: (agreed?.text ?? said) || null,
    next,
  }
}

const NOTHING_TYPED = { args: [], options: {} }

/** What comes next; where nothing is said to, whether that is what was agreed on for a day that the text names. */
async function askFollows(context: Context, store: Store, said: string): Promise<NextStep | null> {
  const follows = (await (await context.ask()).text(context.words.next.follows)).trim()
  if (follows !== '') return parseNext(context, store, follows)
  const named = dayNamed(context, store, said, false)?.next
  if (named === undefined) return null
  const isAgreed = await askIsNext(context, { text: named.text, when: echoWhen(named.due, context.lang) })
  return isAgreed === true ? named : null
}

/** Till when, or by how much. */
function askPutOff(context: Context, store: Store, item: TodayItem): Promise<PutOff> {
  const how = whenPutOff(context, store)
  const { due: at, task, activity } = item
  const due: Moment | null = at === null ? null : { at: at.at, precision: at.isDay ? 'day' : 'moment' }
  return askUntilRead(context, context.words.next.until, (text) => {
    const by = readPutOff(text, how)
    return by === undefined
      ? { due: atTimeOf(due, notOver(parseWhen(text, how), how), how), counted: 'own' }
      : laterBy(by, task === null ? `a${activity}` : `t${task}`, due, how)
  })
}

/** Someone who called, of whom there is a number and no name. */
function isUnnamed(store: Store, { of, phone, contact, company }: TodayItem): boolean {
  if (of.what !== 'waiting') return false
  if (contact !== null) return !/\p{L}/u.test(new Labels(store).contact(contact))
  return company === null && phone !== null
}

function isClosed(store: Store, deal: number): boolean {
  return store.stage(stateAt(store, deal, Number.MAX_SAFE_INTEGER).values.stage).kind !== 'open'
}

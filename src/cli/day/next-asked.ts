import type { ActivityKind, Direction } from '../../domain/activity.ts'
import { personAt } from '../../domain/names/name-words.ts'
import { isPutOff, isSpam, isTheirCall } from '../../domain/touch-words.ts'
import type { TodayItem } from '../../reports/today.ts'
import { stateAt } from '../../store/deals/writing.ts'
import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import type { Choice } from '../../world.ts'
import type { Context } from '../context.ts'
import { askWhyLost } from '../deals/why-lost.ts'
import { type Promised, readLeft, sayStep } from '../tasks/promised.ts'
import type { PutOff } from '../tasks/put-off.ts'
import { askIsNext } from '../touches/asked.ts'
import { dayNamed, readWithNext } from '../touches/said-next.ts'
import { type Own, ownWords, readPutOffOf } from './next-own.ts'
import { askUntilRead, type NextStep, parseNext } from './next-step.ts'

/** What a person says became of one thing of the day. */
export type Happened =
  | {
      what: 'answered' | 'no-answer' | 'email' | 'message' | 'done' | 'not-held' | 'lost'
      /** What was said; of a deal that is lost, why. */
      text: string | null
      next: NextStep | null
      /** Of a talk, where it was said: who called, and how it ended. */
      direction?: Direction
      outcome?: string
      /** Another task with them that this was about, or the thing itself, where it is put off. */
      promised?: Promised | undefined
      /** Of someone known by their number alone, with whom we talked; '' where that was not said. */
      name?: string
    }
  | ({ what: 'postponed' } & PutOff)
  /** Who it is that is known by their number alone; behind a comma, what they want. */
  | { what: 'name'; name: string }

type What = Happened['what'] | 'skip' | 'stop'

/** What of it is a talk. */
export const TALKS: Readonly<Record<string, ActivityKind>> = {
  ...{ answered: 'call', 'no-answer': 'call', email: 'email', message: 'message' },
}

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
  const choices: Choice<Picked>[] = [...all, ...unnamed, 'skip' as const, 'stop' as const].map((what) => ({
    name: isMeeting && what === 'done' ? w.held : w.happened[what],
    value: { what },
  }))
  const picked = await ask.find(w.what, choices, (typed) => {
    const own = ownWords(context, store, item, typed)
    if (unnamed.length === 0) return own
    const who: Choice<Picked> = { name: `${w.happened.name}: ${typed}`, value: { what: 'name', name: typed } }
    return personAt(typed.split(/[\s,;]+/), 'start') > 0 ? [who, ...own] : [...own, who]
  })
  const { what } = picked
  if (what === 'skip' || what === 'stop') return what
  if (what === 'name')
    return { what, name: 'name' in picked ? picked.name : (await ask.text(w.whoIsIt)).trim() }
  if (what === 'postponed')
    return { what, ...(('to' in picked && picked.to) || (await askPutOff(context, store, item))) }
  return saidOf(context, store, item, { ...picked, what }, unnamed.length > 0)
}

type Picked = Own | { what: What } | { what: 'name'; name: string }
type Said = Exclude<What, 'skip' | 'stop' | 'name' | 'postponed'>

/** What was said of it, in the words that were typed already or are asked for, and what follows. */
async function saidOf(
  context: Context,
  store: Store,
  item: TodayItem,
  picked: { what: Said; said?: string; direction?: Direction; outcome?: string },
  isUnnamed: boolean,
): Promise<Happened> {
  const w = context.words.next
  const ask = await context.ask()
  const { what, direction, outcome = what } = picked
  const isLost = what === 'lost'
  const said = picked.said ?? (isLost ? await askWhyLost(context, store) : (await ask.text(w.said)).trim())
  const how = { ...(direction !== undefined && { direction, outcome }) }
  if (isUnnamed && isSpam(said)) return { what, ...how, text: said, next: null }
  const ofDay = outcome === 'no-answer' ? '' : isTheirCall(outcome) ? outcome : undefined
  const agreed = isLost ? null : await readWithNext(context, store, NOTHING_TYPED, said, ofDay)
  const text = agreed?.text ?? said
  const next = agreed?.next ?? null
  const { next: follows, promised } = await askFollows(context, store, item, { what, outcome, said, next })
  const isNamed = what === 'answered' && isUnnamed
  return {
    what,
    ...how,
    ...(isNamed && { name: (await ask.text(w.whoWasIt)).trim() }),
    text: text || null,
    next: follows,
    promised,
  }
}

const NOTHING_TYPED = { args: [], options: {} }

/**
 * What comes next, and what becomes of a task that this was about: asked as one where both are to be known. A day that
 * was named is asked about first; where nothing is to be done then, what comes next is asked for.
 */
async function askFollows(
  context: Context,
  store: Store,
  { task, contact, company, deal }: TodayItem,
  { what, outcome, said, next }: { what: Said; outcome: string; said: string; next: NextStep | null },
): Promise<{ next: NextStep | null; promised?: Promised | undefined }> {
  const kind = TALKS[what]
  const deed = { kind: kind ?? ('call' as const), outcome: kind === 'call' ? outcome : null, text: said }
  const named = next === null ? dayNamed(context, store, said, false) : undefined
  const isMoved = task !== null && isPutOff(deed.text) && (next !== null || named !== undefined)
  // What the thing itself was is done with it.
  if (kind === undefined || (task !== null && !isMoved)) {
    const isAgreed = named !== undefined && (await askIsNext(context, sayStep(context, named.next)))
    if (isAgreed === true) return { next: named?.next ?? null }
    return { next: next ?? (await askNextStep(context, store)) }
  }
  const left = (step: NextStep | null, day: typeof named) =>
    readLeft(context, store, { contact, company, deal }, deed, { next: step, named: day }, task)
  const agreed = next !== null || named !== undefined ? await left(next, named) : undefined
  if (agreed !== undefined && (agreed.next !== null || agreed.promised !== undefined)) return agreed
  const follows = await askNextStep(context, store)
  return agreed === undefined ? left(follows, undefined) : { next: follows }
}

async function askNextStep(context: Context, store: Store): Promise<NextStep | null> {
  const follows = await askText(context)
  return follows === '' ? null : parseNext(context, store, follows)
}

async function askText(context: Context): Promise<string> {
  const ask = await context.ask()
  return (await ask.text(context.words.next.follows)).trim()
}

function askPutOff(context: Context, store: Store, item: TodayItem): Promise<PutOff> {
  const { until } = context.words.next
  return askUntilRead(context, until, (text) => readPutOffOf(context, store, item, text))
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

import type { ActivityKind } from '../../domain/activity.ts'
import { atTimeOf, readPutOff } from '../../domain/time/put-off.ts'
import { type Moment, parseWhen } from '../../domain/time/when.ts'
import type { TodayItem } from '../../reports/today.ts'
import { stateAt } from '../../store/deals/writing.ts'
import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import type { Choice } from '../../world.ts'
import type { Context } from '../context.ts'
import { askWhyLost } from '../deals/why-lost.ts'
import { isPutOff, type Promised, readLeft, sayStep } from '../tasks/promised.ts'
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
      /** Another task with them that this was about, or the thing itself, where it is put off. */
      promised?: Promised | undefined
      /** Of someone known by their number alone, with whom we talked; '' where that was not said. */
      name?: string
    }
  | ({ what: 'postponed' } & PutOff)
  /** Who it is that is known by their number alone. */
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
  const ofDay = what === 'no-answer' ? '' : undefined
  const agreed = isLost ? null : await readWithNext(context, store, NOTHING_TYPED, said, ofDay)
  const { next, promised } = await askFollows(context, store, item, {
    what,
    said,
    next: agreed?.next ?? null,
  })
  const isNamed = what === 'answered' && unnamed.length > 0
  return {
    what,
    ...(isNamed && { name: (await ask.text(w.whoWasIt)).trim() }),
    text: (agreed?.text ?? said) || null,
    next,
    promised,
  }
}

const NOTHING_TYPED = { args: [], options: {} }

/** What comes next, and what becomes of a task that this was about: asked as one where both are to be known. */
async function askFollows(
  context: Context,
  store: Store,
  { task, contact, company, deal }: TodayItem,
  { what, said, next }: { what: What; said: string; next: NextStep | null },
): Promise<{ next: NextStep | null; promised?: Promised | undefined }> {
  const kind = TALKS[what]
  const deed = { kind: kind ?? ('call' as const), outcome: kind === 'call' ? what : null, text: said }
  const day = next === null ? dayNamed(context, store, said, false) : undefined
  const isMoved =
    kind !== undefined && task !== null && isPutOff(deed) && (next !== null || day !== undefined)
  const follows = next === null && !isMoved ? await askText(context) : ''
  const step = next ?? (follows === '' ? null : await parseNext(context, store, follows))
  const named = step === null ? day : undefined
  // What the thing itself was is done with it.
  if (kind === undefined || (task !== null && !isMoved)) {
    const isAgreed = named !== undefined && (await askIsNext(context, sayStep(context, named.next)))
    return { next: isAgreed === true ? (named?.next ?? null) : step }
  }
  return readLeft(context, store, { contact, company, deal }, deed, { next: step, named }, task)
}

async function askText(context: Context): Promise<string> {
  const ask = await context.ask()
  return (await ask.text(context.words.next.follows)).trim()
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

import { type ActivityKind, NOT_HELD, PLANNED, UNANSWERED } from '../../domain/activity.ts'
import { parseTypedId } from '../../domain/names/name.ts'
import { MOST_IN_NOTE } from '../../domain/text-size.ts'
import { echoWhen } from '../../domain/time/when.ts'
import { isPerhapsOurs } from '../../domain/touch-sender.ts'
import { isTheirCall, promisedCall } from '../../domain/touch-words.ts'
import type { Say } from '../../errors.ts'
import { Labels } from '../../store/labels.ts'
import type { Operation } from '../../store/operation.ts'
import { createContact } from '../../store/people/contacts.ts'
import type { Store } from '../../store/store.ts'
import type { Known } from '../../store/touches/about.ts'
import { type Recorded, record } from '../../store/touches/recording.ts'
import type { About, NewActivity } from '../../store/touches/writing.ts'
import type { Lang } from '../../words/words.ts'
import type { At } from '../at.ts'
import type { Answer, Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { notesOnLoad } from '../day/load-said.ts'
import { nextShown, toldNext } from '../day/next-said.ts'
import type { NextStep } from '../day/next-step.ts'
import { notesOnMeetingBeside, notesOnNobodyReached } from '../deals/left-open.ts'
import { quoted, shellWord } from '../line/quoted.ts'
import { type Party, readParty } from '../people/whom.ts'
import { moveWith, notesOnPromised, type Promised, readLeft } from '../tasks/promised.ts'
import { promisedTask } from '../tasks/whose.ts'
import { parseText } from '../texts.ts'
import { flag, optional } from '../typed.ts'
import { change } from '../writing.ts'
import { activityShown } from './activity.ts'
import { askMissing, askSettled, mayAsk, savedByNumber } from './asked.ts'
import { sure } from './filter.ts'
import { knownOf } from './known-of.ts'
import { changeMeeting } from './meeting.ts'
import { isNotHeld, MOVED, withMeetingSaid } from './meeting-said.ts'
import { plannedBefore } from './planned-before.ts'
import { describeTouch } from './said.ts'
import { BREAK, type DayNamed, dayNamed, readWithNext } from './said-next.ts'
import { standing } from './standing.ts'
import { readPromise, readUndated, sayUnplanned, type Unplanned } from './undated.ts'
import { type HowItWent, meetingOutcome, readDuration, readHow, readManager, readMoment } from './values.ts'
import { cameFrom, outOfQuotes, withWho } from './who-said.ts'

export const call = verb('call')
export const meet = verb('meeting')
export const mail = verb('email')
export const message = verb('message')
export const note = verb('note')

function verb(kind: ActivityKind): Run {
  return async (context, given) => {
    const store = context.open('write')
    const isBare = given.args.length === 0
    const apart = (typed: Typed) => ({
      ...typed,
      args: outOfQuotes(store, kind, typed.args, context.interactive),
    })
    const isOne = given.args.length === 1 && !flag(given, 'new')
    const answered = await askMissing(context, store, isOne ? apart(given) : given, kind)
    const asked = isBare ? apart(answered) : answered
    const [who = '', ...words] = withWho(store, kind, asked.args)
    if (kind === 'meeting' && parseTypedId(who)?.kind === 'activity')
      return changeMeeting(context, store, asked)
    const party = await readParty(context, store, savedByNumber(context, asked, kind, who, words), who)
    const known = await knownOf(context, store, asked, party)
    const whole = { options: cameFrom(asked, kind), args: [who, ...words] }
    const settled = isBare ? whole : await askSettled(context, store, whole, kind)
    const isMeeting = kind === 'meeting'
    const typed = isMeeting ? withMeetingSaid(context, store, settled) : settled
    const at = readMoment(context, store, typed, kind)
    const now = context.now(store.zone)
    const isOff = isMeeting && isNotHeld(typed)
    const said = await readSaid(context, store, typed, kind, typed.args.slice(1).join(' '))
    const outcome = isMeeting ? meetingOutcome(said.outcome, at, now) : said.outcome
    const isAhead = isMeeting && !isOff && outcome === PLANNED
    const isMoved = isAhead && MOVED.test(said.text)
    const text = isMoved ? said.text.replace(MOVED, '') : said.text
    const duration = readDuration(typed)
    const manager = await readManager(context, store, typed)
    const activity: Omit<NewActivity, keyof Known> = {
      kind,
      direction: said.direction,
      outcome,
      when: at.when,
      duration,
      manager,
      text: text === '' ? null : parseText(inOneLine(text), MOST_IN_NOTE),
      place: optional(typed, 'place') ?? null,
    }
    const went = [...settled.args.slice(1), optional(settled, 'outcome') ?? ''].join(' ')
    const meeting = { typed, known, at, now, isOff, isAhead, isMoved, went }
    const { instead, besides = [] } = isMeeting ? await plannedBefore(context, store, meeting) : {}
    if (instead !== undefined) return instead
    const { stands, ...follows } = await whatFollows(context, store, known, activity, said.next)
    const isEithers = said.direction === 'in' && !flag(typed, 'in') && isPerhapsOurs(text)
    const ours = isEithers ? [sayPerhapsOurs(kind, who, text)] : []
    const told = [...(stands === undefined ? [] : [stands]), ...ours, ...besides]
    return written(context, store, { activity, known, party, at, ...follows, besides: told })
  }
}

/** What comes next, what becomes of the task that it is about, and what was said of a day or of none and is no task. */
async function whatFollows(
  context: Context,
  store: Store,
  known: Known,
  activity: Pick<NewActivity, 'kind' | 'text' | 'outcome'>,
  next: NextStep | null,
): Promise<Pick<Touch, 'next' | 'unplanned' | 'promised'> & { stands: Say | undefined }> {
  const { kind, text, outcome } = activity
  const heard = namedIn(context, store, activity, next)
  const stands = heard === undefined ? undefined : standing(context, store, known, heard.next)
  const named = stands === undefined ? heard : undefined
  const agreed = { next, named: kind === 'note' ? undefined : named }
  const left = await readLeft(context, store, known, activity, agreed)
  const { promised } = left
  const isSettled = left.isSettled || left.next !== null
  const isTheirs = !isSettled && stands === undefined && promised === undefined
  const theirs = isTheirs && outcome !== PLANNED ? promisedCall(partsOfTheirs(store, activity)) : undefined
  if (theirs !== undefined) return { ...(await readPromise(context, store, kind, theirs)), promised, stands }
  if (isSettled || !isHeardTalk(context, activity))
    return { next: left.next, unplanned: undefined, promised, stands }
  const undated =
    named === undefined
      ? await readUndated(context, store, kind, text ?? '')
      : { next: null, unplanned: { text: named.said, day: 'named' as const } }
  return { ...undated, promised, stands }
}

/** The word that makes it ours, in the command that was typed. */
function sayPerhapsOurs(kind: ActivityKind, who: string, text: string): Say {
  const typed = `voronka ${kind === 'email' ? 'mail' : kind} ${shellWord(who)}`
  return (w) => {
    const us = /^\S+ли /u.test(text) ? (w.lang === 'uk' ? 'ми' : 'мы') : 'я'
    return w.touch.perhapsOurs({ command: `voronka undo && ${typed} ${quoted(`${us} ${text}`)}` })
  }
}

/** `перезвонит` alone is how a call ended; what one of us promised is not theirs. */
function partsOfTheirs(store: Store, { text, outcome }: Pick<NewActivity, 'text' | 'outcome'>): string[] {
  const said = (text ?? '').split(BREAK)
  const theirs = said.filter((part) => promisedTask(store, part.split(/\s+/)) === undefined)
  return [...(outcome === null ? [] : [outcome]), ...theirs]
}

/** Lines stay apart: a mark stands where one ended. */
function inOneLine(text: string): string {
  return text
    .trim()
    .replace(/([^\s.,;:!?…])?\s*\n\s*/gu, (_, last: string | undefined) =>
      last === undefined ? ' ' : `${last}; `,
    )
}

/** How it went, what was said and what comes next: of the flags, or of the words of the text. */
async function readSaid(
  context: Context,
  store: Store,
  typed: Typed,
  kind: ActivityKind,
  words: string,
): Promise<HowItWent & { next: NextStep | null }> {
  const how = readHow(typed, kind, words)
  const said = await readWithNext(context, store, typed, how.text, dayIsFor(how))
  // A note is its text.
  return { ...how, ...said, text: kind === 'note' ? how.text : said.text }
}

/** A day alone says when to try again, or when they will call. */
function dayIsFor({ outcome }: HowItWent): string | undefined {
  if (outcome === 'no-answer') return ''
  return outcome !== null && isTheirCall(outcome) ? outcome : undefined
}

/** The day ahead that a talk names, where nothing is said to be done then. */
function namedIn(
  context: Context,
  store: Store,
  activity: Pick<NewActivity, 'kind' | 'text' | 'outcome'>,
  next: NextStep | null,
): DayNamed | undefined {
  const { kind, text } = activity
  return next === null && isHeardTalk(context, activity)
    ? dayNamed(context, store, text ?? '', kind === 'note')
    : undefined
}

/** A talk that took place, while somebody hears what is said of it. */
function isHeardTalk(context: Context, { outcome }: Pick<NewActivity, 'outcome'>): boolean {
  return ![PLANNED, NOT_HELD, ...UNANSWERED].includes(outcome ?? '') && (!context.quiet || mayAsk(context))
}

interface Touch {
  activity: Omit<NewActivity, keyof Known>
  known: Known
  party: Party
  next: NextStep | null
  /** What was said of a day ahead, or of no day, of which nobody could be asked. */
  unplanned: Unplanned | undefined
  at: At
  promised: Promised | undefined
  /** Said of what is planned with them already. */
  besides: readonly Say[]
}

function written(context: Context, store: Store, touch: Touch): Answer {
  const { activity, known, party, next, at, promised } = touch
  return change(context, (operation) => {
    const made = madePerson(store, operation, party)
    const { company, deal } = known
    const about = { contact: made?.id ?? known.contact, company, deal, manager: activity.manager }
    const done = record(store, operation, {
      activity: { ...activity, ...about },
      ...(promised?.becomes === 'done' && {
        done: { task: promised.id, when: at.when, result: activity.text },
      }),
      ...(next !== null && { next: { ...about, ...next } }),
    })
    moveWith(store, operation, promised)
    const isMoved = typeof promised?.becomes === 'object'
    const task = isMoved ? promised.id : done.task
    const activityId = sure(done.activity ?? undefined)
    return {
      json: () => ({ ...sure(activityShown(store, activityId)), next: nextShown(store, { ...done, task }) }),
      told: () => {
        const said = toldTouch(context, store, touch, about, done)
        return { ...said, notes: [...(made === undefined ? [] : [made.says]), ...said.notes] }
      },
    }
  })
}

function toldTouch(
  context: Context,
  store: Store,
  { activity, known, next, unplanned, at, promised, besides }: Touch,
  about: About,
  done: Recorded,
): { says: Say; notes: Say[] } {
  const id = sure(done.activity ?? undefined)
  const isTold = promised !== undefined && promised.becomes !== 'done'
  const isPlanned = activity.outcome === PLANNED
  const { manager: whose } = about
  const manager = whose === null || whose === store.settings.me ? null : new Labels(store).manager(whose)
  const facts = describeTouch(store, about, { place: null, ...activity, manager })
  const when = (lang: Lang) => (at.typed || isPlanned ? echoWhen(at.when, lang) : null)
  return {
    says: (w) => w.touch.recorded({ id: `a${id}`, facts: facts(when(w.lang), w) }),
    notes: [
      ...notesOnDeal(known),
      ...(isPlanned ? notesOnMeetingBeside(store, about, context.now(store.zone), id) : []),
      ...notesOnPromised(store, promised, done.again),
      ...(activity.outcome === 'no-answer' ? notesOnNobodyReached(store, about) : []),
      ...toldNext(context, store, done, next, { said: activity.text, isTold }).notes,
      ...(unplanned === undefined ? [] : [sayUnplanned(unplanned, about, done.task)]),
      ...besides,
      ...notesOnLoad(store, plannedIn(whose, next, activity)),
    ],
  }
}

/** What of it takes up a day to come. */
function plannedIn(manager: number | null, next: NextStep | null, activity: Touch['activity']) {
  const meeting = activity.outcome === 'planned' ? [{ manager, due: activity.when }] : []
  return next === null ? meeting : [...meeting, { manager, ...next }]
}

/** The contact of a party that is not here yet, made now. */
export function madePerson(
  store: Store,
  operation: Operation,
  party: Party,
): { id: number; says: Say } | undefined {
  if ('whom' in party) return undefined
  const id = createContact(store, operation, party.person)
  const { name } = party.person
  return { id, says: (w) => w.touch.contactMade({ id: `c${id}`, name }) }
}

/** Said where no deal was linked, for there are several. One that was stands among the facts. */
export function notesOnDeal({ openDeals }: Known): Say[] {
  if (openDeals.length === 0) return []
  const p = { deals: openDeals.slice(0, MOST_DEALS).map((id) => `d${id}`), count: openDeals.length }
  return [(w) => w.touch.severalDeals(p)]
}

const MOST_DEALS = 5

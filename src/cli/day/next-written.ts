import type { Due } from '../../domain/day.ts'
import { foldName } from '../../domain/names/name.ts'
import { wordsShared } from '../../domain/names/name-cases.ts'
import { properName } from '../../domain/names/name-words.ts'
import { echoWhen, ofMoment, whenOf } from '../../domain/time/when.ts'
import { isCalling } from '../../domain/touch-words.ts'
import { Fault, type Say, UserError } from '../../errors.ts'
import type { TodayItem } from '../../reports/today.ts'
import { outcomeOfDeal } from '../../store/deals/writing.ts'
import { Labels } from '../../store/labels.ts'
import type { Operation } from '../../store/operation.ts'
import { createContact, updateContact } from '../../store/people/contacts.ts'
import type { Store } from '../../store/store.ts'
import { firstPersonOf, openDealsOf } from '../../store/touches/about.ts'
import { callOff, holdMeeting, isPlanned, moveMeeting } from '../../store/touches/meetings.ts'
import { record, type Work } from '../../store/touches/recording.ts'
import { isOpenTask, updateTask } from '../../store/touches/task-writing.ts'
import { strangersCalls } from '../../store/touches/to-come.ts'
import type { About } from '../../store/touches/writing.ts'
import type { Words } from '../../words/words.ts'
import type { Answer } from '../command.ts'
import type { Context } from '../context.ts'
import { notesOnTasksLeft } from '../deals/left-open.ts'
import { parsePhoneTexts } from '../people/person-values.ts'
import { moveWith, notesOnPromised } from '../tasks/promised.ts'
import { notesOnCount, type PutOff } from '../tasks/put-off.ts'
import { parseName } from '../texts.ts'
import { change } from '../writing.ts'
import { type Happened, TALKS } from './next-asked.ts'
import { toldNext } from './next-said.ts'
import { sayNext } from './next-step.ts'

/**
 * Writes what became of one thing of the day, in one operation. Where somebody else dealt with it meanwhile, what was
 * said to the client and what comes next are written all the same. Throws UserError where that is nothing.
 */
export function writeHappened(
  context: Context,
  item: TodayItem,
  happened: Exclude<Happened, { what: 'name' }>,
): Answer {
  return change(context, (operation, store) => {
    const isGone = item.of.what === 'due' && !isDue(store, item.of.due)
    const gone: Say = (w) => w.next.gone({ id: item.task === null ? `a${item.activity}` : `t${item.task}` })
    const isAll = happened.what === 'done' || happened.what === 'not-held'
    if (isGone && (happened.what === 'postponed' || (isAll && happened.next === null)))
      throw new UserError(gone)
    if (happened.what === 'postponed') return postponed(store, operation, item, happened)
    const { text, next } = happened
    const isThere = happened.promised !== undefined && isOpenTask(store, happened.promised.id)
    const promised = isThere ? happened.promised : undefined
    const about = aboutOf(store, item)
    const planned = !isGone && item.of.what === 'due' && item.of.due.what !== 'task' ? item.of.due : null
    if (planned?.what === 'meeting' && (happened.what === 'not-held' || happened.what === 'lost'))
      callOff(store, operation, planned.id, text)
    else if (planned !== null)
      holdMeeting(store, operation, planned.id, { when: null, outcome: null, text, duration: null })
    const lost = happened.what === 'lost' ? item.deal : null
    const work = workOf(
      isGone ? { ...item, task: null } : item,
      { ...happened, promised },
      about,
      operation.at,
    )
    const recorded = record(store, operation, {
      ...work,
      ...(lost !== null && { move: lossOf(store, operation, lost, text) }),
      ...(next !== null && { next: { ...aboutNext(store, about, lost, next.text), ...next } }),
    })
    moveWith(store, operation, promised)
    return {
      json: null,
      says: (w) => w.next.written,
      notes: [
        ...(isGone ? [gone] : []),
        ...(promised === undefined ? notesOnDone(item, work) : []),
        ...notesOnPromised(store, promised, recorded.again),
        ...toldNext(context, store, recorded, next, { isTold: promised?.becomes === 'open' }).notes,
        ...(lost === null ? [] : notesOnTasksLeft(store, lost, recorded.task)),
      ],
    }
  })
}

/** Said of a task that a talk has done though it was no call to make. */
function notesOnDone({ task, text }: TodayItem, { activity, done }: Work): Say[] {
  if (activity === undefined || done === undefined || isCalling(text ?? '')) return []
  return [(w) => w.touch.done({ id: `t${task}`, text: text ?? '', facts: '' })]
}

/** Gives whoever called from a number a name; a contact is made where there is none, and has what came from the number. */
export function writeName(
  context: Context,
  { contact, phone }: TodayItem,
  typed: string,
): { contact: number; answer: Answer } {
  const name = properName(parseName(typed))
  let made = contact
  const answer = change(context, (operation, store) => {
    if (contact !== null) updateContact(store, operation, contact, { name })
    const id = contact ?? makeCaller(store, operation, name, phone)
    made = id
    const said = { id: `c${id}`, name }
    return { json: null, says: (w) => (contact !== null ? w.next.named(said) : w.touch.contactMade(said)) }
  })
  if (made === null) throw new Fault('no contact was made')
  return { contact: made, answer }
}

function makeCaller(store: Store, operation: Operation, name: string, phone: string | null): number {
  const phones = phone === null ? [] : parsePhoneTexts(store, [phone])
  const id = createContact(store, operation, { name, phones, manager: store.settings.me })
  for (const call of strangersCalls(store, phone)) operation.update('activities', call, { contact_id: id })
  return id
}

function isDue(store: Store, { what, id }: Due): boolean {
  return what === 'task' ? isOpenTask(store, id) : isPlanned(store, id)
}

function lossOf(store: Store, operation: Operation, deal: number, reason: string | null) {
  const when = ofMoment(operation.at, store.zone)
  return { deal, stage: outcomeOfDeal(store, deal, 'lost'), reason, when, actor: store.settings.me }
}

/** What follows a deal that is lost is with its people: about another open deal of theirs, where it is named. */
function aboutNext(store: Store, about: About, lost: number | null, text: string): About {
  if (lost === null) return about
  const others = otherDealsOf(store, about).filter((id) => id !== lost)
  const labels = new Labels(store)
  const [only, second] = others.filter((id) => wordsShared(foldName(labels.deal(id)), foldName(text)) > 0)
  return { ...about, deal: second === undefined ? (only ?? null) : null }
}

function otherDealsOf(store: Store, { contact, company }: About): readonly number[] {
  if (contact === null && company === null) return []
  return contact !== null
    ? openDealsOf(store, { kind: 'contact', id: contact })
    : openDealsOf(store, { kind: 'company', id: company ?? 0 })
}

/** A call that nobody answered leaves a task open. */
function workOf(
  item: TodayItem,
  happened: Exclude<Happened, { what: 'postponed' | 'name' }>,
  about: About,
  now: number,
): Work {
  const when = { at: now, precision: 'moment' as const }
  const kind = TALKS[happened.what]
  const { promised } = happened
  const isOver = promised === undefined && (happened.what !== 'no-answer' || happened.next !== null)
  const done = promised?.becomes === 'done' ? promised.id : isOver ? item.task : null
  return {
    ...(kind !== undefined && {
      activity: {
        ...about,
        ...{ kind, direction: happened.direction ?? 'out', when, duration: null, text: happened.text },
        outcome: kind === 'call' ? (happened.outcome ?? happened.what) : null,
        phone: about.contact === null ? item.phone : null,
      },
    }),
    ...(done !== null && { done: { task: done, when, result: happened.text } }),
  }
}

/** Put off: the task or the meeting itself; of anything else, a task for that time. */
function postponed(store: Store, operation: Operation, item: TodayItem, { due, counted }: PutOff) {
  const text = item.text ?? ''
  if (item.of.what !== 'due') {
    const step = { text: text === '' ? '…' : text, due, isMeeting: false }
    const { task } = record(store, operation, { next: { ...aboutOf(store, item), ...step } })
    if (task === null) throw new Fault('no task was made')
    return { json: null, says: sayNext(`t${task}`, step) }
  }
  const { id: row, at, isDay } = item.of.due
  const id = item.task === null ? `a${row}` : `t${row}`
  if (item.task === null) moveMeeting(operation, row, due)
  else updateTask(store, operation, row, { due })
  const was = at === null ? null : whenOf({ at, precision: isDay ? 'day' : 'moment' }, store.zone)
  return {
    json: null,
    says: (w: Words) => {
      const from = was === null ? w.tasks.noDue : echoWhen(was, w.lang)
      return w.tasks.moved({ id, text, from, to: echoWhen(due, w.lang) })
    },
    notes: notesOnCount([{ id, counted }]),
  }
}

/** Written by me; else by whose it is. */
function aboutOf(store: Store, item: TodayItem): About {
  return {
    manager: store.settings.me ?? item.manager,
    contact: item.contact ?? firstPersonOf(store, item.deal),
    company: item.company,
    deal: item.deal,
  }
}

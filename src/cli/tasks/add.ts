import { isOverdue } from '../../domain/task.ts'
import type { IsoDate } from '../../domain/time/date.ts'
import { canonicalRecurrence, firstDay, nextDay, type Recurrence } from '../../domain/time/recurrence.ts'
import { splitRhythm } from '../../domain/time/split-rhythm.ts'
import { splitWhen } from '../../domain/time/split-when.ts'
import {
  echoWhen,
  ofDay,
  ofMoment,
  parseWhen,
  readWhen,
  unreadable as unreadableWhen,
  type When,
  type WhenContext,
} from '../../domain/time/when.ts'
import { UsageError } from '../../errors.ts'
import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import { addTask } from '../../store/touches/writing.ts'
import type { Words } from '../../words/words.ts'
import type { Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { notesOnLoad } from '../day/load-said.ts'
import { notOver, stepText, whenAhead } from '../day/next-step.ts'
import { notesOnSameTask } from '../deals/left-open.ts'
import { type Party, readParty } from '../people/whom.ts'
import { parseName } from '../texts.ts'
import { sure } from '../touches/filter.ts'
import { knownOf } from '../touches/known-of.ts'
import { aboutTexts } from '../touches/said.ts'
import { madePerson, notesOnDeal } from '../touches/touch.ts'
import { timeWithoutDay } from '../touches/undated.ts'
import { readDeal, readManager } from '../touches/values.ts'
import { optional } from '../typed.ts'
import { change } from '../writing.ts'
import { sayRecurrence } from './recurrence-said.ts'
import { taskShown } from './task.ts'
import { firstDue, readDue, readPriority, readRepeat } from './values.ts'
import { askIsAbout, namedInText } from './whom.ts'
import { askIsTheirs, labelledTask, whoseTask, withoutMe } from './whose.ts'

/** `task add "перезвонить пт 10" --about Анна`: the date may stand in the text. */
export const taskAdd: Run = async (context, given) => {
  const store = context.open('write')
  const whole = await askMissing(context, given)
  const isOpen = optional(whole, 'manager') === undefined
  const labelled = isOpen ? labelledTask(store, whole.args.join(' ')) : undefined
  const typed = labelled === undefined ? whole : { ...whole, args: [labelled.text] }
  const { due: said, rhythm, ...task } = await readTask(context, store, typed)
  const whose = labelled ?? (isOpen ? whoseTask(store, task.text) : undefined)
  const isTheirs = whose && (await askIsTheirs(context, whose))
  const theirs = isTheirs === true ? whose : undefined
  const text = labelled === undefined && theirs !== undefined ? theirs.text : withoutMe(task.text)
  const repeat = rhythm ?? readRepeat(context, store, typed, said) ?? null
  const due = said ?? (repeat === null ? null : firstDue(context, store, repeat))
  const asked = await readAbout(context, store, typed)
  const named = asked === undefined ? namedInText(store, text) : undefined
  const isAbout = await askIsAbout(context, named)
  const party = asked ?? (named && isAbout === true ? { whom: { kind: 'contact', id: named.id } } : undefined)
  const known = await knownOf(context, store, typed, party)
  const manager = theirs?.manager ?? (await readManager(context, store, typed))
  const priority = readPriority(typed) ?? 'normal'
  const recurrence = repeat === null ? null : canonicalRecurrence(repeat)
  const vague = timeWithoutDay(text)
  return change(context, (operation) => {
    const made = party && madePerson(store, operation, party)
    const about = { contact: made?.id ?? known.contact, company: known.company, deal: known.deal, manager }
    const id = addTask(operation, { ...about, text, due, priority, recurrence })
    const { me } = store.settings
    const told = () => {
      const whom = aboutTexts(store, about)
      const other = manager === null || manager === me ? null : new Labels(store).manager(manager)
      return {
        says: (w: Words) => {
          const facts = [
            due === null ? w.tasks.noDue : echoWhen(due, w.lang),
            text,
            ...whom,
            w.tasks.priorities[priority],
            recurrence && sayRecurrence(recurrence, w),
            theirs !== undefined
              ? `${w.quick.labels.manager}: ${theirs.name}`
              : manager === me
                ? null
                : (other ?? w.tasks.everybody),
          ]
          return w.tasks.added({ id: `t${id}`, text, facts: facts.filter(Boolean).join(' · ') })
        },
        notes: [
          ...(made === undefined ? [] : [made.says]),
          ...notesOnDeal(known),
          ...(named !== undefined && isAbout === undefined
            ? [(w: Words) => w.tasks.namesSomebody({ ...named, id: `t${id}` })]
            : []),
          ...(whose !== undefined && isTheirs === undefined
            ? [
                (w: Words) =>
                  w.tasks.perhapsTheirs({ id: `t${id}`, key: `m${whose.manager}`, name: whose.name }),
              ]
            : []),
          ...(vague !== undefined && due === null
            ? [(w: Words) => w.tasks.dayUnsaid({ text: vague, id: `t${id}` })]
            : []),
          ...notesOnSameTask(store, id),
          ...notesOnLoad(store, [{ manager, due }]),
        ],
      }
    }
    return { json: () => sure(taskShown(store, id)), told }
  })
}

/** Whom `--about` names; with `--deal` alone, the deal; undefined for nobody. */
async function readAbout(context: Context, store: Store, typed: Typed): Promise<Party | undefined> {
  const who = optional(typed, 'about')
  if (who !== undefined && who.trim() !== '') return readParty(context, store, typed, who)
  const deal = await readDeal(context, store, typed)
  return deal == null ? undefined : { whom: { kind: 'deal', id: deal } }
}

/** What and when: of `--due`, else of the text itself. */
async function readTask(
  context: Context,
  store: Store,
  typed: Typed,
): Promise<{ text: string; due: When | null; rhythm?: Recurrence }> {
  const how = whenAhead(context, store)
  const { zone } = store
  const isSaid = optional(typed, 'repeat') !== undefined
  const apart = isSaid ? null : splitRhythm(typed.args.join(' '), zone.dateOf(how.now))
  const repeat = apart === null ? {} : { rhythm: apart.recurrence }
  const whole = apart?.text ?? typed.args.join(' ')
  const due = readDue(context, store, typed)
  if (due !== undefined) return { text: parseName(whole), due, ...repeat }
  const split = splitWhen(whole, how)
  const { when, unreadable } = split
  if (unreadable !== null) throw unreadableWhen(unreadable, how)
  const what = stepText(context, split)
  if (when !== null && apart !== null) {
    const isDaySaid = when.time === null || readWhen(when.time, how)?.date !== when.date
    const { recurrence } = (isDaySaid && splitRhythm(typed.args.join(' '), when.date)) || apart
    return { text: what, due: onRhythm(when, recurrence, how), rhythm: recurrence }
  }
  if (when !== null) return { text: what, due: notOver(when, how) }
  if (apart !== null) return { text: what, due: null, ...repeat }
  if (!context.interactive || isSaid) return { text: what, due: null }
  return { text: what, due: await askDue(context, store) }
}

/** The first moment of the rhythm from the one said, `в 18`, that is still to come. */
function onRhythm(when: When, { rhythm }: Recurrence, { now, zone }: WhenContext): When {
  const [hour = 0, minute = 0] = when.time?.split(':').map(Number) ?? []
  const on = (date: IsoDate): When =>
    when.time === null ? ofDay(date, zone) : ofMoment(zone.instantOf(date, { hour, minute }), zone)
  const first = on(firstDay(rhythm, when.date))
  return isOverdue(first, now, zone) ? on(nextDay(rhythm, first.date)) : first
}

async function askDue(context: Context, store: Store): Promise<When | null> {
  const how = whenAhead(context, store)
  const ask = await context.ask()
  for (;;)
    try {
      const text = await ask.text(context.words.tasks.ask.due)
      return text.trim() === '' ? null : notOver(parseWhen(text, how), how)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      context.tell(error.say)
    }
}

async function askMissing(context: Context, typed: Typed): Promise<Typed> {
  if (typed.args.join(' ').trim() !== '') return typed
  if (!context.interactive) throw new UsageError((w) => w.tasks.needText)
  const ask = await context.ask()
  const words = context.words.tasks.ask
  const text = (await ask.text(words.text)).trim()
  if (text === '') throw new UsageError((w) => w.tasks.needText)
  if (optional(typed, 'about') !== undefined || optional(typed, 'deal') !== undefined)
    return { ...typed, args: [text] }
  const about = (await ask.text(words.about)).trim()
  return { args: [text], options: about === '' ? typed.options : { ...typed.options, about } }
}

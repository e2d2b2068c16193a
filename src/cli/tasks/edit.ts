import { parseTypedId } from '../../domain/names/name.ts'
import { canonicalRecurrence } from '../../domain/time/recurrence.ts'
import { UsageError, UserError } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import { getTask, type TaskPatch, updateTask } from '../../store/touches/task-writing.ts'
import type { Words } from '../../words/words.ts'
import { sayMoment } from '../at.ts'
import { sayChanges } from '../changes.ts'
import type { Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { notesOnLoad } from '../day/load-said.ts'
import { isNone } from '../filters.ts'
import { readParty } from '../people/whom.ts'
import { parseName, present } from '../texts.ts'
import { namedTask, sure } from '../touches/filter.ts'
import { knownOf } from '../touches/known-of.ts'
import { madePerson } from '../touches/touch.ts'
import { readDeal, readManager } from '../touches/values.ts'
import { optional } from '../typed.ts'
import { change } from '../writing.ts'
import { askTask, askTaskChange } from './asked.ts'
import { sayRecurrence } from './recurrence-said.ts'
import { type TaskJson, taskShown } from './task.ts'
import { firstDue, readDue, readPriority, readRepeat } from './values.ts'

const FLAGS = ['text', 'due', 'about', 'deal', 'manager', 'priority', 'repeat']

export const taskEdit: Run = async (context, given) => {
  const store = context.open('write')
  const ask = { command: 'task edit', question: context.words.tasks.ask.which }
  const named = given.args[0] ?? (await askTask(context, store, ask))
  if (parseTypedId(named)?.kind === 'activity') throw new UserError((w) => w.tasks.editMeeting({ id: named }))
  const id = await namedTask(context, store, named)
  const typed = await askChange(context, given)
  const task = getTask(store, id)
  const said = readDue(context, store, typed)
  const repeat = readRepeat(context, store, typed, said === undefined ? task.due : said)
  const due = repeat && (said ?? task.due) === null ? firstDue(context, store, repeat) : said
  const who = optional(typed, 'about')
  const isNobody = who !== undefined && (who.trim() === '' || isNone(who))
  const party = who === undefined || isNobody ? undefined : await readParty(context, store, typed, who)
  const known = party === undefined ? undefined : await knownOf(context, store, typed, party)
  const deal = await readDeal(context, store, typed)
  const text = optional(typed, 'text')
  const values: TaskPatch = present<TaskPatch>({
    text: text === undefined ? undefined : parseName(text),
    due,
    priority: readPriority(typed),
    recurrence: repeat == null ? repeat : canonicalRecurrence(repeat),
    manager: optional(typed, 'manager') === undefined ? undefined : await readManager(context, store, typed),
    contact: isNobody ? null : known?.contact,
    company: isNobody ? null : known?.company,
    deal: deal === undefined ? (isNobody ? null : known?.deal) : deal,
  })
  return change(context, (operation) => {
    const before = sure(taskShown(store, id))
    const made = party === undefined ? undefined : madePerson(store, operation, party)
    updateTask(store, operation, id, { ...values, ...(made !== undefined && { contact: made.id }) })
    const json = sure(taskShown(store, id))
    const now = getTask(store, id)
    return {
      json,
      says: (w) =>
        w.tasks.changed({ id: json.id, text: json.text, changes: changesOf(store, before, json, w) }),
      notes: [
        ...(made === undefined ? [] : [made.says]),
        ...(due === undefined && values.manager === undefined ? [] : notesOnLoad(store, [now])),
      ],
    }
  })
}

async function askChange(context: Context, typed: Typed): Promise<Typed> {
  if (FLAGS.some((name) => optional(typed, name) !== undefined)) return typed
  if (!context.interactive) throw new UsageError((w) => w.records.noChange({ command: 'voronka task edit' }))
  return { ...typed, options: await askTaskChange(context) }
}

function changesOf(store: Store, before: TaskJson, after: TaskJson, words: Words): string {
  const { tasks, records } = words
  const fields: readonly (readonly [string, (one: TaskJson) => string])[] = [
    [tasks.text, (one) => one.text],
    [tasks.due, (one) => (one.due === null ? '' : sayMoment(one.due, store, words))],
    [tasks.priority, (one) => tasks.priorities[one.priority] || one.priority],
    [tasks.recurrence, (one) => (one.recurrence === null ? '' : sayRecurrence(one.recurrence, words))],
    [records.manager, (one) => one.manager ?? ''],
    [records.contact, (one) => one.contact ?? ''],
    [records.company, (one) => one.company ?? ''],
    [records.deal, (one) => one.deal ?? ''],
    [tasks.postponed, (one) => String(one.postponed)],
  ]
  return sayChanges(
    fields
      .map(([name, value]) => [name, value(before), value(after)] as const)
      .filter(([, from, to]) => from !== to),
    words,
  )
}

import { EXIT, UsageError, UserError } from '../../errors.ts'
import { renderDocument } from '../../render/render.ts'
import { itemDocument } from '../../render/reports/next.ts'
import { colorLevel } from '../../render/style.ts'
import type { TodayItem } from '../../reports/today.ts'
import { lastTouches } from '../../store/facts/last-touches.ts'
import type { Store } from '../../store/store.ts'
import type { Answer, Run } from '../command.ts'
import type { Context } from '../context.ts'
import { colorFlag } from '../deliver.ts'
import { dealNotes } from '../finding/notes.ts'
import { quickAdd } from '../quick/add.ts'
import { dayAt } from './day.ts'
import { askWhatHappened, type Happened } from './next-asked.ts'
import { writeHappened, writeName } from './next-written.ts'
import { readDay, whoseDay } from './today.ts'
import { namedItem } from './today-json.ts'

/**
 * Goes through the day one by one: shows each with the last contacts, asks what happened and what comes next, and writes
 * that at once, as an operation of its own. Off a terminal it says what is first and the command for it.
 */
export const next: Run = async (context, typed): Promise<Answer> => {
  const { isAhead, whoseArgs } = readDay(typed.args)
  if (isAhead) throw new UsageError((w) => w.next.onlyToday({ whose: whoseArgs.join(' ') }))
  const store = context.open(context.interactive ? 'write' : 'read')
  const whose = whoseDay(store, { ...typed, args: whoseArgs })
  const left = () =>
    dayAt(store, context.now(store.zone), whose).items.filter(({ kind }) => kind !== 'tomorrow')
  if (!context.interactive) return first(context, store, left())
  const passed = new Set<string>()
  let done = 0
  for (;;) {
    const items = left()
    const item = items.find((one) => !passed.has(keyOf(one)))
    if (item === undefined) break
    passed.add(keyOf(item))
    show(context, store, item, {
      at: passed.size,
      of: passed.size + items.filter((one) => !passed.has(keyOf(one))).length,
    })
    const leave = (error: unknown) => {
      throw withDone(error, done)
    }
    const happened = await asked(context, store, item).catch(leave)
    if (happened === 'stop') break
    if (happened === 'skip') continue
    const contact = await nameThem(context, item, happened).catch(leave)
    if (happened.what === 'name') passed.delete(keyOf(item))
    else if (written(context, { ...item, contact }, happened)) done += 1
  }
  const remaining = left().length
  return { messages: [(w) => w.next.through({ done, left: remaining })] }
}

/** False where somebody else dealt with it meanwhile and there is nothing to write. */
function written(context: Context, item: TodayItem, happened: Exclude<Happened, { what: 'name' }>): boolean {
  try {
    for (const say of writeHappened(context, item, happened).messages ?? []) context.tell(say)
    return true
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    context.tell(error.say)
    return false
  }
}

/** Whoever called has a name from now on, where one was said, and an inquiry, where more was; the contact. */
async function nameThem(context: Context, item: TodayItem, happened: Happened): Promise<number | null> {
  const said = 'name' in happened ? (happened.name ?? '') : ''
  if (said === '') return item.contact
  const [, name = said, wish] = /^([^,;]+)[,;]\s*(.+)$/su.exec(said) ?? []
  const { contact, answer } = writeName(context, item, name)
  for (const say of answer.messages ?? []) context.tell(say)
  if (wish !== undefined) await addInquiry(context, contact, wish)
  return contact
}

/** As `add` does; what it refuses is told with its command. */
async function addInquiry(context: Context, contact: number, wish: string): Promise<void> {
  try {
    const { messages = [] } = await quickAdd(context, { args: [wish], options: { contact: `c${contact}` } })
    for (const say of messages) context.tell(say)
  } catch (error) {
    if (!(error instanceof UserError) || error.exit === EXIT.cancelled) throw error
    context.tell(error.say)
  }
}

/** Asked again where the answer cannot be read; nothing is written until all of it is there. */
async function asked(context: Context, store: Store, item: TodayItem): Promise<Happened | 'skip' | 'stop'> {
  for (;;)
    try {
      return await askWhatHappened(context, store, item)
    } catch (error) {
      if (!(error instanceof UserError) || error.exit === EXIT.cancelled) throw error
      context.tell(error.say)
    }
}

/** Leaving half-way leaves what was written: it is told how much that is. */
function withDone(error: unknown, done: number): unknown {
  const isLeft = error instanceof UserError && error.exit === EXIT.cancelled
  return isLeft && done > 0 ? new UserError((w) => w.next.left({ done }), EXIT.cancelled) : error
}

/** The same thing to do, however often the day is read. */
function keyOf({ kind, task, activity, deal, contact, company, phone, of }: TodayItem): string {
  const id =
    of.what === 'due' ? (task ?? activity) : of.what === 'waiting' ? of.waiting.party : (deal ?? contact)
  return [of.what === 'deal' ? 'deal' : kind, of.what, id, company, phone].join(' ')
}

function first(context: Context, store: Store, items: readonly TodayItem[]): Answer {
  const [item] = items
  if (item === undefined) return { json: null, messages: [(w) => w.today.nothing] }
  const { zone } = store
  const now = context.now(zone)
  const row = namedItem(store, item, now)
  const view = { now, zone, place: null, talks: lastTouches(store, item, now) }
  return {
    json: row.json,
    document: (words) => itemDocument(row, { ...view, words, notes: dealNotes(store, item, now, words) }),
  }
}

function show(context: Context, store: Store, item: TodayItem, place: { at: number; of: number }): void {
  const { world, words, lang } = context
  const { zone } = store
  const now = context.now(zone)
  const row = namedItem(store, item, now)
  const talks = lastTouches(store, item, now)
  const view = { now, zone, place, words, talks, notes: dealNotes(store, item, now, words) }
  const color = colorLevel({ flag: colorFlag(context.global.color), env: world.env, isTTY: world.err.isTTY })
  const style = { color, width: world.err.columns ?? 80, unicode: true, lang }
  world.err.write(`\n${renderDocument(itemDocument(row, view), 'table', style)}\n`)
}

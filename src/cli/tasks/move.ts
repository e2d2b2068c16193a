import { parseTypedId } from '../../domain/names/name.ts'
import { atTimeOf, readPutOff } from '../../domain/time/put-off.ts'
import { echoWhen, type Moment, parseWhen, type WhenContext } from '../../domain/time/when.ts'
import { EXIT, type Say, UsageError, UserError } from '../../errors.ts'
import { idsOfManager } from '../../store/naming/naming.ts'
import { findToDos } from '../../store/naming/task-naming.ts'
import type { Operation } from '../../store/operation.ts'
import type { Store } from '../../store/store.ts'
import { aboutTouch } from '../../store/touches/about.ts'
import { isPlanned, moveMeeting } from '../../store/touches/meetings.ts'
import { listActivities, listTasks, type TouchFilter } from '../../store/touches/reading.ts'
import { getTask, updateTask } from '../../store/touches/task-writing.ts'
import type { Words } from '../../words/words.ts'
import { sayMoment } from '../at.ts'
import type { Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { notesOnLoad } from '../day/load-said.ts'
import { askWhen, notOver, refuseOtherWeekday, whenPutOff } from '../day/next-step.ts'
import { shellWord } from '../line/quoted.ts'
import { namedTouch, readTouchFilter } from '../touches/filter.ts'
import { leadingName } from '../touches/leading-name.ts'
import { flag, optional } from '../typed.ts'
import { change } from '../writing.ts'
import { askTask, namedToDo } from './asked.ts'
import { give, given, readGiven, sayGiven } from './give.ts'
import { laterBy, listed, notesOnCount, type PutOff } from './put-off.ts'
import { idOf, jsonOf, momentOf, shownOf, type ToDoOf } from './to-do-of.ts'

interface Found {
  found: ToDoOf[]
  /** Said of overdue meetings, which are not moved with the tasks. */
  left: Say[]
}

/**
 * `task move t1 t2 --to fri`, `task move --overdue --to tomorrow`: many at once, one operation. Those that are named may
 * be given to another manager too, or alone: `task move t1 a4 --manager Anna`.
 */
export const taskMove: Run = async (context, line) => {
  const store = context.open('write')
  const typed = withTo(context, store, line)
  const { found: movables, left } = await readMovables(context, store, typed)
  const manager = typed.args.length === 0 ? undefined : await readGiven(context, store, typed)
  if (manager !== undefined && optional(typed, 'to') === undefined) return given(context, movables, manager)
  const to = await readTo(context, store, typed)
  if (typed.args.length === 0 && movables.length > 1) await sureOfMany(context, movables.length, to)
  return change(context, (operation) => {
    const moved = movables.map((one) => ({ one, from: shownOf(store, one), ...to.of(one) }))
    for (const { one, due } of moved) {
      move(store, operation, one, due)
      if (manager !== undefined) give(store, operation, one, manager)
    }
    const records = movables.map((one) => jsonOf(store, one))
    const ids = records.map(({ id }) => id)
    const [first, second] = moved
    const managers = movables.map(
      (one) => aboutTouch(store, one.kind === 'task' ? 'tasks' : 'activities', one.id).manager,
    )
    return {
      json: movables.length === 1 && typed.args.length === 1 ? records[0] : records,
      says: (w) => {
        const from = first?.from.due ?? null
        if (first === undefined || second !== undefined)
          return w.tasks.movedMany({ count: ids.length, to: to.said(w), ids: listed(ids) })
        const { id, text } = first.from
        const was = from === null ? w.tasks.noDue : sayMoment(from, store, w)
        return w.tasks.moved({ id, text, from: was, to: echoWhen(first.due, w.lang) })
      },
      notes: [
        ...(manager === undefined
          ? []
          : [
              sayGiven(
                store,
                manager,
                movables.map((one) => () => idOf(one)),
              ),
            ]),
        ...left,
        ...notesOnCount(moved.map(({ from, counted }) => ({ id: from.id, counted }))),
        ...notesOnLoad(
          store,
          moved.map(({ due }, i) => ({ due, manager: managers[i] ?? null })),
        ),
      ],
    }
  })
}

/** `task move t1 till fri 10`: a time at the end of the line is `--to`, where that is not given. */
function withTo(context: Context, store: Store, line: Typed): Typed {
  const { args, options } = withOverdue(line)
  if (options['to'] !== undefined) return { args, options }
  const how = whenPutOff(context, store)
  refuseOtherWeekday(args.slice(1).join(' '), how)
  for (let at = 1; at < args.length; at++) {
    const said = args.slice(at).join(' ')
    const by = readPutOff(said, how) === undefined ? undefined : said
    const to = by ?? said.replace(TILL, '')
    if (by !== undefined || isWhen(to, how))
      return withOverdue({ args: args.slice(0, at), options: { ...options, to } })
  }
  const till = args.findIndex((word, at) => at > 0 && /^(?:на|до|till|until)$/iu.test(word))
  const to = args.slice(till + 1).join(' ')
  if (till > 0 && to !== '') throw new UsageError((w) => w.when.unreadableAhead(to))
  return { args, options }
}

/** `task move overdue till tomorrow`: the word of the flag, where it stands alone for what is moved. */
function withOverdue({ args, options }: Typed): Typed {
  const isOverdue = args.length === 1 && OVERDUE.test(args[0] ?? '')
  return isOverdue ? { args: [], options: { ...options, overdue: true } } : { args, options }
}

const OVERDUE = /^(?:overdue|просроченн(?:ые|ое)|прострочен[іе])$/iu
const TILL = /^(?:на|до|to|till|until)\s+/iu

function isWhen(text: string, how: WhenContext): boolean {
  if (parseTypedId(text) !== undefined) return false
  try {
    parseWhen(text, how)
    return true
  } catch (error) {
    if (error instanceof UsageError) return false
    throw error
  }
}

/** Till when: what is said of it, and the time that this makes of each. */
interface To {
  said(words: Words): string
  of(one: ToDoOf): PutOff
}

/** `--to`, a moment or by how much; a person at a terminal is asked for it. */
async function readTo(context: Context, store: Store, typed: Typed): Promise<To> {
  const text = optional(typed, 'to')
  const how = whenPutOff(context, store)
  if (text === undefined && !context.interactive) throw new UsageError((w) => w.tasks.needTo)
  const by = text === undefined ? undefined : readPutOff(text, how)
  if (by !== undefined)
    return { said: (w) => w.tasks.later(by), of: (one) => laterBy(by, idOf(one), momentOf(store, one), how) }
  const to =
    text === undefined
      ? await askWhen(context, how, context.words.tasks.ask.to)
      : notOver(parseWhen(text, how), how)
  return {
    said: (w) => echoWhen(to, w.lang),
    of: (one) => ({ due: atTimeOf(momentOf(store, one), to, store), counted: 'own' }),
  }
}

/** Many are found by what they have in common: how many they are is said before they are moved. */
async function sureOfMany(context: Context, count: number, to: To): Promise<void> {
  if (!context.interactive || context.global.yes === true || context.dryRun) return
  const { words } = context
  const question = words.tasks.ask.many({ count, to: to.said(words) })
  if (!(await (await context.ask()).confirm(question, true)))
    throw new UserError((w) => w.cli.cancelled, EXIT.cancelled)
}

async function readMovables(context: Context, store: Store, typed: Typed): Promise<Found> {
  if (typed.args.length > 0) {
    const found: ToDoOf[] = []
    for (const text of withTaskName(store, typed.args)) found.push(await readMovable(context, store, text))
    return { found, left: [] }
  }
  const filters = ['manager', 'contact', 'company', 'deal', 'period']
  const isMeant = flag(typed, 'overdue') || filters.some((name) => typed.options[name] !== undefined)
  if (!isMeant && context.interactive) {
    const ask = { command: 'task move', question: context.words.tasks.ask.which }
    return { found: [await readMovable(context, store, await askTask(context, store, ask))], left: [] }
  }
  if (!isMeant) throw new UsageError((w) => w.tasks.needWhich)
  const filter = { ...mine(store, typed, await readTouchFilter(context, store, typed)), states: ['open'] }
  const found = listTasks(store, filter, undefined).map(({ id }): ToDoOf => ({ kind: 'task', id }))
  const meetings = filter.overdue === null ? [] : listActivities(store, filter, undefined).reverse()
  const ids = meetings.map(({ id }) => `a${id}`)
  const left: Say[] =
    ids.length === 0 ? [] : [(w) => w.tasks.meetingsLeft({ command: moving(ids, typed), count: ids.length })]
  if (found.length === 0)
    throw new UserError((w) => [w.tasks.noneToMove, ...left.map((say) => say(w))].join('\n'))
  return { found, left }
}

/** Words that are together the name of one task or meeting are that: `отправить КП`. */
function withTaskName(store: Store, words: readonly string[]): string[] {
  const count = leadingName(words, words.length, (text) => findToDos(store, text))
  return [words.slice(0, count).join(' '), ...words.slice(count)]
}

/** Of whom nothing is said, what is overdue or due in a period is meant as `today` shows it: mine, where I am known. */
function mine(store: Store, typed: Typed, filter: TouchFilter): TouchFilter {
  const { me } = store.settings
  if (flag(typed, 'all') && typed.options['manager'] !== undefined)
    throw new UsageError((w) => w.today.whoseAndAll)
  const isSaid = ['all', 'manager', 'contact', 'company', 'deal'].some(
    (name) => typed.options[name] !== undefined,
  )
  return isSaid || me === null ? filter : { ...filter, managers: idsOfManager(store.managers, me) }
}

/** What was agreed with somebody is put off by its number only. */
function moving(ids: readonly string[], typed: Typed): string {
  const to = optional(typed, 'to')
  return ['voronka task move', ...ids, ...(to === undefined ? [] : ['--to', shellWord(to)])].join(' ')
}

async function readMovable(context: Context, store: Store, text: string): Promise<ToDoOf> {
  if (parseTypedId(text)?.kind === 'activity') {
    const id = await namedTouch(context, store, 'activities', text)
    if (!isPlanned(store, id)) throw new UserError((w) => w.touch.notPlanned({ id: `a${id}` }))
    return { kind: 'meeting', id }
  }
  const { what: kind, id } = await namedToDo(context, store, text)
  if (kind === 'meeting') return { kind, id }
  const { isOpen, text: what } = getTask(store, id)
  if (!isOpen) throw new UserError((w) => w.tasks.doneAlready({ id: `t${id}`, text: what }))
  return { kind: 'task', id }
}

function move(store: Store, operation: Operation, { kind, id }: ToDoOf, due: Moment): void {
  if (kind === 'meeting') moveMeeting(operation, id, due)
  else updateTask(store, operation, id, { due })
}

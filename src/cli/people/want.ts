import { formatDay } from '../../domain/time/period.ts'
import { UserError } from '../../errors.ts'
import { Labels } from '../../store/labels.ts'
import { findContact } from '../../store/naming/naming-people.ts'
import type { Operation } from '../../store/operation.ts'
import { getContact } from '../../store/people/contacts.ts'
import { addWant, readWants, type Want, wantsOf } from '../../store/people/wants.ts'
import type { Store } from '../../store/store.ts'
import { addTask } from '../../store/touches/writing.ts'
import type { Run } from '../command.ts'
import type { Context } from '../context.ts'
import { quoted } from '../line/quoted.ts'
import { type ListColumn, listing, managerColumn } from '../listing.ts'
import { chosen } from '../naming.ts'
import { readDue } from '../tasks/values.ts'
import { parseName } from '../texts.ts'
import { flag, optional } from '../typed.ts'
import { change } from '../writing.ts'
import { findManagerOrMe, foundBy } from './person-values.ts'

interface WantJson {
  id: string
  contact: string
  product: string
  manager: string | null
  since: string
  state: 'waiting' | 'arrived' | 'told'
  task: string | null
}

export const wantAdd: Run = async (context, typed) => {
  const store = context.open('write')
  const [who = '', ...words] = typed.args
  const product = parseName(words.join(' '))
  const contact = await chosen(context, () => findContact(store, who))
  const manager = (await foundBy(context, typed, 'manager', (text) => findManagerOrMe(store, text))) ?? null
  return change(context, (operation) => {
    const { id, isNew } = addWant(store, operation, { contact, product, manager })
    const json = recordOf(store, id)
    const said = { id: `w${id}`, name: getContact(store.db, contact).name, product: json.product }
    return {
      json,
      says: (w) => w.lifecycle.added(said),
      unchanged: (w) => (isNew ? '' : w.lifecycle.there(said)),
    }
  })
}

export const wantList: Run = (context, typed) => {
  const store = context.open('read')
  const product = optional(typed, 'product')
  const all = readWants(store.db).filter(({ task }) => task === null || flag(typed, 'all'))
  const wants = product === undefined ? all : wantsOf(all, product)
  const labels = new Labels(store)
  return listing(
    typed,
    wants.map((want) => jsonOf(store, labels, want)),
    columnsOf(store),
    (w) => (product === undefined ? w.lifecycle.nobody() : w.lifecycle.nobodyFor({ product })),
  )
}

/** Whoever waits is named; with `--make-tasks` each gets a task, and waits no more. */
export const wantArrived: Run = async (context, typed) => {
  const store = context.open('write')
  const text = parseName(typed.args.join(' '))
  const due = readDue(context, store, typed)?.date ?? store.zone.dateOf(context.now(store.zone))
  const waiting = wantsOf(
    readWants(store.db).filter(({ task }) => task === null),
    text,
  )
  const product = waiting[0]?.product ?? text
  if (waiting.length === 0) throw new UserError((w) => w.lifecycle.nobodyFor({ product }))
  const makes = flag(typed, 'makeTasks') || (await askTasks(context, store, waiting))
  const answer = change(context, (operation) => {
    for (const want of waiting) {
      if (want.arrivedAt === null) operation.update('wants', want.id, { arrived_at: operation.at })
      if (makes)
        operation.update('wants', want.id, { task_id: makeTask(context, store, operation, want, due) })
    }
    const command = `voronka want arrived ${quoted(product)} --make-tasks`
    const said = { product, n: waiting.length, command }
    const says = (w: Context['words']) => (makes ? w.lifecycle.tasked(said) : w.lifecycle.arrived(said))
    const labels = new Labels(store)
    const ids = new Set(waiting.map(({ id }) => id))
    const json = readWants(store.db)
      .filter(({ id }) => ids.has(id))
      .map((want) => jsonOf(store, labels, want))
    return { json, says, unchanged: says }
  })
  const rows = answer.json as WantJson[]
  const { document } = listing(typed, rows, columnsOf(store), () => '')
  return { ...answer, ...(document !== undefined && { document }) }
}

/** Whoever waits is to be told: a person is asked whether by tasks, off a terminal the answer says how. */
async function askTasks(context: Context, store: Store, waiting: readonly Want[]): Promise<boolean> {
  if (!context.interactive) return false
  const names = waiting.slice(0, MOST_NAMED).map(({ contact }) => getContact(store.db, contact).name)
  const ask = await context.ask()
  return ask.confirm(context.words.lifecycle.askTasks({ names, n: waiting.length }), true)
}

const MOST_NAMED = 5

export const wantRm: Run = (context, { args: [text = ''] }) => {
  const store = context.open('write')
  const [, digits] = /^\s*[wв](\d{1,9})\s*$/iu.exec(text) ?? []
  const want = readWants(store.db).find(({ id }) => id === Number(digits))
  if (want === undefined) throw new UserError((w) => w.lifecycle.noWant({ text }))
  return change(context, (operation) => {
    const json = recordOf(store, want.id)
    operation.remove('wants', want.id)
    return {
      json,
      says: (w) => w.lifecycle.removed({ id: json.id, name: json.contact, product: json.product }),
    }
  })
}

function makeTask(
  { words }: Context,
  store: Store,
  operation: Operation,
  { contact, product, manager }: Want,
  due: string,
): number {
  return addTask(operation, {
    text: words.lifecycle.task({ product }),
    manager: manager ?? getContact(store.db, contact).manager ?? store.settings.me,
    contact,
    company: null,
    deal: null,
    due: { at: store.zone.startOfDay(due), precision: 'day' },
  })
}

function recordOf(store: Store, id: number): WantJson {
  const want = readWants(store.db).find((one) => one.id === id)
  if (want === undefined) throw new UserError((w) => w.lifecycle.noWant({ text: `w${id}` }))
  return jsonOf(store, new Labels(store), want)
}

function jsonOf(store: Store, labels: Labels, want: Want): WantJson {
  const { id, contact, product, manager, at, arrivedAt, task } = want
  const whose = manager ?? getContact(store.db, contact).manager
  return {
    id: `w${id}`,
    contact: labels.contact(contact),
    product,
    manager: whose === null ? null : labels.manager(whose),
    since: store.zone.isoString(at),
    state: task !== null ? 'told' : arrivedAt === null ? 'waiting' : 'arrived',
    task: task === null ? null : `t${task}`,
  }
}

function columnsOf({ zone }: Store): ListColumn<WantJson>[] {
  return [
    { key: 'id', title: (w) => w.records.id, kind: 'id', value: ({ id }) => id },
    {
      key: 'contact',
      title: (w) => w.records.contact,
      kind: 'text',
      value: ({ contact }) => contact,
      shrink: true,
    },
    {
      key: 'product',
      title: (w) => w.lifecycle.product,
      kind: 'text',
      value: ({ product }) => product,
      shrink: true,
    },
    managerColumn(),
    {
      key: 'since',
      title: (w) => w.lifecycle.waitsSince,
      kind: 'date',
      value: ({ since }) => since,
      text: ({ since }, w) => formatDay(zone.dateOf(Date.parse(since)), w.lang),
    },
    {
      key: 'state',
      title: (w) => w.lifecycle.state,
      kind: 'text',
      value: ({ state }) => state,
      text: ({ state, task }, w) => `${w.lifecycle.states[state] ?? state}${task === null ? '' : ` ${task}`}`,
    },
  ]
}

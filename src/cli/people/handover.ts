import { majorOf } from '../../domain/money.ts'
import { Rates } from '../../domain/rates.ts'
import { formatDay } from '../../domain/time/period.ts'
import { parseWhen } from '../../domain/time/when.ts'
import { type Say, UsageError, UserError } from '../../errors.ts'
import { formatMoney } from '../../render/numbers.ts'
import { ofSaid } from '../../render/reports/head.ts'
import { Labels } from '../../store/labels.ts'
import type { Operation } from '../../store/operation.ts'
import {
  type HandedCounts,
  handBack,
  handedItems,
  handOver,
  type Receiver,
  readHandovers,
} from '../../store/people/handing-over.ts'
import { getManager } from '../../store/people/managers.ts'
import { readRates } from '../../store/rates.ts'
import type { Store } from '../../store/store.ts'
import { addTask } from '../../store/touches/writing.ts'
import type { Words } from '../../words/words.ts'
import type { Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { type ListColumn, listing, noneOf } from '../listing.ts'
import { chosen } from '../naming.ts'
import { missing } from '../touches/asked.ts'
import { optional, several } from '../typed.ts'
import { change } from '../writing.ts'
import { inWords } from './handover-said.ts'
import { findManagerOrMe, managersToGet } from './person-values.ts'

export const handover: Run = async (context, given) => {
  const store = context.open('write')
  const typed = inWords(store, given)
  const from = await giverTyped(context, store, typed)
  const to = await receiversTyped(context, store, typed, from)
  const until = dayTyped(context, store, typed)
  return change(context, (operation) => {
    const { name } = getManager(store, from)
    const rates = new Rates(store.settings.currency, readRates(store))
    const { handover: id, receivers } = handOver(store, operation, { from, to, until, rates })
    const all = sumOf(receivers)
    if (Object.values(all).every((n) => n === 0)) throw new UserError((w) => w.handover.nothing({ name }))
    if (until !== null) remind(context, store, operation, { handover: id, from, until })
    return {
      json: {
        schema: 'voronka.handover/1',
        from: name,
        until,
        back: false,
        receivers: receivers.map((receiver) => receiverJson(store, receiver)),
      },
      says: (w) =>
        w.handover.done({
          name,
          id: `m${from}`,
          work: w.handover.given(all),
          counts: all,
          until: until === null ? null : formatDay(until, w.lang),
        }),
      notes: receivers.map((receiver) => gotSaid(store, receiver)),
    }
  })
}

export const handoverBack: Run = async (context, { args }) => {
  const store = context.open('write')
  const from = await named(context, args[0])
  const { name } = getManager(store, from)
  return change(context, (operation) => {
    const { handovers, given } = handBack(store, operation, from)
    if (handovers === 0) throw new UserError((w) => w.handover.notHandedOver({ name }))
    const isEmpty = Object.values(given).every((n) => n === 0)
    return {
      json: { schema: 'voronka.handover/1', from: name, back: true, ...worded(given) },
      says: (w) =>
        isEmpty
          ? w.handover.cameBackEmpty({ name })
          : w.handover.cameBack({ name, work: w.handover.given(given), counts: given }),
    }
  })
}

interface HandoverJson {
  from: string
  to: string
  at: string
  until: string | null
  back: string | null
  given: ReturnType<typeof worded>
  still: ReturnType<typeof worded>
}

export const handoverList: Run = (context, typed) => {
  const store = context.open('read')
  const labels = new Labels(store)
  const { zone } = store
  const rows = readHandovers(store).flatMap(({ id, manager, at, until, backAt }) =>
    handedItems(store, id).map(
      ({ manager: to, given, still }): HandoverJson => ({
        from: labels.manager(manager),
        to: labels.manager(to),
        at: zone.isoString(at),
        until,
        back: backAt === null ? null : zone.isoString(backAt),
        given: worded(given),
        still: worded(still),
      }),
    ),
  )
  return listing(
    typed,
    rows,
    columnsOf(store, rows),
    noneOf(typed, 'handover list', (w) => w.handover.none()),
  )
}

/** How much of what was given is still there; of what came back, what was given. */
function countColumns(
  of: keyof ReturnType<typeof worded>,
  title: (w: Words) => string,
): ListColumn<HandoverJson>[] {
  return [
    {
      key: of,
      title,
      kind: 'text',
      align: 'right',
      value: ({ given }) => given[of],
      text: ({ given, still, back }, w) =>
        given[of] === 0 ? '' : back === null ? ofSaid(still[of], given[of], w) : String(given[of]),
    },
    {
      key: `still${of[0]?.toUpperCase()}${of.slice(1)}`,
      title: () => '',
      kind: 'count',
      value: ({ still }) => still[of],
      dataOnly: true,
    },
  ]
}

function columnsOf({ zone }: Store, rows: readonly HandoverJson[]): ListColumn<HandoverJson>[] {
  const day = (text: string | null, w: Words) =>
    text === null ? '' : formatDay(text.length > 10 ? zone.dateOf(Date.parse(text)) : text, w.lang)
  return [
    { key: 'from', title: (w) => w.handover.from, kind: 'text', value: (one) => one.from, shrink: true },
    { key: 'to', title: (w) => w.handover.toTitle, kind: 'text', value: (one) => one.to, shrink: true },
    {
      key: 'at',
      title: (w) => w.handover.since,
      kind: 'date',
      value: (one) => one.at,
      text: (one, w) => day(one.at, w),
    },
    {
      key: 'until',
      title: (w) => w.handover.untilTitle,
      kind: 'date',
      value: (one) => one.until,
      text: (one, w) => day(one.until, w),
      dataOnly: rows.every(({ until }) => until === null),
    },
    {
      key: 'back',
      title: (w) => w.handover.isBack,
      kind: 'date',
      value: (one) => one.back,
      text: (one, w) => day(one.back, w),
      dataOnly: rows.every(({ back }) => back === null),
    },
    ...countColumns('deals', (w) => w.handover.deals),
    ...countColumns('tasks', (w) => w.handover.tasks),
    ...countColumns('contacts', (w) => w.handover.contacts),
    ...countColumns('meetings', (w) => w.handover.meetings).map((column) => ({ ...column, dataOnly: true })),
    ...countColumns('companies', (w) => w.handover.companies).map((column) => ({
      ...column,
      dataOnly: true,
    })),
  ]
}

function named(context: Context, text = ''): Promise<number> {
  const store = context.open('write')
  return chosen(context, () => findManagerOrMe(store, text))
}

async function receiversTyped(context: Context, store: Store, typed: Typed, from: number): Promise<number[]> {
  const said = [...typed.args.slice(1), ...several(typed, 'to')]
  const to: number[] = []
  for (const manager of await managersToGet(context, store, said)) {
    if (manager.id === from) throw new UserError((w) => w.handover.toItself(manager))
    if (to.includes(manager.id)) throw new UserError((w) => w.handover.twice(manager))
    to.push(manager.id)
  }
  if (to.length > 0) return to
  if (!context.interactive) throw new UsageError((w) => w.handover.noTo({ from: `m${from}` }))
  return [await askManager(context, store, context.words.handover.ask.to, from)]
}

async function giverTyped(context: Context, store: Store, { args }: Typed): Promise<number> {
  if (args[0] !== undefined) return named(context, args[0])
  if (!context.interactive) throw missing('manager', 'handover')
  return askManager(context, store, context.words.handover.ask.from, null)
}

/** One of those who work here. */
async function askManager(
  context: Context,
  store: Store,
  question: string,
  but: number | null,
): Promise<number> {
  const here = store.managers.filter(
    ({ id, active, mergedInto }) => active && mergedInto === null && id !== but,
  )
  if (here.length === 0) throw new UserError((w) => w.managers.empty())
  const ask = await context.ask()
  return ask.select(
    question,
    here.map(({ id, name }) => ({ name: `m${id} ${name}`, value: id })),
  )
}

function dayTyped(context: Context, store: Store, typed: Typed): string | null {
  const text = optional(typed, 'until')
  if (text === undefined) return null
  const { zone } = store
  const now = context.now(zone)
  const { date } = parseWhen(text, { now, zone, lang: context.lang, prefer: 'future' })
  if (date <= zone.dateOf(now))
    throw new UsageError((w) => w.handover.past({ until: formatDay(date, w.lang) }))
  return date
}

/** A task for whoever typed it, on the day when the work is to come back. */
function remind(
  context: Context,
  store: Store,
  operation: Operation,
  { handover: id, from, until }: { handover: number; from: number; until: string },
): void {
  const { name } = getManager(store, from)
  const task = addTask(operation, {
    text: context.words.handover.reminder({ name, id: `m${from}` }),
    manager: store.settings.me,
    contact: null,
    company: null,
    deal: null,
    due: { at: store.zone.startOfDay(until), precision: 'day' },
  })
  operation.update('handovers', id, { task_id: task })
}

function sumOf(receivers: readonly Receiver[]): HandedCounts {
  const sum = (of: keyof HandedCounts) => receivers.reduce((all, receiver) => all + receiver[of], 0)
  return {
    deal: sum('deal'),
    contact: sum('contact'),
    company: sum('company'),
    task: sum('task'),
    activity: sum('activity'),
  }
}

function worded({ deal, contact, company, task, activity }: HandedCounts) {
  return { deals: deal, tasks: task, meetings: activity, contacts: contact, companies: company }
}

function receiverJson(store: Store, receiver: Receiver) {
  const { currency } = store.settings
  return {
    manager: getManager(store, receiver.manager).name,
    ...worded(receiver),
    amount: majorOf(receiver.amount, currency),
    currency,
  }
}

function gotSaid(store: Store, receiver: Receiver): Say {
  const { name } = getManager(store, receiver.manager)
  const { currency } = store.settings
  return (w) =>
    w.handover.got({
      name,
      work: w.handover.work(receiver),
      amount:
        receiver.amount === 0 ? null : formatMoney(majorOf(receiver.amount, currency), currency, w.lang, 0),
    })
}

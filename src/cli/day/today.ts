import { majorOf } from '../../domain/money.ts'
import { UsageError } from '../../errors.ts'
import { type TodayView, todayDocument } from '../../render/reports/today.ts'
import type { TodayRow } from '../../render/reports/today-cells.ts'
import { idsOfManager } from '../../store/naming/naming.ts'
import { dueEvents } from '../../store/rules/events.ts'
import { readRules } from '../../store/rules/rules.ts'
import type { Store } from '../../store/store.ts'
import type { Answer, Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { managersAmong } from '../filters.ts'
import { flag, several } from '../typed.ts'
import { type Day, dayAt, type InWork, inWork, type Whose } from './day.ts'
import { type PlanToday, planToday } from './plan.ts'
import { namedItems, namedWhenSeen } from './today-json.ts'

/** What is to be done today: mine, where it is known who I am, a manager's, or everyone's. */
export const today: Run = (context, { args, options }): Answer => {
  const { isAhead, whoseArgs } = readDay(args)
  const typed = { args: whoseArgs, options }
  const store = context.open('read')
  return store.read(() => {
    const now = context.now(store.zone)
    const whose = whoseDay(store, typed)
    const whole = dayAt(store, now, whose)
    const items = whole.items.filter(({ kind }) => !isAhead || kind === 'tomorrow')
    const day = { ...whole, items }
    const isScreen = context.world.out.isTTY && context.global.output === undefined && !context.wantsJson
    // Of a batch that is tried or taken back, nothing can be read later.
    const isSeenLater = isScreen && !store.isWriting
    const rows = isSeenLater ? namedWhenSeen(store, day.items, now) : namedItems(store, day.items, now)
    const shown = {
      ...{ day, rows, whose, isAhead, plan: planToday(store, now, whose), inWork: inWork(store, day) },
      rulesDue: rulesDue(store, now),
      isNamed: typed.args.length > 0 || several(typed, 'manager').length > 0,
    }
    const json = context.wantsJson ? jsonOf(store, shown) : null
    return { json, document: screenOf(context, store, shown) }
  })
}

const DAY = /^(?:(завтра|tomorrow)|сегодня|сьогодні|today)$/iu

/** `today завтра Анна`: the day, today or the next, and whose it is. */
export function readDay(args: readonly string[]): { isAhead: boolean; whoseArgs: readonly string[] } {
  const day = DAY.exec(args[0] ?? '')
  return { isAhead: day?.[1] !== undefined, whoseArgs: day === null ? args : args.slice(1) }
}

/** Whose name stands behind the command, `--manager` (repeatable), `--all`, else me. Throws UsageError for both. */
export function whoseDay(store: Store, typed: Typed): Whose {
  const named = [...several(typed, 'manager'), ...(typed.args.length === 0 ? [] : [typed.args.join(' ')])]
  if (named.length > 0 && flag(typed, 'all')) throw new UsageError((w) => w.today.whoseAndAll)
  if (flag(typed, 'all')) return null
  if (named.length > 0) {
    const managers = managersAmong(store, named)
    return managers.length === 0 ? null : new Set(managers)
  }
  const { me } = store.settings
  return me === null ? null : new Set(idsOfManager(store.managers, me))
}

interface Shown {
  day: Day
  /** Only what is to be done tomorrow. */
  isAhead: boolean
  rows: readonly TodayRow[]
  whose: Whose
  plan: PlanToday | null
  inWork: readonly InWork[]
  /** Things that rules have to do by now: they do them at the next change. */
  rulesDue: number
  /** Whose day it is was typed. */
  isNamed: boolean
}

function jsonOf(store: Store, { day, rows, whose, plan, inWork }: Shown) {
  const { zone, settings } = store
  return {
    schema: 'voronka.today/1',
    date: zone.dateOf(day.now),
    now: zone.isoString(day.now),
    timezone: settings.timezone,
    managers: whose === null ? null : namesOf(store, whose),
    currency: settings.currency,
    plan,
    items: rows.map(({ json }) => json),
    inWork: inWork.map(({ pipeline, stage, deals, amount }) => ({
      pipeline: store.pipeline(pipeline).name,
      stage: store.stage(stage).name,
      deals,
      amount: amount === null ? null : majorOf(amount, settings.currency),
    })),
  }
}

function namesOf({ managers }: Store, whose: ReadonlySet<number | null>): (string | null)[] {
  const names = [...whose].map((id) => managers.find((one) => one.id === id && one.mergedInto === null)?.name)
  return names.filter((name) => name !== undefined)
}

function rulesDue(store: Store, now: number): number {
  const due = dueEvents(store, now)
  if (due.length === 0) return 0
  const on = new Set(readRules(store.db).flatMap(({ id, state }) => (state === 'on' ? [id] : [])))
  return due.filter(({ rule }) => on.has(rule)).length
}

/** Where there are more of a kind, a terminal shows so many and says how to see the others. */
const MOST = 10

function screenOf(
  context: Context,
  store: Store,
  { day, isAhead, rows, whose, plan, inWork, rulesDue, isNamed }: Shown,
) {
  const { world } = context
  const columns = world.out.isTTY && context.global.output === undefined ? (world.out.columns ?? 80) : null
  const view: Omit<TodayView, 'words'> = {
    now: day.now,
    zone: store.zone,
    isAhead,
    rows,
    most: columns === null ? null : MOST,
    isWide: columns === null || columns >= WIDE,
    isTeam: store.managers.length > 1 || isNamed,
    plan,
    inWork: inWork.map((one) => ({
      ...one,
      pipeline: store.pipeline(one.pipeline).name,
      stage: store.stage(one.stage).name,
    })),
    currency: store.settings.currency,
    pipelines: store.pipelines.length,
    whose: whose === null ? null : namesOf(store, whose).map((name) => name ?? ''),
    rulesDue: columns === null ? 0 : rulesDue,
  }
  return (words: TodayView['words']) => todayDocument({ ...view, words })
}

/** From so many columns on there is room for telephone numbers. */
const WIDE = 104

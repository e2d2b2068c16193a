import type { RuleEvent } from '../../domain/rule.ts'
import { boundsOf, parsePeriod } from '../../domain/time/period.ts'
import { echoWhen, whenOf } from '../../domain/time/when.ts'
import { type Say, UserError } from '../../errors.ts'
import { findDeal } from '../../store/deals/naming.ts'
import { Labels } from '../../store/labels.ts'
import { dueEvents, eventsWithin } from '../../store/rules/events.ts'
import { type OutboxEntry, outboxEntries, retryEntry } from '../../store/rules/outbox.ts'
import { Planner, type RulePlan } from '../../store/rules/plans.ts'
import { getRule, readRules } from '../../store/rules/rules.ts'
import { type Fired, fireRules, forgetFailures } from '../../store/rules/running.ts'
import type { Store } from '../../store/store.ts'
import type { Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { type ListColumn, listing } from '../listing.ts'
import { chosen } from '../naming.ts'
import { flag, optional } from '../typed.ts'
import { change } from '../writing.ts'
import { namedRule } from './rule.ts'
import { sayTarget } from './sending.ts'
import { sayFired } from './told.ts'

/** What is due by now; texts that wait go out after it, as after any change. */
export const ruleRun: Run = (context, typed) =>
  change(context, (operation, store) => {
    const again = flag(typed, 'failed') ? forgetFailures(store, operation) : 0
    operation.as('rule', () => fireRules(store, operation))
    const count = operation.fired.length
    return {
      json: { fired: operation.fired.map((one) => firedJson(store, one)), again },
      says: (w) => (count === 0 ? w.rules.nothingDue : w.rules.ran({ count })),
      unchanged: (w) => w.rules.nothingDue,
    }
  })

export const ruleTest: Run = async (context, typed) => {
  const store = context.open('read')
  const named = typed.args[0]
  const only = named === undefined ? undefined : await namedRule(context, store, named)
  const rules = readRules(store.db).filter(({ id }) => only === undefined || id === only)
  const planner = new Planner(store)
  const planned = (await eventsToTest(context, store, typed)).flatMap((event): Fired[] => {
    const rule = rules.find(({ id }) => id === event.rule)
    return rule === undefined
      ? []
      : [{ rule, event, plan: planner.plan(rule, event), task: null, opened: null }]
  })
  const labels = new Labels(store)
  return {
    json: planned.map((one) => firedJson(store, one)),
    document: (words) => ({
      heading: [],
      blocks: [
        {
          type: 'lines',
          lines: planned.map((one) => {
            const when = echoWhen(whenOf(one.event, store.zone), words.lang)
            return `d${one.event.deal} · ${when} · ${sayFired(store, labels, one)(words)}`
          }),
        },
      ],
    }),
    messages: planned.length === 0 ? [(w) => w.rules.wouldDo()] : [],
  }

  async function eventsToTest(of: Context, from: Store, given: Typed): Promise<RuleEvent[]> {
    const text = optional(given, 'deal')
    const deal = text === undefined ? undefined : await chosen(of, () => findDeal(from, text))
    const now = of.now(from.zone)
    const period = optional(given, 'period')
    if (period === undefined && deal === undefined) return dueEvents(from, now)
    const span = period === undefined ? { from: LONG_AGO, until: now + 1 } : spanOf(from, now, period)
    return eventsWithin(from, rules, { ...span, ...(deal !== undefined && { deal }) })
  }
}

/** A period as moments, the future left out. */
function spanOf({ zone, settings }: Store, now: number, text: string): { from: number; until: number } {
  const period = parsePeriod(text, { today: zone.dateOf(now), weekStart: settings.weekStart })
  const { from, until } = boundsOf(period, zone)
  return { from: from ?? LONG_AGO, until: Math.min(until ?? now + 1, now + 1) }
}

/** Before all history there can be. */
const LONG_AGO = -(2 ** 46)

function firedJson(store: Store, { rule, event, plan, task, opened }: Fired) {
  return {
    rule: `r${rule.id}`,
    deal: `d${event.deal}`,
    nth: event.nth,
    at: store.zone.isoString(event.at),
    does: plan.does,
    task: task === null ? null : `t${task}`,
    opened: opened === null ? null : `d${opened}`,
    text: textOf(plan),
    problem: plan.does === 'nothing' ? plan.problem.code : null,
  }
}

function textOf(plan: RulePlan): string | null {
  switch (plan.does) {
    case 'task':
      return plan.task.text
    case 'field':
      return `${plan.field}=${plan.value}`
    case 'deal':
      return plan.values.title
    case 'message':
      return plan.text
    case 'nothing':
      return null
  }
}

interface OutboxJson {
  id: string
  rule: string
  deal: string
  state: string
  output: string
  target: string | null
  madeAt: string
  problem: string | null
  text: string
}

export const ruleOutbox: Run = async (context, typed) => {
  const store = context.open('read')
  const [text] = typed.args
  const only = text === undefined ? null : await namedRule(context, store, text)
  const entries = outboxEntries(store, only).map((entry) => outboxJson(store, entry))
  return listing(typed, entries, OUTBOX_COLUMNS, (w) => w.rules.nothingSent())
}

function outboxJson(store: Store, entry: OutboxEntry): OutboxJson {
  const { state, withdrawn, output, allowed } = entry
  const held = state === 'pending' && output === 'command' && !allowed
  return {
    id: String(entry.id),
    rule: getRule(store, entry.rule).name,
    deal: `d${entry.deal}`,
    state: state === 'pending' && withdrawn ? 'withdrawn' : held ? 'held' : state,
    output,
    target: sayTarget(entry),
    madeAt: store.zone.isoString(entry.madeAt),
    problem: entry.problem,
    text: entry.text,
  }
}

const OUTBOX_COLUMNS: readonly ListColumn<OutboxJson>[] = [
  { key: 'id', title: (w) => w.rules.columns.id, kind: 'id', value: (one) => one.id },
  { key: 'rule', title: (w) => w.rules.columns.rule, kind: 'text', value: (one) => one.rule, shrink: true },
  { key: 'deal', title: (w) => w.rules.columns.deal, kind: 'id', value: (one) => one.deal },
  {
    key: 'state',
    title: (w) => w.rules.columns.state,
    kind: 'text',
    value: (one) => one.state,
    text: ({ state }, { rules }) => {
      const names: Readonly<Record<string, string>> = rules.outboxStates
      return names[state] ?? state
    },
  },
  {
    key: 'text',
    title: (w) => w.rules.columns.text,
    kind: 'text',
    value: (one) => one.text,
    text: (one) => (one.problem === null ? one.text : `${one.problem} · ${one.text}`),
    shrink: true,
  },
  {
    key: 'target',
    title: (w) => w.rules.columns.target,
    kind: 'text',
    value: (one) => one.target,
    dataOnly: true,
  },
  {
    key: 'problem',
    title: (w) => w.rules.columns.last,
    kind: 'text',
    value: (one) => one.problem,
    dataOnly: true,
  },
]

/** A number is a text of the outbox; else a rule, whose firings are tried again too; without either, everything. */
export const ruleRetry: Run = async (context, typed) => {
  const store = context.open('write')
  const [text] = typed.args
  const entry = text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null
  const rule = text === undefined || entry !== null ? undefined : await namedRule(context, store, text)
  const failed = outboxEntries(store, rule ?? null).filter(
    ({ id, state }) => state === 'failed' && (entry === null || id === entry),
  )
  if (entry !== null && failed.length === 0) throw new UserError((w) => w.rules.noEntry({ text: text ?? '' }))
  // Not journaled: what is sent is sent.
  if (!context.dryRun) for (const { id } of failed) retryEntry(store, id)
  return change(context, (operation) => {
    const firings = entry === null ? forgetFailures(store, operation, rule) : 0
    const counts = { texts: failed.length, firings }
    const says: Say =
      failed.length + firings === 0 ? (w) => w.rules.nothingFailed : (w) => w.rules.retried(counts)
    return { json: counts, says, unchanged: says }
  })
}

import { formatDay } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import {
  createRule,
  findRule,
  getRule,
  type RulePatch,
  readRules,
  removeRule,
  updateRule,
} from '../../store/rules/rules.ts'
import { fireRules, skipDue } from '../../store/rules/running.ts'
import type { Store } from '../../store/store.ts'
import type { Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { card } from '../finding/card.ts'
import { type ListColumn, listing, tableOf } from '../listing.ts'
import { chosen } from '../naming.ts'
import { parseName } from '../texts.ts'
import { flag, optional } from '../typed.ts'
import { change } from '../writing.ts'
import { readOutput, readRule, readSet, readTask } from './reading.ts'
import { type RuleJson, ruleJson, sayDoes, sayDue, sayFailure, sayWhen } from './shown.ts'
import { readTemplate, readText } from './template.ts'

export const ruleAdd: Run = async (context, typed) => {
  const rule = await readRule(context, context.open('write'), typed)
  return change(context, (operation, store) => {
    const id = createRule(store, operation, rule)
    if (rule.since === null) skipDue(store, operation, getRule(store, id))
    else fireRules(store, operation)
    const json = ruleJson(store, getRule(store, id))
    return { json, says: (w) => w.rules.added({ ...json, when: sayWhen(json, w), does: sayDoes(json, w) }) }
  })
}

export const ruleList: Run = (context, typed) => {
  const store = context.open('read')
  const rules = readRules(store.db).map((rule) => ruleJson(store, rule))
  return listing(typed, rules, COLUMNS, (w) => w.rules.empty())
}

export const ruleShow: Run = async (context, { args }) => {
  const store = context.open('read')
  const json = ruleJson(store, getRule(store, await namedRule(context, store, args[0])))
  return {
    json,
    document: (words) => {
      const { rules: w, records, tasks } = words
      const { action } = json
      // A long text has the whole width.
      const kind = action === 'task' || action === 'message' ? w.kinds[action] : undefined
      const shown = card(
        `${json.id} ${json.name}`,
        [
          [w.columns.when, sayWhen(json, words)],
          [records.pipeline, json.pipeline],
          [w.columns.does, kind ?? sayDoes(json, words)],
          [tasks.due, sayDue(json, words)],
          [w.columns.manager, action === 'task' ? (json.manager ?? w.nobody) : null],
          [w.columns.target, json.target],
          [w.columns.state, json.on ? w.states.on : w.states.off],
          [w.columns.since, formatDay(json.since.slice(0, 10), words.lang)],
          [w.columns.waiting, json.waiting],
          [w.columns.done, json.done],
          [w.columns.failed, json.failed],
          [w.columns.last, sayFailure(json, words)],
        ],
        { type: 'lines', lines: kind === undefined ? [] : json.text.split('\n') },
      )
      return { ...shown, data: tableOf([json], COLUMNS, words) }
    },
  }
}

export const ruleEdit: Run = async (context, typed) => {
  const store = context.open('write')
  const id = await namedRule(context, store, typed.args[0])
  const patch = await readPatch(context, store, typed, id)
  if (Object.keys(patch).length === 0)
    throw new UsageError((w) => w.records.noChange({ command: 'voronka rule edit' }))
  return change(context, (operation) => {
    updateRule(store, operation, id, patch)
    const json = ruleJson(store, getRule(store, id))
    const isSwitch = Object.keys(patch).join() === 'state'
    return {
      json,
      says: (w) =>
        isSwitch
          ? w.rules.switched(json)
          : w.rules.changed({ ...json, when: sayWhen(json, w), does: sayDoes(json, w) }),
    }
  })
}

export const ruleRm: Run = async (context, { args }) => {
  const id = await namedRule(context, context.open('write'), args[0])
  return change(context, (operation, store) => {
    const json = ruleJson(store, getRule(store, id))
    removeRule(operation, id)
    return { json, says: (w) => w.rules.removed(json) }
  })
}

/** The rule that a text means: `r3`, its name, `.`. */
export function namedRule(context: Context, store: Store, text = ''): Promise<number> {
  return chosen(context, () => findRule(store, text))
}

async function readPatch(context: Context, store: Store, typed: Typed, id: number): Promise<RulePatch> {
  const rule = getRule(store, id)
  const refuse = (name: string, action: string) => {
    throw new UsageError((w) => w.rules.notFor({ flag: `--${name}`, action }))
  }
  const name = optional(typed, 'name')
  const set = optional(typed, 'set')
  const text = optional(typed, 'text')
  const output = readOutput(typed)
  const task = await readTask(context, store, typed)
  if (Object.keys(task).length > 0 && rule.action !== 'task') refuse('due', '--task')
  if (set !== undefined && rule.action !== 'field') refuse('set', '--set')
  if (text !== undefined && rule.action === 'field') refuse('text', '--task')
  if (output !== undefined && rule.action !== 'message') refuse(output.output ?? '', '--message')
  if (flag(typed, 'on') && flag(typed, 'off')) refuse('on', '--off')
  return {
    ...(name !== undefined && { name: parseName(name) }),
    ...(text !== undefined && { text: readTemplate(store, readText(text)) }),
    ...(set !== undefined && (await readSet(context, store, set))),
    ...task,
    ...output,
    ...(flag(typed, 'allowCommand') && { allowed: true }),
    ...(flag(typed, 'on') && { state: 'on' as const }),
    ...(flag(typed, 'off') && { state: 'off' as const }),
  }
}

const COLUMNS: readonly ListColumn<RuleJson>[] = [
  { key: 'id', title: (w) => w.rules.columns.id, kind: 'id', value: (one) => one.id },
  { key: 'name', title: (w) => w.rules.columns.name, kind: 'text', value: (one) => one.name, wrap: true },
  {
    key: 'when',
    title: (w) => w.rules.columns.when,
    kind: 'text',
    value: (one) => `${one.trigger} ${one.stage ?? ''}${one.days === null ? '' : ` ${one.days}`}`,
    text: sayWhen,
    wrap: true,
  },
  {
    key: 'does',
    title: (w) => w.rules.columns.does,
    kind: 'text',
    value: (one) => `${one.action} ${one.field ?? one.opens ?? one.text}`,
    text: sayDoes,
    wrap: true,
  },
  {
    key: 'on',
    title: (w) => w.rules.columns.state,
    kind: 'text',
    value: (one) => (one.on ? 'on' : 'off'),
    text: (one, w) => (one.on ? w.rules.states.on : w.rules.states.off),
  },
  { key: 'done', title: (w) => w.rules.columns.done, kind: 'count', value: (one) => one.done },
  {
    key: 'lastFailure',
    title: (w) => w.rules.columns.last,
    kind: 'text',
    value: (one) => one.lastFailure?.code ?? null,
    text: (one, w) => sayFailure(one, w) ?? '',
    wrap: true,
  },
]

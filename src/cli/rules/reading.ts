import { resolve } from 'node:path'
import { foldKey } from '../../domain/names/name.ts'
import {
  OUTPUTS,
  type Output,
  type Rule,
  SET_FIELDS,
  type SetField,
  type Trigger,
} from '../../domain/rule.ts'
import { renamePlaces } from '../../domain/template.ts'
import { parseWhen } from '../../domain/time/when.ts'
import { UsageError, UserError } from '../../errors.ts'
import { readFields } from '../../store/fields.ts'
import { findManager, findPipeline, findStage } from '../../store/naming/naming.ts'
import { type NewRule, type RulePatch, readRules } from '../../store/rules/rules.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { parseFieldAssignment } from '../filters.ts'
import { meant } from '../line/aliases.ts'
import { chosen } from '../naming.ts'
import { readPriority } from '../tasks/values.ts'
import { parseName, shortened } from '../texts.ts'
import { flag, optional, several } from '../typed.ts'
import { readTemplate, readText } from './template.ts'

/** The flags of `rule add` as a rule. Throws UsageError where they say no event or no action, or more than one. */
export async function readRule(context: Context, store: Store, typed: Typed): Promise<NewRule> {
  const event = await readEvent(context, store, typed)
  const action = await readAction(context, store, typed)
  const rest = await readRest(context, store, typed, action.action)
  const rule = { ...NOTHING, lang: context.lang, ...event, ...action, ...rest }
  const [name] = typed.args
  return {
    ...rule,
    name: name === undefined ? unusedName(store, rule) : parseName(name),
    since: readSince(context, store, typed),
  }
}

/** What a rule has beside its event and what it does. */
export const NOTHING = {
  days: null,
  text: '',
  manager: null,
  due: null,
  dueField: null,
  priority: 'normal',
  field: null,
  ownField: null,
  pipeline: null,
  withAmount: false,
  output: null,
  target: null,
  allowed: false,
} as const

const TRIGGER_FLAGS: readonly Trigger[] = ['enter', 'leave', 'stay']

async function readEvent(
  context: Context,
  store: Store,
  typed: Typed,
): Promise<Pick<Rule, 'stage' | 'trigger' | 'days'>> {
  const given = TRIGGER_FLAGS.filter((name) => optional(typed, name) !== undefined)
  const [trigger, second] = given
  if (trigger === undefined || second !== undefined) throw new UsageError((w) => w.rules.oneTrigger)
  const days = optional(typed, 'days')
  if (trigger === 'stay' && days === undefined) throw new UsageError((w) => w.rules.needsDays)
  if (trigger !== 'stay' && days !== undefined) throw new UsageError((w) => w.rules.daysOfStay)
  const stage = await namedStage(context, store, typed, optional(typed, trigger) ?? '')
  return { stage, trigger, days: days === undefined ? null : parseDays(days) }
}

/** A stage of the pipeline that `--pipeline` names, else of any. */
export async function namedStage(
  context: Context,
  store: Store,
  typed: Typed,
  text: string,
): Promise<number> {
  const named = optional(typed, 'pipeline')
  const pipeline = named === undefined ? undefined : await chosen(context, () => findPipeline(store, named))
  const scope = { at: Number.POSITIVE_INFINITY, ...(pipeline !== undefined && { pipeline }) }
  return chosen(context, () => findStage(store, text, scope))
}

function parseDays(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text.trim())) throw new UsageError((w) => w.rules.badDays({ text }))
  return Number(text)
}

type ActionPart = Pick<Rule, 'action' | 'text'> &
  Partial<Pick<Rule, 'field' | 'ownField' | 'pipeline' | 'manager'>>

const ACTION_FLAGS = ['task', 'set', 'open', 'message'] as const

async function readAction(context: Context, store: Store, typed: Typed): Promise<ActionPart> {
  const given = ACTION_FLAGS.filter((name) => optional(typed, name) !== undefined)
  const [flagged, second] = given
  if (flagged === undefined || second !== undefined) throw new UsageError((w) => w.rules.oneAction)
  const text = optional(typed, flagged) ?? ''
  switch (flagged) {
    case 'task':
      return { action: 'task', text: readTemplate(store, parseName(text)) }
    case 'message':
      return { action: 'message', text: readTemplate(store, readText(text)) }
    case 'open':
      return {
        action: 'deal',
        pipeline: await chosen(context, () => findPipeline(store, text)),
        text: readTemplate(store, optional(typed, 'title') ?? '{deal.title}'),
      }
    case 'set':
      return { action: 'field', ...(await readSet(context, store, text)) }
  }
}

/** FIELD=VALUE: a field of ours by its key or its name in any of the languages, else one of the user's own. */
export async function readSet(
  context: Context,
  store: Store,
  text: string,
): Promise<Pick<Rule, 'text' | 'field' | 'ownField' | 'manager'>> {
  const at = text.indexOf('=')
  const known = SET_FIELDS.join(', ')
  if (at < 1) throw new UsageError((w) => w.rules.badSet({ text, known }))
  const value = text.slice(at + 1).trim()
  const field = fieldMeant(context, text.slice(0, at).trim())
  if (field === undefined) {
    const own = parseFieldAssignment(readFields(store.db, 'deal'), text)
    return { field: null, ownField: own.field.id, manager: null, text: readTemplate(store, own.value) }
  }
  if (field !== 'manager') return { field, ownField: null, manager: null, text: readTemplate(store, value) }
  const manager = value === '' ? null : await chosen(context, () => findManager(store, value))
  return { field, ownField: null, manager, text: '' }
}

function fieldMeant({ words }: Context, name: string): SetField | undefined {
  const names: Readonly<Record<string, string>> = words.deals.fields
  return (
    meant('option', name, SET_FIELDS) ?? SET_FIELDS.find((one) => foldKey(names[one] ?? '') === foldKey(name))
  )
}

/** What goes with some actions only. */
async function readRest(
  context: Context,
  store: Store,
  typed: Typed,
  action: Rule['action'],
): Promise<Partial<NewRule>> {
  const only = (name: string, of: Rule['action'], isThere: boolean, flagged: string) => {
    if (isThere && action !== of)
      throw new UsageError((w) => w.rules.notFor({ flag: `--${name}`, action: flagged }))
  }
  for (const name of ['due', 'dueField', 'priority', 'manager'])
    only(name.replace('F', '-f'), 'task', optional(typed, name) !== undefined, '--task')
  only('title', 'deal', optional(typed, 'title') !== undefined, '--open')
  only('with-amount', 'deal', flag(typed, 'withAmount'), '--open')
  if (action === 'task') return readTask(context, store, typed)
  if (action === 'deal') return { withAmount: flag(typed, 'withAmount') }
  const output = readOutput(typed)
  only('folder', 'message', output !== undefined, '--message')
  if (action === 'message') return output ?? { output: 'print', target: null }
  return {}
}

export async function readTask(context: Context, store: Store, typed: Typed): Promise<RulePatch> {
  const due = optional(typed, 'due')
  const dueField = optional(typed, 'dueField')
  const manager = optional(typed, 'manager')
  const priority = readPriority(typed)
  const { zone } = store
  // Read now so that what cannot be read is said now.
  if (due !== undefined && due.trim() !== '')
    parseWhen(due, { now: context.now(zone), zone, lang: context.lang, prefer: 'future' })
  return {
    ...(due !== undefined && { due: due.trim() === '' ? null : due.trim(), dueField: null }),
    ...(dueField !== undefined && { dueField: readDateField(store, dueField), due: null }),
    ...(manager !== undefined && {
      manager: manager.trim() === '' ? null : await chosen(context, () => findManager(store, manager)),
    }),
    ...(priority !== undefined && { priority }),
  }
}

function readDateField(store: Store, text: string): number | null {
  if (text.trim() === '') return null
  const { field } = parseFieldAssignment(readFields(store.db, 'deal'), `${text}=`)
  if (field.type !== 'date') throw new UserError((w) => w.rules.notDateField({ field: field.name }))
  return field.id
}

/** Where a message goes; undefined where nothing was said of it. */
export function readOutput(typed: Typed): Pick<Rule, 'output' | 'target' | 'allowed'> | undefined {
  const folder = optional(typed, 'folder')
  const command = several(typed, 'command')
  const given: Readonly<Record<Output, boolean>> = {
    print: flag(typed, 'print'),
    folder: folder !== undefined,
    command: command.length > 0,
  }
  const [output, second] = OUTPUTS.filter((one) => given[one])
  if (second !== undefined) throw new UsageError((w) => w.rules.oneOutput)
  switch (output) {
    case undefined:
      return undefined
    case 'print':
      return { output, target: null, allowed: false }
    case 'folder':
      // The rule may run from anywhere.
      return { output, target: resolve(folder ?? ''), allowed: false }
    case 'command':
      return { output, target: JSON.stringify(parseCommand(command)), allowed: true }
  }
}

/** Words one by one, or all of them as a JSON list. */
function parseCommand(words: readonly string[]): string[] {
  const [only, second] = words
  const bad = () => new UsageError((w) => w.rules.badCommand({ text: words.join(' ') }))
  if (second !== undefined || only === undefined || !only.trimStart().startsWith('[')) {
    if (words[0]?.trim() === '') throw bad()
    return [...words]
  }
  const list = parsedJson(only)
  if (
    !Array.isArray(list) ||
    list.length === 0 ||
    !list.every((word) => typeof word === 'string' && word !== '')
  )
    throw bad()
  return list.map(String)
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readSince(context: Context, store: Store, typed: Typed): number | null {
  const text = optional(typed, 'since')
  if (text === undefined) return null
  const { zone } = store
  return parseWhen(text, { now: context.now(zone), zone, lang: context.lang, prefer: 'past' }).at
}

/** Of a rule without a name: what it does, and a number where that is taken. */
function unusedName(
  store: Store,
  { stage, text, action }: Pick<NewRule, 'stage' | 'text' | 'action'>,
): string {
  const line = renamePlaces(text.split('\n')[0] ?? '', () => '').replace(/\{\}/g, '…')
  const what = action === 'field' || action === 'deal' ? '' : ` · ${shortened(line, 30)}`
  const name = `${store.stage(stage).name}${what}`
  const names = new Set(readRules(store.db).map((rule) => foldKey(rule.name)))
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name} ${n}`
    if (!names.has(foldKey(tried))) return tried
  }
}

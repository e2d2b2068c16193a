import type { Selectable } from 'kysely'
import { fitting, offered } from '../../domain/names/matching.ts'
import { foldKey } from '../../domain/names/name.ts'
import {
  ACTIONS,
  type Link,
  loopOf,
  OUTPUTS,
  RULE_STATES,
  type Rule,
  type RuleProblem,
  SET_FIELDS,
  TRIGGERS,
} from '../../domain/rule.ts'
import { PRIORITIES } from '../../domain/task.ts'
import { Fault, UserError } from '../../errors.ts'
import { LANGS } from '../../words/words.ts'
import type { Database } from '../database.ts'
import { firstStage } from '../deals/writing.ts'
import { dotOf, pickOne, typedIdOf } from '../naming/naming.ts'
import type { Operation } from '../operation.ts'
import { parseJson } from '../rows.ts'
import type { Store } from '../store.ts'
import type { Schema } from '../tables/schema.ts'

/** Every rule that was not removed, in the order in which they were made and fire. */
export function readRules(db: Database): Rule[] {
  const rows = db.prepare("select * from rules where state <> 'removed' order by id").all()
  return (rows as Selectable<Schema['rules']>[]).map(ruleOf)
}

export function getRule(store: Store, id: number): Rule {
  const row = store.db.prepare('select * from rules where id = ?').get(id)
  if (row === undefined) throw new Fault(`there is no rule ${id}`)
  return ruleOf(row as Selectable<Schema['rules']>)
}

/** The rule that `r3`, its name or the beginning of it means; `.` is the one last touched. */
export function findRule(store: Store, text: string): number {
  const rules = readRules(store.db)
  const typed = typedIdOf('rule', text) ?? dotOf(store.db, 'rule', 'rules', text)
  const names = rules.map(({ name }) => name)
  const byId = rules.find(({ id }) => id === typed)
  if (byId !== undefined) return byId.id
  const folded = rules.map((item) => ({ item, names: [foldKey(item.name)] }))
  const candidates = fitting(folded, foldKey(text), 'label').map((rule) => ({
    id: rule.id,
    key: `r${rule.id}`,
    name: rule.name,
    hint: null,
  }))
  return pickOne('rule', text, candidates, () => offered(text, names))
}

export type NewRule = Omit<Rule, 'id' | 'since' | 'state'> & { since: number | null }

/**
 * Makes a rule; events count from the operation's moment on unless `since` reaches back. Returns its row id. Throws
 * UserError for a name in use, and for rules that would open deals without end.
 */
export function createRule(store: Store, operation: Operation, rule: NewRule): number {
  checkFree(store, rule.name, null)
  const id = operation.insert('rules', { ...cellsOf(rule), since_at: rule.since ?? operation.at })
  refuseLoop(store)
  return id
}

/** What of a rule may change: what it waits for may not, for its firings answer to it. */
export type RulePatch = Partial<Omit<Rule, 'id' | 'stage' | 'trigger' | 'days' | 'since' | 'action'>>

export function updateRule(store: Store, operation: Operation, id: number, patch: RulePatch): void {
  if (patch.name !== undefined) checkFree(store, patch.name, id)
  const rule = { ...getRule(store, id), ...patch }
  operation.update('rules', id, { ...cellsOf(rule), state: rule.state })
  refuseLoop(store)
}

/** Texts of it that wait to be sent are not: its row stays, for its firings name it. */
export function removeRule(operation: Operation, id: number): void {
  operation.update('rules', id, { state: 'removed' })
}

/** Rules that a stage has, by its row id: those that are on. */
export function rulesByStage(store: Store): Map<number, number> {
  const rows = store.db
    .prepare("select stage_id, count(*) from rules where state = 'on' group by stage_id")
    .raw()
    .all() as [number, number][]
  return new Map(rows)
}

function cellsOf(rule: Omit<Rule, 'id' | 'since' | 'state'>) {
  return {
    name: rule.name,
    stage_id: rule.stage,
    trigger: rule.trigger,
    days: rule.days,
    action: rule.action,
    text: rule.text,
    manager_id: rule.manager,
    due: rule.due,
    due_field_id: rule.dueField,
    lang: rule.lang,
    priority: rule.priority,
    field: rule.field,
    field_id: rule.ownField,
    pipeline_id: rule.pipeline,
    with_amount: rule.withAmount ? 1 : 0,
    output: rule.output,
    target: rule.target,
    allowed: rule.allowed ? 1 : 0,
  }
}

function ruleOf(row: Selectable<Schema['rules']>): Rule {
  return {
    id: row.id,
    name: row.name,
    stage: row.stage_id,
    trigger: oneOf(TRIGGERS, row.trigger),
    days: row.days,
    action: oneOf(ACTIONS, row.action),
    state: oneOf(RULE_STATES, row.state),
    since: row.since_at,
    text: row.text,
    manager: row.manager_id,
    due: row.due,
    dueField: row.due_field_id,
    lang: oneOf(LANGS, row.lang),
    priority: oneOf(PRIORITIES, row.priority),
    field: row.field === null ? null : oneOf(SET_FIELDS, row.field),
    ownField: row.field_id,
    pipeline: row.pipeline_id,
    withAmount: row.with_amount === 1,
    output: row.output === null ? null : oneOf(OUTPUTS, row.output),
    target: row.target,
    allowed: row.allowed === 1,
  }
}

function oneOf<T extends string>(list: readonly T[], text: string): T {
  const found = list.find((one) => one === text)
  if (found === undefined) throw new Fault(`unknown ${text} in a rule of the file`)
  return found
}

function checkFree(store: Store, name: string, own: number | null): void {
  const taken = readRules(store.db).find((rule) => rule.id !== own && foldKey(rule.name) === foldKey(name))
  if (taken !== undefined) throw new UserError((w) => w.rules.taken({ name, id: `r${taken.id}` }))
}

function refuseLoop(store: Store): void {
  const links = readRules(store.db).map(
    ({ name, stage, trigger, pipeline, action }): Link => ({
      rule: name,
      stage,
      trigger,
      opens: action === 'deal' && pipelineThere(store, pipeline) ? firstStage(store, pipeline) : null,
    }),
  )
  const loop = loopOf(links)
  if (loop !== undefined) throw new UserError((w) => w.rules.loop({ rules: loop }))
}

export function pipelineThere({ pipelines }: Store, id: number | null): id is number {
  return pipelines.some((pipeline) => pipeline.id === id)
}

export interface LastFailure {
  deal: number
  /** ms UTC */
  at: number
  problem: RuleProblem
}

export interface RuleTally {
  done: number
  failed: number
  /** Events still to come, as far as they are known. */
  waiting: number
  last: LastFailure | null
}

/** How often a rule did something, and its last failure. */
export function tallyOf(db: Database, rule: number): RuleTally {
  const count = (state: string) =>
    Number(
      db
        .prepare('select count(*) from rule_firings where rule_id = ? and state = ?')
        .pluck()
        .get(rule, state),
    )
  const last = db
    .prepare(
      "select deal_id, fired_at, problem from rule_firings where rule_id = ? and state = 'failed' order by id desc",
    )
    .get(rule) as { deal_id: number; fired_at: number; problem: string } | undefined
  return {
    done: count('done'),
    failed: count('failed'),
    waiting: Number(db.prepare('select count(*) from rule_waits where rule_id = ?').pluck().get(rule)),
    last:
      last === undefined
        ? null
        : { deal: last.deal_id, at: last.fired_at, problem: parseJson<RuleProblem>(last.problem) },
  }
}

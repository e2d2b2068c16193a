import { MOST_STEPS, type Rule, type RuleEvent, type RuleProblem } from '../../domain/rule.ts'
import { whenOf } from '../../domain/time/when.ts'
import { UserError } from '../../errors.ts'
import type { Database } from '../database.ts'
import { project } from '../deals/projection.ts'
import { addDeal, editDeal } from '../deals/writing.ts'
import { affectedDeals, affectedRows } from '../kept/affected.ts'
import type { Operation } from '../operation.ts'
import { codeOf, ORIGINS, PRECISIONS, parseJson } from '../rows.ts'
import type { Store } from '../store.ts'
import { addTask } from '../touches/writing.ts'
import { dueEvents, eventOf, type LostFiring, lostFirings, renewWaits, renewWaitsOf } from './events.ts'
import { putIntoOutbox } from './outbox.ts'
import { Planner, type RulePlan, refusal } from './plans.ts'
import { getRule, readRules } from './rules.ts'

/** One firing, as it is told: what was made, or why not. */
export interface Fired {
  rule: Rule
  event: RuleEvent
  plan: RulePlan
  /** Row ids of what was made. */
  task: number | null
  opened: number | null
}

/**
 * Brings the firings of rules up to date: every event of a deal that the operation touched, or of a rule that it made,
 * and whatever came due meanwhile, has one. An undo takes away and makes nothing: its events wait for the next write,
 * but those whose firings alone it took back are never answered. Inside the operation's transaction; a workspace
 * without rules costs one look.
 */
export function fireRules(store: Store, operation: Operation): void {
  const { db } = store
  const ranges = affectedRows(store, operation, 'rules')
  const undone = db.prepare('select undoes from operations where id = ?').pluck().get(operation.id) as
    | number
    | null
  for (const { from, until } of ranges) {
    db.prepare('delete from rule_waits where rule_id between ? and ?').run(from, until)
    if (undone !== null) forgetGone(store, operation, from, until)
  }
  const rules = readRules(db)
  if (rules.length === 0) return
  const changed = rules.filter(({ id }) => ranges.some(({ from, until }) => id >= from && id <= until))
  const takenBack = undone === null ? [] : firingsOf(db, undone)
  const deals = [
    ...new Set([...affectedDeals(store, operation), ...takenBack.map(({ deal_id: deal }) => deal)]),
  ]
  if (undone !== null && isFiringsAlone(store, undone)) skipTakenBack(store, operation, takenBack)
  dropLost(store, operation, rules, deals)
  renewWaitsOf(store, changed)
  renewWaits(store, rules, deals)
  if (undone === null && !operation.isRestore) new Firing(store, operation, rules).fireDue()
}

/** A rule that is taken back leaves nothing that names it. */
function forgetGone({ db }: Store, operation: Operation, from: number, until: number): void {
  const ids = db
    .prepare(
      `select id from rule_firings where rule_id between ? and ? and rule_id not in (select id from rules)`,
    )
    .pluck()
    .all(from, until) as number[]
  for (const id of ids) operation.remove('rule_firings', id)
}

/** What waits for its rule now is passed over: it came before the rule was there, though on the same day. */
export function skipDue(store: Store, operation: Operation, rule: Rule): void {
  renewWaitsOf(store, [rule])
  for (const event of dueEvents(store, operation.at))
    if (event.rule === rule.id) record(operation, event, { state: 'skipped' })
}

class Firing {
  readonly #rules: ReadonlyMap<number, Rule>

  constructor(
    private readonly store: Store,
    private readonly operation: Operation,
    private readonly all: readonly Rule[],
  ) {
    this.#rules = new Map(all.map((rule) => [rule.id, rule]))
  }

  fireDue(): void {
    const { store, operation } = this
    for (let step = 1; ; step++) {
      const events = dueEvents(store, operation.at)
      if (events.length === 0) return
      const touched = this.#step(events, step > MOST_STEPS)
      if (touched.length === 0) return
      project(store.db, touched, store.projection)
      renewWaits(store, this.all, touched)
    }
  }

  /** Answers these events; returns the deals that it made or changed. */
  #step(events: readonly RuleEvent[], isTooFar: boolean): number[] {
    const { store, operation } = this
    const planner = new Planner(store)
    const touched = new Set<number>()
    for (const event of events) {
      const rule = this.#rules.get(event.rule)
      if (rule !== undefined) this.#answer(planner, rule, event, isTooFar, touched)
    }
    store.db
      .prepare(
        `delete from rule_waits where event_at <= ? and exists(select 1 from rule_firings f
          where f.rule_id = rule_waits.rule_id and f.deal_id = rule_waits.deal_id and f.nth = rule_waits.nth)`,
      )
      .run(operation.at)
    return [...touched]
  }

  #answer(planner: Planner, rule: Rule, event: RuleEvent, isTooFar: boolean, touched: Set<number>): void {
    const { operation } = this
    if (rule.state !== 'on') {
      record(operation, event, { state: 'skipped' })
      return
    }
    const plan: RulePlan = isTooFar
      ? { does: 'nothing', problem: { code: 'chain', name: rule.name } }
      : planner.plan(rule, event)
    const fired = this.#carryOut(rule, event, plan)
    if (fired.plan.does === 'field') touched.add(event.deal)
    if (fired.opened !== null) touched.add(fired.opened)
    operation.fired.push(fired)
  }

  /** All or nothing: what fails on the way leaves its reason and no more. */
  #carryOut(rule: Rule, event: RuleEvent, plan: RulePlan): Fired {
    const { store, operation } = this
    if (plan.does === 'nothing') return this.#failed(rule, event, plan.problem)
    const { raw } = store.db
    raw.exec('savepoint firing')
    try {
      const made = operation.as('rule', () => this.#make(event, plan))
      const firing = record(operation, event, { state: 'done', ...made })
      if (plan.does === 'message')
        putIntoOutbox(store, rule, { ...event, firing, text: plan.text }, operation.at)
      raw.exec('release firing')
      return { rule, event, plan, task: made.task_id ?? null, opened: made.opened_id ?? null }
    } catch (error) {
      raw.exec('rollback to firing; release firing')
      if (!(error instanceof UserError)) throw error
      return this.#failed(rule, event, refusal(error, rule))
    }
  }

  #failed(rule: Rule, event: RuleEvent, problem: RuleProblem): Fired {
    record(this.operation, event, { state: 'failed', problem: JSON.stringify(problem) })
    return { rule, event, plan: { does: 'nothing', problem }, task: null, opened: null }
  }

  #make(event: RuleEvent, plan: RulePlan): { task_id?: number; opened_id?: number } {
    const { store, operation } = this
    const deed = { when: whenOf(event, store.zone), actor: null }
    switch (plan.does) {
      case 'task':
        return { task_id: addTask(operation, plan.task) }
      case 'field':
        editDeal(store, operation, event.deal, () => plan.patch, deed)
        return {}
      case 'deal':
        return { opened_id: addDeal(store, operation, plan.values, deed) }
      case 'message':
      case 'nothing':
        return {}
    }
  }
}

interface FiringCells {
  state: 'done' | 'failed' | 'skipped'
  task_id?: number
  opened_id?: number
  problem?: string
}

function record(operation: Operation, event: RuleEvent, cells: FiringCells): number {
  return operation.insert('rule_firings', {
    rule_id: event.rule,
    deal_id: event.deal,
    nth: event.nth,
    event_at: event.at,
    precision: codeOf(PRECISIONS, event.precision),
    fired_at: operation.at,
    ...cells,
  })
}

/**
 * A firing whose visit is no more goes with its task, unless somebody worked on that; a field that was set and a deal
 * that was opened stay, and so does their firing: the visit may come back.
 */
function dropLost(
  store: Store,
  operation: Operation,
  rules: readonly Rule[],
  deals: readonly number[],
): void {
  if (deals.length === 0) return
  for (const firing of lostFirings(store, rules, deals)) {
    if (firing.state === 'done' && (firing.action === 'field' || firing.opened !== null)) continue
    if (firing.task !== null && !dropTask(store, operation, firing)) continue
    operation.remove('rule_firings', firing.id)
  }
}

function dropTask({ db }: Store, operation: Operation, { task }: LostFiring): boolean {
  const row = db.prepare('select state, postponed from tasks where id = ?').get(task) as
    | { state: string; postponed: number }
    | undefined
  if (row === undefined) return true
  if (row.state !== 'open' || row.postponed > 0) return false
  operation.remove('tasks', Number(task))
  return true
}

/** The events that an operation answered. */
function firingsOf(db: Database, op: number): EventCells[] {
  const images = db
    .prepare(
      `select after from changes where op = ? and table_name = 'rule_firings' and before is null and after is not null`,
    )
    .pluck()
    .all(op) as string[]
  return images.map((image) => parseJson<EventCells>(image))
}

interface EventCells {
  rule_id: number
  deal_id: number
  nth: number
  event_at: number
  precision: number
}

/**
 * An undo of nothing but firings, their visits being there still, is a no to them for good; those that came along with
 * something else come again.
 */
function skipTakenBack({ db }: Store, operation: Operation, events: readonly EventCells[]): void {
  const taken = db.prepare(
    `select 1 from rule_firings where rule_id = ? and deal_id = ? and nth = ?
      union all select 1 where not exists(select 1 from rules where id = ?)`,
  )
  for (const cells of events)
    if (taken.get(cells.rule_id, cells.deal_id, cells.nth, cells.rule_id) === undefined)
      record(operation, eventOf(cells), { state: 'skipped' })
}

/** Whether an operation wrote only what its firings made. */
function isFiringsAlone({ db }: Store, op: number): boolean {
  const other = db
    .prepare(
      `select 1 from changes c where c.op = @op and c.table_name <> 'rule_firings'
        and not (c.table_name = 'tasks' and c.row_id in (select after ->> '$.task_id' from changes f
          where f.op = @op and f.table_name = 'rule_firings' and f.after is not null))
      union all select 1 from operations o join deals d on d.id between o.deals_from and o.deals_until
        where o.id = @op and d.op = @op and d.origin <> @rule
      union all select 1 from operations o join history h on h.id between o.history_from and o.history_until
        where o.id = @op and h.op = @op and h.origin <> @rule limit 1`,
    )
    .get({ op, rule: codeOf(ORIGINS, 'rule') })
  return other === undefined
}

/** Takes failed firings away so that they are tried again by the operation itself. Returns how many. */
export function forgetFailures(store: Store, operation: Operation, rule?: number): number {
  const ids = store.db
    .prepare(
      `select id from rule_firings where state = 'failed' and (@rule is null or rule_id = @rule)
        and rule_id in (select id from rules where state <> 'removed')`,
    )
    .pluck()
    .all({ rule: rule ?? null }) as number[]
  for (const id of ids) operation.remove('rule_firings', id)
  if (ids.length > 0) renewWaitsOf(store, rule === undefined ? readRules(store.db) : [getRule(store, rule)])
  return ids.length
}

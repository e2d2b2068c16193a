import fc from 'fast-check'
import { ACTIVITY_KINDS, type ActivityKind, type Direction } from '../../src/domain/activity.ts'
import { foldKey, foldName } from '../../src/domain/names/name.ts'
import { createPipeline } from '../../src/store/deals/pipelines.ts'
import { writeSetting } from '../../src/store/settings.ts'
import { Store } from '../../src/store/store.ts'
import { addActivity } from '../../src/store/touches/writing.ts'
import { NOTHING } from './values.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
export const BEGIN = Date.UTC(2026, 2, 1)

export interface Touch {
  kind: ActivityKind
  direction: Direction | null
  outcome: string | null
  at: number
  manager: number | null
  contact: number | null
  deal: number | null
  phone: string | null
}

export interface Todo {
  manager: number | null
  createdAt: number
  due: { at: number; day: boolean } | null
  done: number | null
  postponed: number
}

export interface Sale {
  at: number
  contact: number | null
  company: number | null
  manager: number | null
  /** Moments of leaving the first stage, and of the outcome. */
  moved: number | null
  won: number | null
}

export interface Doings {
  touches: Touch[]
  todos: Todo[]
  sales: Sale[]
}

/** Moments of sixty days, on the half-hour. */
const moment = fc.integer({ min: 0, max: 60 * 48 }).map((half) => BEGIN + half * 30 * 60_000)
const manager = fc.constantFrom(1, 2, null)
const contact = fc.constantFrom(1, 2, 3, null)
const company = fc.constantFrom(1, 2, null, null, null)

/** A quarter of three clients, two managers and what happened between them. */
export const doings: fc.Arbitrary<Doings> = fc.record({
  touches: fc.array(
    fc.record({
      kind: fc.constantFrom(...ACTIVITY_KINDS),
      direction: fc.constantFrom('in', 'out', 'out', null),
      outcome: fc.constantFrom(null, 'answered', 'no-answer', 'missed', 'planned', 'not-held', 'busy'),
      at: moment,
      manager,
      contact,
      deal: fc.constantFrom(null, null, 1, 2),
      phone: fc.constantFrom(null, '+15550001'),
    }),
    { maxLength: 30 },
  ),
  todos: fc.array(
    fc.record({
      manager,
      createdAt: moment,
      due: fc.option(fc.record({ at: moment, day: fc.boolean() }), { nil: null }),
      done: fc.option(moment, { nil: null }),
      postponed: fc.nat(3),
    }),
    { maxLength: 10 },
  ),
  sales: fc.array(
    fc
      .record({
        at: moment,
        contact,
        company,
        manager,
        moved: fc.nat(20 * 24),
        won: fc.nat(20 * 24),
        how: fc.nat(3),
      })
      .map(({ moved, won, how, ...sale }) => ({
        ...sale,
        moved: how === 0 ? null : sale.at + moved * HOUR,
        won: how < 2 ? null : sale.at + (moved + won) * HOUR,
      })),
    { minLength: 2, maxLength: 6 },
  ),
})

export function startOfDay(at: number): number {
  return Math.floor(at / DAY) * DAY
}

/** Two pipelines' worth of nothing else: the deals are `sales` in their order, d1 first. */
export function workspaceOf({ touches, todos, sales }: Doings): Store {
  const store = Store.inMemory()
  store.write({ command: 'init', now: BEGIN - DAY }, (operation) => {
    writeSetting(store.db, operation, 'timezone', 'UTC')
    createPipeline(operation, { name: 'Sales', stages: ['New', 'Offer'], won: 'Won', lost: 'Lost' })
    for (const name of ['Anna', 'Boris']) operation.insert('managers', { name, folded: foldKey(name) })
    for (const name of ['One', 'Two', 'Three'])
      operation.insert('contacts', { name, folded: foldName(name), created_at: BEGIN, created_precision: 0 })
    for (const name of ['Daisy', 'Rose'])
      operation.insert('companies', { name, folded: foldName(name), created_at: BEGIN, created_precision: 0 })
  })
  store.write({ command: 'all', now: BEGIN + 100 * DAY }, (operation) => {
    const kinds = new Map(store.pipelines[0]?.stages.map(({ name, id }) => [name, id]))
    for (const { at, contact: who, company: of, manager: whose, moved, won } of sales) {
      const values = {
        ...NOTHING,
        title: 'x',
        manager: whose,
        contacts: who === null ? [] : [who],
        company: of,
        amount: 100,
      }
      const deal = operation.createDeal({ at, precision: 'moment', actor: null, values })
      const move = (stage: string, when: number | null) => {
        if (when === null) return
        const value = kinds.get(stage) ?? 0
        operation.change(deal, { kind: 1, value, at: when, precision: 'moment', actor: null })
      }
      move('Offer', moved)
      move('Won', won)
    }
    for (const touch of touches)
      addActivity(operation, {
        ...touch,
        when: { at: touch.at, precision: 'moment' },
        duration: null,
        company: null,
        text: null,
      })
    for (const todo of todos)
      operation.insert('tasks', {
        text: 'x',
        manager_id: todo.manager,
        created_at: todo.createdAt,
        created_precision: 0,
        due_at: todo.due === null ? null : todo.due.day ? startOfDay(todo.due.at) : todo.due.at,
        due_precision: todo.due === null ? null : todo.due.day ? 1 : 0,
        state: todo.done === null ? 'open' : 'done',
        done_at: todo.done,
        done_precision: todo.done === null ? null : 0,
        postponed: todo.postponed,
      })
  })
  return store
}

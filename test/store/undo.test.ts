import { expect, test } from 'vitest'
import { KIND } from '../../src/domain/deal.ts'
import { createPipeline } from '../../src/store/deals/pipelines.ts'
import { writeSetting } from '../../src/store/settings.ts'
import { Store } from '../../src/store/store.ts'
import { NOTHING } from '../support/values.ts'

const DAY = 86_400_000

function workspace() {
  const store = Store.inMemory()
  store.write({ command: 'init', now: 0 }, (operation) => {
    const pipeline = createPipeline(operation, {
      name: 'Sales',
      stages: ['New', 'Qualified', 'Proposal'],
      won: 'Won',
      lost: 'Lost',
    })
    writeSetting(store.db, operation, 'pipeline', pipeline)
  })
  return store
}

function addDeal(store: Store, at: number) {
  const [pipeline] = store.pipelines
  const first = pipeline?.stages[0]
  if (first === undefined) throw new Error('no stage')
  return store.write({ command: 'deal add', now: at }, (operation) =>
    operation.createDeal({
      at,
      precision: 'moment',
      actor: null,
      values: { ...NOTHING, title: 'Балкон', stage: first.id, amount: 100_00 },
    }),
  )
}

function tables(store: Store) {
  return Object.fromEntries(
    ['deal_state', 'visits', 'deal_contacts', 'stages', 'pipelines', 'settings', 'managers'].map((table) => [
      table,
      store.db.prepare(`select * from ${table}`).all(),
    ]),
  )
}

test('a move is undone by retraction, and the copies follow', () => {
  const store = workspace()
  const deal = addDeal(store, DAY).result
  const before = tables(store)
  const stages = store.pipelines[0]?.stages ?? []
  store.write({ command: 'deal move', now: 3 * DAY }, (operation) =>
    operation.change(deal, {
      kind: KIND.stage,
      value: stages[2]?.id ?? null,
      at: 3 * DAY,
      precision: 'moment',
      actor: null,
    }),
  )
  expect(store.db.prepare('select stage_id, visited, stage_at from deal_state').raw().get()).toEqual([
    3,
    5,
    3 * DAY,
  ])
  expect(store.undo({ command: 'undo', now: 4 * DAY }).result).toEqual({
    undone: 3,
    command: 'deal move',
    touched: [deal],
  })
  expect(tables(store)).toEqual(before)
})

test('undoing everything leaves nothing in force, and then there is nothing to undo', () => {
  const store = Store.inMemory()
  const before = tables(store)
  store.write({ command: 'init', now: 0 }, (operation) =>
    createPipeline(operation, { name: 'Sales', stages: ['New'], won: 'Won', lost: 'Lost' }),
  )
  addDeal(store, DAY)
  expect([
    store.undo({ command: 'undo', now: 1 }).result.undone,
    store.undo({ command: 'undo', now: 1 }).result.undone,
  ]).toEqual([2, 1])
  expect(tables(store)).toEqual(before)
  expect(() => store.undo({ command: 'undo', now: 1 })).toThrow('There is nothing to undo')
})

test('a number that comes next is no operation, not the undo itself', () => {
  const store = workspace()
  addDeal(store, DAY)
  const before = tables(store)
  for (const wanted of [3, 4])
    expect(() => store.undo({ command: 'undo', now: 2 * DAY }, wanted)).toThrow(
      `There is no operation ${wanted}`,
    )
  expect(tables(store)).toEqual(before)
})

test('an operation that others built on is not undone before them', () => {
  const store = workspace()
  addDeal(store, DAY)
  expect(() => store.undo({ command: 'undo', now: 2 * DAY }, 1)).toThrow(
    'Operation 1 cannot be undone before what was built on it (2). Undo those first: voronka undo',
  )
  expect(store.undo({ command: 'undo', now: 2 * DAY }, 2).operation).toBe(3)
  expect(() => store.undo({ command: 'undo', now: 2 * DAY }, 2)).toThrow('Operation 2 is undone already')
  expect(() => store.undo({ command: 'undo', now: 2 * DAY }, 3)).toThrow('Operation 3 is itself an undo')
  expect(store.undo({ command: 'undo', now: 2 * DAY }).result.undone).toBe(1)
})

test('a dry run and a failure change nothing', () => {
  const store = workspace()
  const before = tables(store)
  const dry = store.write({ command: 'pipeline add', now: 1, dryRun: true }, (operation) =>
    createPipeline(operation, { name: 'B', stages: ['X'], won: 'Won', lost: 'Lost' }),
  )
  expect(dry.operation).toBeNull()
  expect(() =>
    store.write({ command: 'x', now: 1 }, (operation) => {
      createPipeline(operation, { name: 'B', stages: ['X'], won: 'Won', lost: 'Lost' })
      throw new Error('half way')
    }),
  ).toThrow('half way')
  expect(tables(store)).toEqual(before)
  expect(store.db.prepare('select count(*) from operations').pluck().get()).toBe(1)
})

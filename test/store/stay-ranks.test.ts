import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Quantiles, type Ranked } from '../../src/domain/statistics/quantiles.ts'
import { createPipeline } from '../../src/store/deals/pipelines.ts'
import { stayRanks } from '../../src/store/facts/stay-ranks.ts'
import { differingStageStays, recountStageStays } from '../../src/store/kept/stage-stays.ts'
import { Store } from '../../src/store/store.ts'

const STAGES = ['New', 'Offer']
/** Deals that are always of the population: those left out are to be few beside them. */
const MANY = 120

interface Deal {
  isOf: boolean
  /** ms in each stage; null where it has not left it. */
  stays: (number | null)[]
}

// Few different lengths: of ties there are many.
const stays = fc.tuple(fc.option(fc.integer({ min: 0, max: 9 })), fc.option(fc.integer({ min: 0, max: 1e9 })))
const others = fc.array(fc.record({ isOf: fc.boolean(), stays }), { maxLength: 8 })
const ours = fc.array(fc.record({ isOf: fc.constant(true), stays }), { minLength: MANY, maxLength: MANY })

test('stays looked up in their order are those read one by one, whoever is left out', () => {
  fc.assert(
    fc.property(others, ours, (first, then) => {
      const deals = [...first, ...then]
      const store = workspaceOf(deals)
      expect(differingStageStays(store.db)).toEqual([])
      const placeOf = Uint32Array.from([0, ...deals.map(({ isOf }) => Number(isOf))])
      const group = { key: null, deals: deals.filter(({ isOf }) => isOf).length, presumedDates: 0, first: 1 }
      const pipeline = store.pipelines[0]
      if (pipeline === undefined) throw new Error('no pipeline')
      const found = stayRanks(store, pipeline, { groups: [group], placeOf }) ?? []
      for (const [place, name] of STAGES.entries()) {
        const id = pipeline.stages.find((stage) => stage.name === name)?.id
        const read = new Quantiles()
        for (const { isOf, stays } of deals) {
          const stay = stays[place] ?? null
          if (isOf && stay !== null) read.add(stay)
        }
        const looked = found.find(({ stage }) => stage === id)?.ranked
        expect(looked && said(looked)).toEqual(said(read))
      }
      store.close()
    }),
    { numRuns: 60 },
  )
})

test('many beside the population are read, not left out', () => {
  const store = workspaceOf(Array.from({ length: 40 }, () => ({ isOf: true, stays: [1, 2] })))
  const placeOf = new Uint32Array(41).fill(1, 4)
  const [pipeline] = store.pipelines
  if (pipeline === undefined) throw new Error('no pipeline')
  const group = { key: null, deals: 37, presumedDates: 0, first: 4 }
  expect(stayRanks(store, pipeline, { groups: [group], placeOf })).toBeUndefined()
  expect(stayRanks(store, pipeline, { groups: [group, group], placeOf })).toBeUndefined()
  store.close()
})

test('counts of stays follow every row of visits, and are counted anew after a load', () => {
  const store = workspaceOf(Array.from({ length: 5 }, (_, n) => ({ isOf: true, stays: [n, null] })))
  const { db } = store
  const counted = () => db.prepare('select deals, total, won from stage_stays order by stage_id').raw().all()
  const none = [0, 0, 0]
  expect(counted()).toEqual([[5, 10, 0], none, none, none])
  db.prepare('update visits set total = 100 where deal_id = 1 and seq = 0').run()
  db.prepare('update visits set total = null where deal_id = 2 and seq = 0').run()
  db.prepare('delete from visits where deal_id = 5').run()
  expect(counted()).toEqual([[3, 105, 0], none, none, none])
  db.raw.exec('drop trigger visits_counted')
  db.prepare('insert into visits values (9, 0, 2, 0, 1, 0, null, 0, 7)').run()
  expect(differingStageStays(db)).toHaveLength(1)
  recountStageStays(db)
  expect(differingStageStays(db)).toEqual([])
  store.close()
})

function said(ranked: Ranked) {
  return {
    n: ranked.n,
    mean: ranked.mean(),
    median: ranked.median(),
    ranks: [0.01, 0.25, 0.75, 0.9, 1].map((share) => ranked.rank(share)),
    above: [0, 4, 9, 5e8].map((limit) => ranked.above(limit)),
  }
}

function workspaceOf(deals: readonly Deal[]): Store {
  const store = Store.inMemory()
  store.write({ command: 'init', now: 0 }, (operation) => {
    createPipeline(operation, { name: 'Sales', stages: STAGES, won: 'Won', lost: 'Lost' })
  })
  const { db } = store
  const columns = db
    .prepare('select name, type, "notnull" as needed from pragma_table_info(?)')
    .all('deal_state')
  const cells = (columns as { name: string; type: string; needed: 0 | 1 }[]).map(({ name, type, needed }) =>
    name === 'deal_id' ? '@id' : needed === 0 ? 'null' : type === 'TEXT' ? "''" : '0',
  )
  const state = db.prepare(`insert into deal_state values (${cells.join(', ')})`)
  const visit = db.prepare('insert into visits values (?, ?, ?, 0, null, 0, null, 0, ?)')
  for (const [n, { stays }] of deals.entries()) {
    state.run({ id: n + 1 })
    for (const [place, stay] of stays.entries()) visit.run(n + 1, place, place + 1, stay)
  }
  return store
}

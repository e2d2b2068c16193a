import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Quantiles, type Ranked } from '../../src/domain/statistics/quantiles.ts'
import { createPipeline } from '../../src/store/deals/pipelines.ts'
import { wholeHistory } from '../../src/store/facts/whole-history.ts'
import { EVERY_DEAL } from '../../src/store/filters.ts'
import { differingStageStays, recountStageStays } from '../../src/store/kept/stage-stays.ts'
import { Store } from '../../src/store/store.ts'

const STAGES = ['New', 'Offer']
const [SALES, SERVICE] = [1, 2]
const OUTCOMES = ['open', 'won', 'lost'] as const
/** Deals that are always of the pipeline: those beside them are to be few. */
const MANY = 120
const NOW = 1

interface Deal {
  pipeline: number
  removed: number
  outcome: number
  span: number | null
  amount: number | null
  presumed: number
  /** ms in each stage; null where it has not left it. */
  stays: (number | null)[]
}

// Few different lengths: of ties there are many.
const length = fc.option(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1e9 })))
const dealOf = (pipeline: fc.Arbitrary<number>, removed: fc.Arbitrary<number>): fc.Arbitrary<Deal> =>
  fc
    .record({
      pipeline,
      removed,
      outcome: fc.nat(2),
      span: length,
      amount: fc.option(fc.nat(1e9)),
      presumed: fc.nat(7),
      stays: fc.tuple(length, length),
    })
    .map((deal) => ({ ...deal, span: deal.outcome === 0 ? null : deal.span }))
const any = fc.array(dealOf(fc.constantFrom(SALES, SERVICE), fc.nat(1)), { maxLength: 8 })
const ours = fc.array(dealOf(fc.constant(SALES), fc.constant(0)), { minLength: MANY, maxLength: MANY })

test('what is looked up of all deals is what is read of them one by one, whoever is beside them', () => {
  fc.assert(
    fc.property(any, ours, (beside, then) => {
      const deals = [...beside, ...then]
      const store = workspaceOf(deals)
      expect(differingStageStays(store.db)).toEqual([])
      const found = wholeHistory(store, queryOf(store))
      const of = deals.filter(({ pipeline, removed }) => pipeline === SALES && removed === 0)
      expect(found?.deals).toBe(of.length)
      expect(found?.presumedDates).toBe(of.filter(({ presumed }) => (presumed & 2) !== 0).length)
      for (const outcome of [1, 2] as const) {
        const ended = of.filter((deal) => deal.outcome === outcome)
        const amounts = ended.flatMap(({ amount }) => amount ?? [])
        const ends = found?.ends.find((known) => known.outcome === OUTCOMES[outcome])
        expect(ends && { ...ends, spans: said(ends.spans) }).toEqual(
          ended.length === 0
            ? undefined
            : {
                outcome: OUTCOMES[outcome],
                deals: ended.length,
                amount: amounts.reduce((sum, amount) => sum + amount, 0),
                priced: amounts.length,
                spans: said(read(ended.map(({ span }) => span))),
              },
        )
      }
      for (const [place, name] of STAGES.entries()) {
        const id = store.pipelines[0]?.stages.find((stage) => stage.name === name)?.id
        const looked = found?.stays.find(({ stage }) => stage === id)?.ranked
        expect(looked && said(looked)).toEqual(said(read(of.map(({ stays }) => stays[place] ?? null))))
      }
      store.close()
    }),
    { numRuns: 60 },
  )
})

test('deals are met one by one where not all are meant, or what they are was another thing', () => {
  const deal: Deal = {
    pipeline: SALES,
    removed: 0,
    outcome: 1,
    span: 1,
    amount: 5,
    presumed: 0,
    stays: [1, 2],
  }
  const store = workspaceOf(new Array<Deal>(40).fill(deal))
  const { db } = store
  const all = queryOf(store)
  const grouping = {
    ...{ by: 'manager', sql: 's.manager_id', join: '', time: false, overlap: false },
    of: () => [null],
    label: () => null,
  }
  expect(wholeHistory(store, all)?.deals).toBe(40)
  expect(wholeHistory(store, { ...all, from: 0 })).toBeUndefined()
  expect(wholeHistory(store, { ...all, grouping })).toBeUndefined()
  expect(wholeHistory(store, { ...all, filter: { ...EVERY_DEAL, managers: [1] } })).toBeUndefined()
  expect(wholeHistory(store, { ...all, filter: { ...EVERY_DEAL, outcomes: ['won'] } })).toBeUndefined()
  const undone = (sql: string) => {
    db.raw.exec(`savepoint s; ${sql}`)
    const found = wholeHistory(store, all)
    db.raw.exec('rollback to s; release s')
    return found
  }
  expect(undone(`update deal_state set last_at = ${NOW} where deal_id = 1`)).toBeUndefined()
  expect(undone("update deal_state set currency = 'XTS' where deal_id = 1")).toBeUndefined()
  expect(undone('update deal_state set removed = 1 where deal_id <= 2')?.deals).toBe(38)
  expect(undone('update deal_state set removed = 1 where deal_id <= 3')).toBeUndefined()
  store.close()
})

test('counts of stays follow every row of visits, and are counted anew after a load', () => {
  const deal = { pipeline: SALES, removed: 0, outcome: 0, span: null, amount: null, presumed: 0 }
  const store = workspaceOf(Array.from({ length: 5 }, (_, n) => ({ ...deal, stays: [n, null] })))
  const { db } = store
  const counted = () =>
    db.prepare('select deals, total, won from stage_stays where stage_id <= 4 order by stage_id').raw().all()
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

function read(values: readonly (number | null)[]): Quantiles {
  const found = new Quantiles()
  for (const value of values) if (value !== null) found.add(value)
  return found
}

function said(ranked: Ranked) {
  return {
    n: ranked.n,
    mean: ranked.mean(),
    median: ranked.median(),
    ranks: [0.01, 0.25, 0.75, 0.9, 1].map((share) => ranked.rank(share)),
    above: [0, 4, 9, 5e8].map((limit) => ranked.above(limit)),
  }
}

function queryOf({ pipelines: [pipeline] }: Store) {
  if (pipeline === undefined) throw new Error('no pipeline')
  const horizon = { t: NOW, known: null }
  const all = { from: null, until: null, filter: EVERY_DEAL, grouping: undefined }
  return { ...all, pipeline, horizon, population: 'created' as const }
}

function workspaceOf(deals: readonly Deal[]): Store {
  const store = Store.inMemory()
  store.write({ command: 'init', now: 0 }, (operation) => {
    createPipeline(operation, { name: 'Sales', stages: STAGES, won: 'Won', lost: 'Lost' })
    createPipeline(operation, { name: 'Service', stages: STAGES, won: 'Won', lost: 'Lost' })
  })
  const { db } = store
  const columns = db
    .prepare('select name, type, "notnull" as needed from pragma_table_info(?)')
    .all('deal_state') as { name: string; type: string; needed: 0 | 1 }[]
  const given: Record<string, string> = {
    ...{ deal_id: '@id', pipeline_id: '@pipeline', outcome: '@outcome', removed: '@removed', span: '@span' },
    ...{ amount: '@amount', presumed: '@presumed', currency: `'${store.settings.currency}'` },
  }
  const cells = columns.map(
    ({ name, type, needed }) => given[name] ?? (needed === 0 ? 'null' : type === 'TEXT' ? "''" : '0'),
  )
  const state = db.prepare(`insert into deal_state values (${cells.join(', ')})`)
  const visit = db.prepare('insert into visits values (?, ?, ?, 0, null, 0, null, 0, ?)')
  for (const [n, { stays, ...deal }] of deals.entries()) {
    state.run({ id: n + 1, ...deal })
    for (const [place, stay] of stays.entries()) visit.run(n + 1, place, place + 1, stay)
  }
  return store
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countDeals, dealList } from '../../src/store/deals/deals.ts'
import { EVERY_DEAL, knownTexts } from '../../src/store/filters.ts'
import { Labels } from '../../src/store/labels.ts'
import { emptyWorkspace } from '../support/story.ts'
import { NOTHING } from '../support/values.ts'

/** Deals of two pipelines, many of one moment. */
const deals = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 3 }),
    stage: fc.constantFrom(1, 3, 7, 8),
    manager: fc.constantFrom(null, 1),
  }),
  { maxLength: 25 },
)

test('the first of a list are the first of all, whatever pipelines they are of', () => {
  fc.assert(
    fc.property(
      deals,
      fc.integer({ min: 0, max: 26 }),
      fc.boolean(),
      fc.constantFrom([], [1]),
      (made, limit, descending, managers) => {
        const store = emptyWorkspace('UTC')
        store.write({ command: 'add', now: 10 }, (operation) => {
          for (const { at, stage, manager } of made)
            operation.createDeal({
              at,
              precision: 'moment',
              actor: null,
              values: { ...NOTHING, stage, manager },
            })
        })
        const order = { by: 'createdAt', descending } as const
        const filter = { ...EVERY_DEAL, managers }
        const list = (limit?: number) =>
          dealList(store, new Labels(store), filter, { order, limit }).map(({ id }) => id)
        const all = list()
        expect(list(limit)).toEqual(all.slice(0, limit))
        expect(countDeals(store, filter)).toBe(all.length)
      },
    ),
    { numRuns: 60 },
  )
})

test('texts are known however rare they are among how many deals', () => {
  const store = emptyWorkspace('UTC')
  store.write({ command: 'add', now: 10 }, (operation) => {
    for (let i = 0; i < 1500; i++)
      operation.createDeal({
        at: 0,
        precision: 'moment',
        actor: null,
        values: { ...NOTHING, source: i === 1200 ? 'Fair' : i === 1201 ? null : 'Ads' },
      })
  })
  expect(knownTexts(store.db, 'source')).toEqual(['Ads', 'Fair'])
  expect(knownTexts(store.db, 'product')).toEqual([])
})

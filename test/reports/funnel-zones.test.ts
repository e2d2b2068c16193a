import { expect, test } from 'vitest'
import type { Precision } from '../../src/domain/deal.ts'
import { askFunnel } from '../support/asking.ts'
import { type Act, emptyWorkspace, enter } from '../support/story.ts'

function born(deal: number, at: string, precision: Precision = 'moment'): Act {
  const values = { stage: 1, manager: null, amount: null, currency: 'USD', tags: [], product: null }
  return {
    deal,
    at: Date.parse(at),
    precision,
    recorded: Date.parse(at),
    undone: null,
    actor: null,
    what: { kind: 'create', values },
    synthetic: false,
  }
}

/** How many deals, created at these moments, fall into each of the periods. */
async function createdIn(timezone: string, moments: readonly string[], periods: readonly string[]) {
  const store = emptyWorkspace(timezone)
  enter(
    store,
    moments.map((at, deal) => born(deal, at)),
  )
  const counts: number[] = []
  for (const period of periods)
    counts.push((await askFunnel(store, period, { asOf: '2026-12-31' })).json().totals.deals)
  return counts
}

test('half past eleven at night in UTC is the next month in Kyiv', async () => {
  expect(await createdIn('Europe/Kyiv', ['2026-01-31T23:30:00Z'], ['2026-01', '2026-02'])).toEqual([0, 1])
  expect(await createdIn('UTC', ['2026-01-31T23:30:00Z'], ['2026-01', '2026-02'])).toEqual([1, 0])
})

test('the day on which clocks go forward has 23 hours', async () => {
  const edges = [
    '2026-03-28T21:59:59Z',
    '2026-03-28T22:00:00Z',
    '2026-03-29T20:59:59Z',
    '2026-03-29T21:00:00Z',
  ]
  expect(await createdIn('Europe/Kyiv', edges, ['2026-03-28', '2026-03-29', '2026-03-30'])).toEqual([1, 2, 1])
})

test('the day on which clocks go back has 25 hours', async () => {
  const edges = [
    '2026-10-24T20:59:59Z',
    '2026-10-24T21:00:00Z',
    '2026-10-25T21:59:59Z',
    '2026-10-25T22:00:00Z',
  ]
  expect(await createdIn('Europe/Kyiv', edges, ['2026-10-24', '2026-10-25', '2026-10-26'])).toEqual([1, 2, 1])
})

test('as of a day means until its local midnight', async () => {
  const store = emptyWorkspace('Europe/Kyiv')
  enter(store, [born(0, '2026-03-29T20:59:59Z'), born(1, '2026-03-29T21:00:00Z')])
  const deals = async (asOf: string) => (await askFunnel(store, '2026-03', { asOf })).json().totals.deals
  expect([await deals('2026-03-28'), await deals('2026-03-29'), await deals('2026-03-30')]).toEqual([0, 1, 2])
})

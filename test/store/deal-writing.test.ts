import { expect, test } from 'vitest'
import type { DealValues } from '../../src/domain/deal.ts'
import type { When } from '../../src/domain/time/when.ts'
import { createPipeline } from '../../src/store/deals/pipelines.ts'
import { addDeal, momentWithin, moveDeal, stateAt } from '../../src/store/deals/writing.ts'
import { writeSetting } from '../../src/store/settings.ts'
import { Store } from '../../src/store/store.ts'
import { NOTHING } from '../support/values.ts'

const [NEW, QUALIFIED, PROPOSAL, WON] = [1, 2, 3, 4] as const
const VALUES: DealValues = { ...NOTHING, title: 'Balcony', stage: NEW }

function workspace(): Store {
  const store = Store.inMemory()
  store.write({ command: 'init', now: 0 }, (operation) => {
    const stages = ['New', 'Qualified', 'Proposal']
    createPipeline(operation, { name: 'Sales', stages, won: 'Won', lost: 'Lost' })
    writeSetting(store.db, operation, 'timezone', 'Europe/Kyiv')
  })
  return store
}

function day(store: Store, date: string): When {
  return { at: store.zone.startOfDay(date), precision: 'day', date, time: null }
}

function moment(store: Store, date: string, time: string): When {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return { at: store.zone.instantOf(date, { hour, minute }), precision: 'moment', date, time }
}

function dealOf(store: Store, when: When, stage: number = NEW): number {
  return store.write({ command: 'add', now: 0 }, (operation) =>
    addDeal(store, operation, { ...VALUES, stage }, { when, actor: null }),
  ).result
}

function move(store: Store, deal: number, stage: number, when: When) {
  return store.write({ command: 'move', now: 0 }, (operation) =>
    moveDeal(store, operation, deal, { stage, when, reason: null, actor: null }),
  ).result
}

test('a day is its start, or the moment of what the deal latest has in it', () => {
  const store = workspace()
  const deal = dealOf(store, moment(store, '2026-03-28', '10:00'))
  const at = (when: When) => store.zone.isoString(momentWithin(store, deal, when))
  expect(at(day(store, '2026-03-28'))).toBe('2026-03-28T10:00:00+02:00')
  expect(at(day(store, '2026-03-29'))).toBe('2026-03-29T00:00:00+02:00')
  move(store, deal, QUALIFIED, moment(store, '2026-03-29', '23:30'))
  expect(at(day(store, '2026-03-29'))).toBe('2026-03-29T23:30:00+03:00')
  expect(at(day(store, '2026-03-30'))).toBe('2026-03-30T00:00:00+03:00')
  expect(at(moment(store, '2026-03-29', '12:00'))).toBe('2026-03-29T12:00:00+03:00')
})

test('nothing happens to a deal before it was created', () => {
  const store = workspace()
  const deal = dealOf(store, moment(store, '2026-03-28', '10:00'))
  expect(() => momentWithin(store, deal, day(store, '2026-03-27'))).toThrow(
    'd1 Balcony was created on Sat 28 Mar 2026: nothing can happen to it before that',
  )
  expect(() => momentWithin(store, deal, moment(store, '2026-03-28', '09:59'))).toThrow(
    'd1 Balcony was created on Sat 28 Mar 2026 10:00: nothing can happen to it before that',
  )
  const byDay = dealOf(store, day(store, '2026-03-28'))
  expect(momentWithin(store, byDay, moment(store, '2026-03-28', '00:00'))).toBe(
    store.zone.startOfDay('2026-03-28'),
  )
})

test('moves of one day stand in the order they were typed, and a late one says what came next', () => {
  const store = workspace()
  const deal = dealOf(store, day(store, '2026-03-02'))
  move(store, deal, QUALIFIED, day(store, '2026-03-02'))
  move(store, deal, PROPOSAL, day(store, '2026-03-02'))
  expect(move(store, deal, WON, day(store, '2026-03-09'))).toMatchObject({ from: PROPOSAL, next: null })
  expect(move(store, deal, QUALIFIED, day(store, '2026-03-05'))).toEqual({
    from: PROPOSAL,
    to: QUALIFIED,
    since: store.zone.startOfDay('2026-03-02'),
    changed: true,
    next: { stage: WON, at: store.zone.startOfDay('2026-03-09') },
  })
  expect(move(store, deal, QUALIFIED, day(store, '2026-03-06'))).toMatchObject({ changed: false })
  const { visits, outcome } = stateAt(store, deal, Number.MAX_SAFE_INTEGER)
  expect([outcome, ...visits.map((visit) => visit.stage)]).toEqual([
    'won',
    NEW,
    QUALIFIED,
    PROPOSAL,
    QUALIFIED,
    WON,
  ])
})

test('created straight into an outcome, a deal begins in the first stage', () => {
  const store = workspace()
  const deal = dealOf(store, day(store, '2026-03-02'), WON)
  const { visits, closedAt, closedPrecision } = stateAt(store, deal, Number.MAX_SAFE_INTEGER)
  expect([visits.map((visit) => visit.stage), closedAt, closedPrecision]).toEqual([
    [NEW, WON],
    store.zone.startOfDay('2026-03-02'),
    'day',
  ])
})

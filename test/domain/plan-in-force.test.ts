import { expect, test } from 'vitest'
import type { PlanVersion } from '../../src/domain/plan/plan.ts'
import { type PlanPart, planInForce, plannedDays } from '../../src/domain/plan/plan-in-force.ts'
import { WorkCalendar } from '../../src/domain/time/work-calendar.ts'
import { Zone } from '../../src/domain/time/zone.ts'

const zone = new Zone('Europe/Kyiv')
const calendar = new WorkCalendar([1, 2, 3, 4, 5], [])

function plan(id: number, from: string, until: string, amount: number, known: string): PlanVersion {
  return {
    id,
    manager: 1,
    department: null,
    from,
    until,
    metric: 'revenue',
    amount,
    currency: 'UAH',
    knownAt: zone.startOfDay(known),
  }
}

const asked = (versions: readonly PlanVersion[], from: string, until: string) => {
  const found = planInForce(versions, { from, until }, { zone, calendar, amountOf: ({ amount }) => amount })
  return (
    found && {
      amount: found.amount,
      parts: found.parts.map(({ version, isShare, setLate, later }) => [
        version.id,
        isShare,
        setLate,
        later.map(({ id }) => id),
      ]),
    }
  )
}

const OCTOBER = plan(1, '2026-10-01', '2026-11-01', 2200, '2026-09-20')

test('the version known at the first midnight; what was said later is named', () => {
  const versions = [
    plan(7, '2026-10-01', '2026-11-01', 1000, '2026-09-01'),
    plan(8, '2026-10-01', '2026-11-01', 1100, '2026-10-01'),
    plan(9, '2026-10-01', '2026-11-01', 1200, '2026-10-02'),
  ]
  expect(asked(versions, '2026-10-01', '2026-11-01')).toEqual({
    amount: 1100,
    parts: [[8, false, null, [9]]],
  })
})

test('none was known then: the first that was, set right on its own day', () => {
  const versions = [
    plan(1, '2026-10-01', '2026-11-01', 10, '2026-10-05'),
    { ...plan(2, '2026-10-01', '2026-11-01', 1000, '2026-10-05'), knownAt: zone.endOfDay('2026-10-05') - 1 },
    plan(3, '2026-10-01', '2026-11-01', 900, '2026-10-06'),
  ]
  expect(asked(versions, '2026-10-01', '2026-11-01')).toEqual({
    amount: 1000,
    parts: [[2, false, '2026-10-05', [3]]],
  })
})

test('of just these days, before months that make them up, before a share of longer ones', () => {
  const months = [
    OCTOBER,
    plan(2, '2026-11-01', '2026-12-01', 3000, '2026-09-20'),
    plan(3, '2026-12-01', '2027-01-01', 4000, '2026-09-20'),
  ]
  const quarter = plan(4, '2026-10-01', '2027-01-01', 10_000, '2026-09-20')
  expect(asked([...months, quarter], '2026-10-01', '2027-01-01')).toEqual({
    amount: 10_000,
    parts: [[4, false, null, []]],
  })
  expect(asked(months, '2026-10-01', '2027-01-01')?.amount).toBe(9200)
  expect(asked([quarter], '2026-10-01', '2026-11-01')).toEqual({
    amount: Math.round((10_000 * 22) / 66),
    parts: [[4, true, null, []]],
  })
})

test('a week is a share of its month by working days; one over two months of both', () => {
  expect(asked([OCTOBER], '2026-10-12', '2026-10-19')).toEqual({ amount: 500, parts: [[1, true, null, []]] })
  const both = [OCTOBER, plan(2, '2026-11-01', '2026-12-01', 4200, '2026-09-20')]
  // Four days of October (22 of them worked), one of November (21).
  expect(asked(both, '2026-10-27', '2026-11-03')).toEqual({
    amount: 400 + 200,
    parts: [
      [1, true, null, []],
      [2, true, null, []],
    ],
  })
})

test('a day without a plan leaves the days without one', () => {
  expect(asked([OCTOBER], '2026-10-01', '2026-12-01')).toBeUndefined()
  expect(asked([], '2026-10-01', '2026-11-01')).toBeUndefined()
})

test('of which days plans are: each once, whole ones that follow one another as one, shares apart', () => {
  const part = (from: string, until: string, isShare: boolean, id: number): PlanPart => ({
    ...{ version: plan(id, from, until, 100, '2026-01-01'), isShare },
    ...{ setLate: null, later: [] },
  })
  expect(
    plannedDays([
      part('2026-09-01', '2026-10-01', false, 1),
      part('2026-10-01', '2026-11-01', false, 2),
      part('2026-09-01', '2026-10-01', false, 3),
      part('2026-11-01', '2026-12-01', true, 4),
      part('2026-08-01', '2026-09-01', true, 5),
    ]),
  ).toEqual([
    { from: '2026-08-01', until: '2026-09-01', isShare: true },
    { from: '2026-09-01', until: '2026-11-01', isShare: false },
    { from: '2026-11-01', until: '2026-12-01', isShare: true },
  ])
})

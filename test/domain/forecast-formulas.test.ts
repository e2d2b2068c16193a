import { describe, expect, test } from 'vitest'
import { AGE_CLASSES, ageClass } from '../../src/domain/forecast/ages.ts'
import { arrivals } from '../../src/domain/forecast/arrivals.ts'
import { placeFactors } from '../../src/domain/forecast/calendar-factors.ts'
import { Cells } from '../../src/domain/forecast/cells.ts'
import { Chain, statesOf } from '../../src/domain/forecast/chain.ts'
import { fitHazards, type Hazards } from '../../src/domain/forecast/hazards.ts'
import { naive } from '../../src/domain/forecast/naive-forecasts.ts'
import { lookAhead } from '../../src/domain/forecast/outcome-model.ts'
import { stepsOf } from '../../src/domain/forecast/periods.ts'
import { recalibrate } from '../../src/domain/forecast/recalibration.ts'
import { bias, brier, coverage, wape } from '../../src/domain/forecast/score.ts'
import { worthOfAll, worthOfProduct } from '../../src/domain/forecast/won-values.ts'
import { parsePeriod } from '../../src/domain/time/period.ts'

const EVEN = { win: () => 1, lose: () => 1 }

describe('hazards', () => {
  const states = statesOf(1)
  const guesses = [
    { chance: 0.5, days: 30 },
    { chance: 0.6, days: 30 },
  ]
  const chain = () => new Chain(states, { learnFrom: 0, until: 200, spans: [0], periods: [] })

  test('of nothing known they are the template’s', () => {
    const { win, lose, landing } = fitHazards(chain(), { begin: 0, end: 1 }, guesses, EVEN)
    expect([win.at(0, 3), lose.at(0, 3)]).toEqual([0.5 / 30, 0.5 / 30])
    expect([win.at(1, 0), lose.at(1, 0)]).toEqual([0.6 / 30, 0.4 / 30])
    expect(landing).toEqual([0, 1, 0, 0])
  })

  test('events over days, with the guess as one event', () => {
    const known = chain()
    // Ten deals in stage 1 for one day each: three are won on it, the others leave unseen after it.
    for (let i = 0; i < 10; i++) known.add([10, 11], [1, i < 3 ? states.won : -1], 2)
    const { win } = fitHazards(known, { begin: 0, end: 1 }, guesses, EVEN)
    // All: (3 + 1) / (10 + 1/0.02) = 4/60; at this age (3 + 1) / (10 + 60/4) = 0.16; the stage beside all stages:
    // (3 + 1 · 0.02/0.02) / (10 · 0.16 + 1) = 1.5385; the stage at this age (3 + 1) / (10 + 1 / (1.5385 · 0.16)).
    expect(win.at(1, 0)).toBeCloseTo(4 / (10 + 1 / ((4 / 2.6) * 0.16)), 10)
    // At an age never seen, the whole times the stage's ratio.
    expect(win.at(1, 5)).toBeCloseTo((4 / 60) * (4 / 2.6), 10)
  })
})

describe('looking ahead', () => {
  const states = statesOf(2)
  const { won } = states
  function hazards(fill: (hazards: Hazards) => void): Hazards {
    const table = () => new Cells(states.open, AGE_CLASSES)
    const made: Hazards = {
      ...{ win: table(), lose: table(), winKnown: table(), loseKnown: table() },
      ...{ toward: new Cells(states.open, AGE_CLASSES, states.open) },
      ...{ towardKnown: new Cells(states.open, AGE_CLASSES, states.open), landing: [0, 0.75, 0, 0.25, 0] },
    }
    fill(made)
    return made
  }

  test('one stage: won tomorrow, or still open and won the day after', () => {
    const flat = hazards(({ win, lose }) => {
      for (let age = 0; age < AGE_CLASSES; age++) {
        win.set(1, age, 0, 0.1)
        lose.set(1, age, 0, 0.2)
      }
    })
    const { chance, fresh } = lookAhead(flat, states, EVEN, 100, [
      { from: 100, until: 102 },
      { from: 102, until: 103 },
    ])
    expect(chance.at(1, 7, 0)).toBeCloseTo(0.1 + 0.7 * 0.1, 12)
    expect(chance.at(1, 7, 1)).toBeCloseTo(0.7 * 0.7 * 0.1, 12)
    // One deal a day: a quarter is won at once; of the rest of the first day's, 0.1 is won on the second day.
    expect(fresh[0]).toBeCloseTo(0.25 + 0.25 + 0.75 * 0.1, 12)
    expect(fresh[1]).toBeCloseTo(0.25 + 0.75 * (0.1 + 0.7 * 0.1), 12)
  })

  test('by way of the next stage, whose age begins anew', () => {
    const two = hazards(({ win, toward }) => {
      toward.set(1, ageClass(4), 2, 0.5)
      win.set(2, ageClass(0), 0, 0.4)
      win.set(2, ageClass(1), 0, 0.3)
    })
    const { chance } = lookAhead(two, states, EVEN, 0, [{ from: 0, until: 3 }])
    // Moved on the first day: won on the second (0.4) or the third (0.6 · 0.3); on the second day: won on the third.
    expect(chance.at(1, 4, 0)).toBeCloseTo(0.5 * (0.4 + 0.6 * 0.3) + 0.5 * 0.5 * 0.4, 12)
  })

  test('a factor of the day makes wins likelier', () => {
    const flat = hazards(({ win }) => win.set(1, 0, 0, 0.1))
    const double = { win: (day: number) => (day === 0 ? 2 : 1), lose: () => 1 }
    expect(lookAhead(flat, states, double, 0, [{ from: 0, until: 1 }]).chance.at(1, 0)).toBeCloseTo(0.2, 12)
    expect(won).toBe(3)
  })
})

test('places in the quarter: means of logarithms, shrunk', () => {
  const of = (place: number, observed: number) => ({ place, observed, expected: 100 })
  const [first = 0, second = 0, third = 0] = placeFactors([of(0, 200), of(1, 100), of(2, 50)])
  const noise = 1 / 100.5
  const shrunk = (ratio: number) =>
    Math.exp(Math.log(ratio) / (noise + 0.04) / (1 / (noise + 0.04) + 1 / 0.35 ** 2))
  expect([first, second, third].map((x) => x.toFixed(6))).toEqual(
    [200.5 / 100.5, 1, 50.5 / 100.5].map((ratio) => shrunk(ratio).toFixed(6)),
  )
  expect([first.toFixed(2), third.toFixed(2)]).toEqual(['1.63', '0.61'])
  expect(placeFactors([])).toEqual([1, 1, 1])
})

test('a forecast that always said a fifth too much is corrected, the more surely the longer', () => {
  const noise = 1 / 1000.5 + (0.3 / 12) ** 2
  for (const n of [0, 1, 3, 12, 40]) {
    const errors = Array.from({ length: n }, () => ({ expected: 1000, happened: 800, after: 12 }))
    const { level, levelSpread, scatter } = recalibrate(errors)
    const weight = Math.min(n, 12) / (noise + scatter)
    const log = Math.log(800.5 / 1000.5) + 1 / 2001
    expect(level).toBeCloseTo(Math.exp((weight * log) / (weight + 25) + scatter / 2), 12)
    expect(levelSpread).toBeCloseTo(Math.sqrt(1 / (weight + 25)), 12)
  }
  const { level } = recalibrate(
    Array.from({ length: 12 }, () => ({ expected: 1000, happened: 800, after: 12 })),
  )
  expect(level.toFixed(2)).toBe('0.80')
})

test('an error made with little to learn from counts for little', () => {
  const wrong = (after: number) => recalibrate([{ expected: 1000, happened: 2000, after }]).level
  expect([wrong(1), wrong(2), wrong(12)].map((x) => x.toFixed(2))).toEqual(['1.22', '1.42', '1.55'])
})

test('new deals: the whole weeks of the last thirteen', () => {
  const weeks = [4, 8, 6, 6].flatMap((n) => [n, 0, 0, 0, 0, 0, 0])
  expect(arrivals(weeks)).toEqual({ perDay: 24 / 28, spread: 1 / 24, dispersion: 1 })
  const uneven = [2, 20, 2].flatMap((n) => [n, 0, 0, 0, 0, 0, 0])
  // Mean 8, variance 108: 13.5 times what chance makes.
  expect(arrivals(uneven)).toEqual({ perDay: 24 / 28, spread: 13.5 / 24, dispersion: 13.5 })
  expect(arrivals([])).toEqual({ perDay: 0, spread: 0, dispersion: 1 })
})

test('what a product brings is shrunk to what all bring', () => {
  const all = { mean: 500, spread: 0.5, known: 100 }
  expect(worthOfProduct({ n: 3, sum: 600, squares: 140_000 }, all)).toEqual({
    mean: (600 + 2500) / 8,
    spread: (3 * ((140_000 * 3) / 600 ** 2 - 1) + 5 * 0.5) / 8,
    known: 8,
  })
  expect(worthOfProduct({ n: 0, sum: 0, squares: 0 }, all)).toEqual(all)
  expect(worthOfAll({ n: 0, sum: 0, squares: 0 })).toEqual({ mean: 0, spread: 1, known: 0 })
  // 100 and 300: mean 200, variance 20 000, half of the mean's square; five deals as uneven as can be beside the two.
  expect(worthOfAll({ n: 2, sum: 400, squares: 100_000 })).toEqual({
    mean: 200,
    spread: (0.5 + 2.5) / 3.5,
    known: 2,
  })
})

test('scores', () => {
  const said = [
    { said: 90, came: 100 },
    { said: 120, came: 100 },
  ]
  expect([wape(said), bias(said), wape([]), bias([{ said: 5, came: 0 }])]).toEqual([0.15, 0.05, null, null])
  expect(
    brier([
      { chance: 0.8, came: true },
      { chance: 0.3, came: false },
    ]),
  ).toBeCloseTo(0.065, 12)
  expect(brier([])).toBe(null)
  expect(coverage([])).toBe(null)
  expect(coverage([true, true, false, true])?.share).toBe(0.75)
})

test('naive guesses', () => {
  const months = stepsOf({ from: '2026-04-01', until: '2026-08-01', label: '' }, 'month', 1).map(({ from }) =>
    from.slice(0, 7),
  )
  expect(months).toEqual(['2026-04', '2026-05', '2026-06', '2026-07'])
  const brought = new Map([
    [20544, 30],
    [20574, 50],
    [20605, 40],
    [20635, 60],
  ])
  const august = { from: 20666, until: 20697 }
  const guess = (method: Parameters<typeof naive>[0], first: number | null = 20544) =>
    naive(method, august, 'month', first, ({ from }) => brought.get(from) ?? 0)
  expect([guess('last-period'), guess('mean'), guess('seasonal'), guess('last-year')]).toEqual([
    60,
    45,
    50,
    null,
  ])
  // Whole months only: the first win was on the second day of April.
  expect([guess('mean', 20545), guess('seasonal', 20575), guess('mean', null)]).toEqual([50, null, null])
})

test('four weeks are counted from the first day, quarters from their own', () => {
  const period = parsePeriod('2011-12-01..2012-01-31', { today: '2012-03-01', weekStart: 1 })
  if (period.from === null || period.until === null) throw new Error('unbounded')
  const bounded = { ...period, from: period.from, until: period.until }
  expect(stepsOf(bounded, '4-weeks', 1).map(({ label }) => label)).toEqual([
    '2011-12-01..2011-12-28',
    '2011-12-29..2012-01-25',
    '2012-01-26..2012-01-31',
  ])
  expect(stepsOf(bounded, 'quarter', 1).map(({ label }) => label)).toEqual(['2011-Q4', '2012-Q1'])
})

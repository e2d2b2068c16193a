import fc from 'fast-check'
import { expect, test } from 'vitest'
import { incidenceOf } from '../../src/domain/statistics/incidence.ts'
import { countAges, END, Lifetimes } from '../../src/domain/statistics/lifetimes.ts'
import { livesOf, shuffled } from '../support/lives.ts'

const known = (lives: Lifetimes, since = Number.NEGATIVE_INFINITY) => {
  const incidence = incidenceOf(countAges(lives, since))
  if (incidence === null) throw new Error('nothing learnt')
  return incidence
}

test('the example worked by hand', () => {
  const incidence = known(
    livesOf([10, 0, 'won'], [10, 0, 'lost'], [10, 1, 'won'], [30, 1, 'lost'], [40, 1, 'open']),
  )
  const overall = 20.5 / 61
  const [q0, q1] = [(10 + overall) / 21, (10 + overall) / 41]
  expect(incidence.seen).toBe(2)
  expect(incidence.chance(0)).toBeCloseTo(q1 * 0.875, 12)
  expect(incidence.chance(-1)).toBeCloseTo(0.2 * q0 + 0.8 * q1 * 0.875, 12)
  expect(incidence.chance(-1).toFixed(3)).toBe('0.275')
  const { open, wins, left, unseen } = incidence.future(new Map([[0, 8]]))
  expect([open, left, unseen]).toEqual([8, 1, 3])
  expect(wins).toBeCloseTo(8 * q1 * 0.875, 12)
})

test('deals older than any seen in numbers count as of that age', () => {
  const lives = livesOf([30, 3, 'won'], [20, 5, 'lost'], [10, 9, 'open'], [2, 40, 'open'])
  const incidence = known(lives)
  expect(incidence.seen).toBe(10)
  expect(incidence.chance(40)).toBe(incidence.chance(9))
  expect(incidence.future(new Map([[40, 2]]))).toEqual(incidence.future(new Map([[9, 2]])))
})

test('what nobody has closed for long is forgotten: hardly any of it is won, but it is not ruled out', () => {
  const incidence = known(livesOf([50, 10, 'won'], [50, 10, 'lost'], [40, 200, 'open']))
  const future = incidence.future(new Map([[100, 40]]))
  expect(future.wins).toBeGreaterThan(0)
  expect(future.wins).toBeLessThan(0.5)
  expect(future.left).toBeGreaterThan(39)
  expect(incidence.estimationVariance(future)).toBeGreaterThan(future.wins ** 2)
})

test('too few outcomes tell nothing', () => {
  expect(incidenceOf(countAges(new Lifetimes(), 0))).toBe(null)
  expect(incidenceOf(countAges(livesOf([50, 10, 'open']), 0))).toBe(null)
  expect(incidenceOf(countAges(livesOf([19, 10, 'won'], [50, 10, 'open']), 0))).toBe(null)
  expect(incidenceOf(countAges(livesOf([20, 10, 'won'], [50, 10, 'open']), 0))).not.toBe(null)
})

test('what was not watched is not counted: a deal is at risk from the age it had when the watch began', () => {
  const lives = new Lifetimes()
  lives.add(100, 5, END.won)
  lives.add(90, 12, END.open)
  lives.add(80, 3, END.lost)
  lives.add(80, -1, END.lost)
  const { atRisk, won, lost } = countAges(lives, 95)
  expect([...atRisk]).toEqual([1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1])
  expect([won.indexOf(1), lost.indexOf(1)]).toEqual([5, -1])
})

const anyLives = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom('won' as const, 'lost' as const, 'open' as const),
    ),
    { minLength: 12, maxLength: 40 },
  )
  .map((groups) => livesOf(...groups))

test('chances are chances; the wins to come are their sum, and their variance that of as many tosses', () => {
  fc.assert(
    fc.property(
      anyLives,
      fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 9 }))),
      (lives, ages) => {
        const incidence = incidenceOf(countAges(lives, Number.NEGATIVE_INFINITY))
        if (incidence === null) return
        const open = new Map(ages)
        const future = incidence.future(open)
        let [wins, variance] = [0, 0]
        for (const [age, n] of open) {
          const p = incidence.chance(age)
          expect(p >= 0 && p <= 1).toBe(true)
          wins += n * p
          variance += n * p * (1 - p)
        }
        expect(future.wins).toBeCloseTo(wins, 8)
        expect(future.variance).toBeCloseTo(variance, 8)
        expect(future.left).toBeLessThanOrEqual(future.open + 1e-9)
      },
    ),
  )
})

test('the variance of the estimate is what is seen when it is made anew of other deals', () => {
  const many = [
    [120, 2, 'lost'],
    [60, 5, 'won'],
    [60, 5, 'lost'],
    [100, 9, 'lost'],
    [60, 14, 'won'],
    [100, 20, 'lost'],
    [50, 20, 'won'],
  ] as const
  const open = new Map([
    [0, 50],
    [7, 50],
  ])
  const made = Array.from({ length: 400 }, (_, seed) => known(shuffled(many, seed)))
  const wins = made.map((incidence) => incidence.future(open).wins)
  const mean = wins.reduce((sum, one) => sum + one, 0) / wins.length
  const seen = wins.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (wins.length - 1)
  const told = made.map((incidence) => incidence.estimationVariance(incidence.future(open)))
  const ratio = told.reduce((sum, one) => sum + one, 0) / told.length / seen
  expect(ratio).toBeGreaterThan(0.85)
  expect(ratio).toBeLessThan(1.2)
})

import { expect, test } from 'vitest'
import { learn } from '../../src/domain/statistics/learning.ts'
import { END, Lifetimes } from '../../src/domain/statistics/lifetimes.ts'
import {
  batchesOf,
  countInterval,
  eventualOf,
  expectedOf,
  together,
  variationOf,
} from '../../src/domain/statistics/maturing.ts'
import { type Business, simulated } from '../support/lives.ts'

test('batches that differ beyond chance: the example worked by hand', () => {
  const of = (...surprises: number[]) => surprises.map((surprise) => ({ surprise, information: 10 }))
  expect(variationOf(of(8, -8, 0))).toBeCloseTo(0.54, 12)
  expect(variationOf(of(1, -1, 0))).toBe(0)
  expect(variationOf(of(8))).toBe(0)
  expect(variationOf([])).toBe(0)
  expect(variationOf([{ surprise: 0, information: 0 }])).toBe(0)
})

test('the interval of a count', () => {
  expect(countInterval(2, 1, 2 / 3)).toEqual([0, 2])
  // Of ten tosses of a coin P(≤ 1) = 0.011, P(≤ 2) = 0.055, P(≤ 8) = 0.989, P(≤ 7) = 0.945.
  expect(countInterval(10, 5, 2.5)).toEqual([2, 8])
  expect(countInterval(10, 5, 0.1)).toEqual([2, 8])
  // The uniform one on 0..10 has the variance 10: both tails of 1/11 are too great to leave any out.
  expect(countInterval(10, 5, 10)).toEqual([0, 10])
  expect(countInterval(1, 0.5, 9)).toEqual([0, 1])
  expect(countInterval(5, 0, 0)).toEqual([0, 0])
  expect(countInterval(5, 5, 0)).toEqual([5, 5])
  const [low, high] = countInterval(100_000, 20_000, 16_000)
  expect([low, high]).toEqual([19_752, 20_248])
})

const monthOf = (created: number) => Math.floor(created / 30)

/** Of young months whose estimate is made as of the last day, how many end up within their interval. */
function coverage(business: Business, runs: number) {
  let [cases, within, bias, whole] = [0, 0, 0, 0]
  for (let seed = 0; seed < runs; seed++) {
    const { lives, today, months } = simulated(business, seed)
    const learnt = learn(lives, today, monthOf)
    if (learnt === null) throw new Error('nothing learnt')
    const batches = batchesOf(lives, learnt, monthOf)
    const expected = months.map((_, month) => {
      const batch = batches.get(month)
      if (batch === undefined) throw new Error('no such month')
      return expectedOf(batch, learnt)
    })
    for (const month of [months.length - 1, months.length - 2]) {
      const [one, truth] = [expected[month], months[month]]
      if (one === undefined || truth === undefined) throw new Error('no such month')
      const { share, low, high } = eventualOf(one, learnt.incidence)
      const came = truth.won / truth.created
      expect(low <= share && share <= high).toBe(true)
      cases++
      if (low <= came + 1e-9 && came <= high + 1e-9) within++
      bias += share - came
    }
    const all = together(expected)
    if (all === undefined) throw new Error('no months')
    const { low, high } = eventualOf(all, learnt.incidence)
    const came = months.reduce((sum, { won }) => sum + won, 0) / months.length / business.deals
    if (low <= came + 1e-9 && came <= high + 1e-9) whole++
  }
  return { cases, within, bias: bias / cases, whole: whole / runs }
}

const USUAL: Business = { months: 12, deals: 100, share: 0.25, spread: 0, days: 30, forgotten: 0 }

test('19 of 20 estimates come true within their interval', () => {
  const seen = [
    USUAL,
    { ...USUAL, spread: 0.4 },
    { ...USUAL, deals: 1000, share: 0.2, days: 45, spread: 0.3 },
    { ...USUAL, months: 24, days: 60, share: 0.2, spread: 0.5 },
  ].map((business) => coverage(business, 250))
  for (const { bias, within, cases, whole } of seen) {
    expect(Math.abs(bias)).toBeLessThan(0.01)
    expect(within / cases).toBeGreaterThan(0.93)
    expect(within / cases).toBeLessThan(0.98)
    expect(whole).toBeGreaterThan(0.92)
  }
  const all = seen.reduce((sum, { cases }) => sum + cases, 0)
  const within = seen.reduce((sum, one) => sum + one.within, 0)
  expect(all).toBe(2000)
  expect(within / all).toBeGreaterThan(0.94)
  expect(within / all).toBeLessThan(0.97)
})

test.each<[string, Business]>([
  ['some deals are forgotten', { ...USUAL, deals: 200, forgotten: 0.05 }],
  ['nobody saw the longest deals end', { ...USUAL, months: 3, deals: 200, days: 40 }],
  ['little is sold', { ...USUAL, share: 0.04 }],
  ['there are few deals', { ...USUAL, deals: 15 }],
])('no fewer do where %s', (_, business) => {
  const { cases, within, bias, whole } = coverage(business, 200)
  expect(within / cases).toBeGreaterThan(0.94)
  expect(Math.abs(bias)).toBeLessThan(0.03)
  expect(whole).toBeGreaterThan(0.92)
})

test('months that differ are seen to differ', () => {
  const seen = (business: Business) => {
    const { lives, today } = simulated(business, 7)
    return Math.sqrt(learn(lives, today, monthOf)?.variation ?? Number.NaN)
  }
  expect(seen({ ...USUAL, deals: 1000 })).toBeLessThan(0.1)
  expect(Math.abs(seen({ ...USUAL, deals: 1000, months: 24, spread: 0.5 }) - 0.5)).toBeLessThan(0.2)
})

test('a file of deals that were open on some day is watched from the first outcome on', () => {
  const { lives, today } = simulated({ ...USUAL, months: 18 }, 1)
  expect(learn(lives, today, monthOf)?.since).toBe(Number.NEGATIVE_INFINITY)
  const later = new Lifetimes()
  let first = Number.POSITIVE_INFINITY
  lives.each((created, age, end) => {
    if (created + age < 200) return
    later.add(created, age, end)
    if (end !== END.open) first = Math.min(first, created + age)
  })
  const learnt = learn(later, today, monthOf)
  expect(learnt?.since).toBe(first)
  expect(Math.abs((learnt?.incidence.chance(-1) ?? 0) - 0.25)).toBeLessThan(0.03)
})

test('where the last two years are enough, what was before them is forgotten', () => {
  const old = simulated({ ...USUAL, months: 24, share: 0.6 }, 1)
  const young = simulated({ ...USUAL, months: 30, share: 0.2 }, 2)
  const lives = new Lifetimes()
  old.lives.each((created, age, end) => {
    if (end !== END.open) lives.add(created - 800, age, end)
  })
  young.lives.each((created, age, end) => lives.add(created, age, end))
  const learnt = learn(lives, young.today, monthOf)
  expect(learnt?.since).toBe(young.today - 731)
  expect(Math.abs((learnt?.incidence.chance(-1) ?? 0) - 0.2)).toBeLessThan(0.03)
})

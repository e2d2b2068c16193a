import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countsOf } from '../../src/domain/forecast/distributions.ts'
import { settled } from '../../src/domain/forecast/outlook.ts'
import { comingOf, outlookOf, together } from '../../src/domain/plan/run-rate.ts'

describe('distributions', () => {
  test('counts of mean 2 and variance 4 are 1/4, 1/4, 3/16, 1/8, …', () => {
    const counts = countsOf(2, 4)
    const p = (k: number) => counts.atLeast(k) - counts.atLeast(k + 1)
    for (const [k, share] of [1 / 4, 1 / 4, 3 / 16, 1 / 8, 5 / 64].entries())
      expect(p(k)).toBeCloseTo(share, 12)
    expect([0.1, 0.25, 0.5, 0.9].map(counts.quantile)).toEqual([0, 0, 1, 5])
  })

  test('counts whose variance is not above the mean are Poisson’s', () => {
    const counts = countsOf(3, 1)
    expect(counts.atLeast(1)).toBeCloseTo(1 - Math.exp(-3), 12)
    expect(counts.atLeast(3)).toBeCloseTo(1 - Math.exp(-3) * (1 + 3 + 4.5), 12)
  })

  test('thousands of calls', () => {
    const counts = countsOf(5000, 8000)
    expect(counts.quantile(0.5)).toBe(5000)
    expect(counts.quantile(0.9)).toBe(5115)
  })

  test('a quantile is reached with the probability it is asked for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        fc.double({ min: 0.5, max: 50, noNaN: true }),
        fc.constantFrom(0.1, 0.5, 0.9),
        (mean, over, share) => {
          const counts = countsOf(mean, mean * over)
          const k = counts.quantile(share)
          expect(1 - counts.atLeast(k + 1)).toBeGreaterThanOrEqual(share - 1e-9)
          expect(1 - counts.atLeast(k)).toBeLessThan(share + 1e-9)
        },
      ),
    )
  })
})

describe('run rate', () => {
  const days = 20
  const past = [20, 30, 40].map((count) => ({ count, days }))

  test('rates of past months, shrunk by this one: the example of the definition', () => {
    const coming = comingOf(past, { count: 10, days: 10 }, 10)
    const rate = (1.5 ** 2 / 0.175 + 10) / (1.5 / 0.175 + 10)
    expect(coming?.mean).toBeCloseTo(rate * 10, 12)
    expect(coming?.mean).toBeCloseTo(12.308, 3)
    expect(coming?.variance).toBeCloseTo(18.935, 3)
  })

  test('without a past the period’s own pace goes on; with neither nothing is known', () => {
    expect(comingOf([], { count: 10, days: 10 }, 12)).toEqual({ mean: 12, variance: 12 * (1 + 12 / 10) })
    expect(comingOf([], { count: 0, days: 0 }, 22)).toBeNull()
    expect(comingOf([], { count: 0, days: 3 }, 19)).toBeNull()
  })

  test('months before anything was counted do not slow the pace', () => {
    const now = { count: 0, days: 0 }
    expect(comingOf([{ count: 0, days }, ...past], now, 10)).toEqual(comingOf(past, now, 10))
  })

  test('months that differ by chance alone know the rate from all their days', () => {
    const coming = comingOf(
      [29, 30, 31].map((count) => ({ count, days })),
      { count: 0, days: 0 },
      20,
    )
    expect(coming).toEqual({ mean: 30, variance: 30 * (1 + 20 / 60) })
  })

  test('nothing is to come when no day is left', () => {
    expect(comingOf(past, { count: 7, days: 22 }, 0)).toEqual({ mean: 0, variance: 0 })
    const over = outlookOf(7, { mean: 0, variance: 0 })
    expect([over.p10, over.mean, over.p90, over.chanceOf(7), over.chanceOf(8)]).toEqual([7, 7, 7, 1, 0])
  })

  test('of several people together', () => {
    const calls = { mean: 3, variance: 4 }
    expect(together([calls, calls])).toEqual({ mean: 6, variance: 8 })
  })

  test('what is over is what it is', () => {
    const over = settled(5)
    expect([over.already, over.mean, over.p10, over.p90, over.chanceOf(5), over.chanceOf(6)]).toEqual([
      5, 5, 5, 5, 1, 0,
    ])
  })
})

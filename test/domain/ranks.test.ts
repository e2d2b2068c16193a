import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ranksPValue } from '../../src/domain/statistics/ranks.ts'

test('1 2 4 beside 3 5 6: U = 1, z = −1.5275, p = 0.1266', () => {
  expect(ranksPValue([4, 1, 2], [5, 3, 6])).toBeCloseTo(0.1266, 4)
})

test('with ties: 1 1 2 2 beside 2 3 3 4', () => {
  // Ranks 1.5 1.5 4 4 beside 4 6.5 6.5 8: U = 11 − 10 = 1; ties 2³−2 + 3³−3 + 2³−2 = 36;
  // variance 16/12 · (9 − 36/56) = 11.1429; z = −7/3.3381 = −2.0970.
  expect(ranksPValue([1, 1, 2, 2], [2, 3, 3, 4])).toBeCloseTo(0.036, 3)
})

test('nothing to tell apart', () => {
  expect([ranksPValue([], [1]), ranksPValue([1], []), ranksPValue([2, 2], [2, 2, 2])]).toEqual([1, 1, 1])
  const never = Number.POSITIVE_INFINITY
  expect(ranksPValue([never, never], [never])).toBe(1)
})

test('the same whichever comes first, and for values only in their order', () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Number.POSITIVE_INFINITY))
  const sample = fc.array(value, { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      const p = ranksPValue(a, b)
      expect(ranksPValue(b, a)).toBeCloseTo(p, 9)
      expect(
        ranksPValue(
          a.map((x) => x * 3 + 1),
          b.map((x) => x * 3 + 1),
        ),
      ).toBeCloseTo(p, 9)
      // Counted slowly: every pair, a tie being half.
      let u = 0
      for (const x of a) for (const y of b) u += x > y ? 1 : x === y ? 0.5 : 0
      const mean = (a.length * b.length) / 2
      if (u === mean) expect(p).toBeCloseTo(1, 6)
      else expect(p).toBeLessThan(1)
    }),
  )
})

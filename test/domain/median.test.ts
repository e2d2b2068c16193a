import fc from 'fast-check'
import { expect, test } from 'vitest'
import { medianOf } from '../../src/domain/statistics/statistics.ts'

test('the median is the middle of the sorted values, and leaves them as they were', () => {
  expect(medianOf([])).toBe(null)
  const values = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double({ noNaN: true, min: -1e9, max: 1e9 }))
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 200 }), (given) => {
      const before = [...given]
      const sorted = [...given].sort((a, b) => a - b)
      const high = sorted[given.length >> 1] ?? 0
      const low = sorted[(given.length - 1) >> 1] ?? 0
      expect(medianOf(given)).toBeCloseTo((low + high) / 2, 6)
      expect(given).toEqual(before)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Quantiles } from '../../src/domain/statistics/quantiles.ts'
import { medianOf } from '../../src/domain/statistics/statistics.ts'

function of(values: readonly number[]): Quantiles {
  const all = new Quantiles()
  for (const value of values) all.add(value)
  return all
}

test('by hand: 1 3 5 7 9', () => {
  const all = of([9, 1, 7, 3, 5])
  expect([all.n, all.mean(), all.median(), all.rank(0.75), all.rank(0.9), all.above(5)]).toEqual([
    5, 5, 5, 7, 9, 2,
  ])
  const none = of([])
  expect([none.n, none.mean(), none.median(), none.rank(0.9), none.above(0)]).toEqual([
    0,
    null,
    null,
    null,
    0,
  ])
})

test('the median, mean, ranks and counts are those of the sorted list, asked between additions too', () => {
  const values = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 80 })
  fc.assert(
    fc.property(values, values, fc.integer({ min: -50, max: 50 }), (first, rest, limit) => {
      const all = of(first)
      all.median()
      all.addAll(of(rest))
      const sorted = [...first, ...rest].sort((a, b) => a - b)
      const sum = sorted.reduce((a, b) => a + b, 0)
      expect([all.median(), all.mean(), all.rank(0.75), all.above(limit)]).toEqual([
        medianOf(sorted),
        sorted.length === 0 ? null : sum / sorted.length,
        sorted.find((_, i) => (i + 1) / sorted.length >= 0.75) ?? null,
        sorted.filter((value) => value > limit).length,
      ])
    }),
  )
})

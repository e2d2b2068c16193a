import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareEvenly } from '../../src/domain/sharing.ts'

const weights = fc.array(fc.nat(1000), { maxLength: 40 })

test('numbers differ by one at most; the amounts by no more than the heaviest item', () => {
  fc.assert(
    fc.property(weights, fc.integer({ min: 1, max: 5 }), (list, takers) => {
      const taken = shareEvenly(list, takers)
      const of = (taker: number) => list.filter((_, i) => taken[i] === taker)
      const counts = Array.from({ length: takers }, (_, taker) => of(taker).length)
      const sums = Array.from({ length: takers }, (_, taker) => of(taker).reduce((a, b) => a + b, 0))
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      expect(Math.max(...sums) - Math.min(...sums)).toBeLessThanOrEqual(Math.max(0, ...list))
    }),
  )
})

test('the heaviest first, each to who has the least; who has some already gets the fewer', () => {
  expect(shareEvenly([10, 70, 30, 20], 2)).toEqual([0, 0, 1, 1])
  expect(shareEvenly([10, 70, 30, 20], 2, [2, 0])).toEqual([1, 1, 1, 0])
})

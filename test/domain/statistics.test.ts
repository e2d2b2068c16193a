import { describe, expect, test } from 'vitest'
import { differencePValue, holm, wilson } from '../../src/domain/statistics/statistics.ts'

describe('the interval of a share', () => {
  test.each([
    [4, 5, 37.6, 96.4],
    [3, 4, 30.1, 95.4],
    [42, 120, 27.1, 43.9],
    [0, 12, 0, 24.2],
  ])('%i of %i', (k, n, low, high) => {
    const interval = wilson(k, n)
    const percent = (share = Number.NaN) => Math.round(share * 1000) / 10
    expect([percent(interval?.low), percent(interval?.high)]).toEqual([low, high])
  })

  test('of nothing is unknown', () => {
    expect(wilson(0, 0)).toBe(null)
  })
})

describe('the difference of two shares', () => {
  test('by hand: 16/38 beside 9/82', () => {
    expect(differencePValue(16, 38, 9, 82)).toBeCloseTo(0.0001, 5)
  })

  test('is the same from either side, and for those who did not', () => {
    expect(differencePValue(9, 82, 16, 38)).toBe(differencePValue(16, 38, 9, 82))
    expect(differencePValue(22, 38, 73, 82)).toBeCloseTo(differencePValue(16, 38, 9, 82), 12)
  })

  test('cannot be told of a group that is empty or too small, or where all are alike', () => {
    expect(differencePValue(0, 0, 9, 82)).toBe(1)
    expect(differencePValue(1, 1, 9, 82)).toBe(1)
    expect(differencePValue(0, 40, 0, 82)).toBe(1)
    expect(differencePValue(40, 40, 82, 82)).toBe(1)
  })

  test('of equal shares is none', () => {
    expect(differencePValue(10, 40, 20, 80)).toBeCloseTo(1, 6)
  })
})

describe('several comparisons at once', () => {
  test('by hand', () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([true, false, false])
    expect(holm([0.01, 0.02, 0.03])).toEqual([true, true, true])
  })

  test('what is not tested does not count', () => {
    expect(holm([null, 0.04, null])).toEqual([false, true, false])
    expect(holm([])).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import type { Stage } from '../../src/domain/pipeline.ts'
import { parseFigures, type ReferenceFunnel, shareOf, templateRates } from '../../src/domain/reference.ts'
import { normPValue } from '../../src/domain/statistics/one-share.ts'
import { wilson } from '../../src/domain/statistics/statistics.ts'

const counted: ReferenceFunnel = {
  stages: [1, 2, 3],
  figures: { entered: { cohort: [100, 70, 42, 21], strict: [100, 60, 0, 0], bitrix24: [80, 60, 40, 21] } },
}
const norm: ReferenceFunnel = { stages: [1, 2, 3], figures: { rates: [0.7, 0.6, null] } }

describe('the share that a reference has', () => {
  test('of a period is what was counted, whichever stages lie between', () => {
    expect(shareOf(counted, 'cohort', 1, 2)).toEqual({ rate: 0.7, k: 70, n: 100 })
    expect(shareOf(counted, 'cohort', 3, 'won')).toEqual({ rate: 0.5, k: 21, n: 42 })
    expect(shareOf(counted, 'bitrix24', 1, 2)).toEqual({ rate: 0.75, k: 60, n: 80 })
    // Stage 2 is in use no more: 42 of 100 came from the first to the third.
    expect(shareOf(counted, 'cohort', 1, 3)).toEqual({ rate: 0.42, k: 42, n: 100 })
  })

  test('of typed shares is what was typed, or their product', () => {
    expect(shareOf(norm, 'strict', 1, 2)).toEqual({ rate: 0.7, k: null, n: null })
    expect(shareOf(norm, 'cohort', 1, 3)?.rate).toBeCloseTo(0.42, 12)
  })

  test('is none where the reference does not tell', () => {
    expect(shareOf(norm, 'cohort', 3, 'won')).toBeNull()
    expect(shareOf(counted, 'strict', 3, 'won')).toBeNull()
    expect(shareOf(counted, 'cohort', 4, 2)).toBeNull()
    expect(shareOf(counted, 'cohort', 1, 4)).toBeNull()
    expect(shareOf(counted, 'cohort', 2, 1)).toBeNull()
  })
})

test('template probabilities 20, 40, 60 and 80 % leave shares of 1/2, 2/3, 3/4 and 4/5', () => {
  const stage: Stage = {
    id: 1,
    pipeline: 1,
    name: '',
    aliases: [],
    kind: 'open',
    bit: 0,
    probability: null,
    norm: null,
    invoice: false,
    criteria: [],
    strict: false,
  }
  expect(templateRates([stage, stage, stage, stage]).map((rate) => rate?.toFixed(6))).toEqual([
    '0.500000',
    '0.666667',
    '0.750000',
    '0.800000',
  ])
  const of = (...odds: number[]) => templateRates(odds.map((probability) => ({ ...stage, probability })))
  expect(of(0, 0.5)).toEqual([0, 0.5])
  expect(of(0.5, 0.3)).toEqual([null, 0.3])
  expect(of(0.5, 0)).toEqual([null, 0])
})

describe('a share against a norm', () => {
  test('57 of 84 against 80 %: z = 2.782, p = 0.0054', () => {
    expect(normPValue(57, 84, 0.8)).toBeCloseTo(0.0054, 4)
  })

  test('is told from it just where the interval of the share leaves it out', () => {
    for (let n = 1; n <= 60; n += 7)
      for (let k = 0; k <= n; k++)
        for (const p of [0.05, 0.3, 0.62, 0.9]) {
          const range = wilson(k, n)
          const isOut = range !== null && (p < range.low || p > range.high)
          expect([k, n, p, normPValue(k, n, p) < 0.05]).toEqual([k, n, p, isOut])
        }
  })

  test('any failure tells from a norm of all, any success from a norm of none', () => {
    expect([normPValue(9, 10, 1), normPValue(10, 10, 1), normPValue(1, 10, 0), normPValue(0, 10, 0)]).toEqual(
      [0, 1, 0, 1],
    )
    expect(normPValue(0, 0, 0.5)).toBe(1)
  })
})

test('kept figures are read only where they are whole', () => {
  const { entered } = counted.figures
  const read = (figures: object) => parseFigures(JSON.stringify(figures), 3) !== undefined
  expect(read({ entered, won: { deals: 21, amount: 5, currency: 'USD' } })).toBe(true)
  expect(read({ rates: [0, null, 1] })).toBe(true)
  for (const broken of [
    {},
    { entered, rates: [0, null, 1] },
    { entered: { ...entered, strict: [1, 2] } },
    { entered: { ...entered, strict: [1, 2, -3, 4] } },
    { rates: [0.5, 0.5] },
    { rates: [0.5, 0.5, 1.5] },
    { rates: [0.5, 0.5, '1'] },
    { entered, won: { deals: 1 } },
  ])
    expect([broken, read(broken)]).toEqual([broken, false])
})

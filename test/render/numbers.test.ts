import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatCompact,
  formatCount,
  formatDays,
  formatDecimal,
  formatInterval,
  formatMoney,
  formatRate,
  moneyScale,
  moneyUnit,
  roundShares,
  roundTo,
  roundToSum,
} from '../../src/render/numbers.ts'
import type { Lang } from '../../src/words/words.ts'

const inAll = (format: (lang: Lang) => string) => [format('en'), format('ru'), format('uk')]

describe('numbers in three languages', () => {
  it('groups counts, by no-break spaces in Russian and Ukrainian', () => {
    expect(inAll((lang) => formatCount(1234567, lang))).toEqual([
      '1,234,567',
      '1\u00a0234\u00a0567',
      '1\u00a0234\u00a0567',
    ])
    expect(inAll((lang) => formatCount(-999, lang))).toEqual(['−999', '−999', '−999'])
    expect(inAll((lang) => formatCount(-0.2, lang))).toEqual(['0', '0', '0'])
  })

  it('writes decimals after a comma, and rounds as on paper', () => {
    expect(inAll((lang) => formatDecimal(1250.5, 2, lang))).toEqual([
      '1,250.50',
      '1\u00a0250,50',
      '1\u00a0250,50',
    ])
    expect([0.125, 1.005, 2.675, -2.675].map((n) => formatDecimal(n, 2, 'en'))).toEqual([
      '0.13',
      '1.01',
      '2.68',
      '−2.68',
    ])
    expect([371_900_826_446.28, -90_000_000_000_000.03].map((n) => formatDecimal(n, 2, 'en'))).toEqual([
      '371,900,826,446.28',
      '−90,000,000,000,000.03',
    ])
    expect(roundTo(371_900_826_446.28, 4)).toBe(371_900_826_446.28)
  })

  it('writes rates, never rounding something to nothing or to all', () => {
    expect(inAll((lang) => formatRate(0.7, lang))).toEqual(['70%', '70\u00a0%', '70\u00a0%'])
    expect(inAll((lang) => formatRate(0.0667, lang, 1))).toEqual(['6.7%', '6,7\u00a0%', '6,7\u00a0%'])
    expect([0, 0.004, 0.994, 0.995, 0.999, 1, 1.2].map((rate) => formatRate(rate, 'en'))).toEqual([
      '0%',
      '<1%',
      '99%',
      '>99%',
      '>99%',
      '100%',
      '120%',
    ])
    expect(formatRate(0.9999, 'ru', 1)).toBe('>99,9\u00a0%')
  })

  it('writes intervals without the sign', () => {
    expect(inAll((lang) => formatInterval(0.611, 0.774, lang))).toEqual(['61–77', '61–77', '61–77'])
    expect(inAll((lang) => formatInterval(0.376, 0.964, lang, 1))).toEqual([
      '37.6–96.4',
      '37,6–96,4',
      '37,6–96,4',
    ])
  })

  it('writes days with a decimal only below ten', () => {
    expect([0, 0.04, 5.5, 9.96, 14.4].map((days) => formatDays(days, 'uk'))).toEqual([
      '0',
      '0',
      '5,5',
      '10',
      '14',
    ])
  })

  it('writes money with its sign where the language has it', () => {
    expect(inAll((lang) => formatMoney(120000, 'RUB', lang))).toEqual([
      '₽120,000',
      '120\u00a0000\u00a0₽',
      '120\u00a0000\u00a0₽',
    ])
    expect(inAll((lang) => formatMoney(-1250.5, 'CHF', lang))).toEqual([
      '−CHF\u00a01,250.50',
      '−1\u00a0250,50\u00a0CHF',
      '−1\u00a0250,50\u00a0CHF',
    ])
  })

  it('writes compact numbers', () => {
    expect(inAll((lang) => formatCompact(1500, lang))).toEqual(['1.5K', '1,5\u00a0тыс', '1,5\u00a0тис.'])
    expect(inAll((lang) => formatCompact(-12e6, lang))).toEqual(['−12M', '−12\u00a0млн', '−12\u00a0млн'])
    expect(inAll((lang) => formatCompact(0.25, lang))).toEqual(['0.25', '0,25', '0,25'])
  })
})

describe('the scale of a money column', () => {
  it('keeps figures short and tells small ones from nothing', () => {
    expect(moneyScale([99_999, 5])).toEqual({ power: 0, digits: 0 })
    expect(moneyScale([2_310_000, 145_000, 0])).toEqual({ power: 3, digits: 0 })
    expect(moneyScale([2_310_000, 300])).toEqual({ power: 3, digits: 1 })
    expect(moneyScale([-14_400_000])).toEqual({ power: 6, digits: 1 })
    expect(moneyScale([3e10])).toEqual({ power: 9, digits: 1 })
    expect(moneyScale([])).toEqual({ power: 0, digits: 0 })
  })

  it('is named in every language', () => {
    expect(inAll((lang) => moneyUnit({ power: 3, digits: 0 }, 'RUB', lang))).toEqual([
      '₽K',
      'тыс\u00a0₽',
      'тис.\u00a0₽',
    ])
    expect(inAll((lang) => moneyUnit({ power: 6, digits: 1 }, 'CHF', lang))).toEqual([
      'CHF\u00a0M',
      'млн\u00a0CHF',
      'млн\u00a0CHF',
    ])
    expect(inAll((lang) => moneyUnit({ power: 0, digits: 0 }, undefined, lang))).toEqual(['', '', ''])
  })
})

describe('roundToSum', () => {
  it('gives the largest remainders the missing steps', () => {
    expect(roundToSum([1 / 3, 1 / 3, 1 / 3], 2)).toEqual([0.34, 0.33, 0.33])
    expect(roundToSum([1.4, 1.4, 1.2], 0)).toEqual([2, 1, 1])
    expect(roundToSum([1_234_567, 2_345_678, 419_755], -3)).toEqual([1_234_000, 2_346_000, 420_000])
    expect(roundToSum([], 2)).toEqual([])
  })

  it('adds up, and moves no part by a whole step', () => {
    const amounts = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 30 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 3 }), (thousandths, digits) => {
        const parts = thousandths.map((n) => n / 1000)
        const step = 10 ** -digits
        const rounded = roundToSum(parts, digits)
        const steps = rounded.reduce((sum, part) => sum + Math.round(part / step), 0)
        const sum = thousandths.reduce((all, n) => all + n, 0) / 1000
        expect(Math.abs(steps - sum / step)).toBeLessThanOrEqual(0.5 + 1e-5)
        rounded.forEach((part, at) => {
          expect(Math.abs(part - (parts[at] ?? 0))).toBeLessThan(step + 1e-6)
        })
      }),
    )
  })
})

it('shares of one whole add up, unless equal ones would differ', () => {
  expect(roundShares([6 / 8, 1 / 8, 1 / 8], 2)).toEqual([0.75, 0.13, 0.13])
  const lost = [14, 12, 9, 8, 7, 7, 3, 3, 1].map((n) => n / 64)
  expect(roundShares(lost, 2)).toEqual([0.22, 0.19, 0.14, 0.12, 0.11, 0.11, 0.05, 0.05, 0.01])
})

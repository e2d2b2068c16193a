import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencyDigits, isCurrency } from '../../src/domain/currency.ts'
import {
  convert,
  type DecimalSign,
  formatAmount,
  formatMoney,
  MOST_MINOR,
  majorOf,
  parseAmount,
  roundMinor,
  sayAmountProblem,
} from '../../src/domain/money.ts'
import { LANGS, wordsFor } from '../../src/words/words.ts'

const minors = fc.integer({ min: -MOST_MINOR, max: MOST_MINOR }).map((minor) => minor + 0)
const currencies = fc.constantFrom(
  'USD',
  'RUB',
  'UAH',
  'KZT',
  'EUR',
  'JPY',
  'KWD',
  'CLF',
  'PLN',
  'CAD',
  'SEK',
)

/** What is read of a text: minor units, with the currency where the text names one; or the problem. */
function read(text: string, currency = 'USD', decimal?: DecimalSign): string {
  const amount = parseAmount(text, decimal === undefined ? { currency } : { currency, decimal })
  return 'problem' in amount ? amount.problem : [amount.minor, amount.currency ?? ''].join(' ').trim()
}

test.each([
  ['450 000 ₸', '45000000 KZT'],
  ['1 200,50', '120050'],
  ['1\u00a0200,50', '120050'],
  ['1\u202f200,50 ₴', '120050 UAH'],
  ['1.234,56', '123456'],
  ['1,234.56', '123456'],
  ['$22,700.00', '2270000 USD'],
  ['€ 3.500,00', '350000 EUR'],
  ['$3.972.451', '397245100 USD'],
  ["1'234.50", '123450'],
  ['12,34,567.00', '123456700'],
  ['(500)', '-50000'],
  ['($500.00)', '-50000 USD'],
  ['-500', '-50000'],
  ['\u2212500', '-50000'],
  ['-$500', '-50000 USD'],
  ['500-', '-50000'],
  ['1 234', '123400'],
  ['12к', '1200000'],
  ['12 тыс. руб.', '1200000 RUB'],
  ['12 т.р.', '1200000 RUB'],
  ['1,5 млн', '150000000'],
  ['1.5M', '150000000'],
  ['2 млрд ₽', '200000000000 RUB'],
  ['1768 руб.', '176800 RUB'],
  ['1919.00 ₽', '191900 RUB'],
  ['30 грн', '3000 UAH'],
  ['30 гривень', '3000 UAH'],
  ['USD 1,200.50', '120050 USD'],
  ['1200.50 usd', '120050 USD'],
  ['US$ 5', '500 USD'],
  ['7 zł', '700 PLN'],
  ['7 сум', '700 UZS'],
  ['1200.-', '120000'],
  ['1200,', '120000'],
  ['.5', '50'],
  ['$.50', '50 USD'],
  ['0,125', 'decimals'],
  ['0.500', '50'],
  ['1234,500', '123450'],
  ['1 200,500', '120050'],
  ['3.5', '350'],
  ['-0', '0'],
  ['6.0E7', '6000000000'],
  ['1.2345E+2', '12345'],
  ['$ - ', '0 USD'],
  ['007', '700'],
])('%s is %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each([
  ['', 'empty'],
  ['\u00a0', 'empty'],
  ['-', 'unreadable'],
  ['- -', 'unreadable'],
  ['1E-3', 'unreadable'],
  ['1E99', 'tooLarge'],
  ['abc', 'unreadable'],
  ['2026-09-14', 'unreadable'],
  ['12 34', 'unreadable'],
  ['1,23,4', 'unreadable'],
  ['1.234.56', 'unreadable'],
  ['1,234,56.7', 'unreadable'],
  ['(500', 'unreadable'],
  ['-(500)', 'unreadable'],
  ['--5', 'unreadable'],
  ['0,1,', 'unreadable'],
  ['1,200,', 'unreadable'],
  ['1.005', 'ambiguous'],
  ['1,250', 'ambiguous'],
  ['$1.250', 'ambiguous'],
  ['12.3456', 'decimals'],
  ['500 kr', 'currency'],
  ['500 ¥', 'currency'],
  ['5 %', 'currency'],
  ['5 apples', 'currency'],
  ['$5 EUR', 'currency'],
  ['50000000000000', '5000000000000000'],
  ['50000000000000.01', 'tooLarge'],
  ['9'.repeat(400), 'tooLarge'],
])('“%s” is refused: %s', (text, problem) => {
  expect(read(text)).toBe(problem)
})

describe('what the context decides', () => {
  test('the decimal sign of the column', () => {
    expect([read('1,250', 'USD', '.'), read('1,250', 'USD', ','), read('1.250', 'USD', ',')]).toEqual([
      '125000',
      '125',
      '125000',
    ])
    expect([read('12.50', 'USD', ','), read('1.234,56', 'USD', '.'), read('1,2,3', 'USD', ',')]).toEqual([
      'unreadable',
      'unreadable',
      'unreadable',
    ])
  })

  test('a currency without a fraction', () => {
    expect([read('1,250', 'JPY'), read('1.250 ¥', 'JPY'), read('12.5', 'JPY'), read('12.0', 'JPY')]).toEqual([
      '1250',
      '1250 JPY',
      'decimals',
      '12',
    ])
  })

  test('which of the currencies of one sign', () => {
    expect([read('$5', 'COP'), read('5 руб.', 'BYN'), read('5 kr', 'SEK'), read('5 ₽', 'BYN')]).toEqual([
      '500 COP',
      '500 BYN',
      '500 SEK',
      '500 RUB',
    ])
  })

  test('the currency named sets the decimals', () => {
    expect([read('1.5 KWD'), read('1500 JPY'), read('1.5 JPY')]).toEqual(['1500 KWD', '1500 JPY', 'decimals'])
  })
})

test('text for files reads back as the same amount', () => {
  fc.assert(
    fc.property(minors, currencies, (minor, currency) => {
      expect(parseAmount(formatAmount(minor, currency), { currency, decimal: '.' })).toEqual({ minor })
    }),
  )
})

test('text on screens reads back as the same amount and currency', () => {
  fc.assert(
    fc.property(minors, currencies, fc.constantFrom(...LANGS), (minor, currency, lang) => {
      const decimal = lang === 'en' ? '.' : ','
      expect(parseAmount(formatMoney(minor, currency, lang), { currency, decimal })).toEqual({
        minor,
        currency,
      })
    }),
  )
})

test('a number of major units prints as the exact decimal', () => {
  fc.assert(
    fc.property(minors, currencies, (minor, currency) => {
      const exact = formatAmount(minor, currency)
      const number = majorOf(minor, currency)
      expect([Number(exact) + 0, String(number)]).toEqual([
        number + 0,
        exact.includes('.') ? exact.replace(/0+$/, '') : exact,
      ])
    }),
  )
  expect([majorOf(120050, 'UAH'), majorOf(5, 'JPY'), majorOf(5, 'KWD')]).toEqual([1200.5, 5, 0.005])
})

test('conversion is exact and rounds half away from zero', () => {
  expect([
    convert(100, 2, 2, '41.255'),
    convert(-100, 2, 2, '41.255'),
    convert(1, 2, 2, '0.5'),
    convert(-1, 2, 2, '0.49'),
    convert(12345, 2, 0, '151.37'),
    convert(5, 0, 3, '0.0021'),
    convert(MOST_MINOR, 2, 2, '1'),
  ]).toEqual([4126, -4126, 1, 0, 18687, 11, MOST_MINOR])
  expect(() => convert(MOST_MINOR, 2, 2, '2')).toThrow('too large')
})

test('conversion at the rate of one only changes the unit', () => {
  fc.assert(
    fc.property(minors, (minor) => {
      expect(convert(minor, 2, 2, '1')).toBe(minor)
    }),
  )
})

test('money on screens', () => {
  const shown = LANGS.map((lang) => [
    formatMoney(12_000_000, 'RUB', lang),
    formatMoney(-120_050, 'UAH', lang),
    formatMoney(120_050, 'USD', lang),
    formatMoney(120_000, 'CAD', lang),
    formatMoney(5, 'USD', lang),
    formatMoney(1500, 'JPY', lang),
  ])
  const local = [
    '120\u00a0000\u00a0₽',
    '-1\u00a0200,50\u00a0₴',
    '1\u00a0200,50\u00a0$',
    '1\u00a0200\u00a0CAD',
    '0,05\u00a0$',
    '1\u00a0500\u00a0¥',
  ]
  expect(shown).toEqual([
    ['₽120,000', '-₴1,200.50', '$1,200.50', 'CAD\u00a01,200', '$0.05', '¥1,500'],
    local,
    local,
  ])
})

test('text for files drops a fraction of nothing', () => {
  expect([
    formatAmount(120_000, 'USD'),
    formatAmount(-120_050, 'USD'),
    formatAmount(7, 'KWD'),
    formatAmount(0, 'USD'),
  ]).toEqual(['1200', '-1200.50', '0.007', '0'])
})

test('currencies of ISO 4217 and their decimals', () => {
  expect(['USD', 'UAH', 'usd', 'XXX', 'КЗТ', ''].map(isCurrency)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
  expect(['USD', 'JPY', 'KWD', 'CLF'].map(currencyDigits)).toEqual([2, 0, 3, 4])
})

test('every problem has its sentence', () => {
  const problems = ['empty', 'unreadable', 'ambiguous', 'decimals', 'tooLarge', 'currency'] as const
  expect(problems.map((problem) => sayAmountProblem('1,5x', { problem }, 'JPY')(wordsFor('ru')))).toEqual([
    'Сумма пуста.',
    'Непонятная сумма «1,5x»: пишите, например, 1200.50 или 1 200,50 RUB.',
    '«1,5x» — это тысячи или дробь? Укажите знак дробной части: --decimal , или --decimal .',
    '«1,5x» с дробной частью, а у JPY её нет: напишите целую сумму.',
    'Сумма «1,5x» слишком велика: проверьте, нет ли лишних цифр.',
    'Неясно, какая валюта в «1,5x»: напишите её код из трёх букв, например RUB.',
  ])
})

test('minor units are rounded to the nearest, and whole ones left alone however many they are', () => {
  expect([0.5, 1.005 * 100, -2.5].map(roundMinor)).toEqual([1, 101, -3])
  const many = [5e15, 2 ** 50 + 1, 2 ** 53 - 1, -(2 ** 51 + 1)]
  expect(many.map(roundMinor)).toEqual(many)
})

import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { expect, test } from 'vitest'
import { parseEmails, parsePhones, shownPhone } from '../../src/domain/names/phone.ts'

const numbers = (text: string, region: string) => parsePhones(text, region).map(({ e164 }) => e164)

test.each([
  ['8 (916) 123-45-67', 'RU', '+79161234567'],
  ['8 916 123 45 67', 'UA', '+79161234567'],
  ['9161234567', 'RU', '+79161234567'],
  ['тел. +7 916 123-45-67', 'UA', '+79161234567'],
  ['phone: 7 495 123 45 67', 'RU', '+74951234567'],
  ['8 (495) 123-45-67 доб. 12', 'RU', '+74951234567'],
  ['8-800-555-35-35', 'RU', '+78005553535'],
  ['87071234567', 'KZ', '+77071234567'],
  ['0671234567', 'UA', '+380671234567'],
  ['067 123-45-67 (моб)', 'UA', '+380671234567'],
  ['80671234567', 'UA', '+380671234567'],
  ['80671234567', 'RU', '+380671234567'],
  ['380671234567', 'RU', '+380671234567'],
  ['00380671234567', 'RU', '+380671234567'],
  ['80291234567', 'BY', '+375291234567'],
  ['(360)423-5286x1', 'US', '+13604235286'],
  ['001-360-423-5286x123', 'US', '+13604235286'],
  ['+1-360-423-5286x12', 'UA', '+13604235286'],
  ['+49 30 123456', 'RU', '+4930123456'],
  ['(+49) 30 123456', 'RU', '+4930123456'],
  ['493012345678', 'XX', '+493012345678'],
  ['493012345678', 'RU', '+493012345678'],
])('%s in %s is %s', (text, region, expected) => {
  expect(numbers(text, region)).toEqual([expected])
})

test('several phones stand in one cell', () => {
  const two = ['+380671234567', '+380501234567']
  const cells = [
    '067 123 45 67; 050 123 45 67',
    '0671234567/0501234567',
    '067 1234567, 050 1234567',
    '067-123-45-67\n050-123-45-67',
    '+380671234567 +380501234567',
    '0671234567 или 0501234567',
    '067 1234567 доб. 5, 050 1234567',
  ]
  expect(cells.map((cell) => numbers(cell, 'UA'))).toEqual(cells.map(() => two))
})

test('a stroke or comma may stand within one number', () => {
  expect(parsePhones('202/429-0400', 'US')).toEqual([{ e164: '+12024290400', raw: '202/429-0400' }])
  expect(parsePhones('(495) 123-45-67/68', 'RU')).toEqual([
    { e164: '+74951234567', raw: '(495) 123-45-67, 68' },
  ])
})

test('an extension after a comma belongs to its number', () => {
  expect(parsePhones('+7 495 123-45-67, доб. 12', 'RU')).toEqual([
    { e164: '+74951234567', raw: '+7 495 123-45-67, доб. 12' },
  ])
})

test('what is no number keeps its text', () => {
  expect(parsePhones('7(9940)977-45-73\u00a0', 'RU')).toEqual([{ e164: null, raw: '7(9940)977-45-73' }])
  expect(parsePhones('нет', 'RU')).toEqual([{ e164: null, raw: 'нет' }])
  expect(parsePhones('123-45-67', 'RU')).toEqual([{ e164: null, raw: '123-45-67' }])
  expect(parsePhones('1-800-FLOWERS', 'US')).toEqual([{ e164: null, raw: '1-800-FLOWERS' }])
  expect(parsePhones(' ; \n', 'RU')).toEqual([])
})

test('numbers accepted at a glance are ones the numbering plans allow', () => {
  const prefixes = fc.constantFrom('+79', '+74', '+77', '+38067', '+38044', '+37529', '+37517')
  fc.assert(
    fc.property(prefixes, fc.stringMatching(/^\d{10}$/), (prefix, digits) => {
      const number = `${prefix}${digits}`.slice(0, prefix.startsWith('+7') ? 12 : 13)
      expect(numbers(number, 'US')).toEqual([number])
      expect(parsePhoneNumberFromString(number)?.isPossible()).toBe(true)
    }),
  )
})

test('e-mail addresses are found among labels and brackets', () => {
  expect(parseEmails('email: Anna@Example.com')).toEqual([
    { email: 'anna@example.com', raw: 'Anna@Example.com' },
  ])
  expect(parseEmails('Анна <a@x.ru>; mailto:b@x.ru, иван@почта.рф.')).toEqual([
    { email: 'a@x.ru', raw: 'a@x.ru' },
    { email: 'b@x.ru', raw: 'b@x.ru' },
    { email: 'иван@почта.рф', raw: 'иван@почта.рф' },
  ])
  expect(parseEmails("o'brien@x.ie 'c@x.ru'")).toEqual([
    { email: "o'brien@x.ie", raw: "o'brien@x.ie" },
    { email: 'c@x.ru', raw: 'c@x.ru' },
  ])
  expect(parseEmails('нет почты, @anna')).toEqual([])
})

test.each([
  ['7 (495) 222-33-44 доб. 5', '+74952223344 доб. 5'],
  ['8 909 1234567 вотсап', '+79091234567 вотсап'],
  ['8 909 1234567 (вотсап, вечером)', '+79091234567 (вотсап, вечером)'],
  ['+7 495 123-45-67, доб. 12', '+74951234567 доб. 12'],
  ['моб. 8 909 123-45-67', '+79091234567'],
  ['12-34', '12-34'],
])('%s is shown with what was written after the number', (text, shown) => {
  expect(parsePhones(text, 'RU').map(shownPhone)).toEqual([shown])
})

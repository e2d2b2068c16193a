import { expect, test } from 'vitest'
import { isTaxField, taxKey } from '../../src/domain/names/tax-number.ts'

test.each(['ИНН', 'инн ', 'Код ЄДРПОУ', 'VAT-ID', 'Tax number'])('%s is a tax number', (name) => {
  expect(isTaxField(name)).toBe(true)
})

test.each(['ОГРН', 'КПП', 'Tax', 'Номер'])('%s is none', (name) => {
  expect(isTaxField(name)).toBe(false)
})

test.each([
  ['7701 234567', '7701234567'],
  ['7701234567/770101001', '7701234567'],
  ['de 123-456-789', 'DE123456789'],
  ['0000000000', null],
  ['123', null],
  ['', null],
])('%s is the number %s', (text, key) => {
  expect(taxKey(text)).toBe(key)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DecimalSign, parseAmount } from '../../src/domain/money.ts'
import { amountReader, DecimalEvidence, sayDecimalVerdict } from '../../src/transfer/numbers.ts'
import { wordsFor } from '../../src/words/words.ts'

const words = wordsFor('en')

/** The column's verdict, and its values in cents as they are then read. */
function read(texts: readonly string[], given?: DecimalSign): unknown[] {
  const evidence = new DecimalEvidence('Sum', 'USD')
  texts.forEach((text, i) => {
    evidence.see(text, i + 2)
  })
  const verdict = evidence.verdict(given)
  if (verdict.kind !== 'decided') return [sayDecimalVerdict('Sum', verdict)?.(words)]
  const reader = amountReader({
    currency: 'USD',
    ...(verdict.decimal === undefined ? {} : { decimal: verdict.decimal }),
  })
  return texts.map((text) => {
    const amount = reader.read(text)
    return amount === 'empty' ? 'empty' : 'problem' in amount ? amount.problem(words) : amount.minor
  })
}

test('values that say themselves what they are', () => {
  expect(read(['1200', '12.50', '12,5', '1 200,50', '$22,700.00', '(500)', '-7', '0'])).toEqual([
    120_000, 1250, 1250, 120_050, 2_270_000, -50_000, -700, 0,
  ])
})

test('blanks, the dash of accounting, and words that are no amounts', () => {
  expect(read(['', '-', '—', 'N/A', ' $- ', 'Sin_Factura'])).toEqual([
    'empty',
    'empty',
    'empty',
    'empty',
    0,
    'Cannot read the amount “Sin_Factura”: write it like 1200.50 or 1 200,50 USD.',
  ])
})

test('one value decides what 1,250 means in the whole column', () => {
  expect(read(['1,250', '2,500.75'])).toEqual([125_000, 250_075])
  expect(read(['1,250', '2.500,75'])).toEqual([125, 250_075])
  expect(read(['$3.972', '$3.972.451'])).toEqual([397_200, 397_245_100])
  expect(read(['1.250', '12,5'])).toEqual([125_000, 1250])
})

test('a column that cannot decide asks; a sign that is given settles it', () => {
  expect(read(['7', '1,250'])).toEqual(['Unclear amount 1,250 in the column "Sum", line 3: --decimal , or .'])
  expect(read(['1,250'], '.')).toEqual([125_000])
  expect(read(['1,250'], ',')).toEqual([125])
})

test('both signs as decimal ones, and a value that hangs on them', () => {
  expect(read(['1,5', '2.5', '1,250'])).toEqual([
    'The column "Sum" mixes decimal commas and points: 1,5 in line 2, 2.5 in line 3. Make them alike in the file.',
  ])
  expect(read(['1,5', '2.5'])).toEqual([150, 250])
})

test('the currency of the row, and one that the cell names itself', () => {
  const reader = amountReader({ currency: 'USD' })
  expect([reader.read('1250', 'JPY'), reader.read('1250'), reader.read('450 000 ₸')]).toEqual([
    { minor: 1250 },
    { minor: 125_000 },
    { minor: 45_000_000, currency: 'KZT' },
  ])
})

test('the quick reading of plain numbers is the careful one', () => {
  const plain = fc.tuple(
    fc.integer({ min: -99_999_999, max: 99_999_999 }),
    fc.constantFrom('', '.05', ',50', '.5', ','),
  )
  fc.assert(
    fc.property(plain, fc.constantFrom('USD', 'JPY', 'KWD'), ([whole, tail], currency) => {
      const text = `${whole}${tail}`
      const read = amountReader({ currency }).read(text)
      const careful = parseAmount(text, { currency })
      expect(read === 'empty' || 'problem' in read ? 'problem' : read.minor).toEqual(
        'problem' in careful ? 'problem' : careful.minor,
      )
    }),
  )
})

test('a fraction that is too fine is told in the currency that the cell names', () => {
  const read = amountReader({ currency: 'USD' }).read('1500.5 JPY')
  expect(read !== 'empty' && 'problem' in read && read.problem(wordsFor('en'))).toBe(
    '“1500.5 JPY” has a fraction, but JPY has none: write a whole amount.',
  )
})

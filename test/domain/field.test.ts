import { expect, test } from 'vitest'
import { type CustomField, parseFieldValue } from '../../src/domain/field.ts'
import { Zone } from '../../src/domain/time/zone.ts'

const ROOMS: CustomField = { id: 1, name: 'Rooms', type: 'number', choices: [] }
const when = { now: 0, zone: new Zone('UTC'), lang: 'en' } as const
const read = (text: string) => parseFieldValue(ROOMS, text, { currency: 'USD', when })

test('a number is kept digit by digit, or it is none', () => {
  const kept = {
    '0': 0,
    '007': 7,
    '1.50': 1.5,
    '1 200,5': 1200.5,
    '−3': -3,
    '+5': 5,
    '10.00': 10,
    '0.000001': 1e-6,
  }
  for (const [text, number] of Object.entries(kept)) expect([text, read(text)]).toEqual([text, number])
  for (const text of [
    '',
    '.5',
    '1.',
    '1,200.5',
    '1e3',
    '12345678901234567890',
    '123456789012345680000',
    '0.0000001',
    '1'.repeat(400),
    `1.${'0'.repeat(1_000_000)}x`,
  ])
    expect([text, read(text)]).toEqual([text, undefined])
})

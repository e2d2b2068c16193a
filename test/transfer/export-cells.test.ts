import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Zone } from '../../src/domain/time/zone.ts'
import { guarded, joinList, momentWriter, splitList, unguarded } from '../../src/transfer/export-cells.ts'

test('a list is one readable cell, and read back is the same list', () => {
  expect([['a'], ['a', 'b c'], ['a; b', 'c"d', ' e', ''], []].map(joinList)).toEqual([
    'a',
    'a; b c',
    '"a; b"; "c""d"; " e"; ""',
    '',
  ])
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', ';', ' ', '"', '\n', 'я') })), (items) => {
      expect(splitList(joinList(items))).toEqual(items)
    }),
    { numRuns: 2000 },
  )
})

test('formulas are guarded, numbers and phones are not, and the guard comes off again', () => {
  const texts = [
    '=1+1',
    '+7 (916) 123-45-67',
    '-5,00',
    '-5.00',
    '@x',
    '\tx',
    '-1+1',
    "'=a",
    'a=b',
    '+двері',
    '＝1+1',
    '＠SUM(1)',
    '',
  ]
  expect(texts.map(guarded)).toEqual([
    "'=1+1",
    '+7 (916) 123-45-67',
    '-5,00',
    '-5.00',
    "'@x",
    "'\tx",
    "'-1+1",
    "''=a",
    'a=b',
    "'+двері",
    "'＝1+1",
    "'＠SUM(1)",
    '',
  ])
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '1', 'a', '\t') }), (text) => {
      expect(unguarded(guarded(text))).toBe(text)
    }),
    { numRuns: 2000 },
  )
})

test('moments are those of the zone, whatever its clocks did', () => {
  const zones = ['UTC', 'Europe/Kyiv', 'Asia/Kolkata', 'Australia/Lord_Howe'].map((id) => new Zone(id))
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) }),
      (zone, at) => {
        expect(momentWriter(zone, false)({ at, precision: 'moment' })).toBe(zone.isoString(at))
      },
    ),
    { numRuns: 2000 },
  )
  const kyiv = new Zone('Europe/Kyiv')
  const at = Date.UTC(2026, 0, 31, 23, 30, 0, 5)
  expect(momentWriter(kyiv, true)({ at, precision: 'moment' })).toBe('2026-02-01 01:30:00.005')
  expect(momentWriter(kyiv, true)({ at, precision: 'day' })).toBe('2026-02-01')
  const before1924 = Date.UTC(1900, 0, 1)
  expect(momentWriter(kyiv, false)({ at: before1924, precision: 'moment' })).toBe('1900-01-01T00:00:00.000Z')
})

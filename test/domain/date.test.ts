import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  addMonths,
  dayNumber,
  firstOfMonth,
  firstOfQuarter,
  firstOfWeek,
  firstOfYear,
  isoOfDay,
  isoWeek,
  mondayOfIsoWeek,
  parseIsoDate,
  weekday,
} from '../../src/domain/time/date.ts'

/** Every day of the years 0001 to 9999. */
const days = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') })

test('day numbers, weekdays and ISO weeks agree with Temporal', () => {
  fc.assert(
    fc.property(days, (n) => {
      const iso = isoOfDay(n)
      const day = Temporal.PlainDate.from('1970-01-01').add({ days: n })
      expect([iso, dayNumber(iso), weekday(iso), isoWeek(iso)]).toEqual([
        day.toString(),
        n,
        day.dayOfWeek,
        { year: day.yearOfWeek, week: day.weekOfYear },
      ])
    }),
    { numRuns: 500 },
  )
})

test('a month on is the same day or the last of a shorter month', () => {
  const near = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2100-01-01') })
  fc.assert(
    fc.property(near, fc.integer({ min: -999, max: 999 }), (n, months) => {
      const iso = isoOfDay(n)
      expect(addMonths(iso, months)).toBe(Temporal.PlainDate.from(iso).add({ months }).toString())
    }),
  )
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
})

test('only real days are dates', () => {
  const texts = [
    '2026-02-28',
    '2024-02-29',
    '2026-02-29',
    '2026-02-31',
    '2026-13-01',
    '2026-1-1',
    '0000-01-01',
  ]
  expect(texts.map(parseIsoDate)).toEqual(['2026-02-28', '2024-02-29', ...Array(5).fill(undefined)])
})

test('the first days of month, quarter, year and week', () => {
  expect([
    firstOfMonth('2026-09-14'),
    firstOfQuarter('2026-09-14'),
    firstOfYear('2026-09-14'),
    firstOfWeek('2026-09-16'),
    firstOfWeek('2026-09-14'),
    firstOfWeek('2026-09-16', 7),
  ]).toEqual(['2026-09-01', '2026-07-01', '2026-01-01', '2026-09-14', '2026-09-14', '2026-09-13'])
})

test('a year has 52 or 53 ISO weeks', () => {
  expect([
    mondayOfIsoWeek(2026, 1),
    mondayOfIsoWeek(2026, 53),
    mondayOfIsoWeek(2025, 53),
    mondayOfIsoWeek(2026, 0),
  ]).toEqual(['2025-12-29', '2026-12-28', undefined, undefined])
})

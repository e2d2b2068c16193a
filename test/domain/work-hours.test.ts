import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fullDays, isWorkTime } from '../../src/domain/time/work-hours.ts'
import { Zone } from '../../src/domain/time/zone.ts'

const kyiv = new Zone('Europe/Kyiv')
const at = (date: string, hour: number, minute = 0) => kyiv.instantOf(date, { hour, minute })

test('working time is that of the days and hours; a night shift is of the day on which it began', () => {
  const day = { from: 9 * 60, until: 18 * 60, days: [1, 2, 3, 4, 5] }
  const night = { from: 22 * 60, until: 6 * 60, days: [5] }
  expect([
    isWorkTime(at('2026-03-27', 9), day, kyiv),
    isWorkTime(at('2026-03-27', 18), day, kyiv),
    isWorkTime(at('2026-03-28', 12), day, kyiv),
    isWorkTime(at('2026-03-27', 23), night, kyiv),
    isWorkTime(at('2026-03-28', 5), night, kyiv),
    isWorkTime(at('2026-03-27', 5), night, kyiv),
  ]).toEqual([true, false, false, true, true, false])
})

test('a full day ends at the same time of day, also when the clocks change', () => {
  const from = at('2026-03-28', 12)
  expect(fullDays(from, at('2026-03-29', 11, 59), kyiv)).toBe(0)
  expect(fullDays(from, at('2026-03-29', 12), kyiv)).toBe(1)
  expect(at('2026-03-29', 12) - from).toBe(23 * 3_600_000)
})

test('so many days on is the first moment at which so many full days are over', () => {
  const hour = fc.integer({ min: -36 * 60, max: 36 * 60 }).map((minutes) => minutes * 60_000)
  const change = fc.constantFrom(at('2026-03-29', 0), at('2026-10-25', 0))
  const moment = fc.tuple(change, hour, fc.integer({ min: 0, max: 40 }), fc.boolean())
  fc.assert(
    fc.property(moment, ([near, off, days, isAfter]) => {
      const from = near + off - (isAfter ? days * 86_400_000 : 0)
      const then = kyiv.daysAfter(from, days)
      expect(fullDays(from, then, kyiv)).toBeGreaterThanOrEqual(days)
      expect(fullDays(from, then - 1, kyiv)).toBeLessThan(Math.max(days, 0) || 1)
    }),
    { numRuns: 500 },
  )
})

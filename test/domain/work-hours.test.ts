import { expect, test } from 'vitest'
import { fullDays, isWorkTime } from '../../src/domain/work-hours.ts'
import { Zone } from '../../src/domain/zone.ts'

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

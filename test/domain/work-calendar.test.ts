import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isoOfDay, weekday } from '../../src/domain/time/date.ts'
import { WorkCalendar } from '../../src/domain/time/work-calendar.ts'

const WEEK = [1, 2, 3, 4, 5]

test('working days of October 2026, and how much of them is over on the 14th', () => {
  const plain = new WorkCalendar(WEEK, [])
  expect(plain.workingDays('2026-10-01', '2026-11-01')).toBe(22)
  expect(plain.shareGone('2026-10-01', '2026-11-01', '2026-10-14')).toBe(10 / 22)
  // Monday the 12th is off, Saturday the 17th worked instead.
  const moved = new WorkCalendar(WEEK, [
    { on: '2026-10-12', working: false },
    { on: '2026-10-17', working: true },
  ])
  expect(moved.workingDays('2026-10-01', '2026-11-01')).toBe(22)
  expect(moved.shareGone('2026-10-01', '2026-11-01', '2026-10-14')).toBe(9 / 22)
  expect(['2026-10-12', '2026-10-17', '2026-10-18'].map((day) => moved.isWorking(day))).toEqual([
    false,
    true,
    false,
  ])
})

test('before the first day nothing is over, from the last on all is; a period without working days goes by calendar', () => {
  const plain = new WorkCalendar(WEEK, [])
  const gone = (day: string) => plain.shareGone('2026-10-01', '2026-11-01', day)
  expect([gone('2026-09-30'), gone('2026-10-01'), gone('2026-10-31'), gone('2027-01-01')]).toEqual([
    0,
    1 / 22,
    1,
    1,
  ])
  expect(plain.shareGone('2026-10-17', '2026-10-19', '2026-10-17')).toBe(1 / 2)
})

test('working days of parts add up, and are those counted one by one', () => {
  const day = fc.integer({ min: 20_000, max: 20_800 })
  const others = fc.uniqueArray(fc.record({ n: day, working: fc.boolean() }), { selector: ({ n }) => n })
  fc.assert(
    fc.property(
      fc.tuple(day, day, day),
      others,
      fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
      (days, odd, weekdays) => {
        const [a = 0, b = 0, c = 0] = [...days].sort((x, y) => x - y)
        const calendar = new WorkCalendar(
          weekdays,
          odd.map(({ n, working }) => ({ on: isoOfDay(n), working })),
        )
        const between = (x: number, y: number) => calendar.workingDays(isoOfDay(x), isoOfDay(y))
        expect(between(a, b) + between(b, c)).toBe(between(a, c))
        const slow = Array.from({ length: c - a }, (_, i) => addDays(isoOfDay(a), i)).filter(
          (on) => odd.find(({ n }) => isoOfDay(n) === on)?.working ?? weekdays.includes(weekday(on)),
        )
        expect(between(a, c)).toBe(slow.length)
      },
    ),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, weekday } from '../../src/domain/time/date.ts'
import {
  canonicalRecurrence,
  firstDay,
  nextDay,
  nextOccurrence,
  parseRecurrence,
} from '../../src/domain/time/recurrence.ts'

/** A Wednesday. */
const ANCHOR = '2026-10-14'
const canonical = (text: string) => {
  const found = parseRecurrence(text, ANCHOR)
  return found === undefined ? undefined : canonicalRecurrence(found)
}

test.each([
  ['daily', ['daily', 'every day', 'ежедневно', 'каждый день', 'щодня', 'кожен день', 'Каждый  День']],
  ['every 3 days', ['every 3 days', 'каждые 3 дня', 'кожні 3 дні', 'раз в 3 дня', 'раз на 3 дні']],
  ['every 2 days', ['every other day', 'через день', 'every 2 days', 'каждый второй день']],
  ['weekdays', ['weekdays', 'every weekday', 'по будням', 'каждый рабочий день', 'щобудня', 'у будні']],
  [
    'weekly wed',
    ['weekly', 'every week', 'еженедельно', 'каждую неделю', 'раз в неделю', 'щотижня', 'weekly wed'],
  ],
  [
    'weekly mon,thu',
    [
      'weekly mon,thu',
      'по понедельникам и четвергам',
      'пн, чт',
      'Mon and Thu',
      'every monday and thursday',
      'по понеділках і четвергах',
      'пн и чт',
    ],
  ],
  [
    'weekly fri',
    ['every friday', 'каждую пятницу', 'по пятницам', 'щопʼятниці', 'кожну пʼятницю', 'по пт', 'fridays'],
  ],
  ['weekly sun', ['кожну неділю', 'каждое воскресенье', 'every sunday', 'по неділях']],
  [
    'every 2 weeks mon',
    [
      'every 2 weeks mon',
      'every other week on Monday',
      'каждые 2 недели по понедельникам',
      'кожні 2 тижні пн',
    ],
  ],
  ['every 2 weeks wed', ['every 2 weeks', 'каждые две недели'.replace('две', '2'), 'раз в 2 недели']],
  ['monthly 14', ['monthly', 'every month', 'ежемесячно', 'каждый месяц', 'раз в месяц', 'щомісяця']],
  [
    'monthly 15',
    [
      'monthly 15',
      'every month on the 15th',
      'ежемесячно 15 числа',
      'каждый месяц 15-го',
      'каждое 15 число',
      'щомісяця 15 числа',
      '15 числа',
    ],
  ],
  [
    'every 3 months 14',
    ['quarterly', 'every 3 months', 'every quarter', 'ежеквартально', 'раз в квартал', 'щокварталу'],
  ],
  ['every 12 months 14', ['yearly', 'ежегодно', 'каждый год', 'раз в год', 'щороку']],
  [
    'month-end',
    [
      'month-end',
      'end of month',
      'last day of the month',
      'в конце месяца',
      'последний день месяца',
      'у кінці місяця',
      'останній день місяця',
    ],
  ],
  ['monthly 31 from 2026-01-31 09:30', ['monthly 31 from 2026-01-31 09:30']],
])('%s', (stored, texts) => {
  expect(texts.map(canonical)).toEqual(texts.map(() => stored))
})

test.each([
  '',
  'sometimes',
  'иногда',
  'every 0 days',
  'monthly 32',
  'weekly foo',
  'every 3',
  'каждые 3',
  'daily mon',
])('%j is no rhythm', (text) => {
  expect(canonical(text)).toBe(undefined)
})

function run(text: string, from: string, count: number): string[] {
  const rhythm = parseRecurrence(text, from)?.rhythm
  if (rhythm === undefined) throw new Error(`no rhythm: ${text}`)
  const days: string[] = []
  for (let day = from; days.length < count; ) {
    day = nextDay(rhythm, day)
    days.push(day)
  }
  return days
}

describe('what comes next', () => {
  test.each([
    ['daily', '2026-02-27', ['2026-02-28', '2026-03-01']],
    ['every 3 days', '2026-12-30', ['2027-01-02', '2027-01-05']],
    ['weekdays', '2026-10-15', ['2026-10-16', '2026-10-19', '2026-10-20']],
    ['weekdays', '2026-10-17', ['2026-10-19']],
    ['weekly mon,thu', '2026-10-14', ['2026-10-15', '2026-10-19', '2026-10-22']],
    ['every 2 weeks mon,thu', '2026-10-12', ['2026-10-15', '2026-10-26', '2026-10-29', '2026-11-09']],
    ['monthly', '2026-01-31', ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']],
    ['yearly', '2024-02-29', ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']],
    ['month-end', '2026-01-15', ['2026-01-31', '2026-02-28', '2026-03-31']],
  ])('%s from %s', (text, from, days) => {
    // The day is that of the first occurrence, not of a shorter month.
    const stored = canonicalRecurrence(
      parseRecurrence(text, from) ?? { rhythm: { unit: 'workday' }, from: null },
    )
    expect(run(stored, from, days.length)).toEqual(days)
  })

  test('those missed are not made up for', () => {
    const rhythm = parseRecurrence('weekly mon', ANCHOR)?.rhythm ?? { unit: 'workday' }
    expect(nextOccurrence(rhythm, '2026-09-07', '2026-10-14')).toBe('2026-10-19')
    expect(nextOccurrence(rhythm, '2026-10-12', '2026-10-19')).toBe('2026-10-26')
    expect(nextOccurrence(rhythm, '2026-10-19', '2026-10-14')).toBe('2026-10-26')
  })

  test('the first one may be the day itself', () => {
    const first = (text: string, from: string) => {
      const rhythm = parseRecurrence(text, ANCHOR)?.rhythm
      return rhythm && firstDay(rhythm, from)
    }
    expect(first('every 2 weeks mon', '2026-10-12')).toBe('2026-10-12')
    expect(first('every 2 weeks mon', '2026-10-13')).toBe('2026-10-19')
    expect(first('weekdays', '2026-10-17')).toBe('2026-10-19')
    expect(first('every 3 months 15', '2026-10-16')).toBe('2026-11-15')
    expect(first('month-end', '2026-10-31')).toBe('2026-10-31')
  })
})

test('every rhythm moves on, and is read again as it is stored', () => {
  const rhythms = fc.oneof(
    fc.record({ unit: fc.constant('day' as const), every: fc.integer({ min: 1, max: 999 }) }),
    fc.record({ unit: fc.constant('workday' as const) }),
    fc.record({
      unit: fc.constant('week' as const),
      every: fc.integer({ min: 1, max: 99 }),
      days: fc
        .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
        .map((days) => days.sort((a, b) => a - b)),
    }),
    fc.record({
      unit: fc.constant('month' as const),
      every: fc.integer({ min: 1, max: 99 }),
      day: fc.integer({ min: 1, max: 31 }),
    }),
    fc.record({ unit: fc.constant('month-end' as const) }),
  )
  fc.assert(
    fc.property(rhythms, fc.integer({ min: 0, max: 4000 }), (rhythm, offset) => {
      const after = addDays('2026-01-01', offset)
      const next = nextDay(rhythm, after)
      expect(next > after).toBe(true)
      if (rhythm.unit === 'week') expect(rhythm.days).toContain(weekday(next))
      expect(parseRecurrence(canonicalRecurrence({ rhythm, from: null }), after)).toEqual({
        rhythm,
        from: null,
      })
    }),
  )
})

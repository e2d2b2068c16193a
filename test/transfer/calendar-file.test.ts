import { describe, expect, test } from 'vitest'
import { Zone } from '../../src/domain/time/zone.ts'
import { isCalendarFile, readCalendar } from '../../src/transfer/calendar-file.ts'

const KYIV = new Zone('Europe/Kyiv')

const FILE = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20270101',
  'DTEND;VALUE=DATE:20270103',
  'SUMMARY:Новый год\\, каник',
  ' улы',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20261231',
  'SUMMARY:Eve',
  'BEGIN:VALARM',
  'DURATION:PT5M',
  'SUMMARY:What an alarm says is not said of the day',
  'END:VALARM',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'DTSTART:20261225T100000Z',
  'SUMMARY:A meeting is no holiday',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20261224',
  'STATUS:CANCELLED',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n')

test('the whole days of a calendar', () => {
  expect(readCalendar(FILE, KYIV, '2030-01-01')).toEqual({
    days: [
      { on: '2026-12-31', name: 'Eve', working: false },
      { on: '2027-01-01', name: 'Новый год, каникулы', working: false },
      { on: '2027-01-02', name: 'Новый год, каникулы', working: false },
    ],
    passedOver: 2,
    firstOnly: [],
    yearly: false,
  })
  expect([isCalendarFile(FILE), isCalendarFile(`\ufeff${FILE}`), isCalendarFile('date,name')]).toEqual([
    true,
    true,
    false,
  ])
})

const event = (...lines: string[]) => ['BEGIN:VEVENT', 'SUMMARY:Rest', ...lines, 'END:VEVENT'].join('\n')
function read(...events: string[]) {
  const text = ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\n')
  const { days, passedOver, firstOnly } = readCalendar(text, KYIV, '2030-01-01')
  return [days.map(({ on }) => on).join(' '), passedOver, firstOnly.join()]
}

describe('days of events', () => {
  test.each([
    ['a duration', ['DTSTART;VALUE=DATE:20260701', 'DURATION:P3D'], '2026-07-01 2026-07-02 2026-07-03'],
    [
      'a week',
      ['DTSTART;VALUE=DATE:20260701', 'DURATION:P1W'],
      '2026-07-01 2026-07-02 2026-07-03 2026-07-04 2026-07-05 2026-07-06 2026-07-07',
    ],
    [
      'midnight there',
      ['DTSTART;TZID=America/New_York:20260704T000000', 'DTEND;TZID=America/New_York:20260705T000000'],
      '2026-07-04',
    ],
    ['midnight here, in UTC', ['DTSTART:20260703T210000Z', 'DTEND:20260704T210000Z'], '2026-07-04'],
    [
      'every year, before the day asked for',
      ['DTSTART;VALUE=DATE:20270509', 'RRULE:FREQ=YEARLY'],
      '2027-05-09 2028-05-09 2029-05-09',
    ],
    [
      'so many times',
      ['DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=YEARLY;INTERVAL=2;COUNT=3'],
      '2020-01-01 2022-01-01 2024-01-01',
    ],
    [
      'until a day, but for one year',
      [
        'DTSTART;VALUE=DATE:20250501',
        'RRULE:FREQ=YEARLY;UNTIL=20270501T000000Z',
        'EXDATE;VALUE=DATE:20260501',
      ],
      '2025-05-01 2027-05-01',
    ],
    [
      'the fourth Thursday of November',
      ['DTSTART;VALUE=DATE:20271125', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'],
      '2027-11-25 2028-11-23 2029-11-22',
    ],
    [
      'the last Monday of May',
      ['DTSTART;VALUE=DATE:20270531', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO'],
      '2027-05-31 2028-05-29 2029-05-28',
    ],
    ['29 February', ['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'], '2024-02-29 2028-02-29'],
    ['once more', ['DTSTART;VALUE=DATE:20260501', 'RDATE;VALUE=DATE:20260601'], '2026-05-01 2026-06-01'],
  ])('%s', (_, lines, days) => {
    expect(read(event(...lines))).toEqual([days, 0, ''])
  })

  test('of a repeated event one is moved', () => {
    const all = event('UID:1', 'DTSTART;VALUE=DATE:20280824', 'RRULE:FREQ=YEARLY')
    const moved = event('UID:1', 'RECURRENCE-ID;VALUE=DATE:20290824', 'DTSTART;VALUE=DATE:20290827')
    expect(read(all, moved)).toEqual(['2028-08-24 2029-08-27', 0, ''])
  })

  test.each([
    ['of hours', ['DTSTART;VALUE=DATE-TIME:20260701T100000', 'DTEND:20260701T120000']],
    ['that ends before it begins', ['DTSTART;VALUE=DATE:20260701', 'DTEND;VALUE=DATE:20260601']],
    ['of years', ['DTSTART;VALUE=DATE:20260701', 'DTEND;VALUE=DATE:20290101']],
    ['on no day', ['DTSTART;VALUE=DATE:20260231']],
    ['of an hour from midnight', ['DTSTART:20260701T000000', 'DURATION:PT1H']],
  ])('one %s is passed over, and counted', (_, lines) => {
    expect(read(event(...lines))).toEqual(['', 1, ''])
  })

  test.each(['FREQ=WEEKLY', 'FREQ=YEARLY;INTERVAL=0', 'FREQ=YEARLY;BYWEEKNO=20', 'FREQ=YEARLY;UNTIL=x', 'x'])(
    'of one repeated by %s the first is taken, and that is said',
    (rule) => {
      expect(read(event('DTSTART;VALUE=DATE:20260501', `RRULE:${rule}`))).toEqual(['2026-05-01', 0, 'Rest'])
    },
  )
})

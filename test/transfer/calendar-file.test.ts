import { expect, test } from 'vitest'
import { calendarDays, isCalendarFile } from '../../src/transfer/calendar-file.ts'

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
  expect(calendarDays(FILE)).toEqual([
    { on: '2026-12-31', name: 'Eve', working: false },
    { on: '2027-01-01', name: 'Новый год, каникулы', working: false },
    { on: '2027-01-02', name: 'Новый год, каникулы', working: false },
  ])
  expect([isCalendarFile(FILE), isCalendarFile(`\ufeff${FILE}`), isCalendarFile('date,name')]).toEqual([
    true,
    true,
    false,
  ])
})

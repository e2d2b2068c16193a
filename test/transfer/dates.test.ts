import { expect, test } from 'vitest'
import { Zone } from '../../src/domain/time/zone.ts'
import type { DateOrder } from '../../src/transfer/date-text.ts'
import { readDateText } from '../../src/transfer/date-text.ts'
import {
  DateEvidence,
  type DateForm,
  dateReader,
  decideDates,
  sayDateVerdict,
} from '../../src/transfer/dates.ts'
import { wordsFor } from '../../src/words/words.ts'

const utc = new Zone('UTC')
const kyiv = new Zone('Europe/Kyiv')
const words = wordsFor('en')

function column(texts: readonly string[], header = 'Date'): DateEvidence {
  const evidence = new DateEvidence(header)
  texts.forEach((text, i) => {
    evidence.see(text, i + 2)
  })
  return evidence
}

/** The column's verdict and its values as it then reads them. */
function read(texts: readonly string[], zone = utc, given?: DateOrder): unknown[] {
  const verdict = column(texts).verdict(given)
  if (verdict.kind !== 'decided') return [sayDateVerdict('Date', verdict)?.(words)]
  return readWith(verdict.form, texts, zone)
}

function readWith(form: DateForm, texts: readonly string[], zone = utc): unknown[] {
  const reader = dateReader(form, zone)
  return texts.map((text) => {
    const value = reader.read(text)
    if (value === 'empty') return 'empty'
    if ('problem' in value) return value.problem(words)
    return value.precision === 'day' ? zone.dateOf(value.at) : zone.isoString(value.at)
  })
}

test('a date is read in every usual way of writing it', () => {
  const ways: Record<string, string> = {
    '2021-04-15': '2021-04-15',
    '2021-04-15 00:03': '2021-04-15T00:03:00+00:00',
    '2021-04-15T10:11:12': '2021-04-15T10:11:12+00:00',
    '15.04.2021': '2021-04-15',
    '15.04.2021 10:11:12': '2021-04-15T10:11:12+00:00',
    '15.4.2021 8:05': '2021-04-15T08:05:00+00:00',
    '15.04.21': '2021-04-15',
    '2021/04/15': '2021-04-15',
    '2021.04.15': '2021-04-15',
    '20210415': '2021-04-15',
    '15 Apr, 2021 00:03:00': '2021-04-15T00:03:00+00:00',
    'Apr 15, 2021': '2021-04-15',
    'April 15, 2021 2:30 PM': '2021-04-15T14:30:00+00:00',
    '15-Apr-21': '2021-04-15',
    '15 апреля 2021': '2021-04-15',
    '15 апреля 2021 г.': '2021-04-15',
    '3 мая 2024': '2024-05-03',
    '3 травня 2024 р. 12:00': '2024-05-03T12:00:00+00:00',
    '2011-09-30 22:38:44.546000+00:00': '2011-09-30T22:38:44.546+00:00',
    '2006-06-15T20:47:07.000Z': '2006-06-15T20:47:07+00:00',
    '2009-07-14 22:14:45-0800': '2009-07-15T06:14:45+00:00',
    '31.12.1998': '1998-12-31',
    '31.12.98': '1998-12-31',
  }
  expect(
    Object.fromEntries(
      Object.keys(ways).map((text) => [text, readWith({ serials: false, midnights: false }, [text])[0]]),
    ),
  ).toEqual(ways)
})

test('the ways of writing no date', () => {
  const ways = [
    '',
    ' ',
    '-',
    '—',
    'не закрыта',
    'не закрита',
    'N/A',
    'null',
    '0000-00-00',
    '01.01.0001 0:00:00',
  ]
  expect(read(ways)).toEqual(ways.map(() => 'empty'))
})

test('what is no date, or no such day, is a problem of its row', () => {
  expect(read(['31.02.2024', '2023-02-29', 'завтра', '2024-13-01', '12.05.2024 25:00', '45000'])).toEqual([
    'Cannot read the date "31.02.2024": write it like 2026-09-14, 14.09.2026 or 14.09.2026 15:30.',
    'Cannot read the date "2023-02-29": write it like 2026-09-14, 14.09.2026 or 14.09.2026 15:30.',
    'Cannot read the date "завтра": write it like 2026-09-14, 14.09.2026 or 14.09.2026 15:30.',
    'Cannot read the date "2024-13-01": write it like 2026-09-14, 14.09.2026 or 14.09.2026 15:30.',
    'Cannot read the date "12.05.2024 25:00": write it like 2026-09-14, 14.09.2026 or 14.09.2026 15:30.',
    '2023-03-15',
  ])
  expect(read(['2024-01-05', '45000'])).toEqual([
    '2024-01-05',
    'Cannot read the date "45000": write it like 2026-09-14, 14.09.2026 or 14.09.2026 15:30.',
  ])
})

test('one part above twelve decides the order of the whole column', () => {
  expect(read(['01/02/2024', '13/02/2024'])).toEqual(['2024-02-01', '2024-02-13'])
  expect(read(['01/02/2024', '2/13/2024'])).toEqual(['2024-01-02', '2024-02-13'])
  expect(read(['20-10-16', '01-03-17', ''])).toEqual(['2016-10-20', '2017-03-01', 'empty'])
  expect(read(['1/08/26', '23/03/26'])).toEqual(['2026-08-01', '2026-03-23'])
  expect(read(['99-12-31', '01-02-03'])).toEqual(['1999-12-31', '2001-02-03'])
})

test('a column that cannot decide asks; an order that is given settles it', () => {
  expect(read(['', '01/02/2024', '03/04/2024'])).toEqual([
    'Unclear date 01/02/2024 in the column "Date", line 3: --date-order dmy or mdy.',
  ])
  expect(read(['01/02/2024', '03/04/2024'], utc, 'mdy')).toEqual(['2024-01-02', '2024-03-04'])
  expect(read(['01/02/2024', '13/04/2024'], utc, 'mdy')).toEqual([
    '2024-01-02',
    '"13/04/2024" is no date in the order mdy of its column.',
  ])
})

test('day-first and month-first in one column: both lines are named', () => {
  expect(read(['01/02/2024', '13/02/2024', '02/14/2024'])).toEqual([
    'The column "Date" mixes day-first and month-first dates: 13/02/2024 in line 3, 02/14/2024 in line 4. Make them alike in the file.',
  ])
})

test('an unclear column takes the order that another one in the same writing has proved', () => {
  const created = column(['01/02/2024', '03/04/2024'], 'Created')
  const closed = column(['13/02/2024', ''], 'Closed')
  const other = column(['01-02-2024'], 'Other')
  const decided = { kind: 'decided', form: { order: 'dmy', serials: false, midnights: false } }
  expect(decideDates([created, closed, other])).toEqual([
    { ...decided, like: 'Closed' },
    decided,
    { kind: 'ambiguous', sample: { line: 2, text: '01-02-2024' }, orders: ['dmy', 'mdy'] },
  ])
  const us = column(['02/13/2024'], 'Us')
  expect(decideDates([created, closed, us])[0]?.kind).toBe('ambiguous')
})

test('midnight on every value means that only the day is known', () => {
  expect(read(['07/04/96 00:00:00', '07/16/96 00:00:00'])).toEqual(['1996-07-04', '1996-07-16'])
  expect(read(['2024-01-01 00:00:00', '2024-01-02 00:00:00', ''], kyiv)).toEqual([
    '2024-01-01',
    '2024-01-02',
    'empty',
  ])
  expect(read(['2024-01-01T00:00:00.000Z'], new Zone('America/New_York'))).toEqual(['2024-01-01'])
  expect(read(['2024-01-01 00:00:00', '2024-01-02 09:00:00'])).toEqual([
    '2024-01-01T00:00:00+00:00',
    '2024-01-02T09:00:00+00:00',
  ])
})

test('a value without an offset is in the zone of the workspace', () => {
  expect(read(['2024-07-01 10:00:00', '2024-07-01T10:00:00+03:00', '2024-07-01'], kyiv)).toEqual([
    '2024-07-01T10:00:00+03:00',
    '2024-07-01T10:00:00+03:00',
    '2024-07-01',
  ])
})

test('spreadsheet day numbers, where the whole column is such', () => {
  expect(read(['45631', '45631.5', '45631,75', ''])).toEqual([
    '2024-12-05',
    '2024-12-05T12:00:00+00:00',
    '2024-12-05T18:00:00+00:00',
    'empty',
  ])
})

test('an offset that no clock in the world has is no date', () => {
  const times = ['2026-01-01T00:00:00+14:00', '2026-01-01T00:00:00+99:99', '2026-01-01T00:00:00-03:60']
  expect(times.map((text) => readDateText(text) !== undefined)).toEqual([true, false, false])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayNumber,
  type IsoDate,
  isoOfDay,
  type Unit,
} from '../../src/domain/time/date.ts'
import {
  bucketOf,
  defaultPeriod,
  formatDay,
  lastYear,
  type Period,
  parsePeriod,
  periodOf,
  periodTitle,
  previousPeriod,
  splitPeriod,
} from '../../src/domain/time/period.ts'
import { UsageError } from '../../src/errors.ts'
import { LANGS, wordsFor } from '../../src/words/words.ts'

/** A Wednesday. */
const today = '2026-10-14'
const context = { today, weekStart: 1 }
const UNITS: Unit[] = ['day', 'week', 'month', 'quarter', 'year']

const days = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2040-12-31') }).map(isoOfDay)
const months = fc
  .tuple(days, fc.integer({ min: 1, max: 40 }))
  .map(([day, count]): [IsoDate, IsoDate] => [
    `${day.slice(0, 7)}-01`,
    addMonths(`${day.slice(0, 7)}-01`, count),
  ])
const ranges = fc
  .tuple(days, fc.integer({ min: 1, max: 800 }))
  .map(([day, n]): [IsoDate, IsoDate] => [day, addDays(day, n)])
const periods = fc.oneof(months, ranges).map(([from, until]) => periodOf(from, until))

/** Texts beside the label of the period that they mean on 2026-10-14. */
const READINGS: Record<string, string[]> = {
  all: ['all', 'ALL time', 'всё', 'за всё время', 'за весь час', 'весь', 'увесь'],
  '2026-10-14': [
    'today',
    'Сегодня',
    'сьогодні',
    '2026-10-14',
    '14.10.2026',
    '14 октября',
    'October 14, 2026',
    'за день',
    'за сегодня',
  ],
  '2026-10-13': ['yesterday', 'вчера', 'вчора', 'учора', '13.10'],
  '2026-10-12': ['позавчера', 'позавчора'],
  '2026-W42': [
    'this-week',
    'эта неделя',
    'на этой неделе',
    'цей тиждень',
    'цього тижня',
    'W42',
    '2026-W42',
    'за неделю',
    'за тиждень',
    'for the week',
  ],
  '2026-W41': [
    'last-week',
    'прошлая неделя',
    'на прошлой неделе',
    'минулого тижня',
    'неделя 41',
    '41-й тиждень',
  ],
  '2026-10': [
    'this_month',
    'этот месяц',
    'в этом месяце',
    'цей-місяць',
    'октябрь',
    'жовтень',
    '10.2026',
    'oct',
    'за месяц',
    'за місяць',
    'за этот месяц',
    'for the month',
  ],
  '2026-09': [
    'last-month',
    'прошлый-месяц',
    'прошлый месяц',
    'минулий місяць',
    'вересень',
    'сентябрь 2026 г.',
    'Sept 2026',
    '2026-9',
    'за прошлый месяц',
    'за минулий місяць',
    'for last month',
    '09-2026',
  ],
  '2025-11': ['november', 'ноябрь', 'в листопаді', '2025-11'],
  '2026-11': ['next-month', 'следующий месяц', 'наступний місяць'],
  '2026-Q4': [
    'this-quarter',
    'этот квартал',
    'цей квартал',
    'q4',
    'IV квартал',
    'за квартал',
    'for the quarter',
  ],
  '2026-Q3': [
    'last-quarter',
    'Q3',
    '2026-Q3',
    '2026q3',
    'Q3 2026',
    '3 кв',
    '3 кв. 2026',
    'III квартал',
    'ІІІ квартал',
    '3-й квартал 2026 года',
    'июль–сентябрь 2026',
    '2026-07..2026-09',
    'третій квартал',
  ],
  '2025': [
    'last-year',
    '2025',
    '2025 год',
    'прошлый год',
    'минулий рік',
    'торік',
    'в прошлом году',
    '2025-01-01..2025-12-31',
  ],
  '2026-10-01..2026-10-14': ['mtd', 'с начала месяца', 'з початку місяця', 'month to date'],
  '2026-01-01..2026-10-14': ['ytd', 'с начала года', 'від початку року'],
  '2026-09-15..2026-10-14': [
    'last-30-days',
    'последние 30 дней',
    'за последние 30 дней',
    'останні 30 днів',
    'за 30 дней',
    'за 30 днів',
    'for 30 days',
  ],
  '2026-08-17..2026-10-11': ['last-8-weeks', 'последние-8-недель', 'за останні 8 тижнів'],
  '2026-04-01..2026-09-30': [
    'last-6-months',
    'последние 6 месяцев',
    'last-2-quarters',
    'за 6 месяцев',
    'за 6 місяців',
    'over the last 6 months',
  ],
  '2026-09-01..2026-09-15': [
    '2026-09-01..2026-09-15',
    '2026-09-01…2026-09-15',
    '01.09.2026-15.09.2026',
    '1–15 сентября 2026',
    'с 1 по 15 сентября',
    'from 1 sep to 15 sep',
    'з 1 до 15 вересня',
  ],
  '2025-12-14..2026-01-03': ['14 дек – 3 янв 2026', '14.12.2025 - 03.01.2026'],
  '2026-07-01..2026-12-31': ['2026-07..2026-12', 'июль-декабрь 2026'],
  '2024-01-01..2025-12-31': ['2024-2025', '2024..2025'],
}

test.each(Object.entries(READINGS))('%s', (label, texts) => {
  expect(texts.map((text) => parsePeriod(text, context).label)).toEqual(texts.map(() => label))
})

test('both ends of what is written belong to the period', () => {
  expect(parsePeriod('2026-09-01..2026-09-15', context)).toEqual({
    from: '2026-09-01',
    until: '2026-09-16',
    label: '2026-09-01..2026-09-15',
  })
  expect(parsePeriod('all', context)).toEqual({ from: null, until: null, label: 'all' })
})

test('weeks begin where the workspace begins them, numbered weeks on Monday', () => {
  const sunday = { today, weekStart: 7 }
  expect(['this-week', 'last-1-weeks', 'W42'].map((text) => parsePeriod(text, sunday).label)).toEqual([
    '2026-10-11..2026-10-17',
    '2026-10-04..2026-10-10',
    '2026-W42',
  ])
})

describe('what is no period is refused', () => {
  const refusal = (text: string) => {
    try {
      return parsePeriod(text, context).label
    } catch (error) {
      return error instanceof UsageError ? error.say(wordsFor('ru')) : error
    }
  }
  const forms = 'Можно так: 2026-09, 2026-Q3, 2026-09-01..2026-09-15, прошлый-месяц, последние-30-дней.'

  test('with the nearest known word', () => {
    expect(refusal('прошлый-месяс')).toBe(
      `Неизвестный период «прошлый-месяс». Может быть, прошлый-месяц? ${forms}`,
    )
  })

  test.each([
    '',
    '2026-13',
    '2026-02-30',
    '29.02',
    'Q5',
    '2026-W54',
    '2 квартала',
    'last-9999-years',
    '9999',
    '1',
    'последний месяц',
    '..',
    '2026..',
    '3 2026',
  ])('“%s”', (text) => {
    expect(refusal(text)).toBe(`Неизвестный период «${text}». ${forms}`)
  })

  test('when it runs backwards', () => {
    expect(refusal('2026-09-15..2026-09-01')).toBe(
      'Период «2026-09-15..2026-09-01» кончается раньше, чем начинается: сначала пишите более ранний день.',
    )
  })
})

test('the default is ninety days, today included', () => {
  expect(defaultPeriod(today)).toEqual({
    from: '2026-07-17',
    until: '2026-10-15',
    label: '2026-07-17..2026-10-14',
  })
})

test('a label and a title mean the period they stand for', () => {
  fc.assert(
    fc.property(periods, (period) => {
      const titles = LANGS.map((lang) => periodTitle(period, wordsFor(lang)))
      expect([period.label, ...titles].map((text) => parsePeriod(text, context))).toEqual(
        Array(4).fill(period),
      )
    }),
    { numRuns: 300 },
  )
})

test('the period before ends where this one begins and has its length', () => {
  fc.assert(
    fc.property(periods, (period) => {
      const before = previousPeriod(period)
      expect(before?.until).toBe(period.from)
      const isMonths = period.from.endsWith('-01') && period.until.endsWith('-01')
      if (!isMonths) {
        expect(dayNumber(period.from) - dayNumber(before?.from ?? '')).toBe(
          dayNumber(period.until) - dayNumber(period.from),
        )
      }
    }),
  )
})

test.each([
  ['2026-03', '2026-02', '2025-03'],
  ['2026-Q1', '2025-Q4', '2025-Q1'],
  ['2024', '2023', '2023'],
  ['2026-W01', '2025-W52', '2025-W01'],
  ['2026-W53', '2026-W52', '2025-W52'],
  ['2026-07..2026-12', '2026-01-01..2026-06-30', '2025-07-01..2025-12-31'],
  ['2026-09-01..2026-09-15', '2026-08-17..2026-08-31', '2025-09-01..2025-09-15'],
  ['2024-02-29', '2024-02-28', '2023-02-28'],
  ['2025-02', '2025-01', '2024-02'],
])('before %s is %s, a year earlier %s', (text, previous, earlier) => {
  const period = parsePeriod(text, context)
  expect([previousPeriod(period)?.label, lastYear(period)?.label]).toEqual([previous, earlier])
})

test('all time has nothing before it', () => {
  const all = parsePeriod('all', context)
  expect([previousPeriod(all), lastYear(all)]).toEqual([undefined, undefined])
})

test('the parts of a period tile it, each within the bucket it is named after', () => {
  fc.assert(
    fc.property(
      periods,
      fc.constantFrom(...UNITS),
      fc.integer({ min: 1, max: 7 }),
      (period, unit, weekStart) => {
        const parts = splitPeriod(period, unit, weekStart)
        const froms = parts.map((part) => part.from)
        const untils = parts.map((part) => part.until)
        expect([froms, untils.at(-1)]).toEqual([[period.from, ...untils.slice(0, -1)], period.until])
        const labels = parts.map((part) => part.label)
        expect(new Set(labels).size).toBe(parts.length)
        expect(froms.map((day) => bucketOf(day, unit, weekStart))).toEqual(labels)
        expect(untils.map((day) => bucketOf(addDays(day, -1), unit, weekStart))).toEqual(labels)
      },
    ),
  )
})

test('a part keeps the name of its whole unit', () => {
  const period = parsePeriod('2026-08-20..2026-09-10', context)
  expect(splitPeriod(period, 'month', 1)).toEqual([
    { from: '2026-08-20', until: '2026-09-01', label: '2026-08' },
    { from: '2026-09-01', until: '2026-09-11', label: '2026-09' },
  ])
})

test('titles are short and idiomatic', () => {
  const texts = [
    '2026-09-14',
    '2026-09',
    '2026-Q3',
    '2026',
    '2024..2025',
    '2026-09-01..2026-09-15',
    '2026-W40',
    '2025-12-30..2026-01-02',
    '2025-11..2026-02',
    'all',
  ]
  const titles = (lang: 'en' | 'ru' | 'uk') =>
    texts
      .map((text): Period => parsePeriod(text, context))
      .map((period) => periodTitle(period, wordsFor(lang)))
  expect([titles('en'), titles('ru'), titles('uk')]).toEqual([
    [
      '14 September 2026',
      'September 2026',
      'July–September 2026',
      '2026',
      '2024–2025',
      '1–15 September 2026',
      '28 September – 4 October 2026',
      '30 December 2025 – 2 January 2026',
      'November 2025 – February 2026',
      'all time',
    ],
    [
      '14 сентября 2026',
      'сентябрь 2026',
      'июль–сентябрь 2026',
      '2026 год',
      '2024–2025 годы',
      '1–15 сентября 2026',
      '28 сентября – 4 октября 2026',
      '30 декабря 2025 – 2 января 2026',
      'ноябрь 2025 – февраль 2026',
      'за всё время',
    ],
    [
      '14 вересня 2026',
      'вересень 2026',
      'липень–вересень 2026',
      '2026 рік',
      '2024–2025 роки',
      '1–15 вересня 2026',
      '28 вересня – 4 жовтня 2026',
      '30 грудня 2025 – 2 січня 2026',
      'листопад 2025 – лютий 2026',
      'за весь час',
    ],
  ])
})

test('a day as each language writes it', () => {
  expect(LANGS.map((lang) => formatDay('2026-10-04', lang))).toEqual([
    '4 Oct 2026',
    '04.10.2026',
    '04.10.2026',
  ])
})

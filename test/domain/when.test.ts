import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { echoWhen, parseWhen, readWhen, type WhenContext } from '../../src/domain/when.ts'
import { Zone } from '../../src/domain/zone.ts'
import { UsageError } from '../../src/errors.ts'
import type { Lang } from '../../src/words/words.ts'

const zone = new Zone('Europe/Kyiv')
/** Wednesday, 14 October 2026, noon. */
const now = zone.instantOf('2026-10-14', { hour: 12, minute: 0 })

function echo(text: string, prefer?: WhenContext['prefer'], lang: Lang = 'ru'): string {
  return echoWhen(parseWhen(text, { now, zone, lang, ...(prefer === undefined ? {} : { prefer }) }), lang)
}

/** What the texts mean on that Wednesday, as it is echoed. */
const READINGS: Record<string, string[]> = {
  'ср 14.10.2026': ['2026-10-14', 'today', 'сегодня', 'Сьогодні', '14.10', '14.10.26', 'ср'],
  'ср 14.10.2026 12:00': ['now', 'сейчас', 'зараз', 'сегодня 12:00', '2026-10-14T09:00:00Z'],
  'чт 15.10.2026': ['tomorrow', 'завтра', 'in 1 day', 'чт', 'через день', 'четверг'],
  'чт 15.10.2026 09:30': ['tomorrow 9:30', 'завтра в 9:30', 'завтра 9.30', 'tomorrow at 9:30am'],
  'чт 15.10.2026 10:00': [
    'завтра о 10',
    'завтра в 10',
    'завтра в 10 утра',
    'чт 10',
    'tomorrow 10 am',
    'завтра о 10 ранку',
  ],
  'вт 13.10.2026 15:30': [
    'вчера 15:30',
    'вчора 15:30',
    'yesterday at 3:30 pm',
    '13.10 15:30',
    'вчера в 3:30 дня',
  ],
  'пн 12.10.2026': [
    'позавчера',
    'позавчора',
    'day before yesterday',
    '2 дня назад',
    '2 дні тому',
    '2 days ago',
  ],
  'пт 16.10.2026': ['послезавтра', 'післязавтра', 'в пятницу', 'friday', 'у пʼятницю', "п'ятниця"],
  'пт 16.10.2026 10:00': ['пт 10', 'fri 10', 'пятница 10:00', 'в пятницу в 10', 'через 2 дня в 10'],
  'пт 16.10.2026 15:00': [
    'пʼятниця 15:00',
    'Friday 3pm',
    '16 октября 15:00',
    'Oct 16 15:00',
    '16.10.2026, 15:00',
  ],
  'сб 17.10.2026': ['in 3 days', 'через 3 дня', 'через 3 дні', 'за 3 дні'],
  'ср 21.10.2026': ['через неделю', 'in a week', 'за тиждень', 'через 1 тиждень'],
  'чт 14.01.2027': ['через 3 месяца', 'через 3 місяці', 'in 3 months', 'через квартал', '14 января', '14.01'],
  'сб 31.10.2026': ['конец месяца', 'end of month', 'до конца месяца', 'кінець місяця'],
  'пн 14.09.2026': [
    '14.09',
    '14.09.2026',
    '14 сентября',
    '14 вересня 2026',
    'Sep 14, 2026',
    'month ago',
    'месяц назад',
  ],
  'пн 14.09.2026 15:30': [
    '14.09.2026 15:30',
    '14.09 15:30',
    '2026-09-14 15:30',
    '2026-09-14T12:30:00Z',
    '2026-09-14T15:30:59.5+03:00',
  ],
  'ср 14.10.2026 14:00': ['через 2 часа', 'in 2 hours', 'за 2 години'],
  'ср 14.10.2026 11:30': [
    'полчаса назад',
    '30 minutes ago',
    '30 хвилин тому',
    'пів години тому',
    'half an hour ago',
  ],
  'ср 14.10.2026 13:00': ['через час', 'in an hour', 'в 13', 'at 1pm', '13:00'],
}

test.each(Object.entries(READINGS))('%s', (expected, texts) => {
  expect(texts.map((text) => echo(text))).toEqual(texts.map(() => expected))
})

/** As people say it, read as what is still to come. */
const SAID: Record<string, string[]> = {
  'ср 14.10.2026 13:00': ['в обед', 'at lunch', 'на обід'],
  'ср 14.10.2026 15:00': ['днём', 'сегодня после обеда', 'по обіді', 'after lunch'],
  'ср 14.10.2026 18:00': [
    ...['вечером', 'ближе к вечеру', 'this evening', 'вечер', 'на вечер', 'на вечір', 'сегодня вечером'],
    'после 18:00',
    'сегодня после 18',
    'after 18:00',
  ],
  'ср 14.10.2026 13:30': ['через 1,5 часа', 'через полтора часа', 'через півтори години'],
  'ср 14.10.2026 15:30': ['в 15-30', 'о 15-30'],
  'чт 15.10.2026': ['к четвергу'],
  'чт 15.10.2026 10:00': ['утром', 'завтра утром', 'завтра с утра', 'завтра вранці', 'tomorrow morning'],
  'пт 16.10.2026': [
    'через пару дней',
    'через два дня',
    'in two days',
    'к пятнице',
    'не позже пятницы',
    'в эту пятницу',
  ],
  'сб 17.10.2026': ['в выходные', 'на выходных', 'через три дня', 'у вихідні', 'через три дні'],
  'пн 19.10.2026': ['на следующей неделе', 'след. неделя', 'next week', 'наступного тижня'],
  'пн 19.10.2026 15:00': ['в понедельник после обеда'],
  'вт 20.10.2026': [
    'на следующей неделе во вторник',
    'во вторник на следующей неделе',
    'на той неделе во вторник',
    'в следующий вторник',
    'next tuesday',
    'через неделю во вторник',
    'наступного вівторка',
  ],
  'ср 21.10.2026': ['чз неделю'],
  'ср 21.10.2026 10:00': ['через неделю утром', 'через тиждень вранці'],
  'вс 25.10.2026': ['25-го', '25 числа', 'к 25-му', 'on the 25th'],
  'вс 25.10.2026 10:00': ['25-го утром'],
  'ср 28.10.2026': ['через две недели в среду', 'в среду через 2 недели'],
  'сб 31.10.2026': ['в конце месяца', '31-го', 'end of the month'],
  'вс 01.11.2026': [
    'в ноябре',
    'в начале ноября',
    'в начале месяца',
    'в следующем месяце',
    '1-го',
    'in november',
  ],
  'вс 15.11.2026': ['в середине ноября'],
  'ср 14.04.2027': ['через полгода', 'in half a year'],
}

test.each(Object.entries(SAID))('%s, as it is said', (expected, texts) => {
  expect(texts.map((text) => echo(text, 'future'))).toEqual(texts.map(() => expected))
})

test.each(['в октябре', 'в 15-16', 'через неделю в 25', 'в следующую', 'утро вечера', '32-го'])(
  '“%s” says no moment',
  (text) => {
    expect(() => echo(text, 'future')).toThrow(UsageError)
  },
)

test('a day alone is known as a day, from its first moment', () => {
  expect(parseWhen('16.10', { now, zone, lang: 'ru' })).toEqual({
    at: Date.UTC(2026, 9, 15, 21),
    precision: 'day',
    date: '2026-10-16',
    time: null,
  })
  expect(parseWhen('16.10 10:00', { now, zone, lang: 'ru' })).toEqual({
    at: Date.UTC(2026, 9, 16, 7),
    precision: 'moment',
    date: '2026-10-16',
    time: '10:00',
  })
})

describe('which side of now', () => {
  test.each([
    ['15.10', 'чт 15.10.2026', 'ср 15.10.2025', 'чт 15.10.2026'],
    ['13.10', 'вт 13.10.2026', 'вт 13.10.2026', 'ср 13.10.2027'],
    ['29.02', 'вт 29.02.2028', 'чт 29.02.2024', 'вт 29.02.2028'],
    ['вт', 'вт 20.10.2026', 'вт 13.10.2026', 'вт 20.10.2026'],
    ['ср', 'ср 14.10.2026', 'ср 14.10.2026', 'ср 14.10.2026'],
    ['ср 10', 'ср 21.10.2026 10:00', 'ср 14.10.2026 10:00', 'ср 21.10.2026 10:00'],
    ['ср 15', 'ср 14.10.2026 15:00', 'ср 07.10.2026 15:00', 'ср 14.10.2026 15:00'],
    ['10:00', 'ср 14.10.2026 10:00', 'ср 14.10.2026 10:00', 'чт 15.10.2026 10:00'],
    ['15:00', 'ср 14.10.2026 15:00', 'вт 13.10.2026 15:00', 'ср 14.10.2026 15:00'],
  ])('%s: without preference %s, in the past %s, in the future %s', (text, plain, past, future) => {
    expect([echo(text), echo(text, 'past'), echo(text, 'future')]).toEqual([plain, past, future])
  })
})

test('only a Ukrainian means "in three days" by "за 3 дня"', () => {
  expect(echo('за 3 дня', undefined, 'uk')).toBe('сб 17.10.2026')
  expect(() => echo('за 3 дня')).toThrow(UsageError)
})

test('each language echoes in its own way', () => {
  expect((['en', 'ru', 'uk'] as const).map((lang) => echo('18.10 9:05', undefined, lang))).toEqual([
    'Sun 18 Oct 2026 09:05',
    'вс 18.10.2026 09:05',
    'нд 18.10.2026 09:05',
  ])
})

test.each([
  '',
  'скоро',
  '31.02',
  '31.02.2026',
  '2026-02-31',
  '2026-10-14T25:00',
  '10',
  '10.30',
  '09/14/2026',
  'пт 25',
  'завтра 10:60',
  'через 3 слона',
])('“%s” is refused with what would be understood', (text) => {
  expect(() => parseWhen(text, { now, zone, lang: 'en' })).toThrow(
    `Cannot read the date “${text}”: write 2026-10-14, 14.10 15:30, yesterday 15:30, fri 10 or in 3 days.`,
  )
})

test('a moment written in ISO 8601 is that moment', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (at) => {
      const texts = [zone.isoString(at), new Date(at).toISOString()]
      expect(texts.map((text) => parseWhen(text, { now, zone, lang: 'en' }).at)).toEqual([at, at])
    }),
  )
})

/** Said on Wednesday at noon of work that begins at 9. */
test.each([
  ['ср', 'ср 21.10.2026'],
  ['в среду', 'ср 21.10.2026'],
  ['до ср', 'ср 21.10.2026'],
  ['ср 15', 'ср 14.10.2026 15:00'],
  ['ср 10', 'ср 21.10.2026 10:00'],
  ['чт', 'чт 15.10.2026'],
  ['через часик', 'ср 14.10.2026 13:00'],
  ['через годинку', 'ср 14.10.2026 13:00'],
  ['до 16', 'ср 14.10.2026 16:00'],
  ['после 18', 'ср 14.10.2026 18:00'],
  ['після 18', 'ср 14.10.2026 18:00'],
  ['by 5 pm', 'ср 14.10.2026 17:00'],
  ['до 12', 'чт 15.10.2026 12:00'],
  ['сегодня до 16', 'ср 14.10.2026 16:00'],
  ['сьогодні до 16:00', 'ср 14.10.2026 16:00'],
  ['послезавтра к 10', 'пт 16.10.2026 10:00'],
  ['завтра о пів на десяту', 'чт 15.10.2026 09:30'],
  ["пів на п'яту", 'ср 14.10.2026 16:30'],
  ['завтра в половине десятого', 'чт 15.10.2026 09:30'],
  ['завтра в полдесятого', 'чт 15.10.2026 09:30'],
  ['tomorrow half past nine', 'чт 15.10.2026 09:30'],
  ['завтра пів на перше', null],
])('%s is %s', (text, expected) => {
  const read = readWhen(text, { now, zone, lang: 'uk', prefer: 'future', dayBegins: '09:00' })
  expect(read === undefined ? null : echoWhen(read, 'ru')).toBe(expected)
})

test('before work begins a weekday that is today is today', () => {
  const early = zone.instantOf('2026-10-14', { hour: 8, minute: 0 })
  const how = { now: early, zone, lang: 'ru', prefer: 'future', dayBegins: '09:00' } as const
  expect(echoWhen(parseWhen('ср', how), 'ru')).toBe('ср 14.10.2026')
})

test.each([
  ['завтра в 3', 'чт 15.10.2026 15:00'],
  ['до 5', 'ср 14.10.2026 17:00'],
  ['к 7', 'ср 14.10.2026 19:00'],
  ['пт 6', 'пт 16.10.2026 18:00'],
  ['завтра в 8', 'чт 15.10.2026 08:00'],
  ['завтра в 5 утра', 'чт 15.10.2026 05:00'],
  ['завтра в 05', 'чт 15.10.2026 05:00'],
  ['завтра в 5:00', 'чт 15.10.2026 05:00'],
  ['утром в 7', 'чт 15.10.2026 07:00'],
])('%s ahead: a bare hour of the night is that of the afternoon', (text, read) => {
  const how = { now, zone, lang: 'ru', prefer: 'future' } as const
  expect(echoWhen(parseWhen(text, { ...how, dayBegins: '09:00' }), 'ru')).toBe(read)
})

test('who begins work at six is at work at seven', () => {
  const how = { now, zone, lang: 'ru', prefer: 'future', dayBegins: '06:00' } as const
  expect(echoWhen(parseWhen('завтра в 7', how), 'ru')).toBe('чт 15.10.2026 07:00')
  expect(echoWhen(parseWhen('завтра в 5', how), 'ru')).toBe('чт 15.10.2026 17:00')
})

import { expect, test } from 'vitest'
import { splitWhen } from '../../src/domain/split-when.ts'
import { Zone } from '../../src/domain/zone.ts'
import type { Lang } from '../../src/words/words.ts'

const zone = new Zone('Europe/Kyiv')
/** Wednesday. */
const now = zone.instantOf('2026-10-14', { hour: 12, minute: 0 })

function split(text: string, lang: Lang = 'ru') {
  const { text: what, when, unreadable } = splitWhen(text, { now, zone, lang, prefer: 'future' })
  return [what, when === null ? null : [when.date, when.time].filter(Boolean).join(' '), unreadable]
}

test.each([
  ['перезвонить в пт 10', 'перезвонить', '2026-10-16 10:00'],
  ['перезвонить в пт в 10', 'перезвонить', '2026-10-16 10:00'],
  ['перезвонить завтра', 'перезвонить', '2026-10-15'],
  ['завтра в 10 утра перезвонить Анне', 'перезвонить Анне', '2026-10-15 10:00'],
  ['завтра перезвонить в 10', 'перезвонить', '2026-10-15 10:00'],
  ['в 10 перезвонить завтра', 'перезвонить', '2026-10-15 10:00'],
  ['через 3 месяца спросить снова', 'спросить снова', '2027-01-14'],
  ['14.11: выслать акт', 'выслать акт', '2026-11-14'],
  ['выслать акт, 14 ноября 15:30', 'выслать акт', '2026-11-14 15:30'],
  ['позвонить через полчаса', 'позвонить', '2026-10-14 12:30'],
  ['до пт отправить договор', 'отправить договор', '2026-10-16'],
  ['пт 10', '', '2026-10-16 10:00'],
  ['10:00 завтра', '', '2026-10-15 10:00'],
  ['обсудить 3 окна', 'обсудить 3 окна', null],
  ['обсудить 120 000', 'обсудить 120 000', null],
  ['отправить договор', 'отправить договор', null],
])('%s', (text, what, when) => {
  expect(split(text)).toEqual([what, when, null])
})

test.each([
  ['перезвонить через неделю утром', 'перезвонить', 'утром', '2026-10-21'],
  ['утром перезвонить через неделю', 'перезвонить', 'утром', '2026-10-21'],
  ['в четверг позвонить после обеда', 'позвонить', 'после обеда', '2026-10-15'],
  ['завтра с утра', '', 'с утра', '2026-10-15'],
  ['перезвонить вечером', 'перезвонить', 'вечером', '2026-10-14'],
  ['утром перезвонить в 10', 'перезвонить', null, '2026-10-15 10:00'],
  ['вечером перезвонить в 7', 'перезвонить', null, '2026-10-14 19:00'],
  ['завтра вечером в 7:30 перезвонить', 'перезвонить', null, '2026-10-15 19:30'],
  ['25-го перезвонить Анне', 'перезвонить Анне', null, '2026-10-25'],
])('%s: the part of the day is kept', (text, what, part, when) => {
  const { part: found } = splitWhen(text, { now, zone, lang: 'ru', prefer: 'future' })
  expect([...split(text), found]).toEqual([what, when, null, part])
})

test.each([
  ['send the offer fri 10', 'send the offer', '2026-10-16 10:00'],
  ['tomorrow 15:30 call back', 'call back', '2026-10-15 15:30'],
  ['ask again in 3 months', 'ask again', '2027-01-14'],
  ['call on Monday at 9', 'call', '2026-10-19 09:00'],
  ['day after tomorrow - check the payment', 'check the payment', '2026-10-16'],
])('%s', (text, what, when) => {
  expect(split(text, 'en')).toEqual([what, when, null])
})

test.each([
  ['передзвонити в пт о 10', 'передзвонити', '2026-10-16 10:00'],
  ['за 3 дні нагадати', 'нагадати', '2026-10-17'],
  ['післязавтра надіслати рахунок', 'надіслати рахунок', '2026-10-16'],
])('%s', (text, what, when) => {
  expect(split(text, 'uk')).toEqual([what, when, null])
})

test.each([
  ['перезвонить 32.13', '32.13'],
  ['25:70 перезвонить', '25:70'],
  ['завтра перезвонить в пятницу', 'завтра … в пятницу'],
  ['завтра в пт', 'завтра … в пт'],
])('%s cannot be read', (text, unreadable) => {
  expect(split(text)[2]).toBe(unreadable)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQuickEntry } from '../../src/domain/quick/entry.ts'
import { withSureNames } from '../../src/domain/quick/pieces.ts'
import { Zone } from '../../src/domain/time/zone.ts'
import type { Lang } from '../../src/words/words.ts'

const zone = new Zone('Europe/Kyiv')
/** Wednesday. */
const now = zone.instantOf('2026-10-14', { hour: 12, minute: 0 })
const KNOWN = { contact: ['анна белова'], company: ['Ромашка'], source: ['Авито'] }

function read(text: string, lang: Lang = 'ru', region = 'RU', currency = 'RUB') {
  const knows = (kind: keyof typeof KNOWN, name: string) => KNOWN[kind].includes(name)
  const pieces = readQuickEntry(text, { now, zone, lang, prefer: 'future', region, currency, knows })
  return withSureNames(pieces).map(({ kind, text: said, phone, step }) => {
    const due = step && [step.due.date, step.due.time].filter(Boolean).join(' ')
    return `${kind}: ${phone?.e164 ?? step?.text ?? said}${due === undefined ? '' : ` @ ${due}`}`
  })
}

test.each([
  [
    'Анна Иванова, ООО Ромашка, +7 900 123-45-67, хочет 3 окна, 120 000',
    ['name: Анна Иванова', 'company: ООО Ромашка', 'phone: +79001234567', 'wish: 3 окна', 'amount: 120 000'],
  ],
  [
    'Пётр Лис +79161112233 хочет дверь на 40 000 руб, с сайта, замер пт 15',
    [
      'name: Пётр Лис',
      'phone: +79161112233',
      'wish: дверь',
      'amount: 40 000 руб',
      'source: сайт',
      'next: замер @ 2026-10-16 15:00',
    ],
  ],
  [
    'Вера Лис ООО «Лютик», тел. 8(495)123-45-67; почта: v@lis.example',
    ['name: Вера Лис', 'company: ООО «Лютик»', 'phone: +74951234567', 'email: v@lis.example'],
  ],
  ['Анна, 120к', ['name: Анна', 'amount: 120к']],
  ['Анна, бюджет 300 тыс, от Авито', ['name: Анна', 'amount: 300 тыс', 'source: Авито']],
  [
    'ООО "Ромашка", Кириллова Анна 3 окна 120 тыс',
    ['company: ООО "Ромашка"', 'name: Кириллова Анна', 'wish: 3 окна', 'amount: 120 тыс'],
  ],
  ['анна белова, из Ромашка, окна', ['name: анна белова', 'company: Ромашка', 'wish: окна']],
  ['Анна, от 3 окон, от соседа', ['name: Анна', 'wish: от 3 окон', 'wish: от соседа']],
  ['Анна Иванова, Балкон', ['name: Анна Иванова', 'wish: Балкон']],
  ['Анна, Балкон', ['name: Анна', 'wish: Балкон']],
  ['Кварц, Балкон', ['name: Кварц', 'name: Балкон']],
  ['Анна Иванова, Пётр Лис', ['name: Анна Иванова', 'name: Пётр Лис']],
  ['Анна, окна, 10 000, 12 000', ['name: Анна', 'wish: окна', 'amount: 10 000', 'amount: 12 000']],
  ['Анна, перезвонить', ['name: Анна', 'undated: перезвонить']],
  ['Анна, вчера звонила', ['name: Анна', 'wish: вчера звонила']],
  ['Анна, источник: выставка', ['name: Анна', 'source: выставка']],
  ['Анна, 123-45-67', ['name: Анна', 'phone: 123-45-67']],
  ['Анна, 2026-10-20 10:00', ['name: Анна', 'next:  @ 2026-10-20 10:00']],
  ['Анна, 1 200,50 ₽', ['name: Анна', 'amount: 1 200,50 ₽']],
  [' , ;', []],
])('%s', (text, pieces) => {
  expect(read(text)).toEqual(pieces)
})

test.each([
  [
    'Anna Fox, Daisy LLC, +1 415 555-01-23, wants 3 windows, $1200, call back tomorrow 10:00',
    [
      'name: Anna Fox',
      'company: Daisy LLC',
      'phone: +14155550123',
      'wish: 3 windows',
      'amount: $1200',
      'next: call back @ 2026-10-15 10:00',
    ],
  ],
  [
    'Anna Fox <anna@fox.example> needs a balcony for 12k, from the site',
    ['name: Anna Fox', 'email: anna@fox.example', 'wish: a balcony', 'amount: 12k', 'source: site'],
  ],
])('%s', (text, pieces) => {
  expect(read(text, 'en', 'US', 'USD')).toEqual(pieces)
})

test.each([
  [
    'Олена Коваль, ТОВ Калина, 067 123 45 67, хоче 2 вікна, 50 тис грн, передзвонити в пт о 10',
    [
      'name: Олена Коваль',
      'company: ТОВ Калина',
      'phone: +380671234567',
      'wish: 2 вікна',
      'amount: 50 тис грн',
      'next: передзвонити @ 2026-10-16 10:00',
    ],
  ],
])('%s', (text, pieces) => {
  expect(read(text, 'uk', 'UA', 'UAH')).toEqual(pieces)
})

test('whatever is typed is read, and no digit of it is lost', () => {
  const bits = fc.constantFrom(
    'Анна Иванова',
    'ООО Ромашка',
    '+7 900 123-45-67',
    'a@b.example',
    '120 000',
    '3 окна',
    'пт 10',
    'завтра',
    'хочет',
    'с сайта',
    '1,5',
    '-',
    '🙂',
    'to',
  )
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 6 }), fc.constantFrom(', ', ' ', ';', ','), (parts, between) => {
      const text = parts.join(between)
      const said = readQuickEntry(text, {
        now,
        zone,
        lang: 'ru',
        prefer: 'future',
        region: 'RU',
        currency: 'RUB',
        knows: () => false,
      })
      const digits = (list: readonly string[]) => list.join('').replace(/\D/g, '').length
      expect(digits(said.map((piece) => piece.text))).toBe(digits([text]))
    }),
  )
})

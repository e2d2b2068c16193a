import { expect, test } from 'vitest'
import { isDativeOf, isFormOf } from '../../src/domain/names/name-cases.ts'
import { properName } from '../../src/domain/names/name-words.ts'
import { readQuickEntry } from '../../src/domain/quick/entry.ts'
import { withSureNames } from '../../src/domain/quick/pieces.ts'
import { Zone } from '../../src/domain/time/zone.ts'
import type { Lang } from '../../src/words/words.ts'

/** Entries as people type them: without commas, with the phone on either side, in haste. */

const zone = new Zone('Europe/Kyiv')
/** Wednesday. */
const now = zone.instantOf('2026-10-14', { hour: 12, minute: 0 })
const MANAGERS = ['Сергей', 'Ирина', 'Ірина', 'Ольга']
const HOMES = { ru: ['RU', 'RUB'], uk: ['UA', 'UAH'], en: ['US', 'USD'] } as const

function read(text: string, lang: Lang): string {
  const [region, currency] = HOMES[lang]
  const managerFor = (said: string) => {
    const at = MANAGERS.findIndex((name) => isDativeOf(said, name))
    return at < 0 ? undefined : at
  }
  const how = { now, zone, lang, prefer: 'future', region, currency, dayBegins: '09:00', managerFor } as const
  const pieces = readQuickEntry(text, { ...how, knows: () => false })
  return withSureNames(pieces)
    .map(({ kind, text: said, phone, step, either }) => {
      const due = step === undefined ? [] : [step.due.date, step.due.time].flatMap((part) => part ?? [])
      const shown = either?.join(' / ') ?? phone?.e164 ?? step?.text ?? said
      return [`${kind}: ${shown}`, ...due].join(' ')
    })
    .join(' | ')
}

test.each([
  [
    '89261112233 Иванова Анна Сергеевна двери входная металл 32 тыс замер в пт в 14:00',
    'phone: +79261112233 | name: Иванова Анна Сергеевна | wish: двери входная металл | amount: 32 тыс | next: замер 2026-10-16 14:00',
  ],
  ['окна пвх 5 шт сергеев олег 9037778899', 'wish: окна пвх 5 шт | name: Сергеев Олег | phone: +79037778899'],
  ['Кузнецова Мария т.89035554433, двери', 'name: Кузнецова Мария | phone: +79035554433 | wish: двери'],
  [
    'Кузнецова Мария, т.89035554433, межкомнатные двери 4 шт по 12 тыс',
    'name: Кузнецова Мария | phone: +79035554433 | wish: межкомнатные двери 4 шт | amount: 48000',
  ],
  ['Кузнецова Мария тел 89035554433', 'name: Кузнецова Мария | phone: +79035554433'],
  ['Марина 8 916 123 45 67 балкон', 'name: Марина | phone: +79161234567 | wish: балкон'],
  ['дверь 2 шт 89261112233 Иван', 'wish: дверь 2 шт | phone: +79261112233 | name: Иван'],
  ['витрина стеклянная 89261112233', 'wish: витрина стеклянная | phone: +79261112233'],
  ['120 000 89261112233', 'amount: 120 000 | phone: +79261112233'],
  [
    'тётя Люся, Лесная 5, сетка, 3500 руб',
    'name: тётя Люся | wish: Лесная 5 | wish: сетка | amount: 3500 руб',
  ],
  ['звонила тётя Люся с Лесной 5, сетка', 'name: тётя Люся | wish: с Лесной 5 | wish: сетка'],
  ['Коля сосед, дверь', 'name: Коля сосед | wish: дверь'],
  ['роман петров, дверь', 'name: Роман Петров | wish: дверь'],
  ['Иванова Анна двери входная', 'name: Иванова Анна | wish: двери входная'],
  [
    'Гоша 926 333 44 55 балкон под ключ 1,2 млн Сергею',
    'name: Гоша | phone: +79263334455 | wish: балкон под ключ | amount: 1,2 млн | manager: Сергею',
  ],
  ['Анна, балкон, передать Ольге', 'name: Анна | wish: балкон | manager: Ольге'],
  ['Анна, дом, полтора миллиона', 'name: Анна | wish: дом | amount: 1,5 млн'],
  ['Анна, дом сто тысяч', 'name: Анна | wish: дом | amount: 100 тыс'],
  ['Анна, окна сто двадцать тысяч', 'name: Анна | wish: окна | amount: 120 тыс'],
  ['Анна, лоджия под ключ двести пятьдесят тысяч', 'name: Анна | wish: лоджия под ключ | amount: 250 тыс'],
  ['Анна, окна, тысяч сорок пять', 'name: Анна | wish: окна | amount: 45 тыс'],
  ['Анна, окна, полторы тысячи', 'name: Анна | wish: окна | amount: 1500'],
  ['Анна, окна, две с половиной тысячи рублей', 'name: Анна | wish: окна | amount: 2500 рублей'],
  ['Анна, окна, миллион двести', 'name: Анна | wish: окна | amount: 1,2 млн'],
  ['Анна, окна, 1 млн 200 тыс', 'name: Анна | wish: окна | amount: 1,2 млн'],
  ['Анна, окна, тысяча двести рублей', 'name: Анна | wish: окна | amount: 1200 рублей'],
  ['Анна, окна до тридцати тысяч', 'name: Анна | wish: окна | amount: 30 тыс'],
  ['Анна, пять тыщ', 'name: Анна | amount: 5 тыс'],
  ['Анна, дверь 30 тыщ', 'name: Анна | wish: дверь | amount: 30 тыс'],
  ['Анна, две двери по сорок тысяч', 'name: Анна | wish: 2 двери | amount: 80000'],
  ['Анна, набор тысяча мелочей, три окна', 'name: Анна | wish: набор тысяча мелочей | wish: три окна'],
  ['Анна, дверь 40тр', 'name: Анна | wish: дверь | amount: 40 т.р.'],
  ['Анна, дверь, 50 т', 'name: Анна | wish: дверь | amount: 50 тыс'],
  ['Анна, окна, от 150 до 180 тысяч', 'name: Анна | wish: окна | amount: 150 тысяч / 180 тысяч'],
  [
    'Анна, 89161234576, окно, 25000-30000',
    'name: Анна | phone: +79161234576 | wish: окно | amount: 25000 / 30000',
  ],
  ['Анна, окно 120000-150000', 'name: Анна | wish: окно 120000-150000'],
  ['Анна, окна 45-50 тыс', 'name: Анна | wish: окна | amount: 45 тыс / 50 тыс'],
  ['Анна, 2 окна по 15000', 'name: Анна | wish: 2 окна | amount: 30000'],
  ['Анна, шкаф до 12', 'name: Анна | wish: шкаф до 12'],
  ['Анна, стекло до двух метров', 'name: Анна | wish: стекло до двух метров'],
  ['Анна, до двух метров', 'name: Анна | wish: до двух метров'],
  ['Анна, в пятницу к десяти замер', 'name: Анна | next: замер 2026-10-16 10:00'],
  ['Анна, замер в пятницу с 10 до 12', 'name: Анна | next: замер 2026-10-16 10:00'],
  ['Анна, замер в пятницу 10-12', 'name: Анна | next: замер 2026-10-16 10:00'],
  ['Анна, 10-12 окон', 'name: Анна | wish: 10-12 окон'],
  ['Анна, окна 2-3 шт', 'name: Анна | wish: окна 2-3 шт'],
  ['Анна, встреча 27.10 на объекте в 14', 'name: Анна | next: встреча на объекте 2026-10-27 14:00'],
  ['Анна, встреча 27 октября на объекте в 14', 'name: Анна | next: встреча на объекте 2026-10-27 14:00'],
  ['Анна, утепление 120 м.кв. по 850 руб', 'name: Анна | wish: утепление 120 м.кв. | amount: 102000 RUB'],
  ['Анна, паркет 40 м2 по 1500', 'name: Анна | wish: паркет 40 м2 | amount: 60000'],
  [
    'зателефонувала Марічка +380672223346, кухня, передзвонити завтра',
    'name: Марічка | phone: +380672223346 | wish: кухня | next: передзвонити 2026-10-15',
  ],
  [
    'ОСББ Затишок, голова Ганна Петрівна +380672223348, дах',
    'company: ОСББ Затишок | name: голова Ганна Петрівна | phone: +380672223348 | wish: дах',
  ],
  ['Анна, перезвонить в ср', 'name: Анна | next: перезвонить 2026-10-21'],
  ['Анна, через часик набрать', 'name: Анна | next: набрать 2026-10-14 13:00'],
  ['Анна, позвонить после 18', 'name: Анна | next: позвонить 2026-10-14 18:00'],
  ['Анна, послезавтра к 10 скинуть КП', 'name: Анна | next: скинуть КП 2026-10-16 10:00'],
  [
    'перезвонить на 89261112233 Марине завтра в 10',
    'phone: +79261112233 | next: перезвонить Марине 2026-10-15 10:00',
  ],
  ['Анна, по рекомендации Марченко', 'name: Анна | referral: по рекомендации Марченко'],
  ['Анна, перезвонить сегодня до 11', 'name: Анна | undated: перезвонить'],
  ['клиент Петров 89031112200 окна', 'name: Петров | phone: +79031112200 | wish: окна'],
  ['позвонила тётя Люся, сетка', 'name: тётя Люся | wish: сетка'],
  ['анна лис 89031112200 окна', 'name: Анна Лис | phone: +79031112200 | wish: окна'],
  ['анна балкон 89031112200', 'name: Анна | wish: балкон | phone: +79031112200'],
  ['Анна, от соседа', 'name: Анна | wish: от соседа'],
])('%s', (text, expected) => {
  expect(read(text, 'ru')).toBe(expected)
})

test.each([
  ['067-222-33-45 2 вікна', 'phone: +380672223345 | wish: 2 вікна'],
  [
    'КОВАЛЬЧУК андрій 067-222-33-45 2 вікна 32500 грн',
    'name: Ковальчук Андрій | phone: +380672223345 | wish: 2 вікна | amount: 32500 грн',
  ],
  [
    'Лисенко 380671119900 ремонт зателефонувати післязавтра о пів на десяту',
    'name: Лисенко | phone: +380671119900 | wish: ремонт | next: зателефонувати 2026-10-16 09:30',
  ],
  [
    "тов 'Добробут', бондаренко Юрій Петрович, 12 вікон",
    "company: тов 'Добробут' | name: Бондаренко Юрій Петрович | wish: 12 вікон",
  ],
  [
    'дзвонила якась жінка, 0632223344, вікно',
    'wish: дзвонила якась жінка | phone: +380632223344 | wish: вікно',
  ],
  [
    'Іра з Ірпеня 0632223344 балкон, бюджет до 60 тис.',
    'name: Іра з Ірпеня | phone: +380632223344 | wish: балкон | amount: 60 тис.',
  ],
  [
    'Дмитро (інстаграм) @dima_okna, вікно, скинути прайс на пошту yuri@lis.example сьогодні до 16:00',
    'name: Дмитро (інстаграм) @dima_okna | wish: вікно | email: yuri@lis.example | next: скинути прайс на пошту 2026-10-14 16:00',
  ],
  ['Олена, двері, десь 25 тисяч', 'name: Олена | wish: двері | amount: 25 тисяч'],
  ['Олена, жалюзі 3 шт по 900 грн', 'name: Олена | wish: жалюзі 3 шт | amount: 2700 UAH'],
  ['Олена, вікна півтора мільйона', 'name: Олена | wish: вікна | amount: 1,5 млн'],
  [
    'доктор Коваль Ігор Степанович, крісло, тел 0 66 111 22 03, бюджет ≈ 80 тис',
    'name: доктор Коваль Ігор Степанович | wish: крісло | phone: +380661112203 | amount: 80 тис',
  ],
  ['лікар Федоренко 0931112244 меблі', 'name: лікар Федоренко | phone: +380931112244 | wish: меблі'],
  [
    'Клініка Посмішка (директор Олег Іванович) 044 222 33 44 3 установки',
    'company: Клініка Посмішка | name: директор Олег Іванович | phone: +380442223344 | wish: 3 установки',
  ],
  [
    'Мельничук В.В. стілець 12 тис., тел 0661234567',
    'name: Мельничук В.В. | wish: стілець | amount: 12 тис. | phone: +380661234567',
  ],
  ['Олена, дзеркала 50шт х 40грн', 'name: Олена | wish: дзеркала 50шт | amount: 2000 UAH'],
  [
    '0971112214 Наталя 3 крісла, 10 тис. о пів на третю перезвонити',
    'phone: +380971112214 | name: Наталя | wish: 3 крісла | amount: 10 тис. | next: перезвонити 2026-10-14 14:30',
  ],
  ['Олена, дзеркало 900х2000', 'name: Олена | wish: дзеркало 900х2000'],
  [
    'Олена, крісло ~ 45 тис, просила подзвонити через тиждень',
    'name: Олена | wish: крісло | amount: 45 тис | next: подзвонити 2026-10-21',
  ],
  ['Олена, вікна, Ірині', 'name: Олена | wish: вікна | manager: Ірині'],
  ['Олена, порадила Марченко', 'name: Олена | referral: порадила Марченко'],
  [
    'Олена 0632223344, надіслати КП до пт',
    'name: Олена | phone: +380632223344 | next: надіслати КП 2026-10-16',
  ],
])('%s', (text, expected) => {
  expect(read(text, 'uk')).toBe(expected)
})

test.each([
  [
    '4155550123 Anna Fox 3 windows $1200',
    'phone: +14155550123 | name: Anna Fox | wish: 3 windows | amount: $1200',
  ],
  [
    'Anna Fox, 4 doors at $300, call back fri half past nine',
    'name: Anna Fox | wish: 4 doors | amount: 1200 USD | next: call back 2026-10-16 09:30',
  ],
  [
    'Uncle Bob, door, referred by Marta Hart',
    'name: Uncle Bob | wish: door | referral: referred by Marta Hart',
  ],
  ['Anna, from Daisy LLC, window', 'name: Anna | company: Daisy LLC | wish: window'],
  ['Tom, fence 40 m, $2,500', 'name: Tom | wish: fence 40 m | amount: $2500'],
  ['Call Anna Fox at 415-555-0125 on Friday', 'phone: +14155550125 | next: Call Anna Fox 2026-10-16'],
  ['Anna, window, budget up to 12k', 'name: Anna | wish: window | amount: 12k'],
  ['Anna Hill, window, budget up to 150', 'name: Anna Hill | wish: window | amount: 150 / 150 thousand'],
  ['Anna Hill, window budget under $1500', 'name: Anna Hill | wish: window | amount: $1500'],
  ['Anna Hill, window budget 2400', 'name: Anna Hill | wish: window | amount: 2400'],
  ['Anna, door, $100-150', 'name: Anna | wish: door | amount: 100 $ / 150 $'],
  ['Anna, door, phone 415-555-0123', 'name: Anna | wish: door | phone: +14155550123'],
])('%s', (text, expected) => {
  expect(read(text, 'en')).toBe(expected)
})

test.each([
  ['Сергею', 'Сергей', true],
  ['Ірині', 'Ірина', true],
  ['Ользі', 'Ольга', true],
  ['Павлу', 'Павел', true],
  ['Марии', 'Мария', true],
  ['Андрієві', 'Андрій', true],
  ['Сергей', 'Сергей', false],
  ['Сергею', 'Серафим', false],
  ['Балкону', 'Бал', false],
])('%s is for %s: %s', (said, name, expected) => {
  expect(isDativeOf(said, name)).toBe(expected)
})

test.each([
  ['Марченко', 'Марченко', true],
  ['Ивановой', 'Иванова', true],
  ['Шевчука', 'Шевчук', true],
  ['Бабенка', 'Бабенко', true],
  ['Марченко', 'Марков', false],
])('%s is a form of %s: %s', (said, name, expected) => {
  expect(isFormOf(said, name)).toBe(expected)
})

test.each([
  ['КОВАЛЬЧУК андрій', 'Ковальчук Андрій'],
  ['іра з ірпеня', 'Іра з Ірпеня'],
  ['Коля сосед', 'Коля сосед'],
  ['мар’яна римська-корсакова', 'Мар’яна Римська-Корсакова'],
  ['McDonald Anna', 'McDonald Anna'],
])('%s is written %s', (typed, expected) => {
  expect(properName(typed)).toBe(expected)
})

test('a long row of figures is read at once', () => {
  const figures = Array.from({ length: 3000 }, (_, i) => i % 10).join(' ')
  const started = performance.now()
  expect(read(`Анна, ${figures}`, 'ru').length).toBeGreaterThan(figures.length)
  expect(performance.now() - started).toBeLessThan(5000)
})

test('a sum in words is shown in the words of the language', () => {
  expect(read('Ян Кіт, балкон, сорок п’ять тисяч', 'uk')).toMatch(/\| amount: 45 тис$/)
  expect(read('Ян Кит, балкон, сорок пять тысяч', 'ru')).toMatch(/\| amount: 45 тыс$/)
})

test.each([
  ['ru', 'Пётр Лис окна тыщ на 300', 'name: Пётр Лис | wish: окна | amount: 300 тыс'],
  ['ru', 'Пётр Лис, окна, тысяч 300', 'name: Пётр Лис | wish: окна | amount: 300 тыс'],
  ['ru', 'Пётр Лис, миллиона на полтора', 'name: Пётр Лис | amount: 1,5 млн'],
  ['ru', 'Пётр Лис окна бюджет до 150 тыс', 'name: Пётр Лис | wish: окна | amount: 150 тыс'],
  ['ru', 'Пётр Лис окна бюджет до 150', 'name: Пётр Лис | wish: окна | amount: 150 / 150 тыс'],
  ['ru', 'Пётр Лис окна бюджет 150000', 'name: Пётр Лис | wish: окна | amount: 150000'],
  ['uk', 'Коваль Олена вікна тисяч на 300', 'name: Коваль Олена | wish: вікна | amount: 300 тис'],
  ['uk', 'Коваль Олена, вікна, бюджет до 150', 'name: Коваль Олена | wish: вікна | amount: 150 / 150 тис'],
] as const)('an amount as it is said or bounded (%s): %s', (lang, text, expected) => {
  expect(read(text, lang)).toBe(expected)
})

import { describe, expect, test } from 'vitest'
import { fitsWanted, parseSearch, phoneWords, searchWords } from '../../src/domain/names/search-words.ts'

describe('words of a text', () => {
  test('are folded as names are', () => {
    expect(searchWords('ООО «Ёлка», ЗА́МОК №5 — Об’єкт, ґанок!')).toEqual([
      'ооо',
      'елка',
      'замок',
      'no5',
      'обєкт',
      'ганок',
    ])
  })
})

const finds = (typed: string, text: string) =>
  parseSearch(typed).every((one) => fitsWanted([...searchWords(text), ...phoneWords(text)], one))

describe('forms of a word', () => {
  test.each([
    ['окно окна окон окну окном окнами окнах'],
    ['заявка заявки заявок заявку'],
    ['договор договора договоров договором'],
    ['дверь двери дверей дверями'],
    ['балкон балконы балконов'],
    ['Иванова Иванову Ивановой'],
    ['вікно вікна вікон вікном'],
    ['договір договору договорів договори'],
    ['угода угоди угод угодою'],
    ['стіл столи столів столом столами'],
    ['ніч ночі ночами'],
    ['компанія компанії компанією'],
    ['стекольный стекольная стекольного стекольные'],
    ['window windows'],
  ])('%s find one another', (forms) => {
    const all = forms.split(' ')
    const lost = all.flatMap((typed) =>
      all.filter((text) => !finds(typed, text)).map((text) => `${typed} ${text}`),
    )
    expect(lost).toEqual([])
  })

  test('another word in і is none of them, though its beginning typed finds it', () => {
    expect([finds('столів', 'Стільці'), finds('стіл', 'стеля'), finds('стол', 'Стільці')]).toEqual([
      false,
      true,
      false,
    ])
    expect([finds('стіл', 'Стільці'), finds('ніч', 'ночівля')]).toEqual([true, false])
  })

  test('what it cannot', () => {
    expect([finds('друг', 'друзья'), finds('нога', 'нозі'), finds('позвонил', 'позвонит')]).toEqual([
      false,
      false,
      false,
    ])
  })
})

describe('a phone', () => {
  test.each([
    '+7 916 123-45-67',
    '8 (916) 123 45 67',
    '89161234567',
    '123-45-67',
    '9161234567',
    '7916123',
    '91612',
    '916',
    '234',
    '345 67',
    '45-67',
    '567',
  ])('%s finds the number', (typed) => {
    expect(finds(typed, '+79161234567')).toBe(true)
  })

  test.each(['067 123 45 67', '+380671234567', '0671234', '34567', '567', '671', '12-34'])(
    '%s finds the Ukrainian one',
    (typed) => {
      expect(finds(typed, '+380671234567')).toBe(true)
    },
  )

  test('another is not found', () => {
    expect([finds('123-45-68', '+79161234567'), finds('0501234567', '+380671234567')]).toEqual([false, false])
    expect([finds('67', '+79161234567'), finds('6-7', '+79161234567'), finds('765', '+79161234567')]).toEqual(
      [false, false, false],
    )
  })

  test('may be a sum, or a number in a name', () => {
    expect([finds('120 000', 'смета на 120 000'), finds('12345', 'Счёт 12345')]).toEqual([true, true])
  })
})

test('whatever is typed is words', () => {
  expect(parseSearch('"AND" * -окна ( NEAR').map(({ text }) => text)).toEqual(['and', 'окна', 'near'])
  expect(parseSearch(' «»*"- ')).toEqual([])
  expect(parseSearch('в саду').map(({ text }) => text)).toEqual(['саду'])
})

test('a cell of phones with no end of digits is kept in few characters', () => {
  const words = phoneWords('1'.repeat(32_000))
  expect(Math.max(...words.map((word) => word.length))).toBe(41)
})

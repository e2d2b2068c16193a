import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldCompany, foldKey, foldName, nearest, parseTypedId } from '../../src/domain/names/name.ts'

test('spellings of one name fold alike', () => {
  expect(
    ['Алёна  Дем’янюк', 'АЛЕНА ДЕМ\u02bcЯНЮК\u00a0', "«алена дем'янюк»", 'алёна дем`янюк'].map(foldName),
  ).toEqual(Array(4).fill("алена дем'янюк"))
  expect([foldName('ﬁrma Ⅳ'), foldName('Анна\u200bИванова'), foldName(' \t')]).toEqual([
    'firma iv',
    'анна иванова',
    '',
  ])
})

test.each([
  ['ООО «Ромашка»', 'ромашка'],
  ['«Ромашка», ООО', 'ромашка'],
  ['Ромашка ООО', 'ромашка'],
  ['ТОВ "Ромашка плюс"', 'ромашка плюс'],
  ['ПрАТ «Завод»', 'завод'],
  ['Acme, Inc.', 'acme'],
  ['Acme Co., Ltd.', 'acme'],
  ['Acme S.A.', 'acme'],
  ['Müller GmbH & Co. KG', 'müller'],
  ['ФОП Іваненко', 'іваненко'],
  ['AS Roma', 'as roma'],
  ['ООО', 'ооо'],
  ['ООО ЗАО', 'зао'],
  ['Оооох', 'оооох'],
  ['', ''],
])('the company %s folds to “%s”', (text, folded) => {
  expect(foldCompany(text)).toBe(folded)
})

test('keys overlook hyphens, underscores and dots', () => {
  expect(['Start_agreed', 'start-agreed', 'Start  Agreed', 'start.agreed'].map(foldKey)).toEqual(
    Array(4).fill('start agreed'),
  )
  expect([foldKey('—'), foldKey('...')]).toEqual(['—', '...'])
})

test('folding twice is folding once, and never empties a name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const name = foldName(text)
      const company = foldCompany(text)
      expect([foldName(name), foldCompany(company), foldKey(foldKey(text))]).toEqual([
        name,
        company,
        foldKey(text),
      ])
      expect(company === '' && /[\p{L}\p{N}]/u.test(name)).toBe(false)
    }),
    { numRuns: 1000 },
  )
})

test('typed ids, in Cyrillic too', () => {
  const texts = ['d17', 'D17', ' д17 ', 'c5', 'с5', 'o3', 'о3', 't8', 'т8', 'Т8', 'm2', 'м2']
  expect(texts.map(parseTypedId).map((id) => id && `${id.kind} ${id.id}`)).toEqual([
    ...['deal 17', 'deal 17', 'deal 17', 'contact 5', 'contact 5', 'company 3', 'company 3'],
    ...['task 8', 'task 8', 'task 8', 'manager 2', 'manager 2'],
  ])
  expect(['d', '17', 'x5', 'd1.5', 'd-1', 'dd1', 'd17a', ''].map(parseTypedId)).toEqual(
    Array(8).fill(undefined),
  )
})

test('the nearest names come first', () => {
  const stages = ['Заявка', 'Замер', 'Предложение', 'Договор']
  expect([
    nearest('Замеры', stages),
    nearest('договр', stages),
    nearest('пре', stages),
    nearest('оплата', stages),
  ]).toEqual([['Замер'], ['Договор'], ['Предложение'], []])
  expect(nearest('ab', ['ac', 'ad', 'ae'], 2)).toEqual(['ac', 'ad'])
  // Nothing is like what shares no letter with it.
  expect(nearest('a', ['b', 'я'])).toEqual([])
  expect(nearest('-', ['я'])).toEqual([])
})

import { expect, test } from 'vitest'
import { changeTexts, tracesOf } from '../../src/domain/names/traces.ts'

const anna = {
  names: ['Анна Пётровна Иванова'],
  phones: [{ e164: '+380671234567', raw: '067 123-45-67' }],
  emails: [{ email: 'anna@example.com', raw: 'Anna@Example.com' }],
}

test.each([
  ['Анна Пётровна Иванова: балкон', '(x): балкон'],
  ['позвонить Анне Петровне', 'позвонить (x)'],
  ['ИВАНОВОЙ, анной', '(x)'],
  ['тел. +38 (067) 123-45-67!', 'тел. (x)!'],
  ['80671234567 и 0671234567', '(x) и (x)'],
  ['пишет с ANNA@EXAMPLE.COM', 'пишет с (x)'],
  ['Ivanova, 1067123456789, 671234567890', 'Ivanova, 1067123456789, 671234567890'],
  ['Аннотация, Ивановская область', 'Аннотация, Ивановская область'],
])('in texts about her: %s', (text, without) => {
  expect(tracesOf(anna, 'own').without(text, '(x)')).toBe(without)
})

test.each([
  ['Анны Петровны Ивановой балкон', '(x) балкон'],
  ['Иванова Пётровна Анна', '(x)'],
  ['Анна звонила', 'Анна звонила'],
  ['+380671234567', '(x)'],
])('in texts of others: %s', (text, without) => {
  expect(tracesOf(anna, 'elsewhere').without(text, '(x)')).toBe(without)
})

test('a name of nothing but a phone, or of a sign, finds nothing else', () => {
  const signs = tracesOf({ names: ['?', ' '], phones: [], emails: [] }, 'own')
  expect([signs.within('?'), signs.without('a ?', '(x)')]).toEqual([false, 'a ?'])
})

test('JSON goes by its parts, and stays the same where nothing changes', () => {
  const change = (text: string) => text.replaceAll('Анна', '(x)')
  expect(changeTexts('{"a":["Анна",1],"Анна":{"b":null}}', change)).toBe('{"a":["(x)",1],"(x)":{"b":null}}')
  expect(changeTexts('{ "a": 1 }', change)).toBe('{ "a": 1 }')
  expect(changeTexts('[срочно] Анна', change)).toBe('[срочно] (x)')
  expect(changeTexts(5, change)).toBe(5)
})

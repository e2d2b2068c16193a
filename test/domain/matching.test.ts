import { expect, test } from 'vitest'
import { fitsWords, fitting, offered } from '../../src/domain/names/matching.ts'

const folded = (...names: string[]) => names.map((name) => ({ item: name, names: [name] }))

test('a whole name wins over those that begin with it', () => {
  expect(fitting(folded('договор', 'договор подписан'), 'договор', 'label')).toEqual(['договор'])
})

test('a label is shortened from its beginning, and by a word within only where nothing begins so', () => {
  const stages = folded('contact', 'cold contact', 'signed contract')
  expect(fitting(stages, 'con', 'label')).toEqual(['contact'])
  expect(fitting(stages, 'contr', 'label')).toEqual(['signed contract'])
})

test('a person is shortened by any words alike', () => {
  const people = folded('анна иванова', 'иванова ольга', 'борис ким')
  expect(fitting(people, 'иванова', 'person')).toEqual(['анна иванова', 'иванова ольга'])
  expect(fitting(people, 'ив ан', 'person')).toEqual(['анна иванова'])
  expect(fitting(people, 'ива ива', 'person')).toEqual([])
  expect(fitting(people, '', 'person')).toEqual([])
})

test('every typed word takes another word of the name', () => {
  expect(fitsWords('анна анненкова', 'ан ан')).toBe(true)
  expect(fitsWords('анна белова', 'ан ан')).toBe(false)
})

test('all names are offered while they are few, then the near ones, by a word too', () => {
  expect(offered('замеры', ['Заявка', 'Замер'])).toEqual(['Заявка', 'Замер'])
  const many = [...Array.from({ length: 10 }, (_, i) => `Клиент ${i}`), 'Анна Иванова']
  expect(offered('Ивонова', many)).toEqual(['Анна Иванова'])
})

test('a first name comes before a patronymic that it begins', () => {
  const known = folded('игорь петрович', 'петр сомов', 'петров юрий')
  expect(fitting(known, 'петр', 'person')).toEqual(['петр сомов'])
  expect(fitting(folded('ігор петрович'), 'петро', 'person')).toEqual([])
  expect(fitting(known, 'петров', 'person')).toEqual(['петров юрий'])
  expect(fitting(known, 'игорь петр', 'person')).toEqual(['игорь петрович'])
  expect(fitting(folded('анна иванова'), 'анна анна', 'person')).toEqual([])
  expect(fitting(folded('петрович'), 'петр', 'person')).toEqual(['петрович'])
})

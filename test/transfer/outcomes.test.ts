import { expect, test } from 'vitest'
import { outcomeOf } from '../../src/transfer/outcomes.ts'

test('the ends of a deal in every system and language', () => {
  const won = [
    'Closed Won',
    'closedwon',
    'WON',
    'Closed - won',
    'Сделка заключена',
    'Успешно реализовано',
    'Угода укладена',
    'выиграна',
    'Сделка успешна',
  ]
  const lost = [
    'Closed Lost',
    'closedlost',
    'Lost',
    'Сделка не заключена',
    'Закрыто и не реализовано',
    'Угода не укладена',
    'программа',
    'Отказ',
  ]
  expect([won.map(outcomeOf), lost.map(outcomeOf)]).toEqual([
    won.map(() => 'won'),
    lost.map((text) => (text === 'программа' ? undefined : 'lost')),
  ])
  expect(['Open', 'В работе', 'Переговоры', ''].map(outcomeOf)).toEqual([
    'open',
    'open',
    undefined,
    undefined,
  ])
})

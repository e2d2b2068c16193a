import { expect, test } from 'vitest'
import { isPutOff, putOffTill, readTouchWords } from '../../src/domain/touch-words.ts'

test.each([
  ...['трубку не взяв', 'не піднімає трубку', 'не додзвонилась', 'не зміг додзвонитись', 'ніхто не відповів'],
  ...['телефон вимкнений', 'поза зоною', 'немає зв’язку', 'скинув', 'автовідповідач', 'недозвон'],
  ...[
    'слухавку не підняли',
    'не знімає',
    'не на зв’язку',
    'не відповів на дзвінок',
    'не підходить до телефону',
  ],
  ...['не поднял', 'никто не ответил', 'не смогла дозвониться', 'выключен', 'вне зоны', 'no answer', 'busy'],
])('%s: nobody answered', (words) => {
  expect(readTouchWords(words, 'call')).toEqual({ direction: null, outcome: 'no-answer', rest: '' })
  expect(readTouchWords(`${words}, завтра ещё раз`, 'call').rest).toBe('завтра ещё раз')
})

test.each([
  'не ответил на письмо',
  'выключен свет',
  'нет связи с бухгалтерией',
  'не подняли вопрос цены',
  'скинув ціну',
])('%s: a text', (text) => {
  expect(readTouchWords(text, 'call')).toEqual({ direction: null, outcome: null, rest: text })
})

test.each(['не состоялась', 'не пришли', 'отменили', 'не відбулася', 'скасували', 'cancelled', 'no show'])(
  '%s: the meeting was not',
  (words) => {
    const read = readTouchWords(`${words}, перенесли`, 'meeting')
    expect(read).toEqual({ direction: null, outcome: 'not-held', rest: 'перенесли' })
    expect(readTouchWords(`${words} цену`, 'meeting').outcome).toBe(null)
  },
)

test.each([
  ...[
    'сам перезвонил',
    'сама набрала',
    'позвонила сама',
    'сама зателефонувала',
    'передзвонив сам',
    'сам набрав',
  ],
])('%s: the call came from them', (words) => {
  expect(readTouchWords(`${words}, цена`, 'call')).toEqual({ direction: 'in', outcome: null, rest: 'цена' })
})

test.each([
  ...[
    'пропустив дзвінок',
    'пропустив його дзвінок',
    'я пропустила його дзвінок',
    'він дзвонив, ми не почули',
  ],
  ...['набирав нас, не встигли взяти', 'телефонувала, не почула'],
  ...[
    'пропустила её звонок',
    'звонил нам, не услышали',
    'не успела взять трубку',
    'она звонила, мы не ответили',
  ],
  ...['missed his call', "he called, we didn't pick up", "didn't hear the phone"],
])('%s: missed by us', (words) => {
  const read = { direction: 'in', outcome: 'missed' }
  expect(readTouchWords(words, 'call')).toEqual({ ...read, rest: '' })
  expect(readTouchWords(`${words}, передзвонити`, 'call')).toEqual({ ...read, rest: 'передзвонити' })
})

test.each([
  ...['вимкнений телефон', 'недозвонився, скинув', 'недозвонилась', 'вона не взяла трубку', 'снова не берёт'],
  ...['звонила, не взяла трубку', 'телефон був вимкнений', 'her phone was off', 'she did not answer'],
])('%s: nobody answered', (words) => {
  expect(readTouchWords(words, 'call')).toEqual({ direction: null, outcome: 'no-answer', rest: '' })
})

test.each(['не почули один одного', 'она не ответила на письмо', 'пропустил мимо ушей'])(
  '%s: a talk',
  (words) => {
    expect(readTouchWords(words, 'call')).toEqual({ direction: null, outcome: null, rest: words })
  },
)

test('that they called is heard, and stays in the text', () => {
  const text = 'вона дзвонила, питала ціну'
  expect(readTouchWords(text, 'call')).toEqual({ direction: 'in', outcome: null, rest: text })
})

test.each([
  ['отложить на завтра', 'на завтра'],
  ['подвинуть на пятницу', 'на пятницу'],
  ['перенесли на пятницу', 'на пятницу'],
  ['відкласти на тиждень', 'на тиждень'],
  ['put it off till Friday', 'till Friday'],
  ['reschedule to Friday', 'to Friday'],
  ['move to Friday', 'to Friday'],
  ['move it to Friday', 'to Friday'],
])('%s: put off, and till when', (words, till) => {
  expect(putOffTill(words)).toBe(till)
  expect(isPutOff(words)).toBe(true)
})

test.each(['moved in yesterday', 'переносица', 'отложить'])('%s: no day to which it is put off', (words) => {
  expect(putOffTill(words)).toBeUndefined()
})

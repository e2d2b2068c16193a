import { beforeEach, expect, test } from 'vitest'
import { person } from '../support/person.ts'
import { jsonOf } from './asking.ts'
import { type Trial, trial } from './world.ts'

/** What a talk makes of a task that was promised, and what comes next: one question. */

let room: Trial

beforeEach(async () => {
  room = trial({ now: '2026-10-14T10:00', env: { VORONKA_LANG: 'ru' } })
  const lines = [
    ['init', '--stages', 'Заявка,Замер', '--currency', 'RUB', '--timezone', 'Europe/Moscow'],
    ['contact', 'add', 'Света Громова', '--phone', '+79161234567'],
    ['task', 'add', 'отправить эскиз', '--about', 'c1', '--due', '2026-10-14 15:00'],
  ]
  for (const line of lines) await room.run(line)
})

/** What was asked, and what is open then. */
async function talk(argv: readonly string[], answers: readonly (string | boolean)[]) {
  const { ask, heard } = person(answers)
  const { err } = await room.run(argv, { terminal: 300, ask })
  const open = (await jsonOf(room, 'task', 'list')) as {
    id: string
    text: string
    due: string
    state: string
  }[]
  const left = open.filter(({ state }) => state === 'open')
  return { heard, err, open: left.map(({ id, text, due }) => `${id} ${text} ${due}`) }
}

test('a day that was agreed on: the promise is put off, keeping its hour, and nothing stands beside it', async () => {
  expect(await talk(['call', 'Света', 'договорились на пятницу'], ['перенести'])).toMatchInlineSnapshot(`
    {
      "err": "Записано a1: звонок · c1 Света Громова · ответили · «договорились на пятницу»
    t1 отправить эскиз: ср 14.10.2026 15:00 → пт 16.10.2026 15:00
    ",
      "heard": [
        "Задача t1: отправить эскиз, ср 14.10.2026 15:00. Что с ней? [перенести на пт 16.10.2026 15:00 | сделана; новая на пт 16.10.2026: связаться | сделана, новой не надо | остаётся, и новая на пт 16.10.2026: связаться | остаётся, новой не надо] ⏎ перенести",
      ],
      "open": [
        "t1 отправить эскиз 2026-10-16T15:00:00+03:00",
      ],
    }
  `)
  expect(await jsonOf(room, 'task', 'show', 't1')).toMatchObject({ postponed: 1 })
  await room.run(['undo'])
  expect(await jsonOf(room, 'task', 'show', 't1')).toMatchObject({ postponed: 0 })
})

test.each([
  ['done, where what was done was said', 'отправила эскиз, посмотрит до пятницы', 'сделана; новая'],
  ['put off, where it is to be done then', 'эскиз отправлю в пятницу', 'перенести'],
  ['put off, where they asked for that', 'эскиз просит отложить до пятницы', 'перенести'],
  ['done and nothing more', 'отправила эскиз, посмотрит до пятницы', 'сделана, новой'],
  ['left as it is', 'отправила эскиз, посмотрит до пятницы', 'остаётся, новой'],
])('the likeliest is offered first: %s', async (_, text, answer) => {
  expect(await talk(['mail', 'Света', text], [answer])).toMatchSnapshot()
})

test('the same again in so many words is put off or done, not doubled', async () => {
  expect(
    await talk(['mail', 'Света', 'не успела, отправить эскиз завтра'], ['перенести']),
  ).toMatchInlineSnapshot(`
    {
      "err": "Записано a1: письмо · c1 Света Громова · «не успела»
    t1 отправить эскиз: ср 14.10.2026 15:00 → чт 15.10.2026 15:00
    ",
      "heard": [
        "Задача t1: отправить эскиз, ср 14.10.2026 15:00. Что с ней? [перенести на чт 15.10.2026 15:00 | сделана; новая на чт 15.10.2026: отправить эскиз] ⏎ перенести",
      ],
      "open": [
        "t1 отправить эскиз 2026-10-15T15:00:00+03:00",
      ],
    }
  `)
})

test('a call that nobody answered puts the call off; one that reached them is done', async () => {
  await room.run(['done', 't1'])
  await room.run(['task', 'add', 'перезвонить', '--about', 'c1', '--due', '2026-10-14 12:00'])
  const missed = await talk(['call', 'Света', 'недозвон, завтра'], ['перенести'])
  await room.run(['task', 'move', 't2', 'сегодня 12:00'])
  const reached = await talk(['call', 'Света', 'занята, перезвонить в пятницу'], ['сделана'])
  expect([missed, reached]).toMatchInlineSnapshot(`
    [
      {
        "err": "Записано a1: звонок · c1 Света Громова · недозвон
    t2 перезвонить: ср 14.10.2026 12:00 → чт 15.10.2026 12:00
    ",
        "heard": [
          "Задача t2: перезвонить, ср 14.10.2026 12:00. Что с ней? [перенести на чт 15.10.2026 12:00 | сделана; новая на чт 15.10.2026: связаться] ⏎ перенести",
        ],
        "open": [
          "t2 перезвонить 2026-10-15T12:00:00+03:00",
        ],
      },
      {
        "err": "Записано a2: звонок · c1 Света Громова · ответили · «занята»
    Готово t2 перезвонить
    Дальше t3: пт 16.10.2026 — перезвонить
    ",
        "heard": [
          "Задача t2: перезвонить, ср 14.10.2026 12:00. Что с ней? [сделана; новая на пт 16.10.2026: перезвонить | перенести на пт 16.10.2026 12:00] ⏎ сделана",
        ],
        "open": [
          "t3 перезвонить 2026-10-16",
        ],
      },
    ]
  `)
})

test('another thing that is to be done is a task of its own', async () => {
  expect(
    await talk(['call', 'Света', 'обещала сбросить размеры, позвонить завтра'], []),
  ).toMatchInlineSnapshot(`
    {
      "err": "Записано a1: звонок · c1 Света Громова · ответили · «обещала сбросить размеры»
    Дальше t2: чт 15.10.2026 — позвонить
    ",
      "heard": [],
      "open": [
        "t1 отправить эскиз 2026-10-14T15:00:00+03:00",
        "t2 позвонить 2026-10-15",
      ],
    }
  `)
})

test('next: what was put off is moved by the same question', async () => {
  const walk = ['позвонили: поговорили', 'просит перенести на пятницу', 'перенести']
  expect(await talk(['next'], walk)).toMatchInlineSnapshot(`
    {
      "err": "
    1/1  сегодня 15:00  Света Громова  +79161234567

    отправить эскиз

    Записано
    t1 отправить эскиз: ср 14.10.2026 15:00 → пт 16.10.2026 15:00
    Записано: 1. На сегодня всё
    ",
      "heard": [
        "Что вышло? [позвонили: поговорили | позвонили: недозвон | написали письмо | написали сообщение | сделано …] ⏎ позвонили: поговорили",
        "В двух словах (можно пусто): () ⏎ просит перенести на пятницу",
        "Задача t1: отправить эскиз, ср 14.10.2026 15:00. Что с ней? [перенести на пт 16.10.2026 15:00 | сделана; новая на пт 16.10.2026: просит перенести | сделана, новой не надо | остаётся, и новая на пт 16.10.2026: просит перенести | остаётся, новой не надо] ⏎ перенести",
      ],
      "open": [
        "t1 отправить эскиз 2026-10-16T15:00:00+03:00",
      ],
    }
  `)
})

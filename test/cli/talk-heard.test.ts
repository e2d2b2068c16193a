import { beforeEach, describe, expect, test } from 'vitest'
import { person } from '../support/person.ts'
import { type Trial, trial } from './world.ts'

/** What people say of a talk in their own words. */

let room: Trial

/** Monday, 23 November 2026, 10:00. */
beforeEach(async () => {
  room = trial({ now: '2026-11-23 10:00', env: { VORONKA_LANG: 'ru' } })
  for (const line of [
    ['init', '--stages', 'Заявка,Замер', '--currency', 'UAH', '--timezone', 'Europe/Kyiv'],
    ['manager', 'add', 'Ирина Швец'],
    ['me', 'Ирина'],
    ['add', 'Тамара Кузнецова, 0671112236, окна, 45000', '--yes'],
  ])
    expect((await room.run(line)).exit).toBe(0)
})

async function said(...argv: string[]): Promise<string> {
  const { exit, err } = await room.run(argv)
  return exit === 0 ? err : `${exit} ${err}`
}

/** As somebody at a terminal answers. */
async function asked(answers: readonly (string | boolean)[], ...argv: string[]) {
  const { ask, heard } = person(answers)
  const { err } = await room.run(argv, { terminal: 200, ask })
  return { heard, err }
}

describe('whose message it was', () => {
  test.each([
    'скинула фото вікон, чекає прорахунок',
    'написала, що згодна',
    'прислал размеры',
    'надіслала заміри',
    'відписав: дорого',
    'она отправила реквизиты',
    'replied: too expensive',
    'she sent the photos',
    'скинула нам договор',
    'клиент скинул КП конкурентов',
  ])('theirs: %s', async (text) => {
    expect(await said('message', 'Тамара', text)).toBe(
      `Записано a1: входящее сообщение · c1 Тамара Кузнецова · d1 окна · «${text}»\n`,
    )
  })

  test.each([
    'скинула КП',
    'написала ей про скидку',
    'надіслав прайс',
    'ответила на все вопросы',
    'мы отправили фото',
    'отправила фото работ',
    'sent the photos',
    'я скинула фото',
  ])('ours: %s', async (text) => {
    expect(await said('message', 'Тамара', text)).toContain('Записано a1: исходящее сообщение ·')
  })

  test.each(['скинула фото', 'надіслав нове відео'])(
    'theirs or ours, and how it was taken: %s',
    async (text) => {
      const ours = `voronka message Тамара "я ${text}"`
      expect(await said('message', 'Тамара', text)).toBe(
        `Записано a1: входящее сообщение · c1 Тамара Кузнецова · d1 окна · «${text}»\nПонято: прислали вам. Если отправили вы: voronka undo && ${ours}\n`,
      )
      expect(await said('message', 'Тамара', text, '--in')).not.toContain('undo')
      expect(await said('message', 'Тамара', 'скинули фото')).toContain('"мы скинули фото"')
      expect(await said('message', 'Тамара', `я ${text}`)).toContain('исходящее сообщение')
    },
  )

  test('a flag wins', async () => {
    expect(await said('message', 'Тамара', 'прислала размеры', '--out')).toContain('исходящее сообщение')
    expect(await said('mail', 'Тамара', 'прислала размеры')).toContain('входящее письмо')
  })
})

describe('a measuring that was done', () => {
  test.each([
    'замер сделал, 3.4 м, нужно КП до пятницы',
    'замер сделал, нужно КП до пятницы',
    'замер сделал нужно КП до пятницы',
    'был у неё, замер сделал, надо КП до пятницы',
    'замерил, КП до пятницы',
    'замір зробив, треба КП до пятницы',
  ])('%s: the meeting was held, and the offer is to be made', async (text) => {
    const { heard, err } = await asked([true], 'встреча', 'Тамара', text)
    expect(heard).toEqual(['Поставить задачу на пт 27.11.2026: КП? ⏎ true'])
    expect(err).toBe(
      `Записано a1: встреча · c1 Тамара Кузнецова · d1 окна · состоялась · «${text}»\nДальше t1: пт 27.11.2026 — КП\n`,
    )
    expect(await said('встреча', 'Тамара', text)).toContain('Задачи нет: «КП до пятницы» — только в тексте')
  })
})

test.each([
  ['муж согласен скинуть договор на вотсап', 'скинуть договор на вотсап'],
  ['муж согласен, скинуть договор на вотсап', 'скинуть договор на вотсап'],
  ['надо отправить договор', 'отправить договор'],
  ['замер сделали, нужно КП', 'КП'],
  ['asked to call back', 'call back'],
])('%s: what is to be done lacks its day', async (text, what) => {
  const { err } = await asked(['пт'], 'звонок', 'Тамара', text)
  expect(err).toContain(`Дальше t1: пт 27.11.2026 — ${what}\n`)
  const told = `Задачи нет: «${what}» — не сказано, в какой день.`
  expect(await said('звонок', 'Тамара', text)).toContain(told)
})

test.each(['обещала выслать размеры', 'успели отправить договор', 'не надо КП', 'нужны окна'])(
  '%s: nothing for us to do',
  async (text) => {
    expect(await said('звонок', 'Тамара', text)).toMatch(/^.*\n$/)
  },
)

test.each([
  ['обещал перезвонить после обеда', 'пн 23.11.2026: перезвонить после обеда'],
  ['просила не звонить до 1 декабря', 'вт 01.12.2026: позвонить'],
])('%s: is offered as a task, whatever else is open', async (text, task) => {
  await room.run(['task', 'add', 'замер в среду 14:30', '--about', 'Тамара'])
  const { heard } = await asked([true], 'звонок', 'Тамара', text)
  expect(heard).toEqual([`Поставить задачу на ${task}? ⏎ true`])
  expect(await said('звонок', 'Тамара', text)).toContain(`Задачи нет: «${text}»`)
})

test('of what is put off, the task whose words were said is meant, on its own day', async () => {
  await room.run(['task', 'add', 'замер кухни в среду 14:30', '--about', 'Тамара'])
  await room.run(['task', 'add', 'позвонить сегодня', '--about', 'Тамара'])
  const text = 'перенесла замер с 14:30 на 16:00'
  const { heard, err } = await asked(['перенести'], 'звонок', 'Тамара', text)
  expect(heard[0]).toMatch(/^Задача t1: замер кухни, .*: замер(?: \||\])/)
  expect(heard[0]).not.toContain('с 14:30 на')
  expect(err).toContain('t1 замер кухни: ср 25.11.2026 14:30 → ср 25.11.2026 16:00\n')
})

test('a measuring that is put off moves the open task, and is no second one', async () => {
  await room.run(['task', 'add', 'замер завтра', '--about', 'Тамара'])
  expect(await said('встреча', 'Тамара', 'перенесли', 'замер', 'на', 'субботу', '11:00')).toContain(
    't1 замер: вт 24.11.2026 → сб 28.11.2026 11:00\n',
  )
  expect(JSON.parse((await room.run(['activity', 'list', '--format', 'json'])).out)).toEqual([])
})

describe('a meeting that is planned', () => {
  beforeEach(() => room.run(['meet', 'Тамара', 'в сб 12:00 приедет в салон']))

  test('is what they confirm by its hour', async () => {
    const line = ['звонок', 'Тамара', 'подтвердила, приедет в 12']
    const stands = 'Это уже назначено: a1, сб 28.11.2026 12:00 — приедет в салон\n'
    expect((await asked([], ...line)).err).toContain(stands)
    expect(await said(...line)).toContain(stands)
    const { heard } = await asked([true], 'звонок', 'Тамара', 'приедет в 15')
    expect(heard).toHaveLength(1)
  })

  test('may be the one that took place today', async () => {
    const { heard, err } = await asked([true], 'meet', 'Тамара', 'замерили, 2 створки')
    expect(heard).toEqual(['Это назначенная встреча a1, сб 28.11.2026 12:00? ⏎ true'])
    expect(err).toContain('Встреча a1 состоялась')
    expect((await room.run(['activity', 'show', 'a1', '--format', 'json'])).out).toContain('2026-11-23T10:00')
    await room.run(['undo'])
    expect(await said('meet', 'Тамара', 'замерили, 2 створки')).toContain(
      'С ними ещё назначена встреча: a1, сб 28.11.2026 12:00. Если это была она: voronka undo, затем voronka done a1\n',
    )
  })

  test('took place when it is said to be done before its day', async () => {
    await said('done', 'a1', 'замерили раньше')
    expect((await room.run(['activity', 'show', 'a1', '--format', 'json'])).out).toContain('2026-11-23T10:00')
  })
})

test('a card says of a task the day it was done', async () => {
  await room.run(['task', 'add', 'отправить КП в пятницу', '--about', 'Тамара'])
  await said('done', 't1')
  expect((await room.run(['show', 'Тамара'])).out).toMatch(/t1 +отправить КП +23\.11\.2026/)
})

describe('a call that they promised', () => {
  test.each([
    'обещала перезвонить',
    'поговорили, сама перезвонит позже',
    'сказала, что перезвонит',
    'обіцяла передзвонити',
    'promised to call back',
  ])('is waited for tomorrow where no day is said: %s', async (text) => {
    expect((await said('call', 'Тамара', text)).split('\n').slice(1)).toEqual([
      expect.stringMatching(/^Дальше t1: вт 24\.11\.2026 — ждём: /),
      'День не назван, поэтому завтра. Другой: voronka task move t1 ДЕНЬ',
      '',
    ])
  })

  test('is waited for on the day that is said', async () => {
    expect(await said('call', 'Тамара', 'обещала сама перезвонить в пятницу в 10')).toBe(
      'Записано a1: звонок · c1 Тамара Кузнецова · d1 окна · ответили · «обещала сама перезвонить в пятницу в 10»\nДальше t1: пт 27.11.2026 10:00 — ждём: обещала сама перезвонить\n',
    )
  })

  test('is asked for at a terminal; Enter is tomorrow', async () => {
    const of = async (answer: string) => await asked([answer], 'call', 'Тамара', 'обещала перезвонить')
    expect([await of('пт 12'), (await room.run(['undo'])).exit, await of('')]).toMatchInlineSnapshot(`
      [
        {
          "err": "Записано a1: звонок · c1 Тамара Кузнецова · d1 окна · ответили · «обещала перезвонить»
      Дальше t1: пт 27.11.2026 12:00 — ждём: обещала перезвонить
      ",
          "heard": [
            "«обещала перезвонить» — когда? (завтра 10:00, пт, через 3 дня; Enter — завтра) () ⏎ пт 12",
          ],
        },
        0,
        {
          "err": "Записано a2: звонок · c1 Тамара Кузнецова · d1 окна · ответили · «обещала перезвонить»
      Дальше t2: вт 24.11.2026 — ждём: обещала перезвонить
      ",
          "heard": [
            "«обещала перезвонить» — когда? (завтра 10:00, пт, через 3 дня; Enter — завтра) () ⏎ ",
          ],
        },
      ]
    `)
  })

  test('in a note is told of, one not kept is none, one waited for already is not twice', async () => {
    expect(await said('note', 'Тамара', 'обещала перезвонить')).toContain(
      'voronka task add "обещала перезвонить"',
    )
    expect(await said('call', 'Тамара', 'обещала перезвонить, но не перезвонила')).not.toContain('Дальше')
    await said('call', 'Тамара', 'перезвонит в среду')
    expect(await said('call', 'Тамара', 'обещала перезвонить')).not.toContain('Дальше')
  })

  test.each([
    ['en', 'promised to call back'],
    ['uk', 'обіцяла передзвонити'],
  ])('is said in %s', async (lang, text) => {
    const { err } = await room.run(['call', 'Тамара', text, '--lang', lang])
    expect(err.split('\n').slice(1)).toMatchSnapshot()
  })
})

describe('what is put off, where nobody can be asked', () => {
  const task = (text: string, due = '2026-11-25') => said('task', 'add', text, '--about', 'c1', '--due', due)

  test.each([
    ['отправить КП', 'перенесли КП на пятницу', 't1 отправить КП: ср 25.11.2026 → пт 27.11.2026'],
    ['отправить КП', 'отправить КП в пятницу', 't1 отправить КП: ср 25.11.2026 → пт 27.11.2026'],
  ])('%s, %s: moves', async (text, heard, moved) => {
    await task(text)
    expect((await said('call', 'Тамара', heard)).split('\n').slice(1)).toEqual([moved, ''])
  })

  test('a call of today that nobody answered moves to when it is tried again', async () => {
    await task('перезвонить', '2026-11-23')
    expect((await said('call', 'Тамара', 'недозвон', '--next', 'завтра')).split('\n')[1]).toBe(
      't1 перезвонить: пн 23.11.2026 → вт 24.11.2026',
    )
  })

  test('of several it is told; a task of the same words beside another too', async () => {
    await task('отправить КП')
    expect(await task('отправить КП', '2026-11-26')).toContain('С ними уже открыта задача: t1')
    const heard = await said('call', 'Тамара', 'отправить КП в пятницу')
    expect(heard).toContain('Дальше t3: пт 27.11.2026 — отправить КП')
    expect(heard).toContain('С ними уже открыта задача: t1')
  })
})

import { expect, test } from 'vitest'
import { person } from '../support/person.ts'
import { type Trial, trial } from './world.ts'

const LANGS = ['en', 'ru', 'uk'] as const

async function office(lang: string): Promise<Trial> {
  const room = trial({ now: '2026-10-14T12:00' })
  await room.run(['init', '--stages', 'Заявка,Замер', '--lang', lang, '--timezone', 'Europe/Kyiv'])
  for (const name of ['Ирина', 'Олег']) await room.run(['manager', 'add', name])
  await room.run(['config', 'set', 'me', 'Олег'])
  await room.run(['contact', 'add', 'Марченко', '--phone', '+380671112233'])
  await room.run(['deal', 'add', 'окна', '--contact', 'c1', '--amount', '1000'])
  return room
}

const said = async (room: Trial, ...line: string[]) => (await room.run(line)).err

test('a deal that another gets: whose its open tasks still are, and how to give them too', async () => {
  const notes = await Promise.all(
    LANGS.map(async (lang) => {
      const room = await office(lang)
      await said(room, 'task', 'add', 'звонок', '--due', '2026-10-20', '--deal', 'd1')
      return said(room, 'deal', 'edit', 'd1', '--manager', 'Ирина')
    }),
  )
  expect(notes.join('')).toMatchInlineSnapshot(`
    "Changed d1 окна: manager Олег → Ирина
    Still Олег’s: t1 звонок. To give that too: voronka task move t1 --manager "Ирина"
    Изменена d1 окна: менеджер Олег → Ирина
    Олег: осталось по этой сделке — t1 звонок. Отдать и это: voronka task move t1 --manager "Ирина"
    Змінено d1 окна: менеджер Олег → Ирина
    Олег: лишилося за цією угодою — t1 звонок. Віддати й це: voronka task move t1 --manager "Ирина"
    "
  `)
})

test('the tasks go with the deal: by a flag, or as a person answers', async () => {
  const given = await Promise.all(
    LANGS.map(async (lang) => {
      const room = await office(lang)
      for (const text of ['звонок', 'смета'])
        await said(room, 'task', 'add', text, '--due', '2026-10-20', '--deal', 'd1')
      return [
        await said(room, 'deal', 'edit', 'd1', '--with-tasks'),
        await said(room, 'deal', 'edit', 'd1', '--manager', 'Ирина', '--with-tasks'),
        await said(room, 'task', 'show', 't2', '--format', 'json'),
      ]
    }),
  )
  expect(given.flat().join('')).toMatchInlineSnapshot(`
    "Say what to change. See: voronka deal edit --help
    Changed d1 окна: manager Олег → Ирина
    Given too: t1, t2
    Скажите, что изменить. Смотрите: voronka deal edit --help
    Изменена d1 окна: менеджер Олег → Ирина
    Передано и это: t1, t2
    Скажіть, що змінити. Дивіться: voronka deal edit --help
    Змінено d1 окна: менеджер Олег → Ирина
    Передано й це: t1, t2
    "
  `)
  const room = await office('ru')
  await said(room, 'task', 'add', 'звонок', '--due', '2026-10-20', '--deal', 'd1')
  const { ask, heard } = person([true])
  const { err } = await room.run(['deal', 'edit', 'd1', '--manager', 'Ирина'], { terminal: 80, ask })
  expect([heard, err]).toMatchInlineSnapshot(`
    [
      [
        "Передать и это — t1 звонок? Новый менеджер: Ирина ⏎ true",
      ],
      "Изменена d1 окна: менеджер Олег → Ирина
    Передано и это: t1
    ",
    ]
  `)
})

test('planned meetings of a deal that another gets are told of, asked about and given like its tasks', async () => {
  const notes = await Promise.all(
    LANGS.map(async (lang) => {
      const room = await office(lang)
      await said(room, 'task', 'add', 'звонок', '--due', '2026-10-20', '--deal', 'd1')
      await said(room, 'meet', 'd1', '--at', '2026-10-13 15:00')
      await room.run(['config', 'set', 'me', 'Ирина'])
      await said(room, 'meet', 'd1', '--at', '2026-10-18 15:00')
      await room.run(['config', 'set', 'me', 'Олег'])
      await said(room, 'meet', 'd1', '--at', '2026-10-15 15:00')
      return [
        await said(room, 'deal', 'edit', 'd1', '--manager', 'Ирина'),
        await said(room, 'task', 'move', 't1', 'a3', '--manager', 'Ирина'),
        await said(room, 'deal', 'edit', 'd1', '--manager', 'Олег'),
        await said(room, 'deal', 'edit', 'd1', '--manager', 'Ирина', '--with-tasks'),
      ]
    }),
  )
  expect(notes.flat().join('')).toMatchInlineSnapshot(`
    "Changed d1 окна: manager Олег → Ирина
    Still Олег’s: t1 звонок; a3 meeting, Thu 15 Oct 2026 15:00. To give that too: voronka task move t1 a3 --manager "Ирина"
    Ирина’s now: t1 звонок; a3 meeting, Thu 15 Oct 2026 15:00
    Changed d1 окна: manager Ирина → Олег
    Still Ирина’s: t1 звонок; a3 meeting, Thu 15 Oct 2026 15:00; a2 meeting, Sun 18 Oct 2026 15:00. To give that too: voronka task move t1 a3 a2 --manager "Олег"
    Changed d1 окна: manager Олег → Ирина
    Изменена d1 окна: менеджер Олег → Ирина
    Олег: осталось по этой сделке — t1 звонок; a3 встреча, чт 15.10.2026 15:00. Отдать и это: voronka task move t1 a3 --manager "Ирина"
    Теперь менеджер — Ирина: t1 звонок; a3 встреча, чт 15.10.2026 15:00
    Изменена d1 окна: менеджер Ирина → Олег
    Ирина: осталось по этой сделке — t1 звонок; a3 встреча, чт 15.10.2026 15:00; a2 встреча, вс 18.10.2026 15:00. Отдать и это: voronka task move t1 a3 a2 --manager "Олег"
    Изменена d1 окна: менеджер Олег → Ирина
    Змінено d1 окна: менеджер Олег → Ирина
    Олег: лишилося за цією угодою — t1 звонок; a3 зустріч, чт 15.10.2026 15:00. Віддати й це: voronka task move t1 a3 --manager "Ирина"
    Тепер менеджер — Ирина: t1 звонок; a3 зустріч, чт 15.10.2026 15:00
    Змінено d1 окна: менеджер Ирина → Олег
    Ирина: лишилося за цією угодою — t1 звонок; a3 зустріч, чт 15.10.2026 15:00; a2 зустріч, нд 18.10.2026 15:00. Віддати й це: voronka task move t1 a3 a2 --manager "Олег"
    Змінено d1 окна: менеджер Олег → Ирина
    "
  `)
  const room = await office('ru')
  await said(room, 'meet', 'd1', '--at', '2026-10-15 15:00')
  const { ask, heard } = person([true])
  const { err } = await room.run(['deal', 'edit', 'd1', '--manager', 'Ирина'], { terminal: 80, ask })
  expect([heard, err]).toMatchInlineSnapshot(`
    [
      [
        "Передать и это — a1 встреча, чт 15.10.2026 15:00? Новый менеджер: Ирина ⏎ true",
      ],
      "Изменена d1 окна: менеджер Олег → Ирина
    Передано и это: a1
    ",
    ]
  `)
})

test('what is planned is given to another manager: alone, with a new time, or as it is held', async () => {
  const texts = await Promise.all(
    LANGS.map(async (lang) => {
      const room = await office(lang)
      await said(room, 'meet', 'd1', '--at', '2026-10-15 15:00')
      await said(room, 'task', 'add', 'звонок', '--due', '2026-10-20')
      return [
        await said(room, 'meet', 'a1', '--manager', 'Ирина'),
        await said(room, 'meet', 'a1', '--manager', 'Олег', '--at', '2026-10-16 12:00'),
        await said(room, 'task', 'move', 'a1', '--manager', 'Ирина'),
        await said(room, 'task', 'move', 'a1', 't1', '--to', '2026-10-17', '--manager', 'Олег'),
        await said(room, 'task', 'move', 'a1', 't1', '--manager', 'none'),
        await said(room, 'task', 'move', 'a1', '--manager', 'Олег', '--manager', 'Ирина'),
        await said(room, 'task', 'edit', 'a1', '--manager', 'Ирина'),
        await said(room, 'meet', 'a1', 'договорились', '--manager', 'Ирина', '--at', '2026-10-14 11:00'),
      ]
    }),
  )
  expect(texts.flat().join('')).toMatchInlineSnapshot(`
    "Ирина’s now: a1 meeting, Thu 15 Oct 2026 15:00
    The meeting a1 is put off: meeting · c1 Марченко · d1 окна · Fri 16 Oct 2026 12:00
    Ирина’s now: a1 meeting, Fri 16 Oct 2026 12:00
    Put off to Sat 17 Oct 2026: 2 (a1, t1)
    Олег’s now: a1; t1
    Nobody’s now: a1 meeting, Sat 17 Oct 2026 12:00; t1 звонок
    Only one manager can get it: say --manager once
    a1 is no task. A planned meeting: voronka task move a1 --to DAY --manager NAME
    The planned meeting a1 took place: meeting · c1 Марченко · d1 окна · Wed 14 Oct 2026 11:00 · Ирина · “договорились”
    Теперь менеджер — Ирина: a1 встреча, чт 15.10.2026 15:00
    Встреча a1 перенесена: встреча · c1 Марченко · d1 окна · пт 16.10.2026 12:00
    Теперь менеджер — Ирина: a1 встреча, пт 16.10.2026 12:00
    Перенесено на сб 17.10.2026: 2 (a1, t1)
    Теперь менеджер — Олег: a1; t1
    Теперь без менеджера: a1 встреча, сб 17.10.2026 12:00; t1 звонок
    Передать можно только одному менеджеру: --manager пишут один раз
    a1 — не задача. Назначенную встречу меняют так: voronka task move a1 --to ДЕНЬ --manager ИМЯ
    Встреча a1 состоялась: встреча · c1 Марченко · d1 окна · ср 14.10.2026 11:00 · Ирина · «договорились»
    Тепер менеджер — Ирина: a1 зустріч, чт 15.10.2026 15:00
    Зустріч a1 перенесено: зустріч · c1 Марченко · d1 окна · пт 16.10.2026 12:00
    Тепер менеджер — Ирина: a1 зустріч, пт 16.10.2026 12:00
    Перенесено на сб 17.10.2026: 2 (a1, t1)
    Тепер менеджер — Олег: a1; t1
    Тепер без менеджера: a1 зустріч, сб 17.10.2026 12:00; t1 звонок
    Передати можна лише одному менеджерові: --manager пишуть один раз
    a1 — не завдання. Призначену зустріч змінюють так: voronka task move a1 --to ДЕНЬ --manager ІМ’Я
    Зустріч a1 відбулася: зустріч · c1 Марченко · d1 окна · ср 14.10.2026 11:00 · Ирина · «договорились»
    "
  `)
})

test('a deal lost without a reason: a terminal asks, a script is told how to add it', async () => {
  const notes = await Promise.all(LANGS.map(async (lang) => said(await office(lang), 'lost', 'd1')))
  expect(notes.join('')).toMatchInlineSnapshot(`
    "d1 окна: Заявка → Lost
    Why is not written down: voronka lost d1 REASON
    d1 окна: Заявка → Отказ
    Причина не записана. Записать: voronka lost d1 ПРИЧИНА
    d1 окна: Заявка → Відмова
    Причину не записано. Записати: voronka lost d1 ПРИЧИНА
    "
  `)
  const room = await office('uk')
  const { ask, heard } = person(['дорого'])
  const { err } = await room.run(['lost', 'd1'], { terminal: 80, ask })
  expect([heard, err]).toMatchInlineSnapshot(`
    [
      [
        "Чому відмова? (Enter — не сказано) () ⏎ дорого",
      ],
      "d1 окна: Заявка → Відмова (дорого)
    ",
    ]
  `)
  expect(await said(room, 'lost', 'd1', 'передумали')).toMatchInlineSnapshot(`
    "d1 окна, Відмова: передумали
    "
  `)
})

test('one phone takes the place of the only one; of several it is one more; both are said', async () => {
  const notes = await Promise.all(
    LANGS.map(async (lang) => {
      const room = await office(lang)
      const edit = (...phones: string[]) =>
        said(room, 'contact', 'edit', 'c1', ...phones.flatMap((phone) => ['--phone', phone]))
      return [
        await edit('+380671112244'),
        await edit('+380671112233', '+380671112244'),
        await edit('+380671112255'),
      ].join('')
    }),
  )
  expect(notes.join('')).toMatchInlineSnapshot(`
    "Changed c1 Марченко: phone +380671112233 → +380671112244
    +380671112233 is gone. To keep both: voronka contact edit c1 --phone "+380671112233" --phone "+380671112244"
    Changed c1 Марченко: phone +380671112244 → +380671112244, +380671112233
    Now: +380671112244, +380671112233. To take one away: voronka contact edit c1 --drop-phone "+380671112244"
    Changed c1 Марченко: phone +380671112244, +380671112233 → +380671112244, +380671112233, +380671112255
    Now: +380671112244, +380671112233, +380671112255. To take one away: voronka contact edit c1 --drop-phone "+380671112244"
    Изменено c1 Марченко: телефон +380671112233 → +380671112244
    +380671112233 убран. Оставить оба: voronka contact edit c1 --phone "+380671112233" --phone "+380671112244"
    Изменено c1 Марченко: телефон +380671112244 → +380671112244, +380671112233
    Теперь: +380671112244, +380671112233. Убрать лишний: voronka contact edit c1 --drop-phone "+380671112244"
    Изменено c1 Марченко: телефон +380671112244, +380671112233 → +380671112244, +380671112233, +380671112255
    Теперь: +380671112244, +380671112233, +380671112255. Убрать лишний: voronka contact edit c1 --drop-phone "+380671112244"
    Змінено c1 Марченко: телефон +380671112233 → +380671112244
    +380671112233 прибрано. Залишити обидва: voronka contact edit c1 --phone "+380671112233" --phone "+380671112244"
    Змінено c1 Марченко: телефон +380671112244 → +380671112244, +380671112233
    Тепер: +380671112244, +380671112233. Прибрати зайвий: voronka contact edit c1 --drop-phone "+380671112244"
    Змінено c1 Марченко: телефон +380671112244, +380671112233 → +380671112244, +380671112233, +380671112255
    Тепер: +380671112244, +380671112233, +380671112255. Прибрати зайвий: voronka contact edit c1 --drop-phone "+380671112244"
    "
  `)
})

test('goods have come: a person is asked whether to call those who wait', async () => {
  for (const [lang, answer] of [
    ['ru', true],
    ['uk', false],
  ] as const) {
    const room = await office(lang)
    await said(room, 'want', 'add', 'c1', 'дверь')
    const { ask, heard } = person([answer])
    const { err } = await room.run(['want', 'arrived', 'дверь'], { terminal: 80, ask })
    expect([heard, err]).toMatchSnapshot(lang)
  }
})

test('a task put off till a part of the day is due at its hour', async () => {
  const room = await office('ru')
  await said(room, 'task', 'add', 'звонок', '--due', '2026-10-14 15:00')
  const moves = ['сегодня вечером', 'завтра утром', 'вечер', 'в пятницу после обеда']
  const lines: string[] = []
  for (const to of moves) lines.push(await said(room, 'task', 'move', 't1', '--to', to))
  expect(lines.join('')).toMatchInlineSnapshot(`
    "t1 звонок: ср 14.10.2026 15:00 → ср 14.10.2026 18:00
    t1 звонок: ср 14.10.2026 18:00 → чт 15.10.2026 10:00
    t1 звонок: чт 15.10.2026 10:00 → ср 14.10.2026 18:00
    t1 звонок: ср 14.10.2026 18:00 → пт 16.10.2026 15:00
    "
  `)
})

test('done by a name that several things have: asked at a terminal, refused off it', async () => {
  const room = await office('uk')
  await said(room, 'task', 'add', 'дзвінок', '--due', '2026-10-14', '--about', 'Марченко')
  await said(room, 'meet', 'Марченко', '--at', '2026-10-15 10:00')
  expect(await said(room, 'done', 'марченко')).toMatchInlineSnapshot(`
    "«марченко» — підходить не одному (2): t1 дзвінок (Марченко), a1 (Марченко). Назвіть точніше
    "
  `)
  const { ask, heard } = person(['2.'])
  const { err } = await room.run(['done', 'марченко'], { terminal: 80, ask, now: '2026-10-15T12:00' })
  expect([heard, err]).toMatchInlineSnapshot(`
    [
      [
        "Кого або що з них: «марченко»? [1. t1 дзвінок (Марченко) | 2. a1 (Марченко)] ⏎ 2.",
      ],
      "Зустріч a1 відбулася: зустріч · c1 Марченко · d1 окна
    ",
    ]
  `)
})

test('work handed over: counts agree, the day of return is said, managers in the dative, one line in the journal', async () => {
  const lines = await Promise.all(
    LANGS.map(async (lang) => {
      const room = await office(lang)
      await said(room, 'contact', 'edit', 'c1', '--manager', 'Ирина')
      return [
        await said(room, 'handover', 'Олег', 'Ирине', '--until', '2026-10-30'),
        (await room.run(['journal', 'today'], { terminal: 80 })).out.split('\n').slice(1, 2).join('\n'),
        await said(room, 'handover', 'back', 'Олегу'),
        await said(room, 'deal', 'add', 'двери', '--manager', 'Ирена'),
      ].join('\n')
    }),
  )
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "Олег: handed over 1 deal until 30 Oct 2026, of which a task reminds. Back again: voronka handover back m2
      Ирина: 1 deal, deals of $1,000

    8  12:00  handed over: Олег → Ирина until 30 Oct 2026
    Олег has back 1 deal

    There is no manager "Ирена". There are: Ирина, Олег. All of them: voronka manager list

    Олег: передана 1 сделка до 30.10.2026, о возврате напомнит задача. Вернуть: voronka handover back m2
      Ирина: 1 сделка, сделки на 1 000 $

    8  12:00  передача работы: Олег → Ирина до 30.10.2026
    Олег: возвращена 1 сделка

    Нет менеджера «Ирена». Есть: Ирина, Олег. Все: voronka manager list

    Олег: передано 1 угоду до 30.10.2026, про повернення нагадає завдання. Повернути: voronka handover back m2
      Ирина: 1 угода, угоди на 1 000 $

    8  12:00  передача роботи: Олег → Ирина до 30.10.2026
    Олег: повернуто 1 угоду

    Немає менеджера «Ирена». Є: Ирина, Олег. Усі: voronka manager list
    "
  `)
})

test('the journal says what a field was and is, and quotes within quotes', async () => {
  const room = await office('uk')
  await said(room, 'task', 'add', 'дізнатися про «двері»', '--due', '2026-10-20')
  await said(room, 'plan', 'set', 'revenue', '1000', '--period', '2026-10')
  await said(room, 'deal', 'edit', 'd1', '--manager', 'Ирина', '--amount', '2000', '--source', 'сайт')
  await said(room, 'deal', 'edit', 'd1', '--manager', 'Олег')
  expect((await room.run(['journal'], { terminal: 80 })).out).toMatchInlineSnapshot(`
    "         ср 14.10.2026
    10 12:00 d1 окна: менеджер Ирина → Олег
     9 12:00 d1 окна: сума 1 000 $ → 2 000 $; d1 окна: менеджер Олег → Ирина; d1
             окна: джерело – → сайт
     8 12:00 новий план p1 «виручка, команда, 2026-10: 1 000 $»
     7 12:00 нове завдання t1 «дізнатися про „двері“»
     6 12:00 нова угода d1 окна (Заявка)
     5 12:00 новий контакт c1 «Марченко»
     4 12:00 ви — Олег
     3 12:00 новий менеджер m2 «Олег»
     2 12:00 новий менеджер m1 «Ирина»
     1 12:00 створено базу: воронку, етапи, налаштування
    "
  `)
})

test('a task about a deal that is lost says so, and next does not offer to lose it again', async () => {
  const room = await office('ru')
  await said(room, 'task', 'add', 'звонок', '--due', '2026-10-14', '--deal', 'd1')
  await said(room, 'lost', 'd1', 'дорого')
  expect((await room.run(['today'], { terminal: 80 })).out).toMatchInlineSnapshot(`
    "Ср, 14 октября · Олег · на сегодня 1, завтра 0

    когда    кто            что                      сумма  команда
    сегодня  Марченко       звонок · окна · Отказ  1 000 $  done t1
             +380671112233

    Дальше: voronka next — по очереди · done t1 · add — новая заявка
    "
  `)
  const { ask, heard } = person(['закончить'])
  const { err } = await room.run(['next'], { terminal: 80, ask })
  expect([heard, err]).toMatchInlineSnapshot(`
    [
      [
        "Что вышло? [позвонили: поговорили | позвонили: недозвон | написали письмо | написали сообщение | сделано …] ⏎ закончить",
      ],
      "
    1/1  сегодня  Марченко  +380671112233

    звонок · окна · Отказ · d1 · 1 000 $

    Записано: 0. Осталось: 1
    ",
    ]
  `)
})

test('why a deal is lost: the usual reasons are offered, another may be said', async () => {
  const room = await office('ru')
  for (const reason of ['дорого', 'дорого', 'долго']) {
    await said(room, 'deal', 'add', 'ещё', '--contact', 'c1')
    const ids = JSON.parse((await room.run(['deal', 'list', '--format', 'json', '--sort', '-id'])).out)
    await said(room, 'lost', ids[0].id, reason)
  }
  const { ask, heard } = person(['другая', 'переехали'])
  expect((await room.run(['lost', 'd1'], { terminal: 80, ask })).err).toBe(
    'd1 окна: Заявка → Отказ (переехали)\n',
  )
  const same = person(['дорого'])
  await said(room, 'deal', 'add', 'ещё', '--contact', 'c1')
  expect((await room.run(['lost', 'd5'], { terminal: 80, ask: same.ask })).err).toBe(
    'd5 ещё: Заявка → Отказ (дорого)\n',
  )
  expect([...heard, ...same.heard]).toEqual([
    'Почему отказ? [дорого | долго | другая причина… | не сказано] ⏎ другая',
    'Почему отказ? (Enter — не сказано) () ⏎ переехали',
    'Почему отказ? [дорого | долго | переехали | другая причина… | не сказано] ⏎ дорого',
  ])
})

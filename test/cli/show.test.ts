import { beforeAll, expect, test } from 'vitest'
import { firm } from '../support/firm.ts'
import { person } from '../support/person.ts'
import { type Trial, trial } from './world.ts'

let small: Trial
beforeAll(async () => {
  small = await firm()
})

const screen = async (...words: string[]) => {
  const { exit, out, err } = await small.run(['show', ...words], { terminal: 80 })
  return { exit, err, out: out.split('\n') }
}

test('a contact', async () => {
  expect(await screen('иванова')).toMatchInlineSnapshot(`
    {
      "err": "",
      "exit": 0,
      "out": [
        "Анна Иванова · c1",
        "+79161234567 · anna@romashka.example",
        "ООО «Ромашка» o1",
        "постоянный",
        "Любит чай и стеклянные двери",
        "",
        "    В деле",
        "d1  Балкон, 3 окна  Замер, 24 дня · 120 000 ₽",
        "",
        "    Обещано",
        "t2  Перезвонить Анне: балкон  12.10.2026, просрочено",
        "",
        "   Разговоры",
        "a4 13.10.2026       заметка                   Перезвонить в среду, обещали смету",
        "a2 10.10.2026 19:40 звонок, недозвон",
        "a1 01.09.2026 10:00 входящий звонок, ответили Спрашивала про окна на балкон",
        "",
        "    Закрытые сделки",
        "d3  Окно в кухню     Отказ · дорого, ждёт скидку · 01.10.2026",
        "",
        "    Сделано",
        "t3  Отправить смету  02.09.2026",
        "",
        "  voronka call c1",
        "",
      ],
    }
  `)
})

test('a company', async () => {
  expect(await screen('ромашка')).toMatchInlineSnapshot(`
    {
      "err": "",
      "exit": 0,
      "out": [
        "ООО «Ромашка» · o1",
        "+7 495 123-45-00 · romashka.example",
        "",
        "    Люди",
        "c1  Анна Иванова  +79161234567",
        "",
        "    В деле",
        "d1  Балкон, 3 окна  Замер, 24 дня · 120 000 ₽",
        "",
        "    Обещано",
        "t2  Перезвонить Анне: балкон  12.10.2026, просрочено",
        "",
        "   Разговоры",
        "a4 13.10.2026       заметка                   Перезвонить в среду, обещали смету",
        "a2 10.10.2026 19:40 звонок, недозвон",
        "a1 01.09.2026 10:00 входящий звонок, ответили Спрашивала про окна на балкон",
        "",
        "    Сделано",
        "t3  Отправить смету  02.09.2026",
        "",
        "  voronka contact add --company o1",
        "",
      ],
    }
  `)
})

test('a deal', async () => {
  expect(await screen('балкон')).toMatchInlineSnapshot(`
    {
      "err": "",
      "exit": 0,
      "out": [
        "Балкон, 3 окна · d1",
        "Замер, 24 дня · 120 000 ₽",
        "ООО «Ромашка» · менеджер: Вера Лис · Окна",
        "",
        "    Люди",
        "c1  Анна Иванова  +79161234567",
        "",
        "    Обещано",
        "t2  Перезвонить Анне: балкон  12.10.2026, просрочено",
        "",
        "   Разговоры",
        "a4 13.10.2026       заметка                   Перезвонить в среду, обещали смету",
        "a2 10.10.2026 19:40 звонок, недозвон",
        "a1 01.09.2026 10:00 входящий звонок, ответили Спрашивала про окна на балкон",
        "",
        "   Как шло",
        "   → Замер          вс 20.09.2026 12:00",
        "   создана: Заявка  вт 01.09.2026 12:00",
        "",
        "    Сделано",
        "t3  Отправить смету  02.09.2026",
        "",
        "  voronka call d1",
        "",
      ],
    }
  `)
})

test('in English', async () => {
  expect(await screen('d2', '--lang', 'en')).toMatchInlineSnapshot(`
    {
      "err": "",
      "exit": 0,
      "out": [
        "Входная дверь · d2",
        "Заявка, 39 days · ₽80,000",
        "manager: Вера Лис",
        "",
        "    People",
        "c2  Пётр Лис  +79037654321",
        "",
        "    Promised",
        "t1  Согласовать замер  14 Oct 2026 10:00, overdue",
        "",
        "    Talks",
        "a3  12 Oct 2026 11:00  meeting  Замер двери, просит скидку",
        "",
        "   How it went",
        "   created: Заявка  Sat 5 Sep 2026 12:00",
        "",
        "  voronka call d2",
        "",
      ],
    }
  `)
})

test('JSON has it whole', async () => {
  const { out } = await small.run(['show', 'c2', '--format', 'json'])
  expect(JSON.parse(out)).toMatchInlineSnapshot(`
    {
      "activities": [
        {
          "at": "2026-10-12T11:00:00+00:00",
          "company": null,
          "contact": "Пётр Лис",
          "deal": "d2",
          "direction": null,
          "duration": 1800,
          "externalId": null,
          "externalSystem": null,
          "id": "a3",
          "kind": "meeting",
          "manager": "Вера Лис",
          "outcome": null,
          "phone": null,
          "place": null,
          "text": "Замер двери, просит скидку",
        },
      ],
      "birthday": null,
      "company": null,
      "createdAt": "2026-08-31T12:00:00+00:00",
      "deals": [
        {
          "amount": 80000,
          "closedAt": null,
          "company": null,
          "contacts": [
            "Пётр Лис",
          ],
          "createdAt": "2026-09-05T12:00:00+00:00",
          "currency": "RUB",
          "daysInStage": 39,
          "expectedClose": null,
          "externalId": null,
          "externalSystem": null,
          "fields": {},
          "id": "d2",
          "lostReason": null,
          "manager": "Вера Лис",
          "note": null,
          "pipeline": "Окна",
          "product": null,
          "source": null,
          "stage": "Заявка",
          "stageSince": "2026-09-05T12:00:00+00:00",
          "status": "open",
          "tags": [],
          "title": "Входная дверь",
        },
      ],
      "emails": [],
      "externalId": null,
      "externalSystem": null,
      "fields": {},
      "id": "c2",
      "kind": "contact",
      "manager": null,
      "name": "Пётр Лис",
      "note": null,
      "phones": [
        "+79037654321",
      ],
      "position": null,
      "referredBy": null,
      "referredPeople": [],
      "source": null,
      "tags": [],
      "tasks": [
        {
          "company": null,
          "contact": "Пётр Лис",
          "createdAt": "2026-10-13T00:00:00+00:00",
          "deal": "d2",
          "doneAt": null,
          "due": "2026-10-14T10:00:00+00:00",
          "externalId": null,
          "externalSystem": null,
          "id": "t1",
          "manager": "Вера Лис",
          "postponed": 0,
          "priority": "normal",
          "recurrence": null,
          "result": null,
          "state": "open",
          "text": "Согласовать замер",
        },
      ],
      "worksAt": null,
    }
  `)
})

test('other records by their ids', async () => {
  const typed = ['t1', 'a3', 'm1']
  const shown = await Promise.all(typed.map((id) => small.run(['show', id])))
  const own = await Promise.all(
    [
      ['task', 'show', 't1'],
      ['activity', 'show', 'a3'],
      ['manager', 'show', 'm1'],
    ].map((argv) => small.run(argv)),
  )
  expect(shown).toEqual(own)
})

test('a manager by name', async () => {
  expect(await small.run(['show', 'вера'])).toEqual(await small.run(['manager', 'show', 'm1']))
})

test('terminals too narrow for anything, or of a width they do not know', async () => {
  const at = async (terminal: number) => small.run(['show', 'иванова'], { terminal })
  const narrowest = await at(20)
  expect(narrowest.exit).toBe(0)
  for (const width of [1, 2, 7, 19]) expect(await at(width)).toEqual(narrowest)
  expect(await at(0)).toEqual(await at(80))
})

test('a name that several have', async () => {
  await small.run(['contact', 'add', 'Ромашкина Ольга'])
  expect(await small.run(['show', 'рома'])).toMatchInlineSnapshot(`
    {
      "err": "«рома» — подходит не одно (2): c3 Ромашкина Ольга, o1 ООО «Ромашка» (+7 495 123-45-00). Назовите точнее
    ",
      "exit": 1,
      "out": "",
    }
  `)
  const chooser = person(['2'])
  const { out } = await small.run(['show', 'рома'], { terminal: 80, ask: chooser.ask })
  expect([chooser.heard, out.split('\n')[0]]).toMatchInlineSnapshot(`
    [
      [
        "Кого или что из них: «рома»? [1. c3 Ромашкина Ольга | 2. o1 ООО «Ромашка» (+7 495 123-45-00)] ⏎ 2",
      ],
      "ООО «Ромашка» · o1",
    ]
  `)
})

test('a name in another case', async () => {
  const { out, exit } = await small.run(['show', 'Ромашкину'])
  expect([out.split('\n')[0], exit]).toEqual(['Ромашкина Ольга · c3', 0])
  expect((await small.run(['show', 'Ромашкена'])).exit).toBe(1)
})

test('nobody', async () => {
  expect(await small.run(['show', 'кто-то'])).toMatchInlineSnapshot(`
    {
      "err": "Нет ни контакта, ни компании, ни сделки «кто-то». Есть: Ромашкина Ольга, Пётр Лис, Анна Иванова. Все: voronka contact list
    ",
      "exit": 1,
      "out": "",
    }
  `)
})

test('a note of a megabyte is shown whole where there is room, and cut on a screen', async () => {
  const { run } = trial()
  const note = 'x'.repeat(1_000_000)
  await run(['init', '--stages', 'A,B'])
  await run(['contact', 'add', 'Ann'])
  await run(['note', 'c1', note])
  expect((await run(['show', 'c1'])).out).toContain(`  ${note}\n`)
  const { out } = await run(['show', 'c1'], { terminal: 80 })
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
})

test('what is promised stands in the order of its days, meetings among tasks', async () => {
  const { run } = trial({ now: '2026-10-14T12:00' })
  await run(['init', '--stages', 'A,B', '--timezone', 'UTC'])
  await run(['contact', 'add', 'Ann'])
  for (const text of ['papers', 'call 2026-10-16', 'send 2026-10-15 09:00', 'ring 2026-10-15'])
    await run(['task', 'add', text, '--about', 'c1'])
  await run(['meet', 'c1', '--at', '2026-10-15 08:00'])
  const { out } = await run(['show', 'c1'])
  expect(out.match(/^(?:[at]\d)/gm)).toEqual(['t4', 'a1', 't3', 't2', 't1'])
})

test('before a call: the note and own fields of open deals, and the last talks whole', async () => {
  const { run } = trial({ now: '2026-10-14T12:00' })
  const agreed = 'договор подпишет в пятницу в офисе на Лесной, 5, к ней приедет замерщик с образцами профиля'
  for (const line of [
    ['init', '--stages', 'Заявка,Замер', '--timezone', 'UTC', '--lang', 'ru'],
    ['field', 'add', 'Адрес'],
    ['company', 'add', 'Ромашка'],
    ['contact', 'add', 'Анна Белова', '--company', 'o1'],
    ['deal', 'add', 'Балкон', '--contact', 'c1', '--company', 'o1', '--note', `код 45, ${agreed}`],
    ['deal', 'edit', 'd1', '--field', 'Адрес=Лесная, 5'],
    ['call', 'c1', `давний: ${agreed}`, '--at', '2026-10-12 10:00'],
    ['call', 'c1', agreed, '--at', '2026-10-13 10:00'],
    ['call', 'c1', agreed, '--at', '2026-10-14 10:00'],
    ['task', 'add', agreed, '--about', 'c1', '--due', '2026-10-20'],
  ]) {
    const ran = await run(line)
    if (ran.exit !== 0) throw new Error(`${line.join(' ')}: ${ran.err}`)
  }
  const on = async (...words: string[]) => (await run(words, { terminal: 60 })).out.split('\n')
  expect(await on('show', 'c1')).toMatchInlineSnapshot(`
    [
      "Анна Белова · c1",
      "Ромашка o1",
      "",
      "    В деле",
      "d1  Балкон  Заявка, 0 дней",
      "    код 45, договор подпишет в пятницу в офисе на Лесной, 5,",
      "    к ней приедет замерщик с образцами профиля · Адрес:",
      "    Лесная, 5",
      "",
      "   Обещано",
      "t1 договор подпишет в пятницу в офисе на Лесной,  20.10.2026",
      "   5, к ней приедет замерщик с образцами профиля",
      "",
      "   Разговоры",
      "a3 14.10.2026 10:00 звонок, ответи… договор подпишет в",
      "                                    пятницу в офисе на",
      "                                    Лесной, 5, к ней приедет",
      "                                    замерщик с образцами",
      "                                    профиля",
      "a2 13.10.2026 10:00 звонок, ответи… договор подпишет в",
      "                                    пятницу в офисе на",
      "                                    Лесной, 5, к ней приедет",
      "                                    замерщик с образцами",
      "                                    профиля",
      "a1 12.10.2026 10:00 звонок, ответи… давний: договор подпише…",
      "",
      "  voronka call c1",
      "",
    ]
  `)
  expect(await on('show', 'o1')).toMatchInlineSnapshot(`
    [
      "Ромашка · o1",
      "",
      "    Люди",
      "c1  Анна Белова",
      "",
      "    В деле",
      "d1  Балкон  Заявка, 0 дней",
      "    код 45, договор подпишет в пятницу в офисе на Лесной, 5,",
      "    к ней приедет замерщик с образцами профиля · Адрес:",
      "    Лесная, 5",
      "",
      "   Обещано",
      "t1 договор подпишет в пятницу в офисе на Лесной,  20.10.2026",
      "   5, к ней приедет замерщик с образцами профиля",
      "",
      "   Разговоры",
      "a3 14.10.2026 10:00 звонок, ответи… договор подпишет в",
      "                                    пятницу в офисе на",
      "                                    Лесной, 5, к ней приедет",
      "                                    замерщик с образцами",
      "                                    профиля",
      "a2 13.10.2026 10:00 звонок, ответи… договор подпишет в",
      "                                    пятницу в офисе на",
      "                                    Лесной, 5, к ней приедет",
      "                                    замерщик с образцами",
      "                                    профиля",
      "a1 12.10.2026 10:00 звонок, ответи… давний: договор подпише…",
      "",
      "  voronka contact add --company o1",
      "",
    ]
  `)
  const next = await run(['next'], { now: '2026-10-20T09:00' })
  expect(next.out).toMatchInlineSnapshot(`
    "сегодня  Анна Белова

    договор подпишет в пятницу в офисе на Лесной, 5, к ней приедет замерщик с образцами профиля · d1
      d1 Балкон: код 45, договор подпишет в пятницу в офисе на Лесной, 5, к ней приедет замерщик с образцами профиля · Адрес: Лесная, 5
      14.10.2026 10:00  звонили мы · ответили · договор подпишет в пятницу в офисе на Лесной, 5, к ней приедет замерщик с образцами профиля
      13.10.2026 10:00  звонили мы · ответили · договор подпишет в пятницу в офисе на Лесной, 5, к ней приедет замерщик с образцами профиля
      12.10.2026 10:00  звонили мы · ответили · давний: договор подпишет в пятницу в офисе на Лесной, 5, к ней приедет замерщик с образцами профиля

      voronka done t1
    "
  `)
})

import { writeFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { type Trial, trial } from './world.ts'

let room: Trial

/** A Wednesday; the workspace was filled in the days before it. */
const NOW = '2026-10-14T12:00'
const AT = { now: NOW }

beforeEach(async () => {
  room = trial({ now: NOW })
  const lines: [string, ...string[]][] = [
    [
      '2026-09-01',
      'init',
      '--stages',
      'Заявка,Замер,Счёт',
      '--currency',
      'RUB',
      '--timezone',
      'Europe/Moscow',
    ],
    ['2026-09-01', 'manager', 'add', 'Анна Белова'],
    ['2026-09-01', 'manager', 'add', 'Борис Ким'],
    ['2026-09-01', 'me', 'Анна'],
    ['2026-09-01', 'contact', 'add', 'Пётр Лис', '--phone', '+79161234567', '--manager', 'Анна'],
    ['2026-09-01', 'contact', 'add', 'Ольга Мороз', '--phone', '+79031112233', '--manager', 'Борис'],
    ['2026-09-02', 'deal', 'add', 'Балкон', '--contact', 'Пётр', '--amount', '120000', '--manager', 'Анна'],
    ['2026-09-03', 'call', 'c1', 'прошу замер'],
    ['2026-09-03', 'deal', 'move', 'd1', 'Замер'],
    ['2026-10-12T10:00', 'deal', 'add', 'Окна', '--contact', 'Ольга', '--manager', 'Борис'],
    ['2026-10-13T10:00', 'deal', 'add', 'Дверь', '--manager', ''],
    ['2026-10-13T19:40', 'call', 'Пётр', '--outcome', 'missed', '--deal', 'none'],
    ['2026-10-10', 'task', 'add', 'перезвонить', '--about', 'c1', '--due', '2026-10-12'],
    ['2026-10-10', 'task', 'add', 'согласовать замер', '--about', 'c1', '--due', '2026-10-14 18:00'],
    [
      '2026-10-10',
      'task',
      'add',
      'отправить договор',
      '--about',
      'c2',
      '--due',
      '2026-10-15',
      '--manager',
      'Борис',
    ],
    ['2026-10-10', 'meet', 'c1', '--at', '2026-10-14 15:00', '--place', 'у заказчика'],
  ]
  for (const [now, ...line] of lines) {
    const ran = await room.run(line, { now })
    if (ran.exit !== 0) throw new Error(`${line.join(' ')}: ${ran.err}`)
  }
})

test('my day, on a terminal', async () => {
  expect(await room.run(['today', '--lang', 'ru'], { ...AT, terminal: 80 })).toMatchInlineSnapshot(`
    {
      "err": "",
      "exit": 0,
      "out": "Ср, 14 октября · Анна Белова + ничьи · просрочено 1, на сегодня 4, завтра 0

    когда                кто          что                              сумма команда
    просрочено 2 дн      Пётр Лис     перезвонить · Балкон         120 000 ₽ done t1
                         +79161234567
    пропущен вчера 19:40 Пётр Лис     не перезвонили                         call c1
    заявка вчера 10:00                Дверь                                  call d3
    сегодня 15:00        Пётр Лис     встреча · у заказчика ·      120 000 ₽ done a3
                         +79161234567 Балкон
    сегодня 18:00        Пётр Лис     согласовать замер            120 000 ₽ done t2

    В деле: Замер 1                                                     на 120 000 ₽
    Дальше: voronka next — по очереди · done t1 · call c1 · add — новая заявка
    ",
    }
  `)
})

test('everyone’s day, on a terminal: one line for a thing, colleagues by their first names', async () => {
  expect(
    (await room.run(['today', '--all', '--lang', 'ru'], { ...AT, terminal: 80 })).out,
  ).toMatchInlineSnapshot(`
    "Ср, 14 октября · все менеджеры · просрочено 1, на сегодня 4, завтра 1

    когда                кто          что                           менеджер команда
    просрочено 2 дн      Пётр Лис     перезвонить · Балкон          Анна     done t1
                         +79161234567
    пропущен вчера 19:40 Пётр Лис     не перезвонили                Анна     call c1
    заявка вчера 10:00                Дверь                         ничья    call d3
    сегодня 15:00        Пётр Лис     встреча · у заказчика ·       Анна     done a3
                         +79161234567 Балкон
    сегодня 18:00        Пётр Лис     согласовать замер             Анна     done t2
    завтра               Ольга Мороз  отправить договор             Борис    done t3

    В деле: Заявка 2 · Замер 1                                          на 120 000 ₽
    Дальше: voronka next — по очереди · done t1 · call c1 · add — новая заявка
    "
  `)
})

test('a plan is a line of its own; a long text ends in the second line', async () => {
  await room.run(['plan', 'set', 'revenue', '1000000', '--manager', 'Анна'], AT)
  const text = 'спросить, выбрали ли они ручки, и напомнить о задатке до конца недели'
  await room.run(['task', 'add', text, '--about', 'c1', '--due', '2026-10-14', '--quiet'], AT)
  expect((await room.run(['today', '--lang', 'ru'], { ...AT, terminal: 80 })).out).toMatchInlineSnapshot(`
    "Ср, 14 октября · Анна Белова + ничьи · просрочено 1, на сегодня 5, завтра 0
    План на месяц: сделано 0 %, прошло 45 % рабочих дней

    когда                кто          что                              сумма команда
    просрочено 2 дн      Пётр Лис     перезвонить · Балкон         120 000 ₽ done t1
                         +79161234567
    пропущен вчера 19:40 Пётр Лис     не перезвонили                         call c1
    заявка вчера 10:00                Дверь                                  call d3
    сегодня              Пётр Лис     спросить, выбрали ли они     120 000 ₽ done t4
                         +79161234567 ручки, и напомнить о задатк…
    сегодня 15:00        Пётр Лис     встреча · у заказчика ·      120 000 ₽ done a3
                                      Балкон
    сегодня 18:00        Пётр Лис     согласовать замер            120 000 ₽ done t2

    В деле: Замер 1                                                     на 120 000 ₽
    Дальше: voronka next — по очереди · done t1 · call c1 · add — новая заявка
    "
  `)
})

test('everyone’s day, of a script', async () => {
  const ran = await room.run(['today', '--all', '--format', 'json'], AT)
  expect(JSON.parse(ran.out)).toMatchInlineSnapshot(`
    {
      "currency": "RUB",
      "date": "2026-10-14",
      "inWork": [
        {
          "amount": 0,
          "deals": 2,
          "pipeline": "Sales",
          "stage": "Заявка",
        },
        {
          "amount": 120000,
          "deals": 1,
          "pipeline": "Sales",
          "stage": "Замер",
        },
      ],
      "items": [
        {
          "activity": null,
          "amount": 120000,
          "attempts": null,
          "command": "voronka done t1",
          "company": null,
          "contact": "Пётр Лис",
          "contactId": "c1",
          "currency": "RUB",
          "deal": "d1",
          "due": "2026-10-12",
          "kind": "overdue",
          "manager": "Анна Белова",
          "phone": "+79161234567",
          "place": null,
          "since": null,
          "task": "t1",
          "text": "перезвонить",
        },
        {
          "activity": "a2",
          "amount": null,
          "attempts": null,
          "command": "voronka call c1",
          "company": null,
          "contact": "Пётр Лис",
          "contactId": "c1",
          "currency": null,
          "deal": null,
          "due": null,
          "kind": "missedCall",
          "manager": "Анна Белова",
          "phone": "+79161234567",
          "place": null,
          "since": "2026-10-13T19:40:00+03:00",
          "task": null,
          "text": null,
        },
        {
          "activity": null,
          "amount": null,
          "attempts": 0,
          "command": "voronka call d3",
          "company": null,
          "contact": null,
          "contactId": null,
          "currency": null,
          "deal": "d3",
          "due": null,
          "kind": "unassigned",
          "manager": null,
          "phone": null,
          "place": null,
          "since": "2026-10-13T10:00:00+03:00",
          "task": null,
          "text": "Дверь",
        },
        {
          "activity": "a3",
          "amount": 120000,
          "attempts": null,
          "command": "voronka done a3",
          "company": null,
          "contact": "Пётр Лис",
          "contactId": "c1",
          "currency": "RUB",
          "deal": "d1",
          "due": "2026-10-14T15:00:00+03:00",
          "kind": "today",
          "manager": "Анна Белова",
          "phone": "+79161234567",
          "place": "у заказчика",
          "since": null,
          "task": null,
          "text": null,
        },
        {
          "activity": null,
          "amount": 120000,
          "attempts": null,
          "command": "voronka done t2",
          "company": null,
          "contact": "Пётр Лис",
          "contactId": "c1",
          "currency": "RUB",
          "deal": "d1",
          "due": "2026-10-14T18:00:00+03:00",
          "kind": "today",
          "manager": "Анна Белова",
          "phone": "+79161234567",
          "place": null,
          "since": null,
          "task": "t2",
          "text": "согласовать замер",
        },
        {
          "activity": null,
          "amount": null,
          "attempts": null,
          "command": "voronka done t3",
          "company": null,
          "contact": "Ольга Мороз",
          "contactId": "c2",
          "currency": null,
          "deal": "d2",
          "due": "2026-10-15",
          "kind": "tomorrow",
          "manager": "Борис Ким",
          "phone": "+79031112233",
          "place": null,
          "since": null,
          "task": "t3",
          "text": "отправить договор",
        },
      ],
      "managers": null,
      "now": "2026-10-14T12:00:00+03:00",
      "plan": null,
      "schema": "voronka.today/1",
      "timezone": "Europe/Moscow",
    }
  `)
})

test('whose day it is', async () => {
  const kinds = async (...words: string[]) => {
    const { out } = await room.run(['today', ...words, '--format', 'csv'], AT)
    const rows = out.trim().split('\n').slice(1)
    return rows.map((line) => line.split(',').slice(0, 3).join(' '))
  }
  expect([
    await kinds('--manager', 'Борис'),
    await kinds('--manager', 'Анна', '--manager', 'Борис'),
  ]).toMatchInlineSnapshot(`
    [
      [
        "unassigned  ",
        "tomorrow Борис Ким Ольга Мороз",
      ],
      [
        "overdue Анна Белова Пётр Лис",
        "missedCall Анна Белова Пётр Лис",
        "unassigned  ",
        "today Анна Белова Пётр Лис",
        "today Анна Белова Пётр Лис",
        "tomorrow Борис Ким Ольга Мороз",
      ],
    ]
  `)
  expect(await room.run(['today', '--all', '--manager', 'Анна'], AT)).toEqual({
    exit: 2,
    out: '',
    err: 'Either --manager or --all: leave one of them out\n',
  })
})

test('a past day is as it was: what was done, put off or taken away since is not yet', async () => {
  const before = await room.run(['today', '--format', 'json'], AT)
  for (const line of [
    ['done', 't1', 'договорились'],
    ['task', 'edit', 't2', '--due', '2026-10-20'],
    ['call', 'c1', 'перезвонил'],
    ['done', 'a3'],
    ['deal', 'move', 'd1', 'Счёт'],
    ['task', 'rm', 't3'],
  ])
    expect((await room.run(line, { now: '2026-10-16' })).exit).toBe(0)
  expect(await room.run(['today', '--format', 'json'], AT)).toEqual(before)
  expect(
    (await room.run(['today', '--lang', 'ru'], { now: '2026-10-16', terminal: 80 })).out,
  ).toMatchInlineSnapshot(`
    "Пт, 16 октября · Анна Белова + ничьи · на сегодня 1, завтра 0

    когда        кто  что    сумма  команда
    заявка 3 дн       Дверь         call d3

    В деле: Счёт 1                                                      на 120 000 ₽
    Дальше: voronka next — по очереди · call d3 · add — новая заявка
    "
  `)
})

test('what came in a full copy was there before it was restored', async () => {
  const before = await room.run(['today', '--all', '--format', 'json'], AT)
  const copy = trial({ now: '2026-10-16' })
  writeFileSync(copy.path('copy.json'), (await room.run(['export', 'all'], AT)).out)
  expect((await copy.run(['import', 'all', copy.path('copy.json')])).exit).toBe(0)
  expect(await copy.run(['today', '--all', '--format', 'json'], AT)).toEqual(before)
})

test('a lead whom nobody has reached stays, however often they tried', async () => {
  const lead = async (now: string) => {
    const ran = await room.run(['today', '--all', '--lang', 'ru'], { now })
    const [line = ''] = ran.out.split('\n').filter((one) => one.includes('Окна'))
    return line.replaceAll(/ {2,}/g, ' | ')
  }
  const call = ['call', 'c2', '--outcome', 'no-answer']
  await room.run(['task', 'rm', 't3'], AT)
  expect(await lead('2026-10-14T12:00')).toMatchInlineSnapshot(
    `"заявка 2 дн | Ольга Мороз | +79031112233 | Окна | Борис Ким | call c2"`,
  )
  await room.run(call, { now: '2026-10-14T12:30' })
  expect(await lead('2026-10-15T09:00')).toMatchInlineSnapshot(
    `"заявка 3 дн | Ольга Мороз | +79031112233 | 1 попытка, вчера 12:30 · Окна | Борис Ким | call c2"`,
  )
  await room.run([...call, '--deal', 'd2'], { now: '2026-10-15T15:20' })
  expect(await lead('2026-10-16T09:00')).toMatchInlineSnapshot(
    `"заявка 4 дн | Ольга Мороз | +79031112233 | 2 попытки, вчера 15:20 · Окна | Борис Ким | call c2"`,
  )
  const { items } = JSON.parse(
    (await room.run(['today', '--all', '--format', 'json'], { now: '2026-10-16T09:00' })).out,
  ) as { items: { deal: string | null; attempts: number | null }[] }
  expect(items.filter(({ deal }) => deal === 'd2').map(({ attempts }) => attempts)).toEqual([2])
  // Read as of a moment before the second.
  expect(await lead('2026-10-15T09:00')).toMatchInlineSnapshot(
    `"заявка 3 дн | Ольга Мороз | +79031112233 | 1 попытка, вчера 12:30 · Окна | Борис Ким | call c2"`,
  )
  // It is answered for all that: somebody tried.
  const { total } = JSON.parse(
    (await room.run(['response', '--period', 'all', '--format', 'json'], { now: '2026-10-16' })).out,
  ) as { total: unknown }
  expect(total).toMatchInlineSnapshot(`
    {
      "answered": 2,
      "inquiries": 4,
      "late": 4,
      "lateHigh": 1,
      "lateLow": 0.5101,
      "lateShare": 1,
      "medianHours": 37.25,
      "p90Hours": 50.5,
      "timed": 4,
      "unanswered": 2,
    }
  `)
  for (const line of [
    ['task', 'add', 'дозвониться', '--about', 'd2', '--due', '2026-10-20'],
    ['deal', 'move', 'd2', 'Замер'],
    ['lost', 'd2'],
    ['mail', 'c2', 'предложение'],
    ['call', 'c2', 'договорились'],
  ]) {
    await room.run(line, { now: '2026-10-16T08:00' })
    expect({ line, lead: await lead('2026-10-16T09:00') }).toEqual({ line, lead: '' })
    expect((await room.run(['undo'], { now: '2026-10-16T08:00' })).exit).toBe(0)
  }
})

test('who called when nobody was there waits, and was not spoken to', async () => {
  const called = async (id: number, at: string) => {
    const stdin = `id,kind,direction,date,phone\n${id},call,in,${at},+79031112233\n`
    expect((await room.run(['import', 'activities', '-'], { ...AT, stdin })).exit).toBe(0)
  }
  const silent = async () => {
    const { rows } = JSON.parse(
      (await room.run(['stuck', '--format', 'json'], { now: '2026-11-20' })).out,
    ) as { rows: { deal: string; lastContact: string | null }[] }
    return rows.filter(({ deal }) => deal === 'd2').map(({ lastContact }) => lastContact)
  }
  await called(1, '2026-10-13 21:00')
  expect(await silent()).toEqual([null])
  await called(2, '2026-10-13 11:00')
  expect(await silent()).toEqual(['2026-10-13T11:00:00+03:00'])
})

test('stuck and silent deals', async () => {
  await room.run(['stage', 'edit', 'Замер', '--norm', '10'])
  expect((await room.run(['stuck', '--lang', 'ru'], AT)).out).toMatchInlineSnapshot(`
    "Застрявшие и без связи · воронка «Sales»
    на 14.10.2026, Москва · все менеджеры · застряли 1, без связи 0 из 3 в деле

    сделка  название  этап   менеджер  дней  норма ▲ ○  последняя связь
    d1      Балкон    Замер  Анна        41     10 ▲    03.09.2026

    ▲ застряла: на этапе дольше нормы или дольше, чем 9 из 10 выигранных.
    ○ без связи: 14 дней никто не связывался, и ничего не назначено.
    "
  `)
  expect((await room.run(['stuck', '--by', 'manager'], AT)).out).toMatchInlineSnapshot(`
    "Stuck and silent · pipeline "Sales"
    as of 14 Oct 2026, Moscow · all managers · stuck 1, silent 0 of 3 in work

    manager      stuck  silent  in work
    Анна Белова      1       0        1
    Борис Ким        0       0        1
    no manager       0       0        1
    Total            1       0        3

    stuck: longer in its stage than the norm, or than 9 of 10 won deals took.
    silent: no contact for 14 days and nothing planned.
    "
  `)
  expect(JSON.parse((await room.run(['stuck', '--format', 'json'], AT)).out)).toMatchInlineSnapshot(`
    {
      "asOf": "2026-10-14",
      "currency": "RUB",
      "filters": {},
      "knownAt": null,
      "lateActivities": 0,
      "lateEntries": 0,
      "lateRecords": 0,
      "open": 3,
      "period": {
        "from": null,
        "label": "all",
        "until": null,
      },
      "pipeline": "Sales",
      "rows": [
        {
          "amount": 120000,
          "currency": "RUB",
          "days": 41,
          "deal": "d1",
          "lastContact": "2026-09-03T12:00:00+03:00",
          "manager": "Анна Белова",
          "norm": 10,
          "silent": false,
          "stage": "Замер",
          "stuck": true,
          "title": "Балкон",
        },
      ],
      "schema": "voronka.stuck/1",
      "timezone": "Europe/Moscow",
    }
  `)
  expect((await room.run(['stuck', '--by', 'source'], AT)).err).toBe(
    'This report is summed up by manager only, not by "source"\n',
  )
})

test('nobody waits and nothing is due', async () => {
  const empty = trial({ now: NOW })
  await empty.run(['init', '--stages', 'New'])
  expect(await empty.run(['today'], { terminal: 80 })).toMatchInlineSnapshot(`
    {
      "err": "",
      "exit": 0,
      "out": "Wed, 14 October · today 0, tomorrow 0

    Nothing is to be done: nobody waits, nothing is due.

    Next: add – a new inquiry
    ",
    }
  `)
})

test('bare: the day on a terminal, help off it, and three ways in where there is no workspace', async () => {
  expect(await room.run(['--lang', 'ru'], { ...AT, terminal: 80 })).toEqual(
    await room.run(['today', '--lang', 'ru'], { ...AT, terminal: 80 }),
  )
  expect(await room.run([], AT)).toEqual(await room.run(['help'], AT))
  const nowhere = trial()
  expect((await nowhere.run(['--lang', 'ru'], { terminal: 80 })).out).toMatchInlineSnapshot(`
    "Базы ещё нет. Начать можно так:

      voronka demo                    осмотреться на примере
      voronka init --from сделки.csv  загрузить файл со сделками
      voronka init                    начать с чистого листа

    Все команды: voronka help
    "
  `)
  expect((await nowhere.run([], { terminal: 80 })).out).toMatchInlineSnapshot(`
    "There is no workspace yet. Three ways in:

      voronka demo                    look around in sample data
      voronka init --from deals.csv   begin with a file of deals
      voronka init                    begin from scratch

    All commands: voronka help
    "
  `)
})

test('whose day it is may stand behind the command', async () => {
  const ofBoris = await room.run(['today', '--manager', 'Борис Ким', '--lang', 'ru'])
  expect(await room.run(['today', 'Борис', '--lang', 'ru'])).toEqual(ofBoris)
  expect(await room.run(['сегодня', 'Борис', 'Ким', '--lang', 'ru'])).toEqual(ofBoris)
  expect((await room.run(['next', 'Вера', '--lang', 'ru'])).err).toBe(
    'Нет менеджера «Вера». Есть: Анна Белова, Борис Ким. Все: voronka manager list\n',
  )
})

test('the head says whose day it is, and counts the lines', async () => {
  for (const [at, ...line] of [
    ['2026-08-01', 'deal', 'add', 'Навес', '--contact', 'Ольга', '--manager', 'Борис', '--stage', 'Счёт'],
    ['2026-08-01', 'stage', 'edit', 'Счёт', '--norm', '3'],
  ] as const)
    await room.run(line, { now: at })
  const screen = async (...line: string[]) => (await room.run(['today', ...line, '--lang', 'ru'], AT)).out
  const heads = [
    await screen(),
    await screen('--all'),
    await screen('Борис'),
    await screen('сегодня', 'Борис'),
  ]
  expect(heads.map((text) => text.split('\n\n')[0])).toMatchInlineSnapshot(`
    [
      "Ср, 14 октября · Анна Белова + ничьи · просрочено 1, на сегодня 4, завтра 0",
      "Ср, 14 октября · все менеджеры
    просрочено 1, на сегодня 4, завтра 1, застряли 1",
      "Ср, 14 октября · Борис Ким + ничьи · на сегодня 1, завтра 1, застряли 1",
      "Ср, 14 октября · Борис Ким + ничьи · на сегодня 1, завтра 1, застряли 1",
    ]
  `)
  const [head = '', list = ''] = (await screen('--all')).split('\n\n')
  const counted = [...head.matchAll(/ (\d+)(?:,|$)/g)].reduce((sum, [, n]) => sum + Number(n), 0)
  expect(counted).toBe(list.split('\n').length - 1)
})

test('where all of the team’s list is of one, the head says so and no column does', async () => {
  const solo = trial({ now: NOW })
  for (const line of [
    ['init', '--stages', 'Заявка', '--lang', 'ru', '--timezone', 'Europe/Moscow'],
    ['manager', 'add', 'Анна'],
    ['manager', 'add', 'Борис'],
    ['task', 'add', 'смета', '--due', '2026-10-14', '--manager', 'Анна'],
    ['task', 'add', 'договор', '--due', '2026-10-14', '--manager', 'Анна'],
  ])
    await solo.run(line)
  const shown = [await solo.run(['today']), await solo.run(['task', 'list'])]
  await solo.run(['task', 'edit', 't1', '--manager', 'Борис'])
  shown.push(await solo.run(['task', 'list']))
  expect(shown.map(({ out }) => out).join('\n')).toMatchInlineSnapshot(`
    "Ср, 14 октября · Анна, у остальных пусто · на сегодня 2, завтра 0

    когда    кто  телефон  что      сумма  команда
    сегодня                смета           done t1
    сегодня                договор         done t2

    Дальше: voronka next — по очереди · done t1 · done t2 · add — новая заявка

    менеджер: Анна

    id  срок        задача   состояние  приоритет  контакт
    t1  14.10.2026  смета    открыта
    t2  14.10.2026  договор  открыта

    id  срок        задача   состояние  приоритет  менеджер  контакт
    t1  14.10.2026  смета    открыта               Борис
    t2  14.10.2026  договор  открыта               Анна
    "
  `)
  const { out } = await solo.run(['task', 'list', '--manager', 'Анна', '--format', 'csv'])
  expect(out.split('\n')[0]).toContain('manager')
})

test('a task that says only to get in touch names the deal, or the only open one of whom it is with', async () => {
  const lines = async () => {
    const { out } = await room.run(['today', '--lang', 'ru'], { ...AT, terminal: 120 })
    return out.split('\n').filter((line) => /связаться|смета/.test(line))
  }
  for (const text of ['связаться утром', 'смета'])
    await room.run(['task', 'add', text, '--about', 'c1', '--deal', 'none', '--due', '2026-10-14'], AT)
  expect(await lines()).toMatchInlineSnapshot(`
    [
      "сегодня               Пётр Лис  +79161234567  связаться утром · Балкон                   done t4",
      "сегодня               Пётр Лис  +79161234567  смета                                      done t5",
    ]
  `)
  await room.run(['deal', 'add', 'Окна', '--contact', 'c1'], AT)
  expect(await lines()).toMatchInlineSnapshot(`
    [
      "сегодня               Пётр Лис  +79161234567  связаться утром                            done t4",
      "сегодня               Пётр Лис  +79161234567  смета                                      done t5",
    ]
  `)
})

test('one by one goes what is for today: a day ahead is refused, today is said in vain', async () => {
  const texts: string[] = []
  for (const lang of ['en', 'ru', 'uk'])
    for (const line of [['завтра'], ['tomorrow', 'Борис'], ['сегодня', 'Борис']]) {
      const { exit, err } = await room.run(['next', ...line, '--lang', lang], AT)
      texts.push(`${exit} ${err}`)
    }
  expect(texts.join('')).toMatchInlineSnapshot(`
    "2 One by one goes what is for today. What is for tomorrow: voronka today tomorrow
    2 One by one goes what is for today. What is for tomorrow: voronka today tomorrow Борис
    0 2 По очереди идут дела на сегодня. Что на завтра: voronka today завтра
    2 По очереди идут дела на сегодня. Что на завтра: voronka today завтра Борис
    0 2 По черзі йдуть справи на сьогодні. Що на завтра: voronka today завтра
    2 По черзі йдуть справи на сьогодні. Що на завтра: voronka today завтра Борис
    0 "
  `)
})

import { beforeEach, expect, test } from 'vitest'
import { EXIT, UserError } from '../../src/errors.ts'
import { person } from '../support/person.ts'
import { type Trial, trial } from './world.ts'

let room: Trial
const NOW = '2026-10-14T12:00'

beforeEach(async () => {
  room = trial({ now: NOW })
  const lines: [string, ...string[]][] = [
    ['2026-09-01', 'init', '--stages', 'Заявка,Замер', '--currency', 'RUB', '--timezone', 'Europe/Moscow'],
    ['2026-09-01', 'contact', 'add', 'Пётр Лис', '--phone', '+79161234567'],
    ['2026-09-01', 'contact', 'add', 'Ольга Мороз', '--phone', '+79031112233'],
    ['2026-10-12', 'deal', 'add', 'Балкон', '--contact', 'Пётр', '--amount', '120000'],
    ['2026-10-12', 'call', 'c1', 'прошу замер'],
    ['2026-10-13T19:40', 'call', 'c2', '--outcome', 'missed'],
    ['2026-10-12', 'task', 'add', 'перезвонить', '--about', 'c1', '--due', '2026-10-13'],
    ['2026-10-12', 'task', 'add', 'смета', '--about', 'c1', '--due', '2026-10-14'],
  ]
  for (const [now, ...line] of lines) {
    const ran = await room.run(line, { now })
    if (ran.exit !== 0) throw new Error(`${line.join(' ')}: ${ran.err}`)
  }
})

test('off a terminal: what is first, and the command for it', async () => {
  expect(await room.run(['next', '--lang', 'ru'])).toMatchInlineSnapshot(`
    {
      "err": "",
      "exit": 0,
      "out": "просрочено 1 дн  Пётр Лис  +79161234567

    перезвонить · Балкон · d1 · 120 000 ₽
      12.10.2026 12:00  звонили мы · ответили · прошу замер

      voronka done t1
    ",
    }
  `)
  const { out } = await room.run(['next', '--format', 'json'])
  expect(JSON.parse(out).command).toBe('voronka done t1')
})

test('one after another: each is written at once, as one operation', async () => {
  const one = person([
    ...['позвонили: поговорили', 'ждут смету', 'перезвонить 16.10 10:00'],
    ...['позвонили: недозвон', '', ''],
    ...['отложить', '20.10'],
  ])
  const ran = await room.run(['next', '--lang', 'ru'], { terminal: 80, ask: one.ask })
  expect(ran).toMatchInlineSnapshot(`
    {
      "err": "
    1/3  просрочено 1 дн  Пётр Лис  +79161234567

    перезвонить · Балкон · d1 · 120 000 ₽
      12.10.2026 12:00  звонили мы · ответили · прошу замер

    Записано
    Дальше t3: пт 16.10.2026 10:00 — перезвонить

    2/3  пропущен вчера 19:40  Ольга Мороз  +79031112233

    не перезвонили
      13.10.2026 19:40  звонили нам · пропущенный

    Записано

    3/3  сегодня  Пётр Лис  +79161234567

    смета · d1 · 120 000 ₽
      14.10.2026 12:00  звонили мы · ответили · ждут смету
      12.10.2026 12:00  звонили мы · ответили · прошу замер

    t2 смета: ср 14.10.2026 → вт 20.10.2026
    Записано: 3. На сегодня всё
    ",
      "exit": 0,
      "out": "",
    }
  `)
  expect(one.heard).toMatchInlineSnapshot(`
    [
      "Что вышло? [позвонили: поговорили | позвонили: недозвон | написали письмо | написали сообщение | сделано …] ⏎ позвонили: поговорили",
      "В двух словах (можно пусто): () ⏎ ждут смету",
      "Что дальше и когда (можно пусто): () ⏎ перезвонить 16.10 10:00",
      "Что вышло? [позвонили: поговорили | позвонили: недозвон | написали письмо | написали сообщение | отложить …] ⏎ позвонили: недозвон",
      "В двух словах (можно пусто): () ⏎ ",
      "Что дальше и когда (можно пусто): () ⏎ ",
      "Что вышло? [позвонили: поговорили | позвонили: недозвон | написали письмо | написали сообщение | сделано …] ⏎ отложить",
      "На когда? (Enter — завтра; завтра 10:00, понедельник после обеда, на час, через 3 дня) () ⏎ 20.10",
    ]
  `)
  expect((await room.run(['task', 'list', '--format', 'csv'])).out).toMatchInlineSnapshot(`
    "id,due,text,state,priority,manager,contact,company,deal,doneAt,result,recurrence,postponed,createdAt,externalId,externalSystem
    t3,2026-10-16T10:00:00+03:00,перезвонить,open,normal,,Пётр Лис,,d1,,,,0,2026-10-14T12:00:00+03:00,,
    t2,2026-10-20,смета,open,normal,,Пётр Лис,,d1,,,,1,2026-10-12T12:00:00+03:00,,
    t1,2026-10-13,перезвонить,done,normal,,Пётр Лис,,d1,2026-10-14T12:00:00+03:00,ждут смету,,0,2026-10-12T12:00:00+03:00,,
    "
  `)
  expect((await room.run(['journal', '--limit', '3', '--format', 'csv'])).out).toMatchInlineSnapshot(`
    "operation,at,command,state,what
    11,2026-10-14T12:00:00+03:00,next --lang ru,,task t2 Пётр Лис “смета”: due Wed 14 Oct 2026 → Tue 20 Oct 2026
    10,2026-10-14T12:00:00+03:00,next --lang ru,,call a4 Ольга Мороз
    9,2026-10-14T12:00:00+03:00,next --lang ru,,call a3 Пётр Лис “ждут смету”; task done: t1 Пётр Лис “перезвонить”: ждут смету; new task t3 Пётр Лис “перезвонить”
    "
  `)
})

test('what was answered before Ctrl-C stays, and nothing of what was not', async () => {
  const one = person(['сделано', 'ок', '', 'позвонили: поговорили', null])
  const ran = await room.run(['next', '--lang', 'ru'], { terminal: 80, ask: one.ask })
  expect(ran.exit).toBe(130)
  const left = JSON.parse((await room.run(['today', '--format', 'json'])).out)
  expect(left.items.map(({ command }: { command: string }) => command)).toEqual([
    'voronka call c2',
    'voronka done t2',
  ])
})

test('an answer that cannot be read is asked for again; skipped things come no more', async () => {
  const one = person([
    ...['позвонили: поговорили', '', 'перезвонить 32.13'],
    ...['пропустить', 'пропустить', 'пропустить'],
  ])
  const ran = await room.run(['next', '--lang', 'ru'], { terminal: 80, ask: one.ask })
  expect([ran.exit, ran.err.trim().split('\n').at(-1)]).toEqual([0, 'Записано: 0. Осталось: 3'])
})

test('left half-way, what was written stays, and that is said', async () => {
  const { ask } = person(['позвонили: поговорили', 'ждут смету', ''])
  const find = ask.find
  let asked = 0
  const leaving = {
    ...ask,
    find: (async (...of: Parameters<typeof find>) => {
      asked += 1
      if (asked > 1) throw new UserError((w) => w.cli.cancelled, EXIT.cancelled)
      return find(...of)
    }) as typeof find,
  }
  const ran = await room.run(['next', '--lang', 'ru'], { terminal: 80, ask: leaving })
  expect([ran.exit, ran.err.split('\n').at(-2)]).toEqual([130, 'Прервано. Записано: 1; последнее — нет'])
})

test('a lead with something planned is not told of again; what rules have due is told of', async () => {
  await room.run(['add', 'Лев Тихий, +79051112233, дверь'])
  const kinds = async () =>
    (
      JSON.parse((await room.run(['today', '--format', 'json'])).out).items as {
        kind: string
        deal: string
      }[]
    )
      .filter(({ deal }) => deal === 'd2')
      .map(({ kind }) => kind)
  expect(await kinds()).toEqual(['unanswered'])
  await room.run(['task', 'add', 'замер', '--deal', 'd2', '--due', '2026-10-15'])
  expect(await kinds()).toEqual(['tomorrow'])
  await room.run(['rule', 'add', '--stay', 'Заявка', '--days', '3', '--task', 'спросить'])
  const screen = await room.run(['today', '--lang', 'ru'], { terminal: 80, now: '2026-10-20T09:00' })
  expect(screen.out.split('\n').filter((line) => line.startsWith('По правилам'))).toEqual([
    'По правилам пора, но ещё не сделано: 2. Сделать: voronka rule run',
  ])
})

test('a thing that somebody else dealt with meanwhile is passed over, and that is said', async () => {
  const through = async (meanwhile: string[], ...answers: string[]) => {
    let isDone = false
    const one = person([...answers, 'закончить'], async () => {
      if (!isDone) expect((await room.run(meanwhile)).exit).toBe(0)
      isDone = true
    })
    const ran = await room.run(['next', '--lang', 'ru'], { terminal: 80, ask: one.ask })
    expect(ran.exit).toBe(0)
    while ((await lastCommand()).startsWith('next')) await room.run(['undo'])
    expect((await room.run(['undo'])).exit).toBe(0)
    expect((await room.run(['doctor'])).exit).toBe(0)
    return ran.err.split('\n').filter((line) => /^(t\d|Записано|Дальше)/.test(line))
  }
  const lastCommand = async () => {
    const { out } = await room.run(['journal', '--format', 'json', '--limit', '50'])
    const entries = JSON.parse(out) as { command: string; state: string | null }[]
    return entries.find(({ command, state }) => state === null && !command.startsWith('undo'))?.command ?? ''
  }
  const gone = 't1 за это время уже закрыл или удалил кто-то другой'
  expect(await through(['done', 't1'], 'сделано', 'сама', '')).toEqual([gone, 'Записано: 0. Осталось: 2'])
  expect(await through(['task', 'rm', 't1'], 'отложить', '20.10')).toEqual([gone, 'Записано: 0. Осталось: 2'])
  expect(await through(['done', 't1'], 'отложить', '20.10')).toEqual([gone, 'Записано: 0. Осталось: 2'])
  // What was said to the client is written all the same.
  expect(
    await through(['task', 'rm', 't1'], 'позвонили: поговорили', 'ждут', 'прислать 16.10 10:00'),
  ).toEqual(['Записано', gone, 'Дальше t3: пт 16.10.2026 10:00 — прислать', 'Записано: 1. Осталось: 2'])
})

test('a meeting did not take place; a deal is lost', async () => {
  await room.run(['meet', 'c2', 'показ', '--at', '2026-10-13 18:00'], { now: '2026-10-12' })
  const one = person([
    ...['сказали нет', 'дорого', ''],
    ...['не состоялась', 'заболела', 'встреча пт 11'],
    'закончить',
  ])
  const ran = await room.run(['next', '--lang', 'ru'], { terminal: 80, ask: one.ask })
  expect(one.heard).toMatchInlineSnapshot(`
    [
      "Что вышло? [позвонили: поговорили | позвонили: недозвон | написали письмо | написали сообщение | сделано …] ⏎ сказали нет",
      "Почему отказ? (Enter — не сказано) () ⏎ дорого",
      "Что дальше и когда (можно пусто): () ⏎ ",
      "Что вышло? [состоялась | не состоялась | отложить | пропустить | закончить] ⏎ не состоялась",
      "В двух словах (можно пусто): () ⏎ заболела",
      "Что дальше и когда (можно пусто): () ⏎ встреча пт 11",
      "Что вышло? [позвонили: поговорили | позвонили: недозвон | написали письмо | написали сообщение | отложить …] ⏎ закончить",
    ]
  `)
  expect(
    ran.err.split('\n').filter((line) => /^(?:Записано|Дальше|Задачи)/.test(line)),
  ).toMatchInlineSnapshot(`
    [
      "Записано",
      "Задачи остались: t2 смета. Больше не нужна: voronka task rm t2; сделано:",
      "Записано",
      "Дальше a4: пт 16.10.2026 11:00 — встреча",
      "Записано: 2. Осталось: 2",
    ]
  `)
  const { out } = await room.run(['activity', 'list', '--format', 'csv'])
  expect(out).toMatchInlineSnapshot(`
    "id,at,kind,direction,outcome,manager,contact,text,duration,company,deal,phone,place,externalId,externalSystem
    a4,2026-10-16T11:00:00+03:00,meeting,,planned,,Ольга Мороз,,,,,,,,
    a2,2026-10-13T19:40:00+03:00,call,in,missed,,Ольга Мороз,,,,,,,,
    a3,2026-10-13T18:00:00+03:00,meeting,,not-held,,Ольга Мороз,показ – заболела,,,,,,,
    a1,2026-10-12T12:00:00+03:00,call,out,answered,,Пётр Лис,прошу замер,,,d1,,,,
    "
  `)
  expect(JSON.parse((await room.run(['deal', 'show', 'd1', '--format', 'json'])).out)).toMatchObject({
    status: 'lost',
    lostReason: 'дорого',
  })
})

test('somebody who called from an unknown number is asked who it was; put off is by how much, too', async () => {
  await room.run(['call', 'c2', 'перезвонили'])
  await room.run(['task', 'rm', 't2'])
  const calls =
    'ID;Тип;Направление;Телефон;Дата;Результат\n1;звонок;входящий;+79265550000;14.10.2026 11:00;пропущенный\n'
  expect((await room.run(['import', 'activities', '-'], { stdin: calls })).exit).toBe(0)
  const one = person([
    ...['отложить', 'на день'],
    ...['позвонили: поговорили', 'хочет дверь', 'замер пт 10', 'вера соколова'],
  ])
  const ran = await room.run(['next', '--lang', 'ru'], { terminal: 80, ask: one.ask })
  expect([one.heard, ran.err]).toMatchInlineSnapshot(`
    [
      [
        "Что вышло? [позвонили: поговорили | позвонили: недозвон | написали письмо | написали сообщение | сделано …] ⏎ отложить",
        "На когда? (Enter — завтра; завтра 10:00, понедельник после обеда, на час, через 3 дня) () ⏎ на день",
        "Что вышло? [позвонили: поговорили | позвонили: недозвон | написали письмо | написали сообщение | отложить …] ⏎ позвонили: поговорили",
        "В двух словах (можно пусто): () ⏎ хочет дверь",
        "Что дальше и когда (можно пусто): () ⏎ замер пт 10",
        "Кто это был? Имя (можно пусто): () ⏎ вера соколова",
      ],
      "
    1/2  просрочено 1 дн  Пётр Лис  +79161234567

    перезвонить · Балкон · d1 · 120 000 ₽
      12.10.2026 12:00  звонили мы · ответили · прошу замер

    t1 перезвонить: вт 13.10.2026 → чт 15.10.2026

    2/2  пропущен 11:00  +79265550000

    не перезвонили
      14.10.2026 11:00  звонили нам · пропущенный

    Новый контакт c3 Вера Соколова
    Записано
    Дальше t3: пт 16.10.2026 10:00 — замер
    Записано: 2. На сегодня всё
    ",
    ]
  `)
  expect((await room.run(['show', 'вера соколова', '--lang', 'ru'])).out).toMatchInlineSnapshot(`
    "Вера Соколова · c3
    +79265550000

        Обещано
    t3  замер    16.10.2026 10:00

        Разговоры
    a5  14.10.2026 12:00  звонок, ответили              хочет дверь
    a4  14.10.2026 11:00  входящий звонок, пропущенный

      voronka call c3
    "
  `)
})

test('someone known by their number alone is told once, and given a name on the way', async () => {
  await room.run(['task', 'rm', 't1'])
  await room.run(['task', 'rm', 't2'])
  await room.run(['call', 'c2', 'перезвонили'])
  await room.run(['call', '+79265550000', '--outcome', 'missed', '--new'])
  const one = person(['записать, кто это', 'Вера Соколова', 'позвонили: поговорили', 'двери', ''])
  const ran = await room.run(['next', '--lang', 'ru'], { terminal: 80, ask: one.ask })
  expect(ran.err).toMatchInlineSnapshot(`
    "
    1/1  пропущен 12:00  +79265550000

    не перезвонили
      14.10.2026 12:00  звонили нам · пропущенный

    c3 теперь Вера Соколова

    1/1  пропущен 12:00  Вера Соколова  +79265550000

    не перезвонили
      14.10.2026 12:00  звонили нам · пропущенный

    Записано
    Записано: 1. На сегодня всё
    "
  `)
  expect(one.heard[1]).toBe('Как зовут? () ⏎ Вера Соколова')
})

test('with who it was, what they want is an inquiry of theirs', async () => {
  for (const line of [
    ['task', 'rm', 't1'],
    ['task', 'rm', 't2'],
    ['call', 'c2', 'перезвонили'],
    ['call', '+79265550000', '--outcome', 'missed', '--new'],
  ])
    await room.run(line)
  const one = person(['Роман, 6 окон, 45000, перезвонить завтра', 'Сохранить', 'закончить'])
  const { err } = await room.run(['next', '--lang', 'ru'], { terminal: 80, ask: one.ask })
  expect(one.heard[0]).toContain('⏎ Роман, 6 окон')
  expect(err).toContain('c3 теперь Роман\n')
  expect(JSON.parse((await room.run(['deal', 'list', '--format', 'json'])).out)[0]).toMatchObject({
    title: '6 окон',
    amount: 45000,
    contacts: ['Роман'],
  })
  expect((await room.run(['task', 'list', '--lang', 'ru'])).out).toContain('перезвонить')
  const other = person(['позвонили: поговорили', 'хочет дверь', '', 'Вера, дверь', 'Сохранить'])
  await room.run(['call', '+79265550001', '--outcome', 'missed', '--new'])
  await room.run(['done', 't3'])
  await room.run(['call', 'c3', 'поговорили'])
  await room.run(['next', '--lang', 'ru'], { terminal: 80, ask: other.ask })
  expect((await room.run(['deal', 'list', '--lang', 'ru'])).out).toContain('дверь')
})

test('who called from a number that nobody has is made a contact, and has what came from it', async () => {
  for (const line of [
    ['task', 'rm', 't1'],
    ['task', 'rm', 't2'],
    ['call', 'c2', 'перезвонили'],
  ])
    await room.run(line)
  const calls =
    'ID;Тип;Направление;Телефон;Дата;Результат\n1;звонок;входящий;+79265550000;14.10.2026 11:00;пропущенный\n'
  expect((await room.run(['import', 'activities', '-'], { stdin: calls })).exit).toBe(0)
  const one = person(['записать, кто это', 'Вера Соколова', 'закончить'])
  const ran = await room.run(['next', '--lang', 'ru'], { terminal: 80, ask: one.ask })
  expect(ran.err).toMatchInlineSnapshot(`
    "
    1/1  пропущен 11:00  +79265550000

    не перезвонили
      14.10.2026 11:00  звонили нам · пропущенный

    Новый контакт c3 Вера Соколова

    1/1  пропущен 11:00  Вера Соколова  +79265550000

    не перезвонили
      14.10.2026 11:00  звонили нам · пропущенный

    Записано: 0. Осталось: 1
    "
  `)
})

test('what was said holds what comes next: it is not asked again, or asked about where it only names a day', async () => {
  const one = person([
    ...['позвонили: поговорили', 'ждут смету, замер в субботу в 11'],
    ...['позвонили: поговорили', 'оплата в пятницу', true],
    'закончить',
  ])
  const ran = await room.run(['next', '--lang', 'ru'], { terminal: 80, ask: one.ask })
  expect(ran.err.split('\n').filter((line) => /^Дальше|^Записано/.test(line))).toEqual([
    'Записано',
    'Дальше t3: сб 17.10.2026 11:00 — замер',
    'Записано',
    'Дальше t4: пт 16.10.2026 — оплата',
    'Записано: 2. Осталось: 1',
  ])
})

const jsonOf = async (...line: string[]) => JSON.parse((await room.run([...line, '--format', 'json'])).out)

test.each([
  ['ru', 'не берёт, наберу ещё раз в 15', 'закончить', 'наберу ещё раз'],
  ['uk', 'не дозвонився, наберу ще раз о 15', 'закінчити', 'наберу ще раз'],
  ['en', 'no answer, call again at 15', 'stop', 'call again'],
])('what is typed in one’s own words is understood as a call is, in %s', async (lang, words, stop, step) => {
  const one = person([words, stop])
  const ran = await room.run(['next', '--lang', lang], { terminal: 80, ask: one.ask })
  expect([ran.exit, one.heard.length]).toEqual([0, 2])
  const [call] = await jsonOf('activity', 'list', '--limit', '1')
  expect(call).toMatchObject({ kind: 'call', outcome: 'no-answer', direction: 'out', text: null })
  const tasks = (await jsonOf('task', 'list')) as { text: string; due: string; state: string }[]
  expect(tasks.filter(({ text }) => text === step)).toMatchObject([
    { due: '2026-10-14T15:00:00+03:00', state: 'open' },
  ])
})

test('one’s own words: a talk, what was done, put off, who called', async () => {
  const one = person([
    ...['просит КП до четверга', false, ''],
    ...['сама перезвонила, хочет двери', ''],
    ...['отложить на пятницу'],
  ])
  const ran = await room.run(['next', '--lang', 'ru'], { terminal: 80, ask: one.ask })
  expect(ran.err.trim().split('\n').slice(-2)).toEqual([
    't2 смета: ср 14.10.2026 → пт 16.10.2026',
    'Записано: 3. На сегодня всё',
  ])
  expect((await jsonOf('activity', 'list')).slice(0, 2)).toMatchObject([
    { direction: 'in', outcome: 'answered', text: 'хочет двери' },
    { direction: 'out', outcome: 'answered', text: 'просит КП до четверга' },
  ])
})

test('one’s own words of a planned meeting: it took place, or is put off', async () => {
  await room.run(['task', 'rm', 't1'])
  await room.run(['task', 'rm', 't2'])
  await room.run(['call', 'c2', 'ок'])
  await room.run(['meet', 'c2', 'показ', '--at', '2026-10-13 18:00'], { now: '2026-10-12' })
  const one = person(['перенесли на пятницу'])
  expect((await room.run(['next', '--lang', 'ru'], { terminal: 80, ask: one.ask })).exit).toBe(0)
  const planned = { at: '2026-10-16T18:00:00+03:00', outcome: 'planned' }
  expect((await jsonOf('activity', 'list', '--kind', 'meeting'))[0]).toMatchObject(planned)
  const two = person(['понравилось, думают', ''])
  const later = { terminal: 80, ask: two.ask, now: '2026-10-16T20:00' }
  expect((await room.run(['next', '--lang', 'ru'], later)).exit).toBe(0)
  expect((await jsonOf('activity', 'list', '--kind', 'meeting'))[0]).toMatchObject({ outcome: 'held' })
})

test.each([
  ['ru', 'позвонили: поговорили', 'обещали оплатить в среду', 'закончить'],
  ['uk', 'подзвонили: поговорили', 'обіцяли оплатити в середу', 'закінчити'],
  ['en', 'called: we talked', 'promised to pay on Wednesday', 'stop'],
])(
  'a promise among the words is offered before what comes next is asked for, in %s',
  async (lang, talk, words, stop) => {
    const one = person([talk, words, true, stop])
    expect((await room.run(['next', '--lang', lang], { terminal: 80, ask: one.ask })).exit).toBe(0)
    const tasks = (await jsonOf('task', 'list')) as { due: string }[]
    expect(tasks.map(({ due }) => due)).toContain('2026-10-21')
  },
)

test('what follows a deal that is lost is about another open one that is named, else about the person', async () => {
  await room.run(['deal', 'add', 'Шкаф', '--contact', 'Пётр', '--amount', '50000'])
  const lost = async (follows: string) => {
    const one = person(['сказали нет', 'дорого', follows, 'закончить'])
    expect((await room.run(['next', '--lang', 'ru'], { terminal: 80, ask: one.ask })).exit).toBe(0)
    const tasks = (await jsonOf('task', 'list')) as Record<string, string>[]
    const { deal, contact } = tasks.find(({ id }) => id !== 't1' && id !== 't2') ?? {}
    await room.run(['undo'])
    return [deal, contact]
  }
  expect(await lost('прислать шкаф в пт')).toEqual(['d2', 'Пётр Лис'])
  expect(await lost('поздравить через месяц')).toEqual([null, 'Пётр Лис'])
})

test.each([
  ['ru', 'спам, окна предлагали'],
  ['uk', 'спам, вікна пропонували'],
  ['en', 'spam, windows'],
])('of spam from an unknown number nothing more is asked, in %s', async (lang, words) => {
  await room.run(['task', 'rm', 't1'])
  await room.run(['task', 'rm', 't2'])
  await room.run(['call', 'c2', 'ок'])
  await room.run(['call', '+79265550000', '--outcome', 'missed', '--new'])
  const one = person([words])
  expect((await room.run(['next', '--lang', lang], { terminal: 80, ask: one.ask })).exit).toBe(0)
  expect((await jsonOf('today')).items).toEqual([])
})

import { expect, test } from 'vitest'
import { type Trial, trial } from './world.ts'

const CALLS = `id,kind,direction,outcome,date,contact,manager
1,call,out,answered,2026-10-01 10:00,Иванов,Анна
2,call,out,no-answer,2026-10-02 10:00,Петров,Анна
3,call,in,missed,2026-10-02 11:00,Петров,Анна
4,meeting,,,2026-10-05 12:00,Иванов,Анна
5,email,in,,2026-10-06 09:00,Петров,Борис
6,email,out,,2026-10-06 09:30,Петров,Борис
`

async function office(): Promise<Trial> {
  const room = trial({ now: '2026-10-14' })
  await room.run(['init', '--stages', 'Заявка,Счёт', '--lang', 'ru', '--timezone', 'Europe/Kyiv'])
  for (const name of ['Анна', 'Борис', 'Вера']) await room.run(['manager', 'add', name])
  for (const name of ['Иванов', 'Петров']) await room.run(['contact', 'add', name])
  await room.run(['import', 'activities', '-'], { stdin: CALLS })
  await room.run(['deal', 'add', 'окна', '--contact', 'c1', '--manager', 'Анна', '--at', '2026-10-01 09:00'])
  await room.run(['deal', 'move', 'd1', 'won', '--at', '2026-10-07 10:00'])
  return room
}

test('the screen of what was done', async () => {
  const room = await office()
  const { exit, out } = await room.run(['активность', 'этот-месяц', '--lang', 'ru'], { terminal: 80 })
  expect([exit, out.split('\n').map((line) => line.trimEnd())]).toEqual([
    0,
    [
      'Что сделано, по менеджерам · октябрь 2026',
      'на 14.10.2026, Киев',
      '',
      'Менеджер  пропущ.  исход.  недозв.  дозвон  встречи  письма  отпр.  выигр.',
      'Анна            1       2        1  1 из 2        1       0      0       1',
      'Борис           0       0        0                0       1      1       0',
      'Вера            0       0        0                0       0      0       0',
      'Итого           1       2        1  1 из 2        1       1      1       1',
      '',
      'Почему не дозвонились, из 2 исходящих: недозвон 1.',
      'Звонки → встречи → договоры: звонили мы или нам — 2 клиента; после звонка',
      '  встретились с 1 из 2; из них подписали 1 из 1.',
      'На одну выигранную сделку: исходящих звонков 2, встреч 1, писем 1.',
      '',
    ],
  ])
})

test('beside another period: what either has, and no share of nothing', async () => {
  const room = await office()
  const line = [
    'activity',
    '2026-10-05..2026-10-07',
    '--compare',
    '2026-10-02..2026-10-03',
    '--manager',
    'Анна',
  ]
  expect((await room.run([...line, '--lang', 'ru'], { terminal: 80 })).out).toMatchInlineSnapshot(`
    "Что сделано, по менеджерам · 5–7 октября 2026
    на 14.10.2026, Киев · менеджер: Анна

    Менеджер  встречи  выигр.
    Анна            1       1

    На одну выигранную сделку: встреч 1.

    рядом: 2–3 октября 2026, на 10.10.2026

               было  стало  разница
    пропущ.       1      0       −1
    исход.        1      0       −1
    недозв.       1      0       −1
    дозвон   0 из 1
    встречи       0      1       +1
    выигр.        0      1       +1
    "
  `)
  const { compare, total } = JSON.parse((await room.run([...line, '--format', 'json'])).out)
  expect([compare.period.label, compare.asOf, Object.keys(compare)]).toEqual([
    '2026-10-02..2026-10-03',
    '2026-10-10',
    ['period', 'asOf', 'groups', 'total'],
  ])
  expect([total.meetings, compare.total.meetings, compare.total.noAnswer]).toEqual([1, 0, 1])
  const csv = (await room.run([...line, '--format', 'csv'])).out.split('\n').map((row) => row.slice(0, 45))
  expect(csv).toMatchInlineSnapshot(`
    [
      "period,asOf,manager,callsIn,callsOut,noAnswer",
      "2026-10-05..2026-10-07,2026-10-14,Анна,0,0,0,",
      "2026-10-02..2026-10-03,2026-10-10,Анна,0,1,1,",
      "",
    ]
  `)
  const earlier = await room.run(['activity', '2026-10-02', '--manager', 'Анна', '--as-of', '2026-10-02'], {
    terminal: 80,
  })
  expect(earlier.out).toMatchInlineSnapshot(`
    "Что сделано, по менеджерам · 2 октября 2026
    на 02.10.2026, Киев · менеджер: Анна

    Менеджер  пропущ.  исход.  недозв.  дозвон  выигр.
    Анна            1       1        1  0 из 1       0

    Почему не дозвонились, из 1 исходящего: недозвон 1.
    Звонки → встречи → договоры: звонили мы или нам — 1 клиент; после звонка
      встретились с 0 из 1.
    "
  `)
})

test('as data: the keys of the contract, of those managers only', async () => {
  const room = await office()
  const { out } = await room.run(['activity', '2026-10', '--manager', 'Анна', '--format', 'json'])
  const { groups, schema, by } = JSON.parse(out)
  expect([schema, by]).toEqual(['voronka.activity/1', 'manager'])
  const [{ perWon, outcomes, clients, ...anna }, ...others] = groups
  expect(others).toEqual([])
  expect(anna).toEqual({
    key: 'Анна',
    callsIn: 0,
    callsOut: 2,
    noAnswer: 1,
    missed: 1,
    meetings: 1,
    emailsIn: 0,
    emailsOut: 0,
    messages: 0,
    notes: 0,
    tasksAdded: 0,
    tasksDone: 0,
    tasksOverdue: 0,
    tasksPostponed: 0,
    tasksStillOverdue: 0,
    planned: 0,
    notHeld: 0,
    won: 1,
    reachRate: 0.5,
    reachLow: 0.0945,
    reachHigh: 0.9055,
  })
  expect(perWon.callsOut).toBe(2)
  expect(outcomes).toEqual([
    { outcome: 'answered', calls: 1 },
    { outcome: 'no-answer', calls: 1 },
  ])
  expect(clients.contracts).toBe(1)
})

test('a contract is of a deal that is there and won, and of a company whatever it was merged into', async () => {
  const room = await office()
  const contracts = async (...line: string[]) => {
    const { out } = await room.run(['activity', '2026-10', '--format', 'json', ...line])
    const { met, contracts: n, contractsWithoutMeeting } = JSON.parse(out).total.clients
    return [met, n, contractsWithoutMeeting]
  }
  for (const name of ['Окна', 'Окна и двери']) await room.run(['company', 'add', name])
  await room.run(['call', 'o1', '--at', '2026-10-08 10:00', '--manager', 'Анна'])
  await room.run(['deal', 'add', 'двери', '--company', 'o1', '--at', '2026-10-08 11:00'])
  await room.run(['deal', 'move', 'd2', 'won', '--at', '2026-10-09 10:00'])
  expect(await contracts()).toEqual([1, 1, 1])
  await room.run(['company', 'merge', 'o2', 'o1'])
  expect(await contracts()).toEqual([1, 1, 1])
  await room.run(['deal', 'rm', 'd1'])
  expect(await contracts()).toEqual([1, 0, 1])
  await room.run(['deal', 'rm', 'd2'])
  expect(await contracts()).toEqual([1, 0, 0])
  expect(await contracts('--as-of', '2026-10-10')).toEqual([1, 1, 1])
})

test('the list of activities goes on beside it, with filters of its own', async () => {
  const room = await office()
  const { out } = await room.run(['activity', 'list', '--manager', 'Борис', '--format', 'csv'])
  expect(out.split('\n')).toHaveLength(4)
  expect([
    (await room.run(['activity', '--by', 'source'])).err,
    (await room.run(['activity', 'list', '--by', 'day'])).err,
  ]).toEqual([
    'activity --by принимает manager, department, hour, day, week, month, quarter, year, а не «source»\n',
    'У voronka activity list нет параметра --by. Какие есть: voronka activity list --help\n',
  ])
})

test('work handed over leaves the past as it was, and what is overdue says how much of it is still not done', async () => {
  const room = await office()
  const at = (day: string) => ({ now: `${day}T12:00:00Z` })
  await room.run(
    ['task', 'add', 'звонок', '--due', '2026-10-14 18:00', '--manager', 'Анна'],
    at('2026-10-14'),
  )
  await room.run(
    ['task', 'add', 'письмо', '--due', '2026-10-14 19:00', '--manager', 'Анна'],
    at('2026-10-14'),
  )
  await room.run(['done', 't2'], at('2026-10-15'))
  const tasks = async (...line: string[]) => {
    const { out } = await room.run(['activity', ...line, '--format', 'json'], at('2026-10-16'))
    const { groups, total } = JSON.parse(out)
    const counts = groups.map((group: Record<string, unknown>) => [
      group['key'],
      ...['Added', 'Done', 'Overdue'].map((what) => group[`tasks${what}`]),
    ])
    return [...counts, total.tasksStillOverdue]
  }
  const before = await tasks('2026-10-14')
  expect(before).toEqual([['Анна', 2, 0, 2], ['Борис', 0, 0, 0], ['Вера', 0, 0, 0], 1])
  await room.run(['handover', 'Анна', '--to', 'Борис'], at('2026-10-16'))
  expect(await tasks('2026-10-14')).toEqual(before)
  expect(await tasks('2026-10-14', '--manager', 'Анна')).toEqual([['Анна', 2, 0, 2], 1])
  expect(await tasks('2026-10-14..2026-10-15', '--as-of', '2026-10-15')).toEqual([
    ['Анна', 2, 1, 2],
    ['Борис', 0, 0, 0],
    ['Вера', 0, 0, 0],
    1,
  ])
  expect(await tasks('2026-10-14..2026-10-16')).toEqual([
    ['Анна', 1, 1, 1],
    ['Борис', 1, 0, 1],
    ['Вера', 0, 0, 0],
    1,
  ])
})

test('what a figure is made of: calls as activities, a win as a deal, all of them in one word', async () => {
  const room = await office()
  const screen = async (...argv: string[]) => {
    const { exit, err, out } = await room.run(['activity', '2026-10', ...argv, '--lang', 'ru'], {
      terminal: 80,
    })
    return exit === 0 ? `${err}${out}`.replaceAll('\u00a0', ' ') : err
  }
  expect(await screen('-e', 'анна:исход')).toMatchInlineSnapshot(`
    "Что сделано, по менеджерам · октябрь 2026 · Анна · исходящих звонков: 2

    id  когда             что          итог      с кем   текст  длилось
    a2  02.10.2026 10:00  звонок исх.  недозвон  Петров
    a1  01.10.2026 10:00  звонок исх.  отвечен   Иванов
    "
  `)
  expect(await screen('-e', 'Анна:won')).toMatchInlineSnapshot(`
    "Что сделано, по менеджерам · октябрь 2026 · Анна · выиграно: 1

    id  сделка  этап      менеджер  сумма  создана
    d1  окна    Выиграно  Анна             01.10.2026
    "
  `)
  expect(await screen('--by', 'day', '-e', '2026-10-02:недозвон')).toMatchInlineSnapshot(`
    "Что сделано, по дням · октябрь 2026 · 2026-10-02 · недозвон: 1

    id  когда             что          итог      менеджер  с кем   текст  длилось
    a2  02.10.2026 10:00  звонок исх.  недозвон  Анна      Петров
    "
  `)
  expect(await screen('-e', 'Итого:письма')).toMatchInlineSnapshot(`
    "Что сделано, по менеджерам · октябрь 2026 · писем от клиентов: 1

    id  когда             что         итог  менеджер  с кем   текст  длилось
    a5  06.10.2026 09:00  письмо вх.        Борис     Петров
    "
  `)
  expect(await screen('-e', 'Вера:tasksDone')).toMatchInlineSnapshot(`
    "Что сделано, по менеджерам · октябрь 2026 · Вера · задач сделано: 0
    "
  `)
  expect(await screen('-e', 'Анна:прибыль')).toMatchInlineSnapshot(`
    "activity --explain принимает ГРУППА:КОЛОНКА, а не «Анна:прибыль». Колонки:
    calls, callsIn, callsOut, noAnswer, missed, meetings, emailsIn, emailsOut,
    messages, notes, tasksAdded, tasksDone, tasksOverdue, tasksPostponed,
    tasksStillOverdue, planned, notHeld, won
    "
  `)
  expect(await screen('-e', 'Глеб:calls')).toMatchInlineSnapshot(`
    "Здесь нет группы «Глеб». Есть: Анна, Борис, Вера
    "
  `)
})

test('tasks that changed hands in the period are told of, and count for whose they are at its end', async () => {
  const room = await office()
  await room.run(['task', 'add', 'звонок', '--due', '2026-10-20', '--manager', 'Анна'])
  const told = async (...line: string[]) =>
    (await room.run(['activity', '2026-10', ...line])).out
      .split('\n')
      .filter((text) => /передан|given|переда/i.test(text))
  const before = await told()
  await room.run(['task', 'move', 't1', '--manager', 'Борис'])
  const texts = [before, await told('--lang', 'en'), await told('--lang', 'ru'), await told('--lang', 'uk')]
  expect([...texts, await told('--by', 'day')]).toMatchInlineSnapshot(`
    [
      [],
      [
        "Given to another manager meanwhile, tasks: 1; a task counts for whose it was at the end.",
      ],
      [
        "Задач, переданных за это время: 1; задача засчитана тому, чья она к концу периода.",
      ],
      [
        "Завдань, переданих за цей час: 1; завдання зараховано тому, чиє воно на кінець періоду.",
      ],
      [],
    ]
  `)
  expect(JSON.parse((await room.run(['activity', '2026-10', '--format', 'json'])).out).tasksGiven).toBe(1)
})

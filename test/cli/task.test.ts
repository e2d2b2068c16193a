import { beforeEach, describe, expect, test } from 'vitest'
import { person } from '../support/person.ts'
import { jsonOf } from './asking.ts'
import { type RunOptions, type Trial, trial } from './world.ts'

/** Wednesday, 14 October 2026, 12:00. */
async function workspace(zone = 'Europe/Kyiv', lang = 'ru'): Promise<Trial> {
  const home = trial({ env: { VORONKA_LANG: lang } })
  for (const line of [
    ['init', '--stages', 'Заявка,Замер', '--currency', 'RUB', '--timezone', zone],
    ['manager', 'add', 'Олег Ким'],
    ['me', 'Олег'],
    ['contact', 'add', 'Анна Иванова'],
    ['deal', 'add', 'Балкон', '--contact', 'Анна'],
  ])
    expect((await home.run(line)).exit).toBe(0)
  return home
}

let home: Trial
beforeEach(async () => {
  home = await workspace()
})

const said = async (argv: readonly string[], options?: RunOptions) => {
  const { exit, out, err } = await home.run(argv, options)
  expect(out).toBe('')
  return exit === 0 ? err : `${exit} ${err}`
}

describe('task add', () => {
  test('the date stands in the text or in --due', async () => {
    expect(await said(['task', 'add', 'отправить', 'договор', 'пт', '10', '--about', 'Анна'])).toBe(
      `Задача t1: пт 16.10.2026 10:00 · отправить договор · c1 Анна Иванова · d1 Балкон\n`,
    )
    expect(await said(['задача', 'добавить', 'акт', '--срок', 'завтра', '--приоритет', 'высокий'])).toBe(
      'Задача t2: чт 15.10.2026 · акт · высокий\n',
    )
    expect(await said(['task', 'add', 'бумага', '--deal', 'd1'])).toBe(
      'Задача t3: без срока · бумага · c1 Анна Иванова · d1 Балкон\n',
    )
    expect(await jsonOf(home, 'task', 'show', 't1')).toEqual({
      id: 't1',
      externalId: null,
      externalSystem: null,
      text: 'отправить договор',
      due: '2026-10-16T10:00:00+03:00',
      state: 'open',
      priority: 'normal',
      manager: 'Олег Ким',
      contact: 'Анна Иванова',
      company: null,
      deal: 'd1',
      doneAt: null,
      result: null,
      recurrence: null,
      postponed: 0,
      createdAt: '2026-10-14T12:00:00+03:00',
    })
  })

  test('what cannot be read is refused', async () => {
    expect(await said(['task', 'add'])).toBe(
      '2 Скажите, что сделать: voronka task add "перезвонить" --due завтра\n',
    )
    expect(await said(['task', 'add', 'акт', '--due', 'вчера'])).toBe(
      '2 вт 13.10.2026 уже позади: нужен день или час, который ещё впереди\n',
    )
    expect(await said(['task', 'add', 'акт', '--repeat', 'иногда'])).toBe(
      '2 Непонятно, как часто: «иногда». Можно так: --repeat ежедневно, "по будням", "каждые 3 дня", "пн, чт", "15 числа", "в конце месяца"\n',
    )
    expect(await said(['task', 'add', 'акт', '--priority', 'так себе'])).toBe(
      '2 --priority принимает high, normal или low, а не «так себе»\n',
    )
    expect(await jsonOf(home, 'task', 'list')).toEqual([])
  })

  test('at a terminal what is missing is asked for', async () => {
    const { ask, heard } = person(['перезвонить', 'Анна', 'не знаю', 'пт 10'])
    expect(await said(['task', 'add'], { terminal: 120, ask })).toBe(
      `Непонятная дата «не знаю»: можно так: завтра 10:00, пт 10, 25.10 15:30, 25-го, через 3 дня.
Задача t1: пт 16.10.2026 10:00 · перезвонить · c1 Анна Иванова · d1 Балкон\n`,
    )
    expect(heard).toEqual([
      'Что сделать? () ⏎ перезвонить',
      'О ком? (Enter — ни о ком) () ⏎ Анна',
      'Когда? (завтра, пт 10; Enter — без срока) () ⏎ не знаю',
      'Когда? (завтра, пт 10; Enter — без срока) () ⏎ пт 10',
    ])
  })
})

describe('task edit', () => {
  beforeEach(() => home.run(['task', 'add', 'договор пт 10', '--about', 'Анна']))

  test('says what changed; later counts as a postponement, earlier does not', async () => {
    expect(await said(['task', 'edit', 't1', '--due', 'пн 9', '--priority', 'high'])).toBe(
      'Изменена t1 договор: срок пт 16.10.2026 10:00 → пн 19.10.2026 09:00 · приоритет normal → высокий · переносов 0 → 1\n',
    )
    expect(await said(['task', 'edit', 't1', '--due', 'завтра'])).toBe(
      'Изменена t1 договор: срок пн 19.10.2026 09:00 → чт 15.10.2026\n',
    )
    // The same day with an hour is no later, for a day lasts until its end.
    expect(await said(['task', 'edit', 't1', '--due', 'завтра 18'])).toBe(
      'Изменена t1 договор: срок чт 15.10.2026 → чт 15.10.2026 18:00\n',
    )
    expect(await said(['task', 'edit', 't1', '--due', 'none', '--about', 'none'])).toBe(
      'Изменена t1 договор: срок чт 15.10.2026 18:00 → – · контакт Анна Иванова → – · сделка d1 → – · переносов 1 → 2\n',
    )
    expect(await said(['undo'])).toMatch(/^Отменено/)
    expect(await jsonOf(home, 'task', 'show', 't1')).toMatchObject({ postponed: 1, contact: 'Анна Иванова' })
    expect(await said(['task', 'edit', 't1', '--text', 'договор'])).toBe('Менять нечего: так уже и есть\n')
  })
})

test.each([
  ['сверить кассу каждый день в 18', 'Задача t1: ср 14.10.2026 18:00 · сверить кассу · каждый день\n'],
  ['сверить кассу каждый день в 9', 'Задача t1: чт 15.10.2026 09:00 · сверить кассу · каждый день\n'],
  [
    'по понедельникам звонить бухгалтеру',
    'Задача t1: пн 19.10.2026 · звонить бухгалтеру · каждую неделю: пн\n',
  ],
  [
    'every monday 10:00 call the bank',
    'Задача t1: пн 19.10.2026 10:00 · call the bank · каждую неделю: пн\n',
  ],
  ['оплатити оренду 1 числа щомісяця', 'Задача t1: вс 01.11.2026 · оплатити оренду · каждый месяц, 1-го\n'],
  ['каждый месяц платить аренду 25-го', 'Задача t1: вс 25.10.2026 · платить аренду · каждый месяц, 25-го\n'],
  ['звіт у п’ятницю о 17 щотижня', 'Задача t1: пт 16.10.2026 17:00 · звіт · каждую неделю: пт\n'],
  ['щодня о 8:30 пошта', 'Задача t1: чт 15.10.2026 08:30 · пошта · каждый день\n'],
  ['send the daily report fri', 'Задача t1: пт 16.10.2026 · send the daily report\n'],
  ['backup daily at 9', 'Задача t1: чт 15.10.2026 09:00 · backup · каждый день\n'],
  ['отчёт в понедельник', 'Задача t1: пн 19.10.2026 · отчёт\n'],
  ['узнать, каждый ли день они открыты', 'Задача t1: без срока · узнать, каждый ли день они открыты\n'],
])('how often stands in the text: %s', async (text, expected) => {
  expect(await said(['task', 'add', text])).toBe(expected)
})

test('edit and move ask which, and what to change', async () => {
  await said(['task', 'add', 'договор пт 10'])
  const edits = person(['t1', 'срок', 'пн 9'])
  expect(await said(['task', 'edit'], { terminal: 120, ask: edits.ask })).toBe(
    'Изменена t1 договор: срок пт 16.10.2026 10:00 → пн 19.10.2026 09:00 · переносов 0 → 1\n',
  )
  const moves = person(['t1', 'вт'])
  expect(await said(['task', 'move'], { terminal: 120, ask: moves.ask })).toBe(
    't1 договор: пн 19.10.2026 09:00 → вт 20.10.2026 09:00\n',
  )
  expect(await said(['task', 'edit'])).toBe(
    '2 voronka task edit: не хватает <задача>. Смотрите: voronka task edit --help\n',
  )
  expect(await said(['task', 'edit', 't1'])).toBe(
    '2 Скажите, что изменить. Смотрите: voronka task edit --help\n',
  )
})

test('whom the text names is asked about, and off a terminal told', async () => {
  await home.run(['contact', 'add', 'Савченко Петро'])
  expect(await said(['task', 'add', 'подзвонити Савченку завтра о 11'])).toBe(
    'Задача t1: чт 15.10.2026 11:00 · подзвонити Савченку\nЕсли это про c2 Савченко Петро: voronka task edit t1 --about c2\n',
  )
  expect(await said(['task', 'edit', 't1', '--about', 'c2'])).toBe(
    'Изменена t1 подзвонити Савченку: контакт – → Савченко Петро\n',
  )
  const { ask, heard } = person([true])
  expect(await said(['нагадай', 'Савченко', 'завтра', 'о', '9'], { terminal: 80, ask })).toBe(
    'Задача t2: чт 15.10.2026 09:00 · Савченко · c2 Савченко Петро\n',
  )
  expect(heard).toEqual(['Это Савченко Петро (c2)? ⏎ true'])
  await home.run(['contact', 'add', 'Савченко Юлія'])
  expect(await said(['task', 'add', 'набрати Савченко завтра'])).toBe(
    'Задача t3: чт 15.10.2026 · набрати Савченко\n',
  )
})

describe('task move', () => {
  beforeEach(async () => {
    for (const text of ['раз 14.10', 'два 15.10 10:00', 'три 16.10'])
      await home.run(['task', 'add', text], { now: '2026-10-12' })
  })

  test('one of them, and it keeps its hour where only a day is named', async () => {
    expect(await said(['task', 'move', 't2', '--to', 'пн'])).toBe(
      't2 два: чт 15.10.2026 10:00 → пн 19.10.2026 10:00\n',
    )
    expect(await jsonOf(home, 'task', 'show', 't2')).toMatchObject({
      due: '2026-10-19T10:00:00+03:00',
      postponed: 1,
    })
    expect(await said(['task', 'move', 't2', '--to', 'у вт зранку о 9'])).toBe(
      't2 два: пн 19.10.2026 10:00 → вт 20.10.2026 09:00\n',
    )
    expect(await said(['task', 'move', 't2', '--to', 'завтра зранку'])).toBe(
      't2 два: вт 20.10.2026 09:00 → чт 15.10.2026 10:00\n',
    )
  })

  test('by hours, by half a day, by days: from its own time, else from now, and that is said', async () => {
    const move = async (...words: string[]) => (await said(['отложить', ...words])).trimEnd()
    expect([
      await move('t2', 'на', 'час'),
      await move('t2', '+30m'),
      await move('два', 'на', 'полтора', 'часа'),
      await move('t2', 'на', 'полдня'),
      await move('t2', 'на', '2', 'дня'),
      await move('t2', 'на', 'неделю'),
      await move('t1', 'на', 'полчаса'),
      await move('t3', 'на', 'день'),
      await move('t3', 'на', 'час'),
      await move('t3', 'на', '15', 'часов'),
      await move('t2', '3', 'часа'),
    ]).toEqual([
      't2 два: чт 15.10.2026 10:00 → чт 15.10.2026 11:00',
      't2 два: чт 15.10.2026 11:00 → чт 15.10.2026 11:30',
      't2 два: чт 15.10.2026 11:30 → чт 15.10.2026 13:00',
      't2 два: чт 15.10.2026 13:00 → чт 15.10.2026 17:00',
      't2 два: чт 15.10.2026 17:00 → сб 17.10.2026 17:00',
      't2 два: сб 17.10.2026 17:00 → сб 24.10.2026 17:00',
      't1 раз: ср 14.10.2026 → ср 14.10.2026 12:30\nОтсчитано от текущего времени: часа у t1 не было',
      't3 три: пт 16.10.2026 → сб 17.10.2026',
      '1 У t3 назначен день, сб 17.10.2026, а часа нет. Скажите, на когда: --to "пт 11:00"',
      '2 Непонятная дата «15 часов»: можно так: завтра 10:00, пт 10, 25.10 15:30, 25-го, через 3 дня.',
      't2 два: сб 24.10.2026 17:00 → сб 24.10.2026 20:00',
    ])
    const late = { now: '2026-10-25T10:00' }
    expect(await said(['task', 'move', '--overdue', '--to', '+2h'], late)).toBe(
      'Перенесено на 2 h: 3 (t1, t3, t2)\nОтсчитано от текущего времени: часа у t3 не было\nОтсчитано от текущего времени: срок t1, t2 прошёл\n',
    )
  })

  test('what stands after "till" and is no time is refused as one', async () => {
    expect(await said(['задача', 'перенести', 'раз', 'на', 'Замер'])).toBe(
      '2 Непонятная дата «Замер»: можно так: завтра 10:00, пт 10, 25.10 15:30, 25-го, через 3 дня.\n',
    )
    expect(await said(['завдання', 'перенести', 'прострочені', 'на', 'завтра'], { now: '2026-10-16' })).toBe(
      'Перенесено на сб 17.10.2026: 2 (t1, t2)\n',
    )
  })

  test('many at once are one operation', async () => {
    const late = { now: '2026-10-15T12:00' }
    expect(await said(['task', 'move', '--overdue', '--manager', 'me', '--to', 'пн'], late)).toBe(
      'Перенесено на пн 19.10.2026: 2 (t1, t2)\n',
    )
    const dues = async () =>
      ((await jsonOf(home, 'task', 'list', '--sort', 'id')) as { due: string; postponed: number }[]).map(
        ({ due, postponed }) => `${due} ${postponed}`,
      )
    expect(await dues()).toEqual(['2026-10-19 1', '2026-10-19T10:00:00+03:00 1', '2026-10-16 0'])
    await home.run(['undo'])
    expect(await dues()).toEqual(['2026-10-14 0', '2026-10-15T10:00:00+03:00 0', '2026-10-16 0'])
  })

  test('overdue ones are mine unless others are named; a person is asked about many', async () => {
    const late = { now: '2026-10-15T12:00' }
    await home.run(['manager', 'add', 'Ирина Кот'])
    await home.run(['task', 'add', 'её 14.10', '--manager', 'Ирина'], { now: '2026-10-12' })
    expect(await said(['task', 'move', '--overdue', '--to', 'пн', '--dry-run'], late)).toBe(
      'Перенесено на пн 19.10.2026: 2 (t1, t2)\nПробный запуск: ничего не изменено\n',
    )
    expect(await said(['task', 'move', '--overdue', '--all', '--to', 'пн', '--dry-run'], late)).toBe(
      'Перенесено на пн 19.10.2026: 3 (t1, t4, t2)\nПробный запуск: ничего не изменено\n',
    )
    expect(await said(['task', 'move', '--overdue', '--all', '--manager', 'Ирина', '--to', 'пн'], late)).toBe(
      '2 Либо --manager, либо --all: уберите что-то одно\n',
    )
    const no = person([false])
    expect(
      await said(['задача', 'перенести', '--просроченные', '--на', 'пн'], {
        ...late,
        terminal: 80,
        ask: no.ask,
      }),
    ).toBe('130 Отменено, ничего не изменено\n')
    expect(no.heard).toEqual(['Перенести 2 задачи на пн 19.10.2026? ⏎ false'])
    const yes = person([true])
    expect(
      await said(['task', 'move', '--overdue', '--to', 'пн'], { ...late, terminal: 80, ask: yes.ask }),
    ).toBe('Перенесено на пн 19.10.2026: 2 (t1, t2)\n')
  })

  test('overdue meetings are not moved with the tasks, and that is said', async () => {
    await home.run(['meet', 'Анна', 'замер', '--at', 'завтра 15:30'])
    await home.run(['meet', 'Анна', 'ещё', '--at', 'завтра'])
    const late = { now: '2026-10-15T16:00' }
    const overdue = async (now: string) =>
      ((await jsonOf(home, 'task', 'list', '--overdue', '--now', now)) as { id: string }[]).map(
        ({ id }) => id,
      )
    expect([await overdue('2026-10-15T09:59'), await overdue(late.now)]).toEqual([['t1'], ['t1', 't2']])
    expect(await said(['task', 'move', '--overdue', '--to', 'пн 9'], late)).toBe(
      'Перенесено на пн 19.10.2026 09:00: 2 (t1, t2)\n' +
        'Просроченная встреча не перенесена: voronka task move a1 --to "пн 9"\n',
    )
    expect(await said(['task', 'move', '--overdue', '--to', 'пн'], { now: '2026-10-16' })).toBe(
      '1 Таких открытых задач нет\n' +
        'Просроченные встречи не перенесены (2): voronka task move a2 a1 --to пн\n',
    )
  })

  test('the time may end the line', async () => {
    expect(await said(['отложить', 't2', 'на', 'пн', '11:30'])).toBe(
      't2 два: чт 15.10.2026 10:00 → пн 19.10.2026 11:30\n',
    )
    expect(await said(['snooze', 't1', 't3', 'in', '3', 'days'])).toBe(
      'Перенесено на сб 17.10.2026: 2 (t1, t3)\n',
    )
    expect(await said(['перенести', 't1', 'потом'])).toBe('1 Нет задачи «потом». Все: voronka task list\n')
  })

  test('a planned meeting too', async () => {
    await home.run(['meet', 'Анна', 'замер', '--at', 'завтра 15:30'])
    expect(await said(['task', 'move', 'a1', '--to', 'пт'])).toBe(
      'a1 замер: чт 15.10.2026 15:30 → пт 16.10.2026 15:30\n',
    )
  })

  test('which, and to when, must be said', async () => {
    expect(await said(['task', 'move', '--to', 'пн'])).toBe(
      '2 Скажите, какие задачи: номера или --overdue, --manager, --contact, --company, --deal, --period\n',
    )
    expect(await said(['task', 'move', 't1'])).toBe('2 Скажите, на когда: --to завтра\n')
    expect(await said(['task', 'move', '--deal', 'd1', '--to', 'пн'])).toBe('1 Таких открытых задач нет\n')
    await home.run(['done', 't1'])
    expect(await said(['task', 'move', 't1', '--to', 'пн'])).toBe(
      '1 t1 раз уже выполнена: переносить нечего\n',
    )
  })
})

describe('a task that repeats', () => {
  const dues = async () =>
    ((await jsonOf(home, 'task', 'list', '--state', 'open')) as { due: string; recurrence: string }[]).map(
      ({ due, recurrence }) => `${due} ${recurrence}`,
    )

  test('makes its next when it is done, in the same operation', async () => {
    expect(
      await said(['task', 'add', 'отчёт', '--due', 'пт 16', '--repeat', 'по пятницам', '--about', 'c1']),
    ).toBe(`Задача t1: пт 16.10.2026 16:00 · отчёт · c1 Анна Иванова · d1 Балкон · каждую неделю: пт\n`)
    expect(await said(['готово', 't1', 'сдан'])).toBe(
      'Готово t1 отчёт · c1 Анна Иванова · d1 Балкон · «сдан»\nСнова t2: пт 23.10.2026 16:00 — отчёт\n',
    )
    expect(await jsonOf(home, 'task', 'show', 't2')).toMatchObject({
      text: 'отчёт',
      due: '2026-10-23T16:00:00+03:00',
      contact: 'Анна Иванова',
      deal: 'd1',
      recurrence: 'weekly fri',
      result: null,
      postponed: 0,
    })
    await home.run(['undo'])
    expect(await dues()).toEqual(['2026-10-16T16:00:00+03:00 weekly fri'])
  })

  test('one occurrence that was moved does not move the others', async () => {
    await home.run(['task', 'add', 'отчёт', '--due', 'пт 16', '--repeat', 'weekly'])
    await home.run(['task', 'move', 't1', '--to', '18.10 12:00'])
    expect(await dues()).toEqual(['2026-10-18T12:00:00+03:00 weekly fri from 2026-10-16 16:00'])
    await home.run(['done', 't1'])
    expect(await dues()).toEqual(['2026-10-23T16:00:00+03:00 weekly fri'])
  })

  test('without a date is due on the first day of its rhythm; missed ones are not made up for', async () => {
    await home.run(['task', 'add', 'касса', '--repeat', 'в конце месяца'])
    expect(await dues()).toEqual(['2026-10-31 month-end'])
    await home.run(['done', 't1'], { now: '2026-12-05' })
    expect(await dues()).toEqual(['2026-12-31 month-end'])
    expect(await said(['task', 'edit', 't2', '--repeat', 'каждые 2 недели пн'])).toBe(
      'Изменена t2 касса: повтор в последний день месяца → каждые 2 недели: пн\n',
    )
    expect(await said(['task', 'edit', 't2', '--repeat', 'none'])).toBe(
      'Изменена t2 касса: повтор каждые 2 недели: пн → –\n',
    )
    expect(await said(['done', 't2'])).toBe('Готово t2 касса\n')
  })

  test.each([
    [
      'Europe/Kyiv',
      '2026-03-27',
      '2026-10-23',
      ['+02:00', '+02:00', '+03:00', '+03:00'],
      ['+03:00', '+03:00', '+02:00', '+02:00'],
    ],
    [
      'America/New_York',
      '2026-03-06',
      '2026-10-30',
      ['-05:00', '-05:00', '-04:00', '-04:00'],
      ['-04:00', '-04:00', '-05:00', '-05:00'],
    ],
    [
      'Australia/Lord_Howe',
      '2026-10-02',
      '2027-04-02',
      ['+10:30', '+10:30', '+11:00', '+11:00'],
      ['+11:00', '+11:00', '+10:30', '+10:30'],
    ],
  ])('at 09:30 in %s whatever the clocks do', async (zone, spring, autumn, springOffsets, autumnOffsets) => {
    home = await workspace(zone)
    for (const [first, offsets] of [
      [spring, springOffsets],
      [autumn, autumnOffsets],
    ] as const) {
      const start = { now: `${first}T08:00` }
      await home.run(['task', 'add', 'планёрка', '--due', `${first} 09:30`, '--repeat', 'daily'], start)
      const seen: string[] = []
      for (const _ of offsets) {
        const [open] = (await jsonOf(home, 'task', 'list', '--state', 'open')) as {
          id: string
          due: string
        }[]
        seen.push(open?.due.slice(10) ?? '')
        await home.run(['done', open?.id ?? ''], { now: open?.due ?? '' })
      }
      expect(seen).toEqual(offsets.map((offset) => `T09:30:00${offset}`))
      const [last] = (await jsonOf(home, 'task', 'list', '--state', 'open')) as { id: string }[]
      await home.run(['task', 'rm', last?.id ?? ''])
    }
  })

  test('an hour that the clocks skip comes back the day after', async () => {
    home = await workspace('America/New_York')
    await home.run(['task', 'add', 'копия', '--due', '2026-03-07 02:30', '--repeat', 'daily'], {
      now: '2026-03-06',
    })
    await home.run(['done', 't1'], { now: '2026-03-07T03:00' })
    expect(await dues()).toEqual(['2026-03-08T03:00:00-04:00 daily from 2026-03-08 02:30'])
    await home.run(['done', 't2'], { now: '2026-03-08T03:00' })
    expect(await dues()).toEqual(['2026-03-09T02:30:00-04:00 daily'])
  })
})

describe('the limit of a day', () => {
  beforeEach(async () => {
    await home.run(['config', 'set', 'task-limit', '2'])
    await home.run(['task', 'add', 'раз пт'])
    await home.run(['meet', 'Анна', '--at', 'пт 15'])
  })

  test('beyond it the next free day is named', async () => {
    expect(await said(['task', 'add', 'три пт 17'])).toBe(
      'Задача t2: пт 16.10.2026 17:00 · три\nОлег Ким, пт 16.10.2026: дел уже 3, а предел — 2; ближайший свободный день — пн 19.10.2026 (дел 0)\n',
    )
    expect(await said(['call', 'Анна', '--deal', 'none', '--next', 'договор пт'])).toBe(
      'Записано a2: звонок · c1 Анна Иванова · ответили\nДальше t3: пт 16.10.2026 — договор\nОлег Ким, пт 16.10.2026: дел уже 4, а предел — 2; ближайший свободный день — пн 19.10.2026 (дел 0)\n',
    )
    expect(await said(['task', 'add', 'касса пн'])).toBe('Задача t4: пн 19.10.2026 · касса\n')
  })

  test('task load shows every day against it', async () => {
    await home.run(['manager', 'add', 'Вера Лис'])
    await home.run(['task', 'add', 'три пт'])
    await home.run(['task', 'add', 'четыре пн', '--manager', 'Вера'])
    const ran = await home.run(['task', 'load'])
    expect(`${ran.out}${ran.err}`).toBe(
      [
        'день           менеджер  задач  встреч  всего  предел  сверх',
        'пт 16.10.2026  Олег Ким      2       1      3       2     +1',
        'пн 19.10.2026  Вера Лис      1       0      1       2',
        '',
      ].join('\n'),
    )
    expect(await jsonOf(home, 'task', 'load', '2026-10-16')).toEqual([
      { date: '2026-10-16', manager: 'Олег Ким', tasks: 2, meetings: 1, total: 3, limit: 2, over: 1 },
    ])
    expect(await said(['task', 'load', 'all'])).toBe(
      '2 У «all» нет начала и конца: пишите this-week, 2026-10 или 2026-10-14..2026-10-30\n',
    )
  })

  test('is a number, or off', async () => {
    expect(await said(['config', 'set', 'task-limit', 'много'])).toBe(
      '2 «много» — не число задач: пишите число больше нуля, например 8, или off\n',
    )
    await home.run(['config', 'set', 'task-limit', 'off'])
    expect(await said(['task', 'add', 'три пт 17'])).toBe('Задача t2: пт 16.10.2026 17:00 · три\n')
  })
})

test('a task is named by its whole words before others that begin so', async () => {
  for (const text of ['позвонить маме', 'позвонить']) await home.run(['task', 'add', text])
  expect(await said(['done', 'позвонить'])).toMatch(/^Готово t\d+ позвонить\n$/)
})

test('a planned meeting is put off by what it is or by whom it is with, as a task is', async () => {
  await home.run(['meet', 'Анна', 'завтра в 15', 'замер'])
  const to = ['до', 'пт', '--dry-run']
  const moved = 'a1 замер: чт 15.10.2026 15:00 → пт 16.10.2026 15:00\nПробный запуск: ничего не изменено\n'
  for (const name of ['замер', 'Анна', 'встречу', 'встречу Анна', 'замер Анна'])
    expect(await said(['отложить', ...name.split(' '), ...to])).toBe(moved)
  await home.run(['task', 'add', 'встреча с банком', 'пн'])
  expect(await said(['отложить', 'встреча', 'с', 'банком', ...to])).toBe(
    't1 встреча с банком: пн 19.10.2026 → пт 16.10.2026\nПробный запуск: ничего не изменено\n',
  )
  expect(await said(['отложить', 'встречу', 'Олег', ...to])).toMatch(/^1 Нет задачи/)
})

test('a task is named by its words and whom it is with', async () => {
  const small = trial({ env: { VORONKA_LANG: 'ru' }, now: '2026-11-23 10:00' })
  await small.run(['init', '--stages', 'Заявка,Замер', '--currency', 'RUB', '--timezone', 'Europe/Moscow'])
  for (const name of ['Анна Петрова', 'Света Лис']) {
    await small.run(['contact', 'add', name])
    await small.run(['task', 'add', 'замер ср 11:00', '--about', name])
  }
  expect((await small.run(['task', 'move', 'замер', 'света', 'на пт в 10'])).err).toMatchInlineSnapshot(`
    "t2 замер: ср 25.11.2026 11:00 → пт 27.11.2026 10:00
    "
  `)
  expect((await small.run(['done', 'замер', 'Петрова', 'всё', 'снял'])).err).toMatchInlineSnapshot(`
    "Готово t1 замер · c1 Анна Петрова · «всё снял»
    "
  `)
})

const NAMES = [
  ['contact', 'add', 'Гульнара Сафина'],
  ['contact', 'add', 'Ольга Сомова'],
  ['company', 'add', 'ООО Ромашка'],
  ['contact', 'add', 'Марина Котова'],
  ['task', 'add', 'замер', '--about', 'c3', '--due', '2026-10-16'],
  ['task', 'add', 'набрать', '--about', 'o1', '--due', '2026-10-16'],
  ['task', 'add', 'набрать', '--about', 'c4', '--due', '2026-10-16'],
]
const named = async () => {
  for (const line of NAMES) expect((await home.run(line)).exit).toBe(0)
}

test('whom a task is not with is no result of it: asked at a terminal, refused elsewhere', async () => {
  await named()
  expect(await said(['done', 'замер', 'гульнара'])).toBe(
    '1 Гульнара Сафина: открытой задачи «замер» нет, ничего не закрыто. Если речь о t1 замер Ольга Сомова: voronka done t1 "гульнара"\n',
  )
  const none = person([false])
  expect((await home.run(['done', 'замер', 'гульнара'], { terminal: 80, ask: none.ask })).exit).toBe(1)
  const meant = person([true])
  expect((await home.run(['done', 'замер', 'гульнара'], { terminal: 80, ask: meant.ask })).exit).toBe(0)
  await home.run(['undo'])
  expect(await said(['done', 'замер', 'Ольга', 'довольна'])).toBe(
    'Готово t1 замер · c3 Ольга Сомова · «довольна»\n',
  )
})

test.each([
  ['uk', 'Гульнара Сафина: відкритого завдання «замер» немає, нічого не закрито.'],
  ['en', 'There is no open task “замер” with Гульнара Сафина, and nothing was closed.'],
])('it is refused in %s', async (lang, sentence) => {
  await named()
  const { exit, err } = await home.run(['done', 'замер', 'гульнара', '--lang', lang])
  expect([exit, err.slice(0, sentence.length)]).toEqual([1, sentence])
})

test('a task is named by whom it is with in another case, a company too', async () => {
  await named()
  expect(await said(['done', 'набрать', 'ромашку', 'просит КП'])).toBe(
    'Готово t2 набрать · o1 ООО Ромашка · «просит КП»\n',
  )
  expect(await said(['task', 'move', 'марину', 'на', 'завтра', 'вечер'])).toBe(
    't3 набрать: пт 16.10.2026 → чт 15.10.2026 18:00\n',
  )
  expect(await said(['task', 'move', 'замер', 'сомовой', 'на', 'субботу', '11:00'])).toBe(
    't1 замер: пт 16.10.2026 → сб 17.10.2026 11:00\n',
  )
  expect(await said(['task', 'move', 'гульнару', 'на', 'завтра'])).toBe(
    '1 Гульнара Сафина: открытых задач и встреч нет. Новая: voronka task add "перезвонить" --about c2 --due завтра\n',
  )
})

test.each([
  ['ru', 'не взяла трубку'],
  ['uk', 'не взяла слухавку'],
  ['en', 'no answer'],
])('after a call that nobody answered the command that is told makes the task, in %s', async (lang, how) => {
  await home.run(['contact', 'add', 'Ольга Сомова'])
  const { err } = await home.run(['call', 'Ольга', how, '--lang', lang])
  const [, text = '', whom = '', due = ''] =
    /voronka task add "(.*?)" --about (c\d+) --due "(.*?)"/.exec(err) ?? []
  expect((await home.run(['task', 'add', text, '--about', whom, '--due', due, '--lang', lang])).exit).toBe(0)
  const tasks = await jsonOf(home, 'task', 'list')
  expect(tasks).toMatchObject([{ text, contact: 'Ольга Сомова', due: '2026-10-15T10:00:00+03:00' }])
})

test.each([
  ['ru', 'пропущенный'],
  ['uk', 'пропущений'],
  ['en', 'missed'],
])('a missed call from a number that nobody has is kept under it, in %s', async (lang, how) => {
  const nobody = person([])
  const ran = await home.run(['call', '+380661234567', how, '--lang', lang], {
    terminal: 80,
    ask: nobody.ask,
  })
  expect(ran.exit).toBe(0)
  expect(await jsonOf(home, 'activity', 'list')).toMatchObject([
    { kind: 'call', outcome: 'missed', direction: 'in', contact: '+380661234567' },
  ])
})

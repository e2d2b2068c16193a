import { beforeEach, describe, expect, test } from 'vitest'
import { person } from '../support/person.ts'
import { jsonOf } from './asking.ts'
import { type RunOptions, type Trial, trial } from './world.ts'

let home: Trial
/** Wednesday, 14 October 2026, 12:00 in Kyiv. */
beforeEach(async () => {
  home = trial({ env: { VORONKA_LANG: 'ru' } })
  for (const line of [
    ['init', '--stages', 'Заявка,Замер,Договор', '--currency', 'RUB', '--timezone', 'Europe/Kyiv'],
    ['manager', 'add', 'Олег Ким'],
    ['me', 'Олег'],
    ['company', 'add', 'ООО Ромашка'],
    ['contact', 'add', 'Анна Иванова', '--phone', '+7 916 123-45-67', '--company', 'Ромашка'],
    ['deal', 'add', 'Балкон', '--contact', 'Анна', '--company', 'Ромашка', '--amount', '120000'],
  ])
    expect((await home.run(line)).exit).toBe(0)
})

const said = async (argv: readonly string[], options?: RunOptions) => {
  const { exit, out, err } = await home.run(argv, options)
  expect(out).toBe('')
  return exit === 0 ? err : `${exit} ${err}`
}

describe('a call', () => {
  test('is ours and answered; the only open deal is linked; the next step is a task', async () => {
    const line = ['call', 'Анна', 'обсудили цену', '--next', 'отправить договор пт 10']
    expect(await said(line)).toBe(
      `Записано a1: звонок · c1 Анна Иванова · d1 Балкон · ответили · «обсудили цену»\nДальше t1: пт 16.10.2026 10:00 — отправить договор\n`,
    )
    expect(await jsonOf(home, 'activity', 'show', 'a1')).toEqual({
      id: 'a1',
      externalId: null,
      externalSystem: null,
      kind: 'call',
      direction: 'out',
      outcome: 'answered',
      at: '2026-10-14T12:00:00+03:00',
      duration: null,
      manager: 'Олег Ким',
      contact: 'Анна Иванова',
      company: 'ООО Ромашка',
      deal: 'd1',
      text: 'обсудили цену',
      place: null,
      phone: null,
    })
    expect(await jsonOf(home, 'task', 'show', 't1')).toMatchObject({
      text: 'отправить договор',
      due: '2026-10-16T10:00:00+03:00',
      manager: 'Олег Ким',
      contact: 'Анна Иванова',
      deal: 'd1',
    })
    expect(await said(['undo'])).toMatch(/^Отменено/)
    expect(await jsonOf(home, 'activity', 'list')).toEqual([])
    expect(await jsonOf(home, 'task', 'list')).toEqual([])
  })

  test.each([
    [['--in', '--outcome', 'no-answer'], 'in', 'missed'],
    [['--in'], 'in', 'answered'],
    [['--итог', 'пропущенный'], 'in', 'missed'],
    [['--итог', 'недозвон'], 'out', 'no-answer'],
    [['--итог', 'недодзвін'], 'out', 'no-answer'],
    [['--outcome', 'просил не звонить'], 'out', 'просил не звонить'],
    [['--вх', '--итог', 'не ответил'], 'in', 'missed'],
  ])('%j', async (flags, direction, outcome) => {
    expect(await jsonOf(home, 'звонок', 'Анна', ...flags)).toMatchObject({ direction, outcome })
  })

  test.each([
    [['не', 'ответил'], 'недозвон'],
    [['нет ответа, попробую завтра'], 'недозвон'],
    [['не берёт трубку'], 'недозвон'],
    [['занято'], 'недозвон'],
    [['нет ответа по смете'], 'ответили'],
    [['не ответил на письмо'], 'ответили'],
    [['не ответил', '--outcome', 'ответил'], 'ответили'],
  ])('%s: %s', async (words, outcome) => {
    const line = await said(['call', 'Анна', ...words])
    expect(line.split('\n')[0]?.split(' · ')[3]).toBe(outcome)
  })

  test('that nobody answered: a next step is asked for where nothing is planned', async () => {
    const line = 'Записано a1: звонок · c1 Анна Иванова · d1 Балкон · недозвон\n'
    expect(await said(['call', 'Анна', '--outcome', 'недозвон'])).toBe(
      `${line}Не дозвонились, и дальше ничего не назначено. Напомнит: voronka task add "перезвонить" --about c1 --due "завтра 10:00"\n`,
    )
    await home.run(['undo'])
    await home.run(['task', 'add', 'перезвонить', '--about', 'Анна', '--due', 'завтра'])
    expect(await said(['call', 'Анна', '--outcome', 'недозвон'])).toBe(`${line.replace('a1', 'a2')}`)
  })

  test('what cannot be is refused', async () => {
    expect(await said(['call', 'Анна', '--in', '--out'])).toBe('2 Либо от них (--in), либо от нас (--out)\n')
    expect(await said(['call', 'Анна', '--out', '--outcome', 'missed'])).toBe(
      '2 Пропущенный бывает только входящий: --in. Не ответили нам — --outcome недозвон\n',
    )
    expect(await said(['call', 'Анна', '--at', 'завтра 10'])).toBe(
      '1 чт 15.10.2026 10:00 ещё не наступило. Что сделать тогда: --next или voronka task add; встреча: voronka meet\n',
    )
    expect(await said(['call', 'Анна', '--duration', 'долго'])).toBe(
      '2 --duration принимает минуты, например 5 или 1:30, а не «долго»\n',
    )
    expect(await said(['call'])).toBe('2 voronka call: не хватает <кто>. Смотрите: voronka call --help\n')
    expect(await said(['note', 'Анна'])).toBe(
      '2 voronka note: не хватает <текст>. Смотрите: voronka note --help\n',
    )
    expect(await jsonOf(home, 'activity', 'list')).toEqual([])
  })

  test('what was typed is echoed: when, how long, who', async () => {
    await home.run(['manager', 'add', 'Вера Лис'])
    const line = [
      'call',
      'Анна',
      '--at',
      'вчера 15:30',
      '--duration',
      '5',
      '--manager',
      'Вера',
      '--deal',
      'none',
    ]
    expect(await said(line)).toBe(
      'Записано a1: звонок · c1 Анна Иванова · ответили · вт 13.10.2026 15:30 · 5 мин · Вера Лис\n',
    )
  })

  test('--dry-run says the same and writes nothing', async () => {
    expect(await said(['call', 'Пётр', '--new', '--dry-run'])).toBe(
      'Записано a1: звонок · c2 Пётр · ответили\nНовый контакт c2 Пётр\nПробный запуск: ничего не изменено\n',
    )
    expect(await jsonOf(home, 'contact', 'list')).toHaveLength(1)
  })
})

describe('whom it is with', () => {
  test.each([
    ['8 916 123 45 67', 'c1 Анна Иванова · d1 Балкон'],
    ['c1', 'c1 Анна Иванова · d1 Балкон'],
    ['с1', 'c1 Анна Иванова · d1 Балкон'],
    ['ромашка', 'o1 ООО Ромашка · d1 Балкон'],
    ['o1', 'o1 ООО Ромашка · d1 Балкон'],
    ['балк', 'c1 Анна Иванова · d1 Балкон'],
    ['d1', 'c1 Анна Иванова · d1 Балкон'],
    ['.', 'c1 Анна Иванова · d1 Балкон'],
  ])('%s', async (who, about) => {
    expect((await said(['note', who, 'да'])).split('\n')[0]).toBe(`Записано a1: заметка · ${about} · «да»`)
  })

  test('a dot is the one of the last note too', async () => {
    await home.run(['contact', 'add', 'Пётр Лис'])
    await home.run(['note', 'Пётр', 'раз'])
    await home.run(['deal', 'add', 'Дверь', '--contact', 'Пётр'])
    await home.run(['note', 'Анна', 'два'])
    expect((await said(['note', '.', 'три'])).split('\n')[0]).toBe(
      'Записано a3: заметка · c1 Анна Иванова · d1 Балкон · «три»',
    )
  })

  test('several open deals: none is linked, and that is said', async () => {
    await home.run(['deal', 'add', 'Дверь', '--contact', 'Анна'])
    expect(await said(['note', 'Анна', 'да'])).toBe(
      'Записано a1: заметка · c1 Анна Иванова · «да»\nСделка не указана, а открытых несколько: d1, d2. Назвать: --deal\n',
    )
    expect(await said(['note', 'Анна', 'да', '--deal', 'дверь'])).toBe(
      'Записано a2: заметка · c1 Анна Иванова · d2 Дверь · «да»\n',
    )
  })

  test('a name of a person and of a company is refused with both, a choice at a terminal', async () => {
    await home.run(['company', 'add', 'Иванова и сыновья'])
    expect(await said(['note', 'Иванова', 'да'])).toBe(
      '1 «Иванова» — подходит не одно (2): c1 Анна Иванова (ООО Ромашка), o2 Иванова и сыновья. Назовите точнее\n',
    )
    const { ask, heard } = person(['2'])
    expect((await said(['note', 'Иванова', 'да'], { terminal: 80, ask })).split('\n')[0]).toBe(
      'Записано a1: заметка · o2 Иванова и сыновья · «да»',
    )
    expect(heard).toEqual([
      'Кого или что из них: «Иванова»? [1. c1 Анна Иванова (ООО Ромашка) | 2. o2 Иванова и сыновья] ⏎ 2',
    ])
  })

  test('a person is meant rather than the firm of the same name they belong to', async () => {
    await home.run(['company', 'add', 'ФОП Шевчук Р.І.'])
    await home.run(['contact', 'add', 'Шевчук Роман', '--company', 'ФОП Шевчук'])
    expect(await said(['note', 'Шевчук', 'да'])).toBe('Записано a1: заметка · c2 Шевчук Роман · «да»\n')
    await home.run(['contact', 'add', 'Шевчук Ольга', '--company', 'ФОП Шевчук'])
    expect(await said(['note', 'Шевчук', 'да'])).toBe(
      '1 «Шевчук» — подходит не одно (3): c2 Шевчук Роман (ФОП Шевчук Р.І.), c3 Шевчук Ольга (ФОП Шевчук Р.І.), o2 ФОП Шевчук Р.І.. Назовите точнее\n',
    )
  })

  test('a preposition before the name is no name', async () => {
    expect(await said(['зустріч', 'з', 'Анна', 'завтра', '12'])).toBe(
      'Записано a1: встреча · c1 Анна Иванова · d1 Балкон · назначена · чт 15.10.2026 12:00\n',
    )
    // It came from them.
    expect(await said(['звонок', 'от', 'Анна', 'Иванова', 'ждёт', 'счёт'])).toBe(
      'Записано a2: входящий звонок · c1 Анна Иванова · d1 Балкон · ответили · «ждёт счёт»\n',
    )
  })

  test('nobody: refused with the command that makes the contact, asked at a terminal', async () => {
    expect(await said(['call', 'Пётр', 'про окна'])).toBe(
      '1 Нет ни контакта, ни компании, ни сделки «Пётр». Есть: Анна Иванова. Сразу завести контакт:\n  voronka call Пётр "про окна" --new\n',
    )
    const yes = person([true, 'звонили мы, ответили', ''])
    expect(await said(['call', 'Пётр'], { terminal: 80, ask: yes.ask })).toBe(
      'Записано a1: звонок · c2 Пётр · ответили\nНовый контакт c2 Пётр\n',
    )
    expect(yes.heard).toEqual([
      'Контакта «Пётр» нет (есть: Анна Иванова). Завести? ⏎ true',
      'Чем кончилось? [звонили мы, ответили | звонили мы, недозвон или занято | звонили мы, просили позже | звонили нам, ответили мы | звонили нам, мы пропустили] ⏎ звонили мы, ответили',
      'Что дальше и когда? (перезвонить пт 10; Enter — ничего) () ⏎ ',
    ])
    const named = person(['Вера Лис', 'звонили мы, ответили', ''])
    expect(await said(['call', '+380 67 123 45 67'], { terminal: 80, ask: named.ask })).toBe(
      'Записано a2: звонок · c3 Вера Лис · ответили\nНовый контакт c3 Вера Лис\n',
    )
    expect(await jsonOf(home, 'contact', 'show', 'c3')).toMatchObject({
      phones: ['+380671234567'],
      manager: 'Олег Ким',
    })
    expect(await said(['mail', 'p@lis.example', 'прислал план', '--in', '--new'])).toBe(
      'Записано a3: входящее письмо · c4 p@lis.example · «прислал план»\nНовый контакт c4 p@lis.example\n',
    )
  })
})

describe('a meeting', () => {
  test('is planned, put off, held', async () => {
    expect(await said(['meet', 'Анна', 'замер', '--at', 'завтра 15:30', '--place', 'у них'])).toBe(
      `Записано a1: встреча · c1 Анна Иванова · d1 Балкон · назначена · чт 15.10.2026 15:30 · у них · «замер»\n`,
    )
    expect(await said(['встреча', 'a1', '--at', 'пт 10'])).toBe(
      'Встреча a1 перенесена: встреча · c1 Анна Иванова · d1 Балкон · пт 16.10.2026 10:00 · у них · «замер»\n',
    )
    const friday = { now: '2026-10-16T12:00' }
    const line = ['meet', 'Анна', 'всё сняли', '--next', 'пн отправить договор']
    expect(await said(line, friday)).toBe(
      'Встреча a1 состоялась: встреча · c1 Анна Иванова · d1 Балкон · у них · «замер – всё сняли»\nДальше t1: пн 19.10.2026 — отправить договор\n',
    )
    expect(await jsonOf(home, 'activity', 'list')).toMatchObject([
      { id: 'a1', outcome: 'held', at: '2026-10-16T10:00:00+03:00', text: 'замер – всё сняли' },
    ])
    expect(await said(['done', 'a1'], friday)).toBe(
      '1 a1 уже отмечена: состоялась, пт 16.10.2026 10:00. Вернуть: voronka undo 9\n',
    )
  })

  test('that did not take place', async () => {
    await said(['meet', 'Анна', 'замер', '--at', 'завтра 15:30'])
    expect(await said(['meet', 'a1', 'заболела', '--outcome', 'не состоялась'])).toBe(
      'Записано a1: встреча · c1 Анна Иванова · d1 Балкон · не состоялась · «замер – заболела»\n',
    )
    expect(await jsonOf(home, 'activity', 'show', 'a1')).toMatchObject({
      ...{ kind: 'meeting', outcome: 'not-held', at: '2026-10-14T12:00:00+03:00', text: 'замер – заболела' },
    })
    expect(await said(['undo'])).toMatch(/^Отменено/)
    expect(await jsonOf(home, 'activity', 'show', 'a1')).toMatchObject({
      kind: 'meeting',
      outcome: 'planned',
    })
  })

  test('of two planned for one day it is said which', async () => {
    await home.run(['meet', 'Анна', '--at', 'сегодня 15'])
    await home.run(['meet', 'Анна', '--at', 'сегодня 17'])
    const evening = { now: '2026-10-14T19:00' }
    expect(await said(['meet', 'Анна'], evening)).toBe(
      '1 На этот день с ними назначено несколько встреч: a1, a2. Какая состоялась: voronka done a1\n',
    )
    expect(await said(['done', 'a2', 'договорились'], evening)).toBe(
      'Встреча a2 состоялась: встреча · c1 Анна Иванова · d1 Балкон · «договорились»\n',
    )
  })
})

describe('the next step', () => {
  test('without a date it is refused, and asked for at a terminal', async () => {
    expect(await said(['call', 'Анна', '--next', 'перезвонить'])).toBe(
      '1 Когда «перезвонить»? День стоит в начале или в конце: --next "перезвонить завтра 10:00", "пт после обеда выслать КП", "25-го", "через 3 дня"\n',
    )
    expect(await said(['call', 'Анна', '--next', 'перезвонить 32.13'])).toBe(
      '2 Непонятно когда: «32.13». Можно так: --next "перезвонить пт 10", "завтра 15:30 отправить договор", "спросить снова через 3 месяца"\n',
    )
    expect(await said(['call', 'Анна', '--next', 'вчера перезвонить'])).toBe(
      '2 вт 13.10.2026 уже позади: нужен день или час, который ещё впереди\n',
    )
    const { ask, heard } = person(['звонили мы, ответили', 'когда-нибудь', 'пт 10'])
    expect(await said(['call', 'Анна', '--next', 'перезвонить'], { terminal: 120, ask })).toBe(
      `Непонятная дата «когда-нибудь»: можно так: завтра 10:00, пт 10, 25.10 15:30, 25-го, через 3 дня.
Записано a1: звонок · c1 Анна Иванова · d1 Балкон · ответили\nДальше t1: пт 16.10.2026 10:00 — перезвонить\n`,
    )
    expect(heard).toHaveLength(3)
  })

  test('beside one that is open with the same person, that is told', async () => {
    await said(['call', 'Анна', '--next', 'перезвонить пт 10'])
    expect(await said(['call', 'Анна', '--next', 'перезвонить пн 10'])).toBe(
      [
        'Записано a2: звонок · c1 Анна Иванова · d1 Балкон · ответили',
        'Дальше t2: пн 19.10.2026 10:00 — перезвонить',
        'С ними уже открыта задача: t1, пт 16.10.2026 10:00 — перезвонить. Закрыть её: voronka done t1; перенести: voronka task move t1',
        '',
      ].join('\n'),
    )
    expect(await said(['call', 'Анна', '--next', 'прислать смету вт'])).toBe(
      [
        'Записано a3: звонок · c1 Анна Иванова · d1 Балкон · ответили',
        'Дальше t3: вт 20.10.2026 — прислать смету',
        '',
      ].join('\n'),
    )
  })

  test.each([
    ['встреча в пт 11', null, 'встреча'],
    ['пт 11 встретиться у них в офисе', 'у них в офисе', 'встреча у них в офисе'],
    ['зустріч з директором пт 11', 'з директором', 'встреча з директором'],
    ['meeting fri 11', null, 'встреча'],
  ])('%s is a meeting to come', async (next, text, shown) => {
    expect(await said(['call', 'Анна', '--next', next])).toBe(
      `Записано a1: звонок · c1 Анна Иванова · d1 Балкон · ответили\nДальше a2: пт 16.10.2026 11:00 — ${shown}\n`,
    )
    expect(await jsonOf(home, 'activity', 'show', 'a2')).toMatchObject({
      kind: 'meeting',
      outcome: 'planned',
      text,
      contact: 'Анна Иванова',
      deal: 'd1',
      manager: 'Олег Ким',
    })
    expect(await jsonOf(home, 'task', 'list')).toEqual([])
  })

  test.each(['замер пт 11', 'подготовиться к встрече пт 11', 'meeting notes fri 11'])(
    '%s is a task',
    async (next) => {
      await said(['call', 'Анна', '--next', next])
      expect(await jsonOf(home, 'task', 'list')).toHaveLength(1)
    },
  )

  test('of a deal that its company names', async () => {
    expect(await said(['won', 'Ромашка'])).toBe('d1 Балкон: Заявка → Выиграно\n')
  })

  test('of a won and of a lost deal', async () => {
    expect(await said(['won', 'Балкон', '--next', 'через месяц спросить отзыв'])).toBe(
      'd1 Балкон: Заявка → Выиграно\nДальше t1: сб 14.11.2026 — спросить отзыв\n',
    )
    expect(await said(['отказ', 'd1', 'передумали', '--потом', 'через 3 месяца'])).toBe(
      'd1 Балкон: Выиграно → Отказ (передумали)\nДальше t2: чт 14.01.2027 — связаться\nЗадачи остались: t1 спросить отзыв. Больше не нужна: voronka task rm t1; сделано: voronka done t1\n',
    )
    expect(await jsonOf(home, 'task', 'show', 't2')).toMatchObject({ contact: 'Анна Иванова', deal: 'd1' })
    expect(await said(['undo'])).toMatch(/^Отменено/)
    expect(await jsonOf(home, 'deal', 'show', 'd1')).toMatchObject({ status: 'won' })
    expect(await jsonOf(home, 'task', 'list')).toHaveLength(1)
  })
})

describe('done', () => {
  beforeEach(() => home.run(['call', 'Анна', '--next', 'отправить договор пт 10']))

  test('with what came of it, and what is next', async () => {
    expect(await said(['готово', 't1', 'подпишут', '--next', 'пн 9 проверить подпись'])).toBe(
      'Готово t1 отправить договор · c1 Анна Иванова · d1 Балкон · «подпишут»\nДальше t2: пн 19.10.2026 09:00 — проверить подпись\n',
    )
    expect(await said(['done', 't1'])).toBe('t1 отправить договор: уже выполнена, ср 14.10.2026 12:00\n')
    expect(await jsonOf(home, 'task', 'show', 't1')).toMatchObject({
      state: 'done',
      doneAt: '2026-10-14T12:00:00+03:00',
      result: 'подпишут',
    })
  })

  test('of several tasks at once, as one operation', async () => {
    await home.run(['task', 'add', 'сверить кассу'])
    expect(await said(['done', 't1', 't2'])).toBe(
      'Готово t1 отправить договор · c1 Анна Иванова · d1 Балкон\nГотово t2 сверить кассу\n',
    )
    expect(await said(['done', 't1', 't2', '--next', 'завтра позвонить'])).toBe(
      '2 Что дальше — говорится об одной задаче: отмечайте такие по одной\n',
    )
    await home.run(['undo'])
    const tasks = (await jsonOf(home, 'task', 'list')) as { state: string }[]
    expect(tasks.map(({ state }) => state)).toEqual(['open', 'open'])
  })

  test('at a terminal the task is chosen', async () => {
    expect(await said(['done'])).toBe('2 voronka done: не хватает <задача>. Смотрите: voronka done --help\n')
    const { ask, heard } = person(['t1'])
    expect(await said(['done'], { terminal: 80, ask })).toBe(
      'Готово t1 отправить договор · c1 Анна Иванова · d1 Балкон\n',
    )
    expect(heard).toEqual(['Что сделано? [t1 · пт 16.10.2026 10:00 · отправить договор · Анна Иванова] ⏎ t1'])
    expect(await said(['done'], { terminal: 80, ask })).toBe(
      '1 Открытых задач нет. Новая: voronka task add "перезвонить" --due завтра\n',
    )
  })
})

describe('a task is named', () => {
  beforeEach(async () => {
    await home.run(['task', 'add', 'отправить договор пт', '--about', 'Анна'])
    await home.run(['task', 'add', 'отправить образцы пн'])
  })

  test('by its words, or by whom it is about', async () => {
    expect(await said(['done', 'догов'])).toBe('Готово t1 отправить договор · c1 Анна Иванова · d1 Балкон\n')
    expect(await said(['done', 'договор'])).toBe('1 Нет задачи «договор». Все: voronka task list\n')
    await home.run(['undo'])
    expect(await said(['done', 'иванова', '--dry-run'])).toMatch(/^Готово t1 /)
    expect(await said(['done', 'отправить'])).toBe(
      '1 «отправить» — подходит не одному (2): t1 отправить договор (Анна Иванова), t2 отправить образцы. Назовите точнее\n',
    )
  })

  test('and put off till when, a terminal asks', async () => {
    const { ask, heard } = person(['чт'])
    expect(await said(['task', 'move', 'образцы'], { terminal: 80, ask })).toBe(
      't2 отправить образцы: пн 19.10.2026 → чт 15.10.2026\n',
    )
    expect(heard).toEqual(['На когда? (Enter — завтра; пт 10, через 3 дня) () ⏎ чт'])
  })
})

test('a bare lost asks which deal, why, and what is next', async () => {
  expect(await said(['lost'])).toBe('2 voronka lost: не хватает <сделка>. Смотрите: voronka lost --help\n')
  const asked = person(['балк', 'дорого', 'вчера', 'через месяц спросить'])
  expect(await said(['lost'], { terminal: 80, ask: asked.ask })).toBe(
    'вт 13.10.2026 уже позади: нужен день или час, который ещё впереди\nd1 Балкон: Заявка → Отказ (дорого)\nДальше t1: сб 14.11.2026 — спросить\n',
  )
  expect(asked.heard.slice(0, 3)).toEqual([
    'Какая сделка? (номер, название или клиент) () ⏎ балк',
    'Почему отказ? (Enter — не сказано) () ⏎ дорого',
    'Что дальше и когда? (перезвонить пт 10; Enter — ничего) () ⏎ вчера',
  ])
})

test('a bare verb leads through everything', async () => {
  const { ask, heard } = person(['Анна', 'звонили мы, недозвон', '', 'завтра 10'])
  expect(await said(['call'], { terminal: 80, ask })).toBe(
    `Записано a1: звонок · c1 Анна Иванова · d1 Балкон · недозвон\nДальше t1: чт 15.10.2026 10:00 — связаться\n`,
  )
  expect(heard).toEqual([
    'Кому звонили или кто звонил? () ⏎ Анна',
    'Чем кончилось? [звонили мы, ответили | звонили мы, недозвон или занято | звонили мы, просили позже | звонили нам, ответили мы | звонили нам, мы пропустили] ⏎ звонили мы, недозвон',
    'О чём говорили? (Enter — ничего) () ⏎ ',
    'Что дальше и когда? (перезвонить пт 10; Enter — ничего) () ⏎ завтра 10',
  ])
})

describe('of which nothing was typed but with whom', () => {
  const OUTCOMES =
    'Чем кончилось? [звонили мы, ответили | звонили мы, недозвон или занято | звонили мы, просили позже | звонили нам, ответили мы | звонили нам, мы пропустили]'
  const NEXT = 'Что дальше и когда? (перезвонить пт 10; Enter — ничего) ()'

  test('a call is asked about at a terminal', async () => {
    const { ask, heard } = person(['звонили мы, просили позже', 'перезвонить завтра в 9'])
    expect(await said(['call', 'c1'], { terminal: 80, ask })).toBe(
      'Записано a1: звонок · c1 Анна Иванова · d1 Балкон · просили позже\nДальше t1: чт 15.10.2026 09:00 — перезвонить\n',
    )
    expect(heard).toEqual([`${OUTCOMES} ⏎ звонили мы, просили позже`, `${NEXT} ⏎ перезвонить завтра в 9`])
    const inbound = person(['звонили нам, мы пропустили', ''])
    expect(await said(['call', 'c1', '--in'], { terminal: 80, ask: inbound.ask })).toBe(
      'Записано a2: входящий звонок · c1 Анна Иванова · d1 Балкон · пропущенный\n',
    )
    expect(inbound.heard[0]).toBe(
      'Чем кончилось? [звонили нам, ответили мы | звонили нам, мы пропустили] ⏎ звонили нам, мы пропустили',
    )
  })

  test.each([
    [['--yes'], 'ответили'],
    [['--no-input'], 'ответили'],
    [['--outcome', 'недозвон'], 'недозвон'],
    [['--duration', '5'], 'ответили'],
    [['обсудили', '--dry-run'], 'ответили'],
  ])('but not with %j', async (flags, outcome) => {
    const { ask, heard } = person([])
    const line = await said(['call', 'c1', ...flags], { terminal: 80, ask })
    expect([line.split('\n')[0]?.split(' · ')[3], heard]).toEqual([outcome, []])
  })

  test('of a meeting it is asked when it is; one that was, what comes next', async () => {
    const { ask, heard } = person(['завтра 15:30'])
    expect(await said(['meet', 'c1'], { terminal: 80, ask })).toBe(
      'Записано a1: встреча · c1 Анна Иванова · d1 Балкон · назначена · чт 15.10.2026\n15:30\n',
    )
    expect(heard).toEqual(['Когда? (Enter — сейчас; завтра 15:30, пт 10) () ⏎ завтра 15:30'])
    const now = person(['', 'отправить КП пт', false])
    expect(await said(['meet', 'c1'], { terminal: 80, ask: now.ask })).toBe(
      'Записано a2: встреча · c1 Анна Иванова · d1 Балкон · состоялась\nДальше t1: пт 16.10.2026 — отправить КП\n',
    )
  })
})

describe('words at the beginning of the text', () => {
  test.each([
    ['звонок', ['вх', 'пропущенный'], 'входящий звонок', 'пропущенный', null],
    ['звонок', ['вх. пропущен, просили набрать'], 'входящий звонок', 'пропущенный', 'просили набрать'],
    ['звонок', ['входящий', 'про', 'окна'], 'входящий звонок', 'ответили', 'про окна'],
    ['звонок', ['исх', 'недозвон'], 'звонок', 'недозвон', null],
    ['звонок', ['сбросил'], 'звонок', 'недозвон', null],
    ['звонок', ['сбросил цену'], 'звонок', 'ответили', 'сбросил цену'],
    ['звонок', ['не взяла трубку, занята'], 'звонок', 'недозвон', 'занята'],
    ['звонок', ['перезвонит'], 'звонок', 'перезвонит', null],
    ['звонок', ['недозвон про смету'], 'звонок', 'недозвон', 'про смету'],
    ['дзвінок', ['вхідний пропущений'], 'входящий звонок', 'пропущенный', null],
    ['дзвінок', ['вих', 'не', 'взяла', 'слухавку'], 'звонок', 'недозвон', null],
    ['call', ['missed', 'call'], 'входящий звонок', 'пропущенный', null],
    ['call', ['incoming, asked for a price'], 'входящий звонок', 'ответили', 'asked for a price'],
    ['call', ['missed the deadline'], 'звонок', 'ответили', 'missed the deadline'],
    ['call', ['not answered'], 'звонок', 'недозвон', null],
  ])('%s %j', async (verb, words, what, outcome, text) => {
    const [line] = (await said([verb, 'Анна', ...words])).split('\n')
    const facts = [`Записано a1: ${what}`, 'c1 Анна Иванова', 'd1 Балкон', outcome]
    expect(line).toBe([...facts, ...(text === null ? [] : [`«${text}»`])].join(' · '))
  })

  test('of an e-mail and a message say its direction only; of a note nothing', async () => {
    expect(await said(['письмо', 'Анна', 'вх', 'прислала план'])).toBe(
      'Записано a1: входящее письмо · c1 Анна Иванова · d1 Балкон · «прислала план»\n',
    )
    expect(await said(['message', 'Анна', 'не ответила'])).toBe(
      'Записано a2: исходящее сообщение · c1 Анна Иванова · d1 Балкон · «не ответила»\n',
    )
    expect(await said(['note', 'Анна', 'вх', 'звонки утром'])).toBe(
      'Записано a3: заметка · c1 Анна Иванова · d1 Балкон · «вх звонки утром»\n',
    )
  })

  test('that contradict a flag are what was said', async () => {
    expect((await said(['call', 'Анна', 'входящий', '--out'])).split('\n')[0]).toBe(
      'Записано a1: звонок · c1 Анна Иванова · d1 Балкон · ответили · «входящий»',
    )
  })

  test('after a comma, what comes next with its day is the next step', async () => {
    expect(await said(['дзвінок', 'Анна', 'не', 'взяла', 'трубку,', 'передзвонити', 'через', 'годину'])).toBe(
      'Записано a1: звонок · c1 Анна Иванова · d1 Балкон · недозвон\nДальше t1: ср 14.10.2026 13:00 — передзвонити\n',
    )
    expect(await said(['call', 'Анна', 'просит скидку, 5%, перезвонить в пт 10'])).toBe(
      'Записано a2: звонок · c1 Анна Иванова · d1 Балкон · ответили · «просит скидку, 5%»\nС ними уже открыта задача: t1, ср 14.10.2026 13:00 — передзвонити. Закрыть её: voronka done t1; перенести: voronka task move t1\nДальше t2: пт 16.10.2026 10:00 — перезвонить\n',
    )
    for (const task of ['t1', 't2']) await home.run(['done', task])
    expect(await said(['call', 'Анна', 'agreed, call back tomorrow 10:00', '--lang', 'en'])).toBe(
      'Noted a3: call · c1 Анна Иванова · d1 Балкон · answered · “agreed”\nNext t3: Thu 15 Oct 2026 10:00 – call back\n',
    )
    await home.run(['done', 't3'])
    expect(await said(['call', 'Анна', 'занято, завтра утром набрать'])).toBe(
      'Записано a4: звонок · c1 Анна Иванова · d1 Балкон · недозвон\nДальше t4: чт 15.10.2026 — набрать утром\n',
    )
    await home.run(['undo'])
    expect(await said(['дзвінок', 'Анна', 'слухавку не підняли, завтра зранку'])).toBe(
      'Записано a5: звонок · c1 Анна Иванова · d1 Балкон · недозвон\nДальше t5: чт 15.10.2026 — связаться зранку\n',
    )
    await home.run(['undo'])
    expect(await said(['дзвінок', 'Анна', 'зайнято, спробую через годину'])).toBe(
      'Записано a6: звонок · c1 Анна Иванова · d1 Балкон · недозвон\nДальше t6: ср 14.10.2026 13:00 — спробую\n',
    )
    await home.run(['undo'])
    expect((await said(['call', 'Анна', 'договорились, перезвонить'])).split('\n')[0]).toBe(
      'Записано a7: звонок · c1 Анна Иванова · d1 Балкон · ответили · «договорились, перезвонить»',
    )
  })
})

describe('what was said of a day ahead', () => {
  const FIRST = 'Записано a1: звонок · c1 Анна Иванова · d1 Балкон · ответили'
  const UNSAID = (text: string) =>
    `Задачи нет: «${text}» — только в тексте. Напомнит: voronka task add "${text}" --about c1`

  test.each([
    [
      'скидку дали 5% перезвонить завтра в 11',
      ' · «скидку дали 5% перезвонить завтра в 11»',
      'чт 15.10.2026 11:00 — перезвонить',
    ],
    ['дали 5%. Перезвонить завтра в 11', ' · «дали 5%»', 'чт 15.10.2026 11:00 — Перезвонить'],
    ['согласна, замер в пт в 12', ' · «согласна»', 'пт 16.10.2026 12:00 — замер'],
    ['согласна на замер в пт в 12', ' · «согласна на замер в пт в 12»', 'пт 16.10.2026 12:00 — замер'],
    ['выслать кп до пятницы', '', 'пт 16.10.2026 — выслать кп'],
    ['хочет белые, в пятницу к десяти замер', ' · «хочет белые»', 'пт 16.10.2026 10:00 — замер'],
  ])('%s: is done then', async (text, shown, next) => {
    expect(await said(['call', 'Анна', ...text.split(' ')])).toBe(`${FIRST}${shown}\nДальше t1: ${next}\n`)
  })

  test.each(['договорились на пятницу в 10', 'приедем завтра в 10'])('%s: is told of', async (text) => {
    expect(await said(['call', 'Анна', text])).toBe(`${FIRST} · «${text}»\n${UNSAID(text)}\n`)
  })

  test('is asked about at a terminal', async () => {
    const { ask, heard } = person([true])
    expect(await said(['call', 'Анна', 'приедем завтра в 10'], { terminal: 120, ask })).toBe(
      `${FIRST} · «приедем завтра в 10»\nДальше t1: чт 15.10.2026 10:00 — приедем\n`,
    )
    expect(heard).toEqual(['Поставить задачу на чт 15.10.2026 10:00: приедем? ⏎ true'])
  })

  test.each(['не звонить до 12', 'купили вчера'])('%s: is no plan', async (text) => {
    expect((await said(['call', 'Анна', text])).split('\n')[1]).toBe('')
  })
})

describe('whom it was with', () => {
  const call = (...words: string[]) => said(['call', ...words])

  test('may be a number of several words, and stand behind how it went', async () => {
    expect(await call('8', '905', '777', '66', '55', 'пропущенный', '--new')).toBe(
      'Записано a1: входящий звонок · c2 +79057776655 · пропущенный\nНовый контакт c2 +79057776655\n',
    )
    expect(await call('пропущенный', '8 905 777 66 55')).toBe(
      'Записано a2: входящий звонок · c2 +79057776655 · пропущенный\n',
    )
    expect(await call('недозвон', 'Анна', 'Иванова', '--next', 'завтра')).toBe(
      'Записано a3: звонок · c1 Анна Иванова · d1 Балкон · недозвон\nДальше t1: чт 15.10.2026 — связаться\n',
    )
    expect(await call('Анна', 'не', 'ответила', 'перезвонить', 'в', '15', '--yes')).toBe(
      'Записано a4: звонок · c1 Анна Иванова · d1 Балкон · недозвон\nДальше t2: ср 14.10.2026 15:00 — перезвонить\n',
    )
  })
})

describe('a name', () => {
  beforeEach(async () => {
    for (const name of ['Пётр Орлов', 'Марина Сидоренко', 'Соколова Вера Олеговна', 'Оксана Ткач'])
      await home.run(['contact', 'add', name])
  })

  test.each([
    ['петру', 'c2 Пётр Орлов'],
    ['орлову', 'c2 Пётр Орлов'],
    ['Петру Орлову', 'c2 Пётр Орлов'],
    ['сидаренко', 'c3 Марина Сидоренко'],
    ['оксані', 'c5 Оксана Ткач'],
  ])('in another case or with a slip, %s: its owner is offered', async (who, found) => {
    const [id = '', ...name] = found.split(' ')
    expect(await said(['note', who, 'да'])).toBe(
      `1 Нет ни контакта, ни компании, ни сделки «${who}». Может быть, это ${found}? Тогда назовите так. Если кто-то новый:\n  voronka note ${who.includes(' ') ? `"${who}"` : who} да --new\n`,
    )
    const { ask, heard } = person([true])
    expect(await said(['note', who, 'да'], { terminal: 80, ask })).toBe(
      `Записано a1: заметка · ${found} · «да»\n`,
    )
    expect(heard).toEqual([`Это ${name.join(' ')} (${id})? ⏎ true`])
  })

  test('of somebody else after all is made', async () => {
    const { ask } = person([false, true])
    expect(await said(['note', 'петру', 'да'], { terminal: 80, ask })).toBe(
      'Записано a1: заметка · c6 Петру · «да»\nНовый контакт c6 Петру\n',
    )
    await home.run(['contact', 'add', 'Пётр Лисовский'])
    await home.run(['contact', 'rm', 'c6'])
    const several = person(['c7 Пётр Лисовский'])
    expect(await said(['note', 'петром', 'да'], { terminal: 80, ask: several.ask })).toBe(
      'Записано a2: заметка · c7 Пётр Лисовский · «да»\n',
    )
  })

  test('of several words in another case is one too; a flag that names nobody says who is near', async () => {
    const { ask } = person([true])
    expect(await said(['note', 'Петру', 'Орлову', 'скидка'], { terminal: 80, ask })).toBe(
      'Записано a1: заметка · c2 Пётр Орлов · «скидка»\n',
    )
    expect(await said(['deal', 'add', 'Окно', '--contact', 'сидаренко'])).toBe(
      '1 Нет контакта «сидаренко». Есть: Марина Сидоренко. Все: voronka contact list. Добавить: voronka contact add "сидаренко"\n',
    )
  })

  test('of several words without quotes is one', async () => {
    expect(await said(['встреча', 'Вера', 'Соколова', '--когда', 'завтра 12'])).toBe(
      'Записано a1: встреча · c4 Соколова Вера Олеговна · назначена · чт 15.10.2026 12:00\n',
    )
    expect(await said(['note', 'Соколова', 'Вера', 'Олеговна', 'ждёт', 'счёт'])).toBe(
      'Записано a2: заметка · c4 Соколова Вера Олеговна · «ждёт счёт»\n',
    )
    expect(await said(['note', 'ООО', 'Ромашка', 'ждёт'])).toBe(
      'Записано a3: заметка · o1 ООО Ромашка · d1 Балкон · «ждёт»\n',
    )
    expect(await said(['note', 'Вера', 'сок'])).toBe(
      'Записано a4: заметка · c4 Соколова Вера Олеговна · «сок»\n',
    )
  })
})

describe('a task that was done with it', () => {
  test('a call of today is asked about, and done with the same operation', async () => {
    await home.run(['task', 'add', 'позвонить', '--about', 'Анна', '--due', 'сегодня 15:00'])
    const beside =
      'С ними уже открыта задача: t1, ср 14.10.2026 15:00 — позвонить. Закрыть её: voronka done t1; перенести: voronka task move t1\n'
    expect(await said(['call', 'Анна', 'согласна'])).toBe(
      `Записано a1: звонок · c1 Анна Иванова · d1 Балкон · ответили · «согласна»\n${beside}`,
    )
    expect((await said(['call', 'Анна', 'недозвон'])).split('\n')).toHaveLength(2)
    const { ask, heard } = person([true])
    expect(await said(['call', 'Анна', 'согласна'], { terminal: 80, ask })).toBe(
      'Записано a3: звонок · c1 Анна Иванова · d1 Балкон · ответили · «согласна»\nГотово t1 позвонить\n',
    )
    expect(heard).toEqual(['Задача t1 этим сделана: позвонить, ср 14.10.2026 15:00? ⏎ true'])
    await home.run(['undo'])
    expect(await jsonOf(home, 'task', 'show', 't1')).toMatchObject({ state: 'open' })
  })

  test('of several that one is named whose words were said', async () => {
    await home.run(['task', 'add', 'КП', '--about', 'Анна', '--due', 'пт'])
    await home.run(['task', 'add', 'отправить КП', '--about', 'Анна', '--due', 'завтра 12:00'])
    expect(await said(['mail', 'Анна', 'отправили КП', '--next', 'спросить про КП пт'])).toBe(
      [
        'Записано a1: письмо · c1 Анна Иванова · d1 Балкон · «отправили КП»',
        'С ними уже открыта задача: t2, чт 15.10.2026 12:00 — отправить КП. Закрыть её: voronka done t2; перенести: voronka task move t2',
        'Дальше t3: пт 16.10.2026 — спросить про КП',
        '',
      ].join('\n'),
    )
  })
})

test('a meeting still to come is not taken for held by its number alone', async () => {
  await said(['meet', 'Анна', '--at', 'сегодня 14:00'])
  expect(await said(['done', 'a1'])).toBe(
    '1 Встреча a1 назначена на ср 14.10.2026 14:00, это ещё впереди. Состоялась раньше: voronka done a1 --at сейчас; не состоится: voronka meet a1 --outcome "не состоялась"; перенести: voronka task move a1 --to …\n',
  )
  const no = person([false])
  expect((await said(['done', 'a1'], { terminal: 80, ask: no.ask })).slice(0, 2)).toBe('1 ')
  expect(no.heard).toEqual(['Встреча a1 назначена на ср 14.10.2026 14:00. Она уже состоялась? ⏎ false'])
  expect(await said(['done', 'a1', '--at', 'сейчас'])).toMatch(/^Встреча a1 состоялась/)
  expect(await said(['done', 'a1', 'не пришли'])).toBe(
    '1 a1 уже отмечена: состоялась, ср 14.10.2026 12:00. Вернуть: voronka undo 8\n',
  )
  await home.run(['undo', '8'])
  await home.run(['meet', 'a1', '--outcome', 'не состоялась'])
  expect(await said(['done', 'a1'])).toBe(
    '1 a1 уже отмечена: не состоялась, ср 14.10.2026 12:00. Вернуть: voronka undo 10\n',
  )
})

test('a search that finds nothing names whose name it nearly is', async () => {
  await home.run(['contact', 'add', 'Марина Сидоренко'])
  expect(await said(['найти', 'сидаренко'])).toBe(
    'Ничего не найдено: сидаренко. Может быть: c2 Марина Сидоренко\n',
  )
  expect(await said(['search', 'сідоренко', '--lang', 'uk'])).toBe(
    'Нічого не знайдено: сідоренко. Можливо: c2 Марина Сидоренко\n',
  )
  expect(await said(['search', 'xyz', '--lang', 'en'])).toBe('Nothing found: xyz\n')
})

test('several words that are together a stage are the stage', async () => {
  await home.run(['stage', 'add', 'КП отправлено'])
  expect(await said(['сделка', 'перевести', 'балкон', 'КП', 'отправлено'])).toMatchInlineSnapshot(`
    "d1 Балкон: Заявка → КП отправлено
    "
  `)
  expect(await said(['deal', 'move', 'd1', 'Замер', 'дважды'])).toMatchInlineSnapshot(`
    "1 Нет этапа «Замер дважды» в воронке «Продажи». Есть: Заявка, Замер, Договор, Выиграно, Отказ. Все: voronka stage list. Добавить: voronka stage add "Замер дважды"
    "
  `)
})

test('the same in English and Ukrainian', async () => {
  await home.run(['task', 'add', 'подзвонити', '--about', 'Анна', '--due', 'сегодня 15:00'])
  await home.run(['meet', 'Анна', '--at', 'сегодня 14:00'])
  const uk = person(['дзвонили ми, просили пізніше', '', true])
  const en = person([false])
  const lines = [
    await said(['дзвінок', 'анні', 'так', '--lang', 'uk']),
    await said(['call', 'Ivanowa', 'yes', '--lang', 'en']),
    await said(['call', 'анні', 'yes', '--lang', 'en']),
    await said(['дзвінок', 'Анна', '--lang', 'uk'], { terminal: 160, ask: uk.ask }),
    await said(['done', 'a1', '--lang', 'en']),
    await said(['зроблено', 'a1', '--lang', 'uk']),
    await said(['done', 'a1', '--lang', 'en'], { terminal: 200, ask: en.ask }),
    await said(['done', 'a1', '--at', 'now', '--lang', 'en']),
    await said(['done', 'a1', '--lang', 'en']),
    await said(['done', 'a1', '--lang', 'uk']),
  ]
  expect(lines.join('')).toMatchInlineSnapshot(`
    "1 Немає ні контакту, ні компанії, ні угоди «анні». Може, це c1 Анна Иванова? Тоді назвіть так. Якщо хтось новий:
      voronka дзвінок анні так --lang uk --new
    1 There is no contact, company or deal "Ivanowa". There is: Анна Иванова. To make the contact at once:
      voronka call Ivanowa yes --lang en --new
    1 There is no contact, company or deal "анні". Perhaps it is c1 Анна Иванова? Name that instead. If it is somebody new:
      voronka call анні yes --lang en --new
    Записано a2: дзвінок · c1 Анна Иванова · d1 Балкон · просили пізніше
    Готово t1 подзвонити
    1 a1 is planned for Wed 14 Oct 2026 14:00, which is still to come. It took place earlier: voronka done a1 --at now; it will not: voronka meet a1 --outcome not-held; another time: voronka task move a1 --to …
    1 Зустріч a1 призначено на ср 14.10.2026 14:00, це ще попереду. Відбулася раніше: voronka done a1 --at зараз; не відбудеться: voronka meet a1 --outcome "не відбулася"; перенести: voronka task move a1 --to …
    1 a1 is planned for Wed 14 Oct 2026 14:00, which is still to come. It took place earlier: voronka done a1 --at now; it will not: voronka meet a1 --outcome not-held; another time:
    voronka task move a1 --to …
    The planned meeting a1 took place: meeting · c1 Анна Иванова · d1 Балкон · Wed 14 Oct 2026 12:00
    1 a1 is marked already: held, Wed 14 Oct 2026 12:00. Back to planned: voronka undo 10
    1 a1 уже позначено: відбулася, ср 14.10.2026 12:00. Повернути: voronka undo 10
    "
  `)
  expect([...uk.heard, ...en.heard]).toMatchInlineSnapshot(`
    [
      "Чим закінчилося? [дзвонили ми, відповіли | дзвонили ми, недодзвін або зайнято | дзвонили ми, просили пізніше | дзвонили нам, ми відповіли | дзвонили нам, ми пропустили] ⏎ дзвонили ми, просили пізніше",
      "Що далі й коли? (передзвонити пт 10; Enter — нічого) () ⏎ ",
      "Завдання t1 цим зроблено: подзвонити, ср 14.10.2026 15:00? ⏎ true",
      "a1 is planned for Wed 14 Oct 2026 14:00. Did it take place already? ⏎ false",
    ]
  `)
})

test('what was put off is not done, and a promise among several days is told of', async () => {
  const small = trial({ env: { VORONKA_LANG: 'ru' }, now: '2026-11-23 10:00' })
  await small.run(['init', '--stages', 'Заявка,Замер', '--currency', 'RUB', '--timezone', 'Europe/Moscow'])
  await small.run(['contact', 'add', 'Света Лис'])
  await small.run(['contact', 'add', 'Анна Петрова'])
  await small.run(['task', 'add', 'замер ср 11:00', '--about', 'c1'])
  const said = async (text: string, ...answers: boolean[]) => {
    const { err } = await small.run(['call', 'c2', text], { terminal: 80, ask: person(answers).ask })
    await small.run(['undo'])
    return err.split('\n').slice(1, 3).join('\n').trim()
  }
  const putOff = ['call', 'Света', 'попросила перенести замер на пятницу в 10']
  const moving = person(['перенести'])
  expect((await small.run(putOff, { terminal: 80, ask: moving.ask })).err).toMatchInlineSnapshot(`
    "Записано a1: звонок · c1 Света Лис · ответили · «попросила перенести замер на
    пятницу в 10»
    t1 замер: ср 25.11.2026 11:00 → пт 27.11.2026 10:00
    "
  `)
  expect([
    await said('отправить смету до вечера'),
    await said('просят КП до пятницы, обещала выслать завтра утром', true),
    await said('думает до пятницы', true),
    await said('остаток до 30 числа', true),
  ]).toMatchInlineSnapshot(`
    [
      "Дальше t2: пн 23.11.2026 — отправить смету до вечера",
      "обещала выслать завтра утром»
    Дальше t3: вт 24.11.2026 — выслать утром",
      "Дальше t4: пт 27.11.2026 — связаться",
      "Дальше t5: пн 30.11.2026 — остаток",
    ]
  `)
})

test.each([
  ['Света Кузнецова', ['Света Кузнецова']],
  ['Света просит перенести замер на пятницу в 10', ['Света']],
  ['она просит перенести замер на пятницу в 10', []],
])('Enter makes a person of a name, not of a sentence: %s', async (text, names) => {
  const isLikely = { ...person([true]).ask, confirm: async (_: string, usual: boolean) => usual }
  const small = trial({ env: { VORONKA_LANG: 'ru' } })
  await small.run(['init', '--stages', 'Заявка,Замер', '--currency', 'RUB', '--timezone', 'Europe/Moscow'])
  const ran = await small.run(['call', text, '--outcome', 'answered'], { terminal: 80, ask: isLikely })
  expect(ran.exit).toBe(names.length === 0 ? 1 : 0)
  const made = (await jsonOf(small, 'contact', 'list')) as { name: string }[]
  expect(made.map(({ name }) => name)).toEqual(names)
})

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
    expect(line.split(' · ')[3]).toBe(outcome)
  })

  test('that nobody answered: a next step is asked for where nothing is planned', async () => {
    const line = 'Записано a1: звонок · c1 Анна Иванова · d1 Балкон · недозвон\n'
    expect(await said(['call', 'Анна', '--outcome', 'недозвон'])).toBe(
      `${line}Не дозвонились, и дальше ничего не назначено. Напомнит: --next "завтра в 10 перезвонить"\n`,
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

  test('nobody: refused with the command that makes the contact, asked at a terminal', async () => {
    expect(await said(['call', 'Пётр', 'про окна'])).toBe(
      '1 Нет ни контакта, ни компании, ни сделки «Пётр». Есть: Анна Иванова. Сразу завести контакт:\n  voronka call Пётр "про окна" --new\n',
    )
    const yes = person([true])
    expect(await said(['call', 'Пётр'], { terminal: 80, ask: yes.ask })).toBe(
      'Записано a1: звонок · c2 Пётр · ответили\nНовый контакт c2 Пётр\n',
    )
    expect(yes.heard).toEqual(['Контакта «Пётр» нет (есть: Анна Иванова). Завести? ⏎ true'])
    const named = person(['Вера Лис'])
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
      '1 a1 — не назначенная встреча. Смотрите: voronka activity show a1\n',
    )
  })

  test('that did not take place is a note, no meeting', async () => {
    await said(['meet', 'Анна', 'замер', '--at', 'завтра 15:30'])
    expect(await said(['meet', 'a1', 'заболела', '--outcome', 'не состоялась'])).toBe(
      'Записано a1: заметка · c1 Анна Иванова · d1 Балкон · «встреча не состоялась – замер – заболела»\n',
    )
    expect(await jsonOf(home, 'activity', 'show', 'a1')).toMatchObject({ kind: 'note', outcome: null })
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
    const { ask, heard } = person(['когда-нибудь', 'пт 10'])
    expect(await said(['call', 'Анна', '--next', 'перезвонить'], { terminal: 120, ask })).toBe(
      `Непонятная дата «когда-нибудь»: можно так: завтра 10:00, пт 10, 25.10 15:30, 25-го, через 3 дня.
Записано a1: звонок · c1 Анна Иванова · d1 Балкон · ответили\nДальше t1: пт 16.10.2026 10:00 — перезвонить\n`,
    )
    expect(heard).toHaveLength(2)
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
    expect(heard).toEqual(['На когда? (завтра, пт 10, через 3 дня) () ⏎ чт'])
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
    'Чем кончилось? [звонили мы, ответили | звонили мы, недозвон | звонили нам, ответили мы | звонили нам, мы пропустили] ⏎ звонили мы, недозвон',
    'О чём говорили? (Enter — ничего) () ⏎ ',
    'Что дальше и когда? (перезвонить пт 10; Enter — ничего) () ⏎ завтра 10',
  ])
})

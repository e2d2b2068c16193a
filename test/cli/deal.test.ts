import { beforeEach, expect, test } from 'vitest'
import { answering, jsonOf } from './asking.ts'
import { type Trial, trial } from './world.ts'

let workspace: Trial

beforeEach(async () => {
  workspace = trial()
  await workspace.run([
    'init',
    '--pipeline',
    'Окна',
    '--stages',
    'Заявка,Замер,Договор',
    '--currency',
    'RUB',
    '--timezone',
    'Europe/Moscow',
    '--lang',
    'ru',
  ])
  await workspace.run(['manager', 'add', 'Анна Белова'])
  await workspace.run(['manager', 'add', 'Борис Ким'])
  await workspace.run(['me', 'анна'])
})

/** What a command says; the exit code must be as expected. */
async function said(line: readonly string[], exit = 0): Promise<string> {
  const ran = await workspace.run([...line, '--lang', 'ru'])
  expect({ exit: ran.exit, out: ran.out }).toEqual({ exit, out: '' })
  return ran.err
}

const add = (title: string, ...more: string[]) => said(['deal', 'add', title, ...more])

const balcony = {
  id: 'd1',
  externalId: null,
  externalSystem: null,
  title: 'Балкон',
  pipeline: 'Окна',
  stage: 'Заявка',
  status: 'open',
  manager: 'Анна Белова',
  company: null,
  contacts: [],
  amount: 120000,
  currency: 'RUB',
  createdAt: '2026-10-01',
  closedAt: null,
  expectedClose: null,
  source: 'Сайт',
  product: null,
  lostReason: null,
  tags: ['vip'],
  fields: {},
}

const created = {
  kind: 'stage',
  value: 'Заявка',
  at: '2026-10-01',
  precision: 'day',
  actor: 'Анна Белова',
  origin: 'user',
  synthetic: false,
}

test('a deal is added with what was said of it, and shown', async () => {
  expect(await add('Балкон', '--amount', '120 000', '--source', 'Сайт', '--tag', 'vip', '--at', '1.10')).toBe(
    'Добавлена d1 Балкон: Заявка · 120\u00a0000\u00a0₽ · Анна Белова, чт 01.10.2026\n',
  )
  expect(await jsonOf(workspace, 'deal', 'list')).toEqual([balcony])
  expect(await jsonOf(workspace, 'deal', 'show', 'd1')).toEqual({ ...balcony, history: [created] })
})

test('what a deal is called, costs and is in when it is not said', async () => {
  expect(await said(['deal', 'add', '--product', 'Лоджия', '--amount', '12к', '--manager', ''])).toBe(
    'Добавлена d1 Лоджия: Заявка · 12\u00a0000\u00a0₽\n',
  )
  expect(await add('Окно', '--amount', '500 USD', '--stage', 'won')).toBe(
    'Добавлена d2 Окно: Выиграно · 500\u00a0$ · Анна Белова\nКурса USD к RUB пока нет, а без него не посчитать деньги: voronka fx add 2026-10-14 USD КУРС\n',
  )
  expect(await jsonOf(workspace, 'deal', 'show', 'd2')).toEqual({
    ...balcony,
    id: 'd2',
    title: 'Окно',
    stage: 'Выиграно',
    status: 'won',
    amount: 500,
    currency: 'USD',
    createdAt: '2026-10-14T12:00:00+03:00',
    closedAt: '2026-10-14T12:00:00+03:00',
    source: null,
    tags: [],
    history: [
      { ...created, at: '2026-10-14T12:00:00+03:00', precision: 'moment' },
      { ...created, value: 'Выиграно', at: '2026-10-14T12:00:00+03:00', precision: 'moment' },
    ],
  })
})

test.each([
  [
    ['deal', 'add'],
    2,
    'Дайте сделке название или хотя бы --contact либо --product: voronka deal add "Балкон"\n',
  ],
  [
    ['deal', 'add', 'x', '--amount', '1,250'],
    2,
    '«1,250» — это тысячи или дробь? Укажите знак дробной части: --decimal , или --decimal .\n',
  ],
  [
    ['deal', 'add', 'x', '--amount', '$5', '--currency', 'EUR'],
    2,
    '«$5» — это USD, а сделка в EUR. Укажите одну валюту через --currency\n',
  ],
  [
    ['deal', 'add', 'x', '--at', 'завтра'],
    1,
    'чт 15.10.2026 ещё не наступило: в истории сделки только то, что уже было\n',
  ],
  [
    ['deal', 'add', 'x', '--stage', 'Замеры'],
    1,
    'Нет этапа «Замеры» в воронке «Окна». Есть: Заявка, Замер, Договор, Выиграно, Отказ. Все: voronka stage list. Добавить: voronka stage add "Замеры"\n',
  ],
  [['deal', 'show', 'x'], 1, 'Нет сделки «x». Все: voronka deal list\n'],
])('%j is refused', async (line, exit, err) => {
  expect(await said(line, exit)).toBe(err)
  expect(await jsonOf(workspace, 'deal', 'list')).toEqual([])
})

test('moves stand where they happened, whenever they are entered', async () => {
  await add('Балкон', '--at', '1.10')
  expect(await said(['deal', 'move', 'd1', 'договор', '--at', '10.10 15:30'])).toBe(
    'd1 Балкон: Заявка → Договор, сб 10.10.2026 15:30\n',
  )
  expect(await said(['deal', 'move', 'd1', 'Замер', '--at', '5.10'])).toBe(
    'Сделка сейчас не на этапе «Замер»: после этого она перешла на «Договор» (сб 10.10.2026 15:30)\n' +
      'd1 Балкон: Заявка → Замер, пн 05.10.2026\n',
  )
  expect(await said(['deal', 'move', 'd1', 'Договор'])).toBe(
    'd1 Балкон уже на этапе «Договор», с сб 10.10.2026 15:30\n',
  )
  expect(await said(['deal', 'move', 'd1', 'Замер', '--at', '30.09'], 1)).toBe(
    'd1 Балкон создана чт 01.10.2026: раньше с ней ничего быть не могло\n',
  )
  expect(await said(['lost', 'd1', 'дорого'])).toBe('d1 Балкон: Договор → Отказ (дорого)\n')
  expect(await said(['lost', 'd1', 'передумали'])).toBe('d1 Балкон, Отказ: передумали\n')
  expect(await said(['deal', 'move', 'd1', 'Заявка', '--reason', 'x'], 2)).toBe(
    '--reason говорит, почему отказ, а «Заявка» не отказ. Уберите его или переведите сделку в lost\n',
  )
  expect((await workspace.run(['deal', 'show', 'd1', '--lang', 'ru'])).out).toBe(
    [
      'd1 Балкон',
      '',
      'этап            Отказ',
      'причина отказа  передумали',
      'менеджер        Анна Белова',
      'создана         чт 01.10.2026',
      'закрыта         ср 14.10.2026 12:00',
      '',
      'История',
      '',
      'чт 01.10.2026        создана: Заявка      Анна Белова',
      'пн 05.10.2026        → Замер              Анна Белова',
      'сб 10.10.2026 15:30  → Договор            Анна Белова',
      'ср 14.10.2026 12:00  → Отказ: дорого      Анна Белова',
      'ср 14.10.2026 12:00  → Отказ: передумали  Анна Белова',
      '',
    ].join('\n'),
  )
})

test('only what differs is changed, and each of it is history', async () => {
  await add('Балкон', '--amount', '1200.50', '--tag', 'vip', '--tag', 'юг', '--at', '1.10')
  expect(
    await said([
      'deal',
      'edit',
      '.',
      '--amount',
      '1300',
      '--manager',
      'Борис',
      '--untag',
      'VIP',
      '--tag',
      'север',
      '--source',
      'Сайт',
      '--stage',
      'Замер',
    ]),
  ).toBe(
    'Изменена d1 Балкон: сумма 1 200,50 ₽ → 1 300 ₽ · менеджер Анна Белова → Борис Ким · источник – → Сайт · метки vip, юг → юг, север · этап Заявка → Замер\n',
  )
  expect(await said(['deal', 'edit', 'd1', '--amount', '1300', '--source', 'Сайт'])).toBe(
    'Менять нечего: так уже и есть\n',
  )
  expect(await said(['deal', 'edit', 'd1'], 2)).toBe(
    'Скажите, что изменить. Смотрите: voronka deal edit --help\n',
  )
  await said(['deal', 'edit', 'd1', '--source', '', '--title', 'Балкон, 3 окна'])
  const moment = { at: '2026-10-14T12:00:00+03:00', precision: 'moment' }
  expect(await jsonOf(workspace, 'deal', 'show', 'd1')).toEqual({
    ...balcony,
    title: 'Балкон, 3 окна',
    stage: 'Замер',
    manager: 'Борис Ким',
    amount: 1300,
    source: null,
    tags: ['юг', 'север'],
    history: [
      created,
      { ...created, ...moment, kind: 'amount', value: 1300 },
      { ...created, ...moment, kind: 'manager', value: 'Борис Ким' },
      { ...created, ...moment, kind: 'source', value: 'Сайт' },
      { ...created, ...moment, kind: 'tags', value: ['юг', 'север'] },
      { ...created, ...moment, value: 'Замер' },
      { ...created, ...moment, kind: 'title', value: 'Балкон, 3 окна' },
      { ...created, ...moment, kind: 'source', value: null },
    ],
  })
})

test('a closed deal moved back to a stage is said to be reopened', async () => {
  await add('Балкон')
  await said(['lost', 'd1', 'дорого'])
  expect(await said(['deal', 'move', 'd1', 'Замер'])).toBe('Снова в деле d1 Балкон: Отказ → Замер\n')
  await said(['won', 'd1'])
  expect(await said(['deal', 'edit', 'd1', '--stage', 'Замер', '--expected', '1.12'])).toBe(
    'Изменена d1 Балкон: ждём – → вт 01.12.2026 · этап Выиграно → Замер (снова в деле)\n',
  )
  expect(await said(['deal', 'move', 'd1', 'Договор'])).toBe('d1 Балкон: Замер → Договор\n')
})

test.each([
  [
    ['deal', 'add', 'x', '--contact', 'Анна Лис'],
    'Нет контакта «Анна Лис». Все: voronka contact list. Добавить: voronka contact add "Анна Лис"\n',
  ],
  [
    ['deal', 'add', 'x', '--contact', 'a@x.ua'],
    'Нет контакта «a@x.ua». Все: voronka contact list. Добавить: voronka contact add ИМЯ --email "a@x.ua"\n',
  ],
  [
    ['deal', 'add', 'x', '--contact', '8 (916) 123-45-67'],
    'Нет контакта «8 (916) 123-45-67». Все: voronka contact list. Добавить: voronka contact add ИМЯ --phone "8 (916) 123-45-67"\n',
  ],
  [['deal', 'add', 'x', '--contact', 'c7'], 'Нет контакта «c7». Все: voronka contact list\n'],
  [
    ['deal', 'add', 'x', '--company', 'Ромашка'],
    'Нет компании «Ромашка». Все: voronka company list. Добавить: voronka company add "Ромашка"\n',
  ],
  [
    ['deal', 'add', 'x', '--manager', 'Аня'],
    'Нет менеджера «Аня». Есть: Анна Белова, Борис Ким. Все: voronka manager list. Добавить: voronka manager add "Аня"\n',
  ],
  [
    ['deal', 'add', 'x', '--field', 'Район=Юг'],
    'Нет поля «Район». Все: voronka field list. Добавить: voronka field add "Район"\n',
  ],
  [
    ['deal', 'list', '--manager', 'Аня'],
    'Нет менеджера «Аня». Есть: Анна Белова, Борис Ким. Все: voronka manager list\n',
  ],
  [['contact', 'edit', 'Анна Лис', '--name', 'x'], 'Нет контакта «Анна Лис». Все: voronka contact list\n'],
] as const)('%j: what is there, and the command that makes what is not', async (line, err) => {
  expect(await said(line, 1)).toBe(err)
})

test('a deal is named by its ids, its title or a part of it; several are listed and chosen from', async () => {
  await add('Балкон на Лесной', '--id', 'A-7')
  await add('Балкон, 3 окна')
  const ids = async (text: string) => {
    const { out, err } = await workspace.run(['deal', 'show', text, '--format', 'json', '--lang', 'ru'])
    return out === '' ? err : (JSON.parse(out) as { id: string }).id
  }
  expect(
    await Promise.all(['A-7', 'a-7', 'д1', 'лесн', 'БАЛКОН,  3 окна', '.', 'd9', 'балкон'].map(ids)),
  ).toEqual([
    'd1',
    'Нет сделки «a-7». Есть: Балкон, 3 окна, Балкон на Лесной. Все: voronka deal list\n',
    'd1',
    'd1',
    'd2',
    'd2',
    'Нет сделки «d9». Есть: Балкон, 3 окна, Балкон на Лесной. Все: voronka deal list\n',
    '«балкон» — подходит не одному (2): d1 Балкон на Лесной (Заявка), d2 Балкон, 3 окна (Заявка). Назовите точнее\n',
  ])
  const chosen = await workspace.run(['won', 'балкон', '--lang', 'ru'], { terminal: 80, ask: answering(1) })
  expect(chosen.err).toBe('d2 Балкон, 3 окна: Заявка → Выиграно\n')
  expect(await said(['deal', 'add', 'Другой', '--id', 'A-7'], 1)).toBe(
    'Номер «A-7» уже у d1 Балкон на Лесной. Изменить её: voronka deal edit d1\n',
  )
})

test('a beginning that fits more deals than a statement has places for is refused like any other', async () => {
  const many = 33_000
  const rows = Array.from({ length: many }, (_, n) => `${n + 1},Окно ${n + 1},Заявка,2026-10-01\n`)
  await workspace.run(['import', 'deals', '-'], { stdin: `id,title,stage,created\n${rows.join('')}` })
  const { exit, err } = await workspace.run(['deal', 'show', 'окно', '--lang', 'en'])
  const shown = Array.from({ length: 10 }, (_, n) => `d${n + 1} Окно ${n + 1} (Заявка)`).join(', ')
  expect({ exit, err }).toEqual({
    exit: 1,
    err: `"окно" fits ${many} deals: ${shown} and ${many - 10} more. Name one of them exactly\n`,
  })
})

test('a removed deal is in no list until that is undone', async () => {
  await add('Балкон')
  expect(await said(['deal', 'rm', 'd1'])).toBe(
    'Убрана d1 Балкон, была на этапе «Заявка». Вернуть: voronka undo 6\n',
  )
  expect(await said(['deal', 'show', 'd1'], 1)).toBe(
    'd1 Балкон убрана. Вернуть: voronka undo N, номер — в voronka journal\n',
  )
  expect(await jsonOf(workspace, 'deal', 'list')).toEqual([])
  await workspace.run(['undo'])
  expect(((await jsonOf(workspace, 'deal', 'list')) as { id: string }[]).map(({ id }) => id)).toEqual(['d1'])
})

test('a trial run says what would be and changes nothing', async () => {
  expect(await said(['deal', 'add', 'Балкон', '--dry-run'])).toBe(
    'Добавлена d1 Балкон: Заявка · Анна Белова\nПробный запуск: ничего не изменено\n',
  )
  expect(await jsonOf(workspace, 'deal', 'list')).toEqual([])
})

test('deals are listed, filtered and sorted', async () => {
  await add('Балкон', '--amount', '120 000', '--source', 'Сайт', '--at', '1.10')
  await add(
    'Окно в очень длинном доме номер семнадцать',
    '--amount',
    '$99.50',
    '--source',
    'авито',
    '--manager',
    'ким',
    '--at',
    '2.10',
  )
  await add('Дверь', '--stage', 'Договор', '--source', 'Авито', '--manager', '', '--at', '20.09')
  await said(['won', 'd2'])
  expect((await workspace.run(['deal', 'list', '--lang', 'ru'], { terminal: 80 })).out).toBe(
    [
      'id сделка                              этап     менеджер        сумма создана',
      'd2 Окно в очень длинном доме номер се… Выиграно Борис Ким     99,50\u00a0$ 02.10.2026',
      'd1 Балкон                              Заявка   Анна Белова 120\u00a0000\u00a0₽ 01.10.2026',
      'd3 Дверь                               Договор                        20.09.2026',
      '',
    ].join('\n'),
  )
  const listed = async (...filters: string[]) =>
    ((await jsonOf(workspace, 'deal', 'list', ...filters)) as { id: string }[]).map(({ id }) => id)
  expect(
    await Promise.all([
      listed(),
      listed('--sort', 'amount'),
      listed('--sort', '-amount', '--limit', '1'),
      listed('--sort', '-title'),
      listed('--sort', 'stage'),
      listed('--source', 'АВИТО'),
      listed('--manager', '(нет)', '--manager', 'me'),
      listed('--status', 'won'),
      listed('--period', '2026-10'),
      listed('--stage', 'дог', '--source', 'сайт'),
    ]),
  ).toEqual([
    ['d2', 'd1', 'd3'],
    ['d2', 'd1', 'd3'],
    ['d1'],
    ['d2', 'd3', 'd1'],
    ['d1', 'd3', 'd2'],
    ['d2', 'd3'],
    ['d1', 'd3'],
    ['d2'],
    ['d2', 'd1'],
    [],
  ])
  expect(await said(['deal', 'list', '--status', 'lots'], 2)).toBe(
    '--status принимает open, won или lost, а не «lots»\n',
  )
})

test('people and their company: a deal goes by them, and is found by its only open one', async () => {
  await said(['company', 'add', 'ООО «Ромашка»'])
  await said(['contact', 'add', 'Иван Кит', '--phone', '+7 916 123-45-67', '--company', 'ромашка'])
  await said(['contact', 'add', 'Ольга Лис', '--email', 'olga@example.com'])
  await said(['deal', 'add', '--contact', 'кит', '--product', 'балкон', '--company', 'ромашка'])
  await add('Дверь', '--contact', 'кит', '--contact', 'olga@example.com')
  expect(await said(['won', '8 (916) 123 45 67'], 1)).toBe(
    '«8 (916) 123 45 67» — подходит не одному (2): d1 Иван Кит, балкон (Заявка), d2 Дверь (Заявка). Назовите точнее\n',
  )
  expect(await said(['won', 'ольга'])).toBe('d2 Дверь: Заявка → Выиграно\n')
  expect(
    await said(['deal', 'edit', '8 (916) 123 45 67', '--contact', 'ольга', '--drop-contact', 'кит']),
  ).toBe('Изменена d1 Иван Кит, балкон: контакты Иван Кит → Ольга Лис\n')
  await said(['contact', 'merge', 'кит', 'ольга'])
  expect(await jsonOf(workspace, 'deal', 'show', 'd2')).toMatchObject({ contacts: ['Иван Кит'] })
  expect(await jsonOf(workspace, 'deal', 'list', '--company', 'o1')).toEqual([
    {
      ...balcony,
      title: 'Иван Кит, балкон',
      company: 'ООО «Ромашка»',
      contacts: ['Иван Кит'],
      amount: null,
      createdAt: '2026-10-14T12:00:00+03:00',
      source: null,
      product: 'балкон',
      tags: [],
    },
  ])
  expect(await said(['lost', 'OLGA@example.com', 'дорого'])).toBe(
    'd1 Иван Кит, балкон: Заявка → Отказ (дорого)\n',
  )
})

test('a deal goes to another pipeline only where that is said', async () => {
  await said(['pipeline', 'add', 'Повтор', '--stages', 'Звонок,Визит'])
  await add('Балкон')
  expect(await said(['deal', 'move', 'd1', 'визит'], 1)).toBe(
    'Этап «Визит» — в воронке «Повтор»: voronka deal move d1 "Визит" --pipeline "Повтор"\n',
  )
  expect(await said(['deal', 'move', 'd1', 'Визит', '--pipeline', 'Повтор'])).toBe(
    'd1 Балкон: Заявка → Визит\n',
  )
  expect(await said(['won', 'd1'])).toBe('d1 Балкон: Визит → Выиграно\n')
  expect(await jsonOf(workspace, 'deal', 'list', '--pipeline', 'повтор')).toEqual([
    {
      ...balcony,
      pipeline: 'Повтор',
      stage: 'Выиграно',
      status: 'won',
      amount: null,
      createdAt: '2026-10-14T12:00:00+03:00',
      closedAt: '2026-10-14T12:00:00+03:00',
      source: null,
      tags: [],
    },
  ])
})

test('whoever has closed deals only is told so', async () => {
  await said(['contact', 'add', 'Олег Козлов'])
  await said(['company', 'add', 'ООО «Ромашка»'])
  await add('Окно', '--contact', 'козлов', '--company', 'ромашка')
  await said(['lost', 'козлов'])
  const closed = 'd1 Окно (Отказ) уже закрыта. Вернуть в работу: voronka deal move d1 ЭТАП\n'
  expect(await said(['won', 'козлов'], 1)).toBe(closed)
  expect(await said(['won', 'ромашка'], 1)).toBe(closed)
  await said(['deal', 'move', 'd1', 'Замер'])
  expect(await said(['won', 'ромашка'])).toBe('d1 Окно: Замер → Выиграно\n')
})

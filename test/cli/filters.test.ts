import { beforeEach, describe, expect, test } from 'vitest'
import { type FilterEcho, sayFilters } from '../../src/cli/filters-said.ts'
import { foldCompany, foldKey } from '../../src/domain/names/name.ts'
import { Store } from '../../src/store/store.ts'
import { wordsFor } from '../../src/words/words.ts'
import { jsonOf } from './asking.ts'
import { type Trial, trial } from './world.ts'

let workspace: Trial

const DEALS = [
  ['deal', 'add', 'Балкон', '--source', 'Авито', '--tag', 'vip', '--company', 'ромашка', '--field', 'этаж=3'],
  [
    'deal',
    'add',
    'Окно',
    '--source',
    'авито',
    '--manager',
    'анна',
    '--field',
    'срочно=да',
    '--field',
    'аванс=1 500,50',
  ],
  ['deal', 'add', 'Дверь', '--product', 'Лоджия', '--stage', 'won', '--field', 'Район=Юг'],
]

beforeEach(async () => {
  workspace = trial({ env: { LANG: 'ru_RU.UTF-8' } })
  await workspace.run([
    'init',
    '--pipeline',
    'Окна',
    '--stages',
    'Заявка,Замер',
    '--currency',
    'RUB',
    '--timezone',
    'UTC',
  ])
  await workspace.run(['manager', 'add', 'Анна Белова'])
  await workspace.run(['manager', 'add', 'Белова А.'])
  inStore((store) => {
    store.write({ command: 'set up', now: 0 }, (operation) => {
      for (const [name, type] of [
        ['Этаж', 'number'],
        ['Срочно', 'yesno'],
        ['Аванс', 'money'],
        ['Район', 'text'],
      ] as const)
        operation.insert('fields', { entity: 'deal', name, folded: foldKey(name), type })
      const name = 'ООО «Ромашка»'
      operation.insert('companies', { name, folded: foldCompany(name), created_at: 0, created_precision: 0 })
    })
  })
  for (const line of DEALS) expect((await workspace.run(line)).exit).toBe(0)
})

function inStore<T>(body: (store: Store) => T): T {
  const store = Store.open(workspace.path('trial.db'))
  try {
    return body(store)
  } finally {
    store.close()
  }
}

async function listed(...filters: string[]): Promise<string[]> {
  const deals = (await jsonOf(workspace, 'deal', 'list', '--sort', 'id', ...filters)) as { id: string }[]
  return deals.map(({ id }) => id)
}

test.each([
  [
    ['--source', 'АВИТО'],
    ['d1', 'd2'],
  ],
  [['--source', '(нет)'], ['d3']],
  [
    ['--source', 'ави', '--source', '(none)'],
    ['d1', 'd2', 'd3'],
  ],
  [['--tag', 'VIP'], ['d1']],
  [['--product', 'лодж', '--status', 'выиграна'], ['d3']],
  [['--company', 'Ромашка, ООО'], ['d1']],
  [
    ['--manager', 'нет'],
    ['d1', 'd3'],
  ],
  [['--manager', 'm1'], ['d2']],
  [['--field', 'этаж=3,0'], ['d1']],
  [['--field', 'срочно=yes'], ['d2']],
  [['--field', 'аванс=1500.5'], ['d2']],
  [['--field', 'район=юг'], ['d3']],
  [['--field', 'район=(нет)', '--field', 'этаж=(нет)'], ['d2']],
  [['--stage', 'Выиграно', '--stage', 'заявка', '--manager', 'анна'], ['d2']],
  [
    ['--amount', 'нет'],
    ['d1', 'd2', 'd3'],
  ],
])('%j selects %j', async (filters, ids) => {
  expect(await listed(...filters)).toEqual(ids)
})

test.each([
  [['--source', 'Яндекс'], 1, 'Нет сделок, где источник — «Яндекс». Есть: Авито\n'],
  [
    ['--amount', '>100000'],
    2,
    '--amount принимает границы: 100000.. (от), ..50000 (до), 10000..50000 или «нет», а не «>100000»\n',
  ],
  [
    ['--amount', '50 тыс..10 тыс'],
    2,
    '--amount принимает границы: 100000.. (от), ..50000 (до), 10000..50000 или «нет», а не «50 тыс..10 тыс»\n',
  ],
  [
    ['--amount', '1$..'],
    1,
    'Нет курса USD к RUB на 2026-10-14 или раньше. Добавьте: voronka fx add 2026-10-14 USD КУРС\n',
  ],
  [['--status', 'x'], 2, '--status принимает open, won или lost, а не «x»\n'],
  [['--field', 'этаж'], 2, '--field принимает ИМЯ=ЗНАЧЕНИЕ, а не «этаж»\n'],
  [['--field', 'этаж=высоко'], 1, '«высоко» не подходит для поля «Этаж»: нужно число, например 12,5\n'],
  [['--field', 'дом=5'], 1, 'Нет поля «дом». Есть: Этаж, Срочно, Аванс, Район. Все: voronka field list\n'],
  [
    ['--stage', 'Замеры'],
    1,
    'Нет этапа «Замеры» в воронке «Окна». Есть: Заявка, Замер, Выиграно, Отказ. Все: voronka stage list\n',
  ],
])('%j is refused', async (filters, exit, err) => {
  expect(await workspace.run(['deal', 'list', ...filters])).toEqual({ exit, out: '', err })
})

describe('amounts', () => {
  beforeEach(async () => {
    for (const line of [
      ['deal', 'edit', 'd1', '--amount', '50000'],
      ['deal', 'edit', 'd2', '--amount', '120000.50'],
      ['fx', 'add', '2026-01-01', 'USD', '80'],
      ['deal', 'edit', 'd3', '--amount', '1000 USD'],
    ])
      expect((await workspace.run(line)).exit).toBe(0)
  })

  test.each([
    [['50000..'], ['d1', 'd2', 'd3']],
    [['60 тыс..'], ['d2', 'd3']],
    [['..50000'], ['d1']],
    [['50001..120000,50'], ['d2', 'd3']],
    [['50000'], ['d1']],
    [['1000 USD'], ['d3']],
    [['$900..$2000'], ['d2', 'd3']],
    [
      ['..50000', '100000..'],
      ['d1', 'd2'],
    ],
    [['нет'], []],
  ])('%j selects %j', async (ranges, ids) => {
    expect(await listed(...ranges.flatMap((range) => ['--amount', range]))).toEqual(ids)
  })

  test('a report counts by what a deal was worth then, and says so in its head', async () => {
    const later = { now: '2026-10-20' }
    expect((await workspace.run(['deal', 'edit', 'd1', '--amount', '500'], later)).exit).toBe(0)
    const entered = async (...words: string[]) => {
      const { out } = await workspace.run(['funnel', '2026-10', '--amount', '50000..60000', ...words], later)
      return out.split('\n').slice(0, 3)
    }
    expect([await entered(), await entered('--as-of', '2026-10-15')]).toMatchInlineSnapshot(`
      [
        [
          "Воронка «Окна» · октябрь 2026 · сделки, созданные за период",
          "на 20.10.2026, UTC · все менеджеры · сумма: от 50 000 ₽ до 60 000 ₽ · сделок 0",
          "",
        ],
        [
          "Воронка «Окна» · октябрь 2026 · сделки, созданные за период",
          "на 15.10.2026, UTC · все менеджеры · сумма: от 50 000 ₽ до 60 000 ₽ · сделок 1",
          "",
        ],
      ]
    `)
    const { filters } = (await jsonOf(workspace, 'funnel', '--amount', '..$50', '--amount', 'нет')) as {
      filters: FilterEcho
    }
    expect(filters).toEqual({ amount: [{ from: null, until: 50, currency: 'USD' }, null] })
    expect(sayFilters(filters, wordsFor('ru'))).toEqual(['сумма: до 50\u00a0$, (нет)'])
  })
})

test('a merged manager is found under either name, and said once', async () => {
  await workspace.run(['manager', 'merge', 'm2', 'm1'])
  expect(await listed('--manager', 'Анна Белова')).toEqual(['d2'])
  const line = [
    '--manager',
    'белова',
    '--manager',
    '(нет)',
    '--source',
    'авито',
    '--status',
    'won',
    '--status',
    'open',
  ]
  const more = ['--field', 'срочно=да', '--field', 'аванс=1500,5', '--company', 'ромашка']
  const { filters } = (await jsonOf(workspace, 'funnel', '2026-10', ...more, ...line)) as {
    filters: FilterEcho
  }
  expect(filters).toEqual({
    manager: ['Белова А.', null],
    status: ['open', 'won'],
    source: ['Авито', 'авито'],
    company: ['ООО «Ромашка»'],
    field: { Срочно: [true], Аванс: [1500.5] },
  })
  expect(sayFilters(filters, wordsFor('ru'))).toEqual([
    'менеджер: Белова А., (нет)',
    'состояние: в деле, выиграна',
    'источник: Авито, авито',
    'компания: ООО «Ромашка»',
    'Срочно: да',
    'Аванс: 1\u00a0500,50',
  ])
})

test('files have every field of a deal, the user’s own after them', async () => {
  expect(
    (await workspace.run(['deal', 'list', '--format', 'csv', '--sort', '-id', '--limit', '2'])).out,
  ).toBe(
    [
      'id,externalId,externalSystem,title,pipeline,stage,status,manager,company,contacts,amount,currency,createdAt,closedAt,expectedClose,source,product,lostReason,tags,Этаж,Срочно,Аванс,Район',
      'd3,,,Дверь,Окна,Выиграно,won,,,,,RUB,2026-10-14T12:00:00+00:00,2026-10-14T12:00:00+00:00,,,Лоджия,,,,,,Юг',
      'd2,,,Окно,Окна,Заявка,open,Анна Белова,,,,RUB,2026-10-14T12:00:00+00:00,,,авито,,,,,true,1500.5,',
      '',
    ].join('\n'),
  )
})

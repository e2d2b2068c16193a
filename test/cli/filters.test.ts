import { beforeEach, expect, test } from 'vitest'
import { type FilterEcho, sayFilters } from '../../src/cli/filters-said.ts'
import { foldCompany, foldKey } from '../../src/domain/name.ts'
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
])('%j selects %j', async (filters, ids) => {
  expect(await listed(...filters)).toEqual(ids)
})

test.each([
  [['--source', 'Яндекс'], 1, 'Нет сделок, где источник — «Яндекс». Есть: Авито\n'],
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

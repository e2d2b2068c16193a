import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { Store } from '../../src/store/store.ts'
import { fillSample } from '../store/sample.ts'
import { textOf, trial } from './world.ts'

function sample() {
  const room = trial()
  const store = Store.open(room.path('trial.db'), { create: true })
  fillSample(store)
  store.close()
  return room
}

async function cellsOf(path: string) {
  const book = await readXlsx(readFileSync(path))
  return book.sheets.map(({ name, rows }) => ({ name, rows }))
}

test('deals as a workbook: texts stay texts, dates and amounts are numbers seen as such', async () => {
  const { run, path } = sample()
  const file = path('deals.xlsx')
  expect(await run(['export', 'deals', '--format', 'xlsx', '--output', file])).toEqual({
    exit: 0,
    out: '',
    err: '',
  })
  const [sheet] = await cellsOf(file)
  const [header = [], ...rows] = sheet?.rows ?? []
  const filled = rows.map((row) => row.flatMap((cell, at) => (cell === null ? [] : [[header[at], cell]])))
  expect([sheet?.name, filled.map((pairs) => Object.fromEntries(pairs))]).toEqual([
    'Voronka',
    [
      {
        id: 'd1',
        title: 'Балкон, 3 вікна',
        pipeline: 'Вікна',
        stage: 'Замір',
        status: 'open',
        stageAt: new Date('2026-01-10T11:00:00Z'),
        manager: 'Анна Біла',
        company: 'ТОВ «Ромашка; сад»',
        companyId: 'o1',
        contacts: 'Іван Кіт',
        contactIds: 'c1',
        amount: 500000,
        currency: 'JPY',
        cost: 8000000,
        createdAt: new Date('2026-01-04T09:15:00Z'),
        expectedClose: new Date('2026-03-01T00:00:00Z'),
        source: 'сайт',
        product: 'вікна',
        tags: 'vip',
        Поверх: 4.5,
        Застава: 2000,
        'field:Note': '-1+1',
        Ключі: 'true',
      },
      {
        id: 'd3',
        externalSystem: 'crm',
        externalId: '7',
        title: '+двері',
        pipeline: 'Вікна',
        stage: 'Відмова',
        status: 'lost',
        lastStage: 'Замір',
        manager: 'Борис',
        amount: -5,
        currency: 'UAH',
        createdAt: new Date('2026-02-02T00:00:00Z'),
        closedAt: new Date('2026-02-15T00:00:00Z'),
        lostReason: 'пішли до "інших"',
      },
    ],
  ])
})

test('a list as a workbook holds what its csv does', async () => {
  const { run, path } = sample()
  const file = path('list.xlsx')
  const list = ['deal', 'list', '--status', 'lost']
  expect((await run([...list, '--format', 'xlsx', '--output', file])).exit).toBe(0)
  const csv = (await run([...list, '--format', 'csv'])).out.split('\n')[0]
  const [header, row] = (await cellsOf(file))[0]?.rows ?? []
  expect(header?.join(',')).toBe(csv)
  expect(row?.filter((cell) => cell !== null)).toMatchInlineSnapshot(`
    [
      "d3",
      "7",
      "crm",
      "+двері",
      "Вікна",
      "Відмова",
      "lost",
      "Борис",
      -5,
      "UAH",
      2026-02-02T00:00:00.000Z,
      2026-02-15T00:00:00.000Z,
      "пішли до "інших"",
    ]
  `)
})

test('everything as a folder: a table of each kind and the full copy, the same bytes again', async () => {
  const { run, path } = sample()
  const folder = path('copy/')
  const texts = () => readdirSync(folder).map((name) => [name, textOf(`${folder}${name}`)])
  expect(await run(['export', 'all', '--output', folder])).toEqual({ exit: 0, out: '', err: '' })
  const made = texts()
  const wanted = ['companies', 'contacts', 'deals', 'history', 'activities', 'tasks', 'plans'].map(
    async (what) => [`${what}.csv`, (await run(['export', what])).out],
  )
  const copy = ['copy.json', (await run(['export', 'all'])).out]
  expect(Object.fromEntries(made)).toEqual(Object.fromEntries([...(await Promise.all(wanted)), copy]))
  await run(['export', 'all', '--output', folder])
  expect(texts()).toEqual(made)
  await run(['export', 'all', '--format', 'xlsx', '--output', path('books/')])
  expect(readdirSync(path('books'))).toEqual([
    'activities.xlsx',
    'companies.xlsx',
    'contacts.xlsx',
    'copy.json',
    'deals.xlsx',
    'history.xlsx',
    'plans.xlsx',
    'tasks.xlsx',
  ])
  expect(readdirSync(path('.')).sort()).toEqual(['books', 'copy', 'trial.db'])
})

test('what cannot be written so is said, and nothing is left', async () => {
  const { run, path } = sample()
  const refused = async (line: string, lang = 'en') => {
    const { exit, out, err } = await run([...line.split(' '), '--lang', lang])
    return [exit, out, err.replaceAll(`${path('x').slice(0, -1)}`, '')]
  }
  const said = []
  for (const lang of ['en', 'ru', 'uk']) {
    said.push(await refused('export deals --format xlsx', lang))
    said.push(await refused('deal list --format xlsx --output -', lang))
    said.push(await refused('export all --format csv', lang))
    said.push(await refused(`export deals --output ${path('deals/')}`, lang))
  }
  said.push(await refused(`export all --format md --output ${path('d/')}`))
  said.push(await refused(`deal list --output ${path('d/')}`))
  expect(said).toMatchInlineSnapshot(`
    [
      [
        2,
        "",
        "A workbook goes into a file: --format xlsx --output FILE.xlsx
    ",
      ],
      [
        2,
        "",
        "A workbook goes into a file: --format xlsx --output FILE.xlsx
    ",
      ],
      [
        2,
        "",
        "A full copy is JSON. As csv, a table of each kind goes into a folder: voronka export all --format csv --output FOLDER/
    ",
      ],
      [
        2,
        "",
        "deals/ is a folder, which takes all: voronka export all --output deals/. For deals name a file
    ",
      ],
      [
        2,
        "",
        "Книга Excel пишется в файл: --format xlsx --output ФАЙЛ.xlsx
    ",
      ],
      [
        2,
        "",
        "Книга Excel пишется в файл: --format xlsx --output ФАЙЛ.xlsx
    ",
      ],
      [
        2,
        "",
        "Полная копия — это JSON. Таблицы csv, по одной на каждый вид записей, пишутся в папку: voronka export all --format csv --output ПАПКА/
    ",
      ],
      [
        2,
        "",
        "deals/ — это папка, в неё пишется всё: voronka export all --output deals/. Для deals назовите файл
    ",
      ],
      [
        2,
        "",
        "Книга Excel пишеться у файл: --format xlsx --output ФАЙЛ.xlsx
    ",
      ],
      [
        2,
        "",
        "Книга Excel пишеться у файл: --format xlsx --output ФАЙЛ.xlsx
    ",
      ],
      [
        2,
        "",
        "Повна копія — це JSON. Таблиці csv, по одній на кожен вид записів, пишуться в теку: voronka export all --format csv --output ТЕКА/
    ",
      ],
      [
        2,
        "",
        "deals/ — це тека, в неї пишеться все: voronka export all --output deals/. Для deals назвіть файл
    ",
      ],
      [
        2,
        "",
        "No format "md" here. There are: csv, json, ndjson, xlsx
    ",
      ],
      [
        73,
        "",
        "d/ could not be written (there is no such folder). Nothing was left there
    ",
      ],
    ]
  `)
  expect(existsSync(path('deals'))).toBe(false)
})

test('a text too long for a cell of Excel is refused, in three languages', async () => {
  const { run, path } = trial()
  await run(['init', '--stages', 'New'])
  await run(['deal', 'add', 'x', '--note', 'y'.repeat(32_768)])
  const said = []
  for (const lang of ['en', 'ru', 'uk'])
    said.push(await run(['export', 'deals', '--format', 'xlsx', '--output', path('d.xlsx'), '--lang', lang]))
  expect(said).toMatchInlineSnapshot(`
    [
      {
        "err": "d1: note is longer than the 32767 characters that a cell of Excel holds. Export it with --format csv
    ",
        "exit": 73,
        "out": "",
      },
      {
        "err": "d1: note длиннее 32767 знаков, больше в ячейку Excel не входит. Выгрузите с --format csv
    ",
        "exit": 73,
        "out": "",
      },
      {
        "err": "d1: note довше за 32767 знаків, більше в комірку Excel не входить. Вивантажте з --format csv
    ",
        "exit": 73,
        "out": "",
      },
    ]
  `)
  expect(existsSync(path('d.xlsx'))).toBe(false)
})

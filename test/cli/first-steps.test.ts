import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answering } from './asking.ts'
import { type Trial, trial } from './world.ts'

const DEALS = [
  '№ заявки;Название;Этап;Сумма;Создана',
  '11;Балкон;Договор;100;01.10.2026',
  '12;Дом;Заявка;200;02.10.2026',
  '13;Дача;Замер;300;03.10.2026',
]

async function said(workspace: Trial, ...argv: string[]): Promise<string> {
  const { out, err } = await workspace.run(argv)
  return (err + out).replaceAll(workspace.folder, 'FOLDER').replaceAll('\u00a0', ' ')
}

/** A workspace of the file above, its stages as proposed. */
async function filled(lang = 'ru_RU.UTF-8'): Promise<{ workspace: Trial; answer: string }> {
  const workspace = trial({ env: { LANG: lang } })
  const file = workspace.path('deals.csv')
  writeFileSync(file, `${DEALS.join('\n')}\n`)
  return { workspace, answer: await said(workspace, 'init', '--from', file, '--yes', '--quiet') }
}

test.each([
  ['ru_RU.UTF-8', 'RUB', 'ru'],
  ['uk_UA.UTF-8', 'UAH', 'uk'],
  ['de_DE.UTF-8', 'EUR', 'en'],
  ['C', 'USD', 'en'],
])('under %s a workspace takes %s and speaks %s', async (lang, currency, spoken) => {
  const { workspace } = await filled(lang)
  const settings = JSON.parse((await workspace.run(['config', 'list', '--format', 'json'])).out)
  expect({ currency: settings.currency, lang: settings.lang ?? 'en' }).toEqual({ currency, lang: spoken })
})

test('what was taken from the environment is said with the way to choose', async () => {
  const workspace = trial({ env: { LANG: 'uk_UA.UTF-8' } })
  expect(await said(workspace, 'init', '--stages', 'Нова')).toBe(
    [
      'Створено базу FOLDER/trial.db: воронка «Продажі» (Нова), UAH, UTC',
      'Взято без запитання: часовий пояс UTC (як на цьому комп’ютері), валюта UAH, мова uk. Змінити до першої угоди: voronka config set timezone Київ',
      '',
    ].join('\n'),
  )
})

test('the currency is fixed by deals in force, not by those taken back', async () => {
  const { workspace } = await filled()
  expect(await said(workspace, 'config', 'set', 'currency', 'UAH')).toBe(
    'Валюту уже нельзя сменить, остаётся RUB: в базе есть сделки или курсы. Отмените их (voronka undo) или создайте другую базу: voronka --db ФАЙЛ init\n',
  )
  await workspace.run(['undo', '--quiet'])
  expect(await said(workspace, 'config', 'set', 'currency', 'UAH')).toBe('Теперь currency: UAH\n')
})

test('stages are proposed in the order of a sale, the number of the request is the id', async () => {
  const { workspace } = await filled()
  const { out } = await workspace.run(['deal', 'list', '--format', 'csv'])
  expect(out.split('\n').map((line) => line.split(',').slice(0, 2).join(','))).toEqual([
    'id,externalId',
    'd3,13',
    'd2,12',
    'd1,11',
    '',
  ])
  const stages = JSON.parse((await workspace.run(['stage', 'list', '--format', 'json'])).out)
  expect(stages.map(({ stage }: { stage: string }) => stage)).toEqual([
    'Заявка',
    'Замер',
    'Договор',
    'Выиграно',
    'Отказ',
  ])
})

test('a dot names nothing after an import, and what was touched by hand since', async () => {
  const { workspace } = await filled()
  const refusal =
    'Точка — это запись, которую последней меняли вручную, а после импорта сделки вручную не меняли. Назовите: номером или названием. Все: voronka deal list\n'
  expect(await said(workspace, 'won', '.')).toBe(refusal)
  await workspace.run(['deal', 'edit', 'Дом', '--amount', '250'])
  expect(await said(workspace, 'won', '.', '--dry-run')).toBe(
    'd2 Дом: Заявка → Выиграно\nПробный запуск: ничего не изменено\n',
  )
})

test('a deal that went on after the day it was won is said not to be won, first', async () => {
  const workspace = trial()
  await workspace.run(['init', '--stages', 'New,Talk'])
  await workspace.run(['deal', 'add', 'House', '--at', '2026-10-01'])
  await workspace.run(['deal', 'move', 'House', 'Talk', '--at', '2026-10-05'])
  expect(await said(workspace, 'won', 'House', '--at', '2026-10-03')).toBe(
    'The deal is NOT won: after that it moved to Talk (Mon 5 Oct 2026)\nd1 House: New → Won, Sat 3 Oct 2026\n',
  )
})

test('the name of the file says its format, --format goes first', async () => {
  const { workspace } = await filled()
  const written = async (name: string, ...argv: string[]) => {
    await workspace.run([...argv, '--output', workspace.path(name)])
    return readFileSync(workspace.path(name), 'utf8').slice(0, 12)
  }
  expect([
    await written('a.csv', 'deal', 'list'),
    await written('a.json', 'deal', 'list'),
    await written('b.csv', 'deal', 'list', '--format', 'json'),
    await written('a.ndjson', 'export', 'deals'),
    await written('a.txt', 'export', 'deals'),
  ]).toEqual(['id,externalI', '[\n  {\n    "i', '[\n  {\n    "i', '{"id":"d1","', 'id,externalS'])
})

test('namesakes are chosen among by what tells them apart, open ones first', async () => {
  const seen: string[] = []
  const person = answering(0)
  const workspace = trial({
    terminal: 120,
    ask: {
      ...person,
      select: (message, choices) => {
        seen.push(...choices.map(({ name }) => name.replaceAll('\u00a0', ' ')))
        return person.select(message, choices)
      },
    },
  })
  await workspace.run(['init', '--stages', 'New', '--no-input'])
  await workspace.run(['deal', 'add', 'House', '--at', '2026-10-01'])
  await workspace.run(['won', 'd1'])
  await workspace.run(['company', 'add', 'Acme'])
  await workspace.run(['deal', 'add', 'House', '--company', 'Acme', '--amount', '50', '--at', '2026-10-02'])
  await workspace.run(['deal', 'show', 'House'])
  expect(seen).toEqual(['1. d2 House (New · Acme · $50 · 2 Oct 2026)', '2. d1 House (Won · 1 Oct 2026)'])
})

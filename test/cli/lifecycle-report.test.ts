import { beforeAll, expect, test } from 'vitest'
import { trial } from './world.ts'

const office = trial({ now: '2026-05-14', terminal: 80, env: { VORONKA_LANG: 'ru' } })

beforeAll(async () => {
  const done = async (now: string, ...argv: string[]) => {
    const { exit, err } = await office.run([...argv, '--no-input'], { now })
    expect([exit, exit === 0 ? '' : err]).toEqual([0, ''])
  }
  const begin = '2026-03-01'
  await done(begin, 'init', '--stages', 'Заявка,Договор', '--currency', 'RUB', '--timezone', 'Europe/Moscow')
  for (const name of ['Олег', 'Ирина']) await done(begin, 'manager', 'add', name)
  const add = (name: string, source: string, manager: string) =>
    done('2026-03-02', 'contact', 'add', name, '--source', source, '--manager', manager)
  await add('Анна', 'сайт', 'Олег')
  await add('Борис', 'сайт', 'Олег')
  await add('Вера', 'выставка', 'Ирина')
  await add('Глеб', 'Сайт', 'Ирина')
  const say = (name: string, stage: string, at: string) =>
    done('2026-05-01', 'contact', 'edit', name, '--lifecycle', stage, '--at', at)
  await say('Анна', 'mql', '2026-03-05')
  await say('Анна', 'sql', '2026-03-15')
  await say('Борис', 'mql', '2026-03-09')
  await say('Борис', 'lead', '2026-04-09')
  // Straight to SQL: an MQL too, but since when nobody knows.
  await say('Вера', 'sql', '2026-03-20')
  const sell = async (name: string, at: string) => {
    await done('2026-05-01', 'deal', 'add', 'x', '--contact', name, '--at', '2026-03-03')
    await done('2026-05-01', 'deal', 'move', '.', 'won', '--at', at)
  }
  await sell('Анна', '2026-04-04')
  await sell('Глеб', '2026-04-12')
  // After the day asked of the past.
  await done('2026-05-10', 'contact', 'edit', 'Борис', '--manager', 'Ирина', '--source', 'звонок')
})

const json = async (...argv: string[]) =>
  JSON.parse((await office.run(['lifecycle', '2026', ...argv, '--format', 'json'])).out)

async function screen(...argv: string[]) {
  const ran = await office.run(['lifecycle', ...argv])
  expect([ran.exit, ran.err]).toEqual([0, ''])
  return `\n${ran.out.replaceAll('\u00a0', ' ')}`
}

test('who came how far, a customer through all, and the days between what was written down', async () => {
  const { stages, contacts, customers, written, medianDays, n } = await json()
  expect([contacts, customers, written, medianDays, n]).toEqual([4, 2, 3, 37, 2])
  const row = ({ stage, reached, here, medianDays: days, n: of }: Record<string, unknown>) => [
    ...[stage, reached, here, days, of],
  ]
  expect(stages.map(row)).toEqual([
    ['lead', 4, 0, 5, 2],
    ['mql', 4, 1, 10, 1],
    ['sql', 3, 1, 20, 1],
    ['customer', 2, 2, null, 0],
  ])
})

test('as of a past day: nobody had bought yet, and whose they were then', async () => {
  const { stages, groups } = await json('--as-of', '2026-04-01', '--by', 'manager')
  expect(stages.map(({ reached }: { reached: number }) => reached)).toEqual([4, 3, 2, 0])
  expect(groups.map(({ key, contacts }: Record<string, unknown>) => [key, contacts])).toEqual([
    ['Ирина', 2],
    ['Олег', 2],
  ])
  const now = await json('--by', 'manager')
  expect(now.groups.map(({ key, contacts }: Record<string, unknown>) => [key, contacts])).toEqual([
    ['Ирина', 3],
    ['Олег', 1],
  ])
})

test('filters, and the contacts behind a figure', async () => {
  const names = async (...argv: string[]) => (await json(...argv)).map(({ name }: { name: string }) => name)
  expect([
    await names('-e', 'customer'),
    await names('--чьи', 'sql:остались'),
    await names('-e', 'mql:next@Ирина', '--by', 'manager'),
    (await json('--source', 'сайт')).contacts,
    (await json('--manager', 'Олег')).contacts,
  ]).toEqual([['Анна', 'Глеб'], ['Вера'], ['Вера', 'Глеб'], 2, 1])
  expect(await office.run(['lifecycle', '2026', '--source', 'радио'])).toEqual({
    exit: 1,
    out: '',
    err: 'Контактов с источником «радио» нет. Есть: выставка, звонок, сайт\n',
  })
  expect((await office.run(['lifecycle', '2026', '-e', 'won'])).exit).toBe(2)
  expect((await office.run(['lifecycle', '2026', '--by', 'tag'])).exit).toBe(2)
})

test('the screen', async () => {
  expect(await screen('2026')).toMatchInlineSnapshot(`
    "
    От лида до клиента · 2026 год · контакты, появившиеся за период
    на 14.05.2026, Москва · все менеджеры · контактов 4

    Шаг     дошли               дальше  от всех  остались  дней до следующего
    лид         4 ████████████  4 из 4   4 из 4         0                   5
    MQL         4 ████████████  3 из 4   4 из 4         1                  10
    SQL         3 █████████     2 из 3   3 из 4         1                  20
    клиент      2 ██████                 2 из 4

    Стали клиентами 2 из 4.
    От появления контакта до первой выигранной сделки: медиана 37 дн, по 2.
    Кто зашёл дальше, прошёл и всё до этого: клиент считается и SQL, и MQL.
    Клиент здесь — человек, чья сделка выиграна; retention и reactivation считают
      компании.
    Остальные ещё могут дойти: доли могут вырасти.
    Дни между шагами — по тем, у кого записаны оба: contact edit КТО --lifecycle mql
      --at КОГДА.
    Меньше 10 контактов — не проценты, а «3 из 5».
    "
  `)
})

test('by source, in English, beside the year before', async () => {
  expect(
    await screen('2026', '--by', 'source', '--compare', 'previous', '--lang', 'en'),
  ).toMatchInlineSnapshot(`
    "
    From lead to customer by source · 2026 · contacts made in the period
    as of 14 May 2026, Moscow · all managers · contacts: 4

    Source    lead  MQL  SQL  customer  of all  range  days
    сайт         2    2    2         2  2 of 2           37
    выставка     1    1    1         0  0 of 1
    звонок       1    1    0         0  0 of 1
    Total        4    4    3         2  2 of 4           37

    Became customers: 2 of 4.
    From the first entry of a contact to the first won deal: 37 days, the median of
      2.
    Who came farther has passed all before: a customer counts as an SQL and an MQL.
    A customer here is a person of a won deal; retention and reactivation count
      companies.
    The others may still come farther: the shares can rise.
    Under 10 contacts: “3 of 5” instead of a percentage.

    beside it: 1 January – 14 May 2025, as of 14 May 2025: nothing then, so nothing
      to compare with
    "
  `)
})

test('as a file; nobody came', async () => {
  expect((await office.run(['lifecycle', '2026', '--format', 'csv'])).out).toMatchInlineSnapshot(`
    "stage,reached,here,toNext,toNextLow,toNextHigh,ofAll,medianDays,n
    lead,4,0,1,0.5101,1,1,5,2
    mql,4,1,0.75,0.3006,0.9544,1,10,1
    sql,3,1,0.6667,0.2077,0.9385,0.75,20,1
    customer,2,2,,,,0.5,,0
    "
  `)
  expect(await screen('2025')).toMatchInlineSnapshot(`
    "
    От лида до клиента · 2025 год · контакты, появившиеся за период
    на 14.05.2026, Москва · все менеджеры · контактов 0

    За 2025 год контактов не появилось.
    Последние: voronka lifecycle 2026
    "
  `)
})

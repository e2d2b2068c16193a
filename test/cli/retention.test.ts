import { beforeAll, expect, test } from 'vitest'
import { trial } from './world.ts'

const shop = trial({ now: '2026-05-14', terminal: 80, env: { VORONKA_LANG: 'ru' } })

/** Who bought when. */
const BOUGHT: readonly (readonly [who: string, ...days: string[]])[] = [
  ['Анна', '2026-01-10', '2026-02-10', '2026-02-20'],
  ['Борис', '2026-01-31', '2026-03-01'],
  ['Вера', '2026-02-05', '2026-05-02'],
]

beforeAll(async () => {
  const done = async (...argv: string[]) => {
    const { exit, err } = await shop.run([...argv, '--no-input'])
    expect([exit, exit === 0 ? '' : err]).toEqual([0, ''])
  }
  await done('init', '--stages', 'Заявка,Договор', '--currency', 'RUB', '--timezone', 'Europe/Moscow')
  const sell = async (day: string, ...whose: string[]) => {
    await done('deal', 'add', 'x', '--at', day, ...whose)
    await done('deal', 'move', '.', 'won', '--at', day)
  }
  for (const [who, ...days] of BOUGHT) {
    await done('contact', 'add', who)
    for (const day of days) await sell(day, '--contact', who)
  }
  // A company comes back, whoever of it buys.
  await done('company', 'add', 'Ромашка')
  await sell('2026-01-12', '--company', 'Ромашка', '--contact', 'Вера')
  await sell('2026-02-12', '--company', 'Ромашка', '--contact', 'Борис')
  await sell('2026-02-13')
  // Repeat sales have a pipeline of their own.
  await done('pipeline', 'add', 'Повторные', '--stages', 'Звонок')
  await sell('2026-04-04', '--contact', 'Борис', '--pipeline', 'Повторные')
})

const json = async (...argv: string[]) =>
  JSON.parse((await shop.run(['retention', ...argv, '--format', 'json'])).out)

async function screen(...argv: string[]) {
  const ran = await shop.run(['retention', ...argv])
  expect([ran.exit, ran.err]).toEqual([0, ''])
  return `\n${ran.out.replaceAll('\u00a0', ' ')}`
}

test('who of a month came back in the next, and in each after it', async () => {
  const { rows, total, customers, withoutCustomer } = await json('2026')
  const brief = rows.map(
    ({ label, customers: n, new: fresh, again, after }: Record<string, unknown> & { after: object[] }) => [
      ...[label, n, fresh, again],
      after.map((part) => ('again' in part ? part.again : null)),
    ],
  )
  expect(brief).toEqual([
    ['2026-01', 3, 3, 2, [2, 1, 1, 0]],
    ['2026-02', 3, 1, 0, [0, 0, 1]],
    ['2026-03', 1, 0, 1, [1, 0]],
    ['2026-04', 1, 0, 0, [0]],
    ['2026-05', 1, 0, null, []],
  ])
  // The next month of April is not over.
  expect([total, customers, withoutCustomer]).toEqual([
    { customers: 7, again: 3, rate: 0.4286, low: 0.1582, high: 0.7495 },
    4,
    1,
  ])
})

test('of first purchases, by quarter, of one pipeline, as of a past day', async () => {
  const { rows, of } = await json('2026', '--by', 'quarter', '--of', 'first')
  const brief = (all: Record<string, unknown>[]) =>
    all.map(({ customers, again, finished }) => [customers, again, finished])
  expect([of, brief(rows)]).toEqual([
    'first',
    [
      [4, 2, false],
      [0, null, false],
    ],
  ])
  expect(brief((await json('2026', '--pipeline', 'Повторные')).rows)).toEqual([
    [0, 0, true],
    [0, 0, true],
    [0, 0, true],
    [1, 0, false],
    [0, null, false],
  ])
  expect(brief((await json('2026', '--as-of', '2026-02-11')).rows)).toEqual([
    [3, 1, false],
    [2, null, false],
  ])
})

test('the purchases behind a figure', async () => {
  const opened = async (cell: string) => (await json('2026', '-e', cell)).map(({ id }: { id: string }) => id)
  expect([
    await opened('2026-01'),
    await opened('2026-01:again'),
    await opened('2026-02:новые'),
    await opened('2026-03:повторно'),
  ]).toEqual([['d4', 'd8', 'd1'], ['d3', 'd9', 'd2'], ['d6'], ['d11']])
  expect((await shop.run(['retention', '2026', '-e', '2025-01'])).exit).toBe(2)
  expect(await shop.run(['retention', '--by', 'hour'])).toEqual({
    exit: 2,
    out: '',
    err: 'retention --by принимает week, month, quarter или year, а не «hour»\n',
  })
})

test('the screen', async () => {
  expect(await screen('2026')).toMatchInlineSnapshot(`
    "
    Кто купил снова, по месяцам · 2026 год
    на 14.05.2026, Москва · все менеджеры · клиентов 4

    Месяц    клиентов  новых  верн.    +1  разброс    +2    +3    +4
    2026-01         3      3      2   2/3            1/3   1/3  0/3…
    2026-02         3      1      0   0/3            0/3  1/3…
    2026-03         1      0      1   1/1           0/1…
    2026-04         1      0      0  0/1…
    2026-05         1      0

    Из всех, чей следующий период завершён, купили снова 3 из 7.
    «верн.» и «+1» — сколько из купивших в этом периоде купили и в следующем, «+2» —
      через один, и так далее.
    Клиент — компания сделки, а где её нет — контакт.
    … — период ещё идёт: могут вернуться и другие.
    Меньше 10 клиентов — не проценты, а «3/5».
    Выигранные сделки без компании и контакта здесь ничьи: 1.
    "
  `)
})

test('in English, of first purchases, beside another period', async () => {
  expect(
    await screen('2026-Q2', '--of', 'first', '--compare', 'previous', '--lang', 'en'),
  ).toMatchInlineSnapshot(`
    "
    Customers who bought again, by month · April–June 2026
    as of 14 May 2026, Moscow · all managers · those who bought for the first time ·
      customers: 0

    Nobody bought for the first time in April–June 2026.

    beside it: 1 January – 13 February 2026, as of 13 Feb 2026

                              was  now                        change
    customers                   4    0                            −4
    bought again in the next            too few customers to compare
    "
  `)
})

test('the same as a file; nobody bought', async () => {
  expect((await shop.run(['retention', '2026-03..2026-05', '--format', 'csv'])).out).toMatchInlineSnapshot(`
    "label,customers,new,after,later,again,rate,low,high,finished
    2026-03,1,0,1,2026-04,1,1,0.2065,1,true
    2026-03,1,0,2,2026-05,0,0,0,0.7935,false
    2026-04,1,0,1,2026-05,0,0,0,0.7935,false
    2026-05,1,0,,,,,,,
    "
  `)
  expect(await screen('2025')).toMatchInlineSnapshot(`
    "
    Кто купил снова, по месяцам · 2025 год
    на 14.05.2026, Москва · все менеджеры · клиентов 0

    За 2025 год никто не купил.
    Последние покупки: voronka retention 2026
    "
  `)
})

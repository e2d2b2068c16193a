import { writeFileSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { bucketOf } from '../../src/domain/time/period.ts'
import { periodOfHeader } from '../../src/transfer/plan-columns.ts'
import { type Trial, textOf, trial } from './world.ts'

async function workspace(): Promise<Trial> {
  const made = trial({ now: '2026-01-05' })
  await made.run(['init', '--stages', 'New', '--timezone', 'Europe/Kyiv', '--currency', 'UAH'])
  await made.run(['manager', 'add', 'Анна'])
  return made
}

async function counts({ run }: Trial, stdin: string, now: string, ...options: string[]) {
  const { out, err } = await run(['import', 'plans', '-', ...options, '--format', 'json'], { stdin, now })
  if (out === '') throw new Error(err)
  const { created, updated, unchanged, skipped, rejected, problems } = JSON.parse(out)
  return { created, updated, unchanged, skipped, rejected, problems }
}

const none = { created: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0, problems: [] }

const WIDE = `Менеджер;Показатель;2026-01;Февраль 2026;Q2 2026
Анна;Выручка;120 000;130 000,50;400000
Борис;Звонки;400;;1200
Итого;Выручка;120000;130000,50;400000
`

test('managers in rows, months in columns; a newer file makes versions, the same nothing', async () => {
  const made = await workspace()
  expect(await made.run(['import', 'plans', '-', '--lang', 'ru'], { stdin: WIDE })).toEqual({
    exit: 0,
    out: `Импорт -: 3 строки

           строк
создано        2
пропущено      1

Новые менеджеры (1): Борис
Итоговые строки, пропущены: 1

Посмотреть, что вышло: voronka plan list
Отменить импорт: voronka undo 3
`,
    err: '-: кодировка utf-8, разделитель «;», система file\n',
  })
  expect((await made.run(['plan', 'list', '--lang', 'ru'])).out.replace(/[\u00a0\u202f]/g, ' ')).toBe(`\
id  чей    на       что              план  известен с
p1  Анна   2026-01  выручка     120 000 ₴  05.01.2026
p4  Борис  2026-01  звонки            400  05.01.2026
p2  Анна   2026-02  выручка  130 000,50 ₴  05.01.2026
p3  Анна   2026-Q2  выручка     400 000 ₴  05.01.2026
p5  Борис  2026-Q2  звонки          1 200  05.01.2026
`)
  expect(await counts(made, WIDE, '2026-01-06')).toEqual({ ...none, unchanged: 2, skipped: 1 })
  const newer = WIDE.replace('Анна;Выручка;120 000', 'Анна;Выручка;150 000')
  expect(await counts(made, newer, '2026-01-20')).toEqual({ ...none, updated: 1, unchanged: 1, skipped: 1 })
  const versions = ['plan', 'list', '--all', '--manager', 'Анна', '--period', '2026-01', '--format', 'csv']
  expect((await made.run(versions)).out).toBe(`\
id,manager,department,from,until,metric,amount,currency,knownAt
p1,Анна,,2026-01-01,2026-02-01,revenue,120000,UAH,2026-01-05T12:00:00+02:00
p6,Анна,,2026-01-01,2026-02-01,revenue,150000,UAH,2026-01-20T12:00:00+02:00
`)
  expect((await made.run(['undo'])).exit).toBe(0)
  expect((await made.run(versions)).out.split('\n')).toHaveLength(3)
  expect(await made.run(['doctor'])).toMatchObject({ exit: 0 })
})

test('a plan is set, set again, and removed; it is of a manager, a department or the team', async () => {
  const made = await workspace()
  const set = (...words: string[]) => made.run(['plan', 'set', ...words])
  expect((await set('выручка', '120000', '--manager', 'Анна', '--period', '2026-01')).err).toBe(
    'p1: Анна, revenue, 2026-01: ₴120,000\n',
  )
  expect((await set('revenue', '120000', '--manager', 'Анна', '--period', '2026-01')).err).toBe(
    'Nothing to change: it is so already\n',
  )
  expect((await set('calls', '400', '--department', 'South')).err).toBe(
    'p2: South, calls, 2026-01: 400\n' +
      'No manager is in the department South yet: voronka manager edit NAME --department South\n',
  )
  expect((await set('won', '12', '--period', 'Q1 2026')).err).toBe('p3: the team, deals won, 2026-Q1: 12\n')
  expect((await set('calls', '1.5')).err).toBe(
    '"1.5" is no amount: write it like 120000, or a whole number for a count\n',
  )
  expect((await set('luck', '1')).err).toBe(
    '"luck" cannot be planned. There are: revenue, margin, won, calls, meetings, emails, tasks\n',
  )
  expect((await made.run(['manager', 'rm', 'Анна'])).exit).toBe(1)
  expect((await made.run(['plan', 'rm', 'p2'])).err).toBe('Removed p2: South, calls, 2026-01\n')
  expect(await made.run(['doctor'])).toMatchObject({ exit: 0 })
})

test.each([[], ['--for', 'excel', '--lang', 'uk']])('plans go and come: %j', async (...flags) => {
  const made = await workspace()
  await counts(made, WIDE, '2026-01-06')
  await counts(made, WIDE.replace('400;', '450;'), '2026-01-20')
  await made.run([
    'plan',
    'set',
    'margin',
    '10.50',
    '--department',
    'South; North',
    '--period',
    '2026-03',
    '--currency',
    'USD',
  ])
  const exported = async ({ run, path }: Trial) => {
    await run(['export', 'plans', '--output', path('plans.csv'), ...flags])
    return textOf(path('plans.csv'))
  }
  const text = await exported(made)
  const other = await workspace()
  for (const into of [made, other]) {
    writeFileSync(into.path('in.csv'), text)
    const { out } = await into.run(['import', 'plans', into.path('in.csv'), '--format', 'json'])
    const done = into === made ? { unchanged: 7, created: 0 } : { unchanged: 0, created: 7 }
    expect(JSON.parse(out)).toMatchObject({ ...done, updated: 0, rejected: 0 })
    expect(await exported(into)).toBe(text)
  }
})

test('what is missing or unclear in a file of plans is said', async () => {
  const made = await workspace()
  const bad =
    'Manager,Period,Metric,Amount\nAnna,2026-01,luck,1\nAnna,some day,calls,1\nAnna,2026-01,calls,1.5\nAnna,2026-01,calls,\nAnna,2026-02,revenue,-1\n'
  const { problems } = await counts(made, bad, '2026-01-06')
  expect(
    (problems as { line: number; message: string }[]).map(({ line, message }) => `${line} ${message}`),
  ).toEqual([
    '2 "luck" cannot be planned. There are: revenue, margin, won, calls, meetings, emails, tasks',
    expect.stringMatching(/^3 /),
    '4 This is a count, and so a whole number. Correct it',
    '5 The row has no amount. Fill it in, or take the row out of the file',
    '6 A plan is 0 or more. Correct it',
  ])
})

test.each([
  ...['Jan-27', 'янв.27', 'Січ 27', 'JANUARY 27', 'январь 2027', '01.2027', '01.01.2027'].map((head) => [
    head,
    '2027-01',
  ]),
  ...['27-Jan', 'Jan', 'май', 'План 27', 'Jan-2', 'Jan-277'].map((head) => [head, null]),
])('a column “%s” is of the month %s', (head, month) => {
  const span = periodOfHeader(head ?? '')
  expect(span === undefined ? null : bucketOf(span.from, 'month', 1)).toBe(month)
  if (span !== undefined) expect(span.until).toBe('2027-02-01')
})

test('one plan twice in a file counts once, and with another figure is a problem', async () => {
  const made = await workspace()
  const row = (amount: number) => `Анна,2026-01-01,2026-01-31,calls,${amount}\n`
  const file = (...amounts: number[]) => `manager,from,until,metric,amount\n${amounts.map(row).join('')}`
  expect(await counts(made, file(5, 5), '2026-01-06')).toEqual({ ...none, created: 1 })
  expect(await made.run(['import', 'plans', '-'], { stdin: file(7, 7, 8) })).toEqual({
    exit: 65,
    out: expect.any(String),
    err: `-: encoding utf-8, delimiter ",", dates ymd, system file
-:4: Line 2 has another figure for the same plan: leave one of the two
Nothing was written: 1 row has problems. Mend them, or take the good rows and put these aside: --rejects FILE
`,
  })
})

test('a currency sign that the encoding lost is said, of an amount of a row and of a month as a column', async () => {
  const lost = async (stdin: string) => {
    const made = await workspace()
    return (await made.run(['import', 'plans', '-'], { stdin })).err
  }
  const say =
    'A ? stands where the encoding has no place for the currency sign: taken without it. To name the currency: --set currency=CODE'
  expect([
    await lost('Manager;Metric;2026-01\nАнна;revenue;120 000 ?\n'),
    await lost('Manager;Metric;Period;Amount\nАнна;revenue;2026-01;120 000 ?\n'),
  ]).toEqual([
    `-: encoding utf-8, delimiter ";", system file\n-:2: 2026-01: "120 000 ?": ${say}\n`,
    `-: encoding utf-8, delimiter ";", system file\n-:2: Amount: "120 000 ?": ${say}\n`,
  ])
})

test('a count has no currency; a department where nobody is may be misspelt', async () => {
  const made = trial()
  for (const line of ['init --stages New --currency USD', 'manager add Anna --department South'])
    expect((await made.run(line.split(' '))).exit).toBe(0)
  const said = async (...words: string[]) => {
    const { exit, err } = await made.run(['plan', 'set', ...words])
    return `${exit} ${err}`
  }
  const count =
    '2 This is a count (deals won), which has no currency: leave the currency out, or plan revenue or margin\n'
  expect(await said('won', '100 EUR')).toBe(count)
  expect(await said('won', '100', '--currency', 'EUR')).toBe(count)
  expect(await said('won', '100', '--department', 'south')).toBe('0 p1: south, deals won, 2026-10: 100\n')
  expect(await said('won', '100', '--department', 'the north')).toBe(
    '0 p2: the north, deals won, 2026-10: 100\n' +
      'No manager is in the department the north yet: voronka manager edit NAME --department "the north"\n',
  )
})

/** What is planned then, a line each: whose, from which day, what, how much. */
async function planned({ run }: Trial): Promise<string[]> {
  const plans: Record<string, unknown>[] = JSON.parse((await run(['plan', 'list', '--format', 'json'])).out)
  return plans.map(({ manager, from, metric, amount }) => [manager, from, metric, amount].join(' '))
}

const BY_MONTH = [
  'Анна 2026-01-01 revenue 120000',
  'Борис 2026-01-01 revenue 90000',
  'Анна 2026-02-01 revenue 130000',
]

test.each([
  ['Месяц;Анна;Борис;Итого\nЯнварь 2026;120 000;90 000;210 000\nФев 26;130 000;;130 000\n', 'metric=revenue'],
  [
    ';Анна;Борис;Итого\n01.2026;120000;90000;210000\n02.2026;130000;;130000\nИтого;250000;90000;340000\n',
    'metric=revenue',
  ],
  ['Менеджер;Анна;борис;Всего\n2026-01-01;120000;90000;210000\n2026-02-01;130000;;\n', 'metric=revenue'],
  [';2026-01;Фев 26;Итого\nАнна;120000;130000;250000\nБорис;90000;;90000\n', 'metric=revenue'],
])('figures side by side, managers or months above: %s', async (stdin, set) => {
  const made = await workspace()
  await made.run(['manager', 'add', 'Борис'])
  const { exit, err } = await made.run(['import', 'plans', '-', '--set', set], { stdin })
  expect([exit, err.includes('problem')]).toEqual([0, false])
  expect(await planned(made)).toEqual(BY_MONTH)
})

test.each([
  ['Показатель;Анна;Борис\nВыручка;120000;90000\nЗвонки;400;\n'],
  [';Анна;Борис;Итого\nвыручка;120000;90000;210000\nзвонки;400;;400\n'],
  ['Менеджер;Выручка;Звонки\nАнна;120000;400\nБорис;90000;\n'],
])('metrics as rows or as columns, the period said of all: %s', async (stdin) => {
  const made = await workspace()
  await made.run(['manager', 'add', 'Борис'])
  expect((await made.run(['import', 'plans', '-', '--set', 'period=2026-01'], { stdin })).exit).toBe(0)
  expect((await planned(made)).sort()).toEqual([
    'Анна 2026-01-01 calls 400',
    'Анна 2026-01-01 revenue 120000',
    'Борис 2026-01-01 revenue 90000',
  ])
})

test('of managers side by side: the sum left out, a cell that cannot be read, a name that nobody knows', async () => {
  const made = await workspace()
  const told = async (stdin: string) => {
    const { exit, out, err } = await made.run(['import', 'plans', '-', '--set', 'metric=calls'], { stdin })
    return [exit, ...`${out}${err}`.split('\n').filter((line) => /passed over|^-:\d/.test(line))]
  }
  expect(await told('Month;Анна;Total\nJan 26;12.5;12.5\nsome day;400;400\n')).toEqual([
    65,
    '-:2: Анна: "12.5": This is a count, and so a whole number. Correct it',
    expect.stringMatching(/^-:3: Month: "some day": Unknown period/),
  ])
  expect(await told('Month;Анна;Total\nJan 26;12;12\n')).toEqual([
    0,
    'Columns that add up others, passed over: Total',
  ])
  expect(await told('Month;Анна;Олег;Total\nJan 26;12;1;13\n')).toEqual([
    65,
    '-:1: Олег: Nothing is known of this column. A month has its year (2026-01), a manager is added first: voronka manager add "Олег". Else: --map FIELD="Олег" or --ignore "Олег"',
  ])
  expect(await told('Month;Анна;Amount\nJan 26;12;13\n')).toEqual([
    65,
    expect.stringMatching(/^-:1: Анна: Nothing is known/),
  ])
})

test('a workbook with its months as dates, a heading above and the corner blank', async () => {
  const made = await workspace()
  await made.run(['manager', 'add', 'Борис'])
  const month = (n: number) => new Date(Date.UTC(2026, n, 1))
  const rows = [
    ['План продаж', null, null, null],
    [null, 'Анна', 'Борис', 'Итого'],
    [month(0), 120_000, 90_000, 210_000],
    [month(1), 130_000, null, 130_000],
    ['Итого', 250_000, 90_000, 340_000],
  ]
  writeFileSync(made.path('plans.xlsx'), await writeXlsx({ sheets: [{ name: 'Лист1', rows }] }))
  const { exit, err } = await made.run([
    'import',
    'plans',
    made.path('plans.xlsx'),
    '--set',
    'metric=revenue',
  ])
  expect([exit, err, await planned(made)]).toEqual([
    0,
    `The header is in row 2 of the sheet; the rows above it are left out
plans.xlsx: Excel workbook, sheet "Лист1", system file
plans.xlsx:5: The last line is no record and left out: “Итого 250000 90000 340000”.
`,
    BY_MONTH,
  ])
})

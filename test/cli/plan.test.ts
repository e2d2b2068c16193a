import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bucketOf } from '../../src/domain/time/period.ts'
import { periodOfHeader } from '../../src/transfer/plan-periods.ts'
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

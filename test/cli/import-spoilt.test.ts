import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Trial, trial } from './world.ts'

async function shop(): Promise<Trial> {
  const made = trial()
  await made.run(['init', '--stages', 'New,Offer'])
  return made
}

/** What an import finds in a file of these lines, as `line column value: message`. */
async function found({ path, run }: Trial, kind: string, lines: readonly string[], ...more: string[]) {
  writeFileSync(path('in.csv'), lines.join('\n'))
  const { exit, out } = await run(['import', kind, path('in.csv'), '--format', 'json', ...more])
  const { problems, warnings } = JSON.parse(out)
  const said = ({ line, column, value, message }: Record<string, unknown>) =>
    `${line} ${column} ${value}: ${message}`
  return { exit, problems: problems.map(said), warnings: warnings.map(said) }
}

const ROUNDED =
  'A spreadsheet has rounded this id, so that different ones look alike. Export again with the column as text, or name other columns that identify a row: --key HEADER[,HEADER].'

test('ids that a spreadsheet has rounded are refused, however alike their rows', async () => {
  const room = await shop()
  expect(
    await found(room, 'deals', ['id,title,stage', '1.23457E+12,A,New', '1.23457E+12,A,New', '1E10,B,New']),
  ).toEqual({
    exit: 65,
    problems: [`2 id 1.23457E+12: ${ROUNDED}`, `3 id 1.23457E+12: ${ROUNDED}`],
    warnings: [],
  })
  expect(await found(room, 'history', ['deal;stage;at', '"1,23E+15";New;2026-01-05'])).toEqual({
    exit: 65,
    problems: [`2 deal 1,23E+15: ${ROUNDED}`],
    warnings: [],
  })
  expect(await found(room, 'companies', ['id,name', '1.23457E+12,A'])).toMatchObject({
    problems: [`2 id 1.23457E+12: ${ROUNDED}`],
  })
  const key = ['title,no,stage', 'A,1.23457E+12,New']
  expect(await found(room, 'deals', key, '--key', 'no')).toMatchObject({
    problems: [`2 no 1.23457E+12: ${ROUNDED}`],
  })
  expect(await found(room, 'deals', key, '--key', 'title,no')).toMatchObject({ exit: 0, problems: [] })
})

test('a phone that a spreadsheet has rounded is left out', async () => {
  const room = await shop()
  expect(await found(room, 'contacts', ['id,name,phone', '1,Olga,3.80671E+11'])).toEqual({
    exit: 0,
    problems: [],
    warnings: [
      '2 phone 3.80671E+11: A spreadsheet has rounded this phone: left out. Export again with the column as text.',
    ],
  })
})

test('a cell has an end: 32 767 characters, a note a million', async () => {
  const room = await shop()
  const row = (title: string, note: string) => ['id,title,stage,note,x', `1,${title},New,${note},${title}`]
  const long = 'x'.repeat(32_768)
  expect(await found(room, 'deals', row(long, long), '--ignore', 'x')).toEqual({
    exit: 65,
    problems: [
      `2 title ${'x'.repeat(60)}…: A cell of 32768 characters, where 32767 are the most. Look for a quote that is never closed, or shorten it.`,
    ],
    warnings: [],
  })
  expect(await found(room, 'deals', row('A', 'x'.repeat(1_000_001)), '--ignore', 'x')).toMatchObject({
    problems: [
      `2 note ${'x'.repeat(60)}…: A cell of 1000001 characters, where 1000000 are the most. Look for a quote that is never closed, or shorten it.`,
    ],
  })
  expect(await found(room, 'deals', row(long.slice(1), long), '--ignore', 'x')).toMatchObject({ exit: 0 })
})

test('what formulas show in place of a value is blank, and said; a broken date or amount is refused', async () => {
  const room = await shop()
  const error = 'An error of a spreadsheet formula is no value: taken as blank.'
  const broken = 'The formula of this cell is broken. Mend it in the spreadsheet, or empty the cell.'
  const lines = [
    'id,title,manager,stage,created,amount,closed',
    '1,#REF!,#Н/Д,New,#N/A,#Н/Д,',
    '2,#ЗНАЧ!,#1,New,#REF!,#DIV/0!,########',
    '#N/A,C,,New,,,',
  ]
  expect(await found(room, 'deals', lines)).toEqual({
    exit: 65,
    problems: [
      `3 created #REF!: ${broken}`,
      `3 amount #DIV/0!: ${broken}`,
      `3 closed ########: ${broken}`,
      '4 id : The row has no id. Fill it in, or name other columns that identify a row: --key HEADER[,HEADER]',
    ],
    warnings: [
      `2 title #REF!: ${error}`,
      `2 manager #Н/Д: ${error}`,
      `2 created #N/A: ${error}`,
      `2 amount #Н/Д: ${error}`,
      `3 title #ЗНАЧ!: ${error}`,
      `4 id #N/A: ${error}`,
    ],
  })
})

test('the dates that programs write for none are blank, and said; an unlikely year is said', async () => {
  const room = await shop()
  const none = 'Programs write this where there is no date: taken as blank.'
  const days = ['0001-01-01', '1899-12-30', '1900-01-00', '00.01.1900', '9999-12-31', '01.01.0001 0:00:00']
  const lines = ['id,title,stage,created', ...days.map((day, i) => `${i},A,New,${day}`), '9,A,New,0226-01-05']
  expect(await found(room, 'deals', lines)).toEqual({
    exit: 0,
    problems: [],
    warnings: [
      ...days.map((day, i) => `${i + 2} created ${day}: ${none}`),
      '8 created 0226-01-05: An unlikely year; the date is taken as written.',
    ],
  })
  const { out } = await room.run(['deal', 'list', '--format', 'json'])
  expect(
    JSON.parse(out)
      .map(({ createdAt }: { createdAt: string }) => createdAt.slice(0, 10))
      .sort(),
  ).toEqual(['0226-01-05', ...days.map(() => '2026-10-14')])
  expect(
    await found(room, 'contacts', ['id,name,birthday', '1,Olga,1924-05-17', '2,Ivan,1900-01-01']),
  ).toEqual({ exit: 0, problems: [], warnings: [`3 birthday 1900-01-01: ${none}`] })
})

test('--set of a date holds in files of history and of people too', async () => {
  const room = await shop()
  expect(await found(room, 'history', ['deal,stage', '1,New'], '--set', 'at=2026-02-01')).toEqual({
    exit: 0,
    problems: [],
    warnings: [],
  })
  expect(await found(room, 'contacts', ['id,name', '1,Olga'], '--set', 'created=2026-02-01')).toEqual({
    exit: 0,
    problems: [],
    warnings: [],
  })
  const of = async (what: string[]) => JSON.parse((await room.run([...what, '--format', 'json'])).out)
  expect([
    (await of(['deal', 'show', 'd1'])).createdAt,
    (await of(['contact', 'show', 'c1'])).createdAt,
  ]).toEqual(['2026-02-01', '2026-02-01'])
})

test('an export altered by hand: two columns of one name are one field, a company without its number is one by its name', async () => {
  const room = await shop()
  await room.run(['deal', 'add', 'Sold', '--id', '2'])
  const [head = '', row = ''] = (await room.run(['export', 'deals'])).out.split('\n')
  const cells = row.split(',')
  cells[head.split(',').indexOf('company')] = '!'
  const own = [`${head},Area,Area`, `${cells.join(',')},,North`]
  expect(await found(room, 'deals', own)).toEqual({ exit: 0, problems: [], warnings: [] })
  const shown = JSON.parse((await room.run(['deal', 'show', 'd1', '--format', 'json'])).out)
  expect([shown.company, shown.fields]).toEqual(['!', { Area: 'North' }])
  const people = ['id,name,Area,Area', '1,Olga,,South']
  expect(await found(room, 'contacts', people, '--custom', '*')).toMatchObject({ exit: 0 })
})

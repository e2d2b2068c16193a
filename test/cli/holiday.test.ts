import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Trial, trial } from './world.ts'

async function workspace(): Promise<Trial> {
  const made = trial()
  await made.run(['init', '--stages', 'New', '--timezone', 'Europe/Kyiv', '--currency', 'UAH'])
  return made
}

const listed = async ({ run }: Trial, ...options: string[]) =>
  (await run(['holiday', 'list', '--format', 'csv', ...options])).out

test('a day ahead, a period, a moved working day; named again they are what was said last; undone', async () => {
  const made = await workspace()
  const { run } = made
  expect(await run(['holiday', 'add', '31.12', 'New', 'Year’s Eve'])).toEqual({
    exit: 0,
    out: '',
    err: 'Not worked: Thu 31 Dec 2026 (New Year’s Eve)\n',
  })
  expect((await run(['holiday', 'add', '2027-01-01..2027-01-08', 'Новый год', '--lang', 'ru'])).err).toBe(
    'Не работаем: пт 01.01.2027 – пт 08.01.2027 (8) (Новый год)\n',
  )
  expect((await run(['holiday', 'add', '2026-12-26', '--working', '--lang', 'uk'])).err).toBe(
    'Працюємо: сб 26.12.2026\n',
  )
  expect((await run(['holiday', 'add', '2026-12-31', '--working'])).err).toBe('Worked: Thu 31 Dec 2026\n')
  expect(await listed(made, '--period', '2026-12')).toBe(
    'date,name,working\n2026-12-26,,true\n2026-12-31,,true\n',
  )
  await run(['undo'])
  expect((await run(['holiday', 'rm', '2027-01-02..2027-01-08'])).err).toBe(
    'Back to what the weekday says: Sat 2 Jan 2027 – Fri 8 Jan 2027 (7)\n',
  )
  expect((await run(['holiday', 'list', '--lang', 'ru'])).out).toBe(`\
день           название        что
сб 26.12.2026                  рабочий
чт 31.12.2026  New Year’s Eve  праздник
пт 01.01.2027  Новый год       праздник
`)
})

test('what is no day, too many of them, and one that nothing is said of', async () => {
  const { run } = await workspace()
  expect((await run(['holiday', 'add', 'someday'])).exit).toBe(2)
  expect(await run(['holiday', 'add', '2027'])).toEqual({
    exit: 2,
    out: '',
    err: '“2027” is more than 60 days: say it of fewer at once\n',
  })
  expect(await run(['holiday', 'rm', '2027-01-01'])).toEqual({
    exit: 1,
    out: '',
    err: 'Nothing is said of Fri 1 Jan 2027. What there is: voronka holiday list\n',
  })
})

test('a table of them, in any order of dates and words for yes; the same file changes nothing', async () => {
  const made = await workspace()
  const stdin =
    'Дата;Праздник;Рабочий день\n01.01.2027;Новый год;нет\n26.12.2026;За 31-е;да\n01.01.2027;Новый год;\n'
  const counts = async () => {
    const { out } = await made.run(['import', 'holidays', '-', '--format', 'json'], { stdin })
    const { rows, created, unchanged, merged, rejected } = JSON.parse(out)
    return { rows, created, unchanged, merged, rejected }
  }
  expect(await counts()).toEqual({ rows: 3, created: 2, unchanged: 0, merged: 1, rejected: 0 })
  expect(await counts()).toEqual({ rows: 3, created: 0, unchanged: 2, merged: 1, rejected: 0 })
  expect(await listed(made)).toBe('date,name,working\n2026-12-26,За 31-е,true\n2027-01-01,Новый год,false\n')
  const twice = await made.run(['import', 'holidays', '-', '--format', 'json', '--dry-run'], {
    stdin: 'date,name\n2027-05-01,Labour Day\n2027-05-01,May Day\n2027-05-01,labour day\n',
  })
  expect([twice.exit, JSON.parse(twice.out).merged, JSON.parse(twice.out).warnings]).toEqual([
    0,
    2,
    [
      {
        line: 3,
        column: '',
        value: 'May Day',
        message: 'Line 2 has this day already as “Labour Day”: this name is not taken',
      },
    ],
  ])
  const bad = await made.run(['import', 'holidays', '-', '--format', 'json'], {
    stdin: 'date,working\n2027-01-01,perhaps\n,yes\n2027-02-01,\n2027-02-01,yes\n',
  })
  expect([bad.exit, JSON.parse(bad.out).problems]).toEqual([
    65,
    [
      {
        line: 2,
        column: 'working',
        value: 'perhaps',
        message: '“perhaps” is neither yes nor no: is this day worked?',
      },
      {
        line: 3,
        column: 'date',
        value: '',
        message: 'The row has no day. Fill in the date, or take the row out of the file',
      },
      {
        line: 5,
        column: '',
        value: '',
        message: 'Line 4 says otherwise of the same day: leave one of the two',
      },
    ],
  ])
})

test('a calendar file; another file of that name is refused', async () => {
  const made = await workspace()
  const path = made.path('days.ics')
  writeFileSync(
    path,
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270101\nSUMMARY:New Year\nEND:VEVENT\nEND:VCALENDAR\n',
  )
  expect((await made.run(['import', 'holidays', path])).err).toBe('Days added: 1, changed: 0, as before: 0\n')
  expect((await made.run(['import', 'holidays', path])).err).toBe('Days added: 0, changed: 0, as before: 1\n')
  expect(await listed(made)).toBe('date,name,working\n2027-01-01,New Year,false\n')
  writeFileSync(path, 'date\n2027-01-01\n')
  expect(await made.run(['import', 'holidays', path])).toEqual({
    exit: 65,
    out: '',
    err: 'days.ics is no calendar file that can be read: save it once more as .ics in UTF-8, or write a table: date, name\n',
  })
})

test('a calendar under another name; what is repeated, and what is left out', async () => {
  const made = await workspace()
  const path = made.path('basic')
  const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')
  const text = [
    'BEGIN:VCALENDAR',
    event('SUMMARY:New Year', 'DTSTART;VALUE=DATE:20300101', 'RRULE:FREQ=YEARLY'),
    event('SUMMARY:Clean-up', 'DTSTART;VALUE=DATE:20261010', 'RRULE:FREQ=MONTHLY'),
    event('SUMMARY:Lunch', 'DTSTART:20261010T120000Z'),
    'END:VCALENDAR',
  ].join('\r\n')
  writeFileSync(path, text)
  const { out, err } = await made.run(['import', 'holidays', path, '--format', 'json'])
  expect(err).toBe(
    [
      'Days added: 3, changed: 0, as before: 0',
      'What is repeated every year is taken to the end of 2031',
      'Repeated otherwise than once a year, so only the first is taken: Clean-up',
      'Passed over, for they are not whole days (of hours, called off, longer than 60 days): 1 event',
      '',
    ].join('\n'),
  )
  expect(JSON.parse(out)).toEqual({
    schema: 'voronka.import/1',
    entity: 'holidays',
    file: 'basic',
    system: 'file',
    encoding: 'utf-8',
    delimiter: null,
    sheet: null,
    dateOrder: null,
    rows: 4,
    created: 3,
    updated: 0,
    unchanged: 0,
    skipped: 1,
    merged: 0,
    rejected: 0,
    operation: 2,
    dryRun: false,
    problems: [],
    warnings: [],
  })
  expect(await made.run(['import', 'holidays', '-'], { stdin: text })).toEqual({
    exit: 65,
    out: '',
    err: 'A calendar is read from a file: save it as days.ics, then voronka import holidays days.ics\n',
  })
})

test('they are in a full copy, and come back from it', async () => {
  const [made, into] = [await workspace(), trial()]
  await made.run(['holiday', 'add', '2027-01-01', 'New Year'])
  await made.run(['export', 'all', '--output', made.path('all.json')])
  await into.run(['import', 'all', made.path('all.json')])
  expect(await listed(into)).toBe('date,name,working\n2027-01-01,New Year,false\n')
})

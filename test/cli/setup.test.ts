import { beforeEach, expect, test } from 'vitest'
import { jsonOf } from './asking.ts'
import { type Trial, trial } from './world.ts'

let workspace: Trial

beforeEach(async () => {
  workspace = trial()
  await workspace.run(['init', '--stages', 'New,Proposal'])
})

test('fields of one’s own: made, listed, changed, and kept while they have values', async () => {
  expect((await workspace.run(['field', 'add', 'Район', '--choices', 'Север, Юг'])).err).toBe(
    'Made field "Район"\n',
  )
  await workspace.run(['field', 'add', 'ИНН', '--for', 'company'])
  expect((await workspace.run(['field', 'list', '--lang', 'ru'])).out).toBe(
    [
      'имя    чьё       тип    варианты',
      'Район  сделки    выбор  Север, Юг',
      'ИНН    компании  текст',
      '',
    ].join('\n'),
  )
  await workspace.run(['company', 'add', 'Ромашка', '--field', 'инн=7701'])
  await workspace.run(['deal', 'add', 'Балкон', '--field', 'район=юг'])
  expect((await jsonOf(workspace, 'company', 'show', 'o1')) as object).toMatchObject({
    fields: { ИНН: '7701' },
  })
  expect((await workspace.run(['field', 'rm', 'инн'])).err).toBe(
    'Field "ИНН" has values (1) and stays. It can be renamed: voronka field edit "ИНН" --name NAME\n',
  )
  expect((await workspace.run(['field', 'edit', 'район', '--choices', 'Север,Запад'])).err).toBe(
    '"Юг" is chosen somewhere in "Район": keep it among --choices\n',
  )
  expect(await workspace.run(['field', 'edit', 'рай', '--choices', 'Юг,Запад', '--format', 'json'])).toEqual({
    exit: 0,
    out: `${JSON.stringify({ name: 'Район', for: 'deal', type: 'choice', choices: ['Юг', 'Запад'] }, null, 2)}\n`,
    err: 'Changed field "Район": choices Север, Юг → Юг, Запад\n',
  })
})

test.each([
  [
    ['add', 'X', '--type', 'colour'],
    2,
    'No field type "colour". There are: text, number, money, date, choice, yesno\n',
  ],
  [['add', 'X', '--type', 'choice'], 2, 'A choice needs what to choose from: --choices "A,B,C"\n'],
  [['add', 'X', '--type', 'text', '--choices', 'A'], 2, '--choices are for fields of type choice\n'],
  [
    ['add', 'Manager'],
    1,
    '"Manager" is what the program itself calls something: give the field another name\n',
  ],
  [['rm', 'Y'], 1, 'There is no field "Y". All of them: voronka field list\n'],
])('field %j is refused', async (argv, exit, err) => {
  expect(await workspace.run(['field', ...argv])).toEqual({ exit, out: '', err })
})

test('rates are kept exactly, by day; the base currency has none', async () => {
  expect((await workspace.run(['fx', 'add', '01.10.2026', 'eur', '1,0850'])).err).toBe(
    'From 2026-10-01 on, 1 EUR = 1.085 USD\n',
  )
  await workspace.run(['fx', 'add', '2026-09-01', 'EUR', '1.1'])
  await workspace.run(['fx', 'add', '2026-10-01', 'EUR', '1.09'])
  expect(await jsonOf(workspace, 'fx', 'list')).toEqual([
    { date: '2026-09-01', currency: 'EUR', rate: 1.1, base: 'USD' },
    { date: '2026-10-01', currency: 'EUR', rate: 1.09, base: 'USD' },
  ])
  await workspace.run(['undo'])
  expect((await workspace.run(['fx', 'list', '--format', 'csv', '--sort', '-date'])).out).toBe(
    'date,currency,rate\n2026-10-01,EUR,1.085\n2026-09-01,EUR,1.1\n',
  )
  expect((await workspace.run(['fx', 'rm', '2026-10-02', 'EUR'])).err).toBe(
    'There is no rate of EUR from 2026-10-02. All of them: voronka fx list\n',
  )
  expect((await workspace.run(['fx', 'add', 'today', 'USD', '1'])).exit).toBe(1)
  expect((await workspace.run(['fx', 'add', 'today', 'EUR', '-1'])).exit).toBe(2)
  expect((await workspace.run(['config', 'set', 'currency', 'EUR'])).err).toBe(
    'The currency stays USD: the workspace has deals or rates. Take them back (voronka undo), or make another workspace: voronka --db FILE init\n',
  )
})

test('settings are listed, set and taken away; what history rests on is fixed', async () => {
  expect((await workspace.run(['config', 'set', 'week-start', 'воскресенье'])).err).toBe(
    'week-start is sunday now\n',
  )
  await workspace.run(['config', 'set', 'timezone', 'Europe/Kyiv'])
  await workspace.run(['deal', 'add', 'Балкон'])
  expect(await workspace.run(['config', 'set', 'timezone', 'UTC'])).toEqual({
    exit: 1,
    out: '',
    err: 'The time zone stays Europe/Kyiv: the workspace has deals. Take them back (voronka undo), or make another workspace: voronka --db FILE init\n',
  })
  await workspace.run(['manager', 'add', 'Вера'])
  await workspace.run(['config', 'set', 'me', 'вера'])
  await workspace.run(['config', 'set', 'lang', 'uk'])
  expect(await jsonOf(workspace, 'config', 'list')).toEqual({
    currency: 'USD',
    timezone: 'Europe/Kyiv',
    lang: 'uk',
    weekStart: 'sunday',
    pipeline: 'Sales',
    me: 'Вера',
    importBackup: '1000',
    workHours: '09:00-18:00',
    workDays: 'mon,tue,wed,thu,fri',
    silentAfter: '14',
    invoiceAfter: '2',
    dormantAfter: '180',
    dormantFactor: '1.5',
    taskLimit: null,
    pager: null,
    ruleTimeout: '10',
  })
  expect(await workspace.run(['config', 'set', 'lang', ''])).toEqual({
    exit: 0,
    out: '',
    err: 'lang is not set now\n',
  })
  expect((await workspace.run(['config', 'get', 'timezone'])).out).toBe('Europe/Kyiv\n')
  expect(await workspace.run(['config', 'get', 'timezon'])).toEqual({
    exit: 2,
    out: '',
    err: 'No setting "timezon". There are: timezone\n',
  })
})

test('working hours and days, and after how many days something is to be done', async () => {
  const set = async (key: string, text: string) => (await workspace.run(['config', 'set', key, text])).err
  expect([
    await set('work-hours', '10-19.30'),
    await set('work-hours', '22:00–6:00'),
    await set('work-hours', '9:00'),
    await set('work-days', 'пн-сб'),
    await set('work-days', 'sat-mon, 3'),
    await set('work-days', 'any'),
    await set('silent-after', '21'),
    await set('dormant-factor', '1,25'),
    await set('invoice-after', '0'),
    await set('work-days', ''),
  ]).toEqual([
    'work-hours is 10:00-19:30 now\n',
    'work-hours is 22:00-06:00 now\n',
    '"9:00" are no working hours: write 09:00-18:00\n',
    'work-days is mon,tue,wed,thu,fri,sat now\n',
    'work-days is mon,wed,sat,sun now\n',
    '"any" are no days of the week: write mon-fri or mon,wed,sat\n',
    'silent-after is 21 now\n',
    'dormant-factor is 1.25 now\n',
    '"0" is no number above zero: write one like 14 or 1.5\n',
    'work-days is mon,tue,wed,thu,fri now\n',
  ])
})

test('the journal reads like a diary, the latest first', async () => {
  await workspace.run(['manager', 'add', 'Анна Белова'])
  await workspace.run(['undo'])
  await workspace.run(['manager', 'list'])
  expect((await workspace.run(['journal', '--lang', 'ru'])).out).toMatchInlineSnapshot(`
    "          ср 14.10.2026
    3  12:00  отменено: новый менеджер m1 «Анна Белова»
    2  12:00  новый менеджер m1 «Анна Белова» · отменено операцией 3
    1  12:00  создана база: воронка, этапы, настройки
    "
  `)
  expect(await jsonOf(workspace, 'journal', '--limit', '1')).toEqual([
    {
      operation: 3,
      at: '2026-10-14T12:00:00+00:00',
      command: 'undo',
      undoneBy: null,
      undoes: 2,
      summary: {},
      undone: false,
      what: 'taken back: new manager m1 “Анна Белова”',
    },
  ])
})

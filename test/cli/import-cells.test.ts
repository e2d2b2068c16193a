import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { endingLines } from '../../src/transfer/endless.ts'
import { type Ran, type Trial, trial } from './world.ts'

interface Imported extends Trial {
  of(kind: string, lines: readonly string[], more?: readonly string[]): Promise<Ran>
  list(kind: string): Promise<Record<string, unknown>[]>
}

/** A workspace to import tables of these lines into. */
async function workspace(): Promise<Imported> {
  const made = trial({ env: { VORONKA_NOW: '2026-10-14T12:00', VORONKA_LANG: 'en' } })
  await made.run(['init', '--stages', 'Lead,Visit', '--currency', 'EUR', '--timezone', 'UTC'])
  return {
    ...made,
    of: (kind, lines, more = []) => {
      writeFileSync(made.path('table.csv'), lines.join('\n'))
      return made.run(['import', kind, made.path('table.csv'), ...more])
    },
    list: async (kind) =>
      JSON.parse((await made.run([kind, 'list', '--sort', 'id', '--format', 'json'])).out),
  }
}

const keys = (rows: readonly Record<string, unknown>[], ...names: string[]) =>
  rows.map((row) => names.map((name) => row[name]))

describe('a firm and its person in one cell', () => {
  const CLIENTS = [
    ['"ООО ""Ромашка"", Кириллова Анна"', 'Кириллова Анна', 'ООО "Ромашка"'],
    ['"Кириллова Ольга, ТОВ «Лютик»"', 'Кириллова Ольга', 'ТОВ «Лютик»'],
    ['Anna Hill (Rose Ltd)', 'Anna Hill', 'Rose Ltd'],
    ['Rose Ltd / Olga Hill', 'Olga Hill', 'Rose Ltd'],
    ['"ООО Ромашка, Нижний Новгород"', 'ООО Ромашка, Нижний Новгород', null],
    ['"Rose, Ltd"', 'Rose, Ltd', null],
    ['ИП Петров Иван', 'ИП Петров Иван', null],
    ['"Anna Hill, Olga Hill"', 'Anna Hill, Olga Hill', null],
  ] as const

  test('are taken for what they are in a file of people, and said', async () => {
    const made = await workspace()
    const lines = ['ID,Name', ...CLIENTS.map(([cell], at) => `${at},${cell}`)]
    const { exit, err } = await made.of('contacts', lines)
    expect(exit).toBe(0)
    expect(keys(await made.list('contact'), 'name', 'company')).toEqual(
      CLIENTS.map(([, name, company]) => [name, company]),
    )
    expect(err).toContain(
      'a firm and a person in one cell: taken as the company and the contact (and in 3 more rows)',
    )
    expect(JSON.parse((await made.of('contacts', lines, ['--format', 'json'])).out).unchanged).toBe(8)
  })

  test('are in a file of deals, in either column', async () => {
    const made = await workspace()
    const cells = CLIENTS.map(([cell]) => cell)
    const lines = [
      'ID,Stage,Contact,Company',
      ...cells.map((cell, at) => `${at},Lead,${at === 3 ? `,${cell}` : `${cell},`}`),
    ]
    const { exit } = await made.of('deals', lines)
    expect(exit).toBe(0)
    expect(keys(await made.list('deal'), 'contacts', 'company')).toEqual(
      CLIENTS.map(([, name, company]) => [[name], company]),
    )
  })

  test('beside another firm the cell stays as it is', async () => {
    const made = await workspace()
    await made.of('contacts', [
      'ID,Name,Company',
      '1,"Rose Ltd, Anna Hill",Daisy LLC',
      '2,"Rose Ltd, Olga Hill",Rose',
    ])
    expect(keys(await made.list('contact'), 'name', 'company')).toEqual([
      ['Rose Ltd, Anna Hill', 'Daisy LLC'],
      ['Olga Hill', 'Rose'],
    ])
  })
})

test.each([
  'договорная',
  'по договорённости',
  'Цена договорная',
  'договірна',
  'за домовленістю',
  'TBD',
  't.b.d.',
  'To be agreed',
  'on request',
  'не указана',
  'уточняется',
])('an amount that is not agreed on is unknown, and said: %s', async (text) => {
  const made = await workspace()
  const { exit, err } = await made.of('deals', [
    'ID,Stage,Amount',
    `1,Lead,${text}`,
    '2,Lead,1200.50',
    `3,Lead,${text}`,
  ])
  expect([exit, keys(await made.list('deal'), 'amount')]).toEqual([0, [[null], [1200.5], [null]]])
  expect(err).toContain(
    `table.csv:2: Amount: "${text}": No amount yet: taken as unknown. (and in 1 more row)`,
  )
})

test('nobody is made of rows that are refused, skipped or put aside', async () => {
  const made = await workspace()
  const aside = ['--rejects', made.path('rejects.csv')]
  const lines = [
    'ID,Stage,Contact,Company,Created',
    '1,Lead,Ann,Rose Ltd,2026-10-01',
    '2,,Bob,Lily Ltd,2026-10-01',
    '3,Lead,Cid,Iris Ltd,',
    '4,Lead,Dan,Fern Ltd,2026-10-01',
    '4,Visit,Eve,Moss Ltd,2026-10-01',
  ]
  const { exit } = await made.of('deals', lines, [...aside, '--undated', 'skip', '--stage', '=skip'])
  expect(exit).toBe(65)
  const people = async () => [
    keys(await made.list('contact'), 'name').flat(),
    keys(await made.list('company'), 'name').flat(),
  ]
  expect(await people()).toEqual([['Ann'], ['Rose Ltd']])
  await made.of('deals', ['ID,Contact,Company', '9,Bob,Lily Ltd'], aside)
  await made.of('deals', ['ID,Stage,Contact,Company', '1,Lead,Zoe,Ivy Ltd'], ['--on-existing', 'skip'])
  expect(await people()).toEqual([['Ann'], ['Rose Ltd']])
})

test('days are written in the way of the language: a close before the creation, reports by day', async () => {
  const made = await workspace()
  const lines = [
    'ID,Stage,Contact,Created,Closed',
    '1,Won,Ann,2026-10-05,2026-10-02',
    '2,Lead,Ann,2026-10-06,',
  ]
  const { err } = await made.of('deals', lines, ['--lang', 'ru'])
  expect(err).toMatch(/05\.10\.2026.*02\.10\.2026|02\.10\.2026.*05\.10\.2026/)
  await made.run(['call', 'Ann', 'x', '--at', '2026-10-06'])
  for (const report of ['funnel', 'conversion', 'activity', 'durations', 'losses']) {
    const said = async (...more: string[]) =>
      (await made.run([report, '2026-10', '--by', 'day', '--lang', 'ru', ...more])).out
    expect([report, await said()]).not.toEqual([report, expect.stringMatching(/2026-10-0/)])
    expect([report, await said('--format', 'md')]).not.toEqual([report, expect.stringMatching(/2026-10-0/)])
    expect([report, await said('--format', 'json')]).toEqual([report, expect.stringMatching(/"2026-10-0/)])
  }
})

describe('a stream that never ends', () => {
  async function* stream(first: string, chunk: string, most: number) {
    yield Buffer.from(first)
    for (let n = 0; n < most; n++) yield Buffer.alloc(1 << 20, chunk)
    throw new Error('nobody stopped it')
  }

  test.each([
    ['\0', '\0', 16],
    ['ID,Stage\n', 'x', 16],
    ['[{"id": 1}, ', ' ', 256],
  ])('is refused where no line ends: %j', async (first, chunk, most) => {
    let read = 0
    const refused = async () => {
      for await (const { length } of endingLines(stream(first, chunk, most + 2), '-')) read += length
    }
    await expect(refused()).rejects.toMatchObject({ exit: 65 })
    expect(read).toBeLessThanOrEqual((most << 20) + first.length)
  })

  test('a long one with line ends is read', async () => {
    async function* lines() {
      for (let n = 0; n < 40; n++) yield Buffer.from(`${'x'.repeat(1 << 20)}\n`)
    }
    let read = 0
    for await (const { length } of endingLines(lines(), '-')) read += length
    expect(read).toBe(40 * ((1 << 20) + 1))
  })
})

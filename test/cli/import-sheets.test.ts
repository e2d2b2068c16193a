import { readFileSync, writeFileSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { trial } from './world.ts'

const DEALS = [
  ['ID', 'Title', 'Stage', 'Amount', 'Created', 'Phone'],
  [1, 'Окна', 'New', 1200.5, new Date('2026-09-01T15:30:00Z'), 79161234567],
  [2, 'Doors', 'Offer', 0.1 + 0.2, new Date('2026-09-02T00:00:00Z'), null],
]
const COLUMNS = [{}, {}, {}, {}, { numFmt: 'dd.mm.yyyy hh:mm' }, {}]

const workbook = (rows: (string | number | Date | null)[][] = DEALS) =>
  writeXlsx({
    sheets: [
      {
        name: 'Plan',
        rows: [
          ['Month', 'Sum'],
          ['May', 5],
        ],
      },
      { name: 'Deals', columns: COLUMNS, rows },
    ],
  })

async function workspace() {
  const room = trial()
  await room.run(['init', '--stages', 'New,Offer', '--timezone', 'Europe/Kyiv'])
  return room
}

describe('deals of a workbook', () => {
  test('the sheet that is known is read; moments are those of the wall clock; again changes nothing', async () => {
    const { run, path } = await workspace()
    writeFileSync(path('deals.csv'), await workbook())
    expect(await run(['import', 'deals', path('deals.csv')])).toEqual({
      exit: 0,
      out: `Import of deals.csv: 2 rows

         rows
created     2

New contacts: 1
Stages without a day of entry: 1, taken as entered right after the step before; times in stages leave them out
Amounts without a currency: 2, taken in USD

To look at it: voronka funnel all
To take it back: voronka undo 2
`,
      err: `${path('deals.csv')}: whatever its name, this is an Excel workbook (xlsx), and it is read as such
Sheet "Deals" is read, not "Plan". For another: --sheet NAME
deals.csv: Excel workbook, sheet "Deals", dates ymd, system file
`,
    })
    const deals: unknown = JSON.parse((await run(['deal', 'list', '--format', 'json'])).out)
    expect(deals).toMatchObject([
      { externalId: '2', title: 'Doors', stage: 'Offer', amount: 0.3, createdAt: '2026-09-02' },
      {
        externalId: '1',
        title: 'Окна',
        stage: 'New',
        amount: 1200.5,
        createdAt: '2026-09-01T15:30:00+03:00',
      },
    ])
    const again = await run(['import', 'deals', path('deals.csv'), '--sheet', '2', '--format', 'json'])
    expect(JSON.parse(again.out)).toEqual({
      schema: 'voronka.import/1',
      entity: 'deals',
      file: 'deals.csv',
      system: 'file',
      encoding: null,
      delimiter: null,
      sheet: 'Deals',
      dateOrder: 'ymd',
      rows: 2,
      created: 0,
      updated: 0,
      unchanged: 2,
      skipped: 0,
      merged: 0,
      rejected: 0,
      operation: null,
      dryRun: false,
      problems: [],
      warnings: [],
      moves: { advanced: 0, movedBack: 0, won: 0, lost: 0 },
      changed: {},
      kept: 0,
      overruled: { deals: 0, changes: [] },
      gone: [],
      presumed: { undated: 0, outcomes: 0, stages: 0, currencies: 0 },
    })
  })

  test('rows with problems are put aside as CSV, which is mended and imported', async () => {
    const { run, path } = await workspace()
    const bad = [3, 'Gates; "big"', 'Nope', 1.5, new Date('2026-09-03T10:00:00Z'), 380441234567]
    writeFileSync(path('deals.xlsx'), await workbook([...DEALS, bad]))
    const ran = await run(['import', 'deals', path('deals.xlsx'), '--rejects', path('bad.csv')])
    expect([ran.exit, ran.err]).toEqual([
      65,
      `Sheet "Deals" is read, not "Plan". For another: --sheet NAME
deals.xlsx: Excel workbook, sheet "Deals", dates ymd, system file
deals.xlsx:4: Stage: "Nope": There is no such stage in the pipeline "Sales" (New, Offer). Say what it is: --stage "Nope=STAGE|won|lost|skip", or make it: --create-stages "Nope"
Rows with problems: 1, in ${path('bad.csv')}. Mend them there
`,
    ])
    expect(readFileSync(path('bad.csv'), 'utf8')).toBe(
      `ID,Title,Stage,Amount,Created,Phone,line,problem
3,"Gates; ""big""",Nope,1.5,2026-09-03 10:00:00,380441234567,4,"There is no such stage in the pipeline ""Sales"" (New, Offer). Say what it is: --stage ""Nope=STAGE|won|lost|skip"", or make it: --create-stages ""Nope"""
`,
    )
    expect((await run(['import', 'deals', path('bad.csv'), '--stage', 'Nope=New'])).exit).toBe(0)
    const again = await run([
      'import',
      'deals',
      path('deals.xlsx'),
      '--stage',
      'Nope=New',
      '--format',
      'json',
    ])
    expect(JSON.parse(again.out)).toMatchObject({ rows: 3, unchanged: 3 })
  })

  test('what a column is taken for; a trial run; standard input; a profile that keeps the sheet', async () => {
    const { run } = await workspace()
    const stdin = await workbook()
    expect(await run(['import', 'deals', '-', '--sheet', 'Deals', '--explain-columns'], { stdin })).toEqual({
      exit: 0,
      out: `Columns of -

column   taken for  because      for example
ID       id         common word  1
Title    title      common word  Окна
Stage    stage      common word  New
Amount   amount     common word  1200.5
Created  created    common word  2026-09-01 15:30:00
Phone    phone      common word  79161234567
`,
      err: '',
    })
    const trialRun = await run(['import', 'deals', '-', '--dry-run'], { stdin })
    expect([trialRun.exit, trialRun.err]).toEqual([
      0,
      `Sheet "Deals" is read, not "Plan". For another: --sheet NAME
-: Excel workbook, sheet "Deals", dates ymd, system file
A trial run: nothing was changed
`,
    ])
    await run(['import', 'deals', '-', '--sheet', 'deals', '--save-profile', 'book'], { stdin })
    expect((await run(['import', 'deals', '-', '--profile', 'book'], { stdin })).err).toBe(
      '-: Excel workbook, sheet "Deals", dates ymd, system file\n',
    )
  })

  test('a fraction of three digits is a fraction, whatever signs the texts of the column have', async () => {
    const { run, path } = await workspace()
    const rows = [
      ['ID', 'Stage', 'Amount'],
      [1, 'New', 1250],
      [2, 'New', 7.125],
      [3, 'New', 12.5],
      [4, 'New', '1 200,50'],
    ]
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows }] })
    writeFileSync(path('deals.xlsx'), bytes)
    const import_ = (...more: string[]) =>
      run(['import', 'deals', path('deals.xlsx'), '--rejects', path('bad.csv'), '--format', 'json', ...more])
    for (const decimal of [[], ['--decimal', ',']])
      expect(JSON.parse((await import_('--dry-run', ...decimal)).out)).toMatchObject({
        created: 3,
        rejected: 1,
        problems: [{ line: 3, column: 'Amount', value: '7.125' }],
      })
  })

  test('in Russian and Ukrainian', async () => {
    const { run, path } = await workspace()
    writeFileSync(path('deals.csv'), await workbook())
    const err = async (lang: string, ...more: string[]) =>
      (await run(['import', 'deals', path('deals.csv'), '--dry-run', '--lang', lang, ...more])).err
    expect(
      await err('ru'),
    ).toBe(`${path('deals.csv')}: как бы файл ни назывался, это книга Excel (xlsx), так она и читается
Читается лист «Deals», а не «Plan». Если нужен другой: --sheet ИМЯ
deals.csv: книга Excel, лист «Deals», даты ymd, система file
Пробный запуск: ничего не изменено
`)
    expect(await err('uk', '--sheet', 'May')).toBe('Аркуша «May» немає. Є: «Plan», «Deals»\n')
    const { stdin } = {
      stdin: await writeXlsx({
        sheets: [
          { name: 'A', rows: [['x', 'y']] },
          { name: 'Б', rows: [['z']] },
        ],
      }),
    }
    expect(await run(['import', 'deals', '-', '--lang', 'uk'], { stdin })).toEqual({
      exit: 65,
      out: '',
      err: '-: на жодному аркуші немає знайомих заголовків. Назвіть потрібний: --sheet ІМ’Я («A», «Б»).\n',
    })
  })
})

test('a workspace is made of a workbook', async () => {
  const { run, path } = trial()
  writeFileSync(path('deals.xlsx'), await workbook())
  const made = await run(['init', '--from', path('deals.xlsx'), '--sheet', 'Deals', '--yes'])
  expect([made.exit, made.err]).toEqual([
    0,
    `Made ${path('trial.db')}: pipeline "Sales" (New → Offer), USD, UTC
Taken unasked: time zone UTC (as on this machine), currency USD. With deals in the workspace that stays. For another remove ${path('trial.db')} and begin again with --timezone Berlin --currency EUR
deals.xlsx: Excel workbook, sheet "Deals", dates ymd, system file
`,
  ])
})

test("Bitrix24's page for Excel is its export", async () => {
  const { run, path } = await workspace()
  const row = (cells: string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  const page = `<meta http-equiv="Content-type" content="text/html;charset=utf-8" /><table border="1">${row(
    [
      'ID',
      'Название сделки',
      'Стадия сделки',
      'Сумма',
      'Валюта',
      'Дата создания',
      'Товар',
      'Цена',
      'Количество',
    ],
    'th',
  )}${row(['7', 'Окна &quot;Весна&quot;', 'New', '300.00', 'USD', '05.09.2026 10:00:00', 'Рама', '100', '3'], 'td')}${row(
    ['7', 'Окна &quot;Весна&quot;', 'New', '50.00', 'USD', '05.09.2026 10:00:00', 'Ручка', '50', '1'],
    'td',
  )}</table>`
  writeFileSync(path('DEAL_20260905.xls'), page)
  expect(await run(['import', 'deals', path('DEAL_20260905.xls')])).toEqual({
    exit: 0,
    out: `Import of DEAL_20260905.xls: 2 rows

         rows
created     1
repeats     1

To look at it: voronka funnel all
To take it back: voronka undo 2
`,
    err: 'DEAL_20260905.xls: HTML table, encoding utf-8, dates dmy, system bitrix24\n',
  })
})

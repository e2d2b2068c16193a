import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { systemFixture } from './systems.ts'
import { type Trial, trial } from './world.ts'

interface Loaded extends Trial {
  /** What the import said, both streams. */
  readonly said: string
}

/** A workspace into which these lines are imported. */
async function loaded(
  what: string,
  lines: readonly string[],
  ...options: readonly string[]
): Promise<Loaded> {
  const shop = trial()
  await shop.run(['init', '--pipeline', 'Sales', '--stages', 'New,Offer', '--currency', 'USD'])
  writeFileSync(shop.path('file.csv'), `${lines.join('\n')}\n`)
  return { ...shop, said: await load(shop, what, shop.path('file.csv'), ...options) }
}

async function load({ run, folder }: Trial, what: string, file: string, ...options: readonly string[]) {
  const { out, err, exit } = await run(['import', what, file, ...options])
  return `${err.replaceAll(folder, 'FOLDER')}${out}exit ${exit}`
}

/** Some keys of each record of a list. */
async function listed({ run }: Trial, what: string, ...keys: readonly string[]): Promise<unknown[][]> {
  const records: Record<string, unknown>[] = JSON.parse((await run([what, 'list', '--format', 'json'])).out)
  return records.map((record) => keys.map((key) => record[key]))
}

test('texts are kept apart as they are written; a blank is not the word for it', async () => {
  const shop = await loaded('deals', [
    'ID,Title,Stage,Created,Product,Source',
    '1,A,New,2026-09-01,GTXPro,google',
    '2,B,New,2026-09-01,GTX Pro,Google',
    '3,C,Offer,2026-09-01,GTX Pro,unknown',
    '4,D,Offer,2026-09-01,,',
  ])
  expect(shop.said).toMatchInlineSnapshot(`
    "file.csv: encoding utf-8, delimiter ",", dates ymd, system file
    Import of file.csv: 4 rows

             rows
    created     4

    Stages without a day of entry: 2, taken as entered right after the step before; times in stages leave them out

    To look at it: voronka funnel all
    To take it back: voronka undo 2
    exit 0"
  `)
  const groups = async (by: string) => {
    const { out } = await shop.run(['funnel', 'all', '--by', by, '--format', 'json'])
    return JSON.parse(out).groups.map(({ key, totals }: { key: string; totals: { deals: number } }) => [
      key,
      totals.deals,
    ])
  }
  expect([await groups('product'), await groups('source')]).toMatchInlineSnapshot(`
    [
      [
        [
          "GTX Pro",
          2,
        ],
        [
          "GTXPro",
          1,
        ],
        [
          "(none)",
          1,
        ],
      ],
      [
        [
          "Google",
          1,
        ],
        [
          "google",
          1,
        ],
        [
          "unknown",
          1,
        ],
        [
          "(none)",
          1,
        ],
      ],
    ]
  `)
})

test('the header again, blank rows, formulas that broke, a total and a title are no records', async () => {
  const shop = await loaded('deals', [
    'Deals of September,,,,',
    ',,,,',
    'ID,Title,Stage,Created,Amount',
    '1,A,New,2026-09-01,100',
    ',,,,',
    'ID,Title,Stage,Created,Amount',
    '2,#REF!,New,2026-09-02,200',
    ',,,,',
    'Total:,,,,300',
    'Printed by Ann,,,,',
  ])
  expect(shop.said).toMatchInlineSnapshot(`
    "The header is on line 3; the lines above it are left out
    file.csv: encoding utf-8, delimiter ",", dates ymd, system file
    file.csv:6: The header is repeated here; the line is passed over.
    file.csv:9: The last 2 lines are no records and left out, from “Total: 300” on.
    file.csv:7: Title: "#REF!": An error of a spreadsheet formula is no value: taken as blank.
    Import of file.csv: 2 rows

             rows
    created     2

    Amounts without a currency: 2, taken in USD

    To look at it: voronka funnel all
    To take it back: voronka undo 2
    exit 0"
  `)
  expect(await listed(shop, 'deal', 'externalId', 'title', 'amount')).toMatchInlineSnapshot(`
    [
      [
        "2",
        "2",
        200,
      ],
      [
        "1",
        "A",
        100,
      ],
    ]
  `)
})

test('a total under a table of HTML is no record either', async () => {
  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const shop = await loaded('deals', [
    '<html><table>',
    row('ID', 'Название', 'Этап', 'Дата создания', 'Сумма'),
    row('1', 'A', 'New', '01.09.2026', '100'),
    row('Итого', '', '', '', '100,00'),
    '</table></html>',
  ])
  expect(shop.said).toMatchInlineSnapshot(`
    "FOLDER/file.csv: whatever its name, this is an HTML page with a table, and it is read as such
    file.csv: HTML table, encoding utf-8, dates dmy, system file
    file.csv:3: The last line is no record and left out: “Итого 100,00”.
    Import of file.csv: 1 row

             rows
    created     1

    Amounts without a currency: 1, taken in USD

    To look at it: voronka funnel all
    To take it back: voronka undo 2
    exit 0"
  `)
})

test('what looks like a total is a record where another follows, or where it has more to say', async () => {
  const lines = ['ID,Name,Phone', ',Total,', '2,Acme,', ',Total,+33 1 47 44 45 46']
  const shop = await loaded('companies', lines, '--key', 'Name,Phone')
  expect(shop.said).toMatchInlineSnapshot(`
    "file.csv: encoding utf-8, delimiter ",", system file
    file.csv:4: Name: "total": Rows that repeat the name of another row with another id: 1; kept apart. total: lines 2, 4
    Import of file.csv: 3 rows

             rows
    created     3

    To look at it: voronka company list
    To take it back: voronka undo 2
    To keep these options for the next file, add: --save-profile NAME
    exit 0"
  `)
  expect(await listed(shop, 'company', 'name', 'phone')).toMatchInlineSnapshot(`
    [
      [
        "Total",
        null,
      ],
      [
        "Acme",
        null,
      ],
      [
        "Total",
        "+33 1 47 44 45 46",
      ],
    ]
  `)
})

test('a broken amount is a problem', async () => {
  const { said } = await loaded('deals', ['ID,Title,Stage,Created,Amount', '1,A,New,2026-09-01,#REF!'])
  expect(said).toMatchInlineSnapshot(`
    "file.csv: encoding utf-8, delimiter ",", dates ymd, system file
    file.csv:2: Amount: "#REF!": The formula of this cell is broken. Mend it in the spreadsheet, or empty the cell.
    Nothing was written: 1 row has problems. Mend them, or take the good rows and put these aside: --rejects FILE
    Import of file.csv: 1 row

                   rows
    with problems     1
    exit 65"
  `)
})

test('ids longer than numbers can hold, days as spreadsheets count them, several currencies', async () => {
  const shop = await loaded('deals', [
    'ID,Title,Stage,Created,Amount',
    '9007199254740992,A,New,46266,$100',
    '9007199254740993,B,New,46267.5,200 €',
    '9007199254740994,C,New,46268,300 ₽',
  ])
  expect(shop.said).toMatchInlineSnapshot(`
    "file.csv: encoding utf-8, delimiter ",", system file
    Import of file.csv: 3 rows

             rows
    created     3

    There is no rate of EUR to USD yet, and reports of money need it: voronka fx add 2026-09-02 EUR RATE
    There is no rate of RUB to USD yet, and reports of money need it: voronka fx add 2026-09-03 RUB RATE

    To look at it: voronka funnel all
    To take it back: voronka undo 2
    exit 0"
  `)
  expect(await listed(shop, 'deal', 'externalId', 'createdAt', 'amount', 'currency')).toMatchInlineSnapshot(`
    [
      [
        "9007199254740994",
        "2026-09-03",
        300,
        "RUB",
      ],
      [
        "9007199254740993",
        "2026-09-02T12:00:00+00:00",
        200,
        "EUR",
      ],
      [
        "9007199254740992",
        "2026-09-01",
        100,
        "USD",
      ],
    ]
  `)
})

test('closed before it was created; the stage against the status', async () => {
  const dated = await loaded('deals', [
    'ID,Title,Stage,Created,Closed',
    '1,A,won,2026-09-10,2026-09-01',
    '2,B,lost,2026-09-10,2026-09-10',
  ])
  expect(dated.said).toMatchInlineSnapshot(`
    "file.csv: encoding utf-8, delimiter ",", dates ymd, system file
    file.csv:2: Closed: "2026-09-01": Closed (1 Sep 2026) before it was created (10 Sep 2026): taken as closed when created
    Import of file.csv: 2 rows

             rows
    created     2

    Won or lost without a date: 1, taken at the latest moment known of each

    To look at it: voronka funnel all
    To take it back: voronka undo 2
    exit 0"
  `)
  expect(await listed(dated, 'deal', 'status', 'createdAt', 'closedAt')).toMatchInlineSnapshot(`
    [
      [
        "lost",
        "2026-09-10",
        "2026-09-10",
      ],
      [
        "won",
        "2026-09-10",
        "2026-09-10",
      ],
    ]
  `)
  const { said } = await loaded('deals', ['ID,Title,Stage,Status,Created', '1,A,won,lost,2026-09-10'])
  expect(said).toMatchInlineSnapshot(`
    "file.csv: encoding utf-8, delimiter ",", dates ymd, system file
    file.csv:2: Stage: "won": The stage "won" and the status "lost" contradict each other. Correct one, or --ignore a column
    Nothing was written: 1 row has problems. Mend them, or take the good rows and put these aside: --rejects FILE
    Import of file.csv: 1 row

                   rows
    with problems     1
    exit 65"
  `)
})

test('people: a whole name in one cell, two phones in another, an e-mail of two people', async () => {
  const shop = await loaded('contacts', [
    'Код;Фамилия;Имя;Отчество;Телефон;Email',
    '1;Иванов Иван Иванович;;;+7 912 000-00-01, 8 (495) 000-00-02;office@example.com',
    '2;Петрова;Анна;;+7 912 000-00-03 / +7 912 000-00-04;office@example.com',
  ])
  expect(shop.said).toMatchInlineSnapshot(`
    "file.csv: encoding utf-8, delimiter ";", system file
    file.csv:3: Email: "office@example.com": Rows that repeat the e-mail of another row with another id: 1; kept apart. office@example.com: lines 2, 3
    Import of file.csv: 2 rows

             rows
    created     2

    To look at it: voronka contact list
    To take it back: voronka undo 2
    exit 0"
  `)
  expect(await listed(shop, 'contact', 'name', 'phones', 'emails')).toMatchInlineSnapshot(`
    [
      [
        "Иванов Иван Иванович",
        [
          "+79120000001",
          "+74950000002",
        ],
        [
          "office@example.com",
        ],
      ],
      [
        "Петрова Анна",
        [
          "+79120000003",
          "+79120000004",
        ],
        [
          "office@example.com",
        ],
      ],
    ]
  `)
})

test('notes in several columns are one note; a template without ids needs a key', async () => {
  const shop = trial()
  const stages = 'Первичный контакт,Переговоры,Принимают решение,Согласование договора'
  await shop.run(['init', '--stages', stages, '--currency', 'RUB'])
  const file = systemFixture('amocrm-ru-template-deals.csv')
  expect(await load(shop, 'deals', file)).toMatchInlineSnapshot(`
    "amocrm-ru-template-deals.csv: encoding windows-1251, delimiter ";", system amocrm
    amocrm-ru-template-deals.csv:1: No column is an id. Name it: --map id=HEADER, or the columns that identify a row: --key HEADER[,HEADER]
    Nothing was read: see what each column is taken for with --explain-columns
    Import of amocrm-ru-template-deals.csv: no row was read
    exit 65"
  `)
  expect(await load(shop, 'deals', file, '--key', 'Название сделки')).toMatchInlineSnapshot(`
    "amocrm-ru-template-deals.csv: encoding windows-1251, delimiter ";", dates dmy, system amocrm
    Import of amocrm-ru-template-deals.csv: 12 rows

             rows
    created    12

    New managers (2): Анна Белова, Борис Ким
    New companies (3): ИП Седов, АО «Вектор», ООО «Ромашка»
    New contacts: 12
    Won or lost without a date: 3, taken at the latest moment known of each
    Stages without a day of entry: 6, taken as entered right after the step before; times in stages leave them out
    Amounts without a currency: 12, taken in RUB

    To look at it: voronka funnel all
    To take it back: voronka undo 2
    To keep these options for the next file, add: --save-profile NAME
    exit 0"
  `)
  const { out } = await shop.run(['export', 'deals', '--format', 'ndjson'])
  const deals: { externalId: string; note: string; stage: string }[] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const { note, stage } = deals.find(({ externalId }) => externalId === 'Двери 4') ?? {}
  expect({ note, stage }).toMatchInlineSnapshot(`
    {
      "note": "Звонок 1
    Звонок 2
    Звонок 3
    Звонок 4
    Звонок 5",
      "stage": "Переговоры",
    }
  `)
})

const PIPELINES = [
  'Record ID,Deal Name,Deal Stage,Pipeline,Create Date,Is Closed Won,Is closed lost,"Date entered ""Offer (Sales)""","Date entered ""Trial (Partners)""","Date entered ""Offer (Partners)"""',
  '1,A,Offer,Sales,2026-09-01 10:00,false,false,2026-09-03 10:00,,2026-09-02 10:00',
  '2,B,Offer,Partners,2026-09-01 10:00,false,false,,2026-09-02 10:00,2026-09-04 10:00',
  '3,C,Signed,Partners,2026-09-01 10:00,true,false,,,',
]

test('deals of a pipeline that is not there are told the ways; of one that is, they go to it', async () => {
  const shop = await loaded('deals', PIPELINES)
  expect(shop.said).toMatchInlineSnapshot(`
    "file.csv: encoding utf-8, delimiter ",", dates ymd, system hubspot
    file.csv:3: Pipeline: "Partners": There is no pipeline "Partners" (there are: Sales); make it: voronka pipeline add "Partners" --stages "A,B,C"; or take all rows into "Sales": --set pipeline="Sales" or --ignore "Pipeline" (and in 1 more row)
    Nothing was written: 2 rows have problems. Mend them, or take the good rows and put these aside: --rejects FILE
    Import of file.csv: 3 rows

                   rows
    not written       1
    with problems     2
    exit 65"
  `)
  await shop.run(['pipeline', 'add', 'Partners', '--stages', 'Lead,Trial,Offer'])
  expect(await load(shop, 'deals', shop.path('file.csv'), '--pipeline', 'Sales')).toMatchInlineSnapshot(`
    "file.csv: encoding utf-8, delimiter ",", dates ymd, system hubspot
    Import of file.csv: 3 rows

             rows
    created     3

    Won or lost without a date: 1, taken at the latest moment known of each

    To look at it: voronka funnel all
    To take it back: voronka undo 3
    To keep these options for the next file, add: --save-profile NAME
    exit 0"
  `)
  const histories = await Promise.all(
    ['1', '2', '3'].map(async (id) => {
      const { pipeline, history } = JSON.parse((await shop.run(['deal', 'show', id, '--format', 'json'])).out)
      const moves = history.map(
        ({ value, at }: { value: string; at: string }) => `${value} ${at.slice(0, 10)}`,
      )
      return [pipeline, ...moves]
    }),
  )
  expect(histories).toMatchInlineSnapshot(`
    [
      [
        "Sales",
        "New 2026-09-01",
        "Offer 2026-09-03",
      ],
      [
        "Partners",
        "Lead 2026-09-01",
        "Trial 2026-09-02",
        "Offer 2026-09-04",
      ],
      [
        "Partners",
        "Lead 2026-09-01",
        "Won 2026-09-01",
      ],
    ]
  `)
})

test('words that look like those of a system when their signs are dropped are anybody’s', async () => {
  const shop = await loaded(
    'companies',
    ['organization_name,email', 'BobCo,bob@example.com'],
    '--key',
    'email',
  )
  expect(shop.said).toMatchInlineSnapshot(`
    "file.csv: encoding utf-8, delimiter ",", system file
    Import of file.csv: 1 row

             rows
    created     1

    To look at it: voronka company list
    To take it back: voronka undo 2
    To keep these options for the next file, add: --save-profile NAME
    exit 0"
  `)
})

test('the history of stages that Salesforce keeps, before the deals and after them', async () => {
  const stages = 'Prospecting,Qualification,Proposal/Price Quote,Negotiation/Review'
  const files = [
    ['history', 'salesforce-api-history.csv'],
    ['deals', 'salesforce-api-deals-2.csv'],
  ] as const
  const funnels: unknown[] = []
  for (const order of [files, files.toReversed()]) {
    const shop = trial({ now: '2026-09-14' })
    await shop.run(['init', '--stages', stages])
    const said: string[] = []
    for (const [what, name] of order) said.push(await load(shop, what, systemFixture(name)))
    expect(said.join('\n---\n')).toMatchSnapshot()
    for (const [what, name] of order)
      expect(await load(shop, what, systemFixture(name))).not.toMatch(/created|updated/)
    funnels.push(JSON.parse((await shop.run(['funnel', 'all', '--format', 'json'])).out))
  }
  expect(funnels[0]).toEqual(funnels[1])
  expect(funnels[0]).toMatchSnapshot()
})

import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { systemFixture } from './systems.ts'
import { type Trial, trial } from './world.ts'

type What = 'deals' | 'contacts' | 'companies'
const ORDERS: readonly (readonly What[])[] = [
  ['deals', 'contacts', 'companies'],
  ['deals', 'companies', 'contacts'],
  ['contacts', 'deals', 'companies'],
  ['contacts', 'companies', 'deals'],
  ['companies', 'deals', 'contacts'],
  ['companies', 'contacts', 'deals'],
]

const SYSTEMS = [
  [
    'hubspot-en',
    'Sales Pipeline',
    'Appointment Scheduled,Qualified To Buy,Presentation Scheduled,Contract Sent',
  ],
  ['pipedrive-en', 'Pipeline', 'Qualified,Contact Made,Proposal Made,Negotiations Started'],
  ['zoho-en', 'Standard (Standard)', 'Qualification,Needs Analysis,Proposal/Price Quote,Negotiation/Review'],
  ['salesforce-api', 'Sales', 'Prospecting,Qualification,Proposal/Price Quote,Negotiation/Review'],
] as const

const TODAY = { now: '2026-09-07' }

async function workspace(pipeline: string, stages: string): Promise<Trial> {
  const shop = trial({ env: { VORONKA_LANG: 'en' } })
  await shop.run([
    'init',
    '--pipeline',
    pipeline,
    '--stages',
    stages,
    '--timezone',
    'UTC',
    '--currency',
    'USD',
  ])
  return shop
}

/** The counts that say something. */
async function load({ run }: Trial, what: What, path: string, ...options: readonly string[]) {
  const { exit, out } = await run(['import', what, path, ...options, '--format', 'json'], TODAY)
  const { system, created, updated, unchanged, merged, rejected, problems } = JSON.parse(out)
  const counts = { created, updated, unchanged, merged, rejected }
  return { exit, system, problems, ...Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0)) }
}

async function exported({ run }: Trial, what: string): Promise<Record<string, unknown>[]> {
  return JSON.parse((await run(['export', what, '--format', 'json'], TODAY)).out)
}

/** All there is, told by the ids of its system and without the numbers that depend on the order of imports. */
async function told(shop: Trial): Promise<Record<string, string[]>> {
  const [deals, companies, contacts] = await Promise.all(
    ['deals', 'companies', 'contacts'].map((what) => exported(shop, what)),
  )
  const known = new Map(
    [...(companies ?? []), ...(contacts ?? [])].map(({ id, externalId, name }) => [
      id,
      `${externalId ?? '-'} ${name}`,
    ]),
  )
  const line = (...cells: unknown[]) =>
    cells
      .map((cell) => (cell == null ? '' : String(cell)))
      .filter((cell) => cell !== '')
      .join(' · ')
  return {
    deals: (deals ?? [])
      .map((d) => {
        const ids = (d['contactIds'] ?? []) as string[]
        return line(d['externalId'], d['title'], known.get(d['companyId']), ...ids.map((id) => known.get(id)))
      })
      .sort(),
    companies: (companies ?? [])
      .map((c) =>
        line(c['externalId'], c['name'], c['phone'], c['website'], c['manager'], c['createdAt'], c['note']),
      )
      .sort(),
    contacts: (contacts ?? [])
      .map((c) =>
        line(
          c['externalId'],
          c['name'],
          known.get(c['companyId']),
          c['emails'],
          c['phones'],
          c['manager'],
          c['createdAt'],
        ),
      )
      .sort(),
  }
}

describe.each(SYSTEMS)('%s', (files, pipeline, stages) => {
  const fileOf = (what: What) => systemFixture(`${files}-${what}${what === 'deals' ? '-1' : ''}.csv`)

  test('deals, contacts and companies find each other in whatever order they come, once', async () => {
    const results: unknown[] = []
    for (const order of ORDERS) {
      const shop = await workspace(pipeline, stages)
      for (const what of order) {
        const first = await load(shop, what, fileOf(what))
        expect({ order, what, exit: first.exit, problems: first.problems }).toEqual({
          order,
          what,
          exit: 0,
          problems: [],
        })
      }
      for (const what of order) {
        const again = await load(shop, what, fileOf(what))
        expect(Object.keys(again)).toEqual(['exit', 'system', 'problems', 'unchanged'])
      }
      results.push(await told(shop))
      expect((await shop.run(['doctor'])).exit).toBe(0)
      for (const _ of order) expect((await shop.run(['undo'])).exit).toBe(0)
      expect(await told(shop)).toEqual({ deals: [], companies: [], contacts: [] })
    }
    for (const result of results) expect(result).toEqual(results[0])
    expect(results[0]).toMatchSnapshot()
  })
})

const BITRIX = [
  'init',
  '--pipeline',
  'General',
  '--stages',
  'In Development',
  '--timezone',
  'UTC',
  '--currency',
  'USD',
]
const BITRIX_DEALS =
  'ID;Deal Name;Stage;Responsible;Company;Company: ID;Contact;Contact: ID;Contact: Work E-mail;Contact: Mobile;Created;'

async function shopWith(files: Readonly<Record<string, readonly string[]>>): Promise<Trial> {
  const shop = trial({ env: { VORONKA_LANG: 'en' } })
  await shop.run(BITRIX)
  for (const [name, lines] of Object.entries(files)) writeFileSync(shop.path(name), `${lines.join('\n')}\n`)
  return shop
}

const bitrixDeal = (id: number, company: string, contact: string, keys = ';') =>
  `${id};Deal ${id};In Development;Ann Reed;${company};${contact};${keys};24.08.2026 10:15:00;`

test('of one name but two ids: two companies, two people', async () => {
  const shop = await shopWith({
    'deals.csv': [
      BITRIX_DEALS,
      bitrixDeal(1, 'Acme;31', 'Olga Stone;501'),
      bitrixDeal(2, 'Acme;32', 'Olga Stone;502'),
      bitrixDeal(3, 'Acme;31', 'Olga Stone;501'),
    ],
  })
  expect(await load(shop, 'deals', shop.path('deals.csv'))).toEqual({
    exit: 0,
    system: 'bitrix24',
    problems: [],
    created: 3,
  })
  expect(await told(shop)).toEqual({
    deals: [
      '1 · Deal 1 · 31 Acme · 501 Olga Stone',
      '2 · Deal 2 · 32 Acme · 502 Olga Stone',
      '3 · Deal 3 · 31 Acme · 501 Olga Stone',
    ],
    companies: ['31 · Acme · 2026-09-07T12:00:00+00:00', '32 · Acme · 2026-09-07T12:00:00+00:00'],
    contacts: [
      '501 · Olga Stone · 31 Acme · 2026-08-24T10:15:00+00:00',
      '502 · Olga Stone · 32 Acme · 2026-08-24T10:15:00+00:00',
    ],
  })
})

test('who is known by e-mail, from another system or typed here, is known by the id from then on', async () => {
  const contacts = 'ID;First Name;Last Name;Contact Type;Work E-mail;Work Phone;Position;Created;'
  const shop = await shopWith({
    'google.csv': [
      'First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value',
      'Olga,Stone,Work,stone@example.com',
    ],
    'deals.csv': [
      BITRIX_DEALS,
      bitrixDeal(1, 'Acme;31', 'O. Stone;501', 'stone@example.com;'),
      bitrixDeal(2, 'North;32', 'Ian Park;502', ';+12025550102'),
    ],
    'contacts.csv': [
      contacts,
      '501;Olga;Stone-Moss;Client;olga@example.com;+12025550101;Buyer;20.08.2026 10:15:00;',
      '502;Ian;Park;Client;;+12025550102;;20.08.2026 10:15:00;',
    ],
  })
  await load(shop, 'contacts', shop.path('google.csv'))
  await shop.run(['contact', 'add', 'Ian', '--phone', '+1 202 555 0102'])
  expect(await load(shop, 'deals', shop.path('deals.csv'))).toEqual({
    exit: 0,
    system: 'bitrix24',
    problems: [],
    created: 2,
  })
  const people = async () => (await told(shop))['contacts']
  expect(await people()).toEqual([
    '502 · Ian · +1 202 555 0102 · 2026-10-14T12:00:00+00:00',
    'stone@example.com · Olga Stone · stone@example.com · 2026-09-07T12:00:00+00:00',
  ])
  // What the other system knew stays; the first system fills what is blank.
  expect(await load(shop, 'contacts', shop.path('contacts.csv'))).toEqual({
    exit: 0,
    system: 'bitrix24',
    problems: [],
    updated: 2,
  })
  expect(await people()).toMatchInlineSnapshot(`
    [
      "502 · Ian Park · +1 202 555 0102 · 2026-10-14T12:00:00+00:00",
      "stone@example.com · Olga Stone · stone@example.com · +12025550101 · 2026-09-07T12:00:00+00:00",
    ]
  `)
  for (const file of ['contacts', 'deals'] as const)
    expect(Object.keys(await load(shop, file, shop.path(`${file}.csv`)))).toEqual([
      'exit',
      'system',
      'problems',
      'unchanged',
    ])
})

test('known by their ids alone: called so until their own file names them', async () => {
  const shop = await shopWith({
    'deals.csv': [BITRIX_DEALS, bitrixDeal(1, ';31', ';501'), bitrixDeal(2, ';0', ';')],
    'later.csv': [BITRIX_DEALS, bitrixDeal(1, 'Acme;31', 'Olga Stone;501')],
  })
  const { out } = await shop.run(['import', 'deals', shop.path('deals.csv')], TODAY)
  expect(out).toMatchInlineSnapshot(`
    "Import of deals.csv: 2 rows

             rows
    created     2

    New managers (1): Ann Reed
    New companies (1): 31
    New contacts: 1
    Known by their ids alone so far: companies 1, contacts 1; import them from the same system, and they get their names

    To look at it: voronka funnel all
    To take it back: voronka undo 2
    "
  `)
  expect((await told(shop))['deals']).toEqual(['1 · Deal 1 · 31 31 · 501 501', '2 · Deal 2'])
  await load(shop, 'deals', shop.path('later.csv'))
  expect((await told(shop))['deals']).toEqual(['1 · Deal 1 · 31 Acme · 501 Olga Stone', '2 · Deal 2'])
  await shop.run(['undo'])
  expect((await told(shop))['deals']).toEqual(['1 · Deal 1 · 31 31 · 501 501', '2 · Deal 2'])
})

test('named by another system, whose id is still known when its file says another phone', async () => {
  const shop = await shopWith({
    'deals.csv': [BITRIX_DEALS, bitrixDeal(1, ';', ';501')],
    'other.csv': [
      'id,title,stage,contactId,contact,contactPhone',
      'A1,Doors,In Development,77,Olga Stone,+12025550101',
    ],
    'moved.csv': [
      'id,title,stage,contactId,contact,contactPhone',
      'A2,Roof,In Development,77,Olga Moss,+12025550199',
    ],
  })
  await shop.run(['import', 'deals', shop.path('deals.csv')], TODAY)
  expect((await shop.run(['contact', 'edit', '501', '--phone', '+12025550101'])).exit).toBe(0)
  for (const file of ['other', 'moved'])
    expect(await load(shop, 'deals', shop.path(`${file}.csv`))).toEqual({
      exit: 0,
      system: 'file',
      problems: [],
      created: 1,
    })
  expect(await told(shop)).toEqual({
    companies: [],
    contacts: ['501 · Olga Stone · +12025550101 · 2026-08-24T10:15:00+00:00'],
    deals: ['1 · Deal 1 · 501 Olga Stone', 'A1 · Doors · 501 Olga Stone', 'A2 · Roof · 501 Olga Stone'],
  })
})

test('names and ids that are not as many: by name alone, and it is said', async () => {
  const header =
    'Record ID,Deal Name,Deal Stage,Pipeline,Deal owner,Create Date,Associated Company,Associated Company IDs'
  const shop = await shopWith({
    'deals.csv': [
      `${header},Associated Company (Primary),Associated Contact,Associated Contact IDs`,
      '1,Doors,In Development,General,Ann,2026-08-24 10:15,Acme;North,31;32,North,Olga Stone (stone@example.com);Ian Park,501;502',
      '2,Windows,In Development,General,Ann,2026-08-24 10:15,,31;32,Acme,Olga Stone;Ian Park,501;502;503',
    ],
  })
  const { out } = await shop.run(['import', 'deals', shop.path('deals.csv'), '--format', 'json'], TODAY)
  expect(JSON.parse(out).warnings).toMatchInlineSnapshot(`
    [
      {
        "column": "Associated Contact",
        "line": 3,
        "message": "Not as many names as ids (2 and 3): linked by name alone",
        "value": "Olga Stone;Ian Park",
      },
    ]
  `)
  expect(await told(shop)).toMatchInlineSnapshot(`
    {
      "companies": [
        "32 · North · 2026-09-07T12:00:00+00:00",
        "Acme · 2026-09-07T12:00:00+00:00",
      ],
      "contacts": [
        "501 · Olga Stone · 32 North · stone@example.com · 2026-08-24T10:15:00+00:00",
        "502 · Ian Park · 32 North · 2026-08-24T10:15:00+00:00",
      ],
      "deals": [
        "1 · Doors · 32 North · 501 Olga Stone · 502 Ian Park",
        "2 · Windows · - Acme · 501 Olga Stone · 502 Ian Park",
      ],
    }
  `)
})

describe('ids of Salesforce', () => {
  const [, , , [files, pipeline, stages]] = SYSTEMS

  test('of 15 characters and of 18 are one record', async () => {
    const shop = await workspace(pipeline, stages)
    await load(shop, 'deals', systemFixture(`${files}-deals-1.csv`))
    const report = await load(
      shop,
      'deals',
      systemFixture('salesforce-en-deals-1.csv'),
      '--pipeline',
      pipeline,
    )
    expect(report).toMatchObject({ exit: 0, updated: 12 })
    const title = async (id: string) =>
      JSON.parse((await shop.run(['deal', 'show', id, '--format', 'json'])).out).title
    expect([await title('006Dn0000000001IAA'), await title('006Dn0000000001')]).toEqual([
      'Doors 1',
      'Doors 1',
    ])
    // The last three tell which letters are capitals: these do not belong to it.
    expect((await shop.run(['deal', 'show', '006Dn0000000001AAQ'])).exit).not.toBe(0)
  })
})

test('a number in place of a client’s name is that of whoever has it', async () => {
  const shop = await workspace('Sales', 'New')
  await shop.run(['contact', 'add', 'Ivan Kit', '--phone', '+380671234567'])
  writeFileSync(
    shop.path('deals.csv'),
    'id,title,stage,contact,created\n1,Door,New,+38 067 123-45-67,2026-09-01\n2,Gate,New,+380 50 111-22-33,2026-09-02\n',
  )
  expect(await load(shop, 'deals', shop.path('deals.csv'))).toMatchObject({ exit: 0, created: 2 })
  expect((await exported(shop, 'contacts')).map(({ name, phones }) => ({ name, phones }))).toEqual([
    { name: 'Ivan Kit', phones: ['+380671234567'] },
    { name: '+380 50 111-22-33', phones: ['+380 50 111-22-33'] },
  ])
  expect((await exported(shop, 'deals')).map(({ contacts }) => contacts)).toEqual([
    ['Ivan Kit'],
    ['+380 50 111-22-33'],
  ])
})

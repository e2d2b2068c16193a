import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exportOf, funnelOf, SYSTEMS, type SystemExport, systemFixture } from './systems.ts'
import { type Ran, type Trial, trial } from './world.ts'

const WEEKS = ['2026-09-07', '2026-09-14', '2026-09-21'] as const

/** A workspace with the pipeline that the system's exports name. */
async function workspaceOf({ pipeline, stages, currency, lang }: SystemExport): Promise<Trial> {
  const shop = trial({ env: { VORONKA_LANG: lang } })
  const names = ['--pipeline', pipeline, '--stages', stages.join(',')]
  await shop.run(['init', ...names, '--currency', currency, '--timezone', 'Europe/Kyiv'])
  return shop
}

function said({ out, err, exit }: Ran): string {
  return `${err}${out}${exit === 0 ? '' : `exit ${exit}\n`}`
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u202f', ' ')
}

/** The import again, of a file that has been imported. */
function nothing(out: string): boolean {
  return !/undo|создано|изменено|created|updated|створено|змінено/.test(out)
}

/** What the history of the deal of this number says, for reading. */
async function told({ run }: Trial, number: number): Promise<string[]> {
  const deals: { id: string; title: string }[] = JSON.parse(
    (await run(['deal', 'list', '--format', 'json'])).out,
  )
  const deal = deals.find(({ title }) => title.endsWith(` ${number}`))
  const { history } = JSON.parse((await run(['deal', 'show', deal?.id ?? '', '--format', 'json'])).out)
  return history.map(({ kind, value, at, precision, synthetic }: Record<string, unknown>) =>
    [kind, value, at, precision, synthetic ? 'presumed' : 'known'].join(' '),
  )
}

describe.each(SYSTEMS)('$files', (system) => {
  test('three weekly exports: each is history, once', async () => {
    const shop = await workspaceOf(system)
    const summaries: string[] = []
    for (const [k, now] of WEEKS.entries()) {
      const argv = ['import', 'deals', exportOf(system, k + 1), '--pipeline', system.pipeline]
      summaries.push(said(await shop.run(argv, { now })))
      expect(nothing((await shop.run(argv, { now })).out)).toBe(true)
    }
    expect(summaries.join('---\n')).toMatchSnapshot()
    const json = await shop.run(['funnel', 'all', '--format', 'json'], { now: '2026-09-21' })
    expect(JSON.parse(json.out)).toEqual(funnelOf(system))
    if (system.system === 'bitrix24')
      expect(said(await shop.run(['funnel', 'all'], { now: '2026-09-21' }))).toMatchSnapshot()
    // Lost in the second week, lost before the first, moved back and on.
    expect([await told(shop, 5), await told(shop, 12), await told(shop, 7)]).toMatchSnapshot()
    const deals = await shop.run(['deal', 'list', '--format', 'json', '--sort', 'id', '--limit', '4'])
    expect(JSON.parse(deals.out)).toMatchSnapshot()
  })

  test('what each column is taken for', async () => {
    const shop = await workspaceOf(system)
    const argv = ['import', 'deals', exportOf(system, 1), '--explain-columns']
    expect(said(await shop.run(argv))).toMatchSnapshot()
  })

  test('a workspace made of the first export', async () => {
    const shop = trial({ env: { VORONKA_LANG: 'en' } })
    const { exit, out } = await shop.run(
      ['init', '--from', exportOf(system, 1), '--yes', '--format', 'json'],
      { now: '2026-09-07' },
    )
    const { pipeline, stages, currency, import: done } = JSON.parse(out)
    expect({ exit, pipeline, stages, currency, system: done.system, created: done.created }).toMatchSnapshot()
  })
})

test.each([
  'bitrix24-ru',
  'bitrix24-en',
  'bitrix24-uk',
  'amocrm-ru',
  'hubspot-en',
  'pipedrive-en',
  'salesforce-en',
  'zoho-en',
  'google-old',
  'google-new',
  'outlook-old',
  'outlook-new',
  '1c-ru',
])('contacts: %s', async (files) => {
  const shop = trial({
    env: { VORONKA_LANG: files.endsWith('-ru') ? 'ru' : files.endsWith('-uk') ? 'uk' : 'en' },
  })
  await shop.run(['init', '--stages', 'A', '--currency', files.endsWith('-ru') ? 'RUB' : 'USD'])
  const argv = ['import', 'contacts', systemFixture(`${files}-contacts.csv`)]
  expect(said(await shop.run([...argv, '--explain-columns']))).toMatchSnapshot()
  expect(said(await shop.run(argv))).toMatchSnapshot()
  expect(nothing((await shop.run(argv)).out)).toBe(true)
  expect(JSON.parse((await shop.run(['contact', 'list', '--format', 'json'])).out)).toMatchSnapshot()
})

test('companies: a list of clients from 1C, with its title and its total', async () => {
  const shop = trial({ env: { VORONKA_LANG: 'ru' } })
  await shop.run(['init', '--stages', 'A', '--currency', 'RUB'])
  const argv = ['import', 'companies', systemFixture('1c-ru-companies.csv')]
  expect(said(await shop.run(argv))).toMatchSnapshot()
  expect(nothing((await shop.run(argv)).out)).toBe(true)
  expect(JSON.parse((await shop.run(['company', 'list', '--format', 'json'])).out)).toMatchSnapshot()
})

const COMPANIES: readonly (readonly [system: string, ...lines: string[]])[] = [
  [
    'bitrix24',
    'ID;Название компании;Тип компании;Сфера деятельности;Рабочий телефон;Рабочий e-mail;Корпоративный сайт;Ответственный;Дата создания;',
    '31;ООО «Ромашка»;Клиент;IT;+7 495 000-00-01;info@romashka.example;romashka.example;Анна Белова [3];14.03.2024 10:00:00;',
  ],
  [
    'bitrix24',
    'ID;Company Name;Company type;Industry;Work Phone;Work E-mail;Corporate Website;Responsible;Created;',
    '31;Acme;Client;IT;+1 202 555 0101;info@acme.example;acme.example;Ann Reed [3];14.03.2024 10:00:00;',
  ],
  [
    'bitrix24',
    'ID;Назва компанії;Тип компанії;Сфера діяльності;Робочий телефон;Робочий e-mail;Корпоративний сайт;Відповідальний;Дата створення;',
    '31;ТОВ «Ромашка»;Клієнт;IT;+380 44 000 00 01;info@romashka.example;romashka.example;Анна Біла [3];14.03.2024 10:00:00;',
  ],
  [
    'amocrm',
    'ID,Company name,Responsible user,Created at,Created by,Work phone,Work email,Web,Address',
    '31,Acme,Ann Reed,14.03.2024 10:00:00,Ann Reed,+1 202 555 0101,info@acme.example,acme.example,Boston',
  ],
  [
    'amocrm',
    'Название (компания),Ответственный за компанию,Дата создания (компания),Кем создана компания,Рабочий телефон,Рабочий email,Сайт компании,Адрес (компания)',
    'ООО «Ромашка»,Анна Белова,14.03.2024,Анна Белова,+7 495 000-00-01,info@romashka.example,romashka.example,Москва',
  ],
  [
    'hubspot',
    'Record ID,Company name,Company Domain Name,Company owner,Phone Number,Industry,Create Date',
    '8001,Acme,acme.example,Ann Reed,+1 202 555 0101,IT,2024-03-14 10:00',
  ],
  [
    'pipedrive',
    'Organization - ID,Organization - Name,Organization - Owner,Organization - Address,Organization - Organization created,Organization - Open deals',
    '61,Acme,Ann Reed,1 Main St,2024-03-14 10:00:00,2',
  ],
  [
    'salesforce',
    'Account ID,Account Name,Account Owner,Phone,Website,Billing City,Industry,Created Date',
    '001Dn00000000001,Acme,Ann Reed,+1 202 555 0101,acme.example,Boston,IT,3/14/2024',
  ],
  [
    'zoho',
    'Record Id,Account Owner.id,Account Owner,Account Name,Phone,Website,Industry,Created Time',
    'zcrm_901,zcrm_1,Ann Reed,Acme,+1 202 555 0101,acme.example,IT,2024-03-14 10:00:00',
  ],
]

test.each(COMPANIES)('companies: %s, %s', async (system, ...lines) => {
  const shop = trial()
  await shop.run(['init', '--stages', 'A', '--currency', 'USD'])
  writeFileSync(shop.path('companies.csv'), `${lines.join('\n')}\n`)
  const argv = ['import', 'companies', shop.path('companies.csv'), '--format', 'json']
  const { exit, out } = await shop.run(argv)
  const { system: found, created, problems } = JSON.parse(out)
  expect({ exit, found, created, problems }).toEqual({ exit: 0, found: system, created: 1, problems: [] })
  expect(JSON.parse((await shop.run(argv)).out).unchanged).toBe(1)
  expect(JSON.parse((await shop.run(['company', 'list', '--format', 'json'])).out)).toMatchSnapshot()
})

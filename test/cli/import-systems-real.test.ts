import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { realPath, realTest } from '../transfer/real.ts'
import { type Trial, trial } from './world.ts'

async function imported({ run }: Trial, what: string, file: string, ...options: readonly string[]) {
  const { exit, out } = await run(['import', what, realPath(file), ...options, '--format', 'json'])
  const { system, encoding, rows, created, unchanged, merged, rejected, problems } = JSON.parse(out)
  return { exit, system, encoding, rows, created, unchanged, merged, rejected, problems: problems.length }
}

/** The same file once more: every record is there. */
function again(first: Awaited<ReturnType<typeof imported>>) {
  return { ...first, created: 0, unchanged: first.created }
}

async function workspace(): Promise<Trial> {
  const shop = trial({ now: '2026-06-01' })
  await shop.run(['init', '--stages', 'A', '--currency', 'USD'])
  return shop
}

realTest('salesforce: the sample deals of its data loader, by one command', async () => {
  const shop = trial({ now: '2006-07-01' })
  const file = realPath('salesforce-dataloader/opportunityData.csv')
  const made = await shop.run(['init', '--from', file, '--yes', '--custom', '*', '--format', 'json'])
  const { stages, import: done } = JSON.parse(made.out)
  expect([made.exit, stages, done.system, done.created]).toEqual([
    0,
    'Prospecting → Needs Analysis → Value Proposition → Id. Decision Makers → Proposal/Price Quote → Negotiation/Review',
    'salesforce',
    38,
  ])
  const { stages: rows, totals } = JSON.parse((await shop.run(['funnel', 'all', '--format', 'json'])).out)
  expect(rows.map(({ openHere }: { openHere: number | null }) => openHere)).toEqual([9, 1, 8, 4, 4, 4, null])
  expect([totals.deals, totals.won, totals.lost, totals.amount]).toEqual([38, 8, 0, 6_270_000])
})

realTest('salesforce: the sample accounts of its data loader', async () => {
  const shop = await workspace()
  const load = () => imported(shop, 'companies', 'salesforce-dataloader/accountData.csv', '--custom', '*')
  const first = await load()
  expect(first).toEqual({
    exit: 0,
    system: 'salesforce',
    encoding: 'windows-1252',
    rows: 423,
    created: 423,
    unchanged: 0,
    merged: 0,
    rejected: 0,
    problems: 0,
  })
  expect(await load()).toEqual(again(first))
})

realTest('zoho: accounts, three of which have no name and are put aside', async () => {
  const shop = await workspace()
  const rejects = shop.path('rejects.csv')
  const load = () => imported(shop, 'companies', 'zoho-crm/Accounts.csv', '--rejects', rejects)
  const first = await load()
  expect(first).toEqual({
    exit: 65,
    system: 'zoho',
    encoding: 'utf-8',
    rows: 2229,
    created: 2226,
    unchanged: 0,
    merged: 0,
    rejected: 3,
    problems: 3,
  })
  const lines = readFileSync(rejects, 'utf8').trim().split('\n')
  expect(lines.map((line) => line.split(',')[0])).toEqual(['ACCOUNTID', '1093', '1948', '2100'])
  expect(await load()).toEqual(again(first))
})

realTest('northwind: clients whose names and cells are Russian', async () => {
  const shop = await workspace()
  const options = ['--custom', '*']
  const first = await imported(shop, 'companies', 'ru-northwind/Клиенты.csv', ...options)
  expect(first).toEqual({
    exit: 0,
    system: 'file',
    encoding: 'utf-8',
    rows: 91,
    created: 91,
    unchanged: 0,
    merged: 0,
    rejected: 0,
    problems: 0,
  })
  expect(await imported(shop, 'companies', 'ru-northwind/Клиенты.csv', ...options)).toEqual(again(first))
})

realTest('northwind: orders are deals, as many of each employee as there are', async () => {
  const shop = trial({ now: '1998-06-01' })
  await shop.run(['init', '--stages', 'Заказ', '--currency', 'USD'])
  const map = ['id=КодЗаказа', 'company=КодКлиента', 'manager=КодСотрудника', 'created=ДатаРазмещения']
  const options = [...map, 'amount=СтоимостьДоставки'].flatMap((text) => ['--map', text])
  const rest = ['--set', 'stage=Заказ', '--ignore', '*']
  const load = () => imported(shop, 'deals', 'ru-northwind/Заказы.csv', ...options, ...rest)
  const first = await load()
  expect([first.exit, first.rows, first.created]).toEqual([0, 830, 830])
  expect(await load()).toEqual(again(first))
  const { out } = await shop.run(['funnel', 'all', '--by', 'manager', '--format', 'json'])
  const groups: { key: string; totals: { deals: number } }[] = JSON.parse(out).groups
  const deals = groups.map(({ key, totals }) => [key, totals.deals]).sort()
  expect(deals).toEqual([
    ['1', 122],
    ['2', 96],
    ['3', 126],
    ['4', 156],
    ['5', 42],
    ['6', 67],
    ['7', 73],
    ['8', 105],
    ['9', 43],
  ])
})

realTest(
  'accredited companies: two encodings are one register; ids that Excel rounded are refused',
  async () => {
    const shop = await workspace()
    const options = ['--custom', '*']
    const cp1251 = await imported(
      shop,
      'companies',
      'ru-accredited-companies/ru_cp1251_comma.csv',
      ...options,
    )
    expect([cp1251.exit, cp1251.encoding, cp1251.rows, cp1251.created]).toEqual([0, 'windows-1251', 17, 17])
    const utf8 = await imported(shop, 'companies', 'ru-accredited-companies/ru_utf8_comma.csv', ...options)
    expect([utf8.exit, utf8.encoding, utf8.rows, utf8.unchanged]).toEqual([0, 'utf-8', 17, 17])
    const ruined = 'Основной государственный регистрационный номер организации по ЕГРЮЛ'
    const { run } = await workspace()
    const file = realPath('ru-accredited-companies/ru_utf8_semicolon.csv')
    const argv = ['import', 'companies', file, '--key', ruined, '--ignore', '*', '--format', 'json']
    const { exit, out } = await run(argv)
    expect([exit, JSON.parse(out).rejected]).toEqual([65, 18])
    const known = await run(['import', 'companies', file, '--ignore', '*', '--format', 'json'])
    expect([known.exit, JSON.parse(known.out).created]).toEqual([0, 18])
  },
)

realTest('civicrm: duplicates in one file are told, an id of two people is refused', async () => {
  const shop = await workspace()
  const file = 'civicrm/individual_invalid_external_identifier_email_mismatch.csv'
  const names = ['--map', 'firstName=first', '--map', 'lastName=last', '--map', 'id=external_identifier']
  const people = await imported(shop, 'contacts', file, ...names)
  expect([people.exit, people.rows, people.rejected, people.problems]).toEqual([65, 3, 2, 2])
  const twice = 'civicrm/organization_multiple_duplicates_invalid.csv'
  const companies = await imported(shop, 'companies', twice, '--key', 'organization_name')
  expect([companies.exit, companies.rows, companies.rejected]).toEqual([65, 3, 2])
  const both = await imported(shop, 'companies', twice, '--key', 'organization_name,email')
  expect([both.exit, both.rows, both.created]).toEqual([0, 3, 3])
  const unicode = ['--key', 'Website', '--custom', '*']
  const iron = await imported(shop, 'contacts', 'civicrm/individual_unicode.csv', ...unicode)
  expect([iron.exit, iron.created]).toEqual([0, 1])
  const dates = 'civicrm/individual_dates_type2.csv'
  const unclear = await imported(shop, 'contacts', dates, '--key', 'Last Name', '--custom', '*')
  expect([unclear.exit, unclear.created]).toEqual([65, 0])
  const told = await imported(
    shop,
    'contacts',
    dates,
    '--key',
    'Last Name',
    '--custom',
    '*',
    '--date-order',
    'mdy',
  )
  expect([told.exit, told.created]).toEqual([0, 3])
})

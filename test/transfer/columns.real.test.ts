import { expect } from 'vitest'
import { Zone } from '../../src/domain/time/zone.ts'
import { DateEvidence, dateReader, decideDates, sayDateVerdict } from '../../src/transfer/dates.ts'
import type { Entity } from '../../src/transfer/headers/vocabulary.ts'
import { isIgnored, recogniseHeaders } from '../../src/transfer/headers.ts'
import { amountReader, DecimalEvidence } from '../../src/transfer/numbers.ts'
import { wordsFor } from '../../src/words/words.ts'
import { readReal, realTest } from './real.ts'

const utc = new Zone('UTC')
const words = wordsFor('en')

/** The named columns of a file as days or moments, in rows; or what stands against reading them. */
async function dates(path: string, ...headers: string[]): Promise<string[][]> {
  const { table, rows } = await readReal(path)
  const at = headers.map((header) => table.headers.indexOf(header))
  const evidence = headers.map((header) => new DateEvidence(header))
  for (const { line, cells } of rows)
    evidence.forEach((column, i) => {
      column.see(cells[at[i] ?? -1] ?? '', line)
    })
  const readers = decideDates(evidence).map((verdict, i) => {
    if (verdict.kind !== 'decided') throw new Error(sayDateVerdict(headers[i] ?? '', verdict)?.(words))
    return dateReader(verdict.form, utc)
  })
  return rows.map(({ cells }) =>
    readers.map((reader, i) => {
      const date = reader.read(cells[at[i] ?? -1] ?? '')
      if (date === 'empty') return ''
      if ('problem' in date) return date.problem(words)
      return date.precision === 'day' ? utc.dateOf(date.at) : utc.isoString(date.at)
    }),
  )
}

const extremes = (values: readonly (string | undefined)[]) => {
  const sorted = values.filter((value) => value !== '').sort()
  return [sorted[0], sorted.at(-1), values.length - sorted.length]
}

realTest('maven: the three savings of one file have the same dates', async () => {
  const iso = await dates('maven-crm/sales_pipeline.csv', 'engage_date', 'close_date')
  expect(extremes(iso.map((row) => row[0]))).toEqual(['2016-10-20', '2017-12-27', 500])
  expect(extremes(iso.map((row) => row[1]))).toEqual(['2017-03-01', '2017-12-31', 2089])
  expect(await dates('maven-crm/resaved-us-dates/sales_pipeline.csv', 'engage_date', 'close_date')).toEqual(
    iso,
  )
  expect(await dates('maven-crm/resaved-dmy-dates/sales_pipeline.csv', 'engage_date', 'close_date')).toEqual(
    iso,
  )
})

realTest('dates of other public files', async () => {
  const path = 'fp20-crm-pipelines/crm_and_sales_pipelines.csv'
  const fp20 = await dates(path, 'Lead acquisition date', 'Expected close date', 'Actual close date')
  expect(fp20[0]).toEqual(['2024-04-20', '2024-08-07', '2024-06-27'])
  const es = await dates('es-pipeline-excel/Deals.csv', 'close_date', 'deal_created_date')
  expect(es[0]).toEqual(['2026-08-01', '2026-04-14'])
  const zoho = await dates('zoho-crm/Potentials.csv', 'Created Time', 'Closing Date')
  expect(zoho[0]).toEqual(['2021-04-15T00:02:00+00:00', '2021-04-16T00:03:00+00:00'])
  const bpi = await dates('bpi2012/bpi2012_A_events.csv', 'time:timestamp')
  expect(bpi[0]).toEqual(['2011-09-30T22:38:44.546+00:00'])
  const olist = await dates('olist-funnel/olist_closed_deals_dataset.csv', 'won_date')
  expect(olist[0]).toEqual(['2018-02-26T19:58:54+00:00'])
  const northwind = await dates('ru-northwind/Заказы.csv', 'ДатаРазмещения')
  expect(northwind[0]).toEqual(['1996-07-04'])
  const visits = await dates('ru-worldskills/clientservice_s_import.utf8bom.csv', 'Начало оказания услуги')
  expect(visits.filter(([at]) => !at?.startsWith('2019-'))).toEqual([])
  const all = [fp20, es, zoho, bpi, olist, northwind, visits].flat(2)
  expect(all.filter((value) => value.startsWith('Cannot'))).toEqual([])
})

realTest('the same people have the same dates of birth in both encodings', async () => {
  const old = await dates('ru-worldskills/client_b_import.cp1251.csv', 'Дата рождения', 'Дата регистрации')
  const utf8 = await dates('ru-worldskills/client_b_import.utf8.txt', 'Дата рождения', 'Дата регистрации')
  expect(old.map(String).sort()).toEqual(utf8.map(String).sort())
})

/** The sum of a column in cents, and the sentences of what could not be read. */
async function amounts(path: string, header: string, where: (cells: string[]) => boolean = () => true) {
  const { table, rows } = await readReal(path)
  const at = table.headers.indexOf(header)
  const evidence = new DecimalEvidence(header, 'USD')
  for (const { line, cells } of rows) evidence.see(cells[at] ?? '', line)
  const verdict = evidence.verdict()
  if (verdict.kind !== 'decided') return verdict
  const reader = amountReader({
    currency: 'USD',
    ...(verdict.decimal === undefined ? {} : { decimal: verdict.decimal }),
  })
  const problems = new Set<string>()
  let sum = 0
  for (const { cells } of rows.filter((row) => where(row.cells))) {
    const amount = reader.read(cells[at] ?? '')
    if (amount === 'empty') continue
    if ('problem' in amount) problems.add(amount.problem(words))
    else sum += amount.minor
  }
  return { sum, problems: [...problems] }
}

realTest('sums of public files', async () => {
  const won = (cells: string[]) => cells[4] === 'Won'
  expect(await amounts('maven-crm/sales_pipeline.csv', 'close_value', won)).toEqual({
    sum: 1_000_553_400,
    problems: [],
  })
  expect(await amounts('zoho-crm/Potentials.csv', 'Amount')).toEqual({ sum: 23_138_090_000, problems: [] })
  expect(await amounts('es-pipeline-excel/Deals.csv', 'amount_usd')).toEqual({
    sum: 4_894_541_700,
    problems: [],
  })
  expect(await amounts('salesforce-dataloader/opportunityData.csv', 'AMOUNT')).toEqual({
    sum: 627_000_000,
    problems: [],
  })
  expect(await amounts('es-pipeline-excel/Deals.csv', 'invoice_amount_usd')).toMatchObject({
    problems: ['Cannot read the amount “Sin_Factura”: write it like 1200.50 or 1 200,50 USD.'],
  })
})

realTest('headers of public files', async () => {
  const claimed = async (entity: Entity, path: string) => {
    const { table } = await readReal(path)
    const { system, columns } = recogniseHeaders(entity, table.headers)
    const open = columns.filter((column) => column.field === null && !isIgnored(column))
    return {
      system,
      fields: columns.flatMap(({ field }) => field ?? []),
      unclaimed: open.map(({ header }) => header),
    }
  }
  expect(await claimed('deals', 'zoho-crm/Potentials.csv')).toEqual({
    system: 'zoho',
    fields: ['title', 'manager', 'created', 'closed', 'amount', 'stage', 'source'],
    unclaimed: [],
  })
  expect(await claimed('contacts', 'zoho-crm/Contacts.csv')).toEqual({
    system: 'zoho',
    fields: ['id', 'lastName', 'manager', 'companyId', 'email', 'source', 'phone', 'created'],
    unclaimed: [],
  })
  expect(await claimed('companies', 'zoho-crm/Accounts.csv')).toEqual({
    system: 'zoho',
    fields: ['id', 'name', 'manager', 'website'],
    unclaimed: [],
  })
  expect(await claimed('deals', 'salesforce-dataloader/opportunityData.csv')).toEqual({
    system: 'salesforce',
    fields: [
      'id',
      'companyId',
      'title',
      'note',
      'stage',
      'amount',
      'closed',
      'source',
      'isClosed',
      'isWon',
      'manager',
      'created',
    ],
    unclaimed: ['ORACLE_ID__C'],
  })
  expect(await claimed('companies', 'salesforce-dataloader/accountData.csv')).toEqual({
    system: 'salesforce',
    fields: ['id', 'name', 'phone', 'website', 'note', 'manager', 'created'],
    unclaimed: ['ORACLE_ID__C'],
  })
  expect(await claimed('contacts', 'google-contacts/google_contacts.csv')).toEqual({
    system: 'google',
    fields: [
      'name',
      'firstName',
      'middleName',
      'lastName',
      'birthday',
      'note',
      'tags',
      'email',
      'email',
      'phone',
      'phone',
      'phone',
      'company',
      'title',
    ],
    unclaimed: [],
  })
  expect(await claimed('contacts', 'outlook-contacts/outlook.csv')).toEqual({
    system: 'outlook',
    fields: [
      'id',
      'name',
      'email',
      'note',
      'email',
      'email',
      'phone',
      'company',
      'title',
      'phone',
      'phone',
      'phone',
      'phone',
      'phone',
    ],
    unclaimed: [],
  })
  expect(await claimed('contacts', 'contacts-datablist/customers-10000.csv')).toEqual({
    system: null,
    fields: ['id', 'firstName', 'lastName', 'company', 'phone', 'phone', 'email', 'created'],
    unclaimed: ['Index', 'City', 'Country', 'Website'],
  })
  expect(await claimed('deals', 'maven-crm/resaved-dmy-dates/sales_pipeline.csv')).toEqual({
    system: null,
    fields: ['id', 'manager', 'product', 'company', 'stage', 'created', 'closed', 'amount'],
    unclaimed: ['engage_quarter', 'close_quarter'],
  })
})

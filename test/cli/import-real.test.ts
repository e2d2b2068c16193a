import { expect } from 'vitest'
import { copiesOf, truthOf } from '../support/copies.ts'
import { realPath, realTest } from '../transfer/real.ts'
import { trial } from './world.ts'

const MAVEN = ['--entered', 'Engaging=engage_date']
const COPIES: [string, string[]][] = [
  ['maven-crm/sales_pipeline.csv', []],
  ['maven-crm/resaved-us-dates/sales_pipeline.csv', []],
  [
    'maven-crm/resaved-dmy-dates/sales_pipeline.csv',
    ['--ignore', 'engage_quarter', '--ignore', 'close_quarter'],
  ],
]

realTest('maven: three spellings of one file are one workspace', async () => {
  const reports: string[] = []
  for (const [file, more] of COPIES) {
    const { run, path } = trial({ now: '2018-01-01' })
    await run(['init', '--stages', 'Prospecting,Engaging'])
    const first = await run(['import', 'deals', realPath(file), ...MAVEN, ...more, '--format', 'json'])
    const { rows, created, rejected, operation } = JSON.parse(first.out)
    expect([first.exit, rows, created, rejected, operation]).toEqual([0, 8800, 8800, 0, 2])
    const before = truthOf(path('trial.db'))
    for (const [again, options] of COPIES) {
      const ran = await run(['import', 'deals', realPath(again), ...MAVEN, ...options, '--format', 'json'])
      const { unchanged, operation } = JSON.parse(ran.out)
      expect([ran.exit, unchanged, operation]).toEqual([0, 8800, null])
    }
    expect(truthOf(path('trial.db'))).toEqual(before)
    const { kept, folded } = copiesOf(path('trial.db'))
    expect(kept).toEqual(folded)
    let report = ''
    for (const mode of ['cohort', 'strict', 'visited', 'events', 'snapshot', 'bitrix24'])
      report += (await run(['funnel', 'all', '--mode', mode, '--by', 'manager', '--format', 'json'])).out
    reports.push(report)
  }
  expect(reports[1]).toEqual(reports[0])
  expect(reports[2]).toEqual(reports[0])
  const { stages, totals } = JSON.parse(`${reports[0]?.split('\n}\n')[0]}}`)
  expect(stages.map(({ entered }: { entered: number }) => entered)).toEqual([8800, 8300, 4238])
  expect([totals.won, totals.lost, totals.open, totals.wonAmount]).toEqual([4238, 2473, 2089, 10_005_534])
})

const ignore = (...headers: string[]) => headers.flatMap((header) => ['--ignore', header])
const custom = (...headers: string[]) => headers.flatMap((header) => ['--custom', header])

/** Imports twice: the second time must change nothing. Gives the funnel of all deals. */
async function imported(stages: string, file: string, options: string[], now = '2026-06-01') {
  const { run, path } = trial({ now })
  await run(['init', '--stages', stages])
  const load = () => run(['import', 'deals', realPath(file), ...options, '--format', 'json'])
  const first = await load()
  expect(first.exit).toBe(0)
  const before = truthOf(path('trial.db'))
  const second = JSON.parse((await load()).out)
  expect([second.unchanged, second.operation]).toEqual([second.rows - second.merged, null])
  expect(truthOf(path('trial.db'))).toEqual(before)
  const { kept, folded } = copiesOf(path('trial.db'))
  expect(kept).toEqual(folded)
  const { totals, stages: rows } = JSON.parse((await run(['funnel', 'all', '--format', 'json'])).out)
  return {
    json: JSON.parse(first.out),
    totals,
    openHere: rows.map((row: { openHere: number }) => row.openHere),
    run,
  }
}

realTest('zoho: potentials, by the lead they came from', async () => {
  const stages = 'Qualification,Needs Analysis,Prospect,Initial Offer,Proposal/Price Quote,Negotiation/Review'
  const { json, totals, openHere } = await imported(stages, 'zoho-crm/Potentials.csv', ['--key', 'LEADID'])
  expect([json.created, json.system]).toEqual([3632, 'zoho'])
  expect([totals.won, totals.lost, totals.amount, totals.wonAmount]).toEqual([
    1425, 485, 231_380_900, 89_066_200,
  ])
  expect(openHere).toEqual([698, 296, 245, 283, 136, 64, null])
})

realTest('a Spanish pipeline out of Excel', async () => {
  const { json, totals, openHere } = await imported(
    'Discovery,Qualification,Proposal,Negotiation',
    'es-pipeline-excel/Deals.csv',
    [
      ...['--map', 'amount=amount_usd', '--map', 'product=product_line'],
      ...custom('region', 'industry', 'probability'),
      ...ignore('hubspot_owner_id', 'days_in_stage', 'last_activity_date', 'last_activity_days_ago'),
      ...ignore('Risk_>45_days', 'Risk_>60_days', 'Risk_>90_days', 'last_activity_type', 'forecast_category'),
      ...ignore('contact_count', 'email_log_count', 'task_count', 'meeting_count', 'engagement_score'),
      ...ignore('google_deal_type', 'last_modified_date', 'invoice_date', 'invoice_amount_usd'),
      ...ignore('invoice_amount_local', 'currency', 'payment_status', 'payment_date', 'payment_method'),
      ...ignore('days_overdue', 'invoice_type', 'tax_id', 'margin_percent'),
    ],
  )
  expect([json.created, json.encoding, json.delimiter, json.dateOrder]).toEqual([500, 'utf-8', ';', 'dmy'])
  expect([totals.won, totals.lost, totals.amount, totals.wonAmount]).toEqual([6, 13, 48_945_417, 467_264])
  expect(openHere).toEqual([113, 125, 115, 128, null])
})

realTest('fp20: day-first dates, blank stages', async () => {
  const { json, totals, openHere } = await imported(
    'Lead,Opened,Initial contact,Nurturing,Proposal sent',
    'fp20-crm-pipelines/crm_and_sales_pipelines.csv',
    [
      ...['--key', 'Organization,Lead acquisition date,Owner', '--stage', '=Lead'],
      ...['--map', 'amount=Deal Value, $', '--map', 'company=Organization'],
      ...custom('Country', 'Industry', 'Status'),
      ...ignore(
        'Lattitude',
        'Longitude',
        'Organization size',
        'Status sequence',
        'Stage sequence',
        'Probability, %',
      ),
    ],
  )
  expect([json.created, json.dateOrder]).toEqual([3000, 'dmy'])
  expect([totals.won, totals.lost, totals.amount, totals.wonAmount]).toEqual([83, 61, 8_275_135, 183_955])
  expect(openHere).toEqual([2133, 65, 298, 220, 140, null])
})

realTest('olist: leads, and then the sales that some of them became', async () => {
  const { run, path } = trial({ now: '2019-01-01' })
  await run(['init', '--stages', 'Lead', '--currency', 'BRL'])
  const leads = ['import', 'deals', realPath('olist-funnel/olist_marketing_qualified_leads_dataset.csv')]
  const leadOptions = [
    '--map',
    'id=mql_id',
    '--ignore',
    'landing_page_id',
    '--set',
    'stage=Lead',
    '--format',
    'json',
  ]
  expect(JSON.parse((await run([...leads, ...leadOptions])).out)).toMatchObject({
    created: 8000,
    rejected: 0,
  })
  const before = truthOf(path('trial.db'))
  const sales = ['import', 'deals', realPath('olist-funnel/olist_closed_deals_dataset.csv')]
  const saleOptions = [
    ...['--map', 'id=mql_id', '--map', 'closed=won_date', '--map', 'manager=sr_id', '--set', 'stage=won'],
    ...custom('business_segment', 'lead_type'),
    ...ignore('seller_id', 'sdr_id', 'lead_behaviour_profile', 'has_company', 'has_gtin', 'average_stock'),
    ...ignore('business_type', 'declared_product_catalog_size', 'declared_monthly_revenue'),
    ...['--format', 'json'],
  ]
  expect(JSON.parse((await run([...sales, ...saleOptions])).out)).toMatchObject({ created: 0, updated: 842 })
  expect(JSON.parse((await run([...sales, ...saleOptions])).out)).toMatchObject({
    unchanged: 842,
    operation: null,
  })
  const after = truthOf(path('trial.db'))
  expect(after.deals).toEqual(before.deals)
  expect(after.history.slice(0, before.history.length)).toEqual(before.history)
  const { kept, folded } = copiesOf(path('trial.db'))
  expect(kept).toEqual(folded)
  const { totals, groups } = JSON.parse(
    (await run(['funnel', 'all', '--by', 'source', '--format', 'json'])).out,
  )
  expect([totals.deals, totals.won, totals.lost]).toEqual([8000, 842, 0])
  const bySource = Object.fromEntries(
    groups.map(({ key, totals }: { key: string; totals: { deals: number; won: number } }) => [
      key,
      [totals.deals, totals.won],
    ]),
  )
  expect(bySource).toMatchObject({
    organic_search: [2296, 271],
    paid_search: [1586, 195],
    unknown: [1099, 179],
  })
})

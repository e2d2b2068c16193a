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
  const { stages, totals } = JSON.parse(reports[0]?.split('\n}\n')[0] + '}')
  expect(stages.map(({ entered }: { entered: number }) => entered)).toEqual([8800, 8300, 4238])
  expect([totals.won, totals.lost, totals.open, totals.wonAmount]).toEqual([4238, 2473, 2089, 10_005_534])
})

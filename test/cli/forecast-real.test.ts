import { expect } from 'vitest'
import { realPath, realTest } from '../transfer/real.ts'
import { trial } from './world.ts'

interface Score {
  method: string
  wape: number | null
  coverage80: number | null
  coverageLow: number | null
  coverageHigh: number | null
  n: number
}
interface Backtest {
  methods: Score[]
  periods: { label: string; actual: number; said: Record<string, number | null> }[]
  stages: { n: number; expected: number; won: number }[]
  best: string | null
}

function scores({ methods }: Backtest) {
  return new Map(methods.map((one) => [one.method, one]))
}

/** What was observed does not contradict that 8 of 10 come within the range. */
function isCovered(score: Score | undefined): boolean {
  return (score?.coverageLow ?? 1) <= 0.8 && (score?.coverageHigh ?? 0) >= 0.8
}

realTest(
  'maven: month by month the statistics err by less than a fifth, quarters by less than a tenth',
  async () => {
    const { run } = trial({ now: '2018-01-01' })
    await run(['init', '--stages', 'Prospecting,Engaging'])
    await run([
      'import',
      'deals',
      realPath('maven-crm/sales_pipeline.csv'),
      '--entered',
      'Engaging=engage_date',
    ])
    const backtest = async (...argv: string[]): Promise<Backtest> => {
      const ran = await run(['forecast', '2017-07..2017-12', '--backtest', ...argv, '--format', 'json'])
      return JSON.parse(ran.out)
    }
    const months = await backtest()
    const of = scores(months)
    expect(of.get('statistics')?.wape).toBeLessThan(0.2)
    expect(['last-period', 'mean', 'seasonal'].map((name) => of.get(name)?.wape?.toFixed(2))).toEqual([
      '0.36',
      '0.20',
      '0.07',
    ])
    expect(months.best).toBe('seasonal')
    expect(isCovered(of.get('statistics'))).toBe(true)
    const quarters = await backtest('--by', 'quarter')
    for (const { said, actual } of quarters.periods)
      expect(Math.abs((said['statistics'] ?? 0) / actual - 1)).toBeLessThan(0.1)
  },
  120_000,
)

realTest(
  'loan applications: what is approved within the next four weeks, amounts being known from the beginning',
  async () => {
    const { run } = trial({ now: '2012-03-14' })
    const stages = 'A_SUBMITTED,A_PARTLYSUBMITTED,A_PREACCEPTED,A_ACCEPTED,A_FINALIZED'
    await run(['init', '--pipeline', 'Loans', '--stages', stages, '--timezone', 'UTC'])
    const outcomes = [
      'A_APPROVED=won',
      'A_REGISTERED=won',
      'A_ACTIVATED=won',
      'A_DECLINED=lost',
      'A_CANCELLED=lost',
    ]
    const rules = outcomes.flatMap((rule) => ['--stage', rule])
    await run(['import', 'history', realPath('bpi2012/bpi2012_A_events.csv'), ...rules])
    const backtest = async (by: string): Promise<Backtest> => {
      const asked = ['forecast', '2011-12-01..2012-03-07', '--backtest', '--by', by, '--format', 'json']
      return JSON.parse((await run(asked)).out)
    }
    const spans = await backtest('4-weeks')
    expect(spans.periods.map(({ label }) => label)).toEqual([
      '2011-12-01..2011-12-28',
      '2011-12-29..2012-01-25',
      '2012-01-26..2012-02-22',
    ])
    const of = scores(spans)
    expect(of.get('statistics')?.wape).toBeLessThan(of.get('mean')?.wape ?? 0)
    expect(of.get('statistics')?.wape).toBeLessThan(0.25)
    expect(isCovered(of.get('statistics'))).toBe(true)
    const weeks = scores(await backtest('week'))
    expect(isCovered(weeks.get('statistics'))).toBe(true)
    for (const rival of ['template', 'last-period', 'mean'])
      expect(weeks.get('statistics')?.wape).toBeLessThan(weeks.get(rival)?.wape ?? 0)
  },
  120_000,
)

import { expect } from 'vitest'
import { copiesOf, truthOf } from '../support/copies.ts'
import { realPath, realTest } from '../transfer/real.ts'
import { trial } from './world.ts'

const STAGES = 'A_SUBMITTED,A_PARTLYSUBMITTED,A_PREACCEPTED,A_ACCEPTED,A_FINALIZED'
const OUTCOMES = [
  'A_APPROVED=won',
  'A_REGISTERED=won',
  'A_ACTIVATED=won',
  'A_DECLINED=lost',
  'A_CANCELLED=lost',
].flatMap((rule) => ['--stage', rule])

interface Row {
  entered: number
  medianDays: number | null
}

realTest(
  'loan applications: an event log with XES headers, as published',
  async () => {
    const { run, path } = trial({ now: '2012-03-14' })
    await run(['init', '--pipeline', 'Loans', '--stages', STAGES, '--timezone', 'UTC'])
    const file = realPath('bpi2012/bpi2012_A_events.csv')
    const log = ['import', 'history', file, ...OUTCOMES, '--format', 'json']
    expect(JSON.parse((await run(log)).out)).toMatchObject({ rows: 60_849, created: 60_849, operation: 2 })

    const funnel = async (...options: string[]) => {
      const ran = await run(['funnel', ...options, '--format', 'json'])
      const { stages, totals } = JSON.parse(ran.out)
      return { entered: stages.map(({ entered }: Row) => entered), totals }
    }
    const all = await funnel('all')
    expect(all.entered).toEqual([13_087, 13_087, 7367, 5113, 5015, 2246])
    const { deals, won, lost, open, amount, wonAmount, syntheticShare } = all.totals
    expect([deals, won, lost, open]).toEqual([13_087, 2246, 10_442, 399])
    expect([amount, wonAmount, syntheticShare]).toEqual([177_634_511, 35_290_338, 0])

    const november = (mode: string, asOf: string) => funnel('2011-11', '--mode', mode, '--as-of', asOf)
    const young = await november('cohort', '2011-12-31')
    const grown = await november('cohort', '2012-03-14')
    expect([young.totals.deals, grown.totals.deals]).toEqual([2944, 2944])
    expect(young.totals.open).toBeGreaterThan(grown.totals.open)
    expect(young.entered).not.toEqual(grown.entered)
    const entries = await november('events', '2011-12-31')
    expect((await november('events', '2012-03-14')).entered).toEqual(entries.entered)

    const before = truthOf(path('trial.db'))
    const again = JSON.parse((await run(log)).out)
    expect([again.unchanged, again.operation]).toEqual([60_849, null])
    expect(truthOf(path('trial.db'))).toEqual(before)
    const { kept, folded } = copiesOf(path('trial.db'))
    expect(kept).toEqual(folded)
  },
  60_000,
)

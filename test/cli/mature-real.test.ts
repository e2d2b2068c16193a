import { expect } from 'vitest'
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

interface Point {
  label: string
  open: number
  conversion: number
  eventual: number
  eventualLow: number
  eventualHigh: number
}

realTest(
  'loan applications: what months were expected to come to is what they came to',
  async () => {
    const { run } = trial({ now: '2012-03-14' })
    await run(['init', '--pipeline', 'Loans', '--stages', STAGES, '--timezone', 'UTC'])
    await run(['import', 'history', realPath('bpi2012/bpi2012_A_events.csv'), ...OUTCOMES])
    const points = async (period: string, asOf: string): Promise<Point[]> => {
      const argv = ['conversion', period, '--mature', '--as-of', asOf, '--format', 'json']
      return JSON.parse((await run(argv)).out).points
    }
    const grown = await points('2011-10..2012-01', '2012-03-14')
    expect(grown.map(({ label, open, conversion }) => [label, open, conversion])).toEqual([
      ['2011-10', 0, 0.2086],
      ['2011-11', 0, 0.1563],
      ['2011-12', 0, 0.1775],
      ['2012-01', 20, 0.1772],
    ])
    const came = new Map(grown.map(({ label, conversion }) => [label, conversion]))
    const told: (string | number | boolean)[][] = []
    for (const asOf of ['2011-11-30', '2011-12-31', '2012-01-31', '2012-02-29'])
      for (const point of await points('2011-10..2012-01', asOf)) {
        const { label, open, conversion, eventual, eventualLow, eventualHigh } = point
        const truth = came.get(label) ?? Number.NaN
        const isCloser = Math.abs(eventual - truth) < Math.abs(conversion - truth)
        const isWithin = eventualLow <= truth && truth <= eventualHigh
        if (open > 0) told.push([asOf, label, conversion, eventual, truth, isCloser, isWithin])
        else expect([eventual, eventualLow, eventualHigh]).toEqual([conversion, conversion, conversion])
      }
    // By 30 November nobody had seen what becomes of deals of the age of the last ones of October.
    expect(told).toEqual([
      ['2011-11-30', '2011-10', 0.2069, 0.2133, 0.2086, false, false],
      ['2011-11-30', '2011-11', 0.0774, 0.1518, 0.1563, true, true],
      ['2011-12-31', '2011-10', 0.2082, 0.2088, 0.2086, true, true],
      ['2011-12-31', '2011-11', 0.1522, 0.1568, 0.1563, true, true],
      ['2011-12-31', '2011-12', 0.0864, 0.1911, 0.1775, true, true],
      ['2012-01-31', '2011-11', 0.1559, 0.1563, 0.1563, true, true],
      ['2012-01-31', '2011-12', 0.1681, 0.1765, 0.1775, true, true],
      ['2012-01-31', '2012-01', 0.0782, 0.1746, 0.1772, true, true],
      ['2012-02-29', '2012-01', 0.1721, 0.179, 0.1772, true, true],
    ])
  },
  60_000,
)

import { beforeAll, describe, expect, test } from 'vitest'
import type { Mode } from '../../src/reports/funnel-rules.ts'
import { GOLDEN, goldenWorkspace } from '../support/golden.ts'
import { type Trial, trial } from './world.ts'

interface Row {
  stage: string
  entered: number
  amount: number
  lostHere: number | null
  openHere: number | null
  toNext?: number | null
  ofAll: number | null
  medianDays: number | null
}

/** The same six deals, come to the workspace in each of the ways there are. */
const WAYS: Record<string, (six: Trial) => Promise<void>> = {
  'written through the store': async ({ path }) => goldenWorkspace(path('trial.db')),
  'imported from a history file': async ({ run }) => {
    await initialise(run)
    expect(await run(['import', 'history', 'fixtures/golden-history.csv'])).toMatchObject({ exit: 0 })
  },
  'typed one by one': async ({ run }) => {
    await initialise(run)
    for (const { id, amount, moves } of GOLDEN)
      for (const [index, [stage, day]] of moves.entries()) {
        const typed =
          index === 0
            ? ['deal', 'add', id, '--id', id, '--amount', String(amount), '--stage', stage, '--at', day]
            : ['deal', 'move', id, stage, '--at', day]
        expect(await run(typed)).toMatchObject({ exit: 0 })
      }
  },
}

async function initialise(run: Trial['run']) {
  const stages = 'New,Qualified,Proposal,Negotiation'
  const ran = await run(['init', '--pipeline', 'Sales', '--stages', stages, '--timezone', 'UTC'])
  expect(ran).toMatchObject({ exit: 0 })
}

describe.each(Object.entries(WAYS))('the six deals whose figures are known by hand, %s', (_, fill) => {
  const six = trial({ now: '2026-03-01' })
  const { run } = six
  beforeAll(() => fill(six))

  async function golden(mode: Mode, asOf: string) {
    const ran = await run(['funnel', '2026-01', '--mode', mode, '--as-of', asOf, '--format', 'json'])
    expect([ran.exit, ran.err]).toEqual([0, ''])
    const { stages, totals }: { stages: Row[]; totals: Record<string, number | null> } = JSON.parse(ran.out)
    return { stages, totals, entered: stages.map((row) => row.entered) }
  }

  const cases: [Mode, number[], number[]][] = [
    ['cohort', [5, 4, 3, 0, 0], [5, 4, 4, 2, 2]],
    ['strict', [5, 3, 2, 0, 0], [5, 3, 2, 1, 1]],
    ['visited', [5, 3, 3, 0, 0], [5, 3, 3, 1, 2]],
    ['events', [5, 4, 3, 0, 1], [5, 4, 3, 0, 1]],
    ['snapshot', [1, 2, 1, 0, 1], [1, 1, 0, 0, 1]],
    ['bitrix24', [4, 3, 1, 0, 0], [4, 3, 2, 2, 2]],
  ]
  test.each(cases)('%s', async (mode, then, now) => {
    expect((await golden(mode, '2026-01-31')).entered).toEqual(then)
    expect((await golden(mode, '2026-03-01')).entered).toEqual(now)
  })

  test.each(cases)('%s, credited to who moved: the whole is the same', async (mode) => {
    for (const asOf of ['2026-01-31', '2026-03-01']) {
      const line = ['funnel', '2026-01', '--mode', mode, '--as-of', asOf, '--format', 'json']
      const [byOwner, byActor] = [await run(line), await run([...line, '--attribution', 'actor'])]
      expect(JSON.parse(byActor.out).totals).toEqual(JSON.parse(byOwner.out).totals)
    }
  })

  test('lost deals count for who lost them where no row holds them', async () => {
    const line = ['funnel', '2026-01', '--as-of', '2026-01-31', '--attribution', 'actor', '--by', 'manager']
    const lostBy = async (mode: Mode) => {
      const { groups } = JSON.parse((await run([...line, '--mode', mode, '--format', 'json'])).out)
      return groups.map(({ key, totals }: { key: string; totals: Record<string, number> }) => [
        key,
        totals['deals'],
        totals['lost'],
      ])
    }
    expect(await lostBy('snapshot')).toEqual([['(none)', 6, 1]])
    expect(await lostBy('bitrix24')).toEqual([['(none)', 5, 1]])
  })

  test('amounts of the cohort', async () => {
    const amounts = async (asOf: string) => (await golden('cohort', asOf)).stages.map((row) => row.amount)
    expect(await amounts('2026-01-31')).toEqual([300, 270, 230, 0, 0])
    expect(await amounts('2026-03-01')).toEqual([300, 270, 270, 140, 140])
  })

  test('who stopped where, how long they stayed, and the shares of all', async () => {
    const { stages, totals } = await golden('cohort', '2026-03-01')
    const open = stages.slice(0, 4)
    expect(open.map((row) => row.lostHere)).toEqual([0, 0, 1, 0])
    expect(open.map((row) => row.openHere)).toEqual([1, 0, 1, 0])
    expect(open.map((row) => row.medianDays)).toEqual([5.5, 8.5, 10, 8])
    expect(totals).toEqual({
      deals: 5,
      won: 2,
      lost: 1,
      open: 2,
      amount: 300,
      wonAmount: 140,
      winRate: 0.6667,
      winRateLow: 0.2077,
      winRateHigh: 0.9385,
      conversion: 0.4,
      conversionLow: 0.1176,
      conversionHigh: 0.7693,
      openShare: 0.4,
      syntheticShare: 0,
      presumedDatesShare: 0,
      lossStageUnknown: 0,
    })
    const bitrix = async (asOf: string) => (await golden('bitrix24', asOf)).stages.map((row) => row.ofAll)
    expect(await bitrix('2026-01-31')).toEqual([0.8, 0.6, 0.2, 0, 0])
    expect(await bitrix('2026-03-01')).toEqual([0.8, 0.6, 0.4, 0.4, 0.4])
  })

  test('lost entries and losses closed in the period', async () => {
    expect((await golden('events', '2026-03-01')).totals['lost']).toBe(2)
    expect((await golden('snapshot', '2026-01-31')).totals).toMatchObject({
      won: 1,
      lost: 1,
      open: 4,
      deals: 6,
    })
    expect((await golden('snapshot', '2026-03-01')).totals).toMatchObject({
      won: 1,
      lost: 1,
      open: 2,
      deals: 4,
    })
  })

  test('the first row of the cohort, whole', async () => {
    expect((await golden('cohort', '2026-03-01')).stages[0]).toEqual({
      stage: 'New',
      kind: 'open',
      entered: 5,
      lostHere: 0,
      openHere: 1,
      lossStageUnknown: 0,
      toNext: 0.8,
      toNextLow: 0.3755,
      toNextHigh: 0.9638,
      ofFirst: 1,
      ofAll: 1,
      amount: 300,
      medianDays: 5.5,
    })
  })
})

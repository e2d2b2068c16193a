import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../src/domain/time/date.ts'
import { FunnelCounter } from '../../src/reports/funnel.ts'
import type { FunnelDeal } from '../../src/reports/funnel-rules.ts'
import { DIFFERENCES, RECONCILED, Reconciler } from '../../src/reports/reconcile.ts'
import { askFunnel } from '../support/asking.ts'
import { emptyWorkspace, enter, story } from '../support/story.ts'
import { openStage } from '../support/values.ts'

const day = fc.integer({ min: 0, max: 140 }).map((n) => addDays('2025-12-25', n))

test('ours less Bitrix24 is the sum of what is named, deal by deal, of any deals at any time', async () => {
  await fc.assert(
    fc.asyncProperty(
      story,
      day,
      fc.integer({ min: 5, max: 120 }),
      day,
      fc.option(day, { freq: 2 }),
      fc.constantFrom(...RECONCILED),
      async (told, from, days, asOf, knownAt, mode) => {
        const store = emptyWorkspace(told.timezone)
        enter(store, told.acts)
        const period = `${from}..${addDays(from, days)}`
        const at = { asOf, ...(knownAt !== null && { knownAt }) }
        const ask = async (options: object) => (await askFunnel(store, period, { ...at, ...options })).json()
        const entered = async (options: object) =>
          (await ask(options)).stages.map((row: { entered: number }) => row.entered)
        const { stages } = (await ask({ mode, reconcile: true })).reconcile
        expect(stages.map((row: { ours: number }) => row.ours)).toEqual(await entered({ mode }))
        expect(stages.map((row: { bitrix24: number }) => row.bitrix24)).toEqual(
          await entered({ mode: 'bitrix24' }),
        )
        for (const { stage, ours, bitrix24, here, further, difference, causes } of stages) {
          expect(DIFFERENCES.reduce((sum, cause) => sum + causes[cause], 0)).toBe(ours - bitrix24)
          expect([difference, here + further]).toEqual([ours - bitrix24, bitrix24])
          const behind = async (cell: string) =>
            (await ask({ mode, reconcile: true, explain: cell })).map(
              (one: { status: string; id: string }) => one,
            )
          const all = await behind(stage)
          let listed = 0
          for (const cause of DIFFERENCES) {
            const deals = await behind(`${stage}:${cause}`)
            listed += deals.length
            expect(deals.length).toBe(Math.abs(causes[cause]))
            const status = new Set(deals.map((one: { status: string }) => one.status))
            if (cause === 'lost') expect([...status].filter((one) => one !== 'lost')).toEqual([])
            if (cause === 'back' || cause === 'reopened' || cause === 'retired')
              expect([...status].filter((one) => one !== 'open')).toEqual([])
          }
          expect(listed).toBe(all.length)
        }
      },
    ),
    { numRuns: 40 },
  )
})

test('an open deal at a stage in use no more has no place in Bitrix24 but the first', () => {
  // Demo, between Call and Offer, was retired.
  const ordered = [openStage('New', 0), openStage('Call', 1), openStage('Offer', 3)]
  const deal: FunnelDeal = { stage: 3, outcome: 'open', visited: 0b111, amount: 0, presumed: 0 }
  const counter = new FunnelCounter('cohort', ordered, 'Won')
  const reconciler = new Reconciler('cohort', ordered, 'Won')
  counter.add(deal)
  reconciler.add(7, deal)
  const { stages, count, deals } = reconciler.result(counter.body(), new Set())
  expect(stages.map(({ ours, bitrix24, causes }) => [ours, bitrix24, causes.retired])).toEqual([
    [1, 1, 0],
    [1, 0, 1],
    [0, 0, 0],
    [0, 0, 0],
  ])
  expect([count.retired, deals]).toEqual([
    1,
    [{ ids: [7], causes: [null, 'retired', null, null], reached: 'Call' }],
  ])
})

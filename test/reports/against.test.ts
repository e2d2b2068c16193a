import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReferenceShare } from '../../src/domain/reference.ts'
import { addDays } from '../../src/domain/time/date.ts'
import { heldAgainst, summedUp } from '../../src/reports/against.ts'
import { FunnelCounter } from '../../src/reports/funnel.ts'
import { askFunnel, saveReference } from '../support/asking.ts'
import { emptyWorkspace, enter, story } from '../support/story.ts'
import { openStage } from '../support/values.ts'

const STAGES = ['New', 'Call', 'Offer', 'Deal'].map(openStage)

/** How many stopped at each stage, lost or open, and how many are won; cents each. */
function counted(stops: readonly { lost: number; open: number }[], won: number, cents: number) {
  const counter = new FunnelCounter('cohort', STAGES, 'Won')
  const add = (n: number, k: number, outcome: 'lost' | 'open' | 'won') => {
    for (let i = 0; i < n; i++)
      counter.add({ stage: k + 1, outcome, visited: 2 ** (k + 1) - 1, amount: cents, presumed: 0 })
  }
  for (const [k, { lost, open }] of stops.entries()) {
    add(lost, k, 'lost')
    add(open, k, 'open')
  }
  add(won, 3, 'won')
  return counter.body()
}

const count = fc.integer({ min: 0, max: 40 })
const stops = fc.array(fc.record({ lost: count, open: count }), { minLength: 4, maxLength: 4 })
const share: fc.Arbitrary<ReferenceShare> = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.option(fc.integer({ min: 1, max: 200 })))
  .map(([percent, n]) => {
    if (n === null) return { rate: percent / 100, k: null, n: null }
    const k = Math.round((n * percent) / 100)
    return { rate: k / n, k, n }
  })

describe('a funnel held against shares', () => {
  test('its stages add up to what is won less what would be, in deals and in money', () => {
    fc.assert(
      fc.property(stops, count, fc.array(share, { minLength: 4, maxLength: 4 }), (stopped, won, shares) => {
        const body = counted(stopped, won, 700)
        const average = { amount: 700, deals: 1, of: 'own' as const }
        const rows = heldAgainst(body, shares, { ageless: true, average })
        const entered = body.stages[0]?.entered ?? 0
        const meant = shares.reduce((product, { rate }) => product * rate, entered)
        expect(summedUp(body, rows, 'differenceWon')).toBeCloseTo(won - meant, 6)
        expect(summedUp(body, rows, 'differenceAmount')).toBeCloseTo((won - meant) * 700, 3)
      }),
    )
  })

  test('where nothing is said of a stage our own share stands in', () => {
    fc.assert(
      fc.property(
        stops,
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.option(share), { minLength: 4, maxLength: 4 }),
        (stopped, won, shares) => {
          const body = counted(stopped, won, 700)
          const rows = heldAgainst(body, shares, { ageless: true, average: null })
          const own = body.stages.map(({ toNext }) => toNext ?? 0)
          const meant = shares.reduce((product, one, k) => product * (one?.rate ?? own[k] ?? 0), 1)
          const sum = summedUp(body, rows, 'differenceWon')
          if (shares.every((one) => one === null)) expect(sum).toBeNull()
          else expect(sum).toBeCloseTo(won - (body.stages[0]?.entered ?? 0) * meant, 6)
        },
      ),
    )
  })

  test('a stage is below only if it stays so with all its open deals going on', () => {
    fc.assert(
      fc.property(stops, count, share, (stopped, won, one) => {
        const shares = [one, null, null, null]
        const body = counted(stopped, won, 700)
        const [held] = heldAgainst(body, shares, { ageless: true, average: null })
        const [{ lost, open }, ...rest] = stopped as [(typeof stopped)[0], ...typeof stopped]
        const mended = [
          { lost, open: 0 },
          { ...rest[0], open: (rest[0]?.open ?? 0) + open },
          ...rest.slice(1),
        ]
        const [best] = heldAgainst(counted(mended as typeof stopped, won, 700), shares, {
          ageless: true,
          average: null,
        })
        if (held?.distinguishable && (held.difference ?? 0) < 0)
          expect([best?.distinguishable, (best?.difference ?? 0) < 0]).toEqual([true, true])
        if (held?.mendable) expect(best?.distinguishable && (best.difference ?? 0) < 0).not.toBe(true)
      }),
    )
  })
})

const day = fc.integer({ min: 0, max: 100 }).map((n) => addDays('2026-01-01', n))

test('what came later, or was entered later, changes neither a reference nor a report beside it', async () => {
  await fc.assert(
    fc.asyncProperty(story, story, day, async (told, later, asOf) => {
      const store = emptyWorkspace(told.timezone)
      enter(store, told.acts)
      const asked = { period: '2026-01', asOf }
      // A reference of nothing is refused.
      await saveReference(store, 'Then', asked).catch(() =>
        saveReference(store, 'Then', { rates: 'New=50, Call=60' }),
      )
      const options = { against: 'then', asOf }
      const before = (await askFunnel(store, 'all', options)).all()
      const t = store.zone.endOfDay(asOf)
      // The acts of another story, of deals of its own, after that day.
      const shift = (at: number) => t + Math.abs(at)
      enter(
        store,
        later.acts
          .filter(({ undone, precision }) => undone === null && precision === 'moment')
          .map((act) => ({
            ...act,
            deal: act.deal + 1000,
            at: shift(act.at),
            recorded: shift(act.recorded),
          })),
      )
      expect((await askFunnel(store, 'all', options)).all()).toEqual(before)
    }),
    { numRuns: 25 },
  )
})

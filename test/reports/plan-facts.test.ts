import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Rates } from '../../src/domain/rates.ts'
import { addDays } from '../../src/domain/time/date.ts'
import { wonFigures } from '../../src/store/facts/plan-facts.ts'
import { countSlowly } from '../support/reference.ts'
import { emptyWorkspace, enter, MANAGERS, RATES, story } from '../support/story.ts'

const day = fc.integer({ min: -5, max: 130 }).map((n) => addDays('2026-01-01', n))

test('won deals and revenue by manager are those counted one deal after another', () => {
  fc.assert(
    fc.property(
      story,
      fc.tuple(day, day),
      fc.integer({ min: -20, max: 160 }).map((n) => addDays('2026-01-01', n)),
      fc.option(day),
      (told, days, asOf, knownAt) => {
        const [from, last] = [...days].sort() as [string, string]
        const until = addDays(last, 1)
        const store = emptyWorkspace(told.timezone)
        enter(store, told.acts)
        const { zone } = store
        store.readAsKnown(knownAt === null ? null : zone.endOfDay(knownAt))
        const figures = wonFigures(store, {
          windows: [{ from, until }],
          horizon: { t: zone.endOfDay(asOf) },
          pipeline: 1,
          currency: 'USD',
          rates: new Rates('USD', RATES),
        })
        const { groups } = countSlowly(told, {
          mode: 'snapshot',
          from,
          until,
          asOf,
          knownAt,
          by: 'manager',
          manager: null,
          byActor: false,
        })
        for (const [id, name] of [
          [1, MANAGERS[0]],
          [2, MANAGERS[1]],
          [null, '(none)'],
        ] as const) {
          const slow = groups.get(name)?.totals ?? { won: 0, wonAmount: 0 }
          expect([figures.won.get(id)?.[0] ?? 0, figures.revenue.get(id)?.[0] ?? 0]).toEqual([
            slow.won,
            slow.wonAmount,
          ])
        }
      },
    ),
    { numRuns: 60 },
  )
})

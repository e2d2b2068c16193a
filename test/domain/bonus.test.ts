import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Outlook, settled } from '../../src/domain/forecast/outlook.ts'
import {
  type BonusTerms,
  type BonusVersion,
  bonusesInForce,
  bonusOf,
  expectedBonus,
  unitsOf,
} from '../../src/domain/plan/bonus.ts'
import { readTerms, type TermsContext } from '../../src/domain/plan/bonus-terms.ts'
import { outlookOf } from '../../src/domain/plan/run-rate.ts'
import { Zone } from '../../src/domain/time/zone.ts'

const RUB = { metric: 'revenue', currency: 'RUB', marginal: false } as const

function terms(text: string, context: Partial<TermsContext> = {}): BonusTerms {
  const read = readTerms(text, { ...RUB, ...context })
  if ('problem' in read) throw new Error(read.problem)
  return read
}

/** Of amounts in roubles. */
const paid = (rule: BonusTerms, figure: number, plan: number | null) =>
  bonusOf(rule, figure * 100, plan === null ? null : plan * 100).amount / 100

describe('terms as they are typed', () => {
  test.each([
    [
      '3%',
      { basis: 'amount', tiers: [{ from: '0', pay: { kind: 'percent', percent: '3' } }], currency: null },
    ],
    [
      '2,50 %',
      { basis: 'amount', tiers: [{ from: '0', pay: { kind: 'percent', percent: '2.5' } }], currency: null },
    ],
    [
      '100 тыс: 10 тыс',
      {
        basis: 'amount',
        tiers: [{ from: '10000000', pay: { kind: 'amount', amount: 1_000_000 } }],
        currency: 'RUB',
      },
    ],
    [
      '80%: 2%; 100% : 3,5 %',
      {
        basis: 'share',
        tiers: [
          { from: '80', pay: { kind: 'percent', percent: '2' } },
          { from: '100', pay: { kind: 'percent', percent: '3.5' } },
        ],
        currency: null,
      },
    ],
    [
      '500 000:3%; 0:2%',
      {
        basis: 'amount',
        tiers: [
          { from: '0', pay: { kind: 'percent', percent: '2' } },
          { from: '50000000', pay: { kind: 'percent', percent: '3' } },
        ],
        currency: 'RUB',
      },
    ],
    [
      '100%:10000 120%:$200',
      {
        basis: 'share',
        tiers: [
          { from: '100', pay: { kind: 'amount', amount: 1_000_000 } },
          { from: '120', pay: { kind: 'amount', amount: 20_000 } },
        ],
        currency: 'USD',
      },
    ],
  ])('%s', (text, read) => {
    expect(readTerms(text, RUB)).toEqual({ metric: 'revenue', marginal: false, ...read })
  })

  test('so much for each, and from a plan that is met', () => {
    expect(terms('500 за каждую', { metric: 'meetings' }).tiers).toEqual([
      { from: '0', pay: { kind: 'each', amount: 50_000 } },
    ])
    expect(terms('10000', { met: '100' })).toEqual({
      metric: 'revenue',
      basis: 'share',
      marginal: false,
      tiers: [{ from: '100', pay: { kind: 'amount', amount: 1_000_000 } }],
      currency: 'RUB',
    })
    expect(terms('20: 5000; 30: 9000', { metric: 'calls' }).tiers.map(({ from }) => from)).toEqual([
      '20',
      '30',
    ])
  })

  test.each([
    ['much', {}, { problem: 'unreadable', text: 'much' }],
    ['80%:', {}, { problem: 'unreadable', text: '80%:' }],
    ['-5%', {}, { problem: 'unreadable', text: '-5%' }],
    ['80%: 2%; 100000: 3%', {}, { problem: 'mixed' }],
    ['80%: 2%; 80,0%: 3%', {}, { problem: 'twice', text: '80' }],
    ['3%', { metric: 'calls' }, { problem: 'percentOfCount' }],
    ['3 each', {}, { problem: 'eachOfMoney' }],
    ['80%: $10; 90%: €10', {}, { problem: 'currencies' }],
    ['2.5: 10', { metric: 'calls' }, { problem: 'unreadable', text: '2.5:10' }],
  ] as const)('%s %j is refused', (text, context, problem) => {
    expect(readTerms(text, { ...RUB, ...context })).toEqual(problem)
  })
})

describe('what is earned', () => {
  test('a percentage, rounded once', () => {
    expect(bonusOf(terms('3%'), 52_000_000, null)).toEqual({
      amount: 1_560_000,
      parts: [{ pay: { kind: 'percent', percent: '3' }, base: 52_000_000 }],
    })
    // 2.5 % of 0.21 is 0.00525: half a kopeck is none, half and a bit is one.
    expect([20, 21, 60, 61].map((figure) => bonusOf(terms('2.5%'), figure, null).amount)).toEqual([
      1, 1, 2, 2,
    ])
  })

  test('an amount for the plan met, and what share of it is enough', () => {
    const rule = terms('10000', { met: '95%' })
    expect([949_999, 950_000, 2_000_000].map((figure) => paid(rule, figure, 1_000_000))).toEqual([
      0, 10_000, 10_000,
    ])
    expect([paid(rule, 950_000, null), paid(rule, 950_000, 0)]).toEqual([0, 0])
  })

  test('tiers by share: of the whole, and of the part within each', () => {
    const text = '80%: 2%; 100%: 3%'
    expect(
      [399_999, 400_000, 499_999.99, 500_000, 520_000].map((figure) => paid(terms(text), figure, 500_000)),
    ).toEqual([0, 8000, 10_000, 15_000, 15_600])
    const marginal = bonusOf(terms(text, { marginal: true }), 52_000_000, 50_000_000)
    expect(marginal).toEqual({
      amount: 260_000,
      parts: [
        { pay: { kind: 'percent', percent: '2' }, base: 10_000_000 },
        { pay: { kind: 'percent', percent: '3' }, base: 2_000_000 },
      ],
    })
  })

  test('tiers by amount, and amounts in tiers: the last, or all that are reached', () => {
    expect(paid(terms('0:2%; 500000:3%', { marginal: true }), 520_000, null)).toBe(10_600)
    const text = '80%: 5000; 100%: 10000'
    expect(paid(terms(text), 520_000, 500_000)).toBe(10_000)
    expect(paid(terms(text, { marginal: true }), 520_000, 500_000)).toBe(15_000)
  })

  test('so much for each of a count', () => {
    const rule = terms('0: 500 each; 20: 700 each', { metric: 'meetings' })
    expect([bonusOf(rule, 18, null).amount, bonusOf(rule, 20, null).amount]).toEqual([900_000, 1_400_000])
    expect(bonusOf({ ...rule, marginal: true }, 25, null).amount).toBe(20 * 50_000 + 5 * 70_000)
  })

  test('a margin below nought costs nobody a bonus', () => {
    expect(bonusOf(terms('10%', { metric: 'margin' }), -5000, null)).toEqual({ amount: 0, parts: [] })
  })
})

describe('what is to be expected', () => {
  /** Each of the values with the same probability. */
  function evenly(values: readonly number[]): Outlook {
    const sorted = [...values].sort((a, b) => a - b)
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const chanceOf = (target: number) => values.filter((value) => value >= target).length / values.length
    return { already: sorted[0] ?? 0, mean, p10: at(0.1), p50: at(0.5), p90: at(0.9), chanceOf }
  }

  test('a percentage of the mean; an amount by its chance', () => {
    const outlook = evenly([100, 200, 400, 500].map((value) => value * 100))
    expect(expectedBonus(terms('3%'), outlook, null)).toBe(900)
    expect(expectedBonus(terms('10000', { met: '100' }), outlook, 45_000)).toBe(250_000)
    expect(expectedBonus(terms('10000', { met: '100' }), outlook, null)).toBe(0)
  })

  test('is the mean of what each outcome would earn', () => {
    const texts = ['3%', '80%:2%; 100%:3%', '0:1%; 3000:2%; 6000:5%', '90%:100; 110%:250']
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...texts),
        fc.boolean(),
        fc.integer({ min: 1, max: 800_000 }),
        (values, text, marginal, plan) => {
          const rule = terms(text, { marginal })
          const slow =
            values.reduce((sum, value) => sum + bonusOf(rule, value, plan).amount, 0) / values.length
          const most = Math.max(...values) * 0.05
          expect(Math.abs(expectedBonus(rule, evenly(values), plan) - slow)).toBeLessThanOrEqual(
            1 + most * 0.02,
          )
        },
      ),
    )
  })

  test('of what is over it is what was earned', () => {
    const rule = terms('80%:2%; 100%:3%', { marginal: true })
    expect(expectedBonus(rule, settled(52_000_000), 50_000_000)).toBe(260_000)
    const open = outlookOf(52_000_000, { mean: 0, variance: 0 })
    expect(expectedBonus(rule, open, 50_000_000)).toBe(260_000)
  })
})

describe('which rules hold', () => {
  const zone = new Zone('UTC')
  const at = (day: string) => Date.parse(`${day}T10:00:00Z`)
  const version = (of: Partial<BonusVersion>): BonusVersion => ({
    ...terms('3%'),
    id: 1,
    rule: 1,
    name: '',
    manager: null,
    department: null,
    per: 'month',
    from: '2026-01-01',
    ended: false,
    knownAt: at('2025-12-20'),
    ...of,
  })
  const held = (versions: readonly BonusVersion[], from: string) =>
    bonusesInForce(versions, 'month', from, zone).map((one) => [one.version.id, one.setLate])

  test('the version known when the month began; a change is for those that begin later', () => {
    const versions = [version({}), version({ id: 2, knownAt: at('2026-02-10') })]
    expect([held(versions, '2026-02-01'), held(versions, '2026-03-01')]).toEqual([[[1, null]], [[2, null]]])
  })

  test('a rule that nobody had said yet holds from the day it is for, as it was at the end of that day', () => {
    const versions = [
      version({ knownAt: at('2026-02-10') }),
      version({ id: 2, knownAt: at('2026-02-10') + 60_000 }),
      version({ id: 3, knownAt: at('2026-02-11') }),
    ]
    expect(held(versions, '2026-02-01')).toEqual([[2, '2026-02-10']])
    expect(held(versions, '2025-12-01')).toEqual([])
  })

  test('a rule that ended, and one for later months or of another length', () => {
    const versions = [version({}), version({ id: 2, ended: true, knownAt: at('2026-02-10') })]
    expect([held(versions, '2026-02-01'), held(versions, '2026-03-01')]).toEqual([[[1, null]], []])
    const later = [version({}), version({ id: 2, from: '2026-06-01' })]
    expect([held(later, '2026-05-01'), held(later, '2026-06-01')]).toEqual([[[1, null]], [[2, null]]])
    expect(bonusesInForce([version({})], 'quarter', '2026-01-01', zone)).toEqual([])
  })

  test('months of a quarter; a week is made up of none', () => {
    expect(unitsOf('2026-01-01', '2026-04-01', 'month').map(({ from }) => from)).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
    ])
    expect(unitsOf('2026-01-05', '2026-01-12', 'month')).toEqual([])
    expect(unitsOf('2026-01-01', '2026-02-15', 'month')).toEqual([])
  })
})

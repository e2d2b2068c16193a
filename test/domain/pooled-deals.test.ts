import { expect, test } from 'vitest'
import { OLDEST } from '../../src/domain/forecast/ages.ts'
import { Cells } from '../../src/domain/forecast/cells.ts'
import { gamma, normal } from '../../src/domain/forecast/draws.ts'
import { simulate } from '../../src/domain/forecast/monte-carlo.ts'
import type { OpenDeals } from '../../src/domain/forecast/open-deals.ts'
import { alikeDeals } from '../../src/domain/forecast/pooled-deals.ts'
import { Random } from '../../src/domain/statistics/random.ts'

const RUNS = 20_000
const WORTHS = [{ mean: 300, spread: 0.8, known: 1e9 }]
const LEVEL = { level: 1.1, levelSpread: 0.1, scatter: 0.02, scatterKnown: 10 }

/** Some hundred deals of two groups at places of any chance, some certain but for a little, a fifth of unknown amount. */
function open(count: number): { deals: OpenDeals; chance: Cells } {
  const random = new Random(7)
  const chance = new Cells(1, OLDEST + 1, 2)
  for (let age = 0; age <= OLDEST; age++) {
    const total = (age + 1) / (OLDEST + 5)
    const share = 0.3 + 0.5 * random.next()
    chance.set(0, age, 0, total * share)
    chance.set(0, age, 1, total * (1 - share))
  }
  const each = Array.from({ length: count }, (_, deal) => deal)
  const deals = {
    count,
    place: Int32Array.from(each, () => Math.floor((OLDEST + 1) * random.next() ** 2)),
    amount: Float64Array.from(each, (deal) => (deal % 5 === 0 ? Number.NaN : 100 * Math.exp(normal(random)))),
    worth: new Int32Array(count),
    group: Int32Array.from(each, (deal) => deal % 2),
  }
  // One is worth a hundred others.
  deals.amount[1] = 20_000
  return { deals, chance }
}

test('few deals are drawn one by one, very many together, and the one that outweighs them not', () => {
  const few = open(49)
  expect([...alikeDeals(few.deals, WORTHS, few.chance, 2)]).toEqual([])
  const many = open(900)
  const alike = alikeDeals(many.deals, WORTHS, many.chance, 2)
  expect([alike.length > 850, alike.includes(1)]).toEqual([true, false])
})

test('sums drawn at once are spread as those of deals won one by one, in each window and in both together', () => {
  const { deals, chance } = open(900)
  const drawn = simulate(
    {
      deals,
      draws: [{ chance, fresh: [0, 0] }],
      fitted: chance,
      worths: WORTHS,
      newWorth: { mean: 0, spread: 0, known: 0 },
      newPerDay: [0, 0],
      newSpread: 0,
      newDispersion: 1,
      recalibration: LEVEL,
      groups: 2,
      windows: 2,
      runs: RUNS,
    },
    new Random(1),
  )
  const each = oneByOne(deals, chance)
  for (const group of [0, 1]) {
    const [a, b] = [drawn[group], each[group]].map((of) => {
      const [first = new Float64Array(), second = new Float64Array()] = of ?? []
      return [first, second, first.map((value, run) => value + (second[run] ?? 0))].map(told)
    })
    for (const [i, one] of (a ?? []).entries()) {
      const { mean = 0, sd = 1, quantiles = [] } = b?.[i] ?? {}
      expect(Math.abs(one.mean - mean) / sd).toBeLessThan(0.04)
      expect(Math.abs(one.sd / sd - 1)).toBeLessThan(0.04)
      for (const [q, value] of one.quantiles.entries())
        expect(Math.abs(value - (quantiles[q] ?? 0)) / sd).toBeLessThan(0.06)
    }
  }
})

/** The same run deal by deal. */
function oneByOne({ count, place, amount, group }: OpenDeals, chance: Cells): Float64Array[][] {
  const random = new Random(2)
  const totals = [0, 1].map(() => [new Float64Array(RUNS), new Float64Array(RUNS)])
  const { level, levelSpread, scatter, scatterKnown } = LEVEL
  const [{ mean, spread } = { mean: 0, spread: 0 }] = WORTHS
  for (let run = 0; run < RUNS; run++) {
    const variance = (scatter * scatterKnown) / (2 * gamma(random, scatterKnown / 2))
    const common = Math.log(level) + levelSpread * normal(random) - levelSpread ** 2 / 2
    const factors = [0, 1].map(() => Math.exp(common + Math.sqrt(variance) * normal(random) - variance / 2))
    for (let deal = 0; deal < count; deal++) {
      let left = random.next()
      for (const w of [0, 1]) {
        left -= chance.at(0, place[deal], w) * (factors[w] ?? 0)
        if (left >= 0) continue
        const own = amount[deal] ?? Number.NaN
        const row = totals[group[deal] ?? 0]?.[w] ?? new Float64Array()
        row[run] = (row[run] ?? 0) + (Number.isNaN(own) ? gamma(random, 1 / spread) * spread * mean : own)
        break
      }
    }
  }
  return totals
}

function told(values: Float64Array) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  const sorted = values.slice().sort()
  return {
    mean,
    sd,
    quantiles: [0.02, 0.1, 0.5, 0.9, 0.98].map((share) => sorted[Math.floor(share * sorted.length)] ?? 0),
  }
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { team } from '../../src/cli/reports/team.ts'
import { weakest } from '../../src/cli/reports/weakest.ts'
import { Random } from '../../src/domain/statistics/random.ts'
import { type StageCounts, stagesApart } from '../../src/reports/stages-apart.ts'
import { Store } from '../../src/store/store.ts'
import { askReport } from '../support/asking.ts'
import { fillHerds, type Herd } from '../support/herd.ts'

function stage(next: number, lost: number, open: number, unknown = 0): StageCounts {
  const entered = next + lost + open
  const row = { entered, toNext: entered === 0 ? null : next / entered, lostHere: lost, openHere: open }
  return { ...row, lossStageUnknown: unknown, openStageUnknown: 0, sound: unknown === 0 }
}

const told = (groups: (StageCounts[] | null)[]) =>
  stagesApart(groups).map((rows) =>
    rows.map(({ p, differs }) => [p === null ? null : Number(p.toFixed(4)), differs]),
  )

test('by hand: 9 of 15 with 2 open beside 58 of 63 with 3 open, among others', () => {
  // 11 of 15 beside 58 of 60: p = 0.0031. The other way round 58 of 63 beside 9 of 13: ad−bc = 58·4 − 5·9 = 187;
  // χ² = 76·187² / (63·13·67·9) · 75/76 = 5.311, p = 0.0212.
  const beside = (stages: number) => {
    const alike = Array.from({ length: stages }, () => stage(8, 2, 0))
    return told([
      [stage(9, 4, 2), ...alike],
      [stage(58, 2, 3), ...alike],
    ]).map(([first]) => first)
  }
  expect([beside(7), beside(8)]).toEqual([
    [
      [0.0031, 'below'],
      [0.0212, null],
    ],
    [
      [0.0031, null],
      [0.0212, null],
    ],
  ])
})

test('deals of nobody, stages of few, shares that may not hold are not tested and make nothing less certain', () => {
  const two = [[stage(9, 4, 2)], [stage(58, 2, 3)]]
  const few = Array.from({ length: 9 }, () => [stage(5, 0, 9)])
  const [maria, others] = told([...two])
  expect(told([...two, null])).toEqual([maria, others, []])
  expect(told([...two, ...few]).map(([row]) => row?.[0] === null)).toEqual([
    false,
    false,
    ...few.map(() => true),
  ])
  // Of 20 losses nobody knows the stage: neither share is told of.
  expect(told([[stage(9, 4, 2)], [stage(58, 22, 3, 20)]])).toEqual([[[null, null]], [[null, null]]])
})

test('a side that the shares of all who entered do not show is not told', () => {
  // Of the others 50 of 55 decided went on, but 50 of 150 that entered: 20 of 35 looks better than that.
  const rows = [[stage(20, 15, 0)], [stage(50, 5, 95)]]
  expect(told(rows)).toEqual([[[1, null]], [[1, null]]])
})

test('where all are alike, less than one table of twenty has a mark', () => {
  const random = new Random(20261014)
  const marked = (n: number, open: number) => {
    const tables = Array.from({ length: 400 }, () => {
      const shares = Array.from({ length: 2 + random.below(5) }, () => [
        open * random.next(),
        0.15 + 0.8 * random.next(),
      ])
      const group = () => {
        let left = n / 4 + random.below(n)
        return shares.map(([waits = 0, passes = 0]) => {
          const counts = { on: 0, lost: 0, still: 0 }
          for (let i = 0; i < left; i++)
            counts[random.next() < waits ? 'still' : random.next() < passes ? 'on' : 'lost']++
          left = counts.on
          return stage(counts.on, counts.lost, counts.still)
        })
      }
      return stagesApart(Array.from({ length: 2 + random.below(8) }, group))
    })
    return tables.filter((table) => table.flat().some(({ differs }) => differs !== null)).length
  }
  // Of 400 each: few deals and many, with none open and with some.
  const wrong = [marked(60, 0), marked(60, 0.3), marked(200, 0.2), marked(20, 0.3)]
  expect(wrong.filter((n) => n > 20)).toEqual([])
})

const PATH = ['New', 'Call', 'Offer'] as const
const PEOPLE = ['Anna', 'Boris', 'Vera', null] as const

/** What became of one manager's deals of a product: lost and open at each stage, and won. */
const life = fc.record({
  manager: fc.constantFrom(...PEOPLE),
  product: fc.constantFrom('door', 'window'),
  lost: fc.tuple(...PATH.map(() => fc.constantFrom(0, 3, 25))),
  open: fc.tuple(...PATH.map(() => fc.nat({ max: 3 }))),
  won: fc.constantFrom(0, 8, 30),
  created: fc.constantFrom('2026-01-10', '2026-01-10', '2025-12-20'),
})

type Life = typeof life extends fc.Arbitrary<infer One> ? One : never

const herdsOf = ({ manager, product, lost, open, won, created }: Life): Herd[] =>
  [
    ...PATH.flatMap((_, k) => [
      { n: lost[k] ?? 0, path: [...PATH.slice(0, k + 1), 'Lost'] },
      { n: open[k] ?? 0, path: PATH.slice(0, k + 1) },
    ]),
    { n: won, path: [...PATH, 'Won'] },
  ].map((herd) => ({ ...herd, created, product, days: 2, ...(manager !== null && { manager }) }))

// biome-ignore lint/suspicious/noExplicitAny: of a report only the keys that are compared here
type Json = any

/** Of each manager the sides of the stages on which `team` marks them, and those that `weakest` calls certain. */
async function bothOf(store: Store, options: Readonly<Record<string, unknown>>) {
  const ask = async (report: typeof team, more: object = {}): Promise<Json> =>
    (await askReport(report, store, '2026-01', { ...options, ...more })).json()
  const sure = ({ stages }: Json) =>
    stages.map(({ distinguishable, difference }: Json) =>
      distinguishable === true ? (difference < 0 ? 'below' : 'above') : null,
    )
  const marks = ({ stages }: Json) => stages.map(({ differs }: Json) => differs)
  const people = (groups: Json[], of: (group: Json) => unknown) =>
    groups
      .filter(({ key, stages }) => key !== '(none)' && stages[0].entered > 0)
      .map((group) => [group.key, of(group)])
      .sort()
  const table = people((await ask(team)).groups, marks)
  expect(people((await ask(weakest, { by: 'manager' })).groups, sure)).toEqual(table)
  return { ask, sure, marks, table }
}

test('whom `weakest` calls certain at a stage `team` marks there, and the other way round', async () => {
  let marked = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(life, { minLength: 3, maxLength: 10 }),
      fc.constantFrom({}, {}, { product: ['door'] }, { asOf: '2026-01-13' }, { manager: ['Anna', 'Boris'] }),
      async (lives, options) => {
        const store = Store.inMemory()
        fillHerds(store, [
          ...PEOPLE.flatMap((manager) => manager ?? []).map(oldOf),
          ...lives.flatMap(herdsOf),
        ])
        const { ask, sure, marks, table } = await bothOf(store, options)
        marked += table.flatMap(([, sides]) => sides as string[]).filter((side) => side !== null).length
        if (!('manager' in options))
          for (const [key, sides] of table) {
            const own = { manager: [key] }
            expect([key, marks((await ask(team, own)).groups[0])]).toEqual([key, sides])
            expect([key, sure(await ask(weakest, own))]).toEqual([key, sides])
            expect((await ask(weakest, { ...own, by: 'manager' })).groups.map(sure)).toEqual([sides])
          }
        store.close()
      },
    ),
    { numRuns: 40 },
  )
  expect(marked).toBeGreaterThan(5)
})

/** Everybody is there, and something of the product, whether or not it is of the period. */
function oldOf(manager: string): Herd {
  return { n: 1, created: '2025-06-01', path: ['New'], manager, product: 'door' }
}

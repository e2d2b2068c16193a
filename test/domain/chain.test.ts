import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageClass, OLDEST } from '../../src/domain/forecast/ages.ts'
import { Chain, ELSEWHERE, statesOf, UNSEEN } from '../../src/domain/forecast/chain.ts'
import { DayEnds } from '../../src/domain/forecast/day-ends.ts'

const STATES = statesOf(2)
const { won, lost } = STATES

function chainOf(learnFrom = 0) {
  return new Chain(STATES, {
    learnFrom,
    until: 60,
    spans: [0, 30],
    periods: [
      { from: 30, until: 45 },
      { from: 45, until: 60 },
    ],
  })
}

/** The non-zero cells as [row, column, layer, value]. */
function filled(cells: Chain['exposure']) {
  const found: number[][] = []
  for (let row = 0; row < cells.rows; row++)
    for (let column = 0; column < cells.columns; column++)
      for (let layer = 0; layer < cells.layers; layer++) {
        const value = cells.at(row, column, layer)
        if (value !== 0) found.push([row, column, layer, value])
      }
  return found
}

test('a deal is at risk on each day after it came to a state, by its age and the span of the day', () => {
  const chain = chainOf()
  // Created on day 28 in stage 1, moved to 2 on day 31, won on day 33.
  chain.add([28, 31, 33], [1, 2, won], 3)
  // Stage 1 at ages 0 (day 29, span 0), 1 and 2 (days 30 and 31, span 1); stage 2 at ages 0 and 1 (days 32 and 33).
  const stage1 = (span: number) => span * STATES.open + 1
  const stage2 = STATES.open + 2
  expect(filled(chain.exposure)).toEqual([
    [stage1(0), ageClass(0), 0, 1],
    [stage1(1), ageClass(1), 0, 1],
    [stage1(1), ageClass(2), 0, 1],
    [stage2, ageClass(0), 0, 1],
    [stage2, ageClass(1), 0, 1],
  ])
  expect(filled(chain.moves)).toEqual([
    [stage1(1), ageClass(2), 2, 1],
    [stage2, ageClass(1), won, 1],
  ])
  expect(filled(chain.landed)).toEqual([[0, 1, 0, 1]])
  // At the beginning of day 30 it had ended two days in stage 1: its age is 1.
  expect(filled(chain.open)).toEqual([[1, 1, 0, 1]])
  expect([chain.created.at(28), chain.won.at(33)]).toEqual([1, 1])
})

test('what was open before the first outcome tells nothing; open deals are at risk until the end', () => {
  const chain = chainOf(50)
  chain.add([10], [1], 1)
  let days = 0
  for (const [, , , value = 0] of filled(chain.exposure)) days += value
  expect(days).toBe(10)
})

test('a deal that left for another pipeline is no more at risk; one whose beginning is presumed was not created', () => {
  const chain = chainOf()
  chain.add([5, 8], [UNSEEN, ELSEWHERE], 2, false)
  let days = 0
  for (const [, , , value = 0] of filled(chain.exposure)) days += value
  expect([days, filled(chain.moves), filled(chain.landed)]).toEqual([3, [], []])
})

test('the days at risk of every deal add up, whatever its way', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: lost })), {
        minLength: 1,
        maxLength: 6,
      }),
      (way) => {
        const ends = new DayEnds()
        for (const [day, state] of [...way].sort(([a], [b]) => a - b)) ends.come(day, state, 0)
        const chain = chainOf()
        chain.add(ends.days, ends.states, ends.count)
        let expected = 0
        for (let day = (ends.days[0] ?? 0) + 1; day < 60; day++) {
          let at = ends.count - 1
          while ((ends.days[at] ?? 0) >= day) at--
          if ((ends.states[at] ?? won) < STATES.open) expected++
        }
        let days = 0
        for (const [, , , value = 0] of filled(chain.exposure)) days += value
        expect(days).toBe(expected)
        const moves = filled(chain.moves).reduce((sum, [, , , value = 0]) => sum + value, 0)
        const left = ends.states.slice(0, ends.count - 1).filter((state) => state < STATES.open).length
        expect(moves).toBe(left)
      },
    ),
  )
})

test('of several moves in a day the last counts; there and back is none', () => {
  const ends = new DayEnds()
  ends.come(3, 1, 11)
  ends.come(3, 2, 12)
  ends.come(5, 1, 11)
  ends.come(5, 2, 12)
  ends.come(9, won, 13)
  expect([ends.days.slice(0, ends.count), ends.states.slice(0, ends.count)]).toEqual([
    [3, 9],
    [2, won],
  ])
})

test('ages beyond the oldest are alike', () => {
  expect([ageClass(OLDEST), ageClass(OLDEST + 1000)]).toEqual([ageClass(OLDEST), ageClass(OLDEST)])
})

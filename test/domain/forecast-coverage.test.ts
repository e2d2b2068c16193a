import { expect, test } from 'vitest'
import { livedAndForecast } from '../support/histories.ts'

const HISTORIES = 1000
const RUNS = 200

test('over a thousand invented businesses, four of five months come within P10–P90, and the means add up', () => {
  let [inside, said, brought] = [0, 0, 0]
  for (let seed = 1; seed <= HISTORIES; seed++) {
    const lived = livedAndForecast(seed, RUNS)
    if (lived.brought >= lived.p10 && lived.brought <= lived.p90) inside++
    said += lived.mean
    brought += lived.brought
  }
  expect(inside / HISTORIES).toBeGreaterThanOrEqual(0.77)
  expect(inside / HISTORIES).toBeLessThanOrEqual(0.83)
  expect(Math.abs(said / brought - 1)).toBeLessThan(0.05)
}, 600_000)

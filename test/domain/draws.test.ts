import { expect, test } from 'vitest'
import { binomial, gamma, normal, poisson } from '../../src/domain/forecast/draws.ts'
import { Random } from '../../src/domain/statistics/random.ts'

const N = 20_000

/** Mean and variance of many draws, as distances from those of the distribution in standard errors of the mean. */
function moments(draw: (random: Random) => number) {
  const random = new Random(7)
  let [sum, squares] = [0, 0]
  for (let i = 0; i < N; i++) {
    const x = draw(random)
    sum += x
    squares += x * x
  }
  const mean = sum / N
  return { mean, variance: squares / N - mean * mean }
}

test.each([
  ['normal', normal, 0, 1],
  ['gamma of 0.4', (random: Random) => gamma(random, 0.4), 0.4, 0.4],
  ['gamma of 9', (random: Random) => gamma(random, 9), 9, 9],
  ['poisson of 0.3', (random: Random) => poisson(random, 0.3), 0.3, 0.3],
  ['poisson of 12', (random: Random) => poisson(random, 12), 12, 12],
  ['poisson of 400', (random: Random) => poisson(random, 400), 400, 400],
  ['binomial of 9 by 0.2', (random: Random) => binomial(random, 9, 0.2), 1.8, 1.44],
  ['binomial of 50 by 0.9', (random: Random) => binomial(random, 50, 0.9), 45, 4.5],
  ['binomial of 900 by 0.3', (random: Random) => binomial(random, 900, 0.3), 270, 189],
] as const)('%s has its mean and its variance', (_, draw, mean, variance) => {
  const found = moments(draw)
  expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt(variance / N))
  expect(Math.abs(found.variance / variance - 1)).toBeLessThan(0.08)
})

test('at the edges nothing is drawn', () => {
  const random = new Random(1)
  expect([
    poisson(random, 0),
    binomial(random, 10, 0),
    binomial(random, 10, 1),
    binomial(random, 0, 0.5),
  ]).toEqual([0, 0, 10, 0])
})

import { expect, test } from 'vitest'
import { distinguished, heldAgainstRest, heldApart } from '../../src/domain/statistics/two-shares.ts'

test('a part is held against all the others together, its open ones counted against what it seems', () => {
  const ours = { won: 16, lost: 22, open: 2 }
  const theirs = { won: 9, lost: 73, open: 4 }
  // 16 of 38 beside 9 of 82; with 2 open ones it is 16 of 40: χ² = 121 · 952² / (40·82·25·97) = 13.787.
  const held = heldAgainstRest(ours, theirs)
  expect([held.side, Number(held.p?.toFixed(5))]).toEqual(['above', 0.0002])
  // Below: all its open ones are taken as won, 9 + 4 of 82 + 4 beside 16 of 38: ad−bc = 13·22 − 73·16 = −882;
  // χ² = 123 · 882² / (86·38·29·95) = 10.628, p = 0.0011.
  const other = heldAgainstRest(theirs, ours)
  expect([other.side, Number(other.p?.toFixed(4))]).toEqual(['below', 0.0011])
})

test('open ones that could undo the difference leave nothing to tell', () => {
  const theirs = { won: 9, lost: 73, open: 4 }
  expect(heldAgainstRest({ won: 16, lost: 22, open: 200 }, theirs)).toEqual({ side: null, p: 1 })
})

test('where fewer than ten are decided on either side nothing is tested', () => {
  const [nine, ten] = [
    { won: 0, lost: 9, open: 30 },
    { won: 0, lost: 10, open: 0 },
  ]
  const many = { won: 90, lost: 10, open: 0 }
  const untold = { side: null, p: null }
  expect(heldAgainstRest(nine, many)).toEqual(untold)
  expect(heldAgainstRest(many, nine)).toEqual(untold)
  expect([heldAgainstRest(ten, many).side, heldAgainstRest(many, ten).side]).toEqual(['below', 'above'])
})

test('of several each is beside all the others, and what is nobody’s beside nobody', () => {
  const [a, b, c] = [
    { won: 16, lost: 22, open: 2 },
    { won: 4, lost: 40, open: 1 },
    { won: 5, lost: 33, open: 3 },
  ]
  const [first, none, second] = heldApart([a, null, b, c])
  expect(first).toEqual({
    ...heldAgainstRest(a, { won: 9, lost: 73, open: 4 }),
    others: { won: 9, lost: 73, open: 4 },
  })
  expect(none).toEqual({ side: null, p: null, others: { won: 25, lost: 95, open: 6 } })
  expect(second?.others).toEqual({ won: 21, lost: 55, open: 5 })
})

test('the more are compared, the plainer a difference has to be', () => {
  const held = { side: 'above', p: 0.02 } as const
  expect(distinguished([held])).toEqual(['above'])
  expect(distinguished([held, { side: 'below', p: 0.4 }, { side: 'below', p: 0.3 }])).toEqual([
    null,
    null,
    null,
  ])
})

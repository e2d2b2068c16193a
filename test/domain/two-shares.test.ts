import { expect, test } from 'vitest'
import { distinguished, heldAgainstRest } from '../../src/domain/statistics/two-shares.ts'

const whole = { won: 25, lost: 95, open: 6 }

test('a part is held against all the others together, its open ones counted against what it seems', () => {
  // 16 of 38 beside 9 of 82; with 2 open ones it is 16 of 40: χ² = 121 · 952² / (40·82·25·97) = 13.787.
  const held = heldAgainstRest({ won: 16, lost: 22, open: 2 }, whole)
  expect([held.side, Number(held.p?.toFixed(5))]).toEqual(['above', 0.0002])
  // Below: all its open ones are taken as won, 9 + 4 of 82 + 4 beside 16 of 38: ad−bc = 13·22 − 73·16 = −882;
  // χ² = 123 · 882² / (86·38·29·95) = 10.628, p = 0.0011.
  const other = heldAgainstRest({ won: 9, lost: 73, open: 4 }, whole)
  expect([other.side, Number(other.p?.toFixed(4))]).toEqual(['below', 0.0011])
})

test('open ones that could undo the difference leave nothing to tell; of nothing nothing is compared', () => {
  expect(heldAgainstRest({ won: 16, lost: 22, open: 200 }, whole)).toEqual({ side: null, p: 1 })
  expect(heldAgainstRest({ won: 0, lost: 0, open: 3 }, whole)).toEqual({ side: null, p: null })
  expect(heldAgainstRest({ won: 25, lost: 95, open: 0 }, whole)).toEqual({ side: null, p: null })
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

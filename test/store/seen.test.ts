import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Seen } from '../../src/store/facts/seen.ts'

test('each deal, number and group is new once', () => {
  const pair = fc.record({
    group: fc.constantFrom(null, '', 'a', 'b'),
    id: fc.integer({ min: 1, max: 3000 }),
    bit: fc.integer({ min: 0, max: 51 }),
  })
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 300 }), (pairs) => {
      const seen = new Seen()
      const known = new Set<string>()
      const keyOf = (of: { group: string | null; id: number; bit: number }) =>
        JSON.stringify([of.group, of.id, of.bit])
      for (const { group, id, bit } of [...pairs, ...pairs]) {
        const key = keyOf({ group, id, bit })
        const met = pairs.some((pair) => pair.group === group && pair.id === id && known.has(keyOf(pair)))
        if (group !== null) expect(seen.knows(group, id)).toBe(met)
        expect(seen.add(group, id, bit)).toBe(!known.has(key))
        known.add(key)
      }
    }),
  )
})

test('of named groups all but one are forgotten', () => {
  const seen = new Seen()
  for (const group of ['a', 'b', null]) seen.add(group, 1, 0)
  seen.keepOnly('b')
  expect(['a', 'b', null].map((group) => seen.add(group, 1, 0))).toEqual([true, false, false])
})

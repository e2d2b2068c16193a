import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Seen } from '../../src/store/seen.ts'

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
      for (const { group, id, bit } of [...pairs, ...pairs]) {
        const key = JSON.stringify([group, id, bit])
        expect(seen.add(group, id, bit)).toBe(!known.has(key))
        known.add(key)
      }
    }),
  )
})

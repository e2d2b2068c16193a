import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copiesOf, truthOf } from '../support/copies.ts'
import { trial } from './world.ts'

const STAGES = ['New', 'Talk', 'Offer', 'Won', 'Lost']
const day = fc
  .integer({ min: 0, max: 40 })
  .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
const maybe = (arbitrary: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), arbitrary)

/** What a system may say of a deal one week; blank cells say nothing. */
const row = fc.record({
  stage: fc.constantFrom(...STAGES),
  created: maybe(day),
  talk: maybe(day),
  closed: maybe(day),
  changed: maybe(day),
  owner: maybe(fc.constantFrom('Ann', 'Bob')),
  company: maybe(fc.constantFrom('Acme', 'Acme Ltd', 'Glass')),
  contact: maybe(fc.constantFrom('Ira', 'Petr')),
  email: maybe(fc.constantFrom('ira@example.com', 'petr@example.com')),
  phone: maybe(fc.constantFrom('+380671112233', '+380502223344')),
  amount: maybe(fc.integer({ min: 0, max: 999 }).map(String)),
  tags: maybe(fc.constantFrom('a;b', 'b')),
})
/** What somebody here does to a deal after it. */
const edit = fc.tuple(fc.constantFrom('d1', 'd2', 'd3'), fc.constantFrom('New', 'Offer', 'won', 'lost'))
/** Ids are few, so that the weeks share some. */
const week = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5'), row, { noNullPrototype: true })
const HEADERS = [
  'ID',
  'Stage',
  'Created',
  'Talk since',
  'Closed',
  'Stage changed',
  'Owner',
  'Company',
  'Contact',
  'Email',
  'Phone',
  'Amount',
  'Tags',
]

const csv = (rows: Record<string, Record<string, string>>) =>
  [HEADERS, ...Object.entries(rows).map(([id, cells]) => [id, ...Object.values(cells)])]
    .map((cells) => cells.join(','))
    .join('\n')

test('whatever a file says: copies are what the rows fold to, again is no change, newer rewrites nothing, edits stay', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(week, { minLength: 1, maxLength: 3 }),
      fc.array(edit, { maxLength: 3 }),
      async (weeks, edits) => {
        const { run, path } = trial()
        await run(['init', '--stages', 'New,Talk,Offer'])
        let before = truthOf(path('trial.db'))
        for (const [number, rows] of weeks.entries()) {
          const now = `2026-03-0${number + 1}`
          const stdin = csv(rows)
          const load = () =>
            run(['import', 'deals', '-', '--entered', 'Talk=Talk since', '--format', 'json'], { now, stdin })
          const first = await load()
          expect([first.exit, JSON.parse(first.out).rows]).toEqual([0, Object.keys(rows).length])
          const after = truthOf(path('trial.db'))
          expect(after.deals.slice(0, before.deals.length)).toEqual(before.deals)
          expect(after.history.slice(0, before.history.length)).toEqual(before.history)
          const { kept, folded } = copiesOf(path('trial.db'))
          expect(kept).toEqual(folded)
          const second = JSON.parse((await load()).out)
          expect([second.unchanged, second.operation]).toEqual([Object.keys(rows).length, null])
          expect(truthOf(path('trial.db'))).toEqual(after)
          const noon = { now: `${now} 12:30` }
          const [id, stage] = edits[number] ?? ['d1', 'Talk']
          await run(['deal', 'move', id, stage], noon)
          await run(['deal', 'edit', id, '--amount', '5', '--manager', 'Ann'], noon)
          const edited = truthOf(path('trial.db'))
          expect(JSON.parse((await load()).out)).toMatchObject({ operation: null })
          expect(truthOf(path('trial.db'))).toEqual(edited)
          before = edited
        }
      },
    ),
    { numRuns: 25 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BatchInsert } from '../../src/store/batch-insert.ts'
import { openInMemory } from '../../src/store/open.ts'
import type { Cell } from '../../src/store/tables/cells.ts'

/** Mostly the same, so that columns have something in common for a while; and all that SQL writes in its own way. */
const cell = fc.oneof(
  { weight: 20, arbitrary: fc.constant<Cell>('USD') },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Cell>(
      null,
      0,
      -0,
      7,
      -7,
      2 ** 31,
      1.5,
      '',
      "o'",
      "''",
      'a\0b',
      '?',
      'x'.repeat(50),
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
)

test('rows added by the tens are the rows added one by one, to the last bit', () => {
  const db = openInMemory()
  db.raw.exec('create table one(a, b, c); create table many(a, b, c)')
  const one = db.raw.prepare('insert into one values (?, ?, ?)')
  const held = (table: string) =>
    db.raw
      .prepare(`select hex(a) || typeof(a) || quote(a), quote(b), quote(c), typeof(c) from ${table}`)
      .raw()
      .all()
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 60, size: 'max' }), (rows) => {
      db.raw.exec('delete from one; delete from many')
      const batch = new BatchInsert(db, 'many', ['a', 'b', 'c'])
      for (const [a, b, c] of rows) {
        one.run(a, b, c)
        batch.add([a, b], [c])
      }
      batch.flush()
      expect(held('many')).toEqual(held('one'))
    }),
  )
})

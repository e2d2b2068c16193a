import fc from 'fast-check'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { UserError } from '../../../src/errors.ts'
import { read } from './reading.ts'

/** Texts that a cell can hold, as it gives them back: no blanks about them, none that are no characters. */
const cell = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((text) => text.replace(/\r\n?/g, '\n').trim())
  .filter((text) => !/[\p{Cc}\p{Cs}\ufffe\uffff]|_x[0-9a-f]{4}_|\s\s/iu.test(text))
const table = fc.array(fc.tuple(cell, cell, fc.maxSafeInteger()), { maxLength: 8 })
const HEADER = ['A', 'B', 'C']

test.each([
  ['xlsx', writeXlsx],
  ['ods', writeOds],
] as const)('what is written as %s is read as it was', async (_, write) => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const { rows: got } = await read(await write({ sheets: [{ name: 'S', rows: [HEADER, ...rows] }] }))
      expect(got.map(([, ...cells]) => cells)).toEqual([HEADER, ...rows.map((row) => row.map(String))])
    }),
    { numRuns: 60 },
  )
})

test('a workbook that is spoilt somewhere is read or refused in words', async () => {
  const rows = [HEADER, ['x', 'Окна', 1.5], ['y', 'z', 2]]
  const good = await writeXlsx({
    sheets: [
      { name: 'S', rows },
      { name: 'T', rows },
    ],
  })
  const spoil = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(spoil, fc.nat(good.length), fc.boolean(), async (changes, length, cuts) => {
      const bytes = Uint8Array.from(good)
      for (const [at, byte] of changes) bytes[at] = byte
      const error: unknown = await read(cuts ? bytes.subarray(0, length) : bytes).then(
        () => undefined,
        (caught: unknown) => caught,
      )
      if (error !== undefined) expect(error).toBeInstanceOf(UserError)
    }),
    { numRuns: 400 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTable } from '../../src/transfer/csv.ts'
import { ObjectCutter } from '../../src/transfer/json-pieces.ts'
import { wordsFor } from '../../src/words/words.ts'

async function* chunksOf(text: string) {
  yield Buffer.from(text)
}

async function read(text: string) {
  const table = await openTable(chunksOf(text))
  const rows: (string | number)[][] = []
  for await (const batch of table.batches())
    for (const { line, cells, problem } of batch)
      rows.push([line, ...(problem === undefined ? cells : [problem(wordsFor('en'))])])
  return { headers: table.headers, rows }
}

test('keys are headers, in the order in which they come; fields stand at the end', async () => {
  const text = `[
    {"name": "Анна \\"А\\" {", "phones": ["+7 900", "a; b"], "fields": {"VIP": true}},
    {"name": null,
     "amount": 120000.5, "fields": {}}
  ]`
  expect(await read(text)).toEqual({
    headers: ['name', 'phones', 'amount', 'VIP'],
    rows: [
      [2, 'Анна "А" {', '+7 900; "a; b"', '', 'true'],
      [3, '', '', '120000.5', ''],
    ],
  })
})

test('a line each, with what is wrong of each', async () => {
  const text =
    '{"id": "1", "n": 1}\n\n{"id": 12345678901234567890}\nnonsense, {"id": 2}\n{"id": {"a": 1}}\n{"id": 3,}\n'
  expect(await read(text)).toEqual({
    headers: ['id', 'n'],
    rows: [
      [1, '1', '1'],
      [3, '"id" is a number too long to be exact; write it as a text, in quotes.'],
      [4, 'This is no JSON object: each record is one, {"name": "Ann", …}.'],
      [
        5,
        '"id" holds an object or a list in a list; a value is a text, a number, true, false or a list of those.',
      ],
      [6, 'This is no JSON object: each record is one, {"name": "Ann", …}.'],
    ],
  })
})

test('objects on one line are told apart by their number', async () => {
  expect(await read('[{"n": 1}, {"n": [[]]},\n{"n": 3}]')).toEqual({
    headers: ['n'],
    rows: [
      [1, '1'],
      [
        2,
        '"n" holds an object or a list in a list; a value is a text, a number, true, false or a list of those.',
      ],
      [3, '3'],
    ],
  })
})

test('half of a letter is none', async () => {
  expect((await read(String.raw`{"n": "a\ud800", "m": ["\udc00", "b\ud83d\ude00"]}`)).rows).toEqual([
    [1, 'a\ufffd', '\ufffd; b😀'],
  ])
})

test('an object that is never closed, and a full copy, are refused', async () => {
  const refusal = (text: string) =>
    openTable(chunksOf(text)).then(
      () => 'taken',
      (error: { say: (w: unknown) => string }) => error.say(wordsFor('en')),
    )
  expect(await refusal('{"a": 1}\n{"a": "2}\n{"a": 3}')).toBe(
    '-: the JSON object or list that begins on line 2 is never closed: the file is not whole.',
  )
  expect(await refusal('{"schema":"voronka.copy/1",\n"settings":[]}')).toBe(
    '-: this is a full copy; it is put back by voronka import all.',
  )
})

test('objects are cut the same wherever the text is', () => {
  const objects = fc.array(
    fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()), fc.integer())),
  )
  fc.assert(
    fc.property(objects, fc.integer({ min: 1, max: 7 }), fc.boolean(), (made, step, isList) => {
      const text = isList ? JSON.stringify(made, null, 2) : made.map((one) => JSON.stringify(one)).join('\n')
      const cutter = new ObjectCutter()
      const found: unknown[] = []
      for (let at = 0; at <= text.length; at += step)
        for (const piece of cutter.cut(text.slice(at, at + step), at + step > text.length))
          found.push(JSON.parse(piece.text))
      expect(found).toEqual(JSON.parse(JSON.stringify(made)))
    }),
  )
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { openTable } from '../../src/transfer/csv.ts'
import { ENCODINGS } from '../../src/transfer/encoding.ts'
import { RowCutter } from '../../src/transfer/rows.ts'
import { wordsFor } from '../../src/words/words.ts'
import { freshFolder } from '../support/folders.ts'
import { read, rowsOf, words } from './reading.ts'
import { bytesIn } from './samples.ts'

test('a plain table: headers cleaned, short rows filled, blank rows and lines passed over', async () => {
  const { table, rows, problems } = await read(
    '\ufeff Название * ;Бюджет\u00a0;\n\n;;\nОкна;100;\n  Двери  \n',
  )
  expect([table.encoding, table.delimiter, table.headers, table.rawHeaders, table.headerLine]).toEqual([
    'utf-8',
    ';',
    ['Название', 'Бюджет'],
    ['Название *', 'Бюджет', ''],
    1,
  ])
  expect(rows).toEqual([
    [4, 'Окна', '100'],
    [5, 'Двери', ''],
  ])
  expect(problems).toEqual([])
})

test('a long row is a problem unless the cells beyond the header are blank', async () => {
  const { rows, problems } = await read('a,b\n1,2,, \n1,2,3\n')
  expect(rows).toEqual([
    [2, '1', '2'],
    [3, '1', '2', '3'],
  ])
  expect(problems).toEqual(['3: 3 cells where the header has 2.'])
})

test('all line ends, mixed, and line ends inside quotes keep the line of the start of a row', async () => {
  const { rows } = await read('a,b\r\n1,x\n2,"y\r\nz\rq\n"\r3,w\r\r\n4,v')
  expect(rows).toEqual([
    [2, '1', 'x'],
    [3, '2', 'y\r\nz\rq\n'],
    [7, '3', 'w'],
    [8, '4', 'v'],
  ])
})

test('a quote never closed costs its own line, not the file', async () => {
  const { rows, problems } = await read('a,b\n1,"open\n2,x\n3,"y"\n4,z\n')
  expect(rows).toEqual([
    [2, '1', '"open'],
    [3, '2', 'x'],
    [4, '3', 'y'],
    [5, '4', 'z'],
  ])
  expect(problems).toEqual(['2: A quote opened here is never closed.'])
  expect((await read('a,b\n1,2\n3,"open\n4,5\n')).problems).toEqual([
    '3: A quote opened here is never closed.',
  ])
})

test('a quote left open in a big file stays bounded', async () => {
  const many = Array.from({ length: 30_000 }, (_, i) => `${i},text of row ${i}\n`).join('')
  const { rows, problems } = await read(`a,b\n1,"open\n${many}`)
  expect([rows.length, problems]).toEqual([30_001, ['2: A quote opened here is never closed.']])
})

test.each(['windows-1251', 'ibm866', 'utf-16le', 'utf-16be', 'utf-32le'] as const)(
  '%s is recognised and read',
  async (encoding) => {
    const bom = encoding === 'utf-32le' ? '\ufeff' : ''
    const text = `${bom}Название;Ответственный;Этап\r\nОкна на балкон;Анна Иванова;Новая заявка\r\n`
    const { table, rows } = await read(bytesIn(encoding, text))
    expect([table.encoding, table.headers, rows]).toEqual([
      encoding,
      ['Название', 'Ответственный', 'Этап'],
      [[2, 'Окна на балкон', 'Анна Иванова', 'Новая заявка']],
    ])
  },
)

test('Cyrillic far down a file that begins in plain ASCII is still recognised', async () => {
  const ascii = `id,name\n${Array.from({ length: 40_000 }, (_, i) => `${i},plain`).join('\n')}\n`
  const tail = bytesIn('windows-1251', '7,Анна Иванова\n8,Пётр Щукин\n')
  const { table, rows } = await read(Buffer.concat([Buffer.from(ascii), tail]))
  expect([table.encoding, rows.at(-1)]).toEqual(['windows-1251', [40_003, '8', 'Пётр Щукин']])
})

test('what is read by no more than a guess comes with a warning; far down as well', async () => {
  const rows = bytesIn('windows-1255', '1;משה כהן\n2;שרה לוי\n')
  const line =
    'but that is no more than a guess: look at the letters, and name the right encoding with --encoding.'
  const near = await read(Buffer.concat([Buffer.from('id;name\n'), rows]))
  expect(near.warnings).toEqual([`2: Read as ${near.table.encoding}, ${line}`])
  const far = await read(Buffer.concat([Buffer.from(`id;name\n${'0;plain\n'.repeat(40_000)}`), rows]))
  expect(far.warnings).toEqual([`40002: Read as ${far.table.encoding}, ${line}`])
  const named = await read(Buffer.concat([Buffer.from('id;name\n'), rows]), { encoding: 'windows-1255' })
  expect([named.warnings, named.rows[0]]).toEqual([[], [2, '1', 'משה כהן']])
})

test('a zero byte far down the file is refused with its line', async () => {
  await expect(read(`id,name\n${'1,Anna\n'.repeat(60_000)}2,\0\n`)).rejects.toThrow(
    words.reading.nulBytes(60_002),
  )
})

test('bytes that stop being UTF-8 are refused with their line', async () => {
  const good = `id,name\n${'1,Анна\n'.repeat(60_000)}`
  const bytes = Buffer.concat([Buffer.from(good), Uint8Array.of(0x32, 0x2c, 0xe0, 0x0a)])
  await expect(read(bytes)).rejects.toThrow(
    '-: line 60002 does not fit the encoding utf-8; name the right one with --encoding.',
  )
})

const REFUSED: readonly [string, Uint8Array, string][] = [
  ['half a zip', Buffer.from('PK\x03\x04....'), words.sheets.damagedBook],
  ['an old xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), words.reading.oldExcel],
  ['a PDF', Buffer.from('%PDF-1.7\n'), words.reading.pdf],
  ['a gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), words.reading.compressed],
  ['a bzip2', Buffer.from('BZh91AY'), words.reading.compressed],
  ['a tar', Buffer.concat([Buffer.alloc(257, 'a'), Buffer.from('ustar  ')]), words.reading.archive],
  ['a 7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), words.reading.archive],
  ['an xz', Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0), words.reading.compressed],
  ['a PNG', Buffer.from('\x89PNG\r\n', 'latin1'), words.reading.picture],
  ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), words.reading.picture],
  ['an RTF', Buffer.from('{\\rtf1\\ansi'), words.reading.richText],
  ['lists in JSON', Buffer.from('[["id"], [1]]'), words.reading.jsonLists],
  ['no JSON at all', Buffer.from('[ ]\n'), words.reading.jsonLists],
  [
    'Chinese of an unnamed encoding',
    bytesIn('gb18030', 'id;name\n1;王小明北京科技有限公司李娜上海贸易公司\n'),
    words.reading.strangeText(2, ENCODINGS.join(', ')),
  ],
  ['an SQLite file', Buffer.from('SQLite format 3\0....'), words.reading.database],
  [
    'a page without a table',
    Buffer.from('\ufeff<meta charset="utf-8"><table border="1">'),
    words.reading.html,
  ],
  ['a full copy', Buffer.from('{"schema": "voronka.copy/1"}'), words.reading.fullCopy],
  ['zero bytes', Buffer.from('id,name\n1,a\0b\n'), words.reading.nulBytes(2)],
  ['an empty file', Buffer.from(''), words.reading.empty],
  ['blank lines alone', Buffer.from('\n\n ; \n'), words.reading.empty],
]

test.each(REFUSED)('%s is refused in a sentence', async (_, bytes, sentence) => {
  const error: unknown = await read(bytes).catch((caught: unknown) => caught)
  expect(error instanceof UserError && [error.exit, error.message]).toEqual([65, `-: ${sentence}`])
})

test('a file by its path reads again and again; one that cannot be read says why', async () => {
  const folder = freshFolder()
  const path = join(folder, 'a.csv')
  writeFileSync(path, 'id\tname\n1\tAnna\n')
  const table = await openTable(path)
  const once = await rowsOf(table)
  expect([table.rereadable, table.delimiter, once.rows, await rowsOf(table)]).toEqual([
    true,
    '\t',
    [[2, '1', 'Anna']],
    once,
  ])
  const missing: unknown = await openTable(join(folder, 'b.csv')).catch((caught: unknown) => caught)
  expect(missing instanceof UserError && [missing.exit, missing.message]).toEqual([
    66,
    `There is no file ${join(folder, 'b.csv')}.`,
  ])
  await expect(openTable(folder)).rejects.toThrow(`${folder}: ${words.reading.directory}`)
})

const cell = fc.string({
  unit: fc.constantFrom('a', 'б', ' ', '"', ',', '\n', '\r\n', '1', '\u00a0', '😀'),
  maxLength: 8,
})
const written = (text: string) => `"${text.replaceAll('"', '""')}"`

test('what is written with quotes is read back, however the text is cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.integer({ min: 1, max: 9 }),
      (rows, end, length) => {
        const text = rows.map((cells) => cells.map(written).join(',') + end).join('')
        const cutter = new RowCutter(',')
        const read = []
        for (let at = 0; at < text.length; at += length)
          read.push(...cutter.cut(text.slice(at, at + length), false))
        read.push(...cutter.cut('', true))
        expect(read.map(({ cells }) => cells)).toEqual(rows)
      },
    ),
  )
})

const junk = fc.string({ unit: fc.constantFrom('a', '"', '"', ',', '\n', '\r', ' ', 'б'), maxLength: 40 })

test('whatever the text, cutting it into pieces changes nothing', () => {
  fc.assert(
    fc.property(junk, fc.integer({ min: 1, max: 7 }), (text, length) => {
      const cutter = new RowCutter(',')
      const read = []
      for (let at = 0; at < text.length; at += length)
        read.push(...cutter.cut(text.slice(at, at + length), false))
      read.push(...cutter.cut('', true))
      expect(read).toEqual(new RowCutter(',').cut(text, true))
    }),
    { numRuns: 3000 },
  )
})

test('well-formed text without blanks at the edges of cells reads as csv-parse reads it', () => {
  const plain = fc.string({
    unit: fc.constantFrom('a', 'б', '1', '"', ',', '\n', ' '),
    minLength: 1,
    maxLength: 6,
  })
  const field = fc.oneof(
    plain.map(written),
    plain.map((text) => `x${text.replace(/["\n, ]/g, '')}`),
  )
  fc.assert(
    fc.property(
      fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      (rows) => {
        const text = rows.map((cells) => cells.join(',')).join('\n')
        expect(new RowCutter(',').cut(text, true).map(({ cells }) => cells)).toEqual(
          parse(text, { relax_column_count: true }),
        )
      },
    ),
  )
})

test('a character cut off at the end of the file is not taken for a letter', async () => {
  const bytes = Buffer.concat([Buffer.from('id,title\n1,Привет\n2,Привет'), Buffer.from([0xd0])])
  await expect(read(bytes)).rejects.toThrow('line 3 does not fit the encoding utf-8')
})

test('a line without an end is a problem of its own, soon found', async () => {
  const endless = async function* (quote: string) {
    yield Buffer.from(`id,title\n1,A\n2,${quote}`)
    for (let i = 0; i < 400; i++) yield Buffer.alloc(1 << 17, 120)
    yield Buffer.from('\n3,C\n')
  }
  for (const [quote, said] of [
    ['', 'This line has no end: only its beginning is kept. Look for what was pasted into it.'],
    ['"', 'A quote opened here is never closed.'],
  ] as const) {
    const rows = []
    for await (const batch of (await openTable(endless(quote))).batches()) rows.push(...batch)
    expect(rows.map(({ line, cells, problem }) => [line, cells[0], problem?.(wordsFor('en'))])).toEqual([
      [2, '1', undefined],
      [3, '2', said],
      [4, '3', undefined],
    ])
  }
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import { makeDecoder } from '../../src/transfer/encoding.ts'
import type { Row, Table } from '../../src/transfer/table.ts'
import { words } from './reading.ts'
import { readReal, realPath, realTest } from './real.ts'
import { COLLECTIONS } from './torture-fates/collections.ts'
import { fateOf } from './torture-fates/fate.ts'

realTest('there is no collection without a table of fates', () => {
  expect(readdirSync(realPath('torture')).sort()).toEqual(Object.keys(COLLECTIONS).sort())
})

for (const [name, fates] of Object.entries(COLLECTIONS))
  realTest(`${name}: every file meets its fate`, async () => {
    const met: Record<string, unknown> = {}
    for (const file of filesIn(realPath(`torture/${name}`)))
      met[file] = await fateOf(realPath(`torture/${name}/${file}`))
    expect(met).toEqual(fates)
  })

function filesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort()
}

/** Files whose rows csv-parse reads otherwise, and why ours is the better reading. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'clevercsv/milk.csv': 'lines of #### between notes are no rows',
  'csv-test-data/csv/bad-missing-quote.csv':
    'a quote that nobody closes costs its line alone, which is put aside',
  'csv-test-data/csv/bad-quotes-with-unescaped-quote.csv': 'put aside: where the cell ends is a guess',
  'data.table/unescaped.csv': 'the outer quotes of a cell are none of its text; the second row is put aside',
  'frictionless/escaping.csv': 'quotes both doubled and with a backslash',
  'frictionless/skip-blank-at-the-end.csv': 'a comment is no row',
  'frictionless/skip-rows.csv': 'a comment is no row',
  'messytables-horror/excel_pasting.csv': 'the total and the notes under it are no rows',
  'papaparse/docs/resources/files/malformed.tsv': 'a quote that nobody closes costs its line alone',
  'univocity/csv/essential-dos.csv': 'a comment is no row',
  'univocity/csv/essential-mac.csv': 'a comment is no row',
  'univocity/csv/essential.csv': 'a comment is no row',
  'univocity/csv/test.csv': 'quotes before the end of a cell are part of it',
  'univocity/examples/example.csv': 'a comment is no row',
  'univocity/examples/example.tsv': 'a comment is no row',
  'univocity/examples/master_detail.csv': 'the total at the end is no row',
  'univocity/examples/master_detail.tsv': 'the total at the end is no row',
}

realTest('every text file reads as csv-parse reads it, or there is a reason', async () => {
  const otherwise: string[] = []
  for (const [name, fates] of Object.entries(COLLECTIONS))
    for (const [file, [fate = '']] of Object.entries(fates)) {
      const path = `${name}/${file}`
      if (fate.startsWith('refused') || fate.includes(' json ')) continue
      const { table, rows } = await readReal(`torture/${path}`)
      if (!sameRows(table, rows, readFileSync(realPath(`torture/${path}`)))) otherwise.push(path)
    }
  expect(otherwise).toEqual(Object.keys(OTHERWISE))
})

function sameRows(
  { encoding, delimiter, rawHeaders, notes }: Table,
  rows: readonly Row[],
  bytes: Buffer,
): boolean {
  const text = makeDecoder(encoding ?? 'utf-8').decode(bytes)
  try {
    const records: string[][] = parse(text, {
      delimiter: delimiter ?? ',',
      escape: notes.some((say) => say(words) === words.reading.backslashes) ? '\\' : '"',
      trim: true,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ['\r\r\r\n', '\r\r\n', '\r\n', '\n', '\r'],
    })
    const filled = records.map(bare).filter((record) => record.length > 0)
    const header = filled.findIndex((record) => record.join('\n') === bare(rawHeaders).join('\n'))
    return JSON.stringify(filled.slice(header + 1)) === JSON.stringify(rows.map(({ cells }) => bare(cells)))
  } catch {
    return false
  }
}

/** Cells without the blanks around them and those at the end. */
function bare(cells: readonly string[]): string[] {
  const trimmed = cells.map((cell) => cell.trim())
  while (trimmed.length > 0 && trimmed[trimmed.length - 1] === '') trimmed.pop()
  return trimmed
}

/** Files that hold the same rows, in other encodings, with other line ends or delimiters. */
const TWINS: readonly (readonly string[])[] = [
  [
    'csvkit/dummy.csv',
    'csvkit/dummy.tsv',
    'csvkit/test_skip_lines.csv',
    'csvkit/optional_quote_characters.csv',
  ],
  ['csvkit/test_utf8.csv', 'csvkit/test_utf8_bom.csv'],
  ['csvkit/test_utf16_big.csv', 'csvkit/test_utf16_little.csv'],
  ['csvkit/bad.csv', 'csvkit/bad_skip_lines.csv'],
  ['data.table/russellCRLF.csv', 'data.table/russellCRCRLF.csv'],
  [
    'frictionless/blank-rows.csv',
    'frictionless/blank-rows-multiple.csv',
    'frictionless/blank-rows-no-fields.csv',
  ],
  ['frictionless/capital-3.csv', 'frictionless/capital-valid.csv'],
  ['node-csv/issues-cjs/lib/327.cws.buf.csv', 'node-csv/issues-cjs/lib/327.cws.csv'],
  [
    'node-csv/issues-esm/lib/365-utf16le-bom-windows.csv',
    'node-csv/issues-esm/lib/365-utf8-bom-windows.csv',
    'csvkit/dummy.csv',
  ],
  ['papaparse/tests/sample.csv', 'papaparse/tests/utf-8-bom-sample.csv'],
  ['univocity/csv/essential.csv', 'univocity/csv/essential-dos.csv', 'univocity/csv/essential-mac.csv'],
  ['univocity/examples/master_detail.csv', 'univocity/examples/master_detail.tsv'],
]

realTest('files that hold the same read the same', async () => {
  for (const twins of TWINS) {
    const read: unknown[] = []
    for (const file of twins) {
      const { table, rows } = await readReal(`torture/${file}`)
      const text = JSON.stringify([table.headers, ...rows.map(({ cells }) => cells)])
      read.push([twins, text.replaceAll('\\r\\n', '\\n').replaceAll('\\r', '\\n')])
    }
    expect(read).toEqual(twins.map(() => read[0]))
  }
})

realTest('Chinese is read where its encoding is named', async () => {
  const { table, rows } = await readReal('torture/messytables-horror/characters.csv', { encoding: 'big5' })
  const lines = rows.filter(({ cells }) => cells.some((cell) => cell.includes('\n')))
  expect([table.headers.length, rows.length, lines.length, rows.filter(({ problem }) => problem)]).toEqual([
    18,
    382,
    188,
    [],
  ])
})

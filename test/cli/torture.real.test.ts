import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect } from 'vitest'
import type { Row } from '../../src/transfer/table.ts'
import { readReal, realPath, realTest } from '../transfer/real.ts'
import { COLLECTIONS } from '../transfer/torture-fates/collections.ts'
import { trial } from './world.ts'

type Fields = Readonly<Record<string, string>>

/** Imports a file as deals with its columns as fields `c0`, `c1`, …, and gives what an export of them says. */
async function roundTrip(path: string, columns: readonly string[]): Promise<Fields[]> {
  const shop = trial()
  await shop.run(['init', '--stages', 'New'])
  const custom = columns.flatMap((column, i) => ['--custom', `${column}=c${i}`])
  const argv = [
    'import',
    'deals',
    realPath(path),
    '--key',
    columns.join(','),
    ...custom,
    '--set',
    'stage=New',
  ]
  const imported = await shop.run(argv)
  expect([path, imported.exit, imported.exit === 0 ? '' : imported.err]).toEqual([path, 0, ''])
  const exported = await shop.run(['export', 'deals', '--format', 'json'])
  const deals: { fields: Fields }[] = JSON.parse(exported.out)
  return deals.map(({ fields }) => fields)
}

/** Blank cells are no fields of a record. */
function fieldsOf(cells: readonly string[]): Fields {
  return Object.fromEntries(cells.map((cell, i) => [`c${i}`, cell]).filter(([, cell]) => cell !== ''))
}

function twinOf(path: string): unknown {
  return JSON.parse(readFileSync(realPath(path), 'utf8'))
}

realTest(
  'csv-spectrum: imported and exported, every file is its JSON twin, and so is the twin itself',
  async () => {
    for (const file of readdirSync(realPath('torture/csv-spectrum/csvs'))) {
      const json = `torture/csv-spectrum/json/${basename(file, '.csv')}.json`
      const twin = twinOf(json) as Fields[]
      const columns = Object.keys(twin[0] ?? {})
      const expected = twin.map((record) => fieldsOf(Object.values(record)))
      expect([file, await roundTrip(`torture/csv-spectrum/csvs/${file}`, columns)]).toEqual([file, expected])
      expect([json, await roundTrip(json, columns)]).toEqual([json, expected])
    }
  },
)

/** Good files that are not their twins to the letter, and why. */
const APART: Readonly<Record<string, string>> = {
  'all-empty': 'blank lines are no rows, so that the file is refused as empty',
  'empty-one-column': 'a blank line is no row',
  'leading-space': 'blanks around a cell without quotes are no part of it',
  'trailing-space': 'blanks around a cell without quotes are no part of it',
}

realTest('csv-test-data: imported and exported, every good file is its JSON twin', async () => {
  const apart: string[] = []
  for (const file of readdirSync(realPath('torture/csv-test-data/json'))) {
    const name = basename(file, '.json')
    const twin = rowsOf(twinOf(`torture/csv-test-data/json/${file}`))
    const [columns = ['foo', 'bar', 'baz'], ...rows] = twin
    const expected = rows.map(fieldsOf)
    if (name === 'all-empty') apart.push(name)
    else if (
      JSON.stringify(await roundTrip(`torture/csv-test-data/csv/${name}.csv`, columns)) !==
      JSON.stringify(expected)
    )
      apart.push(name)
  }
  expect(apart).toEqual(Object.keys(APART))
})

/** Lists as they are; objects with their keys as the first row. */
function rowsOf(twin: unknown): string[][] {
  const rows = twin as (string[] | Fields)[]
  return rows.flatMap((row, i) =>
    Array.isArray(row) ? [row] : [...(i === 0 ? [Object.keys(row)] : []), Object.values(row)],
  )
}

const STRAY_QUOTE =
  '2: A quote within a cell in quotes: where the cell ends is a guess. Double the quote ("") or take the outer ones away.'

/**
 * Exit code and the first that an import says of a bad file, where `foo` is the id and the others are fields of their
 * own. Two are taken: trailing blanks are left out by many exports, so a short row is but warned of; and quotes in a
 * cell without quotes can mean nothing else, as every spreadsheet reads them.
 */
const BAD: Readonly<Record<string, readonly [exit: number, said: string]>> = {
  'bad-header-less-fields.csv': [
    0,
    '2: This row has fewer cells than the header; the missing ones are taken as blank.',
  ],
  'bad-header-more-fields.csv': [65, '2: 4 cells where the header has 3.'],
  'bad-header-no-header.csv': [65, 'the file is empty: no header, no rows.'],
  'bad-header-wrong-header.csv': [65, '1: bar: There is no column "bar". There are: qux, quux, quuz'],
  'bad-missing-quote.csv': [65, '2: A quote opened here is never closed.'],
  'bad-quotes-with-unescaped-quote.csv': [65, STRAY_QUOTE],
  'bad-unescaped-quote.csv': [0, ''],
}

realTest('csv-test-data: bad files are refused with their line and the cause, but for two', async () => {
  const said: Record<string, readonly [number, string]> = {}
  const custom = ['--key', 'foo', '--custom', 'bar', '--custom', 'baz', '--set', 'stage=New']
  for (const file of readdirSync(realPath('torture/csv-test-data/csv'))) {
    if (!file.startsWith('bad-')) continue
    const shop = trial()
    await shop.run(['init', '--stages', 'New'])
    const path = realPath(`torture/csv-test-data/csv/${file}`)
    const { exit, err } = await shop.run(['import', 'deals', path, ...custom])
    const lines = err.replaceAll(path, file).split('\n')
    const first = lines.find((line) => line.startsWith(file) && !line.includes(': encoding ')) ?? ''
    said[file] = [exit, first.slice(file.length + 1).trim()]
  }
  expect(said).toEqual(BAD)
})

/** More cells would only cost time. */
const MOST_CELLS = 20_000

realTest(
  'whatever is read without a problem is exported as it was read, but for blanks around it',
  async () => {
    let tried = 0
    for (const [collection, fates] of Object.entries(COLLECTIONS))
      for (const [file, [fate = '']] of Object.entries(fates)) {
        if (fate.startsWith('refused') || file.endsWith('.md')) continue
        const path = `torture/${collection}/${file}`
        const { table, rows } = await readReal(path)
        if (!canBeTried(table.headers, rows) || ERRORS_OF_FORMULAS.has(file)) continue
        tried++
        const expected = rows.map(({ cells }) => fieldsOf(cells.map((cell) => cell.trim())))
        expect([path, await roundTrip(path, table.headers)]).toEqual([path, expected])
      }
    expect(tried).toBe(166)
  },
  120_000,
)

const ERRORS_OF_FORMULAS: ReadonlySet<string> = new Set(['issues-cjs/lib/265.tubs.csv'])

/** The headers can be named on a command line, and together the cells identify a row. */
function canBeTried(headers: readonly string[], rows: readonly Row[]): boolean {
  const keys = rows.map(({ cells }) => cells.map((cell) => cell.trim()).join('\n'))
  return (
    rows.length > 0 &&
    rows.length * headers.length <= MOST_CELLS &&
    rows.every(({ problem }) => problem === undefined) &&
    headers.every((header) => header !== '' && !/[,=]/.test(header)) &&
    new Set(headers).size === headers.length &&
    new Set(keys).size === keys.length
  )
}

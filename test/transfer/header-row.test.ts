import { expect, test } from 'vitest'
import type { Table } from '../../src/transfer/table.ts'
import { read, words } from './reading.ts'

test('the header repeated inside the data is passed over with a warning', async () => {
  const { rows, warnings } = await read('id,name\n1,Anna\nid,name\n2,Boris\n')
  expect(rows).toEqual([
    [2, '1', 'Anna'],
    [4, '2', 'Boris'],
  ])
  expect(warnings).toEqual(['3: The header is repeated here; the line is passed over.'])
})

test("Excel's sep= line names the delimiter and is counted as a line", async () => {
  const { table, rows } = await read('sep=|\r\nid|name\r\n1|a;b\r\n')
  expect([table.delimiter, table.headers, table.headerLine, rows]).toEqual([
    '|',
    ['id', 'name'],
    2,
    [[3, '1', 'a;b']],
  ])
})

test('blank rows before the header are passed over', async () => {
  const { table, rows } = await read('\n,,\n  ,\nid,name\n1,Anna\n')
  expect([table.headers, table.headerLine, rows]).toEqual([['id', 'name'], 4, [[5, '1', 'Anna']]])
})

test('short rows are filled, and one warning says so', async () => {
  const { rows, warnings } = await read('a,b,c\n1,2,3\n4\n5,6,7\n8,9\n')
  expect([rows[1], rows[3], warnings]).toEqual([
    [3, '4', '', ''],
    [5, '8', '9', ''],
    ['3: From here on 2 rows have fewer cells than the header; the missing ones are taken as blank.'],
  ])
  expect((await read('a,b\n1,2\n3\n')).warnings).toEqual([
    '3: This row has fewer cells than the header; the missing ones are taken as blank.',
  ])
})

test('comments and titles above the header are left out with a note, comments between the rows with a warning', async () => {
  const notes = (table: Table) => table.notes.map((say) => say(words))
  const commented = await read('# Export, 2026\n#\n\nid,name\n1,Anna\n# the rest, later\n2,#17\n#18,\n')
  expect([commented.table.headers, notes(commented.table), commented.rows, commented.warnings]).toEqual([
    ['id', 'name'],
    ['The header is on line 4; the lines above it are left out'],
    [
      [5, '1', 'Anna'],
      [7, '2', '#17'],
      [8, '#18', ''],
    ],
    ['6: A comment, not a row; the line is passed over.'],
  ])
  const titled = await read('Sales, all of them;;\nby year;;\nName;2025;2026\nAnna;1;2\nBoris;3;4\n')
  expect([titled.table.headers, titled.table.delimiter, titled.rows.length]).toEqual([
    ['Name', '2025', '2026'],
    ';',
    2,
  ])
  const orders = await read('# order,name\nA-1,Anna\nA-2,Boris\n')
  expect([orders.table.headers, orders.rows.length]).toEqual([['# order', 'name'], 2])
  const numbered = await read('#,name\n1,Anna\n#2,Boris\n# 3,\n')
  expect([numbered.table.headers, numbered.rows.map(([, id]) => id), numbered.warnings]).toEqual([
    ['#', 'name'],
    ['1', '#2', '# 3'],
    [],
  ])
})

test('a header of one cell stays one where the rows under it look like no header', async () => {
  const { table, problems } = await read('mail\nanna@x.com,1\nboris@x.com,2\n')
  expect([table.headers, problems]).toEqual([
    ['mail'],
    ['2: 2 cells where the header has 1.', '3: 2 cells where the header has 1.'],
  ])
  const names = await read('Name\nReed, Ann\nHill, Bob\n')
  expect(names.table.headers).toEqual(['Name'])
})

test('a header without an end', async () => {
  await expect(read('name,'.repeat(100_000))).rejects.toThrow(words.reading.endlessHeader)
})

import { writeOds } from 'hucre/ods'
import { expect, test } from 'vitest'
import { archive } from './archive.ts'
import { read, refusal, words } from './reading.ts'

const MIME = 'application/vnd.oasis.opendocument.spreadsheet'

test('a workbook that another library wrote', async () => {
  const rows = [
    ['ID', 'Title', 'Amount', 'Won', 'Created'],
    [1, 'Окна «Весна»', 1200.5, true, new Date('2026-03-01T15:30:00Z')],
    [2, 'a & b', 0.1 + 0.2, false, new Date('2026-03-02T00:00:00Z')],
  ]
  const { table, rows: got } = await read(await writeOds({ sheets: [{ name: 'Deals', rows }] }))
  expect([table.kind, table.sheet]).toEqual(['ods', 'Deals'])
  expect(got).toEqual([
    [1, 'ID', 'Title', 'Amount', 'Won', 'Created'],
    [2, '1', 'Окна «Весна»', '1200.5', 'TRUE', '2026-03-01 15:30:00'],
    [3, '2', 'a & b', '0.3', 'FALSE', '2026-03-02'],
  ])
})

const text = (content: string, attributes = '') =>
  `<table:table-cell office:value-type="string" ${attributes}>${content}</table:table-cell>`

function ods(tables: string, styles = ''): Buffer {
  const content = `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`
  return archive({ mimetype: MIME, 'content.xml': content })
}

test('cells and rows that are alike, lines of text, notes, errors, times; a hidden sheet is passed over', async () => {
  const hidden = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
  const header = `<table:table-row>${text('<text:p>ID</text:p>')}${text('<text:p>A</text:p>')}${text('<text:p>B</text:p>')}</table:table-row>`
  const rows = [
    `<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="3"/></table:table-row>`,
    `<table:table-row table:number-rows-repeated="2">${text('<text:p>x<text:s text:c="2"/>y</text:p><text:p>z</text:p>', 'table:number-columns-repeated="2"')}<table:table-cell office:value-type="time" office:time-value="PT09H05M00S"><text:p>9:05</text:p></table:table-cell></table:table-row>`,
    `<table:table-row>${text('<office:annotation><text:p>a note</text:p></office:annotation><text:p>1</text:p>', 'table:number-rows-spanned="2"')}<table:table-cell office:value-type="float" office:value="0" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.25"><text:p>25%</text:p></table:table-cell></table:table-row>`,
    `<table:table-row><table:covered-table-cell/>${text('<text:p>tail</text:p>')}<table:table-cell/>${text('<text:p>beyond</text:p>')}</table:table-row>`,
    `<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
  ]
  const other = `<table:table table:name="Old" table:style-name="ta2"><table:table-row>${text('<text:p>no</text:p>')}</table:table-row></table:table>`
  const bytes = ods(`${other}<table:table table:name="Now">${header}${rows.join('')}</table:table>`, hidden)
  const { table, rows: got, warnings, notes } = await read(bytes)
  expect([table.sheet, notes]).toEqual(['Now', []])
  expect(got).toEqual([
    [1, 'ID', 'A', 'B'],
    [5, 'x  y\nz', 'x  y\nz', '09:05'],
    [6, 'x  y\nz', 'x  y\nz', '09:05'],
    [7, '1', '#DIV/0!', '0.25'],
    [8, '', 'tail', '', 'The cell D8 has no header above it. Give its column a name, or empty the cell'],
  ])
  expect(warnings).toEqual([[7, words.sheets.merged({ names: ['A7:A8'], count: 1 })]])
})

const line = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`
const headed = (rows: string) =>
  ods(
    `<table:table table:name="A">${line(text('<text:p>ID</text:p>') + text('<text:p>A</text:p>'))}${rows}</table:table>`,
  )

test('a formula that was never computed', async () => {
  const bare = '<table:table-cell table:formula="of:=1+1"/>'
  const blank = '<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string"/>'
  const rows = line(text('<text:p>1</text:p>') + blank) + line(bare + bare, 'table:number-rows-repeated="2"')
  const { rows: got, warnings } = await read(headed(rows))
  expect(got).toEqual([
    [1, 'ID', 'A'],
    [2, '1', ''],
    [3, '#CALC!', '#CALC!'],
    [4, '#CALC!', '#CALC!'],
  ])
  expect(warnings).toEqual([
    [3, words.sheets.uncomputed({ column: 'ID', count: 2 })],
    [3, words.sheets.uncomputed({ column: 'A', count: 2 })],
  ])
})

test('made to fill the memory: filled rows and cells repeated without end, elements deep in one another', async () => {
  const filled = text('<text:p>x</text:p>')
  for (const count of ['1048575', '99999999999999'])
    expect(await refusal(headed(line(filled, `table:number-rows-repeated="${count}"`)))).toEqual([
      65,
      `-: ${words.sheets.hugeBook}`,
    ])
  const wide = line(text('<text:p>x</text:p>', 'table:number-columns-repeated="16384"'))
  expect(await refusal(ods(`<table:table table:name="A">${wide.repeat(200)}</table:table>`))).toEqual([
    65,
    `-: ${words.sheets.hugeBook}`,
  ])
  const deep = `${'<text:p>'.repeat(100_000)}x${'</text:p>'.repeat(100_000)}`
  expect(await refusal(headed(line(text(deep))))).toEqual([65, `-: ${words.sheets.damagedBook}`])
})

test('with a password, or without its content', async () => {
  const manifest = '<manifest><file-entry><encryption-data/></file-entry></manifest>'
  expect(
    await refusal(archive({ mimetype: MIME, 'META-INF/manifest.xml': manifest, 'content.xml': '?' })),
  ).toEqual([65, `-: ${words.sheets.protectedBook}`])
  expect(await refusal(archive({ mimetype: MIME }))).toEqual([65, `-: ${words.sheets.damagedBook}`])
})

const unseen = (all: number) =>
  `There are ${all} sheets, and only the first 50 were looked at. For another: --sheet NAME`

test('of very many sheets the first are looked at, the others are there by their names', async () => {
  const rows = line(text('<text:p>ID</text:p>') + text('<text:p>A</text:p>'))
  const tables = Array.from(
    { length: 20_000 },
    (_, n) => `<table:table table:name="T${n}">${rows}</table:table>`,
  )
  const fits = () => false
  expect(await refusal(ods(tables.join('')), { fits })).toEqual([
    65,
    `-: ${words.sheets.whichSheet({ names: Array.from({ length: 50 }, (_, n) => `T${n}`) })} ${unseen(20_000)}`,
  ])
  expect((await read(ods(tables.join('')), { fits, sheet: 'T19999' })).table.sheet).toBe('T19999')
})

test('sheets beyond those that are looked at are said', async () => {
  const sheet = (name: string, ...cells: string[]) =>
    `<table:table table:name="${name}">${line(cells.map((cell) => text(`<text:p>${cell}</text:p>`)).join(''))}</table:table>`
  const blank = Array.from({ length: 49 }, (_, n) => sheet(`Blank ${n}`)).join('')
  const last = sheet('Last', 'ID', 'A')
  const fits = (headers: readonly string[]) => headers.includes('ID')
  const notes = async (tables: string) => {
    const { table, notes } = await read(ods(tables), { fits })
    return [table.sheet, ...notes]
  }
  expect(await notes(`${blank}${last}`)).toEqual(['Last'])
  expect(await notes(`${sheet('B', 'x', 'y')}${blank}${last}`)).toEqual(['B', unseen(51)])
  expect((await read(ods(`${sheet('B', 'x')}${blank}${last}`), { fits, sheet: 'Last' })).notes).toEqual([])
  const two = `${sheet('B', 'x', 'y')}${sheet('C', 'ID', 'z')}${blank}`
  expect(await notes(two)).toEqual(['C', words.sheets.taken({ sheet: 'C', others: ['B'] }), unseen(51)])
  expect(await refusal(ods(`${blank}${blank}`), { fits })).toEqual([
    65,
    words.reading.refused('-', `${words.reading.empty} ${unseen(98)}`),
  ])
})

import { expect, test } from 'vitest'
import { bytesIn } from '../samples.ts'
import { read, refusal, words } from './reading.ts'

const page = (body: string) =>
  Buffer.from(`<html><head><meta charset="utf-8"></head><body>${body}</body></html>`)

test('what Bitrix24 writes for Excel', async () => {
  const table =
    '<meta http-equiv="Content-type" content="text/html;charset=windows-1251" /><table border="1"><thead><tr>' +
    '<th>ID</th><th>Название сделки</th><th>Сумма</th></tr></thead><tbody>' +
    '<tr><td>1</td><td>Окна &laquo;Весна&raquo; &amp; Ко</td><td>1&nbsp;200,50</td></tr>\n' +
    '<tr><td>2</td><td>Первая<br>вторая<br />\n третья</td><td></td></tr></tbody></table>'
  const { table: found, rows, notes } = await read(bytesIn('windows-1251', table), { name: 'DEAL_2026.xls' })
  expect([found.kind, found.sheet, found.encoding, found.delimiter, notes]).toEqual([
    'html',
    null,
    'windows-1251',
    null,
    [],
  ])
  expect(rows).toEqual([
    [1, 'ID', 'Название сделки', 'Сумма'],
    [2, '1', 'Окна «Весна» & Ко', '1\u00a0200,50'],
    [3, '2', 'Первая\nвторая\nтретья', ''],
  ])
})

test('unclosed tags, tags within cells, blanks, comments, scripts, spans over columns and rows', async () => {
  const { rows, warnings } = await read(
    page(`<table>
      <tr><th>ID<th><b>Ti<i>tle</i></b><th>A<th>B
      <tr><td>1<td><p>one</p><p>two</p><td colspan=2>wide
      <!-- <tr><td>9 -->
      <tr><td rowspan="2">2<td> a   b <script>var x = "<td>no</td>"</script><td>c<td>d
      <tr><td>e<td>f<td>g
      <tr><td>&nbsp;<td><td><td>
      <tr><td>3<td><table><tr><td>inner</td></tr></table>after<td><td><td>late
    </table>`),
  )
  expect(rows).toEqual([
    [1, 'ID', 'Title', 'A', 'B'],
    [2, '1', 'one\ntwo', 'wide', ''],
    [3, '2', 'a b', 'c', 'd'],
    [4, '', 'e', 'f', 'g'],
    [
      6,
      '3',
      'inner\nafter',
      '',
      '',
      'The cell E6 has no header above it. Give its column a name, or empty the cell',
    ],
  ])
  expect(warnings).toEqual([[3, words.sheets.merged({ names: ['A3:A4'], count: 1 })]])
})

test('the table that is known, else the first with a header, else the one that is named', async () => {
  const bytes = page(
    '<table><tr><td>Menu</td></tr><tr><td><table><tr><td>ID</td><td>Title</td></tr><tr><td>1</td><td>A</td></tr></table></td></tr></table>' +
      '<table><tr><td>Key</td><td>Name</td></tr><tr><td>2</td><td>B</td></tr></table>',
  )
  const second = async (options: Parameters<typeof read>[1]) => (await read(bytes, options)).rows[1]
  expect(await second({})).toEqual([2, '1', 'A'])
  expect(await second({ fits: (headers) => headers[0] === 'Key' })).toEqual([2, '2', 'B'])
  expect(await second({ sheet: '3' })).toEqual([2, '2', 'B'])
  expect((await read(bytes, { name: 'deals.csv' })).notes).toEqual([
    'deals.csv: whatever its name, this is an HTML page with a table, and it is read as such',
    'Sheet "2" is read, not "1", "3". For another: --sheet NAME',
  ])
})

test('a table with rows goes before one that has but a header', async () => {
  const header = '<tr><td>ID</td><td>Title</td></tr>'
  const bytes = page(`<table>${header}</table><table>${header}<tr><td>1</td><td>A</td></tr></table>`)
  for (const options of [{}, { fits: (headers: readonly string[]) => headers[0] === 'ID' }]) {
    const { rows, notes } = await read(bytes, options)
    expect(rows).toEqual([
      [1, 'ID', 'Title'],
      [2, '1', 'A'],
    ])
    expect(notes).toEqual(['Sheet "2" is read, not "1". For another: --sheet NAME'])
  }
})

test('elements too deep in one another', async () => {
  for (const tag of ['table', 'div'])
    expect(await refusal(page(`${`<${tag}>`.repeat(50_000)}<table><tr><td>ID</td></tr></table>`))).toEqual([
      65,
      `-: ${words.sheets.damagedBook}`,
    ])
})

test('the encoding: a mark, valid UTF-8 whatever the page says, the word of the page, the one given', async () => {
  const body = '<table><tr><td>Имя</td><td>Этап</td></tr></table>'
  const header = async (bytes: Uint8Array, encoding?: 'ibm866') =>
    (await read(bytes, encoding === undefined ? {} : { encoding })).rows[0]?.slice(1)
  const both = ['Имя', 'Этап']
  expect(await header(bytesIn('utf-16le', `\ufeff${body}`))).toEqual(both)
  expect(await header(Buffer.from(`<meta charset="windows-1251">${body}`))).toEqual(both)
  expect(await header(bytesIn('windows-1251', `<meta charset=cp1251>${body}`))).toEqual(both)
  expect(await header(bytesIn('windows-1251', `<meta charset="utf-8">${body}`))).toEqual(both)
  expect(await header(bytesIn('ibm866', body), 'ibm866')).toEqual(both)
})

test('text that stops being of its encoding, a page without a table, XML of another kind', async () => {
  const row = '<tr><td>Анна</td><td>Окна</td></tr>\n'
  const broken = Buffer.concat([Buffer.from(`<table>${row.repeat(8000)}`), Uint8Array.of(0xe0, 0x0a)])
  expect(await refusal(broken)).toEqual([65, `-: ${words.reading.brokenText(8001, 'utf-8')}`])
  for (const text of ['<html><p>Not found</p></html>', '<?xml version="1.0"?><deals><deal/></deals>'])
    expect(await refusal(Buffer.from(text))).toEqual([65, `-: ${words.reading.html}`])
  expect(await refusal(Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related\n'))).toEqual([
    65,
    `-: ${words.sheets.webArchive}`,
  ])
})

import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { archive, xlsxFiles } from './archive.ts'
import { read, refusal, words } from './reading.ts'

const wall = (text: string) => new Date(`${text}Z`)

describe('cells of a workbook that another library wrote', () => {
  test('texts, numbers, dates, times, booleans and formulas', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Deals',
          columns: [{}, {}, {}, {}, { numFmt: 'dd.mm.yyyy hh:mm' }],
          rows: [
            ['ID', 'Title', 'Amount', 'Won', 'Created'],
            [1, '  Окна, «Весна» & Ко  ', 1200.5, true, wall('2026-03-01T15:30:00')],
            [2, 'two\r\nlines', 0.1 + 0.2, false, wall('2026-03-02T00:00:00')],
            ['123456789012345678901', '=1+1', 1e21, null, wall('2026-03-03T23:59:59')],
            [79161234567, '+7 916 123-45-67', -1e-7, null, null],
            [null, null, null, null, null],
            [6, 'after a blank row', 4.35, null, null],
          ],
        },
      ],
    })
    const { table, rows, notes } = await read(bytes)
    expect([table.kind, table.sheet, table.encoding, table.delimiter]).toEqual(['xlsx', 'Deals', null, null])
    expect(notes).toEqual([])
    expect(rows).toEqual([
      [1, 'ID', 'Title', 'Amount', 'Won', 'Created'],
      [2, '1', 'Окна, «Весна» & Ко', '1200.5', 'TRUE', '2026-03-01 15:30:00'],
      [3, '2', 'two\nlines', '0.3', 'FALSE', '2026-03-02'],
      [4, '123456789012345678901', '=1+1', '1000000000000000000000', '', '2026-03-03 23:59:59'],
      [5, '79161234567', '+7 916 123-45-67', '-0.0000001', '', ''],
      [7, '6', 'after a blank row', '4.35', '', ''],
    ])
  })

  test('days of the other epoch', async () => {
    const rows = [['Created'], [wall('2026-03-01T15:30:00')]]
    const sheets = [{ name: 'A', columns: [{ numFmt: 'yyyy-mm-dd hh:mm' }], rows }]
    const bytes = await writeXlsx({ dateSystem: '1904', sheets })
    expect((await read(bytes)).rows).toEqual([
      [1, 'Created'],
      [2, '2026-03-01 15:30:00'],
    ])
  })
})

/** One row of cells written by hand under a header of one cell. */
async function cells(xml: string, parts: { styles?: string; strings?: string; workbook?: string } = {}) {
  const width = xml.match(/<c[ >/]/g)?.length ?? 0
  const header = Array.from({ length: width }, (_, i) => `<c t="str"><v>H${i}</v></c>`).join('')
  const files = xlsxFiles({ rows: `<row r="1">${header}</row><row r="2">${xml}</row>`, ...parts })
  return (await read(archive(files))).rows.slice(1)
}

describe('cells as the format allows them', () => {
  test('without places, shared, of several runs, with readings, with what XML cannot hold', async () => {
    const strings =
      '<si><t>plain</t></si><si><r><rPr><b/></rPr><t>bold </t></r><r><t>and not</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t xml:space="preserve"> a_x000D_\nb &#233;&amp; </t></si>'
    expect(
      await cells(
        '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="s"/><c/>' +
          '<c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>',
        { strings },
      ),
    ).toEqual([[2, 'plain', 'bold and not', '東京', 'a\nb é&', '', '', 'inline']])
  })

  test('a formula gives what it last came to; errors are as they are shown', async () => {
    expect(
      await cells(
        '<c><f>SUM(A1:A9)</f><v>12.5</v></c><c t="str"><f>A1&amp;"x"</f><v>1x</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c>' +
          '<c t="e"><v>#REF!</v></c><c t="str"><f>B1</f><v></v></c><c t="b"><f>TRUE()</f><v>1</v></c><c t="d"><v>2026-03-01T00:00:00Z</v></c>',
      ),
    ).toEqual([[2, '12.5', '1x', '#DIV/0!', '#REF!', '', 'TRUE', '2026-03-01']])
  })

  test('numbers as long as they are', async () => {
    expect(
      await cells(
        '<c><v>1E+12</v></c><c><v>0.30000000000000004</v></c><c><v>1234567890123456789</v></c><c><v>1.2345678901234568E+18</v></c><c><v>4.5E-7</v></c><c><v>100.50</v></c>',
      ),
    ).toEqual([
      [2, '1000000000000', '0.3', '1234567890123456789', '1234567890123460000', '0.00000045', '100.5'],
    ])
  })

  test('a formula that was never computed is no blank, and is warned of by its column', async () => {
    const cell = (place: string, xml: string, type = '') => `<c r="${place}"${type}>${xml}</c>`
    const header = ['B', 'C', 'D']
      .map((column) => cell(`${column}1`, `<v>${column}</v>`, ' t="str"'))
      .join('')
    const rows = [
      header,
      cell('B2', '<v>1</v>') + cell('C2', '<f>B2*2</f>') + cell('D2', '<f>X</f><v/>', ' t="str"'),
      cell('B3', '<v>2</v>') + cell('C3', '<f>B3*2</f><v></v>') + cell('D3', '<f>Y</f><v>y</v>', ' t="str"'),
      cell('B4', '<v>3</v>') + cell('C4', '<f>B4*2</f><v>6</v>') + cell('D4', '<f t="shared" si="0"/>'),
      cell('B5', '<v>4</v>') + cell('C5', '<v>#CALC!</v>', ' t="e"'),
    ]
    const xml = rows.map((row, i) => `<row r="${i + 1}">${row}</row>`).join('')
    const { rows: got, warnings } = await read(archive(xlsxFiles({ rows: xml })))
    expect(got).toEqual([
      [1, 'B', 'C', 'D'],
      [2, '1', '#CALC!', ''],
      [3, '2', '#CALC!', 'y'],
      [4, '3', '6', '#CALC!'],
      [5, '4', '#CALC!', ''],
    ])
    expect(warnings).toEqual([
      [2, 'Formulas of "C" were never computed (2 cells): open the file in Excel and save it'],
      [4, 'Formulas of "D" were never computed (1 cell): open the file in Excel and save it'],
    ])
  })

  const FORMATS: readonly [string, string, string][] = [
    ['dd\\.mm\\.yyyy', '46082', '2026-03-01'],
    ['[$-419]d mmmm yyyy &quot;г.&quot;;@', '46082.645833333', '2026-03-01 15:30:00'],
    ['[$-F400]h:mm:ss AM/PM', '0.645833333333333', '15:30'],
    ['[h]:mm', '1.5', '36:00'],
    ['mmm yy', '46082', '2026-03-01'],
    ['yyyy-mm-dd', '0', '0'],
    ['yyyy-mm-dd', '1', '1900-01-01'],
    ['yyyy-mm-dd', '-3', '-3'],
    ['yyyy-mm-dd', '59', '1900-02-28'],
    ['yyyy-mm-dd', '60', '1900-02-29'],
    ['yyyy-mm-dd hh:mm', '60.5', '1900-02-29 12:00:00'],
    ['yyyy-mm-dd', '61', '1900-03-01'],
    ['yyyy-mm-dd', '0xb412', '0xb412'],
    ['General', '0x10', '0x10'],
    ['General', '0b1', '0b1'],
    ['General', 'Infinity', 'Infinity'],
    ['General', '+.5e1', '5'],
    ['General', '1E400', '1E400'],
    ['# ##0,00\\ &quot;дней&quot;', '46082', '46082'],
    ['_-* #,##0.00\\ _d_-;[Red]-0', '1.5', '1.5'],
    ['General', '46082', '46082'],
    ['0.00E+00', '46082', '46082'],
  ]
  test.each(FORMATS)('the format %s of %s is %s', async (code, value, text) => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`
    expect(await cells(`<c s="0"><v>1</v></c><c s="1"><v>${value}</v></c>`, { styles })).toEqual([
      [2, '1', text],
    ])
  })

  test('formats that go by their number', async () => {
    const styles =
      '<cellXfs><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="4"/></cellXfs>'
    const row = [0, 1, 2, 3].map((style) => `<c s="${style}"><v>46082.25</v></c>`).join('')
    expect(await cells(row, { styles })).toEqual([
      [2, '2026-03-01 06:00:00', '2026-03-01 06:00:00', '2026-03-01 06:00:00', '46082.25'],
    ])
  })

  test('with a prefix before every name, a strict address, and names in another case', async () => {
    const plain = xlsxFiles({ rows: '<row><c t="str"><v>A</v></c></row><row><c><v>1</v></c></row>' })
    const files = Object.fromEntries(
      Object.entries(plain).map(([name, xml]) => [
        name.replace('sharedStrings', 'SharedStrings').replaceAll('/', '\\'),
        name.includes('sheet1') ? xml.replace(/<(\/?)(?=\w)/g, '<$1x:') : xml,
      ]),
    )
    expect((await read(archive(files))).rows).toEqual([
      [1, 'A'],
      [2, '1'],
    ])
  })
})

describe('where the table is', () => {
  const at = (place: string, text: string) => `<c r="${place}" t="str"><v>${text}</v></c>`
  const rowsOf = (rows: readonly string[]) =>
    rows.map((row) => `<row r="${/\d+/.exec(row)?.[0]}">${row}</row>`).join('')

  test('below a title, beside blank columns, with cells beyond it', async () => {
    const rows = rowsOf([
      at('B2', 'Report'),
      at('B4', 'ID') + at('C4', 'Title'),
      at('B5', '1') + at('C5', 'A'),
      at('B7', '2') + at('F7', 'note'),
      at('A8', 'x') + at('B8', '3'),
      at('B9', 'ID') + at('C9', 'Title'),
    ])
    const { rows: got, notes, warnings } = await read(archive(xlsxFiles({ rows })))
    expect(notes).toEqual(['The header is in row 4 of the sheet; the rows above it are left out'])
    expect(got).toEqual([
      [4, 'ID', 'Title'],
      [5, '1', 'A'],
      [7, '2', '', 'The cell F7 has no header above it. Give its column a name, or empty the cell'],
      [8, '3', '', 'The cell A8 has no header above it. Give its column a name, or empty the cell'],
    ])
    expect(warnings).toEqual([[9, words.reading.headerAgain]])
  })

  test('merged cells are read where they begin, and that is said', async () => {
    const merges = ['A1:B1', 'A2:A3', 'B4:B9', 'C4:D4', 'A5:A6', 'A7:A8'].map(
      (ref) => `<mergeCell ref="${ref}"/>`,
    )
    const rows = rowsOf([at('A1', 'ID') + at('B1', 'T'), at('A2', '1') + at('B2', 'a'), at('B3', 'b')])
    const { warnings } = await read(
      archive(xlsxFiles({ rows, after: `<mergeCells>${merges.join('')}</mergeCells>` })),
    )
    expect(warnings).toEqual([
      [
        2,
        'Merged cells (A2:A3, B4:B9, A5:A6…) have their value in the first row only; the others are read as blank',
      ],
    ])
  })
})

describe('which sheet', () => {
  const book = (hidden: boolean) =>
    writeXlsx({
      sheets: [
        { name: 'Cover', rows: [['Prepared for the board']] },
        { name: 'Blank', rows: [] },
        {
          name: 'Deals 2026',
          rows: [
            ['ID', 'Title'],
            [1, 'A'],
          ],
        },
        {
          name: '2',
          hidden,
          rows: [
            ['ID', 'Title'],
            [2, 'B'],
          ],
        },
      ],
    })
  const fits = (headers: readonly string[]) => headers[0] === 'ID'
  const none = () => false

  test('the first whose headers are known, which is said', async () => {
    const { rows, notes } = await read(await book(false), { fits })
    expect(rows[1]).toEqual([2, '1', 'A'])
    expect(notes).toEqual(['Sheet "Deals 2026" is read, not "Cover", "2". For another: --sheet NAME'])
  })

  test('one with rows before one that has but a header', async () => {
    const header = ['ID', 'Title']
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Form', rows: [header] },
        { name: 'Filled', rows: [header, [1, 'A']] },
      ],
    })
    const { rows, notes } = await read(bytes, { fits })
    expect(rows).toEqual([
      [1, 'ID', 'Title'],
      [2, '1', 'A'],
    ])
    expect(notes).toEqual(['Sheet "Filled" is read, not "Form". For another: --sheet NAME'])
  })

  test('the one that is named, hidden or not, by its name before its number', async () => {
    const bytes = await book(true)
    for (const [sheet, title] of [
      ['deals 2026 ', 'A'],
      ['3', 'A'],
      ['2', 'B'],
    ] as const)
      expect((await read(bytes, { sheet, fits: none })).rows[1]?.[2]).toBe(title)
  })

  test('none of that name; none that is known; nothing in any', async () => {
    const bytes = await book(true)
    expect(await refusal(bytes, { sheet: '5' })).toEqual([
      1,
      'There is no sheet "5". There are: "Cover", "Blank", "Deals 2026", "2"',
    ])
    expect(await refusal(bytes, { fits: none })).toEqual([
      65,
      '-: no sheet has headers that are known. Name the one to read: --sheet NAME ("Cover", "Deals 2026").',
    ])
    const blank = await writeXlsx({ sheets: [{ name: 'Blank', rows: [] }] })
    expect(await refusal(blank)).toEqual([65, `-: ${words.reading.empty}`])
    expect(await refusal(bytes, { sheet: 'Blank' })).toEqual([65, `-: ${words.reading.empty}`])
  })

  test('a name that promises something else', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [['ID'], [1]] }] })
    const notes = async (name: string) => (await read(bytes, { name })).notes
    expect(await notes('deals.xlsx')).toEqual([])
    expect(await notes('deals.csv')).toEqual([
      'deals.csv: whatever its name, this is an Excel workbook (xlsx), and it is read as such',
    ])
  })
})

describe('what is refused', () => {
  const sheet = { rows: '<row><c t="str"><v>A</v></c></row><row><c><v>1</v></c></row>' }
  const one = (name: string, change: (entry: Buffer) => void) =>
    archive(xlsxFiles(sheet), (entry, of) => {
      if (of === name) change(entry)
    })
  const worksheet = 'xl/worksheets/sheet1.xml'
  const shared = (index: string) =>
    xlsxFiles({ rows: `<row><c t="s"><v>${index}</v></c></row>`, strings: '<si><t>A</t></si>' })

  test('a workbook with a password', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'A', rows: [['ID']] }],
      encryption: { password: 'secret', spinCount: 10 },
    })
    expect(await refusal(bytes)).toEqual([65, `-: ${words.sheets.protectedBook}`])
  })

  test('an archive that is no workbook, or one of another kind', async () => {
    expect(await refusal(archive({ 'deals.csv': 'id,title\n1,A\n' }))).toEqual([
      65,
      `-: ${words.reading.zip}`,
    ])
    expect(await refusal(archive({ 'word/document.xml': '<w/>', '[Content_Types].xml': '<T/>' }))).toEqual([
      65,
      `-: ${words.reading.zip}`,
    ])
    expect(await refusal(archive({ 'xl/workbook.bin': 'x' }))).toEqual([65, `-: ${words.sheets.binaryBook}`])
    const locked = one(worksheet, (entry) => entry.writeUInt16LE(1, 8))
    expect(await refusal(locked)).toEqual([65, `-: ${words.sheets.protectedBook}`])
  })

  const DAMAGED: readonly [string, () => Buffer][] = [
    ['cut short', () => archive(xlsxFiles(sheet)).subarray(0, -30)],
    ['a wrong sum', () => one(worksheet, (entry) => entry.writeUInt32LE(1, 16))],
    ['a size that lies', () => one(worksheet, (entry) => entry.writeUInt32LE(10, 24))],
    ['a place beyond the end', () => one(worksheet, (entry) => entry.writeUInt32LE(0x7fffffff, 42))],
    ['an unknown packing', () => one(worksheet, (entry) => entry.writeUInt16LE(93, 10))],
    [
      'a sheet that breaks off',
      () => archive({ ...xlsxFiles(sheet), [worksheet]: '<worksheet><sheetData>' }),
    ],
    ['a shared text that is not there', () => archive(shared('1'))],
    ['a shared text before the first', () => archive(shared('-1'))],
    [
      'no shared texts at all',
      () => {
        const { 'xl/sharedStrings.xml': _, ...files } = shared('0')
        return archive(files)
      },
    ],
    [
      'elements too deep in one another',
      () => archive(xlsxFiles({ rows: `${'<x>'.repeat(100_000)}${'</x>'.repeat(100_000)}` })),
    ],
    [
      'two rows of one number',
      () => archive(xlsxFiles({ rows: '<row r="2"><c><v>1</v></c></row>'.repeat(2) })),
    ],
    [
      'a row in a row',
      () => archive(xlsxFiles({ rows: '<row><row><c><v>1</v></c></row><c><v>2</v></c></row>' })),
    ],
    ['a row out of bounds', () => archive(xlsxFiles({ rows: '<row r="9999999"><c><v>1</v></c></row>' }))],
    ['a column out of bounds', () => archive(xlsxFiles({ rows: '<row><c r="ZZZZZ1"><v>1</v></c></row>' }))],
  ]
  test.each(DAMAGED)('damaged: %s', async (_, bytes) => {
    expect(await refusal(bytes())).toEqual([65, `-: ${words.sheets.damagedBook}`])
  })

  test('one that is made to fill the memory', async () => {
    const rows = `<row><c t="str"><v>A${' '.repeat(40 << 20)}</v></c></row>`
    expect(await refusal(archive(xlsxFiles({ rows })))).toEqual([65, `-: ${words.sheets.hugeBook}`])
    const claims = one('xl/sharedStrings.xml', (entry) => entry.writeUInt32LE(0x7fffffff, 24))
    expect(await refusal(claims)).toEqual([65, `-: ${words.sheets.hugeBook}`])
  })
})

import fc from 'fast-check'
import { archive, xlsxFiles } from '../transfer/sheets/archive.ts'
import { readable, spoilt } from './strange-files.ts'
import { type Imported, often, strangeTable, type Table } from './strange-tables.ts'

/** The files of an archive, or the one file of a page. */
type Files = Readonly<Record<string, string>>

/** As programs write them: without what XML cannot hold. */
const escaped = (text: string) =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')

const NUMBER = /^-?\d{1,15}(?:\.\d+)?$/
const letter = (column: number) => String.fromCharCode(65 + column)

/** Of a book's cells, some stand in the table of shared texts. */
interface BookShape {
  readonly numbers: boolean
  readonly shared: boolean
  readonly placed: boolean
}

const shapes = fc.record({ numbers: fc.boolean(), shared: fc.boolean(), placed: fc.boolean() })

function xlsx(table: Table, { numbers, shared, placed }: BookShape): Files {
  const texts: string[] = []
  const cell = (text: string, row: number, column: number) => {
    const at = placed ? ` r="${letter(column)}${row + 1}"` : ''
    if (text === '') return placed ? '' : '<c/>'
    if (numbers && NUMBER.test(text)) return `<c${at} s="${column % 3}"><v>${text}</v></c>`
    if (shared) return `<c${at} t="s"><v>${texts.push(text) - 1}</v></c>`
    return `<c${at} t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
  }
  const rows = table.map((cells, row) => {
    const made = cells.map((text, column) => cell(text, row, column)).join('')
    return `<row${placed ? ` r="${row + 1}"` : ''}>${made}</row>`
  })
  return xlsxFiles({
    rows: rows.join(''),
    strings: texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join(''),
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs>',
  })
}

const MIME = 'application/vnd.oasis.opendocument.spreadsheet'

function ods(table: Table, { numbers }: BookShape): Files {
  const cell = (text: string) =>
    text === ''
      ? '<table:table-cell/>'
      : numbers && NUMBER.test(text)
        ? `<table:table-cell office:value-type="float" office:value="${text}"><text:p>${text}</text:p></table:table-cell>`
        : `<table:table-cell office:value-type="string"><text:p>${escaped(text)}</text:p></table:table-cell>`
  const rows = table.map((cells) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`)
  const body = `<table:table table:name="A">${rows.join('')}</table:table>`
  return {
    mimetype: MIME,
    'content.xml': `<office:document-content><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`,
  }
}

function page(table: Table): Files {
  const rows = table.map((cells) => `<tr>${cells.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`)
  return {
    page: `<html><head><meta charset="utf-8"></head><body><table border=1>${rows.join('\n')}</table></body></html>`,
  }
}

const ENTITIES =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'

/** What is put somewhere into a part of a book. */
const HOSTILE = [
  ...[ENTITIES, '&b;', '&c;', '&#0;', '&#xD800;', '&#99999999999;', '&', '<', '>', '"', ' '],
  ...['<![CDATA[', ']]>', '<!--', '-->', '<?xml version="1.0" encoding="utf-16"?>', '\0', '\ufffe', '\ud800'],
  ...[
    '</row>',
    '</c>',
    '</sheetData>',
    '<row>',
    '<row r="1048577">',
    '<row r="-1">',
    '<row r="1e9"/>',
    '<c>',
  ],
  ...['<c r="XFD1048576" t="s"><v>99999</v></c>', '<c r="ZZZZZZ1"><v>1</v></c>', '<c t="s"><v>-1</v></c>'],
  ...['<c r="A0"><v>1e999</v></c>', '<c t="d"><v>2026-99-99T99:99</v></c>', '<c t="b"><v>maybe</v></c>'],
  ...['<c s="99999"><v>46023.999999999</v></c>', '<c s="1"><v>-5</v></c>', '<c s="1"><v>99999999999</v></c>'],
  ...['<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', '<dimension ref="A1:XFD1048576"/>'],
  ...['<c t="inlineStr"><is><t>_x0000__xD800__x005F_</t></is></c>', '<f>SUM(A1)</f>', '<v/>'],
  ...['<table:table-row table:number-rows-repeated="1000000000">', '</table:table-row>', '</table:table>'],
  ...['<table:table-cell table:number-columns-repeated="1000000000"><text:p>x</text:p></table:table-cell>'],
  ...['<table:table-cell table:number-columns-repeated="NaN"/>', '<text:s text:c="1000000000"/>', '<text:p>'],
  ...['<table:table-cell office:value-type="date" office:date-value="x"/>', '<office:annotation>'],
  ...['<table:covered-table-cell/>', '<table:table-cell office:value-type="float" office:value="1e999"/>'],
  ...['<table>', '</table>', '<tr>', '<td>', '</td>', '<td colspan="100000">x', '<td rowspan="65534">x'],
  ...[
    '<td rowspan="-1" colspan="x">',
    '<script>',
    '<style>',
    '<br>',
    '<p>',
    '<template>',
    '<plaintext>',
    '&nbsp;',
  ],
  ...['<a>'.repeat(2000), '</a>'.repeat(50), 'x'.repeat(70_000), ' '.repeat(200_000)],
]

interface Injury {
  readonly file: number
  readonly at: number
  readonly text: string
  /** So many characters give way to it. */
  readonly cut: number
}

const injuries = often<readonly Injury[]>(
  fc.constant([]),
  fc.array(
    fc.record({
      file: fc.nat(),
      at: fc.nat(),
      text: fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 5 })),
      cut: often(fc.constant(0), fc.nat(40)),
    }),
    { minLength: 1, maxLength: 3 },
  ),
)

/** At the start or the end of an element more often than anywhere. */
function injured(files: Files, all: readonly Injury[]): Files {
  const made = { ...files }
  for (const { file, at, text, cut } of all) {
    const names = Object.keys(made)
    // The last part is that of the cells.
    const name = names[file % 3 === 0 ? Math.floor(file / 3) % names.length : names.length - 1] ?? ''
    const body = made[name] ?? ''
    const ends = [...body.matchAll(/</g)].map(({ index }) => index)
    const place = at % 2 === 0 ? at % (body.length + 1) : (ends[at % Math.max(1, ends.length)] ?? 0)
    made[name] = body.slice(0, place) + text + body.slice(place + cut)
  }
  return made
}

/** Places of numbers in a directory's entry: flags, method, checksum, sizes, name's length, where it stands. */
const PLACES = [8, 10, 16, 20, 24, 28, 30, 32, 42]

const entries = often(
  fc.constant(null),
  fc.record({
    file: fc.nat(8),
    place: fc.constantFrom(...PLACES),
    number: fc.oneof(fc.constantFrom(0, 1, 8, 9, 99, 0xffff, 0x7fffffff, 0xffffffff), fc.nat(5000)),
  }),
)

const zipped = (files: fc.Arbitrary<Files>) =>
  fc.tuple(files, entries).map(([made, spoiltEntry]) => {
    let file = 0
    return archive(made, (entry) => {
      if (spoiltEntry === null || file++ !== spoiltEntry.file) return
      const { place, number } = spoiltEntry
      if (place === 16 || place === 20 || place === 24 || place === 42) entry.writeUInt32LE(number, place)
      else entry.writeUInt16LE(number & 0xffff, place)
    })
  })

/** Small to keep, large to unpack. */
const BOMBS: readonly Files[] = [
  xlsxFiles({ rows: `<row><c t="inlineStr"><is><t>${'x'.repeat(3_000_000)}</t></is></c></row>` }),
  xlsxFiles({ rows: '<row><c><v>1</v></c></row>'.repeat(40_000) }),
  xlsxFiles({ rows: '<row/>'.repeat(200_000) }),
  xlsxFiles({
    rows: '<row><c t="s"><v>0</v></c></row>',
    strings: `<si><t>${' '.repeat(2_000_000)}</t></si>`,
  }),
  { mimetype: MIME, 'content.xml': `<a>${'<table:table>'.repeat(900)}${'</table:table>'.repeat(900)}</a>` },
  ods([], { numbers: false, shared: false, placed: false }),
]

/** The bytes of a workbook, or of a page for Excel, to import; its parts, its archive or its bytes may be spoilt. */
export function strangeBook(kind: Imported, own: string): fc.Arbitrary<Buffer> {
  const parts = fc.tuple(strangeTable(kind, own), shapes, injuries)
  const bookOf = (write: (table: Table, shape: BookShape) => Files) =>
    parts.map(([table, shape, all]) => injured(write(table, shape), all))
  return fc.oneof(
    { weight: 60, arbitrary: spoilt(zipped(bookOf(xlsx))) },
    { weight: 40, arbitrary: spoilt(zipped(bookOf(ods))) },
    { weight: 30, arbitrary: spoilt(bookOf(page).map(({ page: text = '' }) => Buffer.from(text))) },
    { weight: 1, arbitrary: zipped(fc.constantFrom(...BOMBS)).map(readable) },
  )
}

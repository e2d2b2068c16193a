import fc from 'fast-check'

/** What is imported, and the headers of its files. */
const HEADERS = {
  deals: ['id', 'title', 'stage', 'status', 'amount', 'currency', 'created', 'closed', 'manager', 'phone'],
  history: ['deal', 'stage', 'at', 'manager', 'amount', 'created', 'title'],
  contacts: ['id', 'name', 'phone', 'email', 'company', 'manager', 'created', 'birthday', 'tags', 'note'],
  companies: ['id', 'name', 'phone', 'email', 'website', 'manager', 'created', 'note'],
} as const

export type Imported = keyof typeof HEADERS

export const ODD = [
  ...['', ' ', '"', '""', '\0', '\u001b[2J', '\u202e', '\u0085', '😀', '\ud800', '=1+1', '__proto__'],
  ...['#REF!', '#Н/Д', '#N/A', '########', '\ufeff', '\u00a0', "'", '\\', 'null', '%s', 'constructor'],
]
const NAMES = ['Anna', 'anna', 'Борис', 'all', '.', 'm1', 'o1', 'd1', 'Anna; Борис', 'x'.repeat(40_000)]
const MOMENTS = [
  ...['2026-02-05', '31.02.2026', '01/02/2026', '46023', '0001-01-01', '9999-12-31', '1900-01-00'],
  ...['1899-12-30', '2026-02-05T10:00+99:00', '2027-01-01', '2026-03-29 02:30', '1.1.26 3:05 pm', '--05-17'],
]
const IDS = ['1', '2', '3', '007', '9007199254740993', '1E+15', '1,23457E+12', ' 1 ', 'd1', 'c1', 'o1']
const AMOUNTS = [
  ...['10', '1,250', '1.250', '1 250,50', '-5', '1e308', '9007199254740993', '(1)', '5 €', '0,1,', '1.2.3'],
  ...['12.345 JPY', '1E+99', '٣', '½', '- $', '12 тыс. руб.'],
]
const CELLS: Readonly<Record<string, readonly string[]>> = {
  id: IDS,
  deal: IDS,
  title: ['Балкон', 'a;b', 'a,b', 'x\ny', 'x'.repeat(3000)],
  name: [...NAMES, 'a, b', 'x\ny'],
  stage: ['New', 'new', ' OFFER', 'Won', 'успешно', 'lost', 'Nеw', 'Almost won'],
  status: ['open', 'won', 'lost', 'maybe'],
  amount: AMOUNTS,
  currency: ['USD', 'eur', 'руб', 'XXX'],
  created: MOMENTS,
  closed: MOMENTS,
  birthday: MOMENTS,
  at: MOMENTS,
  manager: NAMES,
  company: NAMES,
  phone: [
    '3.80671E+11',
    '+380 67 123 45 67',
    '1',
    '+',
    '0'.repeat(60),
    'a;b;+12025550100',
    '067-1234567 доб. 5',
  ],
  email: ['a@b.com', 'A@B.COM; c@d.e', '@', 'a@b', 'x'.repeat(300).concat('@b.com'), 'Anna <a@b.com>'],
  tags: ['a,b;c', ',,,', 'a ::: * myContacts'],
}

const PLAIN: Readonly<Record<string, string>> = {
  stage: 'Offer',
  status: '',
  amount: '1200.50',
  currency: 'USD',
  created: '2026-01-05',
  closed: '',
  birthday: '1980-05-17',
  at: '2026-02-01',
  phone: '',
  email: '',
  tags: '',
}

/** The first one three times out of four. */
export function often<T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: other })
}

const oddCell = (header: string) => fc.constantFrom(...(CELLS[header] ?? []), ...ODD)

/** Mostly what a person would write: a file of nothing but nonsense is refused before anything is tried. */
const cellOf = (header: string, row: number) =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constant(PLAIN[header] ?? `${header} ${row}`) },
    { weight: 2, arbitrary: oddCell(header) },
    { weight: 1, arbitrary: fc.string() },
  )

const quoted = (cell: string) => (/[",\r\n;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const tableOf = (kind: Imported) =>
  fc
    .record({
      headers: fc.subarray([...HEADERS[kind]], { minLength: 1 }),
      whole: often(fc.constant(true), fc.constant(false)),
      rows: fc.nat(8),
      delimiter: fc.constantFrom(',', ';', '\t'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
    })
    .chain(({ headers, whole, rows, delimiter, end }) => {
      const named = whole ? HEADERS[kind] : headers
      const cells = Array.from({ length: rows }, (_, row) =>
        fc.tuple(...named.map((name) => cellOf(name, row))),
      )
      return fc
        .tuple(...cells)
        .map((made) => [named, ...made].map((line) => line.map(quoted).join(delimiter)).join(end))
    })

/** A file of this program's own, some of its cells others: `text` has no quotes in it. */
function alteredExport(text: string): fc.Arbitrary<string> {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
  const width = lines[0]?.length ?? 1
  const swap = fc.nat(width - 1).chain((column) =>
    fc.record({
      column: fc.constant(column),
      row: fc.integer({ min: 1, max: Math.max(1, lines.length - 1) }),
      cell: fc.oneof(
        oddCell(lines[0]?.[column] ?? ''),
        fc.constantFrom(...lines.map((cells) => cells[column] ?? '')),
        fc.string(),
      ),
    }),
  )
  return fc
    .array(swap, { maxLength: 3 })
    .map((swaps) =>
      lines
        .map((cells, row) =>
          cells
            .map((cell, column) =>
              quoted(swaps.find((s) => s.row === row && s.column === column)?.cell ?? cell),
            )
            .join(','),
        )
        .join('\n'),
    )
}

interface Change {
  readonly at: number
  readonly byte: number
  readonly how: 'set' | 'insert' | 'remove'
}

/** A byte changed, put in or taken away here and there. */
const changes = often<readonly Change[]>(
  fc.constant([]),
  fc.array(
    fc.record({
      at: fc.nat(),
      byte: fc.nat(255),
      how: fc.constantFrom<Change['how']>('set', 'insert', 'remove'),
    }),
    { minLength: 1, maxLength: 4 },
  ),
)

function mutated(bytes: Buffer, made: readonly Change[]): Buffer {
  return made.reduce((now, { at, byte, how }) => {
    const place = now.length === 0 ? 0 : at % now.length
    const middle = how === 'remove' ? [] : [byte]
    return Buffer.concat([
      now.subarray(0, place),
      Buffer.from(middle),
      now.subarray(place + (how === 'insert' ? 0 : 1)),
    ])
  }, bytes)
}

const CP1251 = new Map(
  Array.from({ length: 128 }, (_, i) => [
    new TextDecoder('windows-1251').decode(Uint8Array.of(128 + i)),
    128 + i,
  ]),
)

type Encoding = 'utf8' | 'utf8-mark' | 'utf16le' | 'latin1' | 'cp1251'

function encoded(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf8-mark') return Buffer.from(`\ufeff${text}`)
  if (encoding !== 'cp1251') return Buffer.from(encoding === 'utf16le' ? `\ufeff${text}` : text, encoding)
  return Buffer.from([...text].map((letter) => CP1251.get(letter) ?? letter.charCodeAt(0)))
}

/** The bytes of a file to import: a table, a file of its `own` altered, or no table at all; some bytes of it spoilt. */
export function strangeFile(kind: Imported, own: string): fc.Arbitrary<Buffer> {
  const encodings = fc.constantFrom<Encoding>('utf8-mark', 'utf16le', 'latin1', 'cp1251')
  const inEncodings = (text: fc.Arbitrary<string>) =>
    fc
      .tuple(text, often(fc.constant<Encoding>('utf8'), encodings))
      .map(([made, encoding]) => encoded(made, encoding))
  const spoilt = (bytes: fc.Arbitrary<Buffer>) =>
    fc.tuple(bytes, changes).map(([whole, made]) => mutated(whole, made))
  const nonsense = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes))
  return fc.oneof(
    { weight: 6, arbitrary: spoilt(inEncodings(tableOf(kind))) },
    { weight: 2, arbitrary: spoilt(inEncodings(alteredExport(own))) },
    { weight: 1, arbitrary: spoilt(nonsense) },
  )
}

import fc from 'fast-check'

/** What is imported, and the headers of its files. */
const HEADERS = {
  deals: ['id', 'title', 'stage', 'status', 'amount', 'currency', 'created', 'closed', 'manager', 'phone'],
  history: ['deal', 'stage', 'at', 'manager', 'amount', 'created', 'title'],
  contacts: ['id', 'name', 'phone', 'email', 'company', 'manager', 'created', 'birthday', 'tags', 'note'],
  companies: ['id', 'name', 'phone', 'email', 'website', 'manager', 'created', 'note'],
  activities: ['id', 'kind', 'at', 'direction', 'outcome', 'duration', 'contact', 'phone', 'deal', 'text'],
  tasks: ['id', 'text', 'due', 'state', 'done at', 'priority', 'manager', 'contact', 'company', 'created'],
  plans: ['manager', 'department', 'metric', 'amount', 'currency', 'from', 'until', '2026-03', 'Q2 2026'],
} as const

/** The log of a telephone exchange is of activities too. */
const CALL_LOG = ['date', 'caller', 'callee', 'status', 'billsec', 'uniqueid']

export type Imported = keyof typeof HEADERS
export const KINDS = Object.keys(HEADERS) as Imported[]

/** The header row and those under it. */
export type Table = readonly (readonly string[])[]

export const ODD = [
  ...['', ' ', '"', '""', '\0', '\u001b[2J', '\u202e', '\u0085', '😀', '\ud800', '=1+1', '__proto__'],
  ...['#REF!', '#Н/Д', '#N/A', '########', '\ufeff', '\u00a0', "'", '\\', 'null', '%s', 'constructor'],
]
const NAMES = ['Anna', 'anna', 'Борис', 'all', '.', 'm1', 'o1', 'd1', 'Anna; Борис', 'x'.repeat(40_000)]
const MOMENTS = [
  ...['2026-02-05', '31.02.2026', '01/02/2026', '46023', '0001-01-01', '9999-12-31', '1900-01-00'],
  ...['1899-12-30', '2026-02-05T10:00+99:00', '2027-01-01', '2026-03-29 02:30', '1.1.26 3:05 pm', '--05-17'],
  ...['1770285600', '-1', '1e9', '2026-02-05T24:00:00Z', '+275760-09-13T00:00:00Z', '-271821-04-20'],
]
const IDS = ['1', '2', '3', '007', '9007199254740993', '1E+15', '1,23457E+12', ' 1 ', 'd1', 'c1', 'o1', 'a1']
const AMOUNTS = [
  ...['10', '1,250', '1.250', '1 250,50', '-5', '1e308', '9007199254740993', '(1)', '5 €', '0,1,', '1.2.3'],
  ...['12.345 JPY', '1E+99', '٣', '½', '- $', '12 тыс. руб.', '0.001', '90071992547409.93'],
]
const PHONES = [
  ...['3.80671E+11', '+380 67 123 45 67', '1', '+', '0'.repeat(60), 'a;b;+12025550100', '067-1234567 доб. 5'],
  ...['101', 'SIP/101', 'Anonymous', '<sip:101@host>'],
]
const TEXTS = ['Балкон', 'a;b', 'a,b', 'x\ny', 'x'.repeat(3000), 'x\r\ny', '\ty']
const CELLS: Readonly<Record<string, readonly string[]>> = {
  id: IDS,
  uniqueid: IDS,
  deal: [...IDS, 'Kept'],
  title: TEXTS,
  text: TEXTS,
  name: [...NAMES, 'a, b', 'x\ny'],
  stage: ['New', 'new', ' OFFER', 'Won', 'успешно', 'lost', 'Nеw', 'Almost won'],
  status: ['open', 'won', 'lost', 'maybe', 'ANSWERED', 'no answer', 'busy'],
  state: ['open', 'done', 'выполнена', 'waiting', 'TRUE'],
  kind: ['call', 'Meeting', 'звонок', 'sms', 'all'],
  direction: ['in', 'out', 'Входящий', 'internal', 'x'],
  outcome: ['answered', 'missed', 'held', 'voicemail'],
  duration: ['0', '90', '1:30', '1:00:00', '-1', '9'.repeat(20), '1e9', '5 min', '0.5'],
  billsec: ['0', '90', '-1', '9'.repeat(20), '1.5'],
  priority: ['high', 'низкий', '1', 'asap'],
  metric: ['revenue', 'Звонки', 'won', 'profit', 'x'],
  amount: AMOUNTS,
  '2026-03': AMOUNTS,
  'Q2 2026': AMOUNTS,
  currency: ['USD', 'eur', 'руб', 'XXX'],
  created: MOMENTS,
  closed: MOMENTS,
  birthday: MOMENTS,
  at: MOMENTS,
  date: MOMENTS,
  due: MOMENTS,
  'done at': MOMENTS,
  from: MOMENTS,
  until: MOMENTS,
  manager: NAMES,
  company: NAMES,
  contact: [...NAMES, 'Olga'],
  department: [...NAMES, 'Итого'],
  phone: PHONES,
  caller: PHONES,
  callee: PHONES,
  email: ['a@b.com', 'A@B.COM; c@d.e', '@', 'a@b', 'x'.repeat(300).concat('@b.com'), 'Anna <a@b.com>'],
  tags: ['a,b;c', ',,,', 'a ::: * myContacts'],
}

const PLAIN: Readonly<Record<string, string>> = {
  stage: 'Offer',
  status: '',
  amount: '1200.50',
  '2026-03': '100',
  'Q2 2026': '',
  currency: 'USD',
  created: '2026-01-05',
  closed: '',
  birthday: '1980-05-17',
  at: '2026-02-01',
  date: '2026-02-01 10:15:00',
  due: '2026-03-01',
  'done at': '',
  from: '2026-01-01',
  until: '2026-01-31',
  kind: 'call',
  direction: 'out',
  outcome: '',
  state: 'open',
  priority: '',
  metric: 'revenue',
  department: '',
  duration: '60',
  billsec: '30',
  phone: '',
  caller: '101',
  callee: '+12025550177',
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

function madeTable(all: readonly string[]): fc.Arbitrary<Table> {
  return fc
    .record({
      headers: fc.subarray([...all], { minLength: 1 }),
      whole: often(fc.constant(true), fc.constant(false)),
      rows: fc.nat(8),
    })
    .chain(({ headers, whole, rows }) => {
      const named = whole ? all : headers
      const cells = Array.from({ length: rows }, (_, row) =>
        fc.tuple(...named.map((name) => cellOf(name, row))),
      )
      return fc.tuple(...cells).map((made) => [named, ...made])
    })
}

/** A table of this program's own, some of its cells others: `text` is its CSV, without a quote in it. */
function alteredExport(text: string): fc.Arbitrary<Table> {
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
      lines.map((cells, row) =>
        cells.map((cell, column) => swaps.find((s) => s.row === row && s.column === column)?.cell ?? cell),
      ),
    )
}

/** A table to import: one as people make them, or one of `own`, the export of the same; some of its cells strange. */
export function strangeTable(kind: Imported, own: string): fc.Arbitrary<Table> {
  const made = madeTable(HEADERS[kind])
  return fc.oneof(
    {
      weight: 3,
      arbitrary: kind === 'activities' ? fc.oneof(made, madeTable(CALL_LOG)) : made,
    },
    { weight: 1, arbitrary: alteredExport(own) },
  )
}

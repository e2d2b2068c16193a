import fc from 'fast-check'
import { type Imported, ODD, often, strangeTable, type Table } from './strange-tables.ts'

interface Change {
  readonly at: number
  readonly byte: number
  readonly how: 'set' | 'insert' | 'remove' | 'flip' | 'cut' | 'double'
}

/** A byte changed, put in or taken away here and there; the end cut off; a part of it twice. */
const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    at: fc.nat(),
    byte: fc.nat(255),
    how: fc.constantFrom<Change['how']>('set', 'insert', 'remove', 'flip', 'cut', 'double'),
  }),
  { minLength: 1, maxLength: 4 },
)

function changed(bytes: Buffer, { at, byte, how }: Change): Buffer {
  const place = bytes.length === 0 ? 0 : at % bytes.length
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place + 1)]
  switch (how) {
    case 'set':
      return Buffer.concat([before, Buffer.of(byte), after])
    case 'insert':
      return Buffer.concat([before, Buffer.of(byte), bytes.subarray(place)])
    case 'remove':
      return Buffer.concat([before, after])
    case 'flip':
      return Buffer.concat([before, Buffer.of((bytes[place] ?? 0) ^ (1 << (byte & 7))), after])
    case 'cut':
      return before
    case 'double':
      return Buffer.concat([before, bytes.subarray(Math.max(0, place - byte))])
  }
}

/** A failure shows what can be read, not numbers. */
export function readable(bytes: Buffer): Buffer {
  const said =
    bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' ? bytes.toString('base64') : bytes.toString()
  return Object.defineProperty(bytes, fc.toStringMethod, {
    value: () => JSON.stringify(said),
    configurable: true,
  })
}

/** The bytes, whole three times out of four. */
export function spoilt(bytes: fc.Arbitrary<Buffer>): fc.Arbitrary<Buffer> {
  return maybeSpoilt(bytes).map(readable)
}

function maybeSpoilt(bytes: fc.Arbitrary<Buffer>): fc.Arbitrary<Buffer> {
  return fc.oneof(
    { weight: 3, arbitrary: bytes },
    {
      weight: 1,
      arbitrary: fc.tuple(bytes, changes).map(([whole, made]) => made.reduce(changed, whole)),
    },
  )
}

/** The letters of the upper half of an encoding by which each byte is read. */
function upperHalf(encoding: string): Map<string, number> {
  const letters = new TextDecoder(encoding)
  return new Map(Array.from({ length: 128 }, (_, i) => [letters.decode(Uint8Array.of(128 + i)), 128 + i]))
}

const BYTES = new Map(
  ['windows-1251', 'ibm866', 'koi8-u', 'x-mac-cyrillic'].map((name) => [name, upperHalf(name)] as const),
)
const ENCODINGS = [...BYTES.keys(), 'utf-8 marked', 'utf-16le', 'utf-16be', 'utf-32le', 'latin1'] as const

function encoded(text: string, encoding: string): Buffer {
  const upper = BYTES.get(encoding)
  if (upper !== undefined)
    return Buffer.from([...text].map((letter) => upper.get(letter) ?? letter.charCodeAt(0)))
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'latin1') return Buffer.from(text, 'latin1')
  if (encoding === 'utf-8 marked') return Buffer.from(`\ufeff${text}`)
  if (encoding === 'utf-32le')
    return Buffer.from(Uint32Array.from([0xfeff, ...[...text].map((c) => c.codePointAt(0) ?? 0)]).buffer)
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le')
  return encoding === 'utf-16be' ? wide.swap16() : wide
}

const inAnyEncoding = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, often(fc.constant('utf-8'), fc.constantFrom(...ENCODINGS)))
    .map(([made, encoding]) => encoded(made, encoding))

const quoted = (cell: string) => (/[",\r\n;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const csvOf = (tables: fc.Arbitrary<Table>) =>
  fc
    .tuple(tables, fc.constantFrom(',', ';', '\t', '|'), fc.constantFrom('\n', '\r\n', '\r'))
    .map(([table, delimiter, end]) => table.map((row) => row.map(quoted).join(delimiter)).join(end))

const NUMBER = /^-?\d{1,20}(?:\.\d+)?$/
const ODD_JSON: readonly unknown[] = [
  ...[null, true, 0, -0, 1e308, 2 ** 53, 0.1 + 0.2, 1e-9, [], {}, [[]], ['a', 'b; c'], [null]],
  ...[{ a: 1 }, { name: 'x' }, [{ value: 1 }], '', '\ud800', '\0'],
]

interface JsonShape {
  readonly lines: boolean
  readonly indent: number
  /** Numbers are written as such. */
  readonly numbers: boolean
  readonly odd: readonly { row: number; column: number; value: unknown }[]
}

const jsonShapes: fc.Arbitrary<JsonShape> = fc.record({
  lines: fc.boolean(),
  indent: fc.constantFrom(0, 2),
  numbers: fc.boolean(),
  odd: fc.array(fc.record({ row: fc.nat(8), column: fc.nat(10), value: fc.constantFrom(...ODD_JSON) }), {
    maxLength: 2,
  }),
})

function jsonTextOf([headers = [], ...rows]: Table, { lines, indent, numbers, odd }: JsonShape): string {
  const objects = rows.map((cells, row) =>
    Object.fromEntries(
      headers.map((header, column) => {
        const strange = odd.find((one) => one.row === row && one.column === column)
        const cell = cells[column] ?? ''
        return [header, strange ? strange.value : numbers && NUMBER.test(cell) ? Number(cell) : cell]
      }),
    ),
  )
  return lines
    ? objects.map((object) => JSON.stringify(object)).join('\n')
    : JSON.stringify(objects, null, indent)
}

/** What no object holds, put into JSON somewhere. */
const STRAY = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '\\',
  'NaN',
  'null',
  '{"a":',
  '//',
  '{}',
  '[{"id":',
  '\ud800',
]

const jsonOf = (tables: fc.Arbitrary<Table>) =>
  fc
    .tuple(tables, jsonShapes, often(fc.constant(''), fc.constantFrom(...STRAY)), fc.nat())
    .map(([table, shape, stray, at]) => {
      const text = jsonTextOf(table, shape)
      const place = at % (text.length + 1)
      return text.slice(0, place) + stray + text.slice(place)
    })

const nonsense = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc
    .array(fc.constantFrom(...ODD, ',', '\n', '"', ';', '\t', '\r'), { maxLength: 60 })
    .map((parts) => Buffer.from(parts.join(''))),
)

/** The bytes of a file of text to import: CSV, JSON, or no table at all; in any encoding, some bytes of it spoilt. */
export function strangeText(kind: Imported, own: string): fc.Arbitrary<Buffer> {
  const tables = strangeTable(kind, own)
  return fc.oneof(
    { weight: 6, arbitrary: spoilt(inAnyEncoding(csvOf(tables))) },
    { weight: 3, arbitrary: spoilt(inAnyEncoding(jsonOf(tables))) },
    { weight: 1, arbitrary: spoilt(nonsense) },
  )
}

import fc from 'fast-check'
import { spoilt } from './strange-files.ts'
import { ODD, often } from './strange-tables.ts'

type Row = Record<string, unknown>
/** The rows of each table; the schema stands beside them. */
type Copy = Record<string, unknown>

interface Injury {
  readonly how: 'value' | 'swap' | 'drop key' | 'add key' | 'drop row' | 'again' | 'drop table' | 'add table'
  readonly table: number
  readonly row: number
  readonly key: number
  readonly value: unknown
}

const VALUES: readonly unknown[] = [
  ...ODD,
  ...[null, true, false, 0, 1, -1, 2, 3, 99, 1.5, 1e308, -1e308, 2 ** 53, 0.1],
  ...[[], {}, [1], [1, 1], ['a'], [null], [[1]], { 1: 'x' }, { 9: 1 }, { a: { b: 1 } }, [99], [{ e164: 1 }]],
  ...[
    'open',
    'won',
    'day',
    'moment',
    'import',
    'user',
    'field:1',
    'field:99',
    'stage',
    'removed',
    'contacts',
  ],
  ...['USD', 'XXX', 'Europe/Kyiv', 'Nowhere/Land', '2026-01-01', '2026-13-45', 'x', '[1]', '[99]', '{', '[]'],
  ...['9999-12-31T23:59:59.999Z', '+275760-09-13T00:00:00.000Z', '-271821-04-20T00:00:00.000Z', 'yesterday'],
]

const injuries: fc.Arbitrary<readonly Injury[]> = fc.array(
  fc.record({
    how: fc.constantFrom<Injury['how']>(
      ...['value', 'value', 'value', 'value', 'value', 'swap', 'swap'].map((how) => how as Injury['how']),
      ...(['drop key', 'add key', 'drop row', 'again', 'drop table', 'add table'] as const),
    ),
    table: fc.nat(),
    row: fc.nat(),
    key: fc.nat(),
    value: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...VALUES) },
      { weight: 1, arbitrary: fc.oneof(fc.string(), fc.integer(), fc.double()) },
    ),
  }),
  { minLength: 1, maxLength: 3 },
)

function injure(copy: Copy, { how, table, row, key, value }: Injury): void {
  const names = Object.keys(copy).filter((name) => Array.isArray(copy[name]))
  const filled = names.filter((name) => rowsOf(copy, name).length > 0)
  const name = filled[table % Math.max(1, filled.length)]
  if (name === undefined) return
  const rows = rowsOf(copy, name)
  const at = row % rows.length
  const one = rows[at] ?? {}
  const keys = Object.keys(one)
  const chosen = keys[key % Math.max(1, keys.length)] ?? 'id'
  if (how === 'value') one[chosen] = value
  else if (how === 'swap') one[chosen] = rows[(at + 1) % rows.length]?.[chosen]
  else if (how === 'drop key') delete one[chosen]
  else if (how === 'add key') one[String(value)] = value
  else if (how === 'drop row') rows.splice(at, 1)
  else if (how === 'again') rows.push({ ...one, ...(key % 2 === 0 ? { id: 99 } : {}) })
  else if (how === 'drop table') delete copy[name]
  else copy[String(value)] = [one]
}

function rowsOf(copy: Copy, name: string): Row[] {
  return copy[name] as Row[]
}

/** As `export all` writes it, a record a line, so that it is read line by line. */
function inLines(copy: Copy): string {
  const { schema, ...tables } = copy
  const sections = Object.entries(tables).map(([name, rows]) => {
    const lines = (rows as Row[]).map((row) => JSON.stringify(row)).join(',\n')
    return `${JSON.stringify(name)}:[\n${lines}\n]`
  })
  return `{"schema":${JSON.stringify(schema)},\n${sections.join(',\n')}}\n`
}

/** The bytes of a full copy, some of its rows or bytes spoilt. */
export function strangeCopy(text: string): fc.Arbitrary<Buffer> {
  const whole = fc.constant(Buffer.from(text))
  const injured = fc.tuple(injuries, fc.boolean()).map(([all, lines]) => {
    const copy = JSON.parse(text) as Copy
    for (const one of all) injure(copy, one)
    return Buffer.from(lines ? inLines(copy) : JSON.stringify(copy, null, 1))
  })
  return fc.oneof(
    { weight: 3, arbitrary: often(injured, spoilt(injured)) },
    { weight: 1, arbitrary: spoilt(whole) },
  )
}

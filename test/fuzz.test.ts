import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Trial, trial } from './cli/world.ts'

/** More for a long night: VORONKA_FUZZ=20000; the same again: VORONKA_FUZZ_SEED, as a failure prints it. */
const RUNS = Number(process.env['VORONKA_FUZZ'] ?? 150)
const SEED = Number(process.env['VORONKA_FUZZ_SEED'] ?? 20261014)
const DOCUMENTED = [0, 1, 2, 65, 66, 73, 74, 75, 77, 78, 130]
const SLOW_MS = 5000

const HEADERS = ['id', 'title', 'stage', 'status', 'amount', 'currency', 'created', 'closed', 'manager']
const ODD = ['', ' ', '"', '""', '\0', '\u001b[2J', '\u202e', '😀', '\ud800', '=1+1', '#REF!', '__proto__']
const CELLS: Record<string, readonly string[]> = {
  id: ['1', '2', '3', '007', '9007199254740993', '1E+15', ' 1 ', ...ODD],
  title: ['Балкон', 'a;b', 'a,b', 'x\ny', 'x'.repeat(3000), ...ODD],
  stage: ['New', 'new', ' OFFER', 'Won', 'успешно', 'lost', 'Nеw', 'Almost won', ...ODD],
  status: ['open', 'won', 'lost', 'maybe', ...ODD],
  amount: ['10', '1,250', '1.250', '1 250,50', '-5', '1e308', '9007199254740993', '(1)', '5 €', ...ODD],
  currency: ['USD', 'eur', 'руб', 'XXX', ...ODD],
  created: ['2026-01-05', '31.02.2026', '01/02/2026', '46023', '0001-01-01', '9999-12-31', ...ODD],
  closed: ['2026-02-05', '2020-01-01', '2026-02-05T10:00+99:00', '2027-01-01', ...ODD],
  manager: ['Anna', 'anna', 'Борис', 'all', '.', ...ODD],
}

/** The first one three times out of four. */
function often<T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: other })
}

const PLAIN: Record<string, string> = {
  stage: 'Offer',
  status: '',
  amount: '1200.50',
  currency: 'USD',
  created: '2026-01-05',
  closed: '',
}

/** Mostly what a person would write: a file of nothing but nonsense is refused before anything is tried. */
const cellOf = (header: string, row: number) =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constant(PLAIN[header] ?? `${header} ${row}`) },
    { weight: 2, arbitrary: fc.constantFrom(...(CELLS[header] ?? ODD)) },
    { weight: 1, arbitrary: fc.string() },
  )

const quoted = (cell: string) => (/[",\r\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const table = fc
  .record({
    headers: fc.subarray(HEADERS, { minLength: 1 }),
    whole: fc.boolean(),
    rows: fc.nat(8),
    delimiter: fc.constantFrom(',', ';', '\t'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
  })
  .chain(({ headers, whole, rows, delimiter, end }) => {
    const named = whole ? HEADERS : headers
    const cells = Array.from({ length: rows }, (_, row) =>
      fc.tuple(...named.map((name) => cellOf(name, row))),
    )
    return fc
      .tuple(...cells)
      .map((made) => [named, ...made].map((line) => line.map(quoted).join(delimiter)).join(end))
  })

interface Change {
  at: number
  byte: number
  how: 'set' | 'insert' | 'remove'
}

/** A byte changed, put in or taken away here and there. */
const mutations = often<Change[]>(
  fc.constant([]),
  fc.array(
    fc.record({
      at: fc.nat(),
      byte: fc.nat(255),
      how: fc.constantFrom<Change['how']>('set', 'insert', 'remove'),
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
)

function mutated(bytes: Buffer, changes: readonly Change[]): Buffer {
  return changes.reduce((now, { at, byte, how }) => {
    const place = now.length === 0 ? 0 : at % now.length
    const middle = how === 'remove' ? [] : [byte]
    return Buffer.concat([
      now.subarray(0, place),
      Buffer.from(middle),
      now.subarray(place + (how === 'insert' ? 0 : 1)),
    ])
  }, bytes)
}

const file = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(table, often(fc.constant<BufferEncoding>('utf8'), fc.constantFrom('utf16le', 'latin1')))
      .map(([text, encoding]) => Buffer.from(text, encoding)),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
)

const ANY = fc.oneof(
  fc.constantFrom('New', 'won', 'id', 'title', 'constructor', '', '=', 'x=', '99999999999', ...ODD),
  fc.string(),
)
const FLAGS = [
  'map',
  'set',
  'stage',
  'entered',
  'create-stages',
  'custom',
  'ignore',
  'key',
  'system',
  'pipeline',
]
const CHOSEN = [
  'on-existing',
  'duplicates',
  'encoding',
  'delimiter',
  'date-order',
  'decimal',
  'profile',
  'now',
  'format',
  'lang',
]
const USUAL = [
  'skip',
  'fail',
  'fill',
  'cp1251',
  'utf-16',
  ';',
  'tab',
  'dmy',
  'mdy',
  ',',
  '.',
  'json',
  'ru',
  '2026-11-01',
  'created',
]
const option = fc.oneof(
  fc.constantFrom(
    '--dry-run',
    '--explain-columns',
    '--set=stage=New',
    '--key=title',
    '--stage==New',
    '--date-order=dmy',
    '--decimal=.',
  ),
  fc.tuple(fc.constantFrom(...FLAGS), ANY).map(([flag, value]) => `--${flag}=${value}`),
  fc
    .tuple(fc.constantFrom(...CHOSEN), fc.oneof(fc.constantFrom(...USUAL), ANY))
    .map(([flag, value]) => `--${flag}=${value}`),
)

const importing = fc.record({
  bytes: file,
  changes: mutations,
  options: often<string[]>(fc.constant([]), fc.array(option, { maxLength: 3 })),
  rejects: fc.boolean(),
})

let room: Trial
beforeAll(async () => {
  room = trial()
  await room.run(['init', '--stages', 'New,Offer'])
  await room.run(['deal', 'add', 'Kept', '--amount', '100', '--manager', 'Anna'])
})

const copy = async () => (await room.run(['export', 'all'])).out

/** Nothing that a terminal would obey, and no sentence that was forgotten. */
function expectReadable(text: string): void {
  expect(text.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g)).toBeNull()
}

test('whatever is imported, however: a documented exit, all or nothing, and a sound workspace', {
  timeout: 60_000 + RUNS * 1000,
}, async () => {
  let undone = 0
  await fc.assert(
    fc.asyncProperty(importing, async ({ bytes, changes, options, rejects }) => {
      const input = room.path('input.csv')
      writeFileSync(input, mutated(bytes, changes))
      const aside = rejects ? ['--rejects', room.path('rejects.csv')] : []
      const argv = ['import', 'deals', input, ...options, ...aside]
      const before = await copy()
      const started = performance.now()
      const { exit, err } = await room.run(argv)
      expect(performance.now() - started).toBeLessThan(SLOW_MS)
      expect(DOCUMENTED).toContain(exit)
      if (exit !== 0) expect(err).not.toBe('')
      expectReadable(err)
      const after = await copy()
      if (exit !== 0 && !(exit === 65 && rejects)) expect(after).toBe(before)
      expect(await room.run(['doctor', '--quiet'])).toMatchObject({ exit: 0 })
      if (after === before) return
      undone++
      expect((await room.run(['undo'])).exit).toBe(0)
      expect(await copy()).toBe(before)
    }),
    { numRuns: RUNS, seed: SEED, interruptAfterTimeLimit: 50_000 + RUNS * 1000 },
  )
  expect(undone).toBeGreaterThan(RUNS / 50)
})

const WORDS = [
  'deal',
  'list',
  'add',
  'move',
  'show',
  'won',
  'lost',
  'stage',
  'funnel',
  'conversion',
  'undo',
  'export',
  'journal',
  'd1',
  'm1',
  'New',
  'all',
  '2026-09',
  '.',
]
const GLOBAL = [
  '--period',
  '--as-of',
  '--by',
  '--mode',
  '--compare',
  '--explain',
  '--manager',
  '--stage',
  '--limit',
  '--sort',
  '--amount',
  '--at',
  '--now',
  '--lang',
  '--format',
  '--field',
  '--known-at',
]
const word = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...WORDS) }, { weight: 1, arbitrary: ANY })
const flag = fc
  .tuple(fc.constantFrom(...GLOBAL), fc.oneof(word, ANY))
  .map(([name, value]) => `${name}=${value}`)
const line = fc
  .tuple(fc.array(word, { maxLength: 4 }), fc.array(flag, { maxLength: 3 }))
  .map(([words, flags]) => [...words, ...flags])

test('whatever is typed: a documented exit, a sentence, nothing done by halves', {
  timeout: 60_000 + RUNS * 1000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(line, async (argv) => {
      const before = await copy()
      const started = performance.now()
      const { exit, err } = await room.run(argv)
      expect(performance.now() - started).toBeLessThan(SLOW_MS)
      expect(DOCUMENTED).toContain(exit)
      expectReadable(err)
      if (exit !== 0) expect([err === '', await copy()]).toEqual([false, before])
    }),
    { numRuns: RUNS, seed: SEED },
  )
  expect((await room.run(['doctor'])).exit).toBe(0)
})

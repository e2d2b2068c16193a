import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Trial, trial } from './cli/world.ts'
import { type Imported, ODD, often, strangeFile } from './support/strange-tables.ts'

/** In all. More for a long night: VORONKA_FUZZ=100000; the same again: VORONKA_FUZZ_SEED, as a failure prints it. */
const RUNS = Number(process.env['VORONKA_FUZZ'] ?? (process.env['CI'] === undefined ? 500 : 2000))
const SEED = Number(process.env['VORONKA_FUZZ_SEED'] ?? 20261014)
const DOCUMENTED = [0, 1, 2, 65, 66, 73, 74, 75, 77, 78, 130]
const SLOW_MS = 5000

/** What part of the runs each kind of input gets. */
const SHARES = { deals: 0.3, history: 0.2, contacts: 0.2, companies: 0.1, typed: 0.2 }

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

const importing = (kind: Imported, own: string) =>
  fc.record({
    bytes: strangeFile(kind, own),
    options: often<string[]>(fc.constant([]), fc.array(option, { maxLength: 3 })),
    rejects: fc.boolean(),
  })

let room: Trial
const OWN: Record<Imported, string> = { deals: '', history: '', contacts: '', companies: '' }

beforeAll(async () => {
  room = trial()
  for (const line of [
    'init --stages New,Offer',
    'manager add Anna',
    'company add Acme --phone +12025550100',
    'contact add Olga --email olga@example.com --company Acme',
    'deal add Kept --amount 100 --manager Anna --company Acme --contact Olga --id 1',
    'deal move d1 Offer',
    'deal add Sold --amount 7 --tag a --id 2',
    'won d2',
    'deal add Gone --manager Anna',
    'lost d3 price',
  ])
    expect([line, (await room.run(line.split(' '))).exit]).toEqual([line, 0])
  for (const kind of KINDS) OWN[kind] = (await room.run(['export', kind])).out
})

const KINDS = ['deals', 'history', 'contacts', 'companies'] as const

const copy = async () => (await room.run(['export', 'all'])).out

/** Nothing that a terminal would obey, and no sentence that was forgotten. */
function expectReadable(text: string): void {
  expect(text.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g)).toBeNull()
}

test.each(KINDS)(
  'whatever is imported as %s, however: a documented exit, all or nothing, a sound workspace',
  {
    timeout: 60_000 + RUNS * 1000,
  },
  async (kind) => {
    const numRuns = Math.ceil(RUNS * SHARES[kind])
    let undone = 0
    await fc.assert(
      fc.asyncProperty(importing(kind, OWN[kind]), async ({ bytes, options, rejects }) => {
        const input = room.path('input.csv')
        writeFileSync(input, bytes)
        const aside = rejects ? ['--rejects', room.path('rejects.csv')] : []
        const before = await copy()
        const started = performance.now()
        const { exit, err } = await room.run(['import', kind, input, ...options, ...aside])
        expect(performance.now() - started).toBeLessThan(SLOW_MS)
        expect(DOCUMENTED).toContain(exit)
        if (exit !== 0) expect(err).not.toBe('')
        expectReadable(err)
        const after = await copy()
        if (exit !== 0 && !(exit === 65 && rejects)) expect(after).toBe(before)
        expect(await room.run(['doctor', '--quiet'])).toMatchObject({ exit: 0 })
        if (after === before) return
        undone++
        const again = await room.run(['import', kind, input, ...options, '--format', 'json', ...aside])
        expect(DOCUMENTED).toContain(again.exit)
        expect(await copy()).toBe(after)
        expect((await room.run(['undo'])).exit).toBe(0)
        expect(await copy()).toBe(before)
      }),
      { numRuns, seed: SEED, interruptAfterTimeLimit: 50_000 + RUNS * 1000 },
    )
    expect(undone).toBeGreaterThan(numRuns / 50)
  },
)

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
    { numRuns: Math.ceil(RUNS * SHARES.typed), seed: SEED },
  )
  expect((await room.run(['doctor'])).exit).toBe(0)
})

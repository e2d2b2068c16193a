import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { ANY_WORD, fuzzImports } from './support/fuzzed-imports.ts'
import { Arena, fuzz, look, TIMEOUT } from './support/fuzzing.ts'
import { strangeText } from './support/strange-files.ts'
import type { Imported } from './support/strange-tables.ts'

/** What part of all runs each kind of input gets; the other files of fuzz tests have the rest. */
const SHARES: readonly (readonly [Imported, number])[] = [
  ['deals', 0.16],
  ['history', 0.08],
  ['contacts', 0.09],
  ['companies', 0.05],
  ['activities', 0.07],
  ['tasks', 0.05],
  ['plans', 0.05],
]

let arena: Arena

beforeAll(async () => {
  arena = await Arena.make()
})

test.each(SHARES)(
  'whatever text is imported as %s, however: a documented exit, all or nothing, a sound workspace',
  { timeout: TIMEOUT },
  async (kind, share) => {
    await fuzzImports(arena, kind, share, strangeText(kind, arena.own[kind]))
  },
)

const WORDS = [
  ...[
    'deal',
    'contact',
    'company',
    'manager',
    'activity',
    'task',
    'plan',
    'field',
    'stage',
    'pipeline',
    'fx',
  ],
  ...[
    'list',
    'add',
    'edit',
    'rm',
    'merge',
    'move',
    'show',
    'set',
    'won',
    'lost',
    'funnel',
    'conversion',
    'undo',
  ],
  ...[
    'export',
    'journal',
    'dupes',
    'config',
    'd1',
    'c1',
    'o1',
    'm1',
    'a1',
    't1',
    'p1',
    'New',
    'all',
    '2026-09',
    '.',
  ],
]
const GLOBAL = [
  ...[
    'period',
    'as-of',
    'by',
    'mode',
    'compare',
    'explain',
    'manager',
    'stage',
    'limit',
    'sort',
    'amount',
    'at',
  ],
  ...[
    'now',
    'lang',
    'format',
    'field',
    'known-at',
    'name',
    'phone',
    'email',
    'type',
    'choices',
    'note',
    'tag',
  ],
]
const word = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...WORDS) }, { weight: 1, arbitrary: ANY_WORD })
const flag = fc
  .tuple(fc.constantFrom(...GLOBAL), fc.oneof(word, ANY_WORD))
  .map(([name, value]) => `--${name}=${value}`)
const line = fc
  .tuple(fc.array(word, { maxLength: 4 }), fc.array(flag, { maxLength: 3 }))
  .map(([words, flags]) => [...words, ...flags])

const NOTHING = new Uint8Array()

test('whatever is typed: a documented exit, a sentence, nothing done by halves', {
  timeout: TIMEOUT,
}, async () => {
  await fuzz(0.1, line, async (argv) => {
    arena.begin(NOTHING)
    const { exit } = await arena.run(argv)
    const after = look(arena.workspace, arena.begun)
    if (exit !== 0) expect(after.all).toBe(arena.begun.all)
  })
})

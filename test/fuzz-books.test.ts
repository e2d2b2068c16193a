import { beforeAll, test } from 'vitest'
import { fuzzImports } from './support/fuzzed-imports.ts'
import { Arena, TIMEOUT } from './support/fuzzing.ts'
import { strangeBook } from './support/strange-books.ts'
import type { Imported } from './support/strange-tables.ts'

/** What part of all runs each kind of input gets. */
const SHARES: readonly (readonly [Imported, number])[] = [
  ['deals', 0.1],
  ['history', 0.03],
  ['contacts', 0.05],
  ['companies', 0.02],
  ['activities', 0.03],
  ['tasks', 0.02],
  ['plans', 0.02],
]

let arena: Arena

beforeAll(async () => {
  arena = await Arena.make()
})

test.each(SHARES)(
  'whatever workbook is imported as %s, however: a documented exit, all or nothing, a sound workspace',
  { timeout: TIMEOUT },
  async (kind, share) => {
    await fuzzImports(arena, kind, share, strangeBook(kind, arena.own[kind]))
  },
)

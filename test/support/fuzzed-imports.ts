import fc from 'fast-check'
import { expect } from 'vitest'
import { type Arena, fuzz, look } from './fuzzing.ts'
import { type Imported, ODD, often } from './strange-tables.ts'

/** Whatever can stand on a command line: half of a letter cannot. */
export const ANY_WORD = fc
  .oneof(
    fc.constantFrom('New', 'won', 'id', 'title', 'constructor', '', '=', 'x=', '99999999999', ...ODD),
    fc.string(),
  )
  .map((word) => word.toWellFormed())
const FLAGS = [
  ...['map', 'set', 'stage', 'entered', 'create-stages', 'custom', 'ignore', 'key', 'system', 'pipeline'],
  ...['sheet', 'kind', 'undated', 'save-profile'],
]
const CHOSEN = [
  ...['on-existing', 'duplicates', 'encoding', 'delimiter', 'date-order', 'decimal', 'profile', 'now'],
  ...['format', 'lang'],
]
const USUAL = [
  ...['skip', 'fail', 'fill', 'cp1251', 'utf-16', ';', 'tab', 'dmy', 'mdy', ',', '.', 'json', 'ru'],
  ...['2026-11-01', 'created'],
]
const PLAIN = [
  ...['--dry-run', '--explain-columns', '--set=stage=New', '--key=title', '--stage==New', '--date-order=dmy'],
  ...['--decimal=.', '--set=metric=calls', '--ignore=*', '--kind=x=call'],
]
const option = fc.oneof(
  fc.constantFrom(...PLAIN),
  fc.tuple(fc.constantFrom(...FLAGS), ANY_WORD).map(([flag, value]) => `--${flag}=${value}`),
  fc
    .tuple(fc.constantFrom(...CHOSEN), fc.oneof(fc.constantFrom(...USUAL), ANY_WORD))
    .map(([flag, value]) => `--${flag}=${value}`),
)

/**
 * Imports inputs: a documented exit, all or nothing, a sound workspace; the same again changes nothing, and undo leads
 * back. Some of them must be taken.
 */
export async function fuzzImports(
  arena: Arena,
  kind: Imported,
  share: number,
  inputs: fc.Arbitrary<Uint8Array>,
): Promise<void> {
  const importing = fc.record({
    bytes: inputs,
    options: often<string[]>(fc.constant([]), fc.array(option, { maxLength: 3 })),
    rejects: fc.boolean(),
    piped: often(fc.constant(false), fc.boolean()),
  })
  let taken = 0
  const runs = await fuzz(share, importing, async ({ bytes, options, rejects, piped }) => {
    arena.begin(bytes)
    const { workspace, begun } = arena
    const aside = rejects ? ['--rejects', arena.path('rejects.csv')] : []
    const source = piped ? '-' : arena.input
    const imported = (...more: string[]) =>
      arena.run(['import', kind, source, ...options, ...more, ...aside], { stdin: bytes })
    const { exit } = await imported()
    arena.expectTidy('rejects.csv')
    const after = look(workspace, begun)
    if (exit !== 0 && !(exit === 65 && rejects)) expect(after.all).toBe(begun.all)
    if (after.inForce === begun.inForce) return
    taken++
    await imported('--format', 'json')
    expect(look(workspace, after).inForce).toBe(after.inForce)
    expect((await arena.run(['undo'])).exit).toBe(0)
    expect(look(workspace).inForce).toBe(begun.inForce)
  })
  expect(taken).toBeGreaterThan(runs / 50)
}

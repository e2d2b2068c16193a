import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { Arena, fuzz, look, TIMEOUT } from './support/fuzzing.ts'
import { strangeCopy } from './support/strange-copies.ts'

let arena: Arena

beforeAll(async () => {
  arena = await Arena.make()
})

test('whatever full copy is put into a new workspace: that, sound and the same again, or no workspace', {
  timeout: TIMEOUT,
}, async () => {
  const inputs = fc.record({ bytes: strangeCopy(arena.own.all), begun: fc.boolean() })
  let taken = 0
  const runs = await fuzz(0.08, inputs, async ({ bytes, begun }) => {
    arena.begin(bytes)
    const [file, into] = [arena.path('new.db'), ['--db', arena.path('new.db')]]
    if (begun) await arena.run(['init', '--stages', 'A,B', ...into])
    const before = begun ? look(file) : undefined
    const { exit } = await arena.run(['import', 'all', arena.input, ...into])
    arena.expectTidy(...(begun || exit === 0 ? ['new.db'] : []))
    if (before !== undefined && exit !== 0) expect(look(file, before).all).toBe(before.all)
    if (exit !== 0) return
    taken++
    look(file)
    const again = ['--db', arena.path('again.db')]
    const copy = await arena.run(['export', 'all', ...into])
    expect((await arena.run(['import', 'all', '-', ...again], { stdin: copy.out })).exit).toBe(0)
    expect((await arena.run(['export', 'all', ...again])).out).toBe(copy.out)
    expect((await arena.run(['funnel', 'all', '--by', 'manager', ...into])).exit).toBe(0)
    expect((await arena.run(['deal', 'list', ...into])).exit).toBe(0)
  })
  expect(taken).toBeGreaterThan(runs / 50)
})

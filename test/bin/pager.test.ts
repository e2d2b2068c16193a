import { beforeAll, expect, test } from 'vitest'
import { Terminal } from '../support/at-terminal.ts'
import { type Spawned, spawned } from '../support/spawned.ts'

/** Marks every line that went through it. */
const PAGER = 'sed "s/^/| /"'

let home: Spawned
beforeAll(() => {
  home = spawned({ VORONKA_DB: 'sales.db', LC_ALL: 'C.UTF-8', NO_COLOR: '1', PAGER, TERM: 'xterm' })
  const stages = Array.from({ length: 12 }, (_, i) => `Stage ${i + 1}`).join(',')
  expect(home.shell(`voronka init --stages "${stages}" --quiet`).exit).toBe(0)
})

async function atTerminal(argv: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const terminal = new Terminal(home, home.path('bin/voronka'), argv, 10, env)
  const exit = await terminal.ended
  const lines = terminal.text.split('\n')
  return { exit, lines: lines.length, paged: lines.filter((line) => line.startsWith('| ')).length }
}

test('what is longer than the terminal is shown page by page', async () => {
  expect(await atTerminal(['stage', 'list'])).toEqual({ exit: 0, lines: 15, paged: 15 })
  expect(await atTerminal(['stage', 'list', '--no-pager'])).toEqual({ exit: 0, lines: 15, paged: 0 })
  expect(await atTerminal(['stage', 'list'], { PAGER: '' })).toEqual({ exit: 0, lines: 15, paged: 0 })
  expect(await atTerminal(['pipeline', 'list'])).toMatchObject({ exit: 0, paged: 0 })
  expect(home.shell('voronka stage list | grep -c "^| "').out).toBe('0\n')
})

test('a pager that is left early is no error, one that is not there is done without', async () => {
  expect(await atTerminal(['stage', 'list'], { PAGER: 'head -n 1' })).toEqual({ exit: 0, lines: 1, paged: 0 })
  expect(await atTerminal(['stage', 'list'], { PAGER: 'no-such-pager' })).toMatchObject({
    exit: 0,
    lines: 16,
  })
  expect(await atTerminal(['stage', 'list'], { PAGER: '/' })).toMatchObject({ exit: 0, lines: 16 })
  expect(await atTerminal(['stage', 'list'], { PAGER: ' ' })).toEqual({ exit: 0, lines: 15, paged: 0 })
})

test('it may be off for good', async () => {
  expect(home.shell('voronka config set pager off --quiet').exit).toBe(0)
  expect(await atTerminal(['stage', 'list'])).toEqual({ exit: 0, lines: 15, paged: 0 })
  expect(home.shell('voronka config set pager on --quiet').exit).toBe(0)
  expect(await atTerminal(['stage', 'list'])).toEqual({ exit: 0, lines: 15, paged: 15 })
  expect(home.shell('voronka config set pager maybe').exit).toBe(2)
})

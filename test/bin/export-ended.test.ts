import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { type Spawned, spawned } from '../support/spawned.ts'

/** Deals enough for an export to be caught at it. */
const MANY = 40_000

let home: Spawned

beforeAll(() => {
  home = spawned({ VORONKA_DB: 'sales.db', LC_ALL: 'C.UTF-8' })
  const rows = Array.from({ length: MANY }, (_, n) => `${n + 1},Deal ${n + 1},New,${n + 1},2026-03-01`)
  writeFileSync(home.path('deals.csv'), `id,title,stage,amount,created\n${rows.join('\n')}\n`)
  expect(home.shell('voronka init --stages New,Offer --quiet').exit).toBe(0)
  expect(home.shell('voronka import deals deals.csv --quiet').exit).toBe(0)
}, 120_000)

/** Runs it, and sends the signal when the folder that it writes in is there. */
function ended(
  argv: readonly string[],
  signal: NodeJS.Signals,
): Promise<{ exit: number | null; err: string }> {
  const child = spawn(home.path('bin/voronka'), [...argv], {
    cwd: home.folder,
    env: home.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const watch = setInterval(() => {
    if (!readdirSync(home.folder).some((name) => /^out\.[a-z]+\..{6}$/.test(name))) return
    clearInterval(watch)
    child.kill(signal)
  }, 1)
  return new Promise((resolve) => {
    child.on('close', (exit) => {
      clearInterval(watch)
      resolve({ exit, err })
    })
  })
}

test.each([
  ['SIGINT', 'out.csv', 'deals'],
  ['SIGTERM', 'out.csv', 'history'],
  ['SIGHUP', 'out.json', 'all'],
  ['SIGINT', 'out.xlsx', 'deals'],
] as const)(
  '%s while %s is written leaves the file as it was, and nothing beside it',
  async (signal, file, what) => {
    writeFileSync(home.path(file), 'before\n')
    const names = readdirSync(home.folder)
    const ran = await ended(['export', what, '--output', file], signal)
    expect(ran).toEqual({ exit: 130, err: `Cancelled: ${file} was not written\n` })
    expect(readdirSync(home.folder)).toEqual(names)
    expect(readFileSync(home.path(file), 'utf8')).toBe('before\n')
  },
  60_000,
)

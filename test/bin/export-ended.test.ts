import { type ChildProcess, spawn } from 'node:child_process'
import {
  closeSync,
  constants,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
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
})

interface Ended {
  exit: number | null
  /** Of which it died. */
  signal: NodeJS.Signals | null
  err: string
}

function started(argv: readonly string[]): { child: ChildProcess; end: Promise<Ended> } {
  const child = spawn(home.path('bin/voronka'), [...argv], {
    cwd: home.folder,
    env: home.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const end = new Promise<Ended>((resolve) => {
    child.on('close', (exit, signal) => resolve({ exit, signal, err }))
  })
  return { child, end }
}

/** Runs it, and sends the signal when the folder that it writes in is there. */
async function ended(argv: readonly string[], signal: NodeJS.Signals): Promise<Ended> {
  // Told by the system: on a busy machine a look every so often comes too late.
  let isSent = false
  const watcher = watch(home.folder, (_, name) => {
    if (isSent || name === null || !/^out\.[a-z]+\..{6}$/.test(name)) return
    isSent = child.kill(signal)
  })
  const { child, end } = started(argv)
  try {
    return await end
  } finally {
    watcher.close()
  }
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
    expect(ran).toEqual({ exit: 130, signal: null, err: `Cancelled: ${file} was not written\n` })
    expect(readdirSync(home.folder)).toEqual(names)
    expect(readFileSync(home.path(file), 'utf8')).toBe('before\n')
  },
  60_000,
)

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends it while it waits for the reader of a pipe',
  async (signal) => {
    expect(home.shell('rm -f out.pipe && mkfifo out.pipe').exit).toBe(0)
    const names = written()
    const pipe = openSync(home.path('out.pipe'), constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const { child, end } = started(['export', 'deals', '--output', 'out.pipe'])
      while (child.exitCode === null && !hasByte(pipe)) await pause(5)
      child.kill(signal)
      expect(await end).toEqual({ exit: null, signal, err: '' })
    } finally {
      closeSync(pipe)
    }
    expect(written()).toEqual(names)
  },
  60_000,
)

/** The database may have its own files beside it. */
const written = () => readdirSync(home.folder).filter((name) => name.startsWith('out.'))

/** Takes a byte out of a pipe, which is then being written into; the rest of it stays there. */
function hasByte(pipe: number): boolean {
  try {
    return readSync(pipe, Buffer.alloc(1)) === 1
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return false
    throw error
  }
}

import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { Store } from '../src/store/store.ts'
import { type Ran, trial } from './cli/world.ts'
import { freshFolder } from './support/folders.ts'
import { spawned } from './support/spawned.ts'

/** The program as people run it: what files, disks, pipes and sudden ends do to it. */
const BIN = resolve('bin/voronka.js')
const folder = freshFolder('onDisk')
const demo = join(folder, 'demo.db')
/** A copy large enough to be caught while it is being read. */
const big = join(folder, 'big.json')
const BIG = 3_000

const env = {
  PATH: process.env['PATH'],
  NO_COLOR: '1',
  LANG: 'C',
  TZ: 'UTC',
  VORONKA_NOW: '2026-10-14',
  XDG_CACHE_HOME: join(folder, 'cache'),
  HOME: folder,
}

function voronka(
  args: readonly string[],
  options: { uid?: number; stdout?: number } = {},
): SpawnSyncReturns<string> {
  const { uid, stdout } = options
  return spawnSync(process.execPath, [BIN, ...args], {
    env,
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', stdout ?? 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
}

function ended(
  args: readonly string[],
  onStart?: (kill: () => void) => void,
): Promise<{ exit: number | null; err: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      env,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.on('close', (exit) => done({ exit, err }))
    onStart?.(() => child.kill('SIGKILL'))
  })
}

/** As cron does it: one that waited too long for the others is told to try again. */
async function insisting(args: readonly string[]): Promise<{ exit: number | null; err: string }> {
  for (;;) {
    const ran = await ended(args)
    if (ran.exit !== 75) return ran
  }
}

const room = trial()

/** What the program says where nothing of its process is tried: in this one it need not be started. */
function asked(...args: string[]): Promise<Ran> {
  return room.run(args)
}

async function done(...args: string[]): Promise<string> {
  const { exit, out } = await asked(...args)
  expect([args, exit]).toEqual([args, 0])
  return out
}

function said({ status, stdout, stderr }: SpawnSyncReturns<string>) {
  return { exit: status, out: stdout, err: stderr }
}

/** The demo's copy with its deals and history repeated under new ids. */
async function enlarge(): Promise<void> {
  const copy = JSON.parse(await done('export', 'all', '--db', demo))
  const { deals, history } = copy
  const [deal, row] = [deals.at(-1).id, history.at(-1).id]
  const times = Math.ceil(BIG / deals.length)
  const repeat = <T>(list: T[], change: (item: T, n: number) => T) =>
    Array.from({ length: times }, (_, n) => list.map((item) => change(item, n))).flat()
  copy.deals = repeat(deals, (item: { id: number }, n) => ({ ...item, id: item.id + n * deal }))
  copy.history = repeat(history, (item: { id: number; dealId: number }, n) => ({
    ...item,
    id: item.id + n * row,
    dealId: item.dealId + n * deal,
  }))
  writeFileSync(big, JSON.stringify(copy))
}

beforeAll(async () => {
  await done('demo', '--db', demo, '--quiet')
  await enlarge()
})

/** A second file with the demo in it. */
async function another(name: string): Promise<string> {
  const path = join(folder, name)
  await done('backup', path, '--db', demo, '--quiet')
  return path
}

test('kill -9 at any moment of a large import leaves all of it or nothing', async () => {
  const path = join(folder, 'killed.db')
  await done('init', '--stages', 'A,B', '--db', path, '--quiet')
  const before = await done('export', 'all', '--db', path)
  const started = performance.now()
  const whole = join(folder, 'whole.db')
  expect((await ended(['import', 'all', big, '--db', whole])).exit).toBe(0)
  const takes = performance.now() - started
  const after = await done('export', 'all', '--db', whole)
  for (let n = 0; n < 20; n++) {
    // Spread over the whole run, its end most of all: that is where it is being written down.
    await ended(['import', 'all', big, '--db', path], (kill) =>
      setTimeout(kill, takes * (n / 19) ** 0.5 * 1.02),
    )
    const now = await done('export', 'all', '--db', path)
    expect(now === before || now === after).toBe(true)
    if (now === after) await done('undo', '--db', path, '--quiet')
  }
  await done('doctor', '--db', path, '--format', 'json')
})

/** A CSV of deals, large enough to be caught half read. */
function dealsFile(rows: number): string {
  const path = join(folder, 'many.csv')
  const lines = Array.from(
    { length: rows },
    (_, n) =>
      `W-${n},Window ${n},${n % 3 === 0 ? 'Won' : 'A'},Manager ${n % 7},${100 + n},2026-0${1 + (n % 9)}-05,2026-09-20`,
  )
  writeFileSync(path, `${['ID,Title,Stage,Manager,Amount,Created,Closed', ...lines].join('\n')}\n`)
  return path
}

test('kill -9 at any moment of an import of deals leaves all of them or none, and a sound file', async () => {
  const path = join(folder, 'killed-deals.db')
  const file = dealsFile(ROWS)
  await done('init', '--stages', 'A,B', '--db', path, '--quiet')
  const whole = join(folder, 'whole-deals.db')
  await done('backup', whole, '--db', path)
  const started = performance.now()
  expect((await ended(['import', 'deals', file, '--db', whole])).exit).toBe(0)
  const takes = performance.now() - started
  const found = new Set<number>()
  for (let n = 0; n < 20; n++) {
    await ended(['import', 'deals', file, '--db', path], (kill) =>
      setTimeout(kill, takes * (n / 19) ** 0.5 * 1.02),
    )
    const { deals } = JSON.parse(await done('doctor', '--db', path, '--format', 'json')).counts
    found.add(deals)
    if (deals > 0) await done('undo', '--db', path, '--quiet')
  }
  expect([...found].filter((deals) => deals !== 0 && deals !== ROWS)).toEqual([])
})

const ROWS = 6_000

test('what comes by standard input has no name on the disk, so that nothing of it stays', async () => {
  const temporary = join(folder, 'temporary')
  mkdirSync(temporary)
  const child = spawn(process.execPath, [BIN, 'import', 'deals', '-', '--db', demo], {
    env: { ...env, TMPDIR: temporary },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const ended = new Promise((done) => child.on('close', done))
  child.stdin.on('error', () => {})
  const row = `${'x'.repeat(60_000)},y\n`
  child.stdin.write('id,title\n')
  for (let i = 0; i < 200; i++)
    if (!child.stdin.write(row)) await new Promise((done) => child.stdin.once('drain', done))
  expect(readdirSync(temporary)).toEqual([])
  child.kill('SIGKILL')
  await ended
  expect(readdirSync(temporary)).toEqual([])
})

test('a folder of temporary files that is not there is no fault of the program', () => {
  const { shell } = spawned()
  const { exit, err } = shell('voronka demo', { TMPDIR: '/nowhere' })
  expect([exit, err]).toEqual([
    74,
    '/nowhere could not be written (there is no such folder). Nothing was left there\n',
  ])
})

test('a workspace is a file, though its name is what SQLite calls none', () => {
  const { shell } = spawned()
  shell('voronka init --stages A,B --db :memory:')
  expect(shell('voronka deal add X --db :memory:').exit).toBe(0)
})

test('the same file imported twice at once is imported once', async () => {
  const path = join(folder, 'twice.db')
  const file = dealsFile(ROWS)
  await done('init', '--stages', 'A,B', '--db', path, '--quiet')
  const both = await Promise.all([1, 2].map(() => ended(['import', 'deals', file, '--db', path])))
  // The one that waited too long says so in words, and cron may try again.
  for (const { exit } of both) expect([0, 75]).toContain(exit)
  expect(JSON.parse(await done('doctor', '--db', path, '--format', 'json')).counts.deals).toBe(ROWS)
})

test('reports are read, and backups made, while a large import is being written', async () => {
  const path = join(folder, 'read.db')
  await done('init', '--stages', 'A,B', '--db', path, '--quiet')
  let importing = true
  const written = ended(['import', 'all', big, '--db', path]).finally(() => {
    importing = false
  })
  let reads = 0
  while (importing) {
    const read = await ended(['funnel', 'all', '--db', path])
    expect(read.exit).toBe(0)
    reads += 1
    if (reads === 1)
      expect(await ended(['backup', join(folder, 'meanwhile.db'), '--db', path])).toMatchObject({ exit: 0 })
  }
  expect((await written).exit).toBe(0)
  // How many more there were is a matter of how fast the machine is.
  expect(reads).toBeGreaterThan(0)
  await done('doctor', '--db', join(folder, 'meanwhile.db'))
})

test('forty commands that write at once: each is done, none is lost', async () => {
  const path = await another('crowd.db')
  const count = async () => JSON.parse(await done('doctor', '--db', path, '--format', 'json')).counts.deals
  const before = await count()
  const all = await Promise.all(
    Array.from({ length: 40 }, (_, n) => insisting(['deal', 'add', `Crowd ${n}`, '--db', path, '--quiet'])),
  )
  expect(all).toEqual(all.map(() => ({ exit: 0, err: '' })))
  expect(await count()).toBe(before + 40)
})

test('who cannot write because another writes is told to come back, exit 75', async () => {
  const path = await another('busy.db')
  const store = Store.open(path)
  store.db.raw.exec('begin immediate')
  const ran = said(voronka(['undo', '--db', path]))
  store.db.raw.exec('rollback')
  store.close()
  expect(ran).toEqual({
    exit: 75,
    out: '',
    err: `${path} is busy: another Voronka is writing to it. Try again in a moment\n`,
  })
})

const nobody = 65534
const root = process.getuid?.() === 0

test.skipIf(!root)(
  'a file and a folder that cannot be written are read all the same (tried as nobody; needs root)',
  async () => {
    const room = join(folder, 'locked')
    mkdirSync(room)
    const path = await another('locked/x.db')
    const expected = voronka(['funnel', 'all', '--db', path]).stdout
    chmodSync(path, 0o644)
    chmodSync(folder, 0o755)
    for (const [mode, what] of [
      [0o777, 'file'],
      [0o755, 'folder'],
    ] as const) {
      chmodSync(room, mode)
      expect({ what, ...said(voronka(['funnel', 'all', '--db', path], { uid: nobody })) }).toEqual({
        what,
        exit: 0,
        out: expected,
        err: '',
      })
      expect({ what, ...said(voronka(['undo', '--db', path], { uid: nobody })) }).toEqual({
        what,
        exit: 77,
        out: '',
        err: `${path} cannot be written: no permission. Reports still work; to write, mend the permissions or name another file with --db\n`,
      })
      for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
    }
    chmodSync(path, 0o600)
    expect(said(voronka(['funnel', 'all', '--db', path], { uid: nobody }))).toEqual({
      exit: 77,
      out: '',
      err: `${path} cannot be opened: no permission\n`,
    })
    expect(said(voronka(['backup', join(room, 'b.db'), '--db', demo], { uid: nobody })).exit).toBe(77)
    const made = join(room, 'new.db')
    expect(said(voronka(['init', '--stages', 'A,B', '--db', made], { uid: nobody }))).toMatchObject({
      exit: 77,
      err: `${made} could not be written (no permission). Nothing was left there\n`,
    })
    chownSync(room, 0, 0)
  },
)

test('files that are no workspace', async () => {
  const path = join(folder, 'noise.db')
  const noise = Buffer.from(Array.from({ length: 9000 }, (_, n) => (n * 7919) % 256))
  writeFileSync(path, noise)
  expect(said(voronka(['funnel', '--db', path]))).toEqual({
    exit: 78,
    out: '',
    err: `${path} is not a Voronka workspace. Name the right file with --db\n`,
  })
  expect(readFileSync(path).equals(noise)).toBe(true)
  expect(said(voronka(['funnel', '--db', folder]))).toEqual({
    exit: 66,
    out: '',
    err: `${folder} is a directory. Name a file in it with --db\n`,
  })
  const newer = await another('newer.db')
  const store = Store.open(newer)
  store.db.raw.pragma('user_version = 999')
  store.close()
  expect(said(voronka(['funnel', '--db', newer]))).toMatchObject({ exit: 78, out: '' })
  expect(voronka(['funnel', '--db', newer]).stderr).toMatch(/was written by a newer Voronka \(format 999/)
  const half = await another('half.db')
  writeFileSync(half, readFileSync(half).subarray(0, statSync(half).size / 2))
  const ran = said(voronka(['doctor', '--db', half]))
  expect(ran.exit === 78 || ran.exit === 10).toBe(true)
  expect(ran.err + ran.out).toMatch(/damaged/)
})

const PLACES: readonly (readonly [path: string, init: number, restore: number])[] = [
  ['/proc/none/x.db', 73, 73],
  ['/dev/null/x.db', 73, 73],
  ['/dev/zero', 1, 78],
  ['.', 1, 66],
]

test.each(PLACES)('no workspace can be made at %s, which is said at once', async (path, init, restore) => {
  const backup = join(folder, 'placed.db')
  if (!existsSync(backup)) await done('backup', backup, '--db', demo)
  expect(voronka(['init', '--stages', 'A', '--db', path])).toMatchObject({ status: init })
  expect(voronka(['restore', backup, '--yes', '--db', path])).toMatchObject({ status: restore })
})

test('a folder that cannot be made is no reason to wait for ever', () => {
  const ran = voronka(['export', 'deals', '--output', '/proc/none/x.csv', '--db', demo])
  expect(said(ran)).toMatchObject({ exit: 73, out: '' })
  expect(said(voronka(['backup', '/proc/none/x.db', '--db', demo]))).toMatchObject({ exit: 73, out: '' })
})

test('a full disk: nothing is left half written', () => {
  const full = openSync('/dev/full', 'w')
  expect(said(voronka(['export', 'deals', '--db', demo], { stdout: full }))).toMatchObject({ exit: 74 })
  closeSync(full)
  const room = join(folder, 'small')
  mkdirSync(room)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', room]).status !== 0) return
  try {
    const file = join(room, 'out.json')
    const ran = voronka(['export', 'all', '--db', join(folder, 'whole.db'), '--output', file])
    expect({ exit: ran.status, left: readdirSync(room) }).toEqual({ exit: 74, left: [] })
    const copy = join(room, 'copy.db')
    expect(voronka(['backup', copy, '--db', join(folder, 'whole.db')])).toMatchObject({ status: 74 })
    expect(readdirSync(room)).toEqual([])
    const fresh = join(room, 'fresh.db')
    expect(voronka(['import', 'all', big, '--db', fresh])).toMatchObject({ status: 74 })
    expect(existsSync(fresh)).toBe(false)
  } finally {
    spawnSync('umount', [room])
  }
})

test('a change that finds no room is refused, and the workspace stays as it was', () => {
  const room = join(folder, 'tight')
  mkdirSync(room)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', room]).status !== 0) return
  try {
    const work = join(room, 'work.db')
    expect(voronka(['init', '--stages', 'New', '--db', work])).toMatchObject({ status: 0 })
    const before = readFileSync(work)
    const { bavail, bsize } = statfsSync(room)
    writeFileSync(join(room, 'filler'), Buffer.alloc(bavail * bsize))
    expect(said(voronka(['contact', 'add', 'Anna', '--db', work]))).toEqual({
      exit: 74,
      out: '',
      err: `The disk of ${work} is full. Nothing was changed; free some room and try again\n`,
    })
    expect(readFileSync(work).equals(before)).toBe(true)
  } finally {
    spawnSync('umount', [room])
  }
})

test('a big answer arrives whole through a slow pipe, and a closed one is no error', () => {
  const path = join(folder, 'whole.db')
  const shell = (line: string) =>
    spawnSync('bash', ['-c', `set -o pipefail; ${line}`, process.execPath, BIN, path], {
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
  const run = '"$0" "$1" export deals --db "$2"'
  const file = join(folder, 'whole.csv')
  expect(voronka(['export', 'deals', '--db', path, '--output', file]).status).toBe(0)
  const slow = shell(`${run} | (sleep 1; cat)`)
  expect({ exit: slow.status, err: slow.stderr, same: slow.stdout === readFileSync(file, 'utf8') }).toEqual({
    exit: 0,
    err: '',
    same: true,
  })
  const head = shell(`${run} | head -1`)
  expect({ exit: head.status, err: head.stderr, lines: head.stdout.split('\n').length }).toEqual({
    exit: 0,
    err: '',
    lines: 2,
  })
})

test('a restore beside writers loses nothing that was confirmed, and the file stays sound', async () => {
  const room = join(folder, 'restored')
  mkdirSync(room)
  const [path, base] = [join(room, 'a.db'), join(room, 'base.db')]
  await done('init', '--stages', 'New', '--db', path)
  await done('backup', base, '--db', path)
  for (let round = 0; round < 4; round++) {
    const names = Array.from({ length: 3 }, (_, n) => `Round ${round} deal ${n}`)
    const [restored, ...added] = await Promise.all([
      insisting(['restore', base, '--yes', '--db', path]),
      ...names.map((name) => insisting(['deal', 'add', name, '--db', path])),
    ])
    expect(restored).toMatchObject({ exit: 0 })
    const aside = / (\S*replaced\S*)\n/.exec(restored.err)?.[1] ?? ''
    const lists = [path, aside].map((file) => done('deal', 'list', '--db', file, '--format', 'csv'))
    const kept = (await Promise.all(lists)).join('')
    for (const [i, { exit }] of added.entries()) {
      expect(exit).toBe(0)
      expect(kept.includes(names[i] ?? '?')).toBe(true)
    }
    for (const file of [path, aside]) await done('doctor', '--db', file, '--quiet')
  }
})

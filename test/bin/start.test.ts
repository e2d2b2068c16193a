import { type SpawnSyncOptionsWithStringEncoding, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { freshFolder } from '../support/folders.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** The program as people start it, with a cache and a workspace of its own. */
function starter(root = ROOT) {
  const folder = freshFolder()
  const cache = join(folder, 'cache', 'voronka')
  const options = (env: NodeJS.ProcessEnv = {}): SpawnSyncOptionsWithStringEncoding => ({
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      XDG_CACHE_HOME: join(folder, 'cache'),
      VORONKA_DB: join(folder, 'trial.db'),
      VORONKA_NOW: '2026-10-14',
      ...env,
    },
  })
  const words = (line: readonly string[]) => [join(root, 'bin/voronka.js'), ...line]
  return {
    folder,
    cache,
    run: (line: readonly string[], env?: NodeJS.ProcessEnv) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, words(line), options(env))
      return { exit: status, out: stdout, err: stderr }
    },
    begin: (line: readonly string[]) =>
      new Promise<string>((done) => {
        const child = spawn(process.execPath, words(line), options())
        let out = ''
        child.stdout?.on('data', (piece: Buffer) => {
          out += String(piece)
        })
        child.on('close', () => done(out))
      }),
    cached: () => (existsSync(cache) ? readdirSync(cache) : []),
  }
}

/** A program that prints a word, laid out as ours is. Those of four letters are of one length. */
function programSaying(word: string, build: string) {
  const root = freshFolder()
  mkdirSync(join(root, 'bin'))
  mkdirSync(join(root, 'dist'))
  copyFileSync(join(ROOT, 'bin/voronka.js'), join(root, 'bin/voronka.js'))
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  const say = (text: string, id: string) => {
    const code = `(function(exports,require,module,__filename,__dirname){process.stdout.write("${text}")})`
    writeFileSync(join(root, 'dist/voronka.cjs'), `//${id} 1.2.3 ${code.length}\n${code}`)
  }
  say(word, build)
  return { root, say }
}

const BUILD_A = 'aaaaaaaaaaaaaaaa'
const BUILD_B = 'bbbbbbbbbbbbbbbb'
const said = (out: string) => ({ exit: 0, out, err: '' })

describe('--version', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

  test('is that of the package, and leaves nothing behind', () => {
    const { run, cached } = starter()
    expect(run(['--version'])).toEqual(said(`${version}\n`))
    expect(run(['-V'])).toEqual(said(`${version}\n`))
    expect(cached()).toEqual([])
  })
})

describe('the cache of compiled code', () => {
  test('is kept for its owner alone, one file a command', () => {
    const { run, cache, cached } = starter(programSaying('anna', BUILD_A).root)
    expect(run(['funnel'])).toEqual(said('anna'))
    expect(run(['funnel', '2026'])).toEqual(said('anna'))
    expect(run(['deal'])).toEqual(said('anna'))
    const engine = `${process.versions.v8}-${process.arch}`
    expect(cached()).toEqual([`${BUILD_A}-${engine}-deal.v8`, `${BUILD_A}-${engine}-funnel.v8`])
    const modes = [cache, ...cached().map((name) => join(cache, name))].map(
      (path) => statSync(path).mode & 0o777,
    )
    expect(modes).toEqual([0o700, 0o600, 0o600])
  })

  test('of another build is never run', () => {
    const { root, say } = programSaying('anna', BUILD_A)
    const { run } = starter(root)
    expect(run(['funnel'])).toEqual(said('anna'))
    say('vera', BUILD_B)
    expect(run(['funnel'])).toEqual(said('vera'))
  })

  /** The compiled code of "vera" in the place of that of "anna": whoever trusts it says "vera". */
  function planted() {
    const { root, say } = programSaying('vera', BUILD_B)
    const starts = starter(root)
    starts.run(['funnel'])
    say('anna', BUILD_A)
    const [name = ''] = starts.cached()
    const file = join(starts.cache, name.replace(BUILD_B, BUILD_A))
    copyFileSync(join(starts.cache, name), file)
    chmodSync(file, 0o600)
    return { ...starts, file }
  }

  test('is run where nobody else can write', () => {
    expect(planted().run(['funnel'])).toEqual(said('vera'))
  })

  test('is not trusted in a folder that others can write', () => {
    const { run, cache } = planted()
    chmodSync(cache, 0o777)
    expect(run(['funnel'])).toEqual(said('anna'))
  })

  test('is not trusted as a file that others can write', () => {
    const { run, file } = planted()
    chmodSync(file, 0o622)
    expect(run(['funnel'])).toEqual(said('anna'))
  })

  test('that is cut off or no cache at all is made anew', () => {
    const { run, file } = planted()
    const whole = readFileSync(file)
    for (const broken of [whole.subarray(0, whole.length / 2), Buffer.alloc(0), Buffer.from('nothing')]) {
      writeFileSync(file, broken)
      expect(run(['funnel'])).toEqual(said('anna'))
      expect(statSync(file).size).toBeGreaterThan(whole.length / 2)
    }
  })

  test('is done without where it cannot be kept', () => {
    const { run, folder } = starter(programSaying('anna', BUILD_A).root)
    writeFileSync(join(folder, 'file'), '')
    for (const cache of [join(folder, 'file', 'cache'), '/proc/self'])
      expect(run(['funnel'], { XDG_CACHE_HOME: cache })).toEqual(said('anna'))
  })

  test('is whole when many start for the first time at once', async () => {
    const { begin, cached } = starter(programSaying('anna', BUILD_A).root)
    const outs = await Promise.all(Array.from({ length: 6 }, () => begin(['funnel'])))
    expect(outs).toEqual(outs.map(() => 'anna'))
    expect(cached().length).toBe(1)
    expect(await begin(['funnel'])).toBe('anna')
  })
})

describe('the time zone of the workspace', () => {
  function createdAt(zone: string, host: string): unknown[] {
    const { run } = starter()
    const here = { TZ: host }
    run(['init', '--stages', 'New,Offer', '--timezone', zone], here)
    for (const at of ['2026-01-31 23:30', '2026-03-29 03:30', '2026-07-31 23:30', '2026-07-31'])
      run(['deal', 'add', 'Window', '--at', at], here)
    const deals: unknown = JSON.parse(run(['deal', 'list', '--format', 'json'], here).out)
    return Array.isArray(deals) ? deals.map((deal) => deal.createdAt).sort() : []
  }

  const KYIV = [
    '2026-01-31T23:30:00+02:00',
    '2026-03-29T04:00:00+03:00',
    '2026-07-31',
    '2026-07-31T23:30:00+03:00',
  ]

  test.each([
    ['Europe/Kyiv', 'Asia/Tokyo'],
    ['Europe/Kyiv', 'America/New_York'],
    ['europe/kyiv', 'Asia/Tokyo'],
  ])('holds wherever the program runs: %s in %s', (zone, host) => {
    expect(createdAt(zone, host)).toEqual(KYIV)
  })

  test('is that of the place where the workspace was made, unless said', () => {
    const { run } = starter()
    expect(
      run(['init', '--stages', 'New,Offer', '--currency', 'USD'], { TZ: 'Asia/Tokyo', LANG: 'C' }).err,
    ).toMatch(/, Asia\/Tokyo\nTaken unasked: time zone Asia\/Tokyo \(as on this machine\)/)
  })
})

import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshFolder } from '../support/folders.ts'

const ROOT = join(import.meta.dirname, '../..')
const folder = freshFolder()

const pkg = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

/** Run as a person with a shell of their own would, in a folder that is not the project's. */
function sh(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder, LANG: 'C', TZ: 'UTC', ...env },
  })
  return { exit: status, out: stdout, err: stderr }
}

describe('installed from its own package', () => {
  const prefix = join(folder, 'prefix')
  const voronka = join(prefix, 'bin/voronka')
  let files: string[] = []

  beforeAll(() => {
    // Without scripts: they would build again what other tests are running.
    const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [{ filename, files: listed }] = JSON.parse(packed)
    files = listed.map(({ path }: { path: string }) => path).sort()
    execFileSync('npm', ['i', '-g', '--prefix', prefix, '--prefer-offline', join(folder, filename)], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, npm_config_better_sqlite3_local_prebuilds: prebuilt() },
    })
  }, 300_000)

  test('holds the program, its documents and nothing else', () => {
    expect(files).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bin/voronka.js',
      'dist/voronka.cjs',
      'package.json',
    ])
  })

  test('says its version', () => {
    expect(sh(voronka, ['--version'])).toEqual({ exit: 0, out: `${pkg.version}\n`, err: '' })
  })

  test('makes a workspace and reads it, away from its sources', () => {
    const db = join(folder, 'sales.db')
    expect(sh(voronka, ['init', '--stages', 'New,Offer', '--db', db])).toEqual({
      exit: 0,
      out: '',
      err: `Made ${db}: pipeline "Sales" (New → Offer), USD, UTC\nTaken unasked: time zone UTC (as on this machine), currency USD. Change it before the first deal: voronka config set timezone Berlin\n`,
    })
    expect(sh(voronka, ['stage', 'list', '--db', db, '--format', 'tsv']).exit).toBe(0)
  })
})

/**
 * The addon as it was compiled for this project, where the install script of better-sqlite3 12 looks before it
 * downloads or compiles. Version 13 has no such script and passes this by.
 */
function prebuilt(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/better-sqlite3/package.json'), 'utf8'))
  const target = `node-v${process.versions.modules}-${process.platform}-${process.arch}`
  const archive = join(folder, `better-sqlite3-v${version}-${target}.tar.gz`)
  const addon = 'build/Release/better_sqlite3.node'
  spawnSync('tar', ['-czhf', archive, '-C', join(ROOT, 'node_modules/better-sqlite3'), addon])
  return folder
}

describe('on a Node that the database addon would crash', () => {
  /** The program beside a better-sqlite3 of that version, on a Node of that Node-API. */
  function start(addon: string, napi: string) {
    const root = mkdtempSync(join(folder, 'old-'))
    for (const part of ['bin', 'dist']) cpSync(join(ROOT, part), join(root, part), { recursive: true })
    mkdirSync(join(root, 'node_modules/better-sqlite3'), { recursive: true })
    writeFileSync(join(root, 'node_modules/better-sqlite3/package.json'), JSON.stringify({ version: addon }))
    writeFileSync(join(root, 'node_modules/better-sqlite3/index.js'), '')
    const versions = `{ value: { ...process.versions, node: '20.19.0', napi: '${napi}' } }`
    writeFileSync(join(root, 'older.cjs'), `Object.defineProperty(process, 'versions', ${versions})`)
    return sh(process.execPath, [
      '-r',
      join(root, 'older.cjs'),
      join(root, 'bin/voronka.js'),
      'help',
      'periods',
    ])
  }

  test('it stops before, and says what to do', () => {
    expect(start('13.2.0', '9')).toEqual({
      exit: 78,
      out: '',
      err: 'voronka: better-sqlite3 13.2.0 needs Node 22.14 or newer, this is 20.19.0. Update Node, or install the package again with this one: npm i -g voronka\n',
    })
  })

  test('any other pair goes on', () => {
    expect([start('13.2.0', '10').exit, start('12.11.1', '9').exit]).toEqual([0, 0])
  })
})

test('the package says where it runs and which script may run', () => {
  expect({
    engines: pkg.engines,
    bin: pkg.bin,
    dependencies: Object.keys(pkg.dependencies),
    allowScripts: pkg.allowScripts,
  }).toEqual({
    engines: { node: '^20.19.0 || >=22.14.0' },
    bin: { voronka: 'bin/voronka.js' },
    dependencies: ['better-sqlite3'],
    allowScripts: { 'better-sqlite3': true, esbuild: false },
  })
})

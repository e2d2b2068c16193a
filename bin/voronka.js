#!/usr/bin/env node

const fs = require('node:fs')
const path = require('node:path')

/** What the build wrote on the bundle's first line: `//<build> <version> <bytes of each part>`. */
const FIRST_LINE = /^\/\/([0-9a-f]{16}) (\S+)((?: \d+)*)\n/
const BUNDLE = path.join(__dirname, '..', 'dist', 'voronka.cjs')

/** The bundle, held open so that all its parts are of one build: which it is, and where they are. */
function openBundle() {
  const file = fs.openSync(BUNDLE, 'r')
  const start = Buffer.alloc(80)
  fs.readSync(file, start)
  const [line, build, version, lengths] = FIRST_LINE.exec(start.toString('latin1'))
  return { file, build, version, from: line.length, lengths: lengths.trim().split(' ').map(Number) }
}

/** Answered from the bundle's first line alone: nothing else is read, and no stream is made. */
function sayVersion() {
  const { file, version } = openBundle()
  fs.closeSync(file)
  try {
    fs.writeSync(1, `${version}\n`)
  } catch (error) {
    if (error.code === 'EPIPE') return
    process.stderr.write(`voronka: ${error.message}\n`)
    process.exitCode = 74
  }
}

/**
 * better-sqlite3 13 needs Node-API 10, which Node has from 22.14 on; on an older Node it crashes the process when it
 * opens a file. Said here, before it is loaded.
 */
function fitsNode() {
  if (Number(process.versions.napi) >= 10) return true
  const { version } = require('better-sqlite3/package.json')
  if (Number(version.split('.')[0]) < 13) return true
  process.stderr.write(
    `voronka: better-sqlite3 ${version} needs Node 22.14 or newer, this is ${process.versions.node}. ` +
      'Update Node, or install the package again with this one: npm i -g voronka\n',
  )
  process.exitCode = 78
  return false
}

/**
 * Compiled code is kept between runs: without it every start compiles the whole program again. Each command keeps its
 * own: the functions that it used are compiled in it and no others. The name says of which build, for which engine.
 */
function cacheFile(build, part) {
  const folder = process.env.XDG_CACHE_HOME || path.join(require('node:os').homedir(), '.cache')
  const command = /^[a-z]{2,16}$/.exec(process.argv[2] ?? '')?.[0] ?? 'voronka'
  const engine = `${process.versions.v8}-${process.arch}`.replace(/[^\w.-]/g, '_')
  return path.join(folder, 'voronka', `${build}-${engine}-${command}${part === 0 ? '' : part}.v8`)
}

/** Compiled code is run as it is: it is taken only from a file, in a folder, that nobody else can write. */
function isOurs({ uid, mode }) {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
}

function readCache(file) {
  let opened
  try {
    if (!isOurs(fs.statSync(path.dirname(file)))) return undefined
    opened = fs.openSync(file, 'r')
    return isOurs(fs.fstatSync(opened)) ? fs.readFileSync(opened) : undefined
  } catch {
    return undefined
  } finally {
    if (opened !== undefined) fs.closeSync(opened)
  }
}

/** Not `recursive`: where a folder takes no others, as in /proc, Node tries for ever. */
function makeFolder(folder) {
  try {
    fs.mkdirSync(folder, { mode: 0o700 })
  } catch {
    // It is there, or cannot be: whoever writes into it finds out.
  }
}

/**
 * Written beside, brought to the disk and renamed: V8 does not notice when half of it is zeros. So two first runs at
 * once do no harm either. A cache that cannot be kept is none.
 */
function writeCache(file, build, data) {
  const folder = path.dirname(file)
  const beside = `${file}.${process.pid}`
  for (const one of [path.dirname(folder), folder]) makeFolder(one)
  try {
    if (!isOurs(fs.statSync(folder))) return
  } catch {
    return
  }
  try {
    fs.writeFileSync(beside, data, { mode: 0o600, flag: 'wx', flush: true })
    fs.renameSync(beside, file)
    forgetOldBuilds(folder, build)
  } catch {
    fs.rmSync(beside, { force: true })
  }
}

const MONTH = 30 * 24 * 3600 * 1000

/** What another version left a month ago; a younger one may be installed beside this one. */
function forgetOldBuilds(folder, build) {
  for (const name of fs.readdirSync(folder)) {
    if (name.startsWith(build)) continue
    const file = path.join(folder, name)
    if (Date.now() - fs.statSync(file).mtimeMs > MONTH) fs.rmSync(file, { force: true })
  }
}

/**
 * These do much, and each thing a few hundred times: they are over before code that V8 optimizes for it pays. It is to
 * begin nine times later, which spares a third of the processor's time; of shorter runs telling it so is 2 ms. And
 * the room for what is new, half of which they keep, is to be made large at once instead of by doubling, and is not to
 * be cleared because it is nearly full: that is when most of them are at their end.
 */
const BUSY = /^(?:batch|next|search|stuck|today)$/
const PATIENCE = '--interrupt-budget=600000 --semi-space-growth-factor=16 --no-minor-gc-task'
/** The V8 of Node 20: a later one complains on stderr of flags that it no longer knows. */
const KNOWS_PATIENCE = process.versions.v8.startsWith('11.')

/** What the bundle asks for and Node does not know: another part of it, the addon of better-sqlite3 of that version. */
const OURS = /^voronka:(?:(\d)|addon (\S+))$/

function start() {
  if (KNOWS_PATIENCE && BUSY.test(process.argv[2] ?? '')) require('node:v8').setFlagsFromString(PATIENCE)
  const load = require('node:module').createRequire(BUNDLE)
  const { file, build, from, lengths } = openBundle()
  const parts = []
  const need = (id) => {
    const [, number, version] = OURS.exec(id) ?? []
    if (version !== undefined) return addon(version, load)
    return number === undefined ? load(id) : part(Number(number))
  }
  const part = (number) => {
    if (parts[number] !== undefined) return parts[number].exports
    const begin = lengths.slice(0, number).reduce((sum, length) => sum + length + 1, from)
    const module = { exports: {} }
    parts[number] = module
    const run = compiled(file, begin, lengths[number], cacheFile(build, number), build)
    run.call(module.exports, module.exports, need, module, BUNDLE, path.dirname(BUNDLE))
    return module.exports
  }
  part(0)
}

/** Undefined where better-sqlite3 is of another version, or has it elsewhere. */
function addon(version, load) {
  const about = load.resolve('better-sqlite3/package.json')
  const file = path.join(path.dirname(about), 'build/Release/better_sqlite3.node')
  return load(about).version === version && fs.existsSync(file) ? load(file) : undefined
}

/** The bundle is ASCII, and each part is one function: V8 keeps its text at a byte a character and copies none of it. */
function compiled(bundle, begin, length, file, build) {
  const bytes = Buffer.allocUnsafeSlow(length)
  fs.readSync(bundle, bytes, 0, length, begin)
  const cachedData = readCache(file)
  const { Script } = require('node:vm')
  const script = new Script(bytes.latin1Slice(), { filename: BUNDLE, cachedData })
  const run = script.runInThisContext()
  if (cachedData === undefined || script.cachedDataRejected)
    process.once('exit', () => writeCache(file, build, script.createCachedData()))
  return run
}

const [word] = process.argv.slice(2)
if (word === '--version' || word === '-V') sayVersion()
else if (fitsNode()) start()

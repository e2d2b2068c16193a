#!/usr/bin/env node

const { createHash } = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

/**
 * better-sqlite3 13 needs Node-API 10, which Node has from 22.14 on; on an older Node it crashes the process when it
 * opens a file. Said here, before it is loaded.
 */
function guardNode() {
  const { version } = require('better-sqlite3/package.json')
  if (Number(version.split('.')[0]) < 13 || Number(process.versions.napi) >= 10) return true
  process.stderr.write(
    `voronka: better-sqlite3 ${version} needs Node 22.14 or newer, this is ${process.versions.node}. ` +
      'Update Node, or install the package again with this one: npm i -g voronka\n',
  )
  process.exitCode = 78
  return false
}

/** Compiled code is kept between runs: without it every start compiles the whole program again. */
function cachePath(code) {
  const folder = process.env.XDG_CACHE_HOME || path.join(require('node:os').homedir(), '.cache')
  const build = code.slice(2, 18)
  const engine = createHash('sha256')
    .update(`${process.version} ${process.arch} ${process.versions.v8}`)
    .digest('hex')
  return path.join(folder, 'voronka', `${build}-${engine.slice(0, 12)}.v8`)
}

function readCache(file) {
  try {
    return fs.readFileSync(file)
  } catch {
    return undefined
  }
}

/** Written beside and renamed, so that two first runs at once do no harm. A cache that cannot be kept is none. */
function writeCache(file, data) {
  const beside = `${file}.${process.pid}`
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    fs.writeFileSync(beside, data, { mode: 0o600 })
    fs.renameSync(beside, file)
  } catch {
    fs.rmSync(beside, { force: true })
  }
}

function start() {
  const filename = path.join(__dirname, '..', 'dist', 'voronka.cjs')
  const code = fs.readFileSync(filename, 'utf8')
  const file = cachePath(code)
  const cachedData = readCache(file)
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${code}\n})`
  const script = new vm.Script(wrapped, {
    filename,
    cachedData,
    importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  const module = { exports: {} }
  const main = script.runInThisContext()
  main.call(
    module.exports,
    module.exports,
    require('node:module').createRequire(filename),
    module,
    filename,
    path.dirname(filename),
  )
  if (cachedData === undefined || script.cachedDataRejected)
    process.once('exit', () => writeCache(file, script.createCachedData()))
}

if (guardNode()) start()

import {
  chmodSync,
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { EXIT, notWritten, UserError } from '../errors.ts'
import { Database } from './database.ts'
import { lostParts } from './lost-parts.ts'
import { makeFolder } from './make-folder.ts'
import { MIGRATIONS } from './tables/migrations.ts'

/** Marks the file as ours ("Voro"), so that somebody else's SQLite file is refused and never written to. */
const APPLICATION_ID = 0x566f726f
const BUSY_TIMEOUT = 5000

/** Bytes that are looked at where the system keeps them, instead of copying each page that a row is needed of. */
const MAPPED = 2 ** 30

export interface OpenOptions {
  /** Make the file if it is not there; refuse if it is. */
  create?: boolean
  /** Fall back to reading only where the file or its folder cannot be written. */
  readOnly?: boolean
  /** Change nothing about the file, its format neither: an older one is read from a copy in memory. */
  untouched?: boolean
  timeout?: number
}

/**
 * Opens a workspace file, bringing an older one up to date (a copy is kept beside it first).
 * Throws UserError: 66 none there, 77 no permission, 78 not ours or newer, 75 busy.
 */
export function openDatabase(path: string, options: OpenOptions = {}): Database {
  if (options.create) createFile(path)
  else checkFile(path)
  try {
    return new Database(openRaw(path, options), inPlace(path))
  } catch (error) {
    if (options.create) for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
    throw explain(error, path)
  }
}

/** What is written into a file that was moved, replaced or removed meanwhile is lost: throws UserError (75). */
function inPlace(path: string): () => void {
  const fileThere = () => {
    const info = statSync(path, { bigint: true, throwIfNoEntry: false })
    return info && `${info.dev}:${info.ino}`
  }
  const opened = fileThere()
  return () => {
    if (fileThere() !== opened) throw new UserError((w) => w.store.moved({ path }), EXIT.busy)
  }
}

/** A workspace that lives in memory, for tests and trials. */
export function openInMemory(): Database {
  const raw = new BetterSqlite3(':memory:')
  raw.pragma('foreign_keys = on')
  migrate(raw, ':memory:')
  return new Database(raw)
}

function openRaw(path: string, options: OpenOptions): BetterSqlite3.Database {
  const timeout = options.timeout ?? BUSY_TIMEOUT
  const raw = options.untouched ? openToRead(path, timeout) : openToWrite(path, timeout, options)
  raw.pragma('synchronous = normal')
  raw.pragma('foreign_keys = on')
  raw.pragma('cache_size = -32000')
  raw.pragma('temp_store = memory')
  raw.pragma(`mmap_size = ${MAPPED}`)
  return raw
}

function openToWrite(path: string, timeout: number, options: OpenOptions): BetterSqlite3.Database {
  let raw: BetterSqlite3.Database | undefined
  try {
    raw = new BetterSqlite3(resolve(path), { fileMustExist: true, timeout })
    identify(raw, path, options.create === true)
    raw.pragma('journal_mode = wal')
    migrate(raw, path)
    return raw
  } catch (error) {
    raw?.close()
    if (!options.readOnly || !isUnwritable(error)) throw error
    return openToRead(path, timeout)
  }
}

function openToRead(path: string, timeout: number): BetterSqlite3.Database {
  let raw: BetterSqlite3.Database | undefined
  try {
    raw = new BetterSqlite3(resolve(path), { readonly: true, fileMustExist: true, timeout })
    identify(raw, path, false)
    if (versionOf(raw) === MIGRATIONS.length) return raw
    raw.close()
  } catch (error) {
    raw?.close()
    if (!isUnwritable(error)) throw error
    // Without its log the file alone is not what was committed.
    if (hasLog(path)) throw error
  }
  return openCopy(path)
}

const WRITE_VERSION = 18
const READ_VERSION = 19

/**
 * A copy in memory: for a file of an older format that must stay as it is, and for a folder that cannot be written,
 * where SQLite cannot make the shared memory that a file in WAL mode asks for. The copy's header says it has no WAL.
 */
function openCopy(path: string): BetterSqlite3.Database {
  const bytes = readFileSync(path)
  bytes[WRITE_VERSION] = 1
  bytes[READ_VERSION] = 1
  const raw = new BetterSqlite3(bytes)
  identify(raw, path, false)
  migrate(raw, ':memory:')
  return raw
}

function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

/** The file is made 0600 before SQLite sees it, so that its -wal and -shm are too. */
function createFile(path: string): void {
  try {
    makeFolder(dirname(path), 0o700)
    closeSync(openSync(path, 'wx', 0o600))
    chmodSync(path, 0o600)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') throw new UserError((w) => w.store.exists({ path }))
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw notWritten(path, error, EXIT.noPermission)
    if (code === 'ENOSPC') throw new UserError((w) => w.store.full({ path }), EXIT.cannotWrite)
    throw notWritten(path, code === 'ENOTDIR' ? 'ENOENT' : error, EXIT.cannotCreate)
  }
}

/** Throws UserError where there is no file that may be a workspace: 66, 77, 78. */
export function checkFile(path: string): void {
  try {
    const info = statSync(path)
    if (info.isDirectory()) throw new UserError((w) => w.store.directory({ path }), EXIT.noInput)
    // A pipe would be waited on for ever.
    if (!info.isFile()) throw new UserError((w) => w.store.notOurs({ path }), EXIT.configuration)
  } catch (error) {
    if (error instanceof UserError) throw error
    if (codeOf(error) === 'EACCES')
      throw new UserError((w) => w.store.noPermission({ path }), EXIT.noPermission)
    throw new UserError((w) => w.store.noFile({ path }), EXIT.noInput)
  }
}

function identify(raw: BetterSqlite3.Database, path: string, fresh: boolean): void {
  const id = raw.pragma('application_id', { simple: true })
  if (fresh && id === 0) {
    raw.pragma('page_size = 16384')
    raw.pragma(`application_id = ${APPLICATION_ID}`)
    return
  }
  if (id !== APPLICATION_ID) {
    raw.close()
    throw new UserError((w) => w.store.notOurs({ path }), EXIT.configuration)
  }
  const file = versionOf(raw)
  const program = MIGRATIONS.length
  if (file > program) {
    raw.close()
    throw new UserError((w) => w.store.newer({ path, file, program }), EXIT.configuration)
  }
}

function versionOf(raw: BetterSqlite3.Database): number {
  return Number(raw.pragma('user_version', { simple: true }))
}

/** Each step and its record commit together; a file with data is copied aside first. */
function migrate(raw: BetterSqlite3.Database, path: string): void {
  const from = versionOf(raw)
  if (from >= MIGRATIONS.length) return
  if (from > 0 && path !== ':memory:') {
    raw.pragma('wal_checkpoint(truncate)')
    copyFileSync(path, `${path}.before-format-${MIGRATIONS.length}`)
  }
  for (const [index, sql] of MIGRATIONS.entries()) {
    raw
      .transaction(() => {
        if (versionOf(raw) !== index) return
        raw.exec(sql)
        raw.pragma(`user_version = ${index + 1}`)
      })
      .immediate()
  }
}

/** The sentence for what SQLite or the file system said; anything unknown is passed on. */
export function explain(error: unknown, path: string): unknown {
  if (error instanceof UserError) return error
  const code = codeOf(error)
  if (code === undefined) return error
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED')
    return new UserError((w) => w.store.busy({ path }), EXIT.busy)
  if (code.startsWith('SQLITE_READONLY'))
    return new UserError((w) => w.store.readOnly({ path }), EXIT.noPermission)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return new UserError((w) => w.store.full({ path }), EXIT.cannotWrite)
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO')
    return new UserError(
      (w) => (hasNoRoom(path) ? w.store.full({ path }) : w.store.io({ path })),
      EXIT.cannotWrite,
    )
  if (code === 'SQLITE_NOTADB') return new UserError((w) => w.store.notOurs({ path }), EXIT.configuration)
  if (code.startsWith('SQLITE_CORRUPT'))
    return new UserError((w) => w.store.damaged({ path }), EXIT.configuration)
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM' || code === 'EACCES')
    return new UserError((w) => w.store.noPermission({ path }), EXIT.noPermission)
  return code === 'SQLITE_ERROR' ? (lost(path) ?? error) : error
}

/** The same of what a statement says; other errors are of other files. */
export function explainStatement(error: unknown, path: string): unknown {
  return codeOf(error)?.startsWith('SQLITE') ? explain(error, path) : error
}

/** Bytes below which a change cannot be written: a page and the log's own. */
const LEAST_ROOM = 65_536

/** SQLite speaks of a disk error where the shared memory of its log has no room. */
function hasNoRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path))
    return bavail * bsize < LEAST_ROOM
  } catch {
    return false
  }
}

/** A statement that fails on a file which lacks parts of the format is not the program's fault. */
function lost(path: string): UserError | undefined {
  try {
    const raw = new BetterSqlite3(resolve(path), { readonly: true, fileMustExist: true })
    try {
      const parts = missingParts(raw)
      if (parts.length === 0) return undefined
      return new UserError((w) => w.store.lost({ path, parts }), EXIT.configuration)
    } finally {
      raw.close()
    }
  } catch {
    return undefined
  }
}

/** What the file lacks of its format: `tasks`, `deals.title`. */
export function missingParts(raw: BetterSqlite3.Database): string[] {
  const whole = openInMemory().raw
  try {
    return lostParts(raw, whole)
  } finally {
    whole.close()
  }
}

function isUnwritable(error: unknown): boolean {
  const code = codeOf(error)
  return code !== undefined && /^SQLITE_(READONLY|CANTOPEN|PERM|IOERR)/.test(code)
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

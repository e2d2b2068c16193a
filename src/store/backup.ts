import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { EXIT, UserError } from '../errors.ts'
import { type Diagnosis, examine } from './doctor.ts'
import { explain } from './open.ts'
import { Store } from './store.ts'

/**
 * Copies the workspace into a file that was not there: one snapshot, whole or not at all, taken while others read and
 * write. Throws UserError: 1 where the file exists, 73/74/77 where it cannot be written.
 */
export function backUp(store: Store, target: string): void {
  if (existsSync(target)) throw new UserError((w) => w.safety.backupExists({ path: target }))
  const beside = `${target}.part`
  try {
    rmSync(beside, { force: true })
    copyInto(store.db.raw, beside)
    place(beside, target)
  } catch (error) {
    rmSync(beside, { force: true })
    throw explainTarget(error, target)
  }
}

/** `crm-2026-10-14.db` beside the workspace (or in the folder given), with the next free number where it is taken. */
export function backupName(workspace: string, date: string, folder = dirname(workspace)): string {
  const extension = extname(workspace)
  const stem = basename(workspace, extension)
  for (let n = 1; ; n++) {
    const path = join(folder, `${stem}-${date}${n === 1 ? '' : `-${n}`}${extension}`)
    if (!existsSync(path)) return path
  }
}

export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

export interface Restored {
  /** Where the file that was replaced is kept; null where there was none. */
  aside: string | null
  diagnosis: Diagnosis
}

/**
 * Puts a copy of another workspace file in the place of this one. The copy is brought up to date and examined before
 * anything is replaced; the replaced file is kept beside. At every moment there is a whole file at `path`.
 * Throws UserError: 1 where it is not sound, 66/78 where it is no workspace or a newer one, 75 while others write.
 */
export function restoreFrom(
  source: string,
  path: string,
  { date, dryRun }: { date: string; dryRun: boolean },
): Restored {
  if (resolve(source) === resolve(path)) throw new UserError((w) => w.safety.restoreSame({ path }))
  const beside = `${path}.restoring`
  const sweep = () => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(beside + suffix, { force: true })
  }
  sweep()
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const diagnosis = prepare(source, beside)
    if (dryRun) {
      sweep()
      return { aside: null, diagnosis }
    }
    const aside = existsSync(path) ? setAside(path, date) : null
    renameSync(beside, path)
    return { aside, diagnosis }
  } catch (error) {
    sweep()
    throw explainTarget(error, path)
  }
}

/** A copy of the source of its own, in today's format and sound. The source itself is only read. */
function prepare(source: string, beside: string): Diagnosis {
  const original = Store.open(source, { untouched: true })
  try {
    copyInto(original.db.raw, beside)
  } finally {
    original.close()
  }
  const copy = Store.open(beside)
  try {
    const diagnosis = examine(copy)
    if (diagnosis.findings.length > 0)
      throw new UserError((w) => w.safety.restoreUnsound({ path: source, n: diagnosis.findings.length }))
    copy.db.raw.pragma('journal_mode = delete')
    return diagnosis
  } finally {
    copy.close()
  }
}

/** Leaves the file where it is and gives it a second name; what others wrote is brought into it first. */
function setAside(path: string, date: string): string {
  const aside = backupName(path, `replaced-${date}`)
  if (!settle(path)) {
    // Damaged: its log is part of what may be saved from it.
    for (const suffix of ['-wal', '-shm'])
      if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix)
  }
  try {
    linkSync(path, aside)
  } catch {
    renameSync(path, aside)
  }
  return aside
}

/** Brings the write-ahead log into the file and ends it, which nobody else may hold open meanwhile. False for a file beyond that. */
function settle(path: string): boolean {
  let raw: BetterSqlite3.Database | undefined
  try {
    raw = new BetterSqlite3(path, { fileMustExist: true, timeout: 5000 })
    raw.pragma('journal_mode = delete')
    return true
  } catch (error) {
    const known = explain(error, path)
    if (known instanceof UserError && known.exit === EXIT.configuration) return false
    throw error
  } finally {
    raw?.close()
  }
}

/** 0600 from the start: SQLite accepts an empty file. */
function copyInto(raw: BetterSqlite3.Database, path: string): void {
  closeSync(openSync(path, 'wx', 0o600))
  raw.prepare('vacuum into ?').run(path)
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** A link never overwrites, a rename would; not every file system has links. */
function place(beside: string, target: string): void {
  try {
    linkSync(beside, target)
    rmSync(beside)
  } catch (error) {
    if (existsSync(target)) throw error
    renameSync(beside, target)
  }
}

function explainTarget(error: unknown, path: string): unknown {
  const known = explain(error, path)
  if (known instanceof UserError || !(known instanceof Error) || !('code' in known)) return known
  if (known.code === 'EEXIST') return new UserError((w) => w.safety.backupExists({ path }))
  return new UserError((w) => w.cli.cannotWrite({ path, why: known.message }), EXIT.cannotCreate)
}

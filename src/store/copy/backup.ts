import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { DAY } from '../../domain/time/zone.ts'
import { EXIT, notWritten, UserError } from '../../errors.ts'
import { type Diagnosis, examine } from '../doctor.ts'
import { makeFolder } from '../make-folder.ts'
import { checkFile, explain } from '../open.ts'
import { Store } from '../store.ts'

/**
 * Copies the workspace into a file that was not there: one snapshot, whole or not at all, taken while others read and
 * write. Throws UserError: 1 where the file exists, 73/74/77 where it cannot be written.
 */
export function backUp(store: Store, target: string): void {
  if (existsSync(target)) throw new UserError((w) => w.safety.backupExists({ path: target }))
  const folder = folderBeside(target)
  try {
    const beside = join(folder, 'copy.db')
    copyInto(store.db.raw, beside)
    place(beside, target)
  } catch (error) {
    throw explainTarget(error, target)
  } finally {
    leaveNothing(folder)
  }
}

/**
 * A folder of its own beside the file that is to be: another process may be making the same file. What one that was
 * killed left behind is taken away after a day. Throws UserError 73/77.
 */
function folderBeside(path: string): string {
  let folder: string
  try {
    folder = mkdtempSync(join(dirname(path), COPYING))
  } catch (error) {
    throw explainTarget(error, path)
  }
  try {
    forgetOthers(folder)
  } catch {
    // A folder that may be written into need not be readable.
  }
  return folder
}

function forgetOthers(folder: string): void {
  const parent = dirname(folder)
  const now = statSync(folder).mtimeMs
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(COPYING)) continue
    const left = join(parent, name)
    const made = statSync(left, { throwIfNoEntry: false })?.mtimeMs ?? now
    if (now - made > DAY) leaveNothing(left)
  }
}

const COPYING = '.voronka-copying-'

/** Takes a file or a folder away where that can be done: what hindered its writing may hinder the removal too. */
export function leaveNothing(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {}
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
 * Makes this workspace what another file is. The copy is brought up to date and examined before anything is replaced;
 * what is replaced is kept beside. Others may read and write meanwhile: to them it is one transaction, and what they
 * wrote before it is in the file kept. Only a file beyond reading is replaced as a file.
 * Throws UserError: 1 where it is not sound, 66/78 where it is no workspace or a newer one, 75 while others write.
 */
export async function restoreFrom(
  source: string,
  path: string,
  { date, dryRun }: { date: string; dryRun: boolean },
): Promise<Restored> {
  if (resolve(source) === resolve(path)) throw new UserError((w) => w.safety.restoreSame({ path }))
  if (existsSync(path)) checkFile(path)
  try {
    makeFolder(dirname(path), 0o700)
  } catch (error) {
    throw explainTarget(error, path)
  }
  const folder = folderBeside(path)
  const copy = join(folder, 'copy.db')
  try {
    const diagnosis = prepare(source, copy)
    const aside = dryRun ? null : await replace(copy, path, date)
    return { aside, diagnosis }
  } catch (error) {
    throw explainTarget(error, path)
  } finally {
    leaveNothing(folder)
  }
}

async function replace(copy: string, path: string, date: string): Promise<string | null> {
  if (!existsSync(path) || isEmpty(path)) {
    renameSync(copy, path)
    return null
  }
  const aside = backupName(path, `replaced-${date}`)
  try {
    await writeInside(copy, path, aside)
  } catch (error) {
    const known = explain(error, path)
    if (!(known instanceof UserError) || known.exit !== EXIT.configuration) throw error
    rmSync(aside, { force: true })
    setAside(path, aside)
    renameSync(copy, path)
  }
  return aside
}

/** What a full disk leaves of a file: nothing to keep, and nothing that SQLite could lock. */
function isEmpty(path: string): boolean {
  return [path, `${path}-wal`].every((file) => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0)
}

const TRIES = 100
const PAUSE = 50

/** SQLite's backup writes the copy into the file as one transaction, which its other users wait for and then see. */
async function writeInside(copy: string, path: string, aside: string): Promise<void> {
  for (let i = 0; i < TRIES; i++) {
    if (await writtenInside(copy, path, aside)) return
    await new Promise((wait) => setTimeout(wait, PAUSE))
  }
  throw new UserError((w) => w.store.busy({ path }), EXIT.busy)
}

/** False where somebody else was writing. The file as it was is copied aside once nobody else can write. */
async function writtenInside(copy: string, path: string, aside: string): Promise<boolean> {
  const [from, current] = [new BetterSqlite3(copy), new BetterSqlite3(resolve(path), { fileMustExist: true })]
  let kept = false
  try {
    const { totalPages } = await from.backup(path, {
      // Called first before any page is written, and with the lock held if pages are counted.
      progress: (done) => {
        if (done.totalPages === 0) throw new Busy()
        if (!kept) copyInto(current, aside)
        kept = true
        return PAGES
      },
    })
    return kept && totalPages > 0
  } catch (error) {
    if (error instanceof Busy) return false
    throw error
  } finally {
    from.close()
    current.close()
  }
}

const PAGES = 10_000

class Busy extends Error {}

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

/** A damaged file goes aside with its log, which is part of what may be saved from it. */
function setAside(path: string, aside: string): void {
  for (const suffix of ['-wal', '-shm'])
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix)
  try {
    linkSync(path, aside)
  } catch {
    renameSync(path, aside)
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
  return notWritten(path, known, EXIT.cannotCreate)
}

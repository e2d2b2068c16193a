import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { KnownBy } from '../../domain/names/traces.ts'
import { catchUpSearch } from '../kept/search-index.ts'
import type { Store } from '../store.ts'
import { remnants } from './remnants.ts'

/**
 * Writes the file anew so that nothing of what was deleted or written over is left in it or in its log. False where
 * others use the file meanwhile and hold the log. Outside any transaction.
 */
export function scrubFile(store: Store): boolean {
  const { db } = store
  const { raw } = db
  // Who is erased from now on is not cleaned away by this.
  const due = remnants(store)
  catchUpSearch(store, () => {})
  for (const index of searchIndexes(db)) raw.exec(`insert into ${index}(${index}) values ('optimize')`)
  try {
    raw.exec('vacuum')
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  }
  const [done] = raw.pragma('wal_checkpoint(truncate)') as { busy: number }[]
  if (done?.busy !== 0) return false
  for (const contact of due) db.prepare('delete from remnants where contact_id = ?').run(contact)
  return true
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code))
}

/** A full-text index keeps words of deleted rows until its parts are joined. */
function searchIndexes(db: Store['db']): string[] {
  return db
    .prepare("select name from sqlite_master where type = 'table' and sql like 'create virtual table%fts5%'")
    .pluck()
    .all() as string[]
}

/** Remembers where a copy of the workspace was written. A workspace that cannot be written remembers nothing. */
export function rememberBackup({ db }: Store, path: string): void {
  try {
    db.prepare('insert or ignore into backups(path) values (?)').run(path)
  } catch {}
}

/** Copies of the workspace that hold the person: those remembered, and those beside it that bear its name. */
export function copiesHolding(store: Store, { names, phones, emails }: KnownBy): string[] {
  const { path } = store
  const texts = [
    ...names,
    ...phones.flatMap(({ e164, raw }) => [e164 ?? raw, raw]),
    ...emails.flatMap(({ email, raw }) => [email, raw]),
  ].filter((text) => text !== '')
  const remembered = store.db.prepare('select path from backups').pluck().all() as string[]
  const known = new Set([...remembered, ...filesBeside(path)])
  return [...known].filter((file) => file !== path && existsSync(file) && holds(file, texts)).sort()
}

function filesBeside(path: string): string[] {
  const folder = dirname(path)
  const file = basename(path)
  const extension = extname(path)
  const start = `${basename(path, extension)}-`
  return readdirSync(folder)
    .filter(
      (name) =>
        (name.startsWith(start) && name.endsWith(extension)) || name.startsWith(`${file}.before-format-`),
    )
    .filter((name) => name !== `${file}-wal` && name !== `${file}-shm`)
    .map((name) => join(folder, name))
}

const PIECE = 1 << 20

function holds(file: string, texts: readonly string[]): boolean {
  const wanted = [...new Set(texts)].map((text) => Buffer.from(text))
  const longest = Math.max(0, ...wanted.map(({ length }) => length))
  const piece = Buffer.alloc(PIECE + longest)
  try {
    const handle = openSync(file, 'r')
    try {
      for (let at = 0, kept = 0; ; ) {
        const read = readSync(handle, piece, kept, PIECE, at)
        if (read === 0) return false
        const filled = piece.subarray(0, kept + read)
        if (wanted.some((bytes) => filled.includes(bytes))) return true
        at += read
        kept = Math.min(longest, filled.length)
        piece.copyWithin(0, filled.length - kept, filled.length)
      }
    } finally {
      closeSync(handle)
    }
  } catch {
    return false
  }
}

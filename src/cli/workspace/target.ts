import { type BigIntStats, existsSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { EXIT, notWritten, UsageError, type UserError } from '../../errors.ts'

/**
 * Looks, before a command changes anything, at a file that it is to write: `flag` is the option that names it, `kept`
 * are files that it must not be, by whatever path. Throws UsageError for one of those and for no name at all,
 * UserError 73 where no file can stand.
 */
export function checkTarget(flag: string, path: string, kept: readonly string[]): void {
  if (path === '') throw new UsageError((w) => w.commandLine.missingValue({ flags: flag, means: null }))
  if (!existsSync(dirname(path))) throw cannotStand(path, 'ENOENT')
  const found = infoOf(path)
  if (found?.isDirectory()) throw cannotStand(path, 'EISDIR')
  if (kept.some((other) => (found === undefined ? isSamePlace(path, other) : isSame(found, infoOf(other)))))
    throw new UsageError((w) => w.cli.wouldOverwrite({ flag, path }))
}

/** `copy/`, or a folder that is there. */
export function isFolderName(path: string): boolean {
  return /[/\\]$/.test(path) || infoOf(path)?.isDirectory() === true
}

/** The files that a workspace consists of while it is open. */
export function workspaceFiles(path: string): string[] {
  return ['', '-wal', '-shm', '-journal'].map((suffix) => path + suffix)
}

function infoOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false, bigint: true })
  } catch (error) {
    throw error instanceof Error && 'code' in error ? cannotStand(path, String(error.code)) : error
  }
}

/** Where no file is yet: the journal of a workspace at rest. */
function isSamePlace(path: string, other: string): boolean {
  const folder = infoOf(dirname(path))
  return basename(path) === basename(other) && folder !== undefined && isSame(folder, infoOf(dirname(other)))
}

function isSame(one: BigIntStats, other: BigIntStats | undefined): boolean {
  return one.ino === other?.ino && one.dev === other.dev
}

function cannotStand(path: string, code: string): UserError {
  const exit = code === 'EACCES' || code === 'EPERM' ? EXIT.noPermission : EXIT.cannotCreate
  return notWritten(path, code, exit)
}

import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { EXIT, type ExitCode, notWritten, UserError } from '../../errors.ts'
import { makeFolder } from '../../store/make-folder.ts'
import type { World } from '../../world.ts'

/** The contents of a file, asked for piece by piece as they are written. */
export type Pieces = Iterable<string> | AsyncIterable<Uint8Array>

/** One of the files of a folder. */
export interface NamedPieces {
  readonly name: string
  readonly pieces: Pieces
}

/**
 * Written beside the target and renamed: whoever reads it sees the old file or the new one, never half. A target that
 * is no file (a device, a pipe) is written into. A signal to end leaves nothing beside it. Throws UserError 73/74/130.
 */
export async function writeWhole(path: string, pieces: Pieces, world: Heeding): Promise<void> {
  const before = statSync(path, { throwIfNoEntry: false })
  // Signals would not be heard of while a pipe waits for its reader, and there is nothing to clear up: they end us.
  if (before !== undefined && !before.isFile()) return writeInto(path, 'w', pieces, path, undefined)
  return heeded(world, (stop) => writeBeside(path, pieces, before, stop))
}

async function writeBeside(
  path: string,
  pieces: Pieces,
  before: Stats | undefined,
  stop: AbortSignal | undefined,
): Promise<void> {
  const target = before === undefined ? path : realpathSync(path)
  const folder = folderBeside(target, path)
  try {
    const beside = join(folder, basename(target))
    await writeInto(beside, 'wx', pieces, path, stop)
    if (before !== undefined) attempt(() => chmodSync(beside, before.mode), path, EXIT.cannotCreate)
    attempt(() => renameSync(beside, target), path, EXIT.cannotCreate)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Writes files into a folder, which is made where it is not there: all of them are whole before the first takes its
 * place; other files there stay. Throws UserError 73/74/130.
 */
export function writeFolder(path: string, files: Iterable<NamedPieces>, world: Heeding): Promise<void> {
  return heeded(world, (stop) => writeFiles(path, files, stop))
}

async function writeFiles(
  path: string,
  files: Iterable<NamedPieces>,
  stop: AbortSignal | undefined,
): Promise<void> {
  const target = path.replace(/(?<=.)[/\\]+$/, '')
  const folder = folderBeside(target, path)
  try {
    const names: string[] = []
    for (const { name, pieces } of files) {
      await writeInto(join(folder, name), 'wx', pieces, join(target, name), stop)
      names.push(name)
    }
    attempt(() => makeFolder(target), path, EXIT.cannotCreate)
    for (const name of names)
      attempt(() => renameSync(join(folder, name), join(target, name)), path, EXIT.cannotCreate)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Heeding = Pick<World, 'heeding'>

function heeded<T>({ heeding }: Heeding, work: (stop?: AbortSignal) => Promise<T>): Promise<T> {
  return heeding === undefined ? work() : heeding(work)
}

function folderBeside(target: string, path: string): string {
  return attempt(() => mkdtempSync(`${target}.`), path, EXIT.cannotCreate)
}

/** `path` is what the sentence names if that fails. */
async function writeInto(
  place: string,
  mode: 'w' | 'wx',
  pieces: Pieces,
  path: string,
  stop: AbortSignal | undefined,
): Promise<void> {
  const file = attempt(() => openSync(place, mode, 0o644), path, EXIT.cannotCreate)
  try {
    for await (const piece of pieces) {
      attempt(() => writeFileSync(file, piece), path, EXIT.cannotWrite)
      if (stop === undefined) continue
      // Signals are heard of between the turns of the loop.
      await new Promise((resolve) => setImmediate(resolve))
      if (stop.aborted) throw new UserError((w) => w.cli.outputCancelled({ path }), EXIT.cancelled)
    }
    if (mode === 'wx') attempt(() => fsyncSync(file), path, EXIT.cannotWrite)
  } finally {
    closeSync(file)
  }
}

function attempt<T>(step: () => T, path: string, exit: ExitCode): T {
  try {
    return step()
  } catch (error) {
    throw notWritten(path, error, exit)
  }
}

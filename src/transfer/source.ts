import { readSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { EXIT, type Say, UserError } from '../errors.ts'

export type Chunks = AsyncIterable<Uint8Array>

const CHUNK_BYTES = 1 << 17
/** What is looked at to recognise a file. */
export const HEAD_BYTES = 1 << 18

export interface ChunkSource {
  readonly rereadable: boolean
  /** The first bytes, and a way to read everything, those bytes included. */
  start(): Promise<{ head: Uint8Array; all: () => Chunks }>
}

/** The bytes of a file; of a pipe with a path, such as /dev/fd/63, once. Throws UserError where it cannot be read. */
export async function fileChunks(path: string): Promise<ChunkSource> {
  const file = await opened(path)
  const info = await file.stat()
  if (info.isDirectory()) {
    await file.close()
    throw refused(path, (w) => w.reading.directory)
  }
  if (!info.isFile()) return onceChunks(file.createReadStream({ highWaterMark: CHUNK_BYTES }))
  return {
    rereadable: true,
    async start() {
      const head = new Uint8Array(HEAD_BYTES)
      const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0).catch((error) => {
        throw unread(path, error)
      })
      await file.close()
      return { head: head.subarray(0, bytesRead), all: () => chunksAt(path) }
    },
  }
}

/** The file may have gone while a person was asked about it. */
async function* chunksAt(path: string): AsyncGenerator<Uint8Array> {
  const file = await opened(path)
  try {
    yield* file.createReadStream({ highWaterMark: CHUNK_BYTES })
  } catch (error) {
    throw unread(path, error)
  }
}

/** A disk that is ill. */
function unread(path: string, error: unknown): unknown {
  const isIll = error instanceof Error && 'code' in error && error.code === 'EIO'
  return isIll ? refused(path, (w) => w.reading.unreadable('EIO')) : error
}

/** The bytes of a file that is open already, and may have no name any more; it stays open. */
export function openChunks(file: number): ChunkSource {
  return {
    rereadable: true,
    async start() {
      const head = new Uint8Array(HEAD_BYTES)
      const length = readSync(file, head, 0, HEAD_BYTES, 0)
      return { head: head.subarray(0, length), all: () => chunksOf(file) }
    },
  }
}

/** Not a stream of Node's: one that is left before its end closes the file, whatever it was told. */
async function* chunksOf(file: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; ) {
    const chunk = new Uint8Array(CHUNK_BYTES)
    const length = readSync(file, chunk, 0, CHUNK_BYTES, at)
    if (length === 0) return
    at += length
    yield chunk.subarray(0, length)
  }
}

/** A name that no file can have is none of a file. */
const NO_SUCH_FILE: ReadonlySet<unknown> = new Set([
  'ENOENT',
  'ENOTDIR',
  'ENAMETOOLONG',
  'ELOOP',
  'ERR_INVALID_ARG_VALUE',
])

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EACCES' || code === 'EPERM')
      throw new UserError((w) => w.reading.noPermission(path), EXIT.noPermission)
    if (code === 'EISDIR') throw refused(path, (w) => w.reading.directory)
    if (code !== undefined && NO_SUCH_FILE.has(code))
      throw new UserError((w) => w.reading.noSuchFile(path), EXIT.noInput)
    throw error
  }
}

/** The bytes of a stream, which cannot be read again. */
export function onceChunks(source: Chunks): ChunkSource {
  return {
    rereadable: false,
    async start() {
      const iterator = source[Symbol.asyncIterator]()
      const first: Uint8Array[] = []
      let length = 0
      while (length < HEAD_BYTES) {
        const { value, done } = await iterator.next()
        if (done) break
        first.push(value)
        length += value.length
      }
      const all = async function* () {
        yield* first.splice(0)
        for (;;) {
          const { value, done } = await iterator.next()
          if (done) return
          yield value
        }
      }
      return { head: Buffer.concat(first), all }
    },
  }
}

/** The error for a file that an import refuses as a whole. */
export function refused(name: string, say: Say): UserError {
  return new UserError((w) => w.reading.refused(name, say(w)), EXIT.badInput)
}

/** Holds in memory what can be read but once. */
export async function kept(chunks: Chunks): Promise<() => Chunks> {
  const pieces: Uint8Array[] = []
  for await (const piece of chunks) pieces.push(piece)
  return async function* () {
    yield* pieces
  }
}

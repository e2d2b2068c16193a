import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { isatty } from 'node:tty'
import { EXIT, UserError } from '../errors.ts'
import { type Chunks, refused } from './source.ts'

/** What a device that ends, or a person at a terminal, does not give at once. */
const MORE_BYTES = 1 << 16

/** Throws UserError 65 for a device that has no end, such as /dev/zero; whatever else is wrong, reading it says. */
export function refuseEndless(path: string): void {
  const file = device(path)
  if (file === undefined) return
  try {
    if (isatty(file) || readSync(file, new Uint8Array(MORE_BYTES)) < MORE_BYTES) return
    throw new UserError((w) => w.reading.refused(path, w.reading.endless), EXIT.badInput)
  } finally {
    closeSync(file)
  }
}

function device(path: string): number | undefined {
  try {
    return statSync(path).isCharacterDevice() ? openSync(path, 'r') : undefined
  } catch {
    return undefined
  }
}

/** Bytes without a line end after which none is to be expected: of a table, and of what may be a line as a whole (JSON, HTML, zip). */
const LONGEST_LINE = 1 << 24
const LONGEST_WHOLE = 1 << 28
const WHOLE = new Set([...'{[<P'].map((sign) => sign.charCodeAt(0)))
const LF = 10
const CR = 13

/** The bytes of a stream as they come. Throws UserError 65 where no line ends for so long that none is to be expected. */
export async function* endingLines(chunks: Chunks, name: string): AsyncGenerator<Uint8Array> {
  let most: number | undefined
  let length = 0
  for await (const chunk of chunks) {
    most ??= WHOLE.has(chunk[0] ?? 0) ? LONGEST_WHOLE : LONGEST_LINE
    const end = Math.max(chunk.lastIndexOf(LF), chunk.lastIndexOf(CR))
    length = end < 0 ? length + chunk.length : chunk.length - 1 - end
    if (length > most) {
      const megabytes = most >> 20
      throw refused(name, (w) => w.reading.endlessStream(megabytes))
    }
    yield chunk
  }
}

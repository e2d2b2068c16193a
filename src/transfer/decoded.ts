import type { UserError } from '../errors.ts'
import { ENCODINGS, type Encoding, makeDecoder } from './encoding.ts'
import { guessEncoding, isAscii } from './guess.ts'
import { type Chunks, refused } from './source.ts'
import type { Warning } from './table.ts'

/** How the bytes of a file are read as text. */
export interface Decoding {
  /** What messages call the file. */
  readonly name: string
  encoding: Encoding
  /** The encoding is a guess, so bytes outside it are an error. */
  readonly strict: boolean
  /** The line of the first letter that says anything of the encoding, where what it says is little. */
  doubtfulFrom?: number
}

/** Takes what the bytes show of their encoding, those of line `line` and on. Throws UserError where no guess fits. */
export function takeGuess(
  decoding: Decoding,
  bytes: Uint8Array,
  line: number,
  { encoding, trust } = guessEncoding(bytes),
): void {
  decoding.encoding = encoding
  if (trust === 'sure') return
  const at = lineAfter(
    Buffer.from(bytes.subarray(0, bytes.findIndex(isBeyondAscii))).toString('latin1'),
    line,
  )
  if (trust === 'none') throw refused(decoding.name, (w) => w.reading.strangeText(at, ENCODINGS.join(', ')))
  decoding.doubtfulFrom = at
}

/** The warning that the encoding is no more than a guess, where it is so. */
export function doubtsOf({ doubtfulFrom: line, encoding }: Decoding): Warning[] {
  return line === undefined ? [] : [{ line, say: (w) => w.reading.doubtfulEncoding(encoding) }]
}

/**
 * Decoded text, piece by piece. While all bytes are plain ASCII a guess means nothing, so it is made again at the
 * first byte that is not.
 */
export async function* textPieces(
  chunks: Chunks,
  reading: Decoding,
): AsyncGenerator<{ text: string; last: boolean }> {
  let decoder = makeDecoder(reading.encoding)
  let undecided = reading.strict && reading.encoding === 'utf-8'
  let line = 1
  let tail = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (undecided && !isAscii(chunk)) {
      undecided = false
      const before = reading.encoding
      takeGuess(reading, chunk, line)
      if (reading.encoding !== before) decoder = makeDecoder(reading.encoding)
    }
    const text = decoder.decode(chunk)
    if (text.includes('\0')) throw nulBytes(reading.name, line, text)
    if (reading.strict) {
      if (text.includes('\ufffd') && !isWritten(text, Buffer.concat([tail, chunk]), reading.encoding))
        throw brokenText(reading, line, text)
      tail = Buffer.from(chunk.subarray(-2))
    }
    line = lineAfter(text, line)
    yield { text, last: false }
  }
  const rest = decoder.end()
  if (reading.strict && rest !== '') throw brokenText(reading, line, rest)
  yield { text: rest, last: true }
}

/** The error for a text with zero bytes, which begins on that line. */
export function nulBytes(name: string, line: number, text: string): UserError {
  const at = lineAfter(text.slice(0, text.indexOf('\0')), line)
  return refused(name, (w) => w.reading.nulBytes(at))
}

/** Whether all replacement characters stand in the bytes themselves: none is in place of what cannot be read. */
function isWritten(text: string, bytes: Buffer, encoding: Encoding): boolean {
  return (
    encoding === 'utf-8' && text.split('\ufffd').length === bytes.toString('latin1').split(WRITTEN).length
  )
}

const WRITTEN = Buffer.from('\ufffd').toString('latin1')

function brokenText(reading: Decoding, line: number, text: string): UserError {
  const at = lineAfter(text.slice(0, text.indexOf('\ufffd')), line)
  return refused(reading.name, (w) => w.reading.brokenText(at, reading.encoding))
}

const isBeyondAscii = (byte: number) => byte > 0x7f

function lineAfter(text: string, line: number): number {
  const end = text.includes('\n') ? '\n' : '\r'
  let count = line
  for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) count++
  return count
}

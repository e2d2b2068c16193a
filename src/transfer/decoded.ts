import type { UserError } from '../errors.ts'
import { type Encoding, makeDecoder } from './encoding.ts'
import { guessEncoding, isAscii } from './guess.ts'
import { type Chunks, refused } from './source.ts'

/** How the bytes of a file are read as text. */
export interface Decoding {
  /** What messages call the file. */
  readonly name: string
  encoding: Encoding
  /** The encoding is a guess, so bytes outside it are an error. */
  readonly strict: boolean
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
  for await (const chunk of chunks) {
    if (undecided && !isAscii(chunk)) {
      undecided = false
      const { encoding } = guessEncoding(chunk)
      if (encoding !== reading.encoding) {
        reading.encoding = encoding
        decoder = makeDecoder(encoding)
      }
    }
    const text = decoder.decode(chunk)
    if (reading.strict && text.includes('\ufffd')) throw brokenText(reading, line, text)
    if (reading.strict) line = lineAfter(text, line)
    yield { text, last: false }
  }
  const rest = decoder.end()
  if (reading.strict && rest !== '') throw brokenText(reading, line, rest)
  yield { text: rest, last: true }
}

function brokenText(reading: Decoding, line: number, text: string): UserError {
  const at = lineAfter(text.slice(0, text.indexOf('\ufffd')), line)
  return refused(reading.name, (w) => w.reading.brokenText(at, reading.encoding))
}

function lineAfter(text: string, line: number): number {
  let count = line
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

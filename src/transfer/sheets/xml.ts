import { Parser } from 'htmlparser2'
import { DamagedZip } from './zip.ts'

/** Elements within elements; real workbooks have some twenty. */
const MOST_DEPTH = 1000

type Utf = InstanceType<typeof TextDecoder>

export type Attributes = Readonly<Record<string, string>>

/** Told of the parts of a document; names come without their prefix: `x:row` and `row` are one. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
}

/**
 * Reads a document piece by piece and yields after each, when the handler has been told of everything in it. Throws
 * DamagedZip where the document does not end as it began, or its elements stand too deep in one another.
 */
export async function* parseXml(
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
): AsyncGenerator<void> {
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > MOST_DEPTH) throw new DamagedZip()
        handler.open(local(name), attributes)
      },
      onclosetag(name) {
        depth--
        handler.close(local(name))
      },
      ontext: (text) => handler.text(text),
    },
    { xmlMode: true },
  )
  let decoder: Utf | undefined
  for await (const piece of pieces) {
    decoder ??= decoderFor(piece)
    parser.write(decoder.decode(piece, { stream: true }))
    yield
  }
  // At its end the parser closes what nobody else did.
  if (depth !== 0 || decoder === undefined) throw new DamagedZip()
  parser.end(decoder.decode())
  yield
}

/** The same of a document that is read at once. */
export async function readXml(pieces: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  for await (const _ of parseXml(pieces, handler));
}

function decoderFor([first, second]: Uint8Array): Utf {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le')
  return new TextDecoder(first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8')
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'

/** The archive is cut short, overwritten or made to harm. */
export class DamagedZip extends Error {}

/** What it holds would grow, as it is read, far beyond what is written there. */
export class HugeContent extends Error {}

interface Entry {
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

const DIRECTORY_END = Buffer.from('PK\x05\x06', 'latin1')
const DIRECTORY_ENTRY = 0x02014b50
const FILE_HEADER = 0x04034b50
/** The record that ends the directory, with the longest comment after it. */
const LONGEST_END = 22 + 0xffff
const CHUNK_BYTES = 1 << 17
const STORED = 0
const DEFLATED = 8
/** In place of a number: it is among the wide ones. */
const ELSEWHERE = 0xffffffff
const WIDE_NUMBERS = 1

/** The files of a zip archive, which is held in memory as it is and unpacked piece by piece. */
export class Zip {
  readonly #entries = new Map<string, Entry>()

  /** Reads the directory. Throws DamagedZip where there is none. */
  constructor(private readonly bytes: Buffer) {
    const end = bytes.lastIndexOf(DIRECTORY_END)
    if (end < Math.max(0, bytes.length - LONGEST_END) || end + 22 > bytes.length) throw new DamagedZip()
    let at = bytes.readUInt32LE(end + 16)
    for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) at = this.#readEntry(at)
  }

  /** Names are looked up in any case, as some programs write them in one and refer to them in another. */
  has(name: string): boolean {
    return this.#entries.has(folded(name))
  }

  /** Unpacked, in bytes; 0 for a file that is not there. */
  size(name: string): number {
    return this.#entries.get(folded(name))?.size ?? 0
  }

  /** How many times larger the file is than what is stored of it. */
  growth(name: string): number {
    const entry = this.#entries.get(folded(name))
    return entry === undefined ? 1 : entry.size / Math.max(entry.packed, 1)
  }

  get hasEncrypted(): boolean {
    return [...this.#entries.values()].some(({ isEncrypted }) => isEncrypted)
  }

  /** The bytes of a file. Throws DamagedZip where they are not those that were packed. */
  async *unpack(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(folded(name))
    if (entry === undefined) throw new DamagedZip()
    let size = 0
    let crc = 0
    for await (const chunk of this.#inflated(entry)) {
      size += chunk.length
      if (size > entry.size) throw new DamagedZip()
      crc = crc32(chunk, crc)
      yield chunk
    }
    if (size !== entry.size || crc !== entry.crc) throw new DamagedZip()
  }

  async *#inflated(entry: Entry): AsyncGenerator<Buffer> {
    const packed = this.#packed(entry)
    if (entry.method === STORED) {
      yield packed
      return
    }
    const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES })
    try {
      yield* Readable.from([packed]).pipe(inflate)
    } catch {
      throw new DamagedZip()
    } finally {
      inflate.destroy()
    }
  }

  #packed({ at, packed, method, isEncrypted }: Entry): Buffer {
    const { bytes } = this
    if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== FILE_HEADER) throw new DamagedZip()
    if (isEncrypted || (method !== STORED && method !== DEFLATED)) throw new DamagedZip()
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    if (start + packed > bytes.length) throw new DamagedZip()
    return bytes.subarray(start, start + packed)
  }

  /** Gives the place of the next one. */
  #readEntry(at: number): number {
    const { bytes } = this
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new DamagedZip()
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/')
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
    const wide = this.#wideNumbers(nameEnd, extraEnd)
    const number = (place: number) => {
      const plain = bytes.readUInt32LE(place)
      return plain === ELSEWHERE ? (wide.shift() ?? plain) : plain
    }
    this.#entries.set(folded(name), {
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      size: number(at + 24),
      packed: number(at + 20),
      at: number(at + 42),
    })
    return extraEnd + bytes.readUInt16LE(at + 32)
  }

  /** The numbers that some programs keep apart, in eight bytes each, however small they are. */
  #wideNumbers(from: number, end: number): number[] {
    const { bytes } = this
    for (let at = from; at + 4 <= Math.min(end, bytes.length); at += 4 + bytes.readUInt16LE(at + 2)) {
      if (bytes.readUInt16LE(at) !== WIDE_NUMBERS) continue
      const count = Math.min(bytes.readUInt16LE(at + 2), end - at - 4) >> 3
      return Array.from({ length: count }, (_, i) => Number(bytes.readBigUInt64LE(at + 4 + 8 * i)))
    }
    return []
  }
}

const folded = (name: string) => name.toLowerCase()

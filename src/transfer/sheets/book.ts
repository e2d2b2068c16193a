import type { Encoding } from '../encoding.ts'
import { refused } from '../source.ts'
import { openOds } from './ods.ts'
import type { Sheet } from './sheet.ts'
import { openXlsx } from './xlsx.ts'
import { DamagedZip, HugeContent, Zip } from './zip.ts'

export interface Book {
  readonly kind: 'xlsx' | 'ods' | 'html'
  /** Of HTML, what its bytes are read as; a workbook says that itself. */
  readonly encoding: Encoding | null
  /** In the order of their tabs; those of charts are left out. The tables of a page are called by their number. */
  readonly sheets: readonly Sheet[]
}

/** A workbook is held in memory as it is packed, and its shared texts unpacked. */
const MOST_PACKED = 256 << 20
const MOST_SHARED = 256 << 20
const MOST_UNPACKED = 2 ** 31
/** Real sheets shrink to a tenth; what shrinks to less than this is made to be unpacked. */
const MOST_GROWTH = 200
const SMALL = 32 << 20

/** Opens a workbook by its bytes. Throws UserError (65) for a zip archive that is none, or none that can be read. */
export async function openBook(name: string, chunks: AsyncIterable<Uint8Array>): Promise<Book> {
  const zip = await guarded(name, async () => new Zip(await gathered(name, chunks)))
  if (zip.hasEncrypted) throw refused(name, (w) => w.sheets.protectedBook)
  if (zip.has('xl/workbook.bin')) throw refused(name, (w) => w.sheets.binaryBook)
  const kind = await guarded(name, () => kindOf(zip))
  if (kind === undefined) throw refused(name, (w) => w.reading.zip)
  const book = await guarded(name, () => (kind === 'xlsx' ? openXlsx(zip, checked) : openOds(zip, checked)))
  if (book === undefined) throw refused(name, (w) => w.sheets.protectedBook)
  return { kind, encoding: null, sheets: book.map((sheet) => ({ ...sheet, rows: rowsOf(sheet) })) }

  function checked(path: string, isShared = false): AsyncIterable<Uint8Array> {
    const size = zip.size(path)
    if (size > (isShared ? MOST_SHARED : MOST_UNPACKED)) throw refused(name, (w) => w.sheets.hugeBook)
    if (size > SMALL && zip.growth(path) > MOST_GROWTH) throw refused(name, (w) => w.sheets.hugeBook)
    return zip.unpack(path)
  }

  function rowsOf(sheet: Sheet): Sheet['rows'] {
    return async function* (span, listener) {
      try {
        yield* sheet.rows(span, listener)
      } catch (error) {
        throw explained(error, name)
      }
    }
  }
}

async function guarded<T>(name: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    throw explained(error, name)
  }
}

function explained(error: unknown, name: string): unknown {
  if (error instanceof HugeContent) return refused(name, (w) => w.sheets.hugeBook)
  return error instanceof DamagedZip ? refused(name, (w) => w.sheets.damagedBook) : error
}

async function gathered(name: string, chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > MOST_PACKED) throw refused(name, (w) => w.sheets.hugeBook)
    pieces.push(chunk)
  }
  return Buffer.concat(pieces)
}

const ODS = 'application/vnd.oasis.opendocument.spreadsheet'

async function kindOf(zip: Zip): Promise<'xlsx' | 'ods' | undefined> {
  if (zip.has('[Content_Types].xml') && zip.has('xl/workbook.xml')) return 'xlsx'
  if (!zip.has('mimetype') || zip.size('mimetype') > 200) return undefined
  let mime = ''
  for await (const piece of zip.unpack('mimetype')) mime += piece.toString('latin1')
  return mime.startsWith(ODS) ? 'ods' : undefined
}

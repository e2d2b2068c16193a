import type { UserError } from '../../errors.ts'
import { type Chunks, refused } from '../source.ts'

/** The name of the part that a workbook with a password consists of. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/** The error for an old Office container, which says whether a password or a newer format is wanted. */
export async function refusedOle(name: string, chunks: Chunks): Promise<UserError> {
  let tail = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const text = Buffer.concat([tail, chunk])
    if (text.includes(ENCRYPTED)) return refused(name, (w) => w.sheets.protectedBook)
    tail = text.subarray(-ENCRYPTED.length)
  }
  return refused(name, (w) => w.reading.oldExcel)
}

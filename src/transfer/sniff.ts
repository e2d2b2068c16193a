import type { Say } from '../errors.ts'
import { findHeader, namedColumns } from './header-row.ts'
import { type RawRow, RowCutter } from './rows.ts'
import { writesBackslashes } from './stray-quotes.ts'

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** A zip archive, as workbooks are. */
export function isZip(head: Uint8Array): boolean {
  return startsWith(head, 0x50, 0x4b, 3, 4) || startsWith(head, 0x50, 0x4b, 5, 6)
}

/** The container of old Office documents, and of new ones with a password. */
export function isOle(head: Uint8Array): boolean {
  return startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)
}

/** HTML or XML. */
export function isMarkup(opening: string): boolean {
  return opening.slice(0, 2000).trimStart().startsWith('<')
}

/** An object of JSON, or an array of them. */
export function isJson(opening: string): boolean {
  return /^\s*(\[\s*)?\{\s*["}]/.test(opening.replace(/^\ufeff/, '').slice(0, 2000))
}

function startsWith(head: Uint8Array, ...bytes: number[]): boolean {
  return bytes.every((byte, i) => head[i] === byte)
}

/** First bytes of what is no table, in hexadecimal, and the sentence that says so. */
const BINARY: readonly (readonly [string, NotATable])[] = [
  ['25504446', 'pdf'],
  ['1f8b', 'compressed'],
  ['1f9d', 'compressed'],
  ['425a68', 'compressed'],
  ['28b52ffd', 'compressed'],
  ['fd377a585a', 'compressed'],
  ['377abcaf271c', 'archive'],
  ['526172211a07', 'archive'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['474946383', 'picture'],
  ['49492a00', 'picture'],
  ['4d4d002a', 'picture'],
  ['7b5c727466', 'richText'],
  ['53514c69746520666f726d61742033', 'database'],
]

type NotATable = 'pdf' | 'compressed' | 'archive' | 'picture' | 'richText' | 'database'

/** A tar archive says so here. */
const TAR_MARK = 257

/** What the file is when its first bytes show that it is no table of text; undefined when it may be one. */
export function notATable(head: Uint8Array): Say | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 512))
  if (bytes.toString('latin1', TAR_MARK, TAR_MARK + 5) === 'ustar') return (w) => w.reading.archive
  const start = bytes.toString('hex', 0, 16)
  const sentence = BINARY.find(([mark]) => start.startsWith(mark))?.[1]
  return sentence && ((w) => w.reading[sentence])
}

/** The same for what only the decoded text shows. */
export function notATableText(head: string): Say | undefined {
  const start = head.slice(0, 2000).trimStart().toLowerCase()
  if (start.startsWith('mime-version:')) return (w) => w.sheets.webArchive
  if (/^\ufeff?\{\s*"schema":\s*"voronka\.copy\//.test(start)) return (w) => w.reading.fullCopy
  if (/^\ufeff?\[\s*(\[[^\]]*\]\s*[,\]]|\]\s*$)/.test(start)) return (w) => w.reading.jsonLists
  return undefined
}

/** Excel's own first line, `sep=;`: the delimiter it names and the length of the line with its end. */
export function sepLine(text: string): { delimiter: string; length: number } | undefined {
  const line = /^"?sep=([^\r\n"])"?[;,\t|]*(?:\r+\n|\n|\r|$)/i.exec(text)
  return line?.[1] === undefined ? undefined : { delimiter: line[1], length: line[0].length }
}

/** As many records as a look needs. */
const SAMPLE_ROWS = 200

/**
 * The delimiter by which most records of the sample have the same number of cells as their header. Unless the sample
 * is the `whole` text it may end inside a record, which is then left out. A table of one column gives a comma.
 */
export function guessDelimiter(sample: string, whole = false): Delimiter {
  const backslashes = writesBackslashes(sample)
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const score = consistency(sampleRows(sample, whole, new RowCutter(delimiter, backslashes)))
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

function sampleRows(sample: string, whole: boolean, cutter: RowCutter): RawRow[] {
  const rows = cutter.cut(sample, whole)
  return (rows.length > 1 ? rows : [...rows, ...cutter.cut('', true)]).slice(0, SAMPLE_ROWS)
}

/** Grows with the share of records of the usual width, and with that width; an odd header counts against. */
function consistency(rows: readonly RawRow[]): number {
  const widths = new Map<number, number>()
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  const header = findHeader(rows)?.row.cells ?? ['']
  const [usual, count] = [...widths].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0])
  const width = Math.max(usual, 1)
  const share = rows.length === 0 ? 0 : count / rows.length
  const agreement = header.length === 1 ? 0.1 : header.length === usual ? 1 : 0.5
  const names = namedColumns(header)
  const named = (names.filter((name) => name !== '').length + 0.5) / (names.length + 0.5)
  const score = share * share * Math.log2(width) * agreement * named
  // A header alone, or rows all shorter than it, still shows its delimiter.
  return Math.max(score, header.length > 1 ? 0.05 * Math.log2(header.length) * named : 0)
}

import type { Say } from '../errors.ts'
import { type RawRow, RowCutter } from './rows.ts'

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

/** What the file is when its first bytes show that it is no table of text; undefined when it may be one. */
export function notATable(head: Uint8Array): Say | undefined {
  const starts = (...bytes: number[]) => startsWith(head, ...bytes)
  if (starts(0x25, 0x50, 0x44, 0x46)) return (w) => w.reading.pdf
  if (
    starts(0x1f, 0x8b) ||
    starts(0x42, 0x5a, 0x68) ||
    starts(0x28, 0xb5, 0x2f, 0xfd) ||
    starts(0xfd, 0x37, 0x7a)
  )
    return (w) => w.reading.compressed
  if (Buffer.from(head.subarray(0, 15)).toString('latin1') === 'SQLite format 3')
    return (w) => w.reading.database
  return undefined
}

/** The same for what only the decoded text shows. */
export function notATableText(head: string): Say | undefined {
  const start = head.slice(0, 2000).trimStart().toLowerCase()
  if (start.startsWith('mime-version:')) return (w) => w.sheets.webArchive
  if (/^\ufeff?\{\s*"schema":\s*"voronka\.copy\//.test(start)) return (w) => w.reading.fullCopy
  if (head.includes('\0')) return (w) => w.reading.nulBytes
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
 * The delimiter by which most records of the sample have the same number of cells as their header. The sample may end
 * inside a record, which is then left out. A table of one column gives a comma.
 */
export function guessDelimiter(sample: string): Delimiter {
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const score = consistency(sampleRows(sample, delimiter))
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

function sampleRows(sample: string, delimiter: string): RawRow[] {
  const cutter = new RowCutter(delimiter)
  const whole = cutter.cut(sample, false)
  return (whole.length > 1 ? whole : [...whole, ...cutter.cut('', true)]).slice(0, SAMPLE_ROWS)
}

/** Grows with the share of records of the usual width, and with that width; a header of another width counts against. */
function consistency(rows: readonly RawRow[]): number {
  const widths = new Map<number, number>()
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  const header = rows.find(({ cells }) => cells.some((cell) => cell !== ''))?.cells.length ?? 1
  const [usual, count] = [...widths].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0])
  const width = Math.max(usual, 1)
  const share = rows.length === 0 ? 0 : count / rows.length
  const agreement = header === 1 ? 0.01 : header === usual ? 1 : 0.5
  const score = share * share * Math.log2(width) * agreement
  // A header alone, or rows all shorter than it, still shows its delimiter.
  return Math.max(score, header > 1 ? 0.05 * Math.log2(header) : 0)
}

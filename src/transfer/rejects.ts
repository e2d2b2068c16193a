import {
  closeSync,
  mkdtempSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { EXIT, notWritten, UserError } from '../errors.ts'
import type { Words } from '../words/words.ts'
import type { Finding } from './findings.ts'
import type { Table } from './table.ts'

/** The columns that a file of rejected rows has after the input's own. */
const REJECT_COLUMNS = ['line', 'problem'] as const

/** Rejected rows, written beside the place where they are to stand; `keep` puts them there, `drop` takes them away. */
export interface Rejects {
  /** Never throws: by then the good rows are written. Where they could not be put there, the place where they are left. */
  keep(): LeftAside | undefined
  drop(): void
}

export interface LeftAside {
  readonly place: string
  /** The code of the system's error. */
  readonly why: string
}

/**
 * Writes the rows that have problems in the input's own columns, with the line they stood on and what is wrong, so
 * that the file can be mended and imported. Reads the input once more. Throws UserError (73) where it cannot write.
 */
export async function writeRejects(
  table: Table,
  problems: readonly Finding[],
  path: string,
  words: Words,
): Promise<Rejects> {
  const byLine = new Map<number, string[]>()
  for (const { line, say } of problems) byLine.set(line, [...(byLine.get(line) ?? []), say(words)])
  let draft: Draft | undefined
  try {
    draft = draftOf(path)
    const file = openSync(draft.path, 'w', 0o600)
    try {
      const own = ownColumns(table.headers)
      const delimiter = table.delimiter ?? ','
      const row = (cells: readonly string[]) =>
        `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\n`
      // A file for Excel stays one: its guarded texts are known by the mark.
      if (table.marked) writeFileSync(file, '\ufeff')
      writeFileSync(file, row([...own.map((index) => table.rawHeaders[index] ?? ''), ...REJECT_COLUMNS]))
      for await (const batch of table.batches()) {
        let text = ''
        for (const { line, cells } of batch) {
          const said = byLine.get(line)
          if (said === undefined) continue
          text += row([
            ...own.map((index) => cells[index] ?? ''),
            String(line),
            [...new Set(said)].join('; '),
            // Cells beyond the header stay beyond it, where they are refused again until the row is mended.
            ...cells.slice(table.headers.length),
          ])
        }
        if (text !== '') writeFileSync(file, text)
      }
    } finally {
      closeSync(file)
    }
    return draft
  } catch (error) {
    draft?.drop()
    if (error instanceof UserError) throw error
    throw notWritten(path, error, EXIT.cannotCreate)
  }
}

interface Draft extends Rejects {
  /** Where to write. */
  readonly path: string
}

/** In a folder of its own beside the target, where nobody else's file can stand; a device or a pipe is its own draft. */
function draftOf(path: string): Draft {
  const before = statSync(path, { throwIfNoEntry: false })
  if (before !== undefined && !before.isFile()) return { path, keep: () => undefined, drop: () => {} }
  const target = before === undefined ? path : realpathSync(path)
  const folder = mkdtempSync(`${target}.`)
  const beside = join(folder, basename(target))
  const drop = () => rmSync(folder, { recursive: true, force: true })
  const keep = () => {
    try {
      renameSync(beside, target)
    } catch (error) {
      const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
      return { place: beside, why }
    }
    drop()
    return undefined
  }
  return { path: beside, keep, drop }
}

/** Whether the file is one of rejected rows itself: its last two columns are then not the input's own. */
export function hasRejectColumns(headers: readonly string[]): boolean {
  const [line, problem] = headers.slice(-2)
  return line === REJECT_COLUMNS[0] && problem === REJECT_COLUMNS[1]
}

function ownColumns(headers: readonly string[]): number[] {
  const count = hasRejectColumns(headers) ? headers.length - 2 : headers.length
  return Array.from({ length: count }, (_, index) => index)
}

function quoted(cell: string, delimiter: string): string {
  const plain = !cell.includes('"') && !cell.includes(delimiter) && !/[\r\n]|^\s|\s$/.test(cell)
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`
}

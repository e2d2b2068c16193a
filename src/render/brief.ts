import type { Block, Document, Line, TableBlock } from './document.ts'
import { spansOf } from './lines.ts'

/** What of a document is left where it is one of several on a screen. */
export interface Brief {
  blocks: readonly Block[]
  /** Rows of its table that were left out. */
  left: number
}

/** Rows of a table that a screen of several reports has room for. */
const MOST_ROWS = 10

/**
 * A document in short: its title, of what stands under it only what is not `said` of the whole screen, the first table
 * with its sums, and what it finds. Charts and further tables are left to the document itself.
 */
export function inBrief({ heading, blocks }: Document, said: ReadonlySet<string>): Brief {
  const [title = '', ...facts] = heading
  const own = facts
    .flatMap((line) => textOf(line).split(PART))
    .filter((part) => part !== '' && !said.has(part))
    .join(PART)
  const table = blocks.find((block) => block.type === 'table')
  const shown = table === undefined ? undefined : shortened(table)
  const below = sentences(blocks, table === undefined)
  return {
    blocks: [
      { type: 'heading', line: title },
      ...(own === '' ? [] : [{ type: 'heading', line: [{ text: own, tone: 'dim' }] } as const]),
      ...(shown === undefined ? [] : [shown.table]),
      ...(below.length === 0 ? [] : [{ type: 'lines', lines: below } as const]),
    ],
    left: shown?.left ?? 0,
  }
}

/** What the report finds, else its first sentence; all there is of one that has no table. */
function sentences(blocks: readonly Block[], isAll: boolean): readonly Line[] {
  const lines = blocks.filter((block) => block.type === 'lines')
  const finding = lines.find(({ finding }) => finding === true)
  return (finding ?? lines[0])?.lines.slice(0, isAll || finding !== undefined ? MOST_ROWS : 1) ?? []
}

/** The parts of a heading that are told apart. */
export function partsOf(line: Line): string[] {
  return textOf(line).split(PART)
}

const PART = ' · '

function textOf(line: Line): string {
  return spansOf(line)
    .map(({ text }) => text)
    .join('')
}

/** Its first rows, and the sums of all. */
function shortened(table: TableBlock): { table: TableBlock; left: number } {
  const sums = table.rows.filter(({ total }) => total)
  const rows = table.rows.filter(({ total }) => !total)
  // One more row is no longer than a line that says there is one more.
  if (rows.length <= MOST_ROWS + 1) return { table, left: 0 }
  return { table: { ...table, rows: [...rows.slice(0, MOST_ROWS), ...sums] }, left: rows.length - MOST_ROWS }
}

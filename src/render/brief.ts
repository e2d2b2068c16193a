import type { Block, Document, HeadingBlock, Line, LinesBlock, TableBlock } from './document.ts'
import { spansOf } from './lines.ts'
import { displayWidth } from './width.ts'

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
 * with its sums and what they mean where that is not plain, another period beside it, and what it finds. Charts and further tables are left to the document itself.
 */
export function inBrief({ heading, blocks }: Document, said: ReadonlySet<string>): Brief {
  const [title = '', ...rest] = heading
  const facts = rest
    .flatMap((line) => textOf(line).split(PART))
    .filter((part) => part !== '' && !said.has(plain(part)))
    .join(PART)
  const own: readonly Block[] = blocks.filter((block) => !isBeside(block))
  const table = own.find((block) => block.type === 'table')
  const shown = table === undefined || table.brief === 0 ? undefined : shortened(table)
  const found = own.find((block) => block.type === 'lines' && block.finding === true)
  const told = sentences(own, found, table === undefined)
  // What a report finds stands where the report has it: above its figures, or below.
  const isAbove = found !== undefined && table !== undefined && own.indexOf(found) < own.indexOf(table)
  const meant = own.flatMap((block): Block[] =>
    block.type === 'lines' && block.brief !== undefined && block.brief.length > 0
      ? [{ type: 'lines', lines: block.brief, close: true }]
      : [],
  )
  // So does what it is held against.
  const place = table === undefined ? 0 : blocks.indexOf(table)
  const beside = (own: readonly Block[]) =>
    own.filter(isBeside).map((block) => (block.type === 'table' ? shortened(block).table : fewer(block)))
  return {
    blocks: [
      headed(title, facts),
      ...beside(blocks.slice(0, place)),
      ...(isAbove ? told : []),
      ...(shown === undefined ? [] : [shown.table, ...meant]),
      ...beside(blocks.slice(place)),
      ...(isAbove ? [] : shown === undefined ? told : told.map(closely)),
    ],
    left: shown?.left ?? 0,
  }
}

/** On one line where there is room for both. */
function headed(title: Line, facts: string): HeadingBlock {
  if (facts === '') return { type: 'heading', line: title }
  const whole = [textOf(title), facts].join(PART)
  return displayWidth(whole) <= LINE
    ? { type: 'heading', line: whole }
    : { type: 'heading', line: title, under: facts }
}

const LINE = 80

function isBeside(block: Block): block is LinesBlock | TableBlock {
  return (block.type === 'lines' || block.type === 'table') && block.beside === true
}

function closely(block: Block): Block {
  return block.type === 'lines' ? { ...block, close: true } : block
}

function fewer(block: LinesBlock): LinesBlock {
  return { ...block, lines: block.lines.slice(0, MOST_NOTES) }
}

/** Lines that another period beside a report has room for. */
const MOST_NOTES = 3

/** What the report finds, else its first sentence and the command it leads to; all there is of one that has no table. */
function sentences(blocks: readonly Block[], finding: Block | undefined, isAll: boolean): readonly Block[] {
  const found = finding ?? blocks.find((block) => block.type === 'lines' && block.brief === undefined)
  if (found?.type !== 'lines' || found.lines.length === 0) return []
  const lines = found.lines.slice(0, isAll || found.finding === true ? MOST_ROWS : 1)
  const next = blocks[blocks.indexOf(found) + 1]
  const command = next?.type === 'command' && lines.length === found.lines.length ? [next] : []
  return [{ type: 'lines', lines }, ...command]
}

/** The parts of a heading that are told apart. */
export function partsOf(line: Line): string[] {
  return textOf(line).split(PART).map(plain)
}

/** Whether a part was kept together where its line was broken tells no parts apart. */
function plain(part: string): string {
  return part.replaceAll('\u00a0', ' ')
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
  const { brief: most = MOST_ROWS } = table
  if (rows.length <= most + 1) return { table, left: 0 }
  return { table: { ...table, rows: [...rows.slice(0, most), ...sums] }, left: rows.length - most }
}

import type { RawRow } from './rows.ts'

/** Rows among which the header is looked for: reports have titles above it. */
export const FIRST_ROWS = 20

/** The columns that exports of this program have, and no other file. */
const OWN = ['externalSystem', 'externalId']

/** The names of the columns; nameless ones at the end are none. In exports of this program they are taken as written. */
export function namedColumns(cells: readonly string[]): string[] {
  const isOwn = OWN.every((name) => cells.includes(name))
  const names = isOwn ? [...cells] : cells.map(cleanHeader)
  while (names.length > 1 && names[names.length - 1] === '') names.pop()
  return names
}

/** ` Бюджет * ` → `Бюджет`: marks, asterisks of required columns, no-break spaces and line ends inside. */
function cleanHeader(header: string): string {
  return header
    .replace(/[\ufeff\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[*\s]+|[*\s]+$/g, '')
}

/** The header of a table and whether something stands above it; undefined where all rows are blank. */
export interface FoundHeader {
  readonly row: RawRow
  readonly isBelow: boolean
  /** Lines above it begin with `#`, so that such lines may stand between the rows as well. */
  readonly hasComments: boolean
}

/**
 * The first of the rows that `fits`, else the first that is not blank. A title of one cell and comments above what
 * looks like a header are no header.
 */
export function findHeader(
  rows: readonly RawRow[],
  fits?: (headers: readonly string[]) => boolean,
): FoundHeader | undefined {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const top = filled.slice(0, FIRST_ROWS)
  const [first] = top
  if (first === undefined) return undefined
  const row =
    top.find(({ cells, unclosed }) => !unclosed && fits?.(namedColumns(cells))) ??
    underTitles(top, filled) ??
    first
  const above = top.slice(0, top.indexOf(row))
  return { row, isBelow: above.length > 0, hasComments: above.some(({ cells }) => isHash(cells)) }
}

function underTitles(top: readonly RawRow[], filled: readonly RawRow[]): RawRow | undefined {
  const at = top.findIndex((row, i) => {
    const isBlock = isComment(top[i + 1]?.cells ?? [], { hasComments: false })
    return !isTitle(row) || (!isBlock && isUsual(row, filled.slice(i + 1)))
  })
  const row = at > 0 ? top[at] : undefined
  if (row === undefined || row.unclosed || !isUsual(row, filled.slice(at + 1))) return undefined
  const names = namedColumns(row.cells)
  const titles = top.slice(0, at).filter(({ cells }) => !isHash(cells))
  const isPadded = titles.some(({ cells }) => cells.length === row.cells.length)
  // One cell above rows of two may as well be a header whose rows have a comma in them.
  const isSure = isPadded || titles.length === 0 || names.length > 2
  const isNames = names.every((name) => name !== '' && (isPadded || !/^[\d\s.,:+-]+$|@/.test(name)))
  return isSure && isNames && new Set(names).size === names.length ? row : undefined
}

/** It has several filled cells, and as many in all as most of the rows that follow. */
function isUsual({ cells }: RawRow, rows: readonly RawRow[]): boolean {
  const same = rows.filter((row) => row.cells.length === cells.length)
  return filledOf(cells) > 1 && same.length * 2 > rows.length
}

function isTitle({ cells }: RawRow): boolean {
  return isHash(cells) || filledOf(cells) === 1
}

const filledOf = (cells: readonly string[]) => cells.filter((cell) => cell !== '').length

const isHash = (cells: readonly string[]) => cells[0]?.startsWith('#') === true

/**
 * Whether a row is a comment: a lone cell `# …` that is no number of anything (`#17`), and where such lines were met
 * above the header also one that has commas in it.
 */
export function isComment(cells: readonly string[], { hasComments }: { hasComments: boolean }): boolean {
  const [first = ''] = cells
  if (!first.startsWith('#')) return false
  if (hasComments && /^#(\s|$)/.test(first)) return true
  return !/^#\s*\S*\d\S*$/.test(first) && cells.every((cell, i) => i === 0 || cell === '')
}

import { EXIT, type Say, UserError } from '../../errors.ts'
import type { Words } from '../../words/words.ts'
import { FIRST_ROWS, namedColumns } from '../header-row.ts'
import { type Chunks, kept, refused } from '../source.ts'
import type { Table, TableOptions } from '../table.ts'
import { type Book, openBook } from './book.ts'
import { MOST_COLUMNS } from './cell-text.ts'
import { openHtml } from './html.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { SheetTable } from './sheet-table.ts'

/** Opens a sheet of a workbook, whatever the file is called. Throws UserError where it cannot, or which is unclear. */
export async function openWorkbook(name: string, chunks: Chunks, options: TableOptions): Promise<Table> {
  return openOneOf(name, await openBook(name, chunks), options)
}

/** Opens a table of an HTML page, which is what some programs write for Excel. Throws UserError where there is none. */
export async function openPage(
  name: string,
  head: Uint8Array,
  all: () => Chunks,
  { rereadable }: { rereadable: boolean },
  options: TableOptions,
): Promise<Table> {
  const chunks = rereadable ? all : await kept(all())
  return openOneOf(name, await openHtml(name, head, chunks, options.encoding), options)
}

/** Sheets that are looked at: each look may read the file anew. Others are there by their names. */
const MOST_SHEETS = 50

/** A sheet, with the row of it that names the columns. */
interface Candidate {
  readonly sheet: Sheet
  readonly header: SheetRow
  /** Its first column. A table need not begin in that of the sheet, and the corner over its rows may be blank. */
  readonly from: number
  readonly fits: boolean
  /** It has rows under the header. */
  readonly filled: boolean
  /** It has something above the header. */
  readonly below: boolean
}

async function openOneOf(name: string, book: Book, options: TableOptions): Promise<Table> {
  const { chosen, notes } =
    options.sheet === undefined
      ? await bestOf(name, book, options)
      : { chosen: await lookAt(namedSheet(book, options.sheet), options.fits), notes: [] }
  if (chosen === undefined) throw refused(name, (w) => sentences(w, (words) => words.reading.empty, ...notes))
  const said: Say[] = [...notes]
  const { header, from, below, sheet } = chosen
  if (isMisnamed(name, book.kind)) said.unshift((w) => w.sheets.misnamed({ file: name, kind: book.kind }))
  if (below) said.push((w) => w.sheets.headerBelow({ row: header.line }))
  return new SheetTable(book, sheet, header, from, said)
}

/**
 * Without a word from the user: the only sheet, or the first whose headers are those of what is looked for; one that
 * has rows goes before one that has none.
 */
async function bestOf(
  name: string,
  { kind, sheets }: Book,
  { fits }: TableOptions,
): Promise<{ chosen: Candidate | undefined; notes: Say[] }> {
  const found: Candidate[] = []
  const shown = sheets.filter(({ hidden }) => !hidden)
  for (const sheet of shown.slice(0, MOST_SHEETS)) {
    const candidate = await lookAt(sheet, fits)
    if (candidate !== undefined) found.push(candidate)
  }
  const all = shown.length
  const notes: Say[] = all > MOST_SHEETS ? [(w) => w.sheets.unseen({ all, seen: MOST_SHEETS })] : []
  const [first] = found
  if (found.length <= 1) return { chosen: first, notes }
  const tables = kind === 'html' ? found.filter(({ header }) => count(header) > 1) : []
  const chosen = firstFilled(found.filter((one) => one.fits)) ?? firstFilled(tables)
  const names = (of: readonly Candidate[]) => of.map(({ sheet }) => sheet.name)
  if (chosen === undefined)
    throw refused(name, (w) =>
      sentences(w, (words) => words.sheets.whichSheet({ names: names(found) }), ...notes),
    )
  const others = names(found.filter((one) => one !== chosen))
  return { chosen, notes: [(w) => w.sheets.taken({ sheet: chosen.sheet.name, others }), ...notes] }
}

function sentences(words: Words, ...says: readonly Say[]): string {
  return says.map((say) => say(words)).join(' ')
}

function firstFilled(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.find(({ filled }) => filled) ?? candidates[0]
}

/** By its name, else by its number among those that are shown. */
function namedSheet({ sheets }: Book, text: string): Sheet {
  const wanted = text.trim()
  const shown = sheets.filter(({ hidden }) => !hidden)
  const found =
    sheets.find(({ name }) => name === text) ??
    sheets.find(({ name }) => name.trim().toLowerCase() === wanted.toLowerCase()) ??
    (/^[1-9]\d{0,3}$/.test(wanted) ? shown[Number(wanted) - 1] : undefined)
  if (found !== undefined) return found
  const names = sheets.map(({ name }) => name)
  throw new UserError((w) => w.sheets.noSheet({ text, names }), EXIT.refused)
}

const ALL_COLUMNS = { from: 0, to: MOST_COLUMNS }

async function lookAt(sheet: Sheet, fits: TableOptions['fits']): Promise<Candidate | undefined> {
  const rows: SheetRow[] = []
  for await (const batch of sheet.rows(ALL_COLUMNS)) {
    rows.push(...batch.filter((row) => count(row) > 0).slice(0, FIRST_ROWS - rows.length))
    if (rows.length === FIRST_ROWS) break
  }
  const [first] = rows
  if (first === undefined) return undefined
  const known = rows.find(({ cells }) => fits?.(namedColumns(cells)))
  const header = known ?? rows.find((row) => count(row) > 1) ?? first
  const filled = rows.at(-1) !== header || rows.length === FIRST_ROWS
  const next = rows[rows.indexOf(header) + 1] ?? header
  const from = Math.min(...[header, next].map(({ cells }) => cells.findIndex((cell) => cell !== '')))
  return { sheet, header, from, fits: known !== undefined, filled, below: header !== first }
}

function count({ cells }: SheetRow): number {
  return cells.reduce((filled, cell) => (cell === '' ? filled : filled + 1), 0)
}

const NAMES: Readonly<Record<Book['kind'], RegExp>> = {
  xlsx: /\.xl(s|t)[xm]$/i,
  ods: /\.(ods|ots)$/i,
  html: /\.(html?|xls)$/i,
}

/** Standard input has no name to mislead by. */
function isMisnamed(name: string, kind: Book['kind']): boolean {
  return name !== '-' && !NAMES[kind].test(name)
}

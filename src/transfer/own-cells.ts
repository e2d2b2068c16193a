import type { FieldValue } from '../domain/deal.ts'
import type { CustomField } from '../domain/field.ts'
import { type DecimalSign, parseAmount } from '../domain/money.ts'
import { foldKey } from '../domain/names/name.ts'
import type { Named } from '../domain/records/exported.ts'
import type { Say } from '../errors.ts'
import type { DateReader } from './dates.ts'
import { splitList, unguarded } from './export-cells.ts'
import { fieldName } from './export-column.ts'
import type { Finding } from './findings.ts'
import type { Row, Table } from './table.ts'

export interface OwnCellsContext {
  readonly headers: readonly string[]
  /** Columns that count as blank. */
  readonly ignored: readonly string[]
  /** Base currency, of custom money fields. */
  readonly currency: string
  readonly decimal: DecimalSign
  /** The file is for Excel: texts that look like formulas have an apostrophe before them. */
  readonly guarded: boolean
}

/** The cells of a row that this program exported, by their headers, and what is wrong with them. */
export class OwnCells {
  readonly #index: ReadonlyMap<string, number>
  #row: Row = { line: 0, cells: [] }
  #problems: Finding[] = []

  constructor(private readonly context: OwnCellsContext) {
    const { headers, ignored } = context
    const entries = headers.map((header, index) => [header, index] as const)
    this.#index = new Map(entries.filter(([header]) => !ignored.includes(header)))
  }

  /** The next row; what was wrong with the one before is forgotten. */
  turn(row: Row): void {
    this.#row = row
    this.#problems =
      row.problem === undefined ? [] : [{ line: row.line, column: '', value: '', say: row.problem }]
  }

  get problems(): readonly Finding[] {
    return this.#problems
  }

  index(header: string): number | undefined {
    return this.#index.get(header)
  }

  cell(header: string): string {
    const index = this.#index.get(header)
    const cell = index === undefined ? '' : (this.#row.cells[index] ?? '')
    return this.context.guarded ? unguarded(cell) : cell
  }

  text(header: string): string | null {
    return this.cell(header) || null
  }

  /** Minor units. */
  money(header: string, currency: string): number | null {
    const cell = this.cell(header)
    if (cell === '') return null
    const read = parseAmount(cell, { currency, decimal: this.context.decimal })
    if (!('problem' in read)) return read.minor
    this.unfit(header)
    return null
  }

  /** The records that two columns point to, by name and typed id. */
  named(letter: string, names: string, ids: string): Named[] {
    const known = splitList(this.cell(ids))
    return splitList(this.cell(names)).map((name, index) => ({
      name,
      id: rowId(letter, known[index] ?? '') ?? 0,
    }))
  }

  /** A custom field's value as its column is written. */
  field({ type }: CustomField, header: string): FieldValue | null {
    const cell = this.cell(header)
    if (cell === '') return null
    if (type === 'money') return this.money(header, this.context.currency)
    if (type === 'yesno' && (cell === 'true' || cell === 'false')) return cell === 'true' ? 1 : 0
    const number = type === 'number' ? Number(cell.replace(',', '.')) : Number.NaN
    if (type === 'number' && !Number.isNaN(number)) return number
    if (type !== 'number' && type !== 'yesno') return cell
    this.unfit(header)
    return null
  }

  /** The cell is no value of its column. */
  unfit(header: string): void {
    const text = this.cell(header)
    this.problem(header, (w) => w.import.noFieldValue({ text, field: header }))
  }

  problem(column: string, say: Say): void {
    this.#problems.push({ line: this.#row.line, column, value: this.cell(column), say })
  }
}

/** The sign before fractions in this program's own exports: that of the delimiter, whatever the amounts look like. */
export function ownDecimal({ delimiter }: Pick<Table, 'delimiter'>): DecimalSign {
  return delimiter === ';' ? ',' : '.'
}

/** Ids that a workspace can come to: a longer one was never given, and would take the room of those to come. */
const OWN_ID = /^[a-z][1-9]\d{0,8}$/

/** The number of a typed id such as `d17`. */
export function rowId(letter: string, cell: string): number | null {
  return cell.startsWith(letter) && OWN_ID.test(cell) ? Number(cell.slice(1)) : null
}

/** The field that a column of an export is of; its header may say that it is no built-in one. */
export function fieldOfHeader(fields: readonly CustomField[], header: string): CustomField | undefined {
  const find = (name: string) => fields.find((field) => foldKey(field.name) === foldKey(name))
  return find(fieldName(header)) ?? find(header)
}

const EXACT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

/** A moment as exports write it: midnight is one like others there, not a day whose hour nobody knows. */
export function ownMoment(
  cell: string,
  reader: DateReader | undefined,
): ReturnType<DateReader['read']> | undefined {
  if (EXACT.test(cell)) return { at: Date.parse(cell), precision: 'moment' }
  const read = reader?.read(cell)
  const isTimed = typeof read === 'object' && 'at' in read && cell.includes(':')
  return isTimed ? { at: read.at, precision: 'moment' } : read
}

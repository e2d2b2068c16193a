import type { FieldValue } from '../domain/deal.ts'
import { MOST_CHARACTERS, MOST_IN_NOTE } from '../domain/text-size.ts'
import type { Moment } from '../domain/time/when.ts'
import type { Say } from '../errors.ts'
import { detached } from './cache.ts'
import { type Column, firstFilled, type ReadCells } from './columns.ts'
import { dateDoubt, isNoughtDay } from './doubtful-dates.ts'
import type { Finding } from './findings.ts'
import { type CellAmount, isNotAgreed } from './numbers.ts'
import { ownMoment } from './own-cells.ts'
import { keyPart } from './person-cells.ts'
import type { RowCellsContext } from './row-context.ts'
import { isRounded, isSheetError, isSheetNothing } from './spreadsheet-damage.ts'
import type { Row } from './table.ts'

const NOTE = 'note'
/** Characters of an endless cell that a finding shows. */
const SHOWN = 60
const HASH = 35

/** The cells of one row after another by the fields they fill, and all there is to say against them. */
export class RowCells<Field extends string> {
  readonly warnings: Finding[] = []
  readonly #get: ReadonlyMap<string, ReadCells>
  #problems: Finding[] = []
  #line = 0
  #cells: readonly string[] = []

  constructor(
    private readonly context: RowCellsContext,
    fields: readonly Field[],
  ) {
    const { claims, asWritten } = context
    const clean = asWritten ?? ((cell: string) => cell.trim())
    this.#get = new Map(
      fields.map((field) => [
        field,
        firstFilled(claims.fields.get(field) ?? [], claims.fixed.get(field), clean),
      ]),
    )
  }

  /** The next row; what was wrong with the one before is forgotten. */
  turn({ line, cells, problem }: Row): void {
    this.#problems = problem === undefined ? [] : [{ line, column: '', value: '', say: problem }]
    this.#line = line
    this.#cells = cells
    if (problem === undefined && this.context.asWritten === undefined) this.#mend(cells)
  }

  get problems(): readonly Finding[] {
    return this.#problems
  }

  has(field: Field): boolean {
    const { fields, fixed } = this.context.claims
    return fields.has(field) || fixed.has(field)
  }

  /** As the file has it. */
  cell({ index }: Column): string {
    return this.#cells[index] ?? ''
  }

  /** The first of the columns of a field that is not blank; '' for none. */
  text(field: Field): string {
    return this.#get.get(field)?.(this.#cells) ?? ''
  }

  textOrNull(field: Field): string | null {
    return this.text(field) || null
  }

  /** All the columns of a field that are not blank. */
  all(field: Field): string[] {
    const { fixed, fields } = this.context.claims
    const set = fixed.get(field)
    if (set !== undefined) return [set]
    const columns = fields.get(field)
    if (columns === undefined) return []
    return columns.map(({ index }) => this.#clean(index)).filter((cell) => cell !== '')
  }

  /** Those that still have all their digits. */
  phones(field: Field): string[] {
    const found = this.all(field)
    if (!found.some(isRounded)) return found
    this.warn(field, (w) => w.reading.roundedPhone)
    return found.filter((cell) => !isRounded(cell))
  }

  /** What identifies the row: its key columns, else the first of the fields that is not blank; '' for none. */
  id(...fields: Field[]): string {
    const { key } = this.context.claims
    if (key.length > 0) {
      const parts = key.map(({ index }) => keyPart((this.#cells[index] ?? '').trim(), index, this.context))
      const filled = parts.filter((part) => part !== '')
      if (filled.length === 0) return ''
      if (filled.every(isRounded)) this.lacksId((w) => w.reading.roundedId)
      return parts.join(' | ')
    }
    for (const field of fields) {
      const id = this.text(field)
      if (id === '') continue
      if (this.context.asWritten === undefined && isRounded(id))
        this.problem(field, (w) => w.reading.roundedId)
      return id
    }
    return ''
  }

  /** The problem that nothing identifies the row: of its key column, else of the field. */
  lacksId(say: Say, field?: Field): void {
    const [column] = this.context.claims.key
    if (column !== undefined) this.problemAt(column, say)
    else if (field !== undefined) this.problem(field, say)
  }

  /** Null where no column has one, and where it cannot be read, which is then a problem. */
  date(field: Field, anyYear = false): Moment | null {
    const fixed = this.context.fixed.dates.get(field)
    if (fixed !== undefined) return fixed
    for (const column of this.context.claims.fields.get(field) ?? []) {
      const moment = this.moment(column, anyYear)
      if (moment !== null) return moment
    }
    return null
  }

  /** As `date`, of one column. People are born in any year; deals are not made in any. */
  moment(column: Column, anyYear = false): Moment | null {
    const cell = this.#cells[column.index] ?? ''
    const reader = this.context.dates.get(column.index)
    if (this.context.asWritten !== undefined) return this.#taken(column, ownMoment(cell, reader))
    const read = reader?.read(cell)
    if (read === undefined) return null
    const isDate = read !== 'empty' && 'at' in read
    const doubt = isDate ? dateDoubt(read, this.context.zone) : isNoughtDay(cell) ? 'noughtDay' : undefined
    if (doubt === undefined || (isDate && anyYear && doubt === 'unlikelyYear'))
      return this.#taken(column, read)
    this.warnAt(column, (w) => w.reading[doubt])
    return isDate && doubt === 'unlikelyYear' ? read : null
  }

  #taken<Value extends object>(
    column: Column,
    read: Value | { readonly problem: Say } | 'empty' | undefined,
  ): Value | null {
    if (read === undefined || read === 'empty') return null
    if (!('problem' in read)) return read
    this.problemAt(column, read.problem)
    return null
  }

  /** `currency` is meant where the cell names none. Null as for dates. */
  amount(field: Field, currency?: string): CellAmount | null {
    const fixed = this.context.fixed.amounts.get(field)
    if (fixed !== undefined) return fixed
    for (const column of this.context.claims.fields.get(field) ?? []) {
      const read = this.amountAt(column, currency)
      if (read !== null) return read
    }
    return null
  }

  /** As `amount`, of one column. */
  amountAt(column: Column, currency?: string): CellAmount | null {
    const reader = this.context.amounts.get(column.index)
    const found = reader?.read(this.cell(column), currency)
    if (found === 'empty' && isNotAgreed(this.cell(column))) this.warnAt(column, (w) => w.reading.notAgreed)
    const read = this.#taken(column, found)
    if (read?.signLost) this.warnAt(column, (w) => w.reading.signLost)
    return read
  }

  /** The user's own fields by their row ids; undefined where all are blank. */
  custom(): Record<string, FieldValue> | undefined {
    let fields: Record<string, FieldValue> | undefined
    for (const { id, column, read } of this.context.custom) {
      const cell = this.#clean(column.index)
      if (cell === '' || fields?.[id] !== undefined) continue
      const value = read(cell)
      if (value === undefined)
        this.problemAt(column, (w) => w.import.noFieldValue({ text: cell, field: column.header }))
      else {
        fields ??= {}
        fields[id] = value
      }
    }
    return fields
  }

  /** Of the column that fills the field; undefined where none does. */
  header(field: Field): string | undefined {
    return this.context.claims.fields.get(field)?.[0]?.header
  }

  problem(field: Field, say: Say): void {
    this.#problems.push(this.#finding(field, say))
  }

  problemAt(column: Column, say: Say): void {
    this.#problems.push(this.#at(column, say))
  }

  warn(field: Field, say: Say): void {
    this.warnings.push(this.#finding(field, say))
  }

  warnAt(column: Column, say: Say): void {
    this.warnings.push(this.#at(column, say))
  }

  #clean(index: number): string {
    const cell = this.#cells[index] ?? ''
    return this.context.asWritten?.(cell) ?? cell.trim()
  }

  /** Cells that are too long are problems; errors of formulas become blanks, those of dates and amounts are problems. */
  #mend(cells: readonly string[]): void {
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index] ?? ''
      if (cell.length > MOST_CHARACTERS) this.#checkLength(index, cell)
      else if (cell.charCodeAt(0) === HASH && isSheetError(cell)) this.#mendError(index, cell)
    }
  }

  #checkLength(index: number, cell: string): void {
    const use = this.#use(index)
    const most = use?.use === 'field' && use.what === NOTE ? MOST_IN_NOTE : MOST_CHARACTERS
    if (use === undefined || cell.length <= most) return
    const value = `${detached(cell.slice(0, SHOWN))}…`
    const say: Say = (w) => w.reading.tooLong(cell.length, most)
    this.#problems.push({ line: this.#line, column: use.header, value, say })
  }

  #mendError(index: number, cell: string): void {
    const use = this.#use(index)
    if (use === undefined) return
    const isValue = this.context.dates.has(index) || this.context.amounts.has(index)
    if (isValue && !isSheetNothing(cell)) this.problemAt(use, (w) => w.reading.sheetBroken)
    else this.warnAt(use, (w) => w.reading.sheetError)
    this.#cells = this.#cells.map((known, at) => (at === index ? '' : known))
  }

  /** Undefined for a column that is not taken. */
  #use(index: number) {
    return this.context.claims.columns.find((column) => column.index === index && TAKEN.has(column.use))
  }

  #finding(field: Field, say: Say): Finding {
    const column = this.context.claims.fields.get(field)?.[0]
    return column === undefined
      ? { line: this.#line, column: '', value: this.context.claims.fixed.get(field) ?? '', say }
      : this.#at(column, say)
  }

  #at({ index, header }: Column, say: Say): Finding {
    return { line: this.#line, column: header, value: this.#cells[index] ?? '', say }
  }
}

const TAKEN: ReadonlySet<string> = new Set(['field', 'entered', 'custom', 'key'])

import type { Database } from './database.ts'
import type { Cell } from './tables/cells.ts'

/** Rows to an insert: fewer cost calls, more cost binding. */
const ROWS = 10

/**
 * Adds many rows to one table, some at a time. Rows are there after `flush`. Binding a cell is dearer than storing it,
 * so what all rows so far have in common (the currency, no cost, no tags) stands in the statement.
 */
export class BatchInsert {
  readonly #into: string
  readonly #width: number
  /** Filled from the front. */
  readonly #cells: Cell[]
  #count = 0
  /** By column: what all rows so far have there; undefined once two differ. */
  #common: (Cell | undefined)[] = []
  #many = ''
  /** Places of the cells that are bound, and they. */
  #places: readonly number[] = []
  #bound: Cell[] = []

  constructor(
    private readonly db: Database,
    table: string,
    columns: readonly string[],
  ) {
    this.#into = `insert into ${table}(${columns.join(', ')}) values `
    this.#width = columns.length
    this.#cells = Array<Cell>(ROWS * columns.length).fill(null)
  }

  /** One row; its cells may come in parts. */
  add(...parts: readonly (readonly Cell[])[]): void {
    const cells = this.#cells
    let count = this.#count
    for (const part of parts) for (let at = 0; at < part.length; at++) cells[count++] = part[at] ?? null
    this.#count = count
    if (count < cells.length) return
    this.#insert()
    this.#count = 0
  }

  flush(): void {
    const single = `${this.#into}(${Array(this.#width).fill('?').join(', ')})`
    for (let at = 0; at < this.#count; at += this.#width)
      this.db.prepare(single).run(this.#cells.slice(at, at + this.#width))
    this.#count = 0
  }

  #insert(): void {
    if (this.#differs()) this.#bind()
    const places = this.#places
    for (let i = 0; i < places.length; i++) this.#bound[i] = this.#cells[places[i] ?? 0] ?? null
    this.db.prepare(this.#many).run(this.#bound)
  }

  /** Whether there is less in common than the statement says. */
  #differs(): boolean {
    const [cells, width] = [this.#cells, this.#width]
    const isFirst = this.#many === ''
    if (isFirst) this.#common = cells.slice(0, width).map((cell) => (literal(cell) ? cell : undefined))
    let differs = isFirst
    for (let column = 0; column < width; column++) {
      const common = this.#common[column]
      if (common === undefined) continue
      for (let at = column; at < cells.length; at += width)
        if (cells[at] !== common) {
          this.#common[column] = undefined
          differs = true
          break
        }
    }
    return differs
  }

  #bind(): void {
    const row = this.#common.map((cell) => (cell === undefined ? '?' : (literal(cell) ?? '?')))
    this.#many =
      this.#into +
      Array(ROWS)
        .fill(`(${row.join(', ')})`)
        .join(', ')
    const bound = row.flatMap((text, column) => (text === '?' ? [column] : []))
    this.#places = Array.from({ length: ROWS }, (_, i) => i).flatMap((i) =>
      bound.map((column) => i * this.#width + column),
    )
    this.#bound = this.#places.map(() => null)
  }
}

/** Texts longer than this are not common to many rows. */
const LONGEST = 40

/** The cell as SQL writes it, exactly as it would be bound; undefined for what is better bound. */
function literal(cell: Cell): string | undefined {
  if (cell === null) return 'null'
  // Larger ones are bound as floating point.
  if (typeof cell === 'number') return Object.is(cell | 0, cell) ? String(cell) : undefined
  const plain = cell.length <= LONGEST && !cell.includes('\0')
  return plain ? `'${cell.replaceAll("'", "''")}'` : undefined
}

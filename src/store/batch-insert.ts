import type { Database } from './database.ts'

export type Cell = string | number | null

/** Rows to an insert: fewer cost calls, more cost binding. */
const ROWS = 10

/** Adds many rows to one table, some at a time. Rows are there after `flush`. */
export class BatchInsert {
  readonly #single: string
  readonly #many: string
  /** Filled from the front, and bound whole. */
  readonly #cells: Cell[]
  #count = 0

  constructor(
    private readonly db: Database,
    table: string,
    private readonly columns: readonly string[],
  ) {
    const row = `(${columns.map(() => '?').join(', ')})`
    const into = `insert into ${table}(${columns.join(', ')}) values `
    this.#single = into + row
    this.#many = into + Array(ROWS).fill(row).join(', ')
    this.#cells = Array<Cell>(ROWS * columns.length).fill(null)
  }

  /** One row; its cells may come in parts. */
  add(...parts: readonly (readonly Cell[])[]): void {
    for (const part of parts)
      for (let at = 0; at < part.length; at++) this.#cells[this.#count++] = part[at] ?? null
    if (this.#count < this.#cells.length) return
    this.db.prepare(this.#many).run(this.#cells)
    this.#count = 0
  }

  flush(): void {
    const width = this.columns.length
    for (let at = 0; at < this.#count; at += width)
      this.db.prepare(this.#single).run(this.#cells.slice(at, at + width))
    this.#count = 0
  }
}

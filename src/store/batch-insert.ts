import type { Database } from './database.ts'

export type Cell = string | number | null

/** Rows to an insert: fewer cost calls, more cost binding. */
const ROWS = 10

/** Adds many rows to one table, some at a time. Rows are there after `flush`. */
export class BatchInsert {
  readonly #single: string
  readonly #many: string
  #cells: Cell[] = []
  #rows = 0

  constructor(
    private readonly db: Database,
    table: string,
    private readonly columns: readonly string[],
  ) {
    const row = `(${columns.map(() => '?').join(', ')})`
    const into = `insert into ${table}(${columns.join(', ')}) values `
    this.#single = into + row
    this.#many = into + Array(ROWS).fill(row).join(', ')
  }

  add(cells: readonly Cell[]): void {
    for (const cell of cells) this.#cells.push(cell)
    if (++this.#rows < ROWS) return
    this.db.prepare(this.#many).run(this.#cells)
    this.#cells = []
    this.#rows = 0
  }

  flush(): void {
    const width = this.columns.length
    for (let at = 0; at < this.#cells.length; at += width)
      this.db.prepare(this.#single).run(this.#cells.slice(at, at + width))
    this.#cells = []
    this.#rows = 0
  }
}

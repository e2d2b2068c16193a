/** Numbers in rows, columns and layers, in one typed array; what lies outside is 0. */
export class Cells {
  readonly values: Float64Array

  constructor(
    readonly rows: number,
    readonly columns = 1,
    readonly layers = 1,
  ) {
    this.values = new Float64Array(rows * columns * layers)
  }

  /** Empty ones of the same shape. */
  like(): Cells {
    return new Cells(this.rows, this.columns, this.layers)
  }

  at(row: number, column = 0, layer = 0): number {
    return this.values[(row * this.columns + column) * this.layers + layer] ?? 0
  }

  set(row: number, column: number, layer: number, value: number): void {
    this.values[(row * this.columns + column) * this.layers + layer] = value
  }

  add(row: number, column: number, layer: number, by: number): void {
    const at = (row * this.columns + column) * this.layers + layer
    this.values[at] = (this.values[at] ?? 0) + by
  }
}

/** What a cell of the file holds, and a row of cells by their columns. */
export type Cell = string | number | null
export type Cells = Record<string, Cell>

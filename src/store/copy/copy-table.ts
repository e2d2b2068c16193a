import type { Cell } from '../tables/cells.ts'
import type { Codec } from './codecs.ts'

/** A table as a full copy holds it. */
export interface CopyTable {
  name: string
  /** Column → how it is written, in the order of the copy. */
  columns: Readonly<Record<string, Codec>>
  /** The column `folded`, made anew from the name. */
  fold?: (name: string) => string
  /** Whether the cells of a row, by their columns, go together. */
  fits?: (cells: ReadonlyMap<string, Cell>) => boolean
  /** Journaled label rows; else the truth of deals, which carries operations itself. */
  label: boolean
  /** What people entered or imported, and not how the workspace is set up. */
  records?: true
}

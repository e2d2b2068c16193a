import type { Say } from '../errors.ts'

/** Something to say of one row: a problem, for which the row is not taken, or a warning. */
export interface Finding {
  readonly line: number
  /** The header; '' where the row as a whole is meant. */
  readonly column: string
  readonly value: string
  readonly say: Say
}

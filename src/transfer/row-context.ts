import type { FieldValue } from '../domain/deal.ts'
import type { Zone } from '../domain/time/zone.ts'
import type { Claims, Column } from './columns.ts'
import type { DateReader } from './dates.ts'
import type { FixedValues } from './fixed-values.ts'
import type { AmountReader } from './numbers.ts'

/** A column that fills a field of the user's own. */
export interface CustomColumn {
  /** Row id of the field. */
  readonly id: number
  readonly column: Column
  /** Undefined for a text that is no value of the field's type. */
  read(text: string): FieldValue | undefined
}

export interface RowCellsContext {
  readonly region?: string
  readonly claims: Claims
  /** Readers by the index of their column. */
  readonly dates: ReadonlyMap<number, DateReader>
  readonly amounts: ReadonlyMap<number, AmountReader>
  /** What is the same in every row. */
  readonly fixed: FixedValues
  readonly custom: readonly CustomColumn[]
  readonly zone: Zone
  /** For files that are taken as written: blanks and all. Else cells are trimmed, and what spreadsheets spoil is seen to. */
  readonly asWritten?: (cell: string) => string
}

import type { DecimalSign } from '../domain/money.ts'
import type { Say } from '../errors.ts'
import type { DateOrder } from './date-text.ts'
import type { Entity } from './headers/vocabulary.ts'

/** What the user says of the columns, as typed. */
export interface ColumnOptions {
  /** FIELD=HEADER */
  readonly map: readonly string[]
  /** FIELD=VALUE */
  readonly set: readonly string[]
  /** STAGE=HEADER */
  readonly entered: readonly string[]
  /** HEADER or HEADER=NAME */
  readonly custom: readonly string[]
  readonly ignore: readonly string[]
  /** HEADER or HEADER,HEADER */
  readonly key: string | undefined
}

export interface Column {
  readonly index: number
  readonly header: string
}

export interface ColumnProblem {
  readonly column: string
  readonly say: Say
}

/** A column of moments at which a stage was entered. */
export interface EnteredColumn {
  readonly stage: string
  /** Where the header says of which pipeline. */
  readonly pipeline?: string
  readonly column: Column
}

/** What each column is, once recognised headers and the user's own words are put together. */
export interface Claims {
  /** Null for a file of nobody in particular. */
  readonly system: string | null
  readonly dateOrder: DateOrder | undefined
  /** Of the system, for amounts that leave it open. */
  readonly decimal?: DecimalSign | undefined
  /** Columns by the field they fill; where there are several, the first that is not blank counts. */
  readonly fields: ReadonlyMap<string, readonly Column[]>
  /** The same value in every row. */
  readonly fixed: ReadonlyMap<string, string>
  readonly entered: readonly EnteredColumn[]
  readonly custom: readonly { readonly name: string; readonly column: Column }[]
  /** Columns that identify a row in place of an id. */
  readonly key: readonly Column[]
  /** How each column was understood, in the file's order. */
  readonly columns: readonly ColumnUse[]
  readonly problems: readonly ColumnProblem[]
  /** Fields that a column can fill. */
  readonly known: readonly string[]
}

export interface ColumnUse extends Column {
  readonly use: 'field' | 'entered' | 'custom' | 'key' | 'plan' | 'ignored' | 'outdone' | 'unclaimed'
  /** The field, stage, custom field, or what a column of plans is of; for `ignored` why, for `outdone` the field that another column fills. */
  readonly what: string
  readonly by: 'user' | 'system' | 'common'
}

/** This program's own exports, as headers know them. */
export const OWN_EXPORT = 'voronka'

/** Whether rows of the entity have fields of the user's own. */
export function keepsOwn(entity: Entity): boolean {
  return entity === 'deals' || entity === 'contacts' || entity === 'companies'
}

/** What a row's cells say. */
export type ReadCells = (cells: readonly string[]) => string

/** The first cell of the columns that is not blank, unless all rows say the same; '' for none. */
export function firstFilled(
  columns: readonly Column[],
  fixed: string | undefined,
  clean: (cell: string) => string,
): ReadCells {
  if (fixed !== undefined) return () => fixed
  const [only] = columns
  if (only === undefined) return () => ''
  if (columns.length === 1) return (cells) => clean(cells[only.index] ?? '')
  return (cells) => {
    for (const { index } of columns) {
      const cell = clean(cells[index] ?? '')
      if (cell !== '') return cell
    }
    return ''
  }
}

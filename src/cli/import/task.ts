import type { Say } from '../../errors.ts'
import type { Operation } from '../../store/operation.ts'
import type { Store } from '../../store/store.ts'
import type { Claims, Column, ColumnProblem } from '../../transfer/columns.ts'
import type { Finding } from '../../transfer/findings.ts'
import { type FixedValues, fixedValues } from '../../transfer/fixed-values.ts'
import type { Entity } from '../../transfer/headers/vocabulary.ts'
import type { SurveyColumns, Surveyed, SurveyOptions } from '../../transfer/survey.ts'
import type { Context } from '../context.ts'
import type { Counts } from './answer.ts'
import type { ImportOptions } from './options.ts'
import type { ImportSource } from './source.ts'

/** What an import is part of. */
export interface ImportRun {
  readonly context: Context
  readonly store: Store
  readonly options: ImportOptions
  readonly source: ImportSource
  readonly system: string
  /** The moment of the import. */
  readonly now: number
}

/** What is peculiar to an import of one kind. */
export interface ImportTask {
  readonly entity: Entity
  readonly claims: Claims
  /** Why the file as a whole cannot be taken, whatever its rows. */
  lacks(): readonly Lack[]
  /** The columns that need a look before they are read. */
  surveyed(): SurveyColumns
  /** The command that shows what was imported. */
  look(): string
  /** The second pass, inside the transaction: reads the rows and writes what they say. */
  apply(operation: Operation, surveyed: Surveyed, run: ImportRun): Promise<Taken>
}

/** Something without which a file cannot be read, or hardly; `id`: what tells its rows apart. */
export type Need =
  | 'id'
  | 'deal'
  | 'stage'
  | 'at'
  | 'when'
  | 'kind'
  | 'who'
  | 'text'
  | 'metric'
  | 'amount'
  | 'period'

/** Something without which a file cannot be read; `need` is what a person may be asked for. */
export interface Lack extends ColumnProblem {
  readonly need?: Need
}

/** What became of the rows; those with problems are in none of the counts. */
export interface Taken {
  readonly counts: Omit<Counts, 'rejected'>
  readonly problems: readonly Finding[]
  readonly warnings: readonly Finding[]
  readonly facts: readonly Say[]
  /** Further keys of the JSON. */
  readonly more?: Readonly<Record<string, unknown>>
}

/** How the columns of a task are looked at in a workspace. */
export function surveyOf(task: ImportTask, { settings, zone }: Store): SurveyOptions {
  return { ...task.surveyed(), currency: settings.currency, zone }
}

/** The columns that fill these fields, in the file's order, and others. */
export function columnsOf(
  { fields }: Claims,
  names: readonly string[],
  others: readonly Column[] = [],
): Column[] {
  const columns = [...names.flatMap((name) => fields.get(name) ?? []), ...others]
  const unique = new Map(columns.map((column) => [column.index, column]))
  return [...unique.values()].sort((a, b) => a.index - b.index)
}

/** What `--set` says of those fields that are dates and amounts. */
export function fixedOf(
  claims: Claims,
  { store: { zone, settings }, options: { dateOrder, decimal } }: Pick<ImportRun, 'store' | 'options'>,
  dates: readonly string[],
  amounts: readonly string[] = [],
): FixedValues {
  return fixedValues(claims, { dates, amounts, zone, currency: settings.currency, dateOrder, decimal })
}

/** Whether something in the file, or the user, says what tells its rows apart. */
export function hasIdentity({ fields, fixed, key }: Claims): boolean {
  return key.length > 0 || fields.has('id') || fields.has('externalId') || fixed.has('id')
}

/** What a file lacks that does not tell its rows apart. */
export const NO_ID: Lack = { need: 'id', column: '', say: (w) => w.import.noIdColumn }

/** The header of what tells rows apart; empty where no column does. */
export function idHeader({ fields, key }: Claims): string {
  return (key[0] ?? fields.get('id')?.[0] ?? fields.get('externalId')?.[0])?.header ?? ''
}

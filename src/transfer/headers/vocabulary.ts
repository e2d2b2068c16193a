import type { DecimalSign } from '../../domain/money.ts'
import type { DateOrder } from '../date-text.ts'

export type Entity =
  | 'deals'
  | 'contacts'
  | 'companies'
  | 'history'
  | 'activities'
  | 'tasks'
  | 'plans'
  | 'holidays'

/**
 * Headers by the field they mean, the preferred one first. They are compared folded (see `foldHeader`); `#` stands for
 * a number, and `*` at the end for anything.
 */
export type FieldHeaders = Readonly<Record<string, readonly string[]>>

/** Why a known column is not imported: computed from others, of use to the system alone, or nowhere to be kept. */
export type IgnoreReason = 'derived' | 'technical' | 'noPlace'

export interface EntityHeaders {
  readonly fields: FieldHeaders
  readonly ignored?: Readonly<Partial<Record<IgnoreReason, readonly string[]>>>
  /** A file that has all headers of one of these groups comes from the system. */
  readonly marks: readonly (readonly string[])[]
}

export interface SystemHeaders {
  readonly system: string
  /** The order in which the system's exports write dates that leave it open. */
  readonly dateOrder?: DateOrder
  /** The sign before fractions, for columns of amounts that leave it open (`1,200`). */
  readonly decimal?: DecimalSign
  /** One header at least of its exports is spelt so: without their signs they are words that anyone may use. */
  readonly spelling?: RegExp
  /** The open stages, in their order, of the pipelines that it begins with. */
  readonly usualStages?: readonly (readonly string[])[]
  readonly entities: Readonly<Partial<Record<Entity, EntityHeaders>>>
}

/** Common words for the columns of activities (logs of telephone exchanges included), tasks, plans and holidays. */
export type RecordHeaders = Readonly<Record<'activities' | 'tasks' | 'plans' | 'holidays', FieldHeaders>>

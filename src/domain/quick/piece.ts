import type { AmountProblem } from '../money.ts'
import type { Email, Phone } from '../names/phone.ts'
import type { When, WhenContext } from '../time/when.ts'

/** What one piece of a quick entry is taken for. */
export type PieceKind =
  | 'name'
  | 'company'
  | 'phone'
  | 'email'
  | 'amount'
  | 'next'
  | 'undated'
  | 'source'
  | 'referral'
  | 'manager'
  | 'wish'

/** A piece of the entry, in the order of the text. */
export interface Piece {
  readonly kind: PieceKind
  /** As it will be kept: without "тел.", "хочет", the brackets and the commas about it. */
  readonly text: string
  readonly phone?: Phone
  readonly email?: Email
  /** What is to be done, and when. */
  readonly step?: { text: string; due: When; part?: string }
  /** An amount that cannot be read for sure. */
  readonly problem?: AmountProblem
  /** The two amounts of which it may be either: `40-50 тыс`. */
  readonly either?: readonly [string, string]
  /** A bare number at the end of what is wanted. */
  readonly isPresumed?: boolean
  /** How many at what price, in minor units of the currency: `4 шт по 12 тыс`. */
  readonly times?: { count: number; each: number; currency: string }
  /** A name that somebody here has. */
  readonly isKnown?: boolean
  readonly isPerson?: boolean
  /** Of a referral: the name in it, as it was said. */
  readonly by?: string
  /** Row id of the manager. */
  readonly manager?: number
}

export interface QuickContext extends WhenContext {
  /** Country of phones that name none. */
  readonly region: string
  /** The currency meant where an amount names none. */
  readonly currency: string
  /** A contact in whose name these words stand; a company, a source of exactly this name. */
  knows(kind: 'contact' | 'company' | 'source', name: string): boolean
  /** The one manager of whom this is the dative, or, after "for" and the like, any form. */
  managerFor?(name: string, isAnyForm: boolean): number | undefined
  managerCalled?(name: string): number | undefined
}

import type { Change, Creation } from '../history.ts'
import type { Email, Phone } from '../names/phone.ts'

/** A record as a row of a file points to it: by the id it has in the file's system, by its name, or by both. */
export interface PlannedLink {
  readonly id: string | null
  readonly name: string | null
}

/** A person as a row of a file names them. */
export interface PlannedContact extends PlannedLink {
  readonly emails: readonly Email[]
  readonly phones: readonly Phone[]
}

/**
 * A deal as one row of a file tells it. Company and contacts are what the row says of them yet: who they are is settled
 * for all rows at once. `changes` are moves only, each to another stage than the one before, in the order (at, place in
 * the list).
 */
export interface PlannedDeal {
  line: number
  creation: Creation
  changes: readonly Change[]
  /** The row itself names the title; else it was made up from what else is known. */
  titleGiven: boolean
  /** The row says where the deal is now. */
  stageGiven: boolean
  currencyGiven: boolean
  company: PlannedLink | null
  /** The main one first. */
  contacts: readonly PlannedContact[]
}

import type { Change, Creation } from './history.ts'
import type { Email, Phone } from './phone.ts'

/** A person as a row of a file names them. */
export interface PlannedContact {
  name: string
  emails: readonly Email[]
  phones: readonly Phone[]
}

/**
 * A deal as one row of a file tells it. Company and contact are names yet: who they are is settled for all rows at
 * once. `changes` are moves only, each to another stage than the one before, in the order (at, place in the list).
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
  company: string | null
  contact: PlannedContact | null
}

import type { Origin } from '../deal.ts'
import type { Change, Creation } from '../history.ts'

/** A line of this program's own export of histories, its names made ids: how a deal began, or one change. */
export interface OwnLine {
  line: number
  /** Row id in the workspace that wrote it. */
  deal: number
  externalSystem: string | null
  externalId: string | null
  origin: Origin
  creation: Creation | null
  /** `at` is the start of the day for a change known only by its day. */
  change: Change | null
}

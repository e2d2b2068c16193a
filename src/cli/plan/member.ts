import type { Outlook } from '../../domain/forecast/outlook.ts'
import type { PlanInForce } from '../../domain/plan/plan-in-force.ts'
import type { BonusLine } from '../../reports/plan.ts'

/** Of one manager, of some or of all: minor units of the currency asked for, or counts. */
export interface Member {
  readonly fact: number
  readonly plan: PlanInForce | undefined
  /** Null where nothing is known to go by, or it is not asked for. */
  readonly outlook: Outlook | null
  readonly bonus: readonly BonusLine[]
}

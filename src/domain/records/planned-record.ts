import type { FieldValue, Precision } from '../deal.ts'
import type { LifecycleByHand } from '../lifecycle.ts'
import type { Email, Phone } from '../names/phone.ts'
import type { Moment } from '../time/when.ts'

export type BookKind = 'contacts' | 'companies'

/**
 * What a system says of a contact or a company; what it leaves blank is missing. Kept on the record as JSON, so that a
 * newer file is known to differ from what was said before.
 */
export interface Said {
  name?: string
  position?: string
  /** Of a contact. */
  phones?: readonly Phone[]
  emails?: readonly Email[]
  /** Of a company. */
  phone?: string
  email?: string
  website?: string
  company?: string
  /** The id of that company in the file's system. */
  companyId?: string
  manager?: string
  source?: string
  /** `YYYY-MM-DD` */
  birthday?: string
  note?: string
  tags?: readonly string[]
  /** How far a person has come. */
  lifecycle?: LifecycleByHand
  /** The same in this program's own exports: every step of the way. */
  steps?: readonly LifeStep[]
  /** The name of who sent them, and in this program's own exports the number of their typed id. */
  referredBy?: string
  referredById?: number
  /** Goods that they wait for. */
  wants?: readonly string[]
  /** By the row id of the field. */
  fields?: Readonly<Record<string, FieldValue>>
}

/** Since when somebody is what was said of them by hand; ms UTC. */
export interface LifeStep {
  stage: LifecycleByHand
  at: number
  precision: Precision
}

/** A contact or company as one row of a file tells it; who it is here is settled for all rows at once. */
export interface PlannedRecord {
  line: number
  externalSystem: string | null
  /** Null in this program's own exports, where `ownId` stands for it. */
  externalId: string | null
  /** The number of the typed id, in this program's own exports. */
  ownId: number | null
  createdAt: Moment | null
  /** What a new record is called; null where nothing in the row can be its name. */
  name: string | null
  said: Said
  /** Of the company that `said` names, in this program's own exports. */
  ownCompanyId: number | null
  /** Row id of the manager that `said` names. */
  manager: number | null
}

import type { FieldValue, Origin, Outcome } from '../deal.ts'
import type { Lifecycle } from '../lifecycle.ts'
import type { Moment } from '../time/when.ts'

/** Records as exports carry them: what stands in the workspace, its row ids made readable. */

/** A company, contact or manager that a record points to. */
export interface Named {
  id: number
  name: string
}

/** By field id; money in minor units of the base currency. */
export type FieldValues = Readonly<Record<string, FieldValue>>

/** A field of the user's own: a column of the export. */
export interface ExportedField {
  id: number
  name: string
  type: string
}

/** A deal as it is now. */
export interface DealRecord {
  id: number
  externalSystem: string | null
  externalId: string | null
  title: string
  pipeline: string
  /** An outcome's own name where the deal is closed. */
  stage: string
  status: Outcome
  /** When it entered the stage, where that is known and the deal open. */
  stageAt: Moment | null
  /** The open stage that a closed deal left for its outcome. */
  lastStage: string | null
  manager: string | null
  company: Named | null
  contacts: readonly Named[]
  /** Minor units. */
  amount: number | null
  cost: number | null
  currency: string
  createdAt: Moment
  closedAt: Moment | null
  expected: string | null
  source: string | null
  product: string | null
  lostReason: string | null
  tags: readonly string[]
  note: string | null
  fields: FieldValues
}

export interface ContactRecord {
  id: number
  externalSystem: string | null
  externalId: string | null
  name: string
  position: string | null
  phones: readonly string[]
  emails: readonly string[]
  company: Named | null
  manager: string | null
  source: string | null
  birthday: string | null
  tags: readonly string[]
  lifecycle: Lifecycle
  /** Every step by hand: `mql 2026-10-01`, `sql 2026-10-05T09:00:00.000Z`. */
  lifecycleHistory: readonly string[]
  referredBy: Named | null
  /** Goods that they wait for, each once. */
  wants: readonly string[]
  note: string | null
  createdAt: Moment
  fields: FieldValues
}

export interface CompanyRecord {
  id: number
  externalSystem: string | null
  externalId: string | null
  name: string
  phone: string | null
  email: string | null
  website: string | null
  manager: string | null
  note: string | null
  createdAt: Moment
  fields: FieldValues
}

/** One line of a deal's life. */
interface HistoryLine {
  deal: number
  externalSystem: string | null
  externalId: string | null
  moment: Moment
  actor: string | null
  origin: Origin
  synthetic: boolean
}

/** How the deal began: every value it had then. */
export interface CreationRecord extends HistoryLine {
  change: null
  creation: {
    title: string
    pipeline: string
    stage: string
    stageSynthetic: boolean
    stageSeen: boolean
    amountSynthetic: boolean
    manager: string | null
    company: Named | null
    contacts: readonly Named[]
    amount: number | null
    cost: number | null
    currency: string
    expected: string | null
    source: string | null
    product: string | null
    tags: readonly string[]
    note: string | null
    fields: FieldValues
  }
}

/** What a history row set: one shape per way of being written. */
export type ChangedValue =
  | { type: 'stage'; stage: string; pipeline: string }
  | { type: 'named'; names: readonly Named[]; letter: 'c' | 'o' | 'm' }
  | { type: 'list'; items: readonly string[] }
  | { type: 'money'; minor: number; currency: string }
  | { type: 'flag'; on: boolean }
  | { type: 'number'; number: number }
  | { type: 'text'; text: string }
  | { type: 'none' }

export interface ChangeRecord extends HistoryLine {
  creation: null
  change: {
    /** A built-in field's name, or a custom field. */
    kind: string | ExportedField
    value: ChangedValue
    reason: string | null
  }
}

export type HistoryRecord = CreationRecord | ChangeRecord

/** What an activity or a task is about; a deal goes by its title. */
interface About {
  manager: string | null
  contact: Named | null
  company: Named | null
  deal: Named | null
}

export interface ActivityRecord extends About {
  id: number
  externalSystem: string | null
  externalId: string | null
  kind: string
  direction: string | null
  outcome: string | null
  at: Moment
  /** Seconds. */
  duration: number | null
  text: string | null
  place: string | null
  phone: string | null
}

export interface TaskRecord extends About {
  id: number
  externalSystem: string | null
  externalId: string | null
  text: string
  due: Moment | null
  priority: string
  state: string
  doneAt: Moment | null
  result: string | null
  recurrence: string | null
  postponed: number
  createdAt: Moment
}

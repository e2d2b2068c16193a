import type { ActivityKind } from './activity.ts'
import type { Buyer } from './dormant.ts'
import type { Instant } from './time/zone.ts'

/** What the working day is made of, as it stands at T. Ids are row ids; survivors of those that were merged. */

export interface OpenDeal {
  id: number
  title: string
  pipeline: number
  stage: number
  manager: number | null
  company: number | null
  contacts: readonly number[]
  /** Minor units. */
  amount: number | null
  currency: string
  createdAt: Instant
  stageAt: Instant
  /** Of a deal that is nobody's: with whom its people are. */
  clientOf: number | null
  /** It never left the first stage of its pipeline. */
  isNew: boolean
}

/** The last contact made with whom a deal is about, the last attempt at one, and the last that was both; null for none. */
export interface Lasts {
  contact: Instant | null
  attempt: Instant | null
  reached: Instant | null
  /**
   * From when on attempts are about the lead: its creation, or the start of that day where somebody entered it by hand
   * after one of them, for it came of that.
   */
  since: Instant
}

/** What is to be done: a task, or an activity that is planned, mostly a meeting. */
export interface Due {
  what: 'task' | ActivityKind
  id: number
  text: string | null
  /** Null where no day was set. */
  at: Instant | null
  /** Only the day is known: `at` is its start. */
  isDay: boolean
  manager: number | null
  contact: number | null
  company: number | null
  deal: number | null
  isUrgent: boolean
  place: string | null
  phone: string | null
  createdAt: Instant
}

/** A client who turned to us and is not answered yet: everything of one kind since the last answer. */
export interface Waiting {
  kind: 'call' | 'text'
  /** As `inquiries` has it. */
  party: string
  /** The first and the last time; how often. */
  since: Instant
  last: Instant
  count: number
  /** Kind, text and id of the last activity. */
  what: string
  text: string | null
  activity: number
  manager: number | null
  contact: number | null
  company: number | null
  deal: number | null
  phone: string | null
}

/** Someone who has bought, see `customer.ts`. */
export interface Customer extends Buyer {
  /** `o3` a company, `c5` a contact. */
  customer: string
  manager: number | null
  /** Whom to call: a contact. */
  person: number | null
}

import type { Generated } from 'kysely'

/** The tables of `people-tables.ts`; all but `backups` and `remnants` are labels. */
export interface PeopleSchema {
  handovers: {
    id: Generated<number>
    manager_id: number
    at: number
    until_on: string | null
    back_at: number | null
    task_id: number | null
  }
  handover_items: {
    id: Generated<number>
    handover_id: number
    entity: string
    record_id: number
    manager_id: number
  }
  lifecycle: {
    id: Generated<number>
    contact_id: number
    stage: string
    at: number
    precision: number
    manager_id: number | null
  }
  wants: {
    id: Generated<number>
    contact_id: number
    product: string
    manager_id: number | null
    at: number
    arrived_at: number | null
    task_id: number | null
  }
  reactivations: {
    id: Generated<number>
    contact_id: number | null
    company_id: number | null
    task_id: number
    at: number
  }
  backups: { id: Generated<number>; path: string }
  remnants: { contact_id: number }
}

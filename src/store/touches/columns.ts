import type { TouchKind } from '../../domain/records/planned-touch.ts'

/** Columns that are filled from what a row says, with what stands there where it says nothing. */
export const TOUCH_COLUMNS: Readonly<Record<TouchKind, Readonly<Record<string, string>>>> = {
  activities: {
    kind: 'null',
    direction: 'null',
    outcome: 'null',
    at: 'null',
    precision: '0',
    duration: 'null',
    text: 'null',
    place: 'null',
    phone: 'null',
  },
  tasks: {
    text: 'null',
    due_at: 'null',
    due_precision: 'null',
    priority: "'normal'",
    state: "'open'",
    done_at: 'null',
    done_precision: 'null',
    result: 'null',
    recurrence: 'null',
    postponed: '0',
    created_at: '@now',
    created_precision: '0',
  },
}

/** Row ids by their columns, as they are staged. */
export const TOUCH_LINKS = {
  manager: 'manager_id',
  contact: 'contact_id',
  company: 'company_id',
  deal: 'deal_id',
} as const

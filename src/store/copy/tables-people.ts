import { PRECISIONS } from '../rows.ts'
import { day, id, maybeMoment, moment, named, text } from './codecs.ts'
import type { CopyTable } from './copy-table.ts'

/** What is kept of people beside who they are. */
export const PEOPLE_COPIES: readonly CopyTable[] = [
  {
    name: 'handovers',
    label: true,
    records: true,
    columns: { id, manager_id: id, at: moment, until_on: day, back_at: maybeMoment, task_id: id },
  },
  {
    name: 'handover_items',
    label: true,
    records: true,
    columns: { id, handover_id: id, entity: text, record_id: id, manager_id: id },
  },
  {
    name: 'lifecycle',
    label: true,
    records: true,
    columns: { id, contact_id: id, stage: text, at: moment, precision: named(PRECISIONS), manager_id: id },
  },
  {
    name: 'wants',
    label: true,
    records: true,
    columns: {
      id,
      contact_id: id,
      product: text,
      manager_id: id,
      at: moment,
      arrived_at: maybeMoment,
      task_id: id,
    },
  },
  {
    name: 'reactivations',
    label: true,
    records: true,
    columns: { id, contact_id: id, company_id: id, task_id: id, at: moment },
  },
]

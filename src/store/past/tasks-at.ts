import type { ActivityKind } from '../../domain/activity.ts'
import type { Due } from '../../domain/day.ts'
import { survivorOf } from '../naming/naming.ts'
import type { Store } from '../store.ts'
import { type LabelsAt, labelsAt } from './labels-at.ts'

/** What was to be done at T. */
export function duesAt(store: Store, now: number): Due[] {
  return [...openTasksAt(store, now), ...plannedAt(store, now)]
}

/** Every task that was open at T. What was done, put off or taken away later was then as it was before. */
function openTasksAt(store: Store, now: number): Due[] {
  const labels = labelsAt(store, 'tasks', now)
  const found = rowsOf<TaskRow>(
    store,
    `select ${TASK_COLUMNS} from tasks where state = 'open' and created_at <= @now
      union all select ${TASK_COLUMNS} from tasks where state = 'done' and done_at > @now and created_at <= @now`,
    { now },
    labels,
  )
  const isOpen = ({ state, done_at: done, created_at: created }: TaskRow) =>
    created <= now && (state === 'open' || (done ?? 0) > now)
  return found.filter(isOpen).map((row) => ({
    what: 'task',
    id: row.id,
    text: row.text,
    at: row.due_at,
    isDay: row.due_precision === 1,
    ...aboutOf(store, row),
    isUrgent: row.priority === 'high',
    place: null,
    phone: null,
    createdAt: row.created_at,
  }))
}

/** Meetings, and now and then calls, that were planned at T. */
function plannedAt(store: Store, now: number): Due[] {
  const labels = labelsAt(store, 'activities', now)
  const rows = rowsOf<PlannedRow>(
    store,
    `select ${PLANNED_COLUMNS} from activities where outcome = 'planned'`,
    {},
    labels,
  )
  return rows
    .filter((row) => row.outcome === 'planned')
    .filter(({ id }) => !labels.isLater(id))
    .map((row) => ({
      what: row.kind,
      id: row.id,
      text: row.text,
      at: row.at,
      isDay: row.precision === 1,
      ...aboutOf(store, row),
      isUrgent: false,
      place: row.place,
      phone: row.phone,
      createdAt: row.at,
    }))
}

const ABOUT_COLUMNS = 'manager_id, contact_id, company_id, deal_id'
const TASK_COLUMNS = `id, text, due_at, due_precision, state, done_at, priority, created_at, ${ABOUT_COLUMNS}`
const PLANNED_COLUMNS = `id, kind, outcome, text, at, precision, place, phone, ${ABOUT_COLUMNS}`

interface AboutRow {
  id: number
  manager_id: number | null
  contact_id: number | null
  company_id: number | null
  deal_id: number | null
}

interface TaskRow extends AboutRow {
  text: string
  due_at: number | null
  due_precision: number | null
  state: string
  done_at: number | null
  priority: string
  created_at: number
}

interface PlannedRow extends AboutRow {
  kind: ActivityKind
  outcome: string | null
  text: string | null
  at: number
  precision: number
  place: string | null
  phone: string | null
}

/** The rows of a select with those as they were that changed since. */
function rowsOf<Row extends AboutRow>(
  { db }: Store,
  sql: string,
  parameters: Record<string, number>,
  { before }: LabelsAt,
): Row[] {
  const rows = db.prepare(sql).all(parameters) as Row[]
  if (before.size === 0) return rows
  const then = [...before].map(([id, cells]) => ({ ...cells, id }) as unknown as Row)
  return [...rows.filter(({ id }) => !before.has(id)), ...then].sort((a, b) => a.id - b.id)
}

function aboutOf({ managers }: Store, row: AboutRow) {
  const { manager_id: manager, contact_id: contact, company_id: company, deal_id: deal } = row
  return { manager: manager === null ? null : survivorOf(managers, manager), contact, company, deal }
}

import { isOverdue } from '../../domain/task.ts'
import type { ActivityFacts, TaskDeed } from '../../reports/activity.ts'
import { EVERY_DEAL } from '../filters.ts'
import { survivorOf } from '../naming/naming.ts'
import { type Cells, labelsAt } from '../past/labels-at.ts'
import { nameOf, PRECISIONS } from '../rows.ts'
import type { Store } from '../store.ts'
import { meant, type TouchQuery } from '../touches/query.ts'

/**
 * What was done about tasks in the period, as they were at T: each thing counts by when it happened, and a task is
 * overdue from when it should have been done. It counts for whose it was when the period ended, or at T where that is
 * sooner: work handed over later leaves the past as it was.
 */
export function taskDeeds(store: Store, query: TouchQuery): ActivityFacts['tasks'] {
  const counts = new Map<string, ActivityFacts['tasks'][number]>()
  eachTaskDeed(store, query, (_, { group, what, n }) => {
    const key = JSON.stringify([what, group])
    const known = counts.get(key)
    if (known === undefined) counts.set(key, { group, what, n })
    else known.n += n
  })
  return [...counts.values()]
}

/** The same task by task; one may have been put off several times. */
export function eachTaskDeed(
  store: Store,
  query: TouchQuery,
  sink: (id: number, deed: ActivityFacts['tasks'][number]) => void,
): void {
  const { zone } = store
  const { grouping, from, until, horizon, now } = query
  for (const [manager = null, createdAt, dueAt, precision, doneAt, postponed, id] of rowsAt(store, query)) {
    const count = (what: TaskDeed, who: number | null, at: number, n = 1) => {
      if (n === 0 || (from !== null && at < from) || (until !== null && at >= until) || at >= horizon.t)
        return
      sink(id ?? 0, { group: grouping.label(grouping.time ? at : who), what, n })
    }
    if (createdAt != null) count('added', manager, createdAt)
    if (doneAt != null) count('done', manager, doneAt)
    if (dueAt == null) continue
    const due = { at: dueAt, precision: nameOf(PRECISIONS, precision ?? 0) }
    if (isOverdue(due, Math.min(doneAt ?? now, now), zone)) {
      count('overdue', manager, dueAt)
      if (doneAt == null || doneAt > now) count('stillOverdue', manager, dueAt)
    }
    count('postponed', manager, dueAt, postponed ?? 0)
  }
}

/** Tasks that another manager got in the period, before T. */
export function tasksGiven(
  { db }: Store,
  { from, until, horizon }: Pick<TouchQuery, 'from' | 'until' | 'horizon'>,
): number {
  return db
    .prepare(
      `select count(distinct c.row_id) from changes c join operations o on o.id = c.op
        where c.table_name = 'tasks' and c.before is not null and c.after is not null
          and c.before ->> '$.manager_id' is not c.after ->> '$.manager_id'
          and o.at >= @from and o.at < @until and o.retracted_at is null and o.undoes is null`,
    )
    .pluck()
    .get({ from: from ?? 0, until: Math.min(until ?? horizon.t, horizon.t) }) as number
}

/** Each task done in these days no later than it was due, with whose it was when the days ended; without a term it is none. */
export function doneOnTime(
  store: Store,
  query: Pick<TouchQuery, 'from' | 'until' | 'horizon'>,
  sink: (manager: number | null, doneAt: number) => void,
): void {
  const { from, until, horizon } = query
  const { t } = horizon
  const every = { ...query, filter: EVERY_DEAL }
  for (const [manager = null, , dueAt, precision, doneAt] of rowsAt(store, every)) {
    if (dueAt == null || doneAt == null || doneAt >= t) continue
    if ((from !== null && doneAt < from) || (until !== null && doneAt >= until)) continue
    if (!isOverdue({ at: dueAt, precision: nameOf(PRECISIONS, precision ?? 0) }, doneAt, store.zone))
      sink(manager, doneAt)
  }
}

const COLUMNS = [
  'id',
  'manager_id',
  'created_at',
  'due_at',
  'due_precision',
  'done_at',
  'postponed',
  'deal_id',
] as const

function rowsAt(
  store: Store,
  query: Pick<TouchQuery, 'until' | 'horizon' | 'filter'>,
): (readonly (number | null)[])[] {
  const { sql, parameters } = meant(store, query, 't')
  const then = changedSince(store, query)
  const columns = COLUMNS.join(', ')
  // Rows that changed since, or went, are put in as they were.
  const asThen = `(select ${columns} from tasks
      where id not in (select value ->> '$.id' from json_each(@changed))
    union all select ${COLUMNS.map((name) => `value ->> '$.${name}'`).join(', ')} from json_each(@changed))`
  const rows: (readonly (number | null)[])[] = []
  store.db.scan<(number | null)[]>(
    `select scan(t.manager_id, t.created_at, t.due_at, t.due_precision, t.done_at, t.postponed, t.id)
      from ${then.length === 0 ? 'tasks' : asThen} t where ${sql}`,
    then.length === 0 ? parameters : [...parameters, { changed: JSON.stringify(then) }],
    (...row) => rows.push(row),
  )
  return rows
}

/** Tasks that were not at T as they are now, or not then the same manager's. */
function changedSince(store: Store, { until, horizon }: Pick<TouchQuery, 'until' | 'horizon'>): Cells[] {
  const t = horizon.t - 1
  const whole = labelsAt(store, 'tasks', t)
  const ended = until === null ? t : Math.min(until - 1, t)
  const owned = ended === t ? whole : labelsAt(store, 'tasks', ended)
  const now = store.db.prepare(`select ${COLUMNS.join(', ')} from tasks where id = ?`)
  const changed: Cells[] = []
  for (const id of new Set([...whole.before.keys(), ...owned.before.keys()])) {
    const cells = whole.before.get(id) ?? (now.get(id) as Cells | undefined)
    if (cells === undefined) continue
    const manager = (owned.before.get(id) ?? cells)['manager_id']
    changed.push({
      ...Object.fromEntries(COLUMNS.map((name) => [name, cells[name] ?? null])),
      manager_id: typeof manager === 'number' ? survivorOf(store.managers, manager) : null,
      id,
    })
  }
  return changed
}

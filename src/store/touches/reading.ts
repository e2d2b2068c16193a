import type { Selectable } from 'kysely'
import { PLANNED } from '../../domain/activity.ts'
import type { ActivityRecord, Named, TaskRecord } from '../../domain/records/exported.ts'
import type { TouchKind } from '../../domain/records/planned-touch.ts'
import { momentOf, PAGE } from '../copy/export.ts'
import { ExportNames } from '../copy/export-names.ts'
import { codeOf, PRECISIONS } from '../rows.ts'
import type { Store } from '../store.ts'
import type { Schema } from '../tables/schema.ts'

/** Which activities or tasks are meant: each list is of row ids, any of which will do; null is no condition. */
export interface TouchFilter {
  readonly ids: readonly number[] | null
  readonly managers: readonly (number | null)[] | null
  readonly contacts: readonly number[] | null
  readonly companies: readonly number[] | null
  readonly deals: readonly number[] | null
  /** Of activities. */
  readonly kinds: readonly string[] | null
  /** Of tasks. */
  readonly states: readonly string[] | null
  /** When it was, or is due: ms UTC, half-open. */
  readonly from: number | null
  readonly until: number | null
  /** Open tasks whose term has passed, and what was planned for a time that has: at this moment of this local day. */
  readonly overdue: { readonly now: number; readonly today: number } | null
}

export const EVERY_TOUCH: TouchFilter = {
  ids: null,
  managers: null,
  contacts: null,
  companies: null,
  deals: null,
  kinds: null,
  states: null,
  from: null,
  until: null,
  overdue: null,
}

interface Records {
  activities: ActivityRecord
  tasks: TaskRecord
}

type Row<K extends TouchKind> = Selectable<Schema[K]> & { deal_title: string | null }

/** Activities in the order of their ids, page by page. */
export function activityPages(store: Store): Generator<ActivityRecord[]> {
  return pages(store, 'activities', activityOf)
}

/** Tasks in the order of their ids, page by page. */
export function taskPages(store: Store): Generator<TaskRecord[]> {
  return pages(store, 'tasks', taskOf)
}

/** The activities meant, the newest first. */
export function listActivities(
  store: Store,
  filter: TouchFilter,
  limit: number | undefined,
): ActivityRecord[] {
  return list(store, 'activities', filter, { at: 'at', order: 't.at desc, t.id desc', limit }, activityOf)
}

/** The tasks meant: open ones before those that are done, those due first above. */
export function listTasks(store: Store, filter: TouchFilter, limit: number | undefined): TaskRecord[] {
  const order = "t.state = 'done', t.due_at is null, t.due_at, t.id"
  return list(store, 'tasks', filter, { at: 'due_at', order, limit }, taskOf)
}

/** Undefined where there is none of that number. */
export function getTouch<K extends TouchKind>(store: Store, kind: K, id: number): Records[K] | undefined {
  const row = store.db.prepare(`${select(kind)} where t.id = ?`).get(id)
  if (row === undefined) return undefined
  const names = new ExportNames(store)
  const record =
    kind === 'activities' ? activityOf(row as Row<'activities'>, names) : taskOf(row as Row<'tasks'>, names)
  return record as Records[K]
}

export function countTouches(store: Store, kind: TouchKind): number {
  return Number(store.db.prepare(`select count(*) from ${kind}`).pluck().get())
}

function select(kind: TouchKind): string {
  return `select t.*, s.title as deal_title from ${kind} t left join deal_state s on s.deal_id = t.deal_id`
}

function* pages<K extends TouchKind, R>(
  store: Store,
  kind: K,
  read: (row: Row<K>, names: ExportNames) => R,
): Generator<R[]> {
  const names = new ExportNames(store)
  const page = store.db.prepare(`${select(kind)} where t.id > ? order by t.id limit ${PAGE}`)
  for (let after = 0; ; ) {
    const rows = page.all(after) as (Row<K> & { id: number })[]
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
    yield rows.map((row) => read(row, names))
  }
}

function list<K extends TouchKind, R>(
  store: Store,
  kind: K,
  filter: TouchFilter,
  how: { readonly at: string; readonly order: string; readonly limit: number | undefined },
  read: (row: Row<K>, names: ExportNames) => R,
): R[] {
  const names = new ExportNames(store)
  const { overdue } = filter
  const conditions = [
    among('t.id', filter.ids),
    among('t.manager_id', filter.managers),
    among('t.contact_id', filter.contacts),
    among('t.company_id', filter.companies),
    among('t.deal_id', filter.deals),
    ...(kind === 'activities' ? [among('t.kind', filter.kinds)] : [among('t.state', filter.states)]),
    filter.from === null ? null : { sql: `t.${how.at} >= ?`, value: filter.from },
    filter.until === null ? null : { sql: `t.${how.at} < ?`, value: filter.until },
    ...(overdue === null ? [] : [{ sql: OVERDUE[kind], value: JSON.stringify(overdue) }]),
  ].filter((condition) => condition !== null)
  const where = conditions.length === 0 ? '' : `where ${conditions.map(({ sql }) => sql).join(' and ')}`
  const limit = how.limit === undefined ? '' : `limit ${how.limit}`
  const rows = store.db
    .prepare(`${select(kind)} ${where} order by ${how.order} ${limit}`)
    .all(...conditions.map(({ value }) => value)) as Row<K>[]
  return rows.map((row) => read(row, names))
}

/** A day alone, which is kept as its beginning, is over when the next one begins. */
const OVERDUE: Record<TouchKind, string> = {
  tasks: `t.state = 'open' and t.due_at < (? ->> iif(t.due_precision = ${codeOf(PRECISIONS, 'day')}, 'today', 'now'))`,
  activities: `t.outcome = '${PLANNED}' and t.at < (? ->> iif(t.precision = ${codeOf(PRECISIONS, 'day')}, 'today', 'now'))`,
}

/** null in the list is "none". */
function among(
  column: string,
  values: readonly (string | number | null)[] | null,
): { sql: string; value: string | number } | null {
  if (values === null) return null
  const sql = `(${column} in (select value from json_each(?))${values.includes(null) ? ` or ${column} is null` : ''})`
  return { sql, value: JSON.stringify(values.filter((value) => value !== null)) }
}

function activityOf(row: Row<'activities'>, names: ExportNames): ActivityRecord {
  return {
    id: row.id,
    externalSystem: row.external_system,
    externalId: row.external_id,
    kind: row.kind,
    direction: row.direction,
    outcome: row.outcome,
    at: momentOf(row.at, row.precision),
    duration: row.duration,
    ...aboutOf(row, names),
    text: row.text,
    place: row.place,
    phone: row.phone,
  }
}

function taskOf(row: Row<'tasks'>, names: ExportNames): TaskRecord {
  return {
    id: row.id,
    externalSystem: row.external_system,
    externalId: row.external_id,
    text: row.text,
    ...aboutOf(row, names),
    due: row.due_at === null ? null : momentOf(row.due_at, row.due_precision ?? 0),
    priority: row.priority,
    state: row.state,
    doneAt: row.done_at === null ? null : momentOf(row.done_at, row.done_precision ?? 0),
    result: row.result,
    recurrence: row.recurrence,
    postponed: row.postponed,
    createdAt: momentOf(row.created_at, row.created_precision),
  }
}

function aboutOf(
  row: Row<TouchKind>,
  names: ExportNames,
): Pick<ActivityRecord, 'manager' | 'contact' | 'company' | 'deal'> {
  const deal: Named | null = row.deal_id === null ? null : { id: row.deal_id, name: row.deal_title ?? '' }
  return {
    manager: names.managerName(row.manager_id),
    contact: row.contact_id === null ? null : (names.contacts([row.contact_id])[0] ?? null),
    company: names.company(row.company_id),
    deal,
  }
}

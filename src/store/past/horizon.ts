import type { Store } from '../store.ts'

/** Whether anything was entered, or taken back, at or after K; if not, what was known at K is what is known now. */
export function isPast(store: Store, knownAt: number): boolean {
  return (
    store.db
      .prepare('select exists(select 1 from main.operations where at >= @k or retracted_at >= @k)')
      .pluck()
      .get({ k: knownAt }) === 1
  )
}

/**
 * Deals of which something dated before T was entered or taken back at T or later (and, where given, before K): what
 * makes a report of a past day differ from the one printed then. 0 where the workspace itself is younger than T.
 */
export function lateEntries(store: Store, t: number, knownAt: number | null): number {
  const late = lateOperations(store, t, knownAt)
  if (late.length === 0) return 0
  return Number(
    store.db
      .prepare(
        `with late as (select o.* from json_each(@late) l cross join main.operations o on o.id = l.value
          where o.earliest_at < @t)
        select count(distinct deal_id) from (
          select h.deal_id from late cross join main.history h on h.id between late.history_from and late.history_until
            where +h.op = late.id and h.at < @t
          union all
          select d.id from late cross join main.deals d on d.id between late.deals_from and late.deals_until
            where +d.op = late.id and d.created_at < @t)`,
      )
      .pluck()
      .get({ t, late: JSON.stringify(late) }),
  )
}

/**
 * The same of calls, mails, meetings and notes that took place before T, and of tasks given before it: those written
 * down, changed or taken away at T or later. Of what came in bulk, what is still there.
 */
export function lateTouches(store: Store, t: number, knownAt: number | null): number {
  const late = lateOperations(store, t, knownAt)
  if (late.length === 0) return 0
  const of = (table: string, at: string, which: string) => `
    select '${table}' || r.id from json_each(@late) l cross join changes c on c.op = l.value and c.table_name = '${table}'
      cross join ${table} r on r.id between c.row_id and c.row_until
      where c.before is null and c.after is null and r.${at} < @t
    union
    select '${table}' || c.row_id from json_each(@late) l cross join changes c on c.op = l.value and c.table_name = '${table}'
      where (c.before is not null or c.after is not null) and ${which} and min(coalesce(c.before ->> '$.${at}', 9e15), coalesce(c.after ->> '$.${at}', 9e15)) < @t`
  return Number(
    store.db
      .prepare(
        `select count(*) from (${of('activities', 'at', WAS_DONE)}
          union ${of('tasks', 'created_at', 'c.before is null')})`,
      )
      .pluck()
      .get({ t, late: JSON.stringify(late) }),
  )
}

/**
 * Contacts and companies that a report of T printed today takes for others than one printed then: merged or removed at T
 * or later. With `lives`, the contacts too that were entered since with a date before T, or a step of theirs.
 */
export function lateRecords(store: Store, t: number, knownAt: number | null, lives: boolean): number {
  const late = lateOperations(store, t, knownAt)
  if (late.length === 0) return 0
  const from = (table: string) =>
    `from json_each(@late) l cross join changes c on c.op = l.value and c.table_name = '${table}'`
  const then = (name: string) =>
    `min(coalesce(c.before ->> '$.${name}', 9e15), coalesce(c.after ->> '$.${name}', 9e15)) < @t`
  const joined = (table: string) => `select '${table}' || c.row_id ${from(table)}
    where c.before is not null and ${then('created_at')}
      and (c.after is null or c.before ->> '$.merged_into' is not c.after ->> '$.merged_into')`
  const born = `select 'contacts' || r.id ${from('contacts')}
    cross join contacts r on r.id between c.row_id and c.row_until where c.before is null and r.created_at < @t`
  const stepped = `select 'contacts' || r.contact_id ${from('lifecycle')}
      cross join lifecycle r on r.id between c.row_id and c.row_until
      where c.before is null and c.after is null and r.at < @t
    union select 'contacts' || coalesce(c.after ->> '$.contact_id', c.before ->> '$.contact_id') ${from('lifecycle')}
      where (c.before is null) <> (c.after is null) and ${then('at')}`
  const all = [joined('contacts'), ...(lives ? [born, stepped] : [joined('companies')])]
  return Number(
    store.db
      .prepare(`select count(*) from (${all.join(' union ')})`)
      .pluck()
      .get({ t, late: JSON.stringify(late) }),
  )
}

/** Not of what was only planned before and after. */
const WAS_DONE = `(c.before ->> '$.outcome' is not 'planned' or c.after ->> '$.outcome' is not 'planned')`

/**
 * Operations that counted when a report of T was printed at the end of its day and do not (by K, where given), or the
 * other way round. None where the workspace itself is younger than T.
 */
function lateOperations({ db }: Store, t: number, knownAt: number | null): number[] {
  const older = db.prepare('select exists(select 1 from main.operations where at < ?)').pluck().get(t)
  if (older !== 1) return []
  const known =
    knownAt === null ? 'retracted_at is null' : 'at < @k and (retracted_at is null or retracted_at >= @k)'
  const knownThen = 'at < @printed and (retracted_at is null or retracted_at >= @printed)'
  return db
    .prepare(
      `select id from main.operations where (at >= @printed or retracted_at >= @printed)
        and (${knownThen}) <> (${known}) and summary ->> '$.copy' is null`,
    )
    .pluck()
    .all({ printed: Math.min(t, knownAt ?? t), ...(knownAt !== null && { k: knownAt }) }) as number[]
}

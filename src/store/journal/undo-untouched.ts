import { KIND } from '../../domain/deal.ts'
import type { Database } from '../database.ts'
import { type ProjectionContext, project } from '../deals/projection.ts'
import type { Operation } from '../operation.ts'
import { parseJson } from '../rows.ts'
import type { Cells } from '../tables/cells.ts'

/** Why a deal stays as the import left it. */
export type KeptWhy = 'edited' | 'importedAgain' | 'touched' | 'retold' | 'renamed'

export interface KeptDeal {
  deal: number
  why: KeptWhy
}

/** What an import makes beside deals. */
export type Part = 'tasks' | 'activities' | 'contacts' | 'companies' | 'managers'

export interface PartCounts {
  reversed: number
  /** Changed since. */
  edited: number
  /** Something that stays names them. */
  needed: number
}

export interface PartlyUndone {
  /** The import. */
  undone: number
  command: string
  /** Deals that it made, and deals that it changed. */
  deals: { removed: number; restored: number }
  kept: KeptDeal[]
  parts: Record<Part, PartCounts>
}

/**
 * Takes back of one import in force whatever nobody has worked on since, as the operation `by`, which is itself taken
 * back like any other: deals and history rows are superseded by it, label rows are journaled with their images.
 * A deal stays whole or goes whole. Stages, fields and settings stay.
 */
export function retractUntouched(
  db: Database,
  wanted: { id: number; command: string },
  by: Operation,
  context: ProjectionContext,
): PartlyUndone {
  const op = { op: wanted.id, by: by.id }
  const kept = keptDeals(db, wanted.id)
  const stays = JSON.stringify(kept.map(({ deal }) => deal))
  const removed = numbers(
    db,
    `select id from deals where op = @op and retracted = 0 and id not in (select value from json_each(@stays))`,
    { op: wanted.id, stays },
  )
  const restored = numbers(
    db,
    `select distinct h.deal_id from history h join deals d on d.id = h.deal_id
      where h.op = @op and h.retracted = 0 and d.op <> @op and d.id not in (select value from json_each(@stays))`,
    { op: wanted.id, stays },
  )
  const gone = JSON.stringify([...removed, ...restored])
  db.prepare(
    `update history set retracted = 1, superseded_by = @by
      where op = @op and retracted = 0 and deal_id in (select value from json_each(@gone))`,
  ).run({ ...op, gone })
  db.prepare(
    `update deals set retracted = 1, superseded_by = @by
      where op = @op and retracted = 0 and id in (select value from json_each(@gone))`,
  ).run({ ...op, gone })
  if (removed.length + restored.length > 0) by.addedInBulk()
  project(db, [...removed, ...restored], context)
  for (const deal of [...removed, ...restored]) by.renewed.add(deal)
  const again = restoreChanged(db, wanted.id, by)
  const removedOf = (part: Part) => removeUnused(db, wanted.id, by, part)
  // In this order: a person is needed as long as a task names them.
  const parts = {
    tasks: removedOf('tasks'),
    activities: removedOf('activities'),
    contacts: removedOf('contacts'),
    companies: removedOf('companies'),
    managers: removedOf('managers'),
  }
  parts.contacts.reversed += again.contacts
  parts.companies.reversed += again.companies
  const deals = { removed: removed.length, restored: restored.length }
  return { undone: wanted.id, command: wanted.command, deals, kept, parts }
}

/** Deals of the import with later rows in force, and those whose past it had told anew or whose id it had changed. */
function keptDeals(db: Database, op: number): KeptDeal[] {
  const mine = `select id as deal_id from deals where op = @op and retracted = 0
    union select h.deal_id from history h where h.op = @op and h.retracted = 0`
  const later = 'select h.deal_id from history h where h.op > @op and h.retracted = 0'
  const touches = (['activities', 'tasks'] as const).map(touching).join(' union all ')
  const ids = `${KIND.externalId}, ${KIND.externalSystem}`
  return db
    .prepare(
      `select deal_id as deal, why from (
        select h.deal_id, case when min(h.origin) = 1 and max(h.origin) = 1 then 'importedAgain' else 'edited' end as why
          from (${mine}) m join history h on h.deal_id = m.deal_id
          where h.op > @op and h.retracted = 0 group by h.deal_id
        union all
        select deal_id, 'touched' from (${mine}) m where deal_id in (${touches})
          and deal_id not in (${later})
        union all
        select deal_id, min(why) from (
          select deal_id, 'retold' as why from history where superseded_by = @op
          union select h.deal_id, 'renamed' from history h join deals d on d.id = h.deal_id
            where h.op = @op and h.retracted = 0 and d.op <> @op and h.kind in (${ids}))
          where deal_id not in (${later}) and deal_id not in (${touches})
          group by deal_id
      ) order by deal_id`,
    )
    .all({ op }) as KeptDeal[]
}

/** Deals that calls, notes and tasks are of which the import did not bring. */
function touching(table: 'activities' | 'tasks'): string {
  return `select t.deal_id from ${table} t where t.deal_id is not null and not exists(select 1 from changes made
    where made.op = @op and made.table_name = '${table}' and made.before is null
      and t.id between made.row_id and made.row_until)`
}

/** What names a record, of all that is in force. A row of `id` each. */
const NAMED: Readonly<Record<Part, readonly string[]>> = {
  tasks: [
    'select task_id as id from handovers union all select task_id from wants union all select task_id from reactivations',
  ],
  activities: [],
  contacts: [
    'select contact_id as id from activities union all select contact_id from tasks',
    'select one.value as id from deals d, json_each(d.contacts) one where d.retracted = 0',
    `select one.value from history h, json_each(h.value) one where h.kind = ${KIND.contacts} and h.retracted = 0`,
    `select one.value from history h, json_each(h.value, '$.values.contacts') one
      where h.kind = ${KIND.created} and h.retracted = 0`,
    'select merged_into from contacts union all select referred_by from contacts',
    `select contact_id from lifecycle union all select contact_id from wants
      union all select contact_id from reactivations`,
    "select one_id from apart where entity = 'contact' union all select other_id from apart where entity = 'contact'",
  ],
  companies: [
    'select company_id as id from activities union all select company_id from tasks',
    'select company_id as id from deals where retracted = 0',
    `select value from history where kind = ${KIND.company} and retracted = 0`,
    `select value ->> '$.values.company' from history where kind = ${KIND.created} and retracted = 0`,
    'select company_id from contacts',
    'select merged_into from companies union all select company_id from reactivations',
    "select one_id from apart where entity = 'company' union all select other_id from apart where entity = 'company'",
  ],
  managers: [
    `select manager_id as id from activities union all select manager_id from tasks
      union all select manager_id from plans union all select manager_id from handovers
      union all select manager_id from handover_items
      union all select manager_id from lifecycle union all select manager_id from wants`,
    'select manager_id as id from deals where retracted = 0 union all select actor_id from deals where retracted = 0',
    `select value from history where kind = ${KIND.manager} and retracted = 0`,
    'select actor_id from history where retracted = 0',
    `select value ->> '$.values.manager' from history where kind = ${KIND.created} and retracted = 0`,
    'select manager_id from contacts union all select manager_id from companies',
    'select merged_into from managers',
    "select cast(value as integer) from settings where key = 'me'",
  ],
}

/** Takes away those that the import made, nobody changed since, and nothing in force names. */
function removeUnused(db: Database, op: number, by: Operation, table: Part): PartCounts {
  const named = NAMED[table]
  const rows = db
    .prepare(
      `select t.id, ${CHANGED_SINCE} as edited,
        ${named.length === 0 ? '0' : `t.id in (select id from (${named.join(' union all ')}) where id is not null)`} as needed
      from ${table} t join changes mine on mine.op = @op and mine.table_name = @table and mine.before is null
        and t.id between mine.row_id and mine.row_until order by t.id desc`,
    )
    .all({ op, by: by.id, table }) as { id: number; edited: number; needed: number }[]
  const counts: PartCounts = { reversed: 0, edited: 0, needed: 0 }
  for (const { id, edited, needed } of rows) {
    if (edited === 1) counts.edited += 1
    else if (needed === 1) counts.needed += 1
    else {
      by.remove(table, id)
      counts.reversed += 1
    }
  }
  return counts
}

const CHANGED_SINCE = `exists(select 1 from changes later join operations o on o.id = later.op
  where later.table_name = @table and t.id between later.row_id and later.row_until
    and later.op > @op and later.op < @by and o.retracted_at is null)`

/** People and companies that were there before get their earlier cells again, where nobody changed them since. */
function restoreChanged(db: Database, op: number, by: Operation): { companies: number; contacts: number } {
  const counts = { companies: 0, contacts: 0 }
  for (const table of ['companies', 'contacts'] as const) {
    const rows = db
      .prepare(
        `select t.id, c.before from changes c join ${table} t on t.id = c.row_id
        where c.op = @op and c.table_name = @table and c.before is not null and c.after is not null
          and not ${CHANGED_SINCE} and not exists(select 1 from changes made where made.op = @op
            and made.table_name = @table and made.before is null and t.id between made.row_id and made.row_until)
        order by c.seq desc`,
      )
      .all({ op, by: by.id, table }) as { id: number; before: string }[]
    for (const { id, before } of rows) {
      const { id: _, ...cells } = parseJson<Cells>(before)
      if (by.update(table, id, cells)) counts[table] += 1
    }
  }
  return counts
}

/** Nothing of the import could be taken back apart from what was built on it. */
export function isNothing({ deals, parts }: PartlyUndone): boolean {
  return deals.removed + deals.restored === 0 && Object.values(parts).every(({ reversed }) => reversed === 0)
}

function numbers(db: Database, sql: string, parameters: Record<string, unknown>): number[] {
  return db.prepare(sql).pluck().all(parameters) as number[]
}

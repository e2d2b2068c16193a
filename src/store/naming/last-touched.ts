import { UserError } from '../../errors.ts'
import type { Database } from '../database.ts'
import { IS_IMPORT } from './naming.ts'

/** With whom, or about what, something was done: a contact, a company or a deal. */
export interface Whom {
  kind: 'contact' | 'company' | 'deal'
  id: number
}

interface Latest {
  op: number
  imported: number
  deals_from: number | null
  deals_until: number | null
  history_from: number | null
  history_until: number | null
}

/**
 * What `.` means where contacts, companies and deals may all be named: the deal that the latest operation in force
 * wrote, else its contact or company, else whom its activity or task was about. Throws UserError after an import, and
 * after an operation on many deals, which has touched none in particular.
 */
export function lastTouchedWhom(db: Database): Whom {
  const latest = latestOperation(db)
  const found = latest === undefined || latest.imported === 1 ? undefined : touchedBy(db, latest)
  if (found !== undefined) return found
  throw new UserError((w) => w.naming.nothingTouched({ kind: 'contact', list: 'voronka contact list' }))
}

const TOUCHING = `('contacts', 'companies', 'activities', 'tasks')`

function latestOperation(db: Database): Latest | undefined {
  return db
    .prepare(
      `select o.id as op, ${IS_IMPORT} as imported, o.deals_from, o.deals_until, o.history_from, o.history_until
      from operations o where o.retracted_at is null and o.undoes is null
        and (o.deals_until >= o.deals_from or o.history_until >= o.history_from or exists(
          select 1 from changes c where c.op = o.id and c.table_name in ${TOUCHING}))
      order by o.id desc limit 1`,
    )
    .get() as Latest | undefined
}

function touchedBy(db: Database, latest: Latest): Whom | undefined {
  const deals = db
    .prepare(
      `select id from deals where id between @deals_from and @deals_until and op = @op
      union select deal_id from history where id between @history_from and @history_until and op = @op limit 2`,
    )
    .pluck()
    .all(latest) as number[]
  if (deals.length > 1) return undefined
  if (deals[0] !== undefined) return { kind: 'deal', id: deals[0] }
  return bookTouched(db, latest.op) ?? touchAbout(db, latest.op)
}

function bookTouched(db: Database, op: number): Whom | undefined {
  for (const [kind, table] of [
    ['contact', 'contacts'],
    ['company', 'companies'],
  ] as const) {
    const id = db
      .prepare(
        `select t.id from changes c join ${table} t on t.id = c.row_until
        where c.op = ? and c.table_name = '${table}' and t.merged_into is null order by c.seq desc limit 1`,
      )
      .pluck()
      .get(op) as number | undefined
    if (id !== undefined) return { kind, id }
  }
  return undefined
}

/** Whom the activity, else the task, was about: its contact before its deal, for the deal may have been filled in. */
function touchAbout(db: Database, op: number): Whom | undefined {
  for (const table of ['activities', 'tasks']) {
    const row = db
      .prepare(
        `select t.contact_id as contact, t.deal_id as deal, t.company_id as company
        from changes c join ${table} t on t.id = c.row_until
        where c.op = ? and c.table_name = '${table}' order by c.seq desc limit 1`,
      )
      .get(op) as Record<Whom['kind'], number | null> | undefined
    for (const kind of ['contact', 'deal', 'company'] as const) {
      const id = row?.[kind] ?? null
      if (id !== null) return { kind, id }
    }
  }
  return undefined
}

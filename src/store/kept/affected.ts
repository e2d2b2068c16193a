import { KIND } from '../../domain/deal.ts'
import type { Operation } from '../operation.ts'
import type { Store } from '../store.ts'
import type { LabelTable } from '../tables/schema.ts'

/** Row ids of a label table from…until, both included. */
export interface IdRange {
  from: number
  until: number
}

/**
 * The rows of a label table that the operation inserted, changed or removed, or put back as an undo, with repeats:
 * single rows and the whole ranges of a load in bulk. Inside its transaction.
 */
export function affectedRows({ db }: Store, { id }: Operation, table: LabelTable): IdRange[] {
  return db
    .prepare(
      `select distinct row_id as "from", row_until as "until" from changes
      where table_name = @table and op in (select @id union all select undoes from operations where id = @id)`,
    )
    .all({ id, table }) as IdRange[]
}

/**
 * The deals whose copies the operation made anew, loads in bulk and undo included. Inside its transaction. `not indexed`
 * keeps to the row ids: for the sake of its order SQLite would go through the whole index of the history.
 */
export function affectedDeals({ db }: Store, { id, touched, renewed, before }: Operation): number[] {
  const written = db
    .prepare(
      `select id from deals not indexed where id > @deals and op = @id
      union select deal_id from history not indexed where id > @history and op = @id
      union select deal_id from history where superseded_by = @id
      union select id from deals where superseded_by = @id
      union select d.id from operations u join deals d on d.id between u.deals_from and u.deals_until and d.op = u.id
        where u.id = (select undoes from operations where id = @id)`,
    )
    .pluck()
    .all({ id, ...before }) as number[]
  return [...new Set([...touched, ...renewed, ...written])]
}

/**
 * Of them, those in which nothing but plain values changed, so that no word of theirs can be another: they moved, none
 * of them ever lost for a reason, or have another manager, amount or day. None of an undo.
 */
export function plainlyChanged({ db }: Store, { id, before }: Operation): number[] {
  return db
    .prepare(
      `select h.deal_id from history h not indexed where h.id > @history and h.op = @id and h.deal_id <= @deals
          and not exists(select 1 from operations where id = @id and undoes is not null)
        group by h.deal_id
        having min(h.kind in (${PLAIN.join(', ')}))
          and not exists(select 1 from history r where r.deal_id = h.deal_id and r.reason is not null)
      except select deal_id from history where superseded_by = @id
      except select id from deals where superseded_by = @id`,
    )
    .pluck()
    .all({ id, ...before }) as number[]
}

const PLAIN = [
  KIND.stage,
  KIND.manager,
  KIND.amount,
  KIND.currency,
  KIND.cost,
  KIND.company,
  KIND.expected,
  KIND.contacts,
]

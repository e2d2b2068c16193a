import { KIND } from '../domain/deal.ts'
import type { Rate } from '../domain/rates.ts'
import { UserError } from '../errors.ts'
import type { Operation } from './operation.ts'
import type { Store } from './store.ts'

/** Of each currency, day by day. */
export function readRates({ db }: Store): Rate[] {
  const rows = db.all(db.query.selectFrom('fx_rates').select(['on_date', 'currency', 'rate']))
  return rows.map((row) => ({ on: row.on_date, currency: row.currency, rate: row.rate }))
}

/** Sets what one unit of a currency costs in the base currency from a day on; a rate of that day is replaced. */
export function setRate(store: Store, operation: Operation, { on, currency, rate }: Rate): void {
  const id = rateId(store, on, currency)
  if (id === undefined) operation.insert('fx_rates', { on_date: on, currency, rate })
  else operation.update('fx_rates', id, { rate })
}

/** Throws UserError where there is no rate of that very day. */
export function removeRate(store: Store, operation: Operation, on: string, currency: string): void {
  const id = rateId(store, on, currency)
  if (id === undefined) throw new UserError((w) => w.setup.noRate({ currency, date: on }))
  operation.remove('fx_rates', id)
}

function rateId(store: Store, on: string, currency: string): number | undefined {
  const { query } = store.db
  return store.db.first(
    query.selectFrom('fx_rates').select('id').where('on_date', '=', on).where('currency', '=', currency),
  )?.id
}

/** A currency that cannot be told in the base currency yet, and the first local day that would need its rate. */
export interface Unrated {
  currency: string
  on: string
}

/** Of what the operation wrote: deals, plans and bonuses in currencies that have no rate by its day. Inside its transaction. */
export function unratedBy(store: Store, { id, at, before }: Operation): Unrated[] {
  const rows = store.db
    .prepare(
      `select currency, min(at) as at from (
          select currency, created_at as at from deals not indexed where id > @deals and op = @id
          union all
          select value, at from history not indexed where id > @history and op = @id and kind = ${KIND.currency}
          union all
          select p.currency, @at from changes c join plans p on p.id between c.row_id and c.row_until
            where c.op = @id and c.table_name = 'plans'
          union all
          select b.currency, @at from changes c join bonuses b on b.id = c.row_id
            where c.op = @id and c.table_name = 'bonuses'
        ) where currency <> @base and currency not in (select currency from fx_rates where on_date <= @today)
        group by 1 order by 1`,
    )
    .all({ ...before, id, at, base: store.settings.currency, today: store.zone.dateOf(at) }) as {
    currency: string
    at: number
  }[]
  return rows.map(({ currency, at: first }) => ({ currency, on: store.zone.dateOf(Math.min(first, at)) }))
}

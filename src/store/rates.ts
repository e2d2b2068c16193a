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

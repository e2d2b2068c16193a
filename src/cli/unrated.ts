import type { Say } from '../errors.ts'
import type { Operation } from '../store/operation.ts'
import { unratedBy } from '../store/rates.ts'
import type { Store } from '../store/store.ts'

/** Money in currencies without a rate stops every report of money: it is said when it comes in. Inside the transaction. */
export function unratedTold(store: Store, operation: Operation): Say[] {
  const base = store.settings.currency
  return unratedBy(store, operation).map((one) => (w) => w.setup.unrated({ ...one, base }))
}

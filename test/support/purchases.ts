import fc from 'fast-check'
import { KIND } from '../../src/domain/deal.ts'
import { foldCompany, foldName } from '../../src/domain/names/name.ts'
import { createPipeline } from '../../src/store/deals/pipelines.ts'
import { writeSetting } from '../../src/store/settings.ts'
import { Store } from '../../src/store/store.ts'
import { NOTHING } from './values.ts'

const HOUR = 3_600_000
export const SHOP_BEGINS = Date.UTC(2026, 0, 1)

/** A deal of a shop: whose, when it was won, and when it was opened again for good, if it was; ms UTC. */
export interface Purchase {
  company: number | null
  contacts: readonly number[]
  made: number
  won: number
  reopened: number | null
}

const moment = fc.integer({ min: 0, max: 200 * 24 }).map((hours) => SHOP_BEGINS + hours * HOUR)

export const purchases: fc.Arbitrary<Purchase[]> = fc.array(
  fc
    .record({
      company: fc.constantFrom(null, null, 1, 2),
      contacts: fc.subarray([1, 2, 3], { maxLength: 2 }),
      made: moment,
      days: fc.nat(20 * 24),
      reopened: fc.option(fc.nat(40 * 24), { freq: 8, nil: null }),
    })
    .map(({ days, reopened, ...deal }) => {
      const won = deal.made + days * HOUR
      return { ...deal, won, reopened: reopened === null ? null : won + (1 + reopened) * HOUR }
    }),
  { maxLength: 16 },
)

/** Two companies, of which the second became the first if `merged`; three people; a pipeline of one stage; in Kyiv. */
export function shopOf(all: readonly Purchase[], merged = false): Store {
  const store = Store.inMemory()
  store.write({ command: 'init', now: SHOP_BEGINS - 48 * HOUR }, (operation) => {
    writeSetting(store.db, operation, 'timezone', 'Europe/Kyiv')
    createPipeline(operation, { name: 'Sales', stages: ['New'], won: 'Won', lost: 'Lost' })
    const at = { created_at: SHOP_BEGINS, created_precision: 0 }
    for (const name of ['First', 'Second'])
      operation.insert('companies', { name, folded: foldCompany(name), ...at })
    if (merged) operation.update('companies', 2, { merged_into: 1 })
    for (const name of ['One', 'Two', 'Three'])
      operation.insert('contacts', { name, folded: foldName(name), ...at })
  })
  store.write({ command: 'all', now: SHOP_BEGINS + 300 * 24 * HOUR }, (operation) => {
    for (const { company, contacts, made, won, reopened } of all) {
      const values = { ...NOTHING, title: 'x', company, contacts: [...contacts], amount: 100 }
      const deal = operation.createDeal({ at: made, precision: 'moment', actor: null, values })
      const move = (value: number, at: number) =>
        operation.change(deal, { kind: KIND.stage, value, at, precision: 'moment', actor: null })
      move(2, won)
      if (reopened !== null) move(1, reopened)
    }
  })
  return store
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { retention } from '../../src/cli/reports/retention.ts'
import { addDays, addUnits, firstOf } from '../../src/domain/time/date.ts'
import type { Store } from '../../src/store/store.ts'
import { askReport } from '../support/asking.ts'
import { type Purchase, purchases, shopOf } from '../support/purchases.ts'

interface Row {
  label: string
  customers: number
  new: number
  again: number | null
  after: { label: string; again: number; finished: boolean }[]
}

interface Asked {
  by: 'month' | 'quarter'
  of: 'each' | 'first'
  from: string
  until: string
  asOf: string
}

const day = fc.integer({ min: 0, max: 230 }).map((n) => addDays('2025-12-20', n))
const asked: fc.Arbitrary<Asked> = fc
  .record({
    by: fc.constantFrom('month' as const, 'quarter' as const),
    of: fc.constantFrom('each' as const, 'first' as const),
    from: day,
    days: fc.integer({ min: 1, max: 200 }),
    asOf: day,
  })
  .map(({ days, ...rest }) => ({ ...rest, until: addDays(rest.from, days) }))

function ask(store: Store, { from, until, ...options }: Asked, more = {}) {
  return askReport(retention, store, `${from}..${addDays(until, -1)}`, { ...options, ...more })
}

/** Rows from the definitions, customer by customer and unit by unit. */
function slowly({ zone }: Store, all: readonly Purchase[], merged: boolean, one: Asked) {
  const t = zone.endOfDay(one.asOf)
  const bought = all
    .filter(({ won, reopened }) => won < t && (reopened === null || reopened >= t))
    .flatMap(({ company, contacts, won }) => {
      const whose = company === null ? contacts.map((id) => `c${id}`) : [`o${merged ? 1 : company}`]
      return whose.map((customer) => ({ customer, day: zone.dateOf(won) }))
    })
  const unitOf = (iso: string) => firstOf(one.by, iso, 1)
  const rows: Omit<Row, 'label'>[] = []
  const end = one.until <= one.asOf ? one.until : addDays(one.asOf, 1)
  for (let unit = unitOf(one.from); one.from < end && unit < end; unit = addUnits(unit, one.by, 1)) {
    const within = (iso: string) => unitOf(iso) === unit && iso >= one.from && iso < end
    const here = new Set(bought.filter((deal) => within(deal.day)).map(({ customer }) => customer))
    const firstDay = (who: string) =>
      bought
        .filter(({ customer }) => customer === who)
        .map((deal) => deal.day)
        .sort()[0]
    const fresh = [...here].filter((who) => within(firstDay(who) ?? ''))
    const counted = one.of === 'first' ? fresh : [...here]
    const after: Row['after'] = []
    for (let later = addUnits(unit, one.by, 1); later <= one.asOf; later = addUnits(later, one.by, 1)) {
      const there = new Set(
        bought.filter((deal) => unitOf(deal.day) === later).map(({ customer }) => customer),
      )
      const finished = addUnits(later, one.by, 1) <= addDays(one.asOf, 1)
      after.push({ label: later, again: counted.filter((who) => there.has(who)).length, finished })
    }
    rows.push({ customers: counted.length, new: fresh.length, again: after[0]?.again ?? null, after })
  }
  return rows
}

test('every row is what looking at each customer gives, at any T, companies before contacts, merged ones as one', async () => {
  await fc.assert(
    fc.asyncProperty(purchases, fc.boolean(), asked, async (all, merged, one) => {
      const store = shopOf(all, merged)
      const json = (await ask(store, one)).json()
      const plain = (rows: Omit<Row, 'label'>[]) =>
        rows.map(({ customers, new: fresh, again, after }) => ({
          ...{ customers, fresh, again },
          after: after.map((part) => [part.again, part.finished]),
        }))
      expect(plain(json.rows)).toEqual(plain(slowly(store, all, merged, one)))
      const over = (json.rows as Row[]).filter(({ after }) => after[0]?.finished)
      expect([json.total.customers, json.total.again]).toEqual([
        over.reduce((n, row) => n + row.customers, 0),
        over.reduce((n, row) => n + (row.again ?? 0), 0),
      ])
    }),
    { numRuns: 60 },
  )
})

test('a figure opens into the purchases behind it: as many customers have them', async () => {
  await fc.assert(
    fc.asyncProperty(purchases, asked, async (all, one) => {
      const store = shopOf(all)
      const { rows } = (await ask(store, one)).json()
      for (const row of rows as Row[])
        for (const [column, n] of [
          ['customers', row.customers],
          ['new', row.new],
          ['again', row.again ?? 0],
        ] as const) {
          const deals = (await ask(store, one, { explain: `${row.label}:${column}` })).json()
          expect(deals.length === 0).toBe(n === 0)
        }
    }),
    { numRuns: 15 },
  )
})

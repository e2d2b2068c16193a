import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DealValues, FIELD_KIND, KIND } from '../../src/domain/deal.ts'
import { createPipeline } from '../../src/store/deals/pipelines.ts'
import { foldDeal } from '../../src/store/deals/projection.ts'
import {
  companiesMergedInto,
  type DealFilter,
  filterCondition,
  knownTexts,
  matches,
} from '../../src/store/filters.ts'
import { Store } from '../../src/store/store.ts'
import { NOTHING } from '../support/values.ts'

const VALUES: DealValues = { ...NOTHING, title: 'Балкон' }

/** Two pipelines (stages 1–4 and 5–8), managers 1–2, companies 1–3, of which the third is merged into the first. */
function workspace(): Store {
  const store = Store.inMemory()
  store.write({ command: 'init', now: 0 }, (operation) => {
    const names = { stages: ['A', 'B'], won: 'Won', lost: 'Lost' }
    createPipeline(operation, { name: 'One', ...names })
    createPipeline(operation, { name: 'Two', ...names })
    for (const name of ['Anna', 'Boris']) operation.insert('managers', { name, folded: name.toLowerCase() })
    for (const merged_into of [null, null, 1])
      operation.insert('companies', {
        name: 'X',
        folded: 'x',
        created_at: 0,
        created_precision: 0,
        merged_into,
      })
  })
  return store
}

const text = fc.constantFrom('Авито', 'avito', 'Сайт', "O'Neil", null)
const id = (most: number) => fc.option(fc.integer({ min: 1, max: most }))
const stage = fc.integer({ min: 1, max: 8 })
const tags = fc.uniqueArray(fc.constantFrom('vip', 'ВИП', '"'), { maxLength: 2 })
const fieldValue = fc.constantFrom<string | number>('vip', '5', 5, 5.5, 0, 1)
const fields = fc.dictionary(fc.constantFrom('1', '12'), fieldValue)
const amount = fc.option(fc.integer({ min: 0, max: 9 }))
const currency = fc.constantFrom('RUB', 'USD', 'EUR')
const change = fc.oneof(
  fc.record({ kind: fc.constant(KIND.stage), value: stage }),
  fc.record({ kind: fc.constantFrom(KIND.manager, KIND.company), value: id(2) }),
  fc.record({ kind: fc.constantFrom(KIND.source, KIND.product), value: text }),
  fc.record({ kind: fc.constant(KIND.amount), value: amount }),
  fc.record({ kind: fc.constant(KIND.currency), value: currency }),
  fc.record({ kind: fc.constant(KIND.tags), value: tags.map((list) => JSON.stringify(list)) }),
  fc.record({ kind: fc.constantFrom(FIELD_KIND + 1, FIELD_KIND + 12), value: fc.option(fieldValue) }),
  fc.record({ kind: fc.constant(KIND.removed), value: fc.constantFrom(0, 1) }),
)
const deal = fc.record({
  at: fc.integer({ min: 0, max: 9 }),
  values: fc.record({
    stage,
    manager: id(2),
    company: id(3),
    source: text,
    product: text,
    tags,
    fields,
    amount,
    currency,
  }),
  changes: fc.array(change, { maxLength: 3 }),
})
const range = { currency, from: amount, until: amount }
const anyOf = <T>(value: fc.Arbitrary<T>) => fc.uniqueArray(value, { maxLength: 2 })
const filter: fc.Arbitrary<DealFilter> = fc.record({
  pipeline: id(2),
  managers: anyOf(id(2)),
  stages: anyOf(stage),
  outcomes: anyOf(fc.constantFrom('open', 'won', 'lost')),
  sources: anyOf(text),
  products: anyOf(text),
  tags: anyOf(fc.option(fc.constantFrom('vip', 'ВИП', '"'))),
  companies: anyOf(id(3)),
  fields: fc.uniqueArray(
    fc.record({
      field: fc.constantFrom(1, 12),
      values: fc.uniqueArray(fc.option(fieldValue), { minLength: 1, maxLength: 2 }),
    }),
    { selector: (one) => one.field, maxLength: 1 },
  ),
  amounts: fc.array(
    fc.option(fc.record({ ...range, bounds: fc.array(fc.record(range), { minLength: 1, maxLength: 2 }) })),
    {
      maxLength: 2,
    },
  ),
  created: fc.record({ from: id(9), until: id(9) }),
})
/** Most filters restrict little, or nothing would ever satisfy them. */
const sparse: fc.Arbitrary<DealFilter> = fc
  .tuple(
    filter,
    fc.subarray([
      ...['managers', 'stages', 'outcomes', 'sources', 'products', 'tags', 'companies', 'fields', 'amounts'],
    ]),
  )
  .map(([whole, dropped]) => ({ ...whole, ...Object.fromEntries(dropped.map((name) => [name, []])) }))

function addDeals(
  store: Store,
  deals: readonly (typeof deal extends fc.Arbitrary<infer T> ? T : never)[],
): number[] {
  return store.write({ command: 'add', now: 10 }, (operation) =>
    deals.map(({ at, values, changes }) => {
      const common = { precision: 'moment', actor: null } as const
      const row = operation.createDeal({ at, ...common, values: { ...VALUES, ...values } })
      for (const one of changes) operation.change(row, { ...one, at: 10, ...common })
      return row
    }),
  ).result
}

test('the condition in SQL and the predicate on a folded deal select the same deals', () => {
  fc.assert(
    fc.property(
      fc.array(deal, { minLength: 1, maxLength: 12 }),
      fc.array(sparse, { maxLength: 8 }),
      (deals, filters) => {
        const store = workspace()
        const ids = addDeals(store, deals)
        for (const wanted of filters) {
          const { sql, parameters } = filterCondition(wanted, 's')
          const bySql = store.db
            .prepare(`select deal_id from deal_state s where ${sql} order by deal_id`)
            .pluck()
          const byPredicate = ids.filter((row) => {
            const folded = foldDeal(store.db, row, store.projection)
            return folded !== undefined && matches(folded.state, wanted)
          })
          expect(bySql.all(...parameters)).toEqual(byPredicate)
        }
        store.close()
      },
    ),
    { numRuns: 60 },
  )
})

test('texts are those that deals have and had, each spelling once', () => {
  const store = workspace()
  addDeals(store, [
    {
      at: 1,
      values: {
        stage: 1,
        manager: null,
        company: null,
        source: 'Авито',
        product: null,
        tags: ['vip'],
        ...{ amount: null, currency: 'RUB' },
        fields: { 1: 'x' },
      },
      changes: [
        { kind: KIND.source, value: 'авито' },
        { kind: KIND.tags, value: '["vip","new"]' },
        { kind: FIELD_KIND + 1, value: 'y' },
      ],
    },
  ])
  expect([
    knownTexts(store.db, 'source'),
    knownTexts(store.db, 'product'),
    knownTexts(store.db, 'tags'),
    knownTexts(store.db, { field: 1 }),
  ]).toEqual([['Авито', 'авито'], [], ['new', 'vip'], ['x', 'y']])
  expect([companiesMergedInto(store.db, 1), companiesMergedInto(store.db, 2)]).toEqual([[1, 3], [2]])
})

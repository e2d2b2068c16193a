import { type DealValues, KIND } from '../../src/domain/deal.ts'
import { type Change, type Creation, fold } from '../../src/domain/history.ts'
import { foldCompany, foldKey, foldName } from '../../src/domain/names/name.ts'
import { BatchInsert } from '../../src/store/batch-insert.ts'
import { createPipeline } from '../../src/store/deals/pipelines.ts'
import type { Operation } from '../../src/store/operation.ts'
import { STATE_COLUMNS, stateCells, VISIT_COLUMNS, visitCells } from '../../src/store/rows.ts'
import { writeSetting } from '../../src/store/settings.ts'
import { Store } from '../../src/store/store.ts'
import { withoutIndexes } from '../../src/store/tables/indexes.ts'
import { FROM, LOST, MANAGERS, type MadeDeal, madeDeals, STAGES } from './deals.ts'

/** Of a manager, for a month, of each deal there is: minor units. */
const PLANNED = 1000

/** A workspace without deals, in UTC. */
export function emptyWorkspace(path: string): Store {
  const store = Store.open(path, { create: true })
  store.write({ command: 'init', now: FROM }, (operation) => {
    writeSetting(store.db, operation, 'currency', 'USD')
    writeSetting(store.db, operation, 'timezone', 'UTC')
    const pipeline = createPipeline(operation, { name: 'Sales', stages: STAGES, won: 'Won', lost: 'Lost' })
    writeSetting(store.db, operation, 'pipeline', pipeline)
  })
  return store
}

/** A workspace with whole histories: rows go in directly, copies are folded from them as the program does it. */
export function fillWorkspace(path: string, deals: number): void {
  const store = emptyWorkspace(path)
  store.write({ command: 'fill', now: FROM }, (operation) => {
    addPeople(store, operation, deals)
    const tables = ['deals', 'history', 'deal_state', 'visits', 'deal_contacts']
    withoutIndexes(store.db, tables, deals, () => addDeals(store, operation, deals))
    operation.addedInBulk()
  })
  store.db.raw.pragma('wal_checkpoint(truncate)')
  store.close()
}

function addPeople({ db }: Store, operation: Operation, deals: number): void {
  for (const name of MANAGERS) {
    const manager = operation.insert('managers', { name, folded: foldKey(name) })
    for (const [from_on, until_on] of [
      ['2026-12-01', '2027-01-01'],
      ['2027-01-01', '2027-02-01'],
    ] as const)
      operation.insert('plans', {
        ...{ manager_id: manager, department: null, from_on, until_on },
        ...{ metric: 'revenue', amount: deals * PLANNED, currency: 'USD', known_at: FROM },
      })
  }
  const named = ['name', 'folded', 'created_at', 'created_precision']
  const companies = new BatchInsert(db, 'companies', named)
  for (let i = 1; i <= Math.ceil(deals / 20); i++)
    companies.add([`Company ${i}`, foldCompany(`Company ${i}`), FROM, 0])
  companies.flush()
  const contacts = new BatchInsert(db, 'contacts', [...named, 'emails'])
  for (let i = 1; i <= Math.ceil(deals / 5); i++) {
    const email = `person${i}@example.com`
    contacts.add([`Person ${i}`, foldName(`Person ${i}`), FROM, 0, JSON.stringify([{ email, raw: email }])])
  }
  contacts.flush()
}

function addDeals(store: Store, operation: Operation, count: number): void {
  const { db, projection } = store
  const deals = new BatchInsert(db, 'deals', DEAL_COLUMNS)
  const history = new BatchInsert(db, 'history', HISTORY_COLUMNS)
  const states = new BatchInsert(db, 'deal_state', STATE_COLUMNS)
  const visits = new BatchInsert(db, 'visits', VISIT_COLUMNS)
  const people = new BatchInsert(db, 'deal_contacts', ['deal_id', 'contact_id'])
  for (const deal of madeDeals(count)) {
    const { creation, changes } = historyOf(deal)
    const { values } = creation
    const state = fold(creation, changes, projection)
    deals.add([
      deal.n,
      operation.id,
      1,
      deal.at,
      0,
      deal.title,
      values.stage,
      values.manager,
      values.company,
      values.amount,
      values.currency,
      values.source,
      values.product,
      JSON.stringify(values.contacts),
      values.externalSystem,
      values.externalId,
    ])
    for (const change of changes)
      history.add([deal.n, operation.id, change.kind, change.value, change.reason, change.at, 0, 1, 0])
    states.add(stateCells(deal.n, state, false, foldName(deal.title)))
    for (const [seq, visit] of state.visits.entries()) visits.add(visitCells(deal.n, seq, visit))
    people.add([deal.n, deal.contact])
  }
  for (const insert of [deals, history, states, visits, people]) insert.flush()
}

const DEAL_COLUMNS = [
  'id',
  'op',
  'origin',
  'created_at',
  'created_precision',
  'title',
  'stage_id',
  'manager_id',
  'company_id',
  'amount',
  'currency',
  'source',
  'product',
  'contacts',
  'external_system',
  'external_id',
]

const HISTORY_COLUMNS = ['deal_id', 'op', 'kind', 'value', 'reason', 'at', 'precision', 'origin', 'synthetic']

function historyOf(deal: MadeDeal): { creation: Creation; changes: Change[] } {
  const values: DealValues = {
    title: deal.title,
    stage: 1,
    manager: deal.manager,
    company: deal.company,
    contacts: [deal.contact],
    amount: deal.amount,
    cost: null,
    currency: 'USD',
    source: deal.source,
    product: deal.product,
    expected: null,
    tags: [],
    fields: {},
    note: null,
    externalSystem: 'file',
    externalId: String(deal.n),
  }
  return {
    creation: {
      at: deal.at,
      precision: 'moment',
      synthetic: false,
      stageSynthetic: false,
      stageSeen: false,
      amountSynthetic: false,
      actor: null,
      values,
    },
    changes: deal.changes.map(({ kind, value, at }) => ({
      kind,
      value,
      reason: kind === KIND.stage && value === LOST ? deal.reason : null,
      at,
      precision: 'moment',
      actor: null,
      synthetic: false,
    })),
  }
}

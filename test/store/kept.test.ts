import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACTIVITY_KINDS } from '../../src/domain/activity.ts'
import { KIND } from '../../src/domain/deal.ts'
import { UserError } from '../../src/errors.ts'
import { createPipeline } from '../../src/store/deals/pipelines.ts'
import { differingKept } from '../../src/store/kept/upkeep.ts'
import type { Operation } from '../../src/store/operation.ts'
import { mergeCompanies, mergeContacts } from '../../src/store/people/merging.ts'
import { writeSetting } from '../../src/store/settings.ts'
import { Store } from '../../src/store/store.ts'
import { addActivity } from '../../src/store/touches/writing.ts'
import { wordsFor } from '../../src/words/words.ts'
import { NOTHING } from '../support/values.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 2, 2, 10)
const CONTACTS = 4
const COMPANIES = 3
const DEALS = 4
const STAGES = 5

/** People, companies and deals of theirs; nothing has happened yet. A Monday, 10:00. */
function workspace(): Store {
  const store = Store.inMemory()
  store.write({ command: 'init', now: START }, (operation) => {
    writeSetting(store.db, operation, 'currency', 'USD')
    const pipeline = createPipeline(operation, {
      name: 'Sales',
      stages: ['New', 'Offer', 'Contract'],
      won: 'Won',
      lost: 'Lost',
    })
    writeSetting(store.db, operation, 'pipeline', pipeline)
    const made = { created_at: START, created_precision: 0 }
    for (let n = 1; n <= COMPANIES; n++)
      operation.insert('companies', { name: `Company ${n}`, folded: `company ${n}`, ...made })
    for (let n = 1; n <= CONTACTS; n++)
      operation.insert('contacts', { name: `Contact ${n}`, folded: `contact ${n}`, ...made })
  })
  store.write({ command: 'deals', now: START }, (operation) => {
    for (let n = 1; n <= DEALS; n++)
      operation.createDeal({
        at: START,
        precision: 'moment',
        actor: null,
        values: {
          ...NOTHING,
          title: `Deal ${n}`,
          contacts: n === 1 ? [] : n === 2 ? [1] : [1, n - 1],
          company: n % 2 === 1 ? 1 + (n >> 1) : null,
        },
      })
  })
  return store
}

const about = fc.record({
  contact_id: fc.option(fc.integer({ min: 1, max: CONTACTS }), { freq: 2 }),
  deal_id: fc.option(fc.integer({ min: 1, max: DEALS }), { freq: 1 }),
  company_id: fc.option(fc.integer({ min: 1, max: COMPANIES }), { freq: 1 }),
  phone: fc.constantFrom(null, '+380671234567', '+380501112233'),
})
const said = fc.record({
  kind: fc.constantFrom(...ACTIVITY_KINDS),
  direction: fc.constantFrom('in', 'out', null),
  outcome: fc.constantFrom(null, 'answered', 'no-answer', 'missed', 'planned', 'not-held', 'thinks it over'),
  at: fc.integer({ min: 0, max: 24 * 9 }).map((hours) => START + hours * HOUR),
  precision: fc.constantFrom(0, 0, 0, 1),
})
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('add' as const), said, about }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('edit' as const), which: fc.nat(30), said, about }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rm' as const), which: fc.nat(30) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      deal: fc.integer({ min: 1, max: DEALS }),
      stage: fc.integer({ min: 1, max: STAGES }),
      hours: fc.nat(300),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('who' as const),
      deal: fc.integer({ min: 1, max: DEALS }),
      contacts: fc.uniqueArray(fc.integer({ min: 1, max: CONTACTS }), { maxLength: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('merge' as const),
      what: fc.constantFrom('contact', 'company'),
      one: fc.integer({ min: 1, max: COMPANIES }),
      other: fc.integer({ min: 1, max: COMPANIES }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('hours' as const), until: fc.integer({ min: 10, max: 23 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function take(store: Store, operation: Operation, one: Exclude<Step, { do: 'undo' }>): void {
  const { db } = store
  const nth = (n: number) =>
    (db.prepare('select id from activities order by id limit 1 offset ?').pluck().get(n) as number) ?? null
  switch (one.do) {
    case 'add':
      operation.insert('activities', { ...one.said, ...one.about })
      return
    case 'edit': {
      const id = nth(one.which)
      if (id !== null) operation.update('activities', id, { ...one.said, ...one.about })
      return
    }
    case 'rm': {
      const id = nth(one.which)
      if (id !== null) operation.remove('activities', id)
      return
    }
    case 'move':
      operation.change(one.deal, {
        kind: KIND.stage,
        value: one.stage,
        at: START + one.hours * HOUR,
        precision: 'moment',
        actor: null,
      })
      return
    case 'who':
      operation.change(one.deal, {
        kind: KIND.contacts,
        value: JSON.stringify(one.contacts),
        at: START,
        precision: 'moment',
        actor: null,
      })
      return
    case 'merge':
      if (one.one !== one.other)
        (one.what === 'contact' ? mergeContacts : mergeCompanies)(
          store,
          operation,
          wordsFor('en'),
          one.one,
          one.other,
        )
      return
    case 'hours':
      writeSetting(db, operation, 'workHours', `540-${one.until * 60}`)
  }
}

/** The operations that made the workspace. */
const SET_UP = 2

function lastInForce({ db }: Store): number {
  const sql = 'select max(id) from operations where retracted_at is null and undoes is null'
  return Number(db.prepare(sql).pluck().get())
}

/** Merging into one that was merged already is refused by those who name it. */
function isAlive(store: Store, one: Step): boolean {
  if (one.do !== 'merge') return true
  const table = one.what === 'contact' ? 'contacts' : 'companies'
  return [one.one, one.other].every(
    (id) => store.db.prepare(`select merged_into from ${table} where id = ?`).pluck().get(id) === null,
  )
}

test('whatever is written or taken back, what is kept ready is what it would be, were it made anew', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), (steps) => {
      const store = workspace()
      for (const one of steps) {
        const isSetUp = lastInForce(store) <= SET_UP
        if (!isAlive(store, one) || (one.do === 'undo' && isSetUp)) continue
        const request = { command: one.do, now: START + 400 * HOUR }
        try {
          if (one.do === 'undo') store.undo(request)
          else store.write(request, (operation) => take(store, operation, one))
        } catch (error) {
          if (!(error instanceof UserError)) throw error
        }
        expect(differingKept(store)).toEqual([])
      }
      store.close()
    }),
    { numRuns: 60, interruptAfterTimeLimit: 20_000 },
  )
})

describe('inquiries', () => {
  const rows = (store: Store) =>
    store.db.prepare('select activity_id, party, at, answered_at, answered_by from inquiries').raw(true).all()
  const hours = (n: number) => START + n * HOUR
  function told(
    told: readonly [
      kind: string,
      direction: 'in' | 'out' | null,
      outcome: string | null,
      hours: number,
      who?: object,
    ][],
  ): unknown[] {
    const store = workspace()
    for (const [kind, direction, outcome, at, who] of told)
      store.write({ command: 'a', now: START }, (operation) =>
        addActivity(operation, {
          kind: ACTIVITY_KINDS.find((one) => one === kind) ?? 'note',
          direction,
          outcome,
          when: { at: hours(at), precision: 'moment' },
          duration: null,
          text: null,
          ...{ manager: null, contact: 1, company: null, deal: null },
          ...who,
        }),
      )
    expect(differingKept(store)).toEqual([])
    return rows(store)
  }

  test('a missed call waits for a call, whatever becomes of it; nothing else answers it', () => {
    expect(
      told([
        ['call', 'in', 'missed', 0],
        ['email', 'out', null, 1],
        ['meeting', null, null, 2],
        ['note', null, null, 2],
        ['call', 'out', 'no-answer', 3],
        ['call', 'out', 'answered', 4],
      ]),
    ).toEqual([[1, 'c1', hours(0), hours(3), 5]])
  })

  test('a letter is answered by a letter, a message, a call or a meeting that was held', () => {
    expect(
      told([
        ['email', 'in', null, 0],
        ['meeting', null, 'planned', 1],
        ['meeting', null, 'not-held', 1],
        ['call', 'in', 'missed', 2],
        ['message', 'in', null, 3],
        ['meeting', null, null, 4],
      ]),
    ).toEqual([
      [1, 'c1', hours(0), hours(4), 6],
      [4, 'c1', hours(2), null, null],
      [5, 'c1', hours(3), hours(4), 6],
    ])
  })

  test('a call that was taken answers itself and what waited before it', () => {
    expect(
      told([
        ['message', 'in', null, 0],
        ['call', 'in', 'missed', 1],
        ['call', 'in', 'answered', 2],
        ['call', 'in', 'no-answer', 3],
        ['call', 'in', 'thinks it over', 4],
      ]),
    ).toEqual([
      [1, 'c1', hours(0), hours(2), 3],
      [2, 'c1', hours(1), hours(2), 3],
      [3, 'c1', hours(2), hours(2), 3],
      [5, 'c1', hours(4), hours(4), 5],
    ])
  })

  test('at night and on days off a call that nobody says was taken waits', () => {
    expect(
      told([
        ['call', 'in', null, 7],
        ['call', 'in', null, 8],
        ['call', 'in', 'no-answer', 9],
        ['call', 'in', 'answered', 10],
        ['call', 'in', null, 24 * 5],
      ]),
    ).toEqual([
      [1, 'c1', hours(7), hours(7), 1],
      [2, 'c1', hours(8), hours(10), 4],
      [3, 'c1', hours(9), hours(10), 4],
      [4, 'c1', hours(10), hours(10), 4],
      [5, 'c1', hours(120), null, null],
    ])
  })

  test('a party is the person, else the deal, else the company, else the number; nobody is themselves', () => {
    const nobody = { contact: null }
    expect(
      told([
        ['message', 'in', null, 0, { deal: 1, company: 1 }],
        ['message', 'in', null, 1, { contact: null, deal: 1, company: 1 }],
        ['message', 'in', null, 2, { contact: null, company: 1, phone: '+380671234567' }],
        ['call', 'in', 'missed', 3, { contact: null, phone: '+380671234567' }],
        ['email', 'in', null, 4, nobody],
        ['call', 'out', null, 5, { contact: null, phone: '+380671234567' }],
        ['email', 'out', null, 6, nobody],
      ]),
    ).toEqual([
      [1, 'c1', hours(0), null, null],
      [2, 'd1', hours(1), null, null],
      [3, 'o1', hours(2), null, null],
      [4, '+380671234567', hours(3), hours(5), 6],
      [5, 'a5', hours(4), null, null],
    ])
  })
})
